/** What the tables say about many pictures at once: figures, tries, tags. */
import { sql } from 'kysely';
import type { Db } from '#kernel/db/db.ts';
import type { PageAsked, PageOf } from '#kernel/http/pagination.ts';
import type { Generation } from './picture.ts';

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

export interface PictureTrends {
  /** Of pictures that were made, the busiest provider first; `averageTime` in seconds. */
  readonly byProvider: readonly { readonly provider: string; readonly count: number; readonly averageTime: number }[];
  /** The latest twelve months (`2026-11`) until now, the oldest first; none is left out. */
  readonly byMonth: readonly { readonly month: string; readonly count: number }[];
}

export async function trendsOf(db: Db, accountId: number, now: Date): Promise<PictureTrends> {
  const [byProvider, byMonth] = await Promise.all([
    sql<PictureTrends['byProvider'][number]>`
      select metadata->>'provider' as provider, count(*)::int as count, avg(generation_time)::float8 as "averageTime"
      from images.pictures where account_id = ${accountId} and file is not null and metadata ? 'provider'
      group by 1 order by count desc, provider`.execute(db),
    sql<PictureTrends['byMonth'][number]>`
      select to_char(month, 'YYYY-MM') as month, count(p.id)::int as count
      from generate_series(date_trunc('month', ${now}::timestamptz at time zone 'UTC') - interval '11 months',
        date_trunc('month', ${now}::timestamptz at time zone 'UTC'), interval '1 month') as month
      left join images.pictures p on p.account_id = ${accountId} and date_trunc('month', p.created_at at time zone 'UTC') = month
      group by month order by month`.execute(db),
  ]);
  return { byProvider: byProvider.rows, byMonth: byMonth.rows };
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
