/** The letters that tell somebody that their profile matches (templates `ai_talent_match` and `ai_cinema_match`). */
import { type LetterBlock, type LetterLook, renderLetter } from '#kernel/mail/letter.tsx';
import type { Letter } from '#kernel/mail/mail.ts';
import { type Language, type Message, messages, type Params, say } from '#kernel/message.ts';
import type { BriefKind } from '../briefs/briefs.ts';

/** Characters of the opportunity that a letter tells, as documented. */
export const MAX_OPPORTUNITY = 500;

const m = messages({
  jobSubject: {
    fr: 'Votre profil correspond à une opportunité ({score} %)',
    en: 'Your profile matches an opportunity ({score}%)',
    ar: 'ملفك الشخصي يطابق فرصة عمل ({score}%)',
  },
  roleSubject: {
    fr: 'Votre profil correspond à un rôle ({score} %)',
    en: 'Your profile matches a role ({score}%)',
    ar: 'ملفك الشخصي يطابق دورًا ({score}%)',
  },
  title: { fr: 'Bonne nouvelle, {name} !', en: 'Good news, {name}!', ar: 'خبر سار يا {name}!' },
  jobIntro: {
    fr: 'Un recruteur cherche quelqu’un pour l’opportunité ci-dessous, et votre profil y correspond.',
    en: 'A recruiter is looking for somebody for the opportunity below, and your profile matches it.',
    ar: 'يبحث أحد مسؤولي التوظيف عن شخص للفرصة أدناه، وملفك الشخصي يطابقها.',
  },
  roleIntro: {
    fr: 'Une équipe de casting cherche quelqu’un pour le rôle ci-dessous, et votre profil y correspond.',
    en: 'A casting team is looking for somebody for the role below, and your profile matches it.',
    ar: 'يبحث فريق اختيار ممثلين عن شخص للدور أدناه، وملفك الشخصي يطابقه.',
  },
  jobScore: { fr: 'Score de correspondance', en: 'Match score', ar: 'درجة التطابق' },
  roleScore: { fr: 'Score de casting', en: 'Casting score', ar: 'درجة اختيار الممثلين' },
  job: { fr: 'L’opportunité', en: 'The opportunity', ar: 'الفرصة' },
  role: { fr: 'Le rôle', en: 'The role', ar: 'الدور' },
  why: { fr: 'Pourquoi vous ?', en: 'Why you?', ar: 'لماذا أنت؟' },
  next: {
    fr: 'Il n’y a rien à faire pour l’instant : si l’équipe souhaite aller plus loin, elle vous contactera. Vérifiez seulement que votre profil est à jour.',
    en: 'There is nothing to do for now: if the team wants to go further, they will contact you. Just check that your profile is up to date.',
    ar: 'لا يلزمك فعل أي شيء الآن: إذا أراد الفريق المضي قدمًا فسيتواصل معك. تأكد فقط من أن ملفك محدّث.',
  },
  open: { fr: 'Voir mon profil', en: 'See my profile', ar: 'عرض ملفي الشخصي' },
  openCinema: { fr: 'Voir mon profil CINEMA', en: 'See my CINEMA profile', ar: 'عرض ملفي السينمائي' },
  computed: {
    fr: 'Ce score est calculé à partir de ce que vous avez écrit dans votre profil. Il ne décide de rien : une personne lit et choisit.',
    en: 'This score is computed from what you wrote in your profile. It decides nothing: a person reads and chooses.',
    ar: 'تُحسب هذه الدرجة مما كتبته في ملفك. وهي لا تقرر شيئًا: هناك شخص يقرأ ويختار.',
  },
  free: {
    fr: 'Personne ne doit vous demander d’argent pour un emploi, un casting ou un tournage.',
    en: 'Nobody may ask you for money for a job, a casting or a shoot.',
    ar: 'لا يحق لأحد أن يطلب منك مالًا مقابل وظيفة أو اختبار أداء أو تصوير.',
  },
});

export interface MatchFacts {
  readonly kind: BriefKind;
  readonly to: { readonly email: string; readonly name: string; readonly language: Language };
  readonly person: { readonly id: number; readonly code: string; readonly firstName: string };
  readonly score: number;
  readonly opportunity: string;
  /** In the language of the person. */
  readonly reasons: readonly string[];
  /** Origin of the site. */
  readonly site: string;
  readonly look: LetterLook;
  readonly sentBy: number;
}

export function matchLetter(facts: MatchFacts): Letter {
  const { kind, to, person, score, look, sentBy } = facts;
  const t: Say = (message, params) => say(message, to.language, params);
  const isCinema = kind === 'cinema';
  const subject = t(isCinema ? m.roleSubject : m.jobSubject, { score });
  const title = t(m.title, { name: person.firstName });
  const theme = isCinema ? 'cinema' : 'studio';
  const { html, text } = renderLetter({ ...look, language: to.language, title, preview: subject, theme, blocks: blocksOf(facts, t) });
  return {
    ...{ to: to.email, toName: to.name, subject, html, text, sentBy, relatedTalentCode: person.code },
    ...(isCinema ? { template: 'ai_cinema_match', relatedCinemaTalentId: person.id } : { template: 'ai_talent_match' }),
  };
}

type Say = (message: Message, params?: Params) => string;

function blocksOf({ kind, person, score, opportunity, reasons, site }: MatchFacts, t: Say): readonly LetterBlock[] {
  const isCinema = kind === 'cinema';
  const profile = isCinema ? `${site}/cinema/profile/${person.code}` : `${site}/profile/view/${person.code}`;
  return [
    { kind: 'text', text: t(isCinema ? m.roleIntro : m.jobIntro) },
    { kind: 'badge', label: t(isCinema ? m.roleScore : m.jobScore), value: `${score} / 100`, tone: toneOf(score) },
    { kind: 'heading', text: t(isCinema ? m.role : m.job) },
    { kind: 'text', text: shortened(opportunity) },
    ...(reasons.length > 0
      ? ([
          { kind: 'heading', text: t(m.why) },
          { kind: 'list', items: reasons },
        ] as const)
      : []),
    { kind: 'text', text: t(m.next) },
    { kind: 'button', label: t(isCinema ? m.openCinema : m.open), url: profile },
    { kind: 'note', tone: 'info', text: t(m.computed) },
    { kind: 'note', tone: 'warning', text: t(m.free) },
  ];
}

const toneOf = (score: number): 'success' | 'info' | 'warning' => (score >= 75 ? 'success' : score >= 50 ? 'info' : 'warning');

/** At most five hundred characters, at the end of a word where there is one. */
export function shortened(text: string): string {
  const letters = [...text.trim()];
  if (letters.length <= MAX_OPPORTUNITY) return letters.join('');
  const cut = letters.slice(0, MAX_OPPORTUNITY - 1).join('');
  const space = cut.search(/\s\S*$/);
  return `${(space > MAX_OPPORTUNITY / 2 ? cut.slice(0, space) : cut).trimEnd()}…`;
}
