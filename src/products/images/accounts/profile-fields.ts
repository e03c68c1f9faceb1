/** The fields of a studio profile as they are sent: all checked, every fault named, only the given ones changed. */
import { type FieldError, failure } from '#kernel/failure.ts';
import { fieldMessages } from '#kernel/http/validation.ts';
import type { Message } from '#kernel/message.ts';
import { isTimeZone } from '#kernel/wall-time.ts';
import { m } from './messages.ts';

export interface ProfileChanges {
  readonly bio?: string;
  readonly phone?: string;
  readonly instagram_username?: string;
  readonly facebook_page_id?: string;
  readonly twitter_username?: string;
  readonly timezone?: string;
}

interface Rule {
  readonly most: number;
  readonly fits?: (text: string) => boolean;
  readonly message?: Message;
}

const matching =
  (form: RegExp) =>
  (text: string): boolean =>
    form.test(text);
const HANDLE = { fits: matching(/^@?[\p{L}\p{N}._-]*$/u), message: m.handle } as const;
const RULES: Readonly<Record<keyof ProfileChanges, Rule>> = {
  bio: { most: 2000 },
  phone: { most: 30, fits: matching(/^$|^\+?[\d\s().-]{6,}$/), message: m.phone },
  instagram_username: { most: 100, ...HANDLE },
  facebook_page_id: { most: 100, ...HANDLE },
  twitter_username: { most: 100, ...HANDLE },
  timezone: { most: 64, fits: (text) => text === '' || isTimeZone(text), message: m.timezone },
};

export function readChanges(body: Readonly<Record<string, unknown>>): ProfileChanges {
  const faults: Record<string, FieldError> = {};
  const changes: Record<string, string> = {};
  for (const [name, rule] of Object.entries(RULES)) {
    const raw = body[name];
    if (raw === undefined) continue;
    const text = String(raw ?? '')
      .normalize('NFC')
      .trim();
    const fault = faultOf(text, rule);
    if (fault) faults[name] = fault;
    else changes[name] = text;
  }
  if (Object.keys(faults).length > 0) throw failure.invalid(faults);
  return changes;
}

function faultOf(text: string, { most, fits, message = fieldMessages.format }: Rule): FieldError | null {
  if ([...text].length > most) return { message: fieldMessages.tooLong, params: { limit: most }, constraint: 'max_length' };
  if (/[^\P{Cc}\n\r\t]/u.test(text)) return { message: m.controls, constraint: 'format' };
  return fits && !fits(text) ? { message, constraint: 'format' } : null;
}
