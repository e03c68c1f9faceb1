/** `/cinema/castings` and `/cinema/castings/:id`: every call, and one with its applications and reports. */
import type { ReactElement } from 'react';
import { Alert, Badge, Button, Card, EmptyState, LinkButton, PageHeader, type Tone } from '#kernel/page/components.tsx';
import { usePage, useT } from '#kernel/page/context.tsx';
import { Definitions, When } from '#kernel/page/facts.tsx';
import { Form } from '#kernel/page/forms.tsx';
import { DataTable } from '#kernel/page/table.tsx';
import { Pagination } from '#kernel/page/trails.tsx';
import { type Call, pathOfCall, type Standing, spoken, standingOf } from './call.ts';
import { PayBadge } from './call-card.tsx';
import { Inbox, type InboxView } from './inbox-page.tsx';
import { m, report as reportWords } from './messages.ts';
import type { Report } from './store.ts';
import { team } from './team-messages.ts';

export const TEAM = '/cinema/castings';

const TONES: Readonly<Record<Standing, Tone>> = { draft: 'neutral', open: 'success', closed: 'info', suspended: 'danger' };
function StandingBadge({ call }: { call: Call }): ReactElement {
  const t = useT();
  const standing = standingOf(call);
  return (
    <Badge tone={TONES[standing]} dot>
      {t(team[standing])}
    </Badge>
  );
}

export interface CallsView {
  readonly rows: readonly Call[];
  readonly total: number;
  readonly counts: ReadonlyMap<number, { readonly all: number; readonly fresh: number }>;
  readonly page: number;
  readonly pages: number;
  readonly size: number;
}

export function CallsPage({ rows, total, counts, page, pages, size }: CallsView): ReactElement {
  const t = useT();
  const create = (
    <LinkButton href={`${TEAM}/new`} icon="plus">
      {t(team.create)}
    </LinkButton>
  );
  if (total === 0) {
    return (
      <>
        <PageHeader title={team.title} lead={team.lead} />
        <EmptyState icon="masks" title={team.none} text={team.noneText}>
          {create}
        </EmptyState>
      </>
    );
  }
  return (
    <>
      <PageHeader title={team.title} lead={team.lead}>
        <LinkButton href="/castings" kind="secondary" icon="globe">
          {t(m.title)}
        </LinkButton>
        {create}
      </PageHeader>
      <CallTable rows={rows} counts={counts} />
      <Pagination page={page} pages={pages} total={total} size={size} />
    </>
  );
}

/** Calls as rows, also on the page of a project. */
export function CallTable({ rows, counts }: Pick<CallsView, 'rows' | 'counts'>): ReactElement {
  const t = useT();
  const { language } = usePage();
  return (
    <DataTable
      caption={team.title}
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'call',
          header: team.call,
          role: 'title',
          cell: (call) => <a href={`${TEAM}/${call.id}`}>{spoken(call.titles, language).text}</a>,
        },
        { key: 'project', header: team.project, cell: ({ project }) => <a href={`/cinema/projects/${project.id}`}>{project.name}</a> },
        { key: 'state', header: team.state, cell: (call) => <StandingBadge call={call} /> },
        { key: 'closes', header: team.closesOn, cell: ({ closesOn }) => <When at={closesOn} /> },
        { key: 'applications', header: team.applications, cell: ({ id }) => <Counts count={counts.get(id)} /> },
      ]}
      empty={<p className="text-muted">{t(team.none)}</p>}
    />
  );
}

function Counts({ count = { all: 0, fresh: 0 } }: { count: { readonly all: number; readonly fresh: number } | undefined }): ReactElement {
  const t = useT();
  return (
    <span className="inline-flex flex-wrap items-center gap-2">
      <span className="tabular">{count.all}</span>
      {count.fresh > 0 && <Badge tone="accent">{t(team.fresh, { count: count.fresh })}</Badge>}
    </span>
  );
}

export interface ManageView {
  readonly call: Call;
  readonly place: string;
  readonly inbox: InboxView;
  readonly reports: readonly (Report & { readonly contact: string | null })[];
}

