/** What the pages of the library say. */
import { type Message, messages } from '#kernel/message.ts';
import type { Tone } from '#kernel/page/components.tsx';
import type { IconName } from '#kernel/page/icons.tsx';
import type { ConsentLook, Evidence, Purpose } from './consent.ts';
import type { EventName } from './consents-store.ts';
import type { MediumKind, Said, Standing } from './medium.ts';

export const words = messages({
  title: { fr: 'Médiathèque', en: 'Media library', ar: 'مكتبة الوسائط' },
  lead: {
    fr: 'Tout ce que le studio peut publier, avec les personnes qui y apparaissent et leurs accords.',
    en: 'Everything the studio may publish, with the people who appear in it and what they agreed to.',
    ar: 'كل ما يمكن للاستوديو نشره، مع الأشخاص الظاهرين فيه وموافقاتهم.',
  },
  mine: { fr: 'Mon image', en: 'My image', ar: 'صورتي' },
  search: { fr: 'Titre, personne ou code', en: 'Title, person or code', ar: 'عنوان أو شخص أو رمز' },
  kind: { fr: 'Sorte', en: 'Kind', ar: 'النوع' },
  rights: { fr: 'Droits', en: 'Rights', ar: 'الحقوق' },
  person: { fr: 'Personne', en: 'Person', ar: 'الشخص' },
  soon: { fr: 'Se termine sous 30 jours', en: 'Ends within 30 days', ar: 'تنتهي خلال 30 يومًا' },
  media: {
    fr: '{total, plural, =0 {Aucun média} one {# média} other {# médias}}',
    en: '{total, plural, =0 {No media} one {# medium} other {# media}}',
    ar: '{total, plural, =0 {لا وسائط} one {وسيط واحد} two {وسيطان} few {# وسائط} many {# وسيطًا} other {# وسيط}}',
  },
  none: { fr: 'Rien à publier pour l’instant', en: 'Nothing to publish yet', ar: 'لا شيء للنشر بعد' },
  noneText: {
    fr: 'Créez une image ou un film : ils arrivent ici dès qu’ils sont prêts.',
    en: 'Make a picture or a film: they arrive here as soon as they are ready.',
    ar: 'أنشئ صورة أو فيلمًا: يصل إلى هنا فور جاهزيته.',
  },
  makePicture: { fr: 'Créer une image', en: 'Make a picture', ar: 'إنشاء صورة' },
  noneFound: { fr: 'Aucun média ne correspond', en: 'No medium matches', ar: 'لا وسيط مطابق' },
  noneFoundText: { fr: 'Retirez un filtre.', en: 'Take a filter away.', ar: 'أزل أحد المرشحات.' },
  all: { fr: 'Tout voir', en: 'See all', ar: 'عرض الكل' },
  until: { fr: 'jusqu’au', en: 'until', ar: 'حتى' },
  select: { fr: 'Choisir « {title} »', en: 'Choose “{title}”', ar: 'اختيار «{title}»' },
  bulk: { fr: 'Déclarer les médias cochés', en: 'Declare the media that are ticked', ar: 'التصريح بالوسائط المحددة' },
  bulkLead: {
    fr: 'Cochez ceux que vous avez apportés, puis dites qui y apparaît. Les images faites ici n’en ont pas besoin.',
    en: 'Tick those that you brought, then say who appears in them. Pictures that were made here need none.',
    ar: 'حدد الوسائط التي أحضرتها ثم صرّح بمن يظهر فيها. الصور المصنوعة هنا لا تحتاج إلى ذلك.',
  },
  declare: { fr: 'Qui apparaît ?', en: 'Who appears?', ar: 'من يظهر؟' },
  nobody: { fr: 'Personne de réel', en: 'Nobody real', ar: 'لا أحد حقيقي' },
  nobodyText: { fr: 'Un lieu, un objet, un dessin', en: 'A place, a thing, a drawing', ar: 'مكان أو شيء أو رسم' },
  people: { fr: 'Des personnes', en: 'People', ar: 'أشخاص' },
  peopleText: { fr: 'Nommez-les toutes', en: 'Name all of them', ar: 'اذكرهم جميعًا' },
  names: { fr: 'Qui ?', en: 'Who?', ar: 'من؟' },
  namesHint: {
    fr: 'Une personne par ligne : son code (MACAS0001F) ou son nom.',
    en: 'One person a line: their code (MACAS0001F) or their name.',
    ar: 'شخص في كل سطر: رمزه (MACAS0001F) أو اسمه.',
  },
  credit: { fr: 'Crédit', en: 'Credit', ar: 'حقوق العمل' },
  creditHint: { fr: 'Photographe, agence…', en: 'Photographer, agency…', ar: 'المصور أو الوكالة…' },
  licence: { fr: 'Licence', en: 'Licence', ar: 'الترخيص' },
  save: { fr: 'Déclarer', en: 'Declare', ar: 'تصريح' },
  declared: {
    fr: '{count, plural, one {C’est déclaré.} other {# médias sont déclarés.}}',
    en: '{count, plural, one {It is declared.} other {# media are declared.}}',
    ar: '{count, plural, zero {تم التصريح بـ# وسيط.} one {تم التصريح.} two {تم التصريح بوسيطين.} few {تم التصريح بـ# وسائط.} many {تم التصريح بـ# وسيطًا.} other {تم التصريح بـ# وسيط.}}',
  },
  declaredStopped: {
    fr: 'C’est déclaré. {count, plural, one {# publication prévue est arrêtée} other {# publications prévues sont arrêtées}} : il manque un accord.',
    en: 'It is declared. {count, plural, one {# planned post is stopped} other {# planned posts are stopped}}: a consent is missing.',
    ar: 'تم التصريح. {count, plural, zero {أُوقف # منشور} one {أُوقف منشور مبرمج} two {أُوقف منشوران} few {أُوقفت # منشورات} many {أُوقف # منشورًا} other {أُوقف # منشور}}: تنقص موافقة.',
  },
  open: { fr: 'Ouvrir', en: 'Open', ar: 'فتح' },
  facts: { fr: 'En bref', en: 'In short', ar: 'باختصار' },
  madeOn: { fr: 'Fait le', en: 'Made on', ar: 'أُنشئ في' },
  madeFor: { fr: 'Pour', en: 'For', ar: 'من أجل' },
  who: { fr: 'Personnes visibles', en: 'Who is seen', ar: 'من يظهر' },
  madeOf: { fr: 'Fait à partir de', en: 'Made of', ar: 'مصنوع من' },
  wherePublished: { fr: 'Où il est publié', en: 'Where it is published', ar: 'أين نُشر' },
  notPublished: {
    fr: 'Nulle part pour l’instant.',
    en: 'Nowhere yet.',
    ar: 'لم يُنشر في أي مكان بعد.',
  },
  history: { fr: 'Ce qui s’est passé', en: 'What happened', ar: 'ما حدث' },
  consents: { fr: 'Accords', en: 'Consents', ar: 'الموافقات' },
  noConsent: { fr: 'Aucun accord.', en: 'No consent.', ar: 'لا موافقة.' },
  ask: { fr: 'Demander son accord', en: 'Ask for consent', ar: 'طلب الموافقة' },
  askTitle: { fr: 'Demander l’accord de {person}', en: 'Ask {person} for consent', ar: 'طلب موافقة {person}' },
  askLead: {
    fr: 'Un e-mail part avec un lien personnel. La personne voit l’image et le texte exact, puis accepte ou refuse.',
    en: 'An e-mail leaves with a personal link. The person sees the picture and the exact words, then agrees or refuses.',
    ar: 'تُرسل رسالة مع رابط شخصي. يرى الشخص الصورة والنص الدقيق ثم يوافق أو يرفض.',
  },
  record: { fr: 'Enregistrer un accord signé', en: 'Record a signed consent', ar: 'تسجيل موافقة موقعة' },
  recordLead: {
    fr: 'Le document est gardé chiffré. La personne en reçoit un reçu.',
    en: 'The document is kept encrypted. The person gets a receipt.',
    ar: 'تُحفظ الوثيقة مشفرة. يتلقى الشخص إيصالًا.',
  },
  document: { fr: 'Document signé', en: 'Signed document', ar: 'الوثيقة الموقعة' },
  onPaper: {
    fr: 'L’accord signé est gardé au studio',
    en: 'The signed paper is kept at the studio',
    ar: 'الورقة الموقعة محفوظة في الاستوديو',
  },
  seeDocument: { fr: 'Voir le document', en: 'See the document', ar: 'عرض الوثيقة' },
  scope: { fr: 'Pour quoi ?', en: 'For what?', ar: 'لأي غرض؟' },
  scopeMedium: { fr: 'Ce média seulement', en: 'This medium only', ar: 'هذا الوسيط فقط' },
  scopeProject: { fr: 'Tout ce qui est fait pour « {title} »', en: 'All that is made for “{title}”', ar: 'كل ما يُصنع من أجل «{title}»' },
  scopeAll: {
    fr: 'Tout ce que le studio publie avec cette personne',
    en: 'All that the studio publishes with this person',
    ar: 'كل ما ينشره الاستوديو مع هذا الشخص',
  },
  purposes: { fr: 'Usages', en: 'Uses', ar: 'الاستعمالات' },
  platforms: {
    fr: 'Plateformes (toutes si rien n’est coché)',
    en: 'Platforms (all when none is ticked)',
    ar: 'المنصات (جميعها إذا لم يُحدد شيء)',
  },
  everywhere: { fr: 'Toutes les plateformes', en: 'Every platform', ar: 'جميع المنصات' },
  territory: { fr: 'Territoire', en: 'Territory', ar: 'النطاق الجغرافي' },
  untilDay: { fr: 'Jusqu’au (inclus)', en: 'Until (included)', ar: 'حتى (ضمنًا)' },
  untilHint: {
    fr: 'Vide : jusqu’à ce que la personne retire son accord.',
    en: 'Empty: until the person withdraws it.',
    ar: 'فارغ: إلى أن يسحب الشخص موافقته.',
  },
  email: { fr: 'E-mail de la personne', en: 'E-mail of the person', ar: 'البريد الإلكتروني للشخص' },
  send: { fr: 'Envoyer la demande', en: 'Send the request', ar: 'إرسال الطلب' },
  asked: { fr: 'La demande est partie à {person}.', en: 'The request has gone to {person}.', ar: 'أُرسل الطلب إلى {person}.' },
  recorded: { fr: 'L’accord de {person} est enregistré.', en: 'The consent of {person} is recorded.', ar: 'تم تسجيل موافقة {person}.' },
  noteWithdrawal: { fr: 'Noter un retrait', en: 'Note a withdrawal', ar: 'تسجيل سحب الموافقة' },
  withdraw: { fr: 'Retirer mon accord', en: 'Withdraw my consent', ar: 'سحب موافقتي' },
  withdrawTitle: { fr: 'Retirer cet accord ?', en: 'Withdraw this consent?', ar: 'سحب هذه الموافقة؟' },
  withdrawText: {
    fr: 'Ce qui est prévu avec cette image et n’est pas encore publié s’arrête aussitôt. Pour ce qui est en ligne, le studio est prévenu.',
    en: 'What is planned with this picture and not yet published stops at once. For what is live, the studio is told.',
    ar: 'يتوقف فورًا ما هو مبرمج بهذه الصورة ولم يُنشر بعد. ويُبلَّغ الاستوديو بما هو ظاهر.',
  },
  why: { fr: 'Pourquoi ? (facultatif)', en: 'Why? (optional)', ar: 'لماذا؟ (اختياري)' },
  withdrawn: {
    fr: 'L’accord est retiré. {count, plural, =0 {Rien n’était prévu.} one {# publication prévue est arrêtée.} other {# publications prévues sont arrêtées.}}',
    en: 'The consent is withdrawn. {count, plural, =0 {Nothing was planned.} one {# planned post is stopped.} other {# planned posts are stopped.}}',
    ar: 'تم سحب الموافقة. {count, plural, =0 {لم يكن شيء مبرمجًا.} one {أُوقف منشور مبرمج.} two {أُوقف منشوران.} few {أُوقفت # منشورات.} many {أُوقف # منشورًا.} other {أُوقف # منشور.}}',
  },
  mineLead: {
    fr: 'Ce à quoi vous avez dit oui, pour quoi et jusqu’à quand. Vous pouvez retirer un accord à tout moment.',
    en: 'What you agreed to, for what and until when. You can withdraw a consent at any time.',
    ar: 'ما وافقت عليه، ولأي غرض وحتى متى. يمكنك سحب موافقتك في أي وقت.',
  },
  mineNone: { fr: 'Personne ne vous a rien demandé', en: 'Nobody has asked you for anything', ar: 'لم يطلب منك أحد شيئًا' },
  mineNoneText: {
    fr: 'Quand le studio voudra publier votre image, sa demande apparaîtra ici et dans vos e-mails.',
    en: 'When the studio wants to publish your picture, its request appears here and in your mail.',
    ar: 'عندما يرغب الاستوديو في نشر صورتك، سيظهر طلبه هنا وفي بريدك.',
  },
  answerNow: { fr: 'Répondre', en: 'Answer', ar: 'الرد' },
  publicTitle: { fr: 'Votre image, votre accord', en: 'Your picture, your consent', ar: 'صورتك وموافقتك' },
  publicLead: {
    fr: '{person}, {site} vous demande votre accord.',
    en: '{person}, {site} asks for your consent.',
    ar: '{person}، يطلب {site} موافقتك.',
  },
  exactText: { fr: 'Ce que vous acceptez', en: 'What you agree to', ar: 'ما توافق عليه' },
  version: { fr: 'Version du texte : {version}', en: 'Version of the text: {version}', ar: 'نسخة النص: {version}' },
  accept: { fr: 'J’accepte', en: 'I agree', ar: 'أوافق' },
  refuse: { fr: 'Je refuse', en: 'I refuse', ar: 'أرفض' },
  thanksGiven: {
    fr: 'Merci. Votre accord est enregistré ; un reçu part par e-mail.',
    en: 'Thank you. Your consent is recorded; a receipt leaves by e-mail.',
    ar: 'شكرًا. سُجلت موافقتك، وسيصلك إيصال بالبريد.',
  },
  thanksRefused: {
    fr: 'C’est noté : votre image ne sera pas publiée. Un reçu part par e-mail.',
    en: 'Noted: your picture will not be published. A receipt leaves by e-mail.',
    ar: 'تم التسجيل: لن تُنشر صورتك. سيصلك إيصال بالبريد.',
  },
  stateGiven: { fr: 'Vous avez dit oui le', en: 'You said yes on', ar: 'وافقت في' },
  stateRefused: { fr: 'Vous avez refusé le', en: 'You refused on', ar: 'رفضت في' },
  stateWithdrawn: { fr: 'Vous avez retiré votre accord le', en: 'You withdrew your consent on', ar: 'سحبت موافقتك في' },
  pictureAlt: { fr: 'L’image concernée : {title}', en: 'The picture concerned: {title}', ar: 'الصورة المعنية: {title}' },
  byMachine: { fr: 'le studio', en: 'the studio', ar: 'الاستوديو' },
  byPerson: { fr: 'la personne', en: 'the person', ar: 'الشخص نفسه' },
  why_not: {
    fr: 'Pourquoi ce média ne peut pas être publié',
    en: 'Why this medium may not be published',
    ar: 'لماذا لا يمكن نشر هذا الوسيط',
  },
  mayGo: { fr: 'Peut être publié.', en: 'May be published.', ar: 'يمكن نشره.' },
});

