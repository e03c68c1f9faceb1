/**
 * Unpacks a WOFF 1 font (W3C, 2012) into the plain OpenType file it holds.
 * Why: every glyph put in a PDF reads the outline table, which would be inflated each time.
 */
import { inflateSync } from 'node:zlib';

const HEADER = 44;
const ENTRY = 20;
const SIGNATURE = 0x774f4646;

interface Table {
  readonly tag: number;
  readonly checksum: number;
  readonly content: Buffer;
}

export const isWoff = (file: Buffer): boolean => file.length > HEADER && file.readUInt32BE(0) === SIGNATURE;

export function unpackWoff(file: Buffer): Buffer {
  const tables = readTables(file);
  const power = 2 ** Math.floor(Math.log2(tables.length));
  const header = Buffer.alloc(12 + 16 * tables.length);
  header.writeUInt32BE(file.readUInt32BE(4), 0);
  header.writeUInt16BE(tables.length, 4);
  header.writeUInt16BE(power * 16, 6);
  header.writeUInt16BE(Math.log2(power), 8);
  header.writeUInt16BE((tables.length - power) * 16, 10);
  let offset = header.length;
  const parts: Buffer[] = [header];
  for (const [index, { tag, checksum, content }] of tables.entries()) {
    for (const [place, value] of [tag, checksum, offset, content.length].entries())
      header.writeUInt32BE(value, 12 + 16 * index + 4 * place);
    const padded = Buffer.concat([content, Buffer.alloc(-content.length & 3)]);
    parts.push(padded);
    offset += padded.length;
  }
  return Buffer.concat(parts);
}

function readTables(file: Buffer): Table[] {
  return Array.from({ length: file.readUInt16BE(12) }, (_, index) => {
    const at = HEADER + ENTRY * index;
    const [offset, packed, full] = [file.readUInt32BE(at + 4), file.readUInt32BE(at + 8), file.readUInt32BE(at + 12)];
    const stored = file.subarray(offset, offset + packed);
    return {
      tag: file.readUInt32BE(at),
      checksum: file.readUInt32BE(at + 16),
      content: packed < full ? inflateSync(stored) : Buffer.from(stored),
    };
  });
}
