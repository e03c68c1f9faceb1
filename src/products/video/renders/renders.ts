/**
 * Renders: a timeline becomes a film, on whichever worker is free, in the order in which they were asked for.
 *
 * Hides the job, the engine and the files. Words: a *render* is queued, rendering, then at an end; its *video* is the finished film
 * with its captions and its thumbnail; a *turn* is one worker's try at it. Who is killed at it gives it to another, who finds again
 * what was encoded; what stands still or fails is tried once more.
 */
import { composeFilm } from '#capabilities/media/media.ts';
import type { Db, Tx } from '#kernel/db/db.ts';
import { inTransaction } from '#kernel/db/transaction.ts';
import { Failure, failure } from '#kernel/failure.ts';
import type { PageAsked, PageOf } from '#kernel/http/pagination.ts';
import type { Assets } from '../assets/assets.ts';
import { newId } from '../ids.ts';
import type { Projects } from '../projects/projects.ts';
import type { Timeline, Timelines } from '../timelines/timelines.ts';
import type { VideoTools } from '../tools.ts';
import type { Workshop } from '../workshop.ts';
import { m } from './messages.ts';
import { tellOthers } from './notice.ts';
import { readOptions } from './options.ts';
import { guessSeconds, type Shape } from './pace.ts';
import type { Render, RenderOptions, Video } from './render.ts';
import { RENDER, type RenderingTools, renderOne } from './rendering.ts';
import * as store from './store.ts';
import * as videos from './videos-store.ts';

export * from './render.ts';

/** Heard in the transaction that begins a render or ends it, and (outside of one, with `tx` null) as it goes on. */
export type RenderFollower = (tx: Tx | null, render: Render) => Promise<void>;
/** Whether something needs the film: its publication. */
export type VideoHolder = (tx: Tx, video: Video) => Promise<boolean>;
type Asked = Readonly<Record<string, unknown>> | RenderOptions;

export interface Renders {
  /** Emits nothing yet: `render.started` when it begins. `options` are read from the wire: every fault is named. */
  order(tx: Tx, accountId: number, timelineId: string, options: Asked): Promise<Render>;
  get(accountId: number, id: string, db?: Db): Promise<Render>;
  list(accountId: number, filters: { readonly projectId?: string }, page: PageAsked): Promise<PageOf<Render>>;
  /** Children and temporary files are gone within two seconds. 409 when it has ended. */
  cancel(tx: Tx, id: string): Promise<void>;
  follow(follower: RenderFollower): void;
  /** 404 for somebody else's. */
  video(accountId: number, id: string, db?: Db): Promise<Video>;
  videos(accountId: number, filters: { readonly projectId?: string }, page: PageAsked): Promise<PageOf<Video>>;
  /** Seconds that a film of this length may take here, from what renders took before; Full HD at 30 frames when no shape is said. */
  estimateSeconds(filmSeconds: number, shape?: Shape): Promise<number>;

  /** What `order` would promise, nothing stored: the timeline and the options, judged. */
  preview(
    accountId: number,
    timelineId: unknown,
    options: Asked,
  ): Promise<{ readonly timeline: Timeline; readonly options: RenderOptions }>;
  /** 409 while somebody holds it. */
  removeVideo(accountId: number, id: string): Promise<void>;
  /** Asked before a film is removed. */
  hold(holder: VideoHolder): void;
}

export interface RenderTools extends Pick<VideoTools, 'config' | 'db' | 'clock' | 'log' | 'queue' | 'files' | 'webhooks' | 'live'> {
  readonly projects: Pick<Projects, 'beforeRemoval'>;
  readonly assets: Pick<Assets, 'findAll' | 'copyOf' | 'hold'>;
  readonly timelines: Timelines;
  readonly workshop: Workshop;
  /** How long a render may stand still, milliseconds. */
  readonly patience?: { readonly stallMs: number };
  /** Another engine than `composeFilm`. */
  readonly compose?: typeof composeFilm;
}

