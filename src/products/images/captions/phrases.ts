/** What the embedded writer says around the subject of a picture: a hook, some context, a call; by language and tone. */
import type { Language } from '#kernel/message.ts';
import { capitalised, de, que } from './subject.ts';

export const TONES = ['warm', 'professional', 'playful', 'poetic'] as const;
export type Tone = (typeof TONES)[number];

/** Given the subject: `un phare dans la brume`. */
export type Phrase = (subject: string) => string;

export interface Phrases {
  readonly hooks: readonly Phrase[];
  readonly contexts: readonly Phrase[];
  readonly calls: readonly Phrase[];
}

const said = (...texts: readonly string[]): readonly Phrase[] => texts.map((text) => () => text);

const FRENCH: Readonly<Record<Tone, Phrases>> = {
  warm: {
    hooks: [
      (x) => `${capitalised(x)}, et tout ralentit. 🌿`,
      (x) => `On avait envie ${de(x)} aujourd’hui. ✨`,
      (x) => `Il suffit parfois ${de(x)}… 💛`,
    ],
    contexts: said(
      'Un instant simple, à garder près de soi.',
      'De quoi commencer la journée en douceur.',
      'Une image à partager avec ceux qui comptent.',
    ),
    calls: said('Et vous, à qui pensez-vous en la voyant ?', 'Dites-nous ce qu’elle vous inspire. 👇', 'Enregistrez-la pour un jour gris.'),
  },
  professional: {
    hooks: [(x) => `${capitalised(x)} : notre image du moment.`, (x) => `À la une : ${x}.`, (x) => `Rien de plus parlant ${que(x)}.`],
    contexts: said(
      'Une création de notre studio, pensée dans le moindre détail.',
      'Composition, lumière, couleur : chaque choix compte.',
      'Un visuel au service de vos projets.',
    ),
    calls: said(
      'Votre avis nous intéresse : écrivez-nous en commentaire.',
      'Un projet en tête ? Parlons-en.',
      'Suivez-nous pour découvrir la suite.',
    ),
  },
  playful: {
    hooks: [(x) => `Qui a commandé ${x} ? 🙋`, (x) => `Plot twist : ${x} ! 🎉`, (x) => `On vous présente ${x}. Applaudissements ! 👏`],
    contexts: said(
      'Oui, on l’a regardée trois fois aussi.',
      'Attention, forte envie de sourire.',
      'Notre humeur de la semaine, en une image.',
    ),
    calls: said(
      'Un emoji en commentaire pour la décrire ? 👇',
      'Taguez la personne qui doit voir ça !',
      'Double-cliquez si vous validez. 😉',
    ),
  },
  poetic: {
    hooks: [
      (x) => `${capitalised(x)}, comme un secret que la lumière murmure.`,
      (x) => `Le silence ${de(x)}.`,
      (x) => `Il n’y a plus ${que(x)}.`,
    ],
    contexts: said(
      'Le temps s’arrête, la couleur parle.',
      'Entre rêve et mémoire, quelque chose demeure.',
      'Regarder encore, jusqu’à entendre.',
    ),
    calls: said('Quel mot lui donneriez-vous ?', 'Fermez les yeux : que reste-t-il ?', 'Laissez un vers en commentaire.'),
  },
};

