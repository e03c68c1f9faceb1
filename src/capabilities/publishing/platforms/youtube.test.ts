import { beforeEach, describe, expect, test } from 'vitest';
import { startYouTubeSimulator } from '#simulators/youtube.ts';
import { afterFile } from '#test/support.ts';
import type { PlatformAnswer, PlatformCall, PostContent } from '../platform.ts';
import { connect, filmCalls, prepared, prepareFully, sha256, WORDS } from './film-test-house.ts';
import { createYouTube, weightOfTags } from './youtube.ts';
import { midnightPacific } from './youtube-faults.ts';

const PIECE = 256 * 1024;
const SIZE = 9 * 1024 * 1024 + 77;
const sim = await startYouTubeSimulator();
afterFile(() => sim.close());
const youtube = createYouTube(sim.facts);

let who: PlatformCall['poster'];
beforeEach(async () => {
  sim.calm();
  const [account] = await connect(youtube);
  if (!account) throw new Error('nobody was granted');
  who = account;
});
const large = filmCalls(SIZE);
const small = filmCalls(3 * PIECE);
const callOf = (post: Partial<PostContent> = {}) => small.callOf(who, post);
const mine = () => sim.store.postsOf('youtube', who.externalId);
const sent = (phase: string) => sim.requests.filter((request) => request.phase === phase);
const shortly = (outcome: { readonly kind: string; readonly refusal?: { readonly reason: string } }): string =>
  outcome.refusal?.reason ?? outcome.kind;

