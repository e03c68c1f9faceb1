/** Words for people, what they do and wear; numbers; and words that only change what stands beside them. */
import type { Words } from './lexicon.ts';

export const FOLK_WORDS: Words = {
  person:
    'personne|silhouette|personnage|voyageur|voyageuse|touriste|artiste|acteur|comédien|figurant|musicien|chanteur|berger|pêcheur|marchand|vendeur|artisan|conteur|guide|héros|ami|gens|passant|humain|person|silhouette|character|traveler|traveller|tourist|artist|actor|musician|singer|shepherd|fisherman|merchant|hero|friend|human|someone|people|شخص|اشخاص|ناس|مسافر|فنان|ممثل|مغني|موسيقي|راعي|صياد|تاجر|بطل|صديق|اصدقاء',
  woman:
    'femme|dame|actrice|comédienne|chanteuse|mère|maman|reine|mariée|héroïne|vendeuse|bergère|woman|women|lady|actress|queen|bride|mother|heroine|امراه|نساء|سيده|ممثله|مغنيه|ام|ملكه|عروس',
  man: 'homme|monsieur|père|papa|roi|marié|guerrier|man|men|gentleman|father|king|groom|warrior|رجل|رجال|اب|ملك|عريس|محارب',
  girl: 'fille|fillette|jeune fille|princesse|girl|princess|daughter|فتاه|بنت|بنات|اميره|طفله',
  boy: 'garçon|prince|enfant|gamin|bébé|boy|child|children|kid|ولد|اولاد|طفل|اطفال|صبي|امير',
  elder:
    'vieil homme|vieille femme|vieillard|grand mère|grand père|ancien|sage|grandmother|grandfather|old man|old woman|elder|عجوز|شيخ|جد|جده|مسن',
  'person+person': 'couple|amoureux|deux amis|deux personnes|lovers|two people|زوجان|عاشقان|حبيبان',
  'folk:man+pose:ride+thing:camel': 'chamelier|camel rider|méhariste|جمال القافله|راكب جمل',
  'folk:man+pose:ride+thing:horse': 'cavalier|horse rider|horseman|فارس|خيال',
  'other:caravan+thing:camel+folk:man': 'caravane|caravan|قافله',
};

export const POSE_WORDS: Words = {
  walk: 'marche|marchent|marchant|marcher|qui marche|se promène|promenant|walking|walks|strolling|wandering|يمشي|تمشي|يسير|تسير|ماشي',
  run: 'court|courent|courant|courir|qui court|coureur|coureuse|running|runs|runner|jogging|يجري|تجري|يركض|تركض|عداء',
  dance: 'danse|dansent|dansant|danser|qui danse|danseur|ballet|dance|dancing|dancer|ballerina|يرقص|ترقص|رقص|راقص',
  'pose:dance+folk:woman': 'danseuse|ballerine|راقصه',
  sit: 'assis|assise|assises|lit un livre|sitting|seated|reading|جالس|جالسه|يجلس|تجلس|جالسين',
  ride: 'à cheval|à dos de chameau|à dos de dromadaire|chevauchant|chevauche|riding|on horseback|يركب|تركب|راكب|راكبا|علي ظهر',
  pray: 'prie|prière|en prière|praying|prayer|يصلي|تصلي|صلاه',
  play: 'joue du|joue de|jouer|jouant|jouent|joue au|playing|plays|يعزف|تعزف|يلعب|تلعب|يلعبون',
};

export const DRESS_WORDS: Words = {
  gown: 'robe|caftan|kaftan|robe de soirée|jupe|robe longue|dress|gown|skirt|فستان|قفطان|تنوره',
  robe: 'djellaba|gandoura|boubou|burnous|toge|tunique|djellabah|thobe|abaya|robe traditionnelle|جلابه|جلباب|قندوره|عبايه|ثوب',
  suit: 'costume|smoking|cravate|suit|tuxedo|tie|بدله|طقم|كستم',
};

export const HEAD_WORDS: Words = {
  scarf: 'foulard|voile|voilée|hijab|châle|headscarf|scarf|veil|veiled|shawl|حجاب|محجبه|وشاح|منديل',
  turban: 'turban|chèche|cheche|touareg|tuareg|عمامه|طوارق|شاش',
  hat: 'chapeau|casquette|sombrero|hat|cap|قبعه|طربوش',
};

export const NUMBER_WORDS: Words = {
  2: 'deux|two|2|pair of|paire de|اثنان|اثنين|زوج من|توامان',
  3: 'trois|three|3|ثلاث|ثلاثه',
  4: 'quatre|four|4|اربع|اربعه',
  5: 'cinq|five|5|خمس|خمسه',
  6: 'six|6|ست|سته',
  7: 'sept|seven|7|سبع|سبعه',
  8: 'huit|eight|8|ثماني|ثمانيه',
  10: 'dix|ten|10|dizaine|عشر|عشره',
};

export const OTHER_WORDS: Words = {
  no: 'sans|pas de|pas d|aucun|aucune|ni|without|no|not|بدون|بلا|من دون|ليس|لا يوجد',
  crowd: 'foule|groupe|équipe|bondé|public|troupe|crowd|group|team|crowded|audience|حشد|جمهور|مجموعه|فريق|زحام',
  portrait: 'portrait|visage|gros plan|selfie|buste|headshot|face|close up|closeup|profil|بورتريه|وجه|صوره شخصيه|لقطه قريبه',
  sand: 'sable|sand|sandy|sablonneux|رمل|رمال|رملي',
  /* Phrases whose words mean something else together. */
  nothing:
    'en bois|de bois|lune de miel|pomme de terre|pommes de terre|haut de gamme|au fond|point de vue|en cours|cours de|à la mode|au cours|sale|ice cream|du jour au lendemain|de nos jours|bon marché|pas cher|à côté|mise en scène|tour de|au large|par terre|fond blanc|wood table|of course|look like|living|art nouveau|bois de chauffage|nature morte de|mot d ordre|red carpet|tapis rouge',
};
