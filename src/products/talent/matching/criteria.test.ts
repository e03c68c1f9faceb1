import { describe, expect, it } from 'vitest';
import { Failure } from '#kernel/failure.ts';
import { createSnapshot, type Snapshot } from '../catalogue/snapshot.ts';
import { type Content, identified, kindsOf, overridden, setMust } from './criteria.ts';
import { checkCriteria } from './criteria-check.ts';
import { afterForm } from './criteria-form.ts';
import { criteriaOf } from './filter-criteria.ts';

const catalogue: Snapshot = createSnapshot(
  [
    {
      ...{ id: 1, code: 'MA', name: { fr: 'Maroc', en: 'Morocco', ar: 'المغرب' }, flag: '🇲🇦', nationality: 'Marocaine' },
      ...{
        nationalityMasculine: 'Marocain',
        dial: '+212',
        currency: 'MAD',
        timeZone: 'Africa/Casablanca',
        isAfrican: true,
        isActive: true,
      },
    },
  ],
  [
    {
      ...{ id: 2, countryId: 1, code: 'CAS', name: 'Casablanca', otherNames: ['Casa'], isListed: true },
      label: { fr: 'Casablanca', en: 'Casablanca', ar: 'الدار البيضاء' },
    },
  ],
  [
    {
      ...{
        id: 7,
        slug: 'web',
        name: 'Développement Web',
        emoji: '🖥️',
        category: 'Technologie',
        tag: 'general',
        synonyms: [],
        isActive: true,
      },
      label: { fr: 'Développement Web', en: 'Web development', ar: 'تطوير الويب' },
    },
    {
      ...{ id: 8, slug: 'riding', name: 'Équitation', emoji: '🐎', category: 'Équitation', tag: 'cinema', synonyms: [], isActive: true },
      label: { fr: 'Équitation', en: 'Horse riding', ar: 'ركوب الخيل' },
    },
  ],
);
const standard = { kind: 'standard', catalogue } as const;
const cinema = { kind: 'cinema', catalogue } as const;
const of = (content: Partial<Content> & Pick<Content, 'kind'>) => identified({ must: false, values: [], ...content });
const faultsOf = (work: () => unknown): readonly string[] => {
  try {
    work();
  } catch (error) {
    if (error instanceof Failure) return Object.keys(error.fields);
  }
  return [];
};

describe('criteria that come from outside', () => {
  it('are brought to their canonical form, from a list or its text', () => {
    const sent = [
      { kind: 'talent', must: true, values: ['développement web'] },
      { kind: 'language', values: ['Français'], level: 'courant' },
      { kind: 'city', values: ['casa'] },
      { kind: 'experience', min: '3' },
      { kind: 'word', values: ['React'], quote: 'React' },
    ];
    const good = checkCriteria(JSON.stringify(sent), standard);
    expect(good.map(({ kind, values, must, min }) => [kind, values, must, min])).toEqual([
      ['talent', ['7'], true, undefined],
      ['language', ['fr'], false, undefined],
      ['city', ['2'], false, undefined],
      ['experience', [], false, 3],
      ['word', ['React'], false, undefined],
    ]);
    expect(checkCriteria(good, standard)).toEqual(good);
    expect(checkCriteria([{ kind: 'talent', values: ['8'] }], cinema)[0]?.values).toEqual(['Équitation']);
  });

  it('never ask who somebody is of people of the platform', () => {
    const protectedKinds = ['gender', 'age', 'height', 'skin_tone', 'ethnicity', 'eye_color'] as const;
    for (const kind of protectedKinds) {
      expect(kindsOf('standard')).not.toContain(kind);
      expect(kindsOf('cinema')).toContain(kind);
      expect(faultsOf(() => checkCriteria([{ kind, values: ['F'], min: 20 }], standard))).toEqual(['criteria.0.kind']);
    }
  });

  it('are refused whole, each fault at its place', () => {
    const sent = [
      { kind: 'age', min: 40, max: 20 },
      { kind: 'eye_color', values: ['Violet fluo'] },
      'age',
      { kind: 'dates', from: '2026-02-31x' },
      { kind: 'age', min: 20 },
    ];
    expect(faultsOf(() => checkCriteria(sent, cinema))).toEqual([
      'criteria.0.min',
      'criteria.1.values',
      'criteria.2.kind',
      'criteria.3.from',
    ]);
    for (const wrong of ['not json', '{}', 7, Array.from({ length: 41 }, () => ({ kind: 'age', min: 20 }))])
      expect(faultsOf(() => checkCriteria(wrong, cinema))).toEqual(['criteria']);
  });
});

