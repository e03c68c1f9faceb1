/** What searches by brief say to people. Criteria have their own words (criterion-words.ts), letters too (match-letter.ts). */
import { messages } from '#kernel/message.ts';

export const asking = messages({
  briefNeeded: {
    fr: 'Collez une description ou joignez un fichier qui contient du texte.',
    en: 'Paste a description or attach a file that contains text.',
    ar: 'ألصق وصفًا أو أرفق ملفًا يحتوي على نص.',
  },
  noTextInFile: {
    fr: 'Aucun texte lisible dans ce fichier : c’est sans doute une image numérisée. Collez le texte, ou exportez un PDF avec du texte.',
    en: 'No readable text in this file: it is probably a scan. Paste the text, or export a PDF with text in it.',
    ar: 'لا يوجد نص مقروء في هذا الملف: غالبًا هو صورة ممسوحة ضوئيًا. ألصق النص، أو صدّر ملف PDF يحتوي على نص.',
  },
  tooManyCriteria: {
    fr: 'Au plus {max} critères.',
    en: 'At most {max} criteria.',
    ar: '{max} معيارًا على الأكثر.',
  },
  nothingAdded: {
    fr: 'Choisissez ou écrivez au moins un critère à ajouter.',
    en: 'Choose or write at least one criterion to add.',
    ar: 'اختر أو اكتب معيارًا واحدًا على الأقل لإضافته.',
  },
  tooOften: {
    fr: 'Trente recherches par heure ont été faites. Réessayez dans {minutes, plural, one {# minute} other {# minutes}} ; votre texte est gardé ci-dessous.',
    en: 'Thirty searches were made in the last hour. Try again in {minutes, plural, one {# minute} other {# minutes}}; your text is kept below.',
    ar: 'تم إجراء ثلاثين بحثًا خلال ساعة. أعد المحاولة بعد {minutes, plural, zero {# دقيقة} one {دقيقة واحدة} two {دقيقتين} few {# دقائق} many {# دقيقة} other {# دقيقة}}؛ نصك محفوظ أدناه.',
  },
});

