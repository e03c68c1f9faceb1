import { beforeEach, describe, expect, test } from 'vitest';
import { startLinkedInSimulator } from '#simulators/linkedin.ts';
import { afterFile } from '#test/support.ts';
import type { PlatformCall, PostContent } from '../platform.ts';
import { connect, filmCalls, prepared, prepareFully, sha256, WORDS } from './film-test-house.ts';
import { createLinkedIn } from './linkedin.ts';
import { commentaryOf } from './linkedin-wire.ts';

const PART = 4_194_304;
const SIZE = 2 * PART + 1234;
const sim = await startLinkedInSimulator();
afterFile(() => sim.close());
const linkedin = createLinkedIn(sim.facts);
const pages = createLinkedIn({
  ...sim.facts,
  scopes: ['r_member_social', 'w_organization_social', 'r_organization_social', 'rw_organization_admin'],
});

let who: PlatformCall['poster'];
beforeEach(async () => {
  sim.calm();
  Object.assign(sim.rules, { polls: 0, failure: null, refreshes: false, oldestVersion: '202511', refusesTwins: true });
  const [member] = await connect(linkedin);
  if (!member) throw new Error('nobody was granted');
  who = member;
});
const large = filmCalls(SIZE);
const small = filmCalls(90_000);
const callOf = (post: Partial<PostContent> = {}) => small.callOf(who, post);
const mine = () => sim.store.postsOf('linkedin', who.externalId);
const sent = (phase: string) => sim.requests.filter((request) => request.phase === phase);
const shortly = (outcome: { readonly kind: string; readonly refusal?: { readonly reason: string } }): string =>
  outcome.refusal?.reason ?? outcome.kind;

describe('on its way', () => {
  test('each part goes to its own address, without the token; they are put together by their ETags, and waited for', async () => {
    sim.rules.polls = 2;
    const before = sent('part').length;
    const first = await linkedin.prepare(large.callOf(who));
    expect(first).toMatchObject({
      kind: 'wait',
      seconds: 0,
      checkpoint: { video: expect.stringMatching(/^urn:li:video:/), sent: 0, total: SIZE },
    });
    expect(sent('part')).toHaveLength(before);
    const { call, last } = await prepareFully(linkedin, {
      ...large.callOf(who),
      checkpoint: first.kind === 'wait' ? first.checkpoint : {},
    });
    expect(last).toMatchObject({ kind: 'ready', checkpoint: { sent: SIZE, total: SIZE, isAvailable: true, parts: [] } });
    const parts = sent('part').slice(before);
    expect(parts.map(({ bytes }) => bytes)).toEqual([PART, PART, 1234]);
    expect(new Set(parts.map(({ path }) => path)).size).toBe(3);
    expect(parts.every(({ headers }) => headers.authorization === undefined)).toBe(true);
    expect(mine()).toEqual([]);
    expect(await linkedin.publish(call)).toEqual({
      kind: 'confirmed',
      postId: mine()[0]?.id,
      url: `${sim.url}/feed/update/${mine()[0]?.id}`,
    });
    expect(mine()[0]?.media[0]?.sha256).toBe(sha256(large.content));
  });

  test('a broken line goes on with the part that is missing; a part that is lost behind their door begins anew', async () => {
    const begun = sent('upload_begin').length;
    sim.misbehave({ phase: 'upload_status', is: 'slow' });
    const { call: first } = await prepareFully(linkedin, large.callOf(who));
    expect(first.checkpoint).toMatchObject({ isAvailable: true });
    sim.misbehave({ phase: 'part', is: 'slow' });
    sim.misbehave({ phase: 'part', is: 'reset' });
    const second = await prepareFully(linkedin, large.callOf(who));
    expect(second.last).toMatchObject({ kind: 'wait', checkpoint: { sent: PART } });
    expect((await prepareFully(linkedin, second.call)).last.kind).toBe('ready');
    expect(sent('upload_begin')).toHaveLength(begun + 2);
    sim.misbehave({ phase: 'part', is: 'short' });
    expect((await prepareFully(linkedin, large.callOf(who))).last.kind).toBe('ready');
    expect(sent('upload_begin')).toHaveLength(begun + 4);
  });

  test('that it was put together is not forgotten when nobody heard it', async () => {
    const ends = sent('upload_end').length;
    sim.misbehave({ phase: 'upload_end', is: 'reset', done: 'before' });
    const { call, last } = await prepareFully(linkedin, callOf());
    expect(last.kind).toBe('wait');
    expect((await prepareFully(linkedin, call)).last.kind).toBe('ready');
    expect(sent('upload_end')).toHaveLength(ends + 1);
  });

  test('a film that LinkedIn cannot work through is refused with its reason', async () => {
    sim.rules.failure = 'The codec is not supported';
    const { last } = await prepareFully(linkedin, callOf());
    expect(last).toEqual({
      kind: 'refused',
      refusal: { reason: 'media', code: 'PROCESSING_FAILED', detail: 'The codec is not supported' },
    });
  });

  test('a version that LinkedIn has ended says what to do; 429 is patience, 403 is not', async () => {
    sim.rules.oldestVersion = '209901';
    expect(await linkedin.prepare(callOf())).toMatchObject({
      kind: 'refused',
      refusal: { reason: 'other', code: '426/NONEXISTENT_VERSION', detail: expect.stringContaining('LINKEDIN_VERSION') },
    });
    sim.rules.oldestVersion = '202511';
    sim.misbehave({ phase: 'upload_begin', is: 'rate_limited', seconds: 77 });
    expect(await linkedin.prepare(callOf())).toMatchObject({ kind: 'wait', seconds: 77 });
    sim.misbehave({ phase: 'upload_begin', is: 'rate_limited' });
    expect(await linkedin.prepare(callOf())).toMatchObject({ kind: 'wait', seconds: 300 });
    sim.misbehave({ phase: 'upload_begin', is: 'status', status: 403 });
    expect(shortly(await linkedin.prepare(callOf()))).toBe('permission');
    sim.misbehave({ phase: 'upload_begin', is: 'dead_token' });
    expect(shortly(await linkedin.prepare(callOf()))).toBe('token');
  });
});