const kinds = messages({
  picture: { fr: 'Image du studio', en: 'Studio picture', ar: 'صورة من الاستوديو' },
  film: { fr: 'Film', en: 'Film', ar: 'فيلم' },
  upload: { fr: 'Fichier apporté', en: 'Own file', ar: 'ملف خاص' },
  portrait: { fr: 'Photo de talent', en: 'Photo of a talent', ar: 'صورة موهبة' },
  logo: { fr: 'Logo', en: 'Logo', ar: 'شعار' },
});
const KIND_ICONS: Readonly<Record<MediumKind, IconName>> = {
  picture: 'image',
  film: 'film',
  upload: 'upload',
  portrait: 'user',
  logo: 'building',
};
export const KINDS: Readonly<Record<MediumKind, { readonly label: Message; readonly icon: IconName }>> = {
  picture: { label: kinds.picture, icon: KIND_ICONS.picture },
  film: { label: kinds.film, icon: KIND_ICONS.film },
  upload: { label: kinds.upload, icon: KIND_ICONS.upload },
  portrait: { label: kinds.portrait, icon: KIND_ICONS.portrait },
  logo: { label: kinds.logo, icon: KIND_ICONS.logo },
};

const standings = messages({
  clear: { fr: 'Publiable', en: 'May be published', ar: 'قابل للنشر' },
  missing: { fr: 'Il manque un accord', en: 'Consent missing', ar: 'تنقص موافقة' },
  asked: { fr: 'Demande envoyée', en: 'Asked', ar: 'أُرسل الطلب' },
  refused: { fr: 'Refusé', en: 'Refused', ar: 'مرفوض' },
  withdrawn: { fr: 'Accord retiré', en: 'Consent withdrawn', ar: 'سُحبت الموافقة' },
  expired: { fr: 'Accord terminé', en: 'Consent ended', ar: 'انتهت الموافقة' },
});
interface Look {
  readonly label: Message;
  readonly tone: Tone;
  readonly icon: IconName;
}
export const STANDING_LOOKS: Readonly<Record<Standing, Look>> = {
  clear: { label: standings.clear, tone: 'success', icon: 'check' },
  missing: { label: standings.missing, tone: 'warning', icon: 'warning' },
  asked: { label: standings.asked, tone: 'info', icon: 'mail' },
  refused: { label: standings.refused, tone: 'danger', icon: 'ban' },
  withdrawn: { label: standings.withdrawn, tone: 'danger', icon: 'undo' },
  expired: { label: standings.expired, tone: 'danger', icon: 'clock' },
};

