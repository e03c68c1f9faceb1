/**
 * The letters of registration: the welcome with the code (template `talent_registration`) and the credentials of somebody whom an
 * administrator registered (`login_credentials`, whose password never reaches the mail log).
 */
import { type LetterBlock, type LetterLook, renderLetter } from '#kernel/mail/letter.tsx';
import type { Letter } from '#kernel/mail/mail.ts';
import { type Language, type Message, messages, say } from '#kernel/message.ts';
import type { Member } from './member.ts';
import { profileUrl } from './profile.ts';

const m = messages({
  welcome: { fr: 'Bienvenue, {name} !', en: 'Welcome, {name}!', ar: 'مرحبًا بك يا {name}!' },
  yourCode: { fr: 'Votre code est {code}', en: 'Your code is {code}', ar: 'رمزك هو {code}' },
  registered: {
    fr: 'Votre inscription est enregistrée. Votre code unique vous identifie partout et sert aussi à vous connecter.',
    en: 'Your registration is complete. Your unique code identifies you everywhere, and you can sign in with it.',
    ar: 'تم تسجيلك بنجاح. رمزك الفريد يعرّف بك في كل مكان ويمكنك تسجيل الدخول به.',
  },
  code: { fr: 'Votre code unique', en: 'Your unique code', ar: 'رمزك الفريد' },
  next: { fr: 'Et maintenant ?', en: 'What next?', ar: 'ما الخطوات التالية؟' },
  complete: {
    fr: 'Ajoutez votre photo et votre CV : les profils complets sont proposés en premier.',
    en: 'Add your photo and your CV: complete profiles are suggested first.',
    ar: 'أضف صورتك وسيرتك الذاتية: تُقترح الملفات المكتملة أولًا.',
  },
  keepUpToDate: { fr: 'Tenez votre disponibilité à jour.', en: 'Keep your availability up to date.', ar: 'حدّث حالة توفرك باستمرار.' },
  share: {
    fr: 'Partagez votre profil ou son QR code.',
    en: 'Share your profile or its QR code.',
    ar: 'شارك ملفك الشخصي أو رمز QR الخاص به.',
  },
  openProfile: { fr: 'Voir mon profil', en: 'Open my profile', ar: 'عرض ملفي الشخصي' },
  credentials: { fr: 'Vos identifiants de connexion', en: 'Your sign-in details', ar: 'بيانات تسجيل الدخول الخاصة بك' },
  created: {
    fr: 'Un administrateur a créé votre profil. Connectez-vous avec ce code et ce mot de passe temporaire.',
    en: 'An administrator created your profile. Sign in with this code and this temporary password.',
    ar: 'أنشأ أحد المسؤولين ملفك الشخصي. سجّل الدخول بهذا الرمز وكلمة المرور المؤقتة.',
  },
  temporary: { fr: 'Mot de passe temporaire', en: 'Temporary password', ar: 'كلمة المرور المؤقتة' },
  expires: {
    fr: 'Il expire dans 24 heures et sera à changer à la première connexion.',
    en: 'It expires in 24 hours and must be changed at the first sign-in.',
    ar: 'تنتهي صلاحيتها بعد 24 ساعة ويجب تغييرها عند أول تسجيل دخول.',
  },
  advice: { fr: 'Pour votre sécurité', en: 'For your security', ar: 'من أجل أمانك' },
  ownPassword: {
    fr: 'Choisissez un mot de passe d’au moins huit caractères, que vous n’utilisez nulle part ailleurs.',
    en: 'Choose a password of at least eight characters that you use nowhere else.',
    ar: 'اختر كلمة مرور من ثمانية أحرف على الأقل لا تستخدمها في أي مكان آخر.',
  },
  neverAsked: {
    fr: 'Ne le communiquez à personne : nous ne vous le demanderons jamais.',
    en: 'Tell it to nobody: we will never ask you for it.',
    ar: 'لا تخبر بها أحدًا: لن نطلبها منك أبدًا.',
  },
  eraseThis: {
    fr: 'Effacez cet e-mail une fois votre mot de passe changé.',
    en: 'Delete this e-mail once you have changed your password.',
    ar: 'احذف هذه الرسالة بعد تغيير كلمة المرور.',
  },
  signIn: { fr: 'Se connecter', en: 'Sign in', ar: 'تسجيل الدخول' },
});

export interface Reader {
  readonly to: string;
  readonly language: Language;
  readonly member: Member;
  /** Origin of the site. */
  readonly site: string;
  readonly look: LetterLook;
}

export function welcomeLetter(reader: Reader): Letter {
  const { member, site } = reader;
  const t = wordsFor(reader);
  return letterOf(reader, 'talent_registration', t(m.welcome), `${t(m.welcome)} ${t(m.yourCode)}`, [
    { kind: 'text', text: t(m.registered) },
    { kind: 'code', label: t(m.code), value: member.code },
    { kind: 'heading', text: t(m.next) },
    { kind: 'list', items: [t(m.complete), t(m.keepUpToDate), t(m.share)] },
    { kind: 'button', label: t(m.openProfile), url: profileUrl(site, member.code) },
  ]);
}

export function credentialsLetter(reader: Reader, password: string): Letter {
  const t = wordsFor(reader);
  const letter = letterOf(reader, 'login_credentials', t(m.welcome), t(m.credentials), [
    { kind: 'text', text: t(m.created) },
    { kind: 'code', label: t(m.code), value: reader.member.code },
    { kind: 'code', label: t(m.temporary), value: password },
    { kind: 'note', text: t(m.expires), tone: 'warning' },
    { kind: 'button', label: t(m.signIn), url: `${reader.site}/auth/login` },
    { kind: 'heading', text: t(m.advice) },
    { kind: 'list', items: [t(m.ownPassword), t(m.neverAsked), t(m.eraseThis)] },
  ]);
  return { ...letter, redact: [password] };
}

const wordsFor =
  ({ member, language }: Reader) =>
  (message: Message): string =>
    say(message, language, { name: member.firstName, code: member.code });

function letterOf(reader: Reader, template: string, title: string, subject: string, blocks: readonly LetterBlock[]): Letter {
  const { to, member, language, look } = reader;
  const { html, text } = renderLetter({ ...look, language, title, preview: subject, blocks });
  return { to, toName: `${member.firstName} ${member.lastName}`, subject, html, text, template, relatedTalentCode: member.code };
}
