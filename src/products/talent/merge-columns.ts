/**
 * Two files of one person become one (the names room decides, the room that owns a file carries it out): which columns each field is
 * made of, and what the surviving file takes of them.
 */
import { type RawBuilder, sql } from 'kysely';
import type { Db, Tx } from '#kernel/db/db.ts';

/** A row as the database has it. */
export type RawRow = Readonly<Record<string, unknown>>;
/** Of the table that lists read, and of the one that only a profile reads. */
type Part = 'main' | 'details';
export type MergeColumns<Field extends string> = Readonly<Record<Field, { readonly [P in Part]?: readonly string[] }>>;

export interface Absorption<Field extends string> {
  readonly from: number;
  readonly into: number;
  /** Fields whose value comes from the absorbed file. */
  readonly take: readonly Field[];
}
/** What the absorbed file was, to be kept sealed for a while. */
export type Remains = Readonly<Record<string, unknown>>;

export const columnsTaken = <Field extends string>(
  columns: MergeColumns<Field>,
  take: readonly Field[],
  part: Part,
  row: RawRow,
): Readonly<Record<string, unknown>> =>
  Object.fromEntries(take.flatMap((field) => columns[field][part] ?? []).map((column) => [column, row[column] ?? null]));

export async function readRow(db: Db, table: string, where: RawBuilder<unknown>): Promise<RawRow | null> {
  const { rows } = await sql<RawRow>`select * from ${sql.table(table)} where ${where}`.execute(db);
  return rows[0] ?? null;
}

export async function writeColumns(tx: Tx, table: string, columns: RawRow, where: RawBuilder<unknown>): Promise<void> {
  const entries = Object.entries(columns);
  if (entries.length === 0) return;
  const set = sql.join(entries.map(([column, value]) => sql`${sql.ref(column)} = ${value}`));
  await sql`update ${sql.table(table)} set ${set} where ${where}`.execute(tx);
}

/** The own code of the absorbed file and every older one of either, for the survivor to be found by. */
export const unitedCodes = (into: RawRow, from: RawRow): readonly string[] => {
  const codes = [into['code_aliases'], from['unique_code'], from['code_aliases']].flat().filter((code) => typeof code === 'string');
  return [...new Set(codes)].filter((code) => code !== into['unique_code']);
};