describe('posting', () => {
  test.each([
    ['500 after the post was made', { is: 'status', status: 500, done: 'before' }, 'unknown', true],
    ['500', { is: 'status', status: 500 }, 'unknown', false],
    ['silence after the post was made', { is: 'hang', done: 'before' }, 'unknown', true],
    ['silence, and made later', { is: 'hang', done: 'late', seconds: 0.6 }, 'unknown', true],
    ['a cut connection after the post was made', { is: 'reset', done: 'before' }, 'unknown', true],
    ['a cut connection', { is: 'reset' }, 'unknown', false],
    ['a page of a proxy', { is: 'html', done: 'before' }, 'unknown', true],
    ['half a JSON', { is: 'garbage' }, 'unknown', false],
    ['429', { is: 'rate_limited', seconds: 40 }, 'not_sent', false],
    ['a field that is wrong', { is: 'status', status: 422 }, 'content', false],
    ['not allowed', { is: 'status', status: 403 }, 'permission', false],
  ] as const)('%s', async (_name, mishap, kind, isThere) => {
    const call = await prepared(linkedin, callOf());
    const calledAt = new Date();
    sim.misbehave({ phase: 'post', ...mishap });
    expect(shortly(await linkedin.publish(call))).toBe(kind);
    await expect.poll(async () => (await linkedin.find(call, calledAt)).kind, { timeout: 5000 }).toBe(isThere ? 'there' : 'absent');
    expect(mine()).toHaveLength(isThere ? 1 : 0);
  });

  test('V-105 text and visibility are said as they are meant; what is not public is for connections', async () => {
    const text = 'Nouvelle vidéo sur l’IA! #AI #MachineLearning (à_voir) @tous <ici> {là} [2] *~|\\ a#b';
    await linkedin.publish(await prepared(linkedin, callOf({ text, film: { ...WORDS, privacy: 'unlisted' } })));
    expect(mine()[0]).toMatchObject({ text, film: { title: WORDS.title, privacy: 'CONNECTIONS', seconds: 4, bytes: 90_000 } });
    expect(commentaryOf('#AI (x)')).toBe('{hashtag|\\#|AI} \\(x\\)');
    await linkedin.publish(await prepared(linkedin, callOf()));
    expect(mine()[1]?.film?.privacy).toBe('PUBLIC');
  });

  test('the same words again are a duplicate; when the other one is ours it is confirmed', async () => {
    const text = 'Toujours les mêmes mots';
    const call = await prepared(linkedin, callOf({ text }));
    sim.misbehave({ phase: 'post', is: 'reset', done: 'before' });
    expect(await linkedin.publish(call)).toMatchObject({ kind: 'unknown' });
    expect(await linkedin.publish(call)).toMatchObject({ kind: 'confirmed', postId: mine()[0]?.id });
    const other = await prepared(linkedin, callOf({ text }));
    expect(await linkedin.publish(other)).toMatchObject({ kind: 'refused', refusal: { reason: 'duplicate', code: '422/DUPLICATE_POST' } });
    expect(mine()).toHaveLength(1);
  });

  test('a post is absent only when everything was read, and unreadable for an app that may not read', async () => {
    const call = await prepared(linkedin, callOf());
    const calledAt = new Date();
    expect(await linkedin.publish(call)).toMatchObject({ kind: 'confirmed' });
    sim.rules.refusesTwins = false;
    for (let n = 0; n < 60; n++) sim.store.addPost({ ...mine()[0], id: `urn:li:ugcPost:9${n}`, text: `bruit ${n}` } as never);
    const reads = sent('find').length;
    expect(await linkedin.find(call, calledAt)).toMatchObject({ kind: 'there', postId: mine()[0]?.id });
    expect(sent('find')).toHaveLength(reads + 2);
    for (const mishap of [{ is: 'status', status: 503 }, { is: 'garbage' }, { is: 'html' }, { is: 'hang' }] as const) {
      sim.misbehave({ phase: 'find', ...mishap });
      expect((await linkedin.find(call, calledAt)).kind).toBe('unreadable');
    }
    const [silent] = await connect(linkedin, { scope: 'openid profile w_member_social', as: who.username });
    expect(await linkedin.find({ ...call, poster: silent ?? who }, calledAt)).toMatchObject({
      kind: 'unreadable',
      why: expect.stringContaining('ACCESS_DENIED'),
    });
  });

  test('V-109 figures', async () => {
    const said = await linkedin.publish(await prepared(linkedin, callOf()));
    const postId = said.kind === 'confirmed' ? said.postId : '';
    expect(await linkedin.figures(callOf(), postId)).toMatchObject({ likes: 0, comments: 0, views: null, shares: null });
    await expect(linkedin.figures(callOf(), 'urn:li:ugcPost:1')).rejects.toMatchObject({ name: 'CallFault' });
  });
});

