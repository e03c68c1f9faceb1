import { messages } from '#kernel/message.ts';

export const m = messages({
  required: { fr: 'Ce champ est requis.', en: 'This field is required.', ar: 'هذا الحقل مطلوب.' },
  name: { fr: 'Au plus {limit} caractères.', en: 'At most {limit} characters.', ar: '{limit} حرف كحد أقصى.' },
  choice: {
    fr: 'Valeur invalide. Choisissez parmi: {values}',
    en: 'Invalid value. Choose one of: {values}',
    ar: 'قيمة غير صالحة. اختر من بين: {values}',
  },
  time: {
    fr: 'Une heure de la forme 10:00 ou 10:00:00.',
    en: 'A time like 10:00 or 10:00:00.',
    ar: 'وقت على شكل 10:00 أو 10:00:00.',
  },
  timezone: {
    fr: 'Fuseau horaire inconnu. Exemple : Africa/Casablanca',
    en: 'Unknown time zone. Example: Africa/Casablanca',
    ar: 'منطقة زمنية غير معروفة. مثال: Africa/Casablanca',
  },
  weekdays: {
    fr: 'Une liste de jours, de 1 (lundi) à 7 (dimanche).',
    en: 'A list of days, from 1 (Monday) to 7 (Sunday).',
    ar: 'قائمة أيام، من 1 (الاثنين) إلى 7 (الأحد).',
  },
  onlyWeekly: {
    fr: 'Seulement avec la fréquence weekly.',
    en: 'Only with the frequency weekly.',
    ar: 'فقط مع التكرار weekly.',
  },
  onlyMonthly: {
    fr: 'Seulement avec la fréquence monthly.',
    en: 'Only with the frequency monthly.',
    ar: 'فقط مع التكرار monthly.',
  },
  monthDay: { fr: 'Un jour du mois, de 1 à 31.', en: 'A day of the month, from 1 to 31.', ar: 'يوم من الشهر، من 1 إلى 31.' },
  platforms: {
    fr: 'Au moins une plateforme parmi : {values}',
    en: 'At least one platform of: {values}',
    ar: 'منصة واحدة على الأقل من: {values}',
  },
  day: { fr: 'Une date de la forme 2026-12-31.', en: 'A date like 2026-12-31.', ar: 'تاريخ على شكل 2026-12-31.' },
  endsBeforeStart: {
    fr: 'La fin est avant le début.',
    en: 'It ends before it starts.',
    ar: 'النهاية قبل البداية.',
  },
  ended: {
    fr: 'Ce planning n’aurait plus aucune date à venir.',
    en: 'This schedule would have no date to come.',
    ar: 'لن يكون لهذا الجدول أي تاريخ قادم.',
  },
  count: { fr: 'Un nombre entier de 1 à 10000.', en: 'A whole number from 1 to 10000.', ar: 'عدد صحيح من 1 إلى 10000.' },
  flag: { fr: 'true ou false.', en: 'true or false.', ar: 'true أو false.' },
  texts: { fr: 'Une liste de textes courts.', en: 'A list of short texts.', ar: 'قائمة نصوص قصيرة.' },
  tooLongFor: {
    fr: '{platform} : {found} caractères, {limit} au plus.',
    en: '{platform}: {found} characters, {limit} at most.',
    ar: '{platform}: {found} حرفًا، {limit} كحد أقصى.',
  },
  tooManyHashtags: {
    fr: '{platform} : {found} hashtags, {limit} au plus.',
    en: '{platform}: {found} hashtags, {limit} at most.',
    ar: '{platform}: {found} وسمًا، {limit} كحد أقصى.',
  },
  tooMany: {
    fr: 'Au plus {limit} plannings : supprimez-en un avant d’en créer un autre.',
    en: 'At most {limit} schedules: delete one before you make another.',
    ar: '{limit} جدولًا كحد أقصى: احذف واحدًا قبل إنشاء آخر.',
  },
  notFound: { fr: 'Planning introuvable', en: 'Schedule not found', ar: 'الجدول غير موجود' },
  noPicture: {
    fr: 'Aucune image validée et jamais publiée sur cette plateforme : validez-en de nouvelles.',
    en: 'No validated picture that was never posted on this platform: validate new ones.',
    ar: 'لا توجد صورة معتمدة لم تُنشر على هذه المنصة: اعتمد صورًا جديدة.',
  },
  refused: {
    fr: 'La légende dépasse les limites de la plateforme : raccourcissez le modèle.',
    en: 'The caption is beyond the limits of the platform: shorten the template.',
    ar: 'التعليق يتجاوز حدود المنصة: اختصر القالب.',
  },
  skipped: {
    fr: 'Le service était arrêté à ce moment-là ; rien n’a été publié en retard.',
    en: 'The service was not running at that time; nothing was posted late.',
    ar: 'كانت الخدمة متوقفة حينها؛ لم يُنشر شيء متأخرًا.',
  },
});
