/** How companies with a seal look to everybody. */
import type { ReactElement } from 'react';
import { localeOf } from '#kernel/message.ts';
import { Alert, Badge, Card, EmptyState, LinkButton, PageHeader } from '#kernel/page/components.tsx';
import { usePage, useT } from '#kernel/page/context.tsx';
import { Definitions } from '#kernel/page/facts.tsx';
import { Icon } from '#kernel/page/icons.tsx';
import { Pagination } from '#kernel/page/trails.tsx';
import { PROJECT_STATUSES, type ProjectStatus } from '../options/options.ts';
import { slugOf } from '../slugs.ts';
import type { ListedProduction, Production, Work } from './production.ts';
import { open } from './public-messages.ts';
import type { OpenCall } from './public-page.tsx';
import { Logo, VerifiedSeal } from './seal.tsx';

interface ListedView {
  readonly production: ListedProduction;
  readonly place: string;
}
export interface CompaniesView {
  readonly rows: readonly ListedView[];
  readonly total: number;
  readonly page: number;
  readonly pages: number;
  readonly size: number;
}

export function CompaniesPage({ rows, total, page, pages, size }: CompaniesView): ReactElement {
  return (
    <>
      <PageHeader title={open.listTitle} lead={open.listLead} />
      {rows.length === 0 ? (
        <EmptyState icon="shield" title={open.none} text={open.noneText} />
      ) : (
        <div className="columns">
          {rows.map((row) => (
            <CompanyCard key={row.production.id} {...row} />
          ))}
        </div>
      )}
      <Pagination page={page} pages={pages} total={total} size={size} />
    </>
  );
}

function CompanyCard({ production, place }: ListedView): ReactElement {
  const { id, name, specialization } = production;
  return (
    <article className="card-box relative flex flex-col overflow-clip transition-shadow hover:shadow-(--shadow-high)">
      <Logo production={production} size="card" />
      <div className="flex grow flex-col gap-2 border-t border-line p-4">
        <div className="flex flex-wrap items-center justify-between gap-2">
          <h2 className="min-w-0 text-base wrap-anywhere">
            <a className="text-inherit no-underline after:absolute after:inset-0 after:z-1" href={`/productions/${slugOf(name, id)}`}>
              {name}
            </a>
          </h2>
          <VerifiedSeal production={production} />
        </div>
        {specialization && <p className="line-clamp-2 text-sm text-muted">{specialization}</p>}
        {place && (
          <p className="mt-auto inline-flex items-center gap-1 pt-1 text-sm text-muted">
            <Icon name="place" />
            {place}
          </p>
        )}
      </div>
    </article>
  );
}

export interface CompanyView {
  readonly production: Production;
  readonly place: string;
  readonly projects: readonly { readonly id: number; readonly name: string; readonly type: string; readonly status: string }[];
  readonly calls: readonly OpenCall[];
}

export function CompanyPage({ production, place, projects, calls }: CompanyView): ReactElement {
  return (
    <article className="flex flex-col gap-6">
      <PageHeader
        title={{ data: production.name }}
        lead={production.specialization ?? place}
        crumbs={[{ label: open.listTitle, href: '/productions' }]}
        badge={<VerifiedSeal production={production} />}
      />
      <div className="split">
        <div className="stack">
          <About production={production} />
          <Calls calls={calls} />
          <Projects projects={projects} />
        </div>
        <div className="stack">
          <SealCard production={production} />
          <Facts production={production} place={place} />
        </div>
      </div>
    </article>
  );
}

function About({ production }: { production: Production }): ReactElement {
  return (
    <Card title={open.about} icon="building">
      <div className="flex flex-wrap items-start gap-5">
        <Logo production={production} size="page" />
        {production.description && (
          <p className="min-w-60 flex-1 leading-relaxed whitespace-pre-line" dir="auto">
            {production.description}
          </p>
        )}
      </div>
    </Card>
  );
}

function Calls({ calls }: Pick<CompanyView, 'calls'>): ReactElement {
  const t = useT();
  return (
    <section className="stack" aria-labelledby="calls">
      <h2 id="calls" className="card-title-text">
        {t(open.calls)}
      </h2>
      {calls.length === 0 ? (
        <p className="text-muted">{t(open.noCalls)}</p>
      ) : (
        <div className="call-grid">
          {calls.map(({ id, card }) => (
            <div key={id} className="contents">
              {card}
            </div>
          ))}
        </div>
      )}
    </section>
  );
}

function Projects({ projects }: Pick<CompanyView, 'projects'>): ReactElement | null {
  const t = useT();
  if (projects.length === 0) return null;
  return (
    <Card title={open.projects} icon="cinema">
      <ul className="divide-y divide-line">
        {projects.map(({ id, name, type, status }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-2 py-3">
            <span className="min-w-0">
              <bdi className="font-medium">{name}</bdi>
              <span className="block text-sm text-muted">{type}</span>
            </span>
            <Badge tone={status === 'en_tournage' ? 'accent' : 'neutral'}>{t(PROJECT_STATUSES[status as ProjectStatus])}</Badge>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function SealCard({ production }: { production: Production }): ReactElement {
  const t = useT();
  const { siteName, language } = usePage();
  const date = production.verified && new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'long' }).format(production.verified.at);
  return (
    <Card title={open.sealed} icon="verified">
      <div className="stack">
        <p>{t(open.sealText, { site: siteName, date: date ?? '' })}</p>
        <LinkButton href={`/verify/${production.sealToken}`} kind="secondary" icon="shield">
          {t(open.check)}
        </LinkButton>
        <Alert tone="warning">{t(open.never)}</Alert>
      </div>
    </Card>
  );
}

function Facts({ production, place }: { production: Production; place: string }): ReactElement {
  const works = (list: readonly Work[]): string => list.map(({ title, year }) => (year ? `${title} (${year})` : title)).join(' · ');
  const items = [
    { term: open.where, value: place },
    { term: open.founded, value: production.foundedYear },
    { term: open.services, value: production.services.join(' · '), wide: true },
    { term: open.works, value: works(production.notableProductions), wide: true },
    { term: open.awards, value: works(production.awards), wide: true },
  ];
  return (
    <Card title={open.facts} icon="info">
      <Definitions items={items.filter(({ value }) => value)} />
    </Card>
  );
}
