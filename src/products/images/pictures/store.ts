/** The tables of pictures and their tags. */
import { type RawBuilder, sql } from 'kysely';
import type { Db, Tx } from '#kernel/db/db.ts';
import type { PageAsked, PageOf } from '#kernel/http/pagination.ts';
import { fold } from '#kernel/text.ts';
import type { Generation, NewPicture, Picture, PictureStatus } from './picture.ts';

const PICTURE = sql`
  p.id, p.account_id as "accountId", a.username, p.prompt, p.style, p.width, p.height, p.quality, p.seed::float8 as seed, p.status,
  p.task_id as "taskId", p.batch_id as "batchId", p.parent_id as "parentId", p.file, p.validation_notes as "validationNotes", p.metadata, p.generation_time as "generationTime",
  array(select t.name from images.picture_tags pt join images.tags t on t.id = pt.tag_id where pt.picture_id = p.id order by pt.place) as tags,
  p.created_at as "createdAt", p.updated_at as "updatedAt"`;
const FROM = sql`images.pictures p join identity.account_cards a on a.id = p.account_id`;

export async function findPicture(db: Db, id: number): Promise<Picture | null> {
  const { rows } = await sql<Picture>`select ${PICTURE} from ${FROM} where p.id = ${id}`.execute(db);
  return rows[0] ?? null;
}

/** Whose a stored file is. */
export async function findOwnerOfFile(db: Db, file: string): Promise<number | null> {
  const { rows } = await sql<{ account_id: number }>`select account_id from images.pictures where file = ${file}`.execute(db);
  return rows[0]?.account_id ?? null;
}

export interface PictureFilters {
  readonly accountId: number;
  readonly status?: PictureStatus;
  readonly style?: Picture['style'];
  readonly search?: string;
  readonly tags?: readonly string[];
  /** Every one of the tags instead of any. */
  readonly everyTag?: boolean;
  /** Variations of one order. */
  readonly batchId?: string;
}

export function whereOf({ accountId, status, style, search, tags = [], everyTag = false, batchId }: PictureFilters): RawBuilder<unknown> {
  const folded = tags.map(fold);
  const having = sql`select count(*) from images.picture_tags pt join images.tags t on t.id = pt.tag_id
    where pt.picture_id = p.id and t.folded = any(${folded}::text[])`;
  const conditions = [
    sql`p.account_id = ${accountId}`,
    ...(status ? [sql`p.status = ${status}`] : []),
    ...(style ? [sql`p.style = ${style}`] : []),
    ...(search ? [sql`p.search_text like ${patternOf(search)}`] : []),
    ...(batchId ? [sql`p.batch_id = ${batchId}`] : []),
    ...(folded.length ? [sql`(${having}) >= ${everyTag ? new Set(folded).size : 1}`] : []),
  ];
  return sql.join(conditions, sql` and `);
}

/** The words as they are: what SQL would read as wild cards is found as written. */
const patternOf = (text: string): string => `%${fold(text).replace(/[\\%_]/g, '\\$&')}%`;

export const ORDERS = {
  created_at: sql`p.created_at, p.id`,
  '-created_at': sql`p.created_at desc, p.id desc`,
  prompt: sql`p.search_text, p.id`,
  '-prompt': sql`p.search_text desc, p.id desc`,
} as const;
export type PictureOrder = keyof typeof ORDERS;

export async function listPictures(
  db: Db,
  filters: PictureFilters,
  order: PictureOrder,
  { size, offset }: PageAsked,
): Promise<PageOf<Picture>> {
  const where = whereOf(filters);
  const [counted, { rows }] = await Promise.all([
    sql<{ total: number }>`select count(*)::int as total from images.pictures p where ${where}`.execute(db),
    sql<Picture>`select ${PICTURE} from ${FROM} where ${where} order by ${ORDERS[order]} limit ${size} offset ${offset}`.execute(db),
  ]);
  return { total: counted.rows[0]?.total ?? 0, rows };
}

