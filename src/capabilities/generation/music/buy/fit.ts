/** Bought music in whatever form as the file that is handed over: read by ffmpeg, cut or continued, brought to level in the thread. */
import { spawn } from 'node:child_process';
import { rm, stat } from 'node:fs/promises';
import type { MusicOrder } from '../order.ts';
import { SAMPLE_RATE } from '../sound/rate.ts';
import { filesIn, inThread } from '../threads.ts';
import type { Shop } from './shop.ts';

const RAW_FRAME_BYTES = 8;
/** What is shorter is no music. */
const SHORTEST_SECONDS = 2;
const READING_MS = 60_000;
const FADE_SECONDS = 1.5;

interface Fitting {
  readonly order: MusicOrder;
  readonly folder: string;
  readonly fault: Shop['fault'];
}

export async function fitBought(sound: Buffer, { order, folder, fault }: Fitting): Promise<string> {
  const files = filesIn(folder);
  const { seconds, signal, loop = false } = order;
  const unreadable = (code: string) => fault('unreadable', { code, mayBeCharged: true });
  try {
    const code = await decode(sound, files.raw, seconds, signal);
    if (code !== null) throw unreadable(code);
    const frames = (await stat(files.raw)).size / RAW_FRAME_BYTES;
    if (frames < Math.min(SHORTEST_SECONDS, seconds / 2) * SAMPLE_RATE) throw unreadable('too_short');
    const wanted = Math.round(seconds * SAMPLE_RATE);
    const { lufs } = await inThread({ is: 'finish', frames: wanted, fade: loop ? 0 : FADE_SECONDS, files }, signal);
    if (lufs === Number.NEGATIVE_INFINITY) {
      await rm(files.wav, { force: true });
      throw unreadable('silent');
    }
    return files.wav;
  } finally {
    await rm(files.raw, { force: true });
  }
}

/** Null when it went well. Resolves when the child is gone; nothing but the bytes themselves is opened, whatever they name. */
function decode(sound: Buffer, raw: string, seconds: number, signal: AbortSignal): Promise<'no_ffmpeg' | 'no_sound' | null> {
  const form = ['-map', '0:a:0', '-ac', '2', '-ar', String(SAMPLE_RATE), '-t', String(seconds), '-f', 'f32le', '-y', raw];
  return new Promise((resolve, reject) => {
    const child = spawn('ffmpeg', ['-v', 'error', '-protocol_whitelist', 'pipe', '-i', 'pipe:0', ...form], {
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    const kill = (): void => void child.kill('SIGKILL');
    const late = setTimeout(kill, READING_MS);
    signal.addEventListener('abort', kill, { once: true });
    const over = (): void => {
      clearTimeout(late);
      signal.removeEventListener('abort', kill);
    };
    child.once('error', () => {
      over();
      resolve('no_ffmpeg');
    });
    child.once('close', (code) => {
      over();
      if (signal.aborted) reject(signal.reason);
      else resolve(code === 0 ? null : 'no_sound');
    });
    // It stops reading when it has heard enough.
    child.stdin.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') kill();
    });
    child.stdin.end(sound);
    if (signal.aborted) kill();
  });
}