export const ask = messages({
  jobTitle: { fr: 'Recherche IA de talents', en: 'AI talent search', ar: 'البحث الذكي عن المواهب' },
  roleTitle: { fr: 'Casting IA', en: 'AI casting', ar: 'اختيار الممثلين الذكي' },
  jobLead: {
    fr: 'Décrivez le poste : nous en tirons des critères que vous pouvez changer, et classons les personnes en disant pourquoi.',
    en: 'Describe the job: we turn it into criteria that you can change, and rank people saying why.',
    ar: 'صِف الوظيفة: نستخرج منها معايير يمكنك تعديلها، ونرتّب الأشخاص مع ذكر السبب.',
  },
  roleLead: {
    fr: 'Décrivez le rôle : nous en tirons des critères que vous pouvez changer, et classons les personnes en disant pourquoi.',
    en: 'Describe the role: we turn it into criteria that you can change, and rank people saying why.',
    ar: 'صِف الدور: نستخرج منه معايير يمكنك تعديلها، ونرتّب الأشخاص مع ذكر السبب.',
  },
  job: { fr: 'Description du poste', en: 'Job description', ar: 'وصف الوظيفة' },
  role: { fr: 'Description du rôle', en: 'Description of the role', ar: 'وصف الدور' },
  jobHint: {
    fr: 'En français, en anglais ou en arabe. Ce que vous dites « indispensable » exclut ; le reste compte dans le score.',
    en: 'In French, English or Arabic. What you call “required” excludes people; the rest counts in the score.',
    ar: 'بالعربية أو الفرنسية أو الإنجليزية. ما تصفه بأنه «ضروري» يستبعد من لا يملكه؛ والباقي يُحتسب في الدرجة.',
  },
  jobExample: {
    fr: 'Ex. : Recherche développeur web React à Casablanca, 3 ans d’expérience, français courant indispensable, à distance possible…',
    en: 'E.g. Looking for a React web developer in Casablanca, 3 years of experience, fluent French required, remote possible…',
    ar: 'مثال: نبحث عن مطوّر ويب React في الدار البيضاء، 3 سنوات خبرة، إتقان الفرنسية ضروري، العمل عن بُعد ممكن…',
  },
  roleExample: {
    fr: 'Ex. : Recherche actrice 25-35 ans, yeux verts, parlant darija et français, sachant monter à cheval. Tournage à Ouarzazate du 3 au 28 novembre…',
    en: 'E.g. Looking for an actress aged 25–35, green eyes, speaking Darija and French, able to ride a horse. Shooting in Ouarzazate from 3 to 28 November…',
    ar: 'مثال: نبحث عن ممثلة بين 25 و35 سنة، عينان خضراوان، تتحدث الدارجة والفرنسية، تجيد ركوب الخيل. التصوير في ورزازات من 3 إلى 28 نونبر…',
  },
  file: { fr: 'Ou un fichier', en: 'Or a file', ar: 'أو ملف' },
  fileHint: {
    fr: 'PDF, Word ou texte. Avec une description, les deux sont lus ensemble.',
    en: 'PDF, Word or text. With a description, both are read together.',
    ar: 'PDF أو Word أو نص. إذا أضفت وصفًا فسيُقرآن معًا.',
  },
  search: { fr: 'Chercher', en: 'Search', ar: 'بحث' },
  fair: {
    fr: 'Le classement ne lit ni le genre, ni l’âge, ni l’origine, ni la nationalité, ni la photo, ni le nom. Il aide à choisir ; c’est vous qui décidez.',
    en: 'The ranking reads neither gender, age, origin, nationality, photo nor name. It helps to choose; you decide.',
    ar: 'لا يقرأ الترتيب الجنس ولا العمر ولا الأصل ولا الجنسية ولا الصورة ولا الاسم. إنه يساعد على الاختيار، والقرار لك.',
  },
  fairCinema: {
    fr: 'L’apparence, l’âge et le genre ne comptent que par les critères du rôle que vous écrivez. Le classement aide à choisir ; c’est vous qui décidez.',
    en: 'Looks, age and gender count only through the criteria of the role that you write. The ranking helps to choose; you decide.',
    ar: 'لا يُحتسب المظهر والعمر والجنس إلا من خلال معايير الدور التي تكتبها. الترتيب يساعد على الاختيار، والقرار لك.',
  },
  autoMail: {
    fr: 'L’envoi automatique est activé : chaque personne trouvée avec 50 ou plus reçoit un e-mail dès la recherche.',
    en: 'Automatic letters are on: everybody found with 50 or more is written to as soon as you search.',
    ar: 'الإرسال التلقائي مفعّل: يتلقى كل شخص حصل على 50 أو أكثر رسالة فور البحث.',
  },
  earlier: { fr: 'Mes recherches', en: 'My searches', ar: 'عمليات بحثي' },
  noneYet: { fr: 'Aucune recherche pour l’instant', en: 'No search yet', ar: 'لا توجد عمليات بحث بعد' },
  noneYetText: {
    fr: 'Chaque recherche est gardée un an ici, avec ses critères : vous pourrez la rouvrir, l’affiner et écrire aux personnes.',
    en: 'Each search is kept here for a year with its criteria: you can open it again, refine it and write to people.',
    ar: 'يُحفظ كل بحث هنا لمدة سنة مع معاييره: يمكنك فتحه من جديد وتحسينه ومراسلة الأشخاص.',
  },
  criteriaCount: {
    fr: '{count, plural, =0 {Aucun critère} one {# critère} other {# critères}}',
    en: '{count, plural, =0 {No criteria} one {# criterion} other {# criteria}}',
    ar: '{count, plural, =0 {لا معايير} one {معيار واحد} two {معياران} few {# معايير} many {# معيارًا} other {# معيار}}',
  },
  lettersCount: {
    fr: '{count, plural, one {# e-mail} other {# e-mails}}',
    en: '{count, plural, one {# e-mail} other {# e-mails}}',
    ar: '{count, plural, zero {# رسالة} one {رسالة واحدة} two {رسالتان} few {# رسائل} many {# رسالة} other {# رسالة}}',
  },
  standardTab: { fr: 'Talents', en: 'Talents', ar: 'المواهب' },
  cinemaTab: { fr: 'Cinéma', en: 'Cinema', ar: 'السينما' },
  kinds: { fr: 'Où chercher', en: 'Where to search', ar: 'أين تبحث' },
});

