/** `/admin/diagnostics`: what is well, what is not, how large it is, and files that belong to nobody. */
import type { ReactElement } from 'react';
import type { DatabaseFigures, Finding, FindingState, Orphans } from '#capabilities/diagnostics/diagnostics.ts';
import { localeOf } from '#kernel/message.ts';
import { Alert, Badge, Card, EmptyState, LinkButton, PageHeader, type Tone } from '#kernel/page/components.tsx';
import { usePage, useT } from '#kernel/page/context.tsx';
import { Definitions, Ltr } from '#kernel/page/facts.tsx';
import type { IconName } from '#kernel/page/icons.tsx';
import { DataTable } from '#kernel/page/table.tsx';
import { AdminTabs } from '../admin-tabs.tsx';
import { sizeIn } from '../sizes.ts';
import { m, states } from './messages.ts';

export const DIAGNOSTICS = '/admin/diagnostics';
export const SWEEP = `${DIAGNOSTICS}/orphans`;

export interface DiagnosticsView {
  readonly findings: readonly Finding[];
  readonly database: DatabaseFigures;
  /** Null until somebody asks: every file is listed. */
  readonly orphans: Orphans | null;
}

export function DiagnosticsPage({ findings, database, orphans }: DiagnosticsView): ReactElement {
  const t = useT();
  return (
    <>
      <PageHeader title={m.title} lead={m.lead}>
        <LinkButton href={DIAGNOSTICS} kind="secondary" icon="refresh">
          {t(m.again)}
        </LinkButton>
      </PageHeader>
      <AdminTabs />
      <div className="stack gap-5">
        <Findings findings={findings} />
        <Tables database={database} />
        <OrphanCard orphans={orphans} />
      </div>
    </>
  );
}

const LOOK: Readonly<Record<FindingState, { readonly tone: Tone; readonly icon: IconName }>> = {
  good: { tone: 'success', icon: 'check' },
  poor: { tone: 'warning', icon: 'warning' },
  wrong: { tone: 'danger', icon: 'error' },
};

function Findings({ findings }: Pick<DiagnosticsView, 'findings'>): ReactElement {
  const t = useT();
  return (
    <DataTable
      caption={m.checks}
      rows={findings.map((finding, number) => ({ ...finding, number }))}
      rowKey={({ number }) => number}
      empty={<EmptyState icon="check" title={m.checks} text={m.lead} />}
      columns={[
        { key: 'name', header: m.check, role: 'title', cell: ({ name }) => t(name) },
        { key: 'state', header: m.state, cell: ({ state }) => <Badge {...LOOK[state]}>{t(states[state])}</Badge> },
        { key: 'found', header: m.found, cell: ({ text, params }) => t(text, params) },
      ]}
    />
  );
}

function Tables({ database: { tables, tableCount } }: Pick<DiagnosticsView, 'database'>): ReactElement {
  const t = useT();
  const { language } = usePage();
  const number = new Intl.NumberFormat(localeOf(language));
  return (
    <Card title={m.tables} lead={{ data: t(m.tablesLead, { count: tableCount }) }} icon="database">
      <DataTable
        caption={m.tables}
        rows={tables}
        rowKey={({ name }) => name}
        empty={<EmptyState icon="database" title={m.tables} text={m.lead} />}
        columns={[
          { key: 'table', header: m.table, role: 'title', cell: ({ name }) => <Ltr>{name}</Ltr> },
          { key: 'rows', header: m.rows, align: 'end', cell: ({ rows }) => number.format(rows) },
          { key: 'dead', header: m.dead, align: 'end', cell: ({ dead }) => number.format(dead) },
          { key: 'size', header: m.size, align: 'end', cell: ({ bytes }) => sizeIn(language, bytes) },
        ]}
      />
    </Card>
  );
}

function OrphanCard({ orphans }: Pick<DiagnosticsView, 'orphans'>): ReactElement {
  const t = useT();
  return (
    <Card title={m.files} lead={m.filesLead} icon="file" id="files">
      <div className="stack">
        {orphans && <OrphanFacts orphans={orphans} />}
        <div className="cluster">
          <LinkButton href={`${DIAGNOSTICS}?files=1#files`} kind="secondary" icon="search">
            {t(m.search)}
          </LinkButton>
          {orphans && orphans.unnamed.old > 0 && (
            <LinkButton href={SWEEP} kind="quiet" icon="trash">
              {t(m.sweep)}
            </LinkButton>
          )}
        </div>
      </div>
    </Card>
  );
}

function OrphanFacts({ orphans: { files, unnamed, lost } }: { orphans: Orphans }): ReactElement {
  const t = useT();
  const { language } = usePage();
  return (
    <>
      <Definitions
        items={[
          { term: m.inStorage, value: files },
          { term: m.unnamed, value: t(m.unnamedText, { ...unnamed, size: sizeIn(language, unnamed.bytes) }) },
          { term: m.lost, value: lost.count },
        ]}
      />
      {lost.count > 0 && (
        <Alert tone="warning" title={m.lost}>
          <p>{t(m.lostHelp)}</p>
          <p className="break-all">
            <Ltr>{lost.names.join(', ')}</Ltr>
          </p>
        </Alert>
      )}
    </>
  );
}
