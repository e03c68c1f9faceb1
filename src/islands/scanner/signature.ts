/** Proves badges: with the browser's own Ed25519, or in plain JavaScript where it has none (Chrome before 137). */
import { readBase64Url, type SealedClaims } from './claims.ts';
import type { Roster } from './wire.ts';

type Verify = (signature: Uint8Array<ArrayBuffer>, signed: Uint8Array<ArrayBuffer>) => Promise<boolean>;
export type Prove = (badge: SealedClaims) => Promise<boolean>;

/** False for a wrong signature, and for a key that is not ours. */
export function createProver(keys: Roster['keys'], load: (publicKey: Uint8Array<ArrayBuffer>) => Promise<Verify> = loadKey): Prove {
  const loaded = new Map<number, Promise<Verify>>();
  return async ({ claims, signed, signature }) => {
    const publicKey = readBase64Url(keys.find(({ id }) => id === claims.keyId)?.publicKey ?? '');
    if (publicKey?.length !== 32) return false;
    const verify = loaded.get(claims.keyId) ?? load(publicKey);
    loaded.set(claims.keyId, verify);
    return (await verify)(signature, signed);
  };
}

async function loadKey(publicKey: Uint8Array<ArrayBuffer>): Promise<Verify> {
  try {
    const key = await crypto.subtle.importKey('raw', publicKey, 'Ed25519', false, ['verify']);
    return (signature, signed) => crypto.subtle.verify('Ed25519', key, signature, signed);
  } catch {
    return loadPlainKey(publicKey); // the browser knows no Ed25519
  }
}

export async function loadPlainKey(publicKey: Uint8Array<ArrayBuffer>): Promise<Verify> {
  const { verifyPlainly } = await import('./plain-ed25519.ts');
  return (signature, signed) => verifyPlainly(signature, signed, publicKey);
}
