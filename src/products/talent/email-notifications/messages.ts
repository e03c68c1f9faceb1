/** What the pages about letters say. The templates name themselves in `templates.ts`. */
import { messages } from '#kernel/message.ts';

export const m = messages({
  title: { fr: 'E-mails', en: 'E-mails', ar: 'البريد الإلكتروني' },
  lead: {
    fr: 'Ce qui part, ce qui est parti, et ce qui attend une décision. Heures de Casablanca.',
    en: 'What leaves, what left, and what waits for a decision. Times are those of Casablanca.',
    ar: 'ما سيُرسل وما أُرسل وما ينتظر قرارًا. الأوقات بتوقيت الدار البيضاء.',
  },
  total: { fr: 'Total', en: 'Total', ar: 'المجموع' },
  rate: { fr: 'Taux de succès', en: 'Success rate', ar: 'نسبة النجاح' },
  rateNote: {
    fr: 'des lettres dont l’issue est jugée',
    en: 'of the letters that were tried',
    ar: 'من الرسائل التي جرت محاولة إرسالها',
  },
  doubts: {
    fr: '{count, plural, one {Pour une lettre, personne ne sait si elle est arrivée.} other {Pour # lettres, personne ne sait si elles sont arrivées.}}',
    en: '{count, plural, one {Nobody knows whether one letter arrived.} other {Nobody knows whether # letters arrived.}}',
    ar: '{count, plural, zero {لا أحد يعلم إن وصلت # رسالة.} one {لا أحد يعلم إن وصلت رسالة واحدة.} two {لا أحد يعلم إن وصلت رسالتان.} few {لا أحد يعلم إن وصلت # رسائل.} many {لا أحد يعلم إن وصلت # رسالة.} other {لا أحد يعلم إن وصلت # رسالة.}}',
  },
  doubtsText: {
    fr: 'Elles ne sont jamais renvoyées d’elles-mêmes : ouvrez-les et décidez.',
    en: 'They are never sent again by themselves: open them and decide.',
    ar: 'لا يُعاد إرسالها تلقائيًا أبدًا: افتحها واتخذ القرار.',
  },
  decide: { fr: 'Les voir', en: 'Show them', ar: 'عرضها' },

  history: { fr: 'Historique', en: 'History', ar: 'السجل' },
  found: {
    fr: '{total, plural, =0 {Aucune lettre} one {Une lettre} other {# lettres}}',
    en: '{total, plural, =0 {No letters} one {One letter} other {# letters}}',
    ar: '{total, plural, =0 {لا رسائل} one {رسالة واحدة} two {رسالتان} few {# رسائل} many {# رسالة} other {# رسالة}}',
  },
  allLetters: { fr: 'Toutes', en: 'All', ar: 'الكل' },
  tries: { fr: 'Essais', en: 'Tries', ar: 'المحاولات' },
  recipient: { fr: 'Destinataire', en: 'Recipient', ar: 'المستلم' },
  recipientHint: { fr: 'Nom ou adresse', en: 'Name or address', ar: 'الاسم أو العنوان' },
  template: { fr: 'Modèle', en: 'Template', ar: 'القالب' },
  status: { fr: 'État', en: 'Status', ar: 'الحالة' },
  from: { fr: 'Depuis le', en: 'From', ar: 'من تاريخ' },
  until: { fr: 'Jusqu’au', en: 'Until', ar: 'إلى تاريخ' },
  date: { fr: 'Date', en: 'Date', ar: 'التاريخ' },
  subject: { fr: 'Objet', en: 'Subject', ar: 'الموضوع' },
  sentBy: { fr: 'Envoyé par', en: 'Sent by', ar: 'أرسلها' },
  automatic: { fr: 'Automatique', en: 'Automatic', ar: 'تلقائي' },
  related: { fr: 'Concerne', en: 'About', ar: 'تخص' },
  projectNumber: { fr: 'Projet n° {id}', en: 'Project no. {id}', ar: 'المشروع رقم {id}' },
  none: { fr: 'Aucune lettre', en: 'No letters', ar: 'لا رسائل' },
  noneText: {
    fr: 'Aucune lettre ne correspond. Enlevez un filtre.',
    en: 'No letter matches. Take a filter away.',
    ar: 'لا توجد رسالة مطابقة. أزل أحد عوامل التصفية.',
  },
  noneYet: {
    fr: 'Aucune lettre n’est encore partie. Envoyez-vous un e-mail d’essai.',
    en: 'No letter has left yet. Send yourself a test letter.',
    ar: 'لم تُرسل أي رسالة بعد. أرسل لنفسك رسالة اختبار.',
  },
  clear: { fr: 'Effacer les filtres', en: 'Clear the filters', ar: 'مسح عوامل التصفية' },
});

