/** A score as raw sound in a file; of a loop, what rings on after its end sounds at its beginning. */
import { type FileHandle, open } from 'node:fs/promises';
import type { Score } from '../composer/score.ts';
import { SAMPLE_RATE } from './rate.ts';
import { sequenceOf } from './sequence.ts';
import { play } from './synth.ts';

const RING_SECONDS = 3;
const RAW_FRAME_BYTES = 8;

export async function record(score: Score, raw: string): Promise<void> {
  const frames = Math.round(score.seconds * SAMPLE_RATE);
  const ring = score.isLoop ? Math.min(frames, RING_SECONDS * SAMPLE_RATE) : 0;
  const file = await open(raw, 'w+');
  try {
    for await (const piece of play(sequenceOf(score), frames + ring)) {
      await file.write(new Uint8Array(piece.buffer, piece.byteOffset, piece.byteLength));
    }
    if (ring > 0) await wrap(file, frames, ring);
  } finally {
    await file.close();
  }
}

async function wrap(file: FileHandle, frames: number, ring: number): Promise<void> {
  const head = new Float32Array(ring * 2);
  const tail = new Float32Array(ring * 2);
  await file.read(new Uint8Array(head.buffer), 0, head.byteLength, 0);
  await file.read(new Uint8Array(tail.buffer), 0, tail.byteLength, frames * RAW_FRAME_BYTES);
  for (const [index, value] of tail.entries()) head[index] = (head[index] ?? 0) + value;
  await file.write(new Uint8Array(head.buffer), 0, head.byteLength, 0);
  await file.truncate(frames * RAW_FRAME_BYTES);
}
