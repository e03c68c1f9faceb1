/**
 * Pictures: ordered, made by a job, judged by a person, found again.
 *
 * Hides the tables, the files and the job. Words: an *order* is what was asked, for one picture or for *variations* that differ in
 * their seed and share a *batch*; a *task* is the making of one picture, named by a UUID; its *parent* is the picture it was made
 * again from; *lookalikes* are pictures that nobody could tell apart; to *judge* is to validate or reject. A picture belongs to the
 * account that ordered it; nobody else learns that it exists.
 */
import { randomUUID } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import type { Config } from '#config';
import type { Db, Tx } from '#kernel/db/db.ts';
import { inTransaction } from '#kernel/db/transaction.ts';
import { failure } from '#kernel/failure.ts';
import type { PageAsked, PageOf } from '#kernel/http/pagination.ts';
import type { Limits } from '#kernel/http/rate-limit.ts';
import type { Queue } from '#kernel/jobs/queue.ts';
import type { Message } from '#kernel/message.ts';
import { type BroughtPicture, bringPicture, setOrigin } from './bringing.ts';
import * as figures from './figures-store.ts';
import { readJudgement } from './judgement.ts';
import { lookalikesOf, MAKE, type MakingTools, make } from './making.ts';
import { m } from './messages.ts';
import { countOf, parentIdOf, readOrders, readTags } from './order.ts';
import type { Generation, Picture } from './picture.ts';
import * as store from './store.ts';

export interface PictureTools extends MakingTools {
  readonly config: Pick<Config, 'publicUrl' | 'rateLimitScale'>;
  readonly limits: Pick<Limits, 'admit'>;
  readonly queue: Queue;
  /** Whether a post that has not ended needs the picture. */
  readonly isScheduled: (tx: Db, pictureId: number) => Promise<boolean>;
}

export type { BroughtPicture } from './bringing.ts';
export { MOST_VARIATIONS } from './order.ts';
export type Body = Readonly<Record<string, unknown>>;

export interface Pictures {
  /**
   * Promises one picture, or `variations` (2 to 4) with seeds in sequence; each is made by a job. What is not said is taken from
   * `parent`, when that is given. Inside `tx`, who calls has asked `admit` before; otherwise it is asked here.
   */
  orderSeveral(accountId: number, body: Body, tx?: Tx): Promise<readonly Picture[]>;
  /** One that was made elsewhere: validated as it comes. Answers its number. */
  bring(tx: Tx, accountId: number, picture: BroughtPicture): Promise<number>;
  /** What these are for (`cinema.project:12`). */
  setOrigin(tx: Tx, ids: readonly number[], origin: string): Promise<void>;
  /** Counts an order; throws `failure.rateLimited` when there were too many within the hour. */
  admit(accountId: number, body: Body): Promise<void>;
  /** 404 for somebody else's. */
  get(accountId: number, id: number): Promise<Picture>;
  /** Null for somebody else's, and for one that is gone. */
  find(accountId: number, id: number): Promise<Picture | null>;
  list(filters: store.PictureFilters, order: store.PictureOrder, page: PageAsked): Promise<PageOf<Picture>>;
  /** Numbers of own pictures that look the same, the most alike first; at most 20. */
  lookalikes(picture: Picture): Promise<readonly number[]>;
  /** The PNG as it is stored. Throws for a picture that has none: `file` is null. */
  contentOf(picture: Picture): Promise<Buffer>;
  /** `action` validate or reject, `validation_notes`. 400 while it is not ready. */
  judge(accountId: number, id: number, body: Body): Promise<Picture>;
  /** As it was before it was judged; 409 while a planned post needs it. */
  unjudge(accountId: number, id: number): Promise<Picture>;
  /** These tags instead of those it has; 400 when they are too many or too long. */
  setTags(accountId: number, id: number, tags: readonly string[]): Promise<Picture>;
  /** 409 while a planned post needs it. */
  remove(accountId: number, id: number): Promise<void>;
  figures(accountId: number): Promise<figures.PictureFigures>;
  trends(accountId: number): Promise<figures.PictureTrends>;
  history(accountId: number, page: PageAsked): Promise<PageOf<Generation>>;
  tags(accountId: number): Promise<readonly { readonly id: number; readonly name: string; readonly uses: number }[]>;
  /** Null when no picture has this file. */
  ownerOfFile(file: string): Promise<number | null>;
}

const ORDERS_PER_HOUR = 120;

