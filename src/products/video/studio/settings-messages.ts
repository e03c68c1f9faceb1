/** What a film is called and how it is to be; its end. */
import { messages } from '#kernel/message.ts';

export const settings = messages({
  title: { fr: 'Réglages du film', en: 'Settings of the film', ar: 'إعدادات الفيلم' },
  about: { fr: 'Le film', en: 'The film', ar: 'الفيلم' },
  name: { fr: 'Titre', en: 'Title', ar: 'العنوان' },
  description: { fr: 'Note pour vous', en: 'A note for yourself', ar: 'ملاحظة لك' },
  prompt: { fr: 'La phrase', en: 'The sentence', ar: 'الجملة' },
  promptHint: {
    fr: 'Changer la phrase, la durée, la langue ou le ton fait réécrire le script ; un script modifié à la main est gardé.',
    en: 'Changing the sentence, length, language or tone has the script written anew; a script changed by hand is kept.',
    ar: 'تغيير الجملة أو المدة أو اللغة أو النبرة يعيد كتابة النص؛ والنص المعدّل يدويًا يُحفظ.',
  },
  look: { fr: 'Comment il sera', en: 'How it will be', ar: 'كيف سيكون' },
  save: { fr: 'Enregistrer', en: 'Save', ar: 'حفظ' },
  saved: { fr: 'Réglages enregistrés.', en: 'The settings are saved.', ar: 'حُفظت الإعدادات.' },
  busy: {
    fr: 'Le film est en fabrication : attendez sa fin, ou arrêtez-la, pour changer ses réglages.',
    en: 'The film is being made: wait for its end, or stop it, to change its settings.',
    ar: 'الفيلم قيد الإنتاج: انتظر انتهاءه أو أوقفه لتغيير إعداداته.',
  },
  end: { fr: 'Supprimer ce film', en: 'Delete this film', ar: 'حذف هذا الفيلم' },
  endText: {
    fr: 'Son script, ses images, ses voix et ses versions partent avec lui.',
    en: 'Its script, pictures, voices and versions go with it.',
    ar: 'يُحذف معه نصه وصوره وأصواته ونسخه.',
  },
  deleteTitle: { fr: 'Supprimer ce film ?', en: 'Delete this film?', ar: 'حذف هذا الفيلم؟' },
  deleteText: {
    fr: 'Le script, les images, les voix et toutes les versions seront supprimés. Ce qui est publié sur les plateformes y reste.',
    en: 'The script, the pictures, the voices and all versions will be deleted. What is published on platforms stays there.',
    ar: 'سيُحذف النص والصور والأصوات وكل النسخ. وما نُشر على المنصات يبقى فيها.',
  },
  deleted: { fr: 'Film supprimé.', en: 'The film is deleted.', ar: 'حُذف الفيلم.' },
});
