/**
 * One table of the former application, batch by batch. A batch is one transaction: its rows, their files and their lines in the ledger
 * come together or not at all; within it each row stands alone, so that one that is refused costs the others nothing.
 */
import { sql } from 'kysely';
import type { Db, Tx } from '#kernel/db/db.ts';
import { inTransaction, sqlStateOf } from '#kernel/db/transaction.ts';
import { Failure } from '#kernel/failure.ts';
import { say } from '#kernel/message.ts';
import type { Known, Ledger } from './ledger.ts';
import type { OldDatabase, OldRecord, OldRow, RowOptions } from './old-database.ts';
import type { FileRef, OldFile, OldUploads, PreparedFile } from './old-files.ts';
import { Refused } from './old-values.ts';
import { figuresOf, fileFiguresOf, type ImportReport, type TableFigures } from './report.ts';

export interface Desk {
  /** The database here, or the transaction of a rehearsal. */
  readonly db: Db;
  readonly old: OldDatabase;
  readonly uploads: OldUploads;
  readonly ledger: Ledger;
  readonly report: ImportReport;
  /** Of the digest of a row. */
  readonly fingerprint: (digest: string) => string;
  readonly now: () => Date;
}

export interface Written {
  readonly id: number | null;
  readonly how?: 'created' | 'matched';
  /** Fields that came empty. */
  readonly left?: readonly string[];
}
export type Files = (column: string) => PreparedFile | undefined;

export interface TableStep<Ready> {
  /** As the report and the ledger call it. */
  readonly table: string;
  /** What it is called there, when that is another name. */
  readonly name?: string;
  readonly links?: RowOptions['links'];
  /** Files that a row names. */
  readonly files?: (row: OldRow) => readonly FileRef[];
  /** Outside of any transaction. Throws `Refused`. */
  readonly read: (row: OldRow) => Ready;
  readonly write: (tx: Tx, ready: Ready, files: Files) => Promise<Written>;
  /** Brings a file that was missing when its row came; false when there is no place for it any more. */
  readonly attach?: (tx: Tx, newId: number, column: string, file: PreparedFile) => Promise<boolean>;
}

interface Prepared<Ready> {
  readonly record: OldRecord;
  readonly ready: Ready | Refused;
  readonly files: readonly OldFile[];
}

export async function bringTable<Ready>(desk: Desk, step: TableStep<Ready>): Promise<void> {
  figuresOf(desk.report, step.table);
  const { links = null, name = step.table } = step;
  for await (const batch of desk.old.rows(name, { links })) await bringBatch(desk, step, batch);
}

async function bringBatch<Ready>(desk: Desk, step: TableStep<Ready>, batch: readonly OldRecord[]): Promise<void> {
  const ids = batch.map(({ row }) => row.id);
  const before = await desk.ledger.known(desk.db, step.table, ids);
  const fresh = await Promise.all(batch.filter(({ row }) => !before.has(row.id)).map((record) => prepare(desk, step, record)));
  const late = await lateFiles(desk, step, batch, before);
  const told = await inTransaction(desk.db, async (tx) => {
    await desk.ledger.hold(tx);
    // Another run may have brought some of them since.
    const known = await desk.ledger.known(tx, step.table, ids);
    const tally = new Tally(step.table);
    for (const { row, digest } of batch)
      if (known.has(row.id)) tally.came(row.id, known.get(row.id)?.fingerprint === desk.fingerprint(digest));
    for (const prepared of fresh) if (!known.has(prepared.record.row.id)) await bringRow(desk, step, tx, prepared, tally);
    for (const { newId, oldId, file } of late) await attachFile(desk, step, tx, { newId, oldId, file }, tally);
    return tally;
  });
  told.writeTo(desk.report);
}

async function prepare<Ready>({ uploads }: Desk, { read, files }: TableStep<Ready>, record: OldRecord): Promise<Prepared<Ready>> {
  try {
    const ready = read(record.row);
    return { record, ready, files: await Promise.all((files?.(record.row) ?? []).map((ref) => uploads.read(ref))) };
  } catch (error) {
    if (error instanceof Refused) return { record, ready: error, files: [] };
    throw error;
  }
}

async function bringRow<Ready>(
  desk: Desk,
  step: TableStep<Ready>,
  tx: Tx,
  { record, ready, files }: Prepared<Ready>,
  tally: Tally,
): Promise<void> {
  const { id: oldId } = record.row;
  const { now, ledger } = desk;
  const fingerprint = desk.fingerprint(record.digest);
  const found = (column: string): PreparedFile | undefined => files.find(({ ref }) => ref.column === column)?.file ?? undefined;
  await sql`savepoint brought`.execute(tx);
  try {
    if (ready instanceof Refused) throw ready;
    const { id: newId, how = 'created', left = [] } = await step.write(tx, ready, found);
    await ledger.write(tx, { table: step.table, oldId, newId, how, fingerprint }, now());
    for (const { ref, file } of files)
      if (file) await ledger.write(tx, { table: ref.column, oldId, newId: null, how: 'created', fingerprint: '' }, now());
    await sql`release savepoint brought`.execute(tx);
    tally.brought(oldId, how, left);
    for (const file of files) tally.file(oldId, file);
  } catch (error) {
    const reason = reasonOf(error);
    if (reason === null) throw error;
    await sql`rollback to savepoint brought`.execute(tx);
    tally.refused(oldId, reason);
  }
}

