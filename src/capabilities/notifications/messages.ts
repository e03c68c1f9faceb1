import { messages } from '#kernel/message.ts';

export const m = messages({
  title: { fr: 'Notifications', en: 'Notifications', ar: 'الإشعارات' },
  lead: {
    fr: 'Ce qui s’est passé pendant que vous regardiez ailleurs.',
    en: 'What happened while you were looking elsewhere.',
    ar: 'ما حدث أثناء انشغالك.',
  },
  shown: { fr: 'Notifications affichées', en: 'Notifications shown', ar: 'الإشعارات المعروضة' },
  all: { fr: 'Toutes', en: 'All', ar: 'الكل' },
  unread: { fr: 'Non lues', en: 'Unread', ar: 'غير مقروءة' },
  isUnread: { fr: 'Non lue', en: 'Unread', ar: 'غير مقروء' },
  list: { fr: 'Les plus récentes d’abord', en: 'The most recent first', ar: 'الأحدث أولًا' },
  markRead: { fr: 'Marquer comme lue', en: 'Mark as read', ar: 'تحديد كمقروء' },
  markUnread: { fr: 'Marquer comme non lue', en: 'Mark as unread', ar: 'تحديد كغير مقروء' },
  markAll: { fr: 'Tout marquer comme lu', en: 'Mark all as read', ar: 'تحديد الكل كمقروء' },
  marked: {
    fr: '{count, plural, =0 {Tout était déjà lu.} one {# notification marquée comme lue.} other {# notifications marquées comme lues.}}',
    en: '{count, plural, =0 {Everything was read already.} one {# notification marked as read.} other {# notifications marked as read.}}',
    ar: '{count, plural, zero {كل الإشعارات مقروءة بالفعل.} one {حُدد إشعار واحد كمقروء.} two {حُدد إشعاران كمقروءين.} few {حُددت # إشعارات كمقروءة.} many {حُدد # إشعارًا كمقروء.} other {حُدد # إشعار كمقروء.}}',
  },
  none: { fr: 'Rien pour l’instant', en: 'Nothing yet', ar: 'لا شيء حتى الآن' },
  noneText: {
    fr: 'Films et images terminés, posts publiés ou en échec, sélections : tout ce qui vous concerne arrivera ici.',
    en: 'Finished films and pictures, published or failed posts, selections: all that concerns you will arrive here.',
    ar: 'الأفلام والصور المكتملة، والمنشورات المنشورة أو الفاشلة، والاختيارات: كل ما يخصك سيصل إلى هنا.',
  },
  allRead: { fr: 'Vous avez tout lu', en: 'You have read everything', ar: 'لقد قرأت كل شيء' },
  allReadText: {
    fr: 'Les anciennes notifications restent dans la liste complète.',
    en: 'Older notifications are still in the full list.',
    ar: 'تبقى الإشعارات السابقة في القائمة الكاملة.',
  },
  showAll: { fr: 'Voir toutes les notifications', en: 'See all notifications', ar: 'عرض جميع الإشعارات' },
  seeAll: { fr: 'Tout voir', en: 'See all', ar: 'عرض الكل' },
  goHome: { fr: 'Aller à l’accueil', en: 'Go to home', ar: 'الذهاب إلى الرئيسية' },
  preferences: { fr: 'Choisir ce qui est annoncé', en: 'Choose what is announced', ar: 'اختيار ما يُعلن عنه' },
  preferencesTitle: { fr: 'Préférences de notification', en: 'Notification preferences', ar: 'تفضيلات الإشعارات' },
  preferencesLead: {
    fr: 'Ce que vous décochez ne vous est plus annoncé ; rien d’autre ne change.',
    en: 'What you switch off is no longer announced to you; nothing else changes.',
    ar: 'ما تلغي تفعيله لن يُعلن لك عنه بعد الآن؛ ولا يتغير أي شيء آخر.',
  },
  announce: { fr: 'M’annoncer', en: 'Tell me about', ar: 'أخبرني عن' },
  save: { fr: 'Enregistrer', en: 'Save', ar: 'حفظ' },
  saved: { fr: 'Préférences enregistrées.', en: 'Preferences saved.', ar: 'تم حفظ التفضيلات.' },
  // The figure that is seen on the bell stands in its name as well.
  bell: {
    fr: 'Notifications{count, plural, =0 {} one { : # non lue} other { : # non lues}}',
    en: 'Notifications{count, plural, =0 {} one {: # unread} other {: # unread}}',
    ar: 'الإشعارات{count, plural, zero {} one {: # غير مقروء} two {: # غير مقروءين} few {: # غير مقروءة} many {: # غير مقروءًا} other {: # غير مقروء}}',
  },
  arrived: { fr: 'Nouvelle notification : {text}', en: 'New notification: {text}', ar: 'إشعار جديد: {text}' },
  failed: {
    fr: 'Les notifications n’ont pas pu être chargées. Ouvrez leur page.',
    en: 'The notifications could not be loaded. Open their page.',
    ar: 'تعذر تحميل الإشعارات. افتح صفحتها.',
  },
  close: { fr: 'Fermer', en: 'Close', ar: 'إغلاق' },
});
