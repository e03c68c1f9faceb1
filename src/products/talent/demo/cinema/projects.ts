/** Eight projects in every state. Days count from today: -3 is three days ago. */
import type { ProjectStatus } from '../../options/options.ts';

export interface DemoProject {
  readonly name: string;
  readonly production: string;
  readonly type: string;
  readonly country: string;
  readonly timeZone: string;
  readonly locations: string;
  readonly description: string;
  readonly status: ProjectStatus;
  readonly from: number;
  readonly until: number;
  readonly isActive?: boolean;
  /** Who is cast, as how many of which type. The documented people are given by address. */
  readonly cast: readonly { readonly type: string; readonly role: string; readonly people: number | readonly string[] }[];
  /** Whether the days are only held. */
  readonly isPencil?: boolean;
}

export const PROJECTS: readonly DemoProject[] = [
  {
    name: 'Le Dernier Voyage',
    production: 'Morocco Films Production',
    type: 'Film',
    country: 'MA',
    timeZone: 'Africa/Casablanca',
    locations: 'Marrakech, Essaouira, Atlas',
    description: 'Une conductrice d’autocar traverse le pays une dernière fois, avec tous ceux qu’elle a transportés.',
    status: 'en_tournage',
    from: -12,
    until: 18,
    cast: [
      { type: 'Acteur Principal', role: 'Rôle principal féminin : Leïla, la conductrice', people: ['sophia@demo.cinema'] },
      { type: 'Acteur Principal', role: 'Rôle principal masculin : Brahim, le receveur', people: ['youssef@demo.cinema'] },
      { type: 'Acteur Secondaire', role: 'Passagers du premier rang', people: 6 },
      { type: 'Figurant', role: 'Passagers, marché de Souk El Had', people: 22 },
      { type: 'Silhouette', role: 'Gendarmes du barrage', people: 3 },
    ],
  },
  {
    name: 'Le Désert Blanc',
    production: 'Atlas Productions',
    type: 'Film',
    country: 'MA',
    timeZone: 'Africa/Casablanca',
    locations: 'Ouarzazate, Merzouga',
    description: 'Une tempête de sable immobilise deux caravanes rivales autour du même puits.',
    status: 'en_tournage',
    from: -5,
    until: 25,
    cast: [
      { type: 'Acteur Secondaire', role: 'Chef de la caravane', people: 2 },
      { type: 'Figurant', role: 'Caravaniers', people: 20 },
      { type: 'Cascadeur', role: 'Cavaliers', people: 4 },
    ],
  },
  {
    name: 'Pirogues',
    production: 'Teranga Pictures',
    type: 'Série TV',
    country: 'SN',
    timeZone: 'Africa/Dakar',
    locations: 'Dakar, Saint-Louis, Joal',
    description: 'Six épisodes : trois familles de pêcheurs, une mer qui se retire.',
    status: 'en_tournage',
    from: -2,
    until: 40,
    cast: [
      { type: 'Acteur Principal', role: 'Mame Awa', people: ['aminata@demo.cinema'] },
      { type: 'Acteur Secondaire', role: 'Les fils', people: 5 },
      { type: 'Figurant', role: 'Le quai', people: 12 },
    ],
  },
  {
    name: 'Cour Commune, saison 2',
    production: 'Lagune Studios',
    type: 'Série TV',
    country: 'CI',
    timeZone: 'Africa/Abidjan',
    locations: 'Abidjan',
    description: 'La cour se vend : chaque locataire a un plan, aucun n’a d’argent.',
    status: 'en_preparation',
    from: 14,
    until: 74,
    cast: [
      { type: 'Acteur Secondaire', role: 'Locataires', people: 4 },
      { type: 'Figurant', role: 'Voisinage', people: 8 },
    ],
    isPencil: true,
  },
  {
    name: 'Safran',
    production: 'Morocco Films Production',
    type: 'Publicité',
    country: 'MA',
    timeZone: 'Africa/Casablanca',
    locations: 'Taliouine',
    description: 'Trente secondes de lumière pour une coopérative.',
    status: 'en_preparation',
    from: 21,
    until: 24,
    cast: [{ type: 'Mannequin', role: 'Cueilleuses', people: 4 }],
    isPencil: true,
  },
  {
    name: 'Lumière du Nil',
    production: 'Nile Light Films',
    type: 'Documentaire',
    country: 'EG',
    timeZone: 'Africa/Cairo',
    locations: 'Le Caire, Assouan',
    description: 'Les derniers projectionnistes de la vallée.',
    status: 'post_production',
    from: -90,
    until: -30,
    cast: [{ type: 'Voix Off', role: 'Narration', people: 2 }],
  },
  {
    name: 'Nuits de Casablanca',
    production: 'Morocco Films Production',
    type: 'Film',
    country: 'MA',
    timeZone: 'Africa/Casablanca',
    locations: 'Casablanca',
    description: 'Un taxi, une nuit, douze courses.',
    status: 'termine',
    from: -220,
    until: -150,
    cast: [
      { type: 'Acteur Principal', role: 'La passagère de l’aube', people: ['sophia@demo.cinema'] },
      { type: 'Figurant', role: 'Clients', people: 6 },
    ],
  },
  {
    name: 'Le Puits',
    production: 'Sahel Vision',
    type: 'Documentaire',
    country: 'ML',
    timeZone: 'Africa/Bamako',
    locations: 'Ségou, Mopti',
    description: 'Un village creuse, filmé pendant un an.',
    status: 'termine',
    from: -700,
    until: -340,
    isActive: false,
    cast: [{ type: 'Voix Off', role: 'Voix du griot', people: 1 }],
  },
];