interface LateFile {
  readonly newId: number;
  readonly oldId: number;
  readonly file: OldFile;
}

async function lateFiles<Ready>(
  { db, ledger, uploads }: Desk,
  { files, attach }: TableStep<Ready>,
  batch: readonly OldRecord[],
  known: ReadonlyMap<number, Known>,
): Promise<readonly LateFile[]> {
  if (!files || !attach) return [];
  const wanted = batch.flatMap(({ row }) => {
    const newId = known.get(row.id)?.newId;
    return newId ? files(row).map((ref) => ({ newId, oldId: row.id, ref })) : [];
  });
  const columns = [...new Set(wanted.map(({ ref }) => ref.column))];
  const here = new Map(
    await Promise.all(
      columns.map(
        async (column) =>
          [
            column,
            await ledger.known(
              db,
              column,
              wanted.map(({ oldId }) => oldId),
            ),
          ] as const,
      ),
    ),
  );
  const missing = wanted.filter(({ ref, oldId }) => !here.get(ref.column)?.has(oldId));
  return Promise.all(missing.map(async ({ ref, ...of }) => ({ ...of, file: await uploads.read(ref) })));
}

async function attachFile<Ready>(
  desk: Desk,
  step: TableStep<Ready>,
  tx: Tx,
  { newId, oldId, file }: LateFile,
  tally: Tally,
): Promise<void> {
  const { column } = file.ref;
  if (!file.file || (await desk.ledger.known(tx, column, [oldId])).has(oldId)) return tally.file(oldId, file);
  const isPlaced = await step.attach?.(tx, newId, column, file.file);
  if (!isPlaced)
    return tally.file(oldId, { ...file, file: null, problem: 'there is another file in its place here, or the person is gone' });
  await desk.ledger.write(tx, { table: column, oldId, newId: null, how: 'created', fingerprint: '' }, desk.now());
  tally.file(oldId, file);
}

/** What one batch did: told to the report once it is committed, because a transaction may run twice. */
class Tally {
  readonly #figures: TableFigures = { read: 0, created: 0, matched: 0, unchanged: 0, changed: 0, refused: 0 };
  readonly #remarks: ((report: ImportReport) => void)[] = [];
  readonly #table: string;
  constructor(table: string) {
    this.#table = table;
  }
  came(id: number, isSame: boolean): void {
    this.#figures.read += 1;
    this.#figures[isSame ? 'unchanged' : 'changed'] += 1;
    if (!isSame) this.#remark('changed', id, 'is different there since it came; nothing was changed here');
  }
  brought(id: number, how: 'created' | 'matched', left: readonly string[]): void {
    this.#figures.read += 1;
    this.#figures[how] += 1;
    if (left.length > 0) this.#remark('leftEmpty', id, [...new Set(left)].join(', '));
  }
  refused(id: number, reason: string): void {
    this.#figures.read += 1;
    this.#figures.refused += 1;
    this.#remark('refused', id, reason);
  }
  file(id: number, { ref, file, problem }: OldFile): void {
    const column = ref.column.replace(/\.\d+$/, '');
    this.#remarks.push((report) => {
      fileFiguresOf(report, column)[file ? 'brought' : 'refused'] += 1;
      if (!file) report.refusedFiles.push({ table: ref.column, id, reason: problem ?? '' });
    });
  }
  writeTo(report: ImportReport): void {
    const figures = figuresOf(report, this.#table);
    for (const name of Object.keys(this.#figures) as (keyof TableFigures)[]) figures[name] += this.#figures[name];
    for (const tell of this.#remarks) tell(report);
  }
  #remark(list: 'refused' | 'changed' | 'leftEmpty', id: number, reason: string): void {
    this.#remarks.push((report) => report[list].push({ table: this.#table, id, reason }));
  }
}

const TAKEN: Readonly<Record<string, string>> = {
  accounts_email_key: 'this e-mail address has an account here',
  accounts_code_key: 'this code has an account here',
  members_unique_code_key: 'this code belongs to somebody here',
  cinema_talents_unique_code_key: 'this code belongs to somebody here',
  productions_name: 'a company of this name is here',
  project_talents_project_code_key: 'this project code is taken here',
  project_talents_current: 'this person is in the project already',
  presences_open: 'this person has another open stay on that day',
};

/** Why a row did not come; null for a fault that is not the row's. */
function reasonOf(error: unknown): string | null {
  if (error instanceof Refused) return error.message;
  if (error instanceof Failure) {
    const named = Object.entries(error.fields).map(([field, { message, params }]) => `${field}: ${say(message, 'en', params)}`);
    return named.length > 0 ? named.join('; ') : say(error.text, 'en', error.params);
  }
  const state = sqlStateOf(error);
  const { constraint = '' } = error as { readonly constraint?: string };
  if (state === '23505') return TAKEN[constraint] ?? `taken here already (${constraint})`;
  // A value that a column or a rule of the database does not take.
  return state.startsWith('22') || ['23502', '23514'].includes(state) ? `a value does not fit (${constraint || state})` : null;
}
