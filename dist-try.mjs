// src/zz-try.ts
import { createCanvas as createCanvas2 } from "@napi-rs/canvas";

// src/products/talent/demo/resumes/accounts.ts
var AHMED = {
  layout: "column",
  headline: "D\xE9veloppeur full stack",
  summary: "D\xE9veloppeur senior, \xE0 l\u2019aise de la base de donn\xE9es \xE0 l\u2019\xE9cran : React, Node.js, PostgreSQL. Huit ans de services publics et coop\xE9ratifs tenus en production.",
  experience: [
    {
      when: "2021 \u2013 aujourd\u2019hui",
      what: "D\xE9veloppeur principal",
      where: "Maktoub Studio, Rabat",
      points: [
        "Refonte du portail d\u2019inscription d\u2019un office r\xE9gional : 210 000 dossiers, temps de r\xE9ponse divis\xE9 par six.",
        "Encadrement de quatre d\xE9veloppeurs, revues de code chaque matin."
      ]
    },
    {
      when: "2018 \u2013 2021",
      what: "D\xE9veloppeur web",
      where: "Coop\xE9rative Sanabel, K\xE9nitra",
      points: [
        "Application de collecte de lait hors ligne, utilis\xE9e par 1 400 \xE9leveurs.",
        "Mise en place des sauvegardes et de la supervision."
      ]
    },
    {
      when: "2016 \u2013 2018",
      what: "Int\xE9grateur puis d\xE9veloppeur",
      where: "Agence Minaret, Casablanca",
      points: ["Trente sites livr\xE9s, trois langues, lecture de droite \xE0 gauche comprise."]
    }
  ],
  education: [
    ["2014", "Ing\xE9nieur d\u2019\xC9tat en g\xE9nie logiciel, INPT, Rabat"],
    ["2019", "Certification d\u2019administration PostgreSQL"]
  ],
  skills: ["React", "Node.js", "Python", "PostgreSQL", "TypeScript", "Docker", "Accessibilit\xE9", "Figma"],
  analysis: {
    score: 85,
    strengths: ["R\xE9alisations chiffr\xE9es \xE0 chaque poste", "Progression r\xE9guli\xE8re vers l\u2019encadrement", "Pile technique compl\xE8te et actuelle"],
    weaknesses: ["Peu de d\xE9tails sur les tests automatis\xE9s", "Aucune r\xE9f\xE9rence \xE0 contacter"],
    recommendations: ["Ajouter un lien vers un projet ouvert", "Pr\xE9ciser la taille des \xE9quipes", "Mentionner le niveau de chaque langue"]
  }
};
var FATIMA_ZAHRA = {
  layout: "banner",
  headline: "Com\xE9dienne \u2013 th\xE9\xE2tre, cin\xE9ma, voix",
  summary: "Form\xE9e \xE0 l\u2019ISADAC, sept ans de sc\xE8ne et de plateau en darija, arabe et fran\xE7ais. 1,68 m, danse contemporaine, permis B.",
  experience: [
    {
      when: "2024",
      what: "R\xF4le de la juge Amal",
      where: "Les T\xE9moins du port, s\xE9rie, 8 \xE9pisodes",
      points: ["Soixante jours de tournage \xE0 Casablanca et Safi.", "Improvisations en darija retenues au montage."]
    },
    {
      when: "2022",
      what: "Premier r\xF4le f\xE9minin",
      where: "La Terrasse, long m\xE9trage",
      points: ["Pr\xE9paration de trois mois aupr\xE8s de couturi\xE8res de Derb Sultan."]
    },
    {
      when: "2018 \u2013 2023",
      what: "Com\xE9dienne permanente",
      where: "Compagnie Nejma, Casablanca",
      points: ["Douze cr\xE9ations, deux tourn\xE9es au Maroc et en Tunisie.", "Ateliers hebdomadaires avec des lyc\xE9ens."]
    }
  ],
  education: [
    ["2017", "Dipl\xF4me d\u2019art dramatique, ISADAC, Rabat"],
    ["2020", "Stage de doublage, Rabat"]
  ],
  skills: ["Jeu face cam\xE9ra", "Doublage", "Danse contemporaine", "Improvisation", "Chant mezzo", "Lecture \xE0 vue"],
  analysis: {
    score: 78,
    strengths: ["Formation reconnue", "R\xF4les vari\xE9s et r\xE9cents"],
    weaknesses: ["Pas de lien vers la bande d\xE9mo"],
    recommendations: ["Indiquer les langues jou\xE9es pour chaque r\xF4le"]
  }
};
var MOUSSA = {
  layout: "classic",
  headline: "Cadreur, monteur, t\xE9l\xE9pilote de drone",
  summary: "Onze ans de documentaire et d\u2019actualit\xE9 entre Dakar, Nouadhibou et Bissau. Autonome du rep\xE9rage \xE0 la livraison.",
  experience: [
    {
      when: "2019 \u2013 aujourd\u2019hui",
      what: "Chef op\xE9rateur ind\xE9pendant",
      where: "Dakar",
      points: ["Trois documentaires de 52 minutes sur la p\xEAche artisanale.", "Plus de 400 heures de vol en drone sans incident."]
    },
    {
      when: "2014 \u2013 2019",
      what: "Cadreur-monteur",
      where: "T\xE9l\xE9vision Teranga, Dakar",
      points: ["Deux campagnes \xE9lectorales couvertes en direct.", "Formation de six stagiaires par an au montage."]
    }
  ],
  education: [
    ["2013", "Licence en r\xE9alisation documentaire, Universit\xE9 Gaston Berger"],
    ["2020", "Brevet de t\xE9l\xE9pilote"]
  ],
  skills: ["Cadre", "Montage", "\xC9talonnage", "Drone", "Prise de son", "S\xE9curit\xE9 en mer"],
  analysis: {
    score: 74,
    strengths: ["Autonomie du tournage \xE0 la livraison"],
    weaknesses: ["Peu de liens vers les films"],
    recommendations: ["Joindre un extrait de deux minutes"]
  }
};
var AICHA = {
  layout: "column",
  headline: "Styliste, habilleuse et maquilleuse",
  summary: "Six ans de plateaux et d\u2019ateliers \xE0 Abidjan. Costumes contemporains et d\u2019\xE9poque, maquillage haute chaleur, \xE9quipe de quatre couturi\xE8res.",
  experience: [
    {
      when: "2022 \u2013 aujourd\u2019hui",
      what: "Fondatrice",
      where: "Atelier A\xEFcha, Treichville",
      points: ["Costumes de deux s\xE9ries (96 personnages).", "Op\xE9ra en plein air : 140 tenues en cinq semaines."]
    },
    {
      when: "2018 \u2013 2022",
      what: "Assistante costumes et maquillage",
      where: "\xC9b\xE8ne Productions, Abidjan",
      points: ["Raccords tenus sur trois saisons.", "Gestion du stock et des locations."]
    }
  ],
  education: [
    ["2018", "BTS stylisme-mod\xE9lisme, Abidjan"],
    ["2021", "Maquillage effets sp\xE9ciaux, Accra"]
  ],
  skills: ["Patronage", "Pagne tiss\xE9", "Maquillage plateau", "Raccords", "Gestion d\u2019\xE9quipe"],
  analysis: {
    score: 71,
    strengths: ["Deux m\xE9tiers rares r\xE9unis", "Volumes pr\xE9cis"],
    weaknesses: ["Mise en page des dates in\xE9gale"],
    recommendations: ["Ajouter des photos de raccords"]
  }
};
var YOUSSEF = {
  layout: "banner",
  headline: "Ing\xE9nieur du son et compositeur",
  summary: "Seize ans de prise de son, de montage et de mixage pour le cin\xE9ma et la radio. Studio st\xE9r\xE9o et 5.1 \xE0 La Marsa.",
  experience: [
    {
      when: "2015 \u2013 aujourd\u2019hui",
      what: "Mixeur et compositeur",
      where: "Studio Chott, La Marsa",
      points: ["Vingt-deux longs m\xE9trages mix\xE9s.", "Musiques originales pour quatre documentaires."]
    },
    {
      when: "2008 \u2013 2015",
      what: "Perchman puis chef op\xE9rateur du son",
      where: "Productions Carthago, Tunis",
      points: ["Tournages dans sept pays, du Sahara aux docks de G\xEAnes."]
    }
  ],
  education: [
    ["2007", "Licence appliqu\xE9e en prise de son, ISAMM"],
    ["2012", "Oud, conservatoire de Tunis"]
  ],
  skills: ["Prise de son", "Mixage 5.1", "Pro Tools", "Composition", "Oud", "Restauration"],
  analysis: {
    score: 82,
    strengths: ["Longue filmographie", "Double profil technique et artistique"],
    weaknesses: ["Disponibilit\xE9s non indiqu\xE9es"],
    recommendations: ["Ajouter des \xE9coutes en ligne"]
  }
};
var MEHDI = {
  layout: "classic",
  headline: "Directeur de casting",
  summary: "Quinze ans de distribution pour le cin\xE9ma marocain et les tournages \xE9trangers. Castings sauvages, enfants, foules.",
  experience: [
    {
      when: "2016 \u2013 aujourd\u2019hui",
      what: "Directeur de casting",
      where: "Bureau Bennani, Casablanca",
      points: ["Trente-huit longs m\xE9trages et neuf s\xE9ries.", "Foules jusqu\u2019\xE0 1 100 figurants \xE0 Ouarzazate."]
    },
    {
      when: "2009 \u2013 2016",
      what: "Assistant casting",
      where: "Atlas Images, Ouarzazate",
      points: ["Essais film\xE9s de 6 000 personnes.", "Suivi des contrats de mineurs."]
    }
  ],
  education: [["2008", "Master en \xE9tudes cin\xE9matographiques, ESAV Marrakech"]],
  skills: ["Casting sauvage", "Direction d\u2019essais", "N\xE9gociation", "Droit du spectacle", "Espagnol"],
  analysis: { score: 80 }
};

// src/products/talent/demo/people/accounts.ts
var ACCOUNTS = [
  {
    email: "admin@talento.com",
    firstName: "Admin",
    lastName: "Taalentio",
    gender: "N",
    born: "1985-03-02",
    origin: "MA",
    home: "MA/RAB",
    language: "fr",
    role: "super_admin",
    password: "admin",
    talents: ["gestion-de-projet"],
    availability: "projet_actuel",
    workMode: "hybride",
    years: 12,
    rate: "Sur devis",
    education: "Master en management culturel, Universit\xE9 Mohammed V de Rabat",
    spoken: "Arabe, fran\xE7ais, anglais",
    bio: "Compte d\u2019administration de la d\xE9monstration. Il voit tout ce qu\u2019un responsable de plateforme doit voir : les personnes, les journaux, les r\xE9glages.",
    phone: "+212 600 00 01 00",
    isPublic: false,
    daysAgo: 90
  },
  {
    email: "demo1@talento.com",
    firstName: "Ahmed",
    lastName: "Benali",
    gender: "M",
    born: "1990-05-15",
    origin: "MA",
    home: "MA/RAB",
    language: "fr",
    password: "demo",
    talents: ["developpement-web", "designer-ui-ux", "devops-et-cloud"],
    availability: "disponible_maintenant",
    workMode: "hybride",
    years: 8,
    rate: "50000-100000",
    education: "Dipl\xF4me d\u2019ing\xE9nieur d\u2019\xC9tat en g\xE9nie logiciel, INPT, Rabat (2014)",
    spoken: "Arabe, fran\xE7ais, anglais",
    bio: "D\xE9veloppeur full stack, je construis depuis huit ans des services que l\u2019on ouvre sur un t\xE9l\xE9phone \xE0 3 000 dirhams, avec deux barres de r\xE9seau. J\u2019ai appris le m\xE9tier dans une coop\xE9rative laiti\xE8re du Gharb : si l\u2019\xE9cran n\u2019est pas clair, le camion ne part pas. J\u2019aime les \xE9quipes qui se relisent et les dimanches sur la corniche de Rabat.",
    phone: "+212 600 00 00 01",
    whatsapp: true,
    address: "123 avenue Mohammed V, Rabat",
    portfolio: "https://ahmed-benali.example/realisations",
    website: "https://ahmed-benali.example",
    social: {
      linkedin: "https://linkedin.com/in/ahmed-benali-demo",
      github: "https://github.com/ahmed-benali-demo",
      twitter: "https://twitter.com/ahmed_benali_demo",
      instagram: "https://instagram.com/ahmed.benali.demo",
      facebook: "https://facebook.com/ahmed.benali.demo",
      dribbble: "https://dribbble.com/ahmed-benali-demo",
      imdb_url: "https://imdb.com/name/nm0000000",
      threads: "https://threads.net/@ahmed.benali.demo"
    },
    daysAgo: 84.3,
    resume: AHMED,
    portrait: {
      skin: 6,
      face: "oval",
      feminine: false,
      hair: "side-part",
      beard: "short",
      clothes: "shirt",
      cloth: "#33507a",
      accent: "#e9a94b",
      nose: "narrow",
      smile: true,
      backdrop: 5
    }
  },
  {
    email: "demo2@talento.com",
    firstName: "Fatima Zahra",
    lastName: "El Amrani",
    gender: "F",
    born: "1994-11-08",
    origin: "MA",
    home: "MA/CAS",
    language: "fr",
    password: "demo",
    talents: ["theatre-et-comedie", "doublage", "danse-contemporaine"],
    availability: "disponible_prochainement",
    workMode: "sur_site",
    years: 7,
    rate: "3 500 MAD / jour de tournage",
    education: "Dipl\xF4me d\u2019art dramatique, ISADAC, Rabat (2017)",
    spoken: "Arabe, darija, fran\xE7ais, anglais",
    bio: "Com\xE9dienne casablancaise, je passe de la sc\xE8ne au plateau avec le m\xEAme plaisir : arriver t\xF4t, savoir mon texte, \xE9couter. J\u2019ai jou\xE9 des m\xE8res, une juge, une pilote de ligne et la voix d\u2019une chouette dans un dessin anim\xE9. Je tourne en darija, en arabe classique et en fran\xE7ais.",
    phone: "+212 600 00 00 02",
    whatsapp: true,
    address: "18 rue Abou Inane, Casablanca",
    portfolio: "https://fz-elamrani.example/bande-demo",
    website: "https://fz-elamrani.example",
    social: {
      instagram: "https://instagram.com/fz.elamrani.demo",
      linkedin: "https://linkedin.com/in/fz-elamrani-demo",
      imdb_url: "https://imdb.com/name/nm0000000"
    },
    daysAgo: 71.6,
    resume: FATIMA_ZAHRA,
    portrait: {
      skin: 7,
      face: "heart",
      feminine: true,
      hair: "waves",
      hairColor: "brown",
      clothes: "roll-neck",
      cloth: "#7a2f45",
      accent: "#e9a94b",
      nose: "medium",
      smile: true,
      earrings: "studs",
      backdrop: 4
    }
  },
  {
    email: "demo3@talento.com",
    firstName: "Moussa",
    lastName: "Diop",
    gender: "M",
    born: "1988-01-27",
    origin: "SN",
    home: "SN/DAK",
    language: "fr",
    password: "demo",
    talents: ["videographie", "montage-video", "pilotage-de-drone"],
    availability: "projet_actuel",
    workMode: "flexible",
    years: 11,
    rate: "150 000 FCFA / jour, mat\xE9riel compris",
    education: "Licence en r\xE9alisation documentaire, Universit\xE9 Gaston Berger, Saint-Louis",
    spoken: "Wolof, fran\xE7ais, anglais, notions de pulaar",
    bio: "Je filme la mer, ceux qui en vivent et ceux qui la craignent. Cadreur puis monteur, j\u2019ai suivi trois campagnes de p\xEAche \xE0 Kayar et couvert deux \xE9lections sans jamais rater une carte m\xE9moire. Mon drone est d\xE9clar\xE9, assur\xE9, et s\u2019appelle Yaay.",
    phone: "+221 770 00 00 03",
    whatsapp: true,
    address: "Sicap Libert\xE9 4, Dakar",
    portfolio: "https://moussa-diop.example/films",
    website: "https://moussa-diop.example",
    social: {
      instagram: "https://instagram.com/moussa.diop.demo",
      linkedin: "https://linkedin.com/in/moussa-diop-demo",
      facebook: "https://facebook.com/moussadiop.demo"
    },
    daysAgo: 58.2,
    resume: MOUSSA,
    portrait: {
      skin: 1,
      face: "long",
      feminine: false,
      hair: "short",
      beard: "goatee",
      clothes: "tee",
      cloth: "#d9c9a5",
      accent: "#c8553d",
      nose: "wide",
      lips: "full",
      backdrop: 1
    }
  },
  {
    email: "demo4@talento.com",
    firstName: "A\xEFcha",
    lastName: "Kon\xE9",
    gender: "F",
    born: "1996-07-19",
    origin: "CI",
    home: "CI/ABI",
    language: "fr",
    password: "demo",
    talents: ["stylisme-et-mode", "maquillage-et-esthetique", "couture"],
    availability: "disponible_maintenant",
    workMode: "sur_site",
    years: 6,
    rate: "75 000 FCFA / jour",
    education: "BTS stylisme-mod\xE9lisme, Abidjan (2018)",
    spoken: "Fran\xE7ais, dioula, baoul\xE9",
    bio: "Habilleuse et maquilleuse de plateau, je sais faire tenir un pagne sous la pluie et un fond de teint sous 38 degr\xE9s. Mon atelier de Treichville emploie quatre couturi\xE8res ; nous avons habill\xE9 deux s\xE9ries et un op\xE9ra. Je voyage avec ma machine.",
    phone: "+225 07 00 00 00 04",
    whatsapp: true,
    address: "Avenue 12, Treichville, Abidjan",
    portfolio: "https://atelier-aicha.example/lookbook",
    social: {
      instagram: "https://instagram.com/atelier.aicha.demo",
      facebook: "https://facebook.com/atelieraicha.demo",
      linkedin: "https://linkedin.com/in/aicha-kone-demo"
    },
    daysAgo: 43.8,
    resume: AICHA,
    portrait: {
      skin: 2,
      face: "round",
      feminine: true,
      hair: "headwrap",
      clothes: "wax",
      cloth: "#17607a",
      accent: "#e8912d",
      nose: "wide",
      lips: "full",
      smile: true,
      earrings: "hoops",
      backdrop: 8
    }
  },
  {
    email: "demo5@talento.com",
    firstName: "Youssef",
    lastName: "Trabelsi",
    gender: "M",
    born: "1983-09-30",
    origin: "TN",
    home: "TN/TUN",
    language: "fr",
    password: "demo",
    talents: ["ingenierie-du-son", "musique-et-composition", "oud"],
    availability: "non_disponible",
    workMode: "a_distance",
    years: 16,
    rate: "400 TND / jour",
    education: "Licence appliqu\xE9e en prise de son, ISAMM, La Manouba",
    spoken: "Arabe, fran\xE7ais, italien",
    bio: "Ing\xE9nieur du son, je mixe chez moi \xE0 La Marsa et j\u2019enregistre partout ailleurs : mariages soufis, cri\xE9es de poissons, silence des chotts. Seize ans de perche m\u2019ont appris qu\u2019une bonne prise vaut mieux que dix heures de nettoyage. Je compose \xE0 l\u2019oud quand le film le demande.",
    phone: "+216 20 000 005",
    address: "Rue de la Plage, La Marsa",
    portfolio: "https://trabelsi-son.example/ecoutes",
    social: { linkedin: "https://linkedin.com/in/youssef-trabelsi-demo", instagram: "https://instagram.com/trabelsi.son.demo" },
    daysAgo: 30.5,
    resume: YOUSSEF,
    portrait: {
      skin: 6,
      face: "square",
      feminine: false,
      hair: "curls",
      hairColor: "grey",
      beard: "stubble",
      glasses: "round",
      clothes: "shirt",
      cloth: "#4f6b57",
      accent: "#e9a94b",
      nose: "medium",
      backdrop: 9
    }
  }
];

// src/products/talent/demo/resumes/centre-south.ts
var ESTELLE = {
  layout: "classic",
  headline: "Cheffe monteuse",
  summary: "Neuf ans de montage de fiction et de documentaire. Livraison, conformation, relation avec le son.",
  experience: [
    {
      when: "2019 \u2013 aujourd\u2019hui",
      what: "Cheffe monteuse",
      where: "Wouri Post, Douala",
      points: ["Quatre longs m\xE9trages.", "S\xE9rie de 60 \xE9pisodes livr\xE9e \xE0 l\u2019heure."]
    },
    {
      when: "2016 \u2013 2019",
      what: "Assistante monteuse",
      where: "Mboa Films, Douala",
      points: ["Synchronisation et d\xE9rushage de 300 heures."]
    }
  ],
  education: [["2016", "IFCPA, Yaound\xE9"]],
  skills: ["Avid", "DaVinci Resolve", "Montage son", "Conformation", "Anglais"],
  analysis: { score: 76 }
};
var CLARISSE = {
  layout: "column",
  headline: "Mobile developer",
  summary: "Five years of Kotlin and Flutter for low-end phones and patchy networks. Offline first, small downloads, tested releases.",
  experience: [
    {
      when: "2022 \u2013 today",
      what: "Mobile developer",
      where: "Fako Transit, Buea",
      points: ["Bus ticketing app: 80,000 tickets a month, 4.2 MB download.", "Crash-free sessions from 94 to 99.6 %."]
    },
    { when: "2020 \u2013 2022", what: "Junior developer", where: "Mountain Labs, Buea", points: ["Payments, QR scanning, release pipeline."] }
  ],
  education: [["2020", "BSc Computer Engineering, University of Buea"]],
  skills: ["Kotlin", "Flutter", "SQLite", "CI/CD", "Accessibility", "French"],
  analysis: { score: 80 }
};
var GLOIRE = {
  layout: "banner",
  headline: "Slameur et auteur",
  summary: "Huit ans de sc\xE8nes ouvertes, de th\xE9\xE2tre et d\u2019ateliers d\u2019\xE9criture \xE0 Kinshasa.",
  experience: [
    {
      when: "2018 \u2013 aujourd\u2019hui",
      what: "Slameur, animateur",
      where: "Kinshasa",
      points: ["Sc\xE8ne ouverte hebdomadaire, 300 soir\xE9es.", "Deux recueils publi\xE9s."]
    },
    { when: "2021 \u2013 2023", what: "Auteur associ\xE9", where: "Espace Tarmac", points: ["Texte de \xAB Ligne 9 \xBB, cr\xE9\xE9 \xE0 Goma et Kigali."] }
  ],
  education: [["2016", "Graduat en lettres, Universit\xE9 p\xE9dagogique nationale"]],
  skills: ["Slam", "\xC9criture", "Animation", "Lingala", "Mode"],
  analysis: { score: 63 }
};
var HAINGO = {
  layout: "column",
  headline: "Photographe",
  summary: "Photographie documentaire et \xE9ditoriale \xE0 Madagascar, argentique et num\xE9rique.",
  experience: [
    {
      when: "2018 \u2013 aujourd\u2019hui",
      what: "Photographe ind\xE9pendante",
      where: "Antananarivo",
      points: ["S\xE9rie \xAB Lavandi\xE8res \xBB expos\xE9e \xE0 Bamako.", "Reportages pour huit organisations."]
    },
    { when: "2016 \u2013 2018", what: "Charg\xE9e de communication", where: "Tsara Media", points: ["Refonte du site, banque de 20 000 images."] }
  ],
  education: [["2016", "Licence de communication"]],
  skills: ["Argentique", "Reportage", "Retouche", "Interface", "Malgache"],
  analysis: { score: 70 }
};
var ADAEZE = {
  layout: "banner",
  headline: "Actress and voice artist",
  summary: "Eight years on stage, on screen and behind a microphone, in four languages. 1.71 m, stage combat, home booth.",
  experience: [
    {
      when: "2025",
      what: "Lead, \u201CThe Last Ferry\u201D",
      where: "Feature film, Lagos",
      points: ["Forty-two shooting days, own stunts in water."]
    },
    {
      when: "2021 \u2013 2024",
      what: "Series regular, \u201CThird Mainland\u201D",
      where: "Television, three seasons",
      points: ["Best supporting actress, national awards (nominee)."]
    },
    { when: "2018 \u2013 today", what: "Voice artist", where: "Lagos", points: ["Two video games, eleven radio dramas."] }
  ],
  education: [["2017", "BA Theatre Arts, University of Lagos"]],
  skills: ["Screen acting", "Voice", "Igbo", "Yoruba", "Stage combat", "Singing"],
  analysis: {
    score: 84,
    strengths: ["Recent leading role", "Voice work in several languages"],
    weaknesses: ["Dates of the radio dramas are missing"],
    recommendations: ["Link a two-minute reel"]
  }
};
var TUNDE = {
  layout: "classic",
  headline: "Composer and percussionist",
  summary: "Eleven years of film music, from talking drum to full orchestra mock-ups.",
  experience: [
    {
      when: "2017 \u2013 today",
      what: "Film composer",
      where: "Ibadan",
      points: ["Nineteen features, two animated shorts.", "Workshop for young percussionists every August."]
    },
    { when: "2014 \u2013 2017", what: "Recording engineer", where: "Cocoa House Studio", points: ["Over 200 sessions."] }
  ],
  education: [["2013", "Diploma in Music Technology, Ibadan"]],
  skills: ["Composition", "Talking drum", "Mixing", "Logic Pro", "Orchestration"],
  analysis: { score: 74 }
};
var ABENA = {
  layout: "classic",
  headline: "Kente weaver and trainer",
  summary: "Twenty years at the loom. Ceremonial cloth, costume departments, training of young weavers.",
  experience: [
    {
      when: "2009 \u2013 today",
      what: "Master weaver",
      where: "Bonwire, Kumasi",
      points: ["Cloth for six films and a museum collection.", "Thirty apprentices trained, half of them women."]
    },
    { when: "2004 \u2013 2009", what: "Weaver", where: "Family workshop", points: ["Sales and design of forty patterns."] }
  ],
  education: [
    ["2004", "Apprenticeship, Bonwire"],
    ["2015", "Certificate in Small Business, Kumasi"]
  ],
  skills: ["Kente", "Dyeing", "Pattern reading", "Teaching", "Costing"],
  analysis: { score: 66 }
};
var WANJIRU = {
  layout: "column",
  headline: "Mobile engineer and product lead",
  summary: "Seven years building savings and transport apps in Nairobi. Small teams, frequent releases, support desk in the loop.",
  experience: [
    {
      when: "2021 \u2013 today",
      what: "Lead mobile engineer",
      where: "Akiba Pamoja, Nairobi",
      points: ["Savings app with 1.1 million active members.", "Release every week, rollback in four minutes."]
    },
    { when: "2018 \u2013 2021", what: "Android developer", where: "Matatu Mesh", points: ["Live arrival times for 38 routes."] }
  ],
  education: [["2018", "BSc Computer Science, JKUAT"]],
  skills: ["Kotlin", "Swift", "Product management", "Figma", "Swahili", "SQL"],
  analysis: { score: 86 }
};
var LERATO = {
  layout: "banner",
  headline: "Choreographer and movement director",
  summary: "Thirteen years of choreography for film, advertising and theatre. Intimacy and safety protocols included.",
  experience: [
    {
      when: "2016 \u2013 today",
      what: "Movement director",
      where: "Johannesburg and Cape Town",
      points: ["Nine features, over fifty commercials.", "Crowd scenes of up to 600 people."]
    },
    { when: "2012 \u2013 2016", what: "Dancer", where: "Vuyani Company", points: ["International tours, four seasons."] }
  ],
  education: [
    ["2011", "National Diploma in Dance, Tshwane"],
    ["2022", "Intimacy coordination training"]
  ],
  skills: ["Choreography", "Pantsula", "Intimacy coordination", "Crowd movement", "Coaching"],
  analysis: { score: 78 }
};
var SELAM = {
  layout: "classic",
  headline: "Photographer",
  summary: "Ten years of film stills, portraits and long-form projects in Ethiopia.",
  experience: [
    {
      when: "2015 \u2013 today",
      what: "Freelance photographer",
      where: "Addis Ababa",
      points: ["Stills for twelve features.", "\u201CHair, Piassa\u201D: 240 portraits, exhibited in Nairobi."]
    },
    { when: "2013 \u2013 2015", what: "Picture editor", where: "Fortune Weekly", points: ["Assignments and archive of 60,000 images."] }
  ],
  education: [["2013", "Alle School of Fine Arts"]],
  skills: ["Portrait", "Film stills", "Lighting", "Picture editing", "Amharic"],
  analysis: { score: 71 }
};

