/** Subjects that people name most, in the three languages: for a film in another language than its prompt, and for bare pictograms. */
import type { ScriptLanguage } from '../script.ts';

/** Pictograms, then what they are called, with what else is said for it after a stroke: `fr|en|ar|darija`. */
const COMMON: readonly string[] = [
  '🤖=l’intelligence artificielle/ia|artificial intelligence/ai|الذكاء الاصطناعي|dakaa istinaai',
  '🧠=le machine learning/machine learning/apprentissage automatique|machine learning|التعلم الآلي/تعلم الآلة|',
  '💻=l’informatique|computing|المعلوميات|',
  '📱=le téléphone|the phone/phone|الهاتف|tilifoun/telephone',
  '🎬🎥=le cinéma|cinema|السينما|sinima/cinema',
  '🎭=le théâtre|theatre|المسرح|masrah',
  '🎵🎶🎤=la musique|music|الموسيقى|musi9a/moussika',
  '⚽=le football|football|كرة القدم|lkora/koora/kora',
  '🏃💪=le sport|sport|الرياضة|riyada',
  '🧘=le yoga|yoga|اليوغا|',
  '❤️💖💕❤=l’amour|love|الحب|lhob/hob',
  '🌊=la mer|the sea/sea|البحر|bhar/lbhar',
  '🏖️🏖=la plage|the beach/beach|الشاطئ|laplaj/chati2',
  '🏔️⛰️🏔⛰=la montagne|the mountains/mountains|الجبال|jbal/ljbal',
  '🏜️🐪🏜=le désert|the desert/desert|الصحراء|sahra/ssahra',
  '🌳🌲🌴=la forêt|the forest/forest|الغابة|ghaba/lghaba',
  '🌍🌎🌏=la planète/terre|the planet/planet|كوكب الأرض|',
  '🌸🌹🌺=les fleurs|flowers|الأزهار|lward/ward',
  '🐱🐈=le chat|the cat/cat|القط|lmech/mech',
  '🐶🐕=le chien|the dog/dog|الكلب|lkelb/kelb',
  '🍕🍔=la cuisine|cooking|الطبخ|tyab/lmakla/makla',
  '🍞🥖=le pain|bread|الخبز|khobz/lkhobz',
  '☕=le café|coffee|القهوة|lqahwa/9ahwa/l9ahwa',
  '🍵🫖=le thé à la menthe|mint tea|الشاي بالنعناع|atay/latay',
  '🎓📚=l’éducation|education|التعليم|ta3lim/tta3lim/l9raya',
  '✈️🧳✈=le voyage|travel|السفر|safar/ssafar',
  '🎉🥳🎊=la fête|the party/party|الحفل|l3ers/hafla',
  '🎁=les cadeaux|gifts|الهدايا|cado/kado',
  '🛍️🛒🛍=la boutique|the shop/shop|المتجر|7anout/l7anout/hanout/lhanout',
  '🍽️🍽=le restaurant|the restaurant/restaurant|المطعم|mat3am/lmat3am/resto',
  '🏥🩺=la santé|health|الصحة|sa7a/saha/ssi7a',
  '💧=l’eau|water|الماء|lma',
  '☀️🌞☀=le soleil|the sun/sun|الشمس|chems/chemch',
  '🌙🌃=la nuit|the night/night|الليل|lil/llil',
  '🚗=la voiture|the car/car|السيارة|tomobil/tonobil',
  '🏠🏡=la maison|the house/house|المنزل|dar/ddar',
  '👶=l’enfance|childhood|الطفولة|drari',
  '💼=le travail|work|العمل|khedma/lkhedma',
  '💰💸=l’épargne|saving money|الادخار|flous/lflous',
  '=Casablanca|Casablanca|الدار البيضاء|casa',
  '=Marrakech|Marrakesh|مراكش|kech/mrrakch',
  '=Rabat|Rabat|الرباط|rbat',
  '=Fès|Fez|فاس|fes/fas',
  '=Tanger|Tangier|طنجة|tanja',
  '=Agadir|Agadir|أكادير|',
  '=Essaouira|Essaouira|الصويرة|swira',
  '=Chefchaouen|Chefchaouen|شفشاون|chaouen',
  '=Ouarzazate|Ouarzazate|ورزازات|',
  '=Dakar|Dakar|داكار|',
  '=Abidjan|Abidjan|أبيدجان|',
  '=Bamako|Bamako|باماكو|',
  '=Tunis|Tunis|تونس العاصمة|',
  '=Alger|Algiers|الجزائر العاصمة|',
  '=Le Caire|Cairo|القاهرة|',
  '=Lagos|Lagos|لاغوس|',
  '=Nairobi|Nairobi|نيروبي|',
  '=le Maroc|Morocco|المغرب|lmaghrib/maghrib',
  '=le Sénégal|Senegal|السنغال|',
  '=l’Afrique|Africa|إفريقيا|ifriqia',
  '🦁=le lion|the lion/lion|الأسد|sba3',
];

interface Named {
  readonly pictograms: readonly string[];
  readonly names: Readonly<Record<ScriptLanguage, string>>;
  readonly all: ReadonlySet<string>;
}
const plain = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll("'", '’')
    .replace(/^(?:l’|les? |la |the |ال)/, '')
    .trim();

const NAMED: readonly Named[] = COMMON.map((line) => {
  const [pictures = '', rest = ''] = line.split('=');
  const columns = rest.split('|').map((column) => column.split('/').filter(Boolean));
  return {
    pictograms: [...pictures].filter((one) => one !== '\ufe0f'),
    names: { fr: columns[0]?.[0] ?? '', en: columns[1]?.[0] ?? '', ar: columns[2]?.[0] ?? '' },
    all: new Set(columns.flat().map(plain)),
  };
});

/** The subject in a language that is not its own; null when nobody knows. */
export const commonName = (words: string, language: ScriptLanguage): string | null =>
  NAMED.find(({ all }) => all.has(plain(words)))?.names[language] ?? null;

export function nameOfPictogram(text: string, language: ScriptLanguage): string | null {
  for (const one of text) {
    const found = NAMED.find(({ pictograms }) => pictograms.includes(one));
    if (found) return found.names[language];
  }
  return null;
}

/** When there is nothing to speak of. */
export const ANYTHING: Readonly<Record<ScriptLanguage, string>> = { fr: 'une idée', en: 'an idea', ar: 'فكرة' };
