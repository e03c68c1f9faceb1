import { describe, expect, it } from 'vitest';
import { freshDatabase } from '#test/support.ts';
import { HASH, openHouse, PASSWORD, tables } from './test-house.ts';

describe('the first administrator', () => {
  it('T-044: is made of ADMIN_EMAIL and ADMIN_PASSWORD, once, whoever starts at the same time', async () => {
    const house = await openHouse({
      database: await freshDatabase(),
      admin: { email: 'Boss@example.com', password: PASSWORD },
      production: true,
    });
    const beside = await openHouse({ admin: { email: 'boss@example.com', password: PASSWORD }, ...house });
    const started = await Promise.all([house.identity.ensureFirstAdmin(), beside.identity.ensureFirstAdmin()]);
    expect(started).toEqual([{ setupLink: null }, { setupLink: null }]);
    const admins = await tables(house).selectFrom('identity.accounts').selectAll().execute();
    expect(admins.map(({ email, role, must_change_password: must }) => [email, role, must])).toEqual([
      ['boss@example.com', 'super_admin', false],
    ]);
    expect((await house.signIn({ identifier: 'boss@example.com', password: PASSWORD })).status).toBe(200);
  });

  it('a weak ADMIN_PASSWORD stops production, and elsewhere has to be changed at the first sign-in', async () => {
    const admin = { email: 'boss@example.com', password: '@4dm1n' };
    const house = await openHouse({ database: await freshDatabase(), admin, production: true });
    await expect(house.identity.ensureFirstAdmin()).rejects.toThrow(/ADMIN_PASSWORD.*8 characters/);
    const lenient = await openHouse({ admin, ...house });
    await lenient.identity.ensureFirstAdmin();
    expect(await lenient.identity.findByEmail(house.database.db, admin.email)).toMatchObject({
      role: 'super_admin',
      mustChangePassword: true,
    });
  });

  it('somebody who registered that address before does not come in with their own password', async () => {
    const house = await openHouse({
      database: await freshDatabase(),
      admin: { email: 'boss@example.com', password: 'onze autruches grises' },
    });
    const squatter = await house.person({ email: 'boss@example.com' });
    const session = await house.signIn({ identifier: squatter.email, password: PASSWORD });
    await house.identity.ensureFirstAdmin();
    expect((await house.get('/me', { cookie: `atelier_session=${house.cookieOf(session)}` })).status).toBe(401);
    expect((await house.signIn({ identifier: squatter.email, password: PASSWORD })).status).toBe(401);
    expect((await house.signIn({ identifier: squatter.email, password: 'onze autruches grises' })).status).toBe(200);
  });

  it('without settings a one-time link makes it; every link dies with the first use', async () => {
    const house = await openHouse({ database: await freshDatabase() });
    const { setupLink: one } = await house.identity.ensureFirstAdmin();
    const { setupLink: two } = await house.identity.ensureFirstAdmin();
    expect(one).toMatch(/^https:\/\/studio\.example\/setup\/[\w-]{32}$/);
    const tokenOf = (link: string | null): string => link?.split('/').at(-1) ?? '';
    expect(await house.identity.isSetupOpen(tokenOf(one))).toBe(true);
    expect(await house.identity.isSetupOpen('x')).toBe(false);
    const person = { email: 'first@example.com', password: PASSWORD, firstName: 'Nadia', lastName: 'Tazi' };
    const outcomes = await Promise.allSettled([
      house.identity.setUp(tokenOf(one), person),
      house.identity.setUp(tokenOf(two), { ...person, email: 'second@example.com' }),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await house.identity.isSetupOpen(tokenOf(two))).toBe(false);
    expect(await house.identity.ensureFirstAdmin()).toEqual({ setupLink: null });
  });

  it('a link is good for a week; a bad password does not spend it', async () => {
    const house = await openHouse({ database: await freshDatabase() });
    const token = (await house.identity.ensureFirstAdmin()).setupLink?.split('/').at(-1) ?? '';
    const person = { email: 'first@example.com', password: 'password', firstName: 'Nadia', lastName: 'Tazi' };
    await expect(house.identity.setUp(token, person)).rejects.toMatchObject({ kind: 'invalid' });
    expect(await house.identity.isSetupOpen(token)).toBe(true);
    house.clock.advance(7 * 86_400 + 1);
    await expect(house.identity.setUp(token, { ...person, password: PASSWORD })).rejects.toMatchObject({ kind: 'not-found' });
  });

  it('the demonstration prints no link', async () => {
    const house = await openHouse({ database: await freshDatabase(), demo: true });
    expect(await house.identity.ensureFirstAdmin()).toEqual({ setupLink: null });
  });
});

describe('demonstration accounts', () => {
  it('stop production: marked ones, and documented addresses that open with a documented password', async () => {
    const house = await openHouse({ database: await freshDatabase(), production: true });
    await house.person({ email: 'demo1@talento.com', passwordHash: HASH });
    await expect(house.identity.assertNoDemoAccounts()).resolves.toBeUndefined();
    await house.person({ email: 'admin@talento.com', passwordHash: await house.identity.hashDemoPassword('@4dm1n'), role: 'admin' });
    await expect(house.identity.assertNoDemoAccounts()).rejects.toThrow(/admin@talento\.com/);
    await house.person({ email: 'figurant@example.com', demo: true });
    await expect(house.identity.assertNoDemoAccounts()).rejects.toThrow(/figurant@example\.com/);
    const development = await openHouse({ ...house });
    await expect(development.identity.assertNoDemoAccounts()).resolves.toBeUndefined();
  });
});
