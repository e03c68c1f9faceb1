/** What is said of many posts at once. */
import { messages } from '#kernel/message.ts';

export const many = messages({
  posts: { fr: 'Posts', en: 'Posts', ar: 'المنشورات' },
  all: { fr: 'Toutes', en: 'All', ar: 'الكل' },
  move: { fr: 'Déplacer', en: 'Move', ar: 'نقل' },
  moveTitle: {
    fr: '{count, plural, one {Déplacer ce post} other {Déplacer ces # posts}}',
    en: '{count, plural, one {Move this post} other {Move these # posts}}',
    ar: '{count, plural, zero {نقل # منشور} one {نقل هذا المنشور} two {نقل هذين المنشورين} few {نقل هذه المنشورات (#)} many {نقل هذه المنشورات (#)} other {نقل هذه المنشورات (#)}}',
  },
  moveText: {
    fr: 'L’heure reste la même. Un post déjà parti, ou qui tomberait dans le passé, reste où il est.',
    en: 'The time of day stays. A post that has left, or that would fall into the past, stays where it is.',
    ar: 'تبقى الساعة كما هي. المنشور الذي أُرسل، أو الذي سيقع في الماضي، يبقى في مكانه.',
  },
  days: { fr: 'De combien de jours', en: 'By how many days', ar: 'بعدد الأيام' },
  daysHint: { fr: '1 : demain ; -1 : un jour plus tôt', en: '1: a day later; -1: a day earlier', ar: '1: بعد يوم؛ -1: قبل يوم' },
  badDays: {
    fr: 'Un nombre entier de jours, de -{most} à {most}, sauf 0',
    en: 'A whole number of days, from -{most} to {most}, but not 0',
    ar: 'عدد صحيح من الأيام، من -{most} إلى {most}، ما عدا 0',
  },
  moved: {
    fr: '{count, plural, =0 {Aucun post déplacé} one {Un post déplacé} other {# posts déplacés}}',
    en: '{count, plural, =0 {No post moved} one {One post moved} other {# posts moved}}',
    ar: '{count, plural, =0 {لم يُنقل أي منشور} zero {لم يُنقل أي منشور} one {نُقل منشور واحد} two {نُقل منشوران} few {نُقلت # منشورات} many {نُقل # منشورًا} other {نُقل # منشور}}',
  },
  movedBack: {
    fr: '{count, plural, =0 {Aucun post remis à sa date} one {Un post remis à sa date} other {# posts remis à leur date}}',
    en: '{count, plural, =0 {No post moved back} one {One post moved back} other {# posts moved back}}',
    ar: '{count, plural, =0 {لم يُعَد أي منشور} zero {لم يُعَد أي منشور} one {أُعيد منشور واحد إلى موعده} two {أُعيد منشوران إلى موعدهما} few {أُعيدت # منشورات إلى موعدها} many {أُعيد # منشورًا إلى موعده} other {أُعيد # منشور إلى موعده}}',
  },
  cancel: { fr: 'Annuler les posts', en: 'Cancel the posts', ar: 'إلغاء المنشورات' },
  cancelTitle: {
    fr: '{count, plural, one {Annuler ce post ?} other {Annuler ces # posts ?}}',
    en: '{count, plural, one {Cancel this post?} other {Cancel these # posts?}}',
    ar: '{count, plural, zero {إلغاء # منشور؟} one {إلغاء هذا المنشور؟} two {إلغاء هذين المنشورين؟} few {إلغاء هذه المنشورات (#)؟} many {إلغاء هذه المنشورات (#)؟} other {إلغاء هذه المنشورات (#)؟}}',
  },
  cancelText: {
    fr: 'Ils ne partiront pas et restent dans la liste. Pour en publier un malgré tout, planifiez-le de nouveau.',
    en: 'They will not go out and stay in the list. To publish one after all, plan it again.',
    ar: 'لن تُنشر وستبقى في القائمة. لنشر أحدها رغم ذلك، جدوله من جديد.',
  },
  cancelled: {
    fr: '{count, plural, =0 {Aucun post annulé} one {Un post annulé} other {# posts annulés}}',
    en: '{count, plural, =0 {No post cancelled} one {One post cancelled} other {# posts cancelled}}',
    ar: '{count, plural, =0 {لم يُلغَ أي منشور} zero {لم يُلغَ أي منشور} one {أُلغي منشور واحد} two {أُلغي منشوران} few {أُلغيت # منشورات} many {أُلغي # منشورًا} other {أُلغي # منشور}}',
  },
  cancelledAlready: { fr: 'déjà annulé', en: 'cancelled already', ar: 'ملغى بالفعل' },
});
