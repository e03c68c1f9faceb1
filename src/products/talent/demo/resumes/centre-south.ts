/** Curricula vitae of the people of Central, East and Southern Africa, Nigeria and Ghana. */
import type { Resume } from '../person.ts';

export const ESTELLE: Resume = {
  layout: 'classic',
  headline: 'Cheffe monteuse',
  summary: 'Neuf ans de montage de fiction et de documentaire. Livraison, conformation, relation avec le son.',
  experience: [
    {
      when: '2019 – aujourd’hui',
      what: 'Cheffe monteuse',
      where: 'Wouri Post, Douala',
      points: ['Quatre longs métrages.', 'Série de 60 épisodes livrée à l’heure.'],
    },
    {
      when: '2016 – 2019',
      what: 'Assistante monteuse',
      where: 'Mboa Films, Douala',
      points: ['Synchronisation et dérushage de 300 heures.'],
    },
  ],
  education: [['2016', 'IFCPA, Yaoundé']],
  skills: ['Avid', 'DaVinci Resolve', 'Montage son', 'Conformation', 'Anglais'],
  analysis: { score: 76 },
};

export const CLARISSE: Resume = {
  layout: 'column',
  headline: 'Mobile developer',
  summary: 'Five years of Kotlin and Flutter for low-end phones and patchy networks. Offline first, small downloads, tested releases.',
  experience: [
    {
      when: '2022 – today',
      what: 'Mobile developer',
      where: 'Fako Transit, Buea',
      points: ['Bus ticketing app: 80,000 tickets a month, 4.2 MB download.', 'Crash-free sessions from 94 to 99.6 %.'],
    },
    { when: '2020 – 2022', what: 'Junior developer', where: 'Mountain Labs, Buea', points: ['Payments, QR scanning, release pipeline.'] },
  ],
  education: [['2020', 'BSc Computer Engineering, University of Buea']],
  skills: ['Kotlin', 'Flutter', 'SQLite', 'CI/CD', 'Accessibility', 'French'],
  analysis: { score: 80 },
};

export const GLOIRE: Resume = {
  layout: 'banner',
  headline: 'Slameur et auteur',
  summary: 'Huit ans de scènes ouvertes, de théâtre et d’ateliers d’écriture à Kinshasa.',
  experience: [
    {
      when: '2018 – aujourd’hui',
      what: 'Slameur, animateur',
      where: 'Kinshasa',
      points: ['Scène ouverte hebdomadaire, 300 soirées.', 'Deux recueils publiés.'],
    },
    { when: '2021 – 2023', what: 'Auteur associé', where: 'Espace Tarmac', points: ['Texte de « Ligne 9 », créé à Goma et Kigali.'] },
  ],
  education: [['2016', 'Graduat en lettres, Université pédagogique nationale']],
  skills: ['Slam', 'Écriture', 'Animation', 'Lingala', 'Mode'],
  analysis: { score: 63 },
};

export const HAINGO: Resume = {
  layout: 'column',
  headline: 'Photographe',
  summary: 'Photographie documentaire et éditoriale à Madagascar, argentique et numérique.',
  experience: [
    {
      when: '2018 – aujourd’hui',
      what: 'Photographe indépendante',
      where: 'Antananarivo',
      points: ['Série « Lavandières » exposée à Bamako.', 'Reportages pour huit organisations.'],
    },
    { when: '2016 – 2018', what: 'Chargée de communication', where: 'Tsara Media', points: ['Refonte du site, banque de 20 000 images.'] },
  ],
  education: [['2016', 'Licence de communication']],
  skills: ['Argentique', 'Reportage', 'Retouche', 'Interface', 'Malgache'],
  analysis: { score: 70 },
};

export const ADAEZE: Resume = {
  layout: 'banner',
  headline: 'Actress and voice artist',
  summary: 'Eight years on stage, on screen and behind a microphone, in four languages. 1.71 m, stage combat, home booth.',
  experience: [
    {
      when: '2025',
      what: 'Lead, “The Last Ferry”',
      where: 'Feature film, Lagos',
      points: ['Forty-two shooting days, own stunts in water.'],
    },
    {
      when: '2021 – 2024',
      what: 'Series regular, “Third Mainland”',
      where: 'Television, three seasons',
      points: ['Best supporting actress, national awards (nominee).'],
    },
    { when: '2018 – today', what: 'Voice artist', where: 'Lagos', points: ['Two video games, eleven radio dramas.'] },
  ],
  education: [['2017', 'BA Theatre Arts, University of Lagos']],
  skills: ['Screen acting', 'Voice', 'Igbo', 'Yoruba', 'Stage combat', 'Singing'],
  analysis: {
    score: 84,
    strengths: ['Recent leading role', 'Voice work in several languages'],
    weaknesses: ['Dates of the radio dramas are missing'],
    recommendations: ['Link a two-minute reel'],
  },
};

