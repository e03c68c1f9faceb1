/** `/admin/settings/activity-logs/security`: what looked like an attack. */
import type { ReactElement } from 'react';
import { type AuditChoices, type Found, SEVERITIES, type SecurityRecord } from '#kernel/audit-reading.ts';
import { localeOf } from '#kernel/message.ts';
import { Card } from '#kernel/page/components.tsx';
import { usePage, useT } from '#kernel/page/context.tsx';
import { Data, Ltr, Words } from '#kernel/page/facts.tsx';
import { type Filter, FilterBar } from '#kernel/page/filters.tsx';
import { type Column, DataTable } from '#kernel/page/table.tsx';
import { Pagination } from '#kernel/page/trails.tsx';
import { dayIn, NoEntries, type Paged } from './activity-page.tsx';
import { m, severities } from './messages.ts';
import { LogsHeader, Moment, SECURITY, SeverityBadge } from './page-kit.tsx';
import { eventLabel } from './security-events.ts';

export type SecurityView = Found<SecurityRecord> & Paged & { readonly choices: AuditChoices };

const LIST = 'events';

export function SecurityPage({ rows, total, isMore, choices, ...paged }: SecurityView): ReactElement {
  const { language } = usePage();
  return (
    <>
      <LogsHeader />
      <Card>
        <div className="stack">
          <FilterBar
            filters={filtersIn(choices, localeOf(language))}
            total={total}
            totalText={isMore ? m.foundMore : m.found}
            live={LIST}
          />
          <div id={LIST} className="stack">
            <DataTable
              caption={m.security}
              rows={rows}
              rowKey={({ id }) => id}
              columns={COLUMNS}
              empty={<NoEntries icon="shield" href={SECURITY} />}
            />
            <Pagination {...paged} total={total} last={!isMore} />
          </div>
        </div>
      </Card>
    </>
  );
}

function filtersIn({ events }: AuditChoices, locale: string): readonly Filter[] {
  const words = dayIn(locale);
  return [
    { name: 'event_type', label: m.event, options: events.map((value) => ({ value, label: eventLabel(value) })) },
    { name: 'severity', label: m.severity, options: SEVERITIES.map((value) => ({ value, label: severities[value] })) },
    { name: 'ip', label: m.ip },
    { name: 'date_from', label: m.from, date: true, words },
    { name: 'date_to', label: m.until, date: true, words },
  ];
}

const COLUMNS: readonly Column<SecurityRecord>[] = [
  { key: 'event', header: m.event, role: 'title', cell: ({ event }) => <Words text={eventLabel(event)} /> },
  { key: 'severity', header: m.severity, cell: ({ severity }) => <SeverityBadge severity={severity} /> },
  { key: 'user', header: m.user, cell: (record) => <Account record={record} /> },
  { key: 'date', header: m.date, cell: ({ createdAt }) => <Moment at={createdAt} /> },
  { key: 'ip', header: m.ip, cell: ({ ip }) => (ip ? <Ltr>{ip}</Ltr> : <>—</>) },
  { key: 'details', header: m.details, cell: ({ details }) => <Details details={details} /> },
];

function Account({ record: { userId, userName } }: { record: SecurityRecord }): ReactElement {
  const t = useT();
  if (userId === null) return <span className="text-muted">{t(m.stranger)}</span>;
  return <Data>{userName ?? `#${userId}`}</Data>;
}

function Details({ details }: Pick<SecurityRecord, 'details'>): ReactElement {
  if (!details) return <>—</>;
  return (
    <span className="break-all">
      <Ltr>
        {Object.entries(details)
          .map(([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
          .join(' · ')}
      </Ltr>
    </span>
  );
}
