/** What an import did, in figures and with every row that did not come. It names rows by their numbers, never what they hold. */
export interface TableFigures {
  read: number;
  created: number;
  /** Was here already, in the catalogue. */
  matched: number;
  unchanged: number;
  /** Came before and is different there now: told, not applied. */
  changed: number;
  refused: number;
}
export interface Remark {
  readonly table: string;
  readonly id: number;
  readonly reason: string;
}
export interface ImportReport {
  readonly source: string;
  readonly dryRun: boolean;
  readonly startedAt: string;
  finishedAt: string | null;
  readonly tables: Record<string, TableFigures>;
  /** By table and column. */
  readonly files: Record<string, { brought: number; refused: number }>;
  readonly refused: Remark[];
  readonly changed: Remark[];
  /** Came, but for these fields. */
  readonly leftEmpty: Remark[];
  readonly refusedFiles: Remark[];
  /** Tables and settings that have no place here, and why. */
  readonly notImported: { readonly what: string; readonly why: string }[];
}

export const newReport = (source: string, dryRun: boolean, now: Date): ImportReport => ({
  ...{ source, dryRun, startedAt: now.toISOString(), finishedAt: null, tables: {}, files: {} },
  ...{ refused: [], changed: [], leftEmpty: [], refusedFiles: [], notImported: [] },
});

export function figuresOf(report: ImportReport, table: string): TableFigures {
  report.tables[table] ??= { read: 0, created: 0, matched: 0, unchanged: 0, changed: 0, refused: 0 };
  return report.tables[table];
}
export function fileFiguresOf(report: ImportReport, column: string): { brought: number; refused: number } {
  report.files[column] ??= { brought: 0, refused: 0 };
  return report.files[column];
}

const COLUMNS = ['read', 'created', 'matched', 'unchanged', 'changed', 'refused'] as const;

/** For a terminal. */
export function tableOf(report: ImportReport): string {
  const head = `${''.padEnd(18)}${COLUMNS.map((name) => name.padStart(11)).join('')}`;
  const lines = Object.entries(report.tables).map(
    ([table, figures]) => `${table.padEnd(18)}${COLUMNS.map((name) => String(figures[name]).padStart(11)).join('')}`,
  );
  const files = Object.entries(report.files).map(([column, { brought, refused }]) => `${column}: ${brought} brought, ${refused} refused`);
  const left = report.notImported.map(({ what, why }) => `not imported: ${what}: ${why}`);
  return [head, ...lines, '', ...files, ...left].join('\n');
}
