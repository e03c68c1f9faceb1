import { afterEach, beforeEach, expect, test } from 'vitest';
import type { GrantedAccount, Health, Platform } from '../platform.ts';
import { createFacebook } from './facebook.ts';
import { createInstagram } from './instagram.ts';
import { codeFrom, firstOf, grantFrom, type MetaHouse, openMetaHouse, REDIRECT_URI } from './meta-test-house.ts';

let house: MetaHouse;
let facebook: Platform;
let instagram: Platform;

beforeEach(async () => {
  house = await openMetaHouse();
  facebook = createFacebook(house.facts);
  instagram = createInstagram(house.facts);
});
afterEach(() => house.close());

const healthOf = (platform: Platform, account: GrantedAccount): Promise<Health> => platform.oauth.health(house.callFor(account));

test('dialog, code, long token, pages: those of the person and those of their business, with tokens of their own', async () => {
  const grant = await grantFrom(facebook, 'anna');
  const days = (Number(grant.accessExpiresAt) - Date.now()) / 86_400_000;
  expect([Math.round(days), grant.refreshToken]).toEqual([60, null]);
  expect(grant.scopes).toContain('pages_manage_posts');
  const pages = await facebook.oauth.accounts(grant);
  expect(pages.map(({ name, username }) => [name, username])).toEqual([
    ['Atelier Lumière', 'atelier.lumiere.anna'],
    ['Les Coulisses', 'les.coulisses.anna'],
  ]);
  expect(new Set([grant, ...pages.map((page) => page.grant)].map(({ accessToken }) => accessToken)).size).toBe(3);
  expect(pages.map((page) => page.grant.accessExpiresAt)).toEqual([null, null]);
  const accounts = await house.connect(instagram, 'anna');
  expect(accounts.map(({ details }) => details['pageId'])).toEqual(pages.map(({ externalId }) => externalId));
  expect(accounts.map(({ externalId }) => externalId.startsWith('17841'))).toEqual([true, true]);
});

test('no token and no secret is ever part of an address', async () => {
  house.meta.rules.hidesPageTokens = true;
  await house.connect(facebook);
  house.meta.rules.hidesPageTokens = false;
  const page = firstOf(await house.connect(facebook));
  const { call } = await house.prepare(facebook, page, { firstComment: 'Bravo' });
  const published = await facebook.publish(call);
  const postId = published.kind === 'confirmed' ? published.postId : '';
  await Promise.all([
    facebook.comment(call, postId),
    facebook.figures(call, postId),
    facebook.find(call, new Date()),
    healthOf(facebook, page),
  ]);
  const addresses = house.meta.requests.map(({ address }) => address);
  expect(addresses.filter((address) => /EAA|token=|secret=|code=/.test(address) || address.includes(house.meta.appSecret))).toEqual([]);
  const open = house.meta.requests.filter(({ phase, authorization }) => phase !== 'token' && !authorization?.startsWith('Bearer '));
  expect(open).toEqual([]);
});

test('a page without a token is not offered (pain 14)', async () => {
  const grant = await grantFrom(facebook, 'anna');
  house.meta.rules.hidesPageTokens = true;
  expect(await facebook.oauth.accounts(grant)).toEqual([]);
});

test('without its businesses somebody still has their own pages; without an answer nothing is assumed', async () => {
  const grant = await grantFrom(facebook, 'anna');
  house.meta.misbehave({ phase: 'businesses', shows: 'error', status: 400, code: 100 });
  expect(await facebook.oauth.accounts(grant)).toHaveLength(1);
  house.meta.misbehave({ phase: 'accounts', shows: 'html' });
  await expect(facebook.oauth.accounts(grant)).rejects.toMatchObject({ name: 'GrantFault', refused: false });
  house.meta.apply({ revoke: 460 });
  await expect(facebook.oauth.accounts(grant)).rejects.toMatchObject({ refused: true, message: expect.stringContaining('190/460') });
});

test('a code is good once, for the address it was asked for, and from this app', async () => {
  const code = (await codeFrom(facebook, { auto: '1' })).searchParams.get('code') ?? '';
  const exchange = (platform: Platform, redirectUri = REDIRECT_URI) => platform.oauth.exchange({ code, verifier: '', redirectUri });
  await expect(exchange(facebook, `${REDIRECT_URI}/x`)).rejects.toMatchObject({ refused: true });
  await expect(exchange(createFacebook({ ...house.facts, appSecret: 'other' }))).rejects.toThrow('Error validating client secret');
  house.meta.misbehave({ phase: 'token', shows: 'reset' });
  await expect(exchange(facebook)).rejects.toMatchObject({ refused: false });
  await exchange(facebook);
  await expect(exchange(facebook)).rejects.toMatchObject({ refused: true, message: expect.stringContaining('100/36009') });
});

test('health: alive, without a permission, dead, and not to be told', async () => {
  const page = firstOf(await house.connect(facebook));
  expect(await healthOf(facebook, page)).toEqual({ ok: true, missingScopes: [] });
  // The same page, lent for pictures on Instagram only.
  const [account] = await house.connect(instagram);
  expect(await healthOf(facebook, { ...page, grant: account?.grant ?? page.grant })).toEqual({
    ok: true,
    missingScopes: ['pages_manage_posts', 'pages_manage_engagement', 'read_insights'],
  });
  house.meta.misbehave({ phase: 'debug_token', shows: 'error' });
  expect(await healthOf(facebook, page)).toEqual({ ok: true, missingScopes: [] });
  house.meta.misbehave({ phase: '*', shows: 'html', times: 2 });
  await expect(healthOf(facebook, page)).rejects.toMatchObject({ name: 'CallFault' });
  house.meta.apply({ revoke: 459 });
  expect(await healthOf(facebook, page)).toMatchObject({ ok: false, refusal: { reason: 'token', code: '190/459' } });
});

test('a permission for another page is a missing one', async () => {
  const [first, second] = await house.connect(facebook);
  const url = facebook.oauth.authorizeUrl({ state: 's', challenge: '', redirectUri: REDIRECT_URI });
  url.searchParams.set('hint', 'test');
  const scopes = (url.searchParams.get('scope') ?? '').split(',');
  const ticked = new URLSearchParams([
    ['decision', 'allow'],
    [`page:${first?.externalId}`, 'on'],
    ...scopes.map((scope) => [`scope:${scope}`, 'on']),
  ]);
  const answer = await fetch(url, { method: 'POST', body: ticked, redirect: 'manual' });
  const code = new URL(answer.headers.get('location') ?? '').searchParams.get('code') ?? '';
  const grant = await facebook.oauth.exchange({ code, verifier: '', redirectUri: REDIRECT_URI });
  const [only, ...others] = await facebook.oauth.accounts(grant);
  expect([only?.externalId, others]).toEqual([first?.externalId, []]);
  const other: GrantedAccount = { ...(second ?? firstOf([])), grant: only?.grant ?? grant };
  expect(await healthOf(facebook, other)).toMatchObject({ ok: true, missingScopes: expect.arrayContaining(['pages_manage_posts']) });
});
