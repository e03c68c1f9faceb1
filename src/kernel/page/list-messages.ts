/** Words of tables: columns, density, and the bar of what is ticked. */
import { messages } from '../message.ts';

export const listMessages = messages({
  columns: { fr: 'Colonnes', en: 'Columns', ar: 'الأعمدة' },
  shownColumns: { fr: 'Colonnes affichées', en: 'Columns shown', ar: 'الأعمدة المعروضة' },
  density: { fr: 'Densité', en: 'Density', ar: 'الكثافة' },
  comfortable: { fr: 'Confortable', en: 'Comfortable', ar: 'مريحة' },
  compact: { fr: 'Compacte', en: 'Compact', ar: 'مضغوطة' },
  apply: { fr: 'Appliquer', en: 'Apply', ar: 'تطبيق' },
  reset: { fr: 'Colonnes d’origine', en: 'Original columns', ar: 'الأعمدة الأصلية' },
  select: { fr: 'Choisir', en: 'Select', ar: 'تحديد' },
  selectPage: { fr: 'Choisir toute la page', en: 'Select the whole page', ar: 'تحديد الصفحة كلها' },
  selectOne: { fr: 'Choisir {name}', en: 'Select {name}', ar: 'تحديد {name}' },
  withSelection: { fr: 'Avec les lignes cochées', en: 'With the ticked lines', ar: 'مع الأسطر المحددة' },
  selected: {
    fr: '{count, plural, =0 {Aucune ligne cochée} one {# ligne cochée} other {# lignes cochées}}',
    en: '{count, plural, =0 {No line ticked} one {# line ticked} other {# lines ticked}}',
    ar: '{count, plural, =0 {لا سطر محدد} one {سطر واحد محدد} two {سطران محددان} few {# أسطر محددة} many {# سطرًا محددًا} other {# سطر محدد}}',
  },
  everything: {
    fr: 'Les {total, number} de cette liste, toutes pages comprises',
    en: 'All {total, number} of this list, on every page',
    ar: 'كل عناصر هذه القائمة ({total, number}) في جميع الصفحات',
  },
  unselect: { fr: 'Tout décocher', en: 'Untick all', ar: 'إلغاء التحديد' },
});
