/**
 * Sessions of the browser: the cookie holds a random value, the table its hash and all the rest. A session ends after
 * 24 hours without a request, after 30 days in any case, and when somebody ends it.
 */
import { createHash, randomBytes } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sql } from 'kysely';
import type { Clock } from '#kernel/clock.ts';
import type { Db } from '#kernel/db/db.ts';
import type { Viewer } from '#kernel/http/access.ts';
import { shareReadsBy } from '#kernel/shared-read.ts';
import { type Account, tablesOf } from './store.ts';
import { VIEWER_COLUMNS, viewerOf, viewerOfAccount } from './viewer.ts';

export const SESSION_COOKIE = 'atelier_session';
const IDLE_SECONDS = 86_400;
const ABSOLUTE_SECONDS = 30 * 86_400;
/** `last_seen_at` is written at most this often, so that reading a page does not mean writing a row. */
const SEEN_EVERY_SECONDS = 60;

/** What a session keeps between requests: small, plain JSON. */
export type Memory = Readonly<Record<string, unknown>>;

export interface SessionInfo {
  readonly id: string;
  readonly accountId: number;
  readonly ip: string | null;
  readonly userAgent: string | null;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
}

export interface Sessions {
  /** Opens a session under a fresh id (the one the browser had, if any, dies), sets the cookie and `request.viewer`. */
  open(request: FastifyRequest, reply: FastifyReply, account: Account, memory?: Memory): Promise<void>;
  /** Ends the session of this request, with the tokens of the same sign-in, and clears the cookie. */
  close(request: FastifyRequest, reply: FastifyReply): Promise<void>;
  /** Ends one session of the account; false when it was already gone. */
  end(db: Db, accountId: number, sessionId: string): Promise<boolean>;
  /** Ends all but one, tokens included; answers how many sessions. */
  endAll(db: Db, accountId: number, exceptSessionId?: string | null): Promise<number>;
  /** The live sessions of an account, the last used first. */
  list(db: Db, accountId: number): Promise<readonly SessionInfo[]>;
  /** Adds to what the session of this request remembers. */
  remember(request: FastifyRequest, memory: Memory): Promise<void>;
  authenticate(request: FastifyRequest): Promise<Viewer | null>;
  /** Deletes what has expired; answers how many rows. */
  sweep(): Promise<number>;
}

const ago = (now: Date, seconds: number): Date => new Date(now.getTime() - seconds * 1000);
export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/**
 * Ends every session and token of an account, except those of the named session or token family; answers how many
 * sessions ended. API keys stay: each is revoked by its own button.
 */
export async function endEverything(
  db: Db,
  accountId: number,
  except: { sessionId?: string | null; familyId?: string | null } = {},
): Promise<number> {
  const { sessionId = null, familyId = null } = except;
  const otherFamily = sql<boolean>`id is distinct from ${familyId}::uuid and (${sessionId}::text is null or session_id is distinct from ${sessionId})`;
  await tablesOf(db).deleteFrom('identity.token_families').where('account_id', '=', accountId).where(otherFamily).execute();
  const { numDeletedRows } = await tablesOf(db)
    .deleteFrom('identity.sessions')
    .where('account_id', '=', accountId)
    .where(sql<boolean>`id is distinct from ${sessionId}`)
    .executeTakeFirst();
  return Number(numDeletedRows);
}

