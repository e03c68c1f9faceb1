/**
 * Keeps what must not be read by whoever gets hold of the database, and proves that a value is ours.
 *
 * Hides the ciphers and the keys. Words: a *token* is an encrypted value (Fernet, so data of an older installation
 * decrypts), a *blind index* is what a value can be searched by without being readable, a *scope* names what a key
 * is for (`phone`, `csrf`): the same value in two scopes shares nothing.
 */
import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { FernetError, type FernetKey, openFernet, readFernetKey, sealFernet } from './fernet.ts';

/** Proves that a text came from us: cookies, form tokens, flash messages. */
export interface Signer {
  /** The signature, in base64url (43 characters). */
  sign(scope: string, text: string): string;
  verify(scope: string, text: string, signature: string): boolean;
}

export interface Vault extends Signer {
  encrypt(clear: string): string;
  /** Throws `FernetError` when no key fits or the token was altered. */
  decrypt(token: string): string;
  /** The token under the first key, keeping its date; the very same text when it already is, so that a caller can skip the write. */
  rotate(token: string): string;
  /** 64 hexadecimal digits, the same for the same scope and value; nothing about the value can be read from it. */
  blindIndex(scope: string, value: string): string;
}

/** `encryptionKeys`: the first encrypts, all decrypt. `secretKey` signs and indexes: changing it signs everybody out and needs a reindex. */
export function createVault(encryptionKeys: readonly string[], secretKey: string): Vault {
  const keys = encryptionKeys.map(readFernetKey);
  const [first] = keys;
  if (!first) throw new Error('The vault needs at least one encryption key');
  const macs = keyedMacs(secretKey);
  const sign = (scope: string, text: string): string => macs('signature', scope, text).toString('base64url');
  return {
    encrypt: (clear) => sealFernet(first, Buffer.from(clear, 'utf8')),
    decrypt: (token) => openWithAny(keys, token).clear.toString('utf8'),
    rotate: (token) => {
      const opened = openWithAny(keys, token);
      return opened.key === first ? token : sealFernet(first, opened.clear, { now: opened.sealedAt });
    },
    blindIndex: (scope, value) => macs('blind index', scope, value).toString('hex'),
    sign,
    verify: (scope, text, signature) => {
      const [given, expected] = [Buffer.from(signature), Buffer.from(sign(scope, text))];
      return given.length === expected.length && timingSafeEqual(given, expected);
    },
  };
}

interface OpenedWith {
  readonly key: FernetKey;
  readonly clear: Buffer;
  readonly sealedAt: Date;
}

function openWithAny(keys: readonly FernetKey[], token: string): OpenedWith {
  for (const key of keys) {
    try {
      return { key, ...openFernet(key, token) };
    } catch (error) {
      if (!(error instanceof FernetError) || error.problem !== 'mismatch') throw error;
    }
  }
  throw new FernetError('mismatch');
}

/** One key per purpose and scope, derived from the secret (RFC 5869) and kept: deriving costs more than signing. */
function keyedMacs(secretKey: string): (purpose: string, scope: string, text: string) => Buffer {
  const derived = new Map<string, Buffer>();
  return (purpose, scope, text) => {
    const info = `atelier ${purpose} ${scope}`;
    let key = derived.get(info);
    if (!key) {
      key = Buffer.from(hkdfSync('sha256', secretKey, '', info, 32));
      derived.set(info, key);
    }
    return createHmac('sha256', key).update(text).digest();
  };
}
