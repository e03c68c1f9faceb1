/** API keys: `atl_<prefix>_<secret>`, shown once, kept as a hash, for programs that cannot type a password. */
import { randomInt } from 'node:crypto';
import type { Clock } from '#kernel/clock.ts';
import type { Db } from '#kernel/db/db.ts';
import { failure } from '#kernel/failure.ts';
import type { Viewer } from '#kernel/http/access.ts';
import { m } from './messages.ts';
import { sha256 } from './sessions.ts';
import { tablesOf } from './store.ts';
import { VIEWER_COLUMNS, viewerOf } from './viewer.ts';

export interface ApiKey {
  readonly id: number;
  readonly name: string;
  /** The part that may be shown: enough to recognise the key, too little to use it. */
  readonly prefix: string;
  readonly createdAt: Date;
  readonly lastUsedAt: Date | null;
  readonly expiresAt: Date | null;
}

export interface ApiKeys {
  /** `secret` is the whole key, told this one time. */
  create(db: Db, accountId: number, key: { name: string; expiresAt?: Date | null }): Promise<{ key: ApiKey; secret: string }>;
  list(db: Db, accountId: number): Promise<readonly ApiKey[]>;
  /** 404 when the account has no such key. */
  revoke(db: Db, accountId: number, id: number): Promise<ApiKey>;
  authenticate(token: string): Promise<Viewer | null>;
}

const FORM = /^atl_[a-z0-9]{8}_[A-Za-z0-9]{40}$/;
const MAX_KEYS = 25;
const LOWER = 'abcdefghijklmnopqrstuvwxyz0123456789';
const MIXED = `${LOWER}ABCDEFGHIJKLMNOPQRSTUVWXYZ`;
const randomText = (alphabet: string, length: number): string =>
  Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join('');

const COLUMNS = ['id', 'name', 'prefix', 'created_at', 'last_used_at', 'expires_at'] as const;
const toKey = (row: {
  id: number;
  name: string;
  prefix: string;
  created_at: Date;
  last_used_at: Date | null;
  expires_at: Date | null;
}): ApiKey => ({
  ...{ id: row.id, name: row.name, prefix: row.prefix },
  ...{ createdAt: row.created_at, lastUsedAt: row.last_used_at, expiresAt: row.expires_at },
});

export const isApiKey = (token: string): boolean => token.startsWith('atl_');

export function createApiKeys({ db, clock }: { db: Db; clock: Clock }): ApiKeys {
  async function list(reader: Db, accountId: number): Promise<readonly ApiKey[]> {
    const rows = tablesOf(reader).selectFrom('identity.api_keys').select(COLUMNS).where('account_id', '=', accountId);
    return (await rows.orderBy('id', 'desc').execute()).map(toKey);
  }

  return {
    async create(writer, accountId, { name, expiresAt = null }) {
      const label = name.trim();
      if (label.length < 1 || label.length > 100) throw failure.field('name', m.apiKeyName, {}, 'required');
      if (expiresAt && expiresAt <= clock.now()) throw failure.field('expires_at', m.apiKeyExpiry, {}, 'future');
      const held = await list(writer, accountId);
      if (held.length >= MAX_KEYS) throw failure.field('name', m.apiKeyLimit, { limit: MAX_KEYS }, 'max');
      const prefix = randomText(LOWER, 8);
      const secret = `atl_${prefix}_${randomText(MIXED, 40)}`;
      const row = await tablesOf(writer)
        .insertInto('identity.api_keys')
        .values({
          account_id: accountId,
          name: label,
          prefix,
          hash: sha256(secret),
          created_at: clock.now(),
          last_used_at: null,
          expires_at: expiresAt,
        })
        .returning(COLUMNS)
        .executeTakeFirstOrThrow();
      return { key: toKey(row), secret };
    },

    list,

    async revoke(writer, accountId, id) {
      const row = await tablesOf(writer)
        .deleteFrom('identity.api_keys')
        .where('id', '=', id)
        .where('account_id', '=', accountId)
        .returning(COLUMNS)
        .executeTakeFirst();
      if (!row) throw failure.notFound(m.noApiKey);
      return toKey(row);
    },

    async authenticate(token) {
      if (!FORM.test(token)) return null;
      const now = clock.now();
      const row = await tablesOf(db)
        .selectFrom('identity.api_keys as k')
        .innerJoin('identity.accounts as a', 'a.id', 'k.account_id')
        .select(['k.id', 'k.account_id', 'k.last_used_at', ...VIEWER_COLUMNS])
        .where('k.hash', '=', sha256(token))
        .where((e) => e.or([e('k.expires_at', 'is', null), e('k.expires_at', '>', now)]))
        .where('a.is_active', '=', true)
        .executeTakeFirst();
      if (!row) return null;
      const minuteAgo = new Date(now.getTime() - 60_000);
      if (!row.last_used_at || row.last_used_at <= minuteAgo) {
        await tablesOf(db).updateTable('identity.api_keys').set({ last_used_at: now }).where('id', '=', row.id).execute();
      }
      return viewerOf(row.account_id, row, { credential: 'api-key' });
    },
  };
}
