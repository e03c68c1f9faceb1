/** The SQL of CINEMA drafts. */
import type { Db, Tx } from '#kernel/db/db.ts';
import type { StepName } from './steps.ts';

export interface DraftRow {
  readonly id: string;
  readonly owner: string;
  readonly step: StepName;
  readonly data_encrypted: string;
  readonly photo_file: string | null;
  readonly id_photo_file: string | null;
  readonly gallery_files: readonly string[];
  readonly talent_id: number | null;
  readonly completed_at: Date | null;
  readonly created_at: Date;
  readonly updated_at: Date;
  readonly expires_at: Date;
}
type Changing = 'step' | 'data_encrypted' | 'photo_file' | 'id_photo_file' | 'gallery_files' | 'talent_id' | 'completed_at';
export type DraftChange = Partial<Pick<DraftRow, Changing>> & Pick<DraftRow, 'updated_at' | 'expires_at'>;
export type DraftFiles = Pick<DraftRow, 'photo_file' | 'id_photo_file' | 'gallery_files'>;

// A type, not an interface: Kysely asks for an index signature.
type DraftTables = {
  'talent.cinema_drafts': { [K in keyof DraftRow]: DraftRow[K] };
  'talent.cinema_talents': { id: number; account_id: number | null; unique_code: string };
};
const tablesOf = (db: Db) => db.withTables<DraftTables>();
const DRAFTS = 'talent.cinema_drafts';

/** The draft this browser is filling in. */
export async function findOpen(db: Db, owner: string, now: Date): Promise<DraftRow | null> {
  const open = tablesOf(db).selectFrom(DRAFTS).selectAll().where('owner', '=', owner).where('completed_at', 'is', null);
  return (await open.where('expires_at', '>', now).executeTakeFirst()) ?? null;
}

/** The person this browser registered last, unless that is longer ago than `since`. */
export async function findCompleted(db: Db, owner: string, since: Date): Promise<number | null> {
  const row = await tablesOf(db)
    .selectFrom(DRAFTS)
    .select('talent_id')
    .where('owner', '=', owner)
    .where('completed_at', '>', since)
    .orderBy('completed_at', 'desc')
    .executeTakeFirst();
  return row?.talent_id ?? null;
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
  const open = tablesOf(tx).selectFrom(DRAFTS).selectAll().where('owner', '=', owner).where('completed_at', 'is', null);
  return (await open.forUpdate().executeTakeFirst()) ?? null;
}

/** One draft, open or completed, held until the transaction ends. */
export async function lockDraft(tx: Tx, id: string, owner: string): Promise<DraftRow | null> {
  const draft = tablesOf(tx).selectFrom(DRAFTS).selectAll().where('id', '=', id).where('owner', '=', owner);
  return (await draft.forUpdate().executeTakeFirst()) ?? null;
}

export async function updateDraft(tx: Tx, id: string, change: DraftChange): Promise<void> {
  await tablesOf(tx).updateTable(DRAFTS).set(change).where('id', '=', id).execute();
}

/** Takes away drafts whose time is over, open or completed; answers the files they held. */
export async function deleteExpired(tx: Tx, now: Date): Promise<readonly DraftFiles[]> {
  const files = ['photo_file', 'id_photo_file', 'gallery_files'] as const;
  return tablesOf(tx).deleteFrom(DRAFTS).where('expires_at', '<=', now).returning(files).execute();
}

export async function deleteDraft(tx: Tx, id: string): Promise<void> {
  await tablesOf(tx).deleteFrom(DRAFTS).where('id', '=', id).execute();
}

/** The CINEMA code of an account that has a file already. */
export async function findOwnCode(db: Db, accountId: number): Promise<string | null> {
  const own = tablesOf(db).selectFrom('talent.cinema_talents').select('unique_code').where('account_id', '=', accountId);
  return (await own.executeTakeFirst())?.unique_code ?? null;
}