export const statuses = messages({
  queued: { fr: 'En attente', en: 'Waiting', ar: 'قيد الانتظار' },
  sent: { fr: 'Envoyé', en: 'Sent', ar: 'أُرسلت' },
  failed: { fr: 'Échec', en: 'Failed', ar: 'فشلت' },
  unknown: { fr: 'Issue inconnue', en: 'Outcome unknown', ar: 'النتيجة مجهولة' },
  disabled: { fr: 'Modèle désactivé', en: 'Template off', ar: 'القالب معطّل' },
});

export const switches = messages({
  title: { fr: 'Modèles', en: 'Templates', ar: 'القوالب' },
  lead: {
    fr: 'Désactivé, un modèle ne part plus dès la prochaine lettre ; celles qui attendent déjà partent encore.',
    en: 'A template that is off stops with the next letter; those that wait already still leave.',
    ar: 'القالب المعطّل يتوقف ابتداءً من الرسالة التالية؛ أما الرسائل المنتظرة فستُرسل.',
  },
  on: { fr: 'Activé', en: 'On', ar: 'مفعّل' },
  off: { fr: 'Désactivé', en: 'Off', ar: 'معطّل' },
  switchOn: { fr: 'Activer', en: 'Switch on', ar: 'تفعيل' },
  switchOff: { fr: 'Désactiver', en: 'Switch off', ar: 'تعطيل' },
  switchOnNamed: { fr: 'Activer « {name} »', en: 'Switch on “{name}”', ar: 'تفعيل «{name}»' },
  switchOffNamed: { fr: 'Désactiver « {name} »', en: 'Switch off “{name}”', ar: 'تعطيل «{name}»' },
  isOn: { fr: '« {name} » est activé.', en: '“{name}” is on.', ar: 'تم تفعيل «{name}».' },
  isOff: { fr: '« {name} » est désactivé.', en: '“{name}” is off.', ar: 'تم تعطيل «{name}».' },
});

