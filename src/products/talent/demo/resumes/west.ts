/** Curricula vitae of the people of Senegal, Mali, Burkina Faso, Côte d’Ivoire, Togo and Benin. */
import type { Resume } from '../person.ts';

export const AWA: Resume = {
  layout: 'banner',
  headline: 'Danseuse et chorégraphe',
  summary: 'Sabar et danse contemporaine. Formée à l’École des Sables, chorégraphe de clips et de pièces pour amateurs.',
  experience: [
    {
      when: '2022 – aujourd’hui',
      what: 'Chorégraphe',
      where: 'Dakar',
      points: ['Vingt-sept clips.', 'Pièce « Les Doyennes », quatorze femmes de 60 à 81 ans.'],
    },
    { when: '2019 – 2022', what: 'Danseuse interprète', where: 'Compagnie Teral, Dakar', points: ['Tournée dans neuf pays.'] },
  ],
  education: [['2021', 'École des Sables, Toubab Dialaw']],
  skills: ['Sabar', 'Contemporain', 'Direction de groupe', 'Rythme', 'Anglais'],
  analysis: { score: 67 },
};

export const CHEIKH: Resume = {
  layout: 'column',
  headline: 'Statisticien et ingénieur en apprentissage automatique',
  summary: 'Six ans de données pour l’agriculture et la radio. Modèles légers, mesures honnêtes, mise en production.',
  experience: [
    {
      when: '2021 – aujourd’hui',
      what: 'Ingénieur données',
      where: 'Ndox Lab, Dakar',
      points: ['Détection de maladies du mil sur téléphone : 91 % de rappel.', 'Chaîne de données de 40 coopératives.'],
    },
    {
      when: '2019 – 2021',
      what: 'Statisticien',
      where: 'Bureau Jàng, Dakar',
      points: ['Enquêtes ménages, plans de sondage, redressements.'],
    },
  ],
  education: [['2019', 'Master de statistique, ENSAE Dakar']],
  skills: ['Python', 'R', 'PyTorch', 'SQL', 'Traitement du wolof', 'Visualisation'],
  analysis: {
    score: 83,
    strengths: ['Résultats mesurés', 'Langue locale prise en compte'],
    weaknesses: ['Peu d’expérience d’encadrement'],
    recommendations: ['Publier le jeu de test'],
  },
};

export const FANTA: Resume = {
  layout: 'classic',
  headline: 'Chanteuse',
  summary: 'Quatorze ans de scène et de studio, répertoire mandingue et créations.',
  experience: [
    {
      when: '2014 – aujourd’hui',
      what: 'Chanteuse soliste',
      where: 'Bamako',
      points: ['Trois albums, quarante festivals.', 'Voix de deux bandes originales.'],
    },
    { when: '2010 – 2014', what: 'Choriste', where: 'Orchestre Djoliba, Bamako', points: ['Cent concerts, quatre tournées.'] },
  ],
  education: [['2009', 'Institut national des arts, Bamako']],
  skills: ['Chant mandingue', 'Improvisation', 'Direction de chœur', 'Studio'],
  analysis: { score: 64 },
};

export const SALIF: Resume = {
  layout: 'banner',
  headline: 'Marionnettiste et comédien',
  summary: 'Vingt et un ans de marionnettes géantes et de théâtre de rue, du Burkina à l’Avignon off.',
  experience: [
    {
      when: '2008 – aujourd’hui',
      what: 'Directeur artistique',
      where: 'Compagnie Kulu, Ouagadougou',
      points: ['Seize créations, 900 représentations.', 'Atelier de sculpture ouvert aux enfants.'],
    },
    { when: '2003 – 2008', what: 'Comédien', where: 'Théâtre de la Fraternité', points: ['Théâtre-forum dans 120 villages.'] },
  ],
  education: [['2003', 'École de théâtre de l’UNEDO']],
  skills: ['Sculpture', 'Manipulation', 'Échasses', 'Mime', 'Pédagogie'],
  analysis: { score: 73 },
};

export const KOUADIO: Resume = {
  layout: 'column',
  headline: 'Humoriste et animateur',
  summary: 'Neuf ans de scène, deux spectacles, une chronique quotidienne à la radio.',
  experience: [
    {
      when: '2019 – aujourd’hui',
      what: 'Humoriste',
      where: 'Abidjan',
      points: ['Spectacle « Gbaka express », 130 dates.', 'Chronique matinale, 400 épisodes.'],
    },
    {
      when: '2016 – 2019',
      what: 'Animateur d’événements',
      where: 'Agence Woro, Abidjan',
      points: ['Salons, mariages, lancements de produits.'],
    },
  ],
  education: [['2015', 'Licence de communication, Abidjan']],
  skills: ['Scène', 'Improvisation', 'Écriture', 'Radio', 'Vidéo courte'],
  analysis: { score: 62 },
};

export const AYA: Resume = {
  layout: 'column',
  headline: 'Illustratrice et graphiste',
  summary: 'Affiches, livres jeunesse, identités visuelles. Cinq ans de métier, trois prix d’affiche.',
  experience: [
    {
      when: '2021 – aujourd’hui',
      what: 'Illustratrice indépendante',
      where: 'Grand-Bassam',
      points: ['Onze livres pour enfants.', 'Identité d’un festival de cinéma.'],
    },
    { when: '2019 – 2021', what: 'Graphiste', where: 'Imprimerie Comoé, Abidjan', points: ['Emballages de six marques de cacao.'] },
  ],
  education: [['2019', 'INSAAC, arts graphiques']],
  skills: ['Illustration', 'Affiche', 'Couleur', 'InDesign', 'Sérigraphie'],
  analysis: { score: 72 },
};

export const AKOSSIWA: Resume = {
  layout: 'classic',
  headline: 'Cheffe de cantine de tournage',
  summary: 'Dix-neuf ans de cuisine de collectivité, dont douze pour le cinéma. Hygiène, budgets, régimes particuliers.',
  experience: [
    {
      when: '2012 – aujourd’hui',
      what: 'Traiteur de tournage',
      where: 'Lomé',
      points: ['Trente productions, jusqu’à 340 couverts.', 'Cuisine mobile montée en deux heures.'],
    },
    { when: '2005 – 2012', what: 'Cheffe de partie', where: 'Hôtel du Golfe, Lomé', points: ['Brigade de neuf personnes.'] },
  ],
  education: [
    ['2004', 'CAP cuisine, Lomé'],
    ['2018', 'Formation HACCP'],
  ],
  skills: ['Cuisine togolaise', 'Pâtisserie', 'Logistique', 'Hygiène', 'Gestion d’équipe'],
  analysis: { score: 61 },
};

export const RODRIGUE: Resume = {
  layout: 'banner',
  headline: 'Danseur, sculpteur, conseiller culturel',
  summary: 'Treize ans entre la danse, le bois et les plateaux. Conseil pour la représentation des cultes et des masques.',
  experience: [
    {
      when: '2016 – aujourd’hui',
      what: 'Conseiller culturel',
      where: 'Ouidah',
      points: ['Cinq films et deux expositions.', 'Médiation avec sept collèges de dignitaires.'],
    },
    { when: '2011 – 2016', what: 'Danseur', where: 'Ballet Zangbeto, Cotonou', points: ['Tournées en Afrique et au Brésil.'] },
  ],
  education: [['2010', 'Apprentissage de la sculpture, Porto-Novo']],
  skills: ['Danse vodoun', 'Sculpture', 'Percussions', 'Médiation', 'Yoruba'],
  analysis: { score: 65 },
};
