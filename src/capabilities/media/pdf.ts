/** Whether bytes are a PDF that a reader can open, judged by its outline (ISO 32000 §7.5): header, cross-reference, trailer. */

export type PdfVerdict = 'sound' | 'broken' | 'protected';

const HEADER_WITHIN = 1024; // readers accept some bytes before the header
const DICTIONARY_LIMIT = 64 * 1024;

export const looksLikePdf = (content: Buffer): boolean => headerAt(content) >= 0;

function headerAt(content: Buffer): number {
  return content
    .subarray(0, HEADER_WITHIN)
    .toString('latin1')
    .search(/%PDF-[12]\.\d/);
}

export function judgePdf(content: Buffer): PdfVerdict {
  const header = headerAt(content);
  const pointer = content.lastIndexOf('startxref');
  if (header < 0 || pointer < 0 || content.lastIndexOf('%%EOF') < pointer) return 'broken';
  const trailer = trailerNamedBy(content, header, pointer) ?? lastTrailer(content, pointer);
  if (trailer === null || !/\/Root\s+\d+\s+\d+\s+R/.test(trailer)) return 'broken';
  return /\/Encrypt\s*(\d+\s+\d+\s+R|<<)/.test(trailer) ? 'protected' : 'sound';
}

/** The trailer dictionary found by following `startxref`: after a table, or inside a cross-reference stream. */
function trailerNamedBy(content: Buffer, header: number, pointer: number): string | null {
  const [, digits] = /^startxref\s+(\d{1,12})\s/.exec(content.toString('latin1', pointer, pointer + 64)) ?? [];
  if (digits === undefined) return null;
  // Offsets count from the header, but some writers count from the first byte of the file.
  for (const start of [Number(digits) + header, Number(digits)]) {
    const opening = content.toString('latin1', start, start + 64);
    if (/^\s*xref\s/.test(opening)) return dictionaryAfter(content, content.indexOf('trailer', start), 'startxref');
    if (/^\s*\d+\s+\d+\s+obj\b/.test(opening)) return crossReferenceStream(content, start);
  }
  return null;
}

/** When the pointer is wrong, readers rebuild the table from what they find: so a file is lost only without any trailer. */
function lastTrailer(content: Buffer, pointer: number): string | null {
  const trailer = content.lastIndexOf('trailer', pointer);
  if (trailer >= 0) return dictionaryAfter(content, trailer, 'startxref');
  const stream = Math.max(content.lastIndexOf('/Type/XRef', pointer), content.lastIndexOf('/Type /XRef', pointer));
  return stream < 0 ? null : crossReferenceStream(content, content.lastIndexOf('obj', stream));
}

function crossReferenceStream(content: Buffer, start: number): string | null {
  const dictionary = dictionaryAfter(content, start, 'stream');
  return dictionary && /\/Type\s*\/XRef\b/.test(dictionary) ? dictionary : null;
}

function dictionaryAfter(content: Buffer, start: number, until: string): string | null {
  const end = start < 0 ? -1 : content.indexOf(until, start);
  return end < 0 || end - start > DICTIONARY_LIMIT ? null : content.toString('latin1', start, end);
}
