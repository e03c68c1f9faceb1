/** What the pages and answers about CVs say. */
import { messages } from '#kernel/message.ts';

/** Of requests. */
export const outcomes = messages({
  analysed: { fr: 'CV analysé avec succès', en: 'CV analysed successfully', ar: 'تم تحليل السيرة بنجاح' },
  later: {
    fr: 'L’analyse du CV continue ; son résultat arrive dans un instant',
    en: 'The CV is still being analysed; the result comes in a moment',
    ar: 'تحليل السيرة مستمر وستظهر النتيجة بعد لحظات',
  },
  noText: {
    fr: 'Ce CV ne contient pas de texte à analyser (scan)',
    en: 'This CV holds no text to analyse (a scan)',
    ar: 'لا تحتوي هذه السيرة على نص قابل للتحليل (نسخة ممسوحة)',
  },
  noCv: { fr: 'Cette personne n’a pas envoyé de CV', en: 'This person has sent no CV', ar: 'لم يرسل هذا الشخص سيرة ذاتية' },
  unknown: { fr: 'Utilisateur non trouvé', en: 'User not found', ar: 'المستخدم غير موجود' },
  replaced: {
    fr: 'Le CV a été remplacé pendant la lecture. Recommencez.',
    en: 'The CV was replaced while it was read. Try again.',
    ar: 'تم استبدال السيرة أثناء القراءة. حاول مجددًا.',
  },
});

