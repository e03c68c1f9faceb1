import { describe, expect, test } from 'vitest';
import { arabicSubject, contractArabic } from './arabic.ts';
import { CALLED } from './called.ts';
import { englishSubject, withAn } from './english.ts';
import { contractFrench, frenchSubject } from './french.ts';
import { englishNumber, frenchNumber } from './numbers.ts';
import { JOINT } from './subject.ts';

describe('French', () => {
  test.each([
    ['machine learning', 'le machine learning'],
    ['intelligence artificielle', 'l’intelligence artificielle'],
    ['hammam de Fès', 'le hammam de Fès'],
    ['hôtel du lac', 'l’hôtel du lac'],
    ['yoga', 'le yoga'],
    ['santé mentale', 'la santé mentale'],
    ['lycée français', 'le lycée français'],
    ['forêt', 'la forêt'],
    ['soldes d’été', 'les soldes d’été'],
    ['cours de cuisine', 'le cours de cuisine'],
    ['Casting de figurants', 'le casting de figurants'],
    ['nouvelle boutique à Rabat', 'une nouvelle boutique à Rabat'],
    ['5 recettes faciles', 'les 5 recettes faciles'],
    ['Marrakech', 'Marrakech'],
    ['Fatima Zahra', 'Fatima Zahra'],
    ['Maroc', 'le Maroc'],
    ['algérie', 'l’Algérie'],
    ['du sport', 'le sport'],
    ['mon école', 'mon école'],
    ['apprendre à nager', 'l’art d’apprendre à nager'],
    ['comment faire du pain', 'l’art de faire du pain'],
    ['pourquoi le ciel est bleu', 'cette question'],
  ])('« %s » is named « %s »', (words, named) => expect(frenchSubject(words, CALLED.fr.generic).first.text).toBe(named));

  test.each([
    ['un festival de musique à Dakar', 'ce festival', 0],
    ['une école de danse', 'cette école', 1],
    ['un hôtel au bord de la mer', 'cet hôtel', 0],
    ['un hammam à Fès', 'ce hammam', 0],
    ['des artisans du cuir de Marrakech', 'ces artisans', 2],
    ['le marché de Marrakech au coucher du soleil', 'ce marché', 0],
    ['notre grande boutique de caftans à Casablanca', 'notre grande boutique', 1],
    ['le yoga', 'le yoga', 0],
  ])('« %s » is named again as « %s »', (words, text, form) =>
    expect(frenchSubject(words, CALLED.fr.generic).again).toEqual({ text, form }),
  );

  test.each([
    [`parler de ${JOINT}le sport`, 'parler du sport'],
    [`parler de ${JOINT}les abeilles`, 'parler des abeilles'],
    [`parler de ${JOINT}l’eau`, 'parler de l’eau'],
    [`parler de ${JOINT}la mer`, 'parler de la mer'],
    [`parler de ${JOINT}une école`, 'parler d’une école'],
    [`parler de ${JOINT}des amis`, 'parler d’amis'],
    [`parler de ${JOINT}des héros`, 'parler de héros'],
    [`parler de ${JOINT}Essaouira`, 'parler d’Essaouira'],
    [`parler de ${JOINT}hammam`, 'parler de hammam'],
    [`place à ${JOINT}le cinéma`, 'place au cinéma'],
    [`place à ${JOINT}les artistes`, 'place aux artistes'],
    [`place à ${JOINT}la danse`, 'place à la danse'],
    [`dire que ${JOINT}un film`, 'dire qu’un film'],
    [`jusque ${JOINT}à la fin`, 'jusqu’à la fin'],
    [`voici ${JOINT}le chat de le voisin`, 'voici le chat de le voisin'],
  ])('%j becomes « %s »', (text, joined) => expect(contractFrench(text)).toBe(joined));

  test.each([
    [0, 'zéro'],
    [21, 'vingt et un'],
    [71, 'soixante et onze'],
    [80, 'quatre-vingts'],
    [81, 'quatre-vingt-un'],
    [99, 'quatre-vingt-dix-neuf'],
    [200, 'deux cents'],
    [1000, 'mille'],
    [2026, 'deux mille vingt-six'],
  ])('%i is « %s »', (number, said) => expect(frenchNumber(number)).toBe(said));
});

describe('English', () => {
  test.each([
    ['hour', 'an hour'],
    ['honest shop', 'an honest shop'],
    ['university', 'a university'],
    ['unusual idea', 'an unusual idea'],
    ['umbrella', 'an umbrella'],
    ['European film', 'a European film'],
    ['one-day event', 'a one-day event'],
    ['AI tool', 'an AI tool'],
    ['UFO', 'a UFO'],
    ['MP3 player', 'an MP3 player'],
  ])('%s: %s', (words, text) => expect(withAn(words)).toBe(text));

  test.each([
    ['machine learning', 'machine learning', 0, 'machine learning'],
    ['coffee shop in Rabat', 'a coffee shop in Rabat', 0, 'this coffee shop'],
    ['old fisherman', 'old fisherman', 0, 'old fisherman'],
    ['an casting call for extras', 'a casting call for extras', 0, 'this casting call'],
    ['the bees', 'the bees', 2, 'the bees'],
    ['economics', 'economics', 0, 'economics'],
    ['my little bakery in the old town', 'my little bakery in the old town', 0, 'my little bakery'],
    ['how to swim', 'how to swim', 0, 'how to swim'],
    ['Why is the sky blue?', 'this question', 0, 'this question'],
  ])('%s: %s', (words, first, form, again) => {
    const subject = englishSubject(words, CALLED.en.generic);
    expect([subject.first.text, subject.first.form, subject.again.text]).toEqual([first, form, again]);
  });

  test.each([
    [15, 'fifteen'],
    [42, 'forty-two'],
    [105, 'one hundred and five'],
    [1999, 'nineteen ninety-nine'],
    [2026, 'twenty twenty-six'],
    [3000, 'three thousand'],
  ])('%i is %s', (number, said) => expect(englishNumber(number)).toBe(said));
});

describe('Arabic', () => {
  test.each([
    [`ل${JOINT}التعلم الآلي`, 'للتعلم الآلي'],
    [`ب${JOINT}التعلم الآلي`, 'بالتعلم الآلي'],
    [`و${JOINT}المدينة`, 'والمدينة'],
    [`ول${JOINT}المدينة`, 'وللمدينة'],
    [`ل${JOINT}مهرجان`, 'لمهرجان'],
    [`ل${JOINT}Casablanca`, 'لـ Casablanca'],
    [`عن ${JOINT}المدينة`, 'عن المدينة'],
    [`عن ${JOINT}Casablanca`, 'عن Casablanca'],
  ])('%j becomes %s', (text, joined) => expect(contractArabic(text)).toBe(joined));

  test.each([
    ['مهرجان السينما الإفريقية في مدينة مراكش', 'هذا المهرجان', 0],
    ['مدينة شفشاون الزرقاء في شمال المغرب', 'هذه المدينة', 1],
    ['فوائد النوم المبكر لصحة الأطفال الصغار', 'هذا الموضوع', 0],
    ['التعلم الآلي', 'التعلم الآلي', 0],
  ])('%s is named again as %s', (words, text, form) => expect(arabicSubject(words, CALLED.ar.generic).again).toEqual({ text, form }));
});
