/** One-time codes of authenticator applications (RFC 6238, SHA-1, 30 seconds) and the recovery codes beside them. */
import { createHmac, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';
import { fold } from '#kernel/text.ts';

const STEP_SECONDS = 30;
const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** A new shared secret: 160 bits in base32, the form that people can type. */
export const newSecret = (): string => toBase32(randomBytes(20));

export const stepAt = (time: Date): number => Math.floor(time.getTime() / 1000 / STEP_SECONDS);

/** The code of one step (RFC 4226 §5.3). */
export function codeAt(secret: Buffer, step: number, digits = 6): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac('sha1', secret).update(counter).digest();
  const offset = mac.readUInt8(mac.length - 1) & 0x0f;
  return String((mac.readUInt32BE(offset) & 0x7fffffff) % 10 ** digits).padStart(digits, '0');
}

/** The step a typed code belongs to, one step of clock drift either way; null when it is none of them. */
export function matchingStep(secret: string, typed: string, now: Date): number | null {
  const code = fold(typed).replaceAll(' ', ''); // Arabic keyboards type Arabic digits
  if (!/^\d{6}$/.test(code)) return null;
  const key = fromBase32(secret);
  const current = stepAt(now);
  const steps = [current, current - 1, current + 1];
  return steps.find((step) => timingSafeEqual(Buffer.from(codeAt(key, step)), Buffer.from(code))) ?? null;
}

/** The address behind the QR code of the enrolment page (Key URI format of authenticator applications). */
export function enrolmentUri(secret: string, { issuer, account }: { issuer: string; account: string }): string {
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(account)}`;
  return `otpauth://totp/${label}?secret=${secret}&issuer=${encodeURIComponent(issuer)}&algorithm=SHA1&digits=6&period=${STEP_SECONDS}`;
}

/** Ten single-use codes (`abcde-fghjk`, 50 bits each) for a lost telephone. */
export const newRecoveryCodes = (): readonly string[] => Array.from({ length: 10 }, () => `${randomLetters(5)}-${randomLetters(5)}`);

// Thirty-one signs that cannot be taken for one another.
const RECOVERY_ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';
const randomLetters = (length: number): string =>
  Array.from({ length }, () => RECOVERY_ALPHABET[randomInt(RECOVERY_ALPHABET.length)]).join('');

/** A recovery code as it is compared, however it was typed; null when it cannot be one. */
export function normaliseRecoveryCode(typed: string): string | null {
  const bare = typed.toLowerCase().replace(/[\s-]/g, '');
  return /^[a-z0-9]{10}$/.test(bare) ? bare : null;
}

function toBase32(bytes: Buffer): string {
  let bits = '';
  for (const byte of bytes) bits += byte.toString(2).padStart(8, '0');
  return (bits.match(/.{1,5}/g) ?? []).map((five) => BASE32[Number.parseInt(five.padEnd(5, '0'), 2)]).join('');
}

export function fromBase32(text: string): Buffer {
  let bits = '';
  for (const letter of text.toUpperCase().replace(/[\s=]/g, '')) bits += BASE32.indexOf(letter).toString(2).padStart(5, '0');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}
