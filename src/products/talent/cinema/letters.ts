/** The letter that confirms a CINEMA registration (template `cinema_talent_registration`): the code, and where the public profile is. */
import { type LetterLook, renderLetter } from '#kernel/mail/letter.tsx';
import type { Letter } from '#kernel/mail/mail.ts';
import { type Language, type Message, messages, say } from '#kernel/message.ts';
import type { CinemaTalent } from './cinema-talent.ts';

const m = messages({
  welcome: { fr: 'Bienvenue au cinéma, {name} !', en: 'Welcome to CINEMA, {name}!', ar: 'مرحبًا بك في عالم السينما يا {name}!' },
  yourCode: { fr: 'Votre code CINEMA est {code}', en: 'Your CINEMA code is {code}', ar: 'رمزك السينمائي هو {code}' },
  registered: {
    fr: 'Votre inscription CINEMA est confirmée. Votre code unique vous identifie dans tous les castings et sur les plateaux.',
    en: 'Your CINEMA registration is confirmed. Your unique code identifies you in every casting and on set.',
    ar: 'تم تأكيد تسجيلك في قسم السينما. يعرّف بك رمزك الفريد في كل عمليات اختيار الممثلين وفي مواقع التصوير.',
  },
  code: { fr: 'Votre code CINEMA', en: 'Your CINEMA code', ar: 'رمزك السينمائي' },
  next: { fr: 'Ce que vous pouvez faire', en: 'What you can do now', ar: 'ما يمكنك فعله الآن' },
  share: {
    fr: 'Partagez votre profil public ou son QR code : il ne montre jamais vos coordonnées.',
    en: 'Share your public profile or its QR code: it never shows how to reach you.',
    ar: 'شارك ملفك العام أو رمز QR الخاص به: لا يُظهر أبدًا وسائل الاتصال بك.',
  },
  private: {
    fr: 'Votre profil n’est pas public : seuls les directeurs de casting le voient.',
    en: 'Your profile is not public: only casting directors see it.',
    ar: 'ملفك غير عام: لا يراه إلا مديرو اختيار الممثلين.',
  },
  castings: {
    fr: 'Les directeurs de casting vous trouvent par votre profil et vous écrivent à cette adresse.',
    en: 'Casting directors find you by your profile and write to this address.',
    ar: 'يعثر عليك مديرو اختيار الممثلين من خلال ملفك ويراسلونك على هذا العنوان.',
  },
  selected: {
    fr: 'Si vous êtes retenu·e pour un projet, vous recevez votre convocation et votre badge.',
    en: 'When you are selected for a project, you receive your call and your badge.',
    ar: 'عند اختيارك لمشروع، تصلك الدعوة والشارة الخاصة بك.',
  },
  open: { fr: 'Voir mon profil CINEMA', en: 'Open my CINEMA profile', ar: 'عرض ملفي السينمائي' },
});

export interface Reader {
  readonly to: string;
  readonly language: Language;
  readonly talent: Pick<CinemaTalent, 'id' | 'code' | 'firstName' | 'lastName' | 'isPublic'>;
  /** Address of the public profile. */
  readonly profile: string;
  readonly look: LetterLook;
}

export function welcomeLetter({ to, language, talent, profile, look }: Reader): Letter {
  const t = (message: Message): string => say(message, language, { name: talent.firstName, code: talent.code });
  const subject = `${t(m.welcome)} ${t(m.yourCode)}`;
  const { html, text } = renderLetter({
    ...{ ...look, language, theme: 'cinema', title: t(m.welcome), preview: subject },
    blocks: [
      { kind: 'text', text: t(m.registered) },
      { kind: 'code', label: t(m.code), value: talent.code },
      { kind: 'heading', text: t(m.next) },
      { kind: 'list', items: [t(talent.isPublic ? m.share : m.private), t(m.castings), t(m.selected)] },
      { kind: 'button', label: t(m.open), url: profile },
    ],
  });
  return {
    ...{ to, toName: `${talent.firstName} ${talent.lastName}`, subject, html, text, template: 'cinema_talent_registration' },
    ...{ relatedTalentCode: talent.code, relatedCinemaTalentId: talent.id },
  };
}
