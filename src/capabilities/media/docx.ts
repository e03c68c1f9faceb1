/**
 * Whether bytes are a Word document of the XML kind (OOXML, a zip), and not a trap in the form of one: everything in
 * it is unpacked and counted, because what a zip says of its own sizes may be a lie.
 */
import { configure, type Entry, type FileEntry, Uint8ArrayReader, ZipReader } from '@zip.js/zip.js';

export type DocxVerdict = 'sound' | 'broken' | 'protected' | 'macros' | 'inflated' | 'foreign';

const MAX_ENTRIES = 2000;
const MAX_BYTES = 100 * 1024 * 1024;
const MAX_RATIO = 200;
const RATIO_FROM_BYTES = 256 * 1024; // a page of blanks shrinks a thousandfold and harms nobody
const KEPT_BYTES = 1024 * 1024;
const MAIN_PART = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';

configure({ useWebWorkers: false });

export const looksLikeZip = (content: Buffer): boolean => content.subarray(0, 4).equals(Buffer.from('PK\x03\x04', 'latin1'));

class TooMuch extends Error {}

export async function judgeDocx(content: Buffer): Promise<DocxVerdict> {
  const zip = new ZipReader(new Uint8ArrayReader(content), { filenameValidation: 'strict', checkOverlappingEntry: true, checkCrc32: true });
  try {
    const entries: FileEntry[] = [];
    let count = 0;
    for await (const entry of zip.getEntriesGenerator()) {
      if (++count > MAX_ENTRIES) return 'inflated';
      if (!entry.directory) entries.push(entry);
    }
    return judgeNames(entries) ?? (await judgeContents(entries));
  } catch (error) {
    return error instanceof TooMuch ? 'inflated' : 'broken';
  } finally {
    await zip.close();
  }
}

function judgeNames(entries: readonly FileEntry[]): DocxVerdict | null {
  const names = new Set(entries.map((entry: Entry) => entry.filename));
  if (names.size < entries.length) return 'broken'; // two parts of one name: which one is read depends on the reader
  if (!names.has('[Content_Types].xml') || !names.has('word/document.xml')) return 'foreign';
  if (entries.some((entry) => entry.encrypted)) return 'protected';
  if (entries.some((entry) => /(^|\/)vba(project|data)[^/]*$/i.test(entry.filename))) return 'macros';
  return entries.reduce((sum, entry) => sum + entry.uncompressedSize, 0) > MAX_BYTES ? 'inflated' : null;
}

async function judgeContents(entries: readonly FileEntry[]): Promise<DocxVerdict> {
  let total = 0;
  const texts = new Map<string, string>();
  for (const entry of entries) {
    const kept = await unpack(entry, (bytes) => {
      total += bytes;
      return total <= MAX_BYTES;
    });
    if (entry.filename === '[Content_Types].xml' || entry.filename === 'word/document.xml')
      texts.set(entry.filename, kept.toString('utf8'));
  }
  const types = texts.get('[Content_Types].xml') ?? '';
  if (types.includes('macroEnabled')) return 'macros';
  if (!types.includes(MAIN_PART)) return 'foreign';
  return /<(\w+:)?document[\s>]/.test(texts.get('word/document.xml') ?? '') ? 'sound' : 'broken';
}

/** Unpacks an entry to nowhere, keeping its beginning; stops as soon as it is more than it may be. */
async function unpack(entry: FileEntry, mayAdd: (bytes: number) => boolean): Promise<Buffer> {
  const kept: Uint8Array[] = [];
  let bytes = 0;
  const most = Math.max(RATIO_FROM_BYTES, entry.compressedSize * MAX_RATIO);
  const counter = new WritableStream<Uint8Array>({
    write(piece) {
      if (bytes < KEPT_BYTES) kept.push(piece.slice());
      bytes += piece.byteLength;
      if (bytes > most || !mayAdd(piece.byteLength)) throw new TooMuch();
    },
  });
  await entry.getData(counter);
  return Buffer.concat(kept);
}
