/** How the former application wrote things down: times without a zone are UTC, lists are JSON or words with commas, secrets are Fernet tokens. */
import { FernetError } from '#kernel/fernet.ts';
import type { Vault } from '#kernel/vault.ts';

/** A row that cannot come, in words for the administrator who reads the report. Never says what the row holds. */
export class Refused extends Error {}

export function textOf(value: unknown): string | null {
  if (typeof value === 'number') return String(value);
  const text = typeof value === 'string' ? value.normalize('NFC').trim() : '';
  return text === '' ? null : text;
}

export const numberOf = (value: unknown): number | null => {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : null;
};

/** The number of a row; null for anything else. */
export const idOf = (value: unknown): number | null => {
  const id = numberOf(value);
  return id !== null && Number.isSafeInteger(id) && id > 0 ? id : null;
};

export const flagOf = (value: unknown, otherwise: boolean): boolean => (typeof value === 'boolean' ? value : otherwise);

/** YYYY-MM-DD, of a date or of a time. */
export const dayOf = (value: unknown): string | null => {
  const day = /^\d{4}-\d{2}-\d{2}/.exec(textOf(value) ?? '')?.[0];
  return day && !Number.isNaN(Date.parse(day)) ? day : null;
};

export function momentOf(value: unknown): Date | null {
  const text = textOf(value)?.replace(' ', 'T');
  if (!text || !/^\d{4}-\d{2}-\d{2}T/.test(text)) return null;
  const moment = new Date(/([+-]\d{2}(:?\d{2})?|Z)$/.test(text) ? text : `${text}Z`);
  return Number.isNaN(moment.getTime()) ? null : moment;
}

/** What was JSON, also where the column is a text; words with commas otherwise. */
export function listOf(value: unknown): readonly unknown[] {
  const read = parsedOf(value);
  if (Array.isArray(read)) return read;
  const text = textOf(read);
  return text
    ? text
        .split(/[,;\n]/)
        .map((word) => word.trim())
        .filter(Boolean)
    : [];
}

/** The value of a JSON text; any other value is itself. */
export function parsedOf(value: unknown): unknown {
  if (typeof value !== 'string' || !/^\s*[[{"]/.test(value)) return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

/** A token as text: a bytea column prints it in hexadecimal. */
const tokenOf = (text: string): string => (/^\\x([0-9a-f]{2})+$/i.test(text) ? Buffer.from(text.slice(2), 'hex').toString('utf8') : text);
/** Every Fernet token begins with version 128 and the zeros of a 64-bit time. */
export const isToken = (text: string): boolean => /^gAAAA[\w-]{60,}={0,2}$/.test(tokenOf(text));

/** Reads an encrypted column. What is no token was written before values were encrypted, and is taken as it is. */
export function openerOf(vault: Pick<Vault, 'decrypt'>): (row: Readonly<Record<string, unknown>>, column: string) => string | null {
  return (row, column) => {
    const text = textOf(row[column]);
    if (text === null || !isToken(text)) return text;
    try {
      return textOf(vault.decrypt(tokenOf(text)));
    } catch (error) {
      if (error instanceof FernetError) throw new Refused(`${column}: the encryption key does not open it, or it was altered`);
      throw error;
    }
  };
}
