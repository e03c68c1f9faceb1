/** Each filter as a set of rows. */
import { EXPERIENCE_LEVELS } from '../options/options.ts';
import { askedSpans, type BirthSpan } from './ages.ts';
import { type Bits, emptyBits, intersect, setBit, subtract } from './bits.ts';
import type { CinemaFacets, CinemaFilters } from './cinema-search.ts';
import type { PeopleIndex } from './people-index.ts';
import { dayNumber, type ValueField } from './people-lines.ts';
import type { Question } from './question.ts';

/** The rows that one filter leaves. */
export interface Part {
  readonly facet: keyof CinemaFacets | null;
  readonly bits: Bits;
}

export function allOf(index: PeopleIndex, parts: readonly Part[]): Bits {
  const bits = index.alive.slice();
  for (const part of parts) intersect(bits, part.bits);
  return bits;
}

export function partsOf(index: PeopleIndex, { filters, today, search }: Question): readonly Part[] {
  return [
    ...valueParts(index, filters),
    ...numberParts(index, filters, today),
    ...flagParts(index, filters),
    ...searchParts(index, search),
  ];
}

function anyValue(index: PeopleIndex, field: ValueField, values: readonly (string | number)[]): Bits {
  const bits = emptyBits(index.capacity);
  for (const value of values) index.values(field).get(String(value))?.uniteInto(bits);
  return bits;
}

function valueParts(index: PeopleIndex, filters: CinemaFilters): readonly Part[] {
  const any: readonly (readonly [ValueField & keyof CinemaFacets, readonly (string | number)[] | undefined])[] = [
    ['gender', filters.gender && [filters.gender]],
    ['eyeColor', filters.eyeColors],
    ['hairColor', filters.hairColors],
    ['hairType', filters.hairTypes],
    ['skinTone', filters.skinTones],
    ['build', filters.builds],
    ['country', filters.countryIds],
    ['talentType', filters.talentTypes],
    ['ethnicity', filters.ethnicities],
  ];
  const every: readonly (readonly [Part['facet'], ValueField, readonly string[] | undefined])[] = [
    ['language', 'language', filters.languages],
    [null, 'otherTalent', filters.otherTalents],
  ];
  return [
    ...any.flatMap(([field, values]) => (values ? [{ facet: field, bits: anyValue(index, field, values) }] : [])),
    ...every.flatMap(([facet, field, values]) => (values ?? []).map((value) => ({ facet, bits: anyValue(index, field, [value]) }))),
  ];
}

function numberParts(index: PeopleIndex, filters: CinemaFilters, today: Date): readonly Part[] {
  const { heightMin, heightMax, cityIds, experiences } = filters;
  const parts: Part[] = askedSpans(filters, today).map((spans) => ({ facet: 'ageRange', bits: bornIn(index, spans.map(daysOf)) }));
  if (heightMin !== undefined || heightMax !== undefined)
    parts.push({ facet: null, bits: among(index, index.heights, [[heightMin ?? 0, heightMax ?? TALLEST]]) });
  if (cityIds) {
    const single = cityIds.map((id) => [id, id] as const);
    parts.push({ facet: null, bits: among(index, index.cities, single) });
  }
  if (experiences?.length) {
    const levels = EXPERIENCE_LEVELS.filter(({ value }) => experiences.includes(value));
    const years = levels.map(({ min, below }) => [min, below === null ? LONGEST : below - 1] as const);
    parts.push({ facet: 'experience', bits: among(index, index.years, years) });
  }
  return parts;
}

/** As far as the columns of the database go. */
const TALLEST = 260;
const LONGEST = 80;
const FAR = 0x7fffffff;
type Span = readonly [least: number, most: number];

export const daysOf = ({ after, until }: BirthSpan): Span => [
  after === null ? -FAR : dayNumber(after) + 1,
  until === null ? FAR : dayNumber(until),
];

function bornIn({ born, capacity }: PeopleIndex, spans: readonly Span[]): Bits {
  const bits = emptyBits(capacity);
  for (const [least, most] of spans) {
    for (let w = 0; w < bits.length; w += 1) {
      let word = 0;
      for (let b = 0, row = w << 5; b < 32; b += 1, row += 1) {
        const day = born[row] as number;
        if (day >= least && day <= most) word |= 1 << b;
      }
      bits[w] = (bits[w] as number) | word;
    }
  }
  return bits;
}

/** The rows whose number, never a large one, lies in one of the spans; what is unknown is in none. */
function among({ capacity }: PeopleIndex, column: Int32Array | Int16Array, spans: readonly Span[]): Bits {
  const isWanted = new Uint8Array(Math.max(...spans.map(([, most]) => most)) + 1);
  for (const [least, most] of spans) isWanted.fill(1, least, most + 1);
  const bits = emptyBits(capacity);
  for (let w = 0; w < bits.length; w += 1) {
    let word = 0;
    for (let b = 0, row = w << 5; b < 32; b += 1, row += 1) {
      const value = column[row] as number;
      if (value >= 0 && value < isWanted.length && isWanted[value] === 1) word |= 1 << b;
    }
    bits[w] = word;
  }
  return bits;
}

function flagParts(index: PeopleIndex, { hasPhoto, isPublic, active, publicOnly }: CinemaFilters): readonly Part[] {
  const flags: readonly (readonly [string, boolean | undefined])[] = [
    ['photo', hasPhoto],
    ['public', isPublic],
    ['active', active],
    ...(publicOnly
      ? ([
          ['public', true],
          ['active', true],
        ] as const)
      : []),
  ];
  return flags.flatMap(([flag, isWanted]) => {
    if (isWanted === undefined) return [];
    const raised = anyValue(index, 'flag', [flag]);
    if (isWanted) return [{ facet: null, bits: raised }];
    const bits = index.alive.slice();
    subtract(bits, raised);
    return [{ facet: null, bits }];
  });
}

function searchParts(index: PeopleIndex, search: Question['search']): readonly Part[] {
  if (!search) return [];
  const bits = index.text.find(search.words, index.alive);
  for (const id of search.ids) {
    const row = index.rowOf(id);
    if (row !== undefined) setBit(bits, row);
  }
  return [{ facet: null, bits }];
}
