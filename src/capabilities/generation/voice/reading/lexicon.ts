/** What is written short and spoken long. */
import type { ReadLanguage } from './language.ts';

type ByLanguage<T> = Readonly<Record<ReadLanguage, T>>;
type Words = Readonly<Record<string, string>>;

/** After a number: alone, and of more than one (Arabic counts few and many; the form of many does for both here). */
export const UNITS: ByLanguage<Readonly<Record<string, readonly [one: string, more: string]>>> = {
  fr: {
    '%': ['pour cent', 'pour cent'],
    '€': ['euro', 'euros'],
    EUR: ['euro', 'euros'],
    $: ['dollar', 'dollars'],
    '£': ['livre', 'livres'],
    DH: ['dirham', 'dirhams'],
    MAD: ['dirham', 'dirhams'],
    DA: ['dinar', 'dinars'],
    DZD: ['dinar', 'dinars'],
    '°C': ['degré', 'degrés'],
    '°': ['degré', 'degrés'],
    km: ['kilomètre', 'kilomètres'],
    m: ['mètre', 'mètres'],
    cm: ['centimètre', 'centimètres'],
    mm: ['millimètre', 'millimètres'],
    'm²': ['mètre carré', 'mètres carrés'],
    'km²': ['kilomètre carré', 'kilomètres carrés'],
    'm³': ['mètre cube', 'mètres cubes'],
    'km/h': ['kilomètre heure', 'kilomètres heure'],
    kg: ['kilo', 'kilos'],
    g: ['gramme', 'grammes'],
    t: ['tonne', 'tonnes'],
    l: ['litre', 'litres'],
    L: ['litre', 'litres'],
    kWh: ['kilowatt-heure', 'kilowatts-heure'],
    kW: ['kilowatt', 'kilowatts'],
    W: ['watt', 'watts'],
    Go: ['giga-octet', 'giga-octets'],
    Mo: ['méga-octet', 'méga-octets'],
    min: ['minute', 'minutes'],
    s: ['seconde', 'secondes'],
    ha: ['hectare', 'hectares'],
  },
  en: {
    '%': ['percent', 'percent'],
    '€': ['euro', 'euros'],
    EUR: ['euro', 'euros'],
    $: ['dollar', 'dollars'],
    '£': ['pound', 'pounds'],
    MAD: ['dirham', 'dirhams'],
    '°C': ['degree Celsius', 'degrees Celsius'],
    '°': ['degree', 'degrees'],
    km: ['kilometre', 'kilometres'],
    m: ['metre', 'metres'],
    cm: ['centimetre', 'centimetres'],
    mm: ['millimetre', 'millimetres'],
    'm²': ['square metre', 'square metres'],
    'km²': ['square kilometre', 'square kilometres'],
    'km/h': ['kilometre an hour', 'kilometres an hour'],
    mph: ['mile an hour', 'miles an hour'],
    ft: ['foot', 'feet'],
    kg: ['kilo', 'kilos'],
    g: ['gram', 'grams'],
    lb: ['pound', 'pounds'],
    l: ['litre', 'litres'],
    L: ['litre', 'litres'],
    kWh: ['kilowatt hour', 'kilowatt hours'],
    kW: ['kilowatt', 'kilowatts'],
    W: ['watt', 'watts'],
    GB: ['gigabyte', 'gigabytes'],
    MB: ['megabyte', 'megabytes'],
    min: ['minute', 'minutes'],
    s: ['second', 'seconds'],
  },
  ar: {
    '%': ['بالمئة', 'بالمئة'],
    '٪': ['بالمئة', 'بالمئة'],
    '€': ['يورو', 'يورو'],
    $: ['دولار', 'دولار'],
    '£': ['جنيه', 'جنيه'],
    '°C': ['درجة مئوية', 'درجة مئوية'],
    '°': ['درجة', 'درجة'],
    km: ['كيلومتر', 'كيلومتر'],
    كم: ['كيلومتر', 'كيلومتر'],
    m: ['متر', 'متر'],
    kg: ['كيلوغرام', 'كيلوغرام'],
    كغ: ['كيلوغرام', 'كيلوغرام'],
    kWh: ['كيلوواط ساعة', 'كيلوواط ساعة'],
  },
};

/** Keys as they stand in a text, with their full stops. */
export const ABBREVIATIONS: ByLanguage<Words> = {
  fr: {
    'M.': 'monsieur',
    'MM.': 'messieurs',
    Mme: 'madame',
    'Mme.': 'madame',
    Mlle: 'mademoiselle',
    Dr: 'docteur',
    'Dr.': 'docteur',
    Pr: 'professeur',
    'etc.': 'et cetera',
    'cf.': 'voir',
    'av.': 'avenue',
    'bd.': 'boulevard',
    'env.': 'environ',
    'p.ex.': 'par exemple',
    'n°': 'numéro',
    'N°': 'numéro',
    '&': 'et',
    '+': 'plus',
    '=': 'égale',
    svp: 's’il vous plaît',
    vs: 'contre',
    St: 'saint',
    Ste: 'sainte',
  },
  en: {
    'Mr.': 'Mister',
    Mr: 'Mister',
    'Mrs.': 'Missis',
    Mrs: 'Missis',
    'Ms.': 'Miz',
    'Dr.': 'Doctor',
    Dr: 'Doctor',
    'Prof.': 'Professor',
    'St.': 'Saint',
    'e.g.': 'for example',
    'i.e.': 'that is',
    'etc.': 'et cetera',
    'vs.': 'versus',
    vs: 'versus',
    'approx.': 'approximately',
    'No.': 'number',
    '&': 'and',
    '+': 'plus',
    '=': 'equals',
  },
  ar: { 'د.': 'الدكتور', 'أ.': 'الأستاذ', 'م.': 'المهندس', 'إلخ.': 'إلى آخره', إلخ: 'إلى آخره', ص: 'صفحة', '&': 'و', '+': 'زائد' },
};

const spelt = (names: string): Words => Object.fromEntries(names.split(' ').map((name, index) => [String.fromCharCode(65 + index), name]));

export const LETTERS: ByLanguage<Words> = {
  fr: spelt('a bé cé dé e effe gé ache i ji ka elle emme enne o pé cu erre esse té u vé double-vé ixe igrec zède'),
  en: spelt('ay bee see dee ee eff gee aitch eye jay kay ell em en oh pee cue arr ess tee you vee double-you ex why zed'),
  ar: spelt('إيه بي سي دي إي إف جي إتش آي جاي كاي إل إم إن أو بي كيو آر إس تي يو في دابليو إكس واي زد'),
};

export const MONTHS: ByLanguage<readonly string[]> = {
  fr: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
  ar: 'يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر'.split(' '),
};

export const SPOKEN_SIGNS: ByLanguage<{
  readonly comma: string;
  readonly dot: string;
  readonly at: string;
  readonly minus: string;
  readonly hour: readonly [one: string, more: string];
}> = {
  fr: { comma: 'virgule', dot: 'point', at: 'arobase', minus: 'moins', hour: ['heure', 'heures'] },
  en: { comma: 'point', dot: 'dot', at: 'at', minus: 'minus', hour: ['o’clock', 'o’clock'] },
  ar: { comma: 'فاصل', dot: 'نقطة', at: 'آت', minus: 'ناقص', hour: ['', ''] },
};