export function ManagePage({ call, place, inbox, reports }: ManageView): ReactElement {
  const { language } = usePage();
  const title = spoken(call.titles, language).text;
  return (
    <>
      <PageHeader
        title={title}
        lead={{ data: call.project.name }}
        crumbs={[{ label: team.title, href: TEAM }]}
        badge={<StandingBadge call={call} />}
      >
        <Acts call={call} />
      </PageHeader>
      <div className="flex flex-col gap-6">
        <Standings call={call} />
        {reports.length > 0 && <Reports reports={reports} />}
        <Facts call={call} place={place} />
        <Inbox {...inbox} />
      </div>
    </>
  );
}

function Acts({ call }: { call: Call }): ReactElement {
  const t = useT();
  const base = `${TEAM}/${call.id}`;
  const standing = standingOf(call);
  return (
    <>
      <LinkButton href={pathOfCall(call)} kind="secondary" icon="eye">
        {t(standing === 'draft' ? team.preview : team.see)}
      </LinkButton>
      <LinkButton href={`${base}/edit`} kind="secondary" icon="edit">
        {t(team.edit)}
      </LinkButton>
      {call.state === 'published' ? (
        <Form action={`${base}/close`} className="contents">
          <Button kind="secondary" icon="ban">
            {t(team.close)}
          </Button>
        </Form>
      ) : (
        <LinkButton href={`${base}/publish`} icon="globe">
          {t(call.state === 'closed' ? team.reopen : team.publish)}
        </LinkButton>
      )}
    </>
  );
}

function Standings({ call }: { call: Call }): ReactElement | null {
  const t = useT();
  if (standingOf(call) === 'suspended') {
    return (
      <Alert
        tone="danger"
        title={team.suspended}
        actions={
          <LinkButton href={`${TEAM}/${call.id}/publish`} size="sm" kind="secondary">
            {t(team.publish)}
          </LinkButton>
        }
      >
        {t(team.suspendedText)}
      </Alert>
    );
  }
  if (!call.vouched) return null;
  return (
    <Alert tone="warning" title={m.vouchedTitle}>
      {call.vouched.by && <bdi>{call.vouched.by}</bdi>} <When at={call.vouched.at} /> : <bdi>{call.vouched.reason}</bdi>
    </Alert>
  );
}

function Facts({ call, place }: { call: Call; place: string }): ReactElement {
  const { language } = usePage();
  const languages = (['fr', 'en', 'ar'] as const).filter((each) => call.texts[each]).map((each) => each.toUpperCase());
  return (
    <Card title={m.facts} icon="info">
      <Definitions
        items={[
          { term: team.project, value: <a href={`/cinema/projects/${call.project.id}`}>{call.project.name}</a> },
          { term: team.closesOn, value: <When at={call.closesOn} as="date" /> },
          { term: m.where, value: place },
          { term: m.pay, value: <PayBadge call={call} /> },
          { term: m.parts, value: call.parts.map(({ name }) => name).join(', '), wide: true },
          { term: m.about, value: languages.join(' · ') || spoken(call.texts, language).text },
        ]}
      />
    </Card>
  );
}

function Reports({ reports }: Pick<ManageView, 'reports'>): ReactElement {
  const t = useT();
  return (
    <Card title={team.reports} icon="flag" tone="danger" lead={t(team.reportsLead, { count: reports.length })}>
      <ul className="divide-y divide-line">
        {reports.map(({ id, reason, words, contact, createdAt }) => (
          <li key={id} className="flex flex-col gap-1 py-3">
            <span className="flex flex-wrap items-center justify-between gap-2">
              <strong>{t(reportWords[reason as keyof typeof reportWords])}</strong>
              <When at={createdAt} as="moment" />
            </span>
            {words && (
              <p className="whitespace-pre-line" dir="auto">
                {words}
              </p>
            )}
            {contact && <p className="text-sm text-muted">{t(team.reach, { contact: `\u2068${contact}\u2069` })}</p>}
          </li>
        ))}
      </ul>
    </Card>
  );
}