export const TUNDE: Resume = {
  layout: 'classic',
  headline: 'Composer and percussionist',
  summary: 'Eleven years of film music, from talking drum to full orchestra mock-ups.',
  experience: [
    {
      when: '2017 – today',
      what: 'Film composer',
      where: 'Ibadan',
      points: ['Nineteen features, two animated shorts.', 'Workshop for young percussionists every August.'],
    },
    { when: '2014 – 2017', what: 'Recording engineer', where: 'Cocoa House Studio', points: ['Over 200 sessions.'] },
  ],
  education: [['2013', 'Diploma in Music Technology, Ibadan']],
  skills: ['Composition', 'Talking drum', 'Mixing', 'Logic Pro', 'Orchestration'],
  analysis: { score: 74 },
};

export const ABENA: Resume = {
  layout: 'classic',
  headline: 'Kente weaver and trainer',
  summary: 'Twenty years at the loom. Ceremonial cloth, costume departments, training of young weavers.',
  experience: [
    {
      when: '2009 – today',
      what: 'Master weaver',
      where: 'Bonwire, Kumasi',
      points: ['Cloth for six films and a museum collection.', 'Thirty apprentices trained, half of them women.'],
    },
    { when: '2004 – 2009', what: 'Weaver', where: 'Family workshop', points: ['Sales and design of forty patterns.'] },
  ],
  education: [
    ['2004', 'Apprenticeship, Bonwire'],
    ['2015', 'Certificate in Small Business, Kumasi'],
  ],
  skills: ['Kente', 'Dyeing', 'Pattern reading', 'Teaching', 'Costing'],
  analysis: { score: 66 },
};

export const WANJIRU: Resume = {
  layout: 'column',
  headline: 'Mobile engineer and product lead',
  summary: 'Seven years building savings and transport apps in Nairobi. Small teams, frequent releases, support desk in the loop.',
  experience: [
    {
      when: '2021 – today',
      what: 'Lead mobile engineer',
      where: 'Akiba Pamoja, Nairobi',
      points: ['Savings app with 1.1 million active members.', 'Release every week, rollback in four minutes.'],
    },
    { when: '2018 – 2021', what: 'Android developer', where: 'Matatu Mesh', points: ['Live arrival times for 38 routes.'] },
  ],
  education: [['2018', 'BSc Computer Science, JKUAT']],
  skills: ['Kotlin', 'Swift', 'Product management', 'Figma', 'Swahili', 'SQL'],
  analysis: { score: 86 },
};

export const LERATO: Resume = {
  layout: 'banner',
  headline: 'Choreographer and movement director',
  summary: 'Thirteen years of choreography for film, advertising and theatre. Intimacy and safety protocols included.',
  experience: [
    {
      when: '2016 – today',
      what: 'Movement director',
      where: 'Johannesburg and Cape Town',
      points: ['Nine features, over fifty commercials.', 'Crowd scenes of up to 600 people.'],
    },
    { when: '2012 – 2016', what: 'Dancer', where: 'Vuyani Company', points: ['International tours, four seasons.'] },
  ],
  education: [
    ['2011', 'National Diploma in Dance, Tshwane'],
    ['2022', 'Intimacy coordination training'],
  ],
  skills: ['Choreography', 'Pantsula', 'Intimacy coordination', 'Crowd movement', 'Coaching'],
  analysis: { score: 78 },
};

export const SELAM: Resume = {
  layout: 'classic',
  headline: 'Photographer',
  summary: 'Ten years of film stills, portraits and long-form projects in Ethiopia.',
  experience: [
    {
      when: '2015 – today',
      what: 'Freelance photographer',
      where: 'Addis Ababa',
      points: ['Stills for twelve features.', '“Hair, Piassa”: 240 portraits, exhibited in Nairobi.'],
    },
    { when: '2013 – 2015', what: 'Picture editor', where: 'Fortune Weekly', points: ['Assignments and archive of 60,000 images.'] },
  ],
  education: [['2013', 'Alle School of Fine Arts']],
  skills: ['Portrait', 'Film stills', 'Lighting', 'Picture editing', 'Amharic'],
  analysis: { score: 71 },
};
