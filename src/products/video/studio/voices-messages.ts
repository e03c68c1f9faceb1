/** The page of voices. */
import { messages } from '#kernel/message.ts';

export const voices = messages({
  title: { fr: 'Voix', en: 'Voices', ar: 'الأصوات' },
  lead: {
    fr: 'Celles qui parleraient vraiment si on les appelait maintenant.',
    en: 'Those that would really speak if they were asked now.',
    ar: 'الأصوات التي ستتكلم فعلًا لو طُلبت الآن.',
  },
  listenTo: { fr: 'Écouter {name}', en: 'Listen to {name}', ar: 'استمع إلى {name}' },
  failed: {
    fr: 'Cette voix n’a pas pu être écoutée. Réessayez, ou choisissez-en une autre.',
    en: 'This voice could not be heard. Try again, or choose another.',
    ar: 'تعذّر سماع هذا الصوت. حاول من جديد أو اختر صوتًا آخر.',
  },
  speaker: { fr: 'Qui parle : {name}', en: 'Who speaks: {name}', ar: 'المتكلم: {name}' },
  embedded: { fr: 'Intégrée, gratuite', en: 'Embedded, free', ar: 'مدمج ومجاني' },
  bought: { fr: '{provider}, payante', en: '{provider}, paid', ar: '{provider}، مدفوع' },
  female: { fr: 'Voix de femme', en: 'A woman’s voice', ar: 'صوت امرأة' },
  male: { fr: 'Voix d’homme', en: 'A man’s voice', ar: 'صوت رجل' },
  choose: { fr: 'Faire un film', en: 'Make a film', ar: 'إنتاج فيلم' },
  partial: {
    fr: 'Un prestataire ne répond pas : ses voix manquent à cette liste. Rechargez la page dans un moment.',
    en: 'A provider does not answer: its voices are missing from this list. Reload the page in a moment.',
    ar: 'أحد المزوّدين لا يستجيب: أصواته غائبة عن القائمة. أعد تحميل الصفحة بعد قليل.',
  },
  none: { fr: 'Personne ne parle encore', en: 'Nobody speaks yet', ar: 'لا أحد يتكلم بعد' },
  noneText: {
    fr: 'Installez une voix sur cette machine ou donnez une clé ElevenLabs. Sans voix, les films affichent leurs mots.',
    en: 'Install a voice on this machine or give an ElevenLabs key. Without a voice, films show their words.',
    ar: 'ثبّت صوتًا على هذا الجهاز أو أدخل مفتاح ElevenLabs. من دون صوت، تعرض الأفلام كلماتها.',
  },
});
