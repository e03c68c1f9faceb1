import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { startSimulatedPlatforms } from '#simulators/platforms.ts';
import { afterFile } from '#test/support.ts';
import { createConnections } from './connections.ts';
import { saveConnection } from './connections-rows.ts';
import { posterOf } from './connections-store.ts';
import { openConnectionHouse, posting, saidIn } from './connections-test-house.ts';
import { PLATFORM_NAMES } from './platform.ts';
import { createFacebook } from './platforms/facebook.ts';
import { createInstagram } from './platforms/instagram.ts';
import { createLinkedIn } from './platforms/linkedin.ts';
import { createTikTok } from './platforms/tiktok.ts';
import { createTwitter } from './platforms/twitter.ts';
import { createYouTube } from './platforms/youtube.ts';

const house = await openConnectionHouse();
const { atelier, clock, comeBack, connected, leave, logged, rowsOf, tools, x } = house;
const connections = createConnections(tools);
const { db } = atelier.database;

describe('the way there and back', () => {
  test('I-066 an account of X is connected, and its tokens are nowhere to be read', async () => {
    const caller = await atelier.as('user');
    const back = await leave(caller, 'auto=1&as=camille', '/publications?month=2026-11');
    const { rows } = await sql<{ verifier_encrypted: string }>`select verifier_encrypted from publishing.handshakes`.execute(db);
    const verifiers = rows.map((row) => tools.vault.decrypt(row.verifier_encrypted));
    expect(await comeBack(caller, back)).toEqual({
      location: '/publications?month=2026-11',
      said: 'X : camille peut maintenant publier.',
    });
    const [connection] = await connections.list(db, caller.accountId);
    expect(connection).toMatchObject({ platform: 'twitter', username: 'camille', state: 'connected', isSimulated: false, problem: null });
    const found = await posterOf(tools, posting(caller.accountId));
    expect(found).toMatchObject({ connectionId: connection?.id, poster: { username: 'camille', externalId: connection?.externalId } });

    const [row] = await rowsOf(caller.accountId);
    const secrets = [
      ...verifiers,
      found?.poster.accessToken ?? '',
      tools.vault.decrypt(row?.refresh_token_encrypted ?? ''),
      x.facts.clientSecret,
    ];
    expect(secrets.every((secret) => secret.length > 20)).toBe(true);
    const stored = await sql<{ all: string }>`
      select (select json_agg(c)::text from publishing.connections c) || coalesce((select json_agg(h)::text from publishing.handshakes h), '')
        || coalesce((select json_agg(a)::text from kernel.activity_logs a), '') as all`.execute(db);
    const readable = [...x.requests.map(({ path }) => path), ...logged, JSON.stringify(stored.rows), JSON.stringify(connection)].join('\n');
    for (const secret of secrets) expect(readable).not.toContain(secret);
  });

  test('whoever says no, comes back to where they were and reads that nothing was connected', async () => {
    const caller = await atelier.as('user');
    const back = await leave(caller, 'decision=cancel', '/publications/connections');
    expect(back.searchParams.get('error')).toBe('access_denied');
    const { location, said } = await comeBack(caller, back);
    expect(location).toBe('/publications/connections');
    expect(said).toContain('Vous avez annulé sur X');
    expect(await rowsOf(caller.accountId)).toEqual([]);
  });

  test('a state is good once', async () => {
    const caller = await atelier.as('user');
    const back = await leave(caller, 'auto=1&as=once');
    await comeBack(caller, back);
    expect((await comeBack(caller, back)).said).toContain('a expiré ou a déjà servi');
    expect(await rowsOf(caller.accountId)).toHaveLength(1);
  });

  test('a state of somebody else connects nobody, and is still theirs', async () => {
    const [owner, other] = [await atelier.as('user'), await atelier.as('user')];
    const back = await leave(owner, 'auto=1&as=owner');
    expect((await comeBack(other, back)).said).toContain('a expiré ou a déjà servi');
    expect(await rowsOf(other.accountId)).toEqual([]);
    expect((await comeBack(owner, back)).said).toContain('peut maintenant publier');
  });

  test('a state lives ten minutes', async () => {
    const caller = await atelier.as('user');
    const back = await leave(caller, 'auto=1&as=late');
    clock.advance(601);
    expect((await comeBack(caller, back)).said).toContain('a expiré ou a déjà servi');
    expect(await rowsOf(caller.accountId)).toEqual([]);
  });

  test('a state of another platform, or none, is worth nothing', async () => {
    const caller = await atelier.as('user');
    const back = await leave(caller, 'auto=1');
    const elsewhere = new URL(`/publications/connect/instagram/callback${back.search}`, back);
    expect((await comeBack(caller, elsewhere)).said).toContain('Instagram a expiré');
    expect((await comeBack(caller, new URL('/publications/connect/twitter/callback', back))).said).toContain('a expiré');
  });

  test('the way back stays on this site, and a platform without an app says so', async () => {
    const caller = await atelier.as('user');
    const back = await leave(caller, 'auto=1&as=home', 'https://evil.example/steal');
    expect((await comeBack(caller, back)).location).toBe('/');
    const refused = await caller.inject({ method: 'GET', url: '/publications/connect/instagram' });
    expect(saidIn(refused.cookies)).toContain('n’est pas configuré');
    expect((await caller.inject({ method: 'GET', url: '/publications/connect/myspace' })).statusCode).toBe(404);
    expect(connections.isOffered('instagram')).toBe(false);
  });

  test('a stranger signs in first', async () => {
    const answer = await atelier.doors.site.inject({ method: 'GET', url: '/publications/connect/twitter' });
    expect(answer.headers.location).toContain('/auth/login?next=');
  });

  test('a platform that is out of order connects nobody and asks for patience; one that refuses says so', async () => {
    const caller = await atelier.as('user');
    x.misbehave({ phase: 'token', is: 'status', status: 503 });
    expect((await comeBack(caller, await leave(caller, 'auto=1'))).said).toContain('ne répond pas');
    x.misbehave({ phase: 'token', is: 'reset' });
    expect((await comeBack(caller, await leave(caller, 'auto=1'))).said).toContain('ne répond pas');
    const back = await leave(caller, 'auto=1');
    back.searchParams.set('code', 'of-another-flow');
    expect((await comeBack(caller, back)).said).toContain('n’a pas accordé');
    expect(await rowsOf(caller.accountId)).toEqual([]);
  });

  test('the code of a handshake is worth nothing without its verifier', async () => {
    const caller = await atelier.as('user');
    const back = await leave(caller, 'auto=1');
    const { oauth } = tools.platforms.twitter;
    const redirectUri = `${back.origin}${back.pathname}`;
    const stolen = { code: back.searchParams.get('code') ?? '', verifier: createHash('sha256').update('guess').digest('base64url') };
    await expect(oauth.exchange({ ...stolen, redirectUri })).rejects.toMatchObject({ name: 'GrantFault', refused: true });
  });
});

