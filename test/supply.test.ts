/** The gates over what we are given: each is shown a sin of its kind. */
import { describe, expect, it } from 'vitest';
// @ts-expect-error: a script, in JavaScript
import { licenceFaults } from '../scripts/lib/licences.mjs';
// @ts-expect-error: a script, in JavaScript
import { lockedPackages } from '../scripts/lib/lock.mjs';
// @ts-expect-error: a script, in JavaScript
import { secretsIn } from '../scripts/lib/secrets.mjs';

describe('licences', () => {
  const judge = (licence: string | null, name = 'thing'): readonly string[] =>
    licenceFaults([{ name, version: '1.0.0', licence }]) as readonly string[];

  it.each(['MIT', 'Apache-2.0', '(MIT OR GPL-3.0-only)', 'Apache-2.0 AND MIT', '(MIT AND Zlib)'])('%s may be used', (licence) => {
    expect(judge(licence)).toEqual([]);
  });
  it.each(['GPL-3.0-only', 'AGPL-3.0-or-later', 'MIT AND GPL-2.0-only', 'UNLICENSED', 'LGPL-3.0-or-later', 'BUSL-1.1', null])(
    '%s may not',
    (licence) => {
      expect(judge(licence)).toHaveLength(1);
    },
  );
  it('an exception is of one package', () => {
    expect(judge('LGPL-3.0-or-later', '@img/sharp-libvips-linux-x64')).toEqual([]);
    expect(judge('GPL-3.0-only', '@img/sharp-libvips-linux-x64')).toHaveLength(1);
  });
});

describe('the lock', () => {
  it('says who needs whom, as Node finds it', () => {
    const entry = (version: string, dependencies = {}) => ({ version, license: 'MIT', dependencies });
    const packages = {
      '': {},
      'node_modules/a': entry('1.0.0', { '@s/b': '*', c: '*' }),
      'node_modules/@s/b': entry('1.0.0', { c: '*' }),
      'node_modules/@s/b/node_modules/c': entry('2.0.0'),
      'node_modules/c': { ...entry('1.0.0'), dev: true },
    };
    const found = lockedPackages({ packages }) as readonly { path: string; needs: readonly string[]; isDevelopment: boolean }[];
    expect(found.map(({ path, needs }) => [path, needs])).toEqual([
      ['node_modules/a', ['node_modules/@s/b', 'node_modules/c']],
      ['node_modules/@s/b', ['node_modules/@s/b/node_modules/c']],
      ['node_modules/@s/b/node_modules/c', []],
      ['node_modules/c', []],
    ]);
    expect(found.filter(({ isDevelopment }) => isDevelopment)).toHaveLength(1);
  });
});

describe('secrets', () => {
  const random = 'Zq7Xk2mP9vB4nR8tL1wY6sD3fG5hJ0cA7eU2iO9p';
  const look = (text: string): readonly string[] => secretsIn([{ path: 'a.ts', text }]) as readonly string[];

  it.each([
    ['AWS', `const id = 'AKIA${'Q7X2M9V4N8T1W6S3'}';`],
    ['GitHub', `ghp_${random}`],
    ['OpenAI', `sk-proj-${random}`],
    ['a signed token', `eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.${random}`],
    ['a private key', `-----BEGIN PRIVATE KEY-----\n${random}${random}\n${random}\n`],
    ['a telling name', `SECRET_KEY: '${random}${random}'`],
  ])('%s is seen, with its line', (_what, text) => {
    expect(look(`first\n${text}`)).toEqual([expect.stringMatching(/^a\.ts:2: /)]);
  });
  it('words, repetitions and what is explained are none', () => {
    expect(look(`const password = '${'a'.repeat(50)}'; const token = 'this-is-only-a-long-name-of-something-else';`)).toEqual([]);
    expect(look(`const token = '${random}'; // no secret: of the document`)).toEqual([]);
  });
});
