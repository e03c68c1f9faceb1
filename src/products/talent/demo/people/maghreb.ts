/** People of Tunisia, Algeria and Egypt. */
import type { DemoPerson } from '../person.ts';
import { INES, KAHINA, LYES, NIZAR, NOURHAN, OMAR } from '../resumes/maghreb.ts';

export const MAGHREB: readonly DemoPerson[] = [
  {
    email: 'ines.bensalah@example.com', firstName: 'Ines', lastName: 'Ben Salah', gender: 'F', born: '1999-09-12', origin: 'TN', home: 'TN/TUN',
    language: 'fr', talents: ['motion-design', 'animation-3d', 'illustration'], availability: 'disponible_maintenant', workMode: 'a_distance', years: 3,
    rate: '250 TND / jour', education: 'Master en animation, ISAMM (2022)', spoken: 'Arabe, français, anglais',
    bio: 'J’anime des choses qui ne bougent pas d’habitude : des reçus de caisse, des plans de métro, des recettes de ma tante. Dernier court : « Bruits de couloir », deux minutes, quarante mille dessins évités de justesse. Je cherche une série d’animation à rejoindre.',
    phone: '+216 20 000 021', portfolio: 'https://ines-anime.example', social: { behance: 'https://behance.net/ines-bensalah-demo', instagram: 'https://instagram.com/ines.anime.demo' },
    daysAgo: 8.9, resume: INES,
    portrait: { skin: 7, face: 'heart', feminine: true, hair: 'curls', hairColor: 'auburn', age: 'young', glasses: 'round', clothes: 'tee', cloth: '#e0b13e', accent: '#c8553d', nose: 'medium', smile: true, backdrop: 6 },
  },
  {
    email: 'nizar.gharbi@example.com', firstName: 'نزار', lastName: 'الغربي', gender: 'M', born: '1977-02-25', origin: 'TN', home: 'TN/SFA',
    language: 'ar', talents: ['theatre-et-comedie', 'doublage', 'combat-scenique'], availability: 'disponible_maintenant', workMode: 'sur_site', years: 22,
    education: 'المعهد العالي للفن المسرحي، تونس', spoken: 'العربية، الفرنسية، الإيطالية',
    bio: 'ممثل مسرحي من صفاقس، قضيت عشرين سنة على الخشبة قبل أن تكتشفني الكاميرا. أجيد الأدوار التي تصمت أكثر مما تتكلم. درّبت أجيالاً من الهواة في دار الثقافة، وما زلت أتعلم منهم كل خميس.',
    phone: '+216 20 000 022', whatsapp: true, daysAgo: 52.2, resume: NIZAR,
    portrait: { skin: 6, face: 'long', feminine: false, hair: 'short', hairColor: 'grey', beard: 'short', age: 'senior', clothes: 'roll-neck', cloth: '#2b2b38', accent: '#e9a94b', nose: 'narrow', backdrop: 2 },
  },
  {
    email: 'lyes.hamdani@example.com', firstName: 'Lyes', lastName: 'Hamdani', gender: 'M', born: '1984-07-07', origin: 'DZ', home: 'DZ/ALG',
    language: 'fr', talents: ['videographie', 'photographie'], availability: 'projet_actuel', workMode: 'sur_site', years: 14, rate: '35 000 DZD / jour',
    education: 'Institut supérieur des métiers des arts du spectacle, Bordj El Kiffan', spoken: 'Arabe, kabyle, français, anglais',
    bio: 'Chef opérateur algérois. J’éclaire peu et j’attends beaucoup : la lumière d’Alger à dix-sept heures vaut tous les projecteurs du monde. Trois longs métrages, une vingtaine de courts, et un cousin machiniste que j’impose sur tous mes plateaux.',
    phone: '+213 550 00 00 23', portfolio: 'https://lyes-hamdani.example/lumiere', social: { imdb_url: 'https://imdb.com/name/nm0000000', instagram: 'https://instagram.com/lyes.lumiere.demo' },
    daysAgo: 61.3, resume: LYES,
    portrait: { skin: 7, face: 'square', feminine: false, hair: 'side-part', hairColor: 'brown', beard: 'short', clothes: 'shirt', cloth: '#7b8a5a', accent: '#e9a94b', nose: 'medium', backdrop: 3 },
  },
  {
    email: 'kahina.aitouali@example.com', firstName: 'Kahina', lastName: 'Aït Ouali', gender: 'F', born: '1993-03-08', origin: 'DZ', home: 'DZ/TIZ',
    language: 'fr', talents: ['chant', 'guitare', 'chanson-et-interpretation'], availability: 'disponible_prochainement', workMode: 'flexible', years: 8,
    rate: '60 000 DZD par concert', spoken: 'Kabyle, arabe, français',
    bio: 'Je chante en kabyle les lettres que les mères n’ont pas envoyées. Deux albums enregistrés dans un pressoir à huile des Ouadhias, une tournée en minibus, une voix qui tient sans micro jusqu’au dernier rang. J’écris aussi pour l’image.',
    phone: '+213 550 00 00 24', whatsapp: true, portfolio: 'https://kahina-musique.example', social: { instagram: 'https://instagram.com/kahina.chante.demo', facebook: 'https://facebook.com/kahina.demo' }, daysAgo: 16.7, resume: KAHINA,
    portrait: { skin: 8, face: 'oval', feminine: true, hair: 'waves', hairColor: 'auburn', clothes: 'wax', cloth: '#b8452f', accent: '#f0c04a', nose: 'narrow', earrings: 'beads', backdrop: 5 },
  },
  {
    email: 'omar.abdelaziz@example.com', firstName: 'عمر', lastName: 'عبد العزيز', gender: 'M', born: '1989-11-19', origin: 'EG', home: 'EG/CAI',
    language: 'ar', talents: ['videographie', 'montage-video', 'redaction-et-edition'], availability: 'disponible_maintenant', workMode: 'hybride', years: 10,
    rate: '4 500 جنيه لليوم', education: 'المعهد العالي للسينما، القاهرة (2012)', spoken: 'العربية، الإنجليزية',
    bio: 'مخرج ومونتير من القاهرة. أخرجت اثني عشر فيلماً وثائقياً قصيراً عن مهن توشك أن تختفي: مصلّح الراديو، وخطّاط اللافتات، وسائق الترام الأخير. أؤمن أن المونتاج كتابة ثانية، وأن الصوت نصف الصورة.',
    phone: '+20 100 000 0025', whatsapp: true, portfolio: 'https://omar-films.example', website: 'https://omar-films.example/about', social: { linkedin: 'https://linkedin.com/in/omar-abdelaziz-demo', imdb_url: 'https://imdb.com/name/nm0000000' },
    daysAgo: 4.6, resume: OMAR,
    portrait: { skin: 6, face: 'round', feminine: false, hair: 'curls', beard: 'full', glasses: 'square', clothes: 'shirt', cloth: '#6b4a7a', accent: '#e9a94b', nose: 'medium', smile: true, backdrop: 0 },
  },
  {
    email: 'nourhan.fathy@example.com', firstName: 'Nourhan', lastName: 'Fathy', gender: 'F', born: '1997-01-15', origin: 'EG', home: 'EG/ALE',
    language: 'ar', talents: ['doublage', 'imitation-de-voix', 'presentation-et-animation'], availability: 'disponible_maintenant', workMode: 'a_distance', years: 5,
    rate: '1 200 جنيه للدقيقة', education: 'ليسانس إعلام، جامعة الإسكندرية', spoken: 'العربية الفصحى، المصرية، الإنجليزية',
    bio: 'معلّقة صوتية من الإسكندرية، عندي غرفة معزولة وميكروفون جيد وأربعون صوتاً بين طفل مشاكس وملكة عجوز. دبلجت مسلسلين للأطفال وسجّلت تسعة كتب مسموعة. أسلّم التسجيل نظيفاً وجاهزاً خلال يومين.',
    phone: '+20 100 000 0026', portfolio: 'https://nourhan-voix.example', daysAgo: 28.4, resume: NOURHAN,
    portrait: { skin: 7, face: 'round', feminine: true, hair: 'hijab', age: 'young', clothes: 'blazer', cloth: '#34506b', accent: '#b98aa6', nose: 'medium', smile: true, backdrop: 8 },
  },
];
