/** Words of the scan screen. The screen itself speaks them without a network, so they are plain sentences with `{places}`, no plurals. */
import { type Language, messages, sayUnfilled } from '#kernel/message.ts';
import { verdicts } from './verdict-messages.ts';

export const scanPage = messages({
  title: { fr: 'Pointage · {project}', en: 'Check-in · {project}', ar: 'تسجيل الحضور · {project}' },
  installName: { fr: 'Pointage', en: 'Check-in', ar: 'تسجيل الحضور' },
  lead: {
    fr: 'Saisissez le code du badge, ou le code CINEMA de la personne.',
    en: 'Type the code on the badge, or the person’s CINEMA code.',
    ar: 'اكتب الرمز الموجود على الشارة أو رمز CINEMA الخاص بالشخص.',
  },
  noScript: {
    fr: 'La caméra et le mode sans réseau demandent JavaScript. Sans lui, chaque code est envoyé au serveur.',
    en: 'The camera and working without a network need JavaScript. Without it, each code is sent to the server.',
    ar: 'تحتاج الكاميرا والعمل دون شبكة إلى JavaScript. من دونه يُرسل كل رمز إلى الخادم.',
  },
  code: { fr: 'Code', en: 'Code', ar: 'الرمز' },
  action: { fr: 'Sens', en: 'Direction', ar: 'الاتجاه' },
  arrival: { fr: 'Arrivée', en: 'Arrival', ar: 'وصول' },
  departure: { fr: 'Départ', en: 'Departure', ar: 'مغادرة' },
  record: { fr: 'Pointer', en: 'Record', ar: 'سجّل' },
  back: { fr: 'Présences du projet', en: 'Attendance of the project', ar: 'حضور المشروع' },
  recordedIn: {
    fr: '{name} : arrivée enregistrée à {time}.',
    en: '{name}: arrival recorded at {time}.',
    ar: '{name}: سُجّل الوصول في {time}.',
  },
  recordedOut: {
    fr: '{name} : départ enregistré à {time}.',
    en: '{name}: departure recorded at {time}.',
    ar: '{name}: سُجّلت المغادرة في {time}.',
  },
});

