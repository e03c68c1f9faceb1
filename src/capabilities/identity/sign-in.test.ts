import { beforeAll, describe, expect, it } from 'vitest';
import { freshDatabase } from '#test/support.ts';
import { cookie, type House, openHouse, PASSWORD, tables } from './test-house.ts';
import { codeAt, fromBase32, stepAt } from './totp.ts';

const wrong = { password: 'not the password' };

describe('signing in', () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse({ database: await freshDatabase() });
  });

  it('T-099, T-639: by e-mail in any case, by username, by talent code and its other spellings', async () => {
    const account = await house.person({ email: 'awa@example.com', username: 'awa.d' });
    await house.database.db.transaction().execute((tx) => house.identity.setCode(tx, account.id, 'macas0001f'));
    for (const identifier of ['awa@example.com', ' AWA@Example.com ', 'Awa.D', 'MACAS0001F', 'macas0001f', 'MACAS000001F']) {
      const answer = await house.signIn({ identifier, password: PASSWORD });
      expect([identifier, answer.status, answer.json['id']]).toEqual([identifier, 200, account.id]);
    }
    expect((await house.signIn({ identifier: 'MACAS00012F', password: PASSWORD })).status).toBe(401);
  });

  it('answers an unknown name, a wrong password and an account without a password alike', async () => {
    await house.person({ email: 'nopass@example.com', passwordHash: null });
    await house.person({ email: 'somebody@example.com' });
    const answers = [
      await house.signIn({ identifier: 'nobody@example.com', ...wrong }),
      await house.signIn({ identifier: 'somebody@example.com', ...wrong }),
      await house.signIn({ identifier: 'nopass@example.com', password: '' }),
    ];
    expect(answers.map(({ status, json }) => [status, json['code']])).toEqual(Array(3).fill([401, 'AUTH_REQUIRED']));
  });

  it('T-131: five failures close the account for the rest of fifteen minutes, the right password included', async () => {
    await house.person({ email: 'target@example.com' });
    for (let n = 1; n <= 5; n++) expect((await house.signIn({ identifier: 'target@example.com', ...wrong })).status).toBe(401);
    const blocked = await house.signIn({ identifier: 'target@example.com', password: PASSWORD });
    expect(blocked.status).toBe(429);
    expect(blocked.json['code']).toBe('RATE_LIMITED');
    expect(Number(blocked.headers['retry-after'])).toBeGreaterThan(890);
    expect((await house.securityEvents()).filter((event) => event === 'login_blocked')).toHaveLength(1);
    house.clock.advance(901);
    expect((await house.signIn({ identifier: 'target@example.com', password: PASSWORD })).status).toBe(200);
  });

  it('names that nobody has are counted too, so that they are not told apart by patience', async () => {
    const seen = [];
    for (let n = 0; n < 6; n++) seen.push((await house.signIn({ identifier: 'ghost@example.com', ...wrong })).status);
    expect(seen).toEqual([401, 401, 401, 401, 401, 429]);
  });

  it('a success forgets the failures before it; successes never count', async () => {
    await house.person({ email: 'clumsy@example.com' });
    const body = { identifier: 'clumsy@example.com' };
    for (let round = 0; round < 2; round++) {
      for (let n = 0; n < 4; n++) await house.signIn({ ...body, ...wrong });
      expect((await house.signIn({ ...body, password: PASSWORD })).status).toBe(200);
    }
    house.clock.advance(901);
    const nine = await Promise.all(Array.from({ length: 9 }, () => house.signIn({ ...body, password: PASSWORD })));
    expect(nine.map(({ status }) => status)).toEqual(Array(9).fill(200));
  });

  it('thirty attempts at once are worth no more than five', async () => {
    house.clock.advance(901);
    await house.person({ email: 'rush@example.com' });
    const answers = await Promise.all(Array.from({ length: 30 }, () => house.signIn({ identifier: 'rush@example.com', ...wrong })));
    const count = (status: number): number => answers.filter((answer) => answer.status === status).length;
    expect([count(401), count(429)]).toEqual([5, 25]);
  });

  it('twenty failures from one address close it for every account, and for it alone', async () => {
    house.clock.advance(901);
    await house.person({ email: 'bystander@example.com' });
    await Promise.all(Array.from({ length: 20 }, (_, n) => house.signIn({ identifier: `guess${n}@example.com`, ...wrong })));
    expect((await house.signIn({ identifier: 'bystander@example.com', password: PASSWORD })).status).toBe(429);
    const elsewhere = await house.door.inject({
      ...{ method: 'POST', url: '/sign-in', remoteAddress: '10.1.2.3' },
      payload: { identifier: 'bystander@example.com', password: PASSWORD },
    });
    expect(elsewhere.statusCode).toBe(200);
    house.clock.advance(901);
  });

  it('a demonstration on loopback does not count addresses: everybody has the same one', async () => {
    const demo = await openHouse({ demo: true, ...house });
    await Promise.all(Array.from({ length: 21 }, (_, n) => demo.signIn({ identifier: `other${n}@example.com`, ...wrong })));
    await demo.person({ email: 'demo-guest@example.com' });
    expect((await demo.signIn({ identifier: 'demo-guest@example.com', password: PASSWORD })).status).toBe(200);
  });

  it('a closed account says so only to somebody who knows its password', async () => {
    const account = await house.person({ email: 'closed@example.com' });
    await house.database.db.transaction().execute((tx) => house.identity.setActive(tx, account.id, false));
    expect((await house.signIn({ identifier: 'closed@example.com', ...wrong })).status).toBe(401);
    const refused = await house.signIn({ identifier: 'closed@example.com', password: PASSWORD });
    expect([refused.status, refused.json['code']]).toEqual([403, 'ACCOUNT_DISABLED']);
    expect(await house.securityEvents()).toContain('login_refused');
  });

  it('a temporary password opens for a day', async () => {
    await house.person({ email: 'fresh@example.com', mustChangePassword: true });
    const body = { identifier: 'fresh@example.com', password: PASSWORD };
    const first = await house.signIn(body);
    expect((await house.get('/me', cookie(house.cookieOf(first)))).json['mustChangePassword']).toBe(true);
    house.clock.advance(86_401);
    const late = await house.signIn(body);
    expect([late.status, late.json['code']]).toEqual([403, 'TEMPORARY_PASSWORD_EXPIRED']);
  });

  it('an imported hash is verified, then replaced by one of cost 12', async () => {
    const account = await house.person({ passwordHash: '$2a$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW' });
    for (let n = 0; n < 2; n++) expect((await house.signIn({ identifier: account.email, password: 'U*U' })).status).toBe(200);
    const row = await tables(house).selectFrom('identity.accounts').select('password_hash').where('id', '=', account.id).executeTakeFirst();
    expect(row?.password_hash).toMatch(/^\$2b\$12\$/);
  });

  it('an e-mail address goes before somebody else’s code or username', async () => {
    const owner = await house.person({ email: 'maz0001rab@example.com', username: 'owner' });
    const other = await house.person({ username: 'mam7777rab' });
    await house.database.db.transaction().execute((tx) => house.identity.setCode(tx, owner.id, 'MAM7777RAB'));
    expect((await house.signIn({ identifier: 'mam7777rab', password: PASSWORD })).json['id']).toBe(owner.id);
    expect((await house.signIn({ identifier: other.email, password: PASSWORD })).json['id']).toBe(other.id);
  });

  it('writes who came in, and every failure, to the audit', async () => {
    const account = await house.person();
    await house.signIn({ identifier: account.email, ...wrong });
    await house.signIn({ identifier: account.email, password: PASSWORD });
    expect((await house.securityEvents()).at(-1)).toBe('login_failed');
    const logs = house.database.db.withTables<{
      'kernel.activity_logs': { id: number; user_id: number; action_type: string; user_email: string };
    }>();
    const last = await logs.selectFrom('kernel.activity_logs').selectAll().orderBy('id', 'desc').limit(1).executeTakeFirst();
    expect(last).toMatchObject({ user_id: account.id, action_type: 'login', user_email: account.email });
  });
});

