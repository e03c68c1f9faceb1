import { createHmac } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startMetaSimulator } from '#simulators/meta.ts';
import { openPlatformStore } from '#simulators/platform-store.ts';
import { callPlatform } from '../http.ts';
import type { Platform } from '../platform.ts';
import { createFacebook } from './facebook.ts';
import { createInstagram } from './instagram.ts';
import { firstOf, type MetaHouse, mediaOf, openMetaHouse, REDIRECT_URI } from './meta-test-house.ts';

let house: MetaHouse;
let facebook: Platform;
let instagram: Platform;

beforeEach(async () => {
  house = await openMetaHouse();
  facebook = createFacebook(house.facts);
  instagram = createInstagram(house.facts);
});
afterEach(() => house.close());

test('the dialog says what it is, in the language of the browser, and brings a refusal back', async () => {
  const url = instagram.oauth.authorizeUrl({ state: 's&1', challenge: '', redirectUri: REDIRECT_URI });
  const shown = async (language: string): Promise<string> => (await fetch(url, { headers: { 'accept-language': language } })).text();
  expect(await shown('fr-FR')).toContain('Écran simulé');
  expect(await shown('ar')).toContain('dir="rtl"');
  const answer = await fetch(url, { method: 'POST', body: new URLSearchParams({ decision: 'cancel' }), redirect: 'manual' });
  const back = new URL(answer.headers.get('location') ?? '');
  expect(Object.fromEntries(back.searchParams)).toMatchObject({ error: 'access_denied', error_reason: 'user_denied', state: 's&1' });
  url.searchParams.set('client_id', 'other');
  expect((await fetch(url)).status).toBe(400);
});

test('the double refuses what Meta refuses: no token, one in the address, no proof, a wrong one, a stranger’s page', async () => {
  const [first, second] = await house.connect(facebook);
  const proof = createHmac('sha256', house.meta.appSecret)
    .update(first?.grant.accessToken ?? '')
    .digest('hex');
  const ask = async (id: string | undefined, query: string, token: string | null): Promise<unknown> => {
    const headers: Record<string, string> = token === null ? {} : { authorization: `Bearer ${token}` };
    const url = new URL(`${house.facts.graphUrl}/${id}/published_posts?${query}`);
    const { json } = await callPlatform({ method: 'GET', url, headers, phase: 'test' });
    return json;
  };
  const token = first?.grant.accessToken ?? '';
  expect(await ask(first?.externalId, `appsecret_proof=${proof}`, token)).toEqual({ data: [] });
  const errors = [
    await ask(first?.externalId, '', null),
    await ask(first?.externalId, `access_token=${token}&appsecret_proof=${proof}`, token),
    await ask(first?.externalId, '', token),
    await ask(first?.externalId, 'appsecret_proof=0', token),
    await ask(second?.externalId, `appsecret_proof=${proof}`, token),
  ];
  expect(errors.map((json) => (json as { error: { code: number; error_subcode?: number } }).error)).toMatchObject([
    { code: 104 },
    { code: 104 },
    { code: 100 },
    { code: 100 },
    { code: 100, error_subcode: 33 },
  ]);
});

test('drills in another process tell it what to do, and ask it what happened', async () => {
  const control = new URL('/meta/_control', house.facts.graphUrl);
  const page = firstOf(await house.connect(facebook));
  const { call } = await house.prepare(facebook, page);
  const mishap = { phase: 'feed', work: 'done', shows: 'error' };
  expect((await fetch(control, { method: 'POST', body: JSON.stringify({ mishap, rules: { dailyCap: 3 } }) })).status).toBe(200);
  expect(await facebook.publish(call)).toMatchObject({ kind: 'unknown' });
  expect(await (await fetch(control)).json()).toMatchObject({
    requests: { feed: 1 },
    posts: [{ platform: 'facebook', text: call.post.text }],
  });
  expect(house.meta.rules.dailyCap).toBe(3);
  expect((await fetch(control, { method: 'POST', body: JSON.stringify({ mishap: { phase: 'nowhere' } }) })).status).toBe(400);
});

test('what its metadata says was made with AI is labelled', async () => {
  const plain = house.pictures.get('square.jpg') ?? Buffer.alloc(0);
  house.pictures.set('ai.jpg', Buffer.concat([plain, Buffer.from('Iptc4xmpExt:DigitalSourceType="trainedAlgorithmicMedia"')]));
  for (const platform of [instagram, facebook]) {
    const account = firstOf(await house.connect(platform));
    for (const file of ['square.jpg', 'ai.jpg']) {
      const { call } = await house.prepare(platform, account, { media: [mediaOf(file)] });
      await platform.publish(call);
    }
  }
  expect(house.meta.store.posts.map(({ madeWithAi }) => madeWithAi)).toEqual([false, true, false, true]);
});

test('after a restart the container is there, its token opens it, and what was published stays published', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'meta-'));
  const file = join(folder, 'platforms');
  const stores = [openPlatformStore(file)];
  const before = await startMetaSimulator({}, stores[0]);
  const account = firstOf(await house.connect(createInstagram(before)));
  const { call } = await house.prepare(createInstagram(before), account);
  await before.close();
  stores.push(openPlatformStore(file));
  const after = await startMetaSimulator({}, stores[1]);
  expect(await createInstagram(after).publish(call)).toMatchObject({ kind: 'confirmed' });
  await after.close();
  stores.push(openPlatformStore(file));
  const last = await startMetaSimulator({}, stores[2]);
  expect(await createInstagram(last).prepare(call)).toMatchObject({ kind: 'ready', checkpoint: { isPublished: true } });
  expect(last.store.posts.map(({ media }) => media[0]?.base64?.length)).toEqual([expect.any(Number)]);
  await last.close();
  for (const store of stores) store.close();
  await rm(folder, { recursive: true });
});
