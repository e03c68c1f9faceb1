/**
 * Lists as people write them into a text field, one thing a line: « Le Grand Voyage (2020) », « ISO 9001 ». A fault names its line.
 */
import { fieldMessages } from '#kernel/http/validation.ts';
import { bad, good, type Read, readText } from '../readers.ts';
import { m } from './messages.ts';
import type { Work } from './production.ts';

const MAX_LINES = 60;
const MAX_LINE = 200;
const MAX_TEXT = 15_000;
const YEARS = { first: 1880, last: 2200 };

/** The year at the end of a line: in brackets, or behind a comma, a dash or a bar. A number that is part of a title stays in it. */
const WITH_YEAR = /^(.{1,200}?)(?:\s{0,9}[([]\s{0,9}(\d{4})\s{0,9}[)\]]|\s{0,9}(?:[,;|\t]|\s[-–—:])\s{0,9}(\d{4}))$/;

export function readWorks(raw: unknown): Read<readonly Work[]> {
  const lines = readWords(raw);
  return lines.ok ? good(lines.value.map(workOf)) : lines;
}

/** The lines that say something, each once. */
export function readWords(raw: unknown): Read<readonly string[]> {
  const text = readText(raw, MAX_TEXT);
  if (!text.ok) return text;
  const lines = (text.value ?? '').split(/\r?\n/).map((line) => line.replace(/^\s*[-•*]\s+/, '').trim());
  const long = lines.findIndex((line) => [...line].length > MAX_LINE);
  if (long >= 0) return bad({ message: m.longLine, params: { line: long + 1, limit: MAX_LINE }, constraint: 'max_length' });
  const said = [...new Set(lines.filter(Boolean))];
  if (said.length > MAX_LINES) return bad({ message: fieldMessages.tooLarge, params: { limit: MAX_LINES }, constraint: 'maximum' });
  return good(said);
}

function workOf(line: string): Work {
  const [, title = line, inBrackets, behind] = WITH_YEAR.exec(line) ?? [];
  const year = Number(inBrackets ?? behind);
  return year >= YEARS.first && year <= YEARS.last ? { title, year } : { title: line, year: null };
}

/** Back into the text of the form. */
export const writeWorks = (works: readonly Work[]): string =>
  works.map(({ title, year }) => (year === null ? title : `${title} (${year})`)).join('\n');
export const writeWords = (words: readonly string[]): string => words.join('\n');
