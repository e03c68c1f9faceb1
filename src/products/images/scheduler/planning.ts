/** Posts are made, changed and taken back here; each time the row and its publication in one transaction. */

import type { Library } from '#capabilities/library/library.ts';
import type { FittedPicture } from '#capabilities/media/media.ts';
import type { PicturePlatform, Publishing } from '#capabilities/publishing/publishing.ts';
import type { Clock } from '#kernel/clock.ts';
import type { Db, Tx } from '#kernel/db/db.ts';
import { inTransaction, sqlStateOf } from '#kernel/db/transaction.ts';
import { failure } from '#kernel/failure.ts';
import type { Files } from '#kernel/storage/files.ts';
import { nameOf } from '../media/media.ts';
import { isOwnPicture, type Pictures } from '../pictures/pictures.ts';
import { contentOf, deriveFor, saveDerivative } from './derivative.ts';
import { type Draft, judge, judgeConnection, judgeWords, refuseAny } from './judging.ts';
import { m } from './messages.ts';
import { type Body, type Faults, type Given, readGiven } from './plan.ts';
import type { PostMetadata, ScheduledPost } from './post.ts';
import * as store from './store.ts';
import { composeText } from './texts.ts';

export interface PlanningTools {
  readonly db: Db;
  readonly clock: Clock;
  readonly files: Files;
  readonly publishing: Publishing;
  readonly pictures: Pick<Pictures, 'get'>;
  readonly library: Pick<Library, 'requireSayable'>;
}

/** `within` may be a transaction that is open. */
export async function planPost(tools: PlanningTools, accountId: number, body: Body, within: Db): Promise<ScheduledPost> {
  const faults: Faults = {};
  const draft = await judge(tools, accountId, body, tools.clock.now(), faults);
  if (!draft) throw failure.invalid(faults);
  const fitted = await deriveFor(tools, draft.picture.file, draft.platform, draft.crop, !isOwnPicture(draft.picture));
  await tools.publishing.connections.ensureSimulated(accountId);
  return naming(() => inTransaction(within, (tx) => insertDraft(tools, tx, accountId, draft, fitted)));
}

/** All of them or none. */
export async function planAll(tools: PlanningTools, accountId: number, drafts: readonly Draft[]): Promise<readonly ScheduledPost[]> {
  // The same picture for the same platform is cut once.
  const fitted = new Map<string, FittedPicture>();
  for (const { picture, platform, crop } of drafts) {
    const key = `${picture.id} ${platform}`;
    if (!fitted.has(key)) fitted.set(key, await deriveFor(tools, picture.file, platform, crop, !isOwnPicture(picture)));
  }
  await tools.publishing.connections.ensureSimulated(accountId);
  const insert = async (tx: Tx): Promise<readonly ScheduledPost[]> => {
    const posts: ScheduledPost[] = [];
    for (const draft of drafts) {
      const one = fitted.get(`${draft.picture.id} ${draft.platform}`);
      if (one) posts.push(await insertDraft(tools, tx, accountId, draft, one));
    }
    return posts;
  };
  return naming(() => inTransaction(tools.db, insert));
}

/** A picture that was deleted this very moment is an unknown one. */
async function naming<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (sqlStateOf(error) === '23503') throw failure.field('image', m.imageUnknown, {}, 'unknown');
    throw error;
  }
}

interface Slot {
  readonly key: string;
  readonly scheduleId: number;
}

async function insertDraft(
  { files, publishing, clock, library }: PlanningTools,
  tx: Tx,
  accountId: number,
  draft: Draft,
  fitted: FittedPicture,
  slot: Slot | null = null,
): Promise<ScheduledPost> {
  const { picture, platform, scheduledTime, caption, hashtags, firstComment, connectionId, utm, catchUp } = draft;
  await library.requireSayable(tx, 'image', nameOf(picture.id), { platforms: [platform], at: scheduledTime });
  const media = await saveDerivative(files, tx, fitted, picture.prompt);
  const metadata: PostMetadata = { crop: fitted.crop, ...(utm ? { utm } : {}), ...(slot ? { schedule_id: slot.scheduleId } : {}) };
  const id = await store.insertPost(
    tx,
    {
      ...{ accountId, pictureId: picture.id, altText: picture.prompt, mediaFile: media.file, platform, connectionId },
      ...{ scheduledTime, caption, hashtags, firstComment, slotKey: slot?.key ?? null, metadata },
    },
    clock.now(),
  );
  if (id === null) {
    await files.remove(tx, media.file);
    return existing(await store.findBySlot(tx, slot?.key ?? ''));
  }
  const publication = await publishing.plan(tx, {
    ...{ accountId, platform, catchUp, dueAt: scheduledTime, key: slot?.key ?? `images.post:${id}` },
    ...(connectionId === null ? {} : { connectionId }),
    post: contentOf(draft.text, firstComment, media, !isOwnPicture(picture)),
  });
  await store.linkPublication(tx, id, publication.id);
  return existing(await store.findPost(tx, id));
}

