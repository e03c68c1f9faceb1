/**
 * Pictures: ordered, made by a job, judged by a person, found again.
 *
 * Hides the tables, the files and the job. Words: an *order* is what was asked; a *task* is the making of one picture, named by a
 * UUID; to *judge* is to validate or reject. A picture belongs to the account that ordered it; nobody else learns that it exists.
 */
import { randomUUID } from 'node:crypto';
import { Type } from 'typebox';
import type { Generation as Providers } from '#capabilities/generation/generation.ts';
import type { Clock } from '#kernel/clock.ts';
import type { Db } from '#kernel/db/db.ts';
import { inTransaction } from '#kernel/db/transaction.ts';
import { failure } from '#kernel/failure.ts';
import type { PageAsked, PageOf } from '#kernel/http/pagination.ts';
import { defineJob } from '#kernel/jobs/job.ts';
import type { JobContext, Queue } from '#kernel/jobs/queue.ts';
import type { Files } from '#kernel/storage/files.ts';
import { m } from './messages.ts';
import { readOrder } from './order.ts';
import type { Generation, Picture } from './picture.ts';
import * as store from './store.ts';

export interface PictureTools {
  readonly db: Db;
  readonly clock: Clock;
  readonly queue: Queue;
  readonly files: Files;
  readonly generation: Pick<Providers, 'paintImage'>;
}

export type Body = Readonly<Record<string, unknown>>;

export interface Pictures {
  /** Promises the picture; it is made by a job. */
  order(accountId: number, body: Body): Promise<Picture>;
  /** 404 for somebody else's. */
  get(accountId: number, id: number): Promise<Picture>;
  list(filters: store.PictureFilters, order: store.PictureOrder, page: PageAsked): Promise<PageOf<Picture>>;
  /** `action` validate or reject, `validation_notes`. 400 while it is not ready. */
  judge(accountId: number, id: number, body: Body): Promise<Picture>;
  remove(accountId: number, id: number): Promise<void>;
  figures(accountId: number): Promise<store.PictureFigures>;
  history(accountId: number, page: PageAsked): Promise<PageOf<Generation>>;
  tags(accountId: number): Promise<readonly { readonly id: number; readonly name: string; readonly uses: number }[]>;
  /** Null when no picture has this file. */
  ownerOfFile(file: string): Promise<number | null>;
}

const MAKE = defineJob({
  name: 'images.make',
  data: Type.Object({ id: Type.Integer(), generationId: Type.Integer() }),
  retries: 2,
  timeoutSeconds: 180,
  concurrency: 1,
});
const LONGEST_NOTES = 2000;

export function createPictures(tools: PictureTools): Pictures {
  const { db, clock, queue, files } = tools;
  queue.work(MAKE, (task, context) => make(tools, task, context));
  const own = (picture: Picture | null, accountId: number): Picture => {
    if (picture?.accountId !== accountId) throw failure.notFound(m.notFound);
    return picture;
  };
  return {
    async order(accountId, body) {
      const asked = readOrder(body);
      const id = await inTransaction(db, async (tx) => {
        const promised = await store.insertPicture(tx, accountId, asked, randomUUID(), clock.now());
        await queue.enqueue(tx, MAKE, { ...promised });
        return promised.id;
      });
      return own(await store.findPicture(db, id), accountId);
    },
    get: async (accountId, id) => own(await store.findPicture(db, id), accountId),
    list: (filters, order, page) => store.listPictures(db, filters, order, page),
    async judge(accountId, id, body) {
      const { status, notes } = readJudgement(body);
      return inTransaction(db, async (tx) => {
        const picture = own(await store.lockPicture(tx, id), accountId);
        if (picture.file === null) throw failure.invalid({}, { message: m.notReady });
        await store.judgePicture(tx, id, { status, notes: notes ?? picture.validationNotes, by: accountId, now: clock.now() });
        return own(await store.findPicture(tx, id), accountId);
      });
    },
    remove: (accountId, id) =>
      inTransaction(db, async (tx) => {
        const { file } = own(await store.lockPicture(tx, id), accountId);
        if (file) await files.remove(tx, file);
        await store.deletePicture(tx, id);
      }),
    figures: (accountId) => store.countPictures(db, accountId),
    history: (accountId, page) => store.listGenerations(db, accountId, page),
    tags: (accountId) => store.listTags(db, accountId),
    ownerOfFile: (file) => store.findOwnerOfFile(db, file),
  };
}

const VERDICTS = { validate: 'validated', reject: 'rejected' } as const;

function readJudgement(body: Body): { readonly status: 'validated' | 'rejected'; readonly notes: string | null } {
  const { action, validation_notes: notes } = body;
  const status = typeof action === 'string' && Object.hasOwn(VERDICTS, action) ? VERDICTS[action as keyof typeof VERDICTS] : null;
  const words = notes === undefined || notes === null ? null : String(notes).normalize('NFC').trim();
  const faults = {
    ...(action === undefined || action === '' ? { action: { message: m.required, constraint: 'required' } } : {}),
    ...(action && !status
      ? { action: { message: m.choice, params: { values: Object.keys(VERDICTS).join(', ') }, constraint: 'choice' } }
      : {}),
    ...(words && [...words].length > LONGEST_NOTES
      ? { validation_notes: { message: m.notes, params: { limit: LONGEST_NOTES }, constraint: 'max_length' } }
      : {}),
  };
  if (!status || Object.keys(faults).length > 0) throw failure.invalid(faults);
  return { status, notes: words };
}

/** The same task again finds its picture made, and does nothing. */
async function make({ db, clock, files, generation }: PictureTools, task: store.Promised, { signal, isLast }: JobContext): Promise<void> {
  const picture = await store.findPicture(db, task.id);
  if (picture?.status !== 'pending') return;
  const started = performance.now();
  try {
    const { prompt, style, width, height, quality, seed } = picture;
    const painted = await generation.paintImage({ prompt, style, width, height, quality, seed, signal });
    const seconds = Math.round((performance.now() - started) / 10) / 100;
    const metadata = { provider: painted.provider, model: painted.model, seed: painted.seed };
    await inTransaction(db, async (tx) => {
      const file = await files.save(tx, { folder: 'images', extension: 'png', mediaType: 'image/png', content: painted.png });
      // Deleted meanwhile: nothing is kept of it.
      if (!(await store.finishPicture(tx, task, { file: file.name, seconds, metadata }, clock.now()))) await files.remove(tx, file.name);
    });
  } catch (error) {
    if (!isLast || signal.aborted) throw error;
    await inTransaction(db, (tx) => store.failPicture(tx, task, m.failed.fr, clock.now()));
    throw error;
  }
}
