/** A render from plan to file: what is missing is put together and encoded, sound is made beside it, all is joined, looked at and named. */
import { mkdir, open, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { logoOverlay } from './captions/logo.ts';
import { toSrt, toVtt } from './captions/subtitles.ts';
import { captionRuns } from './captions/timing.ts';
import type { ComposeOptions, Film, FilmPlan, FilmProgress } from './compose.ts';
import { joinFilm, takeThumbnail } from './ffmpeg/join.ts';
import { canBeCut, encoderFor, exactRate, videoArguments } from './ffmpeg/quality.ts';
import { type Loudness, makeSound } from './ffmpeg/sound.ts';
import { requireProbe, type Tools } from './ffmpeg/tools.ts';
import { verifyFilm } from './ffmpeg/verify.ts';
import { createStage } from './frames/stage.ts';
import { encodeStretches, type Piece, type Work } from './pieces.ts';
import { createLedger } from './progress.ts';
import { createRecipe, type Digests, digestFiles, nameOf } from './recipe.ts';
import { scheduleOf } from './schedule.ts';
import { openStore, partOf } from './store.ts';
import { Trouble } from './trouble.ts';

export interface RenderOrder extends Pick<ComposeOptions, 'cacheFolder' | 'tools'> {
  readonly plan: FilmPlan;
  /** Of this render alone; whoever made it removes it. */
  readonly folder: string;
}

export async function render(
  order: RenderOrder,
  signal: AbortSignal,
  onChild: Tools['onChild'],
  tell: (progress: FilmProgress) => void,
): Promise<Film> {
  const { plan } = order;
  // When picture or sound fails, the other one has no reason to go on.
  const rest = new AbortController();
  const tools = { ffmpeg: 'ffmpeg', ffprobe: 'ffprobe', ...order.tools, signal: AbortSignal.any([signal, rest.signal]), onChild };
  const schedule = scheduleOf(plan);
  const ledger = createLedger(schedule.frames, tell);
  ledger.begin('preparation');
  try {
    const [store, encoder, digests] = await Promise.all([
      openStore(order.cacheFolder),
      encoderFor(tools, plan.output.codec),
      digestFiles(filesOf(plan), tools.signal),
      requireProbe(tools),
      mkdir(dirname(plan.output.file), { recursive: true }),
    ]);
    return await renderIn({ plan, schedule, tools, store, folder: order.folder, ledger }, encoder, digests);
  } catch (error) {
    rest.abort(error);
    throw error;
  }
}

const AUDIO_BITRATE = 192_000;

const filesOf = (plan: FilmPlan): readonly string[] => [
  ...plan.shots.flatMap(({ source }) => (source.kind === 'background' ? [] : [source.file])),
  ...[...plan.voice, ...plan.music].map(({ file }) => file),
  ...(plan.brand ? [plan.brand.logo] : []),
];

async function renderIn(work: Work, encoder: string, digests: Digests): Promise<Film> {
  const { plan, ledger } = work;
  const isSilent = plan.voice.length + plan.music.length === 0;
  const [pieces, sound] = await Promise.all([makePieces(work, encoder, digests), isSilent ? null : soundOf(work, digests)]);
  ledger.begin('finalization');
  const bytes = await finish(work, pieces, sound?.file ?? null).catch(async (error: unknown) => {
    // Whatever was wrong with the pieces must not be wrong for ever.
    if (error instanceof Trouble && error.code === 'notTheFilm') await work.store.forget(pieces.map(({ name }) => name));
    throw error;
  });
  ledger.complete('finalization');
  const { encoded, reused } = ledger.frames();
  const { frames, seconds } = work.schedule;
  const { output } = plan;
  return {
    file: output.file,
    seconds,
    frames,
    bytes,
    frameCounts: { encoded, reused },
    loudness: sound?.loudness ?? null,
    stages: ledger.stages(),
  };
}

async function makePieces(
  { plan, schedule, tools, store, folder, ledger }: Work,
  encoder: string,
  digests: Digests,
): Promise<readonly Piece[]> {
  const encoding = videoArguments(encoder, plan.output, plan.fps);
  const rate = exactRate(plan.fps);
  const isHighlighted = Boolean(plan.captionStyle?.highlight);
  const runs = plan.captionStyle ? captionRuns(plan.captions, rate, schedule.frames, isHighlighted) : [];
  const recipe = createRecipe(plan, schedule, runs, digests, encoding);
  const logo = plan.brand ? await logoOverlay(plan.brand, plan) : null;
  const stage = createStage(tools, plan, schedule, runs, logo);
  try {
    return await encodeStretches({
      plan,
      schedule,
      tools,
      store,
      folder,
      ledger,
      stage,
      encoding,
      isCut: canBeCut(encoder),
      nameOf: (stretch) => `${recipe(stretch)}.mp4`,
    });
  } finally {
    stage.close();
  }
}

async function soundOf({ plan, schedule, tools, store, folder }: Work, digests: Digests): Promise<{ file: string; loudness: Loudness }> {
  const withDigest = (clips: FilmPlan['voice']): unknown => clips.map((clip) => ({ ...clip, file: digests.get(clip.file) }));
  const bitrate = plan.output.audioBitrate ?? AUDIO_BITRATE;
  const name = nameOf({ sound: 2, voice: withDigest(plan.voice), music: withDigest(plan.music), seconds: schedule.seconds, bitrate });
  const [file, noted] = await Promise.all([store.find(`${name}.m4a`), store.noted(`${name}.json`)]);
  if (file && noted) return { file, loudness: JSON.parse(noted) as Loudness };
  const made = join(folder, 'sound.m4a');
  const loudness = await makeSound(tools, { voice: plan.voice, music: plan.music, seconds: schedule.seconds, bitrate }, folder, made);
  await store.note(`${name}.json`, JSON.stringify(loudness));
  return { file: await store.keep(made, `${name}.m4a`), loudness };
}

async function finish({ plan, schedule, tools, folder }: Work, pieces: readonly Piece[], sound: string | null): Promise<number> {
  const { output, captions, fps } = plan;
  const part = partOf(plan);
  const srt = toSrt(captions);
  const track = output.captionTrack && srt ? { srt, language: output.captionTrack.language } : null;
  await joinFilm(tools, { pieces, fps, seconds: schedule.seconds, sound, captions: track, folder }, part);
  const expected = {
    width: plan.width,
    height: plan.height,
    frames: schedule.frames,
    rate: exactRate(fps),
    hasSound: sound !== null,
    hasCaptions: track !== null,
  };
  // The disk writes while the film is looked at.
  const [bytes] = await Promise.all([verifyFilm(tools, part, expected), syncFile(part)]);
  if (output.thumbnail) await takeThumbnail(tools, part, output.thumbnail);
  if (output.srt) await writeFile(output.srt, srt);
  if (output.vtt) await writeFile(output.vtt, toVtt(captions));
  tools.signal.throwIfAborted();
  await rename(part, output.file);
  return bytes;
}

async function syncFile(file: string): Promise<void> {
  const handle = await open(file, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
