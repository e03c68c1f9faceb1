import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { MetaMishap } from '#simulators/meta.ts';
import { type FilmKind, smallFilm } from '#test/small-film.ts';
import { NoPublicAddress } from '../media-links.ts';
import type { GrantedAccount, Platform, PlatformCall, PostContent, PostMedia, Prepared } from '../platform.ts';
import { createFacebook } from './facebook.ts';
import { createInstagram } from './instagram.ts';
import { firstOf, type MetaHouse, openMetaHouse } from './meta-test-house.ts';

let house: MetaHouse;
beforeEach(async () => {
  house = await openMetaHouse();
  house.meta.rules.polls = 1;
});
afterEach(() => house.close());

const UPRIGHT = { width: 540, height: 960, seconds: 4, bytes: 2_500_000 };
const WIDE = { width: 640, height: 360, seconds: 4, bytes: 2_500_000 };

async function film(kind: FilmKind, name = 'film.mp4'): Promise<PostMedia> {
  const content = await smallFilm(kind);
  house.pictures.set(name, content);
  const { width, height, seconds } = kind;
  return { file: name, mediaType: 'video/mp4', bytes: content.length, width, height, seconds, altText: '' };
}
const WORDS = { title: 'Le phare', tags: [], categoryId: '22', privacy: 'public', thumbnail: null } as const;
const posts = () => house.meta.store.posts;
const asked = (phase: string): number => house.meta.requests.filter((request) => request.phase === phase).length;
const offsets = (): readonly string[] =>
  house.meta.requests.flatMap(({ phase, fields }) => (phase === 'rupload' ? [fields.get('offset') ?? ''] : []));
const checkpointOf = (prepared: Prepared) => (prepared.kind === 'refused' ? {} : prepared.checkpoint);

interface Stage {
  readonly platform: Platform;
  readonly account: GrantedAccount;
}
const callOf = ({ account }: Stage, media: PostMedia, checkpoint = {}, post: Partial<PostContent> = {}): PlatformCall =>
  house.callFor(account, { media: [media], film: WORDS, ...post }, checkpoint);

async function prepared(stage: Stage, media: PostMedia, more: Partial<PlatformCall> = {}): Promise<{ call: PlatformCall; last: Prepared }> {
  let call = { ...callOf(stage, media), ...more };
  for (let pass = 0; pass < 40; pass++) {
    const last = await stage.platform.prepare(call);
    if (last.kind === 'refused') return { call, last };
    call = { ...callOf(stage, media, last.checkpoint), ...more };
    if (last.kind === 'ready') return { call, last };
  }
  throw new Error('it is never ready');
}

