/** What the phone and the studio must understand alike: badges, typed codes, words. Islands and products do not import each other. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { systemClock } from '#kernel/clock.ts';
import { inTransaction } from '#kernel/db/transaction.ts';
import { LANGUAGES } from '#kernel/message.ts';
import { createVault } from '#kernel/vault.ts';
import { type Badges, createBadges } from '#products/talent/badges/badges.ts';
import { encodeClaims, formatPayload, parsePayload, SEED_ALPHABET, SEED_LENGTH } from '#products/talent/badges/claims.ts';
import { scan, textsIn } from '#products/talent/presence/scan-messages.ts';
import { rosterHash } from '#products/talent/presence/typed-codes.ts';
import { verdicts } from '#products/talent/presence/verdict-messages.ts';
import { readClaims } from '../src/islands/scanner/claims.ts';
import { hashCode } from '../src/islands/scanner/codes.ts';
import { createProver, loadPlainKey } from '../src/islands/scanner/signature.ts';
import type { Texts } from '../src/islands/scanner/texts.ts';
import { freshDatabase } from './support.ts';

const number = (max: number) => fc.integer({ min: 1, max });
const claims = fc.record({
  keyId: number(0xffff),
  projectId: number(0xffff_ffff),
  assignmentId: number(0xffff_ffff),
  talentId: number(0xffff_ffff),
  seed: fc.string({ unit: fc.constantFrom(...SEED_ALPHABET), minLength: SEED_LENGTH, maxLength: SEED_LENGTH }),
});
const signature = fc.uint8Array({ minLength: 64, maxLength: 64 });

describe('the text of a badge', () => {
  it('is read by the phone as by the studio, whatever it says', () => {
    fc.assert(
      fc.property(claims, signature, (said, seal) => {
        const text = formatPayload(encodeClaims(said), seal);
        expect(readClaims(text)?.claims).toEqual(said);
        expect(readClaims(` ${text}\n`)).toEqual(parsePayload(` ${text}\n`));
      }),
      { numRuns: 500 },
    );
  });

  it('is refused by both alike when it is anything else', () => {
    const damaged = fc.tuple(claims, signature, fc.nat(130), fc.string({ maxLength: 3 }), fc.nat(3)).map(([said, seal, at, put, cut]) => {
      const text = formatPayload(encodeClaims(said), seal);
      return text.slice(0, at) + put + text.slice(at + cut);
    });
    fc.assert(
      fc.property(fc.oneof(damaged, fc.string(), fc.webUrl()), (text) => {
        expect(readClaims(text)).toEqual(parsePayload(text));
      }),
      { numRuns: 1000 },
    );
  });
});

describe('the signature of a badge', () => {
  it('T-137 is proven by the phone, with and without an Ed25519 of its own; a badge that was touched is not', async () => {
    const { badges, text, otherText } = await signedBadges();
    const keys = await badges.badges.publicKeys(badges.db);
    const sealed = readClaims(text);
    if (!sealed) throw new Error('the phone cannot read a badge of the studio');
    for (const prove of [createProver(keys), createProver(keys, loadPlainKey)]) {
      expect(await prove(sealed)).toBe(true);
      expect(await prove({ ...sealed, signature: (readClaims(otherText) ?? sealed).signature })).toBe(false);
      expect(await prove({ ...sealed, claims: { ...sealed.claims, keyId: 999 } })).toBe(false);
      for (let at = 0; at < 24; at += 5) {
        const signed = sealed.signed.slice();
        signed[at] = (signed[at] ?? 0) ^ 1;
        expect(await prove({ ...sealed, signed })).toBe(false);
      }
    }
  });
});

async function signedBadges(): Promise<{
  badges: { badges: Badges; db: Awaited<ReturnType<typeof freshDatabase>>['db'] };
  text: string;
  otherText: string;
}> {
  const { db } = await freshDatabase();
  const vault = createVault([Buffer.alloc(32, 7).toString('base64url')], 'a secret of the tests, longer than thirty-two characters');
  const files = { find: async () => null, open: async () => Promise.reject(new Error('no file here')) };
  const badges = createBadges({ db, clock: systemClock, vault, files, siteName: 'Taalentio' });
  const keyId = await inTransaction(db, (tx) => badges.rotateKey(tx));
  const badge = { id: 1, assignmentId: 7, projectId: 3, talentId: 12, keyId, seed: 'abcdefgh2', issuedAt: new Date() };
  const [text, otherText] = [await badges.payload(db, badge), await badges.payload(db, { ...badge, talentId: 13 })];
  expect(await badges.read(db, text)).toMatchObject({ talentId: 12 });
  return { badges: { badges, db }, text, otherText };
}

describe('a typed code', () => {
  it('has the same hash on the phone as in the roster, however it is typed', async () => {
    const typed = ['MACAS0001F', ' macas 0001 f', 'MACAS-000001-F', 'macas1F', 'PRJ-001-042', 'prj 001042', 'MAABC001042', 'ma‑abc–001042'];
    for (const code of typed) expect([code, await hashCode(42, code)]).toEqual([code, rosterHash(42, code)]);
    expect(await hashCode(42, 'MACAS0001F')).toBe(await hashCode(42, 'macas-1-f'));
    expect(await hashCode(42, 'MACAS0001F')).not.toBe(await hashCode(43, 'MACAS0001F'));
    await fc.assert(
      fc.asyncProperty(fc.string({ maxLength: 24, unit: fc.constantFrom(...'abzMF019 -–é') }), async (code) => {
        expect(await hashCode(7, code)).toBe(rosterHash(7, code));
      }),
      { numRuns: 300 },
    );
  });
});

describe('the words of the screen', () => {
  it('are all there in the three languages, with the same places to fill', () => {
    const texts: readonly Texts[] = LANGUAGES.map((language) => textsIn(language));
    const places = (text = ''): string => (text.match(/\{\w+\}/g) ?? []).sort().join();
    for (const [key, message] of Object.entries({ ...scan, ...verdicts })) {
      for (const language of LANGUAGES) {
        expect(message[language].trim(), key).not.toBe('');
        expect([key, places(message[language])]).toEqual([key, places(message.fr)]);
        // The screen fills places, it knows no plurals.
        expect(message[language].replaceAll(/\{\w+\}/g, '')).not.toMatch(/[{}]/);
      }
      if (!/[A-Z]{2}/.test(message.fr)) expect(message.ar, key).toMatch(/\p{Script=Arabic}/u);
    }
    expect(new Set(texts.map((each) => Object.keys(each).length)).size).toBe(1);
  });

  it('give every refusal its own word, its own reason and its own next step', () => {
    for (const ending of ['Word', 'Why', 'Next']) {
      const said = Object.entries(verdicts).flatMap(([key, message]) => (key.endsWith(ending) ? [message.fr] : []));
      expect(new Set(said).size).toBe(said.length);
    }
  });
});
