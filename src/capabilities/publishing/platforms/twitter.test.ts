import { createHash, randomBytes } from 'node:crypto';
import sharp from 'sharp';
import { beforeEach, describe, expect, test } from 'vitest';
import { startXSimulator } from '#simulators/x.ts';
import { afterFile } from '#test/support.ts';
import { callPlatform } from '../http.ts';
import type { Checkpoint, PlatformCall, PostContent, PostMedia, Published } from '../platform.ts';
import { createTwitter } from './twitter.ts';

const x = await startXSimulator();
afterFile(() => x.close());
const twitter = createTwitter(x.facts);
const picture = await sharp({ create: { width: 64, height: 48, channels: 3, background: '#375' } })
  .jpeg()
  .toBuffer();
const media = (file = 'soir.jpg', altText = ''): PostMedia => ({
  file,
  mediaType: 'image/jpeg',
  bytes: picture.length,
  width: 64,
  height: 48,
  altText,
});

/** Somebody new at X, who lets us in. */
async function poster(scope?: string): Promise<PlatformCall['poster']> {
  const verifier = randomBytes(32).toString('base64url');
  const [challenge, redirectUri] = [createHash('sha256').update(verifier).digest('base64url'), 'http://localhost:5004/back'];
  const url = twitter.oauth.authorizeUrl({ state: 'state', challenge, redirectUri });
  if (scope) url.searchParams.set('scope', scope);
  const back = await fetch(`${url}&auto=1&as=u${randomBytes(5).toString('hex')}`, { redirect: 'manual' });
  const code = new URL(back.headers.get('location') ?? '').searchParams.get('code') ?? '';
  const [account] = await twitter.oauth.accounts(await twitter.oauth.exchange({ code, verifier, redirectUri }));
  if (!account) throw new Error('nobody was granted');
  return { ...account, accessToken: account.grant.accessToken };
}

let who: PlatformCall['poster'];
let texts = 0;
beforeEach(async () => {
  who = await poster();
});

const callOf = (post: Partial<PostContent> = {}, checkpoint: Checkpoint = {}): PlatformCall => ({
  poster: who,
  post: { text: `Lumière du soir ${++texts}`, media: [media()], firstComment: '', madeWithAi: true, ...post },
  checkpoint,
  signal: AbortSignal.timeout(20_000),
  send: (request) => callPlatform({ ...request, timeoutMs: 500 }),
  bytesOf: async () => picture,
  rangeOf: async (_media, from, until) => picture.subarray(from, until),
  publicUrlOf: () => '',
});

/** A call whose pictures are there. */
async function prepared(post: Partial<PostContent> = {}): Promise<PlatformCall> {
  const call = callOf(post);
  const made = await twitter.prepare(call);
  if (made.kind !== 'ready') throw new Error(`not ready: ${JSON.stringify(made)}`);
  return { ...call, checkpoint: made.checkpoint };
}
const mine = () => x.store.postsOf('twitter', who.externalId);
const sent = (phase: string): number => x.requests.filter((request) => request.phase === phase).length;

