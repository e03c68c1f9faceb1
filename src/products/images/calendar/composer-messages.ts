/** What the page where posts are written says. */
import { messages } from '#kernel/message.ts';

export const compose = messages({
  title: { fr: 'Nouveau post', en: 'New post', ar: 'منشور جديد' },
  lead: {
    fr: 'Une image, des mots, une heure : un post par plateforme choisie.',
    en: 'A picture, words, a time: one post for each platform you choose.',
    ar: 'صورة وكلمات وموعد: منشور لكل منصة تختارها.',
  },
  editTitle: { fr: 'Modifier le post', en: 'Change the post', ar: 'تعديل المنشور' },
  picture: { fr: 'Image', en: 'Picture', ar: 'الصورة' },
  pictureHint: {
    fr: 'Seules les images validées peuvent être publiées.',
    en: 'Only validated pictures can be posted.',
    ar: 'لا يمكن نشر سوى الصور المعتمدة.',
  },
  noPicture: { fr: 'Aucune image validée', en: 'No validated picture', ar: 'لا توجد صورة معتمدة' },
  noPictureText: {
    fr: 'Validez une image du studio : elle pourra ensuite être publiée.',
    en: 'Validate a picture of the studio: it can be posted then.',
    ar: 'اعتمد صورة من الاستوديو ليصبح نشرها ممكنًا.',
  },
  review: { fr: 'Valider des images', en: 'Review pictures', ar: 'مراجعة الصور' },
  order: { fr: 'Créer une image', en: 'Make a picture', ar: 'إنشاء صورة' },
  platforms: { fr: 'Où', en: 'Where', ar: 'أين' },
  choosePlatform: { fr: 'Choisissez au moins une plateforme.', en: 'Choose at least one platform.', ar: 'اختر منصة واحدة على الأقل.' },
  notConnected: { fr: 'Aucun compte connecté', en: 'No account connected', ar: 'لا يوجد حساب مرتبط' },
  expired: { fr: 'À reconnecter', en: 'To be connected again', ar: 'يحتاج إلى إعادة ربط' },
  account: { fr: 'Compte {platform}', en: '{platform} account', ar: 'حساب {platform}' },
  caption: { fr: 'Légende', en: 'Caption', ar: 'النص' },
  captionOf: { fr: 'Légende pour {platform}', en: 'Caption for {platform}', ar: 'النص على {platform}' },
  differently: {
    fr: 'Un autre texte selon la plateforme',
    en: 'Another text for one platform',
    ar: 'نص مختلف حسب المنصة',
  },
  differentlyHint: {
    fr: 'Vide : la légende commune.',
    en: 'Empty: the common caption.',
    ar: 'فارغ: النص المشترك.',
  },
  hashtags: { fr: 'Hashtags', en: 'Hashtags', ar: 'الوسوم' },
  hashtagsHint: {
    fr: 'Séparés par des espaces, avec ou sans #.',
    en: 'Separated by spaces, with or without #.',
    ar: 'مفصولة بمسافات، مع # أو بدونه.',
  },
  firstComment: { fr: 'Premier commentaire', en: 'First comment', ar: 'التعليق الأول' },
  firstCommentHint: {
    fr: 'Dit sous le post par le même compte, une fois le post en ligne.',
    en: 'Said below the post by the same account, once the post is live.',
    ar: 'يُكتب تحت المنشور من الحساب نفسه بعد ظهوره.',
  },
  when: { fr: 'Quand', en: 'When', ar: 'متى' },
  day: { fr: 'Jour', en: 'Day', ar: 'اليوم' },
  time: { fr: 'Heure', en: 'Time', ar: 'الساعة' },
  badTime: { fr: 'Choisissez un jour et une heure.', en: 'Choose a day and a time.', ar: 'اختر يومًا وساعة.' },
  utm: { fr: 'Suivi des liens (UTM)', en: 'Link tracking (UTM)', ar: 'تتبع الروابط (UTM)' },
  utmHint: {
    fr: 'Ajouté aux adresses de la légende, pour savoir d’où viennent les visites.',
    en: 'Added to the addresses in the caption, to know where visits come from.',
    ar: 'تُضاف إلى عناوين النص لمعرفة مصدر الزيارات.',
  },
  utmSource: { fr: 'Source', en: 'Source', ar: 'المصدر' },
  utmMedium: { fr: 'Support', en: 'Medium', ar: 'الوسيط' },
  utmCampaign: { fr: 'Campagne', en: 'Campaign', ar: 'الحملة' },
  preview: { fr: 'Aperçu', en: 'Preview', ar: 'معاينة' },
  previewOn: { fr: 'Aperçu sur {platform}', en: 'Preview on {platform}', ar: 'معاينة على {platform}' },
  previewHint: {
    fr: 'Ce qui sera envoyé, au pixel et au mot près.',
    en: 'What will be sent, to the pixel and to the word.',
    ar: 'ما سيُرسل تمامًا، بالبكسل والكلمة.',
  },
  crop: { fr: 'Cadrage pour {platform}', en: 'Crop for {platform}', ar: 'الإطار على {platform}' },
  cropHint: {
    fr: 'Faites glisser l’image, ou utilisez le curseur.',
    en: 'Drag the picture, or use the slider.',
    ar: 'اسحب الصورة أو استخدم المؤشر.',
  },
  writeFirst: { fr: 'Votre légende apparaîtra ici.', en: 'Your caption will appear here.', ar: 'سيظهر نصك هنا.' },
  plan: { fr: 'Planifier', en: 'Plan', ar: 'برمجة' },
  now: { fr: 'Publier maintenant', en: 'Publish now', ar: 'النشر الآن' },
  sending: { fr: 'Envoi…', en: 'Sending…', ar: 'جارٍ الإرسال…' },
  cancel: { fr: 'Annuler', en: 'Cancel', ar: 'إلغاء' },
  planned: {
    fr: '{count, plural, one {Post planifié} other {# posts planifiés}} : {when}',
    en: '{count, plural, one {Post planned} other {# posts planned}}: {when}',
    ar: '{count, plural, zero {بُرمج # منشور} one {بُرمج المنشور} two {بُرمج منشوران} few {بُرمجت # منشورات} many {بُرمج # منشورًا} other {بُرمج # منشور}}: {when}',
  },
  changed: { fr: 'Post modifié.', en: 'Post changed.', ar: 'تم تعديل المنشور.' },
  saveChanges: { fr: 'Enregistrer', en: 'Save', ar: 'حفظ' },
  bestTimes: { fr: 'Bons moments', en: 'Good times', ar: 'أوقات مناسبة' },
  suggest: { fr: 'Proposer des légendes', en: 'Suggest captions', ar: 'اقتراح نصوص' },
  tone: { fr: 'Ton', en: 'Tone', ar: 'النبرة' },
  suggesting: { fr: 'Un instant…', en: 'One moment…', ar: 'لحظة…' },
  suggestFailed: {
    fr: 'Aucune proposition pour l’instant. Réessayez plus tard.',
    en: 'No suggestion right now. Try again later.',
    ar: 'لا اقتراحات حاليًا. حاول لاحقًا.',
  },
  useCaption: { fr: 'Utiliser', en: 'Use', ar: 'استخدام' },
  pictureFirst: { fr: 'Choisissez d’abord une image.', en: 'Choose a picture first.', ar: 'اختر صورة أولًا.' },
  sets: { fr: 'Ensembles gardés', en: 'Saved sets', ar: 'مجموعات محفوظة' },
  suggested: { fr: 'Proposés', en: 'Suggested', ar: 'مقترحة' },
  keepSet: { fr: 'Garder ces hashtags sous un nom', en: 'Keep these hashtags under a name', ar: 'حفظ هذه الوسوم باسم' },
  setName: { fr: 'Nom de l’ensemble', en: 'Name of the set', ar: 'اسم المجموعة' },
  keep: { fr: 'Garder', en: 'Keep', ar: 'حفظ' },
  setKept: { fr: 'Ensemble « {name} » gardé.', en: 'Set “{name}” kept.', ar: 'حُفظت المجموعة «{name}».' },
});

