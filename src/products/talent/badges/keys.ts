/**
 * The keys badges are signed with (Ed25519). Hides where they are kept: public keys in clear, private ones as tokens of the vault.
 * The newest that is not retired signs; every key verifies for ever, so a rotation never makes a printed badge worthless.
 */
import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign, verify } from 'node:crypto';
import { sql } from 'kysely';
import type { Clock } from '#kernel/clock.ts';
import type { Db, Tx } from '#kernel/db/db.ts';
import type { Vault } from '#kernel/vault.ts';

export interface PublicKey {
  readonly id: number;
  /** The 32 bytes, in base64url. */
  readonly publicKey: string;
}

export interface KeyRing {
  /** The number of the key that signs now; the first one is made when it is first needed. */
  current(tx: Tx): Promise<number>;
  sign(db: Db, keyId: number, bytes: Uint8Array): Promise<Uint8Array>;
  verify(db: Db, keyId: number, bytes: Uint8Array, signature: Uint8Array): Promise<boolean>;
  publicKeys(db: Db): Promise<readonly PublicKey[]>;
  /** The key in use signs nothing more; answers the number of the new one. */
  rotate(tx: Tx): Promise<number>;
}

export function createKeyRing({ clock, vault }: { readonly clock: Clock; readonly vault: Vault }): KeyRing {
  // A key never changes once it is written, so what was read stays right.
  const known = new Map<number, Pair>();
  const pairOf = async (db: Db, keyId: number): Promise<Pair | null> => {
    const pair = known.get(keyId) ?? (await readPair(db, keyId, vault));
    if (pair) known.set(keyId, pair);
    return pair;
  };
  return {
    async current(tx) {
      const found = await newestKey(tx);
      if (found !== null) return found;
      await lockKeys(tx);
      return (await newestKey(tx)) ?? insertPair(tx, clock.now(), vault);
    },
    async sign(db, keyId, bytes) {
      const pair = await pairOf(db, keyId);
      if (!pair) throw new Error(`badge key ${keyId} is gone`);
      return sign(null, bytes, pair.private());
    },
    async verify(db, keyId, bytes, signature) {
      const pair = await pairOf(db, keyId);
      return pair !== null && verify(null, bytes, pair.public, signature);
    },
    publicKeys: async (db) => {
      const { rows } = await sql<PublicKey>`select id, public_key as "publicKey" from talent.badge_keys order by id`.execute(db);
      return rows;
    },
    async rotate(tx) {
      await lockKeys(tx);
      await sql`update talent.badge_keys set retired_at = ${clock.now()} where retired_at is null`.execute(tx);
      return insertPair(tx, clock.now(), vault);
    },
  };
}

interface Pair {
  readonly public: KeyObject;
  private(): KeyObject;
}

const lockKeys = (tx: Tx): Promise<unknown> => sql`select pg_advisory_xact_lock(hashtext('talent.badge_keys'))`.execute(tx);

async function newestKey(db: Db): Promise<number | null> {
  const { rows } = await sql<{ id: number }>`
    select id from talent.badge_keys where retired_at is null order by id desc limit 1`.execute(db);
  return rows[0]?.id ?? null;
}

async function readPair(db: Db, keyId: number, vault: Vault): Promise<Pair | null> {
  const { rows } = await sql<{ publicKey: string; sealed: string }>`
    select public_key as "publicKey", private_key_encrypted as sealed from talent.badge_keys where id = ${keyId}`.execute(db);
  const [row] = rows;
  if (!row) return null;
  const jwk = { kty: 'OKP', crv: 'Ed25519', x: row.publicKey };
  return {
    public: createPublicKey({ key: jwk, format: 'jwk' }),
    private: () => createPrivateKey({ key: { ...jwk, d: vault.decrypt(row.sealed) }, format: 'jwk' }),
  };
}

async function insertPair(tx: Tx, now: Date, vault: Vault): Promise<number> {
  const { x = '', d = '' } = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' });
  const { rows } = await sql<{ id: number }>`
    insert into talent.badge_keys (public_key, private_key_encrypted, created_at)
    values (${x}, ${vault.encrypt(d)}, ${now}) returning id`.execute(tx);
  const [row] = rows;
  if (!row) throw new Error('the badge key was not written');
  return row.id;
}
