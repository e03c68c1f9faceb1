/**
 * Reads the text of a badge: `ATB1.` and base64url of 88 bytes. Big endian: version 1, key (2), project (4), assignment (4),
 * CINEMA talent (4), seed (9 letters), then the Ed25519 signature (64) over those 24 bytes.
 */

export interface Claims {
  readonly keyId: number;
  readonly projectId: number;
  readonly assignmentId: number;
  readonly talentId: number;
  readonly seed: string;
}

export interface SealedClaims {
  readonly claims: Claims;
  readonly signed: Uint8Array<ArrayBuffer>;
  readonly signature: Uint8Array<ArrayBuffer>;
}

export const BADGE_PREFIX = 'ATB1.';
const SIGNED = 24;
const WHOLE = 88;
const SEED = /^[a-hjkmnp-z2-9]{9}$/;

/** What the badge says, unproven; null when the text is no badge of ours. */
export function readClaims(text: string): SealedClaims | null {
  const badge = text.trim();
  const bytes = badge.startsWith(BADGE_PREFIX) ? readBase64Url(badge.slice(BADGE_PREFIX.length)) : null;
  if (bytes?.length !== WHOLE) return null;
  const view = new DataView(bytes.buffer);
  const seed = String.fromCodePoint(...bytes.subarray(15, SIGNED));
  if (view.getUint8(0) !== 1 || !SEED.test(seed)) return null;
  return {
    claims: { keyId: view.getUint16(1), projectId: view.getUint32(3), assignmentId: view.getUint32(7), talentId: view.getUint32(11), seed },
    signed: bytes.slice(0, SIGNED),
    signature: bytes.slice(SIGNED),
  };
}

/** Null when a sign is not of the alphabet. */
export function readBase64Url(text: string): Uint8Array<ArrayBuffer> | null {
  if (!/^[\w-]*$/.test(text) || text.length % 4 === 1) return null;
  const plain = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(plain, (sign) => sign.codePointAt(0) ?? 0);
}
