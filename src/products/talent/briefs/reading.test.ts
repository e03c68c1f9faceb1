import { beforeAll, describe, expect, it } from 'vitest';
import { freshDatabase } from '#test/support.ts';
import type { Snapshot } from '../catalogue/catalogue.ts';
import { readBrief } from './briefs.ts';
import { readingOf, shippedCatalogue, TODAY } from './test-catalogue.ts';

let catalogue: Snapshot;
beforeAll(async () => {
  catalogue = await shippedCatalogue(await freshDatabase());
});

type Case = readonly [text: string, asked: readonly string[], words?: readonly string[]];

describe('a vacancy becomes criteria (T-332)', () => {
  it.each([
    [
      "Développeur web React confirmé à Casablanca, 5 ans d'expérience minimum, anglais courant exigé, arabe apprécié. Télétravail possible.",
      ['Développement Web', 'Anglais (courant) !', 'Arabe', 'Casablanca', '5 ans d’expérience ou plus !', 'À distance'],
      [],
    ],
    [
      'Startup à Dakar recherche un(e) chef(fe) de projet digital junior. Maîtrise de Jira et Odoo. Wolof souhaité. Disponible immédiatement.',
      ['Gestion de projet', 'Wolof', 'Dakar', 'Disponible maintenant'],
      ['digital', 'jira', 'odoo'],
    ],
    [
      'Hôtel 5 étoiles à Abidjan cherche réceptionniste bilingue français-anglais, temps plein, débutant accepté.',
      ['Service et hôtellerie', 'Français (bilingue)', 'Anglais (bilingue)', 'Abidjan', 'Temps plein'],
      [],
    ],
    [
      'Restaurant marocain à Marrakech recrute un chef cuisinier et deux serveurs. Expérience exigée de 2 ans. Anglais souhaitable.',
      ['Cuisine', 'Service et hôtellerie', 'Marrakech', '2 ans d’expérience ou plus !', 'Anglais'],
    ],
    [
      'Nous recherchons pour notre client, une banque à Lomé, un·e développeur·se Java senior (Spring Boot obligatoire, Docker apprécié). CDI temps plein en présentiel.',
      ['Développement Logiciel !', 'DevOps et Cloud', 'Lomé', '5 ans d’expérience ou plus', 'Temps plein', 'Sur site'],
    ],
    [
      "ONG à Bamako cherche infirmière diplômée d'État, expérience de 3 à 5 ans, bambara courant indispensable, poular serait un atout.",
      ['Soins infirmiers', 'Bamako', '3 ans d’expérience ou plus', 'Bambara (courant) !', 'Peul (pulaar, fulfulde)'],
    ],
    [
      "Professeur d'anglais à Kigali, kinyarwanda un plus. Mi-temps.",
      ['Enseignement', 'Anglais', 'Kinyarwanda', 'Kigali', 'Temps partiel'],
    ],
    [
      "Comptable 3 ans minimum. Maîtrise de Sage et d'Excel. Pas besoin de permis.",
      ['Comptabilité', '3 ans d’expérience ou plus !'],
      ['sage', 'excel'],
    ],
    [
      'Community manager freelance, full remote, français et anglais, contrat de 6 mois à partir du 1er février 2027.',
      ['Community management', 'Français', 'Anglais', 'À distance', 'Libre à partir du 1 févr. 2027'],
    ],
    [
      'Chauffeur à Douala ou Yaoundé, français obligatoire, anglais non exigé',
      ['Douala ou Yaoundé', 'Français !', 'Anglais'],
      ['chauffeur'],
    ],
    ['Couturière ou tailleur, broderie, Saint-Louis du Sénégal', ['Couture', 'Saint-Louis']],
    ['Électricien bâtiment, 10 ans d’expérience, Pointe-Noire', ['Électricité', '10 ans d’expérience ou plus', 'Pointe-Noire']],
    ['Coiffeuse spécialisée tresses, Cotonou, disponible de suite', ['Coiffure', 'Cotonou', 'Disponible maintenant']],
    ['Anglais, français ou arabe', ['Anglais, Français ou Arabe']],
    ['Anglais (courant), espagnol (notions) et allemand bilingue', ['Anglais (courant)', 'Espagnol (notions)', 'Allemand (bilingue)']],
    [
      'Assistante de direction trilingue (arabe, français, anglais), Nouakchott',
      ['Assistanat et secrétariat', 'Arabe (bilingue)', 'Français (bilingue)', 'Anglais (bilingue)', 'Nouakchott'],
    ],
    ['Français, anglais et wolof obligatoires', ['Français !', 'Anglais !', 'Wolof !']],
    [
      'Indispensable : React, anglais courant. Idéalement : Docker, arabe.',
      ['Développement Web !', 'Anglais (courant) !', 'DevOps et Cloud', 'Arabe'],
    ],
    [
      'Indispensable :\n- React\n- Anglais courant\n\nAtouts :\n- Docker\n- Arabe',
      ['Développement Web !', 'Anglais (courant) !', 'DevOps et Cloud', 'Arabe'],
    ],
    ['Graphiste (indispensable), vidéaste si possible', ['Graphisme !', 'Vidéographie']],
    ['Agence de communication à Tunis recherche un photographe', ['Photographie', 'Tunis']],
    ['Poste de cuisinier spécialisé en cuisine italienne', ['Cuisine']],
    ['Photographe, candidature avant le 15 mars 2027', ['Photographie']],
    ['Mission du 03/05/2027 au 12/05/2027 à Libreville, photographe', ['Photographie', 'Libreville', 'Libre du 3 mai 2027 au 12 mai 2027']],
    ['Personne originaire du Mali pour un poste de comptable', ['Comptabilité']],
    [
      'Full stack developer (React/Node.js), 2+ years’ experience, Tunis or Sousse, French or English fluent.',
      ['Développement Web', '2 ans d’expérience ou plus', 'Tunis ou Sousse', 'Français (courant) ou Anglais (courant)'],
    ],
    [
      'We are looking for a senior data scientist in Nairobi or Kigali with at least 3 years of experience in Python and SQL. Fluent English required; French is a plus. Remote.',
      [
        'Science des données',
        'Développement Logiciel',
        'Bases de données',
        'Nairobi ou Kigali',
        '3 ans d’expérience ou plus !',
        'Anglais (courant) !',
        'Français',
        'À distance',
      ],
    ],
    [
      "Poste : Développeur Full-Stack (H/F)\nLieu : Tunis ou télétravail\nContrat : CDI, temps plein\n\nProfil recherché :\n- 3 ans d'expérience minimum en TypeScript\n- Bonne maîtrise de PostgreSQL\n- Français courant (obligatoire), anglais professionnel\n\nEnvoyez votre CV avant le 30 novembre 2026.",
      [
        'Développement Web',
        'Bases de données',
        'Tunis',
        'À distance',
        'Temps plein',
        '3 ans d’expérience ou plus !',
        'Français (courant) !',
        'Anglais (courant)',
      ],
      [],
    ],
    [
      'مطلوب للعمل فورا بشركة في أكادير: مهندس شبكات ذو خبرة 3 سنوات على الأقل، يتقن الإنجليزية. دوام كامل.',
      ['Systèmes et réseaux', 'Agadir', '3 ans d’expérience ou plus !', 'Anglais (courant)', 'Temps plein'],
    ],
    [
      'Graphic designer wanted in Lagos, Nigeria. Photoshop and Illustrator a must. Figma nice to have. Part time, hybrid.',
      ['Graphisme !', 'Designer UI/UX', 'Lagos', 'Temps partiel', 'Hybride'],
      [],
    ],
    ['Looking for a nurse in Cape Town; must speak Xhosa and English.', ['Soins infirmiers', 'Le Cap', 'Xhosa !', 'Anglais !']],
    [
      'Hotel in Zanzibar hiring a bartender and a housekeeper, Swahili native, no experience needed, asap',
      ['Service et hôtellerie', 'Zanzibar', 'Swahili (langue maternelle)', 'Disponible maintenant'],
    ],
    ['Sales manager, Accra, Ghana, experience not required, French preferred', ['Vente et commerce', 'Accra', 'Français']],
    [
      'نبحث عن مطور ويب في الدار البيضاء مع خبرة 5 سنوات، يجيد الفرنسية والإنجليزية. العمل عن بعد ممكن.',
      ['Développement Web', 'Casablanca', '5 ans d’expérience ou plus', 'Français (courant)', 'Anglais (courant)', 'À distance'],
    ],
    [
      'مطلوب محاسب أو محاسبة في الرباط، خبرة لا تقل عن 3 سنوات، إجادة اللغة الفرنسية ضرورية',
      ['Comptabilité', 'Rabat', '3 ans d’expérience ou plus !', 'Français (courant) !'],
    ],
    ['مصور فوتوغرافي بطنجة، دوام جزئي، يفضل من يتكلم الإسبانية', ['Photographie', 'Tanger', 'Temps partiel', 'Espagnol']],
    ['طباخة أو طباخ بمراكش، خبرة سنتين، متاح فورا', ['Cuisine', 'Marrakech', '2 ans d’expérience ou plus', 'Disponible maintenant']],
    [
      'Bghina developpeur mobile f Casa, kayhder l’anglais mzyan, Flutter darori',
      ['Développement Mobile !', 'Casablanca', 'Anglais (courant)'],
    ],
  ] satisfies Case[])('%s', (...[text, asked, words]: Case) => {
    const reading = readingOf('standard', text, catalogue);
    expect(reading.asked).toEqual([...asked].sort());
    if (words) expect(reading.words).toEqual(words);
  });
});