describe('films on Facebook', () => {
  let stage: Stage;
  beforeEach(async () => {
    const platform = createFacebook(house.facts);
    stage = { platform, account: firstOf(await house.connect(platform)) };
  });

  test.each([
    ['a reel', UPRIGHT, 'video_reels', 'reel'],
    ['a video of the page', WIDE, 'videos', 'video'],
  ] as const)('%s is uploaded unseen, shown once, and found by its own number', async (_name, kind, edge, shown) => {
    const { call } = await prepared(stage, await film(kind));
    expect(posts()).toEqual([]);
    const calledAt = new Date();
    expect(await stage.platform.find(call, calledAt)).toEqual({ kind: 'absent' });
    // Facebook is at work on it: it is not called live before it is.
    expect(await stage.platform.publish(call)).toMatchObject({ kind: 'unknown' });
    const found = await stage.platform.find(call, calledAt);
    const [post] = posts();
    expect(found).toEqual({ kind: 'there', postId: post?.id, url: expect.stringContaining(shown === 'reel' ? '/reel/' : '/videos/') });
    expect(post).toMatchObject({ text: 'Lumière du soir', film: { title: 'Le phare', privacy: shown, seconds: 4 } });
    expect([asked(`${edge}_finish`), posts().length]).toEqual([1, 1]);
    // Asked again, it looks first.
    expect(await stage.platform.publish(call)).toMatchObject({ kind: 'confirmed', postId: post?.id });
    expect([asked(`${edge}_finish`), posts().length]).toEqual([1, 1]);
    expect(await stage.platform.figures(call, post?.id ?? '')).toMatchObject({ views: 0, likes: 0, comments: 0, shares: null });
    expect(await stage.platform.comment({ ...call, post: { ...call.post, firstComment: 'Bravo' } }, post?.id ?? '')).toBe(true);
    expect(post?.comments).toHaveLength(1);
  });

  test('the number of the film is written down before its first byte, and what has arrived is counted', async () => {
    const media = await film(WIDE);
    const first = await stage.platform.prepare(callOf(stage, media));
    expect(first).toMatchObject({ kind: 'wait', seconds: 0, checkpoint: { video: expect.any(String), sent: 0, total: media.bytes } });
    house.meta.misbehave({ phase: 'videos', shows: 'truth' });
    house.meta.misbehave({ phase: 'videos', shows: 'html' });
    const second = await stage.platform.prepare(callOf(stage, media, checkpointOf(first)));
    expect(second).toMatchObject({ kind: 'wait', checkpoint: { sent: 1024 * 1024, total: media.bytes } });
  });

  const BROKEN: Readonly<Record<string, Omit<MetaMishap, 'phase'>>> = {
    'a connection that breaks half way': { work: 'half', shows: 'reset' },
    'all of it arrived, and nobody heard': { work: 'done', shows: 'reset' },
    'a server that stumbles': { shows: 'error' },
  };
  test.each(Object.entries(BROKEN))('a reel goes on from where it was: %s', async (name, mishap) => {
    const media = await film(UPRIGHT);
    house.meta.misbehave({ phase: 'rupload', ...mishap });
    const { call } = await prepared(stage, media);
    const half = String(Math.floor(media.bytes / 2));
    expect(offsets()).toEqual(name.includes('half') ? ['0', half] : name.includes('heard') ? ['0'] : ['0', '0']);
    await stage.platform.publish(call);
    await stage.platform.find(call, new Date());
    expect(posts()).toMatchObject([{ film: { bytes: media.bytes } }]);
  });

  test('a video of the page goes on where Facebook says, also when a part was counted and nobody heard', async () => {
    const media = await film(WIDE);
    house.meta.misbehave({ phase: 'videos', shows: 'truth' });
    house.meta.misbehave({ phase: 'videos', work: 'done', shows: 'reset' });
    const { call } = await prepared(stage, media);
    await stage.platform.publish(call);
    await stage.platform.find(call, new Date());
    expect(posts()).toMatchObject([{ film: { bytes: media.bytes } }]);
  });

  test.each([
    ['a reset', { shows: 'reset' }],
    ['500 code 2', { shows: 'error' }],
    ['half a JSON', { shows: 'garbage' }],
  ] as const)('%s after the film was shown is unknown, and then found (pain 15)', async (_name, mishap) => {
    const { call } = await prepared(stage, await film(UPRIGHT));
    house.meta.misbehave({ phase: 'video_reels_finish', work: 'done', ...mishap });
    expect(await stage.platform.publish(call)).toMatchObject({ kind: 'unknown' });
    await stage.platform.find(call, new Date());
    expect(await stage.platform.find(call, new Date())).toMatchObject({ kind: 'there', postId: posts()[0]?.id });
    expect([asked('video_reels_finish'), posts().length]).toEqual([1, 1]);
  });

  test('a film that Facebook cannot work through is refused with its words, not looked for for ever', async () => {
    const { call } = await prepared(stage, await film(UPRIGHT));
    house.meta.rules.fates.push('ERROR');
    await stage.platform.publish(call);
    await stage.platform.find(call, new Date());
    expect(await stage.platform.find(call, new Date())).toEqual({
      kind: 'refused',
      refusal: { reason: 'media', code: '1363008', detail: 'The video could not be processed.' },
    });
    expect(posts()).toEqual([]);
  });

  test('a place that Facebook has forgotten is asked for anew, three times at most', async () => {
    const media = await film(UPRIGHT);
    const first = await stage.platform.prepare(callOf(stage, media));
    for (const [id] of house.meta.world.state.films.all()) house.meta.world.state.films.drop(id);
    const second = await stage.platform.prepare(callOf(stage, media, checkpointOf(first)));
    expect(second).toMatchObject({ kind: 'wait', checkpoint: { video: null, starts: 1 } });
    const last = await stage.platform.prepare(callOf(stage, media, { ...checkpointOf(first), starts: 3 }));
    expect(last).toMatchObject({ kind: 'refused', refusal: { reason: 'media' } });
  });

  test('the token goes to no address that is not of Meta', async () => {
    const media = await film(UPRIGHT);
    const first = checkpointOf(await stage.platform.prepare(callOf(stage, media)));
    const sent: string[] = [];
    const call = callOf(stage, media, { ...first, uploadUrl: 'https://facebook.com.evil.example/upload' });
    await stage.platform.prepare({
      ...call,
      send: (request) => {
        sent.push(request.url.hostname);
        return call.send(request);
      },
    });
    expect(sent).not.toContain('facebook.com.evil.example');
  });

  test('what is wrong with a film is told before it is stored', () => {
    const media = { file: 'f', mediaType: 'video/mp4', bytes: 11_000_000_000, width: 640, height: 360, seconds: 20_000, altText: '' };
    const faults = stage.platform.check({ text: '', firstComment: '', mediaCount: 2, media: [media, media], film: WORDS });
    expect(faults.map(({ field, constraint }) => `${field} ${constraint}`)).toEqual([
      'media too_many_media',
      'media too_long',
      'media too_heavy',
    ]);
    expect(stage.platform.check({ text: '', firstComment: '', mediaCount: 1, media: [{ ...media, bytes: 1, seconds: 5 }] })).toEqual([]);
  });
});

