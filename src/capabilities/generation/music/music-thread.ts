/** The thread that composes, plays and brings to level: one job at a time, until it is ended. */
import { parentPort } from 'node:worker_threads';
import { compose } from './composer/compose.ts';
import { finish } from './sound/finish.ts';
import { lengthen } from './sound/lengthen.ts';
import { SAMPLE_RATE } from './sound/rate.ts';
import { record } from './sound/record.ts';
import type { FromThread, Made, MusicJob, ToThread } from './threads.ts';

const port = parentPort;
if (!port) throw new Error('music is played in a thread');
const tell = (message: FromThread): void => port.postMessage(message);

const FADE_SECONDS = 1.5;

async function work(job: MusicJob): Promise<Made> {
  const { raw, wav } = job.files;
  if (job.is === 'finish') {
    await lengthen(raw, job.frames);
    return { bpm: 0, lufs: await finish({ raw, wav, frames: job.frames, fade: job.fade }) };
  }
  const score = compose(job.order);
  await record(score, raw);
  const frames = Math.round(score.seconds * SAMPLE_RATE);
  return { bpm: score.bpm, lufs: await finish({ raw, wav, frames, fade: score.isLoop ? 0 : FADE_SECONDS }) };
}

port.on('message', ({ job }: ToThread) => {
  work(job).then(
    (made) => tell({ kind: 'done', ...made }),
    (error: unknown) => tell({ kind: 'failed', reason: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  );
});