function existing(post: ScheduledPost | null): ScheduledPost {
  if (!post) throw new Error('a post that was just written is gone');
  return post;
}

export interface Occurrence {
  readonly key: string;
  readonly accountId: number;
  readonly pictureId: number;
  readonly platform: PicturePlatform;
  readonly scheduledTime: Date;
  readonly caption: string;
  readonly hashtags: string;
  readonly scheduleId: number;
}

export async function planOccurrence(tools: PlanningTools, tx: Tx, occurrence: Occurrence): Promise<ScheduledPost> {
  const { key, accountId, pictureId, platform, scheduledTime, caption, hashtags, scheduleId } = occurrence;
  const known = await store.findBySlot(tx, key);
  if (known) return known;
  const faults: Faults = {};
  const body = { image: pictureId, platform, caption, hashtags, scheduled_time: scheduledTime.toISOString() };
  // A slot of a few minutes ago may still be filled; how late a post may be is the engine's to judge.
  const draft = await judge(tools, accountId, body, scheduledTime, faults);
  if (!draft) throw failure.invalid(faults);
  const fitted = await deriveFor(tools, draft.picture.file, platform, null, !isOwnPicture(draft.picture));
  return insertDraft(tools, tx, accountId, draft, fitted, { key, scheduleId });
}

/** What cannot change says why; the rest is judged together with what stays. */
export async function changePost(tools: PlanningTools, own: (db: Db) => Promise<ScheduledPost>, body: Body): Promise<void> {
  const { db, clock, publishing, files, library } = tools;
  const before = await own(db);
  const faults: Faults = {};
  const given = readGiven(body, clock.now(), faults);
  judgeFixed(before, given, faults);
  const recut = given.crop === undefined ? null : await recutOf(tools, before, given.crop, faults);
  await inTransaction(db, async (tx) => {
    await store.reservePost(tx, before.id);
    const post = await own(tx);
    const after = changed(post, given);
    await judgeChanged(tools, post, after, faults);
    refuseAny(faults);
    const publication = await publishing.find(tx, post.publicationId);
    const [media] = publication?.post.media ?? [];
    if (!publication || !media) throw failure.conflict('POST_ENDED', m.ended);
    const sent = recut ? await saveDerivative(files, tx, recut, media.altText) : media;
    const { text, firstComment, scheduledTime, connectionId } = after;
    const intent = { platforms: [post.platform], at: scheduledTime };
    if (post.pictureId !== null) await library.requireSayable(tx, 'scheduled_time', nameOf(post.pictureId), intent);
    await publishing.change(tx, post.publicationId, {
      post: contentOf(text, firstComment, sent, publication.post.madeWithAi),
      ...(given.scheduledTime ? { dueAt: scheduledTime } : {}),
      ...(given.connectionId ? { connectionId: given.connectionId } : {}),
    });
    if (recut) await files.remove(tx, media.file);
    const { utm: _old, ...kept } = post.metadata;
    const metadata = { ...kept, ...(recut ? { crop: recut.crop } : {}), ...(after.utm ? { utm: after.utm } : {}) };
    await store.updatePost(tx, post.id, { ...after, connectionId, mediaFile: sent.file, metadata }, clock.now());
  });
}

function judgeFixed(post: ScheduledPost, given: Given, faults: Faults): void {
  if (given.platform && given.platform !== post.platform) faults['platform'] = { message: m.platformFixed, constraint: 'fixed' };
  if (given.pictureId && given.pictureId !== post.pictureId) faults['image'] = { message: m.imageFixed, constraint: 'fixed' };
  if (given.caption === '') faults['caption'] = { message: m.required, constraint: 'required' };
}

async function recutOf(tools: PlanningTools, post: ScheduledPost, crop: Given['crop'], faults: Faults): Promise<FittedPicture | null> {
  if (Object.keys(faults).length > 0 || post.status !== 'scheduled') return null;
  const picture = post.pictureId === null ? null : await tools.pictures.get(post.accountId, post.pictureId);
  return deriveFor(tools, post.pictureFile, post.platform, crop ?? null, !(picture && isOwnPicture(picture)));
}

function changed(post: ScheduledPost, given: Given) {
  const { caption = post.caption, hashtags = post.hashtags, firstComment = post.firstComment } = given;
  const { scheduledTime = post.scheduledTime } = given;
  const connectionId = given.connectionId ?? post.connectionId;
  const utm = given.utm === undefined ? (post.metadata.utm ?? null) : given.utm;
  return { caption, hashtags, firstComment, scheduledTime, connectionId, utm, text: composeText({ caption, hashtags, utm }) };
}

async function judgeChanged(tools: PlanningTools, post: ScheduledPost, after: ReturnType<typeof changed>, faults: Faults): Promise<void> {
  judgeWords(tools.publishing, post.platform, after, faults);
  if (after.connectionId !== post.connectionId) await judgeConnection(tools, post.accountId, post.platform, after.connectionId, faults);
}
