/** `/admin/names?state=merged`: files that became one. */
import type { ReactElement } from 'react';
import { EmptyState } from '#kernel/page/components.tsx';
import { useT } from '#kernel/page/context.tsx';
import { CodeTag, When } from '#kernel/page/facts.tsx';
import { type Column, DataTable } from '#kernel/page/table.tsx';
import { Pagination } from '#kernel/page/trails.tsx';
import type { Merge } from './merges.ts';
import { m } from './messages.ts';
import { profileOf } from './person.ts';
import { type Counts, KindBadge, NamesHeader, StateTabs } from './queue-page.tsx';

export interface MergesView {
  readonly rows: readonly Merge[];
  readonly counts: Counts;
  readonly total: number;
  readonly page: number;
  readonly pages: number;
  readonly size: number;
}

export function MergesPage({ rows, counts, ...list }: MergesView): ReactElement {
  return (
    <>
      <NamesHeader />
      <StateTabs current="merged" counts={counts} />
      <DataTable
        caption={m.historyCaption}
        rows={rows}
        rowKey={(row) => row.id}
        columns={COLUMNS}
        empty={<EmptyState icon="history" title={m.noMerge} text={m.noMergeText} />}
      />
      <Pagination {...list} />
    </>
  );
}

const COLUMNS: readonly Column<Merge>[] = [
  {
    key: 'survivor',
    header: m.survivor,
    role: 'title',
    cell: (row) => (
      <a href={profileOf({ kind: row.kind, code: row.survivorCode })}>
        <CodeTag code={row.survivorCode} />
      </a>
    ),
  },
  { key: 'kind', header: m.between, cell: (row) => <KindBadge person={row} /> },
  { key: 'absorbed', header: m.absorbed, cell: (row) => <CodeTag code={row.absorbedCode} /> },
  { key: 'taken', header: m.takenFields, cell: (row) => <Taken count={row.taken.length} /> },
  { key: 'when', header: m.when, cell: (row) => <When at={row.mergedAt} as="moment" /> },
  { key: 'who', header: m.who, cell: (row) => <Who name={row.mergedBy} /> },
];

function Taken({ count }: { count: number }): string {
  return useT()(m.takenCount, { count });
}

function Who({ name }: { name: string | null }): string {
  return useT()(name ?? m.nobody);
}