describe('the standard platform never asks who somebody is', () => {
  it.each([
    'Secrétaire : jeune femme marocaine célibataire, blonde, 25 ans, 1m70, belle présence, voilée, teint clair, à Rabat, de nationalité sénégalaise.',
    'Male driver only, under 40, Muslim, single, tall, fair skin, Nigerian citizen, handsome',
    'مطلوب سكرتيرة شابة جميلة مغربية الجنسية، عزباء، عمرها بين 20 و30 سنة، بشرة بيضاء، شعر أشقر',
    'Homme noir, origine peule, yeux verts, cheveux crépus, chrétien, marié, moins de 30 ans',
  ])('%s', (text) => {
    const { criteria } = readBrief('standard', text, { catalogue, today: TODAY });
    const kinds = new Set(criteria.map(({ kind }) => kind));
    for (const kind of [
      'gender',
      'age',
      'height',
      'eye_color',
      'hair_color',
      'hair_type',
      'skin_tone',
      'build',
      'ethnicity',
      'experience',
      'country',
    ])
      expect(kinds, kind).not.toContain(kind);
    const words = criteria.filter(({ kind }) => kind === 'word').flatMap(({ values }) => values);
    const personal =
      /femme|homme|jeune|maroc|célib|blond|présence|voil|clair|sénég|male|muslim|single|nigerian|handsome|skin|fair|noir|peul|chrét|mari|شاب|جميل|مغرب|عزب|بشر|شقر/i;
    for (const word of words) expect(word).not.toMatch(personal);
  });
});

