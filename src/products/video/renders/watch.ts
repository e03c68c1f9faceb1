/** Sees to it that a render is still wanted, still ours and still moving; says how far it is. */
import type { Logger } from 'pino';
import type { FilmProgress } from '#capabilities/media/media.ts';
import type { Db } from '#kernel/db/db.ts';
import * as store from './store.ts';

export type Why = 'gone' | 'stalled' | 'stopped';

/** Carries why a render was left. */
export class Left extends Error {
  readonly why: Why;
  constructor(why: Why) {
    super(`the render was left: ${why}`);
    this.name = 'Left';
    this.why = why;
  }
}

export interface WatchOrder {
  readonly db: Db;
  readonly log: Logger;
  readonly now: () => Date;
  readonly id: string;
  readonly attempt: number;
  /** Of the job: this process stops, or takes too long. */
  readonly job: AbortSignal;
  readonly stallMs: number;
  /** At most once a second, after it was written. */
  readonly tell: (progress: FilmProgress) => Promise<void>;
}
export interface Watch {
  readonly signal: AbortSignal;
  /** Moving: something was counted, or a file was brought. */
  saw(progress?: FilmProgress): void;
  end(): Promise<void>;
}

const LOOK_MS = 500;
const TELL_MS = 1000;
const BEAT_MS = 5000;

export function startWatch({ db, log, now, id, attempt, job, stallMs, tell }: WatchOrder): Watch {
  const stop = new AbortController();
  const leave = (why: Why): void => stop.abort(new Left(why));
  const onJob = (): void => leave('stopped');
  job.addEventListener('abort', onJob, { once: true });
  if (job.aborted) onJob();
  let [latest, told, key]: [FilmProgress | null, FilmProgress | null, string] = [null, null, ''];
  let [movedAt, toldAt] = [performance.now(), 0];
  const look = async (): Promise<void> => {
    const at = performance.now();
    if (at - movedAt > stallMs) return leave('stalled');
    const news = latest !== told && at - toldAt >= TELL_MS ? latest : null;
    const isOurs = news || at - toldAt >= BEAT_MS ? await store.beat(db, id, attempt, news, now()) : await store.isStill(db, id, attempt);
    if (!isOurs) return leave('gone');
    if (news || at - toldAt >= BEAT_MS) toldAt = at;
    if (!news) return;
    told = news;
    await tell(news);
  };
  // One look after the other; a database that does not answer ends nothing.
  let looking: Promise<void> = Promise.resolve();
  const timer = setInterval(() => {
    looking = looking.then(look).catch((err: unknown) => log.warn({ err, render: id }, 'how far a render is could not be written'));
  }, LOOK_MS);
  return {
    signal: stop.signal,
    saw(progress) {
      const seen = progress ? keyOf(progress) : '';
      if (!progress || seen !== key) movedAt = performance.now();
      key = seen;
      latest = progress ?? latest;
    },
    async end() {
      clearInterval(timer);
      job.removeEventListener('abort', onJob);
      await looking;
    },
  };
}

const keyOf = ({ stage, frames }: FilmProgress): string => `${stage} ${frames.composed} ${frames.encoded} ${frames.reused}`;
