import { describe, expect, it } from 'vitest';
import { keysOf } from './keys.ts';
import { nameSimilarity, SAME_NAME } from './similarity.ts';
import { normalisedName, wordsOf } from './spelling.ts';

/** Eight names in 41 spellings, as people of the Maghreb and of West Africa write them on forms in French, English and Arabic. */
const SPELLINGS: Readonly<Record<string, readonly string[]>> = {
  mohamed: ['Mohamed', 'Mohammed', 'Muhammad', 'Mouhamed', 'Md', 'محمد', 'Mohamad'],
  youssef: ['Youssef', 'Yusuf', 'Youcef', 'Yousuf', 'يوسف', 'Yossef'],
  diallo: ['Diallo', 'Jallow', 'Jalloh', 'Djallo', 'Dialo'],
  khadija: ['Khadija', 'Khadidja', 'Kadija', 'Hadija', 'خديجة', 'Khadîja'],
  benali: ['Ben Ali', 'Benali', 'Bin Ali', 'Ibn Aly', 'بن علي'],
  aicha: ['Aïcha', 'Aisha', 'Aycha', 'عائشة'],
  abdelkader: ['Abdelkader', 'Abd el Kader', 'Abdul Qadir', 'Abdel-Kader', 'عبد القادر'],
  ndiaye: ['Ndiaye', 'N’Diaye', 'Njie'],
};
const everybody = Object.values(SPELLINGS);

/** As the first and as the last name of somebody. */
const asPerson = (name: string): readonly string[] => [`${name} Zerouali`, `Samba ${name}`];

const pairsOf = <T>(list: readonly T[]): readonly (readonly [T, T])[] =>
  list.flatMap((one, index) => list.slice(index + 1).map((other) => [one, other] as const));
const meet = (one: string, other: string): boolean => {
  const keys = new Set(keysOf(wordsOf(one)));
  return keysOf(wordsOf(other)).some((key) => keys.has(key));
};
const alike = (one: string, other: string): number => nameSimilarity(wordsOf(one), wordsOf(other));

describe('spellings of one name', () => {
  const pairs = everybody.flatMap((spellings) => pairsOf(spellings));

  it('are 41 of 8 names', () => {
    expect([everybody.length, everybody.flat().length]).toEqual([8, 41]);
  });

  it('are found by their keys: nine pairs of ten at least, first name or last', () => {
    const found = pairs.flatMap(([one, other]) => asPerson(one).map((name, place) => meet(name, asPerson(other)[place] ?? '')));
    expect(found.filter(Boolean).length / found.length).toBeGreaterThanOrEqual(0.9);
  });

  it('are declared the same name: nine pairs of ten at least', () => {
    const missed = pairs.filter(([one, other]) => alike(`${one} Zerouali`, `${other} Zerouali`) < SAME_NAME);
    expect(missed.length / pairs.length, missed.map((pair) => pair.join(' / ')).join(', ')).toBeLessThanOrEqual(0.1);
  });

  it('are found where no list of variants helps', () => {
    const others = [
      ['Zakaria', 'Zakariya', 'Zakariyya', 'زكرياء'],
      ['Chaïmae', 'Shaimaa', 'Chaymaa', 'شيماء'],
      ['Bouchra', 'Bushra', 'بشرى'],
      ['Ouafa', 'Wafa', 'Wafae', 'وفاء'],
      ['El Alaoui', 'Alaoui', 'Alawi', 'العلوي'],
      ['Ghizlane', 'Ghizlan', 'غزلان'],
      ['Mbaye', 'M’Baye', 'Mbaie'],
      ['Ould Cheikh', 'Wuld Sheikh', 'ولد الشيخ'],
      ['Aït Lahcen', 'Ait Lahsen', 'Ayt Lahcen'],
      ['Abderrahmane', 'Abdul Rahman', 'عبد الرحمن'],
    ].flatMap((spellings) => pairsOf(spellings));
    const lost = others.filter(([one, other]) => !meet(`${one} Zerouali`, `${other} Zerouali`));
    expect(lost.length / others.length, lost.map((pair) => pair.join(' / ')).join(', ')).toBeLessThanOrEqual(0.1);
    const unlike = others.filter(([one, other]) => alike(`${one} Zerouali`, `${other} Zerouali`) < SAME_NAME);
    expect(unlike.length / others.length, unlike.map((pair) => pair.join(' / ')).join(', ')).toBeLessThanOrEqual(0.1);
  });
});

