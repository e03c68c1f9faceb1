import { stat } from 'node:fs/promises';
import { verify } from '@node-rs/bcrypt';
import { describe, expect, it } from 'vitest';
import { Failure } from '#kernel/failure.ts';
import { hashAsIs, hashPassword, isOutdatedHash, requireGoodPassword, temporaryPassword, verifyPassword } from './passwords.ts';
import { HASH, PASSWORD } from './test-house.ts';

/** The constraint a password is refused for; null when it is good. */
function refusal(password: string, context = {}): string | null {
  try {
    requireGoodPassword(password, context);
    return null;
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return error.fields['password']?.constraint ?? 'no field named';
  }
}

describe('password rules', () => {
  it('T-142: asks for eight characters', () => {
    expect(refusal('')).toBe('required');
    expect(refusal('k7#pQ2z')).toBe('min_length');
    expect(refusal('k7#pQ2zx')).toBeNull();
  });

  it('refuses what bcrypt would cut: more than 72 bytes, counted in bytes', () => {
    expect(refusal('xk'.repeat(36).replace(/x/g, 'é').slice(0, 72))).toBe('max_length');
    expect(refusal(`${'correct horse battery staple '.repeat(2)}0123456789ab!`)).toBeNull();
    expect(refusal('correct horse battery staple '.repeat(3))).toBe('max_length');
  });

  it.each([
    ...['password', 'Password123', 'P@ssw0rd!', 'motdepasse', 'AZERTYUIOP', 'azerty123', '12345678', '87654321', 'aaaaaaaa', 'abababab'],
    ...[
      'Bonjour2026',
      'Maroc2026!',
      'Sénégal1',
      'casablanca',
      'qwertyuiop',
      'inchallah1',
      'demo12345',
      'Admin1234',
      '00000000',
      'abcdefgh',
    ],
  ])('refuses the common password %s', (password) => {
    expect(refusal(password)).toBe('common');
  });

  it.each([
    'SecurePass123!',
    'NewPass123!',
    'OldPass123!',
    'neuf chameaux bleus',
    'زرقاء تسع جمال',
    'Ouarzazate-5h-du-mat',
    'motdepasse de Fatou',
  ])('accepts %s', (password) => expect(refusal(password)).toBeNull());

  it.each([
    ['awa.diop@example.com', { email: 'awa.diop@example.com' }],
    ['Awa.Diop1990', { email: 'awa.diop@example.com' }],
    ['AwaDiop7', { names: ['Awa', 'Diop'] }],
    ['Diop Awa!', { names: ['Awa', 'Diop'] }],
    ['benchekroun', { names: ['Salma', 'Benchekroun'] }],
    ['Élodie-2001', { names: ['Elodie'] }],
  ])('refuses %s, which is the person’s own name or address', (password, context) => {
    expect(refusal(password, context)).toBe('personal');
  });

  it('names the field of the form', () => {
    expect(() => requireGoodPassword('short', { field: 'new_password' })).toThrow(/new_password/);
  });
});

describe('hashing', () => {
  it('T-012, T-098, T-130: makes bcrypt hashes of cost 12 that plain bcrypt verifies', async () => {
    const hash = await hashPassword('SecurePass123!');
    expect(hash).toMatch(/^\$2b\$12\$/);
    expect(await verify('SecurePass123!', hash)).toBe(true);
  });

  it('verifies a hash made elsewhere, and tells that a cheaper one should be replaced', async () => {
    const imported = '$2a$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW';
    expect(await verifyPassword('U*U', imported)).toBe(true);
    expect(isOutdatedHash(imported)).toBe(true);
    expect(isOutdatedHash(HASH)).toBe(false);
  });

  it('takes as long for nobody as for somebody, and opens nothing with an unreadable hash', async () => {
    // The quickest of several, taken in turn: a busy machine makes any single one longer, none shorter.
    const timed = async (stored: string | null): Promise<number> => {
      const start = performance.now();
      expect(await verifyPassword('wrong password', stored)).toBe(false);
      return performance.now() - start;
    };
    const times: (readonly [number, number])[] = [];
    for (let n = 0; n < 7; n++) times.push([await timed(HASH), await timed(null)]);
    const [known, unknown] = [Math.min(...times.map(([of]) => of)), Math.min(...times.map(([, of]) => of))];
    expect(unknown / known).toBeGreaterThan(0.5);
    expect(unknown / known).toBeLessThan(2);
    expect(await verifyPassword('', 'not a hash')).toBe(false);
  });

  it('finds the same password in both Unicode forms', async () => {
    const hash = await hashAsIs('cafe\u0301 cre\u0300me');
    expect(await verifyPassword('caf\u00e9 cr\u00e8me', hash)).toBe(true);
  });

  it('makes temporary passwords that pass the rules and never repeat', async () => {
    const [one, two] = await Promise.all([temporaryPassword(), temporaryPassword()]);
    expect(one.password).not.toBe(two.password);
    expect(refusal(one.password)).toBeNull();
    expect(await verifyPassword(one.password, one.passwordHash)).toBe(true);
  });

  it('keeps threads free: the disk answers before six passwords are checked', async () => {
    const order: string[] = [];
    const checks = Promise.all(Array.from({ length: 6 }, () => verifyPassword(PASSWORD, HASH).then(() => order.push('password'))));
    await stat('.').then(() => order.push('disk'));
    await checks;
    expect(order).toHaveLength(7);
    expect(order.indexOf('disk')).toBeLessThan(3);
  });
});