export function createSessions({ db, clock, secureCookie }: { db: Db; clock: Clock; secureCookie: boolean }): Sessions {
  const tables = tablesOf(db);
  const cookie = { path: '/', httpOnly: true, sameSite: 'lax', secure: secureCookie } as const;
  /** A page asks for its parts at once: the parts of one browser share the look at its session. */
  const readSession = shareReadsBy((id: string) => {
    const now = clock.now();
    return tables
      .selectFrom('identity.sessions as s')
      .innerJoin('identity.accounts as a', 'a.id', 's.account_id')
      .select(['s.account_id', 's.memory', 's.last_seen_at', ...VIEWER_COLUMNS])
      .where('s.id', '=', id)
      .where('s.expires_at', '>', now)
      .where('s.last_seen_at', '>', ago(now, IDLE_SECONDS))
      .where('a.is_active', '=', true)
      .executeTakeFirst();
  });

  return {
    async open(request, reply, account, memory = {}) {
      const now = clock.now();
      const value = randomBytes(32).toString('base64url');
      const id = sha256(value);
      const before = cookieId(request);
      if (before) await tables.deleteFrom('identity.sessions').where('id', '=', before).execute();
      await tables
        .insertInto('identity.sessions')
        .values({
          id,
          account_id: account.id,
          memory: JSON.stringify(memory),
          ip: request.ip,
          user_agent: request.headers['user-agent']?.slice(0, 400) ?? null,
          created_at: now,
          last_seen_at: now,
          expires_at: ago(now, -ABSOLUTE_SECONDS),
        })
        .execute();
      // The browser keeps the cookie as long as the session may live; the server alone decides whether it does.
      reply.setCookie(SESSION_COOKIE, value, { ...cookie, maxAge: ABSOLUTE_SECONDS });
      request.viewer = viewerOfAccount(account, { credential: 'session', sessionId: id, memory });
    },

    async close(request, reply) {
      const id = cookieId(request);
      if (id) {
        await tables.deleteFrom('identity.sessions').where('id', '=', id).execute();
        await tables.deleteFrom('identity.token_families').where('session_id', '=', id).execute();
      }
      reply.clearCookie(SESSION_COOKIE, cookie);
      request.viewer = null;
    },

    async end(tx, accountId, sessionId) {
      const own = tablesOf(tx).deleteFrom('identity.sessions').where('account_id', '=', accountId).where('id', '=', sessionId);
      const { numDeletedRows } = await own.executeTakeFirst();
      if (numDeletedRows === 0n) return false;
      await tablesOf(tx).deleteFrom('identity.token_families').where('session_id', '=', sessionId).execute();
      return true;
    },

    endAll: (tx, accountId, exceptSessionId = null) => endEverything(tx, accountId, { sessionId: exceptSessionId }),

    async list(reader, accountId) {
      const now = clock.now();
      const rows = await tablesOf(reader)
        .selectFrom('identity.sessions')
        .select(['id', 'account_id', 'ip', 'user_agent', 'created_at', 'last_seen_at'])
        .where('account_id', '=', accountId)
        .where('expires_at', '>', now)
        .where('last_seen_at', '>', ago(now, IDLE_SECONDS))
        .orderBy('last_seen_at', 'desc')
        .limit(100)
        .execute();
      return rows.map(toInfo);
    },

    async remember(request, memory) {
      const { viewer } = request;
      if (!viewer?.sessionId) return;
      const merged = sql<string>`memory || ${JSON.stringify(memory)}::jsonb`;
      await tables.updateTable('identity.sessions').set({ memory: merged }).where('id', '=', viewer.sessionId).execute();
      request.viewer = { ...viewer, memory: { ...viewer.memory, ...memory } };
    },

    async authenticate(request) {
      const id = cookieId(request);
      if (!id) return null;
      const row = await readSession(id);
      if (!row) return null;
      const now = clock.now();
      if (row.last_seen_at <= ago(now, SEEN_EVERY_SECONDS)) await markSeen(id, now, request.ip);
      return viewerOf(row.account_id, row, { credential: 'session', sessionId: id, memory: row.memory });
    },

    async sweep() {
      const now = clock.now();
      const { numDeletedRows } = await tables
        .deleteFrom('identity.sessions')
        .where((e) => e.or([e('expires_at', '<=', now), e('last_seen_at', '<=', ago(now, IDLE_SECONDS))]))
        .executeTakeFirst();
      return Number(numDeletedRows);
    },
  };

  /** Of many requests at once, one writes. */
  async function markSeen(id: string, now: Date, ip: string): Promise<void> {
    await tables
      .updateTable('identity.sessions')
      .set({ last_seen_at: now, ip })
      .where('id', '=', id)
      .where('last_seen_at', '<=', ago(now, SEEN_EVERY_SECONDS))
      .execute();
  }
}

function cookieId(request: FastifyRequest): string | null {
  const value = request.cookies[SESSION_COOKIE];
  return value && /^[A-Za-z0-9_-]{43}$/.test(value) ? sha256(value) : null;
}

const toInfo = (row: {
  id: string;
  account_id: number;
  ip: string | null;
  user_agent: string | null;
  created_at: Date;
  last_seen_at: Date;
}): SessionInfo => ({
  id: row.id,
  accountId: row.account_id,
  ip: row.ip,
  userAgent: row.user_agent,
  createdAt: row.created_at,
  lastSeenAt: row.last_seen_at,
});