describe('preparing', () => {
  test('pictures are uploaded and described once, whatever happens in between', async () => {
    const post = { media: [media('a.jpg', 'Un lac'), media('b.jpg', 'Un bois'), media('c.jpg')] };
    const uploads = sent('upload');
    x.misbehave({ phase: 'alt_text', is: 'status', status: 503 });
    const first = await twitter.prepare(callOf(post));
    expect(first).toMatchObject({ kind: 'wait', checkpoint: { uploads: [{ file: 'a.jpg', described: false }] } });
    x.misbehave({ phase: 'upload', is: 'reset' });
    const second = await twitter.prepare(callOf(post, first.kind === 'wait' ? first.checkpoint : {}));
    expect(second).toMatchObject({ kind: 'wait', checkpoint: { uploads: [{ file: 'a.jpg', described: true }] } });
    const third = await twitter.prepare(callOf(post, second.kind === 'wait' ? second.checkpoint : {}));
    expect(third).toMatchObject({ kind: 'ready' });
    expect(sent('upload') - uploads).toBe(4);
    const call = callOf(post, third.kind === 'ready' ? third.checkpoint : {});
    expect(await twitter.publish(call)).toMatchObject({ kind: 'confirmed' });
    expect(mine()[0]?.media.map(({ altText }) => altText)).toEqual(['Un lac', 'Un bois', '']);
  });

  test('an upload that is nearly a day old is made anew', async () => {
    const call = await prepared();
    const [upload] = call.checkpoint['uploads'] as { id: string }[];
    const old = { uploads: [{ ...upload, until: new Date(Date.now() + 60_000).toISOString() }] };
    const again = await twitter.prepare({ ...call, checkpoint: old });
    expect(again.kind === 'ready' && again.checkpoint['uploads']).not.toEqual(old.uploads);
  });

  test('what X refuses is refused, what it is too busy for is waited for', async () => {
    const reset = 90;
    x.misbehave({ phase: 'upload', is: 'rate_limited', seconds: reset });
    const waiting = await twitter.prepare(callOf());
    expect(waiting.kind === 'wait' && waiting.seconds).toBeGreaterThan(reset - 30);
    expect(await twitter.prepare({ ...callOf(), bytesOf: async () => Buffer.from('no picture') })).toMatchObject({
      kind: 'refused',
      refusal: { reason: 'media', code: '400/invalid-request' },
    });
    x.misbehave({ phase: 'upload', is: 'usage_capped' });
    expect(await twitter.prepare(callOf())).toMatchObject({ kind: 'refused', refusal: { reason: 'limit', code: '429/usage-capped' } });
    x.misbehave({ phase: 'upload', is: 'dead_token' });
    expect(await twitter.prepare(callOf())).toMatchObject({ kind: 'refused', refusal: { reason: 'token' } });
  });
});

describe('publishing', () => {
  test('I-066 a post is said once, with its pictures and what made them', async () => {
    const call = await prepared({ text: 'Soir & <brume>', media: [media('a.jpg', 'Un lac')] });
    const said = await twitter.publish(call);
    const [post] = mine();
    expect(said).toEqual({ kind: 'confirmed', postId: post?.id, url: post?.url });
    expect(post).toMatchObject({ text: 'Soir & <brume>', madeWithAi: true, media: [{ altText: 'Un lac' }] });
    expect(await twitter.find(call, new Date())).toEqual({ kind: 'there', postId: post?.id, url: post?.url });
    expect(await twitter.addressOf(call, post?.id ?? '')).toBe(post?.url);
    const page = await (await fetch(post?.url ?? '')).text();
    expect(page).toContain('Simulated X');
    expect(page).toContain('Soir &amp; &lt;brume&gt;');
  });

  const certain = { is: 'status', status: 400, done: 'before' } as const;
  test.each([
    ['500 after it was made', { is: 'status', status: 500, done: 'before' }, 'unknown', true],
    ['500 before anything', { is: 'status', status: 500 }, 'unknown', false],
    ['400 after it was made', certain, 'confirmed', true],
    ['silence after it was made', { is: 'hang', done: 'before' }, 'unknown', true],
    ['silence, and made later', { is: 'hang', done: 'late', seconds: 0.6 }, 'unknown', true],
    ['silence', { is: 'hang' }, 'unknown', false],
    ['a cut connection after it was made', { is: 'reset', done: 'before' }, 'unknown', true],
    ['a cut connection', { is: 'reset' }, 'unknown', false],
    ['a page of a proxy', { is: 'html', done: 'before' }, 'unknown', true],
    ['half a JSON', { is: 'garbage' }, 'unknown', false],
    ['429', { is: 'rate_limited', seconds: 40 }, 'not_sent', false],
    ['the month used up', { is: 'usage_capped' }, 'refused', false],
    ['patience', { is: 'slow', seconds: 0.1 }, 'confirmed', true],
  ] as const)('%s', async (_name, mishap, kind, isThere) => {
    const call = await prepared();
    const calledAt = new Date();
    x.misbehave({ phase: 'tweet', ...mishap });
    const said: Published = await twitter.publish(call);
    expect(said.kind).toBe(kind);
    await expect.poll(async () => (await twitter.find(call, calledAt)).kind, { timeout: 5000 }).toBe(isThere ? 'there' : 'absent');
    expect(mine()).toHaveLength(isThere ? 1 : 0);
  });

  test('a connection that is refused left nothing', async () => {
    const closed = await startXSimulator();
    await closed.close();
    const nowhere = createTwitter({ ...x.facts, apiUrl: closed.url });
    expect(await nowhere.publish(await prepared())).toMatchObject({ kind: 'not_sent' });
    expect(await nowhere.find(await prepared(), new Date())).toMatchObject({ kind: 'unreadable' });
  });

  test('the same words again are refused, as X refuses them', async () => {
    const text = 'Toujours la même lumière';
    expect(await twitter.publish(await prepared({ text }))).toMatchObject({ kind: 'confirmed' });
    const refused = await twitter.publish(await prepared({ text }));
    expect(refused).toMatchObject({ kind: 'refused', refusal: { reason: 'duplicate', code: '403/duplicate-content' } });
    expect(mine()).toHaveLength(1);
  });

  test('a token that is dead, or may not do this, is told apart', async () => {
    const call = await prepared();
    x.misbehave({ phase: 'tweet', is: 'dead_token' });
    expect(await twitter.publish(call)).toMatchObject({ kind: 'refused', refusal: { reason: 'token' } });
    who = await poster('tweet.read users.read');
    expect(await twitter.publish(callOf({ media: [] }))).toMatchObject({ kind: 'refused', refusal: { reason: 'permission' } });
  });

  test('an upload of somebody else is refused, and nothing is missing afterwards', async () => {
    const theirs = await prepared();
    who = await poster();
    expect(await twitter.publish(callOf({}, theirs.checkpoint))).toMatchObject({ kind: 'refused', refusal: { reason: 'content' } });
    expect(await twitter.publish(callOf())).toMatchObject({ kind: 'not_sent' });
  });
});

