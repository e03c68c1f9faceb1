/** Curricula vitae of the people of Morocco, Tunisia, Algeria and Egypt. */
import type { Resume } from '../person.ts';

export const SALMA: Resume = {
  layout: 'column',
  headline: 'Designer d’interface et illustratrice',
  summary:
    'Quatre ans de design de services, du croquis de terrain au composant livré. Accessibilité, lecture de droite à gauche, systèmes d’icônes.',
  experience: [
    {
      when: '2022 – aujourd’hui',
      what: 'Designer indépendante',
      where: 'Rabat',
      points: [
        'Application de covoiturage Salé–Témara : 12 000 trajets par semaine.',
        'Signalétique d’un hôpital de jour, 84 pictogrammes.',
      ],
    },
    {
      when: '2020 – 2022',
      what: 'Designer junior',
      where: 'Atelier Qalam, Rabat',
      points: ['Système de design bilingue pour une mutuelle.', 'Tests utilisateurs dans cinq villes.'],
    },
  ],
  education: [['2020', 'INBA, Tétouan, design graphique']],
  skills: ['Figma', 'Recherche utilisateur', 'Illustration', 'Motion', 'Accessibilité', 'Typographie arabe'],
  analysis: {
    score: 79,
    strengths: ['Méthode de terrain', 'Maîtrise des deux sens de lecture'],
    weaknesses: ['Expérience encore courte'],
    recommendations: ['Chiffrer l’effet des refontes'],
  },
};

export const HAMZA: Resume = {
  layout: 'classic',
  headline: 'Cascadeur équestre',
  summary: 'Neuf ans de cascades à cheval et au sol. Réglage de chutes, poursuites, combats à l’arme blanche factice.',
  experience: [
    {
      when: '2018 – aujourd’hui',
      what: 'Cascadeur et régleur',
      where: 'Écurie du Draa, Ouarzazate',
      points: ['Onze productions étrangères, sept marocaines.', 'Charges de quarante cavaliers réglées sans blessé.'],
    },
    {
      when: '2015 – 2018',
      what: 'Cavalier de figuration',
      where: 'Studios de Ouarzazate',
      points: ['Soins aux chevaux, transport, sécurité.'],
    },
  ],
  education: [
    ['2017', 'Stage de cascade physique, Budapest'],
    ['2021', 'Secourisme niveau 2'],
  ],
  skills: ['Équitation', 'Tbourida', 'Chutes', 'Feu', 'Combat scénique', 'Premiers secours'],
  analysis: { score: 66 },
};

export const NAWAL: Resume = {
  layout: 'banner',
  headline: 'Cheffe décoratrice',
  summary: 'Vingt ans de décors pour le cinéma et le théâtre, de l’intérieur bourgeois de 1956 au palais saadien.',
  experience: [
    {
      when: '2010 – aujourd’hui',
      what: 'Cheffe décoratrice',
      where: 'Marrakech',
      points: ['Quatorze longs métrages.', 'Équipes de trente artisans, budgets tenus à 3 % près.'],
    },
    {
      when: '2004 – 2010',
      what: 'Assistante puis ensemblière',
      where: 'Studio Majorelle Décors',
      points: ['Recherche documentaire, achats, raccords.'],
    },
  ],
  education: [['2003', 'École supérieure d’architecture de Casablanca']],
  skills: ['Dessin technique', 'Zellige', 'Patines', 'Gestion de budget', 'Histoire de l’art'],
  analysis: { score: 77 },
};

export const ILYAS: Resume = {
  layout: 'column',
  headline: 'Vidéaste aquatique',
  summary: 'Surf, photo et vidéo au ras de l’eau ; contenus courts pour coopératives et marques locales.',
  experience: [
    {
      when: '2022 – aujourd’hui',
      what: 'Vidéaste',
      where: 'Taghazout',
      points: ['Plus de 120 vidéos courtes livrées.', 'Captation de deux compétitions nationales.'],
    },
    { when: '2020 – 2022', what: 'Moniteur de surf', where: 'École Imourane', points: ['Cours en quatre langues, sécurité en mer.'] },
  ],
  education: [['2021', 'Brevet de sauvetage aquatique']],
  skills: ['Surf', 'Caisson étanche', 'Montage court', 'Photographie', 'Anglais courant'],
  analysis: { score: 58 },
};

export const ZINEB: Resume = {
  layout: 'classic',
  headline: 'Traductrice audiovisuelle',
  summary: 'Sous-titrage et interprétation arabe, français, espagnol. Plus de 300 heures de programmes sous-titrées.',
  experience: [
    {
      when: '2014 – aujourd’hui',
      what: 'Traductrice indépendante',
      where: 'Tanger',
      points: ['Quarante-deux longs métrages sous-titrés.', 'Interprète de plateau sur neuf coproductions.'],
    },
    { when: '2010 – 2014', what: 'Traductrice', where: 'Bureau Détroit, Tanger', points: ['Contrats, scénarios, dossiers de presse.'] },
  ],
  education: [['2010', 'École supérieure Roi Fahd de traduction']],
  skills: ['Sous-titrage', 'Interprétation consécutive', 'Relecture', 'Espagnol', 'Subtitle Edit'],
  analysis: { score: 75 },
};