// src/products/talent/demo/people/central-africa.ts
var CENTRAL_AFRICA = [
  {
    email: "estelle.ngobassa@example.com",
    firstName: "Estelle",
    lastName: "Ngo Bassa",
    gender: "F",
    born: "1991-08-08",
    origin: "CM",
    home: "CM/DOU",
    language: "fr",
    talents: ["montage-video", "videographie"],
    availability: "disponible_maintenant",
    workTime: "Temps plein",
    workMode: "hybride",
    years: 9,
    rate: "100 000 FCFA / jour",
    education: "IFCPA, Yaound\xE9, option montage",
    spoken: "Fran\xE7ais, bassa, anglais",
    bio: "Monteuse \xE0 Douala. Je coupe sur les respirations, pas sur les mots. Quatre longs m\xE9trages, une s\xE9rie de 60 \xE9pisodes livr\xE9e sans un jour de retard, et une collection de chutes que j\u2019esp\xE8re exposer un jour.",
    phone: "+237 670 00 00 51",
    whatsapp: true,
    portfolio: "https://estelle-monte.example",
    social: { linkedin: "https://linkedin.com/in/estelle-ngo-bassa-demo" },
    daysAgo: 9.8,
    resume: ESTELLE,
    portrait: {
      skin: 2,
      face: "oval",
      feminine: true,
      hair: "puff",
      glasses: "round",
      clothes: "roll-neck",
      cloth: "#2a2f4f",
      accent: "#e9a94b",
      nose: "medium",
      lips: "full",
      earrings: "studs",
      backdrop: 8
    }
  },
  {
    email: "blaise.tchoumi@example.com",
    firstName: "Blaise",
    lastName: "Tchoumi",
    gender: "M",
    born: "1974-03-19",
    origin: "CM",
    home: "CM/YAO",
    language: "fr",
    talents: ["electricite", "energies-renouvelables"],
    availability: "disponible_maintenant",
    workMode: "sur_site",
    years: 25,
    rate: "45 000 FCFA / jour",
    spoken: "Fran\xE7ais, ghomala\u2019, anglais",
    bio: "Chef \xE9lectricien de plateau \xE0 Yaound\xE9. J\u2019ai remplac\xE9 deux groupes \xE9lectrog\xE8nes sur trois par des batteries et du solaire : l\u2019ing\xE9nieur du son m\u2019embrasse, le gasoil me d\xE9teste. Habilit\xE9 haute tension.",
    phone: "+237 670 00 00 52",
    daysAgo: 77.3
  },
  {
    email: "clarisse.tabe@example.com",
    firstName: "Clarisse",
    lastName: "Tabe Ngwa",
    gender: "F",
    born: "1998-10-10",
    origin: "CM",
    home: "CM/BUE",
    language: "en",
    talents: ["developpement-mobile", "developpement-web", "test-et-qualite-logicielle"],
    availability: "disponible_maintenant",
    workMode: "a_distance",
    years: 5,
    rate: "XAF 90,000 / day",
    education: "BSc Computer Engineering, University of Buea (2020)",
    spoken: "English, Pidgin, French",
    bio: "Mobile developer from Silicon Mountain, Buea. I write Kotlin for phones that cost less than my lunch in Lagos, so I count every kilobyte. I maintain a ticketing app for inter-city buses and run the women-in-code Saturday at the community library.",
    phone: "+237 670 00 00 53",
    portfolio: "https://clarisse-tabe.example",
    social: { github: "https://github.com/clarisse-tabe-demo", linkedin: "https://linkedin.com/in/clarisse-tabe-demo" },
    daysAgo: 18.2,
    resume: CLARISSE,
    portrait: {
      skin: 2,
      face: "round",
      feminine: true,
      hair: "box-braids",
      age: "young",
      clothes: "tee",
      cloth: "#3a6ea5",
      accent: "#f2c14e",
      nose: "wide",
      lips: "full",
      smile: true,
      backdrop: 7
    }
  },
  {
    email: "gloire.kabongo@example.com",
    firstName: "Gloire",
    lastName: "Kabongo",
    gender: "M",
    born: "1994-12-24",
    origin: "CD",
    home: "CD/KIN",
    language: "fr",
    talents: ["rap-et-slam", "stylisme-et-mode", "presentation-et-animation"],
    availability: "disponible_prochainement",
    workMode: "flexible",
    years: 8,
    rate: "150 USD / prestation",
    spoken: "Lingala, fran\xE7ais, swahili",
    bio: "Slameur et sapeur de Bandal. Mes costumes sont repass\xE9s, mes phrases aussi. J\u2019anime une sc\xE8ne ouverte le jeudi \xE0 Kinshasa, j\u2019\xE9cris pour le th\xE9\xE2tre et je pr\xEAte ma silhouette \xE0 qui sait la cadrer.",
    phone: "+243 810 00 00 54",
    whatsapp: true,
    portfolio: "https://gloire-slam.example",
    social: { instagram: "https://instagram.com/gloire.slam.demo" },
    daysAgo: 24.2,
    resume: GLOIRE,
    portrait: {
      skin: 0,
      face: "long",
      feminine: false,
      hair: "short",
      beard: "moustache",
      glasses: "round",
      clothes: "blazer",
      cloth: "#8a2846",
      accent: "#f2c14e",
      nose: "wide",
      lips: "full",
      smile: true,
      backdrop: 4
    }
  },
  {
    email: "merveille.ilunga@example.com",
    firstName: "Merveille",
    lastName: "Ilunga",
    gender: "F",
    born: "1999-05-27",
    origin: "CD",
    home: "CD/LUB",
    language: "fr",
    talents: ["maquillage-et-esthetique", "coiffure"],
    availability: "disponible_maintenant",
    workMode: "sur_site",
    years: 4,
    rate: "60 USD / jour",
    spoken: "Swahili, fran\xE7ais, tshiluba",
    bio: "Maquilleuse et coiffeuse \xE0 Lubumbashi : mari\xE9es le samedi, plateaux la semaine. Je fabrique mes propres teintes parce que les palettes du commerce s\u2019arr\xEAtent avant nous.",
    phone: "+243 810 00 00 55",
    whatsapp: true,
    daysAgo: 41.5,
    portrait: {
      skin: 1,
      face: "heart",
      feminine: true,
      hair: "afro",
      age: "young",
      clothes: "wax",
      cloth: "#5b2a86",
      accent: "#f6bd60",
      nose: "wide",
      lips: "full",
      lipstick: "#a8324a",
      smile: true,
      earrings: "hoops",
      backdrop: 0
    }
  },
  {
    email: "prisca.moussavou@example.com",
    firstName: "Prisca",
    lastName: "Moussavou",
    gender: "F",
    born: "1985-11-03",
    origin: "GA",
    home: "GA/LIB",
    language: "fr",
    talents: ["guide-touristique", "photographie", "gestion-de-projet"],
    availability: "non_disponible",
    workMode: "hybride",
    years: 11,
    education: "Master en \xE9cologie, USTM Franceville",
    spoken: "Fran\xE7ais, punu, fang, anglais",
    bio: "\xC9cologue et r\xE9gisseuse d\u2019ext\xE9rieurs \xE0 Libreville. Je conduis les \xE9quipes en for\xEAt sans d\xE9ranger les \xE9l\xE9phants, ou le moins possible. Autorisations, pirogues, moustiquaires : la liste est longue, je la connais par c\u0153ur.",
    phone: "+241 60 00 00 56",
    daysAgo: 68
  },
  {
    email: "dieudonne.massamba@example.com",
    firstName: "Dieudonn\xE9",
    lastName: "Massamba",
    gender: "M",
    born: "1970-07-21",
    origin: "CG",
    home: "CG/BRA",
    language: "fr",
    talents: ["menuiserie", "artisanat-d-art"],
    availability: "disponible_maintenant",
    workMode: "sur_site",
    years: 32,
    rate: "30 000 FCFA / jour",
    spoken: "Kituba, lari, fran\xE7ais",
    bio: "Menuisier de d\xE9cor \xE0 Brazzaville. Je construis des murs qui s\u2019ouvrent, des portes qui claquent juste et des barques qui ne flottent que sept minutes, le temps de la prise.",
    phone: "+242 06 000 00 57",
    daysAgo: 82.7,
    isPublic: false
  }
];

// src/products/talent/demo/people/east-and-south.ts
var EAST_AND_SOUTH = [
  {
    email: "wanjiru.kamau@example.com",
    firstName: "Wanjir\u0169",
    lastName: "Kamau",
    gender: "F",
    born: "1995-03-25",
    origin: "KE",
    home: "KE/NAI",
    language: "en",
    talents: ["developpement-mobile", "gestion-de-projet", "designer-ui-ux"],
    availability: "disponible_maintenant",
    workTime: "Temps plein",
    workMode: "hybride",
    years: 7,
    rate: "KES 25,000 / day",
    education: "BSc Computer Science, JKUAT (2018)",
    spoken: "Kikuyu, Swahili, English",
    bio: "Product-minded mobile engineer in Nairobi. I shipped a savings app that still works on a cracked screen in a matatu, which is the only test that counts. Happiest when engineers and call-centre agents sit in the same room.",
    phone: "+254 700 000 067",
    portfolio: "https://wanjiru-kamau.example",
    social: { github: "https://github.com/wanjiru-kamau-demo", linkedin: "https://linkedin.com/in/wanjiru-kamau-demo" },
    daysAgo: 5.4,
    resume: WANJIRU,
    portrait: {
      skin: 2,
      face: "heart",
      feminine: true,
      hair: "cornrows",
      glasses: "square",
      clothes: "blazer",
      cloth: "#2a7f7a",
      accent: "#e9a94b",
      nose: "medium",
      lips: "full",
      smile: true,
      earrings: "studs",
      backdrop: 9
    }
  },
  {
    email: "brian.otieno@example.com",
    firstName: "Brian",
    lastName: "Otieno",
    gender: "M",
    born: "2000-06-18",
    origin: "KE",
    home: "KE/KIS",
    language: "en",
    talents: ["athletisme", "parkour", "natation"],
    availability: "disponible_maintenant",
    workMode: "sur_site",
    years: 3,
    spoken: "Dholuo, Swahili, English",
    bio: "Middle-distance runner and parkour coach in Kisumu. I double for actors who cannot run, and there are many. 1500 m in 3:41, one clean back flip, lake swimmer.",
    phone: "+254 700 000 068",
    daysAgo: 15.8,
    portrait: {
      skin: 0,
      face: "long",
      feminine: false,
      hair: "short",
      age: "young",
      clothes: "tee",
      cloth: "#b8322f",
      accent: "#f2f2f2",
      nose: "wide",
      lips: "full",
      smile: true,
      backdrop: 1
    }
  },
  {
    email: "aline.uwase@example.com",
    firstName: "Aline",
    lastName: "Uwase",
    gender: "F",
    born: "1992-08-30",
    origin: "RW",
    home: "RW/KIG",
    language: "en",
    talents: ["gestion-de-projet", "videographie"],
    availability: "disponible_prochainement",
    workMode: "hybride",
    years: 9,
    rate: "RWF 180,000 / day",
    education: "MBA, University of Rwanda",
    spoken: "Kinyarwanda, English, French, Swahili",
    bio: "Line producer in Kigali. Budgets, permits, generators, birthdays: I keep all four. Eleven shoots across the Great Lakes and not one night without dinner.",
    phone: "+250 780 000 069",
    whatsapp: true,
    daysAgo: 53.6,
    portrait: {
      skin: 3,
      face: "oval",
      feminine: true,
      hair: "short",
      clothes: "blazer",
      cloth: "#5a4a8a",
      accent: "#e9a94b",
      nose: "narrow",
      lips: "medium",
      smile: true,
      earrings: "drops",
      backdrop: 5
    }
  },
  {
    email: "lerato.mokoena@example.com",
    firstName: "Lerato",
    lastName: "Mokoena",
    gender: "F",
    born: "1989-05-11",
    origin: "ZA",
    home: "ZA/SOW",
    language: "en",
    talents: ["danse-et-choregraphie", "danse-contemporaine", "coaching-sportif"],
    availability: "projet_actuel",
    workMode: "sur_site",
    years: 13,
    rate: "ZAR 6,500 / day",
    spoken: "Sesotho, isiZulu, English",
    bio: "Choreographer from Soweto. I make actors look as if they have always danced and dancers look as if they were only walking. Intimacy and safety protocols come with me, not as an extra.",
    phone: "+27 600 000 070",
    portfolio: "https://lerato-moves.example",
    social: { instagram: "https://instagram.com/lerato.moves.demo" },
    daysAgo: 38,
    resume: LERATO,
    portrait: {
      skin: 3,
      face: "square",
      feminine: true,
      hair: "bald",
      clothes: "roll-neck",
      cloth: "#d6a21e",
      accent: "#e9a94b",
      nose: "wide",
      lips: "full",
      smile: true,
      earrings: "hoops",
      backdrop: 6
    }
  },
  {
    email: "sipho.dlamini@example.com",
    firstName: "Sipho",
    lastName: "Dlamini",
    gender: "M",
    born: "1985-12-15",
    origin: "ZA",
    home: "ZA/DUR",
    language: "en",
    talents: ["conduite-sportive", "permis-moto", "chutes-et-cascades-physiques"],
    availability: "non_disponible",
    workMode: "sur_site",
    years: 14,
    rate: "ZAR 9,000 / day",
    spoken: "isiZulu, English, Afrikaans",
    bio: "Precision driver in Durban. I park trucks between cameras and drift taxis past actors who must not blink. Fourteen years, no insurance claim; ask my mother, she checks.",
    phone: "+27 600 000 071",
    portfolio: "https://sipho-drives.example",
    daysAgo: 62.8
  },
  {
    email: "selamawit.tesfaye@example.com",
    firstName: "Selamawit",
    lastName: "Tesfaye",
    gender: "F",
    born: "1991-09-11",
    origin: "ET",
    home: "ET/ADD",
    language: "en",
    talents: ["photographie", "direction-artistique"],
    availability: "disponible_maintenant",
    workMode: "flexible",
    years: 10,
    rate: "ETB 15,000 / day",
    education: "Alle School of Fine Arts, Addis Ababa University",
    spoken: "Amharic, English, Tigrinya",
    bio: "Photographer in Addis Ababa (\u1230\u120B\u121B\u12CA\u1275 \u1270\u1235\u134B\u12EC). Stills for film, portraits for coffee exporters, and a ten-year project on the city\u2019s hairdressers. I work slowly at the start so that we finish early.",
    phone: "+251 910 000 072",
    portfolio: "https://selam-photo.example",
    website: "https://selam-photo.example/contact",
    social: { instagram: "https://instagram.com/selam.photo.demo" },
    daysAgo: 7.5,
    resume: SELAM,
    portrait: {
      skin: 4,
      face: "long",
      feminine: true,
      hair: "veil",
      clothes: "kaftan",
      cloth: "#f4efe4",
      accent: "#f0e6d2",
      nose: "narrow",
      earrings: "drops",
      smile: true,
      backdrop: 7
    }
  },
  {
    email: "haingo.rakotomalala@example.com",
    firstName: "Haingo",
    lastName: "Rakotomalala",
    gender: "F",
    born: "1993-06-26",
    origin: "MG",
    home: "MG/ANT",
    language: "fr",
    talents: ["photographie", "designer-ui-ux", "creation-de-contenu"],
    availability: "disponible_prochainement",
    workTime: "Temps partiel",
    workMode: "a_distance",
    years: 7,
    rate: "250 000 MGA / jour",
    education: "Licence de communication, Universit\xE9 d\u2019Antananarivo",
    spoken: "Malgache, fran\xE7ais, anglais",
    bio: "Photographe des Hautes Terres. Je travaille \xE0 l\u2019argentique le matin, en num\xE9rique l\u2019apr\xE8s-midi et pour des ONG le reste du temps. Ma s\xE9rie sur les lavandi\xE8res de l\u2019Ikopa a voyag\xE9 jusqu\u2019\xE0 Bamako.",
    phone: "+261 34 00 000 58",
    portfolio: "https://haingo-photo.example",
    social: { instagram: "https://instagram.com/haingo.photo.demo" },
    daysAgo: 31.4,
    resume: HAINGO,
    portrait: {
      skin: 5,
      face: "round",
      feminine: true,
      hair: "bun",
      clothes: "shirt",
      cloth: "#c9a27e",
      accent: "#7a3b2e",
      nose: "medium",
      smile: true,
      earrings: "studs",
      backdrop: 6
    }
  }
];

// src/products/talent/demo/resumes/west.ts
var AWA = {
  layout: "banner",
  headline: "Danseuse et chor\xE9graphe",
  summary: "Sabar et danse contemporaine. Form\xE9e \xE0 l\u2019\xC9cole des Sables, chor\xE9graphe de clips et de pi\xE8ces pour amateurs.",
  experience: [
    {
      when: "2022 \u2013 aujourd\u2019hui",
      what: "Chor\xE9graphe",
      where: "Dakar",
      points: ["Vingt-sept clips.", "Pi\xE8ce \xAB Les Doyennes \xBB, quatorze femmes de 60 \xE0 81 ans."]
    },
    { when: "2019 \u2013 2022", what: "Danseuse interpr\xE8te", where: "Compagnie Teral, Dakar", points: ["Tourn\xE9e dans neuf pays."] }
  ],
  education: [["2021", "\xC9cole des Sables, Toubab Dialaw"]],
  skills: ["Sabar", "Contemporain", "Direction de groupe", "Rythme", "Anglais"],
  analysis: { score: 67 }
};
var CHEIKH = {
  layout: "column",
  headline: "Statisticien et ing\xE9nieur en apprentissage automatique",
  summary: "Six ans de donn\xE9es pour l\u2019agriculture et la radio. Mod\xE8les l\xE9gers, mesures honn\xEAtes, mise en production.",
  experience: [
    {
      when: "2021 \u2013 aujourd\u2019hui",
      what: "Ing\xE9nieur donn\xE9es",
      where: "Ndox Lab, Dakar",
      points: ["D\xE9tection de maladies du mil sur t\xE9l\xE9phone : 91 % de rappel.", "Cha\xEEne de donn\xE9es de 40 coop\xE9ratives."]
    },
    {
      when: "2019 \u2013 2021",
      what: "Statisticien",
      where: "Bureau J\xE0ng, Dakar",
      points: ["Enqu\xEAtes m\xE9nages, plans de sondage, redressements."]
    }
  ],
  education: [["2019", "Master de statistique, ENSAE Dakar"]],
  skills: ["Python", "R", "PyTorch", "SQL", "Traitement du wolof", "Visualisation"],
  analysis: {
    score: 83,
    strengths: ["R\xE9sultats mesur\xE9s", "Langue locale prise en compte"],
    weaknesses: ["Peu d\u2019exp\xE9rience d\u2019encadrement"],
    recommendations: ["Publier le jeu de test"]
  }
};
var FANTA = {
  layout: "classic",
  headline: "Chanteuse",
  summary: "Quatorze ans de sc\xE8ne et de studio, r\xE9pertoire mandingue et cr\xE9ations.",
  experience: [
    {
      when: "2014 \u2013 aujourd\u2019hui",
      what: "Chanteuse soliste",
      where: "Bamako",
      points: ["Trois albums, quarante festivals.", "Voix de deux bandes originales."]
    },
    { when: "2010 \u2013 2014", what: "Choriste", where: "Orchestre Djoliba, Bamako", points: ["Cent concerts, quatre tourn\xE9es."] }
  ],
  education: [["2009", "Institut national des arts, Bamako"]],
  skills: ["Chant mandingue", "Improvisation", "Direction de ch\u0153ur", "Studio"],
  analysis: { score: 64 }
};
var SALIF = {
  layout: "banner",
  headline: "Marionnettiste et com\xE9dien",
  summary: "Vingt et un ans de marionnettes g\xE9antes et de th\xE9\xE2tre de rue, du Burkina \xE0 l\u2019Avignon off.",
  experience: [
    {
      when: "2008 \u2013 aujourd\u2019hui",
      what: "Directeur artistique",
      where: "Compagnie Kulu, Ouagadougou",
      points: ["Seize cr\xE9ations, 900 repr\xE9sentations.", "Atelier de sculpture ouvert aux enfants."]
    },
    { when: "2003 \u2013 2008", what: "Com\xE9dien", where: "Th\xE9\xE2tre de la Fraternit\xE9", points: ["Th\xE9\xE2tre-forum dans 120 villages."] }
  ],
  education: [["2003", "\xC9cole de th\xE9\xE2tre de l\u2019UNEDO"]],
  skills: ["Sculpture", "Manipulation", "\xC9chasses", "Mime", "P\xE9dagogie"],
  analysis: { score: 73 }
};
var KOUADIO = {
  layout: "column",
  headline: "Humoriste et animateur",
  summary: "Neuf ans de sc\xE8ne, deux spectacles, une chronique quotidienne \xE0 la radio.",
  experience: [
    {
      when: "2019 \u2013 aujourd\u2019hui",
      what: "Humoriste",
      where: "Abidjan",
      points: ["Spectacle \xAB Gbaka express \xBB, 130 dates.", "Chronique matinale, 400 \xE9pisodes."]
    },
    {
      when: "2016 \u2013 2019",
      what: "Animateur d\u2019\xE9v\xE9nements",
      where: "Agence Woro, Abidjan",
      points: ["Salons, mariages, lancements de produits."]
    }
  ],
  education: [["2015", "Licence de communication, Abidjan"]],
  skills: ["Sc\xE8ne", "Improvisation", "\xC9criture", "Radio", "Vid\xE9o courte"],
  analysis: { score: 62 }
};
var AYA = {
  layout: "column",
  headline: "Illustratrice et graphiste",
  summary: "Affiches, livres jeunesse, identit\xE9s visuelles. Cinq ans de m\xE9tier, trois prix d\u2019affiche.",
  experience: [
    {
      when: "2021 \u2013 aujourd\u2019hui",
      what: "Illustratrice ind\xE9pendante",
      where: "Grand-Bassam",
      points: ["Onze livres pour enfants.", "Identit\xE9 d\u2019un festival de cin\xE9ma."]
    },
    { when: "2019 \u2013 2021", what: "Graphiste", where: "Imprimerie Como\xE9, Abidjan", points: ["Emballages de six marques de cacao."] }
  ],
  education: [["2019", "INSAAC, arts graphiques"]],
  skills: ["Illustration", "Affiche", "Couleur", "InDesign", "S\xE9rigraphie"],
  analysis: { score: 72 }
};
var AKOSSIWA = {
  layout: "classic",
  headline: "Cheffe de cantine de tournage",
  summary: "Dix-neuf ans de cuisine de collectivit\xE9, dont douze pour le cin\xE9ma. Hygi\xE8ne, budgets, r\xE9gimes particuliers.",
  experience: [
    {
      when: "2012 \u2013 aujourd\u2019hui",
      what: "Traiteur de tournage",
      where: "Lom\xE9",
      points: ["Trente productions, jusqu\u2019\xE0 340 couverts.", "Cuisine mobile mont\xE9e en deux heures."]
    },
    { when: "2005 \u2013 2012", what: "Cheffe de partie", where: "H\xF4tel du Golfe, Lom\xE9", points: ["Brigade de neuf personnes."] }
  ],
  education: [
    ["2004", "CAP cuisine, Lom\xE9"],
    ["2018", "Formation HACCP"]
  ],
  skills: ["Cuisine togolaise", "P\xE2tisserie", "Logistique", "Hygi\xE8ne", "Gestion d\u2019\xE9quipe"],
  analysis: { score: 61 }
};
var RODRIGUE = {
  layout: "banner",
  headline: "Danseur, sculpteur, conseiller culturel",
  summary: "Treize ans entre la danse, le bois et les plateaux. Conseil pour la repr\xE9sentation des cultes et des masques.",
  experience: [
    {
      when: "2016 \u2013 aujourd\u2019hui",
      what: "Conseiller culturel",
      where: "Ouidah",
      points: ["Cinq films et deux expositions.", "M\xE9diation avec sept coll\xE8ges de dignitaires."]
    },
    { when: "2011 \u2013 2016", what: "Danseur", where: "Ballet Zangbeto, Cotonou", points: ["Tourn\xE9es en Afrique et au Br\xE9sil."] }
  ],
  education: [["2010", "Apprentissage de la sculpture, Porto-Novo"]],
  skills: ["Danse vodoun", "Sculpture", "Percussions", "M\xE9diation", "Yoruba"],
  analysis: { score: 65 }
};