describe('looking', () => {
  test('a post is absent only when everything was read', async () => {
    const text = 'Lumière, sur https://atelier.example/soir & ailleurs';
    const call = callOf({ text, media: [] });
    const began = new Date();
    expect(await twitter.publish(call)).toMatchObject({ kind: 'confirmed' });
    x.limits.tweet = 1000;
    for (let n = 0; n < 120; n++) {
      expect(await twitter.publish(callOf({ text: `bruit ${n}`, media: [] }))).toMatchObject({ kind: 'confirmed' });
    }
    const reads = sent('timeline');
    expect(await twitter.find(call, began)).toMatchObject({ kind: 'there', postId: mine()[0]?.id });
    expect(sent('timeline') - reads).toBe(2);
    expect(await twitter.find(callOf({ text: 'jamais dit', media: [] }), began)).toEqual({ kind: 'absent' });
    for (const mishap of [
      { is: 'status', status: 503 },
      { is: 'garbage' },
      { is: 'html' },
      { is: 'hang' },
      { is: 'dead_token' },
    ] as const) {
      x.misbehave({ phase: 'timeline', ...mishap });
      expect((await twitter.find(callOf({ text: 'jamais dit', media: [] }), began)).kind).toBe('unreadable');
    }
  });

  test('I-079 figures grow out of what X counts, and what it does not tell is null', async () => {
    const said = await twitter.publish(await prepared());
    const postId = said.kind === 'confirmed' ? said.postId : '';
    const figures = await twitter.figures(callOf(), postId);
    expect(figures).toMatchObject({ views: null, reach: null, likes: 0, comments: 0, shares: 0, impressions: 0 });
    expect(figures.raw).toHaveProperty('bookmark_count');
    await expect(twitter.figures(callOf(), '1')).rejects.toMatchObject({ name: 'CallFault' });
  });

  test('the first comment is said once, also when nobody heard that it was', async () => {
    const call = await prepared({ firstComment: 'Le lien est ici : https://atelier.example/' });
    const said = await twitter.publish(call);
    const postId = said.kind === 'confirmed' ? said.postId : '';
    for (const mishap of [
      { is: 'hang', done: 'before' },
      { is: 'status', status: 400, done: 'before' },
    ] as const) {
      x.misbehave({ phase: 'reply', ...mishap });
      await twitter.comment(call, postId);
      expect(await twitter.comment(call, postId)).toBe(true);
    }
    expect(mine()[0]?.comments.map(({ text }) => text)).toEqual(['Le lien est ici : https://atelier.example/']);
    x.misbehave({ phase: 'timeline', is: 'status', status: 503 });
    expect(await twitter.comment(call, postId)).toBe(false);
  });
});