describe('pages', () => {
  test('come with the member when that was granted, and what they post is public', async () => {
    const [member, page] = await connect(pages, { as: 'camille' });
    expect([member?.externalId, page?.externalId]).toEqual([
      expect.stringMatching(/^urn:li:person:/),
      expect.stringMatching(/^urn:li:organization:\d+$/),
    ]);
    expect(page).toMatchObject({ name: 'camille Studio', username: 'camille-studio' });
    const poster = page ?? who;
    const hidden = small.callOf(poster, { film: { ...WORDS, privacy: 'private' } });
    expect(await pages.prepare(hidden)).toMatchObject({ kind: 'refused', refusal: { reason: 'content', code: 'visibility' } });
    expect(await pages.publish(await prepared(pages, small.callOf(poster)))).toMatchObject({ kind: 'confirmed' });
    expect(sim.store.postsOf('linkedin', poster.externalId)).toHaveLength(1);
  });
});

test('what LinkedIn would refuse is refused before it is stored', () => {
  const media = [{ ...callOf().post.media[0], seconds: 2 }] as PostContent['media'];
  const faults = linkedin.check({ text: 'x'.repeat(3001), firstComment: 'y', mediaCount: 1, media, film: WORDS });
  expect(faults.map(({ field, constraint }) => `${field} ${constraint}`)).toEqual([
    'first_comment too_long',
    'text too_long',
    'media too_short',
  ]);
  expect(linkedin.check({ text: 'x', firstComment: '', mediaCount: 2 })).toMatchObject([{ constraint: 'too_many_media' }]);
});
