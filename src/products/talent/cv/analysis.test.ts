import { describe, expect, it } from 'vitest';
import { freshDatabase } from '#test/support.ts';
import { createCatalogue } from '../catalogue/catalogue.ts';
import { analyseCv } from './analysis.ts';
import { contactsIn, withoutContacts } from './contacts.ts';
import { headingOf, sectionsOf } from './sections.ts';
import { talentsNamedIn } from './skills.ts';
import { languagesIn } from './spoken.ts';
import { FRENCH_CV } from './test-cvs.ts';

const { db } = await freshDatabase();
const catalogue = await createCatalogue({ db }).snapshot();
const TODAY = new Date('2026-03-15T12:00:00Z');
const analyse = (text: string, quality: 'good' | 'poor' = 'good') => analyseCv({ text, quality }, catalogue, TODAY);
const slugs = (text: string, isStrict = false) =>
  talentsNamedIn(text, catalogue, isStrict).map(({ talent }) => catalogue.talent(talent)?.slug);
const yearsOf = (text: string) => analyse(text).experience;
const spokenIn = (text: string) => Object.fromEntries(analyse(text).languages.map(({ code, level }) => [code, level]));

describe('the parts of a CV', () => {
  it.each([
    ['EXPÉRIENCES PROFESSIONNELLES', 'experience'],
    ['Work experience', 'experience'],
    ['الخبرة المهنية', 'experience'],
    ['Formation et diplômes', 'education'],
    ['Education & training', 'education'],
    ['المؤهلات العلمية', 'education'],
    ['Compétences techniques', 'skills'],
    ['المهارات', 'skills'],
    ['LANGUES PARLÉES', 'languages'],
    ['Centres d’intérêt', 'interests'],
    ['Informations personnelles', 'contact'],
    ['À propos de moi', 'profile'],
    ['نبذة عني', 'profile'],
  ])('« %s » opens %s', (heading, kind) => expect(headingOf(heading)).toBe(kind));

  it.each([
    'Formation de 300 agents',
    'Gestion de projet',
    'Fatou Ndiaye',
    'Anglais courant',
    'Langue française parlée à la maison avec mes parents',
  ])('« %s » opens none', (line) => expect(headingOf(line)).toBeNull());

  it('begin on the line of the heading too', () => {
    expect(sectionsOf('Awa\nLangues : wolof, français\nCompétences\nChant')).toEqual([
      { kind: 'head', lines: ['Awa'] },
      { kind: 'languages', lines: ['wolof, français'] },
      { kind: 'skills', lines: ['Chant'] },
    ]);
  });
});

describe('years of experience', () => {
  it.each([
    ['Expérience\nStudio A, 2018 – 2022', 4, 'dates'],
    ['Expérience\nStudio A, 2018 – 2022\nStudio B, 2020 - 2023', 5, 'dates'],
    ['Expérience\nStudio A\n01/2020 – 06/2021\nStudio B\nsept. 2021 – présent', 6, 'dates'],
    ['Expérience\nDepuis mars 2019 : régie', 7, 'dates'],
    ['Experience\nEngineer, Jan 2016 to Dec 2017\nLead, 2018 – now', 10, 'dates'],
    ['الخبرة\nممثلة · 2016 – الآن', 10, 'dates'],
    ['Profil\nComédienne, 12 ans d’expérience du plateau.', 12, 'words'],
    ['Over 10 years of experience in sound', 10, 'words'],
    ['Profil\nNeuf ans de cascades à cheval et au sol.', 9, 'words'],
    ['نبذة\nخبرة 6 سنوات في تطوير الويب', 6, 'words'],
    ['نبذة\nممثلة مسرح، 5 سنوات من الخبرة في الدبلجة', 5, 'words'],
    ['Profil\n15 ans d’expérience.\nExpérience\nStudio A, 2020 – 2022', 15, 'words'],
  ] as const)('%j says %i', (text, years, from) => expect(yearsOf(text)).toMatchObject({ years, from }));

  it.each([
    'Formation\n2012 – 2017 École des beaux-arts',
    'Profil\nJ’ai 25 ans et je cherche un premier emploi.',
    'Profil\n3 ans de formation au conservatoire de Rabat.',
    'Expérience\nPrix 2019, tournée 2020',
    'Téléphone 06 12 20 18 20 22',
    'Expérience\nStudio A, 2031 – 2035',
  ])('%j says nothing', (text) => expect(yearsOf(text)).toMatchObject({ years: null, from: null }));
});

describe('skills', () => {
  it('are whole words of the catalogue, the longest name first, accents and plurals aside', () => {
    expect(slugs('Développeuse web : REACT, node.js ; Illustrations. Chant lyrique')).toEqual([
      'developpement-web',
      'illustration',
      'chant-lyrique',
    ]);
    expect(slugs('Une réaction; la réactivité; javanais')).toEqual([]);
    expect(slugs('C++ et .NET, puis Java')).toEqual(['developpement-logiciel']);
    expect(slugs('Salsa, kora, permis B')).toEqual(['salsa-et-bachata', 'kora', 'permis-b']);
  });

  it('are no common words of sentences', () => {
    expect(slugs('des cuisines de quartier, du point de vue des banques', true)).toEqual([]);
    expect(slugs('Cuisine du monde', true)).toEqual(['cuisine']);
    expect(slugs('Salé et Rabat', true)).toEqual([]);
  });
});

