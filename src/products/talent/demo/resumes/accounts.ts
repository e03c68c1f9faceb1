/** Curricula vitae of the documented accounts. */
import type { Resume } from '../person.ts';

export const AHMED: Resume = {
  layout: 'column',
  headline: 'Développeur full stack',
  summary:
    'Développeur senior, à l’aise de la base de données à l’écran : React, Node.js, PostgreSQL. Huit ans de services publics et coopératifs tenus en production.',
  experience: [
    {
      when: '2021 – aujourd’hui',
      what: 'Développeur principal',
      where: 'Maktoub Studio, Rabat',
      points: [
        'Refonte du portail d’inscription d’un office régional : 210 000 dossiers, temps de réponse divisé par six.',
        'Encadrement de quatre développeurs, revues de code chaque matin.',
      ],
    },
    {
      when: '2018 – 2021',
      what: 'Développeur web',
      where: 'Coopérative Sanabel, Kénitra',
      points: [
        'Application de collecte de lait hors ligne, utilisée par 1 400 éleveurs.',
        'Mise en place des sauvegardes et de la supervision.',
      ],
    },
    {
      when: '2016 – 2018',
      what: 'Intégrateur puis développeur',
      where: 'Agence Minaret, Casablanca',
      points: ['Trente sites livrés, trois langues, lecture de droite à gauche comprise.'],
    },
  ],
  education: [
    ['2014', 'Ingénieur d’État en génie logiciel, INPT, Rabat'],
    ['2019', 'Certification d’administration PostgreSQL'],
  ],
  skills: ['React', 'Node.js', 'Python', 'PostgreSQL', 'TypeScript', 'Docker', 'Accessibilité', 'Figma'],
  analysis: {
    score: 85,
    strengths: ['Réalisations chiffrées à chaque poste', 'Progression régulière vers l’encadrement', 'Pile technique complète et actuelle'],
    weaknesses: ['Peu de détails sur les tests automatisés', 'Aucune référence à contacter'],
    recommendations: ['Ajouter un lien vers un projet ouvert', 'Préciser la taille des équipes', 'Mentionner le niveau de chaque langue'],
  },
};

export const FATIMA_ZAHRA: Resume = {
  layout: 'banner',
  headline: 'Comédienne – théâtre, cinéma, voix',
  summary: 'Formée à l’ISADAC, sept ans de scène et de plateau en darija, arabe et français. 1,68 m, danse contemporaine, permis B.',
  experience: [
    {
      when: '2024',
      what: 'Rôle de la juge Amal',
      where: 'Les Témoins du port, série, 8 épisodes',
      points: ['Soixante jours de tournage à Casablanca et Safi.', 'Improvisations en darija retenues au montage.'],
    },
    {
      when: '2022',
      what: 'Premier rôle féminin',
      where: 'La Terrasse, long métrage',
      points: ['Préparation de trois mois auprès de couturières de Derb Sultan.'],
    },
    {
      when: '2018 – 2023',
      what: 'Comédienne permanente',
      where: 'Compagnie Nejma, Casablanca',
      points: ['Douze créations, deux tournées au Maroc et en Tunisie.', 'Ateliers hebdomadaires avec des lycéens.'],
    },
  ],
  education: [
    ['2017', 'Diplôme d’art dramatique, ISADAC, Rabat'],
    ['2020', 'Stage de doublage, Rabat'],
  ],
  skills: ['Jeu face caméra', 'Doublage', 'Danse contemporaine', 'Improvisation', 'Chant mezzo', 'Lecture à vue'],
  analysis: {
    score: 78,
    strengths: ['Formation reconnue', 'Rôles variés et récents'],
    weaknesses: ['Pas de lien vers la bande démo'],
    recommendations: ['Indiquer les langues jouées pour chaque rôle'],
  },
};

