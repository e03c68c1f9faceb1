/**
 * Bearer tokens: a signed access token for an hour, and a refresh token that is exchanged for the next pair.
 *
 * Tokens that descend from one sign-in are a family. A refresh token is good once: seen a second time it was copied,
 * and the whole family ends, access tokens included. Families of the images door are the exception, because its
 * document answers a refresh with an access token only: its refresh token stays good for thirty days.
 */
import { createHmac, createSecretKey, randomUUID } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { type JWTPayload, jwtVerify, SignJWT } from 'jose';
import type { Clock } from '#kernel/clock.ts';
import type { Db } from '#kernel/db/db.ts';
import { inTransaction } from '#kernel/db/transaction.ts';
import { failure } from '#kernel/failure.ts';
import type { Viewer } from '#kernel/http/access.ts';
import { m } from './messages.ts';
import { sha256 } from './sessions.ts';
import { type Account, type TokenDoor, tablesOf } from './store.ts';
import { VIEWER_COLUMNS, viewerOf } from './viewer.ts';

export const ACCESS_SECONDS = 3600;
const REFRESH_SECONDS = 30 * 86_400;
const ISSUER = 'atelier';
const FAMILY = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const DOORS = ['site', 'images', 'video'] as const satisfies readonly TokenDoor[];

export interface TokenPair {
  readonly access_token: string;
  readonly refresh_token: string;
  readonly token_type: 'bearer';
  /** Seconds. */
  readonly expires_in: number;
}

export interface Tokens {
  /** `sessionId`: the session opened by the same sign-in; ending it ends these tokens. */
  issue(account: Pick<Account, 'id'>, options?: { door?: TokenDoor; sessionId?: string | null }): Promise<TokenPair>;
  /** Throws 401 for a token that is not ours, expired, ended, or used before. `onReuse` is told of the last. */
  refresh(refreshToken: string, onReuse: (accountId: number) => Promise<void>): Promise<TokenPair>;
  authenticate(request: FastifyRequest, token: string): Promise<Viewer | null>;
  /** The family of the token that proved this request; null for other proofs. */
  familyOf(request: FastifyRequest): string | null;
  revoke(db: Db, familyId: string): Promise<void>;
  /** A short-lived sealed word for steps between two pages (`use` keeps one kind from passing for another). */
  seal(use: string, claims: JWTPayload, seconds: number): Promise<string>;
  unseal(use: string, token: string): Promise<JWTPayload | null>;
  sweep(): Promise<number>;
}

