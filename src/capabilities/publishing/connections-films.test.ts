/** YouTube, LinkedIn and TikTok through our own door: there, back, and tokens that are looked after. */
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { fixedClock } from '#kernel/clock.ts';
import { createVault } from '#kernel/vault.ts';
import { startLinkedInSimulator } from '#simulators/linkedin.ts';
import { startTikTokSimulator } from '#simulators/tiktok.ts';
import { startYouTubeSimulator } from '#simulators/youtube.ts';
import { afterFile, log, startAtelier } from '#test/support.ts';
import type { ConnectionRow } from './connections-rows.ts';
import { type ConnectionTools, posterOf } from './connections-store.ts';
import { posting, saidIn } from './connections-test-house.ts';
import { NOWHERE } from './nowhere.ts';
import { createFacebook } from './platforms/facebook.ts';
import { createInstagram } from './platforms/instagram.ts';
import { createLinkedIn } from './platforms/linkedin.ts';
import { createTikTok } from './platforms/tiktok.ts';
import { createTwitter } from './platforms/twitter.ts';
import { createYouTube } from './platforms/youtube.ts';

const [google, link, tok] = [await startYouTubeSimulator(), await startLinkedInSimulator(), await startTikTokSimulator()];
afterFile(async () => {
  await Promise.all([google.close(), link.close(), tok.close()]);
});
const clock = fixedClock(new Date());
const environment = {
  ...{ GOOGLE_CLIENT_ID: google.facts.clientId, GOOGLE_CLIENT_SECRET: google.facts.clientSecret, GOOGLE_API_URL: google.facts.apiUrl },
  ...{ GOOGLE_AUTHORIZE_URL: google.facts.authorizeUrl, GOOGLE_TOKEN_URL: google.facts.tokenUrl },
  ...{ LINKEDIN_CLIENT_ID: link.facts.clientId, LINKEDIN_CLIENT_SECRET: link.facts.clientSecret, LINKEDIN_API_URL: link.facts.apiUrl },
  ...{ LINKEDIN_OAUTH_URL: link.facts.oauthUrl },
  ...{ TIKTOK_CLIENT_KEY: tok.facts.clientKey, TIKTOK_CLIENT_SECRET: tok.facts.clientSecret, TIKTOK_API_URL: tok.facts.apiUrl },
  ...{ TIKTOK_AUTHORIZE_URL: tok.facts.authorizeUrl },
};
const atelier = await startAtelier({ clock, environment });
const { db } = atelier.database;
const tools: ConnectionTools = {
  ...{ config: atelier.config, database: atelier.database, clock, log, facts: { simulated: [] } },
  vault: createVault(atelier.config.encryptionKeys, atelier.config.secretKey),
  platforms: {
    ...{ instagram: createInstagram(NOWHERE.meta), facebook: createFacebook(NOWHERE.meta), twitter: createTwitter(NOWHERE.x) },
    ...{ youtube: createYouTube(google.facts), linkedin: createLinkedIn(link.facts), tiktok: createTikTok(tok.facts) },
  },
};

type Name = 'youtube' | 'linkedin' | 'tiktok';
const rowsOf = async (accountId: number): Promise<readonly ConnectionRow[]> =>
  (await sql<ConnectionRow>`select * from publishing.connections where account_id = ${accountId} order by id`.execute(db)).rows;

/** Somebody who went to the platform and came back through our door. */
async function connected(platform: Name) {
  const caller = await atelier.as('user');
  const begun = await caller.inject({ method: 'GET', url: `/publications/connect/${platform}?return_to=/publications/connections` });
  const allowed = await fetch(`${begun.headers.location}&auto=1&as=camille`, { redirect: 'manual' });
  const back = new URL(allowed.headers.get('location') ?? '');
  const answer = await caller.inject({ method: 'GET', url: `${back.pathname}${back.search}` });
  const [row] = await rowsOf(caller.accountId);
  return { caller, row, said: saidIn(answer.cookies), location: answer.headers.location };
}

test.each([
  ['youtube', 'YouTube'],
  ['linkedin', 'LinkedIn'],
  ['tiktok', 'TikTok'],
] as const)('V-112 an account of %s is connected, and nothing of its tokens can be read', async (platform, title) => {
  const { caller, row, said, location } = await connected(platform);
  expect([said, location]).toEqual([`${title} : camille peut maintenant publier.`, '/publications/connections']);
  expect(row).toMatchObject({ platform, state: 'connected', is_simulated: false });
  const found = await posterOf(tools, posting(caller.accountId, null, platform));
  expect(found?.poster.accessToken.length).toBeGreaterThan(20);
  const stored = JSON.stringify(await rowsOf(caller.accountId));
  expect(stored).not.toContain(found?.poster.accessToken);
});

test('TikTok: the rotated tokens are stored before they are used, and two who ask at once use the same', async () => {
  const { caller, row } = await connected('tiktok');
  const old = tools.vault.decrypt(row?.refresh_token_encrypted ?? '');
  await sql`update publishing.connections set access_expires_at = ${clock.now()} where id = ${row?.id}`.execute(db);
  const refreshes = (): number => tok.requests.filter(({ phase }) => phase === 'token').length;
  const before = refreshes();
  const [one, two] = await Promise.all([1, 2].map(() => posterOf(tools, posting(caller.accountId, null, 'tiktok'))));
  expect(refreshes()).toBe(before + 1);
  expect(one?.poster.accessToken).toBe(two?.poster.accessToken);
  const [after] = await rowsOf(caller.accountId);
  expect(tools.vault.decrypt(after?.refresh_token_encrypted ?? '')).not.toBe(old);
  expect(tools.vault.decrypt(after?.access_token_encrypted ?? '')).toBe(one?.poster.accessToken);
});

test('YouTube: a refresh keeps the refresh token; one that is dead asks for the person', async () => {
  const { caller, row } = await connected('youtube');
  const old = tools.vault.decrypt(row?.refresh_token_encrypted ?? '');
  const expire = () => sql`update publishing.connections set access_expires_at = ${clock.now()} where id = ${row?.id}`.execute(db);
  await expire();
  const found = await posterOf(tools, posting(caller.accountId, null, 'youtube'));
  expect(found).not.toBeNull();
  expect(tools.vault.decrypt((await rowsOf(caller.accountId))[0]?.refresh_token_encrypted ?? '')).toBe(old);
  google.misbehave({ phase: 'channels', is: 'dead_token' });
  await fetch(`${google.url}/youtube/v3/channels?part=id&mine=true`, { headers: { authorization: `Bearer ${found?.poster.accessToken}` } });
  await expire();
  expect(await posterOf(tools, posting(caller.accountId, null, 'youtube'))).toBeNull();
  expect((await rowsOf(caller.accountId))[0]).toMatchObject({ state: 'expired', problem: expect.stringContaining('invalid_grant') });
});