export function createPictures(tools: PictureTools): Pictures {
  const { config, db, clock, queue, files, limits } = tools;
  queue.work(MAKE, (task, context) => make(tools, task, context));
  const admit = (accountId: number, body: Body): Promise<void> => {
    const rule = { name: 'images.orders', limit: ORDERS_PER_HOUR * config.rateLimitScale, windowSeconds: 3600 };
    return limits.admit(rule, `account:${accountId}`, countOf(body));
  };
  return {
    admit,
    async orderSeveral(accountId, body, tx) {
      if (tx) return promise(tools, tx, accountId, body);
      await admit(accountId, body);
      return inTransaction(db, (own) => promise(tools, own, accountId, body));
    },
    bring: (tx, accountId, picture) => bringPicture(tools, tx, accountId, picture),
    setOrigin,
    async find(accountId, id) {
      const picture = await store.findPicture(db, id);
      return picture?.accountId === accountId ? picture : null;
    },
    get: async (accountId, id) => ownedBy(accountId, await store.findPicture(db, id)),
    list: (filters, order, page) => store.listPictures(db, filters, order, page),
    lookalikes: ({ id }) => lookalikesOf(db, id),
    async contentOf({ id, file }) {
      const stored = file === null ? null : await files.find(db, file);
      if (!stored) throw new Error(`picture ${id} has no stored file`);
      return buffer(await files.open(stored));
    },
    async judge(accountId, id, body) {
      const { status, notes } = readJudgement(body);
      return inTransaction(db, async (tx) => {
        const picture = ownedBy(accountId, await store.lockPicture(tx, id));
        if (picture.file === null) throw failure.invalid({}, { message: m.notReady });
        await store.judgePicture(tx, id, { status, notes: notes ?? picture.validationNotes, by: accountId, now: clock.now() });
        return ownedBy(accountId, await store.findPicture(tx, id));
      });
    },
    unjudge: (accountId, id) =>
      inTransaction(db, async (tx) => {
        ownedBy(accountId, await store.lockPicture(tx, id));
        if (await tools.isScheduled(tx, id)) throw failure.conflict('PICTURE_SCHEDULED', m.scheduled);
        await store.forgetJudgement(tx, id, clock.now());
        return ownedBy(accountId, await store.findPicture(tx, id));
      }),
    setTags: (accountId, id, tags) =>
      inTransaction(db, async (tx) => {
        const names = readTags(tags);
        ownedBy(accountId, await store.lockPicture(tx, id));
        await store.replaceTags(tx, accountId, id, names, clock.now());
        return ownedBy(accountId, await store.findPicture(tx, id));
      }),
    remove: (accountId, id) => inTransaction(db, (tx) => remove(tools, tx, accountId, id)),
    figures: (accountId) => figures.countPictures(db, accountId),
    trends: (accountId) => figures.trendsOf(db, accountId, clock.now()),
    history: (accountId, page) => figures.listGenerations(db, accountId, page),
    tags: (accountId) => figures.listTags(db, accountId),
    ownerOfFile: (file) => store.findOwnerOfFile(db, file),
  };
}

/** Brought by a person, not made by a machine. */
export const isOwnPicture = ({ metadata }: Pick<Picture, 'metadata'>): boolean => metadata['provider'] === 'own';

/** What a failed picture says to people, in their language; null for any other. */
export function failureOf({ status, metadata }: Picture): Message | null {
  if (status !== 'failed') return null;
  return metadata['error_code'] === 'refused' ? m.refused : m.failed;
}

function ownedBy(accountId: number, picture: Picture | null): Picture {
  if (picture?.accountId !== accountId) throw failure.notFound(m.notFound);
  return picture;
}

async function promise({ queue, clock }: PictureTools, tx: Tx, accountId: number, body: Body): Promise<readonly Picture[]> {
  const parentId = parentIdOf(body);
  const found = parentId === null ? null : await store.findPicture(tx, parentId);
  const orders = readOrders(body, found?.accountId === accountId ? found : null);
  const batchId = orders.length > 1 ? randomUUID() : null;
  const pictures: Picture[] = [];
  for (const order of orders) {
    const promised = await store.insertPicture(tx, { ...order, accountId, taskId: randomUUID(), batchId }, clock.now());
    await queue.enqueue(tx, MAKE, { ...promised });
    pictures.push(ownedBy(accountId, await store.findPicture(tx, promised.id)));
  }
  return pictures;
}

async function remove({ files, isScheduled }: PictureTools, tx: Tx, accountId: number, id: number): Promise<void> {
  const { file } = ownedBy(accountId, await store.lockPicture(tx, id));
  if (await isScheduled(tx, id)) throw failure.conflict('PICTURE_SCHEDULED', m.scheduled);
  if (file) await files.remove(tx, file);
  await store.deletePicture(tx, id);
}
