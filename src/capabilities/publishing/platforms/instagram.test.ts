import { afterEach, beforeEach, expect, test } from 'vitest';
import type { MetaMishap } from '#simulators/meta.ts';
import { eventually } from '#test/eventually.ts';
import type { GrantedAccount, Platform, PlatformCall, Prepared } from '../platform.ts';
import { createInstagram } from './instagram.ts';
import { firstOf, type MetaHouse, mediaOf, openMetaHouse, pictureOf } from './meta-test-house.ts';

let house: MetaHouse;
let instagram: Platform;
let account: GrantedAccount;

beforeEach(async () => {
  house = await openMetaHouse();
  instagram = createInstagram(house.facts);
  account = firstOf(await house.connect(instagram));
});
afterEach(() => house.close());

const readyCall = async (post: Parameters<MetaHouse['prepare']>[2] = {}): Promise<PlatformCall> =>
  (await house.prepare(instagram, account, post)).call;
const posts = () => house.meta.store.posts;
const asked = (phase: string): number => house.meta.requests.filter((request) => request.phase === phase).length;
const again = ({ post }: PlatformCall, prepared: Prepared): PlatformCall =>
  house.callFor(account, post, prepared.kind === 'refused' ? {} : prepared.checkpoint);

test('I-064 a picture becomes a container, is published once, and has an address', async () => {
  const call = await readyCall({ text: 'Premier soir #lumière', firstComment: 'Bravo à tous' });
  const published = await instagram.publish(call);
  const [post] = posts();
  expect(published).toEqual({ kind: 'confirmed', postId: post?.id, url: null });
  expect(post).toMatchObject({ platform: 'instagram', accountId: account.externalId, text: 'Premier soir #lumière' });
  expect(post?.media).toMatchObject([{ mediaType: 'image/jpeg', altText: 'Un carré doré' }]);
  expect(await instagram.addressOf(call, post?.id ?? '')).toBe(post?.url);
  expect(asked('limit')).toBe(1);
});

test('one look at the container for each call, whose number waits in the checkpoint', async () => {
  house.meta.rules.polls = 2;
  const first = await instagram.prepare(house.callFor(account));
  expect(first).toMatchObject({ kind: 'wait', checkpoint: { container: expect.stringMatching(/^\d+$/), made: 1 } });
  expect(asked('container_status')).toBe(0);
  const second = await instagram.prepare(again(house.callFor(account), first));
  expect(second).toMatchObject({ kind: 'wait', seconds: 2, why: 'the container is IN_PROGRESS' });
  expect([asked('container'), asked('container_status')]).toEqual([1, 1]);
});

test('several pictures are a carousel, and none of them is fetched twice when one fails', async () => {
  house.pictures.set('wide.jpg', await pictureOf(800, 500));
  const media = [mediaOf('square.jpg'), mediaOf('wide.jpg')];
  const start = house.callFor(account, { media });
  house.meta.misbehave({ phase: 'container', work: 'done', shows: 'truth' });
  house.meta.misbehave({ phase: 'container', shows: 'html' });
  const broken = await instagram.prepare(start);
  expect(broken).toMatchObject({ kind: 'wait', checkpoint: { children: [expect.any(String)], container: null } });
  const made = await instagram.prepare(again(start, broken));
  expect(asked('container')).toBe(4);
  let prepared = made;
  while (prepared.kind === 'wait') prepared = await instagram.prepare(again(start, prepared));
  await instagram.publish(again(start, prepared));
  expect(posts().map((post) => post.media.length)).toEqual([2]);
});

test('a picture that Meta cannot fetch is refused after two tries', async () => {
  const start = house.callFor(account, { media: [mediaOf('gone.jpg')] });
  const first = await instagram.prepare(start);
  expect(first).toMatchObject({ kind: 'wait', checkpoint: { unfetched: 1 } });
  expect(await instagram.prepare(again(start, first))).toMatchObject({
    kind: 'refused',
    refusal: { reason: 'media', code: '9004/2207052' },
  });
});

test('format, ratio and size are judged by what was fetched', async () => {
  house.pictures.set('wide.jpg', await pictureOf(1024, 256));
  house.pictures.set('a.png', await pictureOf(640, 640, 'png'));
  house.pictures.set('huge.jpg', Buffer.concat([await pictureOf(640, 640), Buffer.alloc(8 * 1024 * 1024)]));
  const prepare = (file: string) => house.prepare(instagram, account, { media: [mediaOf(file)] });
  const refusals = (await Promise.all(['wide.jpg', 'a.png', 'huge.jpg'].map(prepare))).map(({ prepared }) => prepared);
  expect(refusals).toMatchObject(
    ['36003/2207009', '36001/2207005', '36000/2207004'].map((code) => ({ kind: 'refused', refusal: { reason: 'media', code } })),
  );
});

