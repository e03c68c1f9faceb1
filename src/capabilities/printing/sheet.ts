/**
 * Tables that people open in a spreadsheet: XLSX and CSV, written row by row, so that a hundred thousand people take no more memory
 * than a hundred.
 *
 * Hides the file formats and what they must be protected from. Words: a *sheet* is a name, columns and rows; a *book* is several
 * small sheets in one file. Text stays text: in XLSX a cell is never a formula; in CSV a cell that a spreadsheet would run as one
 * (`=`, `+`, `-`, `@`, a tab) gets an apostrophe before it (OWASP, CSV injection), except plain numbers and phone numbers.
 */
import { Readable } from 'node:stream';
import { type CellStyle, type ColumnDef, writeXlsx, writeXlsxStream } from 'hucre/xlsx';

/** A `Date` is an instant in UTC; a day is a `Date` at midnight UTC. */
export type Cell = string | number | boolean | Date | null;

export interface SheetColumn {
  readonly header: string;
  /** In characters; default 16. */
  readonly width?: number;
  /** How values are shown; default `text`. */
  readonly kind?: 'text' | 'integer' | 'decimal' | 'date' | 'datetime';
}
export interface Sheet<Rows = AsyncIterable<readonly Cell[]> | Iterable<readonly Cell[]>> {
  /** At most 31 characters, without `\ / ? * [ ] :` (others are replaced). */
  readonly name: string;
  readonly columns: readonly SheetColumn[];
  readonly rows: Rows;
}

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
export const CSV = 'text/csv; charset=utf-8';

const FORMATS = { text: undefined, integer: '0', decimal: '0.00', date: 'yyyy-mm-dd', datetime: 'yyyy-mm-dd hh:mm:ss' } as const;
const HEADER: CellStyle = {
  font: { bold: true, color: { rgb: 'FFFFFF' } },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: '3B2A1E' } },
};
/** What Excel takes in one cell. */
const MAX_TEXT = 32_767;

/** A workbook of one sheet (more when it exceeds Excel's rows), pulled from `rows` only as fast as the reader takes it. */
export function xlsxStream({ name, columns, rows }: Sheet): Readable {
  const web = writeXlsxStream(cleanRows(rows), { name: sheetName(name), columns: columnsOf(columns), freezePane: { rows: 1 } });
  return Readable.fromWeb(web as Parameters<typeof Readable.fromWeb>[0]);
}

/** Several sheets in one file, held in memory: for tables of hundreds of rows. */
export async function xlsxBook(sheets: readonly Sheet<readonly (readonly Cell[])[]>[]): Promise<Buffer> {
  const book = await writeXlsx({
    sheets: sheets.map(({ name, columns, rows }) => ({
      name: sheetName(name),
      columns: columnsOf(columns).map(({ header: _header, ...column }) => column),
      rows: [columns.map(({ header }) => header), ...rows.map((row) => row.map(cleanCell))],
      cells: new Map(columns.map((_column, index) => [`0,${index}`, { style: HEADER }])),
      freezePane: { rows: 1 },
    })),
  });
  return Buffer.from(book);
}

/** RFC 4180 with a byte order mark, without which Excel breaks accents and Arabic. */
export function csvStream({ columns, rows }: Omit<Sheet, 'name'>): Readable {
  return Readable.from(csvLines(columns, rows), { objectMode: false });
}

async function* csvLines(columns: readonly SheetColumn[], rows: Sheet['rows']): AsyncGenerator<string> {
  yield `\ufeff${columns.map(({ header }) => quoted(header)).join(',')}\r\n`;
  // Lines travel together: a chunk for each row costs more than the row.
  let chunk = '';
  for await (const row of rows) {
    chunk += `${row.map((cell, index) => quoted(csvText(cell, columns[index]?.kind))).join(',')}\r\n`;
    if (chunk.length < 32_768) continue;
    yield chunk;
    chunk = '';
  }
  if (chunk) yield chunk;
}

function csvText(cell: Cell, kind: SheetColumn['kind']): string {
  if (cell === null) return '';
  if (cell instanceof Date) return cell.toISOString().slice(0, kind === 'date' ? 10 : 19);
  if (typeof cell !== 'string') return String(cell);
  return neutral(cell.replace(FORBIDDEN, ''));
}

const NUMBER = /^[+-]?[\d\s().-]+$/;
/** What no spreadsheet runs. */
export const neutral = (text: string): string => (/^[\s]*[=+\-@\t\r]/.test(text) && !NUMBER.test(text) ? `'${text}` : text);
const quoted = (text: string): string => (/[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

// biome-ignore lint/suspicious/noControlCharactersInRegex: the characters that XML 1.0 does not have
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
const cleanCell = (cell: Cell): Cell => (typeof cell === 'string' ? cell.replace(FORBIDDEN, '').toWellFormed().slice(0, MAX_TEXT) : cell);

async function* cleanRows(rows: Sheet['rows']): AsyncGenerator<Cell[]> {
  for await (const row of rows) yield row.map(cleanCell);
}

const sheetName = (name: string): string =>
  name
    .replace(/[\\/?*[\]:]/g, ' ')
    .slice(0, 31)
    .trim() || 'Sheet';
const columnsOf = (columns: readonly SheetColumn[]): ColumnDef[] =>
  columns.map(({ header, width = 16, kind = 'text' }) => ({ header, width, ...(FORMATS[kind] ? { numFmt: FORMATS[kind] } : {}) }));
