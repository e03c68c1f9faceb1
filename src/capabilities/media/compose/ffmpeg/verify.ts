/** Looks at a finished file before anybody else does: a truncated film plays, too. */
import { stat } from 'node:fs/promises';
import { Trouble } from '../trouble.ts';
import { ask, listen, type Tools } from './tools.ts';

export interface Expected {
  readonly width: number;
  readonly height: number;
  readonly frames: number;
  readonly rate: number;
  readonly hasSound: boolean;
  readonly hasCaptions: boolean;
}

interface Probe {
  readonly streams?: readonly {
    readonly codec_type?: string;
    readonly width?: number;
    readonly height?: number;
    readonly nb_read_packets?: string;
    readonly duration?: string;
  }[];
  readonly format?: { readonly duration?: string };
}

const SAMPLES = 8;
/** Limited range: black is 16, noise of an encoder a little more. */
const BLACK = 32;
const SILENT_DB = -60;

/** Throws `notTheFilm` with the first difference. Answers its size in bytes. */
export async function verifyFilm(tools: Tools, file: string, expected: Expected): Promise<number> {
  const refuse = (reason: string): never => {
    throw new Trouble('notTheFilm', { reason });
  };
  const frame = 1 / expected.rate;
  const wanted = expected.frames * frame;
  const looks = Promise.all([isBlack(tools, file, wanted), expected.hasSound && isSilent(tools, file)]);
  // What the index says comes first: of a file that is cut short the looks fail as well.
  looks.catch(() => undefined);
  const probe = await probeOf(tools, file);
  const [video, sound, captions] = ['video', 'audio', 'subtitle'].map((type) =>
    probe.streams?.find((stream) => stream.codec_type === type),
  );
  if (!video) return refuse('it has no picture');
  if (video.width !== expected.width || video.height !== expected.height) refuse(`it is ${video.width} × ${video.height}`);
  const frames = Number(video.nb_read_packets ?? 0);
  if (frames !== expected.frames) refuse(`it has ${frames} frames of ${expected.frames}`);
  const near = (seconds: number): boolean => Math.abs(seconds - wanted) <= frame * 1.01;
  if (!near(Number(video.duration ?? 0))) refuse(`it lasts ${video.duration} seconds, not ${wanted.toFixed(3)}`);
  if (expected.hasSound && !sound) refuse('it has no sound');
  // A sound is told in pieces of 1024 samples.
  if (sound && Math.abs(Number(sound.duration ?? 0) - wanted) > frame * 1.01 + 0.022) refuse(`its sound lasts ${sound.duration} seconds`);
  if (expected.hasCaptions && !captions) refuse('it has no captions');
  const [black, silent] = await looks;
  if (black) refuse('it is black');
  if (silent) refuse('it is silent');
  return (await stat(file)).size;
}

/** Every packet is read: the index of a file says what should be there, not what is. */
async function probeOf(tools: Tools, file: string): Promise<Probe> {
  const entries = 'stream=codec_type,width,height,nb_read_packets,duration:format=duration';
  const answer = await ask(tools, 'ffprobe', ['-v', 'error', '-count_packets', '-show_entries', entries, '-of', 'json', file]).catch(
    (error: unknown) => {
      if (error instanceof Trouble && error.code === 'encoder') throw new Trouble('notTheFilm', { reason: String(error.params['reason']) });
      throw error;
    },
  );
  return JSON.parse(answer.toString('utf8')) as Probe;
}

/** Pictures that stand alone are quick to decode; only where all of them are black, those between are seen, too. */
const isBlack = async (tools: Tools, file: string, seconds: number): Promise<boolean> =>
  (await areBlack(tools, file, seconds, ['-skip_frame', 'nokey', '-noaccurate_seek'])) && (await areBlack(tools, file, seconds, []));

async function areBlack(tools: Tools, file: string, seconds: number, seeking: readonly string[]): Promise<boolean> {
  for (let sample = 0; sample < SAMPLES; sample += 1) {
    const at = ((sample + 0.5) / SAMPLES) * seconds;
    const shape = ['-frames:v', '1', '-vf', 'scale=64:64:flags=area,format=gray', '-f', 'rawvideo', 'pipe:1'];
    const pixels = await ask(tools, 'ffmpeg', [...seeking, '-ss', at.toFixed(3), '-i', file, ...shape]);
    if (pixels.some((value) => value > BLACK)) return false;
  }
  return true;
}

async function isSilent(tools: Tools, file: string): Promise<boolean> {
  const said = await listen(tools, ['-loglevel', 'info', '-i', file, '-map', '0:a:0', '-af', 'volumedetect', '-f', 'null', '-']);
  const [, loudest] = /max_volume:\s*(\S+) dB/.exec(said) ?? [];
  return loudest === undefined || Number(loudest) < SILENT_DB;
}