export const scan = messages({
  arrival: { fr: 'Arrivée', en: 'Arrival', ar: 'وصول' },
  departure: { fr: 'Départ', en: 'Departure', ar: 'مغادرة' },
  mode: { fr: 'Ce que vous pointez', en: 'What you record', ar: 'ما تسجّله' },

  presentSince: { fr: 'Sur place depuis {time}', en: 'Here since {time}', ar: 'حاضر منذ {time}' },
  leftAt: { fr: 'Départ à {time}', en: 'Left at {time}', ar: 'غادر في {time}' },
  tapToGoOn: { fr: 'Touchez l’écran pour continuer', en: 'Tap the screen to go on', ar: 'المس الشاشة للمتابعة' },
  checkThemOut: { fr: 'Pointer son départ', en: 'Record the departure', ar: 'سجّل المغادرة' },
  checkThemIn: { fr: 'Pointer son arrivée', en: 'Record the arrival', ar: 'سجّل الوصول' },
  notStored: { fr: 'Pas enregistré', en: 'Not stored', ar: 'لم يُحفظ' },
  notStoredNext: {
    fr: 'Le téléphone n’a pas pu garder ce pointage. Libérez de la place, rechargez la page et recommencez.',
    en: 'The phone could not keep this scan. Free some space, reload the page and scan again.',
    ar: 'لم يتمكن الهاتف من حفظ هذا التسجيل. أفرغ مساحة وأعد تحميل الصفحة ثم حاول مجددًا.',
  },
  scanAgainWord: { fr: 'Scannez encore', en: 'Scan again', ar: 'امسح مجددًا' },
  scanAgainWhy: {
    fr: 'La liste vient d’être mise à jour et connaît cette personne.',
    en: 'The list was just brought up to date and knows this person.',
    ar: 'تم تحديث القائمة للتو وهي تعرف هذا الشخص.',
  },
  serverAccepted: {
    fr: 'Le serveur connaît cette personne : c’est enregistré.',
    en: 'The server knows this person: it is recorded.',
    ar: 'الخادم يعرف هذا الشخص: تم التسجيل.',
  },

  openCamera: { fr: 'Ouvrir la caméra', en: 'Open the camera', ar: 'افتح الكاميرا' },
  cameraLead: {
    fr: 'La caméra lit les badges, même sans réseau.',
    en: 'The camera reads badges, even without a network.',
    ar: 'تقرأ الكاميرا الشارات حتى دون شبكة.',
  },
  aim: { fr: 'Présentez le badge dans le cadre', en: 'Hold the badge in the frame', ar: 'ضع الشارة داخل الإطار' },
  cameraDenied: {
    fr: 'La caméra est refusée à ce site. Autorisez-la dans les réglages du navigateur, ou saisissez le code.',
    en: 'This site may not use the camera. Allow it in the browser’s settings, or type the code.',
    ar: 'لا يُسمح لهذا الموقع باستخدام الكاميرا. اسمح بذلك في إعدادات المتصفح أو اكتب الرمز.',
  },
  cameraNone: {
    fr: 'Aucune caméra trouvée. Saisissez le code, ou prenez une photo du badge.',
    en: 'No camera was found. Type the code, or take a photo of the badge.',
    ar: 'لم يُعثر على كاميرا. اكتب الرمز أو التقط صورة للشارة.',
  },
  cameraBusy: {
    fr: 'Une autre application tient la caméra. Fermez-la et réessayez.',
    en: 'Another application holds the camera. Close it and try again.',
    ar: 'تطبيق آخر يستخدم الكاميرا. أغلقه ثم حاول مجددًا.',
  },
  cameraInsecure: {
    fr: 'La caméra ne s’ouvre que sur une adresse en https. Saisissez le code.',
    en: 'The camera only opens on an https address. Type the code.',
    ar: 'لا تعمل الكاميرا إلا على عنوان https. اكتب الرمز.',
  },
  torch: { fr: 'Lampe', en: 'Torch', ar: 'المصباح' },
  photo: { fr: 'Lire une photo du badge', en: 'Read a photo of the badge', ar: 'اقرأ صورة للشارة' },
  photoNothing: {
    fr: 'Aucun badge lisible sur cette photo.',
    en: 'No badge can be read on this photo.',
    ar: 'لا توجد شارة مقروءة في هذه الصورة.',
  },
  reading: { fr: 'Un instant…', en: 'One moment…', ar: 'لحظة…' },
  code: { fr: 'Code du projet ou code CINEMA', en: 'Project code or CINEMA code', ar: 'رمز المشروع أو رمز CINEMA' },
  codeHint: { fr: 'Taper un code', en: 'Type a code', ar: 'اكتب رمزًا' },
  codeSend: { fr: 'OK', en: 'OK', ar: 'موافق' },
  codeEmpty: { fr: 'Tapez d’abord un code.', en: 'Type a code first.', ar: 'اكتب رمزًا أولًا.' },

  scanTab: { fr: 'Scanner', en: 'Scan', ar: 'مسح' },
  listTab: { fr: 'Liste', en: 'List', ar: 'القائمة' },
  absentTab: { fr: 'Absents', en: 'Absent', ar: 'غائبون' },
  presentTab: { fr: 'Présents', en: 'Present', ar: 'حاضرون' },
  leftTab: { fr: 'Partis', en: 'Left', ar: 'غادروا' },
  search: { fr: 'Chercher un nom', en: 'Find a name', ar: 'ابحث عن اسم' },
  nobody: { fr: 'Personne ici.', en: 'Nobody here.', ar: 'لا أحد هنا.' },
  nobodyFound: {
    fr: 'Aucun nom ne correspond. Essayez un autre onglet ou une autre orthographe.',
    en: 'No name matches. Try another tab or another spelling.',
    ar: 'لا اسم مطابق. جرّب تبويبًا آخر أو كتابة أخرى.',
  },
  noRoster: {
    fr: 'La liste n’est pas encore sur cet appareil. Elle arrive dès qu’il y a du réseau.',
    en: 'The list is not on this device yet. It comes as soon as there is a network.',
    ar: 'القائمة ليست على هذا الجهاز بعد. ستصل عند توفر الشبكة.',
  },
  notPlanned: { fr: 'Pas prévu aujourd’hui', en: 'Not planned today', ar: 'غير مبرمج اليوم' },
  bulkIn: { fr: 'Pointer l’arrivée de tous ({count})', en: 'Record the arrival of all ({count})', ar: 'سجّل وصول الجميع ({count})' },
  bulkOut: { fr: 'Pointer le départ de tous ({count})', en: 'Record the departure of all ({count})', ar: 'سجّل مغادرة الجميع ({count})' },
  bulkAgain: { fr: 'Touchez encore pour confirmer ({count})', en: 'Tap again to confirm ({count})', ar: 'المس مرة أخرى للتأكيد ({count})' },
  bulkDone: { fr: '{what} : {count} personnes', en: '{what}: {count} people', ar: '{what}: {count} أشخاص' },
  undo: { fr: 'Annuler', en: 'Undo', ar: 'تراجع' },
  undone: { fr: 'Annulé', en: 'Undone', ar: 'تم التراجع' },

  countPresent: { fr: 'Présents', en: 'Present', ar: 'حاضرون' },
  countAbsent: { fr: 'Absents', en: 'Absent', ar: 'غائبون' },
  countWaiting: { fr: 'À envoyer', en: 'To send', ar: 'للإرسال' },
  lastSync: { fr: 'Serveur', en: 'Server', ar: 'الخادم' },
  never: { fr: 'jamais', en: 'never', ar: 'أبدًا' },
  recent: { fr: 'Derniers pointages', en: 'Last scans', ar: 'آخر التسجيلات' },
  recentNone: {
    fr: 'Rien encore. Présentez un premier badge.',
    en: 'Nothing yet. Hold up a first badge.',
    ar: 'لا شيء بعد. اعرض أول شارة.',
  },
  someone: { fr: 'Personne inconnue', en: 'Unknown person', ar: 'شخص غير معروف' },
  people: { fr: '{count} personnes', en: '{count} people', ar: '{count} أشخاص' },
  stateWaiting: { fr: 'à envoyer', en: 'to send', ar: 'بانتظار الإرسال' },
  stateSent: { fr: 'envoyé', en: 'sent', ar: 'أُرسل' },
  serverSays: { fr: 'le serveur dit : {what}', en: 'the server says: {what}', ar: 'يقول الخادم: {what}' },
  online: { fr: 'en ligne', en: 'online', ar: 'متصل' },
  offline: { fr: 'sans réseau', en: 'no network', ar: 'دون شبكة' },
  signedOut: {
    fr: 'Votre session est terminée. Vous pouvez continuer : tout part quand vous vous reconnectez.',
    en: 'Your session is over. You may go on: everything is sent once you sign in again.',
    ar: 'انتهت جلستك. يمكنك المتابعة: سيُرسل كل شيء عند تسجيل الدخول من جديد.',
  },
  signInAgain: { fr: 'Se reconnecter', en: 'Sign in again', ar: 'سجّل الدخول مجددًا' },
  forbidden: {
    fr: 'Ce compte n’a plus le droit de pointer. Les pointages restent sur cet appareil.',
    en: 'This account may no longer record attendance. The scans stay on this device.',
    ar: 'لم يعد لهذا الحساب حق تسجيل الحضور. تبقى التسجيلات على هذا الجهاز.',
  },
  refused: {
    fr: 'Le serveur ne comprend pas certains pointages. Ils restent ici : montrez cet écran au responsable.',
    en: 'The server does not understand some scans. They stay here: show this screen to the supervisor.',
    ar: 'لا يفهم الخادم بعض التسجيلات. تبقى هنا: اعرض هذه الشاشة على المسؤول.',
  },
  openYesterday: { fr: 'Départs manquants hier : {count}', en: 'Departures missing yesterday: {count}', ar: 'مغادرات ناقصة أمس: {count}' },
  menu: { fr: 'Plus d’actions', en: 'More actions', ar: 'إجراءات أخرى' },
  back: { fr: 'Présences du projet', en: 'Attendance of the project', ar: 'حضور المشروع' },
  refresh: { fr: 'Mettre la liste à jour', en: 'Bring the list up to date', ar: 'حدّث القائمة' },
  install: { fr: 'Installer sur ce téléphone', en: 'Install on this phone', ar: 'ثبّت على هذا الهاتف' },
  wipe: { fr: 'Effacer la liste de cet appareil', en: 'Wipe the list from this device', ar: 'امسح القائمة من هذا الجهاز' },
  signOut: { fr: 'Effacer et se déconnecter', en: 'Wipe and sign out', ar: 'امسح وسجّل الخروج' },
  wiped: {
    fr: 'Les noms et les photos ne sont plus sur cet appareil.',
    en: 'Names and photos are no longer on this device.',
    ar: 'لم تعد الأسماء والصور على هذا الجهاز.',
  },
  wipedWaiting: {
    fr: 'Pointages gardés, à envoyer au prochain passage : {count}',
    en: 'Scans kept, to be sent next time: {count}',
    ar: 'تسجيلات محفوظة ستُرسل في المرة القادمة: {count}',
  },
  start: { fr: 'Recommencer', en: 'Start again', ar: 'ابدأ من جديد' },
  kept: {
    fr: 'Prêt : cette page s’ouvre aussi sans réseau.',
    en: 'Ready: this page also opens without a network.',
    ar: 'جاهز: تُفتح هذه الصفحة أيضًا دون شبكة.',
  },
  notKept: {
    fr: 'Ce navigateur ne rouvrira pas la page sans réseau. Gardez-la ouverte : les pointages restent enregistrés.',
    en: 'This browser will not reopen the page without a network. Keep it open: scans are stored all the same.',
    ar: 'لن يعيد هذا المتصفح فتح الصفحة دون شبكة. أبقها مفتوحة: التسجيلات محفوظة على أي حال.',
  },
  unable: {
    fr: 'Ce navigateur ne peut pas garder de pointages (adresse sans https, ou navigation privée). Utilisez le formulaire ci-dessous.',
    en: 'This browser cannot keep scans (an address without https, or private browsing). Use the form below.',
    ar: 'لا يستطيع هذا المتصفح حفظ التسجيلات (عنوان دون https أو تصفح خاص). استخدم النموذج أدناه.',
  },
});

const spoken = { ...scan, ...verdicts };

/** As the screen gets them: one language, places still to be filled. */
export const textsIn = (language: Language): Record<keyof typeof spoken, string> =>
  Object.fromEntries(Object.entries(spoken).map(([key, message]) => [key, sayUnfilled(message, language)])) as Record<
    keyof typeof spoken,
    string
  >;
