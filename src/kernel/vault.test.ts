import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import generate from '#test/fixtures/fernet/generate.json' with { type: 'json' };
import invalid from '#test/fixtures/fernet/invalid.json' with { type: 'json' };
import verify from '#test/fixtures/fernet/verify.json' with { type: 'json' };
import { FernetError, openFernet, readFernetKey, sealFernet } from './fernet.ts';
import { createVault } from './vault.ts';

const SECRET = 'a secret of the tests, at least 32 long';
const OLD_KEY = 'cw_0x689RpI-jtRR7oE8h_eQsKImvJapLeSbXpwF4e4=';
const NEW_KEY = 'c2Vjb25kLWtleS1vZi10aGUtdGVzdHMtMzItYnl0ZXM=';

describe('Fernet, the published examples (T-011, T-100)', () => {
  it.each(generate)('writes the token of $src', ({ token, now, iv, src, secret }) => {
    expect(sealFernet(readFernetKey(secret), Buffer.from(src), { now: new Date(now), iv: Buffer.from(iv) })).toBe(token);
  });

  it.each(verify)('reads the token of $src', ({ token, now, ttl_sec, src, secret }) => {
    const opened = openFernet(readFernetKey(secret), token, { maxAgeSeconds: ttl_sec, now: new Date(now) });
    expect(opened.clear.toString()).toBe(src);
    expect(opened.sealedAt).toEqual(new Date('1985-10-26T01:20:00-07:00'));
  });

  it.each(invalid)('refuses: $desc', ({ token, now, ttl_sec, secret }) => {
    const open = (): unknown => openFernet(readFernetKey(secret), token, { maxAgeSeconds: ttl_sec, now: new Date(now) });
    expect(open).toThrow(FernetError);
  });

  it('reads a token without its padding, as some programs write it', () => {
    const [example] = verify;
    expect(openFernet(readFernetKey(OLD_KEY), example?.token.replaceAll('=', '') ?? '').clear.toString()).toBe('hello');
  });

  it.each(['', 'short', `${OLD_KEY}x`, 'not base64 at all, by no means whatsoever!!!'])('refuses the key %j', (key) => {
    expect(() => readFernetKey(key)).toThrow('32 bytes');
  });
});

describe('vault', () => {
  it('gives back any text it was given, and never the same token twice', () => {
    const vault = createVault([OLD_KEY], SECRET);
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (clear) => {
        const token = vault.encrypt(clear);
        expect(vault.decrypt(token)).toBe(clear);
        expect(vault.encrypt(clear)).not.toBe(token);
      }),
    );
  });

  it('refuses a token with any one bit changed', () => {
    const vault = createVault([OLD_KEY], SECRET);
    const token = Buffer.from(vault.encrypt('+212 6 12 34 56 78'), 'base64url');
    for (let bit = 0; bit < token.length * 8; bit++) {
      const altered = Buffer.from(token);
      altered.writeUInt8((altered[bit >> 3] ?? 0) ^ (1 << (bit & 7)), bit >> 3);
      expect(() => vault.decrypt(altered.toString('base64url'))).toThrow(FernetError);
    }
  });

  it('decrypts with every key of the list and encrypts with the first', () => {
    const before = createVault([OLD_KEY], SECRET);
    const during = createVault([NEW_KEY, OLD_KEY], SECRET);
    const after = createVault([NEW_KEY], SECRET);
    const token = before.encrypt('+221 77 123 45 67');
    expect(during.decrypt(token)).toBe('+221 77 123 45 67');
    expect(() => after.decrypt(token)).toThrow('ENCRYPTION_KEY');

    const rotated = during.rotate(token);
    expect(after.decrypt(rotated)).toBe('+221 77 123 45 67');
    expect(during.rotate(rotated)).toBe(rotated);
    const dateOf = (t: string): Buffer => Buffer.from(t, 'base64url').subarray(1, 9);
    expect(dateOf(rotated)).toEqual(dateOf(token));
  });

  it('indexes the same value the same way in one scope only, and with one secret only', () => {
    const vault = createVault([OLD_KEY], SECRET);
    const index = vault.blindIndex('phone', '212612345678');
    expect(index).toMatch(/^[0-9a-f]{64}$/);
    expect(createVault([NEW_KEY], SECRET).blindIndex('phone', '212612345678')).toBe(index);
    expect(vault.blindIndex('document', '212612345678')).not.toBe(index);
    expect(createVault([OLD_KEY], `${SECRET}!`).blindIndex('phone', '212612345678')).not.toBe(index);
  });

  it('signs a text for one scope only', () => {
    const vault = createVault([OLD_KEY], SECRET);
    const signature = vault.sign('csrf', 'nonce.session');
    expect(signature).toMatch(/^[\w-]{43}$/);
    expect(vault.verify('csrf', 'nonce.session', signature)).toBe(true);
    expect(vault.verify('guest', 'nonce.session', signature)).toBe(false);
    expect(vault.verify('csrf', 'nonce.other', signature)).toBe(false);
    expect(vault.verify('csrf', 'nonce.session', signature.slice(1))).toBe(false);
    expect(vault.verify('csrf', 'nonce.session', '')).toBe(false);
  });

  it('needs a key', () => {
    expect(() => createVault([], SECRET)).toThrow('at least one');
  });
});
