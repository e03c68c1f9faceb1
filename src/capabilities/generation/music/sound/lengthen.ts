/** Raw sound that is too short goes on from its beginning, one end blended into the next beginning. */
import { type FileHandle, open, rename, rm, stat } from 'node:fs/promises';
import { SAMPLE_RATE } from './rate.ts';

const RAW_FRAME_BYTES = 8;
const BLEND_SECONDS = 2;
const PIECE_FRAMES = 32_768;

/** Where it is written meanwhile. */
export const longerOf = (raw: string): string => `${raw}.longer`;

export async function lengthen(raw: string, frames: number): Promise<void> {
  const has = Math.floor((await stat(raw)).size / RAW_FRAME_BYTES);
  if (has === 0 || has >= frames) return;
  const source = await open(raw, 'r');
  const longer = longerOf(raw);
  const target = await open(longer, 'w');
  try {
    const blend = Math.min(Math.floor(has / 3), BLEND_SECONDS * SAMPLE_RATE);
    for (let from = 0; from < frames; ) {
      const piece = await pieceAt(source, { from, frames, has, blend });
      await target.write(new Uint8Array(piece.buffer));
      from += piece.length / 2;
    }
    await rename(longer, raw);
  } finally {
    await source.close();
    await target.close();
    await rm(longer, { force: true });
  }
}

interface Place {
  readonly from: number;
  readonly frames: number;
  readonly has: number;
  readonly blend: number;
}

/** From the second time on, the beginning is heard together with the end that it follows, by equal power. */
async function pieceAt(source: FileHandle, { from, frames, has, blend }: Place): Promise<Float32Array> {
  const period = has - blend;
  const at = from % period;
  const isBlended = from >= period && at < blend;
  const count = Math.min(PIECE_FRAMES, frames - from, (isBlended ? blend : period) - at);
  const piece = await read(source, at, count);
  if (!isBlended) return piece;
  const ending = await read(source, period + at, count);
  for (let index = 0; index < piece.length; index += 1) {
    const turn = ((at + (index >> 1)) / blend) * (Math.PI / 2);
    piece[index] = (piece[index] ?? 0) * Math.sin(turn) + (ending[index] ?? 0) * Math.cos(turn);
  }
  return piece;
}

async function read(source: FileHandle, frame: number, count: number): Promise<Float32Array> {
  const piece = new Float32Array(count * 2);
  await source.read(new Uint8Array(piece.buffer), 0, piece.byteLength, frame * RAW_FRAME_BYTES);
  return piece;
}
