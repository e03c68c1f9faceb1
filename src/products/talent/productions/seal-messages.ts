/** The words of the seal and of its public check page. */
import { messages } from '#kernel/message.ts';

export const seal = messages({
  verified: { fr: 'Vérifiée', en: 'Verified', ar: 'موثقة' },
  check: {
    fr: 'Vérifiée : voir la page de contrôle de {name}',
    en: 'Verified: see the check page of {name}',
    ar: 'موثقة: صفحة التحقق من {name}',
  },
  title: { fr: 'Sceau « production vérifiée »', en: '“Verified company” seal', ar: 'ختم «شركة موثقة»' },
  lead: {
    fr: 'Ce QR code mène à la page publique qui dit qui est cette production, et comment la joindre.',
    en: 'This QR code leads to the public page that says who this company is and how to reach it.',
    ar: 'يقود رمز QR هذا إلى الصفحة العامة التي تعرّف بهذه الشركة وبوسائل الاتصال بها.',
  },
  print: {
    fr: 'À imprimer sur ses affiches et ses annonces.',
    en: 'For its posters and calls.',
    ar: 'لطباعته على ملصقاتها وإعلاناتها.',
  },
  qr: { fr: 'QR code de la page de contrôle de {name}', en: 'QR code of the check page of {name}', ar: 'رمز QR لصفحة التحقق من {name}' },
  open: { fr: 'Page de contrôle', en: 'Check page', ar: 'صفحة التحقق' },
  download: { fr: 'Télécharger le QR', en: 'Download the QR', ar: 'تنزيل رمز QR' },
  since: { fr: 'Vérifiée depuis', en: 'Verified since', ar: 'موثقة منذ' },
  by: { fr: 'Par', en: 'By', ar: 'من قبل' },
  withdrawnOn: { fr: 'Retiré le', en: 'Withdrawn on', ar: 'سُحب في' },
  none: {
    fr: 'Pas encore vérifiée. Donnez le sceau après avoir contrôlé son registre de commerce et rappelé son numéro officiel.',
    en: 'Not verified yet. Give the seal after checking its trade register and calling its official number back.',
    ar: 'لم توثَّق بعد. امنح الختم بعد التحقق من سجلها التجاري والاتصال برقمها الرسمي.',
  },
  suspended: {
    fr: 'Suspendu tant que la production est inactive.',
    en: 'Suspended while the company is inactive.',
    ar: 'معلّق ما دامت الشركة غير نشطة.',
  },
  give: { fr: 'Vérifier', en: 'Verify', ar: 'توثيق' },
  giveTitle: { fr: 'Donner le sceau ?', en: 'Give the seal?', ar: 'منح الختم؟' },
  giveText: {
    fr: 'Vous attestez que vous savez qui dirige cette société et que ses contacts officiels sont exacts. Votre nom et la date sont gardés.',
    en: 'You state that you know who runs this company and that its official contacts are right. Your name and the date are kept.',
    ar: 'تشهد بأنك تعرف من يدير هذه الشركة وأن وسائل الاتصال الرسمية صحيحة. يُحفظ اسمك والتاريخ.',
  },
  given: { fr: '« {name} » porte maintenant le sceau.', en: '“{name}” now bears the seal.', ar: 'تحمل «{name}» الختم الآن.' },
  withdraw: { fr: 'Retirer le sceau', en: 'Withdraw the seal', ar: 'سحب الختم' },
  withdrawTitle: { fr: 'Retirer le sceau ?', en: 'Withdraw the seal?', ar: 'سحب الختم؟' },
  withdrawText: {
    fr: 'La page de contrôle dira aussitôt que cette production n’est plus vérifiée, aussi à qui scanne un ancien QR code.',
    en: 'The check page will say at once that this company is not verified any more, also to whoever scans an old QR code.',
    ar: 'ستقول صفحة التحقق فورًا إن هذه الشركة لم تعد موثقة، حتى لمن يمسح رمز QR قديمًا.',
  },
  withdrawn: { fr: 'Le sceau de « {name} » est retiré.', en: 'The seal of “{name}” is withdrawn.', ar: 'سُحب ختم «{name}».' },
});