describe('on its way', () => {
  test('the session is written down before a byte leaves; parts are multiples of 256 KiB; nothing is live before the last byte', async () => {
    const before = { part: sent('part').length, session: sent('session').length };
    const first = await youtube.prepare(large.callOf(who));
    expect(first).toMatchObject({
      kind: 'wait',
      seconds: 0,
      checkpoint: { sent: 0, total: SIZE, session: expect.stringContaining('upload_id=') },
    });
    expect(sent('part')).toHaveLength(before.part);
    const call = await prepared(youtube, large.callOf(who, {}, first.kind === 'wait' ? first.checkpoint : {}));
    const parts = sent('part').slice(before.part);
    expect(parts.length).toBeGreaterThan(1);
    expect(parts.every(({ bytes }) => bytes % PIECE === 0 && bytes <= 4 * 1024 * 1024)).toBe(true);
    expect(sent('session')).toHaveLength(before.session + 1);
    expect(call.checkpoint).toMatchObject({ sent: 9 * 1024 * 1024, total: SIZE });
    expect(mine()).toEqual([]);
    const said = await youtube.publish(call);
    expect(mine()).toHaveLength(1);
    expect(said).toEqual({ kind: 'confirmed', postId: mine()[0]?.id, url: `${sim.url}/watch?v=${mine()[0]?.id}` });
    expect(mine()[0]?.media[0]?.sha256).toBe(sha256(large.content));
    expect(sent('last_part').at(-1)?.bytes).toBeLessThanOrEqual(PIECE);
    expect(Math.max(...large.ranges.map(([from, until]) => until - from))).toBeLessThanOrEqual(4 * 1024 * 1024);
  });

  test('V-104 every wish is said: title, description, tags, category, privacy, that a machine made it, that it is not for children', async () => {
    const film = { ...WORDS, privacy: 'unlisted' as const };
    await youtube.publish(await prepared(youtube, callOf({ text: 'Dans cette vidéo…', film })));
    expect(sent('session').at(-1)?.json).toEqual({
      snippet: { title: WORDS.title, description: 'Dans cette vidéo…', tags: ['IA', 'tutoriel'], categoryId: '28' },
      status: { privacyStatus: 'unlisted', selfDeclaredMadeForKids: false, containsSyntheticMedia: true },
    });
    expect(mine()[0]).toMatchObject({ madeWithAi: true, film: { title: WORDS.title, privacy: 'unlisted', seconds: 4, bytes: 3 * PIECE } });
  });

  test('a broken line, an overloaded server, half a part: it goes on where YouTube says that it is', async () => {
    const sessions = sent('session').length;
    sim.misbehave({ phase: 'part', is: 'short' });
    sim.misbehave({ phase: 'part', is: 'reset', done: 'before' });
    let { call, last } = await prepareFully(youtube, large.callOf(who));
    expect(last).toMatchObject({ kind: 'wait', seconds: 30 });
    sim.misbehave({ phase: 'part', is: 'status', status: 503 });
    ({ call, last } = await prepareFully(youtube, call));
    expect(last.kind).toBe('wait');
    ({ call, last } = await prepareFully(youtube, call));
    expect(last.kind).toBe('ready');
    expect(await youtube.publish(call)).toMatchObject({ kind: 'confirmed' });
    expect(mine()[0]?.media[0]?.sha256).toBe(sha256(large.content));
    expect(sent('session')).toHaveLength(sessions + 1);
  });

  test('a session that is over is begun anew, and a film is not sent into the void for ever', async () => {
    const { call } = await prepareFully(youtube, callOf());
    sim.forgetSessions();
    const again = await youtube.prepare(call);
    expect(again).toMatchObject({ kind: 'wait', checkpoint: { session: '', sent: 0 } });
    expect(
      await youtube.publish(await prepared(youtube, { ...call, checkpoint: again.kind === 'wait' ? again.checkpoint : {} })),
    ).toMatchObject({ kind: 'confirmed' });
    expect(mine()).toHaveLength(1);
    const tired = { ...call, checkpoint: { ...call.checkpoint, sessions: 5 } };
    sim.forgetSessions();
    expect(await youtube.prepare(tired)).toMatchObject({ kind: 'refused', refusal: { reason: 'media' } });
  });

  test('what became a video while nobody listened is not sent again', async () => {
    const call = await prepared(youtube, callOf());
    sim.misbehave({ phase: 'last_part', is: 'reset', done: 'before' });
    expect(await youtube.publish(call)).toMatchObject({ kind: 'unknown' });
    const again = await youtube.prepare(call);
    expect(again).toMatchObject({ kind: 'ready', checkpoint: { video: mine()[0]?.id } });
    const puts = sent('last_part').length;
    expect(await youtube.publish({ ...call, checkpoint: again.kind === 'ready' ? again.checkpoint : {} })).toMatchObject({
      kind: 'confirmed',
    });
    expect(sent('last_part')).toHaveLength(puts);
    expect(mine()).toHaveLength(1);
  });

  test('without a film, or its words, nothing is begun; the token goes to nobody but Google', async () => {
    expect(await youtube.prepare(callOf({ media: [] }))).toMatchObject({ kind: 'refused', refusal: { reason: 'media', code: 'no_film' } });
    const { film: _, ...wordless } = callOf().post;
    expect(await youtube.prepare({ ...callOf(), post: wordless })).toMatchObject({ kind: 'refused', refusal: { code: 'no_words' } });
    const elsewhere = { ...callOf(), checkpoint: { session: 'https://evil.example/upload', sent: 2 * PIECE, total: 3 * PIECE } };
    expect(await youtube.publish(elsewhere)).toMatchObject({ kind: 'not_sent' });
  });
});

