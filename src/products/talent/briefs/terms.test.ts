import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '#kernel/text.ts';
import { isConcept, termsOf } from './briefs.ts';

const bag = (text: string): string[] => termsOf(text).map(({ term }) => term);
const words = (text: string): string[] => bag(text).filter((term) => !isConcept(term));
const concepts = (text: string): string[] => [...new Set(bag(text).filter(isConcept))].sort();

describe('words of one family have one term', () => {
  it.each([
    // What the published French stemmer joins, it must not lose.
    'photographe photographie photographes photographer photography',
    'infirmier infirmière infirmiere infirmiers infirmières',
    // What it does not join: the genders of trades.
    'acteur actrice acteurs actrices',
    'danseur danseuse danse danser dancer dancing',
    'développeur développeuse developpeur développement developer development developers',
    'comédien comédienne comédiens comédiennes',
    'monteur monteuse',
    'coiffeur coiffeuse',
    'cascadeur cascadeuse cascadeurs',
    'directeur directrice direction director',
    'réalisateur réalisatrice réalisation',
    'créateur créatrice création creation creator',
    'traducteur traductrice traduction',
    'musicien musicienne',
    'boulanger boulangère boulangers',
    'sportif sportive sportifs',
    'curieux curieuse',
    'professionnel professionnelle professional professionals',
    'qualifié qualifiée qualifiés qualifiées qualified',
    'travail travaux travaille travailler',
    'journal journaux',
    'cheval chevaux',
    'company companies',
    'qualité quality',
    'musique music',
    'rapide rapidement rapides',
    'couramment courant courante',
    'fluent fluently',
    'manage manager managing managed',
    'woman women',
    'child children',
    'frontend front-end front end',
    'e-commerce ecommerce',
    'voix-off voixoff',
    'ممثل ممثلة ممثلون ممثلات الممثل والممثلة للممثل لممثل',
    'مصور المصور مصورة مصورين',
    'راقص راقصة الراقصات',
    'مبرمج المبرمجون مبرمجة',
  ])('%s', (family) => expect(new Set(words(family)).size).toBe(1));

  it.each([
    ['acteur', 'action'],
    ['acteur', 'acte'],
    ['chef', 'cheval'],
    ['chercheur', 'cherche'],
    ['recruteur', 'recrute'],
    ['illustrator', 'illustration'],
    ['cascadeur', 'cascade'],
    ['poisson', 'poison'],
    ['désert', 'dessert'],
    ['marche', 'marketing'],
    ['roller', 'rôle'],
    ['directeur', 'direct'],
    ['java', 'javascript'],
    ['c++', 'c#'],
    ['ممثل', 'مصور'],
    ['كاتب', 'مكتب'],
  ])('%s and %s stay apart', (one, other) => expect(words(one)).not.toEqual(words(other)));
});

describe('terms', () => {
  it.each([
    ['c++ C# .NET Node.js 3D', ['c++', 'c#', '.net', 'node.js', '3d']],
    ["l'acteur qu’il d’ici j'ai", ['acteur']],
    ['un·e acteur·rice', ['acteur']],
    ['comédien/ne, passionné·e·s', ['comedien', 'passion']],
    ['30+ 1,75', ['30', '1', '75']],
    ['', []],
    ['le la les the and في من', []],
  ])('%j', (text, expected) => expect(words(text)).toEqual(expected));

  it.each([
    ['développeur web', '=talent:developpement-web'],
    ['React et PHP', '=talent:developpement-web'],
    ['web developer', '=talent:developpement-web'],
    ['مطور ويب', '=talent:developpement-web'],
    ['développeur(se) web', '=talent:developpement-web'],
    ['UI/UX', '=talent:designer-ui-ux'],
    ['chef(fe) de projet', '=talent:gestion-de-projet'],
    ['Équitation', '=talent:equitation'],
    ['cavalière', '=talent:equitation'],
    ['horse riding', '=talent:equitation'],
    ['ركوب الخيل', '=talent:equitation'],
    ['الفروسية', '=talent:equitation'],
    ['actrice principale', '=type:acteur principal'],
    ['lead actress', '=type:acteur principal'],
    ['voix-off', '=type:voix off'],
    ['كومبارس', '=type:figurant'],
    ['I speak Arabic', '=lang:ar'],
    ['يتحدث العربية', '=lang:ar'],
    ['darija', '=lang:ary'],
    ['بالفرنسية', '=lang:fr'],
  ])('%s stands for %s', (text, concept) => expect(concepts(text)).toContain(concept));

  it('takes whole words, the longest name first', () => {
    expect(concepts('reaction chantier dansk judoka-bar')).toEqual(['=skills:1', '=talent:judo']);
    expect(concepts('react native')).toEqual(['=talent:developpement-mobile']);
    expect(concepts('web. Développeur')).toEqual([]);
  });

  it('shares a concept between a profile and a brief in other words and languages', () => {
    const profile = new Set(concepts('Vidéaste et monteuse, je travaille avec Premiere Pro'));
    for (const brief of ['مونتاج', 'video editor', 'montage vidéo'])
      expect(
        concepts(brief).some((one) => profile.has(one)),
        brief,
      ).toBe(true);
  });

  it('says where a term stands', () => {
    const text = 'Œuvre : danseuse – C++';
    expect(termsOf(text).map(({ start, end }) => text.slice(start, end))).toEqual(expect.arrayContaining(['Œuvre', 'danseuse', 'C++']));
  });
});

const anyText = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary-ascii' }));
const someWords = fc.array(
  fc.constantFrom(
    'Développeuse',
    'web',
    'ممثلة',
    'à',
    'Dakar',
    'front-end',
    'C++',
    'infirmière',
    'chef',
    'de',
    'projet',
    'Équitation',
    'node.js',
    '25-35',
    "l'acteur",
    '·',
    '(se)',
  ),
  { maxLength: 30 },
);

describe('whatever the text', () => {
  it('has terms, inside the text, in order', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let last = 0;
        for (const { term, start, end } of termsOf(text)) {
          expect(term).not.toBe('');
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          last = start;
        }
      }),
      { numRuns: 1500 },
    );
  });

  it('means the same without accents, capitals and signs of writing', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          anyText,
          someWords.map((list) => list.join(' ')),
        ),
        (text) => {
          expect(bag(fold(text)).sort()).toEqual(bag(text).sort());
          expect(bag(text.normalize('NFD')).sort()).toEqual(bag(text.normalize('NFC')).sort());
        },
      ),
      { numRuns: 1500 },
    );
  });

  it('has the terms of its sentences, in any order', () => {
    fc.assert(
      fc.property(
        fc.array(
          someWords.map((list) => list.join(' ')),
          { maxLength: 6 },
        ),
        (sentences) => {
          const together = bag(sentences.join('. ')).sort();
          expect(bag([...sentences].reverse().join('. ')).sort()).toEqual(together);
          expect(sentences.flatMap(bag).sort()).toEqual(together);
        },
      ),
    );
  });
});
