/** Words for places and for what grows there. */
import type { Words } from './lexicon.ts';

export const PLACE_WORDS: Words = {
  sea: 'mer|océan|vague|houle|sea|ocean|wave|large de|maritime|marin|بحر|محيط|امواج|موج|بحار',
  beach: 'plage|bord de mer|bord de la mer|balnéaire|beach|seaside|seashore|شاطئ|شاطي|شواطئ|ساحل رملي',
  coast:
    'côte|falaise|littoral|corniche|côte atlantique|cap rocheux|phare|coast|coastline|cliff|lighthouse|shore|ساحل|منحدر|جرف|منارة بحرية|كورنيش',
  island: 'île|îlot|archipel|lagon|atoll|island|isle|lagoon|جزيره|جزر|ارخبيل',
  lake: 'lac|étang|lake|pond|بحيره|بحيرات|بركه',
  river: 'rivière|fleuve|ruisseau|torrent|oued|river|stream|creek|brook|نهر|انهار|وادي|جدول',
  waterfall: 'cascade|chute d eau|chutes d eau|waterfall|شلال|شلالات',
  mountain: 'montagne|mont|atlas|alpes|himalaya|sommet|pic enneigé|montagneux|cime|mountain|alps|peak|summit|mountainous|جبل|جبال|قمه|اطلس',
  volcano: 'volcan|volcanique|lave|volcano|lava|بركان|براكين',
  hills: 'colline|vallée|vallon|vallonné|hill|valley|hilly|countryside|campagne|paysage vert|تل|تلال|واد اخضر|ريف|هضبه',
  field:
    'champ|prairie|=pré|lavande|rizière|vignoble|vigne|culture|field|meadow|lavender|vineyard|wheat|blé|tournesols|حقل|حقول|مرج|مروج|مزرعه',
  forest: 'forêt|bois|sous bois|clairière|forest|wood|woodland|clearing|غابه|غابات',
  jungle: 'jungle|forêt tropicale|forêt vierge|tropical forest|rainforest|ادغال|غابه استوائيه',
  desert: 'désert|dune|sahara|désertique|sahel|desert|merzouga|erg|صحراء|صحاري|كثبان|صحراوي',
  oasis: 'oasis|palmeraie|palm grove|واحه|واحات',
  savanna: 'savane|safari|brousse|serengeti|savanna|savannah|bush africain|سافانا|سفاري',
  garden: 'jardin|parc|riad|roseraie|garden|park|حديقه|حدايق|حدائق|بستان|منتزه',
  road: 'route|chemin|piste|autoroute|sentier|road|path|highway|track|trail|طريق|درب',
  city: 'ville|métropole|gratte ciel|immeuble|urbain|casablanca|dakar|abidjan|lagos|paris|new york|tokyo|dubai|city|town|skyline|skyscraper|downtown|urban|building|metropolis|مدينه|مدن|ناطحات سحاب|ناطحه سحاب|مباني|عماره|الدار البيضاء',
  'city+mood:neon+time:night': 'cyberpunk|ville néon|neon city|سايبربانك',
  village: 'village|hameau|ferme|chalet|maison|chaumière|cottage|farm|farmhouse|house|cabin|hamlet|قريه|قري|بيت|منزل|كوخ جبلي',
  huts: 'village africain|case africaine|huttes|hutte|paillote|african village|hut|thatched hut|قريه افريقيه|اكواخ|كوخ',
  medina:
    'médina|fès|fez|marrakech|chefchaouen|rabat|tunis|alger|vieille ville|ville ancienne|old town|old city|marrakesh|مدينه قديمه|المدينه العتيقه|مدينه عتيقه|مراكش|فاس|شفشاون|الرباط',
  kasbah: 'kasbah|casbah|ksar|ouarzazate|aït ben haddou|ait benhaddou|forteresse de terre|قصبه|قصبات|قصر طيني|ورزازات',
  street: 'rue|ruelle|avenue|boulevard|trottoir|street|alley|lane|شارع|زقاق|ازقه|شوارع',
  market: '=marché|souk|bazar|étal|étals|marché aux épices|épices|market|marketplace|bazaar|souq|spice market|سوق|اسواق|بازار|توابل',
  harbour: 'port|port de pêche|quai|marina|essaouira|harbour|harbor|quay|dock|pier|ميناء|مرفا|مرسي',
  mosque: 'mosquée|minaret|mosque|مسجد|جامع|صومعه|ماذنه|مسجد الحسن الثاني',
  pyramids: 'pyramide|gizeh|pyramid|giza|اهرام|اهرامات|هرم',
  castle: 'château|forteresse|donjon|castle|fortress|palace|palais|قلعه|قصر|حصن',
  space:
    'espace|cosmos|galaxie|nébuleuse|planète|univers|voie lactée dans l espace|space|outer space|galaxy|nebula|planet|universe|cosmic|cosmique|mars planète|orbite|orbit|فضاء|مجره|كوكب|كواكب|كون|سديم',
  underwater:
    'sous l eau|sous la mer|sous marin|fonds marins|fond marin|récif|corail|coraux|underwater|under the sea|undersea|coral reef|reef|coral|تحت الماء|تحت البحر|اعماق البحر|شعاب مرجانيه|مرجان',
  sky: 'ciel|nuages au dessus|sky|heaven|سماء',
  room: 'salon|chambre|intérieur|appartement|pièce|cuisine|bureau|fenêtre|living room|bedroom|interior|apartment|room|kitchen|office|window|indoors|غرفه|صالون|داخل البيت|غرفه نوم|مكتب|مطبخ|نافذه',
  library: 'bibliothèque|librairie|library|bookshop|bookstore|bookshelf|مكتبه',
  cafe: 'café terrasse|café|restaurant|bistrot|salon de thé|coffee shop|cafe|restaurant|tea house|diner|مقهي|مطعم',
  studio: 'studio|studio photo|fond uni|plateau de tournage|tournage|casting|photo studio|film set|audition|استوديو|تصوير فيلم|كاستينغ',
  stage:
    'scène de théâtre|scène|théâtre|concert|opéra|spectacle|festival de musique|stage|theatre|theater|opera|movie theatre|movie theater|film screening|projector|projectors|salle de cinéma|projecteur de film|vieux projecteur|ciné-club|مسرح|حفله|حفل|خشبه المسرح',
};

