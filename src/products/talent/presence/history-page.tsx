/** `/presence/history/:code`: the stays of a person and what they add up to. */
import type { ReactElement } from 'react';
import { Badge, Button, EmptyState, PageHeader } from '#kernel/page/components.tsx';
import { usePage, useT } from '#kernel/page/context.tsx';
import { Count, Ltr, When } from '#kernel/page/facts.tsx';
import { DateInput } from '#kernel/page/fields.tsx';
import { FieldRow, Form } from '#kernel/page/forms.tsx';
import { Stat } from '#kernel/page/gauges.tsx';
import { type Column, DataTable } from '#kernel/page/table.tsx';
import { Pagination } from '#kernel/page/trails.tsx';
import type { History, PastStay } from './history.ts';
import { flagText, m, past } from './page-messages.ts';

export interface HistoryView {
  readonly history: History;
  readonly page: number;
  readonly pages: number;
  readonly size: number;
}

export function HistoryPage({ history, page, pages, size }: HistoryView): ReactElement {
  const t = useT();
  const { path, query } = usePage();
  const { worker, totals, rows, total } = history;
  const project = query.get('project_id');
  return (
    <>
      <PageHeader
        title={{ data: `${worker.firstName} ${worker.lastName}` }}
        lead={past.title}
        crumbs={[{ label: m.title, href: project ? `/presence/${project}` : '/presence' }]}
      />
      <div className="stack">
        <Form action={path} method="get" values={{ date_from: query.get('date_from'), date_to: query.get('date_to') }} id="dates">
          {project && <input type="hidden" name="project_id" value={project} />}
          <FieldRow>
            <DateInput name="date_from" label={past.from} />
            <DateInput name="date_to" label={past.to} />
          </FieldRow>
          <div className="cluster">
            <Button kind="secondary">{t(past.show)}</Button>
          </div>
        </Form>
        <div className="figures">
          <Stat label={past.days} value={totals.days} icon="calendar" />
          <Stat label={past.hours} value={totals.hours} icon="clock" />
          <Stat label={past.average} value={totals.averageHours} icon="chart" />
        </div>
        <DataTable
          caption={past.title}
          rows={rows}
          rowKey={(stay) => stay.id}
          columns={COLUMNS}
          empty={<EmptyState icon="history" title={past.none} text={past.noneText} />}
        />
        <Pagination page={page} pages={pages} total={total} size={size} />
      </div>
    </>
  );
}

const COLUMNS: readonly Column<PastStay>[] = [
  { key: 'day', header: past.day, role: 'title', cell: (stay) => <When at={stay.day} /> },
  {
    key: 'project',
    header: past.project,
    cell: (stay) => <a href={`/presence/${stay.project.id}?day=${stay.day}&state=all`}>{stay.project.name}</a>,
  },
  { key: 'times', header: m.times, cell: (stay) => <Times stay={stay} /> },
  { key: 'hours', header: past.hours, align: 'end', cell: (stay) => (stay.hours === null ? '—' : <Count value={stay.hours} />) },
  { key: 'by', header: past.recordedBy, cell: (stay) => (stay.recordedBy ? <Ltr>{stay.recordedBy}</Ltr> : '—') },
  { key: 'flags', header: past.flags, cell: (stay) => <Flags stay={stay} /> },
];

function Times({ stay }: { stay: PastStay }): ReactElement {
  const t = useT();
  const from = stay.from.slice(0, 5);
  return stay.until ? (
    <Ltr>{`${from} – ${stay.until.slice(0, 5)}`}</Ltr>
  ) : (
    <span className="cluster">
      <Ltr>{from}</Ltr> <span className="text-muted">{t(m.unknownEnd)}</span>
    </span>
  );
}

function Flags({ stay }: { stay: PastStay }): ReactElement {
  const t = useT();
  if (stay.flags.length === 0 && !stay.corrected) return <>—</>;
  return (
    <span className="cluster">
      {stay.flags.map((flag) => (
        <Badge key={flag} tone="warning">
          {t(flagText(flag))}
        </Badge>
      ))}
      {stay.corrected && <Badge tone="info">{t(m.corrected)}</Badge>}
    </span>
  );
}
