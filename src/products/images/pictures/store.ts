/** The tables of pictures, tags and tries. */
import { type RawBuilder, sql } from 'kysely';
import type { Db, Tx } from '#kernel/db/db.ts';
import type { PageAsked, PageOf } from '#kernel/http/pagination.ts';
import { fold } from '#kernel/text.ts';
import type { Generation, NewPicture, Picture, PictureStatus } from './picture.ts';

const PICTURE = sql`
  p.id, p.account_id as "accountId", a.username, p.prompt, p.style, p.width, p.height, p.quality, p.seed::float8 as seed, p.status,
  p.task_id as "taskId", p.file, p.validation_notes as "validationNotes", p.metadata, p.generation_time as "generationTime",
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
  readonly search?: string;
  readonly tags?: readonly string[];
  /** Every one of the tags instead of any. */
  readonly everyTag?: boolean;
}

export function whereOf({ accountId, status, search, tags = [], everyTag = false }: PictureFilters): RawBuilder<unknown> {
  const folded = tags.map(fold);
  const having = sql`select count(*) from images.picture_tags pt join images.tags t on t.id = pt.tag_id
    where pt.picture_id = p.id and t.folded = any(${folded}::text[])`;
  const conditions = [
    sql`p.account_id = ${accountId}`,
    ...(status ? [sql`p.status = ${status}`] : []),
    ...(search ? [sql`p.search_text like ${patternOf(search)}`] : []),
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

export async function insertPicture(tx: Tx, accountId: number, picture: NewPicture, taskId: string, now: Date): Promise<Promised> {
  const { prompt, style, width, height, quality, seed, tags } = picture;
  const parameters = JSON.stringify({ style, width, height, quality, seed });
  const { rows } = await sql<Promised>`
    with made as (
      insert into images.pictures (account_id, prompt, search_text, style, width, height, quality, seed, task_id, created_at, updated_at)
      values (${accountId}, ${prompt}, ${fold(prompt)}, ${style}, ${width}, ${height}, ${quality}, ${seed}, ${taskId}, ${now}, ${now})
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

export interface Made {
  readonly file: string;
  readonly seconds: number;
  readonly metadata: Readonly<Record<string, unknown>>;
}

/** False when the picture is gone, or was finished by somebody else. */
export async function finishPicture(tx: Tx, { id, generationId }: Promised, made: Made, now: Date): Promise<boolean> {
  const { rows } = await sql`
    update images.pictures set status = 'generated', file = ${made.file}, generation_time = ${made.seconds},
      metadata = ${JSON.stringify(made.metadata)}::jsonb, updated_at = ${now}
    where id = ${id} and status = 'pending' returning id`.execute(tx);
  if (rows.length === 0) return false;
  await endGeneration(tx, generationId, 'completed', made.seconds);
  return true;
}

export async function failPicture(tx: Tx, { id, generationId }: Promised, reason: string, now: Date): Promise<void> {
  await sql`update images.pictures set status = 'failed', metadata = ${JSON.stringify({ error: reason })}::jsonb, updated_at = ${now}
    where id = ${id} and status = 'pending'`.execute(tx);
  await endGeneration(tx, generationId, 'failed', null);
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

export async function deletePicture(tx: Tx, id: number): Promise<void> {
  await sql`delete from images.pictures where id = ${id}`.execute(tx);
}

export interface PictureFigures {
  readonly total: number;
  readonly byStatus: Readonly<Record<string, number>>;
  readonly byStyle: Readonly<Record<string, number>>;
  /** Seconds. */
  readonly averageTime: number;
  readonly totalTime: number;
}

export async function countPictures(db: Db, accountId: number): Promise<PictureFigures> {
  const { rows } = await sql<{ status: string; style: string; count: number; timed: number; seconds: number }>`
    select status, style, count(*)::int as count, count(generation_time)::int as timed, coalesce(sum(generation_time), 0)::float8 as seconds
    from images.pictures where account_id = ${accountId} group by status, style`.execute(db);
  const sumBy = (key: 'status' | 'style'): Record<string, number> => {
    const sums: Record<string, number> = {};
    for (const row of rows) sums[row[key]] = (sums[row[key]] ?? 0) + row.count;
    return sums;
  };
  const totalTime = rows.reduce((sum, { seconds }) => sum + seconds, 0);
  const timed = rows.reduce((sum, row) => sum + row.timed, 0);
  return {
    total: rows.reduce((sum, { count }) => sum + count, 0),
    byStatus: sumBy('status'),
    byStyle: sumBy('style'),
    averageTime: timed ? totalTime / timed : 0,
    totalTime,
  };
}

export async function listGenerations(db: Db, accountId: number, { size, offset }: PageAsked): Promise<PageOf<Generation>> {
  const [counted, { rows }] = await Promise.all([
    sql<{ total: number }>`select count(*)::int as total from images.generations where account_id = ${accountId}`.execute(db),
    sql<Generation>`select id, picture_id as "pictureId", prompt, parameters, status, generation_time as "generationTime",
      created_at as "createdAt" from images.generations where account_id = ${accountId}
      order by created_at desc, id desc limit ${size} offset ${offset}`.execute(db),
  ]);
  return { total: counted.rows[0]?.total ?? 0, rows };
}

/** Most used first; tags of no picture are not among them. */
export async function listTags(db: Db, accountId: number): Promise<readonly { id: number; name: string; uses: number }[]> {
  const { rows } = await sql<{ id: number; name: string; uses: number }>`
    select t.id, t.name, count(*)::int as uses from images.tags t join images.picture_tags pt on pt.tag_id = t.id
    where t.account_id = ${accountId} group by t.id order by uses desc, t.folded limit 1000`.execute(db);
  return rows;
}