describe('names that only look alike', () => {
  it.each([
    ['Mohamed', 'Mahmoud'],
    ['Hassan', 'Hussein'],
    ['Karim', 'Karima'],
    ['Amine', 'Amina'],
    ['Salim', 'Salem'],
    ['Saïd', 'Saïda'],
    ['Jamal', 'Jamila'],
    ['Omar', 'عمرو'],
    ['محمد', 'محمود'],
    ['حسن', 'حسين'],
    ['كريم', 'Karima'],
    ['Zoubir', 'Zoubira'],
    ['Awa', 'Aya'],
    ['Diop', 'Dia'],
    ['Moussa', 'Mouna'],
  ])('are never declared the same: %s and %s', (one, other) => {
    expect(alike(`${one} Zerouali`, `${other} Zerouali`)).toBeLessThan(SAME_NAME);
    expect(alike(one, other)).toBeLessThan(SAME_NAME);
  });

  it('with one of two names in common are strangers', () => {
    expect(alike('Awa Diop', 'Awa Ndiaye')).toBeLessThan(0.7);
    expect(alike('Awa Diop', 'Moussa Diop')).toBeLessThan(0.7);
  });
});

describe('the words of a name', () => {
  it('stand in any order', () => {
    expect(alike('Fatou Diallo', 'DIALLO Fatou')).toBe(1);
  });

  it('may lack the middle one, and forgive an initial', () => {
    expect(alike('Mohamed Amine Tazi', 'Mohammed Tazi')).toBeGreaterThanOrEqual(SAME_NAME);
    expect(alike('Fatima-Zahra Alaoui', 'Fatimazahra El Alaoui')).toBeGreaterThanOrEqual(SAME_NAME);
    expect(alike('Awa M. Diop', 'Awa Diop')).toBe(1);
  });

  it('keep their particle as something that may be left out', () => {
    expect(alike('Sara Ben Ali', 'Sara Ali')).toBeGreaterThan(0.85);
    expect(alike('Sara Ben Ali', 'Sara Ben Omar')).toBeLessThan(0.8);
  });

  it('come out in one spelling', () => {
    expect(normalisedName('Aïcha EL-ALAOUI')).toBe('aicha alaoui');
    expect(normalisedName("N'Diaye Awa")).toBe('ndiaye awa');
    expect(normalisedName('Sidi Mohamed Ould Cheikh')).toBe('mohamed ouldcheikh');
  });

  it('are compared as written in alphabets nobody here reads aloud', () => {
    expect(alike('ⵎⵓⵃⵎⵎⴷ ⵣ', 'ⵎⵓⵃⵎⵎⴷ ⵣ')).toBe(1);
    expect(alike('ⵎⵓⵃⵎⵎⴷ', 'ⴰⵣⵓⵍ')).toBe(0);
    expect(meet('ⵎⵓⵃⵎⵎⴷ ⵣⵣ', 'ⴰⵣⵓⵍ ⵣⵉ')).toBe(false);
  });

  it('survive names that are nothing but particles', () => {
    for (const name of ['El', 'Ben', 'Sidi', 'Abd', 'ال', '...', 'Ibn Al']) {
      expect(keysOf(wordsOf(name)).length, name).toBeGreaterThanOrEqual(name === '...' ? 0 : 1);
      expect(alike(name, name), name).toBe(name === '...' ? 0 : 1);
    }
  });
});