export function createRenders(tools: RenderTools): Renders {
  const { db, clock, queue, files } = tools;
  const followers: RenderFollower[] = [];
  const holders: VideoHolder[] = [];
  const tell = async (tx: Tx | null, render: Render): Promise<void> => {
    for (const follower of followers) await follower(tx, render);
    await tellOthers(tools, tx, render);
  };
  const rendering: RenderingTools = { ...tools, compose: tools.compose ?? composeFilm, tell };
  queue.work(RENDER, (task, context) => renderOne(rendering, task, context));
  tools.assets.hold((tx, { id }) => store.isNeeded(tx, id));
  tools.projects.beforeRemoval((tx, { id }) => videos.findFilesOf(tx, id));
  const preview = (from: Db, accountId: number, timelineId: unknown, options: Asked) =>
    judged(tools.timelines, from, accountId, timelineId, options);
  return {
    async order(tx, accountId, timelineId, asked) {
      const { timeline, options } = await preview(tx, accountId, timelineId, asked);
      const { projectId, duration: seconds } = timeline;
      const id = newId('render');
      await store.insertRender(tx, { id, timelineId, projectId, accountId, draft: timeline, options, seconds }, clock.now());
      await queue.enqueue(tx, RENDER, { id }, { key: id });
      return own(await store.findRender(tx, id), accountId);
    },
    preview: (accountId, timelineId, options) => preview(db, accountId, timelineId, options),
    get: async (accountId, id, from = db) => own(await store.findRender(from, id), accountId),
    list: (accountId, filters, page) => store.listRenders(db, accountId, filters, page),
    async cancel(tx, id) {
      const isEnded = await store.endRender(tx, id, { status: 'cancelled' }, clock.now());
      const render = await store.findRender(tx, id);
      if (!render) throw failure.notFound(m.notFound);
      if (!isEnded) throw failure.conflict('RENDER_ENDED', m.ended, {}, { status: render.status });
      await tell(tx, render);
    },
    follow: (follower) => void followers.push(follower),
    video: async (accountId, id, from = db) => ownVideo(await videos.findVideo(from, id), accountId),
    videos: (accountId, filters, page) => videos.listVideos(db, accountId, filters, page),
    estimateSeconds: async (filmSeconds, shape) => guessSeconds(await store.findPace(db), filmSeconds, shape),
    removeVideo: (accountId, id) =>
      inTransaction(db, async (tx) => {
        const video = ownVideo(await videos.findVideo(tx, id), accountId);
        for (const isHeld of holders) if (await isHeld(tx, video)) throw failure.conflict('VIDEO_PUBLISHED', m.published);
        for (const name of videos.filesOf(video)) await files.remove(tx, name);
        await videos.deleteVideo(tx, id);
      }),
    hold: (holder) => void holders.push(holder),
  };
}

function own(render: Render | null, accountId: number): Render {
  if (render?.accountId !== accountId) throw failure.notFound(m.notFound);
  return render;
}

function ownVideo(video: Video | null, accountId: number): Video {
  if (video?.accountId !== accountId) throw failure.notFound(m.noVideo);
  return video;
}

/** The timeline is judged once more: an asset may have gone since. */
async function judged(
  timelines: Timelines,
  db: Db,
  accountId: number,
  timelineId: unknown,
  asked: Asked,
): Promise<{ timeline: Timeline; options: RenderOptions }> {
  const options = 'burnCaptions' in asked ? (asked as RenderOptions) : readWith(timelineId, asked);
  const timeline = await timelines.get(accountId, String(timelineId), db).catch((error: unknown) => {
    if (error instanceof Failure && error.kind === 'not-found') throw failure.field('timeline_id', m.noTimeline, {}, 'exists');
    throw error;
  });
  await timelines.judge(db, timeline);
  return { timeline, options };
}

/** What is missing of the timeline's name is said beside what is wrong with the options. */
function readWith(timelineId: unknown, body: Readonly<Record<string, unknown>>): RenderOptions {
  if (typeof timelineId === 'string' && timelineId) return readOptions(body);
  const missing = { timeline_id: { message: m.required, constraint: 'required' } };
  try {
    readOptions(body);
  } catch (error) {
    if (error instanceof Failure) throw failure.invalid({ ...missing, ...error.fields });
    throw error;
  }
  throw failure.invalid(missing);
}
