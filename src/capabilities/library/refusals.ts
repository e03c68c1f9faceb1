/** Why something may not be published, and the next step: one sentence for each reason, in the reader's language. */
import { PLATFORM_TITLES } from '#capabilities/publishing/publishing.ts';
import type { FieldError } from '#kernel/failure.ts';
import { type Message, messages, type Params } from '#kernel/message.ts';
import type { Refusal, RefusalCode } from './rules.ts';

const m: Readonly<Record<RefusalCode, Message>> = messages({
  undeclared: {
    fr: 'Personne n’a dit qui apparaît sur « {title} ». Déclarez-le dans la médiathèque, puis recommencez.',
    en: 'Nobody has said who appears in “{title}”. Declare it in the media library, then try again.',
    ar: 'لم يصرّح أحد بمن يظهر في «{title}». صرّح بذلك في مكتبة الوسائط ثم أعد المحاولة.',
  },
  none: {
    fr: '{person} n’a pas donné son accord pour apparaître. Demandez-le dans la médiathèque.',
    en: '{person} has not agreed to appear. Ask for consent in the media library.',
    ar: 'لم يوافق {person} على الظهور. اطلب الموافقة من مكتبة الوسائط.',
  },
  asked: {
    fr: '{person} n’a pas encore répondu à la demande d’accord. Attendez la réponse, ou choisissez une autre image.',
    en: '{person} has not answered the request for consent yet. Wait for the answer, or choose another picture.',
    ar: 'لم يُجب {person} بعد على طلب الموافقة. انتظر الرد أو اختر صورة أخرى.',
  },
  refused: {
    fr: '{person} a refusé d’apparaître. Choisissez une autre image.',
    en: '{person} refused to appear. Choose another picture.',
    ar: 'رفض {person} الظهور. اختر صورة أخرى.',
  },
  withdrawn: {
    fr: '{person} a retiré son accord le {day}. Choisissez une autre image.',
    en: '{person} withdrew their consent on {day}. Choose another picture.',
    ar: 'سحب {person} موافقته يوم {day}. اختر صورة أخرى.',
  },
  expired: {
    fr: 'L’accord de {person} s’arrête le {day}, avant la publication. Demandez un nouvel accord, ou publiez plus tôt.',
    en: 'The consent of {person} ends on {day}, before the publication. Ask for a new one, or publish earlier.',
    ar: 'تنتهي موافقة {person} يوم {day} قبل موعد النشر. اطلب موافقة جديدة أو انشر قبل ذلك.',
  },
  ahead: {
    fr: 'L’accord de {person} ne commence que le {day}. Publiez à partir de cette date.',
    en: 'The consent of {person} only begins on {day}. Publish from that day on.',
    ar: 'تبدأ موافقة {person} يوم {day} فقط. انشر ابتداءً من ذلك اليوم.',
  },
  purpose: {
    fr: 'L’accord de {person} ne couvre pas cet usage. Demandez-en un pour cet usage.',
    en: 'The consent of {person} does not cover this use. Ask for one that does.',
    ar: 'لا تشمل موافقة {person} هذا الاستعمال. اطلب موافقة تشمله.',
  },
  platform: {
    fr: 'L’accord de {person} ne couvre pas {platform}. Demandez-le, ou choisissez une autre plateforme.',
    en: 'The consent of {person} does not cover {platform}. Ask for it, or choose another platform.',
    ar: 'لا تشمل موافقة {person} منصة {platform}. اطلبها أو اختر منصة أخرى.',
  },
});

/** The words of a refusal, as forms and the APIs say a fault. */
export const faultOfRefusal = (refusal: Refusal): FieldError => ({
  message: m[refusal.code],
  params: paramsOf(refusal),
  constraint: `rights_${refusal.code}`,
});

function paramsOf({ person, medium, platform, at }: Refusal): Params {
  return {
    person: person?.name ?? '',
    title: medium.title,
    platform: platform ? PLATFORM_TITLES[platform] : '',
    // The same in the three languages: a day, not a sentence.
    day: at ? at.toISOString().slice(0, 10) : '',
  };
}

/** For the machine that publishes: a code, and who. */
export function haltOf(refusals: readonly Refusal[]): { readonly code: string; readonly detail: string } | null {
  const [first] = refusals;
  if (!first) return null;
  const names = refusals.map(({ person, medium }) => person?.name ?? medium.title);
  return { code: `RIGHTS_${first.code.toUpperCase()}`, detail: [...new Set(names)].join(', ') };
}