describe('a brief', () => {
  const read = (text: string) => readBrief('cinema', text, { catalogue, today: TODAY });

  it('says where it says so', () => {
    const { criteria } = read('Casting : actrice  principale,\n25–35 ans, à OUARZAZATE');
    expect(criteria.map(({ id, quote }) => [id, quote])).toEqual([
      ['talent_type:Acteur Principal', 'actrice principale'],
      ['gender:F', 'actrice'],
      ['age:25-35', '25–35 ans'],
      [expect.stringMatching(/^city:\d+$/), 'OUARZAZATE'],
    ]);
  });

  it('quotes every place that says the same', () => {
    const quoteOf = (text: string) => readBrief('standard', text, { catalogue, today: TODAY }).criteria[0]?.quote;
    expect(quoteOf('Il faut du React. On fait aussi du PHP. Et encore du React.')).toBe('React … PHP');
    expect(quoteOf('Infirmier ou infirmière à Gao')).toBe('Infirmier ou infirmière');
  });

  it('has a language of its own', () => {
    expect(read('Recherche une actrice pour un film à Rabat').language).toBe('fr');
    expect(read('We are looking for an actress for a film in Rabat').language).toBe('en');
    expect(read('نبحث عن ممثلة لفيلم في الرباط').language).toBe('ar');
    expect(read('').language).toBe('fr');
  });

  it('keeps its criteria few and different', () => {
    const everything = catalogue.talents.map(({ name }) => name).join(', ');
    const { criteria } = readBrief('standard', `${everything}. ${everything}`, { catalogue, today: TODAY });
    expect(criteria.length).toBe(40);
    expect(new Set(criteria.map(({ id }) => id)).size).toBe(40);
  });

  it('finds every talent of the catalogue by its name', () => {
    for (const talent of catalogue.talents) {
      const kind = talent.tag === 'cinema' ? 'cinema' : 'standard';
      const { criteria } = readBrief(kind, talent.name, { catalogue, today: TODAY });
      const found = criteria.filter((one) => one.kind === 'talent').flatMap(({ values }) => values);
      expect(found, talent.name).toContain(kind === 'cinema' ? talent.name : String(talent.id));
    }
  });
});
