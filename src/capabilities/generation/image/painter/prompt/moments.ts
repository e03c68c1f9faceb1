/** Words for the hour, the weather, the season, the sky, colours and moods. */
import type { Words } from './lexicon.ts';

export const TIME_WORDS: Words = {
  day: 'jour|journée|midi|plein jour|plein soleil|ensoleillé|après midi|day|daytime|noon|midday|sunny|daylight|afternoon|نهار|ظهر|ظهيره|مشمس|منتصف النهار',
  dawn: 'aube|aurore du matin|lever du soleil|lever de soleil|soleil levant|matin|petit matin|dawn|sunrise|daybreak|morning|rising sun|فجر|شروق|شروق الشمس|صباح',
  sunset:
    'coucher du soleil|coucher de soleil|couchers de soleil|soleil couchant|crépuscule doré|heure dorée|lumière dorée|fin d après midi|sunset|golden hour|golden light|setting sun|غروب|غروب الشمس|الساعه الذهبيه|اصيل',
  dusk: 'crépuscule|heure bleue|tombée de la nuit|entre chien et loup|soir|soirée|dusk|twilight|blue hour|nightfall|evening|غسق|شفق|مساء|الساعه الزرقاء',
  night: 'nuit|nocturne|minuit|night|nighttime|midnight|ليل|ليله|ليلا|ليلي|منتصف الليل',
};

export const WEATHER_WORDS: Words = {
  clear: 'ciel dégagé|ciel clair|ciel bleu|clear sky|blue sky|cloudless|سماء صافيه|سماء زرقاء',
  cloudy: 'nuage|nuageux|cloud|cloudy|غيوم|غايم|غائم|سحاب|سحب',
  overcast: 'ciel gris|couvert de nuages|ciel couvert|gris et morne|overcast|grey sky|gray sky|سماء رماديه|ملبد بالغيوم',
  rain: 'pluie|pluvieux|averse|sous la pluie|mousson|rain|rainy|raining|shower|drizzle|monsoon|مطر|ماطر|ممطر|امطار',
  storm: 'orage|orageux|tempête|éclair|foudre|tonnerre|storm|stormy|thunderstorm|thunder|lightning|عاصفه|عاصف|برق|رعد|زوبعه',
  fog: 'brume|brouillard|brumeux|fog|foggy|mist|misty|haze|hazy|ضباب|ضبابي',
  snow: 'neige qui tombe|flocon|tempête de neige|il neige|blizzard|snowing|snowfall|snowflake|snowstorm|تساقط الثلوج|عاصفه ثلجيه',
  'season:winter': 'neige|enneigé|verglas|gelé|glace|glacé|banquise|snow|snowy|ice|icy|frozen|snow covered|ثلج|ثلوج|جليد|مثلج|ثلجي',
  sandstorm: 'tempête de sable|vent de sable|sandstorm|dust storm|عاصفه رمليه',
  wind: 'vent|venteux|wind|windy|ريح|رياح',
  rainbow: 'arc en ciel|rainbow|قوس قزح',
  'aurora+time:night': 'aurore boréale|aurores boréales|aurora borealis|northern lights|aurora|شفق قطبي|اضواء الشمال',
};

export const SEASON_WORDS: Words = {
  spring: 'printemps|printanier|spring|springtime|ربيع',
  summer: 'été|estival|summer|summertime|صيف',
  autumn: 'automne|automnal|autumn|fall colors|fall colours|fall leaves|خريف',
  winter: 'hiver|hivernal|winter|wintry|شتاء',
};

export const HEAVENS_WORDS: Words = {
  sun: 'soleil|sun|شمس',
  'moon+time:night': 'clair de lune|pleine lune|moonlight|full moon|moonlit|ضوء القمر|قمر مكتمل',
  moon: 'lune|moon|قمر|هلال|بدر',
  stars: 'étoile|étoilé|étoilée|constellation|voie lactée|star|starry|starlit|milky way|نجوم|نجمه|نجم|درب التبانه|مرصع بالنجوم',
};

export const MOOD_WORDS: Words = {
  pastel: 'pastel|doux pastel|tons doux|soft colors|soft colours|باستيل|الوان هادئه',
  neon: 'néon|fluo|fluorescent|neon|نيون',
  sepia: 'sépia|vintage|rétro|photo ancienne|sepia|retro|بني قديم|عتيق|كلاسيكي قديم',
  mono: 'noir et blanc|monochrome|black and white|black white|grayscale|greyscale|ابيض واسود|ابيض و اسود|بالابيض والاسود',
  dark: 'sombre|ténébreux|lugubre|obscur|dark|gloomy|moody|مظلم|داكن|معتم',
  bright: 'lumineux|clair et lumineux|éclatant|bright|luminous|مشرق|ساطع|مضيء',
  vivid: 'coloré|vif|vibrant|multicolore|couleurs vives|colorful|colourful|vivid|multicolored|ملون|الوان زاهيه|زاهي',
  warm: 'chaleureux|tons chauds|couleurs chaudes|warm|warm tones|cozy|دافئ|الوان دافئه',
  cold: 'froid|tons froids|glacial|cold|cool tones|بارد|الوان بارده',
};

export const COLOUR_WORDS: Words = {
  red: 'rouge|écarlate|cramoisi|vermeil|red|scarlet|crimson|احمر|حمراء|قرمزي',
  orange: 'orange|orangé|برتقالي|برتقاليه',
  yellow: 'jaune|yellow|اصفر|صفراء',
  green: 'vert|verte|émeraude|green|emerald|اخضر|خضراء|زمردي',
  turquoise: 'turquoise|cyan|teal|sarcelle|فيروزي|تركوازي',
  blue: 'bleu|bleue|azur|indigo|cobalt|blue|azure|navy|ازرق|زرقاء|نيلي',
  violet: 'violet|violette|mauve|pourpre|lilas|purple|lilac|بنفسجي|ارجواني|ليلكي',
  pink: 'rose|rosé|fuchsia|magenta|pink|وردي|ورديه|زهري',
  brown: 'marron|brun|brown|chocolat|بني',
  gold: 'doré|dorée|d or|en or|et or|couleur or|gold|golden|ذهبي|ذهبيه',
  silver: 'argenté|argentée|silver|silvery|فضي|فضيه',
  white: 'blanc|blanche|white|ابيض|بيضاء',
  black: 'noir|noire|black|اسود|سوداء',
  grey: 'gris|grise|grey|gray|رمادي|رماديه',
};
