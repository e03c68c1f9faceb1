/** Four calls of the demonstration, open for days that count from today, and what some people wrote with their application. */
export interface DemoCall {
  /** Name of the project it is for. */
  readonly project: string;
  /** ISO code and name of the city. */
  readonly country: string;
  readonly city: string;
  readonly place: string;
  readonly closesIn: number;
  readonly startsIn: number;
  readonly endsIn: number;
  readonly pay: 'paid' | 'expenses' | 'unpaid';
  readonly payDetails: string;
  readonly titles: Readonly<Record<'fr' | 'en' | 'ar', string>>;
  readonly texts: Readonly<Partial<Record<'fr' | 'en' | 'ar', string>>>;
  readonly parts: readonly {
    readonly type: string;
    readonly name: string;
    readonly people: number;
    readonly gender?: 'M' | 'F';
    readonly ages?: readonly [from: number, to: number];
    readonly criteria: string;
  }[];
  /** How many people of the file applied. */
  readonly applicants: number;
}

export const CALLS: readonly DemoCall[] = [
  {
    project: 'Pirogues',
    country: 'SN',
    city: 'Dakar',
    place: 'Quai de Hann',
    closesIn: 9,
    startsIn: 16,
    endsIn: 38,
    pay: 'paid',
    payDetails: '60 000 à 250 000 FCFA par jour selon le rôle, repas et transport compris',
    titles: {
      fr: 'Pirogues : une famille de pêcheurs et tout un quai',
      en: 'Pirogues: a family of fishers and a whole quay',
      ar: 'بيروغ: عائلة صيادين ورصيف بأكمله',
    },
    texts: {
      fr: 'La série suit trois familles de pêcheurs au moment où la mer se retire. Nous complétons la distribution de la famille Ndoye et cherchons les visages du quai : mareyeuses, charpentiers de pirogues, enfants devenus grands.\n\nLes essais se font en wolof, sur place ou par vidéo. Aucune expérience n’est demandée pour le quai : nous cherchons des gens vrais, à l’aise avec la mer.',
      en: 'The series follows three families of fishers at the moment the sea withdraws. We complete the cast of the Ndoye family and look for the faces of the quay: fishmongers, builders of pirogues, children who grew up.\n\nAuditions are in Wolof, on the spot or by video. No experience is asked for the quay: we look for real people who are at ease with the sea.',
      ar: 'يتابع المسلسل ثلاث عائلات من الصيادين في اللحظة التي ينحسر فيها البحر. نكمل توزيع أدوار عائلة ندوي ونبحث عن وجوه الرصيف: بائعات السمك ونجارو القوارب وأبناء كبروا.\n\nتجرى الاختبارات بالولوفية حضوريًا أو بالفيديو. لا تُشترط الخبرة لمشاهد الرصيف: نبحث عن أناس حقيقيين يألفون البحر.',
    },
    parts: [
      {
        type: 'Acteur Secondaire',
        name: 'Yacine, la cadette',
        people: 1,
        gender: 'F',
        ages: [18, 26],
        criteria: 'Wolof courant. Elle tient tête à son père et sait réparer un moteur.',
      },
      {
        type: 'Acteur Secondaire',
        name: 'Le vieux Malick',
        people: 1,
        gender: 'M',
        ages: [58, 80],
        criteria: 'Wolof. Un visage que la mer a creusé.',
      },
      {
        type: 'Figurant',
        name: 'Le quai',
        people: 40,
        ages: [18, 70],
        criteria: 'Pêcheurs, mareyeuses, porteurs : venez comme vous êtes.',
      },
    ],
    applicants: 9,
  },
  {
    project: 'Cour Commune, saison 2',
    country: 'CI',
    city: 'Abidjan',
    place: 'Treichville',
    closesIn: 5,
    startsIn: 14,
    endsIn: 74,
    pay: 'paid',
    payDetails: '45 000 à 180 000 FCFA par jour, contrat signé avant le premier jour',
    titles: {
      fr: 'Cour Commune, saison 2 : nouveaux locataires',
      en: 'Cour Commune, season 2: new tenants',
      ar: 'الحوش المشترك، الموسم 2: مستأجرون جدد',
    },
    texts: {
      fr: 'La cour est à vendre et chaque locataire a un plan. Pour la deuxième saison de la comédie, cinq nouveaux personnages s’installent.\n\nNous aimons les gens drôles sans le vouloir, qui écoutent autant qu’ils parlent. Nouchi bienvenu.',
      en: 'The yard is for sale and every tenant has a plan. For the second season of the comedy five new characters move in.\n\nWe like people who are funny without meaning to, who listen as much as they talk. Nouchi welcome.',
    },
    parts: [
      {
        type: 'Acteur Principal',
        name: 'Tantie Ruth, la propriétaire',
        people: 1,
        gender: 'F',
        ages: [45, 62],
        criteria: 'Autorité, rire facile. Chante juste.',
      },
      {
        type: 'Acteur Secondaire',
        name: 'Les jumeaux',
        people: 2,
        gender: 'M',
        ages: [20, 28],
        criteria: 'Vraie ressemblance, ou mauvaise foi convaincante.',
      },
      { type: 'Danseur de fond', name: 'La fête du samedi', people: 12, ages: [18, 35], criteria: 'Coupé-décalé, zouglou.' },
    ],
    applicants: 6,
  },
  {
    project: 'Le Désert Blanc',
    country: 'MA',
    city: 'Ouarzazate',
    place: 'Studios Atlas, puis Merzouga',
    closesIn: 12,
    startsIn: 15,
    endsIn: 25,
    pay: 'paid',
    payDetails: '400 à 1 500 DH par jour, logement au désert, repas',
    titles: {
      fr: 'Le Désert Blanc : caravaniers et cavaliers',
      en: 'Le Désert Blanc: people of the caravan and riders',
      ar: 'الصحراء البيضاء: رجال القافلة وفرسان',
    },
    texts: {
      fr: 'Une tempête de sable immobilise deux caravanes rivales autour du même puits. Il nous faut encore des cavaliers confirmés et les visages de la seconde caravane.\n\nTournage de nuit certains jours. Les chevaux et les costumes sont fournis.',
      en: 'A sandstorm pins two rival caravans down around the same well. We still need skilled riders and the faces of the second caravan.\n\nSome nights of shooting. Horses and costumes are provided.',
      ar: 'عاصفة رملية تحاصر قافلتين متنافستين حول البئر نفسها. ما زلنا بحاجة إلى فرسان متمرسين ووجوه القافلة الثانية.\n\nتصوير ليلي في بعض الأيام. الخيول والأزياء متوفرة.',
    },
    parts: [
      {
        type: 'Cascadeur',
        name: 'Cavaliers de la seconde caravane',
        people: 4,
        ages: [20, 45],
        criteria: 'Cheval au galop, chutes préparées. Permis fédéral apprécié.',
      },
      {
        type: 'Figurant Spécialisé',
        name: 'La joueuse de guembri',
        people: 1,
        gender: 'F',
        ages: [25, 60],
        criteria: 'Joue vraiment. Tamazight ou darija.',
      },
      {
        type: 'Figurant',
        name: 'Gens de la caravane',
        people: 30,
        ages: [18, 75],
        criteria: 'Barbe ou visage marqué pour les hommes ; à l’aise sous le soleil.',
      },
    ],
    applicants: 7,
  },
  {
    project: 'Safran',
    country: 'MA',
    city: 'Marrakech',
    place: 'Taliouine',
    closesIn: 18,
    startsIn: 21,
    endsIn: 24,
    pay: 'expenses',
    payDetails: 'Film d’une coopérative : transport, repas et logement pris en charge, pas de cachet',
    titles: {
      fr: 'Safran : les mains de la récolte',
      en: 'Saffron: the hands of the harvest',
      ar: 'الزعفران: أيدي الحصاد',
    },
    texts: {
      fr: 'Trente secondes de lumière pour une coopérative de femmes. Nous filmons surtout des mains : il n’y a pas de cachet, la coopérative n’en a pas les moyens, et nous le disons avant tout le reste.',
      ar: 'ثلاثون ثانية من الضوء لتعاونية نسائية. نصوّر الأيدي خاصة: لا أجر لأن التعاونية لا تملكه، ونقول ذلك قبل أي شيء آخر.',
    },
    parts: [
      { type: 'Mannequin', name: 'Cueilleuses', people: 4, gender: 'F', ages: [25, 70], criteria: 'De belles mains qui ont travaillé.' },
      { type: 'Voix Off', name: 'La voix', people: 1, gender: 'F', criteria: 'Amazighe et français, timbre grave.' },
    ],
    applicants: 3,
  },
];

/** What people say with their application; most say nothing. */
export const WORDS: readonly (string | null)[] = [
  null,
  'Libre aux dates annoncées. J’habite à vingt minutes du lieu.',
  null,
  'J’ai déjà tourné deux courts métrages, le lien est dans mon profil.',
  null,
  null,
  'Je peux venir avec mon frère, qui est aussi inscrit.',
];
