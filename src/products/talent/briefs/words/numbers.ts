/** Numbers in words up to ninety-nine, as the flow of a brief writes them: folded, `vingt-cinq`, `خمس وعشرين`. */
const FRENCH_UNITS =
  'un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf'.split(' ');
const FRENCH_TENS: readonly (readonly [name: string, value: number])[] = [
  ['vingt', 20],
  ['trente', 30],
  ['quarante', 40],
  ['cinquante', 50],
  ['soixante', 60],
  ['quatre-vingt', 80],
];
const ENGLISH_UNITS =
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ');
const ENGLISH_TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
/** The unit before another noun, in its two genders. */
const ARABIC_UNITS: readonly (readonly string[])[] = [
  ['واحد', 'واحده', 'احدي', 'احد'],
  ['اثنان', 'اثنين', 'اثنتين', 'اثنتان', 'اثني', 'اثنا', 'اثنتي', 'جوج'],
  ['ثلاث', 'ثلاثه', 'تلاته'],
  ['اربع', 'اربعه', 'ربعه'],
  ['خمس', 'خمسه'],
  ['ست', 'سته'],
  ['سبع', 'سبعه'],
  ['ثماني', 'ثمانيه', 'ثمان', 'تمنيه'],
  ['تسع', 'تسعه', 'تسعود'],
];
const ARABIC_TENS = 'عشر ثلاث اربع خمس ست سبع ثمان تسع'.split(' ');

function* named(): Generator<readonly [string, number]> {
  yield* [['une', 1] as const, ['عشر', 10] as const, ['عشره', 10] as const];
  for (const [index, name] of FRENCH_UNITS.entries()) yield [name, index + 1];
  for (const [ten, value] of FRENCH_TENS) {
    yield* [
      [ten, value] as const,
      [`${ten}s`, value] as const,
      [`${ten} et un`, value + 1] as const,
      [`${ten} et onze`, value + 11] as const,
    ];
    for (const [index, unit] of FRENCH_UNITS.entries()) if (value >= 60 || index < 9) yield [`${ten}-${unit}`, value + index + 1];
  }
  for (const [index, name] of ENGLISH_UNITS.entries()) yield [name, index + 1];
  for (const [ten, name] of ENGLISH_TENS.entries()) {
    yield [name, (ten + 2) * 10];
    for (const [index, unit] of ENGLISH_UNITS.slice(0, 9).entries()) yield [`${name}-${unit}`, (ten + 2) * 10 + index + 1];
  }
  for (const [index, units] of ARABIC_UNITS.entries())
    for (const unit of units) {
      yield* [[unit, index + 1] as const, [`${unit} عشر`, index + 11] as const, [`${unit} عشره`, index + 11] as const];
      for (const [ten, name] of ARABIC_TENS.entries())
        for (const ending of ['ين', 'ون']) yield [`${unit} و${name}${ending}`, (ten + 2) * 10 + index + 1];
    }
  for (const [ten, name] of ARABIC_TENS.entries()) for (const ending of ['ين', 'ون']) yield [`${name}${ending}`, (ten + 2) * 10];
}

export const NUMBERS: ReadonlyMap<string, number> = new Map(
  [...named()].flatMap(([name, value]) => [[name, value] as const, [name.replaceAll('-', ' '), value] as const]),
);