const ENGLISH: Readonly<Record<Tone, Phrases>> = {
  warm: {
    hooks: [
      (x) => `${capitalised(x)}, and everything slows down. 🌿`,
      (x) => `Today we felt like ${x}. ✨`,
      (x) => `Sometimes all it takes is ${x}… 💛`,
    ],
    contexts: said('A simple moment to keep close.', 'A gentle way to begin the day.', 'A picture to share with those who matter.'),
    calls: said('Who does it make you think of?', 'Tell us what you see in it. 👇', 'Save it for a grey day.'),
  },
  professional: {
    hooks: [(x) => `${capitalised(x)}: our picture of the moment.`, (x) => `In focus: ${x}.`, (x) => `Nothing says it better than ${x}.`],
    contexts: said(
      'Made in our studio, down to the last detail.',
      'Composition, light, colour: every choice counts.',
      'A visual that serves your projects.',
    ),
    calls: said('We value your opinion: write to us below.', 'A project in mind? Let’s talk.', 'Follow us to see what comes next.'),
  },
  playful: {
    hooks: [(x) => `Who ordered ${x}? 🙋`, (x) => `Plot twist: ${x}! 🎉`, (x) => `Please welcome ${x}. Applause! 👏`],
    contexts: said('Yes, we looked three times too.', 'Warning: may cause smiling.', 'Our mood of the week, in one picture.'),
    calls: said('One emoji to describe it? 👇', 'Tag whoever needs to see this!', 'Double-tap if you agree. 😉'),
  },
  poetic: {
    hooks: [
      (x) => `${capitalised(x)}, like a secret the light is whispering.`,
      (x) => `The silence of ${x}.`,
      (x) => `There is nothing left but ${x}.`,
    ],
    contexts: said('Time stops, colour speaks.', 'Between dream and memory, something stays.', 'Look again, until you can hear it.'),
    calls: said('Which word would you give it?', 'Close your eyes: what remains?', 'Leave a line below.'),
  },
};

const ARABIC: Readonly<Record<Tone, Phrases>> = {
  warm: {
    hooks: [(x) => `${x}… ويهدأ كل شيء. 🌿`, (x) => `صورة اليوم: ${x} ✨`, (x) => `أحيانًا تكفي صورة: ${x} 💛`],
    contexts: said('لحظة بسيطة نحتفظ بها قريبًا منا.', 'بداية هادئة ليوم جميل.', 'صورة نشاركها مع من نحب.'),
    calls: said('بمن تذكّركم؟', 'أخبرونا بما توحي لكم. 👇', 'احفظوها ليوم غائم.'),
  },
  professional: {
    hooks: [(x) => `صورتنا المختارة: ${x}.`, (x) => `في الواجهة: ${x}.`, (x) => `من أعمالنا: ${x}.`],
    contexts: said('من إنتاج الاستوديو، بعناية في كل تفصيل.', 'التكوين والضوء واللون: لكل اختيار أثره.', 'عمل بصري في خدمة مشاريعكم.'),
    calls: said('رأيكم يهمنا: اكتبوا لنا في التعليقات.', 'لديكم مشروع؟ لنتحدث عنه.', 'تابعونا لتروا المزيد.'),
  },
  playful: {
    hooks: [(x) => `من طلب هذا؟ ${x} 🙋`, (x) => `مفاجأة اليوم: ${x} 🎉`, (x) => `نقدّم لكم: ${x}. تصفيق! 👏`],
    contexts: said('نعم، نظرنا إليها ثلاث مرات نحن أيضًا.', 'تنبيه: قد تسبب الابتسام.', 'مزاجنا هذا الأسبوع في صورة.'),
    calls: said('رمز تعبيري واحد لوصفها؟ 👇', 'أشيروا إلى من يجب أن يراها!', 'انقروا مرتين إن أعجبتكم. 😉'),
  },
  poetic: {
    hooks: [(x) => `${x}… سرّ يهمس به الضوء.`, (x) => `صمت الصورة: ${x}.`, (x) => `لم يبقَ سوى المشهد: ${x}.`],
    contexts: said('يتوقف الزمن ويتكلم اللون.', 'بين الحلم والذاكرة يبقى شيء ما.', 'انظروا مرة أخرى حتى تسمعوا.'),
    calls: said('أي كلمة تمنحونها؟', 'أغمضوا أعينكم: ماذا يبقى؟', 'اتركوا سطرًا في التعليقات.'),
  },
};

export const PHRASES: Readonly<Record<Language, Readonly<Record<Tone, Phrases>>>> = { fr: FRENCH, en: ENGLISH, ar: ARABIC };
