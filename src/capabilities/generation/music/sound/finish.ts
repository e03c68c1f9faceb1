/** Raw sound as the file that is handed over: brought to its loudness, faded, 48 kHz, two channels, 16 bits, exactly as long as asked. */
import { type FileHandle, open } from 'node:fs/promises';
import { createMeter, gainsFor, loudnessOf, SLICE_FRAMES } from './level.ts';
import { SAMPLE_RATE } from './rate.ts';

const HEADER_BYTES = 44;
const FRAME_BYTES = 4;
const RAW_FRAME_BYTES = 8;
const PIECE_FRAMES = 32_768;

export interface Finish {
  /** Interleaved 32-bit floats. */
  readonly raw: string;
  readonly wav: string;
  readonly frames: number;
  /** At the end, seconds. */
  readonly fade: number;
}

/** Answers how loud it was before; what is missing at the end of the raw sound is silence. */
export async function finish({ raw, wav, frames, fade }: Finish): Promise<number> {
  const source = await open(raw, 'r');
  const target = await open(wav, 'w');
  try {
    const faded = fader(frames, fade);
    const meter = createMeter();
    for await (const { piece, from } of piecesOf(source, frames)) meter.add(faded(piece, from));
    const slices = meter.slices();
    const gains = gainsFor(slices);
    const rounded = rounder();
    await target.write(headerOf(frames));
    for await (const { piece, from } of piecesOf(source, frames)) await target.write(rounded(faded(piece, from), from, gains));
    await target.sync();
    return loudnessOf(slices.energies);
  } finally {
    await source.close();
    await target.close();
  }
}

interface Piece {
  readonly piece: Float32Array;
  readonly from: number;
}

async function* piecesOf(source: FileHandle, frames: number): AsyncGenerator<Piece> {
  const piece = new Float32Array(PIECE_FRAMES * 2);
  const bytes = new Uint8Array(piece.buffer);
  for (let from = 0; from < frames; from += PIECE_FRAMES) {
    piece.fill(0);
    const wanted = Math.min(PIECE_FRAMES, frames - from) * RAW_FRAME_BYTES;
    for (let got = 0; got < wanted; ) {
      const { bytesRead } = await source.read(bytes, got, wanted - got, from * RAW_FRAME_BYTES + got);
      if (bytesRead === 0) break;
      got += bytesRead;
    }
    yield { piece: piece.subarray(0, wanted / 4), from };
  }
}

/** In place, along a quarter of a cosine. */
const fader = (frames: number, fade: number): ((piece: Float32Array, from: number) => Float32Array) => {
  const length = Math.round(fade * SAMPLE_RATE);
  return (piece, from) => {
    for (let index = Math.max(0, (frames - length - from) * 2); index < piece.length; index += 1) {
      const left = frames - 1 - from - Math.floor(index / 2);
      piece[index] = (piece[index] ?? 0) * Math.sin((Math.PI / 2) * (left / length)) ** 2;
    }
    return piece;
  };
};

/** With a little noise of the size of the last bit, the same every time, so that quiet ends do not rasp. */
function rounder(): (piece: Float32Array, from: number, gains: readonly number[]) => Buffer {
  let state = 0x2545f491;
  const noise = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    return state / 4294967296;
  };
  return (piece, from, gains) => {
    const bytes = Buffer.alloc(piece.length * 2);
    for (let index = 0; index < piece.length; index += 1) {
      const gain = gainAt(gains, from + (index >> 1));
      const value = (piece[index] ?? 0) * gain * 32_767;
      const loud = value === 0 ? 0 : value + noise() + noise();
      bytes.writeInt16LE(Math.max(-32_768, Math.min(32_767, Math.round(loud))), index * 2);
    }
    return bytes;
  };
}

/** Along a line from the middle of one slice to the middle of the next. */
function gainAt(gains: readonly number[], frame: number): number {
  const place = (frame - SLICE_FRAMES / 2) / SLICE_FRAMES;
  const before = Math.max(0, Math.floor(place));
  const share = Math.max(0, place - before);
  const here = gains[Math.min(before, gains.length - 1)] ?? 1;
  const next = gains[Math.min(before + 1, gains.length - 1)] ?? here;
  return here + (next - here) * share;
}

function headerOf(frames: number): Buffer {
  const size = frames * FRAME_BYTES;
  const header = Buffer.alloc(HEADER_BYTES);
  header.write('RIFF', 0, 'latin1');
  header.writeUInt32LE(36 + size, 4);
  header.write('WAVEfmt ', 8, 'latin1');
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(2, 22);
  header.writeUInt32LE(SAMPLE_RATE, 24);
  header.writeUInt32LE(SAMPLE_RATE * FRAME_BYTES, 28);
  header.writeUInt16LE(FRAME_BYTES, 32);
  header.writeUInt16LE(16, 34);
  header.write('data', 36, 'latin1');
  header.writeUInt32LE(size, 40);
  return header;
}
