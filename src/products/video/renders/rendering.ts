/** The job that renders: its files brought, the film put together, looked at, kept and told of; or failed with a reason that helps. */

import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Type } from 'typebox';
import type { composeFilm, Film, FilmPlan, FilmProgress } from '#capabilities/media/media.ts';
import type { Tx } from '#kernel/db/db.ts';
import { inTransaction } from '#kernel/db/transaction.ts';
import { Failure } from '#kernel/failure.ts';
import { defineJob } from '#kernel/jobs/job.ts';
import type { JobContext } from '#kernel/jobs/queue.ts';
import { LANGUAGES, type Message, type Params, say } from '#kernel/message.ts';
import type { AssetFault } from '../assets/assets.ts';
import { newId } from '../ids.ts';
import { planOf } from '../timelines/timelines.ts';
import { bring } from './materials.ts';
import { m } from './messages.ts';
import type { Render, Video } from './render.ts';
import type { RenderTools } from './renders.ts';
import * as store from './store.ts';
import { insertVideo } from './videos-store.ts';
import { Left, startWatch, type Watch } from './watch.ts';

/** One at a time in a process: a film takes every core. Who is killed at work gets it back; `MOST_DEATHS` says how often. */
export const RENDER = defineJob({
  name: 'video.render',
  data: Type.Object({ id: Type.String() }),
  retries: 40,
  retryDelaySeconds: 1,
  retryDelayMaxSeconds: 20,
  timeoutSeconds: 12 * 3600,
  concurrency: 1,
  unique: 'unfinished',
});

const STALL_MS = 180_000;
const MOST_DEATHS = 4;
/** What fails once may have met a bad moment. */
const MOST_FAILURES = 2;
const THUMBNAIL_WIDTH = 640;

export interface RenderingTools extends RenderTools {
  readonly compose: typeof composeFilm;
  /** Followers, webhooks, subscribers. In the transaction that begins or ends a render; with null as it goes on. */
  readonly tell: (tx: Tx | null, render: Render) => Promise<void>;
}

export async function renderOne(tools: RenderingTools, { id }: { readonly id: string }, context: JobContext): Promise<void> {
  const turn = await begin(tools, id);
  if (!turn) return;
  const { render, attempt, deaths } = turn;
  if (deaths >= MOST_DEATHS) return fail(tools, id, faultOf('RENDER_GAVE_UP', m.gaveUp, { times: deaths }));
  const watch = startWatch({
    ...{ db: tools.db, log: tools.log, now: () => tools.clock.now(), id, attempt, job: context.signal },
    stallMs: (tools.patience?.stallMs ?? STALL_MS) + render.seconds * 500,
    tell: (progress) => tools.tell(null, { ...render, progress }),
  });
  let error: unknown = null;
  try {
    await tools.workshop.inFolder((folder) => make(tools, turn, watch, folder));
  } catch (thrown) {
    error = thrown;
  } finally {
    await watch.end();
  }
  if (error) await settle(tools, turn, error);
}

interface Begun extends store.Turn {
  readonly render: Render;
}

function begin(tools: RenderingTools, id: string): Promise<Begun | null> {
  return inTransaction(tools.db, async (tx) => {
    const turn = await store.beginRender(tx, id, tools.clock.now());
    const render = turn && (await store.findRender(tx, id));
    if (!turn || !render) return null;
    if (turn.isFirst) await tools.tell(tx, render);
    return { ...turn, render };
  });
}

async function make(tools: RenderingTools, turn: Begun, watch: Watch, folder: string): Promise<void> {
  const { render, draft } = turn;
  const { materials, madeWithAi } = await bring(tools.assets, tools.db, draft, watch.signal, () => watch.saw());
  const file = join(folder, 'film.mp4');
  const plan = planOf(draft, materials, {
    ...{ file, srt: join(folder, 'film.srt'), vtt: join(folder, 'film.vtt') },
    thumbnail: { file: join(folder, 'film.jpg'), width: THUMBNAIL_WIDTH },
    ...{ codec: render.options.codec, quality: render.options.quality, audioBitrate: render.options.audioBitrate },
    ...(render.options.bitrate ? { bitrate: render.options.bitrate } : {}),
    ...{ burnCaptions: render.options.burnCaptions, captionTrack: render.options.captionTrack ?? true, scale: render.options.scale },
    ...(render.options.captionLook ? { captionLook: render.options.captionLook } : {}),
  });
  let last: FilmProgress | null = null;
  const onProgress = (progress: FilmProgress): void => {
    last = progress;
    watch.saw(progress);
  };
  const film = await tools.compose(plan, {
    ...{ signal: watch.signal, cacheFolder: tools.workshop.stretches, temporaryFolder: folder, onProgress },
  });
  watch.signal.throwIfAborted();
  await keep(tools, { turn, film, plan, madeWithAi, last });
}