export const FLORA_WORDS: Words = {
  palm: 'palmier|dattier|cocotier|palm|palm tree|coconut tree|نخل|نخيل|نخله',
  pine: 'sapin|pin|cèdre|conifère|mélèze|pine|fir|cedar|spruce|conifer|صنوبر|ارز الاطلس|شجره ارز',
  broadleaf: 'arbre|chêne|hêtre|érable|tree|oak|maple|شجره|اشجار|شجر|بلوط',
  acacia: 'acacia|اكاسيا|سنط|طلح',
  baobab: 'baobab|باوباب',
  cypress: 'cyprès|cypress|سرو',
  cactus: 'cactus|cacti|صبار',
  birch: 'bouleau|birch|بتولا',
  blossom:
    'cerisier|amandier|amandiers en fleurs|cerisiers en fleurs|sakura|cherry blossom|almond tree|jacaranda|لوز مزهر|ازهار الكرز|شجره كرز',
  olive: 'olivier|oliveraie|olive tree|زيتون|زيتونه',
  argan: 'arganier|argan|اركان',
  bamboo: 'bambou|bamboo|خيزران',
  flowers:
    'fleur|fleuri|coquelicot|marguerite|tulipe|pâquerette|flower|flowering|wildflower|poppy|daisy|tulip|زهر|زهور|ازهار|ورود|زهره|وردي الزهور',
  'flowers+thing:sunflower': 'tournesol|sunflower|عباد الشمس',
};