export const sending = messages({
  title: { fr: 'Envoi', en: 'Sending', ar: 'الإرسال' },
  sendgrid: {
    fr: 'Les lettres partent par SendGrid ({place}).',
    en: 'Letters leave through SendGrid ({place}).',
    ar: 'تُرسل الرسائل عبر SendGrid ‏({place}).',
  },
  smtp: {
    fr: 'Les lettres partent par le serveur {place}.',
    en: 'Letters leave through the server {place}.',
    ar: 'تُرسل الرسائل عبر الخادم {place}.',
  },
  outbox: {
    fr: 'Aucun serveur d’envoi : les lettres sont des fichiers du dossier {place}, et se lisent dans l’historique.',
    en: 'There is no mail server: letters are files in the folder {place}, and can be read in the history.',
    ar: 'لا يوجد خادم بريد: الرسائل ملفات في المجلد {place} ويمكن قراءتها في السجل.',
  },
  fromAddress: { fr: 'Expéditeur : {address}', en: 'Sender: {address}', ar: 'المرسل: {address}' },
  test: { fr: 'M’envoyer un e-mail d’essai', en: 'Send me a test letter', ar: 'أرسل لي رسالة اختبار' },
  testSent: {
    fr: 'L’e-mail d’essai pour {address} est en route.',
    en: 'The test letter to {address} is on its way.',
    ar: 'رسالة الاختبار إلى {address} في الطريق.',
  },
  testSubject: { fr: 'E-mail d’essai de {site}', en: 'Test letter from {site}', ar: 'رسالة اختبار من {site}' },
  testText: {
    fr: 'Si vous lisez ceci, les lettres de {site} arrivent. Elles se présentent ainsi, avec votre logo et votre pied de page.',
    en: 'If you can read this, letters from {site} arrive. This is how they look, with your logo and your footer.',
    ar: 'إذا كنت تقرأ هذا، فإن رسائل {site} تصل. هكذا تبدو، مع شعارك وتذييلك.',
  },
  testAsked: { fr: 'Demandé par', en: 'Asked for by', ar: 'طلبها' },
  testAt: { fr: 'Le', en: 'On', ar: 'بتاريخ' },
  settings: { fr: 'Expéditeur et pied de page', en: 'Sender and footer', ar: 'المرسل والتذييل' },
  settingsLead: {
    fr: 'Un champ vide reprend la configuration de l’installation.',
    en: 'An empty field falls back to the configuration of the installation.',
    ar: 'الحقل الفارغ يعود إلى إعدادات التثبيت.',
  },
  senderEmail: { fr: 'Adresse de l’expéditeur', en: 'Sender address', ar: 'عنوان المرسل' },
  senderName: { fr: 'Nom de l’expéditeur', en: 'Sender name', ar: 'اسم المرسل' },
  adminEmail: { fr: 'Adresse des administrateurs', en: 'Address of the administrators', ar: 'عنوان المسؤولين' },
  adminEmailHint: {
    fr: 'Reçoit les récapitulatifs et les alertes ; sans elle, le premier administrateur.',
    en: 'Gets recaps and alerts; without it the first administrator does.',
    ar: 'يتلقى الملخصات والتنبيهات؛ وبدونه يتلقاها المسؤول الأول.',
  },
  key: { fr: 'Clé SendGrid', en: 'SendGrid key', ar: 'مفتاح SendGrid' },
  keySet: {
    fr: 'Une clé est enregistrée, elle finit par {end}. Laissez vide pour la garder.',
    en: 'A key is stored, it ends in {end}. Leave this empty to keep it.',
    ar: 'يوجد مفتاح محفوظ ينتهي بـ {end}. اترك الحقل فارغًا للإبقاء عليه.',
  },
  keyNone: {
    fr: 'Elle passe avant la configuration, et n’est plus jamais montrée.',
    en: 'It goes before the configuration, and is never shown again.',
    ar: 'له الأولوية على الإعدادات، ولا يُعرض مرة أخرى أبدًا.',
  },
  removeKey: { fr: 'Oublier la clé enregistrée', en: 'Forget the stored key', ar: 'نسيان المفتاح المحفوظ' },
  footer: { fr: 'Pied de page', en: 'Footer', ar: 'التذييل' },
  footerHint: {
    fr: 'Sous chaque lettre, les retours à la ligne sont gardés. Vide : « © 2024 taalentio.com / Ceci est un email automatique. »',
    en: 'Below every letter, line breaks are kept. Empty: “© 2024 taalentio.com / This is an automatic e-mail.”',
    ar: 'أسفل كل رسالة، مع الحفاظ على فواصل الأسطر. إذا كان فارغًا: «© 2024 taalentio.com / هذه رسالة آلية.»',
  },
  save: { fr: 'Enregistrer', en: 'Save', ar: 'حفظ' },
  saved: { fr: 'Les réglages sont enregistrés.', en: 'The settings are saved.', ar: 'تم حفظ الإعدادات.' },
});

