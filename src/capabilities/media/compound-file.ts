/**
 * The compound file of old Office documents (OLE2, [MS-CFB]): a small file system inside a file. Every chain is bounded, so that a
 * twisted file cannot make us run in circles.
 */

export type DocVerdict = 'sound' | 'broken' | 'protected' | 'macros' | 'foreign';

const SIGNATURE = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const LAST_SECTOR = 0xfffffffa; // from here on, numbers are marks: end of chain, free, table
const HEADER_TABLES = 109;
const ENTRY_BYTES = 128;
const WORD_MAGIC = 0xa5ec; // first word of the File Information Block, [MS-DOC] 2.5.2
const SMALLEST_STREAM = 4096; // smaller ones lie in the small sectors of the root, and Word never writes its main stream so small
const SMALL_SECTOR = 64;
const ENCRYPTED_FLAG = 0x0100;

export const looksLikeCompoundFile = (content: Buffer): boolean => content.subarray(0, 8).equals(SIGNATURE);

interface DirectoryEntry {
  readonly name: string;
  readonly kind: 'storage' | 'stream' | 'other';
  readonly start: number;
  readonly bytes: number;
}

export function judgeDoc(content: Buffer): DocVerdict {
  const file = openCompoundFile(content);
  if (!file) return 'broken';
  const entries = file.directory();
  const has = (kind: DirectoryEntry['kind'], ...names: string[]): boolean =>
    entries.some((entry) => entry.kind === kind && names.includes(entry.name));
  if (has('stream', 'EncryptedPackage')) return 'protected'; // a DOCX with a password is wrapped like this
  const main = entries.find((entry) => entry.kind === 'stream' && entry.name === 'WordDocument');
  if (!main) return entries.length > 0 ? 'foreign' : 'broken';
  const start = file.sector(main.start);
  if (!start || start.length < 12 || start.readUInt16LE(0) !== WORD_MAGIC) return 'broken';
  if (start.readUInt16LE(10) & ENCRYPTED_FLAG) return 'protected';
  if (main.bytes < SMALLEST_STREAM || file.chain(main.start).reduce((sum, part) => sum + part.length, 0) < main.bytes) return 'broken';
  return has('storage', 'Macros', 'VBA', '_VBA_PROJECT_CUR') ? 'macros' : 'sound';
}

/** The whole of a stream by its name; null when it is not there or not whole. */
export function readStream(content: Buffer, name: string): Buffer | null {
  const file = openCompoundFile(content);
  const entries = file?.directory() ?? [];
  const entry = entries.find((one) => one.kind === 'stream' && one.name === name);
  if (!file || !entry) return null;
  const root = entries.find(({ name: own }) => own === 'Root Entry');
  const sectors = entry.bytes < SMALLEST_STREAM && root ? smallSectors(content, file, root, entry) : file.chain(entry.start);
  const whole = Buffer.concat(sectors);
  return whole.length >= entry.bytes ? whole.subarray(0, entry.bytes) : null;
}

/** Small streams share the stream of the root, in sectors and with a table of their own. */
function smallSectors(content: Buffer, file: CompoundFile, root: DirectoryEntry, { start, bytes }: DirectoryEntry): readonly Buffer[] {
  const home = Buffer.concat(file.chain(root.start));
  const table = Buffer.concat(file.chain(content.readUInt32LE(60)));
  const sectors: Buffer[] = [];
  for (let at = start; sectors.length * SMALL_SECTOR < bytes && (at + 1) * 4 <= table.length; at = table.readUInt32LE(at * 4)) {
    sectors.push(home.subarray(at * SMALL_SECTOR, (at + 1) * SMALL_SECTOR));
  }
  return sectors;
}

interface CompoundFile {
  sector(number: number): Buffer | null;
  /** The sectors of a stream, as far as they are in the file. */
  chain(start: number): readonly Buffer[];
  directory(): readonly DirectoryEntry[];
}

function openCompoundFile(content: Buffer): CompoundFile | null {
  if (content.length < 1536 || !looksLikeCompoundFile(content)) return null;
  const shift = content.readUInt16LE(30);
  if (shift !== 9 && shift !== 12) return null;
  const size = 1 << shift;
  const sector = (number: number): Buffer | null => {
    const start = (number + 1) * size;
    return number < LAST_SECTOR && start < content.length ? content.subarray(start, start + size) : null;
  };
  const most = Math.ceil(content.length / size); // no chain is longer than the file
  const tables = tableSectors(content, sector, size, most);
  const next = (number: number): number => {
    const table = sector(tables[Math.floor(number / (size / 4))] ?? LAST_SECTOR);
    const place = (number % (size / 4)) * 4;
    return table && place + 4 <= table.length ? table.readUInt32LE(place) : LAST_SECTOR;
  };
  const chain = (start: number): readonly Buffer[] => {
    const sectors: Buffer[] = [];
    for (let at = start; sectors.length < most; at = next(at)) {
      const found = sector(at);
      if (!found) break;
      sectors.push(found);
    }
    return sectors;
  };
  return { sector, chain, directory: () => chain(content.readUInt32LE(48)).flatMap((found) => [...entriesIn(found)]) };
}

/** Where the allocation table lies: 109 numbers in the header, the rest in a chain of sectors (files over 7 MB). */
function tableSectors(content: Buffer, sector: CompoundFile['sector'], size: number, most: number): readonly number[] {
  const numbers = (buffer: Buffer, from: number, count: number): number[] =>
    Array.from({ length: Math.min(count, Math.floor((buffer.length - from) / 4)) }, (_, index) => buffer.readUInt32LE(from + index * 4));
  const tables = numbers(content, 76, HEADER_TABLES);
  const perSector = size / 4 - 1;
  for (let at = content.readUInt32LE(68), steps = 0; at < LAST_SECTOR && steps < most; steps++) {
    const more = sector(at);
    if (!more || more.length < size) break;
    tables.push(...numbers(more, 0, perSector));
    at = more.readUInt32LE(perSector * 4);
  }
  return tables;
}

function* entriesIn(sector: Buffer): Generator<DirectoryEntry> {
  for (let at = 0; at + ENTRY_BYTES <= sector.length; at += ENTRY_BYTES) {
    const nameBytes = sector.readUInt16LE(at + 64);
    const type = sector[at + 66];
    if (type === 0 || nameBytes < 2 || nameBytes > 64) continue;
    yield {
      name: sector.toString('utf16le', at, at + nameBytes - 2),
      kind: type === 1 ? 'storage' : type === 2 ? 'stream' : 'other',
      start: sector.readUInt32LE(at + 116),
      bytes: sector.readUInt32LE(at + 120),
    };
  }
}
