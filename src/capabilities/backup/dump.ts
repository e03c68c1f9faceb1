/** Rows as lines: a JSON array of texts and nulls, each text what PostgreSQL itself writes and reads back bit by bit. */
import { sql } from 'kysely';
import type { Tx } from '#kernel/db/db.ts';
import { nameOf, quoted, type Table } from './tables.ts';

export type Cells = readonly (string | null)[];

/** What a batch should weigh: a letter weighs a megabyte, a country a hundred bytes. */
const BATCH_BYTES = 2 * 1024 * 1024;
const MOST_ROWS = 2000;
const FIRST_ROWS = 16;

/** Lines of a table in the order of its key, a bounded number at a time. `tx` sees one moment of the database. */
export function linesOf(tx: Tx, { name, columns, order }: Table): AsyncGenerator<Buffer> {
  const list = columns.map((column, index) => `${quoted(column.name)}::text as c${index}`).join(', ');
  return linesOfQuery(tx, `select ${list} from ${nameOf(name)} order by ${order.join(', ')}`, columns.length);
}

/** The query names its columns c0, c1… and makes them texts. */
export async function* linesOfQuery(tx: Tx, query: string, width: number): AsyncGenerator<Buffer> {
  const names = Array.from({ length: width }, (_, index) => `c${index}`);
  await sql.raw(`declare backup_rows no scroll cursor for ${query}`).execute(tx);
  let count = FIRST_ROWS;
  for (;;) {
    const { rows } = await sql.raw<Readonly<Record<string, string | null>>>(`fetch ${count} from backup_rows`).execute(tx);
    if (rows.length === 0) break;
    const lines = Buffer.from(rows.map((row) => `${JSON.stringify(names.map((column) => row[column] ?? null))}\n`).join(''));
    yield lines;
    const fitting = Math.floor((count * BATCH_BYTES) / Math.max(lines.length, 1));
    count = Math.max(1, Math.min(MOST_ROWS, fitting, count * 4));
  }
  await sql`close backup_rows`.execute(tx);
}

/** Lines as rows again, in batches that weigh as much. Throws when a line is no array of `width` texts and nulls. */
export async function* batchesOf(content: AsyncIterable<Uint8Array>, width: number): AsyncGenerator<readonly Cells[]> {
  let batch: Cells[] = [];
  let weight = 0;
  for await (const line of splitLines(content)) {
    batch.push(cellsOf(line, width));
    weight += line.length;
    if (weight < BATCH_BYTES && batch.length < MOST_ROWS) continue;
    yield batch;
    [batch, weight] = [[], 0];
  }
  if (batch.length > 0) yield batch;
}

function cellsOf(line: string, width: number): Cells {
  const cells: unknown = JSON.parse(line);
  if (!Array.isArray(cells) || cells.length !== width || !cells.every((cell) => cell === null || typeof cell === 'string'))
    throw new Error('a row of the archive does not fit its table');
  return cells as Cells;
}

async function* splitLines(content: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let rest: Buffer[] = [];
  for await (const piece of content) {
    const chunk = Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength);
    let from = 0;
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, from)) {
      yield Buffer.concat([...rest, chunk.subarray(from, end)]).toString('utf8');
      rest = [];
      from = end + 1;
    }
    if (from < chunk.length) rest.push(Buffer.from(chunk.subarray(from)));
  }
  if (rest.length > 0) throw new Error('the last row of a table is cut');
}

/** Writes rows as they were, numbers of identity columns included. */
export async function insertRows(tx: Tx, { name, columns }: Pick<Table, 'name' | 'columns'>, rows: readonly Cells[]): Promise<void> {
  const lists = columns.map((_, index) => sql`${rows.map((row) => row[index] ?? null)}::text[]`);
  const names = columns.map((_, index) => `c${index}`).join(', ');
  const values = columns.map(({ type }, index) => `u.c${index}::${type}`).join(', ');
  await sql`insert into ${sql.raw(nameOf(name))} (${sql.raw(columns.map((column) => quoted(column.name)).join(', '))})
    overriding system value select ${sql.raw(values)} from unnest(${sql.join(lists)}) as u(${sql.raw(names)})`.execute(tx);
}