export interface Promised {
  readonly id: number;
  readonly generationId: number;
}

export interface PromisedPicture extends NewPicture {
  readonly accountId: number;
  readonly taskId: string;
  readonly batchId: string | null;
}

export async function insertPicture(tx: Tx, picture: PromisedPicture, now: Date): Promise<Promised> {
  const { accountId, prompt, style, width, height, quality, seed, tags, taskId, batchId, parentId } = picture;
  const parameters = JSON.stringify({ style, width, height, quality, seed, ...(parentId === null ? {} : { parent: parentId }) });
  const { rows } = await sql<Promised>`
    with made as (
      insert into images.pictures (account_id, prompt, search_text, style, width, height, quality, seed, task_id, batch_id, parent_id,
        created_at, updated_at)
      values (${accountId}, ${prompt}, ${fold(prompt)}, ${style}, ${width}, ${height}, ${quality}, ${seed}, ${taskId}, ${batchId},
        ${parentId}, ${now}, ${now})
      returning id
    )
    insert into images.generations (account_id, picture_id, prompt, parameters, created_at)
    select ${accountId}, id, ${prompt}, ${parameters}::jsonb, ${now} from made returning picture_id as id, id as "generationId"`.execute(
    tx,
  );
  const [promised] = rows;
  if (!promised) throw new Error('the new picture got no number');
  await tagPicture(tx, accountId, promised.id, tags);
  return promised;
}

async function tagPicture(tx: Tx, accountId: number, pictureId: number, names: readonly string[]): Promise<void> {
  if (names.length === 0) return;
  const folded = names.map(fold);
  await sql`insert into images.tags (account_id, name, folded)
    select ${accountId}, name, folded from unnest(${names}::text[], ${folded}::text[]) as given (name, folded)
    order by folded on conflict do nothing`.execute(tx);
  await sql`insert into images.picture_tags (picture_id, tag_id, place)
    select ${pictureId}, t.id, given.place from unnest(${folded}::text[]) with ordinality as given (folded, place)
    join images.tags t on t.account_id = ${accountId} and t.folded = given.folded`.execute(tx);
}

/** Tells who waits that the making has begun. */
export async function beginPicture(db: Db, id: number, now: Date): Promise<void> {
  const begun = JSON.stringify({ started_at: now.toISOString() });
  await sql`update images.pictures set metadata = metadata || ${begun}::jsonb where id = ${id} and status = 'pending'`.execute(db);
}

export interface Made {
  readonly file: string;
  readonly sha256: string;
  /** Sixteen hex digits. */
  readonly fingerprint: string;
  readonly seconds: number;
  readonly metadata: Readonly<Record<string, unknown>>;
}

/** False when the picture is gone, or was finished by somebody else. */
export async function finishPicture(tx: Tx, { id, generationId }: Promised, made: Made, now: Date): Promise<boolean> {
  const { rows } = await sql`
    update images.pictures set status = 'generated', file = ${made.file}, sha256 = ${made.sha256},
      fingerprint = ('x' || ${made.fingerprint}::text)::bit(64), generation_time = ${made.seconds},
      metadata = ${JSON.stringify(made.metadata)}::jsonb, updated_at = ${now}
    where id = ${id} and status = 'pending' returning id`.execute(tx);
  if (rows.length === 0) return false;
  await endGeneration(tx, generationId, 'completed', made.seconds);
  return true;
}

export async function failPicture(tx: Tx, { id, generationId }: Promised, metadata: Made['metadata'], now: Date): Promise<void> {
  await sql`update images.pictures set status = 'failed', metadata = ${JSON.stringify(metadata)}::jsonb, updated_at = ${now}
    where id = ${id} and status = 'pending'`.execute(tx);
  await endGeneration(tx, generationId, 'failed', null);
}

/**
 * Nobody else ends a picture of the same order until the end of this transaction, so that one of them knows to be the last. All are
 * held in one order: two workers never wait for each other.
 */
