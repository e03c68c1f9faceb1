/** What the browser says by itself about the network, in the page's language. */

const FR = {
  offline: 'Pas de réseau. Vous pouvez continuer : ce que vous envoyez est gardé sur cet appareil.',
  copy: 'Copie gardée le {at}. La page à jour s’affichera quand le réseau le permettra.',
  reload: 'Recharger',
  held: 'Pas de réseau : votre envoi est gardé sur cet appareil. Vous pourrez l’envoyer dès que le réseau reviendra.',
  notHeld:
    'Pas de réseau. Ce formulaire contient un mot de passe ou un fichier : gardez cette page ouverte et envoyez-le de nouveau plus tard.',
  unsent: 'En attente d’envoi',
  unsentText: 'Ces envois n’ont pas eu de réponse. Les renvoyer ne fait rien deux fois.',
  never: 'pas encore parti, {at}',
  left: 'parti sans réponse, {at}',
  send: 'Envoyer',
  sending: 'Envoi…',
  drop: 'Effacer',
  dropSure: 'Effacer pour de bon',
  noNetwork: 'Toujours pas de réseau. L’envoi reste gardé ici.',
  signIn: 'Votre session est terminée : reconnectez-vous, puis envoyez.',
  open: 'Ouvrir la page',
  noForm: 'La page de ce formulaire a changé. Ouvrez-la et vérifiez avant d’envoyer de nouveau.',
  install: 'Gardez le studio sur l’écran d’accueil : il s’ouvre plus vite, même sans réseau.',
  installNow: 'Installer',
  installIos: 'Gardez le studio sur l’écran d’accueil : dans Safari, touchez Partager puis « Sur l’écran d’accueil ».',
  notNow: 'Pas maintenant',
} as const;

export type Texts = Readonly<Record<keyof typeof FR, string>>;

const EN: Texts = {
  offline: 'No network. You can go on: what you send is kept on this device.',
  copy: 'Copy kept on {at}. The current page is shown when the network allows.',
  reload: 'Reload',
  held: 'No network: what you sent is kept on this device. You can send it as soon as the network is back.',
  notHeld: 'No network. This form holds a password or a file: keep this page open and send it again later.',
  unsent: 'Waiting to be sent',
  unsentText: 'These had no answer. Sending them again does nothing twice.',
  never: 'has not left yet, {at}',
  left: 'left without an answer, {at}',
  send: 'Send',
  sending: 'Sending…',
  drop: 'Delete',
  dropSure: 'Delete for good',
  noNetwork: 'Still no network. It stays kept here.',
  signIn: 'Your session is over: sign in again, then send.',
  open: 'Open the page',
  noForm: 'The page of this form has changed. Open it and look before you send again.',
  install: 'Keep the studio on your home screen: it opens faster, also without a network.',
  installNow: 'Install',
  installIos: 'Keep the studio on your home screen: in Safari, tap Share, then “Add to Home Screen”.',
  notNow: 'Not now',
};

const AR: Texts = {
  offline: 'لا توجد شبكة. يمكنك المتابعة: ما ترسله يُحفظ على هذا الجهاز.',
  copy: 'نسخة محفوظة في {at}. ستظهر الصفحة المحدَّثة عندما تسمح الشبكة.',
  reload: 'إعادة التحميل',
  held: 'لا توجد شبكة: حُفظ ما أرسلته على هذا الجهاز. يمكنك إرساله فور عودة الشبكة.',
  notHeld: 'لا توجد شبكة. تحتوي هذه الاستمارة على كلمة مرور أو ملف: أبقِ الصفحة مفتوحة وأعد الإرسال لاحقًا.',
  unsent: 'في انتظار الإرسال',
  unsentText: 'لم يصل رد على هذه الإرسالات. إعادة إرسالها لا تنفّذ أي شيء مرتين.',
  never: 'لم يُرسل بعد، {at}',
  left: 'أُرسل دون رد، {at}',
  send: 'إرسال',
  sending: 'جارٍ الإرسال…',
  drop: 'حذف',
  dropSure: 'حذف نهائي',
  noNetwork: 'ما زالت الشبكة غائبة. يبقى الإرسال محفوظًا هنا.',
  signIn: 'انتهت جلستك: سجّل الدخول مجددًا ثم أرسل.',
  open: 'فتح الصفحة',
  noForm: 'تغيّرت صفحة هذه الاستمارة. افتحها وتحقق قبل أن ترسل من جديد.',
  install: 'احتفظ بالاستوديو على الشاشة الرئيسية: يفتح أسرع، حتى دون شبكة.',
  installNow: 'تثبيت',
  installIos: 'احتفظ بالاستوديو على الشاشة الرئيسية: في Safari، اضغط «مشاركة» ثم «إضافة إلى الشاشة الرئيسية».',
  notNow: 'ليس الآن',
};

const ALL: Readonly<Record<string, Texts>> = { fr: FR, en: EN, ar: AR };
const LOCALES: Readonly<Record<string, string>> = { fr: 'fr-FR', en: 'en-GB', ar: 'ar-MA' };

export const textsHere = (): Texts => ALL[document.documentElement.lang] ?? FR;

/** « 21 nov. à 20:31 », in the clocks of this device. */
export const momentHere = (at: number | string): string =>
  new Intl.DateTimeFormat(LOCALES[document.documentElement.lang] ?? 'fr-FR', { dateStyle: 'medium', timeStyle: 'short' }).format(
    new Date(at),
  );