describe('the second step', () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse({ database: await freshDatabase() });
  });
  const codeNow = (secret: string): string => codeAt(fromBase32(secret), stepAt(house.clock.now()));
  async function enrolled(): Promise<{ email: string; id: number; secret: string; recovery: readonly string[] }> {
    const { id, email } = await house.person({ role: 'admin' });
    const secret = await house.identity.secondFactor.begin(id);
    const recovery = await house.identity.secondFactor.confirm(id, codeNow(secret));
    house.clock.advance(60);
    return { email, id, secret, recovery };
  }

  it('is asked for once it is confirmed, and accepts each code once', async () => {
    const { email: identifier, secret } = await enrolled();
    const missing = await house.signIn({ identifier, password: PASSWORD });
    expect([missing.status, missing.json['code']]).toEqual([401, 'TOTP_REQUIRED']);
    const totp = codeNow(secret);
    expect((await house.signIn({ identifier, password: PASSWORD, totp })).status).toBe(200);
    const replayed = await house.signIn({ identifier, password: PASSWORD, totp });
    expect([replayed.status, replayed.json['code']]).toEqual([401, 'TOTP_INVALID']);
  });

  it('of two sign-ins that bring one code at the same moment, one enters', async () => {
    const { email: identifier, secret } = await enrolled();
    const body = { identifier, password: PASSWORD, totp: codeNow(secret) };
    const answers = await Promise.all([house.signIn(body), house.signIn(body)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401]);
  });

  it('counts its failures with those of the password', async () => {
    const { email: identifier, secret } = await enrolled();
    const old = codeAt(fromBase32(secret), 1);
    for (let n = 0; n < 5; n++) expect((await house.signIn({ identifier, password: PASSWORD, totp: old })).status).toBe(401);
    expect((await house.signIn({ identifier, password: PASSWORD, totp: codeNow(secret) })).status).toBe(429);
    house.clock.advance(901);
  });

  it('takes a recovery code instead, once, and remembers that it was used', async () => {
    const { email: identifier, recovery } = await enrolled();
    const body = { identifier, password: PASSWORD, totp: String(recovery[3]).toUpperCase() };
    expect((await house.signIn(body)).status).toBe(200);
    expect((await house.signIn(body)).status).toBe(401);
    expect(await house.securityEvents()).toContain('recovery_code_used');
  });

  it('may be taken on a second page, within five minutes, with the same password', async () => {
    const { email: identifier, secret, id } = await enrolled();
    const request = { ip: '127.0.0.1', headers: {}, method: 'POST', url: '/', protocol: 'http', host: 'x', viewer: null } as never;
    const step = await house.identity.startSignIn(request, { identifier, password: PASSWORD });
    expect(step.account).toBeNull();
    await expect(house.identity.finishSignIn(request, `${step.challenge}x`, codeNow(secret))).rejects.toMatchObject({
      code: 'CHALLENGE_EXPIRED',
    });
    expect(await house.identity.finishSignIn(request, step.challenge ?? '', codeNow(secret))).toMatchObject({ id });
    house.clock.advance(301);
    await expect(house.identity.finishSignIn(request, step.challenge ?? '', codeNow(secret))).rejects.toMatchObject({
      code: 'CHALLENGE_EXPIRED',
    });
  });

  it('the word between the two pages opens nothing by itself', async () => {
    const { email: identifier } = await enrolled();
    const request = { ip: '127.0.0.1', headers: {}, method: 'POST', url: '/', protocol: 'http', host: 'x', viewer: null } as never;
    const { challenge } = await house.identity.startSignIn(request, { identifier, password: PASSWORD });
    expect((await house.get('/me', { authorization: `Bearer ${challenge}` })).status).toBe(401);
    expect((await house.post('/refresh', { token: challenge })).status).toBe(401);
  });

  it('needs a right code to be switched on, shows its secret encrypted only, and goes out whole', async () => {
    const { id, email } = await house.person();
    await expect(house.identity.secondFactor.confirm(id, '000000')).rejects.toMatchObject({ code: 'TOTP_NOT_STARTED' });
    const secret = await house.identity.secondFactor.begin(id);
    await expect(house.identity.secondFactor.confirm(id, codeAt(fromBase32(secret), 1))).rejects.toMatchObject({ kind: 'invalid' });
    expect((await house.signIn({ identifier: email, password: PASSWORD })).status).toBe(200);
    const row = await tables(house).selectFrom('identity.accounts').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
    expect(row.totp_secret_encrypted).not.toContain(secret);
    await house.identity.secondFactor.confirm(id, codeNow(secret));
    await expect(house.identity.secondFactor.begin(id)).rejects.toMatchObject({ code: 'TOTP_ALREADY_ON' });
    await house.identity.secondFactor.disable(id);
    expect((await house.signIn({ identifier: email, password: PASSWORD })).status).toBe(200);
  });
});