describe('the criteria panel', () => {
  const [city, age] = [of({ kind: 'city', values: ['2'], quote: 'à Casa' }), of({ kind: 'age', min: 25, max: 35, must: true })];
  const press = (body: Readonly<Record<string, string | readonly string[]>>) => afterForm([city, age], body, cinema);

  it('makes a criterion a must or a plus, and takes it away', () => {
    expect(setMust([city, age], age.id, false)[1]?.must).toBe(false);
    expect(press({ act: `must ${city.id}` })[0]?.must).toBe(true);
    expect(press({ act: `nice ${age.id}` })[1]?.must).toBe(false);
    expect(press({ act: `remove ${city.id}` })).toEqual([age]);
    expect(press({ act: 'remove nothing:1' })).toEqual([city, age]);
  });

  it('changes values in place; what was changed by hand is no longer what the brief says', () => {
    const changed = press({ act: `change ${age.id}`, min: '30', max: '' });
    expect(changed[1]).toMatchObject({ kind: 'age', min: 30, must: true });
    expect(changed[1]).not.toHaveProperty('max');
    expect(press({ act: `change ${city.id}`, values: [], more: 'Casa' })[0]).not.toHaveProperty('quote');
    expect(press({ act: `change ${city.id}`, more: '' })).toEqual([age]);
    expect(faultsOf(() => press({ act: `change ${age.id}`, min: '50', max: '20' }))).toEqual(['min']);
  });

  it('adds everything that was filled in, and says what could not be', () => {
    const added = press({ act: 'add', pick: 'eye_color:Vert', text: 'Casablanca', height_min: '170', from: '2026-11-03', must: '1' });
    expect(added.slice(2).map(({ kind, must }) => [kind, must])).toEqual([
      ['eye_color', true],
      ['height', true],
      ['dates', true],
    ]);
    expect(added.find(({ kind }) => kind === 'city')?.must).toBe(true);
    expect(press({ act: 'add', text: 'cheval blanc' }).at(-1)).toMatchObject({ kind: 'word', values: ['cheval blanc'] });
    expect(faultsOf(() => press({ act: 'add' }))).toEqual(['pick']);
    expect(faultsOf(() => press({ act: 'add', age_min: '900', pick: 'eye_color:Fluo' }))).toEqual(['pick', 'age_min']);
    expect(faultsOf(() => afterForm([], { act: 'add', pick: 'gender:F' }, standard))).toEqual(['pick']);
  });
});

describe('T-637 filters beside the brief', () => {
  it('become musts and go before what the brief says', () => {
    const filters = criteriaOf({
      ...{ gender: 'F', ageMin: 25, ageMax: 35, skinTones: ['Mat'], languages: ['fr', 'ary'], countryIds: [1], heightMin: 170 },
      ...{ talentTypes: ['Figurant'], otherTalents: ['Équitation'], experiences: ['5_10_ans', '10_plus'] },
    });
    expect(filters.every(({ must }) => must)).toBe(true);
    expect(filters.map(({ kind }) => kind).toSorted()).toEqual([
      ...['age', 'country', 'experience', 'gender', 'height', 'language', 'language', 'skin_tone', 'talent', 'talent_type'],
    ]);
    const read = [of({ kind: 'age', min: 40 }), of({ kind: 'language', values: ['en'] }), of({ kind: 'language', values: ['fr'] })];
    const all = overridden(read, filters);
    expect(all.filter(({ kind }) => kind === 'age').map(({ min }) => min)).toEqual([25]);
    expect(all.filter(({ kind }) => kind === 'language').map(({ values, must }) => [values[0], must])).toEqual([
      ['en', false],
      ['fr', true],
      ['ary', true],
    ]);
  });

  it.each([
    [['18-25'], 18, 25],
    [['18-25', '26-35'], 18, 35],
    [['36-50', '51+'], 36, undefined],
  ] as const)('the age ranges %s', (ageRanges, min, max) => {
    expect(criteriaOf({ ageRanges })[0]).toMatchObject({ kind: 'age', min, ...(max ? { max } : {}) });
  });
});
