/** The special skills of stage and screen, as `trades.ts`: by slug of the catalogue's cinema talents. */
export const SKILLS: Readonly<Record<string, string>> = {
  chant:
    'chant, chanter, chanteur, chanteuse, singing, singer, sing, غناء, مغني, مغنية, مطرب, مغنين, مغنيين, مغنيات, يغني, تغني, يغنيو, كيغني, مطربين',
  'chant-lyrique': 'chant lyrique, opéra, opera, opera singing, opera singer, soprano, ténor, غناء أوبرالي, أوبرا',
  'rap-et-slam': 'rap et slam, rap, rappeur, rapper, slam, slameur, راب, مغني راب, رابور',
  beatbox: 'beatbox, beatboxer, beatboxing, بيت بوكس',
  piano: 'piano, pianiste, pianist, بيانو, عازف بيانو',
  guitare: 'guitare, guitariste, guitar, guitarist, قيثارة, غيتار, عازف غيتار',
  violon: 'violon, violoniste, violin, violinist, كمان, عازف كمان',
  oud: 'oud, luth, joueur de oud, oud player, عود, عازف عود, العود',
  percussions:
    'percussions, percussionniste, percussion, drumming, djembé, djembe, darbouka, bendir, tam tam, إيقاع, دربوكة, بندير, طبال, طبالة',
  batterie: 'batterie, batteur, drummer, drums, درامز',
  kora: 'kora, joueur de kora, griot',
  guembri: 'guembri, gnawa, gnaoua, maâlem, كمبري, غناوة, كناوة, كناوي, معلم كناوي, لمعلم, qraqeb, قراقب',
  'flute-et-ney': 'flûte, flûte et ney, flûtiste, ney, flute, flutist, ناي, فلوت',
  'saxophone-et-trompette': 'saxophone, trompette, saxophone et trompette, saxophoniste, trompettiste, trumpet, ساكسفون, ترومبيت',
  'danse-moderne': 'danse moderne, modern dance, modern jazz, رقص عصري, رقص حديث',
  'danse-contemporaine': 'danse contemporaine, contemporary dance, contemporary dancer, رقص معاصر',
  'danse-classique': 'danse classique, ballet, ballerine, ballet dancer, classical dance, باليه',
  'danse-orientale': 'danse orientale, danse du ventre, belly dance, belly dancing, belly dancer, oriental dance, رقص شرقي',
  'danse-africaine-traditionnelle':
    'danse africaine traditionnelle, danse africaine, danse traditionnelle, african dance, traditional dance, رقص أفريقي, رقص تقليدي',
  'hip-hop': 'hip hop, hiphop, street dance, danse urbaine, هيب هوب',
  breakdance: 'breakdance, break dance, breaking, b boy, بريك دانس',
  afrobeat: 'afrobeat, afro dance, danse afro, afro house, amapiano, azonto',
  'coupe-decale': 'coupé décalé, coupe decale, ndombolo',
  sabar: 'sabar, mbalax',
  'ahwach-et-ahidous': 'ahwach, ahidous, ahwach et ahidous, ahouach, أحواش, أحيدوس',
  chaabi: 'chaâbi, chaabi, danse chaâbi, شعبي',
  'salsa-et-bachata': 'salsa, bachata, salsa et bachata, kizomba, danse latine, latin dance, tango, سالسا',
  claquettes: 'claquettes, tap dance, tap dancing',
  boxe: 'boxe, boxeur, boxing, boxer, kick boxing, kickboxing, boxe thaï, muay thai, full contact, ملاكمة, ملاكم, ملاكمين, بوكس',
  karate: 'karaté, karate, karatéka, كاراتيه, كراطي',
  judo: 'judo, judoka, جودو',
  taekwondo: 'taekwondo, tae kwon do, تايكوندو, تكواندو',
  'lutte-traditionnelle':
    'lutte traditionnelle, lutte sénégalaise, lutte, lutteur, wrestling, lutter, wrestler, laamb, مصارعة, مصارع, مصارعين',
  capoeira: 'capoeira, كابويرا',
  'arts-martiaux-mixtes': 'arts martiaux mixtes, mma, mixed martial arts, فنون قتالية مختلطة',
  escrime:
    "escrime, escrimeur, combat à l'épée, épée, sabre, fencing, sword fighting, swordsmanship, sword fight, مبارزة, المبارزة بالسيف, قتال بالسيف",
  'combat-scenique':
    'combat scénique, combat chorégraphié, stage combat, stage fighting, fight choreography, scènes de combat, قتال مسرحي, مشاهد قتال',
  'maniement-d-armes-factices':
    "maniement d'armes factices, maniement des armes, maniement d'armes, armes à feu, weapons handling, firearms, استعمال الأسلحة, أسلحة وهمية",
  'chutes-et-cascades-physiques':
    'chutes et cascades physiques, cascades, cascade, chutes, stunts, stunt, stunt falls, high falls, مشاهد خطرة, مجازفات, سقوط',
  'cascade-au-feu': 'cascade au feu, torche humaine, fire stunt, fire stunts, مشاهد النار',
  parkour: 'parkour, freerunning, free running, traceur, باركور',
  'cables-et-harnais': 'câbles et harnais, harnais, travail au câble, wire work, harness, حزام الأمان',
  natation:
    'natation, nager, nage, nageur, savoir nager, swimming, swimmer, swim, سباحة, السباحة, سباح, يعوم, يعومو, كيعوم, كيعومو, تعوم, العوم, يسبح, يسبحو, كيسبحو, تسبح, سباحين',
  plongee: 'plongée, plongeur, plonger, plongée sous marine, apnée, diving, scuba, scuba diving, diver, غوص, غطس, غواص, غواصين',
  surf: 'surf, surfeur, surfing, surfer, ركوب الأمواج, ركمجة',
  escalade: 'escalade, alpinisme, grimpeur, grimper, climb, climbing, rock climbing, climber, تسلق, تسلق الجبال',
  football: 'football, foot, footballeur, soccer, footballer, كرة القدم, لاعب كرة, لاعبي كرة القدم, لاعبين كرة',
  basketball: 'basketball, basket ball, basket, basketteur, كرة السلة',
  athletisme: 'athlétisme, course à pied, athletics, running, sprint, runner, marathon, ألعاب القوى, العدو',
  gymnastique: 'gymnastique, gymnaste, gymnastics, gymnast, جمباز, الجمباز',
  tennis: 'tennis, joueur de tennis, padel, تنس, كرة المضرب',
  cyclisme: 'cyclisme, vélo, cycliste, cycling, cyclist, bike riding, bmx, ركوب الدراجات, دراجة هوائية',
  ski: 'ski, skieur, skiing, snowboard, تزلج',
  skateboard: 'skateboard, skate, skateur, roller, rollers, roller skater, skating, skateboarding, roller skating, سكيت',
  musculation: 'musculation, bodybuilding, bodybuilder, culturisme, weight training, كمال أجسام, كمال الأجسام',
  equitation:
    'équitation, cavalier, cavalière, monter à cheval, monte à cheval, cheval, chevaux, horse riding, horseback riding, horse rider, ride a horse, ride horses, horseman, equestrian, فروسية, الفروسية, فارس, فارسة, فرسان, ركوب الخيل, ركوب الخيول, خيل, يركب الخيل, تركب الخيل, يركبو الخيل, كيركب الخيل, كيركبو الخيل, ركوب الحصان, خيالة, خيال, fersan, fares',
  'fantasia-tbourida': 'fantasia, tbourida, tborida, فنتازيا, تبوريدة, التبوريدة, علفة, التبوريدا',
  'monte-de-dromadaire':
    'monte de dromadaire, dromadaire, chameau, chamelier, méhariste, camel riding, camel, camel rider, ride a camel, ركوب الجمال, ركوب الإبل, جمل, جمال الصحراء',
  'dressage-d-animaux':
    "dressage d'animaux, dresseur, dresseur d'animaux, animal trainer, animal training, dompteur, fauconnier, fauconnerie, falconry, ترويض الحيوانات, مروض, صقارة",
  'permis-b':
    'permis b, permis de conduire, permis voiture, permis, driving licence, driving license, driver licence, can drive, conduire une voiture, savoir conduire, conduite, رخصة السياقة, رخصة القيادة, سياقة, قيادة السيارة, يسوق, كيسوق, السياقة, بيرمي',
  'permis-moto':
    'permis moto, permis a, moto, conduite moto, motard, motorcycle, motorbike, motorcycle licence, conduire une moto, دراجة نارية, رخصة دراجة نارية',
  'permis-poids-lourd':
    'permis poids lourd, poids lourd, permis c, permis camion, conduire un camion, drive a truck, chauffeur de camion, truck licence, truck driver, heavy vehicle, رخصة الشاحنة, سائق شاحنة',
  'conduite-sportive':
    'conduite sportive, pilote de course, pilote automobile, precision driving, stunt driving, stunt driver, rallye, rally, قيادة رياضية, سائق سباق',
  bateau: 'bateau, permis bateau, navigation, voile, marin, sailing, boat, boating, skipper, jet ski, قارب, إبحار, ملاحة',
  'pilotage-de-drone': 'pilotage de drone, pilote de drone, drone, drone pilot, télépilote, درون, طائرة مسيرة',
  jonglerie: 'jonglerie, jongleur, jongler, juggling, juggler, ألعاب خفة اليد بالكرات',
  acrobatie: 'acrobatie, acrobate, acrobatics, acrobat, acrobatique, trapèze, voltige, أكروبات, بهلوان, ألعاب بهلوانية, بهلوانيين',
  mime: 'mime, pantomime, mime artist, إيماء, ميم, تمثيل صامت',
  magie: 'magie, magicien, magician, magic, prestidigitation, illusionniste, ساحر, خفة اليد, ألعاب سحرية',
  clown: 'clown, clownesque, مهرج, مهرجين',
  marionnettes: 'marionnettes, marionnettiste, puppeteer, puppets, ventriloque, ventriloquist, دمى متحركة, عرائس',
  improvisation: 'improvisation, improvisateur, improviser, improv, ارتجال',
  doublage: 'doublage, comédien de doublage, dubbing, voice acting, voice actor, dubbing actor, دبلجة, دوبلاج',
  'imitation-de-voix': 'imitation de voix, imitateur, imitation, impressionist, impersonator, voice impressions, تقليد الأصوات, مقلد',
  'conte-traditionnel':
    'conte traditionnel, conteur, conteuse, conte, storyteller, storytelling, halqa, حكواتي, راوي, حكاية شعبية, حكواتيين, رواة',
  'presentation-et-animation':
    "présentation et animation, présentateur, présentatrice, animateur tv, animateur de soirée, animateur d'événement, maître de cérémonie, presenter, tv host, tv presenter, mc, مقدم برامج, مقدمة برامج, منشط",
  'langue-des-signes': 'langue des signes, lsf, signer en langue des signes, sign language, لغة الإشارة',
};

