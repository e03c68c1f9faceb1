/** The history of settings. Values are shown as they are stored, shortened; secrets never. */
import type { ReactElement, ReactNode } from 'react';
import { Badge, Card, EmptyState, PageHeader } from '#kernel/page/components.tsx';
import { useT } from '#kernel/page/context.tsx';
import { Data, Ltr, When } from '#kernel/page/facts.tsx';
import { type Column, DataTable } from '#kernel/page/table.tsx';
import { Pagination } from '#kernel/page/trails.tsx';
import type { SettingChange } from '#kernel/settings.ts';
import { placeNames, SETTINGS, settingsCrumbs } from '../settings-places.ts';
import { m } from './messages.ts';

export const HISTORY = `${SETTINGS}/history`;

export interface HistoryView {
  readonly changes: readonly SettingChange[];
  /** Of accounts by their number. */
  readonly names: ReadonlyMap<number, string>;
  readonly total: number;
  readonly page: number;
  readonly pages: number;
  readonly size: number;
}

type Row = SettingChange & { readonly place: number; readonly name: string | null };

export function HistoryPage({ changes, names, ...paged }: HistoryView): ReactElement {
  const rows = changes.map((each, place) => ({
    ...each,
    place,
    name: each.changedBy === null ? null : (names.get(each.changedBy) ?? null),
  }));
  return (
    <>
      <PageHeader title={placeNames.history} lead={m.historyLead} crumbs={settingsCrumbs()} />
      <Card>
        <div className="stack">
          <DataTable
            caption={placeNames.history}
            rows={rows}
            rowKey={({ place }) => place}
            columns={COLUMNS}
            empty={<EmptyState icon="history" title={m.historyEmpty} text={m.historyEmptyText} />}
          />
          <Pagination {...paged} />
        </div>
      </Card>
    </>
  );
}

const COLUMNS: readonly Column<Row>[] = [
  { key: 'setting', header: m.setting, role: 'title', cell: ({ key }) => <Ltr>{key}</Ltr> },
  { key: 'when', header: m.when, cell: ({ changedAt }) => <When at={changedAt} as="moment" /> },
  { key: 'who', header: m.who, cell: (row) => <Who row={row} /> },
  { key: 'before', header: m.before, cell: ({ isSecret, before }) => <Value isSecret={isSecret} value={before} /> },
  { key: 'after', header: m.after, cell: ({ isSecret, after }) => <Value isSecret={isSecret} value={after} /> },
];

function Who({ row: { changedBy, name } }: { row: Row }): ReactNode {
  const t = useT();
  if (name) return <Data>{name}</Data>;
  return changedBy === null ? t(m.program) : `#${changedBy}`;
}

const SHOWN = 160;

function Value({ isSecret, value }: { isSecret: boolean; value: unknown }): ReactElement {
  const t = useT();
  if (isSecret) {
    return <Badge icon="lock">{t(m.secret)}</Badge>;
  }
  if (value === null || value === undefined) return <span className="text-muted">{t(m.byDefault)}</span>;
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return (
    <span className="setting-value">
      <Data>{text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text}</Data>
    </span>
  );
}
