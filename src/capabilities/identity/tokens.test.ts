import { createHmac } from 'node:crypto';
import { SignJWT, UnsecuredJWT } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import { freshDatabase } from '#test/support.ts';
import { bearer, cookie, type House, openHouse, PASSWORD } from './test-house.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse({ database: await freshDatabase() });
});
async function tokens(): Promise<{ id: number; access: string; refresh: string }> {
  const account = await house.person();
  const { access_token: access, refresh_token: refresh } = await house.identity.issueTokens(account, { door: 'video' });
  return { id: account.id, access, refresh };
}
const statusOf = async (token: unknown): Promise<number> => (await house.get('/me', bearer(token))).status;
const payloadOf = (token: string): Record<string, unknown> => JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
const headerOf = (token: string): Record<string, unknown> => JSON.parse(Buffer.from(token.split('.')[0] ?? '', 'base64url').toString());

describe('access tokens', () => {
  it('name their key, issuer and door, and are good for an hour', async () => {
    const { id, access } = await tokens();
    expect(headerOf(access)).toMatchObject({ alg: 'HS256', typ: 'JWT', kid: expect.any(String) });
    expect(payloadOf(access)).toMatchObject({ iss: 'atelier', aud: 'video', sub: String(id) });
    expect((await house.get('/me', bearer(access))).json).toMatchObject({ accountId: id, credential: 'token', memory: {} });
    house.clock.advance(3599);
    expect(await statusOf(access)).toBe(200);
    house.clock.advance(2);
    expect(await statusOf(access)).toBe(401);
  });

  it('of every door are accepted', async () => {
    const account = await house.person();
    for (const door of ['site', 'images', 'video'] as const) {
      expect(await statusOf((await house.identity.issueTokens(account, { door })).access_token)).toBe(200);
    }
  });

  it('without a signature, under another secret or algorithm, or with changed claims prove nothing', async () => {
    const { access } = await tokens();
    const { exp, iat, ...claims } = payloadOf(access);
    const times = { exp: Number(exp), iat: Number(iat) };
    const key = Buffer.from('another secret, long enough to sign with it');
    const sign = (alg: string, secret: Buffer): Promise<string> =>
      new SignJWT({ ...claims, ...times }).setProtectedHeader({ ...headerOf(access), alg }).sign(secret);
    const [head = '', , signature = ''] = access.split('.');
    const changed = Buffer.from(JSON.stringify({ ...claims, ...times, sub: '1' })).toString('base64url');
    const forged = [
      new UnsecuredJWT({ ...claims, ...times }).encode(),
      `${Buffer.from('{"alg":"none"}').toString('base64url')}.${access.split('.')[1]}.`,
      await sign('HS256', key),
      await sign('HS512', Buffer.concat([key, key])),
      await sign('HS512', createHmac('sha256', 'a secret of the tests, long enough to pass').update('atelier/tokens/1').digest()).catch(
        () => '',
      ),
      `${head}.${changed}.${signature}`,
      ...['', 'x', 'a.b.c', access.slice(0, -2)],
    ];
    for (const token of forged) expect([token, await statusOf(token)]).toEqual([token, 401]);
  });

  it('of an installation with another secret prove nothing', async () => {
    const other = await openHouse({ ...house, secretKey: 'the secret of somebody else, long enough' });
    const account = await house.person();
    expect(await statusOf((await other.identity.issueTokens(account)).access_token)).toBe(401);
  });

  it('that are wrong are not rescued by a session cookie', async () => {
    const account = await house.person();
    const value = house.cookieOf(await house.signIn({ identifier: account.email, password: PASSWORD }));
    expect((await house.get('/me', { ...cookie(value), ...bearer('x.y.z') })).status).toBe(401);
    expect((await house.get('/me', { ...cookie(value), authorization: 'Basic YTpi' })).status).toBe(200);
  });

  it('end by signing out with them', async () => {
    const { access, refresh } = await tokens();
    await house.post('/sign-out', {}, bearer(access));
    expect(await statusOf(access)).toBe(401);
    expect((await house.post('/refresh', { token: refresh })).status).toBe(401);
  });
});