// src/products/talent/demo/people/gulf-of-guinea.ts
var GULF_OF_GUINEA = [
  {
    email: "kouadio.nguessan@example.com",
    firstName: "Kouadio",
    lastName: "N\u2019Guessan",
    gender: "M",
    born: "1992-04-11",
    origin: "CI",
    home: "CI/ABI",
    language: "fr",
    talents: ["presentation-et-animation", "improvisation", "creation-de-contenu"],
    availability: "disponible_maintenant",
    workTime: "Flexible",
    workMode: "flexible",
    years: 9,
    rate: "250 000 FCFA / soir\xE9e",
    spoken: "Fran\xE7ais, nouchi, baoul\xE9",
    bio: "Humoriste et animateur \xE0 Abidjan. J\u2019ai commenc\xE9 en racontant les embouteillages dans un gbaka, maintenant on m\u2019invite pour animer des conseils d\u2019administration, ce qui est la m\xEAme chose avec la climatisation.",
    phone: "+225 07 00 00 00 41",
    whatsapp: true,
    portfolio: "https://kouadio-rit.example",
    social: { instagram: "https://instagram.com/kouadio.rit.demo", twitter: "https://twitter.com/kouadio_demo" },
    daysAgo: 17.5,
    resume: KOUADIO,
    portrait: {
      skin: 1,
      face: "round",
      feminine: false,
      hair: "short",
      beard: "short",
      clothes: "tee",
      cloth: "#e2703a",
      accent: "#f2c14e",
      nose: "wide",
      lips: "full",
      smile: true,
      backdrop: 1
    }
  },
  {
    email: "mariam.ouattara@example.com",
    firstName: "Mariam",
    lastName: "Ouattara",
    gender: "F",
    born: "1984-01-18",
    origin: "CI",
    home: "CI/BOU",
    language: "fr",
    talents: ["soins-infirmiers", "formation-professionnelle"],
    availability: "projet_actuel",
    workMode: "sur_site",
    years: 16,
    rate: "35 000 FCFA / jour",
    education: "Dipl\xF4me d\u2019\xC9tat de sage-femme, INFAS, Bouak\xE9",
    spoken: "Dioula, s\xE9noufo, fran\xE7ais",
    bio: "Sage-femme \xE0 Bouak\xE9 et conseill\xE8re m\xE9dicale pour la fiction : je v\xE9rifie que les accouchements de cin\xE9ma ressemblent \xE0 quelque chose. J\u2019assure aussi l\u2019infirmerie des tournages, o\xF9 l\u2019on soigne surtout des chevilles et des ego.",
    phone: "+225 07 00 00 00 42",
    daysAgo: 55.4,
    portrait: {
      skin: 2,
      face: "oval",
      feminine: true,
      hair: "puff",
      clothes: "shirt",
      cloth: "#e8e4da",
      accent: "#2f8f86",
      nose: "wide",
      lips: "full",
      smile: true,
      earrings: "studs",
      backdrop: 6
    }
  },
  {
    email: "serge.zadi@example.com",
    firstName: "Serge",
    lastName: "Zadi",
    gender: "M",
    born: "2002-11-30",
    origin: "CI",
    home: "CI/GAG",
    language: "fr",
    talents: ["breakdance", "coupe-decale", "hip-hop"],
    availability: "disponible_maintenant",
    workMode: "sur_site",
    years: 5,
    spoken: "Fran\xE7ais, b\xE9t\xE9",
    bio: "B-boy de Gagnoa. Champion r\xE9gional 2023, deuxi\xE8me l\u2019ann\xE9e d\u2019apr\xE8s parce que le carrelage \xE9tait mouill\xE9. Je danse dans les clips des autres en attendant le mien.",
    phone: "+225 07 00 00 00 43",
    daysAgo: 3.7
  },
  {
    email: "aya.konan@example.com",
    firstName: "Aya",
    lastName: "Konan",
    gender: "F",
    born: "1997-07-04",
    origin: "CI",
    home: "CI/GRB",
    language: "fr",
    talents: ["illustration", "graphisme", "direction-artistique"],
    availability: "disponible_maintenant",
    workMode: "a_distance",
    years: 5,
    rate: "120 000 FCFA / affiche",
    education: "INSAAC, Abidjan, arts graphiques (2019)",
    spoken: "Fran\xE7ais, agni, anglais",
    bio: "J\u2019illustre depuis Grand-Bassam, fen\xEAtre ouverte sur la lagune. Affiches de festivals, livres pour enfants, \xE9tiquettes de chocolat. Mes couleurs pr\xE9f\xE9r\xE9es n\u2019ont pas de nom en fran\xE7ais, alors je les demande en agni.",
    phone: "+225 07 00 00 00 44",
    portfolio: "https://aya-konan.example",
    website: "https://aya-konan.example/boutique",
    social: { behance: "https://behance.net/aya-konan-demo", instagram: "https://instagram.com/aya.dessine.demo" },
    daysAgo: 22.8,
    resume: AYA,
    portrait: {
      skin: 3,
      face: "heart",
      feminine: true,
      hair: "afro",
      age: "young",
      clothes: "wax",
      cloth: "#2d6a4f",
      accent: "#ffd166",
      nose: "medium",
      lips: "full",
      smile: true,
      earrings: "drops",
      backdrop: 2
    }
  },
  {
    email: "akossiwa.mensah@example.com",
    firstName: "Akossiwa",
    lastName: "Mensah",
    gender: "F",
    born: "1978-05-05",
    origin: "TG",
    home: "TG/LOM",
    language: "fr",
    talents: ["cuisine", "patisserie-et-boulangerie", "achats-et-logistique"],
    availability: "disponible_maintenant",
    workMode: "sur_site",
    years: 19,
    rate: "4 500 FCFA / repas",
    spoken: "\xC9w\xE9, mina, fran\xE7ais, anglais",
    bio: "Cheffe de cantine de tournage, bas\xE9e \xE0 Lom\xE9. Deux cents couverts \xE0 midi pile, un r\xE9gime sans piment pour le premier r\xF4le, du caf\xE9 pour les \xE9lectros. Je nourris les films ; sans moi, pas de deuxi\xE8me prise.",
    phone: "+228 90 00 00 45",
    whatsapp: true,
    daysAgo: 49.1,
    resume: AKOSSIWA,
    portrait: {
      skin: 1,
      face: "round",
      feminine: true,
      hair: "headwrap",
      age: "senior",
      hairColor: "grey",
      clothes: "wax",
      cloth: "#a33b2e",
      accent: "#e6a92f",
      nose: "wide",
      lips: "full",
      smile: true,
      earrings: "beads",
      backdrop: 9
    }
  },
  {
    email: "rodrigue.houngbedji@example.com",
    firstName: "Rodrigue",
    lastName: "Houngb\xE9dji",
    gender: "M",
    born: "1989-02-02",
    origin: "BJ",
    home: "BJ/OUI",
    language: "fr",
    talents: ["danse-africaine-traditionnelle", "percussions", "artisanat-d-art"],
    availability: "disponible_prochainement",
    workMode: "sur_site",
    years: 13,
    rate: "70 000 FCFA / jour",
    spoken: "Fon, yoruba, fran\xE7ais",
    bio: "Danseur et sculpteur de masques \xE0 Ouidah. Je conseille les productions qui veulent montrer le vodoun sans raconter n\u2019importe quoi : ce qui se filme, ce qui se demande, ce qui ne se filme pas.",
    phone: "+229 01 97 00 00 46",
    portfolio: "https://rodrigue-masques.example",
    daysAgo: 64.4,
    resume: RODRIGUE,
    portrait: {
      skin: 0,
      face: "square",
      feminine: false,
      hair: "locs",
      beard: "goatee",
      clothes: "boubou",
      cloth: "#c9b28a",
      accent: "#7a2f2f",
      nose: "wide",
      lips: "full",
      backdrop: 5
    }
  }
];

// src/products/talent/demo/people/house.ts
var HOUSE = [
  {
    email: "presence@talento.com",
    firstName: "Khadija",
    lastName: "Ouazzani",
    gender: "F",
    born: "1992-02-11",
    origin: "MA",
    home: "MA/OUA",
    language: "fr",
    role: "presence",
    password: "demo",
    talents: ["gestion-de-projet", "assistanat-et-secretariat"],
    availability: "projet_actuel",
    workMode: "sur_site",
    years: 5,
    rate: "1 200 MAD / jour",
    education: "Licence professionnelle, Facult\xE9 polydisciplinaire de Ouarzazate",
    spoken: "Tachelhit, darija, fran\xE7ais, anglais",
    bio: "Deuxi\xE8me assistante \xE0 Ouarzazate, je pointe les figurants avant le lever du soleil : trois cents noms, deux cars, un seul th\xE9 \xE0 la menthe. Personne ne part sans avoir sign\xE9, personne ne signe sans avoir mang\xE9.",
    phone: "+212 600 00 00 06",
    whatsapp: true,
    daysAgo: 80.1,
    isPublic: false,
    portrait: {
      skin: 6,
      face: "oval",
      feminine: true,
      hair: "hijab",
      clothes: "kaftan",
      cloth: "#2f6f6b",
      accent: "#e3c7b0",
      nose: "medium",
      smile: true,
      backdrop: 3
    }
  },
  {
    email: "casting@talento.com",
    firstName: "Mehdi",
    lastName: "Bennani",
    gender: "M",
    born: "1981-06-23",
    origin: "MA",
    home: "MA/CAS",
    language: "fr",
    role: "casting",
    password: "demo",
    talents: ["direction-artistique", "theatre-et-comedie", "gestion-de-projet"],
    availability: "projet_actuel",
    workMode: "hybride",
    years: 15,
    rate: "Forfait par film",
    education: "Master en \xE9tudes cin\xE9matographiques, ESAV Marrakech",
    spoken: "Arabe, fran\xE7ais, anglais, espagnol",
    bio: "Directeur de casting, je cherche moins des visages que des rythmes. Quinze ans \xE0 frapper aux portes des troupes de Mekn\xE8s, des clubs de boxe de Hay Mohammadi et des associations d\u2019Errachidia m\u2019ont donn\xE9 un carnet de neuf mille noms, que je range ici.",
    phone: "+212 600 00 00 07",
    daysAgo: 79.4,
    isPublic: false,
    resume: MEHDI,
    portrait: {
      skin: 7,
      face: "long",
      feminine: false,
      hair: "side-part",
      beard: "full",
      glasses: "square",
      clothes: "blazer",
      cloth: "#2b3350",
      accent: "#e9a94b",
      nose: "narrow",
      backdrop: 2
    }
  }
];

// src/products/talent/demo/resumes/maghreb.ts
var SALMA = {
  layout: "column",
  headline: "Designer d\u2019interface et illustratrice",
  summary: "Quatre ans de design de services, du croquis de terrain au composant livr\xE9. Accessibilit\xE9, lecture de droite \xE0 gauche, syst\xE8mes d\u2019ic\xF4nes.",
  experience: [
    {
      when: "2022 \u2013 aujourd\u2019hui",
      what: "Designer ind\xE9pendante",
      where: "Rabat",
      points: [
        "Application de covoiturage Sal\xE9\u2013T\xE9mara : 12 000 trajets par semaine.",
        "Signal\xE9tique d\u2019un h\xF4pital de jour, 84 pictogrammes."
      ]
    },
    {
      when: "2020 \u2013 2022",
      what: "Designer junior",
      where: "Atelier Qalam, Rabat",
      points: ["Syst\xE8me de design bilingue pour une mutuelle.", "Tests utilisateurs dans cinq villes."]
    }
  ],
  education: [["2020", "INBA, T\xE9touan, design graphique"]],
  skills: ["Figma", "Recherche utilisateur", "Illustration", "Motion", "Accessibilit\xE9", "Typographie arabe"],
  analysis: {
    score: 79,
    strengths: ["M\xE9thode de terrain", "Ma\xEEtrise des deux sens de lecture"],
    weaknesses: ["Exp\xE9rience encore courte"],
    recommendations: ["Chiffrer l\u2019effet des refontes"]
  }
};
var HAMZA = {
  layout: "classic",
  headline: "Cascadeur \xE9questre",
  summary: "Neuf ans de cascades \xE0 cheval et au sol. R\xE9glage de chutes, poursuites, combats \xE0 l\u2019arme blanche factice.",
  experience: [
    {
      when: "2018 \u2013 aujourd\u2019hui",
      what: "Cascadeur et r\xE9gleur",
      where: "\xC9curie du Draa, Ouarzazate",
      points: ["Onze productions \xE9trang\xE8res, sept marocaines.", "Charges de quarante cavaliers r\xE9gl\xE9es sans bless\xE9."]
    },
    {
      when: "2015 \u2013 2018",
      what: "Cavalier de figuration",
      where: "Studios de Ouarzazate",
      points: ["Soins aux chevaux, transport, s\xE9curit\xE9."]
    }
  ],
  education: [
    ["2017", "Stage de cascade physique, Budapest"],
    ["2021", "Secourisme niveau 2"]
  ],
  skills: ["\xC9quitation", "Tbourida", "Chutes", "Feu", "Combat sc\xE9nique", "Premiers secours"],
  analysis: { score: 66 }
};
var NAWAL = {
  layout: "banner",
  headline: "Cheffe d\xE9coratrice",
  summary: "Vingt ans de d\xE9cors pour le cin\xE9ma et le th\xE9\xE2tre, de l\u2019int\xE9rieur bourgeois de 1956 au palais saadien.",
  experience: [
    {
      when: "2010 \u2013 aujourd\u2019hui",
      what: "Cheffe d\xE9coratrice",
      where: "Marrakech",
      points: ["Quatorze longs m\xE9trages.", "\xC9quipes de trente artisans, budgets tenus \xE0 3 % pr\xE8s."]
    },
    {
      when: "2004 \u2013 2010",
      what: "Assistante puis ensembli\xE8re",
      where: "Studio Majorelle D\xE9cors",
      points: ["Recherche documentaire, achats, raccords."]
    }
  ],
  education: [["2003", "\xC9cole sup\xE9rieure d\u2019architecture de Casablanca"]],
  skills: ["Dessin technique", "Zellige", "Patines", "Gestion de budget", "Histoire de l\u2019art"],
  analysis: { score: 77 }
};
var ILYAS = {
  layout: "column",
  headline: "Vid\xE9aste aquatique",
  summary: "Surf, photo et vid\xE9o au ras de l\u2019eau ; contenus courts pour coop\xE9ratives et marques locales.",
  experience: [
    {
      when: "2022 \u2013 aujourd\u2019hui",
      what: "Vid\xE9aste",
      where: "Taghazout",
      points: ["Plus de 120 vid\xE9os courtes livr\xE9es.", "Captation de deux comp\xE9titions nationales."]
    },
    { when: "2020 \u2013 2022", what: "Moniteur de surf", where: "\xC9cole Imourane", points: ["Cours en quatre langues, s\xE9curit\xE9 en mer."] }
  ],
  education: [["2021", "Brevet de sauvetage aquatique"]],
  skills: ["Surf", "Caisson \xE9tanche", "Montage court", "Photographie", "Anglais courant"],
  analysis: { score: 58 }
};
var ZINEB = {
  layout: "classic",
  headline: "Traductrice audiovisuelle",
  summary: "Sous-titrage et interpr\xE9tation arabe, fran\xE7ais, espagnol. Plus de 300 heures de programmes sous-titr\xE9es.",
  experience: [
    {
      when: "2014 \u2013 aujourd\u2019hui",
      what: "Traductrice ind\xE9pendante",
      where: "Tanger",
      points: ["Quarante-deux longs m\xE9trages sous-titr\xE9s.", "Interpr\xE8te de plateau sur neuf coproductions."]
    },
    { when: "2010 \u2013 2014", what: "Traductrice", where: "Bureau D\xE9troit, Tanger", points: ["Contrats, sc\xE9narios, dossiers de presse."] }
  ],
  education: [["2010", "\xC9cole sup\xE9rieure Roi Fahd de traduction"]],
  skills: ["Sous-titrage", "Interpr\xE9tation cons\xE9cutive", "Relecture", "Espagnol", "Subtitle Edit"],
  analysis: { score: 75 }
};
var INES = {
  layout: "column",
  headline: "Motion designer",
  summary: "Animation 2D et 3D pour la presse, le documentaire et la chanson. Un court m\xE9trage s\xE9lectionn\xE9 dans six festivals.",
  experience: [
    {
      when: "2023 \u2013 aujourd\u2019hui",
      what: "Motion designer",
      where: "R\xE9daction Nawafidh, Tunis",
      points: ["Deux animations explicatives par semaine.", "Charte anim\xE9e de la cha\xEEne."]
    },
    { when: "2022 \u2013 2023", what: "Animatrice 3D junior", where: "Studio Yasmin, Tunis", points: ["Vingt plans d\u2019une s\xE9rie jeunesse."] }
  ],
  education: [["2022", "Master en animation, ISAMM"]],
  skills: ["After Effects", "Blender", "Storyboard", "Dessin", "Rythme sonore"],
  analysis: { score: 69 }
};
var NIZAR = {
  layout: "classic",
  headline: "\u0645\u0645\u062B\u0644 \u0648\u0645\u062F\u0631\u0651\u0628 \u0645\u0633\u0631\u062D",
  summary: "\u0627\u062B\u0646\u062A\u0627\u0646 \u0648\u0639\u0634\u0631\u0648\u0646 \u0633\u0646\u0629 \u0628\u064A\u0646 \u0627\u0644\u0645\u0633\u0631\u062D \u0648\u0627\u0644\u0633\u064A\u0646\u0645\u0627 \u0648\u0627\u0644\u062F\u0628\u0644\u062C\u0629\u060C \u0645\u0639 \u062A\u062F\u0631\u064A\u0628 \u0645\u0646\u062A\u0638\u0645 \u0644\u0644\u0647\u0648\u0627\u0629 \u0641\u064A \u0635\u0641\u0627\u0642\u0633.",
  experience: [
    {
      when: "2012 \u2013 \u0627\u0644\u0622\u0646",
      what: "\u0645\u0645\u062B\u0644 \u0633\u064A\u0646\u0645\u0627 \u0648\u062A\u0644\u0641\u0632\u064A\u0648\u0646",
      where: "\u062A\u0648\u0646\u0633",
      points: ["\u062A\u0633\u0639\u0629 \u0623\u0641\u0644\u0627\u0645 \u0637\u0648\u064A\u0644\u0629 \u0648\u0623\u0631\u0628\u0639\u0629 \u0645\u0633\u0644\u0633\u0644\u0627\u062A.", "\u062C\u0627\u0626\u0632\u0629 \u0623\u062D\u0633\u0646 \u062F\u0648\u0631 \u062B\u0627\u0646\u0648\u064A \u0641\u064A \u0645\u0647\u0631\u062C\u0627\u0646 \u0648\u0637\u0646\u064A."]
    },
    { when: "2003 \u2013 2012", what: "\u0645\u0645\u062B\u0644 \u0642\u0627\u0631", where: "\u0641\u0631\u0642\u0629 \u0645\u0633\u0631\u062D \u0627\u0644\u0628\u062D\u0631\u060C \u0635\u0641\u0627\u0642\u0633", points: ["\u062B\u0644\u0627\u062B\u0648\u0646 \u0639\u0631\u0636\u0627\u064B \u062C\u062F\u064A\u062F\u0627\u064B \u0648\u062C\u0648\u0644\u0627\u062A \u0641\u064A \u0627\u0644\u0645\u063A\u0631\u0628 \u0627\u0644\u0639\u0631\u0628\u064A."] }
  ],
  education: [["2001", "\u0627\u0644\u0645\u0639\u0647\u062F \u0627\u0644\u0639\u0627\u0644\u064A \u0644\u0644\u0641\u0646 \u0627\u0644\u0645\u0633\u0631\u062D\u064A\u060C \u062A\u0648\u0646\u0633"]],
  skills: ["\u0627\u0644\u062A\u0645\u062B\u064A\u0644", "\u0627\u0644\u062F\u0628\u0644\u062C\u0629", "\u0627\u0644\u0642\u062A\u0627\u0644 \u0627\u0644\u0645\u0633\u0631\u062D\u064A", "\u0627\u0644\u062A\u062F\u0631\u064A\u0628", "\u0627\u0644\u0625\u064A\u0637\u0627\u0644\u064A\u0629"],
  analysis: { score: 72 }
};
var LYES = {
  layout: "banner",
  headline: "Directeur de la photographie",
  summary: "Quatorze ans d\u2019image : fiction, documentaire, publicit\xE9. Go\xFBt pour la lumi\xE8re naturelle et les petites \xE9quipes.",
  experience: [
    {
      when: "2015 \u2013 aujourd\u2019hui",
      what: "Chef op\xE9rateur",
      where: "Alger",
      points: ["Trois longs m\xE9trages, vingt courts.", "Prix de l\u2019image dans un festival r\xE9gional."]
    },
    { when: "2010 \u2013 2015", what: "Assistant cam\xE9ra", where: "Productions Casbah", points: ["Point et mat\xE9riel sur quarante tournages."] }
  ],
  education: [["2010", "ISMAS, Bordj El Kiffan"]],
  skills: ["Lumi\xE8re", "Cam\xE9ras num\xE9riques et 16 mm", "\xC9talonnage", "Rep\xE9rages"],
  analysis: { score: 76 }
};
var KAHINA = {
  layout: "column",
  headline: "Chanteuse, autrice, guitariste",
  summary: "Deux albums en kabyle, cent vingt concerts, trois musiques de film.",
  experience: [
    {
      when: "2017 \u2013 aujourd\u2019hui",
      what: "Artiste ind\xE9pendante",
      where: "Tizi Ouzou",
      points: ["Albums \xAB Tibratin \xBB (2019) et \xAB Azemmur \xBB (2023).", "Tourn\xE9e de trente-deux dates."]
    },
    {
      when: "2020 \u2013 2023",
      what: "Compositrice pour l\u2019image",
      where: "Alger et B\xE9ja\xEFa",
      points: ["Trois courts m\xE9trages, une s\xE9rie documentaire."]
    }
  ],
  education: [["2015", "Licence de musicologie, Alger"]],
  skills: ["Chant", "Guitare", "\xC9criture", "Arrangement", "Sc\xE8ne"],
  analysis: { score: 70 }
};
var OMAR = {
  layout: "column",
  headline: "\u0645\u062E\u0631\u062C \u0648\u0645\u0648\u0646\u062A\u064A\u0631",
  summary: "\u0639\u0634\u0631 \u0633\u0646\u0648\u0627\u062A \u0641\u064A \u0627\u0644\u0648\u062B\u0627\u0626\u0642\u064A \u0627\u0644\u0642\u0635\u064A\u0631 \u0648\u0627\u0644\u062A\u0642\u0627\u0631\u064A\u0631 \u0627\u0644\u062A\u0644\u0641\u0632\u064A\u0648\u0646\u064A\u0629\u060C \u0645\u0646 \u0627\u0644\u0641\u0643\u0631\u0629 \u0625\u0644\u0649 \u0627\u0644\u0646\u0633\u062E\u0629 \u0627\u0644\u0646\u0647\u0627\u0626\u064A\u0629.",
  experience: [
    {
      when: "2017 \u2013 \u0627\u0644\u0622\u0646",
      what: "\u0645\u062E\u0631\u062C \u0645\u0633\u062A\u0642\u0644",
      where: "\u0627\u0644\u0642\u0627\u0647\u0631\u0629",
      points: ["\u0627\u062B\u0646\u0627 \u0639\u0634\u0631 \u0641\u064A\u0644\u0645\u0627\u064B \u0648\u062B\u0627\u0626\u0642\u064A\u0627\u064B\u060C \u062B\u0644\u0627\u062B \u062C\u0648\u0627\u0626\u0632.", "\u0648\u0631\u0634\u0627\u062A \u0645\u0648\u0646\u062A\u0627\u062C \u0644\u062E\u0645\u0633\u064A\u0646 \u0634\u0627\u0628\u0627\u064B \u0641\u064A \u0627\u0644\u0635\u0639\u064A\u062F."]
    },
    { when: "2013 \u2013 2017", what: "\u0645\u0648\u0646\u062A\u064A\u0631", where: "\u0642\u0646\u0627\u0629 \u0627\u0644\u0646\u064A\u0644 \u0627\u0644\u062B\u0642\u0627\u0641\u064A\u0629", points: ["\u0628\u0631\u0646\u0627\u0645\u062C \u0623\u0633\u0628\u0648\u0639\u064A \u0645\u0646 50 \u062F\u0642\u064A\u0642\u0629 \u0637\u0648\u0627\u0644 \u0623\u0631\u0628\u0639\u0629 \u0645\u0648\u0627\u0633\u0645."] }
  ],
  education: [["2012", "\u0627\u0644\u0645\u0639\u0647\u062F \u0627\u0644\u0639\u0627\u0644\u064A \u0644\u0644\u0633\u064A\u0646\u0645\u0627\u060C \u0642\u0633\u0645 \u0627\u0644\u0645\u0648\u0646\u062A\u0627\u062C"]],
  skills: ["\u0627\u0644\u0625\u062E\u0631\u0627\u062C", "\u0627\u0644\u0645\u0648\u0646\u062A\u0627\u062C", "DaVinci Resolve", "\u0643\u062A\u0627\u0628\u0629 \u0627\u0644\u0633\u064A\u0646\u0627\u0631\u064A\u0648", "\u062A\u0635\u062D\u064A\u062D \u0627\u0644\u0623\u0644\u0648\u0627\u0646"],
  analysis: {
    score: 81,
    strengths: ["\u062C\u0648\u0627\u0626\u0632 \u0645\u0648\u062B\u0642\u0629", "\u062E\u0628\u0631\u0629 \u062A\u0639\u0644\u064A\u0645\u064A\u0629"],
    weaknesses: ["\u0644\u0627 \u062A\u0648\u062C\u062F \u0631\u0648\u0627\u0628\u0637 \u0644\u0644\u0623\u0641\u0644\u0627\u0645"],
    recommendations: ["\u0625\u0636\u0627\u0641\u0629 \u0631\u0627\u0628\u0637 \u0644\u0639\u0631\u0636 \u0623\u0639\u0645\u0627\u0644 \u0642\u0635\u064A\u0631"]
  }
};
var NOURHAN = {
  layout: "banner",
  headline: "\u0645\u0639\u0644\u0651\u0642\u0629 \u0635\u0648\u062A\u064A\u0629 \u0648\u0645\u0645\u062B\u0644\u0629 \u062F\u0628\u0644\u062C\u0629",
  summary: "\u062E\u0645\u0633 \u0633\u0646\u0648\u0627\u062A \u0645\u0646 \u0627\u0644\u062A\u0639\u0644\u064A\u0642 \u0648\u0627\u0644\u062F\u0628\u0644\u062C\u0629 \u0648\u0627\u0644\u0643\u062A\u0628 \u0627\u0644\u0645\u0633\u0645\u0648\u0639\u0629\u060C \u0645\u0639 \u0627\u0633\u062A\u0648\u062F\u064A\u0648 \u0645\u0646\u0632\u0644\u064A \u0645\u0639\u0632\u0648\u0644 \u0641\u064A \u0627\u0644\u0625\u0633\u0643\u0646\u062F\u0631\u064A\u0629.",
  experience: [
    { when: "2021 \u2013 \u0627\u0644\u0622\u0646", what: "\u0645\u0639\u0644\u0651\u0642\u0629 \u0635\u0648\u062A\u064A\u0629", where: "\u0627\u0644\u0625\u0633\u0643\u0646\u062F\u0631\u064A\u0629", points: ["\u062A\u0633\u0639\u0629 \u0643\u062A\u0628 \u0645\u0633\u0645\u0648\u0639\u0629.", "\u0625\u0639\u0644\u0627\u0646\u0627\u062A \u0625\u0630\u0627\u0639\u064A\u0629 \u0628\u0627\u0644\u0641\u0635\u062D\u0649 \u0648\u0627\u0644\u0639\u0627\u0645\u064A\u0629."] },
    { when: "2019 \u2013 2021", what: "\u0645\u0645\u062B\u0644\u0629 \u062F\u0628\u0644\u062C\u0629", where: "\u0627\u0633\u062A\u0648\u062F\u064A\u0648 \u0645\u0646\u0627\u0631\u0629\u060C \u0627\u0644\u0642\u0627\u0647\u0631\u0629", points: ["\u0645\u0633\u0644\u0633\u0644\u0627 \u0631\u0633\u0648\u0645 \u0645\u062A\u062D\u0631\u0643\u0629\u060C 104 \u062D\u0644\u0642\u0627\u062A."] }
  ],
  education: [["2019", "\u0644\u064A\u0633\u0627\u0646\u0633 \u0625\u0639\u0644\u0627\u0645\u060C \u062C\u0627\u0645\u0639\u0629 \u0627\u0644\u0625\u0633\u0643\u0646\u062F\u0631\u064A\u0629"]],
  skills: ["\u0627\u0644\u062F\u0628\u0644\u062C\u0629", "\u0627\u0644\u0625\u0644\u0642\u0627\u0621", "\u062A\u0642\u0644\u064A\u062F \u0627\u0644\u0623\u0635\u0648\u0627\u062A", "\u062A\u0646\u0638\u064A\u0641 \u0627\u0644\u0635\u0648\u062A", "Reaper"],
  analysis: { score: 68 }
};

