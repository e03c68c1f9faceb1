/** The filters of a question as sets of rows. */
import { askedSpans, type BirthSpan } from './ages.ts';
import { type Bits, hasBit, setBit } from './bits.ts';
import type { CinemaFacets, CinemaFilters } from './cinema-search.ts';
import type { PeopleIndex, SetField } from './people-index.ts';
import { dayNumber } from './people-lines.ts';
import type { Question } from './question.ts';
import type { Span } from './set-memory.ts';

/** What the filters leave. */
export interface Parts {
  /** By all filters. */
  readonly all: Bits;
  /** By those that belong to no facet; whom two facets leave out may be missing. */
  readonly base: Bits;
  /** By those of one facet, each alone. */
  readonly byFacet: ReadonlyMap<keyof CinemaFacets, Bits>;
}

/** The sets belong to whoever asks, until they give them back. */
export function partsOf(index: PeopleIndex, { filters, today, search }: Question): Parts {
  const { memory } = index;
  let base = memory.copyOf(index.alive);
  const byFacet = new Map<keyof CinemaFacets, Bits>();
  for (const { facet, bits } of [...valueParts(index, filters), ...numberParts(index, filters, today), ...flagParts(index, filters)]) {
    const before = facet === null ? base : byFacet.get(facet);
    if (before) {
      memory.intersect(before, bits);
      memory.give(bits);
    } else if (facet !== null) byFacet.set(facet, bits);
  }
  if (search) base = withText(index, search, base, byFacet.values());
  const all = memory.copyOf(base);
  for (const bits of byFacet.values()) memory.intersect(all, bits);
  return { all, base, byFacet };
}

export function giveBack({ memory }: PeopleIndex, { all, base, byFacet }: Parts): void {
  memory.give(all, base, ...byFacet.values());
}

interface Part {
  readonly facet: keyof CinemaFacets | null;
  readonly bits: Bits;
}

function anyValue(index: PeopleIndex, field: SetField, values: readonly (string | number)[]): Bits {
  const bits = index.memory.empty();
  for (const value of values) index.values(field).get(String(value))?.uniteInto(bits);
  return bits;
}

function valueParts(index: PeopleIndex, filters: CinemaFilters): readonly Part[] {
  const any: readonly (readonly [SetField & keyof CinemaFacets, readonly (string | number)[] | undefined])[] = [
    ['gender', filters.gender && [filters.gender]],
    ['eyeColor', filters.eyeColors],
    ['hairColor', filters.hairColors],
    ['hairType', filters.hairTypes],
    ['skinTone', filters.skinTones],
    ['build', filters.builds],
    ['country', filters.countryIds],
    ['talentType', filters.talentTypes],
    ['ethnicity', filters.ethnicities],
    ['experience', filters.experiences?.length ? filters.experiences : undefined],
  ];
  const every: readonly (readonly [Part['facet'], SetField, readonly string[] | undefined])[] = [
    ['language', 'language', filters.languages],
    [null, 'otherTalent', filters.otherTalents],
  ];
  return [
    ...any.flatMap(([field, values]) => (values ? [{ facet: field, bits: anyValue(index, field, values) }] : [])),
    ...every.flatMap(([facet, field, values]) => (values ?? []).map((value) => ({ facet, bits: anyValue(index, field, [value]) }))),
  ];
}

function numberParts(index: PeopleIndex, filters: CinemaFilters, today: Date): readonly Part[] {
  const { born, cities, heights, memory } = index;
  const { heightMin, heightMax, cityIds } = filters;
  const within = (column: Int32Array | Int16Array, spans: readonly Span[]): Bits => {
    const bits = memory.empty();
    for (const span of spans) memory.addWithin(bits, column, span);
    return bits;
  };
  const parts: Part[] = askedSpans(filters, today).map((spans) => ({ facet: 'ageRange', bits: within(born, spans.map(daysOf)) }));
  if (heightMin !== undefined || heightMax !== undefined)
    parts.push({ facet: null, bits: within(heights, [[heightMin ?? 0, heightMax ?? TALLEST]]) });
  if (cityIds) {
    const bits = memory.empty();
    memory.addListed(bits, cities, cityIds);
    parts.push({ facet: null, bits });
  }
  return parts;
}

/** Beyond what the columns of the database hold. */
const TALLEST = 32_767;
const FAR = 0x7fffffff;

export const daysOf = ({ after, until }: BirthSpan): Span => [
  after === null ? -FAR : dayNumber(after) + 1,
  until === null ? FAR : dayNumber(until),
];

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
    const bits = index.memory.copyOf(index.alive);
    index.memory.subtract(bits, raised);
    index.memory.give(raised);
    return [{ facet: null, bits }];
  });
}

/** Texts are looked at last, and only those of rows that count for something: whom two facets leave out is in no answer. */
function withText(index: PeopleIndex, { words, ids }: NonNullable<Question['search']>, rows: Bits, facets: Iterable<Bits>): Bits {
  const { memory } = index;
  memory.keepLackedOnce(rows, facets);
  const found = index.text.find(words, rows);
  for (const id of ids) {
    const row = index.rowOf(id);
    if (row !== undefined && hasBit(rows, row)) setBit(found, row);
  }
  memory.give(rows);
  return found;
}
