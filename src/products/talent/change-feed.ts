/**
 * The feeds of changes that keep indexes in memory in step with the database (migrations 0015 and 0020 say how they are written).
 *
 * A transaction may commit long after a younger one, so "the latest line I saw" would miss its lines. The reader remembers the oldest
 * transaction that was still open when it read (the *horizon*): everything older was seen whole. It asks for all lines from the
 * horizon on, but for those it has applied already.
 */
import { sql } from 'kysely';
import type { Db } from '#kernel/db/db.ts';

/** Whose changes: the lines, and the mark of what was forgotten. */
const FEEDS = {
  cinema: { lines: sql.table('talent.cinema_changes'), mark: sql.table('talent.cinema_feed') },
  members: { lines: sql.table('talent.member_changes'), mark: sql.table('talent.member_feed') },
} as const;
export type Fed = keyof typeof FEEDS;

/** Nobody is behind by so long: whoever is, reads everybody again. */
const KEPT_MINUTES = 60;

export interface FeedReader {
  /** The numbers of people who changed since the last call, as `db` sees it; `everybody` when they are not named or no longer known. */
  read(db: Db): Promise<readonly number[] | 'everybody'>;
}

interface FeedRow {
  readonly horizon: number;
  readonly forgotten: number | null;
  readonly lines: readonly { readonly seq: number; readonly xid: number; readonly ids: readonly number[] | null }[];
}

/** What commits from now on is read. */
export async function openFeed(db: Db, whose: Fed): Promise<FeedReader> {
  const { rows } = await sql<{ horizon: number }>`select ${XMIN} as horizon`.execute(db);
  const start = await readFrom(db, whose, rows[0]?.horizon ?? 0, []);
  // Numbers of lines from the horizon on, and their transactions. An open transaction of anyone on the server holds the horizon
  // back, behind lines that the opener sees already.
  let applied = new Map(start.lines.map(({ seq, xid }) => [seq, xid]));
  let { horizon } = start;
  return {
    async read(reader) {
      const now = await readFrom(reader, whose, horizon, [...applied.keys()]);
      // A horizon that went back is another database under the same address.
      const hasMissed = (now.forgotten ?? 0) >= horizon || now.horizon < horizon;
      for (const { seq, xid } of now.lines) applied.set(seq, xid);
      horizon = now.horizon;
      applied = new Map([...applied].filter(([, xid]) => xid >= horizon));
      if (hasMissed || now.lines.some(({ ids }) => ids === null)) return 'everybody';
      return [...new Set(now.lines.flatMap(({ ids }) => ids ?? []))];
    },
  };
}

const XMIN = sql`pg_snapshot_xmin(pg_current_snapshot())::text::bigint`;

async function readFrom(db: Db, whose: Fed, horizon: number, applied: readonly number[]): Promise<FeedRow> {
  const { lines, mark } = FEEDS[whose];
  const { rows } = await sql<FeedRow>`
    select ${XMIN} as horizon, (select forgotten from ${mark} where forgotten < ${XMIN}) as forgotten,
      coalesce((select json_agg(json_build_object('seq', c.seq, 'xid', c.xid::text::bigint, 'ids', c.ids))
        from ${lines} c
        -- What says to be from the future came with a backup of another server.
        where c.xid >= ${String(horizon)}::text::xid8 and c.xid < pg_snapshot_xmax(pg_current_snapshot())
          and c.seq <> all(${applied}::bigint[])), '[]') as lines`.execute(db);
  return rows[0] ?? { horizon: 0, forgotten: 0, lines: [] };
}

/** Forgets old lines that every reader could see, and remembers the youngest transaction among them. */
export async function sweepFeed(db: Db, whose: Fed): Promise<number> {
  const { lines, mark } = FEEDS[whose];
  const { rows } = await sql<{ gone: number }>`
    with old as (
      delete from ${lines}
      where changed_at < now() - make_interval(mins => ${KEPT_MINUTES}) and xid < pg_snapshot_xmin(pg_current_snapshot())
      returning xid::text::bigint as xid
    ), mark as (
      update ${mark} set forgotten = greatest(case when forgotten < ${XMIN} then forgotten end, (select max(xid) from old))
      where exists (select from old)
    )
    select count(*)::int as gone from old`.execute(db);
  return rows[0]?.gone ?? 0;
}
