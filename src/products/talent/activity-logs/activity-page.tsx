/** `/admin/settings/activity-logs`: who did what. */
import type { ReactElement } from 'react';
import { ACTIVITY_STATUSES, type Activity, type AuditChoices, type Found } from '#kernel/audit-reading.ts';
import { localeOf } from '#kernel/message.ts';
import { Card, EmptyState, LinkButton } from '#kernel/page/components.tsx';
import { usePage, useT } from '#kernel/page/context.tsx';
import { CodeTag, Data, Ltr } from '#kernel/page/facts.tsx';
import { type Filter, FilterBar } from '#kernel/page/filters.tsx';
import { type Column, DataTable } from '#kernel/page/table.tsx';
import { Pagination } from '#kernel/page/trails.tsx';
import { m, statuses } from './messages.ts';
import { LOGS, LogsHeader, Moment, StatusBadge } from './page-kit.tsx';

export interface Paged {
  readonly page: number;
  readonly pages: number;
  readonly size: number;
}
export type ActivityView = Found<Activity> & Paged & { readonly choices: AuditChoices };

const LIST = 'entries';

export function ActivityPage({ rows, total, isMore, choices, ...paged }: ActivityView): ReactElement {
  const { language } = usePage();
  return (
    <>
      <LogsHeader />
      <Card>
        <div className="stack">
          <FilterBar
            search={{ name: 'search', label: m.search, placeholder: m.searchHint }}
            filters={filtersIn(choices, localeOf(language))}
            total={total}
            totalText={isMore ? m.foundMore : m.found}
            live={LIST}
          >
            <Exports />
          </FilterBar>
          <div id={LIST} className="stack">
            <DataTable
              caption={m.title}
              rows={rows}
              rowKey={({ id }) => id}
              columns={COLUMNS}
              empty={<NoEntries icon="activity" href={LOGS} />}
            />
            <Pagination {...paged} total={total} last={!isMore} />
          </div>
        </div>
      </Card>
    </>
  );
}

/** Of the filters that are set. */
function Exports(): ReactElement {
  const t = useT();
  const { query } = usePage();
  const asked = new URLSearchParams([...query].filter(([name]) => name !== 'page')).toString();
  return (
    <>
      {(['csv', 'excel'] as const).map((kind) => (
        <LinkButton key={kind} href={`${LOGS}/export/${kind}${asked && `?${asked}`}`} kind="secondary" icon="download" download>
          {t(m[kind])}
        </LinkButton>
      ))}
    </>
  );
}

/** A day as it is written in a chip. */
export const dayIn =
  (locale: string) =>
  (value: string): string =>
    Number.isNaN(Date.parse(value))
      ? value
      : new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(value));
const named = (values: readonly string[]) => values.map((value) => ({ value, label: { data: value } }));

function filtersIn({ types, categories }: AuditChoices, locale: string): readonly Filter[] {
  const words = dayIn(locale);
  return [
    { name: 'user', label: m.user },
    { name: 'action_type', label: m.type, options: named(types) },
    { name: 'action_category', label: m.category, options: named(categories) },
    { name: 'status', label: m.status, options: ACTIVITY_STATUSES.map((value) => ({ value, label: statuses[value] })) },
    { name: 'date_from', label: m.from, date: true, words },
    { name: 'date_to', label: m.until, date: true, words },
  ];
}

const COLUMNS: readonly Column<Activity>[] = [
  { key: 'description', header: m.description, role: 'title', cell: (entry) => <Description entry={entry} /> },
  { key: 'user', header: m.user, cell: (entry) => <Who entry={entry} /> },
  { key: 'status', header: m.status, cell: ({ status }) => <StatusBadge status={status} /> },
  { key: 'date', header: m.date, cell: ({ createdAt }) => <Moment at={createdAt} /> },
  { key: 'device', header: m.device, cell: (entry) => <Device entry={entry} /> },
  { key: 'ip', header: m.ip, cell: ({ ip }) => (ip ? <Ltr>{ip}</Ltr> : <>—</>) },
];

function Description({ entry: { id, description, type, category } }: { entry: Activity }): ReactElement {
  return (
    <div className="lg:min-w-60">
      <a href={`${LOGS}/${id}`} className="break-words">
        <Data>{description}</Data>
      </a>
      <p className="text-muted font-normal">
        <Data>
          {category} · {type}
        </Data>
      </p>
    </div>
  );
}

export function Who({ entry: { username, userEmail, userCode } }: { entry: Activity }): ReactElement {
  const t = useT();
  if (!username && !userEmail) return <span className="text-muted">{t(m.stranger)}</span>;
  return (
    <span className="cluster">
      <Data>{username ?? userEmail}</Data>
      {userCode && <CodeTag code={userCode} />}
    </span>
  );
}

export const deviceOf = ({ browser, system, deviceBrand, deviceModel }: Activity): string =>
  [browser, system, [deviceBrand, deviceModel].filter(Boolean).join(' ')].filter(Boolean).join(' · ');

function Device({ entry }: { entry: Activity }): ReactElement {
  const words = deviceOf(entry);
  return words ? <Data>{words}</Data> : <>—</>;
}

export function NoEntries({ icon, href }: { icon: 'activity' | 'shield'; href: string }): ReactElement {
  const t = useT();
  const { query } = usePage();
  if (query.size === 0) return <EmptyState icon={icon} title={m.none} text={m.noneYet} />;
  return (
    <EmptyState icon="search" title={m.none} text={m.noneText}>
      <LinkButton href={href} kind="secondary">
        {t(m.clear)}
      </LinkButton>
    </EmptyState>
  );
}
