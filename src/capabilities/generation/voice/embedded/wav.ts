/** WAV files of one channel and 16 bits. */

export interface Wave {
  readonly samples: Int16Array;
  readonly rate: number;
}

export function readWav(file: Buffer): Wave {
  if (file.length < 44 || file.toString('latin1', 0, 4) !== 'RIFF') throw new Error('not a WAV file');
  let rate = 0;
  for (let at = 12; at + 8 <= file.length; ) {
    const name = file.toString('latin1', at, at + 4);
    // Written to a pipe, the sizes are not known: the content goes on to the end.
    const bytes = Math.min(file.readUInt32LE(at + 4), file.length - at - 8);
    if (name === 'fmt ') {
      rate = file.readUInt32LE(at + 12);
      if (file.readUInt16LE(at + 10) !== 1 || file.readUInt16LE(at + 22) !== 16) throw new Error('not one channel of 16 bits');
    }
    if (name === 'data') return { samples: samplesOf(file.subarray(at + 8, at + 8 + bytes)), rate };
    at += 8 + bytes + (bytes % 2);
  }
  throw new Error('a WAV file without sound');
}

const samplesOf = (bytes: Buffer): Int16Array => new Int16Array(Uint8Array.from(bytes).buffer, 0, bytes.length >> 1);

export function wavOf({ samples, rate }: Wave): Buffer {
  const content = Buffer.from(samples.buffer, samples.byteOffset, samples.byteLength);
  const head = Buffer.alloc(44);
  head.write('RIFF', 0, 'latin1');
  head.writeUInt32LE(36 + content.length, 4);
  head.write('WAVEfmt ', 8, 'latin1');
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(rate, 24);
  head.writeUInt32LE(rate * 2, 28);
  head.writeUInt16LE(2, 32);
  head.writeUInt16LE(16, 34);
  head.write('data', 36, 'latin1');
  head.writeUInt32LE(content.length, 40);
  return Buffer.concat([head, content]);
}
