/** What the index answers: the same as SQL, from sets of rows. */
import { rangeSpans } from './ages.ts';
import { type Bits, rowsAt, rowsOf } from './bits.ts';
import type { CinemaFacets, CinemaSort, Found } from './cinema-search.ts';
import { orderOf, pageInOrder } from './ordering.ts';
import { daysOf, type Parts } from './parts.ts';
import type { PeopleIndex, SetField } from './people-index.ts';
import type { PageQuestion, Question } from './question.ts';

/** Maps do not travel as pairs of any type: countries are numbers again in the front door. */
export type CountedFacets = { readonly [F in keyof CinemaFacets]: ReadonlyMap<string, number> };

export function findIn(index: PeopleIndex, { offset, size, sort }: PageQuestion, { all }: Parts): Found {
  const total = index.memory.count(all);
  return { total, ids: pageOf(index, all, total, offset, size, sort).map((row) => index.ids[row] as number) };
}

export function facetsIn(index: PeopleIndex, { today }: Question, parts: Parts): CountedFacets {
  const byValue = (field: SetField & keyof CinemaFacets): ReadonlyMap<string, number> =>
    counted(index, field, parts, (sample) => countValues(index, field, sample));
  return {
    gender: byValue('gender'),
    talentType: byValue('talentType'),
    ageRange: counted(index, 'ageRange', parts, (sample) => countAges(index, sample, today)),
    ethnicity: byValue('ethnicity'),
    eyeColor: byValue('eyeColor'),
    hairColor: byValue('hairColor'),
    hairType: byValue('hairType'),
    skinTone: byValue('skinTone'),
    build: byValue('build'),
    country: byValue('country'),
    language: byValue('language'),
    experience: byValue('experience'),
  };
}

type Counts = readonly (readonly [value: string, people: number])[];

/** Among those whom all filters leave but that of the facet itself. */
function counted(
  { memory }: PeopleIndex,
  facet: keyof CinemaFacets,
  { all, base, byFacet }: Parts,
  count: (sample: Bits) => Counts,
): ReadonlyMap<string, number> {
  const present = (counts: Counts) => new Map(counts.filter(([, people]) => people > 0));
  if (!byFacet.has(facet)) return present(count(all));
  const sample = memory.copyOf(base);
  for (const [other, bits] of byFacet) if (other !== facet) memory.intersect(sample, bits);
  const counts = present(count(sample));
  memory.give(sample);
  return counts;
}

function countValues(index: PeopleIndex, field: SetField, sample: Bits): Counts {
  const few: [string, number][] = [];
  const many: [string, Bits][] = [];
  for (const [value, rows] of index.values(field))
    if (rows.bits) many.push([value, rows.bits]);
    else few.push([value, rows.countFewIn(sample)]);
  const counts = index.memory.countMany(
    sample,
    many.map(([, bits]) => bits),
  );
  return [...few, ...many.map(([value], i) => [value, counts[i] ?? 0] as const)];
}

function countAges({ born, memory }: PeopleIndex, sample: Bits, today: Date): Counts {
  const ranges = rangeSpans(today);
  const counts = memory.countWithin(sample, born, ranges.map(daysOf));
  return ranges.map(({ value }, i) => [value, counts[i] ?? 0]);
}

function pageOf(index: PeopleIndex, bits: Bits, total: number, offset: number, size: number, sort: CinemaSort): readonly number[] {
  if (index.isAscending && (sort === 'newest' || sort === 'oldest')) return rowsAt(bits, offset, size, sort === 'newest');
  return pageInOrder(rowsOf(bits, total), orderOf(index, sort), offset, size);
}