describe('the last part', () => {
  test.each([
    ['500 after the video was made', { is: 'status', status: 500, done: 'before' }, 'unknown', true],
    ['503', { is: 'status', status: 503 }, 'unknown', false],
    ['silence after the video was made', { is: 'hang', done: 'before' }, 'unknown', true],
    ['silence, and made later', { is: 'hang', done: 'late', seconds: 0.6 }, 'unknown', true],
    ['a cut connection after the video was made', { is: 'reset', done: 'before' }, 'unknown', true],
    ['a cut connection', { is: 'reset' }, 'unknown', false],
    ['a page of a proxy', { is: 'html', done: 'before' }, 'unknown', true],
    ['half a JSON', { is: 'garbage' }, 'unknown', false],
    ['429', { is: 'rate_limited', seconds: 40 }, 'not_sent', false],
    ['only a part of it arrives', { is: 'short' }, 'not_sent', false],
    ['the token is dead', { is: 'dead_token' }, 'token', false],
  ] as const)('%s', async (_name, mishap, kind, isThere) => {
    const call = await prepared(youtube, callOf());
    const calledAt = new Date();
    sim.misbehave({ phase: 'last_part', ...mishap });
    expect(shortly(await youtube.publish(call))).toBe(kind);
    if (mishap.is !== 'dead_token')
      await expect.poll(async () => (await youtube.find(call, calledAt)).kind, { timeout: 5000 }).toBe(isThere ? 'there' : 'absent');
    expect(mine()).toHaveLength(isThere ? 1 : 0);
  });

  test('a session that is not there any more proves nothing: the uploads of the channel are read', async () => {
    const call = await prepared(youtube, callOf());
    const calledAt = new Date();
    expect(await youtube.find(call, calledAt)).toEqual({ kind: 'absent' });
    sim.misbehave({ phase: 'last_part', is: 'reset', done: 'before' });
    await youtube.publish(call);
    sim.forgetSessions(true);
    expect(await youtube.publish(call)).toMatchObject({ kind: 'unknown' });
    const id = mine()[0]?.id;
    expect(await youtube.find(call, calledAt)).toEqual({ kind: 'there', postId: id, url: `${sim.url}/watch?v=${id}` });
    // The same title, an hour before it was called: not ours.
    expect(await youtube.find(call, new Date(Date.now() + 3_600_000))).toEqual({ kind: 'absent' });
    sim.misbehave({ phase: 'list', is: 'garbage' });
    expect((await youtube.find(call, calledAt)).kind).toBe('unreadable');
    sim.misbehave({ phase: 'session_status', is: 'status', status: 503 });
    expect((await youtube.find(call, calledAt)).kind).toBe('unreadable');
  });
});