describe('connecting again', () => {
  const granted = (row: { external_id: string }, refreshToken: string | null) => ({
    ...{ externalId: row.external_id, name: 'Neuf', username: 'neuf', details: {} },
    grant: { accessToken: 'access-two', refreshToken, accessExpiresAt: null, refreshExpiresAt: null, scopes: ['tweet.read'] },
  });

  test('never wipes a refresh token with an empty one', async () => {
    const { caller, row } = await connected('keeps');
    const before = tools.vault.decrypt(row.refresh_token_encrypted ?? '');
    for (const empty of [null, '']) {
      const again = { accountId: caller.accountId, platform: 'twitter', isSimulated: false, granted: granted(row, empty) } as const;
      await saveConnection(db, again, { vault: tools.vault, now: clock.now() });
    }
    const [after] = await rowsOf(caller.accountId);
    expect(tools.vault.decrypt(after?.refresh_token_encrypted ?? '')).toBe(before);
    expect(tools.vault.decrypt(after?.access_token_encrypted ?? '')).toBe('access-two');
  });

  test('heals what had expired; picking another account says which one is still to be connected', async () => {
    const { caller, row } = await connected('first');
    await sql`update publishing.connections set state = 'expired', problem = 'x' where id = ${row.id}`.execute(db);
    const { said } = await comeBack(caller, await leave(caller, 'auto=1&as=second'));
    expect(said).toContain('second peut maintenant publier');
    expect(said).toContain('first n’était pas dans ce que vous avez autorisé');
    expect((await comeBack(caller, await leave(caller, 'auto=1&as=first'))).said).toBe('X : first peut maintenant publier.');
    expect((await rowsOf(caller.accountId)).map(({ state, problem }) => [state, problem])).toEqual([
      ['connected', null],
      ['connected', null],
    ]);
  });

  test('the account connected last posts, unless another is asked for', async () => {
    const { caller, row } = await connected('older');
    clock.advance(5);
    await comeBack(caller, await leave(caller, 'auto=1&as=newer'));
    expect((await posterOf(tools, posting(caller.accountId)))?.poster.username).toBe('newer');
    expect((await posterOf(tools, posting(caller.accountId, row.id)))?.poster.username).toBe('older');
    const stranger = await atelier.as('user');
    expect(await posterOf(tools, posting(stranger.accountId, row.id))).toBeNull();
    expect(await posterOf(tools, posting(caller.accountId, row.id, 'facebook'))).toBeNull();
  });

  test('disconnecting forgets the tokens and keeps the row; only its owner can', async () => {
    const { caller, row } = await connected('leaves');
    const stranger = await atelier.as('user');
    await expect(connections.disconnect(stranger.accountId, row.id)).rejects.toMatchObject({ kind: 'not-found' });
    await expect(connections.check(stranger.accountId, row.id)).rejects.toMatchObject({ kind: 'not-found' });
    await connections.disconnect(caller.accountId, row.id);
    const [left] = await rowsOf(caller.accountId);
    expect(left).toMatchObject({ state: 'disconnected', access_token_encrypted: null, refresh_token_encrypted: null, username: 'leaves' });
    expect(await posterOf(tools, posting(caller.accountId, row.id))).toBeNull();
  });
});

