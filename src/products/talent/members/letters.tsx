/**
 * The letters of registration: the welcome with the code (template `talent_registration`) and the credentials of somebody whom an
 * administrator registered (`login_credentials`, whose password never reaches the mail log).
 */
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import type { Letter } from '#kernel/mail/mail.ts';
import { type Language, messages, type Params, say } from '#kernel/message.ts';
import type { Member } from './member.ts';
import { profileUrl } from './profile.ts';

const m = messages({
  welcomeSubject: {
    fr: 'Bienvenue {name}, votre code est {code}',
    en: 'Welcome {name}, your code is {code}',
    ar: 'مرحبًا {name}، رمزك هو {code}',
  },
  hello: { fr: 'Bonjour {name},', en: 'Hello {name},', ar: 'مرحبًا {name}،' },
  registered: {
    fr: 'Votre inscription est enregistrée. Voici votre code unique : il vous identifie partout et sert aussi à vous connecter.',
    en: 'Your registration is complete. Here is your unique code: it identifies you everywhere, and you can sign in with it.',
    ar: 'تم تسجيلك بنجاح. هذا رمزك الفريد: يعرّف بك في كل مكان ويمكنك تسجيل الدخول به.',
  },
  next: { fr: 'Et maintenant ?', en: 'What next?', ar: 'ما الخطوات التالية؟' },
  nextPhoto: {
    fr: 'Ajoutez votre photo et votre CV : les profils complets sont proposés en premier.',
    en: 'Add your photo and your CV: complete profiles are suggested first.',
    ar: 'أضف صورتك وسيرتك الذاتية: تُقترح الملفات المكتملة أولًا.',
  },
  nextAvailability: { fr: 'Tenez votre disponibilité à jour.', en: 'Keep your availability up to date.', ar: 'حدّث حالة توفرك باستمرار.' },
  nextShare: {
    fr: 'Partagez votre profil ou son QR code.',
    en: 'Share your profile or its QR code.',
    ar: 'شارك ملفك الشخصي أو رمز QR الخاص به.',
  },
  openProfile: { fr: 'Voir mon profil', en: 'Open my profile', ar: 'عرض ملفي الشخصي' },
  credentialsSubject: { fr: 'Vos identifiants de connexion', en: 'Your sign-in details', ar: 'بيانات تسجيل الدخول الخاصة بك' },
  created: {
    fr: 'Un administrateur a créé votre profil. Connectez-vous avec ce code et ce mot de passe temporaire : il expire dans 24 heures et sera à changer à la première connexion.',
    en: 'An administrator created your profile. Sign in with this code and this temporary password: it expires in 24 hours and must be changed at the first sign-in.',
    ar: 'أنشأ أحد المسؤولين ملفك الشخصي. سجّل الدخول بهذا الرمز وكلمة المرور المؤقتة: تنتهي صلاحيتها بعد 24 ساعة ويجب تغييرها عند أول تسجيل دخول.',
  },
  temporary: { fr: 'Mot de passe temporaire', en: 'Temporary password', ar: 'كلمة المرور المؤقتة' },
  signIn: { fr: 'Se connecter', en: 'Sign in', ar: 'تسجيل الدخول' },
});

export interface Reader {
  readonly to: string;
  readonly language: Language;
  readonly member: Member;
  /** Origin of the site. */
  readonly site: string;
}
type Say = (message: (typeof m)[keyof typeof m]) => string;

export function welcomeLetter(reader: Reader): Letter {
  const { say: t, params } = wordsFor(reader);
  const url = profileUrl(reader.site, reader.member.code);
  const steps = [t(m.nextPhoto), t(m.nextAvailability), t(m.nextShare)];
  const html = (
    <Sheet language={reader.language}>
      <p>{t(m.hello)}</p>
      <p>{t(m.registered)}</p>
      <Code>{reader.member.code}</Code>
      <h2 style={{ fontSize: 16 }}>{t(m.next)}</h2>
      <ul>
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ul>
      <Button href={url}>{t(m.openProfile)}</Button>
    </Sheet>
  );
  const text = [
    t(m.hello),
    t(m.registered),
    reader.member.code,
    t(m.next),
    ...steps.map((step) => `- ${step}`),
    `${t(m.openProfile)} : ${url}`,
  ];
  return letterOf(reader, 'talent_registration', say(m.welcomeSubject, reader.language, params), html, text);
}

export function credentialsLetter(reader: Reader, password: string): Letter {
  const { say: t } = wordsFor(reader);
  const url = `${reader.site}/auth/login`;
  const html = (
    <Sheet language={reader.language}>
      <p>{t(m.hello)}</p>
      <p>{t(m.created)}</p>
      <Code>{reader.member.code}</Code>
      <p>{t(m.temporary)}</p>
      <Code>{password}</Code>
      <Button href={url}>{t(m.signIn)}</Button>
    </Sheet>
  );
  const text = [t(m.hello), t(m.created), reader.member.code, `${t(m.temporary)} : ${password}`, `${t(m.signIn)} : ${url}`];
  return { ...letterOf(reader, 'login_credentials', t(m.credentialsSubject), html, text), redact: [password] };
}

function wordsFor({ member, language }: Reader): { say: Say; params: Params } {
  const params = { name: member.firstName, code: member.code };
  return { params, say: (message) => say(message, language, params) };
}

const letterOf = ({ to, member }: Reader, template: string, subject: string, html: ReactNode, text: readonly string[]): Letter => ({
  to,
  toName: `${member.firstName} ${member.lastName}`,
  subject,
  html: `<!doctype html>${renderToStaticMarkup(html)}`,
  text: text.join('\n\n'),
  template,
  relatedTalentCode: member.code,
});

// Mail programs read neither style sheets nor variables: a few inline styles, legible on a phone in both themes.
function Sheet({ language, children }: { language: Language; children: ReactNode }) {
  const style = { fontFamily: 'system-ui, sans-serif', fontSize: 16, lineHeight: 1.5, maxWidth: 560, margin: '0 auto', padding: 24 };
  return (
    <html lang={language} dir={language === 'ar' ? 'rtl' : 'ltr'}>
      <body>
        <div style={style}>{children}</div>
      </body>
    </html>
  );
}

const Code = ({ children }: { children: ReactNode }) => (
  <p dir="ltr" style={{ fontFamily: 'monospace', fontSize: 22, letterSpacing: 1, fontWeight: 700 }}>
    {children}
  </p>
);

const Button = ({ href, children }: { href: string; children: ReactNode }) => (
  <p>
    <a
      href={href}
      style={{
        display: 'inline-block',
        padding: '12px 20px',
        borderRadius: 8,
        background: '#3730a3',
        color: '#ffffff',
        textDecoration: 'none',
      }}
    >
      {children}
    </a>
  </p>
);
