/** How a film does: read when somebody asks and what is known is old, and by itself at a widening rhythm. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import { Type } from 'typebox';
import type { Publishing } from '#capabilities/publishing/publishing.ts';
import type { Clock } from '#kernel/clock.ts';
import type { Db, Tx } from '#kernel/db/db.ts';
import { inTransaction } from '#kernel/db/transaction.ts';
import { defineJob } from '#kernel/jobs/job.ts';
import type { Queue } from '#kernel/jobs/queue.ts';
import type { FilmPublicationRow } from './publication.ts';
import * as store from './store.ts';

const FRESH_MS = 5 * 60_000;
/** Whoever asks waits no longer; the reading goes on and is there the next time. */
const PATIENCE_MS = 3_000;
/** Hours after it went live. */
const RHYTHM = [1, 2, 3, 6, 12, 24, 48, 72, 168, 336, 720] as const;

const READ = defineJob({
  name: 'video.read-figures',
  data: Type.Object({ id: Type.String(), step: Type.Integer() }),
  retries: 3,
  retryDelaySeconds: 15 * 60,
  retryDelayMaxSeconds: 60 * 60,
  timeoutSeconds: 120,
  concurrency: 1,
  pollSeconds: 5,
});

export interface FigureTools {
  readonly db: Db;
  readonly clock: Clock;
  readonly log: Logger;
  readonly queue: Queue;
  readonly publishing: Pick<Publishing, 'figures' | 'find'>;
}

export interface Figures {
  /** Of a live film: after three seconds at most, with new figures or without. */
  refresh(row: FilmPublicationRow): Promise<void>;
  /** Promises the first reading of one that has just gone live. */
  watch(tx: Tx, id: string, since: Date): Promise<void>;
}

export function createFigures({ db, clock, log, queue, publishing }: FigureTools): Figures {
  const reading = new Map<string, Promise<void>>();
  const read = async ({ id, publicationId }: FilmPublicationRow): Promise<void> => {
    const { views, likes, comments, shares } = await publishing.figures(publicationId);
    await store.updateFigures(db, id, { views, likes, comments, shares }, clock.now());
  };
  const readOnce = (row: FilmPublicationRow): Promise<void> => {
    const before = reading.get(row.id);
    if (before) return before;
    const begun = read(row).finally(() => reading.delete(row.id));
    reading.set(row.id, begun);
    return begun;
  };
  const promise = async (tx: Tx, id: string, step: number, since: Date): Promise<void> => {
    const hours = RHYTHM[step];
    if (hours === undefined) return;
    const startAfter = new Date(since.getTime() + hours * 3_600_000);
    await queue.enqueue(tx, READ, { id, step }, { startAfter, key: `${id} ${step}` });
  };
  queue.work(READ, async ({ id, step }, { isLast, signal }) => {
    const row = await store.findPublication(db, id);
    const publication = row && (await publishing.find(db, row.publicationId));
    if (!row || publication?.state !== 'confirmed' || !publication.endedAt) return;
    const since = publication.endedAt;
    try {
      await readOnce(row);
    } catch (error) {
      if (isLast && !signal.aborted) await inTransaction(db, (tx) => promise(tx, id, step + 1, since));
      throw error;
    }
    await inTransaction(db, (tx) => promise(tx, id, step + 1, since));
  });
  return {
    async refresh(row) {
      if (row.figuresAt && clock.now().getTime() - row.figuresAt.getTime() < FRESH_MS) return;
      const waited = new AbortController();
      const asked = readOnce(row).catch((err: unknown) => log.debug({ err, publication: row.id }, 'figures could not be read'));
      await Promise.race([asked, sleep(PATIENCE_MS, undefined, { signal: waited.signal }).catch(() => undefined)]);
      waited.abort();
    },
    watch: (tx, id, since) => promise(tx, id, 0, since),
  };
}