export const result = messages({
  title: { fr: 'Résultats', en: 'Results', ar: 'النتائج' },
  compared: {
    fr: '{analyzed, plural, =0 {Personne ne remplit tous les critères obligatoires} one {# personne comparée} other {# personnes comparées}}',
    en: '{analyzed, plural, =0 {Nobody meets every must} one {# person compared} other {# people compared}}',
    ar: '{analyzed, plural, =0 {لا أحد يستوفي كل المعايير الإلزامية} one {تمت مقارنة شخص واحد} two {تمت مقارنة شخصين} few {تمت مقارنة # أشخاص} many {تمت مقارنة # شخصًا} other {تمت مقارنة # شخص}}',
  },
  matched: {
    fr: '{matched, plural, =0 {aucune à 50 ou plus} one {# à 50 ou plus} other {# à 50 ou plus}}',
    en: '{matched, plural, =0 {nobody at 50 or more} one {# at 50 or more} other {# at 50 or more}}',
    ar: '{matched, plural, =0 {لا أحد حصل على 50 أو أكثر} one {واحد حصل على 50 أو أكثر} two {اثنان حصلا على 50 أو أكثر} few {# حصلوا على 50 أو أكثر} many {# حصلوا على 50 أو أكثر} other {# حصلوا على 50 أو أكثر}}',
  },
  reach: {
    fr: 'Les 100 premières personnes sont montrées. Ajoutez des critères pour resserrer.',
    en: 'The first 100 people are shown. Add criteria to narrow the search.',
    ar: 'يُعرض أول 100 شخص. أضف معايير لتضييق البحث.',
  },
  brief: { fr: 'Le texte de la recherche', en: 'The text of the search', ar: 'نص البحث' },
  newSearch: { fr: 'Nouvelle recherche', en: 'New search', ar: 'بحث جديد' },
  delete: { fr: 'Supprimer la recherche', en: 'Delete the search', ar: 'حذف البحث' },
  deleteTitle: { fr: 'Supprimer cette recherche ?', en: 'Delete this search?', ar: 'حذف هذا البحث؟' },
  deleteText: {
    fr: 'Elle quitte votre liste. Les e-mails déjà envoyés restent dans le journal. Coller de nouveau le même texte la fait revenir.',
    en: 'It leaves your list. E-mails that were sent stay in the log. Pasting the same text again brings it back.',
    ar: 'سيُزال من قائمتك. تبقى الرسائل المرسلة في السجل. إلصاق النص نفسه مجددًا يعيده.',
  },
  deleted: { fr: 'Recherche supprimée.', en: 'Search deleted.', ar: 'تم حذف البحث.' },
  askAgain: { fr: 'Demander l’avis du modèle', en: 'Ask the model', ar: 'اطلب رأي النموذج' },
  notAsked: {
    fr: 'Un modèle peut relire les 20 premiers de ces critères.',
    en: 'A model can read the first 20 for these criteria.',
    ar: 'يمكن لنموذج أن يقرأ أول 20 شخصًا وفق هذه المعايير.',
  },
  nobody: { fr: 'Personne ne correspond', en: 'Nobody matches', ar: 'لا أحد يطابق' },
  nobodyText: {
    fr: 'Le critère obligatoire qui écarte le plus de monde : « {criterion} » ({count, plural, one {# personne} other {# personnes}}). Rendez-le souhaité, ou changez-le.',
    en: 'The must that excludes most people: “{criterion}” ({count, plural, one {# person} other {# people}}). Make it a plus, or change it.',
    ar: 'المعيار الإلزامي الذي يستبعد أكبر عدد: «{criterion}» ({count, plural, zero {# شخص} one {شخص واحد} two {شخصان} few {# أشخاص} many {# شخصًا} other {# شخص}}). اجعله مرغوبًا فيه أو غيّره.',
  },
  nobodyAtAll: {
    fr: 'Plusieurs critères obligatoires s’excluent ensemble. Rendez-en quelques-uns souhaités.',
    en: 'Several musts together exclude everybody. Make some of them a plus.',
    ar: 'عدة معايير إلزامية تستبعد الجميع معًا. اجعل بعضها مرغوبًا فيه.',
  },
  relax: { fr: 'Rendre souhaité', en: 'Make it a plus', ar: 'جعله مرغوبًا فيه' },
  score: { fr: 'Score de correspondance', en: 'Match score', ar: 'درجة التطابق' },
  why: { fr: 'Pourquoi cette personne ?', en: 'Why this person?', ar: 'لماذا هذا الشخص؟' },
  met: { fr: 'Remplis', en: 'Met', ar: 'متوفرة' },
  unmet: { fr: 'Non remplis', en: 'Not met', ar: 'غير متوفرة' },
  unknown: { fr: 'Non précisés', en: 'Not said', ar: 'غير مذكورة' },
  unknownHint: {
    fr: 'La personne n’en a rien dit : ce n’est pas un refus.',
    en: 'The person did not say: that is not a no.',
    ar: 'لم يذكر الشخص ذلك: هذا لا يعني الرفض.',
  },
  advice: { fr: 'Ce qui ferait monter le score', en: 'What would raise the score', ar: 'ما الذي يرفع الدرجة' },
  points: { fr: '{points} sur {most} points', en: '{points} of {most} points', ar: '{points} من {most} نقطة' },
  modelSays: { fr: 'Avis du modèle : {score} / 100', en: 'Opinion of the model: {score} / 100', ar: 'رأي النموذج: {score} / 100' },
  select: { fr: 'Choisir {name}', en: 'Choose {name}', ar: 'اختيار {name}' },
  withSelection: { fr: 'Avec les personnes cochées', en: 'With the people ticked', ar: 'مع الأشخاص المحددين' },
  selected: {
    fr: '{count, plural, one {# personne cochée} other {# personnes cochées}}',
    en: '{count, plural, one {# person ticked} other {# people ticked}}',
    ar: '{count, plural, zero {# شخص محدد} one {شخص واحد محدد} two {شخصان محددان} few {# أشخاص محددون} many {# شخصًا محددًا} other {# شخص محدد}}',
  },
  searching: { fr: 'Analyse en cours…', en: 'Analysing…', ar: 'جارٍ التحليل…' },
  writeThem: { fr: 'Leur écrire', en: 'Write to them', ar: 'مراسلتهم' },
  toShortlist: { fr: 'Ajouter à une sélection', en: 'Add to a shortlist', ar: 'إضافة إلى قائمة مختصرة' },
  compare: { fr: 'Comparer', en: 'Compare', ar: 'مقارنة' },
  autoWritten: {
    fr: '{count, plural, one {# personne a reçu un e-mail automatique} other {# personnes ont reçu un e-mail automatique}}.',
    en: '{count, plural, one {# person was written to automatically} other {# people were written to automatically}}.',
    ar: '{count, plural, zero {تلقى # شخص رسالة تلقائية} one {تلقى شخص واحد رسالة تلقائية} two {تلقى شخصان رسالة تلقائية} few {تلقى # أشخاص رسالة تلقائية} many {تلقى # شخصًا رسالة تلقائية} other {تلقى # شخص رسالة تلقائية}}.',
  },
  letterQueued: { fr: 'E-mail en attente', en: 'E-mail waiting', ar: 'رسالة في الانتظار' },
  letterSent: { fr: 'E-mail envoyé', en: 'E-mail sent', ar: 'أُرسلت الرسالة' },
  letterFailed: { fr: 'E-mail non parti', en: 'E-mail not sent', ar: 'لم تُرسل الرسالة' },
  letterUnknown: { fr: 'E-mail : sort inconnu', en: 'E-mail: outcome unknown', ar: 'رسالة: النتيجة غير معروفة' },
  letterDisabled: { fr: 'Modèle d’e-mail désactivé', en: 'E-mail template off', ar: 'قالب الرسالة معطّل' },
  letterGone: { fr: 'Déjà écrit', en: 'Already written to', ar: 'تمت مراسلته سابقًا' },
});