describe('in demo mode', () => {
  test('accounts at the played platforms are there for somebody who has none, and stay away when let go', async () => {
    const world = await startSimulatedPlatforms({ stateFile: null });
    afterFile(() => world.close());
    const simulated = PLATFORM_NAMES;
    const platforms = {
      ...tools.platforms,
      instagram: createInstagram(world.meta),
      facebook: createFacebook(world.meta),
      twitter: createTwitter(world.x),
      youtube: createYouTube(world.google),
      linkedin: createLinkedIn(world.linkedin),
      tiktok: createTikTok(world.tiktok),
    };
    const played = { ...tools, facts: { simulated }, platforms };
    const here = createConnections(played);
    const { accountId } = await atelier.as('user');
    await Promise.all([here.ensureSimulated(accountId), here.ensureSimulated(accountId)]);
    const list = await here.list(db, accountId);
    expect(new Set(list.map(({ platform }) => platform))).toEqual(new Set(simulated));
    expect(list.every(({ state, isSimulated }) => state === 'connected' && isSimulated)).toBe(true);
    for (const platform of simulated) expect(await posterOf(played, posting(accountId, null, platform))).not.toBeNull();

    const [first] = list;
    if (first) await here.disconnect(accountId, first.id);
    await here.ensureSimulated(accountId);
    expect((await here.list(db, accountId)).find(({ id }) => id === first?.id)?.state).toBe('disconnected');

    // Where the platforms are the real ones, nobody posts with what was granted by the played ones.
    expect(await connections.list(db, accountId)).toEqual([]);
    expect(await posterOf(tools, posting(accountId))).toBeNull();
  });
});
