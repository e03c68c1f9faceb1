import { createHash, randomBytes } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { startXSimulator } from '#simulators/x.ts';
import { smallFilm } from '#test/small-film.ts';
import { afterFile } from '#test/support.ts';
import { callPlatform } from '../http.ts';
import type { Checkpoint, PlatformCall, PostMedia, Prepared } from '../platform.ts';
import { createTwitter } from './twitter.ts';

const x = await startXSimulator();
afterFile(() => x.close());
const twitter = createTwitter(x.facts);
/** Three parts. */
const content = await smallFilm({ width: 320, height: 180, seconds: 2, bytes: 9_000_000 });
const film: PostMedia = {
  file: 'film.mp4',
  mediaType: 'video/mp4',
  bytes: content.length,
  width: 320,
  height: 180,
  seconds: 2,
  altText: '',
};

let who: PlatformCall['poster'];
let texts = 0;
beforeEach(async () => {
  const verifier = randomBytes(32).toString('base64url');
  const [challenge, redirectUri] = [createHash('sha256').update(verifier).digest('base64url'), 'http://localhost:5004/back'];
  const url = twitter.oauth.authorizeUrl({ state: 'state', challenge, redirectUri });
  const back = await fetch(`${url}&auto=1&as=u${randomBytes(5).toString('hex')}`, { redirect: 'manual' });
  const code = new URL(back.headers.get('location') ?? '').searchParams.get('code') ?? '';
  const [account] = await twitter.oauth.accounts(await twitter.oauth.exchange({ code, verifier, redirectUri }));
  if (!account) throw new Error('nobody was granted');
  who = { ...account, accessToken: account.grant.accessToken };
});

/** What was asked for, from byte to byte. */
let read: (readonly [number, number])[] = [];
beforeEach(() => {
  read = [];
});
const callOf = (checkpoint: Checkpoint = {}, text = `Film ${++texts}`): PlatformCall => ({
  poster: who,
  post: { text, media: [film], firstComment: '', madeWithAi: true },
  checkpoint,
  signal: AbortSignal.timeout(30_000),
  send: (request) => callPlatform(request),
  bytesOf: async () => {
    throw new Error('a film is never read whole');
  },
  rangeOf: async (_media, from, until) => {
    read.push([from, until]);
    return content.subarray(from, until);
  },
  publicUrlOf: () => 'http://nowhere.example/film.mp4',
});
const sent = (phase: string): number => x.requests.filter((request) => request.phase === phase).length;
const mine = () => x.store.postsOf('twitter', who.externalId);

async function prepare(checkpoint: Checkpoint = {}): Promise<{ readonly passes: readonly Prepared[]; readonly checkpoint: Checkpoint }> {
  const passes: Prepared[] = [];
  for (let kept = checkpoint; passes.length < 30; ) {
    const prepared = await twitter.prepare(callOf(kept, 'prepared'));
    passes.push(prepared);
    if (prepared.kind === 'refused') return { passes, checkpoint: kept };
    kept = prepared.checkpoint;
    if (prepared.kind === 'ready') return { passes, checkpoint: kept };
  }
  throw new Error('it is never ready');
}

