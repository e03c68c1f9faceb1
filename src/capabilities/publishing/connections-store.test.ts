import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { openDatabase } from '#kernel/db/connect.ts';
import { createVault } from '#kernel/vault.ts';
import { afterFile, log } from '#test/support.ts';
import { posterOf, tokenRefused } from './connections-store.ts';
import { openConnectionHouse, posting } from './connections-test-house.ts';
import { CallFault } from './platform.ts';

const house = await openConnectionHouse();
const { atelier, clock, connected, count, logged, rowsOf, tools, x } = house;
/** As if the tokens had been had so long ago that they live for another minute, or not even that. */
const age = (id: number, secondsLeft = 60) =>
  sql`update publishing.connections set access_expires_at = ${new Date(clock.now().getTime() + secondsLeft * 1000)} where id = ${id}`.execute(
    atelier.database.db,
  );

/** A second process has its own connections to the database. */
const elsewhere = await openDatabase(atelier.config, log);
afterFile(() => elsewhere.close());

test('two processes that refresh at once rotate once, and both get tokens that work', async () => {
  const { caller, row } = await connected('both');
  const ask = posting(caller.accountId);
  const before = await posterOf(tools, ask);
  await age(row.id);
  const asked = count('token');
  x.misbehave({ phase: 'token', is: 'slow', seconds: 0.2 });
  const found = await Promise.all([posterOf(tools, ask), posterOf(house.toolsOn(elsewhere), ask), posterOf(tools, ask)]);
  expect(count('token')).toBe(asked + 1);
  const tokens = new Set(found.map((one) => one?.poster.accessToken));
  expect(tokens.size).toBe(1);
  expect(tokens).not.toContain(before?.poster.accessToken);
  // Both tokens were stored: the next rotation works as well.
  await age(row.id);
  expect(tokens).not.toContain((await posterOf(tools, ask))?.poster.accessToken);
  expect((await rowsOf(caller.accountId))[0]).toMatchObject({ state: 'connected', problem: null });
});

test('tokens are not rotated before it is time', async () => {
  const { caller, row } = await connected('early');
  const asked = count('token');
  await age(row.id, 600);
  await posterOf(tools, posting(caller.accountId));
  expect(count('token')).toBe(asked);
});

test('a refused refresh expires the connection, and says why without any secret', async () => {
  const { caller, row } = await connected('refused');
  const refresh = tools.vault.decrypt(row.refresh_token_encrypted ?? '');
  await tools.platforms.twitter.oauth.refresh({
    ...{ refreshToken: refresh, accessToken: '', accessExpiresAt: null, refreshExpiresAt: null },
    ...{ scopes: [], externalId: '', details: {} },
  });
  await age(row.id);
  expect(await posterOf(tools, posting(caller.accountId))).toBeNull();
  const [after] = await rowsOf(caller.accountId);
  expect(after).toMatchObject({ state: 'expired', problem: 'X gave no token (HTTP 400 invalid_request)' });
  expect(logged.join('')).not.toContain(refresh);
});

test('a refresh that fails for now is no end while the token lives; after that, the call waits', async () => {
  const { caller, row } = await connected('patient');
  const ask = posting(caller.accountId);
  const before = await posterOf(tools, ask);
  await age(row.id);
  for (const mishap of [{ is: 'status', status: 503 }, { is: 'html' }, { is: 'reset' }, { is: 'rate_limited' }] as const) {
    x.misbehave({ phase: 'token', ...mishap });
    expect((await posterOf(tools, ask))?.poster.accessToken).toBe(before?.poster.accessToken);
  }
  await age(row.id, -1);
  x.misbehave({ phase: 'token', is: 'status', status: 503 });
  const failed = await posterOf(tools, ask).catch((error: unknown) => error);
  expect(failed).toBeInstanceOf(CallFault);
  expect(failed).toMatchObject({ unsent: true });
  expect((await rowsOf(caller.accountId))[0]?.state).toBe('connected');
  expect((await posterOf(tools, ask))?.poster.accessToken).not.toBe(before?.poster.accessToken);
});

test('tokens of a refresh are kept although the transaction around it is lost', async () => {
  const { caller, row } = await connected('survives');
  await age(row.id);
  // Sequences are not rolled back.
  await sql`create sequence lost_times`.execute(elsewhere.db);
  await sql`
    create function lose_once() returns trigger language plpgsql as $$
    begin
      if nextval('lost_times') = 1 then raise exception 'lost'; end if;
      return new;
    end $$`.execute(elsewhere.db);
  await sql`create trigger lose_once before update on publishing.connections for each row execute function lose_once()`.execute(
    elsewhere.db,
  );
  const found = await posterOf(tools, posting(caller.accountId));
  await sql`drop trigger lose_once on publishing.connections`.execute(elsewhere.db);
  const [after] = await rowsOf(caller.accountId);
  expect(tools.vault.decrypt(after?.access_token_encrypted ?? '')).toBe(found?.poster.accessToken);
  expect(after?.refresh_token_encrypted).not.toBe(row.refresh_token_encrypted);
});

test('a refused token: others may be at hand, or one refresh makes them, or the owner is asked', async () => {
  const { caller, row } = await connected('revoked');
  const ask = posting(caller.accountId);
  const first = await posterOf(tools, ask);
  if (!first) throw new Error('nobody posts');
  const asked = count('token');
  expect(await tokenRefused(tools, row.id, first.poster, '401')).toBe(true);
  expect(await tokenRefused(tools, row.id, first.poster, '401')).toBe(true);
  expect(count('token')).toBe(asked + 1);

  const second = await posterOf(tools, ask);
  x.misbehave({ phase: 'me', is: 'dead_token' });
  await fetch(`${x.facts.apiUrl}/2/users/me`, { headers: { authorization: `Bearer ${second?.poster.accessToken}` } });
  expect(await tokenRefused(tools, row.id, second?.poster ?? first.poster, '401')).toBe(false);
  expect((await rowsOf(caller.accountId))[0]?.state).toBe('expired');
});

test('tokens under a key that is gone are not used, and their owner is asked', async () => {
  const { caller } = await connected('unreadable');
  const vault = createVault([Buffer.alloc(32, 7).toString('base64url')], atelier.config.secretKey);
  expect(await posterOf({ ...tools, vault }, posting(caller.accountId))).toBeNull();
  expect((await rowsOf(caller.accountId))[0]).toMatchObject({ state: 'expired', problem: 'the stored tokens cannot be read any more' });
});
