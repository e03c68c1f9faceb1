/** Just enough of some file formats to build traps with. */
import { crc32 } from 'node:zlib';

export function pngChunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** One chunk, or several one after the other. */
export function riff(form: string, ...chunks: readonly (readonly [name: string, data: Buffer])[]): Buffer {
  const pieces = chunks.map(([name, data]) => Buffer.concat([headOf(name, data.length), data, Buffer.alloc(data.length % 2)]));
  const body = Buffer.concat([Buffer.from(form, 'latin1'), ...pieces]);
  return Buffer.concat([headOf('RIFF', body.length), body]);
}

function headOf(name: string, length: number): Buffer {
  const head = Buffer.alloc(8);
  head.write(name, 'latin1');
  head.writeUInt32LE(length, 4);
  return head;
}

/** Silence, one channel, 8 000 samples a second. */
export const wav = (seconds: number): Buffer =>
  riff('WAVE', ['fmt ', Buffer.from('01000100401f0000803e000002001000', 'hex')], ['data', Buffer.alloc(Math.round(8000 * seconds) * 2)]);
