/** People of Morocco and Mauritania. */
import type { DemoPerson } from '../person.ts';
import { HAMZA, ILYAS, NAWAL, SALMA, ZINEB } from '../resumes/maghreb.ts';

export const MOROCCO: readonly DemoPerson[] = [
  {
    email: 'salma.benjelloun@example.com', firstName: 'Salma', lastName: 'Benjelloun', gender: 'F', born: '1998-04-03', origin: 'MA', home: 'MA/RAB',
    language: 'fr', talents: ['designer-ui-ux', 'illustration', 'motion-design'], availability: 'disponible_maintenant', workTime: 'Temps partiel', workMode: 'a_distance',
    years: 4, rate: '2 800 MAD / jour', education: 'INBA, Tétouan, option design graphique (2020)', spoken: 'Arabe, français, anglais, espagnol',
    bio: 'Designer d’interface, je dessine d’abord au stylo, sur le terrain, avec les gens qui utiliseront l’écran. Mes derniers projets : une appli de covoiturage entre Salé et Témara, et les pictogrammes d’un hôpital de jour. Je refuse les menus à six niveaux.',
    phone: '+212 600 00 01 11', whatsapp: true, portfolio: 'https://salma-benjelloun.example', social: { behance: 'https://behance.net/salma-benjelloun-demo', linkedin: 'https://linkedin.com/in/salma-benjelloun-demo', instagram: 'https://instagram.com/salma.dessine.demo' },
    daysAgo: 1.2, resume: SALMA,
    portrait: { skin: 6, face: 'oval', feminine: true, hair: 'waves', hairColor: 'brown', clothes: 'blazer', cloth: '#7a2f45', accent: '#e9a94b', nose: 'narrow', smile: true, earrings: 'studs', backdrop: 1 },
  },
  {
    email: 'hamza.oulhaj@example.com', firstName: 'Hamza', lastName: 'Oulhaj', gender: 'M', born: '1991-12-21', origin: 'MA', home: 'MA/OUA',
    language: 'fr', talents: ['equitation', 'fantasia-tbourida', 'chutes-et-cascades-physiques', 'maniement-d-armes-factices'], availability: 'disponible_maintenant',
    workMode: 'sur_site', years: 9, rate: '4 000 MAD / jour, cheval non compris', spoken: 'Tachelhit, darija, anglais de plateau',
    bio: 'Cavalier de tbourida depuis l’âge de onze ans, cascadeur depuis mes vingt ans. J’ai chargé, chuté, brûlé et couru derrière des chars à Ouarzazate ; je règle aussi les chutes des autres, et je dis non quand le sol n’est pas prêt.',
    phone: '+212 600 00 01 12', whatsapp: true, portfolio: 'https://oulhaj-cascade.example/video', daysAgo: 12.4, resume: HAMZA,
    portrait: { skin: 5, face: 'long', feminine: false, hair: 'turban', beard: 'stubble', clothes: 'djellaba', cloth: '#d8cdb8', accent: '#2f5f9e', nose: 'narrow', backdrop: 6 },
  },
  {
    email: 'nawal.chraibi@example.com', firstName: 'Nawal', lastName: 'Chraïbi', gender: 'F', born: '1979-08-14', origin: 'MA', home: 'MA/MAR',
    language: 'fr', talents: ['artisanat-d-art', 'direction-artistique'], availability: 'projet_actuel', workMode: 'hybride', years: 20, rate: 'Forfait par décor',
    education: 'École supérieure d’architecture de Casablanca', spoken: 'Arabe, français, italien',
    bio: 'Cheffe décoratrice à Marrakech. Je connais par leur prénom les zelligeurs de Fès, les tanneurs de Bab Debbagh et le dernier dominotier de la médina. On me confie des palais en carton et des cuisines de 1956 ; je les rends habités.',
    phone: '+212 600 00 01 13', portfolio: 'https://nawal-chraibi.example/decors', website: 'https://nawal-chraibi.example', daysAgo: 47.7, resume: NAWAL,
    portrait: { skin: 7, face: 'square', feminine: true, hair: 'bun', hairColor: 'auburn', age: 'senior', glasses: 'square', clothes: 'kaftan', cloth: '#1f6f6b', accent: '#e3ad45', nose: 'medium', earrings: 'drops', backdrop: 0 },
  },
  {
    email: 'amina.bouazza@example.com', firstName: 'أمينة', lastName: 'بوعزة', gender: 'F', born: '1972-05-30', origin: 'MA', home: 'MA/FES',
    language: 'ar', talents: ['conte-traditionnel', 'oud', 'chant'], availability: 'disponible_prochainement', workMode: 'sur_site', years: 28, rate: '2 000 درهم للأمسية',
    spoken: 'العربية، الدارجة، الفرنسية',
    bio: 'حكواتية من فاس، ورثت حكايات جدتي ثم أضفت إليها حكايات الحافلات والأسواق. أروي للصغار في المدارس وللكبار في الرياضات القديمة، والعود يرافقني حين تصمت الكلمات. أعمل في السينما أيضاً صوتاً راوياً وجدّةً لا تنتهي قصصها.',
    phone: '+212 600 00 01 14', daysAgo: 66.9,
    portrait: { skin: 6, face: 'round', feminine: true, hair: 'hijab', age: 'senior', clothes: 'kaftan', cloth: '#5b2f6e', accent: '#efe2cf', nose: 'medium', smile: true, backdrop: 4 },
  },
  {
    email: 'ilyas.akhmouch@example.com', firstName: 'Ilyas', lastName: 'Akhmouch', gender: 'M', born: '2001-03-17', origin: 'MA', home: 'MA/AGA',
    language: 'fr', talents: ['surf', 'photographie', 'creation-de-contenu'], availability: 'disponible_maintenant', workTime: 'Flexible', workMode: 'flexible', years: 3,
    spoken: 'Tachelhit, darija, français, anglais',
    bio: 'Je surfe à Taghazout et je filme dans l’eau, au ras de la vague, là où les autres abandonnent leur caisson. Le reste du temps je fabrique des vidéos courtes pour des coopératives d’argan qui n’ont pas de service marketing, et c’est tant mieux.',
    phone: '+212 600 00 01 15', whatsapp: true, portfolio: 'https://ilyas-akhmouch.example', social: { instagram: 'https://instagram.com/ilyas.vagues.demo' }, daysAgo: 20.3, resume: ILYAS,
    portrait: { skin: 5, face: 'heart', feminine: false, hair: 'curls', hairColor: 'brown', age: 'young', clothes: 'tee', cloth: '#2d7d9a', accent: '#f2c14e', nose: 'narrow', smile: true, backdrop: 9 },
  },
  {
    email: 'zineb.lahlou@example.com', firstName: 'Zineb', lastName: 'Lahlou', gender: 'F', born: '1986-10-02', origin: 'MA', home: 'MA/TAN',
    language: 'fr', talents: ['traduction-et-interpretation', 'redaction-et-edition'], availability: 'disponible_maintenant', workMode: 'a_distance', years: 13,
    rate: '0,12 € le mot', education: 'École supérieure Roi Fahd de traduction, Tanger (2010)', spoken: 'Arabe, français, espagnol, anglais',
    bio: 'Traductrice et sous-titreuse à Tanger. Deux lignes, trente-sept signes, et pas une seconde de trop : je traduis des films comme on plie une chemise. J’interprète aussi sur les plateaux hispano-marocains, casque sur une oreille, ironie dans l’autre.',
    phone: '+212 600 00 01 16', website: 'https://zineb-lahlou.example', social: { linkedin: 'https://linkedin.com/in/zineb-lahlou-demo' }, daysAgo: 35.1, resume: ZINEB,
  },
  {
    email: 'rachid.amghar@example.com', firstName: 'Rachid', lastName: 'Amghar', gender: 'M', born: '1968-01-09', origin: 'MA', home: 'MA/TIN',
    language: 'fr', talents: ['guide-touristique', 'ahwach-et-ahidous', 'permis-b'], availability: 'disponible_maintenant', workMode: 'sur_site', years: 30,
    rate: '800 MAD / jour, mule comprise', spoken: 'Tamazight, darija, français, un peu d’allemand',
    bio: 'Guide de montagne à Tinghir, chef de troupe d’ahidous le samedi. J’accompagne les repérages dans les gorges du Todgha : je sais quelle piste tient après l’orage, qui prête un toit, et à quelle heure la falaise devient rose.',
    phone: '+212 600 00 01 17', daysAgo: 74.8,
    portrait: { skin: 5, face: 'square', feminine: false, hair: 'turban', hairColor: 'grey', beard: 'full', age: 'senior', clothes: 'djellaba', cloth: '#8a6a4a', accent: '#f2ead9', nose: 'medium', smile: true, backdrop: 0 },
  },
  {
    email: 'mariem.mint.sidi@example.com', firstName: 'مريم', lastName: 'منت سيدي', gender: 'F', born: '1995-06-06', origin: 'MR', home: 'MR/NOU',
    language: 'ar', talents: ['photographie', 'redaction-et-edition'], availability: 'disponible_prochainement', workMode: 'hybride', years: 5,
    spoken: 'الحسانية، العربية، الفرنسية',
    bio: 'مصوّرة من نواكشوط أوثّق أسواق الملاحف وقوارب الصيد عند الفجر. أكتب نصوص معارضي بنفسي، فالصورة عندي سؤال لا جواب. أعمل مع الجمعيات والصحف، وأفضّل الضوء الطبيعي على كل شيء.',
    phone: '+222 40 00 00 18', portfolio: 'https://mariem-photo.example', daysAgo: 25.6,
    portrait: { skin: 5, face: 'long', feminine: true, hair: 'veil', clothes: 'kaftan', cloth: '#c9506b', accent: '#d96a86', nose: 'narrow', earrings: 'drops', backdrop: 7 },
  },
];