test('a container that fails or expires is made anew, three times at most', async () => {
  house.meta.rules.fates.push('ERROR', 'EXPIRED');
  await instagram.publish(await readyCall());
  expect([asked('container'), posts().length]).toEqual([3, 1]);
  house.meta.rules.fates.push('ERROR', 'ERROR', 'ERROR');
  const { prepared } = await house.prepare(instagram, account, { text: 'Encore' });
  expect(prepared).toMatchObject({ kind: 'refused', refusal: { reason: 'media', code: '2207053' } });
});

test('a container that lay for more than a day is made anew', async () => {
  const call = await readyCall();
  house.advance(25 * 3_600_000);
  expect(await instagram.prepare(call)).toMatchObject({ kind: 'wait', checkpoint: { container: null } });
});

test('100/33 about a finished container is no failure (pain 18)', async () => {
  house.meta.rules.polls = 0;
  house.meta.misbehave({ phase: 'container_status', shows: 'error', status: 400, code: 100, subcode: 33, times: 5 });
  const call = await readyCall();
  expect(asked('container_status')).toBe(5);
  expect(await instagram.publish(call)).toMatchObject({ kind: 'confirmed' });
});

test('what the daily limit leaves is asked for, and a limit reached in between is told as one', async () => {
  house.meta.rules.dailyCap = 1;
  const [first, second] = [await readyCall(), await readyCall({ text: 'Deuxième' })];
  await instagram.publish(first);
  expect(await instagram.publish(second)).toMatchObject({ kind: 'refused', refusal: { reason: 'limit', code: '9/2207042' } });
  const { prepared } = await house.prepare(instagram, account, { text: 'Troisième' });
  expect(prepared).toMatchObject({ kind: 'refused', refusal: { reason: 'limit', detail: '1 of 1 posts published in 24 hours' } });
});

/** Answers that say nothing certain about a post that went live all the same. */
const AFTER_THE_FACT: Readonly<Record<string, Omit<MetaMishap, 'phase'>>> = {
  '4/2207051 (pain 3)': { shows: 'error', status: 400, code: 4, subcode: 2207051 },
  '400 of a code nobody knows (pain 6)': { shows: 'error', status: 400, code: 100 },
  '500 code 2': { shows: 'error' },
  'no JSON': { shows: 'html' },
  'half a JSON': { shows: 'garbage' },
  'a reset': { shows: 'reset' },
};
test.each(Object.entries(AFTER_THE_FACT))('%s after the publication is unknown, and then found', async (_name, mishap) => {
  const call = await readyCall();
  const calledAt = new Date();
  house.meta.misbehave({ phase: 'media_publish', work: 'done', ...mishap });
  expect(await instagram.publish(call)).toMatchObject({ kind: 'unknown' });
  const [post] = posts();
  expect(await instagram.find(call, calledAt)).toEqual({ kind: 'there', postId: post?.id, url: post?.url });
});

test.each([
  ['a reset before anything was done', { shows: 'reset' }],
  ['a proxy that answers', { shows: 'html' }],
] as const)('%s is unknown, and then absent', async (_name, mishap) => {
  const call = await readyCall();
  house.meta.misbehave({ phase: 'media_publish', ...mishap });
  expect(await instagram.publish(call)).toMatchObject({ kind: 'unknown' });
  expect(await instagram.find(call, new Date())).toEqual({ kind: 'absent' });
});

test('silence is unknown', async () => {
  const { send, ...call } = await readyCall();
  house.meta.misbehave({ phase: 'media_publish', shows: 'hang' });
  const published = instagram.publish({ ...call, send: (request) => send({ ...request, timeoutMs: 50 }) });
  expect(await published).toMatchObject({ kind: 'unknown' });
});

test('a post that comes late is found', async () => {
  const call = await readyCall();
  const calledAt = new Date();
  house.meta.misbehave({ phase: 'media_publish', work: 'late', shows: 'reset' });
  expect(await instagram.publish(call)).toMatchObject({ kind: 'unknown' });
  await eventually(() => instagram.find(call, calledAt)).toMatchObject({ kind: 'there' });
});

test('a container that was published before is never published again', async () => {
  const call = await readyCall();
  house.meta.misbehave({ phase: 'media_publish', work: 'done', shows: 'reset' });
  await instagram.publish(call);
  const prepared = await instagram.prepare(call);
  expect(prepared).toMatchObject({ kind: 'ready', checkpoint: { isPublished: true } });
  expect(await instagram.publish(again(call, prepared))).toMatchObject({ kind: 'confirmed', postId: posts()[0]?.id });
  expect([asked('media_publish'), posts().length]).toEqual([1, 1]);
});

