/**
 * The encoder alone. The frames of the film are put together once by our own compositor and written to one file of raw yuv420p; ffmpeg
 * then reads that file (from the page cache where memory allows) and encodes it in one go with the very same arguments, without sound:
 * all that an encoder must do, and nothing else.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import { captionRuns } from '../../src/capabilities/media/compose/captions/timing.ts';
import type { FilmPlan } from '../../src/capabilities/media/compose/compose.ts';
import { videoArguments } from '../../src/capabilities/media/compose/ffmpeg/quality.ts';
import { createStage } from '../../src/capabilities/media/compose/frames/stage.ts';
import { scheduleOf } from '../../src/capabilities/media/compose/schedule.ts';
import { processorOf } from './watch.ts';

const tools = { ffmpeg: 'ffmpeg', ffprobe: 'ffprobe', signal: new AbortController().signal, onChild: () => undefined };

/** Answers how many frames. */
export async function writeFrames(plan: FilmPlan, file: string): Promise<number> {
  const schedule = scheduleOf(plan);
  await requireRoom(file, schedule.frames * plan.width * plan.height * 1.5);
  const runs = captionRuns(plan.captions, plan.fps, schedule.frames, true);
  const stage = createStage(tools, plan, schedule, runs, null);
  const out = createWriteStream(file);
  for (const stretch of schedule.stretches)
    for (let frame = 0; frame < stretch.count; frame += 1) {
      const pixels = Buffer.from(await stage.compose(stretch, frame, frame));
      if (!out.write(pixels)) await once(out, 'drain');
    }
  stage.close();
  await new Promise<void>((resolve, reject) => out.on('error', reject).end(() => resolve()));
  return schedule.frames;
}

async function requireRoom(file: string, bytes: number): Promise<void> {
  const { bavail, bsize } = await statfs(dirname(file));
  if (bavail * bsize < bytes * 1.2)
    throw new Error(
      `the frames need ${(bytes / 1e9).toFixed(1)} GB in ${dirname(file)}: set TMPDIR to a larger disk, or ask for fewer seconds`,
    );
}

export async function encodeBare(
  { width, height, fps, output }: FilmPlan,
  frames: string,
  target: string,
): Promise<{ wall: number; processor: number }> {
  const input = ['-f', 'rawvideo', '-pix_fmt', 'yuv420p', '-s', `${width}x${height}`, '-r', String(fps), '-i', frames];
  const args = ['-nostdin', '-loglevel', 'error', '-y', ...input, ...videoArguments('libx264', output, fps), target];
  const before = processorOf(process.pid);
  const begun = performance.now();
  const [code] = (await once(spawn('ffmpeg', args, { stdio: ['ignore', 'inherit', 'inherit'] }), 'exit')) as [number | null];
  if (code !== 0) throw new Error(`ffmpeg ended with ${code}`);
  return { wall: (performance.now() - begun) / 1000, processor: processorOf(process.pid) - before };
}
