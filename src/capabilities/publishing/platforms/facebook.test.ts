import { afterEach, beforeEach, expect, test } from 'vitest';
import type { MetaMishap } from '#simulators/meta.ts';
import type { GrantedAccount, Platform, PlatformCall } from '../platform.ts';
import { createFacebook } from './facebook.ts';
import { firstOf, type MetaHouse, mediaOf, openMetaHouse, pictureOf } from './meta-test-house.ts';

let house: MetaHouse;
let facebook: Platform;
let page: GrantedAccount;

beforeEach(async () => {
  house = await openMetaHouse();
  facebook = createFacebook(house.facts);
  page = firstOf(await house.connect(facebook));
});
afterEach(() => house.close());

const readyCall = async (post: Parameters<MetaHouse['prepare']>[2] = {}): Promise<PlatformCall> =>
  (await house.prepare(facebook, page, post)).call;
const posts = () => house.meta.store.posts;
const asked = (phase: string): number => house.meta.requests.filter((request) => request.phase === phase).length;

test('I-065 pictures are uploaded unseen, then one request says the post', async () => {
  const call = await readyCall({ text: 'Bonjour à tous' });
  expect(posts()).toEqual([]);
  const published = await facebook.publish(call);
  const [post] = posts();
  expect(published).toEqual({ kind: 'confirmed', postId: post?.id, url: null });
  expect(post).toMatchObject({ accountId: page.externalId, text: 'Bonjour à tous', media: [{ altText: 'Un carré doré' }] });
  expect(await facebook.addressOf(call, post?.id ?? '')).toBe(post?.url);
});

test('an upload that fails half way goes on where it stopped', async () => {
  house.pictures.set('b.jpg', await pictureOf(400, 300));
  const media = [mediaOf('square.jpg'), mediaOf('b.jpg')];
  house.meta.misbehave({ phase: 'photos', shows: 'truth' });
  house.meta.misbehave({ phase: 'photos', work: 'done', shows: 'reset' });
  const broken = await facebook.prepare(house.callFor(page, { media }));
  expect(broken).toMatchObject({ kind: 'wait', checkpoint: { photos: [expect.any(String)] } });
  const checkpoint = broken.kind === 'wait' ? broken.checkpoint : {};
  const ready = await facebook.prepare(house.callFor(page, { media }, checkpoint));
  expect(ready).toMatchObject({ kind: 'ready', checkpoint: { photos: [expect.any(String), expect.any(String)] } });
  expect(asked('photos')).toBe(3);
});

test('too heavy, and not a picture', async () => {
  house.pictures.set('heavy.jpg', Buffer.concat([await pictureOf(640, 640), Buffer.alloc(4 * 1024 * 1024)]));
  house.pictures.set('words.jpg', Buffer.from('no picture'));
  const heavy = await house.prepare(facebook, page, { media: [mediaOf('heavy.jpg')] });
  const words = await house.prepare(facebook, page, { media: [mediaOf('words.jpg')] });
  expect([heavy.prepared, words.prepared]).toMatchObject([
    { kind: 'refused', refusal: { reason: 'media', code: '1/1366046' } },
    { kind: 'refused', refusal: { reason: 'media', code: '324' } },
  ]);
});

const AFTER_THE_FACT: Readonly<Record<string, Omit<MetaMishap, 'phase'>>> = {
  '500 code 2 (pain 4)': { shows: 'error', status: 500, code: 2 },
  '500 code 1': { shows: 'error', status: 500, code: 1 },
  '400 code 1': { shows: 'error', status: 400, code: 1 },
  '400 code 100 (pain 6)': { shows: 'error', status: 400, code: 100 },
  'no JSON': { shows: 'html' },
  'half a JSON': { shows: 'garbage' },
  'a reset': { shows: 'reset' },
};
test.each(Object.entries(AFTER_THE_FACT))('%s after the post is unknown, and then found by its pictures', async (_name, mishap) => {
  const call = await readyCall();
  const calledAt = new Date();
  house.meta.misbehave({ phase: 'feed', work: 'done', ...mishap });
  expect(await facebook.publish(call)).toMatchObject({ kind: 'unknown' });
  expect(await facebook.find(call, calledAt)).toEqual({ kind: 'there', postId: posts()[0]?.id, url: posts()[0]?.url });
  expect([asked('feed'), posts().length]).toEqual([1, 1]);
});

test('a post is ours when it has our pictures, whatever else has our words', async () => {
  house.meta.rules.refusesTwins = false;
  const [ours, twin] = [await readyCall(), await readyCall()];
  await facebook.publish(twin);
  expect(await facebook.find(ours, new Date())).toEqual({ kind: 'absent' });
  await facebook.publish(ours);
  expect(await facebook.find(ours, new Date())).toMatchObject({ kind: 'there', postId: posts()[1]?.id });
});