const DANCES = ['danse-moderne', 'danse-contemporaine', 'danse-classique', 'danse-orientale', 'danse-africaine-traditionnelle'];
const STREET_DANCES = ['hip-hop', 'breakdance', 'afrobeat', 'coupe-decale', 'sabar', 'salsa-et-bachata', 'chaabi'];
const INSTRUMENTS = [
  'piano',
  'guitare',
  'violon',
  'oud',
  'percussions',
  'batterie',
  'kora',
  'guembri',
  'flute-et-ney',
  'saxophone-et-trompette',
];

/** Names of whole groups: any skill of the group will do. */
export const SKILL_GROUPS: readonly (readonly [names: string, slugs: readonly string[]])[] = [
  [
    'danse, danseur, danseuse, danser, dance, dancer, dancing, رقص, راقص, راقصة, راقصين, راقصون, راقصات, يرقص, ترقص, كيشطح, كتشطح, يشطحو, الشطيح, شطيح',
    [...DANCES, ...STREET_DANCES],
  ],
  [
    'arts martiaux, art martial, martial arts, sports de combat, sport de combat, combat sports, fighter, فنون القتال, فنون قتالية, فنون الحرب',
    ['arts-martiaux-mixtes', 'karate', 'judo', 'taekwondo', 'capoeira', 'boxe'],
  ],
  [
    "musicien, instrument de musique, joueur d'instrument, musician, musical instrument, عازف, موسيقي, عازفة, عازفين, عازفون, موسيقيين, موسيقيون",
    INSTRUMENTS,
  ],
  ['cirque, arts du cirque, artiste de cirque, circassien, circus, circus artist, سيرك', ['jonglerie', 'acrobatie', 'clown', 'mime']],
  ['danse latine, latin dance', ['salsa-et-bachata']],
];