export function createTokens({ db, clock, secretKey }: { db: Db; clock: Clock; secretKey: string }): Tokens {
  const tables = tablesOf(db);
  const secret = createHmac('sha256', secretKey).update('atelier/tokens/1').digest();
  const key = createSecretKey(secret);
  // Names the key without telling it: a token of another secret is refused before its signature is computed.
  const kid = createHmac('sha256', secret).update('kid').digest('hex').slice(0, 12);
  const families = new WeakMap<FastifyRequest, string>();
  const after = (seconds: number): Date => new Date(clock.now().getTime() + seconds * 1000);

  const sign = (claims: JWTPayload & { use: string }, audience: string, expires: Date): Promise<string> =>
    new SignJWT(claims)
      .setProtectedHeader({ alg: 'HS256', typ: 'JWT', kid })
      .setIssuer(ISSUER)
      .setAudience(audience)
      .setIssuedAt(Math.floor(clock.now().getTime() / 1000))
      .setExpirationTime(Math.floor(expires.getTime() / 1000))
      .sign(key);

  async function read(use: string, token: string, audience: readonly string[]): Promise<JWTPayload | null> {
    try {
      const options = {
        algorithms: ['HS256'],
        issuer: ISSUER,
        audience: [...audience],
        currentDate: clock.now(),
        requiredClaims: ['exp', 'use'],
      };
      const { payload, protectedHeader } = await jwtVerify(token, key, options);
      return payload['use'] === use && protectedHeader.kid === kid ? payload : null;
    } catch {
      return null; // whatever is wrong with it, it proves nothing
    }
  }

  async function pair(writer: Db, family: { id: string; account_id: number; door: TokenDoor }): Promise<TokenPair> {
    const jti = randomUUID();
    const expires = after(REFRESH_SECONDS);
    await tablesOf(writer)
      .insertInto('identity.refresh_tokens')
      .values({ id: sha256(jti), family_id: family.id, issued_at: clock.now(), expires_at: expires, used_at: null })
      .execute();
    const refresh = await sign({ use: 'refresh', jti, sub: String(family.account_id) }, family.door, expires);
    return { access_token: await access(family), refresh_token: refresh, token_type: 'bearer', expires_in: ACCESS_SECONDS };
  }

  const access = (family: { id: string; account_id: number; door: TokenDoor }): Promise<string> =>
    sign({ use: 'access', jti: randomUUID(), fam: family.id, sub: String(family.account_id) }, family.door, after(ACCESS_SECONDS));

  return {
    issue: (account, { door = 'site', sessionId = null } = {}) =>
      inTransaction(db, async (tx) => {
        const family = { id: randomUUID(), account_id: account.id, door };
        await tablesOf(tx)
          .insertInto('identity.token_families')
          .values({ ...family, session_id: sessionId, created_at: clock.now(), expires_at: after(REFRESH_SECONDS), revoked_at: null })
          .execute();
        return pair(tx, family);
      }),

    async refresh(refreshToken, onReuse) {
      const claims = await read('refresh', refreshToken, DOORS);
      const outcome = claims?.jti ? await inTransaction(db, (tx) => exchange(tx, sha256(claims.jti ?? ''), refreshToken)) : null;
      if (outcome && 'tokens' in outcome) return outcome.tokens;
      if (outcome) await onReuse(outcome.stolenFrom);
      throw failure.unauthenticated(m.refreshRefused);
    },

    async authenticate(request, token) {
      const claims = await read('access', token, DOORS);
      const family = claims?.['fam'];
      if (!claims || typeof family !== 'string' || !FAMILY.test(family)) return null;
      const row = await tables
        .selectFrom('identity.token_families as f')
        .innerJoin('identity.accounts as a', 'a.id', 'f.account_id')
        .select(['f.account_id', ...VIEWER_COLUMNS])
        .where('f.id', '=', family)
        .where('f.revoked_at', 'is', null)
        .where('a.is_active', '=', true)
        .executeTakeFirst();
      if (!row) return null;
      families.set(request, family);
      return viewerOf(row.account_id, row, { credential: 'token' });
    },

    familyOf: (request) => families.get(request) ?? null,
    revoke: (writer, familyId) => revoke(writer, familyId),
    seal: (use, claims, seconds) => sign({ ...claims, use }, 'atelier', after(seconds)),
    unseal: (use, token) => read(use, token, ['atelier']),

    async sweep() {
      const dead = tables.deleteFrom('identity.token_families').where('expires_at', '<=', clock.now());
      return Number((await dead.executeTakeFirst()).numDeletedRows);
    },
  };

  /** Spends the refresh token inside the transaction, so of two at once exactly one gets the next pair. */
  async function exchange(tx: Db, id: string, refreshToken: string): Promise<{ tokens: TokenPair } | { stolenFrom: number } | null> {
    const now = clock.now();
    const token = await tablesOf(tx)
      .selectFrom('identity.refresh_tokens as t')
      .innerJoin('identity.token_families as f', 'f.id', 't.family_id')
      .innerJoin('identity.accounts as a', 'a.id', 'f.account_id')
      .select(['t.used_at', 't.expires_at', 'f.id', 'f.account_id', 'f.door', 'f.revoked_at', 'a.is_active'])
      .where('t.id', '=', id)
      .forUpdate(['t', 'f'])
      .executeTakeFirst();
    if (!token?.is_active || token.revoked_at || token.expires_at <= now) return null;
    const family = { id: token.id, account_id: token.account_id, door: token.door };
    if (family.door === 'images') {
      return {
        tokens: { access_token: await access(family), refresh_token: refreshToken, token_type: 'bearer', expires_in: ACCESS_SECONDS },
      };
    }
    if (token.used_at) {
      await revoke(tx, family.id);
      return { stolenFrom: family.account_id };
    }
    await tablesOf(tx).updateTable('identity.refresh_tokens').set({ used_at: now }).where('id', '=', id).execute();
    await tablesOf(tx)
      .updateTable('identity.token_families')
      .set({ expires_at: after(REFRESH_SECONDS) })
      .where('id', '=', family.id)
      .execute();
    return { tokens: await pair(tx, family) };
  }

  async function revoke(writer: Db, familyId: string): Promise<void> {
    await tablesOf(writer).updateTable('identity.token_families').set({ revoked_at: clock.now() }).where('id', '=', familyId).execute();
  }
}
