/** Searches as they are kept: whose they are, what was asked, what a model said of the first people. */
import { createHash } from 'node:crypto';
import { type RawBuilder, sql } from 'kysely';
import type { Db, Tx } from '#kernel/db/db.ts';
import { failure } from '#kernel/failure.ts';
import { isAdmin, type Viewer } from '#kernel/http/access.ts';
import type { PageAsked, PageOf } from '#kernel/http/pagination.ts';
import type { Brief, BriefKind, Criterion } from '../briefs/briefs.ts';
import type { Opinion } from './opinion.ts';

export interface Search extends Brief {
  readonly id: number;
  readonly accountId: number;
  readonly opinion: Opinion | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}
/** A line of the list of one's own searches. */
export interface ListedSearch {
  readonly id: number;
  /** The beginning of the brief. */
  readonly beginning: string;
  readonly criteria: number;
  readonly letters: number;
  readonly updatedAt: Date;
}

const hashOf = (text: string): string => createHash('sha256').update(text.normalize('NFC').replace(/\s+/g, ' ').trim()).digest('hex');

/** The same brief of the same person is the same search again, with criteria as they are read now; also when it was deleted. */
export async function keepSearch(tx: Tx, accountId: number, brief: Brief, now: Date): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into talent.match_searches as s (account_id, kind, brief, brief_hash, language, criteria, created_at, updated_at)
    values (${accountId}, ${brief.kind}, ${brief.text}, ${hashOf(brief.text)}, ${brief.language}, ${JSON.stringify(brief.criteria)}, ${now}, ${now})
    on conflict (account_id, kind, brief_hash) do update set brief = excluded.brief, language = excluded.language,
      criteria = excluded.criteria, opinion = null, updated_at = excluded.updated_at, deleted_at = null
    returning id`.execute(tx);
  const id = rows[0]?.id;
  if (id === undefined) throw new Error('a search was not kept');
  return id;
}

/** Other criteria are another question: what the model said of the old ones goes. */
export async function changeCriteria(db: Db, id: number, criteria: readonly Criterion[], now: Date): Promise<void> {
  await sql`update talent.match_searches set criteria = ${JSON.stringify(criteria)}, opinion = null, updated_at = ${now}
    where id = ${id}`.execute(db);
}

/** Unless the criteria changed while the model was thinking. */
export async function keepOpinion(db: Db, { id, criteria }: Pick<Search, 'id' | 'criteria'>, opinion: Opinion): Promise<void> {
  await sql`update talent.match_searches set opinion = ${JSON.stringify(opinion)}
    where id = ${id} and criteria = ${JSON.stringify(criteria)}::jsonb`.execute(db);
}

export async function removeSearch(db: Db, id: number, now: Date): Promise<void> {
  await sql`update talent.match_searches set deleted_at = ${now} where id = ${id}`.execute(db);
}

const COLUMNS = sql`id, account_id as "accountId", kind, brief as text, language, criteria, opinion, created_at as "createdAt",
  updated_at as "updatedAt"`;

/** 404 also for the searches of others, so that nobody learns which there are; administrators see them. */
export async function requireSearch(db: Db, viewer: Viewer, kind: BriefKind, id: number): Promise<Search> {
  const own: RawBuilder<unknown> = isAdmin(viewer) ? sql`true` : sql`account_id = ${viewer.accountId}`;
  const { rows } = await sql<Search>`
    select ${COLUMNS} from talent.match_searches
    where id = ${id} and kind = ${kind} and deleted_at is null and ${own}`.execute(db);
  const [search] = rows;
  if (!search) throw failure.notFound();
  return search;
}

/** One's own, the latest first. */
export async function listSearches(db: Db, accountId: number, kind: BriefKind, { size, offset }: PageAsked): Promise<PageOf<ListedSearch>> {
  const mine = sql`account_id = ${accountId} and kind = ${kind} and deleted_at is null`;
  const [total, page] = await Promise.all([
    sql<{ total: number }>`select count(*)::int as total from talent.match_searches where ${mine}`.execute(db),
    sql<ListedSearch>`
      select id, left(brief, 240) as beginning, jsonb_array_length(criteria) as criteria, updated_at as "updatedAt",
        (select count(*)::int from talent.match_letters l where l.search_id = s.id) as letters
      from talent.match_searches s where ${mine} order by updated_at desc, id desc limit ${size} offset ${offset}`.execute(db),
  ]);
  return { total: total.rows[0]?.total ?? 0, rows: page.rows };
}

const KEPT = sql`interval '12 months'`;
const KEPT_DELETED = sql`interval '30 days'`;

/** Forgets what nobody opened or changed for a year, and what was deleted a month ago; answers how many. */
export async function sweepSearches(db: Db, now: Date): Promise<number> {
  const { numAffectedRows = 0n } = await sql`
    delete from talent.match_searches
    where updated_at < ${now}::timestamptz - ${KEPT} or deleted_at < ${now}::timestamptz - ${KEPT_DELETED}`.execute(db);
  return Number(numAffectedRows);
}