describe('films on X', () => {
  test('a film is begun, sent in parts of at most 5 MB, closed, waited for, and said once with what made it', async () => {
    const { passes, checkpoint } = await prepare();
    expect(passes[0]).toMatchObject({
      kind: 'wait',
      seconds: 0,
      checkpoint: { film: { id: expect.any(String) }, sent: 0, total: film.bytes },
    });
    expect(passes[1]).toMatchObject({ checkpoint: { sent: film.bytes } });
    expect(passes.some((pass) => pass.kind === 'wait' && pass.why.includes('in_progress') && pass.seconds === 1)).toBe(true);
    expect(read.every(([from, until]) => until - from <= 5 * 1024 * 1024)).toBe(true);
    const call = callOf(checkpoint);
    expect(await twitter.publish(call)).toMatchObject({ kind: 'confirmed', postId: mine()[0]?.id });
    expect(mine()).toMatchObject([{ madeWithAi: true, media: [{ mediaType: 'video/mp4' }] }]);
    expect(await twitter.find(call, new Date())).toMatchObject({ kind: 'there', postId: mine()[0]?.id });
  });

  test('the answer to the post is lost: it is found by its film, which nobody else has, and not said again (pain 15)', async () => {
    const call = callOf((await prepare()).checkpoint);
    const calledAt = new Date();
    x.misbehave({ phase: 'tweet', is: 'reset', done: 'before' });
    expect(await twitter.publish(call)).toMatchObject({ kind: 'unknown' });
    expect(await twitter.find(call, calledAt)).toMatchObject({ kind: 'there', postId: mine()[0]?.id });
    expect(await twitter.find(callOf((await prepare()).checkpoint), calledAt)).toEqual({ kind: 'absent' });
    expect(mine()).toHaveLength(1);
  });

  test.each([
    ['film_append', 'reset', 'before'],
    ['film_append', 'status', 'never'],
    ['film_finalize', 'reset', 'before'],
    ['film_finalize', 'garbage', 'before'],
    ['film_status', 'html', 'never'],
  ] as const)('%s goes wrong (%s, done %s): it goes on from there', async (phase, is, done) => {
    const before = sent('film_initialize');
    x.misbehave({ phase, is, done });
    const call = callOf((await prepare()).checkpoint);
    expect(await twitter.publish(call)).toMatchObject({ kind: 'confirmed' });
    expect(sent('film_initialize') - before).toBe(1);
    const [post] = mine();
    expect(Buffer.from(post?.media[0]?.base64 ?? '', 'base64').equals(content)).toBe(true);
  });

  test('what was sent before a process died is not sent again', async () => {
    const first = await twitter.prepare(callOf({}, 'died'));
    const second = await twitter.prepare(callOf(first.kind === 'wait' ? first.checkpoint : {}, 'died'));
    read = [];
    await prepare(second.kind === 'wait' ? second.checkpoint : {});
    expect(read).toEqual([]);
  });

  test('a film that X cannot work through is refused in its words', async () => {
    x.filmRules.fates.push('failed');
    const { passes } = await prepare();
    expect(passes.at(-1)).toEqual({
      kind: 'refused',
      refusal: { reason: 'media', code: 'InvalidMedia', detail: 'The film could not be worked through.' },
    });
  });

  test('the simulated X refuses what the real one refuses: parts that are missing, too large, or after the end', async () => {
    const ask = async (path: string, body: FormData | object) => {
      const form = body instanceof FormData;
      const headers = { authorization: `Bearer ${who.accessToken}`, ...(form ? {} : { 'content-type': 'application/json' }) };
      const answer = await fetch(`${x.url}/2/media/upload/${path}`, { method: 'POST', headers, body: form ? body : JSON.stringify(body) });
      return { status: answer.status, text: await answer.text() };
    };
    const begun = await ask('initialize', { media_type: 'video/mp4', total_bytes: 10, media_category: 'tweet_video' });
    const { id } = (JSON.parse(begun.text) as { data: { id: string } }).data;
    expect((await ask('initialize', { media_type: 'video/mp4', media_category: 'tweet_video' })).status).toBe(400);
    expect((await ask(`${id}/finalize`, {})).text).toContain('Segments do not add up');
    const part = (bytes: number, index: number): FormData => {
      const form = new FormData();
      form.set('segment_index', String(index));
      form.set('media', new Blob([new Uint8Array(bytes)]));
      return form;
    };
    expect((await ask(`${id}/append`, part(5 * 1024 * 1024 + 1, 0))).status).toBe(413);
    await ask(`${id}/append`, part(10, 1));
    expect((await ask(`${id}/finalize`, {})).text).toContain('Segments do not add up');
    expect((await ask('1/append', part(1, 0))).status).toBe(404);
  });

  test('lengths, weight and shape are judged before anything is stored', () => {
    const check = (changes: Partial<PostMedia>, others: readonly PostMedia[] = []) =>
      twitter.check({ text: '', firstComment: '', mediaCount: 1 + others.length, media: [{ ...film, ...changes }, ...others] });
    expect(check({})).toEqual([]);
    expect(check({ seconds: 0.4 })).toEqual([{ field: 'media', constraint: 'too_short', limit: 0.5, found: 0.4 }]);
    expect(check({ seconds: 1201, bytes: 9_000_000_000 }).map(({ constraint }) => constraint)).toEqual(['too_long', 'too_heavy']);
    expect(check({ width: 1000, height: 100 })).toEqual([{ field: 'media', constraint: 'ratio', limit: 300, found: 1000 }]);
    expect(check({}, [film])).toMatchObject([{ constraint: 'too_many_media', limit: 1, found: 2 }]);
  });
});
