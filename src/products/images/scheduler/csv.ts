/** Posts as a table: written so that no spreadsheet runs them, read as spreadsheets write them. */
import { type Cell, csvStream, type SheetColumn } from '#capabilities/printing/printing.ts';
import { type FieldErrors, failure } from '#kernel/failure.ts';
import { fold } from '#kernel/text.ts';
import { secondsOf } from '../lists.ts';
import { m } from './messages.ts';
import type { Body, Faults } from './plan.ts';
import type { ScheduledPost } from './post.ts';

export const MOST_LINES = 200;

/** What a line may say, with the titles it may stand under. */
const READ: Readonly<Record<string, readonly string[]>> = {
  image: ['image', 'image_id'],
  scheduled_time: ['scheduled_time', 'date'],
  platform: ['platform', 'plateforme'],
  caption: ['caption', 'légende'],
  hashtags: ['hashtags'],
  first_comment: ['first_comment', 'premier commentaire'],
  connection: ['connection', 'connexion'],
  catch_up: ['catch_up'],
  utm_source: ['utm_source'],
  utm_medium: ['utm_medium'],
  utm_campaign: ['utm_campaign'],
};
/** Stand in what was exported, and are not read back. */
const ONLY_WRITTEN = ['id', 'status', 'posted_at', 'platform_post_url', 'outcome'];

const COLUMNS = ['id', ...Object.keys(READ).filter((name) => name !== 'connection' && name !== 'catch_up'), ...ONLY_WRITTEN.slice(1)];

export async function writeTable(posts: readonly ScheduledPost[]): Promise<string> {
  const columns: readonly SheetColumn[] = COLUMNS.map((header) => ({ header }));
  let text = '';
  for await (const piece of csvStream({ columns, rows: posts.map(rowOf) })) text += String(piece);
  return text;
}

function rowOf(post: ScheduledPost): readonly Cell[] {
  const { utm, outcome } = post.metadata;
  return [
    ...[post.id, post.pictureId, secondsOf(post.scheduledTime), post.platform, post.caption, post.hashtags, post.firstComment],
    ...[utm?.source ?? null, utm?.medium ?? null, utm?.campaign ?? null],
    ...[post.status, post.postedAt && secondsOf(post.postedAt), post.platformPostUrl, outcome?.message ?? null],
  ];
}

export interface TableLine {
  /** As editors number it, the titles being 1. */
  readonly line: number;
  readonly body: Body;
}

/** Separated by `,`, `;` or tabs. Throws `failure` invalid on `csv`, and on a title that is not known. */
export function readTable(text: string): readonly TableLine[] {
  const [titles, ...lines] = recordsOf(text.replace(/^\ufeff/, ''));
  if (!titles || lines.length === 0) throw failure.field('csv', m.csvEmpty, {}, 'required');
  if (lines.length > MOST_LINES) throw failure.field('csv', m.csvTooLong, { limit: MOST_LINES, found: lines.length }, 'max_items');
  const names = titles.cells.map(nameOf);
  const unknown = titles.cells.filter((_, index) => names[index] === undefined);
  if (unknown.length > 0) {
    const params = { values: Object.keys(READ).join(', ') };
    throw failure.invalid(Object.fromEntries(unknown.map((title) => [title, { message: m.csvColumn, params, constraint: 'unknown' }])));
  }
  return lines.map(({ line, cells }) => ({
    line,
    body: Object.fromEntries(names.flatMap((name, index) => (name && cells[index] ? [[name, plain(cells[index])]] : []))),
  }));
}

/** Null for a column that is passed over, undefined for an unknown one. */
function nameOf(title: string): string | null | undefined {
  const folded = fold(title);
  if (!folded || ONLY_WRITTEN.includes(folded)) return null;
  return Object.entries(READ).find(([, titles]) => titles.some((one) => fold(one) === folded))?.[0];
}

/** The apostrophe that kept a spreadsheet from running it was never part of the text. */
const plain = (cell: string): string => cell.replace(/^'(?=[\s]*[=+\-@\t\r])/, '');

interface CsvRecord {
  readonly line: number;
  readonly cells: readonly string[];
}

/** RFC 4180, with the separator that the titles use; empty lines are passed over. */
function recordsOf(text: string): readonly CsvRecord[] {
  const titles = text.split(/\r?\n/, 1)[0] ?? '';
  const separator = [';', '\t', ','].reduce((best, one) => (titles.split(one).length > titles.split(best).length ? one : best), ',');
  const cell = new RegExp(`(?:"((?:[^"]|"")*)"|((?!")[^${separator}\\r\\n]*))(${separator}|\\r\\n|\\n|\\r|$)`, 'y');
  const records: CsvRecord[] = [];
  let [cells, line, start]: [string[], number, number] = [[], 1, 1];
  while (cell.lastIndex < text.length) {
    const found = cell.exec(text);
    if (!found) throw failure.field('csv', m.csvQuote, { line }, 'format');
    const [whole, quoted, bare = '', end] = found;
    cells.push((quoted === undefined ? bare : quoted.replaceAll('""', '"')).trim());
    line += whole.match(/\r\n|\n|\r/g)?.length ?? 0;
    if (end === separator) {
      if (cell.lastIndex === text.length) cells.push('');
      else continue;
    }
    if (cells.some(Boolean)) records.push({ line: start, cells });
    [cells, start] = [[], line];
  }
  return records;
}

/** `line 3: caption`, so that somebody finds it in their editor. */
export const faultsOfLine = (line: number, faults: Faults): FieldErrors =>
  Object.fromEntries(Object.entries(faults).map(([name, fault]) => [`line_${line}.${name}`, fault]));
