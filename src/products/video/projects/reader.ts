/** Reads what a person sent, field by field, and keeps every fault until all were read. JSON and forms alike: numbers may be text. */
import { type FieldError, failure } from '#kernel/failure.ts';
import { fieldMessages } from '#kernel/http/validation.ts';
import type { Message, Params } from '#kernel/message.ts';
import { m } from './messages.ts';

export type Body = Readonly<Record<string, unknown>>;

export interface TextRule {
  readonly most: number;
  readonly isRequired?: boolean;
}
export interface NumberRule {
  readonly least: number;
  readonly most: number;
  readonly isWhole?: boolean;
}

/** What was not sent is the fallback; what cannot be taken is a fault, and the fallback for the rest of the reading. */
export interface Reader {
  fault(name: string, message: Message, constraint: string, params?: Params): void;
  has(name: string): boolean;
  raw(name: string): unknown;
  text(name: string, rule: TextRule, fallback: string): string;
  number(name: string, rule: NumberRule, fallback: number): number;
  choice<const T extends string>(name: string, allowed: readonly T[], fallback: T): T;
  /** The same for a part of the body: its faults are named `config.style`. */
  within(name: string): Reader;
  /** Of a list: faults are named `scenes[2].narration`. */
  at(name: string, part: unknown): Reader;
  /** Throws when there was any fault. */
  close(): void;
}

export const readerOf = (body: unknown): Reader => open(body, '', {});

type Faults = Record<string, FieldError>;

function open(given: unknown, path: string, faults: Faults): Reader {
  const body = isObject(given) ? given : {};
  const fault: Reader['fault'] = (name, message, constraint, params = {}) => {
    faults[`${path}${name}`] ??= { message, params, constraint };
  };
  const has = (name: string): boolean => body[name] !== undefined && body[name] !== null && body[name] !== '';
  return {
    fault,
    has,
    raw: (name) => body[name],
    text: (name, rule, fallback) => readText(body[name], rule, fallback, (...why) => fault(name, ...why)),
    number: (name, rule, fallback) => (has(name) ? readNumber(body[name], rule, fallback, (...why) => fault(name, ...why)) : fallback),
    choice(name, allowed, fallback) {
      if (!has(name)) return fallback;
      const found = allowed.find((value) => value === body[name]);
      if (found === undefined) fault(name, fieldMessages.choice, 'choice', { values: allowed.join(', ') });
      return found ?? fallback;
    },
    within(name) {
      if (has(name) && !isObject(body[name])) fault(name, m.object, 'type');
      return open(body[name], `${path}${name}.`, faults);
    },
    at(name, part) {
      if (!isObject(part)) fault(name, m.object, 'type');
      return open(part, `${path}${name}.`, faults);
    },
    close() {
      if (Object.keys(faults).length > 0) throw failure.invalid(faults);
    },
  };
}

export const isObject = (value: unknown): value is Body => typeof value === 'object' && value !== null && !Array.isArray(value);

type Blame = (message: Message, constraint: string, params?: Params) => void;

function readText(raw: unknown, { most, isRequired = false }: TextRule, fallback: string, blame: Blame): string {
  if (raw === undefined && !(isRequired && fallback === '')) return fallback;
  if (raw !== undefined && raw !== null && typeof raw !== 'string') {
    blame(m.text, 'type');
    return fallback;
  }
  const text = (raw ?? '').normalize('NFC').trim();
  if (isRequired && !text) blame(m.required, 'required');
  else if ([...text].length > most) blame(fieldMessages.tooLong, 'max_length', { limit: most });
  else if (/[^\P{Cc}\n\r\t]/u.test(text)) blame(m.controls, 'format');
  return text;
}

function readNumber(raw: unknown, { least, most, isWhole = false }: NumberRule, fallback: number, blame: Blame): number {
  const number = typeof raw === 'number' ? raw : typeof raw === 'string' && raw.trim() !== '' ? Number(raw) : Number.NaN;
  if (!Number.isFinite(number)) blame(m.number, 'type');
  else if (number < least) blame(fieldMessages.tooSmall, 'minimum', { limit: least });
  else if (number > most) blame(fieldMessages.tooLarge, 'maximum', { limit: most });
  else if (isWhole && !Number.isInteger(number)) blame(m.whole, 'integer');
  else return number;
  return fallback;
}
