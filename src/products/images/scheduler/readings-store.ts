/** The table of readings. */
import { sql } from 'kysely';
import type { PicturePlatform, PostFigures } from '#capabilities/publishing/publishing.ts';
import type { Db, Tx } from '#kernel/db/db.ts';
import type { AnalyticsSnapshot } from './post.ts';

const READING = sql`id, likes::float8 as likes, comments::float8 as comments, shares::float8 as shares, views::float8 as views,
  reach::float8 as reach, impressions::float8 as impressions, engagement_rate as "engagementRate", raw, synced_at as "syncedAt"`;

export async function insertReading(
  tx: Tx,
  postId: number,
  figures: PostFigures,
  engagementRate: number | null,
  now: Date,
): Promise<AnalyticsSnapshot> {
  const { likes, comments, shares, views, reach, impressions, raw } = figures;
  const { rows } = await sql<AnalyticsSnapshot>`
    insert into images.post_readings (post_id, likes, comments, shares, views, reach, impressions, engagement_rate, raw, synced_at)
    values (${postId}, ${likes}, ${comments}, ${shares}, ${views}, ${reach}, ${impressions}, ${engagementRate},
      ${JSON.stringify(raw)}::jsonb, ${now}) returning ${READING}`.execute(tx);
  const [reading] = rows;
  if (!reading) throw new Error('the reading was not written');
  return reading;
}

export async function latestReading(db: Db, postId: number): Promise<AnalyticsSnapshot | null> {
  const { rows } = await sql<AnalyticsSnapshot>`
    select ${READING} from images.post_readings where post_id = ${postId} order by id desc limit 1`.execute(db);
  return rows[0] ?? null;
}

/** Oldest first. */
export async function listReadings(db: Db, postId: number): Promise<readonly AnalyticsSnapshot[]> {
  const { rows } = await sql<AnalyticsSnapshot>`
    select * from (select ${READING} from images.post_readings where post_id = ${postId} order by id desc limit 1000) latest
    order by id`.execute(db);
  return rows;
}

/** How a live post did, by its last reading. */
export interface Performance {
  readonly platform: PicturePlatform;
  readonly postedAt: Date;
  readonly hashtags: string;
  /** Percent. */
  readonly engagementRate: number;
}

export async function listPerformances(db: Db, accountId: number, platform: PicturePlatform | null): Promise<readonly Performance[]> {
  const { rows } = await sql<Performance>`
    select p.platform, p.posted_at as "postedAt", p.hashtags, r.engagement_rate as "engagementRate"
    from images.posts p cross join lateral (
      select engagement_rate from images.post_readings where post_id = p.id and engagement_rate is not null order by id desc limit 1) r
    where p.account_id = ${accountId} and p.status = 'posted' and (${platform}::text is null or p.platform = ${platform})
    order by p.posted_at desc limit 1000`.execute(db);
  return rows;
}
