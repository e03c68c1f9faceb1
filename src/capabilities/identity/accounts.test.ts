import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Tx } from '#kernel/db/db.ts';
import type { Viewer } from '#kernel/http/access.ts';
import { freshDatabase } from '#test/support.ts';
import { policies } from './identity.ts';
import { HASH, type House, openHouse, PASSWORD, tables } from './test-house.ts';

describe('accounts', () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse({ database: await freshDatabase() });
  });
  const inTx = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => house.database.db.transaction().execute(work);
  const base = { passwordHash: HASH, firstName: 'Awa', lastName: 'Diop' };

  it('T-143: thirty at once with one address: one account, 29 times 409 DUPLICATE_EMAIL with the field named', async () => {
    const spell = (n: number): string => (n % 2 ? 'Same.Person@Example.com' : ' same.person@example.com');
    const outcomes = await Promise.allSettled(
      Array.from({ length: 30 }, (_, n) => inTx((tx) => house.identity.createAccount(tx, { ...base, email: spell(n) }))),
    );
    const won = outcomes.filter(({ status }) => status === 'fulfilled');
    const lost = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []));
    expect([won.length, lost.length]).toEqual([1, 29]);
    for (const reason of lost)
      expect(reason).toMatchObject({ kind: 'conflict', code: 'DUPLICATE_EMAIL', fields: { email: { constraint: 'unique' } } });
    expect((await house.identity.findByEmail(house.database.db, 'SAME.person@example.com'))?.email).toBe('same.person@example.com');
  });

  it('thirty at once with one local part get thirty usernames', async () => {
    const made = await Promise.all(
      Array.from({ length: 30 }, (_, n) => inTx((tx) => house.identity.createAccount(tx, { ...base, email: `fatou@host${n}.example` }))),
    );
    expect(new Set(made.map(({ username }) => username.toLowerCase())).size).toBe(30);
    expect(made.map(({ username }) => username)).toContain('fatou');
  });

  it('a duplicate leaves the caller’s transaction usable', async () => {
    await inTx((tx) => house.identity.createAccount(tx, { ...base, email: 'first@example.com', username: 'first' }));
    await inTx(async (tx) => {
      const again = house.identity.createAccount(tx, { ...base, email: 'FIRST@example.com' });
      await expect(again).rejects.toMatchObject({ code: 'DUPLICATE_EMAIL' });
      const named = house.identity.createAccount(tx, { ...base, email: 'second@example.com', username: 'FIRST' });
      await expect(named).rejects.toMatchObject({ code: 'DUPLICATE_USERNAME' });
      expect(await house.identity.createAccount(tx, { ...base, email: 'second@example.com' })).toMatchObject({ username: 'second' });
    });
  });

  it.each([
    '',
    'x',
    'a@b',
    'a b@example.com',
    'a@exa mple.com',
    'a@@example.com',
    '.a@example.com',
    'a..b@example.com',
    'a@-example.com',
    'a@example.c',
    `${'a'.repeat(65)}@example.com`,
  ])('T-119: refuses the address "%s" and names the field', async (email) => {
    await expect(inTx((tx) => house.identity.createAccount(tx, { ...base, email }))).rejects.toMatchObject({
      kind: 'invalid',
      fields: { email: { constraint: 'format' } },
    });
  });

  it.each(['awa.diop+casting@mail.example.co.ma', "o'neil@example.org", 'été@exemple.fr', 'a_b-c@sub.domaine.africa'])(
    'accepts the address %s',
    async (email) => {
      expect(await inTx((tx) => house.identity.createAccount(tx, { ...base, email }))).toMatchObject({ email, active: true, role: 'user' });
    },
  );

  it('refuses a username that could be taken for an address', async () => {
    for (const username of ['a@example.com', 'x', 'with blank', '<script>', 'аwа']) {
      const made = inTx((tx) => house.identity.createAccount(tx, { ...base, email: `u${Math.random()}@example.com`, username }));
      await expect(made).rejects.toMatchObject({ fields: { username: { constraint: 'format' } } });
    }
  });

  it('changes names, address and code; a taken address or code is a conflict', async () => {
    const [one, two] = [await house.person(), await house.person()];
    await inTx(async (tx) => {
      await house.identity.rename(tx, one.id, { firstName: ' Khadija ', lastName: 'Alaoui' });
      await house.identity.changeEmail(tx, one.id, 'Khadija@Example.com');
      await house.identity.setCode(tx, one.id, 'maf0042rab');
      await house.identity.setLanguage(tx, one.id, 'ar');
    });
    expect(await house.identity.find(house.database.db, one.id)).toMatchObject({
      ...{ firstName: 'Khadija', lastName: 'Alaoui', email: 'khadija@example.com', code: 'MAF0042RAB', language: 'ar' },
    });
    await expect(inTx((tx) => house.identity.changeEmail(tx, two.id, 'KHADIJA@example.com'))).rejects.toMatchObject({
      code: 'DUPLICATE_EMAIL',
    });
    await expect(inTx((tx) => house.identity.setCode(tx, two.id, 'MAF0042RAB'))).rejects.toMatchObject({ code: 'DUPLICATE_CODE' });
    await expect(inTx((tx) => house.identity.rename(tx, 999_999, { firstName: '', lastName: '' }))).rejects.toMatchObject({
      kind: 'not-found',
    });
  });

  it('T-140, T-141: an administrator is not removed; a person is, with all their proofs', async () => {
    const admin = await house.person({ role: 'admin' });
    await expect(inTx((tx) => house.identity.remove(tx, admin.id))).rejects.toMatchObject({ kind: 'forbidden' });
    const { id, email } = await house.person();
    await house.signIn({ identifier: email, password: PASSWORD });
    await house.identity.apiKeys.create(house.database.db, id, { name: 'script' });
    await inTx((tx) => house.identity.remove(tx, id));
    for (const table of ['identity.sessions', 'identity.token_families', 'identity.api_keys'] as const) {
      expect(await tables(house).selectFrom(table).select('account_id').where('account_id', '=', id).execute()).toEqual([]);
    }
  });

  it('the last active super administrator can neither step down nor be closed, even when two leave at once', async () => {
    const [one, two] = [await house.person({ role: 'super_admin' }), await house.person({ role: 'super_admin' })];
    const leaving = await Promise.allSettled([
      inTx((tx) => house.identity.setRole(tx, one.id, 'admin')),
      inTx((tx) => house.identity.setActive(tx, two.id, false)),
    ]);
    expect(leaving.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(leaving.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'LAST_SUPER_ADMIN' } });
  });

  it('a temporary password ends what was open and asks for a new one', async () => {
    const { id, email } = await house.person();
    await house.signIn({ identifier: email, password: PASSWORD });
    const given = await house.identity.temporaryPassword();
    await inTx((tx) => house.identity.giveTemporaryPassword(tx, id, given.passwordHash));
    expect(await house.identity.sessionsOf(house.database.db, id)).toEqual([]);
    expect((await house.signIn({ identifier: email, password: given.password })).status).toBe(200);
    const request = { ip: '::1', headers: {}, viewer: null } as never;
    await expect(house.identity.replaceTemporaryPassword(request, id, given.password)).rejects.toMatchObject({
      fields: { new_password: {} },
    });
    await house.identity.replaceTemporaryPassword(request, id, 'douze dromadaires roux');
    expect(await house.identity.find(house.database.db, id)).toMatchObject({ mustChangePassword: false });
    await expect(house.identity.replaceTemporaryPassword(request, id, 'treize dromadaires')).rejects.toMatchObject({ kind: 'forbidden' });
  });

  it('other rooms join cards without secrets', async () => {
    const { id } = await house.person({ role: 'admin' });
    const { rows } = await sql<Record<string, unknown>>`select * from identity.account_cards where id = ${id}`.execute(house.database.db);
    expect(Object.keys(rows[0] ?? {})).toEqual([
      'id',
      'email',
      'username',
      'role',
      'is_admin',
      'is_active',
      'first_name',
      'last_name',
      'created_at',
    ]);
    expect(rows[0]).toMatchObject({ id, is_admin: true, is_active: true });
  });
});

