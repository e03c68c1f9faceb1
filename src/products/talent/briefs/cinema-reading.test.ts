import { beforeAll, describe, expect, it } from 'vitest';
import { freshDatabase } from '#test/support.ts';
import type { Snapshot } from '../catalogue/catalogue.ts';
import { readingOf, shippedCatalogue } from './test-catalogue.ts';

let catalogue: Snapshot;
beforeAll(async () => {
  catalogue = await shippedCatalogue(await freshDatabase());
});

type Case = readonly [text: string, asked: readonly string[], words?: readonly string[]];
const ACTOR = 'Acteur Principal ou Acteur Secondaire';

describe('a role becomes criteria (T-344, T-345, T-347)', () => {
  it.each([
    [
      'Casting pour un long métrage tourné à Ouarzazate du 3 au 12 mars : actrice principale, 25-35 ans, yeux verts, cheveux bruns longs, parlant darija et français. Équitation indispensable.',
      [
        'Acteur Principal',
        'Femme !',
        'Âge de 25 à 35 ans !',
        'Équitation !',
        'Darija (arabe marocain)',
        'Français',
        'Ouarzazate',
        'Libre du 3 mars 2027 au 12 mars 2027',
        'Yeux : Vert',
        'Cheveux : Brun',
      ],
    ],
    [
      'Recherchons figurants hommes et femmes de 18 à 60 ans à Casablanca, sans expérience.',
      ['Figurant', 'Âge de 18 à 60 ans !', 'Casablanca'],
      [],
    ],
    [
      'Un homme noir, la quarantaine, 1m80 minimum, crâne rasé, physique athlétique, anglais courant avec accent américain apprécié.',
      [
        'Homme !',
        'Âge de 40 à 49 ans !',
        'Taille : 180 cm et plus !',
        'Cheveux : Rasé',
        'Corpulence : Athlétique',
        'Anglais (courant)',
        'Origines : Africaine',
      ],
      ['accent américain'],
    ],
    [
      'Comédien(ne) pour pub à Dakar, wolof obligatoire, peul souhaité, pas besoin de parler anglais. Disponible le 15/12/2026.',
      [ACTOR, 'Wolof !', 'Peul (pulaar, fulfulde)', 'Dakar', 'Libre le 15 déc. 2026'],
      [],
    ],
    [
      'Danseurs hip-hop et afrobeat pour un clip à Abidjan, 18-25 ans, débutants acceptés. Permis B un plus.',
      ['Danseur de fond', 'Âge de 18 à 25 ans !', 'Hip-hop', 'Afrobeat', 'Permis B', 'Abidjan'],
    ],
    [
      'Un officier français des années 40, allemand et italien parlés. Type européen, yeux bleus ou gris, blond.',
      ['Allemand', 'Italien', 'Yeux : Bleu ou Gris', 'Cheveux : Blond', 'Origines : Européenne'],
      ['officier'],
    ],
    [
      'Cascadeurs (H/F) 20-40 ans, chutes, combat à l’épée, permis moto indispensable. Tournage Ouarzazate du 28 décembre au 4 janvier.',
      [
        'Cascadeur',
        'Âge de 20 à 40 ans !',
        'Chutes et cascades physiques',
        'Escrime',
        'Permis moto !',
        'Ouarzazate',
        'Libre du 28 déc. 2026 au 4 janv. 2027',
      ],
    ],
    [
      'Mannequin femme taille 1m75-1m80, mince, peau ébène, cheveux rasés, 18-24 ans, shooting à Abidjan le 20 janvier.',
      [
        'Mannequin',
        'Femme !',
        'Âge de 18 à 24 ans !',
        'Taille de 175 à 180 cm',
        'Corpulence : Mince',
        'Teint : Ébène',
        'Cheveux : Rasé',
        'Abidjan',
        'Libre le 20 janv. 2027',
      ],
    ],
    [
      'Vieil homme touareg, 65+ ans, monte de dromadaire, tamasheq. Idéalement à Agadez ou Tamanrasset.',
      ['Homme !', 'Âge : 65 ans et plus !', 'Monte de dromadaire', 'Tamasheq (touareg)', 'Origines : Touarègue', 'Agadez ou Tamanrasset'],
    ],
    [
      'Jeune fille rousse aux yeux bleus, entre 16 et 20 ans, sachant nager et jouer du piano.',
      ['Femme !', 'Âge de 16 à 20 ans !', 'Cheveux : Roux', 'Yeux : Bleu', 'Natation', 'Piano'],
    ],
    [
      'Acteurs et actrices de 30 à 40 ans, bilingues français/arabe, pas d’expérience requise.',
      [ACTOR, 'Âge de 30 à 40 ans !', 'Français (bilingue)', 'Arabe (bilingue)'],
    ],
    [
      'Rôle principal féminin. Âge de jeu : 28-34. Taille : 165-175. Langues : français, darija (courant), espagnol (notions).',
      [
        'Acteur Principal',
        'Femme !',
        'Âge de 28 à 34 ans !',
        'Taille de 165 à 175 cm',
        'Français',
        'Darija (arabe marocain) (courant)',
        'Espagnol (notions)',
      ],
    ],
    [
      'Danseuse orientale, 25 ans environ, silhouette élancée',
      ['Femme !', 'Âge de 20 à 30 ans !', 'Danse orientale', 'Corpulence : Svelte'],
    ],
    [
      'Acteur 28/35 ans, d’origine maghrébine, parlant couramment le français et le darija. Compétences : boxe (indispensable), nage, conduite moto appréciée. Tournage du 15 février au 30 mars 2027 à Essaouira.',
      [
        ACTOR,
        'Âge de 28 à 35 ans !',
        'Origines : Arabe',
        'Français (courant)',
        'Darija (arabe marocain) (courant)',
        'Boxe !',
        'Natation',
        'Permis moto',
        'Essaouira',
        'Libre du 15 févr. 2027 au 30 mars 2027',
      ],
      [],
    ],
    [
      'Une famille : maman 35-40, papa 40-45, fille 8-10. Tournage juin 2027, Abidjan',
      ['Âge de 8 à 45 ans !', 'Abidjan', 'Libre du 1 juin 2027 au 30 juin 2027'],
    ],
    [
      'نبحث عن طفلة عمرها 9 سنوات، سمراء البشرة، شعر مجعد، تتحدث الدارجة والفرنسية بطلاقة، بالرباط أو سلا',
      [
        'Femme !',
        'Âge de 6 à 12 ans !',
        'Teint : Brun',
        'Cheveux : Bouclé',
        'Darija (arabe marocain) (courant)',
        'Français (courant)',
        'Rabat ou Salé',
      ],
    ],
    ['Comédien 1er rôle, cavalier, sabre, 1m85 max', ['Acteur Principal', 'Équitation', 'Escrime', 'Taille : 185 cm au plus']],
    ['Le rôle d’une mère, la cinquantaine', ['Femme !', 'Âge de 50 à 59 ans !']],
    ['Un homme parle à sa femme', ['Homme !']],
    ['Homme ou femme, moins de 20 ans', ['Âge : 20 ans au plus !']],
    ['Actrice plus de 40 ans, plus de 175 cm', [ACTOR, 'Femme !', 'Âge : 40 ans et plus !', 'Taille : 175 cm et plus']],
    ['Enfants de 8 à 10 ans, darija', ['Âge de 8 à 10 ans !', 'Darija (arabe marocain)']],
    ['Deux adolescents skateurs', ['Âge de 13 à 17 ans !', 'Skateboard']],
    ['Personnage de Salima, jeune femme', ['Femme !', 'Âge de 18 à 32 ans']],
    [
      'Doublure corps pour l’actrice principale : 1,68 m, peau mate, cheveux châtains et ondulés',
      ['Doublure', 'Femme !', 'Taille de 165 à 171 cm', 'Teint : Mat', 'Cheveux : Châtain', 'Cheveux : Ondulé'],
    ],
    ['Acteur amazigh, tachelhit langue maternelle, cavalier', [ACTOR, 'Origines : Berbère', 'Tachelhit (langue maternelle)', 'Équitation']],
    ['Comédien avec 10 ans d’expérience au théâtre, 50 ans', [ACTOR, '10 ans d’expérience ou plus', 'Âge de 47 à 53 ans !']],
    [
      'Looking for a female stunt performer aged 30+, 5’6 to 5’9, horse riding required, based in Cape Town or Johannesburg, available from 5 May to 9 May 2027.',
      [
        'Cascadeur',
        'Femme !',
        'Âge : 30 ans et plus !',
        'Taille de 168 à 175 cm',
        'Équitation !',
        'Le Cap ou Johannesburg',
        'Libre du 5 mai 2027 au 9 mai 2027',
      ],
    ],
    [
      'Casting call: lead actress, African, late twenties, dark skin, afro hair, 5’7” or taller, Yoruba or Igbo speaker, Lagos based.',
      [
        'Acteur Principal',
        'Femme !',
        'Âge de 26 à 29 ans !',
        'Teint : Foncé',
        'Cheveux : Afro',
        'Taille : 170 cm et plus',
        'Yoruba ou Igbo',
        'Lagos',
        'Origines : Africaine',
      ],
    ],
    [
      'Female voice over artist, Swahili native, English fluent, 30s',
      ['Voix Off', 'Femme !', 'Âge de 30 à 39 ans !', 'Swahili (langue maternelle)', 'Anglais (courant)'],
    ],
    [
      'Extras wanted, men in their forties, French soldiers, March 3 to 12, 2027',
      ['Figurant', 'Homme !', 'Âge de 40 à 49 ans !', 'Libre du 3 mars 2027 au 12 mars 2027'],
    ],
    [
      'Black woman between 40 and 50, sign language, at least 170 cm',
      ['Femme !', 'Âge de 40 à 50 ans !', 'Langue des signes', 'Langue des signes', 'Taille : 170 cm et plus !', 'Origines : Africaine'],
    ],
    ['Boys and girls aged 8 to 12 who can swim', ['Âge de 8 à 12 ans !', 'Natation']],
    [
      'نبحث عن ممثلة شابة بين 20 و30 سنة تتقن اللهجة المغربية وركوب الخيل، من مراكش، التصوير في شهر ماي.',
      [
        ACTOR,
        'Femme !',
        'Âge de 20 à 30 ans !',
        'Darija (arabe marocain) (courant)',
        'Équitation',
        'Marrakech',
        'Libre du 1 mai 2027 au 31 mai 2027',
      ],
      [],
    ],
    [
      'نبحث عن رجل في الخمسينات، يتحدث الأمازيغية، فارس، من ورزازات أو زاكورة. الخبرة غير ضرورية.',
      ['Homme !', 'Âge de 50 à 59 ans !', 'Amazighe (tamazight)', 'Équitation', 'Ouarzazate ou Zagora'],
    ],
    [
      'كومبارس نساء ورجال من 20 إلى 50 سنة، الدار البيضاء، يوم 12 ماي 2027',
      ['Figurant', 'Âge de 20 à 50 ans !', 'Casablanca', 'Libre le 12 mai 2027'],
    ],
    ['ممثل طوله 180 سم، عيون زرقاء، شعر أسود', [ACTOR, 'Taille de 177 à 183 cm', 'Yeux : Bleu', 'Cheveux : Noir']],
  ] satisfies Case[])('%s', (...[text, asked, words]: Case) => {
    const reading = readingOf('cinema', text, catalogue);
    expect(reading.asked).toEqual([...asked].sort());
    if (words) expect(reading.words).toEqual(words);
  });
});
