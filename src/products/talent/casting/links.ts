/**
 * Links that open a shortlist to a client: made for somebody, until a day, and taken back at will. The token is random and only its
 * hash is kept; what a client answers is tied to the browser that opened the link.
 */
import { createHash, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Db, Tx } from '#kernel/db/db.ts';
import { failure } from '#kernel/failure.ts';
import type { Viewer } from '#kernel/http/access.ts';
import { shareWords as words } from './shortlist-messages.ts';

export interface Link {
  readonly id: number;
  readonly shortlistId: number;
  readonly label: string;
  readonly showsNotes: boolean;
  readonly expiresAt: Date;
  readonly revokedAt: Date | null;
}
export interface SeenLink extends Link {
  readonly visitors: number;
  readonly opened: number;
  readonly lastAt: Date | null;
}
export type LinkState = 'open' | 'expired' | 'revoked';

export const DEFAULT_DAYS = 14;
export const MAX_DAYS = 180;
const MAX_LABEL = 80;
const MAX_OPEN = 20;
const DAY = 86_400_000;

export const stateOf = ({ expiresAt, revokedAt }: Pick<Link, 'expiresAt' | 'revokedAt'>, now: Date): LinkState =>
  revokedAt ? 'revoked' : expiresAt <= now ? 'expired' : 'open';

export const dayAfter = (now: Date, days: number): string => new Date(now.getTime() + days * DAY).toISOString().slice(0, 10);

/** 256 random bits: nobody guesses it, and a plain hash of it is enough. */
const newToken = (): string => randomBytes(32).toString('base64url');
const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');
const isToken = (text: string): boolean => /^[\w-]{43}$/.test(text);

export interface LinkFields {
  readonly label: string;
  /** The last day it opens, `YYYY-MM-DD`. */
  readonly until: string;
  readonly showsNotes: boolean;
}

/** Answers the token: it is known here and now, and never again. */
export async function createLink(tx: Tx, shortlistId: number, { accountId }: Viewer, fields: LinkFields, now: Date): Promise<string> {
  const { label, until, showsNotes } = fields;
  const [first, last] = [dayAfter(now, 1), dayAfter(now, MAX_DAYS)];
  const faults = {
    ...(label === '' || [...label].length > MAX_LABEL ? { label: { message: words.labelNeeded, constraint: 'required' } } : {}),
    ...(!isDay(until) || until < first || until > last
      ? { until: { message: words.badDay, params: { days: MAX_DAYS }, constraint: 'range' } }
      : {}),
  };
  if (Object.keys(faults).length > 0) throw failure.invalid(faults);
  const token = newToken();
  // The day itself still counts, wherever the client is: midnight comes last twelve hours behind UTC.
  const expiresAt = new Date(Date.parse(until) + 1.5 * DAY);
  const { numAffectedRows = 0n } = await sql`
    insert into talent.casting_links (shortlist_id, token_hash, label, shows_notes, expires_at, created_by, created_at)
    select ${shortlistId}, ${hashOf(token)}, ${label}, ${showsNotes}, ${expiresAt}, ${accountId}, ${now}
    where (select count(*) from talent.casting_links
      where shortlist_id = ${shortlistId} and revoked_at is null and expires_at > ${now}) < ${MAX_OPEN}`.execute(tx);
  if (numAffectedRows === 0n) throw failure.field('label', words.tooManyLinks, { max: MAX_OPEN });
  return token;
}

/** The day that was chosen; the link opens a little longer, for clients west of us. */
export const lastDayOf = ({ expiresAt }: Pick<Link, 'expiresAt'>): string =>
  new Date(expiresAt.getTime() - 1.5 * DAY).toISOString().slice(0, 10);

const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));

const COLUMNS = sql`l.id, l.shortlist_id as "shortlistId", l.label, l.shows_notes as "showsNotes", l.expires_at as "expiresAt", l.revoked_at as "revokedAt"`;

export async function linksOf(db: Db, shortlistId: number): Promise<readonly SeenLink[]> {
  const { rows } = await sql<SeenLink>`
    select ${COLUMNS}, count(v.id)::int as visitors, coalesce(sum(v.opened), 0)::int as opened, max(v.last_at) as "lastAt"
    from talent.casting_links l left join talent.casting_link_visitors v on v.link_id = l.id
    where l.shortlist_id = ${shortlistId} group by l.id order by l.created_at desc, l.id desc limit 100`.execute(db);
  return rows;
}

export async function requireLink(db: Db, shortlistId: number, id: number): Promise<Link> {
  const { rows } = await sql<Link>`
    select ${COLUMNS} from talent.casting_links l where l.id = ${id} and l.shortlist_id = ${shortlistId}`.execute(db);
  if (!rows[0]) throw failure.notFound();
  return rows[0];
}

export async function revokeLink(tx: Tx, id: number, now: Date): Promise<void> {
  await sql`update talent.casting_links set revoked_at = ${now} where id = ${id} and revoked_at is null`.execute(tx);
}

/** A link with the shortlist it opens; null for a token that was never given. */
export interface SharedList extends Link {
  readonly name: string;
}
export async function findLink(db: Db, token: string): Promise<SharedList | null> {
  if (!isToken(token)) return null;
  const { rows } = await sql<SharedList>`
    select ${COLUMNS}, s.name from talent.casting_links l join talent.casting_shortlists s on s.id = l.shortlist_id
    where l.token_hash = ${hashOf(token)}`.execute(db);
  return rows[0] ?? null;
}