export const check = messages({
  title: { fr: 'Production vérifiée', en: 'Verified production company', ar: 'شركة إنتاج موثقة' },
  yes: { fr: '{name} est vérifiée', en: '{name} is verified', ar: '{name} موثقة' },
  yesLead: {
    fr: 'Par {site}, depuis le {date}. Nous savons qui dirige cette société.',
    en: 'By {site}, since {date}. We know who runs this company.',
    ar: 'من قبل {site} منذ {date}. نعرف من يدير هذه الشركة.',
  },
  no: { fr: 'Pas vérifiée', en: 'Not verified', ar: 'غير موثقة' },
  unknown: {
    fr: 'Ce sceau n’existe pas chez {site}. L’adresse est incomplète, ou quelqu’un l’a inventée. Ne vous fiez pas à qui vous l’a donnée.',
    en: 'This seal does not exist at {site}. The address is incomplete, or somebody made it up. Do not trust whoever gave it to you.',
    ar: 'هذا الختم غير موجود لدى {site}. العنوان ناقص أو مختلق. لا تثق بمن أعطاك إياه.',
  },
  withdrawn: {
    fr: '{site} a retiré le sceau de « {name} » le {date}. Ne vous y fiez plus.',
    en: '{site} withdrew the seal of “{name}” on {date}. Do not rely on it any more.',
    ar: 'سحبت {site} ختم «{name}» في {date}. لا تعتمد عليه بعد الآن.',
  },
  suspended: {
    fr: 'Le sceau de « {name} » est suspendu : cette production n’est plus active chez {site}.',
    en: 'The seal of “{name}” is suspended: this company is not active at {site} any more.',
    ar: 'ختم «{name}» معلّق: لم تعد هذه الشركة نشطة لدى {site}.',
  },
  contacts: { fr: 'Ses contacts officiels', en: 'Its official contacts', ar: 'وسائل الاتصال الرسمية' },
  contactsLead: {
    fr: 'Un message venu d’une autre adresse ou d’un autre numéro n’est pas forcément d’elle : répondez par l’un de ces contacts.',
    en: 'A message from another address or number may not be theirs: answer through one of these contacts.',
    ar: 'قد لا تكون الرسالة القادمة من عنوان أو رقم آخر منها: أجب عبر إحدى هذه الوسائل.',
  },
  money: { fr: 'On ne paie jamais pour un casting', en: 'Nobody pays for a casting', ar: 'لا أحد يدفع مقابل اختبار أداء' },
  moneyText: {
    fr: 'Ni {site} ni une production vérifiée ne vous demandent d’argent : ni frais de dossier, ni photos payantes, ni « caution ».',
    en: 'Neither {site} nor a verified company ever asks you for money: no file fee, no paid photos, no “deposit”.',
    ar: 'لا تطلب منك {site} ولا أي شركة موثقة المال أبدًا: لا رسوم ملف ولا صور مدفوعة ولا «ضمان».',
  },
  doubt: { fr: 'Quelqu’un dit venir de cette production ?', en: 'Does somebody claim to be them?', ar: 'هل يدّعي أحد أنه من هذه الشركة؟' },
  doubtUnknown: { fr: 'Que faire maintenant ?', en: 'What to do now?', ar: 'ماذا تفعل الآن؟' },
  stepCompare: {
    fr: 'Comparez son e-mail et son numéro avec les contacts ci-dessus, lettre par lettre.',
    en: 'Compare their e-mail and number with the contacts above, letter by letter.',
    ar: 'قارن بريده ورقمه بوسائل الاتصال أعلاه حرفًا بحرف.',
  },
  stepCall: {
    fr: 'Rappelez la production par un contact officiel et demandez si cette personne y travaille.',
    en: 'Call the company back through an official contact and ask whether this person works there.',
    ar: 'اتصل بالشركة عبر وسيلة رسمية واسأل إن كان هذا الشخص يعمل لديها.',
  },
  stepAsk: {
    fr: 'Demandez à la personne le nom exact de la société, et cherchez-la dans la liste des productions.',
    en: 'Ask the person for the exact name of the company, and look for it in the list of companies.',
    ar: 'اطلب من الشخص الاسم الدقيق للشركة وابحث عنها في قائمة الشركات.',
  },
  stepRefuse: {
    fr: 'N’envoyez ni argent, ni pièce d’identité, ni photo intime. Ne vous rendez pas seul à un rendez-vous.',
    en: 'Send no money, no identity paper, no intimate picture. Do not go to a meeting alone.',
    ar: 'لا ترسل مالًا ولا وثيقة هوية ولا صورًا خاصة. لا تذهب إلى موعد وحدك.',
  },
  stepTell: {
    fr: 'Gardez les messages et signalez-les à {site} et à la police.',
    en: 'Keep the messages and report them to {site} and to the police.',
    ar: 'احتفظ بالرسائل وأبلغ {site} والشرطة بها.',
  },
});