export const writing = messages({
  title: { fr: 'Écrire à ces personnes ?', en: 'Write to these people?', ar: 'مراسلة هؤلاء الأشخاص؟' },
  lead: {
    fr: 'Chaque personne reçoit, dans sa langue, son score, le texte ci-dessous et les raisons. Personne ne reçoit deux fois un e-mail pour la même recherche.',
    en: 'Each person gets, in their language, their score, the text below and the reasons. Nobody is written to twice for the same search.',
    ar: 'يتلقى كل شخص بلغته درجته والنص أدناه والأسباب. لا يتلقى أحد رسالتين للبحث نفسه.',
  },
  opportunity: { fr: 'Ce qu’elles liront', en: 'What they will read', ar: 'ما سيقرؤونه' },
  opportunityHint: {
    fr: 'Le début de votre texte. Retirez ce qui ne les regarde pas : budget, noms, numéros.',
    en: 'The beginning of your text. Remove what is not for them: budget, names, numbers.',
    ar: 'بداية نصك. احذف ما لا يعنيهم: الميزانية والأسماء والأرقام.',
  },
  send: {
    fr: '{count, plural, one {Envoyer l’e-mail} other {Envoyer les # e-mails}}',
    en: '{count, plural, one {Send the e-mail} other {Send # e-mails}}',
    ar: '{count, plural, zero {إرسال # رسالة} one {إرسال الرسالة} two {إرسال الرسالتين} few {إرسال # رسائل} many {إرسال # رسالة} other {إرسال # رسالة}}',
  },
  person: { fr: 'Personne', en: 'Person', ar: 'الشخص' },
  language: { fr: 'Langue', en: 'Language', ar: 'اللغة' },
  score: { fr: 'Score', en: 'Score', ar: 'الدرجة' },
  state: { fr: 'E-mail', en: 'E-mail', ar: 'الرسالة' },
  willGet: { fr: 'Recevra l’e-mail', en: 'Will get it', ar: 'سيتلقاها' },
  already: { fr: 'Déjà écrit, laissé de côté', en: 'Written to before, left out', ar: 'تمت مراسلته، مستبعد' },
  noAddress: { fr: 'Sans adresse e-mail', en: 'No e-mail address', ar: 'بلا بريد إلكتروني' },
  reasons: { fr: 'Les raisons dans l’e-mail', en: 'The reasons in the e-mail', ar: 'الأسباب الواردة في الرسالة' },
  nobodyDue: {
    fr: 'Personne à qui écrire : toutes ces personnes ont déjà reçu un e-mail pour cette recherche, ou n’ont pas d’adresse.',
    en: 'Nobody to write to: all of them were written to for this search, or have no address.',
    ar: 'لا أحد لمراسلته: جميعهم تلقوا رسالة لهذا البحث أو ليس لديهم عنوان.',
  },
  nobodyChosen: {
    fr: 'Cochez d’abord les personnes à qui écrire.',
    en: 'Tick the people to write to first.',
    ar: 'حدد أولًا الأشخاص الذين تريد مراسلتهم.',
  },
  back: { fr: 'Retour aux résultats', en: 'Back to the results', ar: 'العودة إلى النتائج' },
  sent: {
    fr: '{count, plural, =0 {Aucun e-mail envoyé} one {# e-mail envoyé} other {# e-mails envoyés}}.',
    en: '{count, plural, =0 {No e-mail sent} one {# e-mail sent} other {# e-mails sent}}.',
    ar: '{count, plural, =0 {لم تُرسل أي رسالة} one {أُرسلت رسالة واحدة} two {أُرسلت رسالتان} few {أُرسلت # رسائل} many {أُرسلت # رسالة} other {أُرسلت # رسالة}}.',
  },
});
