/**
 * Passwords: which are accepted, how they are hashed (bcrypt, cost 12), how they are checked.
 *
 * bcrypt reads 72 bytes and no more. A longer password is refused with a clear word rather than cut or hashed beforehand:
 * hashes made elsewhere by plain bcrypt must go on working here, and ours there.
 * Hashing takes a core for a quarter of a second, so only a few run at once and the others queue: disk, DNS and
 * compression, which share the same threads, stay alive during a rush.
 */
import { randomInt } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { hash, verify } from '@node-rs/bcrypt';
import { failure } from '#kernel/failure.ts';
import { fold } from '#kernel/text.ts';
import { isCommonPassword } from './common-passwords.ts';
import { m } from './messages.ts';

export const MIN_LENGTH = 8;
export const MAX_BYTES = 72;
const COST = 12;
/** A cost-12 hash of a value nobody knows: checking against it takes as long as checking a real one. */
const NOBODY = '$2b$12$c38KZER40wHL.SCgYsw3meT9M0iITB.Lc0cxFGyx2CUsuQ7RtVx.O';

export interface PasswordContext {
  readonly email?: string;
  readonly names?: readonly string[];
  /** The form field to name in the error. Default `password`. */
  readonly field?: string;
}

/** Checks the rules, then hashes. Throws `failure.invalid` naming the field. */
export async function hashPassword(password: string, context: PasswordContext = {}): Promise<string> {
  requireGoodPassword(password, context);
  return hashAsIs(password);
}

/** Hashes without the rules: for the documented demonstration accounts only. */
export const hashAsIs = (password: string): Promise<string> => slots.run(() => hash(password.normalize('NFC'), COST));

/**
 * True when the password is the account's. An unknown account (`null`) takes as long as a wrong password.
 * `before` runs once the check has got its turn, so that a limit is read at the last moment.
 */
export const verifyPassword = (password: string, stored: string | null, before?: () => Promise<void>): Promise<boolean> =>
  slots.run(async () => {
    await before?.();
    const matches = await verify(password.normalize('NFC'), stored ?? NOBODY).catch(() => false); // an unreadable hash opens nothing
    return matches && stored !== null;
  });

/** Throws unless the password is long enough, short enough for bcrypt, uncommon, and not the person's own name. */
export function requireGoodPassword(password: string, { email, names = [], field = 'password' }: PasswordContext = {}): void {
  if (password === '') throw failure.field(field, m.passwordRequired, {}, 'required');
  if ([...password].length < MIN_LENGTH) throw failure.field(field, m.passwordShort, { limit: MIN_LENGTH }, 'min_length');
  if (Buffer.byteLength(password.normalize('NFC')) > MAX_BYTES) {
    throw failure.field(field, m.passwordLong, { limit: MAX_BYTES, arabic: MAX_BYTES / 2 }, 'max_length');
  }
  if (/\p{Cc}/u.test(password)) throw failure.field(field, m.passwordUnreadable, {}, 'format');
  if (isPersonal(password, email, names)) throw failure.field(field, m.passwordPersonal, {}, 'personal');
  if (isCommonPassword(password)) throw failure.field(field, m.passwordCommon, {}, 'common');
}

function isPersonal(password: string, email: string | undefined, names: readonly string[]): boolean {
  const bare = (text: string): string => fold(text).replace(/[^\p{L}\p{N}]/gu, '');
  const whole = names.filter(Boolean);
  const combined = whole.length > 1 ? [whole.join(''), [...whole].reverse().join('')] : [];
  const known = [...(email ? [email, email.split('@')[0] ?? ''] : []), ...whole, ...combined].map(bare).filter((word) => word.length >= 3);
  const said = bare(password);
  // `Benali1990`: a name with a number behind it is still the name.
  return known.includes(said) || known.includes(said.replace(/\d{1,4}$/, ''));
}

/** No letters or digits that look like another: a temporary password is often read from a phone or dictated. */
const TEMPORARY_ALPHABET = 'abcdefghjkmnpqrstuvwxyzABCDEFGHJKMNPQRSTUVWXYZ23456789';

/** Fourteen random characters (80 bits) and their hash. */
export async function temporaryPassword(): Promise<{ password: string; passwordHash: string }> {
  const password = Array.from({ length: 14 }, () => TEMPORARY_ALPHABET[randomInt(TEMPORARY_ALPHABET.length)]).join('');
  return { password, passwordHash: await hashAsIs(password) };
}

/** True for a hash that is weaker than ours (an import), to be replaced at the next sign-in. */
export const isOutdatedHash = (stored: string): boolean => Number(/^\$2[abxy]\$(\d\d)\$/.exec(stored)?.[1] ?? 0) < COST;

class Slots {
  readonly #waiting: (() => void)[] = [];
  #free: number;
  readonly #longestQueue: number;
  constructor(size: number, longestQueue: number) {
    this.#free = size;
    this.#longestQueue = longestQueue;
  }

  async run<T>(work: () => Promise<T>): Promise<T> {
    await this.#enter();
    try {
      return await work();
    } finally {
      const next = this.#waiting.shift();
      if (next) next();
      else this.#free++;
    }
  }

  async #enter(): Promise<void> {
    if (this.#free > 0) {
      this.#free--;
      return;
    }
    if (this.#waiting.length >= this.#longestQueue) throw failure.unavailable(m.busy);
    await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }
}
// The thread pool has four threads: one always stays free for the rest.
const slots = new Slots(Math.max(1, Math.min(3, availableParallelism())), 1000);
