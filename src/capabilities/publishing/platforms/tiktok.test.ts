import { beforeEach, describe, expect, test } from 'vitest';
import { startTikTokSimulator } from '#simulators/tiktok.ts';
import { afterFile } from '#test/support.ts';
import type { PlatformCall, PostContent } from '../platform.ts';
import { connect, filmCalls, prepared, prepareFully, sha256, WORDS } from './film-test-house.ts';
import { createTikTok } from './tiktok.ts';
import { chunksOf, privacyFor } from './tiktok-film.ts';

const CHUNK = 5 * 1024 * 1024;
const SIZE = 3 * CHUNK + 999;
const sim = await startTikTokSimulator();
afterFile(() => sim.close());
const tiktok = createTikTok(sim.facts);

let who: PlatformCall['poster'];
beforeEach(async () => {
  sim.calm();
  Object.assign(sim.rules, { isAudited: true, isPrivate: false, longest: 600, polls: 0, moderation: 0, failure: null });
  const [account] = await connect(tiktok);
  if (!account) throw new Error('nobody was granted');
  who = account;
});
const large = filmCalls(SIZE);
const small = filmCalls(90_000);
const callOf = (post: Partial<PostContent> = {}) => small.callOf(who, post);
const mine = () => sim.store.postsOf('tiktok', who.externalId);
const sent = (phase: string) => sim.requests.filter((request) => request.phase === phase);
const shortly = (outcome: { readonly kind: string; readonly refusal?: { readonly reason: string } }): string =>
  outcome.refusal?.reason ?? outcome.kind;

describe('on its way', () => {
  test('the number of the film is written down before a byte leaves; parts follow in order, the last one takes the rest', async () => {
    const first = await tiktok.prepare(large.callOf(who));
    expect(first).toMatchObject({
      kind: 'wait',
      seconds: 0,
      checkpoint: { publishId: expect.stringMatching(/^v_pub_file/), sent: 0, total: SIZE },
    });
    const before = sent('part').length;
    const call = await prepared(tiktok, { ...large.callOf(who), checkpoint: first.kind === 'wait' ? first.checkpoint : {} });
    expect(call.checkpoint).toMatchObject({ sent: 2 * CHUNK, total: SIZE });
    expect(
      sent('part')
        .slice(before)
        .map(({ bytes }) => bytes),
    ).toEqual([CHUNK, CHUNK]);
    expect(sent('part').every(({ headers }) => headers.authorization === undefined)).toBe(true);
    expect(mine()).toEqual([]);
    const [post] = [await tiktok.publish(call)];
    expect(post).toEqual({ kind: 'confirmed', postId: mine()[0]?.id, url: `${sim.url}/@${who.username}/video/${mine()[0]?.id}` });
    expect(mine()[0]?.media[0]?.sha256).toBe(sha256(large.content));
    expect(chunksOf(CHUNK - 1)).toEqual({ size: CHUNK - 1, count: 1 });
    expect(chunksOf(2 * CHUNK - 1)).toEqual({ size: 2 * CHUNK - 1, count: 1 });
    expect(chunksOf(64 * CHUNK + 7)).toEqual({ size: CHUNK, count: 64 });
  });

  test('a broken line, a part that was lost behind their door: TikTok says where to go on', async () => {
    const inits = sent('init').length;
    sim.misbehave({ phase: 'part', is: 'reset', done: 'before' });
    let { call, last } = await prepareFully(tiktok, large.callOf(who));
    expect(last).toMatchObject({ kind: 'ready', checkpoint: { sent: 2 * CHUNK } });
    expect(await tiktok.publish(call)).toMatchObject({ kind: 'confirmed' });
    sim.misbehave({ phase: 'part', is: 'short' });
    ({ call, last } = await prepareFully(tiktok, large.callOf(who, { text: 'encore' })));
    expect(await tiktok.publish(call)).toMatchObject({ kind: 'confirmed' });
    expect(mine().map(({ media }) => media[0]?.sha256)).toEqual([sha256(large.content), sha256(large.content)]);
    expect(sent('init')).toHaveLength(inits + 2);
  });

  test('an address that is over is asked for anew, and nothing is posted twice by that', async () => {
    const { call } = await prepareFully(tiktok, callOf());
    sim.expireUploads();
    expect(await tiktok.publish(call)).toMatchObject({ kind: 'not_sent', seconds: 1 });
    const later = { ...call, now: () => new Date(Date.now() + 50 * 60_000) };
    const again = await tiktok.prepare(later);
    expect(again).toMatchObject({ kind: 'wait', checkpoint: { publishId: '', starts: 1 } });
    const fresh = await prepared(tiktok, { ...call, checkpoint: again.kind === 'wait' ? again.checkpoint : {} });
    expect(await tiktok.publish(fresh)).toMatchObject({ kind: 'confirmed' });
    expect(mine()).toHaveLength(1);
  });

  test('what was sent while nobody listened is not sent again', async () => {
    sim.rules.polls = 3;
    const call = await prepared(tiktok, callOf());
    sim.misbehave({ phase: 'last_part', is: 'reset', done: 'before' });
    expect(await tiktok.publish(call)).toMatchObject({ kind: 'unknown' });
    const again = await tiktok.prepare(call);
    expect(again).toMatchObject({ kind: 'ready', checkpoint: { sent: 90_000 } });
    const parts = sent('last_part').length;
    expect(await tiktok.publish({ ...call, checkpoint: again.kind === 'ready' ? again.checkpoint : {} })).toMatchObject({
      kind: 'unknown',
    });
    expect(sent('last_part')).toHaveLength(parts);
    expect(mine()).toHaveLength(1);
  });
});

