/** The SQL of registration drafts. */
import type { Db, Tx } from '#kernel/db/db.ts';
import type { StepName } from './steps.ts';

export interface DraftRow {
  readonly id: string;
  readonly owner: string;
  readonly step: StepName;
  readonly data_encrypted: string;
  readonly photo_file: string | null;
  readonly cv_file: string | null;
  readonly account_id: number | null;
  readonly completed_at: Date | null;
  readonly created_at: Date;
  readonly updated_at: Date;
  readonly expires_at: Date;
}
export type DraftChange = Partial<Pick<DraftRow, 'step' | 'data_encrypted' | 'photo_file' | 'cv_file' | 'account_id' | 'completed_at'>> &
  Pick<DraftRow, 'updated_at' | 'expires_at'>;

// A type, not an interface: Kysely asks for an index signature.
type DraftTables = { 'talent.registration_drafts': { [K in keyof DraftRow]: DraftRow[K] } };
const tablesOf = (db: Db) => db.withTables<DraftTables>();
const DRAFTS = 'talent.registration_drafts';

/** The draft this browser is filling in. */
export async function findOpen(db: Db, owner: string, now: Date): Promise<DraftRow | null> {
  const row = await tablesOf(db)
    .selectFrom(DRAFTS)
    .selectAll()
    .where('owner', '=', owner)
    .where('completed_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return row ?? null;
}

/** Nothing when the browser has an open draft already: two first requests at once end up with the same one. */
export async function insertDraft(tx: Tx, row: DraftRow): Promise<void> {
  await tablesOf(tx)
    .insertInto(DRAFTS)
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** The open draft of a browser, held until the transaction ends. */
export async function lockOpen(tx: Tx, owner: string): Promise<DraftRow | null> {
  const row = await tablesOf(tx)
    .selectFrom(DRAFTS)
    .selectAll()
    .where('owner', '=', owner)
    .where('completed_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  return row ?? null;
}

/** One draft, open or completed, held until the transaction ends. */
export async function lockDraft(tx: Tx, id: string, owner: string): Promise<DraftRow | null> {
  const row = await tablesOf(tx)
    .selectFrom(DRAFTS)
    .selectAll()
    .where('id', '=', id)
    .where('owner', '=', owner)
    .forUpdate()
    .executeTakeFirst();
  return row ?? null;
}

export async function updateDraft(tx: Tx, id: string, change: DraftChange): Promise<void> {
  await tablesOf(tx).updateTable(DRAFTS).set(change).where('id', '=', id).execute();
}

/** Takes away drafts whose time is over, open or completed; answers the files they held. */
export async function deleteExpired(tx: Tx, now: Date): Promise<readonly { photo_file: string | null; cv_file: string | null }[]> {
  return tablesOf(tx).deleteFrom(DRAFTS).where('expires_at', '<=', now).returning(['photo_file', 'cv_file']).execute();
}

export async function deleteDraft(tx: Tx, id: string): Promise<void> {
  await tablesOf(tx).deleteFrom(DRAFTS).where('id', '=', id).execute();
}