// src/products/talent/demo/people/maghreb.ts
var MAGHREB = [
  {
    email: "ines.bensalah@example.com",
    firstName: "Ines",
    lastName: "Ben Salah",
    gender: "F",
    born: "1999-09-12",
    origin: "TN",
    home: "TN/TUN",
    language: "fr",
    talents: ["motion-design", "animation-3d", "illustration"],
    availability: "disponible_maintenant",
    workMode: "a_distance",
    years: 3,
    rate: "250 TND / jour",
    education: "Master en animation, ISAMM (2022)",
    spoken: "Arabe, fran\xE7ais, anglais",
    bio: "J\u2019anime des choses qui ne bougent pas d\u2019habitude : des re\xE7us de caisse, des plans de m\xE9tro, des recettes de ma tante. Dernier court : \xAB Bruits de couloir \xBB, deux minutes, quarante mille dessins \xE9vit\xE9s de justesse. Je cherche une s\xE9rie d\u2019animation \xE0 rejoindre.",
    phone: "+216 20 000 021",
    portfolio: "https://ines-anime.example",
    social: { behance: "https://behance.net/ines-bensalah-demo", instagram: "https://instagram.com/ines.anime.demo" },
    daysAgo: 8.9,
    resume: INES,
    portrait: {
      skin: 7,
      face: "heart",
      feminine: true,
      hair: "curls",
      hairColor: "auburn",
      age: "young",
      glasses: "round",
      clothes: "tee",
      cloth: "#e0b13e",
      accent: "#c8553d",
      nose: "medium",
      smile: true,
      backdrop: 6
    }
  },
  {
    email: "nizar.gharbi@example.com",
    firstName: "\u0646\u0632\u0627\u0631",
    lastName: "\u0627\u0644\u063A\u0631\u0628\u064A",
    gender: "M",
    born: "1977-02-25",
    origin: "TN",
    home: "TN/SFA",
    language: "ar",
    talents: ["theatre-et-comedie", "doublage", "combat-scenique"],
    availability: "disponible_maintenant",
    workMode: "sur_site",
    years: 22,
    education: "\u0627\u0644\u0645\u0639\u0647\u062F \u0627\u0644\u0639\u0627\u0644\u064A \u0644\u0644\u0641\u0646 \u0627\u0644\u0645\u0633\u0631\u062D\u064A\u060C \u062A\u0648\u0646\u0633",
    spoken: "\u0627\u0644\u0639\u0631\u0628\u064A\u0629\u060C \u0627\u0644\u0641\u0631\u0646\u0633\u064A\u0629\u060C \u0627\u0644\u0625\u064A\u0637\u0627\u0644\u064A\u0629",
    bio: "\u0645\u0645\u062B\u0644 \u0645\u0633\u0631\u062D\u064A \u0645\u0646 \u0635\u0641\u0627\u0642\u0633\u060C \u0642\u0636\u064A\u062A \u0639\u0634\u0631\u064A\u0646 \u0633\u0646\u0629 \u0639\u0644\u0649 \u0627\u0644\u062E\u0634\u0628\u0629 \u0642\u0628\u0644 \u0623\u0646 \u062A\u0643\u062A\u0634\u0641\u0646\u064A \u0627\u0644\u0643\u0627\u0645\u064A\u0631\u0627. \u0623\u062C\u064A\u062F \u0627\u0644\u0623\u062F\u0648\u0627\u0631 \u0627\u0644\u062A\u064A \u062A\u0635\u0645\u062A \u0623\u0643\u062B\u0631 \u0645\u0645\u0627 \u062A\u062A\u0643\u0644\u0645. \u062F\u0631\u0651\u0628\u062A \u0623\u062C\u064A\u0627\u0644\u0627\u064B \u0645\u0646 \u0627\u0644\u0647\u0648\u0627\u0629 \u0641\u064A \u062F\u0627\u0631 \u0627\u0644\u062B\u0642\u0627\u0641\u0629\u060C \u0648\u0645\u0627 \u0632\u0644\u062A \u0623\u062A\u0639\u0644\u0645 \u0645\u0646\u0647\u0645 \u0643\u0644 \u062E\u0645\u064A\u0633.",
    phone: "+216 20 000 022",
    whatsapp: true,
    daysAgo: 52.2,
    resume: NIZAR,
    portrait: {
      skin: 6,
      face: "long",
      feminine: false,
      hair: "short",
      hairColor: "grey",
      beard: "short",
      age: "senior",
      clothes: "roll-neck",
      cloth: "#2b2b38",
      accent: "#e9a94b",
      nose: "narrow",
      backdrop: 2
    }
  },
  {
    email: "lyes.hamdani@example.com",
    firstName: "Lyes",
    lastName: "Hamdani",
    gender: "M",
    born: "1984-07-07",
    origin: "DZ",
    home: "DZ/ALG",
    language: "fr",
    talents: ["videographie", "photographie"],
    availability: "projet_actuel",
    workMode: "sur_site",
    years: 14,
    rate: "35 000 DZD / jour",
    education: "Institut sup\xE9rieur des m\xE9tiers des arts du spectacle, Bordj El Kiffan",
    spoken: "Arabe, kabyle, fran\xE7ais, anglais",
    bio: "Chef op\xE9rateur alg\xE9rois. J\u2019\xE9claire peu et j\u2019attends beaucoup : la lumi\xE8re d\u2019Alger \xE0 dix-sept heures vaut tous les projecteurs du monde. Trois longs m\xE9trages, une vingtaine de courts, et un cousin machiniste que j\u2019impose sur tous mes plateaux.",
    phone: "+213 550 00 00 23",
    portfolio: "https://lyes-hamdani.example/lumiere",
    social: { imdb_url: "https://imdb.com/name/nm0000000", instagram: "https://instagram.com/lyes.lumiere.demo" },
    daysAgo: 61.3,
    resume: LYES,
    portrait: {
      skin: 7,
      face: "square",
      feminine: false,
      hair: "side-part",
      hairColor: "brown",
      beard: "short",
      clothes: "shirt",
      cloth: "#7b8a5a",
      accent: "#e9a94b",
      nose: "medium",
      backdrop: 3
    }
  },
  {
    email: "kahina.aitouali@example.com",
    firstName: "Kahina",
    lastName: "A\xEFt Ouali",
    gender: "F",
    born: "1993-03-08",
    origin: "DZ",
    home: "DZ/TIZ",
    language: "fr",
    talents: ["chant", "guitare", "chanson-et-interpretation"],
    availability: "disponible_prochainement",
    workMode: "flexible",
    years: 8,
    rate: "60 000 DZD par concert",
    spoken: "Kabyle, arabe, fran\xE7ais",
    bio: "Je chante en kabyle les lettres que les m\xE8res n\u2019ont pas envoy\xE9es. Deux albums enregistr\xE9s dans un pressoir \xE0 huile des Ouadhias, une tourn\xE9e en minibus, une voix qui tient sans micro jusqu\u2019au dernier rang. J\u2019\xE9cris aussi pour l\u2019image.",
    phone: "+213 550 00 00 24",
    whatsapp: true,
    portfolio: "https://kahina-musique.example",
    social: { instagram: "https://instagram.com/kahina.chante.demo", facebook: "https://facebook.com/kahina.demo" },
    daysAgo: 16.7,
    resume: KAHINA,
    portrait: {
      skin: 8,
      face: "oval",
      feminine: true,
      hair: "waves",
      hairColor: "auburn",
      clothes: "wax",
      cloth: "#b8452f",
      accent: "#f0c04a",
      nose: "narrow",
      earrings: "beads",
      backdrop: 5
    }
  },
  {
    email: "omar.abdelaziz@example.com",
    firstName: "\u0639\u0645\u0631",
    lastName: "\u0639\u0628\u062F \u0627\u0644\u0639\u0632\u064A\u0632",
    gender: "M",
    born: "1989-11-19",
    origin: "EG",
    home: "EG/CAI",
    language: "ar",
    talents: ["videographie", "montage-video", "redaction-et-edition"],
    availability: "disponible_maintenant",
    workMode: "hybride",
    years: 10,
    rate: "4 500 \u062C\u0646\u064A\u0647 \u0644\u0644\u064A\u0648\u0645",
    education: "\u0627\u0644\u0645\u0639\u0647\u062F \u0627\u0644\u0639\u0627\u0644\u064A \u0644\u0644\u0633\u064A\u0646\u0645\u0627\u060C \u0627\u0644\u0642\u0627\u0647\u0631\u0629 (2012)",
    spoken: "\u0627\u0644\u0639\u0631\u0628\u064A\u0629\u060C \u0627\u0644\u0625\u0646\u062C\u0644\u064A\u0632\u064A\u0629",
    bio: "\u0645\u062E\u0631\u062C \u0648\u0645\u0648\u0646\u062A\u064A\u0631 \u0645\u0646 \u0627\u0644\u0642\u0627\u0647\u0631\u0629. \u0623\u062E\u0631\u062C\u062A \u0627\u062B\u0646\u064A \u0639\u0634\u0631 \u0641\u064A\u0644\u0645\u0627\u064B \u0648\u062B\u0627\u0626\u0642\u064A\u0627\u064B \u0642\u0635\u064A\u0631\u0627\u064B \u0639\u0646 \u0645\u0647\u0646 \u062A\u0648\u0634\u0643 \u0623\u0646 \u062A\u062E\u062A\u0641\u064A: \u0645\u0635\u0644\u0651\u062D \u0627\u0644\u0631\u0627\u062F\u064A\u0648\u060C \u0648\u062E\u0637\u0651\u0627\u0637 \u0627\u0644\u0644\u0627\u0641\u062A\u0627\u062A\u060C \u0648\u0633\u0627\u0626\u0642 \u0627\u0644\u062A\u0631\u0627\u0645 \u0627\u0644\u0623\u062E\u064A\u0631. \u0623\u0624\u0645\u0646 \u0623\u0646 \u0627\u0644\u0645\u0648\u0646\u062A\u0627\u062C \u0643\u062A\u0627\u0628\u0629 \u062B\u0627\u0646\u064A\u0629\u060C \u0648\u0623\u0646 \u0627\u0644\u0635\u0648\u062A \u0646\u0635\u0641 \u0627\u0644\u0635\u0648\u0631\u0629.",
    phone: "+20 100 000 0025",
    whatsapp: true,
    portfolio: "https://omar-films.example",
    website: "https://omar-films.example/about",
    social: { linkedin: "https://linkedin.com/in/omar-abdelaziz-demo", imdb_url: "https://imdb.com/name/nm0000000" },
    daysAgo: 4.6,
    resume: OMAR,
    portrait: {
      skin: 6,
      face: "round",
      feminine: false,
      hair: "curls",
      beard: "full",
      glasses: "square",
      clothes: "shirt",
      cloth: "#6b4a7a",
      accent: "#e9a94b",
      nose: "medium",
      smile: true,
      backdrop: 0
    }
  },
  {
    email: "nourhan.fathy@example.com",
    firstName: "Nourhan",
    lastName: "Fathy",
    gender: "F",
    born: "1997-01-15",
    origin: "EG",
    home: "EG/ALE",
    language: "ar",
    talents: ["doublage", "imitation-de-voix", "presentation-et-animation"],
    availability: "disponible_maintenant",
    workMode: "a_distance",
    years: 5,
    rate: "1 200 \u062C\u0646\u064A\u0647 \u0644\u0644\u062F\u0642\u064A\u0642\u0629",
    education: "\u0644\u064A\u0633\u0627\u0646\u0633 \u0625\u0639\u0644\u0627\u0645\u060C \u062C\u0627\u0645\u0639\u0629 \u0627\u0644\u0625\u0633\u0643\u0646\u062F\u0631\u064A\u0629",
    spoken: "\u0627\u0644\u0639\u0631\u0628\u064A\u0629 \u0627\u0644\u0641\u0635\u062D\u0649\u060C \u0627\u0644\u0645\u0635\u0631\u064A\u0629\u060C \u0627\u0644\u0625\u0646\u062C\u0644\u064A\u0632\u064A\u0629",
    bio: "\u0645\u0639\u0644\u0651\u0642\u0629 \u0635\u0648\u062A\u064A\u0629 \u0645\u0646 \u0627\u0644\u0625\u0633\u0643\u0646\u062F\u0631\u064A\u0629\u060C \u0639\u0646\u062F\u064A \u063A\u0631\u0641\u0629 \u0645\u0639\u0632\u0648\u0644\u0629 \u0648\u0645\u064A\u0643\u0631\u0648\u0641\u0648\u0646 \u062C\u064A\u062F \u0648\u0623\u0631\u0628\u0639\u0648\u0646 \u0635\u0648\u062A\u0627\u064B \u0628\u064A\u0646 \u0637\u0641\u0644 \u0645\u0634\u0627\u0643\u0633 \u0648\u0645\u0644\u0643\u0629 \u0639\u062C\u0648\u0632. \u062F\u0628\u0644\u062C\u062A \u0645\u0633\u0644\u0633\u0644\u064A\u0646 \u0644\u0644\u0623\u0637\u0641\u0627\u0644 \u0648\u0633\u062C\u0651\u0644\u062A \u062A\u0633\u0639\u0629 \u0643\u062A\u0628 \u0645\u0633\u0645\u0648\u0639\u0629. \u0623\u0633\u0644\u0651\u0645 \u0627\u0644\u062A\u0633\u062C\u064A\u0644 \u0646\u0638\u064A\u0641\u0627\u064B \u0648\u062C\u0627\u0647\u0632\u0627\u064B \u062E\u0644\u0627\u0644 \u064A\u0648\u0645\u064A\u0646.",
    phone: "+20 100 000 0026",
    portfolio: "https://nourhan-voix.example",
    daysAgo: 28.4,
    resume: NOURHAN,
    portrait: {
      skin: 7,
      face: "round",
      feminine: true,
      hair: "hijab",
      age: "young",
      clothes: "blazer",
      cloth: "#34506b",
      accent: "#b98aa6",
      nose: "medium",
      smile: true,
      backdrop: 8
    }
  }
];

// src/products/talent/demo/people/morocco.ts
var MOROCCO = [
  {
    email: "salma.benjelloun@example.com",
    firstName: "Salma",
    lastName: "Benjelloun",
    gender: "F",
    born: "1998-04-03",
    origin: "MA",
    home: "MA/RAB",
    language: "fr",
    talents: ["designer-ui-ux", "illustration", "motion-design"],
    availability: "disponible_maintenant",
    workTime: "Temps partiel",
    workMode: "a_distance",
    years: 4,
    rate: "2 800 MAD / jour",
    education: "INBA, T\xE9touan, option design graphique (2020)",
    spoken: "Arabe, fran\xE7ais, anglais, espagnol",
    bio: "Designer d\u2019interface, je dessine d\u2019abord au stylo, sur le terrain, avec les gens qui utiliseront l\u2019\xE9cran. Mes derniers projets : une appli de covoiturage entre Sal\xE9 et T\xE9mara, et les pictogrammes d\u2019un h\xF4pital de jour. Je refuse les menus \xE0 six niveaux.",
    phone: "+212 600 00 01 11",
    whatsapp: true,
    portfolio: "https://salma-benjelloun.example",
    social: {
      behance: "https://behance.net/salma-benjelloun-demo",
      linkedin: "https://linkedin.com/in/salma-benjelloun-demo",
      instagram: "https://instagram.com/salma.dessine.demo"
    },
    daysAgo: 1.2,
    resume: SALMA,
    portrait: {
      skin: 6,
      face: "oval",
      feminine: true,
      hair: "waves",
      hairColor: "brown",
      clothes: "blazer",
      cloth: "#7a2f45",
      accent: "#e9a94b",
      nose: "narrow",
      smile: true,
      earrings: "studs",
      backdrop: 1
    }
  },
  {
    email: "hamza.oulhaj@example.com",
    firstName: "Hamza",
    lastName: "Oulhaj",
    gender: "M",
    born: "1991-12-21",
    origin: "MA",
    home: "MA/OUA",
    language: "fr",
    talents: ["equitation", "fantasia-tbourida", "chutes-et-cascades-physiques", "maniement-d-armes-factices"],
    availability: "disponible_maintenant",
    workMode: "sur_site",
    years: 9,
    rate: "4 000 MAD / jour, cheval non compris",
    spoken: "Tachelhit, darija, anglais de plateau",
    bio: "Cavalier de tbourida depuis l\u2019\xE2ge de onze ans, cascadeur depuis mes vingt ans. J\u2019ai charg\xE9, chut\xE9, br\xFBl\xE9 et couru derri\xE8re des chars \xE0 Ouarzazate ; je r\xE8gle aussi les chutes des autres, et je dis non quand le sol n\u2019est pas pr\xEAt.",
    phone: "+212 600 00 01 12",
    whatsapp: true,
    portfolio: "https://oulhaj-cascade.example/video",
    daysAgo: 12.4,
    resume: HAMZA,
    portrait: {
      skin: 5,
      face: "long",
      feminine: false,
      hair: "turban",
      beard: "stubble",
      clothes: "djellaba",
      cloth: "#d8cdb8",
      accent: "#2f5f9e",
      nose: "narrow",
      backdrop: 6
    }
  },
  {
    email: "nawal.chraibi@example.com",
    firstName: "Nawal",
    lastName: "Chra\xEFbi",
    gender: "F",
    born: "1979-08-14",
    origin: "MA",
    home: "MA/MAR",
    language: "fr",
    talents: ["artisanat-d-art", "direction-artistique"],
    availability: "projet_actuel",
    workMode: "hybride",
    years: 20,
    rate: "Forfait par d\xE9cor",
    education: "\xC9cole sup\xE9rieure d\u2019architecture de Casablanca",
    spoken: "Arabe, fran\xE7ais, italien",
    bio: "Cheffe d\xE9coratrice \xE0 Marrakech. Je connais par leur pr\xE9nom les zelligeurs de F\xE8s, les tanneurs de Bab Debbagh et le dernier dominotier de la m\xE9dina. On me confie des palais en carton et des cuisines de 1956 ; je les rends habit\xE9s.",
    phone: "+212 600 00 01 13",
    portfolio: "https://nawal-chraibi.example/decors",
    website: "https://nawal-chraibi.example",
    daysAgo: 47.7,
    resume: NAWAL,
    portrait: {
      skin: 7,
      face: "square",
      feminine: true,
      hair: "bun",
      hairColor: "auburn",
      age: "senior",
      glasses: "square",
      clothes: "kaftan",
      cloth: "#1f6f6b",
      accent: "#e3ad45",
      nose: "medium",
      earrings: "drops",
      backdrop: 0
    }
  },
  {
    email: "amina.bouazza@example.com",
    firstName: "\u0623\u0645\u064A\u0646\u0629",
    lastName: "\u0628\u0648\u0639\u0632\u0629",
    gender: "F",
    born: "1972-05-30",
    origin: "MA",
    home: "MA/FES",
    language: "ar",
    talents: ["conte-traditionnel", "oud", "chant"],
    availability: "disponible_prochainement",
    workMode: "sur_site",
    years: 28,
    rate: "2 000 \u062F\u0631\u0647\u0645 \u0644\u0644\u0623\u0645\u0633\u064A\u0629",
    spoken: "\u0627\u0644\u0639\u0631\u0628\u064A\u0629\u060C \u0627\u0644\u062F\u0627\u0631\u062C\u0629\u060C \u0627\u0644\u0641\u0631\u0646\u0633\u064A\u0629",
    bio: "\u062D\u0643\u0648\u0627\u062A\u064A\u0629 \u0645\u0646 \u0641\u0627\u0633\u060C \u0648\u0631\u062B\u062A \u062D\u0643\u0627\u064A\u0627\u062A \u062C\u062F\u062A\u064A \u062B\u0645 \u0623\u0636\u0641\u062A \u0625\u0644\u064A\u0647\u0627 \u062D\u0643\u0627\u064A\u0627\u062A \u0627\u0644\u062D\u0627\u0641\u0644\u0627\u062A \u0648\u0627\u0644\u0623\u0633\u0648\u0627\u0642. \u0623\u0631\u0648\u064A \u0644\u0644\u0635\u063A\u0627\u0631 \u0641\u064A \u0627\u0644\u0645\u062F\u0627\u0631\u0633 \u0648\u0644\u0644\u0643\u0628\u0627\u0631 \u0641\u064A \u0627\u0644\u0631\u064A\u0627\u0636\u0627\u062A \u0627\u0644\u0642\u062F\u064A\u0645\u0629\u060C \u0648\u0627\u0644\u0639\u0648\u062F \u064A\u0631\u0627\u0641\u0642\u0646\u064A \u062D\u064A\u0646 \u062A\u0635\u0645\u062A \u0627\u0644\u0643\u0644\u0645\u0627\u062A. \u0623\u0639\u0645\u0644 \u0641\u064A \u0627\u0644\u0633\u064A\u0646\u0645\u0627 \u0623\u064A\u0636\u0627\u064B \u0635\u0648\u062A\u0627\u064B \u0631\u0627\u0648\u064A\u0627\u064B \u0648\u062C\u062F\u0651\u0629\u064B \u0644\u0627 \u062A\u0646\u062A\u0647\u064A \u0642\u0635\u0635\u0647\u0627.",
    phone: "+212 600 00 01 14",
    daysAgo: 66.9,
    portrait: {
      skin: 6,
      face: "round",
      feminine: true,
      hair: "hijab",
      age: "senior",
      clothes: "kaftan",
      cloth: "#5b2f6e",
      accent: "#efe2cf",
      nose: "medium",
      smile: true,
      backdrop: 4
    }
  },
  {
    email: "ilyas.akhmouch@example.com",
    firstName: "Ilyas",
    lastName: "Akhmouch",
    gender: "M",
    born: "2001-03-17",
    origin: "MA",
    home: "MA/AGA",
    language: "fr",
    talents: ["surf", "photographie", "creation-de-contenu"],
    availability: "disponible_maintenant",
    workTime: "Flexible",
    workMode: "flexible",
    years: 3,
    spoken: "Tachelhit, darija, fran\xE7ais, anglais",
    bio: "Je surfe \xE0 Taghazout et je filme dans l\u2019eau, au ras de la vague, l\xE0 o\xF9 les autres abandonnent leur caisson. Le reste du temps je fabrique des vid\xE9os courtes pour des coop\xE9ratives d\u2019argan qui n\u2019ont pas de service marketing, et c\u2019est tant mieux.",
    phone: "+212 600 00 01 15",
    whatsapp: true,
    portfolio: "https://ilyas-akhmouch.example",
    social: { instagram: "https://instagram.com/ilyas.vagues.demo" },
    daysAgo: 20.3,
    resume: ILYAS,
    portrait: {
      skin: 5,
      face: "heart",
      feminine: false,
      hair: "curls",
      hairColor: "brown",
      age: "young",
      clothes: "tee",
      cloth: "#2d7d9a",
      accent: "#f2c14e",
      nose: "narrow",
      smile: true,
      backdrop: 9
    }
  },
  {
    email: "zineb.lahlou@example.com",
    firstName: "Zineb",
    lastName: "Lahlou",
    gender: "F",
    born: "1986-10-02",
    origin: "MA",
    home: "MA/TAN",
    language: "fr",
    talents: ["traduction-et-interpretation", "redaction-et-edition"],
    availability: "disponible_maintenant",
    workMode: "a_distance",
    years: 13,
    rate: "0,12 \u20AC le mot",
    education: "\xC9cole sup\xE9rieure Roi Fahd de traduction, Tanger (2010)",
    spoken: "Arabe, fran\xE7ais, espagnol, anglais",
    bio: "Traductrice et sous-titreuse \xE0 Tanger. Deux lignes, trente-sept signes, et pas une seconde de trop : je traduis des films comme on plie une chemise. J\u2019interpr\xE8te aussi sur les plateaux hispano-marocains, casque sur une oreille, ironie dans l\u2019autre.",
    phone: "+212 600 00 01 16",
    website: "https://zineb-lahlou.example",
    social: { linkedin: "https://linkedin.com/in/zineb-lahlou-demo" },
    daysAgo: 35.1,
    resume: ZINEB
  },
  {
    email: "rachid.amghar@example.com",
    firstName: "Rachid",
    lastName: "Amghar",
    gender: "M",
    born: "1968-01-09",
    origin: "MA",
    home: "MA/TIN",
    language: "fr",
    talents: ["guide-touristique", "ahwach-et-ahidous", "permis-b"],
    availability: "disponible_maintenant",
    workMode: "sur_site",
    years: 30,
    rate: "800 MAD / jour, mule comprise",
    spoken: "Tamazight, darija, fran\xE7ais, un peu d\u2019allemand",
    bio: "Guide de montagne \xE0 Tinghir, chef de troupe d\u2019ahidous le samedi. J\u2019accompagne les rep\xE9rages dans les gorges du Todgha : je sais quelle piste tient apr\xE8s l\u2019orage, qui pr\xEAte un toit, et \xE0 quelle heure la falaise devient rose.",
    phone: "+212 600 00 01 17",
    daysAgo: 74.8,
    portrait: {
      skin: 5,
      face: "square",
      feminine: false,
      hair: "turban",
      hairColor: "grey",
      beard: "full",
      age: "senior",
      clothes: "djellaba",
      cloth: "#8a6a4a",
      accent: "#f2ead9",
      nose: "medium",
      smile: true,
      backdrop: 0
    }
  }
];

