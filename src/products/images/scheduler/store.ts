/** The table of posts. */
import { type RawBuilder, sql } from 'kysely';
import type { PicturePlatform, Publication } from '#capabilities/publishing/publishing.ts';
import type { Db, Tx } from '#kernel/db/db.ts';
import type { PageAsked, PageOf } from '#kernel/http/pagination.ts';
import { escapeLike, fold } from '#kernel/text.ts';
import { type PostMetadata, type PostStatus, type ScheduledPost, statusOf } from './post.ts';

const POST = sql`
  p.id, p.account_id as "accountId", a.username, p.picture_id as "pictureId", coalesce(i.prompt, p.alt_text) as prompt,
  coalesce(i.file, p.media_file) as "pictureFile", p.media_file as "mediaFile", p.platform, p.connection_id as "connectionId",
  p.scheduled_time as "scheduledTime", p.caption, p.hashtags, p.first_comment as "firstComment", p.status, p.state,
  p.publication_id as "publicationId", p.posted_at as "postedAt", p.platform_post_id as "platformPostId",
  p.platform_post_url as "platformPostUrl", p.metadata, p.created_at as "createdAt", p.updated_at as "updatedAt"`;
const FROM = sql`images.posts p join identity.account_cards a on a.id = p.account_id left join images.pictures i on i.id = p.picture_id`;

async function findBy(db: Db, condition: RawBuilder<unknown>): Promise<ScheduledPost | null> {
  const { rows } = await sql<ScheduledPost>`select ${POST} from ${FROM} where ${condition}`.execute(db);
  return rows[0] ?? null;
}

export const findPost = (db: Db, id: number): Promise<ScheduledPost | null> => findBy(db, sql`p.id = ${id}`);
export const findBySlot = (db: Db, key: string): Promise<ScheduledPost | null> => findBy(db, sql`p.slot_key = ${key}`);
export const findByPublication = (db: Db, id: number): Promise<ScheduledPost | null> => findBy(db, sql`p.publication_id = ${id}`);

/**
 * Until the end of the transaction nobody else changes what this post says. Not a lock of its row: the end of its publication writes
 * there while it holds the publication, and who changes a post holds them the other way round.
 */
