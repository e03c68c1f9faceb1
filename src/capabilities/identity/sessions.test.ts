import { beforeAll, describe, expect, it } from 'vitest';
import { freshDatabase } from '#test/support.ts';
import { policies } from './identity.ts';
import { bearer, cookie, type House, openHouse, PASSWORD, tables } from './test-house.ts';

describe('sessions', () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse({ database: await freshDatabase() });
  });
  async function signedIn(): Promise<{ id: number; email: string; value: string }> {
    const account = await house.person();
    const answer = await house.signIn({ identifier: account.email, password: PASSWORD });
    return { id: account.id, email: account.email, value: house.cookieOf(answer) };
  }
  const statusOf = async (value: string): Promise<number> => (await house.get('/me', cookie(value))).status;

  it('T-097, T-122: a cookie that scripts cannot read, other sites cannot send, and plain http cannot carry', async () => {
    const account = await house.person();
    const answer = await house.signIn({ identifier: account.email, password: PASSWORD });
    const [set] = answer.cookies.filter(({ name }) => name === 'atelier_session');
    expect(set).toMatchObject({ httpOnly: true, sameSite: 'Lax', secure: true, path: '/' });
    const plain = await openHouse({ site: 'http://localhost:5004', ...house });
    const local = await plain.signIn({ identifier: account.email, password: PASSWORD });
    expect(local.cookies.find(({ name }) => name === 'atelier_session')).not.toHaveProperty('secure');
  });

  it('keeps the hash of the cookie, not the cookie', async () => {
    const { id, value } = await signedIn();
    const row = await tables(house).selectFrom('identity.sessions').selectAll().where('account_id', '=', id).executeTakeFirst();
    expect(row?.id).toMatch(/^[0-9a-f]{64}$/);
    expect(JSON.stringify(row)).not.toContain(value);
    expect(await statusOf(row?.id ?? '')).toBe(401);
  });

  it('takes a fresh id at sign-in: an id that was planted before is worth nothing after', async () => {
    const first = await signedIn();
    const again = await house.signIn({ identifier: first.email, password: PASSWORD }, cookie(first.value));
    expect(house.cookieOf(again)).not.toBe(first.value);
    expect(await statusOf(first.value)).toBe(401);
    const planted = 'A'.repeat(43);
    const victim = await house.person();
    const answer = await house.signIn({ identifier: victim.email, password: PASSWORD }, cookie(planted));
    expect(house.cookieOf(answer)).not.toBe(planted);
    expect(await statusOf(planted)).toBe(401);
  });

  it('T-125: ends after 24 hours without a request; each request starts them again', async () => {
    const { value } = await signedIn();
    for (let day = 0; day < 3; day++) {
      house.clock.advance(86_300);
      expect(await statusOf(value)).toBe(200);
    }
    house.clock.advance(86_401);
    expect(await statusOf(value)).toBe(401);
  });

  it('ends after 30 days however busy it was', async () => {
    const { value } = await signedIn();
    for (let half = 0; half < 59; half++) {
      house.clock.advance(43_200);
      await statusOf(value);
    }
    expect(await statusOf(value)).toBe(200);
    house.clock.advance(43_200);
    expect(await statusOf(value)).toBe(401);
  });

  it('notes when it was last seen once a minute at most', async () => {
    const { id, value } = await signedIn();
    const seen = async (): Promise<Date | undefined> => (await house.identity.sessionsOf(house.database.db, id))[0]?.lastSeenAt;
    const start = await seen();
    house.clock.advance(59);
    await statusOf(value);
    expect(await seen()).toEqual(start);
    house.clock.advance(2);
    await statusOf(value);
    expect(await seen()).toEqual(house.clock.now());
  });

  it('signing out ends the session and the tokens that came with it', async () => {
    const account = await house.person();
    const answer = await house.signIn({ identifier: account.email, password: PASSWORD });
    const value = house.cookieOf(answer);
    expect((await house.get('/me', bearer(answer.json['access_token']))).status).toBe(200);
    expect((await house.post('/sign-out', {}, cookie(value))).status).toBe(200);
    expect(await statusOf(value)).toBe(401);
    expect((await house.get('/me', bearer(answer.json['access_token']))).status).toBe(401);
  });

  it('a new password ends every other session and token, and keeps the one that changed it', async () => {
    const { email, value } = await signedIn();
    const other = await house.signIn({ identifier: email, password: PASSWORD });
    const change = { current: PASSWORD, next: 'huit gazelles vertes' };
    expect((await house.post('/password', change, cookie(value))).status).toBe(200);
    expect([await statusOf(value), await statusOf(house.cookieOf(other))]).toEqual([200, 401]);
    expect((await house.get('/me', bearer(other.json['access_token']))).status).toBe(401);
    expect((await house.post('/refresh', { token: other.json['refresh_token'] })).status).toBe(401);
    expect((await house.signIn({ identifier: email, password: PASSWORD })).status).toBe(401);
    expect((await house.signIn({ identifier: email, password: change.next })).status).toBe(200);
    expect(await house.securityEvents()).toContain('password_changed');
  });

  it('a bearer who changes the password keeps that token', async () => {
    const { email } = await signedIn();
    const answer = await house.signIn({ identifier: email, password: PASSWORD });
    const other = await house.signIn({ identifier: email, password: PASSWORD });
    const headers = bearer(answer.json['access_token']);
    expect((await house.post('/password', { current: PASSWORD, next: 'sept gazelles vertes' }, headers)).status).toBe(200);
    expect((await house.get('/me', headers)).status).toBe(200);
    expect((await house.get('/me', bearer(other.json['access_token']))).status).toBe(401);
  });

  it('a password is not changed without the current one, to a common one, or to the same', async () => {
    const { value } = await signedIn();
    const refused = async (current: string, next: string): Promise<unknown> => {
      const answer = await house.post('/password', { current, next }, cookie(value));
      return [answer.status, answer.json['fields']];
    };
    expect(await refused('not the password', 'huit gazelles vertes')).toEqual([400, ['current_password']]);
    expect(await refused(PASSWORD, 'password123')).toEqual([400, ['new_password']]);
    expect(await refused(PASSWORD, 'Benali1990')).toEqual([400, ['new_password']]);
    expect(await refused(PASSWORD, PASSWORD)).toEqual([400, ['new_password']]);
  });

  it('closing the account ends everything at once', async () => {
    const account = await house.person();
    const answer = await house.signIn({ identifier: account.email, password: PASSWORD });
    const { secret } = await house.identity.apiKeys.create(house.database.db, account.id, { name: 'script' });
    await house.database.db.transaction().execute((tx) => house.identity.setActive(tx, account.id, false));
    const proofs = [cookie(house.cookieOf(answer)), bearer(answer.json['access_token']), bearer(secret)];
    for (const proof of proofs) expect((await house.get('/me', proof)).status).toBe(401);
  });

  it('people see their own sessions and end one, or all others', async () => {
    const { id, email, value } = await signedIn();
    const others = [];
    for (let n = 0; n < 3; n++)
      others.push(house.cookieOf(await house.signIn({ identifier: email, password: PASSWORD }, { 'user-agent': `Phone ${n}` })));
    const { db } = house.database;
    const sessions = await house.identity.sessionsOf(db, id);
    expect(sessions).toHaveLength(4);
    const phone = sessions.find(({ userAgent }) => userAgent === 'Phone 1');
    const stranger = await house.person();
    expect(await house.identity.endSession(db, stranger.id, phone?.id ?? '')).toBe(false);
    expect(await house.identity.endSession(db, id, phone?.id ?? '')).toBe(true);
    expect(await statusOf(others[1] ?? '')).toBe(401);
    const viewer = (await house.get('/me', cookie(value))).json;
    expect(await house.identity.closeAllSessions(db, id, String(viewer['sessionId']))).toBe(2);
    expect([await statusOf(value), await statusOf(others[0] ?? '')]).toEqual([200, 401]);
  });

  it('remembers small things', async () => {
    const { value } = await signedIn();
    const viewer = (await house.get('/me', cookie(value))).json;
    expect(viewer).toMatchObject({ credential: 'session', memory: { dialect: 3 } });
    const request = { viewer } as never;
    await house.identity.remember(request, { theme: 'dark' });
    expect((await house.get('/me', cookie(value))).json['memory']).toEqual({ dialect: 3, theme: 'dark' });
  });

  it('is swept when it has expired', async () => {
    const { id } = await signedIn();
    house.clock.advance(31 * 86_400);
    expect(await house.identity.sweep()).toBeGreaterThan(0);
    const left = tables(house).selectFrom('identity.sessions').select('id').where('account_id', '=', id);
    expect(await left.execute()).toEqual([]);
  });

  it('is ended by its owner alone', () => {
    const viewer = { accountId: 1 } as never;
    expect(policies.mayEndSession(viewer, { accountId: 1 })).toBe(true);
    expect(policies.mayEndSession(viewer, { accountId: 2 })).toBe(false);
  });
});