// src/products/talent/demo/people/nigeria-ghana.ts
var NIGERIA_GHANA = [
  {
    email: "adaeze.okonkwo@example.com",
    firstName: "Adaeze",
    lastName: "Okonkwo",
    gender: "F",
    born: "1996-01-31",
    origin: "NG",
    home: "NG/LAG",
    language: "en",
    talents: ["theatre-et-comedie", "doublage", "presentation-et-animation"],
    availability: "disponible_maintenant",
    workMode: "hybride",
    years: 8,
    rate: "NGN 350,000 / day",
    education: "BA Theatre Arts, University of Lagos (2017)",
    spoken: "Igbo, English, Yoruba, Pidgin",
    bio: "Actress and voice artist in Lagos. I grew up doing every voice in my grandmother\u2019s stories, and I still do, for games and radio drama. On set I am the one who knows everybody\u2019s lines and nobody\u2019s gossip.",
    phone: "+234 800 000 0061",
    whatsapp: true,
    portfolio: "https://adaeze-okonkwo.example/reel",
    website: "https://adaeze-okonkwo.example",
    social: {
      instagram: "https://instagram.com/adaeze.acts.demo",
      imdb_url: "https://imdb.com/name/nm0000000",
      linkedin: "https://linkedin.com/in/adaeze-okonkwo-demo"
    },
    daysAgo: 0.2,
    resume: ADAEZE,
    portrait: {
      skin: 1,
      face: "round",
      feminine: true,
      hair: "gele",
      clothes: "wax",
      cloth: "#1f5f8b",
      accent: "#d9a13b",
      nose: "wide",
      lips: "full",
      smile: true,
      earrings: "drops",
      backdrop: 2
    }
  },
  {
    email: "tunde.adebayo@example.com",
    firstName: "T\xFAnd\xE9",
    lastName: "Ad\xE9b\xE1y\u1ECD\u0300",
    gender: "M",
    born: "1990-10-05",
    origin: "NG",
    home: "NG/IBA",
    language: "en",
    talents: ["musique-et-composition", "ingenierie-du-son", "percussions"],
    availability: "projet_actuel",
    workMode: "a_distance",
    years: 11,
    rate: "NGN 500,000 / track",
    spoken: "Yoruba, English",
    bio: "Composer and talking-drum player from Ibadan. I score films in a converted cocoa store with excellent acoustics and terrible parking. If your picture has rain in it, I want to hear from you.",
    phone: "+234 800 000 0062",
    portfolio: "https://tunde-scores.example",
    daysAgo: 27.3,
    resume: TUNDE,
    portrait: {
      skin: 1,
      face: "oval",
      feminine: false,
      hair: "cap",
      beard: "short",
      clothes: "boubou",
      cloth: "#23456b",
      accent: "#e3ad45",
      nose: "wide",
      lips: "full",
      smile: true,
      backdrop: 8
    }
  },
  {
    email: "zainab.bello@example.com",
    firstName: "Zainab",
    lastName: "Bello",
    gender: "F",
    born: "2001-12-12",
    origin: "NG",
    home: "NG/KAN",
    language: "en",
    talents: ["graphisme", "community-management"],
    availability: "disponible_maintenant",
    workTime: "Temps partiel",
    workMode: "a_distance",
    years: 2,
    education: "HND Printing Technology, Kano State Polytechnic",
    spoken: "Hausa, English, Arabic",
    bio: "Graphic designer in Kano. I letter Hausa proverbs, design book covers for three market-literature authors and answer comments faster than you can type them.",
    phone: "+234 800 000 0063",
    portfolio: "https://zainab-letters.example",
    daysAgo: 13.2,
    portrait: {
      skin: 2,
      face: "oval",
      feminine: true,
      hair: "hijab",
      age: "young",
      clothes: "kaftan",
      cloth: "#345c4a",
      accent: "#7fb7a3",
      nose: "medium",
      lips: "full",
      smile: true,
      backdrop: 4
    }
  },
  {
    email: "eniola.ajayi@example.com",
    firstName: "Eniola",
    lastName: "Ajayi",
    gender: "N",
    born: "1994-04-22",
    origin: "NG",
    home: "GH/ACC",
    language: "en",
    talents: ["redaction-et-edition", "creation-de-contenu"],
    availability: "disponible_prochainement",
    workMode: "a_distance",
    years: 6,
    rate: "USD 40 / hour",
    spoken: "English, Yoruba, some Twi",
    bio: "Screenwriter, born in Abeokuta, living in Accra. Two features, one cancelled series I am still proud of, and a drawer full of second acts. I punch up dialogue without anybody noticing.",
    phone: "+233 500 000 064",
    website: "https://eniola-writes.example",
    daysAgo: 36.6
  },
  {
    email: "kwame.asante@example.com",
    firstName: "Kwame",
    lastName: "Asante",
    gender: "M",
    born: "1987-09-17",
    origin: "GH",
    home: "GH/ACC",
    language: "en",
    talents: ["pilotage-de-drone", "videographie", "permis-b"],
    availability: "disponible_maintenant",
    workMode: "sur_site",
    years: 8,
    rate: "GHS 2,800 / day",
    spoken: "Twi, Ga, English",
    bio: "Licensed drone pilot in Accra. Coastline, cocoa, construction, chases: 900 logged hours and one argument with a kite. I bring a spotter, spare batteries and the permits, in that order.",
    phone: "+233 500 000 065",
    whatsapp: true,
    portfolio: "https://kwame-aerials.example",
    daysAgo: 57.1
  },
  {
    email: "abena.owusu@example.com",
    firstName: "Abena",
    lastName: "Owusu",
    gender: "F",
    born: "1981-02-20",
    origin: "GH",
    home: "GH/KUM",
    language: "en",
    talents: ["artisanat-d-art", "stylisme-et-mode", "formation-professionnelle"],
    availability: "projet_actuel",
    workMode: "sur_site",
    years: 20,
    rate: "GHS 1,900 / metre",
    spoken: "Twi, English",
    bio: "Kente weaver from Bonwire, near Kumasi, and one of the first women in my street to sit at the loom. I weave for chiefs, brides and costume departments, and I will tell you what your pattern says before you wear it.",
    phone: "+233 500 000 066",
    portfolio: "https://abena-kente.example",
    daysAgo: 45.3,
    resume: ABENA,
    portrait: {
      skin: 1,
      face: "square",
      feminine: true,
      hair: "cornrows",
      clothes: "wax",
      cloth: "#d98e1f",
      accent: "#2d6a4f",
      nose: "wide",
      lips: "full",
      earrings: "beads",
      smile: true,
      backdrop: 3
    }
  }
];

// src/products/talent/demo/people/sahel.ts
var SAHEL = [
  {
    email: "mariem.mint.sidi@example.com",
    firstName: "\u0645\u0631\u064A\u0645",
    lastName: "\u0645\u0646\u062A \u0633\u064A\u062F\u064A",
    gender: "F",
    born: "1995-06-06",
    origin: "MR",
    home: "MR/NOU",
    language: "ar",
    talents: ["photographie", "redaction-et-edition"],
    availability: "disponible_prochainement",
    workMode: "hybride",
    years: 5,
    spoken: "\u0627\u0644\u062D\u0633\u0627\u0646\u064A\u0629\u060C \u0627\u0644\u0639\u0631\u0628\u064A\u0629\u060C \u0627\u0644\u0641\u0631\u0646\u0633\u064A\u0629",
    bio: "\u0645\u0635\u0648\u0651\u0631\u0629 \u0645\u0646 \u0646\u0648\u0627\u0643\u0634\u0648\u0637 \u0623\u0648\u062B\u0651\u0642 \u0623\u0633\u0648\u0627\u0642 \u0627\u0644\u0645\u0644\u0627\u062D\u0641 \u0648\u0642\u0648\u0627\u0631\u0628 \u0627\u0644\u0635\u064A\u062F \u0639\u0646\u062F \u0627\u0644\u0641\u062C\u0631. \u0623\u0643\u062A\u0628 \u0646\u0635\u0648\u0635 \u0645\u0639\u0627\u0631\u0636\u064A \u0628\u0646\u0641\u0633\u064A\u060C \u0641\u0627\u0644\u0635\u0648\u0631\u0629 \u0639\u0646\u062F\u064A \u0633\u0624\u0627\u0644 \u0644\u0627 \u062C\u0648\u0627\u0628. \u0623\u0639\u0645\u0644 \u0645\u0639 \u0627\u0644\u062C\u0645\u0639\u064A\u0627\u062A \u0648\u0627\u0644\u0635\u062D\u0641\u060C \u0648\u0623\u0641\u0636\u0651\u0644 \u0627\u0644\u0636\u0648\u0621 \u0627\u0644\u0637\u0628\u064A\u0639\u064A \u0639\u0644\u0649 \u0643\u0644 \u0634\u064A\u0621.",
    phone: "+222 40 00 00 18",
    portfolio: "https://mariem-photo.example",
    daysAgo: 25.6,
    portrait: {
      skin: 5,
      face: "long",
      feminine: true,
      hair: "veil",
      clothes: "kaftan",
      cloth: "#c9506b",
      accent: "#d96a86",
      nose: "narrow",
      earrings: "drops",
      backdrop: 7
    }
  },
  {
    email: "fanta.traore@example.com",
    firstName: "Fanta",
    lastName: "Traor\xE9",
    gender: "F",
    born: "1990-09-09",
    origin: "ML",
    home: "ML/BAM",
    language: "fr",
    talents: ["chant", "chanson-et-interpretation"],
    availability: "disponible_maintenant",
    workMode: "flexible",
    years: 14,
    rate: "300 000 FCFA par concert",
    spoken: "Bambara, fran\xE7ais, sonink\xE9",
    bio: "Chanteuse \xE0 Bamako. Je viens d\u2019une famille o\xF9 l\u2019on chante avant de parler. Sur sc\xE8ne je suis entour\xE9e de deux ngonis et d\u2019un calebassier qui rit trop fort ; en studio je pr\xE9f\xE8re \xEAtre seule avec le silence et une bassine d\u2019eau.",
    phone: "+223 70 00 00 35",
    whatsapp: true,
    portfolio: "https://fanta-traore.example",
    social: { facebook: "https://facebook.com/fanta.chante.demo" },
    daysAgo: 33.9,
    resume: FANTA,
    portrait: {
      skin: 2,
      face: "heart",
      feminine: true,
      hair: "cornrows",
      clothes: "wax",
      cloth: "#6a2c70",
      accent: "#f08a5d",
      nose: "medium",
      lips: "full",
      earrings: "hoops",
      smile: true,
      backdrop: 0
    }
  },
  {
    email: "ibrahim.ag.alhousseini@example.com",
    firstName: "Ibrahim",
    lastName: "Ag Alhousseini",
    gender: "M",
    born: "1982-03-03",
    origin: "ML",
    home: "ML/TOM",
    language: "fr",
    talents: ["monte-de-dromadaire", "guitare", "guide-touristique"],
    availability: "non_disponible",
    workMode: "sur_site",
    years: 18,
    spoken: "Tamasheq, arabe hassanya, songha\xEF, fran\xE7ais",
    bio: "\xC9leveur et guitariste \xE0 Tombouctou. Je m\xE8ne une caravane de trente dromadaires que le cin\xE9ma a d\xE9j\xE0 lou\xE9e trois fois ; ils savent marcher \xE0 l\u2019image, pas moi. Je parle aux b\xEAtes en tamasheq et aux producteurs en fran\xE7ais.",
    phone: "+223 70 00 00 36",
    daysAgo: 86.2
  },
  {
    email: "salif.ouedraogo@example.com",
    firstName: "Salif",
    lastName: "Ou\xE9draogo",
    gender: "M",
    born: "1980-06-16",
    origin: "BF",
    home: "BF/OUA",
    language: "fr",
    talents: ["marionnettes", "theatre-et-comedie", "mime"],
    availability: "disponible_maintenant",
    workMode: "hybride",
    years: 21,
    rate: "90 000 FCFA / repr\xE9sentation",
    education: "\xC9cole de th\xE9\xE2tre de l\u2019UNEDO, Ouagadougou",
    spoken: "Moor\xE9, dioula, fran\xE7ais",
    bio: "Marionnettiste \xE0 Ouagadougou, je sculpte mes personnages dans le ca\xEFlc\xE9drat et je les fais marcher sur des \xE9chasses. J\u2019ai jou\xE9 dans des cours d\u2019\xE9cole, au FESPACO et dans une caserne de pompiers. Mon plus grand pantin mesure quatre m\xE8tres et s\u2019appelle Pr\xE9sident.",
    phone: "+226 70 00 00 37",
    whatsapp: true,
    portfolio: "https://salif-marionnettes.example",
    daysAgo: 14.9,
    resume: SALIF,
    portrait: {
      skin: 1,
      face: "round",
      feminine: false,
      hair: "bald",
      beard: "full",
      clothes: "kaftan",
      cloth: "#b07a2e",
      accent: "#3b2417",
      nose: "wide",
      lips: "full",
      smile: true,
      backdrop: 3
    }
  },
  {
    email: "mariama.barry@example.com",
    firstName: "Mariama",
    lastName: "Barry",
    gender: "F",
    born: "2003-08-23",
    origin: "GN",
    home: "GN/CON",
    language: "fr",
    talents: ["acrobatie", "percussions", "danse-africaine-traditionnelle"],
    availability: "disponible_maintenant",
    workMode: "sur_site",
    years: 4,
    spoken: "Pulaar, soussou, fran\xE7ais",
    bio: "Acrobate et joueuse de djemb\xE9 \xE0 Conakry, troisi\xE8me \xE9tage de la pyramide depuis mes seize ans. On me dit l\xE9g\xE8re ; je r\xE9ponds que c\u2019est de la discipline. Pr\xEAte \xE0 tourner, \xE0 chuter et \xE0 recommencer.",
    phone: "+224 620 00 00 38",
    daysAgo: 10.6
  }
];

// src/products/talent/demo/people/senegal.ts
var SENEGAL = [
  {
    email: "awa.ndiaye@example.com",
    firstName: "Awa",
    lastName: "Ndiaye",
    gender: "F",
    born: "2000-02-14",
    origin: "SN",
    home: "SN/DAK",
    language: "fr",
    talents: ["sabar", "danse-contemporaine", "danse-et-choregraphie"],
    availability: "disponible_maintenant",
    workMode: "sur_site",
    years: 6,
    rate: "60 000 FCFA / r\xE9p\xE9tition",
    education: "\xC9cole des Sables, Toubab Dialaw (2021)",
    spoken: "Wolof, fran\xE7ais, anglais",
    bio: "Danseuse \xE0 Dakar. J\u2019ai appris le sabar dans la cour de ma tante et la danse contemporaine face \xE0 l\u2019oc\xE9an, \xE0 Toubab Dialaw. Je chor\xE9graphie pour des clips et pour une troupe de femmes de plus de soixante ans, qui sont les meilleures d\u2019entre nous.",
    phone: "+221 770 00 00 31",
    whatsapp: true,
    portfolio: "https://awa-danse.example",
    social: { instagram: "https://instagram.com/awa.danse.demo" },
    daysAgo: 6.3,
    resume: AWA,
    portrait: {
      skin: 1,
      face: "oval",
      feminine: true,
      hair: "box-braids",
      age: "young",
      clothes: "roll-neck",
      cloth: "#c8553d",
      accent: "#e9a94b",
      nose: "medium",
      lips: "full",
      smile: true,
      earrings: "hoops",
      backdrop: 5
    }
  },
  {
    email: "ousmane.sarr@example.com",
    firstName: "Ousmane",
    lastName: "Sarr",
    gender: "M",
    born: "1975-10-28",
    origin: "SN",
    home: "SN/SAI",
    language: "fr",
    talents: ["kora", "conte-traditionnel", "musique-et-composition"],
    availability: "disponible_prochainement",
    workMode: "sur_site",
    years: 30,
    spoken: "Wolof, s\xE9r\xE8re, mandingue, fran\xE7ais",
    bio: "Joueur de kora \xE0 Saint-Louis, fils et petit-fils de griots. Vingt et une cordes, un fleuve, et beaucoup de patience. J\u2019ai accompagn\xE9 des films muets \xE0 l\u2019Institut, des mariages sur le pont et une astronaute de passage.",
    phone: "+221 770 00 00 32",
    daysAgo: 69.5,
    portrait: {
      skin: 0,
      face: "long",
      feminine: false,
      hair: "cap",
      hairColor: "grey",
      beard: "goatee",
      age: "senior",
      clothes: "boubou",
      cloth: "#e9e1d2",
      accent: "#c99a3c",
      nose: "wide",
      lips: "full",
      smile: true,
      backdrop: 7
    }
  },
  {
    email: "ndeye.fatou.sow@example.com",
    firstName: "Nd\xE8ye Fatou",
    lastName: "Sow",
    gender: "F",
    born: "1987-12-01",
    origin: "SN",
    home: "SN/THI",
    language: "fr",
    talents: ["couture", "stylisme-et-mode", "entrepreneuriat"],
    availability: "disponible_maintenant",
    workTime: "Temps plein",
    workMode: "sur_site",
    years: 12,
    rate: "40 000 FCFA / jour",
    spoken: "Wolof, pulaar, fran\xE7ais",
    bio: "Couturi\xE8re \xE0 Thi\xE8s, sp\xE9cialiste du bazin et des d\xE9lais impossibles. J\u2019ai cousu onze boubous d\u2019apparat en une nuit pour un film que personne n\u2019a vu et une robe de mari\xE9e que tout le monde a vue. Mon atelier forme six apprenties.",
    phone: "+221 770 00 00 33",
    whatsapp: true,
    daysAgo: 39.2,
    portrait: {
      skin: 2,
      face: "round",
      feminine: true,
      hair: "headwrap",
      clothes: "boubou",
      cloth: "#274b8a",
      accent: "#f0c04a",
      nose: "wide",
      lips: "full",
      earrings: "beads",
      backdrop: 4
    }
  },
  {
    email: "cheikh.tidiane.fall@example.com",
    firstName: "Cheikh Tidiane",
    lastName: "Fall",
    gender: "M",
    born: "1995-05-20",
    origin: "SN",
    home: "SN/DAK",
    language: "fr",
    talents: ["science-des-donnees", "intelligence-artificielle", "developpement-logiciel"],
    availability: "disponible_prochainement",
    workMode: "a_distance",
    years: 6,
    rate: "200 000 FCFA / jour",
    education: "Master de statistique, ENSAE Dakar (2019)",
    spoken: "Wolof, fran\xE7ais, anglais",
    bio: "Statisticien de formation, j\u2019apprends aux machines \xE0 reconna\xEEtre le mil malade avant le paysan press\xE9. J\u2019ai mont\xE9 un petit mod\xE8le de transcription du wolof avec les archives d\u2019une radio de quartier. Je pr\xE9f\xE8re un tableau juste \xE0 une d\xE9monstration brillante.",
    phone: "+221 770 00 00 34",
    portfolio: "https://ct-fall.example",
    social: { github: "https://github.com/ct-fall-demo", linkedin: "https://linkedin.com/in/ct-fall-demo" },
    daysAgo: 2.1,
    resume: CHEIKH,
    portrait: {
      skin: 1,
      face: "square",
      feminine: false,
      hair: "short",
      glasses: "square",
      beard: "stubble",
      clothes: "shirt",
      cloth: "#3d6b52",
      accent: "#e9a94b",
      nose: "wide",
      lips: "full",
      smile: true,
      backdrop: 9
    }
  }
];

// src/products/talent/demo/people.ts
var PEOPLE = [
  ...ACCOUNTS,
  ...HOUSE,
  ...MOROCCO,
  ...MAGHREB,
  ...SENEGAL,
  ...SAHEL,
  ...GULF_OF_GUINEA,
  ...CENTRAL_AFRICA,
  ...NIGERIA_GHANA,
  ...EAST_AND_SOUTH
];

