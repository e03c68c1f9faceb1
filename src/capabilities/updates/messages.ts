/** Why there is no update. */
import { messages } from '#kernel/message.ts';

export const m = messages({
  noCheckout: {
    fr: 'Ce programme ne vient pas d’un dépôt git : mettez-le à jour comme il a été installé.',
    en: 'This program is no git checkout: update it the way it was installed.',
    ar: 'هذا البرنامج ليس نسخة git: حدّثه بالطريقة التي ثُبّت بها.',
  },
  unreachable: {
    fr: 'Le dépôt d’origine ne répond pas. Réessayez plus tard.',
    en: 'The repository it came from does not answer. Try again later.',
    ar: 'المستودع الأصلي لا يستجيب. أعد المحاولة لاحقًا.',
  },
  notAllowed: {
    fr: 'Les mises à jour depuis le site ne sont pas permises ici (ATELIER_ALLOW_UPDATE=1).',
    en: 'Updates from the site are not allowed here (ATELIER_ALLOW_UPDATE=1).',
    ar: 'التحديث من الموقع غير مسموح هنا (ATELIER_ALLOW_UPDATE=1).',
  },
  upToDate: { fr: 'Il n’y a rien de plus récent.', en: 'There is nothing newer.', ar: 'لا يوجد ما هو أحدث.' },
  changed: {
    fr: 'Le programme a été modifié à la main sur cette machine : rien n’est mis à jour.',
    en: 'The program was changed by hand on this machine: nothing is updated.',
    ar: 'عُدّل البرنامج يدويًا على هذا الجهاز: لن يُحدَّث شيء.',
  },
});
