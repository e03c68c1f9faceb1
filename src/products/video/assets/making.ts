/**
 * The job that makes an asset: begun, watched, made by whoever can, kept or failed with a reason that helps.
 *
 * It runs at least once: what was bought by a try that died is known by the row and by the provider, and is never bought again. It
 * stops when nobody wants it any more, and when its time is over.
 */
import { createReadStream } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { Type } from 'typebox';
import type { Tx } from '#kernel/db/db.ts';
import { inTransaction } from '#kernel/db/transaction.ts';
import { defineJob } from '#kernel/jobs/job.ts';
import type { JobContext } from '#kernel/jobs/queue.ts';
import type { NewFile } from '#kernel/storage/files.ts';
import type { Asset, AssetFault, AssetType } from './asset.ts';
import type { AssetTools } from './assets.ts';
import { film } from './filming.ts';
import { notify } from './notice.ts';
import { paint } from './painting.ts';
import type { Bench, Content, Product } from './product.ts';
import { compose } from './scoring.ts';
import { speak } from './speaking.ts';
import * as store from './store.ts';
import { faults, judge } from './verdict.ts';

export interface MakingTools extends AssetTools {
  /** Who follows hears of the end of an asset, in its transaction. */
  readonly tell: (tx: Tx, asset: Asset) => Promise<void>;
}

/** Retries are for processes that die: what fails is counted in the row, and tried again by a job of its own. */
export const MAKE = defineJob({
  name: 'video.asset',
  data: Type.Object({ id: Type.String(), until: Type.Optional(Type.String()) }),
  retries: 20,
  retryDelaySeconds: 1,
  retryDelayMaxSeconds: 10,
  timeoutSeconds: 3600,
  concurrency: 4,
});
type Task = { readonly id: string; readonly until?: string };

/** Of one asset in all, waits included. */
const PATIENCE_MS: Readonly<Record<AssetType, number>> = { image: 300_000, voice: 300_000, music: 600_000, video: 1_200_000 };
/** Deaths of a process that one asset may see: one that kills whoever makes it must not go on for ever. */
const MOST_DEATHS = 5;
const MOST_TRIES = 4;
const FIRST_WAIT_MS = 2000;
const LOOK_MS = 700;
/** Beyond its end by this much, a job was not slow but nobody was there to do it. */
const ABSENCE_MS = 30_000;

const WAYS: Readonly<Record<AssetType, (bench: Bench) => Promise<Product>>> = { image: paint, voice: speak, music: compose, video: film };

export async function make(tools: MakingTools, task: Task, context: JobContext): Promise<void> {
  const { db, clock, workshop } = tools;
  const begun = await inTransaction(db, async (tx) => {
    const found = await store.beginAsset(tx, task.id, clock.now());
    if (found) await notify(tools, tx, found.asset);
    return found;
  });
  if (!begun) return;
  const { asset, making } = begun;
  if (context.attempt > MOST_DEATHS) return end(tools, task.id, faults.interrupted);
  const until = untilOf(tools, task, asset.type);
  const watch = watchOver(tools, task.id, until, context.signal);
  try {
    await workshop.inFolder(async (folder) => {
      const bench = { ...tools, asset, making, folder, signal: watch.signal, isUnwanted: watch.isUnwanted };
      const product = await WAYS[asset.type](bench);
      await insist(watch.signal, () => keep(tools, task.id, product));
    });
  } catch (error) {
    context.signal.throwIfAborted();
    if (watch.isUnwanted()) return;
    if (clock.now() >= until) return end(tools, task.id, faults.timeout);
    await settle(tools, { id: task.id, tries: making.tries, until }, error);
  } finally {
    watch.stop();
  }
}

function untilOf({ clock, patience = {} }: MakingTools, { until }: Task, type: AssetType): Date {
  const now = clock.now().getTime();
  const set = until === undefined ? Number.NaN : Date.parse(until);
  return new Date(now - set < ABSENCE_MS ? set : now + (patience[type] ?? PATIENCE_MS[type]));
}