export const m = messages({
  title: { fr: 'Ce que dit mon CV', en: 'What my CV says', ar: 'ما تقوله سيرتي' },
  lead: {
    fr: 'Cochez ce qui est juste : rien n’est ajouté à votre profil sans vous.',
    en: 'Tick what is right: nothing is added to your profile without you.',
    ar: 'حدّد ما هو صحيح: لا يُضاف شيء إلى ملفك دون موافقتك.',
  },
  profile: { fr: 'Mon profil', en: 'My profile', ar: 'ملفي' },
  none: { fr: 'Aucun CV à lire', en: 'No CV to read', ar: 'لا توجد سيرة للقراءة' },
  noneText: {
    fr: 'Envoyez votre CV : nous y cherchons vos compétences, vos langues et vos années d’expérience, puis vous confirmez.',
    en: 'Send your CV: we look for your skills, languages and years of experience, then you confirm.',
    ar: 'أرسل سيرتك: نبحث فيها عن مهاراتك ولغاتك وسنوات خبرتك ثم تؤكدها.',
  },
  send: { fr: 'Envoyer un CV', en: 'Send a CV', ar: 'إرسال سيرة ذاتية' },
  pending: { fr: 'Votre CV est en cours de lecture', en: 'Your CV is being read', ar: 'تجري قراءة سيرتك' },
  pendingText: {
    fr: 'Cela prend quelques secondes. Rechargez la page pour voir le résultat.',
    en: 'It takes a few seconds. Reload the page to see the result.',
    ar: 'يستغرق ذلك بضع ثوانٍ. أعد تحميل الصفحة لرؤية النتيجة.',
  },
  reload: { fr: 'Recharger', en: 'Reload', ar: 'إعادة التحميل' },
  scan: { fr: 'Ce fichier ne contient pas de texte', en: 'This file holds no text', ar: 'لا يحتوي هذا الملف على نص' },
  scanText: {
    fr: 'C’est sans doute un scan ou une photo : les recruteurs ne vous trouveront pas par ses mots. Ouvrez le document d’origine, exportez-le en PDF (ou gardez-le en Word), puis envoyez-le.',
    en: 'It is probably a scan or a photo: recruiters will not find you by its words. Open the original document, export it as PDF (or keep it in Word), then send it.',
    ar: 'هو على الأرجح نسخة ممسوحة أو صورة: لن يجدك مسؤولو التوظيف بكلماته. افتح المستند الأصلي وصدّره بصيغة PDF (أو اتركه بصيغة Word) ثم أرسله.',
  },
  poor: { fr: 'Texte lu en partie seulement', en: 'Only part of the text was read', ar: 'قُرئ جزء من النص فقط' },
  poorText: {
    fr: 'Vérifiez bien ce qui suit. Un PDF exporté depuis votre logiciel se lit mieux qu’un scan.',
    en: 'Check what follows with care. A PDF exported from your program reads better than a scan.',
    ar: 'تحقق جيدًا مما يلي. يُقرأ ملف PDF المُصدَّر من برنامجك أفضل من النسخة الممسوحة.',
  },
  replace: { fr: 'Remplacer le CV', en: 'Replace the CV', ar: 'استبدال السيرة' },
  score: { fr: 'Score du CV', en: 'Score of the CV', ar: 'تقييم السيرة' },
  scoreLead: {
    fr: 'Cinq critères, 100 points. Vu de vous et des recruteurs.',
    en: 'Five criteria, 100 points. Seen by you and by recruiters.',
    ar: 'خمسة معايير، 100 نقطة. تراه أنت ومسؤولو التوظيف.',
  },
  strengths: { fr: 'Points forts', en: 'Strengths', ar: 'نقاط القوة' },
  weaknesses: { fr: 'Points faibles', en: 'Weaknesses', ar: 'نقاط الضعف' },
  advice: { fr: 'Pour progresser', en: 'To improve', ar: 'للتحسين' },
  byRules: {
    fr: 'Analyse automatique, faite ici par des règles : aucun service extérieur n’a vu votre CV.',
    en: 'Automatic analysis, made here by rules: no outside service has seen your CV.',
    ar: 'تحليل آلي أُجري هنا وفق قواعد: لم تطّلع أي خدمة خارجية على سيرتك.',
  },
  byModel: {
    fr: 'Analyse automatique d’un modèle d’IA ({provider}), sur un texte sans votre nom ni vos coordonnées. Nos règles donnent {score}/100.',
    en: 'Automatic analysis by an AI model ({provider}), of a text without your name or contacts. Our rules give {score}/100.',
    ar: 'تحليل آلي بنموذج ذكاء اصطناعي ({provider}) لنص دون اسمك ووسائل الاتصال بك. تعطي قواعدنا {score}/100.',
  },
  byRulesInstead: {
    fr: 'Le service d’IA n’a pas donné de réponse utilisable : l’analyse est faite ici, par des règles.',
    en: 'The AI service gave no usable answer: the analysis is made here, by rules.',
    ar: 'لم تقدم خدمة الذكاء الاصطناعي إجابة صالحة: أُجري التحليل هنا وفق قواعد.',
  },
  again: { fr: 'Relire mon CV', en: 'Read my CV again', ar: 'إعادة قراءة سيرتي' },
  read: { fr: 'CV relu.', en: 'The CV was read again.', ar: 'أُعيدت قراءة السيرة.' },
  found: { fr: 'Ce que nous avons lu', en: 'What we have read', ar: 'ما قرأناه' },
  foundLead: {
    fr: 'Décochez ce qui est faux. Le reste se corrige dans votre profil.',
    en: 'Untick what is wrong. The rest can be corrected in your profile.',
    ar: 'ألغِ تحديد ما هو خاطئ. يمكن تصحيح الباقي في ملفك.',
  },
  nothing: {
    fr: 'Votre profil dit déjà tout ce que nous avons lu dans le CV.',
    en: 'Your profile already says everything that we have read in the CV.',
    ar: 'يتضمن ملفك كل ما قرأناه في السيرة.',
  },
  newTalents: { fr: 'Talents à ajouter', en: 'Talents to add', ar: 'مواهب للإضافة' },
  newTalentsHint: {
    fr: 'Reconnus dans votre CV, absents de votre profil.',
    en: 'Recognised in your CV, missing from your profile.',
    ar: 'وُجدت في سيرتك وهي غير موجودة في ملفك.',
  },
  inProfile: { fr: 'Dans votre profil : {value}', en: 'In your profile: {value}', ar: 'في ملفك: {value}' },
  notInProfile: { fr: 'Vide dans votre profil', en: 'Empty in your profile', ar: 'فارغ في ملفك' },
  years: {
    fr: '{count, plural, one {# an} other {# ans}}',
    en: '{count, plural, one {# year} other {# years}}',
    ar: '{count, plural, zero {# سنة} one {سنة} two {سنتان} few {# سنوات} many {# سنة} other {# سنة}}',
  },
  yearsFromDates: { fr: 'd’après les dates', en: 'from the dates', ar: 'حسب التواريخ' },
  yearsFromWords: { fr: 'd’après vos mots', en: 'from your words', ar: 'حسب كلامك' },
  contactsNote: {
    fr: 'Les coordonnées lues dans votre CV ne sont montrées qu’à vous.',
    en: 'Contacts read in your CV are shown to you alone.',
    ar: 'وسائل الاتصال المقروءة في سيرتك لا تظهر إلا لك.',
  },
  apply: { fr: 'Ajouter à mon profil', en: 'Add to my profile', ar: 'إضافة إلى ملفي' },
  edit: { fr: 'Modifier mon profil', en: 'Edit my profile', ar: 'تعديل ملفي' },
  applied: { fr: 'Profil complété.', en: 'Profile completed.', ar: 'تم استكمال الملف.' },
  nothingTicked: {
    fr: 'Rien n’était coché : votre profil n’a pas changé.',
    en: 'Nothing was ticked: your profile has not changed.',
    ar: 'لم يُحدَّد شيء: لم يتغير ملفك.',
  },
});
