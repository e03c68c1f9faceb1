/**
 * The values of the CINEMA module that people choose from, with their names in the three languages. The value is French, as the
 * documents print it, and is what is stored and sent; the names are for pages.
 */
import type { Message } from '#kernel/message.ts';

export interface Choice {
  /** As stored and as on the wire. */
  readonly value: string;
  readonly label: Message;
  /** A colour to show beside it, an aid and nothing more. */
  readonly swatch?: string;
}
type Row = readonly [value: string, en: string, ar: string, swatch?: string];

const listOf = (rows: readonly Row[]): readonly Choice[] =>
  rows.map(([fr, en, ar, swatch]) => ({ value: fr, label: { fr, en, ar }, ...(swatch ? { swatch } : {}) }));

export const EYE_COLORS = listOf([
  ['Marron', 'Brown', 'بني', '#6b4423'],
  ['Marron foncé', 'Dark brown', 'بني داكن', '#3d2314'],
  ['Marron clair', 'Light brown', 'بني فاتح', '#8b5a2b'],
  ['Noisette', 'Hazel', 'عسلي', '#8e7618'],
  ['Noir', 'Black', 'أسود', '#1a1110'],
  ['Vert', 'Green', 'أخضر', '#4a7a4a'],
  ['Vert clair', 'Light green', 'أخضر فاتح', '#86a873'],
  ['Bleu', 'Blue', 'أزرق', '#3b6fa0'],
  ['Bleu clair', 'Light blue', 'أزرق فاتح', '#8fbcd4'],
  ['Gris', 'Grey', 'رمادي', '#7d8791'],
  ['Ambre', 'Amber', 'كهرماني', '#c58a2a'],
  ['Vairon', 'Two colours', 'عينان بلونين مختلفين'],
]);

export const HAIR_COLORS = listOf([
  ['Noir', 'Black', 'أسود', '#0f0d0c'],
  ['Brun foncé', 'Dark brown', 'بني داكن', '#2c1b12'],
  ['Brun', 'Brown', 'بني', '#4a2f1d'],
  ['Brun clair', 'Light brown', 'بني فاتح', '#6b4a31'],
  ['Châtain foncé', 'Dark chestnut', 'كستنائي داكن', '#543a26'],
  ['Châtain', 'Chestnut', 'كستنائي', '#7a5436'],
  ['Châtain clair', 'Light chestnut', 'كستنائي فاتح', '#9a7350'],
  ['Auburn', 'Auburn', 'بني محمر', '#7b2f1d'],
  ['Roux', 'Red', 'أصهب', '#b5521b'],
  ['Blond foncé', 'Dark blond', 'أشقر داكن', '#a5854f'],
  ['Blond', 'Blond', 'أشقر', '#d3b071'],
  ['Blond clair', 'Light blond', 'أشقر فاتح', '#ead9a6'],
  ['Gris', 'Grey', 'رمادي', '#8c8c8c'],
  ['Poivre et sel', 'Salt and pepper', 'يخالطه الشيب', '#6f6f6f'],
  ['Blanc', 'White', 'أبيض', '#ededed'],
  ['Coloré', 'Dyed', 'مصبوغ'],
]);

export const HAIR_TYPES = listOf([
  ['Lisse', 'Straight', 'أملس'],
  ['Ondulé', 'Wavy', 'مموج'],
  ['Bouclé', 'Curly', 'مجعد'],
  ['Frisé', 'Tightly curled', 'شديد التجعد'],
  ['Crépu', 'Coily', 'مفلفل'],
  ['Afro', 'Afro', 'أفرو'],
  ['Tressé', 'Braided', 'مضفور'],
  ['Locks', 'Locs', 'جدائل لوكس'],
  ['Rasé', 'Shaved', 'محلوق'],
  ['Chauve', 'Bald', 'أصلع'],
]);

/** In the order of the Monk Skin Tone scale. */
export const SKIN_TONES = listOf([
  ['Très clair', 'Very fair', 'فاتح جدًا', '#f6ede4'],
  ['Clair', 'Fair', 'فاتح', '#f3e7db'],
  ['Beige', 'Beige', 'بيج', '#f7ead0'],
  ['Medium', 'Medium', 'متوسط', '#eadaba'],
  ['Mat', 'Tan', 'حنطي', '#d7bd96'],
  ['Olive', 'Olive', 'زيتوني', '#a07e56'],
  ['Caramel', 'Caramel', 'كراميل', '#825c43'],
  ['Brun', 'Brown', 'أسمر', '#604134'],
  ['Foncé', 'Dark', 'داكن', '#3a312a'],
  ['Ébène', 'Ebony', 'أبنوسي', '#292420'],
]);

export const BUILDS = listOf([
  ['Très mince', 'Very slim', 'نحيف جدًا'],
  ['Mince', 'Slim', 'نحيف'],
  ['Svelte', 'Slender', 'رشيق'],
  ['Moyenne', 'Average', 'متوسط'],
  ['Athlétique', 'Athletic', 'رياضي'],
  ['Musclée', 'Muscular', 'مفتول العضلات'],
  ['Robuste', 'Sturdy', 'متين البنية'],
  ['Ronde', 'Curvy', 'ممتلئ'],
  ['Forte', 'Heavy', 'ضخم'],
  ['Très forte', 'Very heavy', 'ضخم جدًا'],
]);