// src/products/talent/demo/portraits/brush.ts
function layer(ctx, paint, options = {}) {
  ctx.save();
  if (options.blend) ctx.globalCompositeOperation = options.blend;
  if (options.opacity !== void 0) ctx.globalAlpha = options.opacity;
  paint();
  ctx.restore();
}
function touch(ctx, x, y, width, height, color, strength) {
  layer(ctx, () => {
    ctx.translate(x, y);
    ctx.scale(width, height);
    const gradient = ctx.createRadialGradient(0, 0, 0, 0, 0, 1);
    gradient.addColorStop(0, withAlpha(color, strength));
    gradient.addColorStop(0.5, withAlpha(color, strength * 0.5));
    gradient.addColorStop(1, withAlpha(color, 0));
    ctx.fillStyle = gradient;
    ctx.fillRect(-1, -1, 2, 2);
  });
}
var withAlpha = (color, opacity) => `${color}${Math.round(Math.max(0, Math.min(1, opacity)) * 255).toString(16).padStart(2, "0")}`;
function wash(ctx, from, to, ...colors) {
  const gradient = ctx.createLinearGradient(from[0], from[1], to[0], to[1]);
  for (const [index, color] of colors.entries()) gradient.addColorStop(index / Math.max(1, colors.length - 1), color);
  return gradient;
}
var curve = (...n) => [
  [n[0], n[1]],
  [n[2], n[3]],
  [n[4], n[5]],
  [n[6], n[7]]
];
function brushLine(ctx, [start, c1, c2, end], width, color) {
  const at = (t) => {
    const s = 1 - t;
    const weight = [s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t];
    const sum = (axis) => weight[0] * start[axis] + weight[1] * c1[axis] + weight[2] * c2[axis] + weight[3] * end[axis];
    return [sum(0), sum(1)];
  };
  ctx.fillStyle = color;
  ctx.beginPath();
  const steps = 14;
  const edge = (t, side) => {
    const [x, y] = at(t);
    const [ax, ay] = at(Math.max(0, t - 0.02));
    const [bx, by] = at(Math.min(1, t + 0.02));
    const length = Math.hypot(bx - ax, by - ay) || 1;
    const half = width / 2 * Math.sin(Math.PI * Math.min(1, Math.max(0.02, t))) ** 0.6 * side;
    ctx.lineTo(x - (by - ay) / length * half, y + (bx - ax) / length * half);
  };
  for (let i = 0; i <= steps; i++) edge(i / steps, 1);
  for (let i = steps; i >= 0; i--) edge(i / steps, -1);
  ctx.closePath();
  ctx.fill();
}