export const MOUSSA: Resume = {
  layout: 'classic',
  headline: 'Cadreur, monteur, télépilote de drone',
  summary: 'Onze ans de documentaire et d’actualité entre Dakar, Nouadhibou et Bissau. Autonome du repérage à la livraison.',
  experience: [
    {
      when: '2019 – aujourd’hui',
      what: 'Chef opérateur indépendant',
      where: 'Dakar',
      points: ['Trois documentaires de 52 minutes sur la pêche artisanale.', 'Plus de 400 heures de vol en drone sans incident.'],
    },
    {
      when: '2014 – 2019',
      what: 'Cadreur-monteur',
      where: 'Télévision Teranga, Dakar',
      points: ['Deux campagnes électorales couvertes en direct.', 'Formation de six stagiaires par an au montage.'],
    },
  ],
  education: [
    ['2013', 'Licence en réalisation documentaire, Université Gaston Berger'],
    ['2020', 'Brevet de télépilote'],
  ],
  skills: ['Cadre', 'Montage', 'Étalonnage', 'Drone', 'Prise de son', 'Sécurité en mer'],
  analysis: {
    score: 74,
    strengths: ['Autonomie du tournage à la livraison'],
    weaknesses: ['Peu de liens vers les films'],
    recommendations: ['Joindre un extrait de deux minutes'],
  },
};

export const AICHA: Resume = {
  layout: 'column',
  headline: 'Styliste, habilleuse et maquilleuse',
  summary:
    'Six ans de plateaux et d’ateliers à Abidjan. Costumes contemporains et d’époque, maquillage haute chaleur, équipe de quatre couturières.',
  experience: [
    {
      when: '2022 – aujourd’hui',
      what: 'Fondatrice',
      where: 'Atelier Aïcha, Treichville',
      points: ['Costumes de deux séries (96 personnages).', 'Opéra en plein air : 140 tenues en cinq semaines.'],
    },
    {
      when: '2018 – 2022',
      what: 'Assistante costumes et maquillage',
      where: 'Ébène Productions, Abidjan',
      points: ['Raccords tenus sur trois saisons.', 'Gestion du stock et des locations.'],
    },
  ],
  education: [
    ['2018', 'BTS stylisme-modélisme, Abidjan'],
    ['2021', 'Maquillage effets spéciaux, Accra'],
  ],
  skills: ['Patronage', 'Pagne tissé', 'Maquillage plateau', 'Raccords', 'Gestion d’équipe'],
  analysis: {
    score: 71,
    strengths: ['Deux métiers rares réunis', 'Volumes précis'],
    weaknesses: ['Mise en page des dates inégale'],
    recommendations: ['Ajouter des photos de raccords'],
  },
};

export const YOUSSEF: Resume = {
  layout: 'banner',
  headline: 'Ingénieur du son et compositeur',
  summary: 'Seize ans de prise de son, de montage et de mixage pour le cinéma et la radio. Studio stéréo et 5.1 à La Marsa.',
  experience: [
    {
      when: '2015 – aujourd’hui',
      what: 'Mixeur et compositeur',
      where: 'Studio Chott, La Marsa',
      points: ['Vingt-deux longs métrages mixés.', 'Musiques originales pour quatre documentaires.'],
    },
    {
      when: '2008 – 2015',
      what: 'Perchman puis chef opérateur du son',
      where: 'Productions Carthago, Tunis',
      points: ['Tournages dans sept pays, du Sahara aux docks de Gênes.'],
    },
  ],
  education: [
    ['2007', 'Licence appliquée en prise de son, ISAMM'],
    ['2012', 'Oud, conservatoire de Tunis'],
  ],
  skills: ['Prise de son', 'Mixage 5.1', 'Pro Tools', 'Composition', 'Oud', 'Restauration'],
  analysis: {
    score: 82,
    strengths: ['Longue filmographie', 'Double profil technique et artistique'],
    weaknesses: ['Disponibilités non indiquées'],
    recommendations: ['Ajouter des écoutes en ligne'],
  },
};

export const MEHDI: Resume = {
  layout: 'classic',
  headline: 'Directeur de casting',
  summary: 'Quinze ans de distribution pour le cinéma marocain et les tournages étrangers. Castings sauvages, enfants, foules.',
  experience: [
    {
      when: '2016 – aujourd’hui',
      what: 'Directeur de casting',
      where: 'Bureau Bennani, Casablanca',
      points: ['Trente-huit longs métrages et neuf séries.', 'Foules jusqu’à 1 100 figurants à Ouarzazate.'],
    },
    {
      when: '2009 – 2016',
      what: 'Assistant casting',
      where: 'Atlas Images, Ouarzazate',
      points: ['Essais filmés de 6 000 personnes.', 'Suivi des contrats de mineurs.'],
    },
  ],
  education: [['2008', 'Master en études cinématographiques, ESAV Marrakech']],
  skills: ['Casting sauvage', 'Direction d’essais', 'Négociation', 'Droit du spectacle', 'Espagnol'],
  analysis: { score: 80 },
};
