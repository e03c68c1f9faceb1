/** Of which kind a subject is, by whole words of three languages; a star stands for any ending. */
import type { Kind } from '../say/kinds.ts';

const WORDS: Readonly<Record<Exclude<Kind, 'generic'>, string>> = {
  casting:
    'casting|castings|figura*|audition*|comédiens? recherchés?|acting call|casting call|extras|كاستينغ|كومبارس|تجارب الأداء|تجربة أداء|اختبار الأداء|اختيار الممثلين|ممثلين جدد',
  sale: 'solde|soldes|promo|promos|promotion|promotions|remise*|réduction*|rabais|black friday|bon plan|sale|sales|discount*|clearance|special offer|offre spéciale|تخفيض*|تخفيضات|عرض خاص|عروض|خصم|خصومات|صولد',
  event:
    'festival|festivals|concert*|mariage*|gala|salon|foire|exposition*|expo|conférence*|cérémonie*|fête*|soirée*|événement*|évènement*|inauguration|anniversaire|moussem|carnaval|hackathon|forum|meetup|event|events|wedding*|party|fair|exhibition*|conference*|ceremony|birthday|carnival|celebration*|مهرجان*|حفل*|عرس|زفاف|معرض|مؤتمر*|ندوة|موسم|عيد|احتفال*|ملتقى|افتتاح',
  ai: 'machine learning|deep learning|intelligence artificielle|ia|ai|artificial intelligence|chatbot*|chatgpt|apprentissage automatique|réseaux? de neurones|neural network*|language model*|big data|data science|ذكاء اصطناعي|تعلم آلي|التعلم الآلي|تعلم الآلة|شبكات عصبية',
  cinema:
    'cinéma*|cinema*|film|films|tournage*|court métrage|courts métrages|court-métrage|réalisat*|scénario*|acteur*|actrice*|comédien*|caméra*|movie*|filmmak*|screenplay*|actor*|actress*|director*|documentaire*|سينما*|فيلم|أفلام|تصوير|مخرج*|ممثل*|سيناريو',
  food: "cuisine*|recette*|restaurant*|pain|boulang*|pâtisser*|gâteau*|thé|café|cafés|tajine*|couscous|plat|plats|gastronom*|chef|épice*|miel|huile d[’']olive|chocolat*|dessert*|fruit*|légume*|pizza*|burger*|food|foods|cook*|recipe*|baker*|bread|cake*|tea|coffee|dish*|spice*|honey|olive oil|kitchen*|مطبخ|طبخ|وصفة|وصفات|مطعم|مطاعم|خبز|مخبزة|حلوي*|شاي|قهوة|طاجين|كسكس|طعام|أكل|أكلات|توابل|عسل|زيت الزيتون",
  sport:
    'sport|sports|sportif*|football*|foot|basket*|tennis|course à pied|marathon*|natation|nager|judo|karaté|boxe|fitness|gym|musculation|vélo|cyclisme|surf|équipe*|match*|tournoi*|athlète*|soccer|running|swimming|boxing|cycling|team*|workout*|training|athlete*|رياضة|رياضي*|كرة القدم|كرة|سباق|ماراطون|ماراثون|سباحة|ملاكمة|لياقة|فريق|مباراة',
  health:
    'santé|sommeil|dormir|stress|bien-être|bien être|nutrition|médecin*|hôpital*|clinique*|méditation|yoga|vaccin*|diabète|cancer|maladie*|dos|tabac|hygiène|dépression|anxiété|maternité|health*|sleep*|wellness|well-being|doctor*|hospital*|meditation|vaccine*|diabetes|disease*|hygiene|anxiety|mental health|صحة|صحي*|نوم|توتر|طبيب|مستشفى|تغذية|تأمل|لقاح|سكري|مرض|أمراض|نظافة|يوغا',
  education:
    'école*|éducation|étude*|étudia*|cours|leçon*|apprendre|apprentissage|enseign*|université*|lycée*|collège|formation*|examen*|bac|lecture|lire|mathématiques|maths|langue*|histoire|science*|school*|education*|study*|student*|course|courses|lesson*|learn*|teach*|university|training course|exam*|reading|math*|language*|history|مدرسة|مدارس|تعليم|تعلم|دراسة|دروس|درس|جامعة|طالب|طلاب|قراءة|امتحان*|تكوين|لغة|لغات|تاريخ|علوم',
  nature:
    'nature|photosynth*|forêt*|mer|océan*|montagne*|rivière*|fleuve*|lac*|désert*|jungle|savane|arbre*|fleur*|plante*|jardin*|animal|animaux|oiseau*|lion*|éléphant*|chat|chats|chien*|cheval|chevaux|abeille*|climat*|écologi*|environnement|planète|biodiversité|eau|recyclage|volcan*|étoile*|pluie|soleil|lune|nuit|forest*|sea|ocean*|mountain*|river*|lake*|desert*|savanna*|tree*|flower*|plant|plants|garden*|animals|bird*|elephant*|cat|cats|dog|dogs|horse*|bee|bees|climate|ecolog*|environment|planet|biodiversity|water|recycling|volcano*|wildlife|طبيعة|غابة|غابات|بحر|محيط|جبل|جبال|نهر|صحراء|شجرة|أشجار|أزهار|حديقة|حيوان*|طيور|قط|كلب|كوكب|مناخ|بيئة|ماء|شمس|قمر',
  people:
    'portrait*|femme|femmes|homme|hommes|grand-mère|grand-père|grand père|grand mère|mère|père|maman|papa|enfant|enfants|enfance|jeune|jeunes|jeunesse|famille*|ami|amis|amitié|amour|artisan*|pêcheur*|berger*|artiste*|musicien*|héros|vie de|parcours|biographie|woman|women|man|men|grandmother|grandfather|mother|father|child|children|childhood|youth|family|families|friend*|love|craftsman|fisherman|shepherd*|artist*|musician*|hero*|life of|biography|امرأة|نساء|رجل|رجال|جدة|جدتي|جدي|أم|أب|أمي|أبي|طفل|أطفال|شباب|عائلة|أسرة|صديق*|صداقة|حب|حرفي|صياد|راعي|فنان*|حياة|سيرة',
  product:
    'coopérative*|tisserand*|tissage*|poterie*|potier*|potière*|couturi*|brodeu*|broderie*|menuisi*|forgeron*|tanneu*|weaver*|weaving|potter|potters|pottery|cooperative*|carpenter*|تعاونية|تعاونيات|نسيج|نساج*|فخار|خياط*|produit*|boutique*|magasin*|marque*|collection*|commerce*|vêtement*|caftan*|bijou*|parfum*|cosmétique*|savon*|argan|tapis|sac|sacs|chaussure*|meuble*|artisanat|entreprise*|agence*|service|services|hôtel*|hammam*|spa|salon de coiffure|coiffeur*|librairie|product*|shop*|store*|brand*|clothes|clothing|jewel*|perfume*|cosmetic*|soap*|carpet*|bag|bags|shoes|furniture|handicraft*|company|companies|agency|hotel*|hair salon|bookshop|منتج*|متجر|محل|متاجر|علامة|ملابس|قفطان|مجوهرات|عطر|عطور|صابون|أركان|زربية|زرابي|حقيبة|أثاث|صناعة تقليدية|شركة|وكالة|خدمات|فندق',
  technology:
    'technologie*|numérique*|informatique|ordinateur*|téléphone*|smartphone*|application*|appli|logiciel*|site web|site internet|internet|blockchain|crypto*|cybersécurité|robot*|drone*|voiture*|énergie*|solaire|éolienne*|imprimante*|code|coder|programm*|startup*|start-up*|technolog*|digital*|computer*|phone*|app|apps|software|website*|cybersecurity|car|cars|energy|solar|wind turbine*|programming|coding|تكنولوجيا|تقنية|رقمي*|رقمنة|حاسوب|هاتف|تطبيق*|برمجة|برنامج|إنترنت|روبوت*|طاقة|طاقة شمسية|سيارة|سيارات|أمن سيبراني',
  place:
    'ville|villes|marché|marchés|coucher de soleil|market*|médina|kasbah|casbah|souk|village*|quartier*|plage*|voyage*|voyager|touris*|visite*|visiter|monument*|mosquée*|musée*|île*|riad*|désert du|pays|maroc|sénégal|tunisie|algérie|égypte|mali|ghana|kenya|afrique|marrakech|casablanca|rabat|fès|fez|tanger|agadir|essaouira|chefchaouen|ouarzazate|meknès|merzouga|dakhla|tunis|carthage|alger|oran|dakar|saint-louis|gorée|abidjan|lagos|accra|lomé|cotonou|ouagadougou|bamako|tombouctou|conakry|douala|yaoundé|libreville|kinshasa|brazzaville|luanda|nairobi|mombasa|kampala|kigali|zanzibar|addis-abeba|johannesburg|le cap|cape town|le caire|cairo|alexandrie|louxor|paris|london|city|cities|town|old town|neighbourhood|beach|beaches|travel*|trip|touris*|visit*|mosque|museum|island*|morocco|senegal|tunisia|algeria|egypt|africa|marrakesh|tangier|algiers|مدينة|مدن|قصبة|سوق|قرية|شاطئ|سفر|سياحة|سياحي*|زيارة|مسجد|متحف|جزيرة|المغرب|السنغال|تونس|الجزائر|مصر|إفريقيا|أفريقيا|مراكش|الدار البيضاء|الرباط|فاس|طنجة|أكادير|الصويرة|شفشاون|ورزازات|مكناس|مرزوكة|داكار|دكار|أبيدجان|باماكو|نواكشوط|القاهرة|الأقصر|باريس',
};
/** Where something is says less of it than what it is. */
const WEIGHTS: Partial<Record<Kind, number>> = {
  casting: 3,
  sale: 1.8,
  ai: 2,
  event: 1.5,
  place: 0.6,
  people: 0.8,
  technology: 0.9,
  health: 1.1,
};
const ARABIC_PREFIX = '(?:[وف]?[بلك]?(?:ال)?|[وف]?لل)?';

const PATTERNS = Object.entries(WORDS).map(([kind, list]) => {
  const words = list.replaceAll('*', '\\p{L}*').replaceAll('-', '[- ]');
  return [kind as Kind, new RegExp(`(?<![\\p{L}\\p{N}])${ARABIC_PREFIX}(?:${words})(?![\\p{L}\\p{N}])`, 'giu')] as const;
});

/** Best first; `generic` alone when nothing is recognised. What is said first weighs more. */
export function kindsOf(text: string): readonly [Kind, ...Kind[]] {
  const folded = text.replaceAll("'", '’').replaceAll('’', "'").normalize('NFC');
  const scores = PATTERNS.map(([kind, pattern]) => {
    const found = [...folded.matchAll(pattern)];
    const early = found[0] ? 1.5 / (1 + found[0].index / 10) : 0;
    return { kind, score: (Math.min(found.length, 4) + early) * (found.length > 0 ? (WEIGHTS[kind] ?? 1) : 0) };
  })
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ kind }) => kind);
  const [first, ...rest] = scores;
  return first ? [first, ...rest] : ['generic'];
}