describe('what YouTube will not have', () => {
  test.each([
    ['uploadLimitExceeded', 400, 'limit'],
    ['invalidTitle', 400, 'content'],
    ['invalidTags', 400, 'content'],
    ['youtubeSignupRequired', 401, 'permission'],
    ['authError', 401, 'token'],
    ['insufficientPermissions', 403, 'permission'],
    ['forbidden', 403, 'permission'],
    ['rateLimitExceeded', 403, 'wait'],
    ['backendError', 503, 'wait'],
    ['somethingNew', 400, 'other'],
  ] as const)('%s (%i): %s', async (code, status, kind) => {
    sim.misbehave({ phase: 'session', is: 'status', status, code });
    expect(shortly(await youtube.prepare(callOf()))).toBe(kind);
  });

  test('the quota of uploads pauses everybody until midnight in California; the quota of reading nobody', async () => {
    const now = new Date();
    let answer: PlatformAnswer | null = null;
    const call = callOf();
    const heard: PlatformCall = { ...call, send: async (request) => (answer = await call.send(request)) };
    sim.rules.uploadsLeft = 0;
    const waits = await youtube.prepare(heard);
    sim.rules.uploadsLeft = 1000;
    expect(waits.kind === 'wait' && waits.seconds).toBeGreaterThan((midnightPacific(now).getTime() - now.getTime()) / 1000 - 60);
    expect(answer && youtube.pausesOf(answer, now)).toMatchObject([{ scope: 'app', until: midnightPacific(now) }]);
    sim.misbehave({ phase: 'videos', is: 'status', status: 403, code: 'quotaExceeded' });
    await expect(youtube.figures(heard, 'abc')).rejects.toMatchObject({ name: 'CallFault' });
    expect(answer && youtube.pausesOf(answer, now)).toEqual([]);
    sim.misbehave({ phase: 'session', is: 'rate_limited', seconds: 90 });
    expect(await youtube.prepare(heard)).toMatchObject({ kind: 'wait', seconds: 90 });
    expect(answer && youtube.pausesOf(answer, now)).toMatchObject([{ scope: 'connection', until: new Date(now.getTime() + 90_000) }]);
  });

  test('midnight in California, also when the clocks change', () => {
    const at = (now: string) => midnightPacific(new Date(now)).toISOString();
    expect(at('2026-07-01T12:00:00Z')).toBe('2026-07-02T07:00:00.000Z');
    expect(at('2026-12-01T07:59:59Z')).toBe('2026-12-01T08:00:00.000Z');
    expect(at('2026-03-08T09:00:00Z')).toBe('2026-03-09T07:00:00.000Z');
    expect(at('2026-11-01T08:00:00Z')).toBe('2026-11-02T08:00:00.000Z');
  });

  test('is said before anything is stored', () => {
    const film = { ...WORDS, title: 'é'.repeat(101), tags: ['a'.repeat(250), `${'b'.repeat(245)} c`, 'dd'], categoryId: 'science' };
    const media = [{ ...small.callOf(who).post.media[0], seconds: 13 * 3600 }] as PostContent['media'];
    const faults = youtube.check({ text: `${'日'.repeat(1667)}<b>`, firstComment: 'x', mediaCount: 1, media, film });
    expect(faults.map(({ field, constraint }) => `${field} ${constraint}`).toSorted()).toEqual([
      ...['category format', 'first_comment too_long', 'media too_long', 'tags too_long', 'text format', 'text too_long', 'title too_long'],
    ]);
    expect(weightOfTags(['machine learning', 'IA'])).toBe(21);
    expect(youtube.check({ text: '', firstComment: '', mediaCount: 0, film: { ...WORDS, title: ' ' } })).toMatchObject([
      { field: 'media', constraint: 'media_required' },
      { field: 'title', constraint: 'required' },
    ]);
    expect(youtube.check({ text: 'Bonjour', firstComment: '', mediaCount: 1, film: WORDS })).toEqual([]);
  });
});

describe('once it is live', () => {
  test('V-104 the thumbnail is set, and a film is not lost for it', async () => {
    const call = await prepared(youtube, callOf());
    const said = await youtube.publish(call);
    const postId = said.kind === 'confirmed' ? said.postId : '';
    const thumbnail = { file: 't.jpg', mediaType: 'image/jpeg', bytes: 11, width: 1280, height: 720, altText: '' };
    const dressed = { ...call, post: { ...call.post, film: { ...WORDS, thumbnail } } };
    expect(await youtube.dress?.(call, postId)).toBe(true);
    sim.misbehave({ phase: 'thumbnail', is: 'status', status: 503 });
    expect(await youtube.dress?.(dressed, postId)).toBe(false);
    expect(sim.store.noteKeys(`youtube.thumbnail.${postId}`)).toEqual([]);
    expect(await youtube.dress?.(dressed, postId)).toBe(true);
    expect(sim.store.note(`youtube.thumbnail.${postId}`, {})).toMatchObject({ bytes: 11, mediaType: 'image/jpeg' });
    sim.rules.isVerified = false;
    expect(await youtube.dress?.(dressed, postId)).toBe(true);
    sim.rules.isVerified = true;
  });

  test('V-109 figures come as texts and are numbers; what is not there is not invented', async () => {
    const said = await youtube.publish(await prepared(youtube, callOf()));
    const figures = await youtube.figures(callOf(), said.kind === 'confirmed' ? said.postId : '');
    expect(figures).toMatchObject({ views: 0, likes: 0, comments: 0, shares: null, reach: null });
    expect(figures.raw).toMatchObject({ viewCount: '0' });
    await expect(youtube.figures(callOf(), 'nowhere')).rejects.toMatchObject({ name: 'CallFault' });
  });
});
