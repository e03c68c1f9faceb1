/** What a stretch is made of, as one name: the same pictures, motion, words and encoder give the same name, and it is not encoded again. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { type CaptionRun, runsWithin } from './captions/timing.ts';
import type { FilmPlan } from './compose.ts';
import type { Cast, Schedule, Stretch } from './schedule.ts';
import { lastWords, Trouble } from './trouble.ts';

/** Changes when the same plan would give other pictures. */
const ENGINE = 2;

export type Digests = ReadonlyMap<string, string>;

/** Of every file that the plan names, by content. */
export async function digestFiles(files: Iterable<string>, signal: AbortSignal): Promise<Digests> {
  const digests = new Map<string, string>();
  for (const file of new Set(files)) digests.set(file, await digestOf(file, signal));
  return digests;
}

/** By path, size and time of change: a render after another does not read everything again. */
const known = new Map<string, string>();
const MOST_KNOWN = 5000;

async function digestOf(file: string, signal: AbortSignal): Promise<string> {
  const there = await stat(file).catch(() => null);
  if (!there?.isFile()) throw new Trouble('missing', { file });
  const key = `${file} ${there.size} ${there.mtimeMs} ${there.ino}`;
  const before = known.get(key);
  if (before) return before;
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash, { signal }).catch((error: unknown) => {
    signal.throwIfAborted();
    throw new Trouble('missing', { file: `${file} (${lastWords(String(error))})` });
  });
  const digest = hash.digest('hex');
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(key, digest);
  return digest;
}

export function nameOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 40);
}

/** `encoding` is all that ffmpeg is told. */
export function createRecipe(
  plan: FilmPlan,
  schedule: Schedule,
  runs: readonly CaptionRun[],
  digests: Digests,
  encoding: readonly string[],
): (stretch: Stretch) => string {
  const { width, height, fps, background, brand, captionStyle } = plan;
  const film = {
    engine: ENGINE,
    width,
    height,
    fps,
    background,
    encoding,
    brand: brand ? { ...brand, logo: digests.get(brand.logo) } : null,
  };
  const castOf = (cast: Cast | null): unknown => {
    const shot = cast && plan.shots[cast.shot];
    if (!cast || !shot || shot.source.kind === 'background') return null;
    return {
      source: { ...shot.source, file: digests.get(shot.source.file) },
      fit: shot.fit ?? 'cover',
      motion: shot.motion && { ...shot.motion, frames: schedule.motionFrames[cast.shot] },
      // A picture at rest is the same in all its frames.
      offset: shot.source.kind === 'clip' || shot.motion ? cast.offset : 0,
    };
  };
  return ({ first, count, upper, passage }) => {
    const words = runsWithin(runs, first, count);
    return nameOf({
      film,
      count,
      upper: castOf(upper),
      passage: passage && { ...passage, under: castOf(passage.under) },
      words,
      style: words.length > 0 ? captionStyle : null,
    });
  };
}
