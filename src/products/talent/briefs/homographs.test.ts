import { beforeAll, describe, expect, it } from 'vitest';
import { freshDatabase } from '#test/support.ts';
import type { Snapshot } from '../catalogue/catalogue.ts';
import { isConcept, termsOf } from './briefs.ts';
import { readingOf, shippedCatalogue } from './test-catalogue.ts';

const concepts = (text: string): string[] =>
  termsOf(text)
    .map(({ term }) => term)
    .filter(isConcept);

describe('a word of the same root as a listed name is not that name', () => {
  it.each([
    'Master 2, masters',
    'monté montée montées monter montez',
    'traitement des données, traiter, un traité',
    'lecture de plans, lectures',
    'une barbe, Barbie',
    'forme, formé, formation, plate-forme',
    'cadre, cadres',
    'fonds, fondation, fondé',
    'présent, présentation',
    'référence, references',
    'trait, taille, tailles',
    'salle, sale, divers, vent, droite, box, rape, feet, more',
    'server, account, bank, program, form, training, brand, test',
    'un stand, standing',
    'improve, perform, performance, figure',
    'عودة، العودة إلى العمل',
    'مالي، المال',
    'جملة، مدرسة، مهرجان، شعب، رسمي، تعليمات',
  ])('%s', (text) => expect(concepts(text)).toEqual([]));

  it.each([
    ['Flutter', ['=talent:developpement-mobile']],
    ['flûtes', ['=talent:flute-et-ney', '=skills:2']],
    ['monter à cheval', ['=talent:equitation']],
    ['monteuses', ['=talent:montage-video']],
    ['avocates', ['=talent:droit-et-conformite']],
    ['stand-in', ['=type:doublure lumière']],
    ['ومحاميات', ['=talent:droit-et-conformite']],
    ['ممرضون', ['=talent:soins-infirmiers']],
    ['أطباء', ['=talent:medecine']],
  ])('%s is one in another number or gender', (text, expected) => expect(concepts(text)).toEqual(expected));
});

describe('in a vacancy', () => {
  let catalogue: Snapshot;
  beforeAll(async () => {
    catalogue = await shippedCatalogue(await freshDatabase());
  });
  const asked = (text: string) => readingOf('standard', text, catalogue).asked;

  it('degrees, deeds and manners are no trades', () => {
    expect(asked('Master 2 exigé, montée en compétences, lecture de plans, traitement des commandes, bonne communication')).toEqual([]);
    expect(asked("Électricien, montage d'armoires")).toEqual(['Électricité']);
    expect(asked('Montage de reportages')).toEqual(['Montage vidéo']);
    expect(asked('Flutter, Sfax')).toEqual(['Développement Mobile', 'Sfax']);
  });

  it('what somebody can do is the deed, not the ability', () => {
    const { words } = readingOf('standard', 'Plombier sachant souder, capable de lire, able to weld, knows how', catalogue);
    expect(words).toEqual(['souder', 'weld']);
  });
});
