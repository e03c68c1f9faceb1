/** Who the part is: men and women, ages in words. Folded words, matched as written: here an ending makes the difference. */
export const MEN =
  'homme hommes monsieur messieurs garçon garçons gars mec masculin masculins masculine mâle man men male males boy boys gentleman gentlemen fisherman fishermen policeman policemen businessman businessmen guy guys lad رجل رجال شاب شباب شبان ولد أولاد ذكر ذكور رجلا راجل رجالة رجلين رجلان شابين شابان ولدين ولدان ذكور rajel rjal wlad';
export const WOMEN =
  'femme femmes dame dames fille filles fillette fillettes féminin féminins féminine féminines woman women female females girl girls lady ladies gal policewoman businesswoman امرأة امراة نساء فتاة فتيات بنت بنات طفلة سيدة سيدات أنثى إناث شابة شابات مرأة عيالات لعيالات مرا لمرا امرأتين امرأتان فتاتين فتاتان بنتين بنتان سيدتين سيدتان طفلات طفلتين طفلتان عجوزات bnt bent bnat mra 3yalat';
/** Family and court: a person of the part only after an article or the word role. */
export const MALE_PARTS =
  'père papa dad daddy fils pères frères grandpère frère mari époux oncle roi prince sultan vieillard father grandfather son brother husband uncle king widower أب والد جد أخ زوج عم ملك أمير';
export const FEMALE_PARTS =
  'mère maman mum mom mummy sœur sœurs mères épouse tante reine princesse veuve mariée mother grandmother daughter sister wife aunt queen princess widow bride أم والدة جدة أخت زوجة عمة خالة ملكة أميرة عروس';
/** Feminine names of trades of the screen, each with the masculine one: together they mean anybody. */
export const TRADES_OF_WOMEN: Readonly<Record<string, string>> = {
  actrice: 'acteur',
  actrices: 'acteurs',
  comédienne: 'comédien',
  comédiennes: 'comédiens',
  figurante: 'figurant',
  figurantes: 'figurants',
  cascadeuse: 'cascadeur',
  cascadeuses: 'cascadeurs',
  danseuse: 'danseur',
  danseuses: 'danseurs',
  chanteuse: 'chanteur',
  chanteuses: 'chanteurs',
  cavalière: 'cavalier',
  cavalières: 'cavaliers',
  musicienne: 'musicien',
  présentatrice: 'présentateur',
  actress: 'actor',
  actresses: 'actors',
  stuntwoman: 'stuntman',
  ballerine: 'danseur',
  ممثلة: 'ممثل',
  راقصة: 'راقص',
  مغنية: 'مغني',
  فارسة: 'فارس',
  عازفة: 'عازف',
  موسيقية: 'موسيقي',
  مجازفة: 'مجازف',
  عارضة: 'عارض',
};

export interface AgeWords {
  readonly words: string;
  readonly min?: number;
  readonly max?: number;
  /** Said so loosely that it leaves nobody out. */
  readonly vague?: boolean;
}
export const AGE_WORDS: readonly AgeWords[] = [
  { words: 'vingtaine, twenties, 20s, العشرينات, العشرينيات, عشريني, عشرينية', min: 20, max: 29 },
  { words: 'trentaine, trentenaire, thirties, 30s, الثلاثينات, الثلاثينيات, ثلاثيني, ثلاثينية', min: 30, max: 39 },
  { words: 'quarantaine, quadragénaire, quadra, forties, 40s, الأربعينات, الأربعينيات, أربعيني, أربعينية', min: 40, max: 49 },
  { words: 'cinquantaine, quinquagénaire, quinqua, fifties, 50s, الخمسينات, الخمسينيات, خمسيني, خمسينية', min: 50, max: 59 },
  { words: 'soixantaine, soixantenaire, sexagénaire, sixties, 60s, الستينات, الستينيات, ستيني, ستينية', min: 60, max: 69 },
  { words: 'septuagénaire, seventies, 70s, السبعينات, السبعينيات', min: 70, max: 79 },
  { words: 'octogénaire, eighties', min: 80, max: 89 },
  { words: 'bébé, bébés, nourrisson, baby, babies, infant, toddler, رضيع', min: 0, max: 3 },
  {
    words:
      'enfant, enfants, gamin, gamine, fillette, petit garçon, petite fille, child, children, kid, kids, little boy, little girl, little boys, little girls, طفل, طفلة, أطفال, طفلان, طفلين, طفلتان, طفلتين, طفلات, صبي, صبية, صبيان, دراري صغار, ولاد صغار, أولاد صغار, بنات صغار, وليدات, bnat sghar, drari sghar',
    min: 4,
    max: 12,
  },
  {
    words:
      'adolescent, adolescente, adolescents, adolescentes, ado, ados, teenager, teenagers, teen, teens, مراهق, مراهقة, مراهقين, مراهقون, مراهقات',
    min: 13,
    max: 17,
  },
  {
    words:
      'personne âgée, personnes âgées, vieil homme, vieille femme, vieille dame, vieillard, retraité, retraitée, elderly, old man, old woman, old lady, senior citizen, seniors, مسن, مسنة, عجوز, شيخ كبير, كبار السن, كبار فالسن, مسنين, مسنون, مسنات, عجائز, شيوخ',
    min: 60,
  },
  { words: 'jeune adulte, jeunes adultes, young adult, young adults', min: 18, max: 28, vague: true },
  {
    words: 'jeune femme, jeune homme, jeunes femmes, jeunes hommes, young woman, young man, young women, young men, شاب, شابة, شباب, شابات',
    min: 18,
    max: 32,
    vague: true,
  },
  { words: 'jeune fille, jeunes filles, jeune garçon, young girl, young boy, teenage girl, teenage boy', min: 14, max: 22, vague: true },
  { words: 'femme mûre, homme mûr, mature woman, mature man, middle aged, âge mûr', min: 40, max: 60, vague: true },
];