describe('films on Instagram', () => {
  let stage: Stage;
  beforeEach(async () => {
    const platform = createInstagram(house.facts);
    stage = { platform, account: firstOf(await house.connect(platform)) };
  });
  const withoutAddress: Partial<PlatformCall> = {
    publicUrlOf: () => {
      throw new NoPublicAddress('http://localhost:5004');
    },
  };

  test('Instagram fetches the film, and publishes its container once', async () => {
    const media = await film(UPRIGHT);
    const { call } = await prepared(stage, media);
    expect(await stage.platform.publish(call)).toMatchObject({ kind: 'confirmed', postId: posts()[0]?.id });
    expect(posts()).toMatchObject([
      { text: 'Lumière du soir', media: [{ mediaType: 'video/mp4' }], film: { seconds: 4, bytes: media.bytes } },
    ]);
    expect([asked('container'), asked('rupload'), asked('media_publish')]).toEqual([1, 0, 1]);
  });

  test('where Instagram cannot reach us, the film is brought to it, from where it was', async () => {
    const media = await film(UPRIGHT);
    const first = await stage.platform.prepare({ ...callOf(stage, media), ...withoutAddress });
    expect(first).toMatchObject({ kind: 'wait', seconds: 0, checkpoint: { container: expect.any(String), sent: 0, total: media.bytes } });
    house.meta.misbehave({ phase: 'rupload', work: 'half', shows: 'reset' });
    const { call } = await prepared(stage, media, withoutAddress);
    expect(offsets()).toEqual(['0', String(Math.floor(media.bytes / 2))]);
    expect(await stage.platform.publish(call)).toMatchObject({ kind: 'confirmed' });
    expect(posts()).toMatchObject([{ film: { bytes: media.bytes } }]);
  });

  test('a film that Instagram could not fetch is brought to it instead', async () => {
    const media = await film(UPRIGHT);
    const { call } = await prepared(stage, media, { publicUrlOf: () => 'http://127.0.0.1:9/film.mp4' });
    expect([asked('container'), asked('rupload')]).toEqual([2, 1]);
    expect(await stage.platform.publish(call)).toMatchObject({ kind: 'confirmed' });
  });

  test('a container whose film has not arrived is not published', async () => {
    const media = await film(UPRIGHT);
    const first = await stage.platform.prepare({ ...callOf(stage, media), ...withoutAddress });
    expect(await stage.platform.publish(callOf(stage, media, checkpointOf(first)))).toMatchObject({ kind: 'not_sent' });
    expect(posts()).toEqual([]);
  });

  test('the simulated Instagram refuses a wrong offset, a missing length, and more than was said', async () => {
    const media = await film(UPRIGHT);
    const first = checkpointOf(await stage.platform.prepare({ ...callOf(stage, media), ...withoutAddress }));
    const bring = async (headers: Record<string, string>, body = 'abc') => {
      const token = { authorization: `OAuth ${stage.account.grant.accessToken}` };
      const answer = await fetch(String(first['uploadUrl']), { method: 'POST', headers: { ...token, ...headers }, body });
      return ((await answer.json()) as { debug_info?: { type: string } }).debug_info?.type;
    };
    expect(await bring({ file_size: '10' })).toBe('HeaderMissingError');
    expect(await bring({ offset: '0' })).toBe('HeaderMissingError');
    expect(await bring({ offset: '5', file_size: '10' })).toBe('OffsetInvalidError');
    expect(await bring({ offset: '0', file_size: '2' })).toBe('FileTooLongError');
    expect(await bring({ offset: '0', file_size: '10' })).toBe('PartialRequestError');
    expect(await bring({ offset: '3', file_size: '10', authorization: 'OAuth wrong' })).toBe('OAuthException');
  });

  test('a film that is none is refused with the code of Instagram', async () => {
    const media = await film(UPRIGHT);
    house.pictures.set('film.mp4', Buffer.from('no film at all'));
    const { last } = await prepared(stage, media);
    expect(last).toMatchObject({ kind: 'refused', refusal: { reason: 'media', code: '2207026' } });
  });

  test('what is wrong with a film is told before it is stored', () => {
    const media = { file: 'f', mediaType: 'video/mp4', bytes: 400_000_000, width: 540, height: 960, seconds: 2.5, altText: '' };
    const check = (seconds: number) => stage.platform.check({ text: '', firstComment: '', mediaCount: 1, media: [{ ...media, seconds }] });
    expect(check(2.5)).toEqual([
      { field: 'media', constraint: 'too_short', limit: 3, found: 2.5 },
      { field: 'media', constraint: 'too_heavy', limit: 300_000_000, found: 400_000_000 },
    ]);
    expect(check(901)).toMatchObject([{ constraint: 'too_long', limit: 900, found: 901 }, { constraint: 'too_heavy' }]);
  });
});