describe('what the account allows is asked first', () => {
  test('never more open than it was meant to be', async () => {
    await tiktok.publish(await prepared(tiktok, callOf({ text: 'Regardez #IA', film: { ...WORDS, privacy: 'private' } })));
    expect(mine()[0]).toMatchObject({ text: 'Regardez #IA', madeWithAi: true, film: { privacy: 'SELF_ONLY', seconds: 4, bytes: 90_000 } });
    expect(sent('init').at(-1)?.json['post_info']).toMatchObject({
      is_aigc: true,
      disable_stitch: true,
      disable_duet: false,
      brand_content_toggle: false,
    });
    expect(privacyFor({ privacy: 'unlisted' }, ['PUBLIC_TO_EVERYONE', 'SELF_ONLY'])).toBe('SELF_ONLY');
    expect(privacyFor({ privacy: 'unlisted' }, ['MUTUAL_FOLLOW_FRIENDS', 'SELF_ONLY'])).toBe('MUTUAL_FOLLOW_FRIENDS');
    sim.rules.isPrivate = true;
    expect(await tiktok.prepare(callOf())).toMatchObject({
      kind: 'refused',
      refusal: { reason: 'permission', code: 'privacy_level_option_mismatch' },
    });
  });

  test('a film that is too long for this account is refused before it is sent', async () => {
    sim.rules.longest = 3;
    expect(await tiktok.prepare(callOf())).toMatchObject({ kind: 'refused', refusal: { reason: 'media', code: 'duration_check_failed' } });
  });

  test('an app that TikTok has not audited takes private films only, and says what can be done', async () => {
    sim.rules.isAudited = false;
    expect(await tiktok.prepare(callOf())).toMatchObject({
      kind: 'refused',
      refusal: {
        reason: 'permission',
        code: 'unaudited_client_can_only_post_to_private_accounts',
        detail: expect.stringContaining('audit'),
      },
    });
    expect((await prepareFully(tiktok, callOf({ film: { ...WORDS, privacy: 'private' } }))).last.kind).toBe('ready');
  });

  test.each([
    ['spam_risk_too_many_posts', 403, 'limit'],
    ['reached_active_user_cap', 403, 'limit'],
    ['spam_risk_user_banned_from_posting', 403, 'permission'],
    ['spam_risk_something_new', 403, 'spam'],
    ['scope_not_authorized', 401, 'permission'],
    ['access_token_invalid', 401, 'token'],
    ['invalid_params', 400, 'content'],
    ['internal_error', 500, 'wait'],
    ['rate_limit_exceeded', 429, 'wait'],
  ] as const)('%s (%i): %s', async (code, status, kind) => {
    sim.misbehave({ phase: 'init', is: 'status', status, code });
    expect(shortly(await tiktok.prepare(callOf()))).toBe(kind);
  });

  test('429 pauses the account, as long as it says', async () => {
    sim.misbehave({ phase: 'creator', is: 'rate_limited', seconds: 20 });
    expect(await tiktok.prepare(callOf())).toMatchObject({ kind: 'wait', seconds: 20 });
    sim.misbehave({ phase: 'creator', is: 'rate_limited' });
    expect(await tiktok.prepare(callOf())).toMatchObject({ kind: 'wait', seconds: 60 });
    const now = new Date();
    const answer = { status: 429, headers: new Headers(), text: '', json: { error: { code: 'rate_limit_exceeded' } } };
    expect(tiktok.pausesOf(answer, now)).toEqual([
      { scope: 'connection', until: new Date(now.getTime() + 60_000), reason: 'rate_limit_exceeded' },
    ]);
  });
});

