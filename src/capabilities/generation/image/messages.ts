import { messages } from '#kernel/message.ts';

export const advice = messages({
  refused: {
    fr: 'a refusé cette description pour des raisons de sécurité. Reformulez-la sans violence, nudité ni personne réelle, puis recommencez.',
    en: 'refused this description for safety reasons. Word it without violence, nudity or real people, then try again.',
    ar: 'رفض هذا الوصف لأسباب تتعلق بالسلامة. أعد صياغته دون عنف أو عُري أو أشخاص حقيقيين ثم حاول من جديد.',
  },
});

export const notes = messages({
  seed_not_supported: {
    fr: 'Ce fournisseur ne connaît pas de graine : la même commande donnera une autre image.',
    en: 'This provider knows no seed: the same order will give another picture.',
    ar: 'هذا المزوّد لا يعرف البذرة: الطلب نفسه سيعطي صورة أخرى.',
  },
  quality_not_supported: {
    fr: 'Ce fournisseur n’a qu’une qualité.',
    en: 'This provider has one quality only.',
    ar: 'لهذا المزوّد جودة واحدة فقط.',
  },
  style_as_words: {
    fr: 'Le style a été demandé en mots, dans la description.',
    en: 'The style was asked for in words, within the description.',
    ar: 'طُلب الأسلوب بالكلمات ضمن الوصف.',
  },
  avoid_as_words: {
    fr: 'Ce qu’il faut éviter a été dit en mots, dans la description.',
    en: 'What to avoid was said in words, within the description.',
    ar: 'قيل ما يجب تجنبه بالكلمات ضمن الوصف.',
  },
  avoid_not_supported: {
    fr: 'Ce modèle ne sait pas éviter : cette partie de la commande n’a pas été envoyée.',
    en: 'This model cannot be told what to avoid: that part of the order was not sent.',
    ar: 'لا يعرف هذا النموذج ما يجب تجنبه: لم يُرسل هذا الجزء من الطلب.',
  },
  seed_changed: {
    fr: 'La graine utilisée est {seed}.',
    en: 'The seed used is {seed}.',
    ar: 'البذرة المستخدمة هي {seed}.',
  },
  prompt_shortened: {
    fr: 'La description a été raccourcie : {sent} caractères envoyés sur {of}.',
    en: 'The description was shortened: {sent} of {of} characters were sent.',
    ar: 'اختُصر الوصف: أُرسل {sent} حرفًا من {of}.',
  },
  cropped: {
    fr: 'Recadrée au centre : reçue en {from}, gardée en {to}.',
    en: 'Cropped to the middle: {from} received, {to} kept.',
    ar: 'قُصّت من الوسط: وصلت بحجم {from} وبقي منها {to}.',
  },
  resized: {
    fr: 'Redimensionnée de {from} à {to}.',
    en: 'Resized from {from} to {to}.',
    ar: 'غُيّر الحجم من {from} إلى {to}.',
  },
  model_replaced: {
    fr: 'Le modèle {asked} n’existe plus chez ce fournisseur : son successeur a répondu.',
    en: 'The provider no longer has the model {asked}: its successor answered.',
    ar: 'لم يعد النموذج {asked} متاحًا لدى المزوّد: أجاب خَلَفه.',
  },
  understood: {
    fr: 'Le peintre du studio a compris {words} mots sur {of}.',
    en: 'The studio’s painter understood {words} of {of} words.',
    ar: 'فهم رسّام الاستوديو {words} من {of} كلمة.',
  },
});

/** What a note says to people; give `params` to `say`. */