export async function reservePost(tx: Tx, id: number): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`images.post:${id}`}, 0))`.execute(tx);
}

export interface PostFilters {
  readonly accountId: number;
  readonly status?: PostStatus;
  readonly platform?: PicturePlatform;
  readonly after?: Date;
  readonly before?: Date;
  readonly search?: string;
  /** What its picture was made for. */
  readonly origin?: string;
}

function whereOf({ accountId, status, platform, after, before, search, origin }: PostFilters): RawBuilder<unknown> {
  const conditions = [
    sql`p.account_id = ${accountId}`,
    ...(status ? [sql`p.status = ${status}`] : []),
    ...(platform ? [sql`p.platform = ${platform}`] : []),
    ...(after ? [sql`p.scheduled_time >= ${after}`] : []),
    ...(before ? [sql`p.scheduled_time <= ${before}`] : []),
    ...(search ? [sql`p.search_text like ${`%${escapeLike(fold(search))}%`}`] : []),
    ...(origin ? [sql`exists (select from images.pictures o where o.id = p.picture_id and o.origin = ${origin})`] : []),
  ];
  return sql.join(conditions, sql` and `);
}

export async function listPosts(
  db: Db,
  filters: PostFilters,
  { size, offset }: Pick<PageAsked, 'size' | 'offset'>,
  latestFirst: boolean,
): Promise<PageOf<ScheduledPost>> {
  const where = whereOf(filters);
  const order = latestFirst ? sql`p.scheduled_time desc, p.id desc` : sql`p.scheduled_time, p.id`;
  const [counted, { rows }] = await Promise.all([
    sql<{ total: number }>`select count(*)::int as total from images.posts p where ${where}`.execute(db),
    sql<ScheduledPost>`select ${POST} from ${FROM} where ${where} order by ${order} limit ${size} offset ${offset}`.execute(db),
  ]);
  return { total: counted.rows[0]?.total ?? 0, rows };
}

export interface PostRow {
  readonly accountId: number;
  readonly pictureId: number;
  readonly altText: string;
  readonly mediaFile: string;
  readonly platform: PicturePlatform;
  readonly connectionId: number | null;
  readonly scheduledTime: Date;
  readonly caption: string;
  readonly hashtags: string;
  readonly firstComment: string;
  readonly slotKey: string | null;
  readonly metadata: PostMetadata;
}

const searchText = (caption: string, hashtags: string): string => fold(`${caption} ${hashtags}`);

/** Null when the slot has its post already. */
export async function insertPost(tx: Tx, post: PostRow, now: Date): Promise<number | null> {
  const { accountId, pictureId, altText, mediaFile, platform, connectionId, scheduledTime, caption, hashtags, firstComment } = post;
  const { rows } = await sql<{ id: number }>`
    insert into images.posts (account_id, picture_id, alt_text, media_file, platform, connection_id, scheduled_time, caption, hashtags,
      first_comment, search_text, slot_key, metadata, created_at, updated_at)
    values (${accountId}, ${pictureId}, ${altText}, ${mediaFile}, ${platform}, ${connectionId}, ${scheduledTime}, ${caption}, ${hashtags},
      ${firstComment}, ${searchText(caption, hashtags)}, ${post.slotKey}, ${JSON.stringify(post.metadata)}::jsonb, ${now}, ${now})
    on conflict (slot_key) do nothing returning id`.execute(tx);
  return rows[0]?.id ?? null;
}

export async function linkPublication(tx: Tx, id: number, publicationId: number): Promise<void> {
  await sql`update images.posts set publication_id = ${publicationId} where id = ${id}`.execute(tx);
}

export type PostChanges = Pick<PostRow, 'scheduledTime' | 'caption' | 'hashtags' | 'firstComment' | 'mediaFile' | 'connectionId'> & {
  readonly metadata: PostMetadata;
};

export async function updatePost(tx: Tx, id: number, changes: PostChanges, now: Date): Promise<void> {
  const { scheduledTime, caption, hashtags, firstComment, mediaFile, connectionId, metadata } = changes;
  await sql`update images.posts set scheduled_time = ${scheduledTime}, caption = ${caption}, hashtags = ${hashtags},
    first_comment = ${firstComment}, media_file = ${mediaFile}, connection_id = ${connectionId},
    search_text = ${searchText(caption, hashtags)}, metadata = ${JSON.stringify(metadata)}::jsonb, updated_at = ${now}
    where id = ${id}`.execute(tx);
}

/** What became of the publication; `metadata` takes the place of the old one. */
export async function followPublication(tx: Tx, id: number, publication: Publication, metadata: PostMetadata, now: Date): Promise<void> {
  const { state, endedAt, platformPostId, platformPostUrl } = publication;
  const status = statusOf(state);
  await sql`update images.posts set status = ${status}, state = ${state}, posted_at = ${status === 'posted' ? endedAt : null},
    platform_post_id = ${platformPostId}, platform_post_url = ${platformPostUrl}, metadata = ${JSON.stringify(metadata)}::jsonb,
    updated_at = ${now} where id = ${id}`.execute(tx);
}

/** What this account made pictures for. */
export async function listOrigins(db: Db, accountId: number): Promise<readonly string[]> {
  const { rows } = await sql<{ origin: string }>`
    select distinct origin from images.pictures where account_id = ${accountId} and origin is not null order by origin`.execute(db);
  return rows.map(({ origin }) => origin);
}

/** Whether a post that has not ended needs the picture. */
export async function isPictureNeeded(db: Db, pictureId: number): Promise<boolean> {
  const { rows } = await sql`select 1 from images.posts where picture_id = ${pictureId} and status = 'scheduled' limit 1`.execute(db);
  return rows.length > 0;
}

/** Whose a derivative is. */
export async function findOwnerOfMedia(db: Db, file: string): Promise<number | null> {
  const { rows } = await sql<{ account_id: number }>`select account_id from images.posts where media_file = ${file}`.execute(db);
  return rows[0]?.account_id ?? null;
}

export interface Counted {
  readonly status: PostStatus;
  readonly platform: PicturePlatform;
  readonly count: number;
  /** Of these, planned for the future; not cancelled and in the week, in the month. */
  readonly upcoming: number;
  readonly thisWeek: number;
  readonly thisMonth: number;
}

export interface Spans {
  readonly now: Date;
  readonly week: readonly [from: Date, to: Date];
  readonly month: readonly [from: Date, to: Date];
}

export async function countPosts(db: Db, accountId: number, { now, week, month }: Spans): Promise<readonly Counted[]> {
  const at = sql`coalesce(posted_at, scheduled_time)`;
  const within = ([from, to]: Spans['week']) =>
    sql`count(*) filter (where status <> 'cancelled' and ${at} >= ${from} and ${at} < ${to})::int`;
  const { rows } = await sql<Counted>`
    select status, platform, count(*)::int as count,
      count(*) filter (where status = 'scheduled' and scheduled_time > ${now})::int as upcoming,
      ${within(week)} as "thisWeek", ${within(month)} as "thisMonth"
    from images.posts where account_id = ${accountId} group by status, platform`.execute(db);
  return rows;
}
