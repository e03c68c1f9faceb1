import { beforeAll, describe, expect, it } from 'vitest';
import { Failure } from '#kernel/failure.ts';
import { freshDatabase } from '#test/support.ts';
import { createCatalogue, type Snapshot } from '../catalogue/catalogue.ts';
import { type CinemaFilters, readSort } from './cinema-search.ts';
import { readFilters } from './filters.ts';

let catalogue: Snapshot;
beforeAll(async () => {
  const { db } = await freshDatabase();
  catalogue = await createCatalogue({ db }).snapshot();
});

type Query = Readonly<Record<string, string | readonly string[]>>;
const read = (query: Query): Promise<CinemaFilters> => readFilters(query, async () => catalogue);
const faults = async (query: Query) => {
  const failure = await read(query).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(Failure);
  return (failure as Failure).fields;
};

describe('filters of a query string', () => {
  it.each<[string, Query, CinemaFilters]>([
    ['nothing', {}, {}],
    ['what is empty, or none of ours', { gender: '', search: '  ', language: ',', page: '2', sort: 'name' }, {}],
    [
      'v3 (T-691 … T-704)',
      { talent_type: 'Acteur Principal', gender: 'F', age_range: '26-35', country: 'Maroc', hair_type: 'Locks', build: 'Svelte' },
      {
        ...{
          talentTypes: ['Acteur Principal'],
          gender: 'F',
          ageMin: 26,
          ageMax: 35,
          countryIds: [1],
          hairTypes: ['Locks'],
          builds: ['Svelte'],
        },
      },
    ],
    [
      'v2 (T-597 … T-609)',
      { search: 'Benani', age_min: '20', age_max: '30', height_min: '160', height_max: '175', experience: '1_5_ans' },
      {
        ...{ search: 'Benani', ageMin: 20, ageMax: 30, heightMin: 160, heightMax: 175, experiences: ['1_5_ans'] },
      },
    ],
    [
      'older and other spellings',
      { talent_type: 'actrice principale', hair_type: 'Ondules', ethnicity: 'berbere', eye_color: 'BROWN', skin_tone: 'dark' },
      {
        ...{
          talentTypes: ['Acteur Principal'],
          hairTypes: ['Ondulé'],
          ethnicities: ['Berbère'],
          eyeColors: ['Marron'],
          skinTones: ['Foncé'],
        },
      },
    ],
    [
      'a comma list, a repeated name, twice the same',
      { eye_color: 'Vert,Bleu', hair_color: ['Noir', 'Brun, noir'] },
      {
        ...{ eyeColors: ['Vert', 'Bleu'], hairColors: ['Noir', 'Brun'] },
      },
    ],
    ['a name with a comma in it', { language: 'Peul (pulaar, fulfulde)' }, { languages: ['ff'] }],
    ['languages by name or code', { language: ['Français', 'ary,anglais'] }, { languages: ['fr', 'ary', 'en'] }],
    ['countries by name in any language, code and number', { country: ['senegal', 'ci', 'المغرب', '54'] }, { countryIds: [2, 14, 1, 54] }],
    ['country_id beside country', { country: 'MA', country_id: '1,2' }, { countryIds: [1, 2] }],
    [
      'a name that needs its apostrophe',
      { country: 'cote d’ivoire', ethnicity: "Afrique de l'Ouest" },
      { countryIds: [14], ethnicities: ["Afrique de l'Ouest"] },
    ],
    ['special skills under both names', { skill: 'chant', other_talent: 'Équitation' }, { otherTalents: ['Équitation', 'Chant'] }],
    ['flags', { has_photo: 'oui', is_public: '0', is_active: 'true' }, { hasPhoto: true, isPublic: false, active: true }],
    ['the last age range, with its plus lost on the way', { age_range: '51 ' }, { ageMin: 51 }],
    ['a range within a range', { age_range: '18-25', age_min: '20', age_max: '40' }, { ageMin: 20, ageMax: 25 }],
    ['several age ranges', { age_range: '18-25,51+' }, { ageRanges: ['18-25', '51+'] }],
    ['both genders', { gender: 'M,F' }, {}],
  ])('%s', async (_name, query, filters) => expect(await read(query)).toEqual(filters));

  it('names every value that means nothing, all at once', async () => {
    const wrong = await faults({
      ...{ gender: 'X', talent_type: 'Roi', age_min: 'ten', height_max: '900', country: 'Atlantis', city_id: '0', language: 'fr,klingon' },
      ...{ experience: 'much', skill: 'Télépathie', has_photo: 'perhaps', age_range: '1-2', country_id: 'x', search: 'a'.repeat(101) },
    });
    expect(Object.keys(wrong).sort()).toEqual([
      ...['age_min', 'age_range', 'city_id', 'country', 'country_id', 'experience', 'gender', 'has_photo', 'height_max', 'language'],
      ...['search', 'skill', 'talent_type'],
    ]);
    expect(wrong['language']?.params).toEqual({ value: 'klingon' });
  });

  it('names both ends of a range that is upside down', async () => {
    expect(Object.keys(await faults({ age_min: '40', age_max: '30', height_min: '180', height_max: '170' }))).toEqual([
      ...['age_min', 'age_max', 'height_min', 'height_max'],
    ]);
    expect(Object.keys(await faults({ age_range: '18-25', age_min: '30' }))).toEqual(['age_range', 'age_min']);
  });

  it('knows the orders', () => {
    expect(readSort({})).toBe('newest');
    expect(readSort({ sort: '-height' })).toBe('-height');
    expect(() => readSort({ sort: 'beauty' })).toThrow(Failure);
  });
});