export const letter = messages({
  title: { fr: 'E-mail n° {id}', en: 'Letter no. {id}', ar: 'الرسالة رقم {id}' },
  details: { fr: 'Détails techniques', en: 'Technical details', ar: 'التفاصيل التقنية' },
  recipientName: { fr: 'Nom du destinataire', en: 'Name of the recipient', ar: 'اسم المستلم' },
  promised: { fr: 'Demandé', en: 'Promised', ar: 'طُلبت' },
  sentAt: { fr: 'Envoyé', en: 'Sent', ar: 'أُرسلت' },
  attempts: { fr: 'Tentatives', en: 'Tries', ar: 'المحاولات' },
  messageId: { fr: 'Identifiant du message', en: 'Message id', ar: 'معرّف الرسالة' },
  error: { fr: 'Erreur', en: 'Error', ar: 'الخطأ' },
  keptUntil: { fr: 'Peut être renvoyé jusqu’au', en: 'Can be sent again until', ar: 'يمكن إعادة إرسالها حتى' },
  asSent: { fr: 'La lettre, telle qu’envoyée', en: 'The letter as it was sent', ar: 'الرسالة كما أُرسلت' },
  asSentLead: {
    fr: 'Les liens n’y sont pas actifs, et les secrets sont remplacés par •••.',
    en: 'Its links are not active, and secrets are replaced by •••.',
    ar: 'الروابط فيها غير مفعّلة، والأسرار مستبدلة بـ •••.',
  },
  asText: { fr: 'En texte seul', en: 'As plain text', ar: 'كنص فقط' },
  again: { fr: 'Renvoyer', en: 'Send again', ar: 'إعادة الإرسال' },
  markSent: { fr: 'Marquer comme envoyé', en: 'Mark as sent', ar: 'وضع علامة «أُرسلت»' },
  doubt: {
    fr: 'Elle a été remise au serveur, qui n’a pas répondu. Elle est peut-être arrivée : demandez à la personne, ou regardez le journal du serveur.',
    en: 'It was handed to the server, which gave no answer. It may have arrived: ask the person, or look at the log of the server.',
    ar: 'سُلّمت إلى الخادم الذي لم يُجب. ربما وصلت: اسأل الشخص، أو راجع سجل الخادم.',
  },
  gone: {
    fr: 'La copie chiffrée n’est gardée que sept jours : elle ne peut plus être renvoyée d’ici.',
    en: 'The encrypted copy is kept for seven days only: it cannot be sent again from here.',
    ar: 'تُحفظ النسخة المشفّرة سبعة أيام فقط: لم يعد ممكنًا إعادة إرسالها من هنا.',
  },
  waiting: {
    fr: 'Elle attend son tour, ou un nouvel essai. Rechargez la page pour voir ce qu’elle devient.',
    en: 'It waits for its turn, or for another try. Reload the page to see what becomes of it.',
    ar: 'تنتظر دورها أو محاولة جديدة. أعد تحميل الصفحة لمعرفة مصيرها.',
  },
  againTitle: { fr: 'Renvoyer cette lettre ?', en: 'Send this letter again?', ar: 'إعادة إرسال هذه الرسالة؟' },
  againDoubt: {
    fr: 'Personne ne sait si elle est arrivée. Si elle l’est, {to} la recevra deux fois.',
    en: 'Nobody knows whether it arrived. If it did, {to} will get it twice.',
    ar: 'لا أحد يعلم إن وصلت. إن كانت قد وصلت فسيتلقاها {to} مرتين.',
  },
  againFailed: {
    fr: 'Elle n’est pas partie : {to} la recevra une fois, si la cause de l’échec a disparu.',
    en: 'It did not leave: {to} will get it once, if what stopped it is gone.',
    ar: 'لم تُرسل: سيتلقاها {to} مرة واحدة إذا زال سبب الفشل.',
  },
  againDone: { fr: 'La lettre est de nouveau en route.', en: 'The letter is on its way again.', ar: 'الرسالة في الطريق من جديد.' },
  sentTitle: { fr: 'Cette lettre est arrivée ?', en: 'Did this letter arrive?', ar: 'هل وصلت هذه الرسالة؟' },
  sentText: {
    fr: 'Elle comptera comme envoyée et sa copie sera effacée : elle ne pourra plus être renvoyée d’ici.',
    en: 'It will count as sent and its copy will be erased: it cannot be sent again from here.',
    ar: 'ستُعتبر مُرسلة وستُمحى نسختها: لن يمكن إعادة إرسالها من هنا.',
  },
  sentDone: { fr: 'La lettre est marquée comme envoyée.', en: 'The letter is marked as sent.', ar: 'وُضعت علامة «أُرسلت» على الرسالة.' },
  decided: {
    fr: 'Rien n’a été fait : il a été décidé de cette lettre entre-temps, ou sa copie n’existe plus.',
    en: 'Nothing was done: this letter was decided about meanwhile, or its copy is gone.',
    ar: 'لم يُنفّذ شيء: اتُّخذ قرار بشأن هذه الرسالة في هذه الأثناء، أو لم تعد نسختها موجودة.',
  },
});

