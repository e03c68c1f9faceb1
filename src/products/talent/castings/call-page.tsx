/** `/castings/:slug`: one call: who is sought, for what, who answers for it, what one never does, and how to apply. */
import type { ReactElement } from 'react';
import { access } from '#kernel/http/access.ts';
import { Alert, Badge, Card, LinkButton, PageHeader } from '#kernel/page/components.tsx';
import { usePage, useT } from '#kernel/page/context.tsx';
import { type Definition, Definitions, When } from '#kernel/page/facts.tsx';
import { Icon } from '#kernel/page/icons.tsx';
import { choiceOf } from '../options/options.ts';
import { isSealed, Logo, pathOfProduction, VerifiedSeal } from '../productions/productions.ts';
import type { Application } from './applications.ts';
import { apply } from './apply-messages.ts';
import { type Call, type Part, pathOfCall, type Standing, spoken } from './call.ts';
import { CallCard, PayBadge } from './call-card.tsx';
import { ageText, dayText, genderText, shootText } from './call-words.ts';
import { m } from './messages.ts';
import { ShareLinks } from './share-links.tsx';
import { team } from './team-messages.ts';

export interface CallView {
  readonly call: Call;
  readonly standing: Standing;
  readonly place: string;
  readonly daysLeft: number;
  /** Of this browser or account. */
  readonly own: Application | null;
  readonly others: readonly { readonly call: Call; readonly place: string }[];
}

export function CallPage(view: CallView): ReactElement {
  const t = useT();
  const { viewer, language } = usePage();
  const { call, others } = view;
  const title = spoken(call.titles, language);
  return (
    <article className="flex flex-col gap-6">
      <PageHeader title={title.text} lead={{ data: call.project.name }} crumbs={[{ label: m.castings, href: '/castings' }]}>
        {access.casting.allows(viewer) && (
          <LinkButton href={`/cinema/castings/${call.id}`} kind="secondary" icon="edit">
            {t(apply.toInbox)}
          </LinkButton>
        )}
      </PageHeader>
      <Notice {...view} />
      <div className="split">
        <div className="stack">
          <Words call={call} />
          <Parts parts={call.parts} />
          <Trust call={call} />
        </div>
        <div className="stack">
          <ApplyCard {...view} />
          <Facts {...view} />
          <Card title={m.share} icon="link">
            <ShareLinks path={pathOfCall(call)} title={title.text} />
          </Card>
        </div>
      </div>
      {others.length > 0 && (
        <section className="stack" aria-labelledby="others">
          <h2 id="others" className="card-title-text">
            {t(m.others)}
          </h2>
          <div className="call-grid">
            {others.map((other) => (
              <CallCard key={other.call.id} {...other} level={3} />
            ))}
          </div>
        </section>
      )}
    </article>
  );
}

function Notice({ call, standing }: CallView): ReactElement | null {
  const t = useT();
  const { siteName } = usePage();
  if (standing === 'draft') return <Alert tone="info" title={team.previewNote} />;
  if (standing === 'closed') {
    return (
      <Alert
        tone="info"
        title={m.closed}
        actions={
          <LinkButton href="/castings" kind="secondary" size="sm">
            {t(m.all)}
          </LinkButton>
        }
      >
        {t(m.closedText)}
      </Alert>
    );
  }
  if (standing === 'suspended') {
    return (
      <Alert tone="danger" title={m.suspended}>
        {t(m.suspendedText, { site: siteName })}
      </Alert>
    );
  }
  return call.pay === 'unpaid' ? <Alert tone="warning" title={m.unpaid} /> : null;
}

function Words({ call }: { call: Call }): ReactElement | null {
  const t = useT();
  const { language } = usePage();
  const text = spoken(call.texts, language);
  if (!text.text) return null;
  return (
    <Card title={m.about} icon="file">
      {text.language !== language && <p className="mb-3 text-sm text-muted">{t(m.otherLanguage)}</p>}
      <div className="leading-relaxed whitespace-pre-line" lang={text.language} dir="auto">
        {text.text}
      </div>
    </Card>
  );
}

function Parts({ parts }: { parts: readonly Part[] }): ReactElement {
  return (
    <Card title={m.parts} icon="masks">
      <ul className="call-parts">
        {parts.map((part) => (
          <PartRow key={part.id} part={part} />
        ))}
      </ul>
    </Card>
  );
}

