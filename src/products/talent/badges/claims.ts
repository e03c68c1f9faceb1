/**
 * What the QR code of a badge says, byte by byte. Pure and without Node, so that a browser can read it the same way.
 *
 * `ATB1.` and then base64url of: version (1 byte) | key (2) | project (4) | assignment (4) | CINEMA talent (4) | seed (9 ASCII
 * letters) | Ed25519 signature (64) over the 24 bytes before it. Numbers are big endian. Reading is not believing: the signature
 * is for whoever holds the public keys to check.
 */

export interface BadgeClaims {
  readonly keyId: number;
  readonly projectId: number;
  readonly assignmentId: number;
  readonly talentId: number;
  /** Random; what makes two badges of one person different, and what a revocation names. */
  readonly seed: string;
}

export interface SignedClaims {
  readonly claims: BadgeClaims;
  /** The bytes that are signed. */
  readonly signed: Uint8Array;
  readonly signature: Uint8Array;
}

export const SEED_LENGTH = 9;
/** Without o 0 1 i l, which people mistake for each other. */
export const SEED_ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';

const PREFIX = 'ATB1.';
const VERSION = 1;
const CLAIM_BYTES = 24;
const SIGNATURE_BYTES = 64;
const SEED_OFFSET = CLAIM_BYTES - SEED_LENGTH;
const SEED = new RegExp(`^[${SEED_ALPHABET}]{${SEED_LENGTH}}$`);
const BASE64URL = /^[\w-]+$/;

/** The bytes to be signed. Throws when a number does not fit its place: such a badge would name somebody else. */
export function encodeClaims(claims: BadgeClaims): Uint8Array {
  const bytes = new Uint8Array(CLAIM_BYTES);
  const view = new DataView(bytes.buffer);
  view.setUint8(0, VERSION);
  view.setUint16(1, within(claims.keyId, 0xffff));
  view.setUint32(3, within(claims.projectId, 0xffff_ffff));
  view.setUint32(7, within(claims.assignmentId, 0xffff_ffff));
  view.setUint32(11, within(claims.talentId, 0xffff_ffff));
  if (!SEED.test(claims.seed)) throw new RangeError('a seed of a badge has nine letters of its alphabet');
  for (let index = 0; index < SEED_LENGTH; index++) view.setUint8(SEED_OFFSET + index, claims.seed.charCodeAt(index));
  return bytes;
}

/** The text of the QR code. */
export function formatPayload(signed: Uint8Array, signature: Uint8Array): string {
  const binary = String.fromCharCode(...signed, ...signature);
  return PREFIX + btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** Null when the text is no badge of this version; a forged one is read like any other. */
export function parsePayload(text: string): SignedClaims | null {
  const bytes = bytesOf(text.trim());
  if (bytes?.length !== CLAIM_BYTES + SIGNATURE_BYTES || bytes[0] !== VERSION) return null;
  const view = new DataView(bytes.buffer);
  const seed = String.fromCharCode(...bytes.subarray(SEED_OFFSET, CLAIM_BYTES));
  if (!SEED.test(seed)) return null;
  return {
    claims: {
      keyId: view.getUint16(1),
      projectId: view.getUint32(3),
      assignmentId: view.getUint32(7),
      talentId: view.getUint32(11),
      seed,
    },
    signed: bytes.slice(0, CLAIM_BYTES),
    signature: bytes.slice(CLAIM_BYTES),
  };
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> | null {
  const encoded = text.startsWith(PREFIX) ? text.slice(PREFIX.length) : '';
  // 88 bytes are 118 characters; one that is left over would be no whole byte.
  if (!BASE64URL.test(encoded) || encoded.length % 4 === 1) return null;
  const binary = atob(encoded.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}

function within(value: number, limit: number): number {
  if (!Number.isInteger(value) || value < 1 || value > limit) throw new RangeError(`${value} does not fit a badge`);
  return value;
}
