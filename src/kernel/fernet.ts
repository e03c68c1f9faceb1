/**
 * Fernet tokens, version 0x80, as the public specification has them (github.com/fernet/spec):
 *
 *     token = base64url( 0x80 ‖ seconds since 1970, 64 bits ‖ IV, 128 bits ‖ AES-128-CBC, PKCS #7 ‖ HMAC-SHA256 )
 *     key   = base64url( signing key, 128 bits ‖ encryption key, 128 bits )
 *
 * Tokens written by any other implementation are read, and the other way round.
 */
import { createCipheriv, createDecipheriv, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

export interface FernetKey {
  readonly signing: Buffer;
  readonly encryption: Buffer;
}

/** `malformed`: no Fernet token at all. `mismatch`: another key wrote it, or it was altered. `expired`: outside its time. */
export type FernetProblem = 'malformed' | 'mismatch' | 'expired';

export class FernetError extends Error {
  readonly problem: FernetProblem;
  constructor(problem: FernetProblem) {
    super(EXPLANATION[problem]);
    this.name = 'FernetError';
    this.problem = problem;
  }
}
const EXPLANATION: Record<FernetProblem, string> = {
  malformed: 'This is no encrypted value (Fernet token)',
  mismatch: 'The encrypted value was altered, or was written with a key that is not among ENCRYPTION_KEY',
  expired: 'The encrypted value is outside the time it is good for',
};

const VERSION = 0x80;
const HEADER = 1 + 8;
const IV = 16;
const BLOCK = 16;
const MAC = 32;
const SHORTEST = HEADER + IV + BLOCK + MAC;
/** Clocks of two machines may disagree by this much. */
const SKEW_SECONDS = 60;

/** Reads a key; throws when it is not 32 bytes in URL-safe base64. */
export function readFernetKey(text: string): FernetKey {
  const bytes = decodeBase64Url(text.trim());
  if (bytes?.length !== 32) throw new Error('A Fernet key is 32 bytes in URL-safe base64');
  return { signing: bytes.subarray(0, 16), encryption: bytes.subarray(16) };
}

export interface SealOptions {
  /** When the token is written. */
  readonly now?: Date;
  /** For the published examples only: an IV must never be used twice. */
  readonly iv?: Buffer;
}

/** Encrypts and signs. */
export function sealFernet(key: FernetKey, clear: Buffer, { now = new Date(), iv = randomBytes(IV) }: SealOptions = {}): string {
  const header = Buffer.alloc(HEADER);
  header.writeUInt8(VERSION, 0);
  header.writeBigUInt64BE(BigInt(Math.floor(now.getTime() / 1000)), 1);
  const cipher = createCipheriv('aes-128-cbc', key.encryption, iv);
  const signed = Buffer.concat([header, iv, cipher.update(clear), cipher.final()]);
  return toPaddedBase64Url(Buffer.concat([signed, macOf(key, signed)]));
}

export interface OpenOptions {
  /** Refuses a token written longer ago than this, or in the future. Without it a token is good for ever. */
  readonly maxAgeSeconds?: number;
  readonly now?: Date;
}

export interface Opened {
  readonly clear: Buffer;
  readonly sealedAt: Date;
}

/** Checks and decrypts; throws `FernetError`. */
export function openFernet(key: FernetKey, token: string, { maxAgeSeconds, now = new Date() }: OpenOptions = {}): Opened {
  const bytes = decodeBase64Url(token);
  if (!bytes || bytes.length < SHORTEST || bytes[0] !== VERSION) throw new FernetError('malformed');
  const signed = bytes.subarray(0, -MAC);
  if (!timingSafeEqual(macOf(key, signed), bytes.subarray(-MAC))) throw new FernetError('mismatch');
  const seconds = Number(bytes.readBigUInt64BE(1));
  if (maxAgeSeconds !== undefined && !isFresh(seconds, maxAgeSeconds, now.getTime() / 1000)) throw new FernetError('expired');
  return { clear: decipher(key, signed), sealedAt: new Date(seconds * 1000) };
}

const isFresh = (sealed: number, maxAge: number, now: number): boolean => sealed + maxAge >= now && sealed <= now + SKEW_SECONDS;

function decipher(key: FernetKey, signed: Buffer): Buffer {
  const body = signed.subarray(HEADER + IV);
  if (body.length % BLOCK !== 0) throw new FernetError('malformed');
  const cipher = createDecipheriv('aes-128-cbc', key.encryption, signed.subarray(HEADER, HEADER + IV));
  try {
    return Buffer.concat([cipher.update(body), cipher.final()]);
  } catch (cause) {
    // The signature is right and the padding is not: another program wrote this token wrongly.
    throw Object.assign(new FernetError('malformed'), { cause });
  }
}

const macOf = (key: FernetKey, signed: Buffer): Buffer => createHmac('sha256', key.signing).update(signed).digest();

/** Node ignores what is not base64; a token with a stray character must be refused. Padding may be missing, not wrong. */
function decodeBase64Url(text: string): Buffer | null {
  const [, digits = '', padding = ''] = /^([A-Za-z0-9_-]*)(={0,2})$/.exec(text) ?? [];
  const missing = (4 - (digits.length % 4)) % 4;
  if (digits === '' || missing === 3 || (padding !== '' && padding.length !== missing)) return null;
  return Buffer.from(digits, 'base64url');
}

const toPaddedBase64Url = (bytes: Buffer): string => bytes.toString('base64').replaceAll('+', '-').replaceAll('/', '_');
