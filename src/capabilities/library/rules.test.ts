import { describe, expect, it } from 'vitest';
import { type ConsentTerms, lookOf } from './consent.ts';
import type { Person, Said } from './medium.ts';
import { type Ask, castOf, judge, purposeOf, type RefusalCode, type Shown, standingOf } from './rules.ts';

const NOW = new Date('2026-11-21T12:00:00Z');
const day = (text: string): Date => new Date(`${text}T00:00:00Z`);
const AWA: Person = { id: 1, key: 'cinema:1', name: 'Awa Diop', code: 'SNDAK0001F' };
const SAMI: Person = { id: 2, key: 'cinema:2', name: 'Sami Alaoui', code: 'MACAS0002M' };

const medium = (id: number, said: Said, people: readonly Person[] = [], parts: readonly Shown[] = []): Shown => ({
  ...{ id, kind: 'upload', ref: String(id), title: `Medium ${id}`, origin: 'cinema.project:7', said, people, parts },
});
const portrait = medium(10, 'people', [AWA]);
const consent = (changes: Partial<ConsentTerms> = {}): ConsentTerms => ({
  ...{ id: 1, personId: 1, mediumId: null, origin: 'cinema.project:7', purposes: ['promo', 'social'], platforms: null },
  ...{ startsAt: day('2026-01-01'), endsAt: null, state: 'given', withdrawnAt: null },
  ...changes,
});
const ask: Ask = { purpose: 'promo', platforms: ['instagram'], at: day('2026-12-01') };
const codes = (shown: Shown, consents: readonly ConsentTerms[], of: Partial<Ask> = {}): readonly RefusalCode[] =>
  judge(shown, consents, { ...ask, ...of }, NOW).map(({ code }) => code);

describe('who must agree', () => {
  it.each<[what: string, shown: Shown, expected: readonly RefusalCode[]]>([
    ['what a machine made shows nobody real', medium(1, 'made'), []],
    ['a logo shows nobody', medium(1, 'nobody'), []],
    ['what nobody declared is closed', medium(1, 'undeclared'), ['undeclared']],
    ['“people” without a person is not declared', medium(1, 'people'), ['undeclared']],
    ['a person who was never asked', portrait, ['none']],
    ['a film shows whom its parts show', medium(1, 'parts', [], [medium(2, 'made'), medium(3, 'parts', [], [portrait])]), ['none']],
    ['and what nobody declared of its parts', medium(1, 'parts', [], [medium(2, 'undeclared'), portrait]), ['undeclared', 'none']],
  ])('%s', (_what, shown, expected) => expect(codes(shown, [])).toEqual(expected));

  it('names each person once, however often they are seen', () => {
    const film = medium(1, 'parts', [], [portrait, medium(11, 'people', [AWA, SAMI])]);
    expect(castOf(film).people.map(({ person }) => person.name)).toEqual(['Awa Diop', 'Sami Alaoui']);
    expect(codes(film, [consent()])).toEqual(['none']);
    expect(codes(film, [consent(), consent({ personId: 2 })])).toEqual([]);
  });
});

describe('what a consent covers', () => {
  it.each<[what: string, changes: Partial<ConsentTerms>, of: Partial<Ask>, expected: readonly RefusalCode[]]>([
    ['this project', {}, {}, []],
    ['everything with this person', { origin: null }, {}, []],
    ['another project', { origin: 'cinema.project:8' }, {}, ['none']],
    ['the photo that the film is made of', { origin: null, mediumId: 10 }, {}, []],
    ['another photo', { origin: null, mediumId: 99 }, {}, ['none']],
    ['another use', { purposes: ['press'] }, {}, ['purpose']],
    ['these platforms', { platforms: ['instagram', 'facebook'] }, {}, []],
    ['a platform too few', { platforms: ['facebook'] }, {}, ['platform']],
    ['one platform of two', { platforms: ['instagram'] }, { platforms: ['instagram', 'tiktok'] }, ['platform']],
    ['until after the publication', { endsAt: day('2026-12-02') }, {}, []],
    ['until the very moment: it has ended', { endsAt: day('2026-12-01') }, {}, ['expired']],
    ['until before the publication, though it holds today', { endsAt: day('2026-11-30') }, {}, ['expired']],
    ['from after the publication', { startsAt: day('2026-12-24') }, {}, ['ahead']],
    ['nothing yet: it was asked for', { state: 'asked' }, {}, ['asked']],
    ['nothing: it was refused', { state: 'refused' }, {}, ['refused']],
    ['nothing any more, from the moment of the withdrawal', { withdrawnAt: day('2026-11-20') }, {}, ['withdrawn']],
    ['a past moment is judged as now: nothing is said in the past', { endsAt: day('2026-11-20') }, { at: day('2026-11-01') }, ['expired']],
  ])('%s', (_what, changes, of, expected) => expect(codes(medium(1, 'parts', [], [portrait]), [consent(changes)], of)).toEqual(expected));

  it('one that covers all of it is enough; without one the nearest says what to do', () => {
    const film = medium(1, 'parts', [], [portrait]);
    expect(codes(film, [consent({ state: 'refused' }), consent({ id: 2 })])).toEqual([]);
    expect(codes(film, [consent({ state: 'refused' }), consent({ id: 2, platforms: ['facebook'] })])).toEqual(['platform']);
    const [refusal] = judge(film, [consent({ withdrawnAt: day('2026-11-20') })], ask, NOW);
    expect(refusal).toMatchObject({ code: 'withdrawn', person: AWA, medium: { id: 10 }, at: day('2026-11-20') });
  });
});

describe('how it reads', () => {
  it.each([
    ['clear', [consent()], null],
    ['clear', [consent({ endsAt: day('2027-01-01') }), consent({ id: 2, endsAt: day('2026-12-01') })], day('2027-01-01')],
    ['asked', [consent({ state: 'asked' })], null],
    ['withdrawn', [consent({ withdrawnAt: day('2026-11-20') })], null],
    ['expired', [consent({ endsAt: day('2026-11-20') })], null],
    ['missing', [], null],
  ] as const)('%s', (standing, consents, endsAt) => expect(standingOf(portrait, consents, NOW)).toEqual({ standing, endsAt }));

  it('ends when the first of its people ends, each standing on their longest consent', () => {
    const two = medium(1, 'people', [AWA, SAMI]);
    const ends = [consent({ endsAt: day('2027-06-01') }), consent({ id: 2, personId: 2, endsAt: day('2027-02-01') })];
    expect(standingOf(two, ends, NOW)).toEqual({ standing: 'clear', endsAt: day('2027-02-01') });
  });

  it('what was made for a project is promotion, anything else a post of the house', () => {
    expect(purposeOf({ origin: 'cinema.project:7' })).toBe('promo');
    expect(purposeOf({ origin: null })).toBe('social');
  });

  it('a consent is asked, given, to come, ended, refused or withdrawn', () => {
    const looks = [
      consent({ state: 'asked' }),
      consent(),
      consent({ startsAt: day('2027-01-01') }),
      consent({ endsAt: NOW }),
      consent({ state: 'refused' }),
      consent({ withdrawnAt: NOW }),
    ].map((one) => lookOf(one, NOW));
    expect(looks).toEqual(['asked', 'given', 'ahead', 'expired', 'refused', 'withdrawn']);
  });
});
