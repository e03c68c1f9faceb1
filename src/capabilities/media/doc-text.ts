/** The words of an old Word document: its piece table says where they lie ([MS-DOC] 2.4.1). */
import { readStream } from './compound-file.ts';
import type { RawText } from './document-text.ts';

/** Offsets in the File Information Block ([MS-DOC] 2.5). */
const FLAGS = 0x0a;
const SECOND_TABLE = 0x0200;
const COUNTS = { body: 0x4c, notes: 0x50, headers: 0x54, comments: 0x5c, endnotes: 0x60, boxes: 0x64, headerBoxes: 0x68 } as const;
const PIECES = 0x01a2;
const PROPERTIES = 0x01;
const PIECE_TABLE = 0x02;
const COMPRESSED = 0x40000000;

/** Throws a `RangeError` when the tables lead outside the file. */
export function readDoc(content: Buffer): RawText {
  const main = readStream(content, 'WordDocument');
  const table = main && readStream(content, main.readUInt16LE(FLAGS) & SECOND_TABLE ? '1Table' : '0Table');
  if (!main || !table) throw new RangeError('the document has no text stream');
  const clx = table.subarray(main.readUInt32LE(PIECES)).subarray(0, main.readUInt32LE(PIECES + 4));
  const whole = wordsOf(main, pieceTable(clx));
  const counts = Object.values(COUNTS).map((offset) => main.readUInt32LE(offset));
  const starts = counts.map((_, index) => counts.slice(0, index).reduce((sum, count) => sum + count, 0));
  const [body = '', notes = '', headers = '', , endnotes = '', boxes = '', headerBoxes = ''] = counts.map((count, index) =>
    readable(whole.slice(starts[index], (starts[index] ?? 0) + count)),
  );
  // What remarks others made is not the person's.
  const parts = [...new Set([headers, headerBoxes, body, boxes, notes, endnotes])];
  return { text: parts.filter(Boolean).join('\n\n'), pages: 1, links: [], isCut: false };
}

/** The properties before the table are passed over. */
function pieceTable(clx: Buffer): Buffer {
  let at = 0;
  while (clx.readUInt8(at) === PROPERTIES) at += 3 + clx.readUInt16LE(at + 1);
  if (clx.readUInt8(at) !== PIECE_TABLE) throw new RangeError('the document has no piece table');
  return clx.subarray(at + 5, at + 5 + clx.readUInt32LE(at + 1));
}

/** Characters of all parts, in their order; one byte each (Windows-1252) or two. */
function wordsOf(main: Buffer, table: Buffer): string {
  const pieces = Math.floor((table.length - 4) / 12);
  const texts: string[] = [];
  for (let index = 0; index < pieces; index++) {
    const count = table.readUInt32LE((index + 1) * 4) - table.readUInt32LE(index * 4);
    const place = table.readUInt32LE((pieces + 1) * 4 + index * 8 + 2);
    const isCompressed = (place & COMPRESSED) !== 0;
    const start = (place & 0x3fffffff) / (isCompressed ? 2 : 1);
    const bytes = main.subarray(start, start + count * (isCompressed ? 1 : 2));
    texts.push(isCompressed ? new TextDecoder('windows-1252').decode(bytes) : bytes.toString('utf16le'));
  }
  return texts.join('');
}

/** What Word's own marks mean ([MS-DOC] 2.4.1, 2.8.25). */
const MARKS: Readonly<Record<number, string>> = { 11: '\n', 12: '\n', 13: '\n', 14: '\n', 30: '-' };
const CELL_END = 0x07;
const FIELD = { begins: 0x13, shows: 0x14, ends: 0x15 } as const;

/** The instructions of fields go, what they show stays. Two ends of cells in a row end the row. */
function readable(text: string): string {
  let words = '';
  let hidden = 0;
  let wasCellEnd = false;
  for (const sign of text) {
    const code = sign.charCodeAt(0);
    if (code === FIELD.begins) hidden += 1;
    else if (code === FIELD.shows || (code === FIELD.ends && hidden > 0)) hidden = Math.max(0, hidden - 1);
    else if (hidden > 0) continue;
    else if (code === CELL_END) words += wasCellEnd ? '\n' : '\t';
    else words += MARKS[code] ?? sign;
    wasCellEnd = code === CELL_END && !wasCellEnd;
  }
  return words.trim();
}