export const INES: Resume = {
  layout: 'column',
  headline: 'Motion designer',
  summary: 'Animation 2D et 3D pour la presse, le documentaire et la chanson. Un court métrage sélectionné dans six festivals.',
  experience: [
    {
      when: '2023 – aujourd’hui',
      what: 'Motion designer',
      where: 'Rédaction Nawafidh, Tunis',
      points: ['Deux animations explicatives par semaine.', 'Charte animée de la chaîne.'],
    },
    { when: '2022 – 2023', what: 'Animatrice 3D junior', where: 'Studio Yasmin, Tunis', points: ['Vingt plans d’une série jeunesse.'] },
  ],
  education: [['2022', 'Master en animation, ISAMM']],
  skills: ['After Effects', 'Blender', 'Storyboard', 'Dessin', 'Rythme sonore'],
  analysis: { score: 69 },
};

export const NIZAR: Resume = {
  layout: 'classic',
  headline: 'ممثل ومدرّب مسرح',
  summary: 'اثنتان وعشرون سنة بين المسرح والسينما والدبلجة، مع تدريب منتظم للهواة في صفاقس.',
  experience: [
    {
      when: '2012 – الآن',
      what: 'ممثل سينما وتلفزيون',
      where: 'تونس',
      points: ['تسعة أفلام طويلة وأربعة مسلسلات.', 'جائزة أحسن دور ثانوي في مهرجان وطني.'],
    },
    { when: '2003 – 2012', what: 'ممثل قار', where: 'فرقة مسرح البحر، صفاقس', points: ['ثلاثون عرضاً جديداً وجولات في المغرب العربي.'] },
  ],
  education: [['2001', 'المعهد العالي للفن المسرحي، تونس']],
  skills: ['التمثيل', 'الدبلجة', 'القتال المسرحي', 'التدريب', 'الإيطالية'],
  analysis: { score: 72 },
};

export const LYES: Resume = {
  layout: 'banner',
  headline: 'Directeur de la photographie',
  summary: 'Quatorze ans d’image : fiction, documentaire, publicité. Goût pour la lumière naturelle et les petites équipes.',
  experience: [
    {
      when: '2015 – aujourd’hui',
      what: 'Chef opérateur',
      where: 'Alger',
      points: ['Trois longs métrages, vingt courts.', 'Prix de l’image dans un festival régional.'],
    },
    { when: '2010 – 2015', what: 'Assistant caméra', where: 'Productions Casbah', points: ['Point et matériel sur quarante tournages.'] },
  ],
  education: [['2010', 'ISMAS, Bordj El Kiffan']],
  skills: ['Lumière', 'Caméras numériques et 16 mm', 'Étalonnage', 'Repérages'],
  analysis: { score: 76 },
};

export const KAHINA: Resume = {
  layout: 'column',
  headline: 'Chanteuse, autrice, guitariste',
  summary: 'Deux albums en kabyle, cent vingt concerts, trois musiques de film.',
  experience: [
    {
      when: '2017 – aujourd’hui',
      what: 'Artiste indépendante',
      where: 'Tizi Ouzou',
      points: ['Albums « Tibratin » (2019) et « Azemmur » (2023).', 'Tournée de trente-deux dates.'],
    },
    {
      when: '2020 – 2023',
      what: 'Compositrice pour l’image',
      where: 'Alger et Béjaïa',
      points: ['Trois courts métrages, une série documentaire.'],
    },
  ],
  education: [['2015', 'Licence de musicologie, Alger']],
  skills: ['Chant', 'Guitare', 'Écriture', 'Arrangement', 'Scène'],
  analysis: { score: 70 },
};

export const OMAR: Resume = {
  layout: 'column',
  headline: 'مخرج ومونتير',
  summary: 'عشر سنوات في الوثائقي القصير والتقارير التلفزيونية، من الفكرة إلى النسخة النهائية.',
  experience: [
    {
      when: '2017 – الآن',
      what: 'مخرج مستقل',
      where: 'القاهرة',
      points: ['اثنا عشر فيلماً وثائقياً، ثلاث جوائز.', 'ورشات مونتاج لخمسين شاباً في الصعيد.'],
    },
    { when: '2013 – 2017', what: 'مونتير', where: 'قناة النيل الثقافية', points: ['برنامج أسبوعي من 50 دقيقة طوال أربعة مواسم.'] },
  ],
  education: [['2012', 'المعهد العالي للسينما، قسم المونتاج']],
  skills: ['الإخراج', 'المونتاج', 'DaVinci Resolve', 'كتابة السيناريو', 'تصحيح الألوان'],
  analysis: {
    score: 81,
    strengths: ['جوائز موثقة', 'خبرة تعليمية'],
    weaknesses: ['لا توجد روابط للأفلام'],
    recommendations: ['إضافة رابط لعرض أعمال قصير'],
  },
};

export const NOURHAN: Resume = {
  layout: 'banner',
  headline: 'معلّقة صوتية وممثلة دبلجة',
  summary: 'خمس سنوات من التعليق والدبلجة والكتب المسموعة، مع استوديو منزلي معزول في الإسكندرية.',
  experience: [
    { when: '2021 – الآن', what: 'معلّقة صوتية', where: 'الإسكندرية', points: ['تسعة كتب مسموعة.', 'إعلانات إذاعية بالفصحى والعامية.'] },
    { when: '2019 – 2021', what: 'ممثلة دبلجة', where: 'استوديو منارة، القاهرة', points: ['مسلسلا رسوم متحركة، 104 حلقات.'] },
  ],
  education: [['2019', 'ليسانس إعلام، جامعة الإسكندرية']],
  skills: ['الدبلجة', 'الإلقاء', 'تقليد الأصوات', 'تنظيف الصوت', 'Reaper'],
  analysis: { score: 68 },
};