interface Made {
  readonly turn: Begun;
  readonly film: Film;
  readonly plan: FilmPlan;
  readonly madeWithAi: boolean;
  readonly last: FilmProgress | null;
}

/** All of it or nothing; nothing when the render was cancelled in the last moment. */
async function keep(tools: RenderingTools, { turn, film, plan, madeWithAi, last }: Made): Promise<void> {
  const { render, draft } = turn;
  const { id, projectId, accountId } = render;
  await inTransaction(tools.db, async (tx) => {
    const now = tools.clock.now();
    const videoId = newId('video');
    if (!(await store.endRender(tx, id, { status: 'completed', videoId, ...(last ? { progress: last } : {}) }, now))) return;
    const names = await keepFiles(tools, tx, plan);
    const video: Video = {
      ...{ id: videoId, renderId: id, projectId, accountId, ...names, mediaType: 'video/mp4', bytes: film.bytes },
      ...{ seconds: film.seconds, width: plan.width, height: plan.height, language: draft.config.language },
      ...{ loudness: film.loudness, madeWithAi, createdAt: now },
    };
    await insertVideo(tx, video);
    await tell(tools, tx, id);
  });
}

const EMPTY_VTT = 'WEBVTT';

async function keepFiles({ files }: RenderTools, tx: Tx, { output }: FilmPlan): Promise<Pick<Video, 'file' | 'thumbnail' | 'srt' | 'vtt'>> {
  const save = async (path: string, extension: string, mediaType: string): Promise<string> =>
    (await files.save(tx, { folder: 'films', extension, mediaType, content: createReadStream(path) })).name;
  const words = async (path: string | undefined, extension: string, mediaType: string): Promise<string | null> => {
    const text = path ? (await readFile(path, 'utf8')).trim() : '';
    return path && text && text !== EMPTY_VTT ? save(path, extension, mediaType) : null;
  };
  return {
    file: await save(output.file, 'mp4', 'video/mp4'),
    thumbnail: output.thumbnail ? await save(output.thumbnail.file, 'jpg', 'image/jpeg') : null,
    srt: await words(output.srt, 'srt', 'application/x-subrip'),
    vtt: await words(output.vtt, 'vtt', 'text/vtt'),
  };
}

async function tell({ tell: say }: RenderingTools, tx: Tx, id: string): Promise<void> {
  const render = await store.findRender(tx, id);
  if (!render) throw new Error(`the render ${id} is gone`);
  await say(tx, render);
}

/** Back to the queue by throwing, failed for good, or nobody's concern any more. */
async function settle(tools: RenderingTools, { render: { id, seconds }, attempt }: Begun, error: unknown): Promise<void> {
  const why = error instanceof Left ? error.why : null;
  if (why === 'gone') return;
  if (why === 'stopped') {
    await store.returnRender(tools.db, id, attempt, false);
    throw error;
  }
  const failures = await store.returnRender(tools.db, id, attempt, true);
  const isFinal = error instanceof Failure && error.kind === 'invalid';
  if (!isFinal && failures < MOST_FAILURES) throw error;
  tools.log.error({ err: error, render: id }, 'a render failed');
  const stage = (await store.findRender(tools.db, id))?.progress?.stage ?? 'preparation';
  const minutes = Math.round(((tools.patience?.stallMs ?? STALL_MS) + seconds * 500) / 60_000);
  await fail(tools, id, why === 'stalled' ? faultOf('RENDER_STALLED', m.stalled, { minutes, stage }) : faultFrom(error));
}

const fail = (tools: RenderingTools, id: string, fault: AssetFault): Promise<void> =>
  inTransaction(tools.db, async (tx) => {
    if (await store.endRender(tx, id, { status: 'failed', fault }, tools.clock.now())) await tell(tools, tx, id);
  });

function faultFrom(error: unknown): AssetFault {
  if (error instanceof Failure) return faultOf(error.code, error.text, error.params);
  return faultOf('RENDER_FAILED', m.failed, { reason: (error instanceof Error ? error.message : String(error)).slice(0, 300) });
}

/** Said once for all, in every language: who reads it later has other parameters. */
function faultOf(code: string, message: Message, params: Params): AssetFault {
  const texts = LANGUAGES.map((language) => [language, say(message, language, params)]);
  return { code, message: Object.fromEntries(texts) as AssetFault['message'] };
}