describe('languages', () => {
  it('come with the level that the CV gives, in three languages', () => {
    expect(spokenIn('Langues\nWolof (langue maternelle), français : courant, anglais B1\nEspagnol - notions')).toEqual({
      ...{ wo: 'maternelle', fr: 'courant', en: 'notions', es: 'notions' },
    });
    expect(spokenIn('Languages\nEnglish (native) | French: fluent | Twi')).toEqual({ en: 'maternelle', fr: 'courant', ak: null });
    expect(spokenIn('اللغات\nالعربية (اللغة الأم)، الفرنسية بطلاقة، الإنجليزية')).toEqual({ ar: 'maternelle', fr: 'courant', en: null });
    expect(spokenIn('Langues\nArabe, darija et français')).toEqual({ ar: null, ary: null, fr: null });
  });

  it('are those of a profile too, in whatever words', () => {
    expect(languagesIn('Wolof, français, anglais, notions de pulaar').map(({ code }) => code)).toEqual(['wo', 'fr', 'en', 'ff']);
  });

  it('elsewhere count only with their level', () => {
    expect(spokenIn('Profil\nProfesseure de français, anglais courant.')).toEqual({ en: 'courant' });
  });
});

describe('contacts', () => {
  it('are found in the spelling that profiles keep, and taken out of texts', () => {
    const found = contactsIn(FRENCH_CV, ['https://github.com/fatou-demo'], '+221');
    expect(found).toEqual({
      emails: ['fatou.ndiaye@mail.example'],
      phones: ['+221770000012'],
      links: [
        { field: 'github', url: 'https://github.com/fatou-demo' },
        { field: 'linkedin', url: 'https://www.linkedin.com/in/fatou-demo' },
      ],
    });
    const clear = withoutContacts(FRENCH_CV);
    for (const contact of ['mail.example', '77 000', 'linkedin.com']) expect(clear).not.toContain(contact);
    expect(clear).toContain('03/2021 – présent');
    expect(clear).toContain('Node.js');
  });

  it('are no dates, no figures, no names of programs', () => {
    expect(contactsIn('2018 – 2022, 2019-2024, 12 000 000 de vues, Node.js, ASP.NET, page 12/34', [], '+212')).toEqual({
      ...{ emails: [], phones: [], links: [] },
    });
    expect(contactsIn('06 12 34 56 78', [], '+212').phones).toEqual(['+212612345678']);
  });
});

describe('the five documented criteria (T-295 to T-299)', () => {
  const { score, criteria, ...rest } = analyse(FRENCH_CV);

  it('add up to 100 points at most, each with its reasons', () => {
    expect(criteria.map(({ key, max }) => [key, max])).toEqual([
      ...[
        ['structure', 20],
        ['experience', 25],
        ['skills', 25],
        ['education', 15],
        ['achievements', 15],
      ],
    ]);
    expect(score).toBe(criteria.reduce((sum, criterion) => sum + criterion.score, 0));
    for (const criterion of criteria) {
      expect(criterion.score).toBeLessThanOrEqual(criterion.max);
      expect(criterion.reasons.length).toBeGreaterThan(0);
    }
    expect(score).toBeGreaterThan(75);
  });

  it('say what the CV says, and nothing else', () => {
    expect(rest.experience).toMatchObject({ years: 8, from: 'dates', posts: 2 });
    expect(rest.skills.map(({ talent }) => catalogue.talent(talent)?.slug)).toEqual(
      expect.arrayContaining([
        'developpement-web',
        'bases-de-donnees',
        'designer-ui-ux',
        'devops-et-cloud',
        'gestion-de-projet',
        'natation',
        'kora',
      ]),
    );
    expect(rest.languages.map(({ code }) => code)).toEqual(['wo', 'fr', 'en']);
    expect(rest.about).toBe(
      'Développeuse curieuse et rigoureuse, je construis des services de paiement pour les petits commerces du Sénégal.',
    );
    expect(rest.strengths.map(({ code }) => code)).toEqual(expect.arrayContaining(['years', 'skills', 'measured']));
  });

  it('of a poor CV are low, and its advice says what to add', () => {
    const poor = analyse('Moussa\nJe cherche un travail dans le cinéma, je suis motivé et sérieux.');
    expect(poor.score).toBeLessThan(20);
    expect(poor.recommendations.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['add_dates', 'name_skills', 'add_figures', 'add_education']),
    );
    expect(poor.experience.years).toBeNull();
  });

  it('reward each what they name: the same CV without its part loses there', () => {
    const without = (part: RegExp) =>
      Object.fromEntries(analyse(FRENCH_CV.replace(part, '')).criteria.map(({ key, score }) => [key, score]));
    const whole = Object.fromEntries(criteria.map(({ key, score }) => [key, score]));
    expect(without(/Formation[\s\S]*?(?=Compétences)/)['education']).toBeLessThan(whole['education'] ?? 0);
    expect(without(/Compétences[\s\S]*?(?=Langues)/)['skills']).toBeLessThan(whole['skills'] ?? 0);
    expect(without(/Expérience[\s\S]*?(?=Formation)/)['achievements']).toBe(0);
    expect(without(/Expérience[\s\S]*?(?=Formation)/)['experience']).toBe(0);
  });
});