const looks = messages({
  asked: { fr: 'Sans réponse', en: 'No answer yet', ar: 'بلا رد' },
  given: { fr: 'Accordé', en: 'Given', ar: 'مُنحت' },
  ahead: { fr: 'À venir', en: 'To come', ar: 'لاحقًا' },
});
export const CONSENT_LOOKS: Readonly<Record<ConsentLook, Look>> = {
  asked: { label: looks.asked, tone: 'info', icon: 'mail' },
  given: { label: looks.given, tone: 'success', icon: 'check' },
  ahead: { label: looks.ahead, tone: 'info', icon: 'clock' },
  refused: STANDING_LOOKS.refused,
  withdrawn: STANDING_LOOKS.withdrawn,
  expired: STANDING_LOOKS.expired,
};

export const SAID_WORDS: Readonly<Record<Said, Message>> = messages({
  made: { fr: 'Fait par une machine : personne de réel', en: 'Made by a machine: nobody real', ar: 'صنعته آلة: لا أحد حقيقي' },
  nobody: { fr: 'Personne de réel', en: 'Nobody real', ar: 'لا أحد حقيقي' },
  people: { fr: 'Des personnes nommées', en: 'People who are named', ar: 'أشخاص مذكورون' },
  parts: { fr: 'Selon ce dont il est fait', en: 'As what it is made of says', ar: 'بحسب ما صُنع منه' },
  undeclared: { fr: 'Pas encore déclaré', en: 'Not declared yet', ar: 'لم يُصرَّح به بعد' },
});