describe('policies', () => {
  const as = (role: Viewer['role'], accountId = 1, credential: Viewer['credential'] = 'session'): Viewer =>
    ({ role, accountId, credential }) as Viewer;

  it('T-138: only a super administrator gives roles, and not to themselves', () => {
    expect(policies.maySetRole(as('super_admin'), { id: 2 })).toBe(true);
    expect(policies.maySetRole(as('super_admin'), { id: 1 })).toBe(false);
    for (const role of ['user', 'presence', 'casting', 'admin'] as const) expect(policies.maySetRole(as(role), { id: 2 })).toBe(false);
  });

  it('T-139: administrators open and close accounts of people, a super administrator those of administrators, nobody their own', () => {
    expect(policies.maySetActive(as('admin'), { id: 2, role: 'user' })).toBe(true);
    expect(policies.maySetActive(as('admin'), { id: 2, role: 'admin' })).toBe(false);
    expect(policies.maySetActive(as('super_admin'), { id: 2, role: 'admin' })).toBe(true);
    expect(policies.maySetActive(as('super_admin'), { id: 1, role: 'super_admin' })).toBe(false);
    expect(policies.maySetActive(as('casting'), { id: 2, role: 'user' })).toBe(false);
  });

  it('administrators remove people, never administrators; keys do not change security', () => {
    expect(policies.mayRemoveAccount(as('admin'), { role: 'user' })).toBe(true);
    expect(policies.mayRemoveAccount(as('super_admin'), { role: 'admin' })).toBe(false);
    expect(policies.mayChangeOwnSecurity(as('user', 1, 'token'))).toBe(true);
    expect(policies.mayChangeOwnSecurity(as('super_admin', 1, 'api-key'))).toBe(false);
  });
});
