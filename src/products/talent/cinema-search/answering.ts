/** What the index answers: the same as SQL, from sets of rows. */
import { EXPERIENCE_LEVELS } from '../options/options.ts';
import { rangeSpans } from './ages.ts';
import { type Bits, countBits, eachRow, rowsAt, rowsOf, sampleOf } from './bits.ts';
import type { CinemaFacets, CinemaSort, Found } from './cinema-search.ts';
import { orderOf, pageInOrder } from './ordering.ts';
import { allOf, daysOf, partsOf } from './parts.ts';
import type { PeopleIndex } from './people-index.ts';
import type { ValueField } from './people-lines.ts';
import type { PageQuestion, Question } from './question.ts';

/** Maps do not travel as pairs of any type: countries are numbers again in the front door. */
export type CountedFacets = { readonly [F in keyof CinemaFacets]: ReadonlyMap<string, number> };

export function findIn(index: PeopleIndex, question: PageQuestion, parts = partsOf(index, question)): Found {
  const bits = allOf(index, parts);
  const total = countBits(bits);
  const { offset, size, sort } = question;
  return { total, ids: pageOf(index, bits, total, offset, size, sort).map((row) => index.ids[row] as number) };
}

export function facetsIn(index: PeopleIndex, question: Question, parts = partsOf(index, question)): CountedFacets {
  const everything = sampleOf(allOf(index, parts));
  const sampleFor = (facet: keyof CinemaFacets) =>
    parts.some((part) => part.facet === facet)
      ? sampleOf(
          allOf(
            index,
            parts.filter((part) => part.facet !== facet),
          ),
        )
      : everything;
  const byValue = (field: ValueField & keyof CinemaFacets): ReadonlyMap<string, number> => {
    const sample = sampleFor(field);
    const counts = [...index.values(field)].map(([value, rows]) => [value, rows.countIn(sample)] as const);
    return new Map(counts.filter(([, count]) => count > 0));
  };
  return {
    gender: byValue('gender'),
    talentType: byValue('talentType'),
    ageRange: countAges(index, sampleFor('ageRange').bits, question.today),
    ethnicity: byValue('ethnicity'),
    eyeColor: byValue('eyeColor'),
    hairColor: byValue('hairColor'),
    hairType: byValue('hairType'),
    skinTone: byValue('skinTone'),
    build: byValue('build'),
    country: byValue('country'),
    language: byValue('language'),
    experience: countExperience(index, sampleFor('experience').bits),
  };
}

function countAges({ born }: PeopleIndex, bits: Bits, today: Date): ReadonlyMap<string, number> {
  const ranges = rangeSpans(today).map((span) => ({ value: span.value, span: daysOf(span), count: 0 }));
  eachRow(bits, (row) => {
    const day = born[row] as number;
    for (const range of ranges) {
      if (day < range.span[0] || day > range.span[1]) continue;
      range.count += 1;
      return;
    }
  });
  return new Map(ranges.filter(({ count }) => count > 0).map(({ value, count }) => [value, count]));
}

function countExperience({ years }: PeopleIndex, bits: Bits): ReadonlyMap<string, number> {
  const counts = new Int32Array(256);
  eachRow(bits, (row) => {
    const known = years[row] as number;
    if (known >= 0) counts[known] = (counts[known] as number) + 1;
  });
  const of = (min: number, below: number | null): number =>
    counts.subarray(min, below ?? counts.length).reduce((sum, count) => sum + count, 0);
  return new Map(EXPERIENCE_LEVELS.map(({ value, min, below }) => [value, of(min, below)] as const).filter(([, count]) => count > 0));
}

function pageOf(index: PeopleIndex, bits: Bits, total: number, offset: number, size: number, sort: CinemaSort): readonly number[] {
  if (index.isAscending && (sort === 'newest' || sort === 'oldest')) return rowsAt(bits, offset, size, sort === 'newest');
  return pageInOrder(rowsOf(bits, total), orderOf(index, sort), offset, size);
}