/** Why a platform will not take these words. */
export const limits = messages({
  too_long: {
    fr: '{platform} : {found} caractères pour {limit} permis. Enlevez-en {over}.',
    en: '{platform}: {found} characters, {limit} are allowed. Take {over} away.',
    ar: '{platform}: {found} حرفًا والمسموح {limit}. احذف {over}.',
  },
  too_many_hashtags: {
    fr: '{platform} : {found} hashtags pour {limit} permis.',
    en: '{platform}: {found} hashtags, {limit} are allowed.',
    ar: '{platform}: {found} وسمًا والمسموح {limit}.',
  },
  too_many_mentions: {
    fr: '{platform} : {found} mentions pour {limit} permises.',
    en: '{platform}: {found} mentions, {limit} are allowed.',
    ar: '{platform}: {found} إشارة والمسموح {limit}.',
  },
  too_many_media: {
    fr: '{platform} : {limit} images au plus.',
    en: '{platform}: at most {limit} pictures.',
    ar: '{platform}: {limit} صور على الأكثر.',
  },
  media_required: { fr: '{platform} demande une image.', en: '{platform} needs a picture.', ar: '{platform} تتطلب صورة.' },
  format: {
    fr: '{platform} n’accepte pas ce texte tel quel.',
    en: '{platform} does not take this text as it is.',
    ar: 'لا تقبل {platform} هذا النص كما هو.',
  },
  comment: {
    fr: '{platform} : premier commentaire trop long ({found} pour {limit}).',
    en: '{platform}: first comment too long ({found} for {limit}).',
    ar: '{platform}: التعليق الأول طويل جدًا ({found} والمسموح {limit}).',
  },
});

export const tones = messages({
  warm: { fr: 'Chaleureux', en: 'Warm', ar: 'ودّي' },
  professional: { fr: 'Professionnel', en: 'Professional', ar: 'مهني' },
  playful: { fr: 'Enjoué', en: 'Playful', ar: 'مرح' },
  poetic: { fr: 'Poétique', en: 'Poetic', ar: 'شاعري' },
});
