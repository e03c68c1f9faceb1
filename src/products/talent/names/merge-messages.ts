/** What the page of a merge says. */
import { messages } from '#kernel/message.ts';

export const merge = messages({
  title: { fr: 'Fusionner {absorbed} dans {survivor}', en: 'Merge {absorbed} into {survivor}', ar: 'دمج {absorbed} في {survivor}' },
  lead: {
    fr: 'Une fiche reste, l’autre en fait partie. Choisissez ce qui est gardé, champ par champ.',
    en: 'One file stays, the other becomes part of it. Choose what is kept, field by field.',
    ar: 'يبقى ملف ويصير الآخر جزءًا منه. اختر ما يُحتفظ به حقلًا بحقل.',
  },
  stays: { fr: 'Fiche qui reste', en: 'File that stays', ar: 'الملف الباقي' },
  goes: { fr: 'Fiche absorbée', en: 'File absorbed', ar: 'الملف المدموج' },
  swap: { fr: 'Échanger les deux', en: 'Swap the two', ar: 'تبديل الملفين' },
  field: { fr: 'Champ', en: 'Field', ar: 'الحقل' },
  noChoice: {
    fr: 'Les deux fiches disent la même chose : il n’y a rien à choisir.',
    en: 'The two files say the same: there is nothing to choose.',
    ar: 'الملفان متطابقان: لا شيء للاختيار.',
  },
  choose: { fr: 'Ce qui est gardé', en: 'What is kept', ar: 'ما يُحتفظ به' },
  empty: { fr: 'vide', en: 'empty', ar: 'فارغ' },
  keepLabel: { fr: '{field} : garder {value}', en: '{field}: keep {value}', ar: '{field}: الاحتفاظ بـ {value}' },
  movesTitle: { fr: 'Ce qui se passe', en: 'What happens', ar: 'ما سيحدث' },
  codeMoves: {
    fr: 'Le code {code} et son QR code mèneront à {survivor}.',
    en: 'The code {code} and its QR code will lead to {survivor}.',
    ar: 'سيؤدي الرمز {code} ورمز QR الخاص به إلى {survivor}.',
  },
  talentsUnited: { fr: 'Les talents des deux fiches sont réunis.', en: 'The talents of both files are united.', ar: 'تُجمع مواهب الملفين.' },
  listsUnited: {
    fr: 'Les types de rôle, les langues, les talents particuliers, les productions passées et les galeries sont réunis.',
    en: 'Kinds of parts, languages, special skills, past productions and galleries are united.',
    ar: 'تُجمع أنواع الأدوار واللغات والمهارات الخاصة والأعمال السابقة ومعارض الصور.',
  },
  accountCloses: {
    fr: 'Le compte {email} est fermé et ses sessions s’arrêtent. Personne ne pourra se connecter à {survivor} avec l’ancienne adresse : prévenez la personne.',
    en: 'The account {email} is closed and its sessions end. Nobody can sign in to {survivor} with the old address: tell the person.',
    ar: 'يُغلق الحساب {email} وتنتهي جلساته. لن يستطيع أحد الدخول إلى {survivor} بالعنوان القديم: أبلغ الشخص.',
  },
  cinemaFollows: {
    fr: 'Sa fiche CINEMA {code} passe au compte gardé.',
    en: 'Its CINEMA file {code} goes to the account that stays.',
    ar: 'ينتقل ملف السينما {code} إلى الحساب الباقي.',
  },
  accountLoses: {
    fr: 'Le compte {code} n’aura plus de fiche CINEMA.',
    en: 'The account {code} will have no CINEMA file any more.',
    ar: 'لن يبقى للحساب {code} ملف سينما.',
  },
  projectsMove: {
    fr: '{count, plural, one {# projet est repris} other {# projets sont repris}}, avec leurs jours et leurs codes. Les badges en cours sont annulés et refaits : imprimez les nouveaux.',
    en: '{count, plural, one {# project moves} other {# projects move}}, with days and codes. Current badges are revoked and made anew: print the new ones.',
    ar: '{count, plural, zero {ينتقل # مشروع} one {ينتقل مشروع واحد} two {ينتقل مشروعان} few {تنتقل # مشاريع} many {ينتقل # مشروعًا} other {ينتقل # مشروع}} مع الأيام والرموز. تُلغى الشارات الحالية وتُنشأ من جديد: اطبع الجديدة.',
  },
  staysMove: {
    fr: '{count, plural, one {# présence est reprise} other {# présences sont reprises}}.',
    en: '{count, plural, one {# stay on set moves} other {# stays on set move}}.',
    ar: '{count, plural, zero {تنتقل # مرة حضور} one {ينتقل حضور واحد} two {ينتقل حضوران} few {تنتقل # مرات حضور} many {تنتقل # مرة حضور} other {تنتقل # مرة حضور}}.',
  },
  shortlistsMove: {
    fr: '{count, plural, one {# sélection la garde} other {# sélections la gardent}}, avec les notes et les réponses des clients.',
    en: '{count, plural, one {# shortlist keeps the person} other {# shortlists keep the person}}, with marks and clients’ answers.',
    ar: '{count, plural, zero {تحتفظ به # قائمة} one {تحتفظ به قائمة واحدة} two {تحتفظ به قائمتان} few {تحتفظ به # قوائم} many {تحتفظ به # قائمة} other {تحتفظ به # قائمة}} مع العلامات وإجابات العملاء.',
  },
  consentsStay: {
    fr: 'Les accords de la fiche gardée valent ; ceux de l’autre ne comptent que là où elle n’a rien dit.',
    en: 'The agreements of the file that stays count; those of the other only where it said nothing.',
    ar: 'موافقات الملف الباقي هي المعتمدة؛ وموافقات الآخر تُعتمد فقط حيث لم يذكر شيئًا.',
  },
  galleryFull: {
    fr: 'La galerie est limitée à {max} photos : {count, plural, one {# photo disparaît} other {# photos disparaissent}}.',
    en: 'A gallery holds {max} photos: {count, plural, one {# photo disappears} other {# photos disappear}}.',
    ar: 'يتسع المعرض لـ {max} صورة: {count, plural, zero {تُحذف # صورة} one {تُحذف صورة واحدة} two {تُحذف صورتان} few {تُحذف # صور} many {تُحذف # صورة} other {تُحذف # صورة}}.',
  },
  filesGo: {
    fr: 'La photo et le CV qui ne sont pas choisis sont effacés. Le reste de la fiche absorbée est conservé chiffré 90 jours.',
    en: 'The photo and the CV that are not chosen are erased. The rest of the absorbed file is kept encrypted for 90 days.',
    ar: 'تُحذف الصورة والسيرة غير المختارتين. ويُحفظ باقي الملف المدموج مشفّرًا 90 يومًا.',
  },
  lettersStay: {
    fr: 'Le journal d’activité et les e-mails déjà envoyés restent tels quels.',
    en: 'The activity log and the e-mails already sent stay as they are.',
    ar: 'يبقى سجل النشاط والرسائل المرسلة كما هي.',
  },
  blocked: {
    fr: 'Cette fusion n’est pas possible pour l’instant',
    en: 'This merge is not possible for now',
    ar: 'هذا الدمج غير ممكن حاليًا',
  },
  bothAssigned: {
    fr: 'Les deux fiches sont dans le projet « {project} » : retirez-en une d’abord.',
    en: 'Both files are in the project “{project}”: remove one of them first.',
    ar: 'الملفان كلاهما في مشروع «{project}»: احذف أحدهما أولًا.',
  },
  bothBooked: {
    fr: 'Les deux sont réservées le {day, date, long} (« {project} » et « {other} ») : libérez un des deux jours d’abord.',
    en: 'Both are booked on {day, date, long} (“{project}” and “{other}”): free one of the two days first.',
    ar: 'كلاهما محجوز يوم {day, date, long} («{project}» و«{other}»): حرّر أحد اليومين أولًا.',
  },
  atOnce: {
    fr: 'Le {day, date, long}, les deux étaient présentes au même moment ({projects}) : une personne n’est pas à deux endroits. Corrigez la présence erronée, ou ce sont deux personnes.',
    en: 'On {day, date, long} both were on set at the same moment ({projects}): one person is not in two places. Correct the wrong stay, or these are two people.',
    ar: 'يوم {day, date, long} كان كلاهما حاضرًا في اللحظة نفسها ({projects}): لا يكون الشخص في مكانين. صحّح الحضور الخاطئ، أو أنهما شخصان.',
  },
  adminKept: {
    fr: '{name} est administrateur : un compte d’administrateur n’est jamais absorbé. Échangez les deux, ou donnez-lui d’abord un autre rôle.',
    en: '{name} is an administrator: an administrator’s account is never absorbed. Swap the two, or give them another role first.',
    ar: '{name} مسؤول: لا يُدمج حساب مسؤول. بدّل الملفين أو امنحه دورًا آخر أولًا.',
  },
  twoFiles: {
    fr: 'Chaque compte a une fiche CINEMA ({one} et {other}) : fusionnez d’abord ces deux fiches.',
    en: 'Each account has a CINEMA file ({one} and {other}): merge those two files first.',
    ar: 'لكل حساب ملف سينما ({one} و{other}): ادمج هذين الملفين أولًا.',
  },
  cannotUndo: { fr: 'Une fusion ne s’annule pas', en: 'A merge cannot be undone', ar: 'لا يمكن التراجع عن الدمج' },
  typeCode: {
    fr: 'Pour confirmer, écrivez le code de la fiche absorbée ({code})',
    en: 'To confirm, type the code of the absorbed file ({code})',
    ar: 'للتأكيد، اكتب رمز الملف المدموج ({code})',
  },
  wrongCode: {
    fr: 'Ce n’est pas le code de la fiche absorbée',
    en: 'This is not the code of the absorbed file',
    ar: 'هذا ليس رمز الملف المدموج',
  },
  submit: { fr: 'Fusionner définitivement', en: 'Merge for good', ar: 'دمج نهائي' },
  back: { fr: 'Revenir à la comparaison', en: 'Back to the comparison', ar: 'العودة إلى المقارنة' },
  done: {
    fr: '{absorbed} fait désormais partie de {survivor}.',
    en: '{absorbed} is now part of {survivor}.',
    ar: 'صار {absorbed} جزءًا من {survivor}.',
  },
  gone: {
    fr: 'Cette paire n’existe plus : une des fiches a été fusionnée ou supprimée.',
    en: 'This pair is no longer there: one of the files was merged or deleted.',
    ar: 'لم يعد هذا الزوج موجودًا: دُمج أحد الملفين أو حُذف.',
  },
  differentKinds: {
    fr: 'Un talent et une fiche CINEMA se relient, ils ne se fusionnent pas.',
    en: 'A talent and a CINEMA file are linked, not merged.',
    ar: 'الموهبة وملف السينما يُربطان ولا يُدمجان.',
  },
});