describe('the last part', () => {
  test.each([
    ['500 after the film was taken', { is: 'status', status: 500, done: 'before' }, 'unknown', true],
    ['500', { is: 'status', status: 500 }, 'unknown', false],
    ['silence after the film was taken', { is: 'hang', done: 'before' }, 'unknown', true],
    ['silence, and taken later', { is: 'hang', done: 'late', seconds: 0.6 }, 'unknown', true],
    ['a cut connection after the film was taken', { is: 'reset', done: 'before' }, 'unknown', true],
    ['a cut connection', { is: 'reset' }, 'unknown', false],
    ['a page of a proxy', { is: 'html', done: 'before' }, 'unknown', true],
    ['429', { is: 'rate_limited', seconds: 40 }, 'not_sent', false],
    ['416', { is: 'status', status: 416 }, 'not_sent', false],
  ] as const)('%s', async (_name, mishap, kind, isThere) => {
    const call = await prepared(tiktok, callOf());
    const calledAt = new Date();
    sim.misbehave({ phase: 'last_part', ...mishap });
    expect((await tiktok.publish(call)).kind).toBe(kind);
    await expect.poll(async () => (await tiktok.find(call, calledAt)).kind, { timeout: 5000 }).toBe(isThere ? 'there' : 'absent');
    expect(mine()).toHaveLength(isThere ? 1 : 0);
  });

  test('what TikTok makes of it is read: at work, live, or failed with its reason', async () => {
    sim.rules.polls = 2;
    const call = await prepared(tiktok, callOf());
    expect(await tiktok.publish(call)).toMatchObject({ kind: 'unknown' });
    expect(await tiktok.find(call, new Date())).toMatchObject({ kind: 'unreadable', seconds: 5 });
    expect(await tiktok.find(call, new Date())).toMatchObject({ kind: 'there', postId: mine()[0]?.id });
    Object.assign(sim.rules, { polls: 1, failure: 'frame_rate_check_failed' });
    const failing = await prepared(tiktok, callOf());
    expect(await tiktok.publish(failing)).toMatchObject({ kind: 'unknown' });
    expect(await tiktok.find(failing, new Date())).toMatchObject({
      kind: 'refused',
      refusal: { reason: 'media', code: 'frame_rate_check_failed' },
    });
    expect(mine()).toHaveLength(1);
    Object.assign(sim.rules, { polls: 0, failure: 'internal' });
    const unlucky = await prepared(tiktok, callOf());
    expect(await tiktok.publish(unlucky)).toMatchObject({ kind: 'unknown' });
    expect(await tiktok.find(unlucky, new Date())).toEqual({ kind: 'absent' });
    expect(await tiktok.prepare(unlucky)).toMatchObject({ kind: 'wait', checkpoint: { publishId: '' } });
    for (const mishap of [{ is: 'status', status: 503 }, { is: 'garbage' }, { is: 'dead_token' }] as const) {
      sim.misbehave({ phase: 'status', ...mishap });
      expect((await tiktok.find(call, new Date())).kind).toBe('unreadable');
    }
  });

  test('V-108 V-109 its number comes after moderation, in nineteen figures: then there are an address and figures', async () => {
    sim.rules.moderation = 1;
    const call = await prepared(tiktok, callOf());
    const said = await tiktok.publish(call);
    const postId = said.kind === 'confirmed' ? said.postId : '';
    expect(said).toEqual({ kind: 'confirmed', postId: call.checkpoint['publishId'], url: null });
    expect(await tiktok.addressOf(call, postId)).toBe(`${sim.url}/@${who.username}/video/${mine()[0]?.id}`);
    expect(mine()[0]?.id).toMatch(/^\d{19}$/);
    expect(await tiktok.figures(call, postId)).toMatchObject({ views: 0, likes: 0, comments: 0, shares: 0, reach: null });
    const hidden = await prepared(tiktok, callOf({ film: { ...WORDS, privacy: 'private' } }));
    const kept = await tiktok.publish(hidden);
    expect(kept.kind === 'confirmed' && (await tiktok.addressOf(hidden, kept.postId))).toBeNull();
    await expect(tiktok.figures(hidden, kept.kind === 'confirmed' ? kept.postId : '')).rejects.toMatchObject({ name: 'CallFault' });
  });
});

test('what TikTok would refuse is refused before it is stored', () => {
  const media = [{ ...callOf().post.media[0], bytes: 5e9 }] as PostContent['media'];
  const faults = tiktok.check({ text: 'x'.repeat(2201), firstComment: 'y', mediaCount: 1, media });
  expect(faults.map(({ field, constraint }) => `${field} ${constraint}`)).toEqual([
    'first_comment too_long',
    'text too_long',
    'media too_heavy',
  ]);
});