export const EVIDENCE_WORDS: Readonly<Record<Evidence, Message>> = messages({
  click: { fr: 'Répondu en ligne', en: 'Answered online', ar: 'أجاب عبر الإنترنت' },
  form: { fr: 'Papier signé', en: 'Signed paper', ar: 'ورقة موقعة' },
  document: { fr: 'Document gardé ici', en: 'Document on file', ar: 'وثيقة محفوظة هنا' },
});

export const PURPOSE_WORDS: Readonly<Record<Purpose, Message>> = messages({
  promo: { fr: 'Promotion', en: 'Promotion', ar: 'ترويج' },
  social: { fr: 'Réseaux sociaux', en: 'Social networks', ar: 'شبكات التواصل' },
  press: { fr: 'Presse', en: 'Press', ar: 'الصحافة' },
});

export const EVENT_WORDS: Readonly<Record<EventName, Message>> = messages({
  declared: { fr: 'Déclaré', en: 'Declared', ar: 'صُرّح' },
  asked: { fr: 'Accord demandé', en: 'Consent asked for', ar: 'طُلبت الموافقة' },
  given: { fr: 'Accord donné', en: 'Consent given', ar: 'مُنحت الموافقة' },
  refused: { fr: 'Accord refusé', en: 'Consent refused', ar: 'رُفضت الموافقة' },
  recorded: { fr: 'Accord signé enregistré', en: 'Signed consent recorded', ar: 'سُجلت موافقة موقعة' },
  withdrawn: { fr: 'Accord retiré', en: 'Consent withdrawn', ar: 'سُحبت الموافقة' },
  expired: { fr: 'Accord terminé', en: 'Consent ended', ar: 'انتهت الموافقة' },
  stopped: { fr: 'Publication arrêtée', en: 'Post stopped', ar: 'أُوقف منشور' },
});