export async function holdOrder(tx: Tx, batchId: string | null): Promise<void> {
  if (batchId) await sql`select id from images.pictures where batch_id = ${batchId} order by id for no key update`.execute(tx);
}

export interface EndedOrder {
  readonly accountId: number;
  readonly prompt: string;
  readonly made: number;
  readonly failed: number;
  /** A provider did not want to make it. */
  readonly isRefused: boolean;
}

/** Of the order that this picture belongs to; null while one of its pictures is to be made. */
export async function endedOrder(tx: Tx, id: number): Promise<EndedOrder | null> {
  const { rows } = await sql<EndedOrder & { readonly pending: number }>`
    select p.account_id as "accountId", p.prompt, count(*) filter (where o.status = 'pending')::int as pending,
      count(*) filter (where o.status = 'failed')::int as failed, count(*) filter (where o.status not in ('pending', 'failed'))::int as made,
      bool_or(o.metadata ->> 'error_code' = 'refused') is true as "isRefused"
    from images.pictures p join images.pictures o on o.id = p.id or o.batch_id = p.batch_id
    where p.id = ${id} group by p.id`.execute(tx);
  const [order] = rows;
  return order?.pending === 0 ? order : null;
}

const endGeneration = (tx: Tx, id: number, status: Generation['status'], seconds: number | null) =>
  sql`update images.generations set status = ${status}, generation_time = ${seconds} where id = ${id} and status = 'pending'`.execute(tx);

/** The picture held until the end of the transaction; null when it is gone. */
export async function lockPicture(tx: Tx, id: number): Promise<Picture | null> {
  const { rows } = await sql`select id from images.pictures where id = ${id} for update`.execute(tx);
  return rows.length > 0 ? findPicture(tx, id) : null;
}

export async function judgePicture(
  tx: Tx,
  id: number,
  {
    status,
    notes,
    by,
    now,
  }: { readonly status: 'validated' | 'rejected'; readonly notes: string; readonly by: number; readonly now: Date },
): Promise<void> {
  await sql`update images.pictures set status = ${status}, validation_notes = ${notes}, validated_by = ${by}, validated_at = ${now},
    updated_at = ${now} where id = ${id}`.execute(tx);
}

/** As if nobody had judged it; the notes stay. */
export async function forgetJudgement(tx: Tx, id: number, now: Date): Promise<void> {
  await sql`update images.pictures set status = 'generated', validated_by = null, validated_at = null, updated_at = ${now}
    where id = ${id}`.execute(tx);
}

/** These tags and no others. */
export async function replaceTags(tx: Tx, accountId: number, id: number, names: readonly string[], now: Date): Promise<void> {
  await sql`delete from images.picture_tags where picture_id = ${id}`.execute(tx);
  await tagPicture(tx, accountId, id, names);
  await sql`update images.pictures set updated_at = ${now} where id = ${id}`.execute(tx);
}

export async function deletePicture(tx: Tx, id: number): Promise<void> {
  await sql`delete from images.pictures where id = ${id}`.execute(tx);
}

/** Older pictures are not looked at, so that an account of any size is answered in milliseconds. */
const MOST_COMPARED = 20_000;
const MOST_LOOKALIKES = 20;

/** Numbers of the same account's pictures whose fingerprints differ in at most `bits`, the most alike first. */
export async function findLookalikes(db: Db, id: number, bits: number): Promise<readonly number[]> {
  const { rows } = await sql<{ id: number }>`
    select other.id from images.pictures p cross join lateral (
      select o.id, bit_count(o.fingerprint # p.fingerprint) as apart from images.pictures o
      where o.account_id = p.account_id and o.fingerprint is not null order by o.id desc limit ${MOST_COMPARED}
    ) as other
    where p.id = ${id} and other.id <> p.id and other.apart <= ${bits} order by other.apart, other.id desc
    limit ${MOST_LOOKALIKES}`.execute(db);
  return rows.map((row) => row.id);
}