interface Watch {
  /** Aborted when nobody wants the asset any more, when its time is over, or when the job is to stop. */
  readonly signal: AbortSignal;
  isUnwanted(): boolean;
  stop(): void;
}

function watchOver({ db, clock, log }: MakingTools, id: string, until: Date, job: AbortSignal): Watch {
  const unwanted = new AbortController();
  const over = new AbortController();
  const deadline = AbortSignal.timeout(Math.max(1, until.getTime() - clock.now().getTime()));
  const look = async (): Promise<void> => {
    while (!over.signal.aborted) {
      await sleep(LOOK_MS, undefined, { signal: over.signal });
      if ((await store.statusOf(db, id)) !== 'processing') return unwanted.abort(new Error('nobody wants it any more'));
    }
  };
  look().catch((err: unknown) => {
    if (!over.signal.aborted) log.warn({ err, asset: id }, 'an asset is made without being watched');
  });
  return {
    signal: AbortSignal.any([unwanted.signal, deadline, job]),
    isUnwanted: () => unwanted.signal.aborted,
    stop: () => over.abort(),
  };
}

const MOST_KEEPS = 3;
const KEEP_AGAIN_MS = 500;

/** What was paid for is not thrown away because the database was away for a moment. */
async function insist(signal: AbortSignal, work: () => Promise<void>): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    signal.throwIfAborted();
    try {
      return await work();
    } catch (error) {
      if (tries === MOST_KEEPS) throw error;
      await sleep(KEEP_AGAIN_MS * tries, undefined, { signal });
    }
  }
}

/** Files, row and whoever follows: all of it or nothing. What was deleted or cancelled meanwhile leaves nothing behind. */
async function keep({ db, clock, files, tell }: MakingTools, id: string, { content, thumbnail, ...made }: Product): Promise<void> {
  await inTransaction(db, async (tx) => {
    const file = content && (await files.save(tx, fileOf(content)));
    const small = thumbnail && (await files.save(tx, { ...FOLDER, extension: 'jpg', mediaType: 'image/jpeg', content: thumbnail }));
    const kept = { file: file?.name ?? null, thumbnail: small?.name ?? null, bytes: file?.bytes ?? null };
    const done = await store.completeAsset(tx, id, { ...made, ...kept, mediaType: content?.mediaType ?? null }, clock.now());
    if (done) return tell(tx, done);
    for (const saved of [file, small]) if (saved) await files.remove(tx, saved.name);
  });
}

const FOLDER = { folder: 'films' } as const;
const fileOf = ({ source, extension, mediaType }: Content): NewFile => ({
  ...{ ...FOLDER, extension, mediaType, content: typeof source === 'string' ? createReadStream(source) : source },
});

interface Tried {
  readonly id: string;
  readonly tries: number;
  readonly until: Date;
}

/** Again after a while when that may help, else failed with its reason. */
async function settle(tools: MakingTools, { id, tries, until }: Tried, error: unknown): Promise<void> {
  const { db, clock, queue, log } = tools;
  const { fault, isPassing, retryAfterMs } = judge(error);
  if (fault.code === faults.failed.code) log.error({ err: error, asset: id }, 'an asset could not be made');
  const wait = Math.max(retryAfterMs ?? 0, FIRST_WAIT_MS * 2 ** tries);
  const startAfter = new Date(clock.now().getTime() + wait);
  if (!isPassing || tries + 1 >= MOST_TRIES || startAfter >= until) return end(tools, id, fault);
  await inTransaction(db, async (tx) => {
    await store.countTry(tx, id);
    await queue.enqueue(tx, MAKE, { id, until: until.toISOString() }, { startAfter });
  });
}

const end = ({ db, clock, tell }: MakingTools, id: string, fault: AssetFault): Promise<void> =>
  inTransaction(db, async (tx) => {
    const failed = await store.failAsset(tx, id, fault, clock.now());
    if (failed) await tell(tx, failed);
  });
