import { beforeAll, describe, expect, it } from 'vitest';
import { freshDatabase } from '#test/support.ts';
import type { Snapshot } from '../catalogue/catalogue.ts';
import { readingOf, shippedCatalogue } from './test-catalogue.ts';

let catalogue: Snapshot;
beforeAll(async () => {
  catalogue = await shippedCatalogue(await freshDatabase());
});
/** Gender, age and musts. */
const who = (text: string): string[] =>
  readingOf('cinema', text, catalogue).asked.filter((label) => /^(?:Femme|Homme|Âge)/.test(label) || label.endsWith('!'));

describe('a role for several people (T-344)', () => {
  it.each([
    ['Deux musiciens et une chanteuse, 10 figurants hommes 30-50 et 5 femmes 20-30', ['Âge de 20 à 50 ans !']],
    ['We need a father (50s) and his daughter (8-10), Cape Town', ['Âge de 8 à 59 ans !']],
    ['Family of four: mum 35-40, dad 40-45, teenage son and little girl. Nairobi.', ['Âge de 4 à 45 ans !']],
    ['Two dancers, ages 20-30, and one boxer, 35-45, Dakar', ['Âge de 20 à 45 ans !']],
    ['Trois cavaliers et une danseuse de 25 à 35 ans, équitation indispensable', ['Âge de 25 à 35 ans']],
    ['Deux femmes de 30 ans et une fillette de 8 ans, Alger', ['Femme !', 'Âge de 5 à 33 ans !']],
    ['Rôle de Karim : homme, 25-30 ans. Rôle de Leila : femme, 20-25 ans.', ['Âge de 20 à 30 ans !']],
    ['بغينا رجال وعيالات من 20 حتى 60 عام فورزازات', ['Âge de 20 à 60 ans !']],
    ['بغيت 3 دراري و 2 بنات، بين 10 و 14 عام، أكادير', ['Âge de 10 à 14 ans !']],
    ['سيدتان في الستينات ورجل في السبعينات، القاهرة', ['Âge de 60 à 79 ans !']],
    ['ثلاثة رجال وامرأتان، ما بين 30 و 45 سنة', ['Âge de 30 à 45 ans !']],
    ['راقصات وراقصون، فرسان', []],
  ])('%s', (text, expected) => expect(who(text)).toEqual([...expected].sort()));

  it.each([
    ['Un homme parle à sa femme', ['Homme !']],
    ['Un jeune homme, un acteur expérimenté, boxe indispensable, 25-30 ans', ['Homme !', 'Âge de 25 à 30 ans !', 'Boxe !']],
    ['20 figurantes, 18-30 ans, danse orientale obligatoire', ['Femme !', 'Âge de 18 à 30 ans !', 'Danse orientale !']],
    ['خاصنا 20 كومبارس رجال فوق 40 عام فالدار البيضاء', ['Homme !', 'Âge : 40 ans et plus !']],
    ['مغنيات وراقصات، مكناس', ['Femme !']],
  ])('%s speaks of one kind', (text, expected) => expect(who(text)).toEqual([...expected].sort()));
});

describe('ages', () => {
  it.each([
    ['Actress, 18-25, Lagos', 'Âge de 18 à 25 ans !'],
    ['Actors 18 to 25, Nairobi, 2-3 days of shooting', 'Âge de 18 à 25 ans !'],
    ['Extras ages 18-25', 'Âge de 18 à 25 ans !'],
    ['Old sailor 60+', 'Âge : 60 ans et plus !'],
    ['Comédien de dix-huit à vingt-cinq ans', 'Âge de 18 à 25 ans !'],
    ['ممثل، العمر من ثمانية عشر إلى خمس وعشرين سنة', 'Âge de 18 à 25 ans !'],
    ['فارس من 25 ل 40 عام', 'Âge de 25 à 40 ans !'],
    ['figurants 30-50 3am', 'Âge de 30 à 50 ans !'],
  ])('%s', (text, expected) => expect(readingOf('cinema', text, catalogue).asked).toContain(expected));

  it.each(['Tournage de 9 à 18 heures', 'Ouvert 24/7, 2-3 jours', 'du 3 au 12 mars', 'scènes 12 à 15', 'taille 165-175'])(
    '%s is none',
    (text) => expect(who(text).filter((label) => label.startsWith('Âge'))).toEqual([]),
  );
});