// src/products/talent/demo/portraits/palette.ts
var SKINS = [
  { deep: "#1d0d10", shade: "#2e1717", base: "#48291f", light: "#6b4030", glow: "#b27c5f", lips: "#5c2a2b" },
  { deep: "#24100f", shade: "#3b1e1a", base: "#593326", light: "#7f4e39", glow: "#c48d6c", lips: "#6d3333" },
  { deep: "#2b1412", shade: "#48251e", base: "#6b3f2e", light: "#935e45", glow: "#d29c78", lips: "#7d3d3a" },
  { deep: "#331915", shade: "#562e24", base: "#7d4c37", light: "#a66d50", glow: "#deab86", lips: "#8c4642" },
  { deep: "#3d1f1a", shade: "#66392c", base: "#925b42", light: "#b97d5d", glow: "#e8b892", lips: "#9b4f4a" },
  { deep: "#472720", shade: "#784736", base: "#a76c4f", light: "#cb8f6d", glow: "#f0c5a0", lips: "#a85853" },
  { deep: "#523029", shade: "#8a5644", base: "#bb7f60", light: "#da9f7d", glow: "#f6d2b1", lips: "#b5625c" },
  { deep: "#5e3a33", shade: "#9c6754", base: "#cd9474", light: "#e6b090", glow: "#fae0c5", lips: "#bf6b65" },
  { deep: "#694540", shade: "#ac7866", base: "#dba88a", light: "#efc2a5", glow: "#fdebd8", lips: "#c87670" }
];
var BACKDROPS = [
  { top: "#f2b544", bottom: "#d9742f", disc: "#f9d585", motif: "#b9531f" },
  { top: "#1f6f6b", bottom: "#0e3f47", disc: "#e9a94b", motif: "#2f8f86" },
  { top: "#c8553d", bottom: "#7c2438", disc: "#f0a36b", motif: "#94303f" },
  { top: "#34326f", bottom: "#1a1740", disc: "#e2707a", motif: "#4b4a97" },
  { top: "#e9d8b8", bottom: "#cfa878", disc: "#c8683f", motif: "#b98e5c" },
  { top: "#2d5f8f", bottom: "#16304f", disc: "#f2c14e", motif: "#3f79ad" },
  { top: "#7b3f6e", bottom: "#3a1b44", disc: "#f08a5d", motif: "#94568a" },
  { top: "#6e8b4e", bottom: "#33502f", disc: "#f1d38a", motif: "#85a362" },
  { top: "#e58f7b", bottom: "#b54b5b", disc: "#fbe0c3", motif: "#9c3b50" },
  { top: "#a9c7c0", bottom: "#5f8f92", disc: "#f4e6cf", motif: "#487a80" }
];
function randomFrom(seed) {
  let state = 2654435769;
  for (const character of seed) state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 2246822507) ^ state >>> 13;
  return () => {
    state = state + 1831565813 | 0;
    let mixed = Math.imul(state ^ state >>> 15, 1 | state);
    mixed = mixed + Math.imul(mixed ^ mixed >>> 7, 61 | mixed) ^ mixed;
    return ((mixed ^ mixed >>> 14) >>> 0) / 4294967296;
  };
}
var channels = (color) => [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
function mix(from, to, share) {
  const [a, b] = [channels(from), channels(to)];
  return `#${a.map(
    (value, index) => Math.round(value + ((b[index] ?? 0) - value) * share).toString(16).padStart(2, "0")
  ).join("")}`;
}
var alpha = (color, opacity) => `rgba(${channels(color).join(",")},${opacity})`;

// src/products/talent/demo/portraits/backdrop.ts
function paintBackdrop(ctx, sitter, side) {
  const colors = BACKDROPS[sitter.traits.backdrop % BACKDROPS.length] ?? BACKDROPS[0];
  if (!colors) return;
  ctx.fillStyle = wash(ctx, [0, 0], [0, side], colors.top, colors.bottom);
  ctx.fillRect(0, 0, side, side);
  layer(ctx, () => {
    ctx.strokeStyle = alpha(colors.motif, 0.75);
    ctx.fillStyle = alpha(colors.motif, 0.6);
    const motif = MOTIFS[Math.floor(sitter.random() * MOTIFS.length)];
    motif?.(ctx, side);
  });
  const x = side / 2 + sitter.lamp * 36;
  ctx.fillStyle = wash(ctx, [0, 90], [0, 640], colors.disc, alpha(colors.disc, 0.35));
  ctx.beginPath();
  ctx.arc(x, 350, 292, 0, Math.PI * 2);
  ctx.fill();
  touch(ctx, side / 2 + sitter.lamp * 260, 150, 460, 420, "#fff4dc", 0.34);
}
var MOTIFS = [
  // Bogolan: rows of chevrons.
  (ctx, side) => {
    ctx.lineWidth = 9;
    for (let y = 30; y < side; y += 62) {
      ctx.beginPath();
      for (let step = 0; step * 30 <= side + 30; step++) ctx.lineTo(step * 30, y + (step % 2 ? 18 : 0));
      ctx.stroke();
    }
  },
  // Kente: woven blocks.
  (ctx, side) => {
    const cell = 66;
    for (let row = 0; row * cell < side; row++) {
      for (let column = 0; column * cell < side; column++) {
        const flat = (row + column) % 2 === 0;
        for (let bar = 0; bar < 3; bar++)
          ctx.fillRect(column * cell + (flat ? 8 : 8 + bar * 18), row * cell + (flat ? 8 + bar * 18 : 8), flat ? 50 : 9, flat ? 9 : 50);
      }
    }
  },
  // Zellige: eight-pointed stars.
  (ctx, side) => {
    ctx.lineWidth = 4;
    for (let y = 50; y < side + 50; y += 100) {
      for (let x = 50; x < side + 50; x += 100) {
        for (const turn of [0, Math.PI / 4]) {
          ctx.beginPath();
          for (let i = 0; i <= 4; i++) ctx.lineTo(x + Math.cos(turn + i * Math.PI / 2) * 44, y + Math.sin(turn + i * Math.PI / 2) * 44);
          ctx.stroke();
        }
      }
    }
  },
  // Indigo: concentric arcs like resist-dyed cloth.
  (ctx, side) => {
    ctx.lineWidth = 5;
    for (let y = 0; y < side + 80; y += 80) {
      for (let x = y / 80 % 2 ? 0 : 80; x < side + 160; x += 160) {
        for (const radius of [26, 44, 62, 80]) {
          ctx.beginPath();
          ctx.arc(x, y, radius, Math.PI, 0);
          ctx.stroke();
        }
      }
    }
  }
];
function paintFinish(ctx, { random }, side) {
  const vignette = ctx.createRadialGradient(side / 2, side * 0.45, side * 0.36, side / 2, side / 2, side * 0.78);
  vignette.addColorStop(0, "rgba(20,8,24,0)");
  vignette.addColorStop(1, "rgba(20,8,24,0.42)");
  ctx.fillStyle = vignette;
  ctx.fillRect(0, 0, side, side);
  layer(ctx, () => {
    for (let i = 0; i < 1200; i++) {
      ctx.fillStyle = random() < 0.5 ? "rgba(255,244,220,0.05)" : "rgba(20,8,20,0.05)";
      ctx.fillRect(random() * side, random() * side, 1.5, 1.5);
    }
  });
}

// src/products/talent/demo/portraits/finery.ts
function embroidery(ctx, { cloth }) {
  layer(ctx, () => {
    ctx.strokeStyle = alpha(cloth.accent, 0.95);
    ctx.lineCap = "round";
    for (const [grow, width] of [
      [0, 9],
      [17, 3],
      [28, 5],
      [42, 2.5]
    ]) {
      ctx.lineWidth = width;
      ctx.beginPath();
      ctx.moveTo(-92 - grow, 226 + grow * 0.1);
      ctx.bezierCurveTo(-80 - grow, 290 + grow, -36, 300 + grow * 1.4, 0, 306 + grow * 1.6);
      ctx.bezierCurveTo(36, 300 + grow * 1.4, 80 + grow, 290 + grow, 92 + grow, 226 + grow * 0.1);
      ctx.stroke();
    }
    ctx.lineWidth = 3;
    for (let i = -3; i <= 3; i++) {
      const [x, y] = [i * 34, 356 - i * i * 5.4];
      ctx.beginPath();
      ctx.arc(x, y, 9, 0, Math.PI * 2);
      ctx.stroke();
      ctx.beginPath();
      ctx.moveTo(x, y + 12);
      ctx.lineTo(x, y + 30);
      ctx.stroke();
    }
  });
}
function placket(ctx, { cloth }) {
  layer(ctx, () => {
    ctx.strokeStyle = cloth.accent;
    ctx.lineWidth = 5;
    for (const x of [-13, 13]) {
      ctx.beginPath();
      ctx.moveTo(x, 276);
      ctx.lineTo(x, 520);
      ctx.stroke();
    }
    ctx.fillStyle = mix(cloth.accent, "#fff6e2", 0.35);
    for (let y = 292; y < 480; y += 21) {
      ctx.beginPath();
      ctx.arc(0, y, 6.5, 0, Math.PI * 2);
      ctx.fill();
    }
  });
}
function hood(ctx, { cloth, lamp }) {
  for (const sign of [-1, 1]) {
    ctx.beginPath();
    ctx.moveTo(sign * 170, 262);
    ctx.bezierCurveTo(sign * 164, 176, sign * 96, 166, sign * 66, 196);
    ctx.bezierCurveTo(sign * 84, 220, sign * 78, 250, sign * 60, 286);
    ctx.closePath();
    ctx.fillStyle = wash(ctx, [sign * 60, 180], [sign * 160, 270], sign === lamp ? cloth.light : cloth.base, cloth.dark);
    ctx.fill();
  }
}
function waxPrint(ctx, { cloth, random }) {
  const shift = random() * 40;
  for (let row = 0; row < 6; row++) {
    for (let column = -6; column <= 6; column++) {
      const [x, y] = [column * 62 + row % 2 * 31 + shift, 236 + row * 52];
      for (const [radius, color] of [
        [24, cloth.accent],
        [17, cloth.dark],
        [11, mix(cloth.accent, "#fff2d6", 0.55)],
        [5, cloth.base]
      ]) {
        ctx.fillStyle = color;
        ctx.beginPath();
        ctx.arc(x, y, radius, 0, Math.PI * 2);
        ctx.fill();
      }
      ctx.fillStyle = alpha(mix(cloth.accent, "#fff2d6", 0.4), 0.9);
      for (let petal = 0; petal < 6; petal++) {
        const angle = petal / 6 * Math.PI * 2;
        ctx.beginPath();
        ctx.arc(x + Math.cos(angle) * 30, y + Math.sin(angle) * 30, 4, 0, Math.PI * 2);
        ctx.fill();
      }
    }
  }
}

// src/products/talent/demo/portraits/clothes.ts
var DRESS = {
  tee: (ctx, s) => {
    garment(ctx, s, { neck: 74, drop: 262 });
    collarLine(ctx, s, 74, 262, 9);
  },
  "roll-neck": (ctx, s) => {
    garment(ctx, s, { neck: 84, drop: 216 });
    rollNeck(ctx, s);
  },
  shirt: (ctx, s) => {
    garment(ctx, s, { neck: 70, drop: 300 });
    shirtCollar(ctx, s, s.cloth.light);
  },
  blazer: (ctx, s) => {
    garment(ctx, { ...s, cloth: { ...s.cloth, base: "#f1ece4", light: "#ffffff", dark: "#bdb3ad" } }, { neck: 72, drop: 300 });
    lapels(ctx, s);
    shirtCollar(ctx, s, "#ffffff");
  },
  boubou: (ctx, s) => {
    garment(ctx, s, { neck: 92, drop: 286 });
    embroidery(ctx, s);
  },
  kaftan: (ctx, s) => {
    garment(ctx, s, { neck: 72, drop: 268 });
    placket(ctx, s);
  },
  djellaba: (ctx, s) => {
    hood(ctx, s);
    garment(ctx, s, { neck: 88, drop: 276 });
    placket(ctx, s);
  },
  wax: (ctx, s) => {
    garment(ctx, s, { neck: 108, drop: 268, print: true });
    collarLine(ctx, s, 108, 268, 10);
  }
};
function paintClothes(ctx, sitter) {
  layer(ctx, () => {
    ctx.translate(0, -12);
    DRESS[sitter.traits.clothes](ctx, sitter);
  });
}
function traceGarment(ctx, { traits }, { neck, drop }) {
  const wide = traits.feminine ? 262 : 300;
  const slope = traits.feminine ? 246 : 234;
  ctx.beginPath();
  ctx.moveTo(-neck, slope - 14);
  ctx.bezierCurveTo(-neck * 0.95, drop - 6, -neck * 0.45, drop + 10, 0, drop + 10);
  ctx.bezierCurveTo(neck * 0.45, drop + 10, neck * 0.95, drop - 6, neck, slope - 14);
  ctx.bezierCurveTo(neck + 60, slope + 8, wide - 50, slope + 14, wide - 4, slope + 74);
  ctx.bezierCurveTo(wide + 26, slope + 120, wide + 36, 430, wide + 40, 520);
  ctx.lineTo(-wide - 40, 520);
  ctx.bezierCurveTo(-wide - 36, 430, -wide - 26, slope + 120, -wide + 4, slope + 74);
  ctx.bezierCurveTo(-wide + 50, slope + 14, -neck - 60, slope + 8, -neck, slope - 14);
  ctx.closePath();
}
function garment(ctx, sitter, shape) {
  const { cloth, lamp } = sitter;
  layer(ctx, () => {
    traceGarment(ctx, sitter, shape);
    ctx.fillStyle = wash(ctx, [lamp * 260, 230], [-lamp * 260, 460], cloth.light, cloth.base, cloth.dark);
    ctx.fill();
    ctx.clip();
    if (shape.print) waxPrint(ctx, sitter);
    touch(ctx, lamp * 170, 286, 120, 60, mix(cloth.light, "#fff8ec", 0.4), 0.5);
    touch(ctx, -lamp * 220, 400, 150, 190, mix(cloth.dark, "#0d0712", 0.4), 0.62);
    touch(ctx, 0, 250, 120, 44, mix(cloth.dark, "#0d0712", 0.4), 0.4);
    folds(ctx, sitter);
  });
}
function folds(ctx, { cloth }) {
  for (const sign of [-1, 1]) {
    for (const [x, y, reach] of [
      [120, 300, 40],
      [176, 330, 22],
      [76, 350, 30]
    ]) {
      const [far, low] = [sign * (x + reach), y + 190];
      for (const width of [26, 15, 7])
        brushLine(ctx, curve(sign * x, y, sign * (x - 4), y + 60, far, y + 110, far, low), width, alpha(cloth.dark, 0.16));
      brushLine(
        ctx,
        curve(sign * (x + 16), y + 8, sign * (x + 12), y + 66, far + sign * 16, y + 120, far + sign * 16, low),
        12,
        alpha(cloth.light, 0.22)
      );
    }
  }
}
function collarLine(ctx, { cloth, traits }, neck, drop, width) {
  const slope = traits.feminine ? 246 : 234;
  layer(ctx, () => {
    ctx.beginPath();
    ctx.moveTo(-neck, slope - 14);
    ctx.bezierCurveTo(-neck * 0.95, drop - 6, -neck * 0.45, drop + 10, 0, drop + 10);
    ctx.bezierCurveTo(neck * 0.45, drop + 10, neck * 0.95, drop - 6, neck, slope - 14);
    ctx.strokeStyle = traits.clothes === "wax" ? cloth.accent : mix(cloth.base, cloth.dark, 0.35);
    ctx.lineWidth = width;
    ctx.stroke();
  });
}
function rollNeck(ctx, { cloth, lamp, traits }) {
  const wide = traits.feminine ? 66 : 80;
  layer(ctx, () => {
    ctx.beginPath();
    ctx.moveTo(-wide, 168);
    ctx.quadraticCurveTo(0, 206, wide, 168);
    ctx.lineTo(wide + 16, 244);
    ctx.quadraticCurveTo(0, 292, -wide - 16, 244);
    ctx.closePath();
    ctx.fillStyle = wash(ctx, [lamp * 90, 170], [-lamp * 90, 240], cloth.light, cloth.base, cloth.dark);
    ctx.fill();
    ctx.clip();
    ctx.strokeStyle = alpha(cloth.dark, 0.35);
    ctx.lineWidth = 3;
    for (let x = -90; x <= 90; x += 11) {
      ctx.beginPath();
      ctx.moveTo(x, 160);
      ctx.lineTo(x * 1.15, 290);
      ctx.stroke();
    }
    touch(ctx, 0, 172, 90, 20, mix(cloth.dark, "#0d0712", 0.5), 0.6);
  });
}
function shirtCollar(ctx, { cloth, lamp, skin }, color) {
  touch(ctx, 0, 268, 44, 40, skin.deep, 0.35);
  for (const sign of [-1, 1]) {
    layer(ctx, () => {
      ctx.beginPath();
      ctx.moveTo(sign * 70, 206);
      ctx.quadraticCurveTo(sign * 52, 262, sign * 8, 306);
      ctx.lineTo(sign * 62, 330);
      ctx.quadraticCurveTo(sign * 100, 282, sign * 98, 226);
      ctx.closePath();
      ctx.fillStyle = wash(
        ctx,
        [sign * 90, 210],
        [sign * 20, 330],
        sign === lamp ? mix(color, "#ffffff", 0.3) : mix(color, cloth.dark, 0.22),
        mix(color, cloth.dark, 0.1)
      );
      ctx.fill();
      ctx.strokeStyle = alpha(cloth.dark, 0.35);
      ctx.lineWidth = 2;
      ctx.stroke();
    });
  }
}
function lapels(ctx, sitter) {
  const { cloth, lamp } = sitter;
  for (const sign of [-1, 1]) {
    layer(ctx, () => {
      traceGarment(ctx, sitter, { neck: 92, drop: 320 });
      ctx.clip();
      ctx.beginPath();
      ctx.moveTo(sign * 92, 216);
      ctx.lineTo(sign * 20, 520);
      ctx.lineTo(sign * 400, 520);
      ctx.lineTo(sign * 400, 216);
      ctx.closePath();
      ctx.fillStyle = wash(ctx, [lamp * 260, 230], [-lamp * 260, 460], cloth.light, cloth.base, cloth.dark);
      ctx.fill();
      ctx.beginPath();
      ctx.moveTo(sign * 94, 222);
      ctx.lineTo(sign * 22, 520);
      ctx.lineTo(sign * 70, 470);
      ctx.lineTo(sign * 136, 372);
      ctx.lineTo(sign * 112, 356);
      ctx.lineTo(sign * 150, 322);
      ctx.closePath();
      ctx.fillStyle = mix(cloth.base, sign === lamp ? cloth.light : cloth.dark, 0.4);
      ctx.fill();
      ctx.strokeStyle = alpha(cloth.dark, 0.5);
      ctx.lineWidth = 2;
      ctx.stroke();
    });
  }
}

// src/products/talent/demo/portraits/head.ts
var EYE_LINE = -4;
var NOSE_BASE = 72;
var MOUTH_LINE = 112;
function tracePath(ctx, sitter, grow = 0) {
  const { cheek, jaw, chin, bottom } = sitter.face;
  const side = (sign) => sign * (1 - sign * sitter.turn / 420);
  const [r, l] = [side(1), side(-1)];
  const top = -178 - grow;
  const [c, j, h, b] = [cheek + grow, jaw + grow, chin + grow, bottom + grow];
  ctx.beginPath();
  ctx.moveTo(0, top);
  ctx.bezierCurveTo(74 * r, top, (c - 2) * r, -128, c * r, -46);
  ctx.bezierCurveTo((c + 3) * r, 2, (c - 1) * r, 36, (j + 10) * r, 74);
  ctx.bezierCurveTo((j + 1) * r, 112, (h + 26) * r, b - 12, h * r * 0.62, b - 3);
  ctx.bezierCurveTo(h * r * 0.3, b + 3, h * l * 0.3, b + 3, h * l * 0.62, b - 3);
  ctx.bezierCurveTo((h + 26) * l, b - 12, (j + 1) * l, 112, (j + 10) * l, 74);
  ctx.bezierCurveTo((c - 1) * l, 36, (c + 3) * l, 2, c * l, -46);
  ctx.bezierCurveTo((c - 2) * l, -128, 74 * l, top, 0, top);
  ctx.closePath();
}
function paintNeck(ctx, sitter) {
  const { skin, lamp, traits } = sitter;
  const wide = traits.feminine ? 58 : 72;
  const base = wash(ctx, [-90 * -lamp, 120], [90 * -lamp, 330], mix(skin.base, skin.shade, 0.25), skin.shade);
  layer(ctx, () => {
    ctx.fillStyle = base;
    ctx.beginPath();
    ctx.moveTo(-wide, 80);
    ctx.bezierCurveTo(-wide, 190, -wide - 6, 216, -wide - 62, 248);
    ctx.bezierCurveTo(-190, 276, -240, 330, -250, 460);
    ctx.lineTo(250, 460);
    ctx.bezierCurveTo(240, 330, 190, 276, wide + 62, 248);
    ctx.bezierCurveTo(wide + 6, 216, wide, 190, wide, 80);
    ctx.closePath();
    ctx.fill();
    ctx.clip();
    touch(ctx, -lamp * 4, 166, wide * 1.6, 66, skin.deep, 0.85);
    touch(ctx, -lamp * wide, 200, 60, 150, skin.deep, 0.55);
    touch(ctx, lamp * wide * 0.55, 220, 34, 110, skin.light, 0.55);
    touch(ctx, lamp * 66, 292, 90, 22, skin.light, 0.5);
    touch(ctx, -lamp * 66, 294, 90, 18, skin.base, 0.5);
    touch(ctx, 0, 286, 16, 26, skin.deep, 0.4);
  });
}
function paintEars(ctx, sitter) {
  const { skin, face, lamp, turn } = sitter;
  for (const sign of [-1, 1]) {
    const hidden = sign * turn > 0 ? 0.72 : 1.08;
    const lit = sign === lamp;
    layer(ctx, () => {
      ctx.translate(sign * (face.cheek - 3) * (1 - sign * turn / 420), 2);
      ctx.scale(sign * hidden, 1);
      ctx.fillStyle = wash(ctx, [0, -40], [10, 50], lit ? skin.light : skin.base, lit ? skin.base : skin.shade);
      ctx.beginPath();
      ctx.moveTo(-4, -32);
      ctx.bezierCurveTo(16, -46, 30, -24, 25, 4);
      ctx.bezierCurveTo(22, 26, 14, 30, 12, 44);
      ctx.bezierCurveTo(8, 56, -4, 50, -6, 40);
      ctx.closePath();
      ctx.fill();
      ctx.clip();
      touch(ctx, 8, 2, 10, 28, skin.deep, 0.55);
      touch(ctx, 20, -20, 8, 18, lit ? skin.glow : skin.light, 0.5);
    });
  }
}
function paintFace(ctx, sitter) {
  const { skin, lamp, face, turn } = sitter;
  tracePath(ctx, sitter);
  layer(ctx, () => {
    ctx.fillStyle = wash(
      ctx,
      [lamp * face.cheek, -120],
      [-lamp * face.cheek, 130],
      mix(skin.light, skin.base, 0.35),
      skin.base,
      mix(skin.base, skin.shade, 0.75)
    );
    ctx.fill();
    ctx.clip();
    touch(ctx, -lamp * (face.cheek + 8), 10, 92, 230, skin.deep, 0.62);
    touch(ctx, -lamp * 84, 72, 44, 66, skin.shade, 0.75);
    touch(ctx, lamp * 100, 82, 36, 60, skin.shade, 0.4);
    touch(ctx, 0, face.bottom + 8, 110, 40, skin.shade, 0.55);
    touch(ctx, 0, -178, 150, 60, skin.shade, 0.4);
    touch(ctx, lamp * 30 + turn, -92, 84, 58, skin.light, 0.62);
    touch(ctx, lamp * 38 + turn, -100, 40, 30, skin.glow, 0.34);
    touch(ctx, lamp * 70 + turn * 0.6, 34, 46, 32, skin.light, 0.7);
    touch(ctx, lamp * 74 + turn * 0.6, 28, 24, 15, skin.glow, 0.42);
    touch(ctx, -lamp * 62 + turn * 0.6, 34, 38, 26, skin.light, 0.38);
    touch(ctx, turn + lamp * 4, face.bottom - 20, 30, 18, skin.light, 0.5);
    touch(ctx, lamp * 66 + turn, 52, 46, 34, skin.lips, 0.22);
    touch(ctx, -lamp * 60 + turn, 52, 42, 34, skin.lips, 0.22);
    paintSockets(ctx, sitter);
    if (sitter.traits.age === "senior") paintAge(ctx, sitter);
  });
}
function paintSockets(ctx, { skin, turn, lamp }) {
  for (const sign of [-1, 1]) {
    touch(ctx, sign * 54 + turn * 0.7, EYE_LINE - 10, 46, 27, skin.shade, sign === lamp ? 0.5 : 0.72);
    touch(ctx, sign * 28 + turn, EYE_LINE - 8, 18, 26, skin.shade, sign === lamp ? 0.4 : 0.75);
    touch(ctx, sign * 56 + turn * 0.7, EYE_LINE + 25, 34, 9, skin.shade, 0.35);
  }
}
function paintAge(ctx, { skin, turn }) {
  layer(ctx, () => {
    ctx.lineCap = "round";
    ctx.strokeStyle = skin.shade;
    ctx.globalAlpha = 0.5;
    for (const sign of [-1, 1]) {
      ctx.lineWidth = 2.6;
      ctx.beginPath();
      ctx.moveTo(sign * 32 + turn, 64);
      ctx.quadraticCurveTo(sign * 52 + turn, 84, sign * 52 + turn * 0.8, 110);
      ctx.stroke();
      ctx.lineWidth = 1.8;
      for (const [rise, reach] of [
        [-8, 104],
        [0, 107],
        [9, 104]
      ]) {
        ctx.beginPath();
        ctx.moveTo(sign * 90 + turn * 0.5, EYE_LINE + 2 + rise * 0.4);
        ctx.lineTo(sign * reach + turn * 0.3, EYE_LINE + rise);
        ctx.stroke();
      }
    }
    ctx.lineWidth = 2;
    for (const y of [-92, -112]) {
      ctx.beginPath();
      ctx.moveTo(-48 + turn, y + 4);
      ctx.quadraticCurveTo(turn, y - 4, 48 + turn, y + 4);
      ctx.stroke();
    }
  });
}

// src/products/talent/demo/portraits/texture.ts
function cloud(ctx, sitter, region, smooth = 0) {
  const { hair, random, lamp } = sitter;
  layer(ctx, () => {
    ctx.translate(region.x, region.y);
    ctx.fillStyle = wash(
      ctx,
      [lamp * region.width, -region.height],
      [-lamp * region.width, region.height],
      mix(hair.base, hair.light, 0.3),
      hair.base,
      hair.dark
    );
    ctx.beginPath();
    ctx.ellipse(0, 0, region.width, region.height, 0, 0, Math.PI * 2);
    const bumps = Math.round((region.width + region.height) / 5);
    for (let i = 0; i < bumps * (1 - smooth); i++) {
      const angle = i / bumps * Math.PI * 2 + random() * 0.1;
      const radius = 9 + random() * 11;
      const [x, y] = [Math.cos(angle) * (region.width - 3), Math.sin(angle) * (region.height - 3)];
      ctx.moveTo(x + radius, y);
      ctx.arc(x, y, radius, 0, Math.PI * 2);
    }
    ctx.fill();
  });
  coils(ctx, sitter, { ...region, width: region.width + 6, height: region.height + 6 }, Math.round(region.width * region.height / 40));
}
function coils(ctx, { hair, random, lamp }, region, count) {
  layer(ctx, () => {
    ctx.lineCap = "round";
    for (let i = 0; i < count; i++) {
      const angle = random() * Math.PI * 2;
      const away = Math.sqrt(random());
      const [dx, dy] = [Math.cos(angle) * away, Math.sin(angle) * away];
      const lit = dx * lamp * 0.7 - dy * 0.7;
      ctx.strokeStyle = lit > random() - 0.3 ? alpha(hair.light, 0.2 + Math.max(0, lit) * 0.35) : alpha(hair.dark, 0.45);
      ctx.lineWidth = 1.4 + random() * 1.8;
      const start = random() * Math.PI * 2;
      ctx.beginPath();
      ctx.arc(region.x + dx * region.width, region.y + dy * region.height, 3 + random() * 6, start, start + 2.2 + random() * 2);
      ctx.stroke();
    }
  });
}
function flow(ctx, sitter, kind) {
  const { hair, random, lamp, turn } = sitter;
  if (kind === "rows") {
    rows(ctx, sitter);
    return;
  }
  ctx.lineCap = "round";
  for (let i = 0; i < 70; i++) {
    const share = i / 69 - 0.5;
    const lit = share * lamp > -0.1;
    ctx.strokeStyle = alpha(lit ? hair.light : hair.dark, 0.14 + random() * 0.3);
    ctx.lineWidth = 1.2 + random() * 2.6;
    ctx.beginPath();
    if (kind === "swept") {
      ctx.moveTo(-lamp * 70 + share * 60, -190 + Math.abs(share) * 40);
      ctx.bezierCurveTo(share * 120, -230, lamp * 90 + share * 60, -190, lamp * (120 + share * 30), -60 - share * 120);
    } else if (kind === "parted") {
      const side = share < 0 ? -1 : 1;
      ctx.moveTo(turn, -206 + random() * 84);
      ctx.bezierCurveTo(side * 50, -180 + random() * 40, side * 104, -130, side * (112 + random() * 22), 80);
    } else {
      ctx.moveTo(share * 230 + turn * 0.5, -76 - (1 - Math.abs(share) * 2) * 54);
      ctx.quadraticCurveTo(share * 190, -160, share * 50 + turn, -206);
    }
    ctx.stroke();
  }
}
function rows(ctx, { hair, skin, turn, lamp }) {
  ctx.lineCap = "round";
  for (let i = -6; i <= 6; i++) {
    const [x, top] = [i * 20 + turn * 0.6, -212 + Math.abs(i) * 4];
    const trace = () => {
      ctx.beginPath();
      ctx.moveTo(x * 1.08, -104 + Math.abs(i) ** 2 * 1.4);
      ctx.quadraticCurveTo(x * 1.02, -165, x * 0.62, top);
    };
    trace();
    ctx.strokeStyle = alpha(mix(skin.shade, hair.base, 0.25), 0.9);
    ctx.lineWidth = 3.5;
    ctx.translate(10, 0);
    trace();
    ctx.stroke();
    ctx.translate(-10, 0);
    trace();
    ctx.setLineDash([6, 5]);
    ctx.strokeStyle = alpha(mix(hair.light, "#a58a80", 0.3), i * lamp > -2 ? 0.8 : 0.45);
    ctx.lineWidth = 7;
    ctx.lineCap = "butt";
    ctx.stroke();
    ctx.setLineDash([]);
    ctx.lineCap = "round";
  }
}
function strand(ctx, { hair, lamp }, { from, bend, to, width }) {
  layer(ctx, () => {
    const trace = (shift) => {
      ctx.beginPath();
      ctx.moveTo(from[0] + shift, from[1]);
      ctx.quadraticCurveTo(bend[0] + shift, bend[1], to[0] + shift, to[1]);
    };
    ctx.lineCap = "round";
    trace(0);
    ctx.strokeStyle = hair.dark;
    ctx.lineWidth = width;
    ctx.stroke();
    ctx.strokeStyle = hair.base;
    ctx.lineWidth = width * 0.72;
    ctx.stroke();
    ctx.lineCap = "butt";
    ctx.setLineDash([width * 0.42, width * 0.5]);
    trace(lamp * width * 0.14);
    ctx.strokeStyle = alpha(hair.light, 0.55);
    ctx.lineWidth = width * 0.4;
    ctx.stroke();
  });
}

// src/products/talent/demo/portraits/adornment.ts
function paintBeard(ctx, sitter) {
  const { traits, hair, turn, face } = sitter;
  const kind = traits.beard;
  if (!kind) return;
  const opacity = kind === "stubble" ? 0.34 : kind === "short" ? 0.78 : 0.94;
  layer(ctx, () => {
    tracePath(ctx, sitter, kind === "full" ? 12 : kind === "stubble" ? 0 : 4);
    ctx.clip();
    if (kind === "goatee" || kind === "moustache") return;
    traceBeard(ctx, sitter);
    ctx.fillStyle = wash(ctx, [0, 0], [0, 80], alpha(hair.base, 0), alpha(hair.base, opacity));
    ctx.fill("evenodd");
    ctx.clip("evenodd");
    if (kind !== "stubble") coils(ctx, sitter, { x: turn * 0.5, y: 118, width: 118, height: 84 }, kind === "full" ? 330 : 200);
    touch(ctx, -sitter.lamp * 90, 120, 70, 90, hair.dark, 0.5);
  });
  if (kind === "goatee") {
    layer(ctx, () => {
      ctx.fillStyle = alpha(hair.base, 0.86);
      ctx.beginPath();
      ctx.ellipse(turn, face.bottom - 14, 34, 25, 0, 0, Math.PI * 2);
      ctx.fill();
      ctx.clip();
      coils(ctx, sitter, { x: turn, y: face.bottom - 12, width: 36, height: 28 }, 60);
    });
  }
  const strength = kind === "stubble" ? 0.34 : 0.86;
  const width = kind === "stubble" ? 13 : 19;
  for (const sign of [-1, 1])
    brushLine(
      ctx,
      curve(turn + sign * -4, 92, turn + sign * 22, 88, turn + sign * 50, 94, turn + sign * 62, 126),
      width,
      alpha(hair.base, strength)
    );
}
function traceBeard(ctx, { face, turn }) {
  const wide = face.cheek + 20;
  ctx.beginPath();
  ctx.moveTo(-wide, -6);
  ctx.lineTo(-wide, 230);
  ctx.lineTo(wide, 230);
  ctx.lineTo(wide, -6);
  ctx.bezierCurveTo(face.cheek - 14, 40, face.cheek - 24, 78, 66 + turn, 92);
  ctx.bezierCurveTo(50 + turn, 80, 24 + turn, 82, turn, 84);
  ctx.bezierCurveTo(-24 + turn, 82, -50 + turn, 80, -66 + turn, 92);
  ctx.bezierCurveTo(-face.cheek + 24, 78, -face.cheek + 14, 40, -wide, -6);
  ctx.closePath();
  ctx.ellipse(turn * 1.05, MOUTH_LINE + 3, 50, 20, 0, 0, Math.PI * 2);
}
function paintGlasses(ctx, { traits, turn, face, lamp }) {
  if (!traits.glasses) return;
  const round = traits.glasses === "round";
  layer(ctx, () => {
    ctx.strokeStyle = round ? "#8a5a22" : "#1d1517";
    ctx.lineWidth = round ? 5 : 8;
    ctx.lineJoin = "round";
    for (const sign of [-1, 1]) {
      const [x, wide] = [sign * 57 + turn * 0.85, (round ? 41 : 45) * (1 - sign * turn / 260)];
      ctx.beginPath();
      if (round) ctx.ellipse(x, EYE_LINE + 1, wide, 40, 0, 0, Math.PI * 2);
      else ctx.roundRect(x - wide, EYE_LINE - 30, wide * 2, 62, 17);
      ctx.fillStyle = wash(
        ctx,
        [x - wide, -40],
        [x + wide, 40],
        "rgba(255,255,255,0.16)",
        "rgba(255,255,255,0.02)",
        "rgba(255,255,255,0.09)"
      );
      ctx.fill();
      ctx.stroke();
      ctx.beginPath();
      ctx.moveTo(x + sign * wide, EYE_LINE - 6);
      ctx.lineTo(sign * (face.cheek + 4), EYE_LINE - 10);
      ctx.stroke();
    }
    ctx.beginPath();
    ctx.moveTo(turn * 0.85 - 15, EYE_LINE - 4);
    ctx.quadraticCurveTo(turn * 0.95, EYE_LINE - 14, turn * 0.85 + 15, EYE_LINE - 4);
    ctx.stroke();
    for (const sign of [-1, 1]) paintGlint(ctx, sign * 57 + turn + lamp * 18);
  });
}
function paintGlint(ctx, x) {
  ctx.strokeStyle = "rgba(255,255,255,0.35)";
  ctx.lineWidth = 3;
  ctx.beginPath();
  ctx.moveTo(x - 8, EYE_LINE - 24);
  ctx.lineTo(x + 8, EYE_LINE - 8);
  ctx.stroke();
}
function paintJewels(ctx, sitter) {
  const { traits, face, turn, cloth } = sitter;
  const gold = "#e3ad45";
  if (!traits.earrings) return;
  for (const sign of [-1, 1]) {
    const x = sign * (face.cheek + 9) * (1 - sign * turn / 420);
    layer(ctx, () => {
      ctx.strokeStyle = wash(ctx, [x - 20, 40], [x + 20, 110], "#f9dd90", gold, "#8f5d17");
      ctx.fillStyle = wash(ctx, [x - 12, 44], [x + 12, 100], "#f9dd90", gold, "#8f5d17");
      ctx.lineWidth = 6;
      ctx.beginPath();
      if (traits.earrings === "hoops") {
        ctx.ellipse(x, 88, 22, 34, 0, 0, Math.PI * 2);
        ctx.stroke();
      } else if (traits.earrings === "studs") {
        ctx.arc(x - sign * 2, 50, 8, 0, Math.PI * 2);
        ctx.fill();
      } else if (traits.earrings === "drops") {
        ctx.moveTo(x, 48);
        ctx.bezierCurveTo(x + 18, 84, x + 12, 106, x, 106);
        ctx.bezierCurveTo(x - 12, 106, x - 18, 84, x, 48);
        ctx.fill();
      } else {
        for (const [index, y] of [54, 72, 92, 112].entries()) {
          ctx.fillStyle = index % 2 ? cloth.accent : mix(cloth.accent, "#fff3d8", 0.6);
          ctx.beginPath();
          ctx.arc(x, y, 8 + index, 0, Math.PI * 2);
          ctx.fill();
        }
      }
    });
  }
}

// src/products/talent/demo/portraits/features.ts
function paintFeatures(ctx, sitter) {
  paintNose(ctx, sitter);
  paintMouth(ctx, sitter);
  for (const sign of [-1, 1]) {
    paintEye(ctx, sitter, sign);
    paintBrow(ctx, sitter, sign);
  }
}
function atEye(ctx, { turn, own }, sign, paint) {
  layer(ctx, () => {
    ctx.translate(sign * (55 + own.apart) + turn * 0.75, EYE_LINE);
    ctx.scale(sign * own.eye * (1 - sign * turn / 200), own.eye);
    paint();
  });
}
function paintEye(ctx, sitter, sign) {
  const { skin, traits } = sitter;
  const open = traits.smile ? 12.5 : 14.5;
  const tilt = traits.feminine ? -4 : -2;
  atEye(ctx, sitter, sign, () => {
    const almond = () => {
      ctx.beginPath();
      ctx.moveTo(-31, 5);
      ctx.bezierCurveTo(-20, -open, 12, -open - 5, 32, tilt);
      ctx.bezierCurveTo(18, open * 0.72, -14, open * 0.9, -31, 5);
      ctx.closePath();
    };
    almond();
    layer(ctx, () => {
      ctx.fillStyle = wash(ctx, [0, -14], [0, 14], mix("#efe6dc", skin.shade, 0.38), mix("#f6efe6", skin.base, 0.1));
      ctx.fill();
      ctx.clip();
      paintIris(ctx, sitter, sign);
      touch(ctx, 0, -open - 2, 40, 11, "#1a0f10", 0.6);
    });
    brushLine(ctx, curve(-33, 6, -20, -open - 2, 12, -open - 8, 35, tilt - 1), traits.feminine ? 7 : 5.5, "#1b1011");
    brushLine(ctx, curve(-22, 9, -8, open * 0.95, 14, open * 0.7, 31, tilt + 2), 2.2, alpha(skin.deep, 0.55));
    brushLine(ctx, curve(-30, -6, -18, -open - 13, 12, -open - 17, 34, tilt - 11), 3, alpha(skin.deep, 0.6));
    if (traits.feminine) {
      brushLine(ctx, curve(22, -9, 30, -9, 37, -11, 43, -17), 4.5, "#1b1011");
      brushLine(ctx, curve(28, -5, 35, -6, 40, -7, 45, -11), 3.5, "#1b1011");
    }
  });
}
function paintIris(ctx, { lamp }, sign) {
  const radius = 12.4;
  const iris = ctx.createRadialGradient(1, 2, 2, 1, -2, radius);
  iris.addColorStop(0, "#5c3620");
  iris.addColorStop(0.7, "#33190f");
  iris.addColorStop(1, "#160a08");
  ctx.fillStyle = iris;
  ctx.beginPath();
  ctx.arc(1, -2, radius, 0, Math.PI * 2);
  ctx.fill();
  ctx.fillStyle = "#0b0606";
  ctx.beginPath();
  ctx.arc(1, -2, 5.4, 0, Math.PI * 2);
  ctx.fill();
  ctx.fillStyle = "rgba(255,250,240,0.92)";
  ctx.beginPath();
  ctx.arc(1 + lamp * sign * 4, -6.4, 3.1, 0, Math.PI * 2);
  ctx.fill();
}
function paintBrow(ctx, sitter, sign) {
  const { traits, hair, skin, own } = sitter;
  const thick = traits.feminine ? 8.5 : 13;
  const color = mix(traits.hairColor === "grey" ? "#77706b" : hair.dark, skin.deep, 0.35);
  const lift = traits.smile ? -3 : 0;
  atEye(ctx, sitter, sign, () => {
    brushLine(
      ctx,
      curve(-32, -27 + lift, -16, -41 + lift - own.arch * 0.4, 14, -45 + lift - own.arch, 43, -27 + lift),
      thick,
      alpha(color, 0.92)
    );
    brushLine(ctx, curve(-36, -22 + lift, -30, -31 + lift, -20, -36 + lift, -4, -38 + lift), thick * 0.9, alpha(color, 0.7));
  });
}
function paintNose(ctx, sitter) {
  const { skin, lamp, turn, traits, own } = sitter;
  const tip = NOSE_BASE + own.nose;
  const wing = traits.nose === "wide" ? 33 : traits.nose === "narrow" ? 24 : 28;
  const x = turn * 1.25;
  touch(ctx, x - lamp * 17, 34, 17, 50, skin.shade, 0.72);
  touch(ctx, x - lamp * wing * 0.8, tip - 8, 20, 20, skin.shade, 0.8);
  touch(ctx, x + lamp * 3, 18, 9, 52, skin.light, 0.75);
  touch(ctx, x + lamp * 2, tip - 18, 17, 14, skin.light, 0.8);
  touch(ctx, x + lamp * 4, tip - 21, 8, 7, skin.glow, 0.8);
  touch(ctx, x, tip + 10, 36, 11, skin.deep, 0.5);
  const line = alpha(skin.deep, 0.85);
  for (const sign of [-1, 1]) {
    brushLine(
      ctx,
      curve(x + sign * wing, tip - 18, x + sign * (wing + 9), tip - 6, x + sign * (wing + 5), tip + 5, x + sign * (wing - 8), tip + 2),
      4.6,
      alpha(skin.deep, 0.6)
    );
    brushLine(
      ctx,
      curve(x + sign * (wing - 5), tip + 2, x + sign * (wing - 11), tip - 5, x + sign * 10, tip - 3, x + sign * 6, tip + 5),
      6.5,
      line
    );
  }
  brushLine(ctx, curve(x - 9, tip + 5, x - 4, tip + 9, x + 4, tip + 9, x + 9, tip + 5), 3, alpha(skin.deep, 0.6));
}
function paintMouth(ctx, sitter) {
  const { skin, traits, turn, lamp, own } = sitter;
  const x = turn * 1.05;
  const wide = (traits.smile ? 51 : 45) + own.mouth;
  const corner = traits.smile ? -7 : -1;
  const full = traits.lips === "full" ? 1.2 : traits.lips === "thin" ? 0.78 : 1;
  const color = traits.lipstick ?? (traits.feminine ? mix(skin.lips, "#8e2f3c", 0.3) : mix(skin.lips, skin.shade, 0.35));
  layer(ctx, () => {
    ctx.translate(x, MOUTH_LINE);
    ctx.fillStyle = wash(ctx, [0, -16 * full], [0, 4], mix(color, skin.deep, 0.2), mix(color, skin.deep, 0.5));
    ctx.beginPath();
    ctx.moveTo(-wide, corner);
    ctx.bezierCurveTo(-wide * 0.6, -8 * full, -16, -18 * full, -7, -16 * full);
    ctx.quadraticCurveTo(0, -12 * full, 7, -16 * full);
    ctx.bezierCurveTo(16, -18 * full, wide * 0.6, -8 * full, wide, corner);
    ctx.bezierCurveTo(wide * 0.5, 6 - corner * 0.4, -wide * 0.5, 6 - corner * 0.4, -wide, corner);
    ctx.fill();
    ctx.fillStyle = wash(ctx, [0, 0], [0, 22 * full], mix(color, skin.light, 0.14), mix(color, skin.deep, 0.3));
    ctx.beginPath();
    ctx.moveTo(-wide * 0.94, corner + 1);
    ctx.bezierCurveTo(-wide * 0.5, 4 - corner * 0.4, wide * 0.5, 4 - corner * 0.4, wide * 0.94, corner + 1);
    ctx.bezierCurveTo(wide * 0.55, 27 * full, -wide * 0.55, 27 * full, -wide * 0.94, corner + 1);
    ctx.fill();
    touch(ctx, lamp * 8, 11 * full, 22, 5.5, mix(skin.glow, "#ffffff", 0.25), 0.42);
    touch(ctx, 0, 29 * full, 34, 9, skin.deep, 0.42);
    const seam = traits.smile ? 7 : 4;
    brushLine(
      ctx,
      curve(-wide - 3, corner - 1, -wide * 0.45, seam, wide * 0.45, seam, wide + 3, corner - 1),
      4.4,
      mix(skin.deep, "#120607", 0.4)
    );
    for (const sign of [-1, 1]) touch(ctx, sign * (wide + 4), corner, 10, 8, skin.deep, 0.34);
  });
  if (!traits.smile) return;
  for (const sign of [-1, 1]) {
    touch(ctx, x + sign * 60, 92, 12, 26, skin.deep, 0.24);
    touch(ctx, x + sign * 76, 62, 26, 20, skin.light, 0.35);
  }
}

// src/products/talent/demo/portraits/cap.ts
function cap(ctx, sitter, options) {
  const { hair, lamp, turn } = sitter;
  layer(ctx, () => {
    traceCap(ctx, sitter, options);
    ctx.fillStyle = wash(ctx, [lamp * 140, -220], [-lamp * 140, 40], mix(hair.base, hair.light, 0.35), hair.base, hair.dark);
    ctx.fill();
    ctx.clip();
    if (options.texture === "coils") coils(ctx, sitter, { x: 0, y: -120, width: 175, height: 120 }, 520);
    else flow(ctx, sitter, options.texture);
    touch(ctx, lamp * 54 + turn, -168, 74, 40, hair.light, 0.5);
    touch(ctx, -lamp * 120, -70, 60, 110, hair.dark, 0.7);
  });
  layer(ctx, () => {
    tracePath(ctx, sitter);
    ctx.clip();
    traceCap(ctx, sitter, options);
    ctx.rect(-400, -400, 800, 800);
    ctx.clip("evenodd");
    ctx.shadowColor = hair.base;
    ctx.shadowBlur = 13;
    traceCap(ctx, sitter, options);
    ctx.fillStyle = hair.base;
    ctx.fill();
  });
}
function traceCap(ctx, sitter, { rise, hairline, fringe, low = 8 }) {
  const { face, turn } = sitter;
  const outer = face.cheek + Math.min(rise, 16) * 0.6;
  const inner = face.cheek - 13;
  const x = turn * 0.8;
  ctx.beginPath();
  const peak = -183 - rise;
  ctx.moveTo(-inner - 8, low);
  ctx.bezierCurveTo(-outer - 2, low - 14, -outer, -50, -outer - rise * 0.3, -86);
  ctx.bezierCurveTo(-outer - rise * 0.35, -150, -outer * 0.62, peak, 0, peak);
  ctx.bezierCurveTo(outer * 0.62, peak, outer + rise * 0.35, -150, outer + rise * 0.3, -86);
  ctx.bezierCurveTo(outer, -50, outer + 2, low - 14, inner + 8, low);
  ctx.bezierCurveTo(inner + 4, -36, inner - 4, -62, inner - 14, -76);
  ctx.bezierCurveTo(inner - 26, -96, 62 + x, hairline + 14, 44 + x, hairline + 2);
  if (fringe) for (let i = 2; i >= -2; i--) ctx.quadraticCurveTo(i * 22 + 11 + x, hairline + 26, i * 22 + x - 4, hairline + 4);
  else ctx.bezierCurveTo(20 + x, hairline - 7, -20 + x, hairline - 7, -44 + x, hairline + 2);
  ctx.bezierCurveTo(-62 + x, hairline + 14, -inner + 26, -96, -inner + 14, -76);
  ctx.bezierCurveTo(-inner + 4, -62, -inner - 4, -36, -inner - 8, low);
  ctx.closePath();
}

// src/products/talent/demo/portraits/cloth.ts
var accentWash = (ctx, { cloth, lamp }) => wash(ctx, [lamp * 150, -240], [-lamp * 150, 160], mix(cloth.accent, "#fff3dd", 0.24), cloth.accent, mix(cloth.accent, "#160c1c", 0.48));
function fold(ctx, { cloth }, points, width) {
  const moved = (shift) => points.map(([x, y]) => [x + shift, y]);
  for (const grow of [2.6, 1.5, 0.7]) brushLine(ctx, points, width * grow, alpha(mix(cloth.accent, "#160c1c", 0.6), 0.17));
  brushLine(ctx, moved(-width * 1.1), width * 0.9, alpha(mix(cloth.accent, "#fff6e6", 0.45), 0.4));
}

// src/products/talent/demo/portraits/wraps.ts
function paintGele(ctx, sitter) {
  const { turn, lamp, cloth } = sitter;
  const lean = lamp * 30;
  const pleats = 13;
  layer(ctx, () => {
    ctx.fillStyle = accentWash(ctx, sitter);
    ctx.beginPath();
    ctx.ellipse(turn + lean * 0.4, -188, 148, 84, 0, 0, Math.PI * 2);
    ctx.fill();
  });
  for (let i = 0; i < pleats; i++) {
    const share = i / (pleats - 1) - 0.5;
    const [x, y] = [lean + share * 400, -306 + share * share * 400 + i % 2 * 12];
    layer(ctx, () => {
      ctx.beginPath();
      ctx.moveTo(share * 200 + turn, -112);
      ctx.bezierCurveTo(share * 330, -170, x - 40, y + 40, x - 26, y);
      ctx.quadraticCurveTo(x + 18, y - 26, x + 46, y + 12);
      ctx.bezierCurveTo(x + 44, y + 70, share * 320 + 50, -160, share * 200 + 34 + turn, -108);
      ctx.closePath();
      ctx.fillStyle = wash(
        ctx,
        [x - 40, y],
        [x + 60, y + 40],
        mix(cloth.accent, "#fff3dd", 0.34),
        cloth.accent,
        mix(cloth.accent, "#160c1c", 0.5)
      );
      ctx.fill();
      ctx.strokeStyle = alpha(mix(cloth.accent, "#fff8ea", 0.7), 0.55);
      ctx.lineWidth = 2.4;
      ctx.stroke();
    });
  }
  band(ctx, sitter, -176, -92, 10);
  band(ctx, sitter, -150, -78, -12);
}
function band(ctx, sitter, top, bottom, slant) {
  const { face, turn } = sitter;
  const wide = face.cheek + 12;
  layer(ctx, () => {
    ctx.beginPath();
    ctx.moveTo(-wide, bottom + 26 + slant);
    ctx.bezierCurveTo(-wide * 0.7, bottom - 22 + slant, wide * 0.5 + turn, bottom - 26 - slant, wide, bottom + 22 - slant);
    ctx.bezierCurveTo(wide + 8, (top + bottom) / 2, wide * 0.8, top + 8 - slant, wide * 0.5, top - 14 - slant);
    ctx.bezierCurveTo(0, top - 36, -wide * 0.7, top - 16 + slant, -wide - 2, (top + bottom) / 2 + slant);
    ctx.closePath();
    ctx.fillStyle = accentWash(ctx, sitter);
    ctx.fill();
    ctx.clip();
    for (const share of [0.3, 0.55, 0.8]) {
      const y = bottom + (top - bottom) * share;
      fold(ctx, sitter, curve(-wide, y + 30 + slant, -wide * 0.5, y - 10 + slant, wide * 0.5, y - 14 - slant, wide, y + 24 - slant), 5);
    }
  });
}
function paintHeadwrap(ctx, sitter) {
  const { turn, lamp, cloth } = sitter;
  layer(ctx, () => {
    ctx.beginPath();
    ctx.ellipse(turn - lamp * 12, -186, 146, 112, -0.12 * lamp, 0, Math.PI * 2);
    ctx.fillStyle = accentWash(ctx, sitter);
    ctx.fill();
    ctx.clip();
    for (let i = 0; i < 7; i++)
      fold(ctx, sitter, curve(-150 + i * 44, -100, -130 + i * 40, -200, -40 + i * 14, -270, turn + lamp * 40, -300), 8);
    ctx.fillStyle = alpha(mix(cloth.accent, "#fff6e0", 0.6), 0.75);
    for (let i = 0; i < 26; i++) {
      const angle = sitter.random() * Math.PI * 2;
      ctx.beginPath();
      ctx.arc(turn + Math.cos(angle) * 130 * sitter.random(), -190 + Math.sin(angle) * 96 * sitter.random(), 6, 0, Math.PI * 2);
      ctx.fill();
    }
  });
  layer(ctx, () => {
    ctx.translate(turn + lamp * 62, -246);
    ctx.fillStyle = accentWash(ctx, sitter);
    for (const angle of [-0.9, -0.2, 0.6]) {
      ctx.beginPath();
      ctx.ellipse(Math.sin(angle) * 40, -Math.cos(angle) * 30, 26, 46, angle, 0, Math.PI * 2);
      ctx.fill();
      ctx.strokeStyle = alpha("#160c1c", 0.25);
      ctx.lineWidth = 3;
      ctx.stroke();
    }
  });
  band(ctx, sitter, -158, -88, lamp * 8);
}
function paintTurban(ctx, sitter) {
  const { lamp, turn, cloth } = sitter;
  layer(ctx, () => {
    ctx.beginPath();
    ctx.ellipse(turn - lamp * 8, -164, 148, 92, 0, 0, Math.PI * 2);
    ctx.fillStyle = accentWash(ctx, sitter);
    ctx.fill();
    ctx.clip();
    for (let i = 0; i < 8; i++) {
      const y = -262 + i * 24;
      const slant = (i % 2 ? 30 : -34) * lamp;
      fold(ctx, sitter, curve(-160, y + 46 + slant, -70, y - 6 + slant * 0.5, 70, y - 6 - slant * 0.5, 160, y + 46 - slant), 8);
    }
    touch(ctx, lamp * 60, -220, 90, 50, "#fff6e6", 0.3);
    touch(ctx, -lamp * 120, -120, 80, 90, mix(cloth.accent, "#160c1c", 0.7), 0.55);
  });
  band(ctx, sitter, -160, -84, lamp * 10);
  touch(ctx, turn, -92, 96, 14, sitter.skin.deep, 0.45);
}
function paintCap(ctx, sitter) {
  const { face, turn, cloth } = sitter;
  cap(ctx, sitter, { rise: 6, hairline: -116, texture: "coils" });
  const wide = face.cheek + 6;
  layer(ctx, () => {
    ctx.beginPath();
    ctx.moveTo(-wide, -96);
    ctx.bezierCurveTo(-wide - 4, -170, -wide + 20, -232, 0 + turn, -236);
    ctx.bezierCurveTo(wide - 20, -232, wide + 4, -170, wide, -96);
    ctx.bezierCurveTo(wide * 0.5, -134, -wide * 0.5, -134, -wide, -96);
    ctx.fillStyle = accentWash(ctx, sitter);
    ctx.fill();
    ctx.clip();
    ctx.strokeStyle = alpha(mix(cloth.accent, "#fff3d8", 0.75), 0.8);
    ctx.lineWidth = 4;
    for (const rise of [0, 34]) {
      ctx.beginPath();
      ctx.moveTo(-wide, -104 - rise);
      ctx.bezierCurveTo(-wide * 0.5, -142 - rise, wide * 0.5, -142 - rise, wide, -104 - rise);
      ctx.stroke();
    }
    ctx.lineWidth = 3;
    for (let i = -7; i <= 7; i++) {
      const [x, y] = [i * 17 + turn * 0.5, -150 + i * i / 1.9];
      ctx.beginPath();
      ctx.moveTo(x, y - 9);
      ctx.lineTo(x + 7, y + 2);
      ctx.lineTo(x, y + 13);
      ctx.lineTo(x - 7, y + 2);
      ctx.closePath();
      ctx.stroke();
    }
  });
  touch(ctx, turn, -100, 100, 12, sitter.skin.deep, 0.4);
}

// src/products/talent/demo/portraits/headwear.ts
function paintHeadwearBehind(ctx, sitter) {
  const { hair } = sitter.traits;
  if (hair === "hijab" || hair === "veil") drape(ctx, sitter, hair === "veil" ? 196 : 150);
}
function paintHeadwear(ctx, sitter) {
  const painters = {
    hijab: paintHijab,
    veil: paintVeil,
    gele: paintGele,
    headwrap: paintHeadwrap,
    turban: paintTurban,
    cap: paintCap
  };
  painters[sitter.traits.hair]?.(ctx, sitter);
}
function drape(ctx, sitter, wide) {
  layer(ctx, () => {
    ctx.fillStyle = accentWash(ctx, sitter);
    ctx.beginPath();
    ctx.moveTo(0, -222);
    ctx.bezierCurveTo(120, -222, wide, -120, wide - 6, 0);
    ctx.bezierCurveTo(wide, 120, wide + 60, 220, wide + 80, 460);
    ctx.lineTo(-wide - 80, 460);
    ctx.bezierCurveTo(-wide - 60, 220, -wide, 120, -wide + 6, 0);
    ctx.bezierCurveTo(-wide, -120, -120, -222, 0, -222);
    ctx.fill();
  });
}
function paintHijab(ctx, sitter) {
  const { face, turn, lamp, cloth } = sitter;
  const inner = face.cheek - 9;
  layer(ctx, () => {
    ctx.beginPath();
    ctx.moveTo(0, -212);
    ctx.bezierCurveTo(96, -212, 150, -130, 150, -20);
    ctx.bezierCurveTo(150, 90, 150, 160, 210, 230);
    ctx.bezierCurveTo(120, 330, -120, 330, -210, 230);
    ctx.bezierCurveTo(-150, 160, -150, 90, -150, -20);
    ctx.bezierCurveTo(-150, -130, -96, -212, 0, -212);
    const x = turn * 0.6;
    ctx.moveTo(x, -128);
    ctx.bezierCurveTo(-70 + x, -128, -inner, -84, -inner + x * 0.4, -10);
    ctx.bezierCurveTo(-inner + 4, 92, -62, face.bottom + 9, x, face.bottom + 9);
    ctx.bezierCurveTo(62, face.bottom + 9, inner - 4, 92, inner + x * 0.4, -10);
    ctx.bezierCurveTo(inner, -84, 70 + x, -128, x, -128);
    ctx.closePath();
    ctx.fillStyle = accentWash(ctx, sitter);
    ctx.fill("evenodd");
    ctx.clip("evenodd");
    touch(ctx, -lamp * 140, 20, 80, 240, mix(cloth.accent, "#160c1c", 0.7), 0.5);
    touch(ctx, lamp * 70, -180, 80, 46, "#fff6e6", 0.26);
    for (const [a, b, c, d] of [
      [-118, -140, -96, -60],
      [122, 140, 104, 30]
    ])
      fold(ctx, sitter, curve(a * 0.55, -196, a, -120, b, 20, c * 1.2, 150 + d), 9);
    fold(ctx, sitter, curve(-126, 60, -96, 170, -30, 206, 40, 226), 10);
    fold(ctx, sitter, curve(132, 70, 110, 170, 60, 210, -40, 250), 12);
    fold(ctx, sitter, curve(110, 120, 70, 200, -20, 236, -150, 246), 9);
    fold(ctx, sitter, curve(-140, 120, -110, 200, -70, 250, 20, 286), 9);
  });
  touch(ctx, turn * 0.6, -122, 96, 16, sitter.skin.deep, 0.5);
}
function paintVeil(ctx, sitter) {
  const { cloth } = sitter;
  cap(ctx, sitter, { rise: 12, hairline: -118, texture: "parted", low: 10 });
  layer(ctx, () => {
    ctx.beginPath();
    ctx.moveTo(0, -226);
    ctx.bezierCurveTo(112, -226, 178, -130, 182, 0);
    ctx.bezierCurveTo(186, 130, 230, 190, 276, 300);
    ctx.lineTo(150, 420);
    ctx.bezierCurveTo(170, 250, 120, 160, 128, 20);
    ctx.bezierCurveTo(132, -90, 74, -158, 0, -160);
    ctx.bezierCurveTo(-74, -158, -132, -90, -128, 20);
    ctx.bezierCurveTo(-120, 160, -170, 250, -110, 420);
    ctx.lineTo(-276, 300);
    ctx.bezierCurveTo(-230, 190, -186, 130, -182, 0);
    ctx.bezierCurveTo(-178, -130, -112, -226, 0, -226);
    ctx.fillStyle = accentWash(ctx, sitter);
    ctx.fill();
    ctx.clip();
    fold(ctx, sitter, curve(-60, -214, -160, -120, -150, 60, -180, 320), 10);
    fold(ctx, sitter, curve(60, -214, 166, -120, 150, 60, 200, 320), 10);
    fold(ctx, sitter, curve(20, -200, 130, -150, 146, -20, 160, 200), 6);
    ctx.strokeStyle = cloth.light;
    ctx.lineWidth = 5;
    ctx.setLineDash([10, 7]);
    ctx.beginPath();
    ctx.moveTo(124, 60);
    ctx.bezierCurveTo(134, -90, 74, -152, 0, -153);
    ctx.bezierCurveTo(-74, -152, -134, -90, -124, 60);
    ctx.stroke();
  });
}

// src/products/talent/demo/portraits/hair.ts
var BEHIND = {
  afro: (ctx, s) => cloud(ctx, s, { x: 0, y: -92, width: 190, height: 172 }),
  curls: (ctx, s) => {
    if (!s.traits.feminine) return cloud(ctx, s, { x: 0, y: -112, width: 146, height: 112 });
    cloud(ctx, s, { x: 0, y: -60, width: 158, height: 150 });
    cloud(ctx, s, { x: -104, y: 70, width: 66, height: 120 });
    cloud(ctx, s, { x: 104, y: 70, width: 66, height: 120 });
  },
  puff: (ctx, s) => cloud(ctx, s, { x: s.turn, y: -232, width: 104, height: 84 }),
  bun: (ctx, s) => {
    cloud(ctx, s, { x: s.turn * 2, y: -206, width: 58, height: 46 }, 0.25);
  },
  waves: (ctx, s) => mane(ctx, s, 300),
  "box-braids": (ctx, s) => fall(ctx, s, { count: 26, width: 15, length: 380, spread: 172 }),
  locs: (ctx, s) => fall(ctx, s, { count: 17, width: 23, length: 235, spread: 168 })
};
var FRONT = {
  bald: (ctx, s) => {
    touch(ctx, s.lamp * 34 + s.turn, -140, 44, 24, s.skin.glow, 0.5);
    layer(ctx, () => {
      tracePath(ctx, s);
      ctx.clip();
      for (const sign of [-1, 1]) touch(ctx, sign * s.face.cheek, -60, 40, 70, s.hair.dark, 0.5);
    });
  },
  short: (ctx, s) => cap(ctx, s, { rise: 12, hairline: -122, texture: "coils" }),
  afro: (ctx, s) => cap(ctx, s, { rise: 34, hairline: -114, texture: "coils", low: -14 }),
  curls: (ctx, s) => cap(
    ctx,
    s,
    s.traits.feminine ? { rise: 40, hairline: -104, texture: "coils", fringe: true } : { rise: 26, hairline: -110, texture: "coils", low: 0 }
  ),
  puff: (ctx, s) => cap(ctx, s, { rise: 8, hairline: -124, texture: "back" }),
  bun: (ctx, s) => cap(ctx, s, { rise: 12, hairline: -122, texture: "parted" }),
  waves: (ctx, s) => cap(ctx, s, { rise: 30, hairline: -118, texture: "parted", low: 78 }),
  "side-part": (ctx, s) => quiff(ctx, s),
  cornrows: (ctx, s) => cap(ctx, s, { rise: 8, hairline: -124, texture: "rows" }),
  "box-braids": (ctx, s) => {
    cap(ctx, s, { rise: 16, hairline: -122, texture: "rows" });
    frontStrands(ctx, s, 15, 330);
  },
  locs: (ctx, s) => {
    cap(ctx, s, { rise: 26, hairline: -116, texture: "rows" });
    frontStrands(ctx, s, 22, 190);
  },
  hijab: paintHeadwear,
  gele: paintHeadwear,
  headwrap: paintHeadwear,
  turban: paintHeadwear,
  cap: paintHeadwear,
  veil: paintHeadwear
};
function paintHairBehind(ctx, sitter) {
  (BEHIND[sitter.traits.hair] ?? paintHeadwearBehind)(ctx, sitter);
}
function paintHairInFront(ctx, sitter) {
  FRONT[sitter.traits.hair](ctx, sitter);
}
function quiff(ctx, sitter) {
  const { lamp, turn } = sitter;
  cap(ctx, sitter, { rise: 14, hairline: -118, texture: "swept" });
  for (let i = 0; i < 9; i++) {
    const share = i / 8;
    const x = lamp * (-74 + share * 150) + turn;
    lock(
      ctx,
      sitter,
      [x - lamp * 16, -108 - Math.sin(share * Math.PI) * 12],
      [x - lamp * 36, -196 - Math.sin(share * Math.PI) * 34],
      [x + lamp * 34, -206 - Math.sin(share * Math.PI) * 20],
      [x + lamp * 44, -122 - Math.sin(share * Math.PI) * 40]
    );
  }
}
function lock(ctx, { hair, random }, from, rise, fall2, to) {
  brushLine(ctx, [from, rise, fall2, to], 40, hair.dark);
  brushLine(ctx, [from, rise, fall2, to], 32, hair.base);
  for (let i = 0; i < 4; i++) {
    const shift = (i - 1.5) * 6;
    brushLine(
      ctx,
      [
        [from[0] + shift, from[1]],
        [rise[0] + shift, rise[1]],
        [fall2[0] + shift, fall2[1] + shift],
        [to[0] + shift, to[1]]
      ],
      2 + random() * 2,
      alpha(hair.light, 0.3 + random() * 0.3)
    );
  }
}
function mane(ctx, { hair, random, lamp }, length) {
  layer(ctx, () => {
    ctx.fillStyle = wash(ctx, [lamp * 160, -160], [-lamp * 160, 240], mix(hair.base, hair.light, 0.3), hair.base, hair.dark);
    ctx.beginPath();
    ctx.moveTo(0, -214);
    ctx.bezierCurveTo(110, -214, 160, -120, 152, 0);
    ctx.bezierCurveTo(146, 90, 200, 150, 176, length);
    ctx.lineTo(-176, length);
    ctx.bezierCurveTo(-200, 150, -146, 90, -152, 0);
    ctx.bezierCurveTo(-160, -120, -110, -214, 0, -214);
    ctx.fill();
    ctx.clip();
    ctx.lineCap = "round";
    for (let i = 0; i < 60; i++) {
      const side = i % 2 ? 1 : -1;
      const x = side * (96 + random() * 70);
      ctx.strokeStyle = alpha(side === lamp ? hair.light : hair.dark, 0.15 + random() * 0.3);
      ctx.lineWidth = 1.5 + random() * 5;
      ctx.beginPath();
      ctx.moveTo(x * 0.8, -130);
      ctx.bezierCurveTo(x * 1.12, 0, x * 0.86, 90, x * (1 + random() * 0.2), length);
      ctx.stroke();
    }
  });
}
function fall(ctx, sitter, { count, width, length, spread }) {
  const { random } = sitter;
  cloud(ctx, sitter, { x: 0, y: -66, width: 128, height: 128 }, 1);
  for (let i = 0; i < count; i++) {
    const share = i / (count - 1) - 0.5;
    const x = share * 2 * spread * (0.9 + random() * 0.15);
    strand(ctx, sitter, {
      from: [share * 190, -150],
      bend: [x * 1.06, 10],
      to: [x * (0.98 + random() * 0.1), length - 150 + random() * 40 - Math.abs(share) * 60],
      width
    });
  }
}
function frontStrands(ctx, sitter, width, length) {
  const { face, random } = sitter;
  for (const sign of [-1, 1]) {
    for (let i = 0; i < 3; i++) {
      const x = sign * (face.cheek + 4 + i * width * 0.72);
      strand(ctx, sitter, {
        from: [sign * (66 + i * 10), -168 + i * 8],
        bend: [x + sign * 12, -40],
        to: [x + sign * (6 + random() * 8), length - 40 - i * 26],
        width
      });
    }
  }
}

// src/products/talent/demo/portraits/portraits.ts
import { createCanvas } from "@napi-rs/canvas";
var HAIR = {
  black: { base: "#1c1315", dark: "#0e090b", light: "#4a3536" },
  brown: { base: "#3a2219", dark: "#21120e", light: "#7a4c34" },
  auburn: { base: "#5a2c1c", dark: "#351710", light: "#a4603c" },
  grey: { base: "#8d8782", dark: "#5f5a57", light: "#c9c3bc" }
};
var FACES = {
  oval: { cheek: 122, jaw: 96, chin: 42, bottom: 172 },
  round: { cheek: 128, jaw: 106, chin: 50, bottom: 164 },
  long: { cheek: 116, jaw: 93, chin: 42, bottom: 182 },
  square: { cheek: 124, jaw: 110, chin: 56, bottom: 172 },
  heart: { cheek: 124, jaw: 90, chin: 34, bottom: 170 }
};
function sitterOf(traits) {
  const random = randomFrom(traits.seed);
  const skin = SKINS[traits.skin] ?? SKINS[3];
  if (!skin) throw new Error("no complexion");
  const lamp = random() < 0.6 ? -1 : 1;
  const face = FACES[traits.face];
  const slim = traits.feminine ? 0.95 : 1;
  return {
    traits,
    skin,
    random,
    lamp,
    turn: (6 + random() * 8) * (random() < 0.5 ? -1 : 1),
    face: {
      cheek: face.cheek * slim,
      jaw: face.jaw * slim * (traits.feminine ? 0.97 : 1),
      chin: face.chin * (traits.feminine ? 0.86 : 1),
      bottom: face.bottom
    },
    own: {
      eye: 0.95 + random() * 0.11,
      apart: (random() - 0.5) * 6,
      arch: (random() - 0.5) * 8,
      nose: (random() - 0.5) * 9,
      mouth: (random() - 0.5) * 8
    },
    hair: HAIR[traits.hairColor ?? "black"],
    cloth: {
      base: traits.cloth,
      dark: mix(traits.cloth, "#150d1c", 0.5),
      light: mix(traits.cloth, "#fff1dc", 0.28),
      accent: traits.accent
    }
  };
}

// src/zz-try.ts
var T = {};
var cpu = () => {
  const u = process.cpuUsage();
  return (u.user + u.system) / 1e3;
};
var tm = (k, f) => {
  const c = cpu();
  f();
  T[k] = (T[k] ?? 0) + cpu() - c;
};
for (const p of PEOPLE.filter((p2) => p2.portrait)) {
  const c = createCanvas2(800, 800);
  const x = c.getContext("2d");
  const s = sitterOf({ seed: p.email, ...p.portrait });
  tm("back", () => {
    paintBackdrop(x, s, 800);
    x.getImageData(0, 0, 1, 1);
  });
  x.save();
  x.translate(400, 372);
  x.scale(1.06, 1.06);
  tm("hairb", () => {
    paintHairBehind(x, s);
    x.getImageData(0, 0, 1, 1);
  });
  tm("neck", () => {
    paintNeck(x, s);
    x.getImageData(0, 0, 1, 1);
  });
  tm("clothes", () => {
    paintClothes(x, s);
    x.getImageData(0, 0, 1, 1);
  });
  tm("ears", () => {
    paintEars(x, s);
    x.getImageData(0, 0, 1, 1);
  });
  tm("face", () => {
    paintFace(x, s);
    x.getImageData(0, 0, 1, 1);
  });
  tm("feat", () => {
    paintFeatures(x, s);
    x.getImageData(0, 0, 1, 1);
  });
  tm("beard", () => {
    paintBeard(x, s);
    x.getImageData(0, 0, 1, 1);
  });
  tm("hairf", () => {
    paintHairInFront(x, s);
    x.getImageData(0, 0, 1, 1);
  });
  tm("jew", () => {
    paintJewels(x, s);
    paintGlasses(x, s);
    x.getImageData(0, 0, 1, 1);
  });
  x.restore();
  tm("finish", () => {
    paintFinish(x, s, 800);
    x.getImageData(0, 0, 1, 1);
  });
  tm("enc", () => {
    c.toBuffer("image/jpeg", 88);
  });
}
console.log(T, Object.values(T).reduce((a, b) => a + b, 0));
