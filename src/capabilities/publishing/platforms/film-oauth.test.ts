import { expect, test } from 'vitest';
import { startLinkedInSimulator } from '#simulators/linkedin.ts';
import { startTikTokSimulator } from '#simulators/tiktok.ts';
import { startYouTubeSimulator } from '#simulators/youtube.ts';
import { afterFile } from '#test/support.ts';
import { callPlatform } from '../http.ts';
import type { GrantedAccount, Health, Platform } from '../platform.ts';
import { allow, connect } from './film-test-house.ts';
import { createLinkedIn } from './linkedin.ts';
import { createTikTok } from './tiktok.ts';
import { createYouTube } from './youtube.ts';

const [google, link, tok] = [await startYouTubeSimulator(), await startLinkedInSimulator(), await startTikTokSimulator()];
afterFile(async () => {
  await Promise.all([google.close(), link.close(), tok.close()]);
});
const youtube = createYouTube(google.facts);
const linkedin = createLinkedIn(link.facts);
const tiktok = createTikTok(tok.facts);
const EACH = [
  ['youtube', youtube, google, 3600],
  ['linkedin', linkedin, link, 5_184_000],
  ['tiktok', tiktok, tok, 86_400],
] as const;

const heldBy = ({ grant, externalId, details }: GrantedAccount) => ({ ...grant, externalId, details });
const healthOf = ({ oauth }: Platform, account: GrantedAccount): Promise<Health> => {
  const poster = { ...account, accessToken: account.grant.accessToken, details: { ...account.details, scopes: account.grant.scopes } };
  return oauth.health({ poster, send: (request) => callPlatform({ ...request, timeoutMs: 500 }) });
};
async function account(platform: Platform, ask: Readonly<Record<string, string>> = {}): Promise<GrantedAccount> {
  const [first] = await connect(platform, ask);
  if (!first) throw new Error('nobody was granted');
  return first;
}

test.each(EACH)('V-112 %s: there and back, whose account it is, and how long it is good for', async (name, platform, sim, seconds) => {
  const mine = await account(platform, { as: 'ma_chaine' });
  expect(mine).toMatchObject({
    name: 'ma chaine',
    externalId: expect.stringMatching({ youtube: /^UC/, linkedin: /^urn:li:person:/, tiktok: /^-000/ }[name]),
  });
  const left = (Number(mine.grant.accessExpiresAt) - Date.now()) / 1000;
  expect(Math.abs(left - seconds)).toBeLessThan(30);
  expect(await healthOf(platform, mine)).toEqual({ ok: true, missingScopes: [] });
  const { token, secret } = { token: mine.grant.accessToken, secret: sim.facts.clientSecret };
  expect(sim.requests.filter(({ path }) => path.includes(token) || path.includes(secret))).toEqual([]);
});

test.each(EACH)(
  '%s: a code is good once, for its address; a stolen one is worth nothing without the verifier',
  async (name, platform, sim) => {
    const back = await allow(platform);
    await expect(platform.oauth.exchange({ ...back, redirectUri: 'http://localhost/other' })).rejects.toMatchObject({ refused: true });
    const other = await allow(platform);
    if (name !== 'linkedin')
      await expect(platform.oauth.exchange({ ...other, verifier: 'v'.repeat(43) })).rejects.toMatchObject({ refused: true });
    const third = await allow(platform);
    sim.misbehave({ phase: 'token', is: 'status', status: 503 });
    await expect(platform.oauth.exchange(third)).rejects.toMatchObject({ name: 'GrantFault', refused: false });
    sim.misbehave({ phase: 'token', is: 'reset' });
    await expect(platform.oauth.exchange(third)).rejects.toMatchObject({ name: 'CallFault' });
    await platform.oauth.exchange(third);
    await expect(platform.oauth.exchange(third)).rejects.toMatchObject({ refused: true });
  },
);

test('YouTube: the refresh token stays, and a dead one is told apart from a bad day', async () => {
  const mine = await account(youtube);
  const next = await youtube.oauth.refresh(heldBy(mine));
  expect(next).toMatchObject({ refreshToken: null, accessToken: expect.not.stringMatching(mine.grant.accessToken) });
  google.misbehave({ phase: 'token', is: 'status', status: 500 });
  await expect(youtube.oauth.refresh(heldBy(mine))).rejects.toMatchObject({ refused: false });
  google.misbehave({ phase: 'channels', is: 'dead_token' });
  expect(await healthOf(youtube, mine)).toMatchObject({ ok: false, refusal: { reason: 'token' } });
  await expect(youtube.oauth.refresh(heldBy(mine))).rejects.toMatchObject({
    refused: true,
    message: expect.stringContaining('invalid_grant'),
  });
});

test('TikTok: tokens rotate, and an old one used twice kills the family', async () => {
  const mine = await account(tiktok);
  const next = await tiktok.oauth.refresh(heldBy(mine));
  expect(next?.refreshToken).not.toBe(mine.grant.refreshToken);
  await expect(tiktok.oauth.refresh(heldBy(mine))).rejects.toMatchObject({ refused: true });
  await expect(tiktok.oauth.refresh({ ...heldBy(mine), ...next })).rejects.toMatchObject({ refused: true });
});

test('LinkedIn: most apps get no refresh token, and then the person connects anew in sixty days', async () => {
  const mine = await account(linkedin);
  expect(mine.grant.refreshToken).toBeNull();
  expect(await linkedin.oauth.refresh(heldBy(mine))).toBeNull();
  expect(linkedin.oauth.refreshDue(mine.grant, new Date(Date.now() + 60 * 86_400_000))).toBe(false);
  link.rules.refreshes = true;
  const lucky = await account(linkedin);
  expect(linkedin.oauth.refreshDue(lucky.grant, new Date(Date.now() + 59.5 * 86_400_000))).toBe(true);
  expect((await linkedin.oauth.refresh(heldBy(lucky)))?.accessToken).toBeTruthy();
});

test.each([
  ['youtube', youtube, 'https://www.googleapis.com/auth/youtube.readonly', ['https://www.googleapis.com/auth/youtube.upload']],
  ['linkedin', linkedin, 'openid profile', ['w_member_social']],
  ['tiktok', tiktok, 'user.info.basic', ['video.publish', 'video.list']],
] as const)('%s: a permission that was not given is missing', async (_name, platform, scope, missingScopes) => {
  expect(await healthOf(platform, await account(platform, { scope }))).toEqual({ ok: true, missingScopes });
});

test('nobody says who they are to an app that is not set up', () => {
  const { clientId: _, ...nameless } = google.facts;
  expect(createYouTube({ ...nameless, clientId: null }).oauth.isConfigured).toBe(false);
  expect(EACH.map(([, { oauth }]) => oauth.isConfigured)).toEqual([true, true, true]);
});
