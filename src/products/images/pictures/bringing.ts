/** A picture that somebody brought: no order, no provider; it is the person's word that it may be used, so it is validated as it comes. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { fingerprintPicture } from '#capabilities/media/media.ts';
import type { Clock } from '#kernel/clock.ts';
import type { Tx } from '#kernel/db/db.ts';
import type { Files } from '#kernel/storage/files.ts';
import { fold } from '#kernel/text.ts';

export interface BroughtPicture {
  /** Prepared by `capabilities/media`. */
  readonly content: Buffer;
  readonly mediaType: string;
  readonly extension: string;
  readonly width: number;
  readonly height: number;
  readonly title: string;
  readonly origin: string | null;
  /** What it is a copy of, in the words of whoever brings it. */
  readonly from: string;
}

/** Answers its number. */
export async function bringPicture(
  { files, clock }: { readonly files: Files; readonly clock: Clock },
  tx: Tx,
  accountId: number,
  picture: BroughtPicture,
): Promise<number> {
  const { content, mediaType, extension, width, height, title, origin, from } = picture;
  const file = await files.save(tx, { folder: 'images', extension, mediaType, content });
  const fingerprint = await fingerprintPicture(content);
  const now = clock.now();
  const metadata = JSON.stringify({ provider: 'own', model: 'own', from });
  const { rows } = await sql<{ id: number }>`
    insert into images.pictures (account_id, prompt, search_text, style, width, height, quality, seed, status, task_id, file, sha256,
      fingerprint, validated_by, validated_at, metadata, origin, created_at, updated_at)
    values (${accountId}, ${title}, ${fold(title)}, 'realistic', ${width}, ${height}, 'standard', 0, 'validated', ${randomUUID()},
      ${file.name}, ${file.sha256}, ('x' || ${fingerprint}::text)::bit(64), ${accountId}, ${now}, ${metadata}::jsonb, ${origin}, ${now}, ${now})
    returning id`.execute(tx);
  const [row] = rows;
  if (!row) throw new Error('a picture that was brought got no number');
  return row.id;
}

/** What pictures that were ordered are for. */
export async function setOrigin(tx: Tx, ids: readonly number[], origin: string): Promise<void> {
  await sql`update images.pictures set origin = ${origin} where id = any(${ids}::bigint[])`.execute(tx);
}