/** How people describe their own origins: sensitive, optional, never asked for to register. */
export const ETHNICITIES = listOf([
  ['Africaine', 'African', 'أفريقي'],
  ["Afrique de l'Ouest", 'West African', 'غرب أفريقيا'],
  ['Afrique centrale', 'Central African', 'وسط أفريقيا'],
  ["Afrique de l'Est", 'East African', 'شرق أفريقيا'],
  ['Afrique australe', 'Southern African', 'جنوب القارة الأفريقية'],
  ["Corne de l'Afrique", 'Horn of Africa', 'القرن الأفريقي'],
  ['Arabe', 'Arab', 'عربي'],
  ['Berbère', 'Amazigh (Berber)', 'أمازيغي'],
  ['Touarègue', 'Tuareg', 'طارقي'],
  ['Sahraouie', 'Sahrawi', 'صحراوي'],
  ['Maure', 'Moor', 'موري'],
  ['Peule', 'Fula', 'فولاني'],
  ['Nubienne', 'Nubian', 'نوبي'],
  ['Malgache', 'Malagasy', 'مدغشقري'],
  ['Créole', 'Creole', 'كريولي'],
  ['Afro-descendante', 'Of African descent', 'من أصول أفريقية'],
  ['Métisse', 'Mixed', 'مختلط الأصول'],
  ['Méditerranéenne', 'Mediterranean', 'متوسطي'],
  ['Moyen-orientale', 'Middle Eastern', 'شرق أوسطي'],
  ['Turque', 'Turkish', 'تركي'],
  ['Iranienne', 'Iranian', 'إيراني'],
  ['Européenne', 'European', 'أوروبي'],
  ['Sud-asiatique', 'South Asian', 'جنوب آسيوي'],
  ['Est-asiatique', 'East Asian', 'شرق آسيوي'],
  ['Asiatique du Sud-Est', 'Southeast Asian', 'جنوب شرق آسيوي'],
  ['Latino-américaine', 'Latin American', 'أمريكي لاتيني'],
  ['Océanienne', 'Oceanian', 'أوقيانوسي'],
  ['Autre', 'Other', 'أخرى'],
  ['Préfère ne pas répondre', 'Prefers not to say', 'يفضّل عدم الإجابة'],
]);

export const TALENT_TYPES = listOf([
  ['Acteur Principal', 'Lead actor', 'ممثل رئيسي'],
  ['Acteur Secondaire', 'Supporting actor', 'ممثل ثانوي'],
  ['Figurant', 'Extra', 'كومبارس'],
  ['Silhouette', 'Featured extra', 'كومبارس مميز'],
  ['Doublure', 'Body double', 'بديل'],
  ['Doublure Lumière', 'Lighting stand-in', 'بديل إضاءة'],
  ['Cascadeur', 'Stunt performer', 'مؤدي مشاهد خطرة'],
  ['Mannequin', 'Model', 'عارض أزياء'],
  ['Voix Off', 'Voice-over', 'معلق صوتي'],
  ['Figurant Spécialisé', 'Specialised extra', 'كومبارس متخصص'],
  ['Choriste', 'Chorus singer', 'مغني كورال'],
  ['Danseur de fond', 'Background dancer', 'راقص استعراضي'],
  ['Autre', 'Other', 'أخرى'],
]);

export const PRODUCTION_TYPES = listOf([
  ['Film', 'Feature film', 'فيلم'],
  ['Court métrage', 'Short film', 'فيلم قصير'],
  ['Série TV', 'TV series', 'مسلسل تلفزيوني'],
  ['Web-série', 'Web series', 'مسلسل ويب'],
  ['Téléfilm', 'TV film', 'فيلم تلفزيوني'],
  ['Documentaire', 'Documentary', 'وثائقي'],
  ['Docu-fiction', 'Docufiction', 'وثائقي درامي'],
  ['Publicité', 'Advertisement', 'إعلان'],
  ['Clip musical', 'Music video', 'فيديو كليب'],
  ['Émission TV', 'TV show', 'برنامج تلفزيوني'],
  ["Film d'animation", 'Animated film', 'فيلم رسوم متحركة'],
  ['Théâtre', 'Theatre', 'مسرح'],
  ['Spectacle vivant', 'Live show', 'عرض حي'],
  ['Doublage', 'Dubbing', 'دبلجة'],
  ['Jeu vidéo', 'Video game', 'لعبة فيديو'],
  ['Shooting photo', 'Photo shoot', 'جلسة تصوير'],
  ['Film institutionnel', 'Corporate film', 'فيلم مؤسسي'],
  ['Événement', 'Event', 'فعالية'],
  ['Autre', 'Other', 'أخرى'],
]);

export const ID_DOCUMENT_TYPES = listOf([
  ['CIN', 'National identity card', 'بطاقة التعريف الوطنية'],
  ['Passeport', 'Passport', 'جواز السفر'],
  ['Carte de séjour', 'Residence permit', 'بطاقة الإقامة'],
  ['Permis de conduire', 'Driving licence', 'رخصة القيادة'],
  ['Autre', 'Other', 'أخرى'],
]);