describe('refresh tokens', () => {
  it('are exchanged once for the next pair; an access token is no refresh token', async () => {
    const { access, refresh } = await tokens();
    const next = await house.post('/refresh', { token: refresh });
    expect(next.status).toBe(200);
    expect(next.json['refresh_token']).not.toBe(refresh);
    expect(await statusOf(next.json['access_token'])).toBe(200);
    expect((await house.post('/refresh', { token: access })).status).toBe(401);
    expect(await statusOf(refresh)).toBe(401);
  });

  it('seen a second time end the whole family, the thief’s tokens and ours', async () => {
    const { refresh } = await tokens();
    const next = await house.post('/refresh', { token: refresh });
    expect((await house.post('/refresh', { token: refresh })).status).toBe(401);
    expect((await house.post('/refresh', { token: next.json['refresh_token'] })).status).toBe(401);
    expect(await statusOf(next.json['access_token'])).toBe(401);
    expect(await house.securityEvents()).toContain('refresh_token_reused');
  });

  it('of ten exchanges at once one at most succeeds', async () => {
    const { refresh } = await tokens();
    const answers = await Promise.all(Array.from({ length: 10 }, () => house.post('/refresh', { token: refresh })));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  it('I-022: of the images door stay good, because its document answers no new one', async () => {
    const account = await house.person();
    const { refresh_token: refresh } = await house.identity.issueTokens(account, { door: 'images' });
    for (let n = 0; n < 3; n++) {
      const answer = await house.post('/refresh', { token: refresh });
      expect([answer.status, answer.json['refresh_token']]).toEqual([200, refresh]);
      expect(await statusOf(answer.json['access_token'])).toBe(200);
    }
  });

  it('expire after thirty days and end with the account', async () => {
    const late = await tokens();
    house.clock.advance(30 * 86_400 + 1);
    expect((await house.post('/refresh', { token: late.refresh })).status).toBe(401);
    const { id, refresh } = await tokens();
    await house.database.db.transaction().execute((tx) => house.identity.setActive(tx, id, false));
    expect((await house.post('/refresh', { token: refresh })).status).toBe(401);
  });
});

describe('API keys', () => {
  it('are told once, kept as a hash, listed by their prefix, and revoked', async () => {
    const { db } = house.database;
    const account = await house.person();
    const { key, secret } = await house.identity.apiKeys.create(db, account.id, { name: '  Montage nocturne ' });
    expect(secret).toMatch(new RegExp(`^atl_${key.prefix}_[A-Za-z0-9]{40}$`));
    expect((await house.get('/me', bearer(secret))).json).toMatchObject({ accountId: account.id, credential: 'api-key' });
    const [listed] = await house.identity.apiKeys.list(db, account.id);
    expect(listed).toMatchObject({ name: 'Montage nocturne', prefix: key.prefix, lastUsedAt: house.clock.now() });
    expect(JSON.stringify(listed)).not.toContain(secret);
    const stranger = await house.person();
    await expect(house.identity.apiKeys.revoke(db, stranger.id, key.id)).rejects.toMatchObject({ kind: 'not-found' });
    await house.identity.apiKeys.revoke(db, account.id, key.id);
    expect(await statusOf(secret)).toBe(401);
  });

  it('expire, and are refused with a letter changed', async () => {
    const { db } = house.database;
    const account = await house.person();
    const expiresAt = new Date(house.clock.now().getTime() + 60_000);
    const { secret } = await house.identity.apiKeys.create(db, account.id, { name: 'short', expiresAt });
    expect(await statusOf(secret)).toBe(200);
    expect(await statusOf(`${secret.slice(0, -1)}${secret.endsWith('a') ? 'b' : 'a'}`)).toBe(401);
    house.clock.advance(61);
    expect(await statusOf(secret)).toBe(401);
    await expect(house.identity.apiKeys.create(db, account.id, { name: 'past', expiresAt })).rejects.toMatchObject({ kind: 'invalid' });
    await expect(house.identity.apiKeys.create(db, account.id, { name: ' ' })).rejects.toMatchObject({ kind: 'invalid' });
  });

  it('are not taken from a cookie, nor a cookie by the doors that take none', async () => {
    const account = await house.person();
    const value = house.cookieOf(await house.signIn({ identifier: account.email, password: PASSWORD }));
    const request = { headers: {}, cookies: { atelier_session: value } } as never;
    expect(await house.identity.authenticateBearer(request)).toBeNull();
    expect(await house.identity.authenticate({ ...(request as object), ip: '::1' } as never)).not.toBeNull();
  });
});
