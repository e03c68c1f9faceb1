/**
 * Uploads in the database. Pieces are rows (`kernel.upload_chunks`), not blobs or a file on this machine: a piece and
 * the new offset are one commit, so neither can be true without the other; any process can take the next piece; what
 * expires or is claimed goes with its row, and nothing has to be swept from a storage. At a dozen megabytes each for
 * at most a day that costs the database little.
 */
import type { Db, Tx } from '../db/db.ts';
import { inTransaction } from '../db/transaction.ts';

export type UploadRow = {
  id: string;
  owner: string;
  purpose: string;
  length: number;
  received: number;
  pieces: number;
  original_name: string;
  declared_type: string;
  /** The header of the creation, to be given back as it came. */
  metadata: string;
  created_at: Date;
  expires_at: Date;
};
type ChunkRow = { upload_id: string; position: number; content: Buffer };
type Tables = { 'kernel.uploads': UploadRow; 'kernel.upload_chunks': ChunkRow };

export interface Whose {
  readonly id: string;
  readonly owner: string;
  readonly now: Date;
}
export type AppendProblem = 'gone' | 'wrong-offset' | 'too-long' | 'too-many-pieces';

const MAX_PIECES = 2000;
const tables = (db: Db) => db.withTables<Tables>();

export async function insertUpload(db: Db, row: UploadRow): Promise<void> {
  await tables(db).insertInto('kernel.uploads').values(row).execute();
}

export async function findUpload(db: Db, { id, owner, now }: Whose): Promise<UploadRow | null> {
  const query = tables(db).selectFrom('kernel.uploads').selectAll();
  return (await query.where('id', '=', id).where('owner', '=', owner).where('expires_at', '>', now).executeTakeFirst()) ?? null;
}

/** Adds a piece exactly at `offset`; of two that come for the same place, one is told that it is not the place any more. */
export function appendPiece(db: Db, whose: Whose, offset: number, content: Buffer, expiresAt: Date): Promise<AppendProblem | null> {
  return inTransaction(db, async (tx) => {
    const upload = await lockUpload(tx, whose);
    if (!upload) return 'gone';
    if (upload.received !== offset) return 'wrong-offset';
    if (offset + content.length > upload.length) return 'too-long';
    if (upload.pieces >= MAX_PIECES) return 'too-many-pieces';
    await tables(tx).insertInto('kernel.upload_chunks').values({ upload_id: whose.id, position: offset, content }).execute();
    const changes = { received: offset + content.length, pieces: upload.pieces + 1, expires_at: expiresAt };
    await tables(tx).updateTable('kernel.uploads').set(changes).where('id', '=', whose.id).execute();
    return null;
  });
}

/** The whole content, given once: the rows go in the caller's transaction, so a rollback keeps them. Null unless complete. */
export function takeUpload(db: Db, whose: Whose): Promise<(UploadRow & { content: Buffer }) | null> {
  return inTransaction(db, async (tx) => {
    const upload = await lockUpload(tx, whose);
    if (!upload || upload.received < upload.length) return null;
    const chunks = tables(tx).selectFrom('kernel.upload_chunks').select('content').where('upload_id', '=', whose.id).orderBy('position');
    const content = Buffer.concat((await chunks.execute()).map((chunk) => chunk.content));
    await removeUpload(tx, whose);
    return { ...upload, content };
  });
}

/** In order, one at a time. */
export async function* readPieces(db: Db, id: string): AsyncGenerator<Buffer> {
  for (let after = -1; ; ) {
    const pieces = tables(db).selectFrom('kernel.upload_chunks').select(['position', 'content']).where('upload_id', '=', id);
    const next = await pieces.where('position', '>', after).orderBy('position').limit(1).executeTakeFirst();
    if (!next) return;
    after = next.position;
    yield next.content;
  }
}

export async function removeUpload(db: Db, { id, owner }: Pick<Whose, 'id' | 'owner'>): Promise<boolean> {
  const done = await tables(db).deleteFrom('kernel.uploads').where('id', '=', id).where('owner', '=', owner).executeTakeFirst();
  return done.numDeletedRows > 0n;
}

export async function removeExpired(db: Db, now: Date): Promise<number> {
  const done = await tables(db).deleteFrom('kernel.uploads').where('expires_at', '<=', now).executeTakeFirst();
  return Number(done.numDeletedRows);
}

async function lockUpload(tx: Tx, { id, owner, now }: Whose): Promise<UploadRow | null> {
  const query = tables(tx).selectFrom('kernel.uploads').selectAll().where('id', '=', id).where('owner', '=', owner);
  return (await query.where('expires_at', '>', now).forUpdate().executeTakeFirst()) ?? null;
}