function PartRow({ part }: { part: Part }): ReactElement {
  const t = useT();
  const facts = [genderText(part, t), ageText(part, t), t(m.people, { count: part.people })].filter(Boolean);
  return (
    <li>
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h3 className="font-semibold" dir="auto">
          {part.name}
        </h3>
        <Badge tone="accent">{t(choiceOf('talent_type', part.talentType).label)}</Badge>
      </div>
      <p className="text-sm text-muted">{facts.join(' · ')}</p>
      {part.criteria && (
        <p className="mt-1" dir="auto">
          {part.criteria}
        </p>
      )}
    </li>
  );
}

function ApplyCard({ call, standing, daysLeft, own }: CallView): ReactElement | null {
  const t = useT();
  const { language } = usePage();
  const page = `${pathOfCall(call)}/apply`;
  if (own && own.withdrawnAt === null) {
    return (
      <Card tone="accent" title={t(apply.appliedOn, { day: dayText(own.appliedAt, language) })} icon="check">
        <LinkButton href={page} kind="secondary" full>
          {t(apply.mine)}
        </LinkButton>
      </Card>
    );
  }
  if (standing !== 'open') return null;
  return (
    <section className="card-box card-accent flex flex-col gap-3 p-5" aria-label={t(m.apply)}>
      <p className="text-lg font-semibold">{t(m.closes, { day: dayText(call.closesOn, language) })}</p>
      {daysLeft <= 14 && (
        <p className="flex items-center gap-2">
          <Icon name="clock" />
          {t(m.daysLeft, { days: daysLeft })}
        </p>
      )}
      <LinkButton href={page} size="lg" full iconEnd="arrow-end">
        {t(m.apply)}
      </LinkButton>
      <p className="text-sm text-muted">{t(m.applyFree)}</p>
    </section>
  );
}

function Facts({ call, place }: CallView): ReactElement {
  const t = useT();
  const { language } = usePage();
  const items: readonly Definition[] = [
    { term: m.pay, value: <PayWords call={call} />, wide: true },
    { term: m.project, value: `${call.project.name} · ${t(choiceOf('production_type', call.project.type).label)}`, wide: true },
    { term: m.where, value: place, icon: 'place', wide: true },
    { term: m.shoot, value: shootText(call, language), icon: 'calendar', wide: true },
    { term: m.deadline, value: <When at={call.closesOn} as="date" />, icon: 'clock' },
    { term: m.published, value: call.publishedAt && <When at={call.publishedAt} as="date" /> },
  ];
  return (
    <Card title={m.facts} icon="info">
      <Definitions items={items.filter(({ value }) => value)} />
    </Card>
  );
}

const PayWords = ({ call }: { call: Call }): ReactElement => (
  <span className="flex flex-wrap items-center gap-2">
    <PayBadge call={call} />
    {call.payDetails && <bdi>{call.payDetails}</bdi>}
  </span>
);

/** Who answers for the call, and what no serious company ever asks. */
function Trust({ call }: { call: Call }): ReactElement {
  const t = useT();
  const { siteName, language } = usePage();
  const { production, vouched } = call;
  const sealed = production !== null && isSealed(production);
  return (
    <Card title={sealed ? m.sealTitle : m.vouchedTitle} icon="shield">
      <div className="stack">
        {production && (
          <div className="flex items-center gap-3">
            <Logo production={production} size="mark" />
            <span className="min-w-0 grow font-medium">
              {sealed ? <a href={pathOfProduction(production)}>{production.name}</a> : production.name}
            </span>
            <VerifiedSeal production={production} />
          </div>
        )}
        {sealed && (
          <p>
            {t(m.sealText, { site: siteName, name: `\u2068${production.name}\u2069` })} {t(m.sealNot)}
          </p>
        )}
        {sealed && production.sealToken && (
          <LinkButton href={`/verify/${production.sealToken}`} kind="secondary" icon="shield">
            {t(m.sealCheck)}
          </LinkButton>
        )}
        {!sealed && vouched && <p>{t(m.vouchedText, { site: siteName, date: dayText(vouched.at, language) })}</p>}
        <Never />
        <a href={`${pathOfCall(call)}/report`} className="inline-flex min-h-11 items-center gap-2 text-error" rel="nofollow">
          <Icon name="flag" />
          {t(m.report)}
        </a>
      </div>
    </Card>
  );
}

function Never(): ReactElement {
  const t = useT();
  return (
    <div>
      <h3 className="mb-2 font-semibold">{t(m.never)}</h3>
      <ul className="never-list">
        {[m.neverPay, m.neverPapers, m.neverAlone].map((text) => (
          <li key={text.en}>
            <Icon name="ban" />
            <span>{t(text)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