test('absent is said only after the last page of the list, and never when one cannot be read', async () => {
  const call = await readyCall({ text: 'La première' });
  await facebook.publish(call);
  for (let n = 0; n < 60; n++) await facebook.publish(house.callFor(page, { text: `Suite ${n}`, media: [] }));
  expect(await facebook.find(call, new Date())).toMatchObject({ kind: 'there', postId: posts()[0]?.id });
  expect(asked('posts')).toBe(3);
  house.meta.misbehave({ phase: 'posts', work: 'done', shows: 'truth' });
  house.meta.misbehave({ phase: 'posts', shows: 'error', status: 400, code: 80_001 });
  expect(await facebook.find(await readyCall({ text: 'Jamais dite' }), new Date())).toMatchObject({ kind: 'unreadable' });
});

test('words alone are found by their words', async () => {
  const call = house.callFor(page, { text: 'Sans image', media: [] });
  expect(await facebook.find(call, new Date())).toEqual({ kind: 'absent' });
  await facebook.publish(call);
  expect(await facebook.find(call, new Date())).toMatchObject({ kind: 'there' });
});

test('a post with our words whose pictures are not told yet is no proof of anything', async () => {
  const call = await readyCall({ text: 'Pareil' });
  await facebook.publish(house.callFor(page, { text: 'Pareil', media: [] }));
  expect(await facebook.find(call, new Date())).toMatchObject({ kind: 'unreadable' });
});

test('what is identical to the last post is refused (506)', async () => {
  await facebook.publish(await readyCall());
  expect(await facebook.publish(await readyCall())).toMatchObject({ kind: 'refused', refusal: { reason: 'duplicate', code: '506' } });
});

test('what is certain is said: spam, permission, a checkpoint, patience, a closed door', async () => {
  const call = await readyCall();
  const outcomes = [];
  for (const [status, code, subcode] of [
    [400, 368, 1390008],
    [403, 200, 0],
    [400, 190, 459],
    [400, 32, 0],
    [400, 80_001, 0],
  ] as const) {
    house.meta.misbehave({ phase: 'feed', shows: 'error', status, code, subcode });
    outcomes.push(await facebook.publish(call));
  }
  expect(outcomes).toMatchObject([
    { kind: 'refused', refusal: { reason: 'spam', code: '368/1390008' } },
    { kind: 'refused', refusal: { reason: 'permission' } },
    { kind: 'refused', refusal: { reason: 'token', code: '190/459' } },
    { kind: 'not_sent' },
    { kind: 'not_sent' },
  ]);
  await house.meta.close();
  expect(await facebook.publish(call)).toMatchObject({ kind: 'not_sent' });
});

test('the first comment is said once', async () => {
  const call = await readyCall({ firstComment: 'Détails en lien' });
  await facebook.publish(call);
  const postId = posts()[0]?.id ?? '';
  house.meta.misbehave({ phase: 'comment', work: 'done', shows: 'error' });
  expect([await facebook.comment(call, postId), await facebook.comment(call, postId)]).toEqual([false, true]);
  expect(posts()[0]?.comments.map(({ text }) => text)).toEqual(['Détails en lien']);
});

test('I-079 figures of a post of a page; one lost metric does not take the others (pain 17)', async () => {
  const call = await readyCall();
  await facebook.publish(call);
  const postId = posts()[0]?.id ?? '';
  expect(await facebook.figures(call, postId)).toMatchObject({ likes: 0, comments: 0, shares: 0, views: null, reach: null });
  house.advance(24 * 3_600_000);
  house.meta.rules.goneMetrics.push('post_clicks');
  const figures = await facebook.figures(call, postId);
  expect([figures.likes, figures.views, figures.reach].every((figure) => Number(figure) > 0)).toBe(true);
  expect(figures).toMatchObject({ impressions: null, raw: { post_media_view: figures.views } });
});

test('what is wrong with a post is told before it is stored', () => {
  expect(facebook.check({ text: 'x'.repeat(63_207), firstComment: 'y'.repeat(8001), mediaCount: 11 })).toMatchObject([
    { field: 'media', constraint: 'too_many_media' },
    { field: 'text', constraint: 'too_long', limit: 63_206, found: 63_207 },
    { field: 'first_comment', constraint: 'too_long' },
  ]);
  expect(facebook.check({ text: ' ', firstComment: '', mediaCount: 0 })).toMatchObject([{ constraint: 'media_required' }]);
  expect(facebook.check({ text: '#a '.repeat(40), firstComment: '', mediaCount: 1 })).toEqual([]);
});