/** What is said of many letters at once. */
export const many = messages({
  againTitle: {
    fr: '{count, plural, one {Renvoyer cette lettre ?} other {Renvoyer ces # lettres ?}}',
    en: '{count, plural, one {Send this letter again?} other {Send these # letters again?}}',
    ar: '{count, plural, zero {إعادة إرسال # رسالة؟} one {إعادة إرسال هذه الرسالة؟} two {إعادة إرسال هاتين الرسالتين؟} few {إعادة إرسال هذه الرسائل (#)؟} many {إعادة إرسال هذه الرسائل (#)؟} other {إعادة إرسال هذه الرسائل (#)؟}}',
  },
  againText: {
    fr: 'Seules celles qui ont échoué, ou dont personne ne sait si elles sont arrivées, repartent. Ces dernières pourraient arriver deux fois.',
    en: 'Only those that failed, or of which nobody knows whether they arrived, leave again. The latter may arrive twice.',
    ar: 'لا يُعاد إرسال سوى ما فشل أو ما لا يعلم أحد إن كان قد وصل. وقد تصل هذه الأخيرة مرتين.',
  },
  again: {
    fr: '{count, plural, =0 {Aucune lettre ne repart} one {Une lettre repart} other {# lettres repartent}}',
    en: '{count, plural, =0 {No letter leaves again} one {One letter leaves again} other {# letters leave again}}',
    ar: '{count, plural, =0 {لن تُرسل أي رسالة من جديد} zero {لن تُرسل أي رسالة من جديد} one {ستُرسل رسالة واحدة من جديد} two {ستُرسل رسالتان من جديد} few {ستُرسل # رسائل من جديد} many {ستُرسل # رسالة من جديد} other {ستُرسل # رسالة من جديد}}',
  },
  sentTitle: {
    fr: '{count, plural, one {Cette lettre est-elle arrivée ?} other {Ces # lettres sont-elles arrivées ?}}',
    en: '{count, plural, one {Did this letter arrive?} other {Did these # letters arrive?}}',
    ar: '{count, plural, zero {هل وصلت # رسالة؟} one {هل وصلت هذه الرسالة؟} two {هل وصلت هاتان الرسالتان؟} few {هل وصلت هذه الرسائل (#)؟} many {هل وصلت هذه الرسائل (#)؟} other {هل وصلت هذه الرسائل (#)؟}}',
  },
  sent: {
    fr: '{count, plural, =0 {Aucune lettre marquée comme envoyée} one {Une lettre marquée comme envoyée} other {# lettres marquées comme envoyées}}',
    en: '{count, plural, =0 {No letter marked as sent} one {One letter marked as sent} other {# letters marked as sent}}',
    ar: '{count, plural, =0 {لم تُعلَّم أي رسالة} zero {لم تُعلَّم أي رسالة} one {عُلِّمت رسالة واحدة كمرسلة} two {عُلِّمت رسالتان كمرسلتين} few {عُلِّمت # رسائل كمرسلة} many {عُلِّمت # رسالة كمرسلة} other {عُلِّمت # رسالة كمرسلة}}',
  },
  notWaiting: {
    fr: 'elle n’attend pas de décision, ou sa copie n’existe plus',
    en: 'it waits for no decision, or its copy is gone',
    ar: 'لا تنتظر قرارًا، أو لم تعد نسختها موجودة',
  },
});