test('the newest post is not taken for ours: words and time must fit, and fit one post only', async () => {
  const other = await readyCall({ text: 'Une autre' });
  const call = await readyCall({ text: 'La nôtre' });
  const calledAt = new Date();
  house.meta.misbehave({ phase: 'media_publish', work: 'done', shows: 'reset' });
  await instagram.publish(call);
  await instagram.publish(other);
  expect(await instagram.find(call, calledAt)).toMatchObject({ kind: 'there', postId: posts()[0]?.id });
  await instagram.publish(await readyCall({ text: 'La nôtre' }));
  expect(await instagram.find(call, calledAt)).toMatchObject({ kind: 'unreadable', why: '2 posts have these words' });
});

test('a read that fails proves nothing', async () => {
  const call = await readyCall();
  await instagram.publish(call);
  const broken: readonly MetaMishap[] = [
    { phase: 'container_status', shows: 'error' },
    { phase: 'container_status', shows: 'reset' },
    { phase: 'media', shows: 'error', status: 400, code: 80_002 },
  ];
  for (const mishap of broken) {
    house.meta.misbehave(mishap);
    expect(await instagram.find(call, new Date())).toMatchObject({ kind: 'unreadable' });
  }
  house.meta.misbehave({ phase: 'container_status', shows: 'error', status: 400, code: 100, subcode: 33 });
  expect(await instagram.find(call, new Date())).toMatchObject({ kind: 'there' });
});

test('a dead token, a missing permission and patience are three different things', async () => {
  const call = await readyCall();
  house.meta.misbehave({ phase: 'media_publish', shows: 'error', status: 400, code: 80_002 });
  expect(await instagram.publish(call)).toMatchObject({ kind: 'not_sent' });
  house.meta.misbehave({ phase: 'media_publish', shows: 'error', status: 403, code: 10 });
  expect(await instagram.publish(call)).toMatchObject({ kind: 'refused', refusal: { reason: 'permission' } });
  house.meta.apply({ revoke: 459 });
  expect(await instagram.publish(call)).toMatchObject({ kind: 'refused', refusal: { reason: 'token', code: '190/459' } });
  expect(posts()).toEqual([]);
});

test('the first comment is said once, though Meta answers 400 after it was made (pain 6)', async () => {
  const call = await readyCall({ firstComment: 'Merci à  l’équipe\n' });
  await instagram.publish(call);
  const postId = posts()[0]?.id ?? '';
  house.meta.misbehave({ phase: 'comment', work: 'done', shows: 'error', status: 400, code: 100 });
  expect(await instagram.comment(call, postId)).toBe(false);
  expect(await instagram.comment(call, postId)).toBe(true);
  expect(posts()[0]?.comments).toHaveLength(1);
  house.meta.misbehave({ phase: 'comments', shows: 'error' });
  expect(await instagram.comment(house.callFor(account, { firstComment: 'Autre' }), postId)).toBe(false);
  expect(posts()[0]?.comments).toHaveLength(1);
});

test('I-079 figures grow; nothing is told at first; one lost metric does not take the others (pain 17)', async () => {
  const call = await readyCall();
  await instagram.publish(call);
  const postId = posts()[0]?.id ?? '';
  expect(await instagram.figures(call, postId)).toMatchObject({ views: null, reach: null, impressions: null, likes: 0 });
  house.advance(3 * 3_600_000);
  const early = await instagram.figures(call, postId);
  house.advance(20 * 3_600_000);
  house.meta.rules.goneMetrics.push('views', 'total_interactions');
  const late = await instagram.figures(call, postId);
  expect(late).toMatchObject({ views: null, impressions: null, raw: { like_count: expect.any(Number), saved: expect.any(Number) } });
  expect([early.views, early.reach, late.likes].every((figure) => Number(figure) > 0)).toBe(true);
  expect(Number(late.reach)).toBeGreaterThan(Number(early.reach));
  house.meta.apply({ revoke: 463 });
  await expect(instagram.figures(call, postId)).rejects.toThrow('190/463');
});

test('what is wrong with a post is told whole, in the platform’s own counting', () => {
  const text = `${'😀'.repeat(2195)} #a #b #c #d #e #f`;
  expect(instagram.countText('e\u0301😀')).toEqual({ used: 3, limit: 2200 });
  expect(instagram.check({ text, firstComment: 'é'.repeat(2201), mediaCount: 0 })).toEqual([
    { field: 'media', constraint: 'media_required', limit: 1, found: 0 },
    { field: 'text', constraint: 'too_long', limit: 2200, found: 2213 },
    { field: 'hashtags', constraint: 'too_many_hashtags', limit: 5, found: 6 },
    { field: 'first_comment', constraint: 'too_long', limit: 2200, found: 2201 },
  ]);
  const fine = 'Un mot#collé, &#39; une adresse a@b.fr et #un #deux #trois #quatre #été_2026';
  expect(instagram.check({ text: fine, firstComment: '', mediaCount: 1 })).toEqual([]);
  expect(instagram.check({ text: 'x', firstComment: '', mediaCount: 11 })).toMatchObject([{ constraint: 'too_many_media' }]);
});
