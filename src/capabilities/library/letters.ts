/** The letters of the library: the question, the receipt of every answer, and the word to whoever had planned something. */
import { type LetterBlock, type LetterLook, renderLetter } from '#kernel/mail/letter.tsx';
import type { Letter } from '#kernel/mail/mail.ts';
import { type Message, messages, say } from '#kernel/message.ts';
import type { Mailbox } from './medium.ts';

const m = messages({
  askTitle: { fr: 'Acceptez-vous d’apparaître ?', en: 'Do you agree to appear?', ar: 'هل توافق على الظهور؟' },
  askLead: {
    fr: 'Bonjour {name}, nous aimerions publier votre image. Lisez ce à quoi vous diriez oui, puis répondez sur la page : votre réponse est libre.',
    en: 'Hello {name}, we would like to publish your picture. Read what you would say yes to, then answer on the page: the answer is yours.',
    ar: 'مرحبًا {name}، نودّ نشر صورتك. اقرأ ما ستوافق عليه ثم أجب في الصفحة: القرار لك.',
  },
  open: { fr: 'Voir l’image et répondre', en: 'See the picture and answer', ar: 'رؤية الصورة والإجابة' },
  personal: {
    fr: 'Ce lien est personnel : ne le transmettez pas. Il vous servira aussi à retirer votre accord.',
    en: 'This link is yours alone: do not pass it on. It also serves to withdraw your consent.',
    ar: 'هذا الرابط شخصي: لا تشاركه. ويمكنك استعماله أيضًا لسحب موافقتك.',
  },
  given: { fr: 'Votre accord est enregistré', en: 'Your consent is recorded', ar: 'تم تسجيل موافقتك' },
  refused: { fr: 'Votre refus est enregistré', en: 'Your refusal is recorded', ar: 'تم تسجيل رفضك' },
  withdrawn: { fr: 'Votre accord est retiré', en: 'Your consent is withdrawn', ar: 'تم سحب موافقتك' },
  receipt: {
    fr: 'Bonjour {name}, voici ce qui a été enregistré le {day}. Gardez ce message : il vaut reçu.',
    en: 'Hello {name}, this is what was recorded on {day}. Keep this message: it is your receipt.',
    ar: 'مرحبًا {name}، هذا ما تم تسجيله يوم {day}. احتفظ بهذه الرسالة: إنها إيصالك.',
  },
  version: { fr: 'Version du texte', en: 'Version of the text', ar: 'نسخة النص' },
  again: { fr: 'Revoir ou changer ma réponse', en: 'See or change my answer', ar: 'مراجعة ردّي أو تغييره' },
  stoppedTitle: { fr: 'Une publication a été arrêtée', en: 'A post was stopped', ar: 'تم إيقاف منشور' },
  stopped: {
    fr: '{person} n’accepte plus d’apparaître. {count, plural, one {# publication prévue est arrêtée} other {# publications prévues sont arrêtées}} : rien n’a été envoyé.',
    en: '{person} does not agree to appear any more. {count, plural, one {# planned post is stopped} other {# planned posts are stopped}}: nothing was sent.',
    ar: 'لم يعد {person} موافقًا على الظهور. {count, plural, zero {أُوقف # منشور مبرمج} one {أُوقف منشور مبرمج واحد} two {أُوقف منشوران مبرمجان} few {أُوقفت # منشورات مبرمجة} many {أُوقف # منشورًا مبرمجًا} other {أُوقف # منشور مبرمج}}: لم يُرسل شيء.',
  },
  late: {
    fr: '{count, plural, one {# publication partait déjà} other {# publications partaient déjà}} : retirez-la vous-même de la plateforme.',
    en: '{count, plural, one {# post was already leaving} other {# posts were already leaving}}: take it down from the platform yourself.',
    ar: '{count, plural, zero {# منشور كان قيد الإرسال} one {منشور واحد كان قيد الإرسال} two {منشوران كانا قيد الإرسال} few {# منشورات كانت قيد الإرسال} many {# منشورًا كان قيد الإرسال} other {# منشور كان قيد الإرسال}}: أزله بنفسك من المنصة.',
  },
  live: {
    fr: '{count, plural, one {# publication est en ligne} other {# publications sont en ligne}} avec cette personne : retirez-la des plateformes.',
    en: '{count, plural, one {# post is live} other {# posts are live}} with this person: take it down from the platforms.',
    ar: '{count, plural, zero {# منشور ظاهر} one {منشور واحد ظاهر} two {منشوران ظاهران} few {# منشورات ظاهرة} many {# منشورًا ظاهرًا} other {# منشور ظاهر}} مع هذا الشخص: أزله من المنصات.',
  },
  seeLibrary: { fr: 'Ouvrir la médiathèque', en: 'Open the media library', ar: 'فتح مكتبة الوسائط' },
});

interface Frame {
  readonly to: Mailbox;
  readonly look: LetterLook;
}
interface Written extends Frame {
  readonly title: Message;
  readonly blocks: (t: (message: Message, params?: Readonly<Record<string, string | number>>) => string) => readonly LetterBlock[];
  readonly redact?: readonly string[];
}

function write({ to, look, title, blocks, redact = [] }: Written): Letter {
  const { language } = to;
  const t = (message: Message, params = {}): string => say(message, language, params);
  const { html, text } = renderLetter({ ...look, language, title: t(title), preview: t(title), theme: 'cinema', blocks: blocks(t) });
  return { to: to.email, toName: to.name, subject: t(title), html, text, template: 'generic', redact };
}

export interface Question extends Frame {
  readonly paragraphs: readonly string[];
  readonly url: string;
  /** What nobody may read in the log. */
  readonly token: string;
}

export const askLetter = ({ paragraphs, url, token, ...frame }: Question): Letter =>
  write({
    ...frame,
    title: m.askTitle,
    redact: [token],
    blocks: (t) => [
      { kind: 'text', text: t(m.askLead, { name: frame.to.name }) },
      { kind: 'list', items: paragraphs },
      { kind: 'button', label: t(m.open), url },
      { kind: 'note', tone: 'warning', text: t(m.personal) },
    ],
  });

export interface Receipt extends Question {
  readonly what: 'given' | 'refused' | 'withdrawn';
  readonly version: string;
  readonly day: string;
}

export const receiptLetter = ({ what, paragraphs, url, token, version, day, ...frame }: Receipt): Letter =>
  write({
    ...frame,
    title: m[what],
    redact: [token],
    blocks: (t) => [
      { kind: 'text', text: t(m.receipt, { name: frame.to.name, day }) },
      { kind: 'list', items: paragraphs },
      { kind: 'facts', rows: [[t(m.version), version]] },
      { kind: 'button', label: t(m.again), url },
    ],
  });

export interface StopNews extends Frame {
  readonly person: string;
  readonly stopped: number;
  readonly late: number;
  readonly live: number;
  readonly url: string;
}

export const stopLetter = ({ person, stopped, late, live, url, ...frame }: StopNews): Letter =>
  write({
    ...frame,
    title: m.stoppedTitle,
    blocks: (t) => [
      ...(stopped > 0 ? [{ kind: 'text', text: t(m.stopped, { person, count: stopped }) } as const] : []),
      ...(late > 0 ? [{ kind: 'note', tone: 'warning', text: t(m.late, { count: late }) } as const] : []),
      ...(live > 0 ? [{ kind: 'note', tone: 'warning', text: t(m.live, { count: live }) } as const] : []),
      { kind: 'button', label: t(m.seeLibrary), url },
    ],
  });
