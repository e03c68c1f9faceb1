/** Words of lists: views, columns, and what is done to many at once. */
import { messages } from '#kernel/message.ts';

export const m = messages({
  views: { fr: 'Vues enregistrées', en: 'Saved views', ar: 'طرق العرض المحفوظة' },
  save: { fr: 'Enregistrer la vue', en: 'Save the view', ar: 'حفظ العرض' },
  saveNew: { fr: 'Enregistrer comme nouvelle vue', en: 'Save as a new view', ar: 'حفظ كعرض جديد' },
  saveOver: { fr: 'Mettre à jour « {name} »', en: 'Update “{name}”', ar: 'تحديث «{name}»' },
  name: { fr: 'Nom de la vue', en: 'Name of the view', ar: 'اسم العرض' },
  shared: { fr: 'Partager avec l’équipe', en: 'Share with the team', ar: 'مشاركة مع الفريق' },
  sharedHint: {
    fr: 'Qui a accès à cette liste l’ouvre et filtre à partir d’elle ; seuls vous et les administrateurs la changez.',
    en: 'Whoever has this list opens it and filters from it; only you and administrators change it.',
    ar: 'من لديه هذه القائمة يفتحها ويصفّي انطلاقًا منها؛ أنت والمسؤولون فقط من يغيّرها.',
  },
  sharedBy: { fr: 'Partagée par {name}', en: 'Shared by {name}', ar: 'شاركها {name}' },
  edit: { fr: 'Renommer ou supprimer « {name} »', en: 'Rename or delete “{name}”', ar: 'إعادة تسمية «{name}» أو حذفه' },
  editTitle: { fr: 'Vue enregistrée', en: 'Saved view', ar: 'العرض المحفوظ' },
  backToList: { fr: 'Revenir à la liste', en: 'Back to the list', ar: 'العودة إلى القائمة' },
  saved: { fr: 'La vue « {name} » est enregistrée.', en: 'The view “{name}” is saved.', ar: 'تم حفظ العرض «{name}».' },
  remove: { fr: 'Supprimer la vue', en: 'Delete the view', ar: 'حذف العرض' },
  removed: { fr: 'La vue « {name} » est supprimée.', en: 'The view “{name}” is deleted.', ar: 'تم حذف العرض «{name}».' },
  undo: { fr: 'Annuler', en: 'Undo', ar: 'تراجع' },
  restored: { fr: 'La vue « {name} » est de retour.', en: 'The view “{name}” is back.', ar: 'عاد العرض «{name}».' },
  makeFirst: {
    fr: 'Ouvrir la liste avec « {name} »',
    en: 'Open the list with “{name}”',
    ar: 'فتح القائمة بالعرض «{name}»',
  },
  notFirst: {
    fr: 'Ne plus ouvrir la liste avec « {name} »',
    en: 'No longer open the list with “{name}”',
    ar: 'عدم فتح القائمة بالعرض «{name}»',
  },
  isFirst: {
    fr: 'La liste s’ouvre désormais avec « {name} ».',
    en: 'The list now opens with “{name}”.',
    ar: 'ستُفتح القائمة من الآن بالعرض «{name}».',
  },
  isNotFirst: { fr: 'La liste s’ouvre de nouveau en entier.', en: 'The list opens whole again.', ar: 'ستُفتح القائمة كاملة من جديد.' },
  nameNeeded: { fr: 'Donnez un nom à la vue', en: 'Give the view a name', ar: 'أدخل اسمًا للعرض' },
  nameTooLong: { fr: 'Au plus {max} caractères', en: 'At most {max} characters', ar: 'على الأكثر {max} حرفًا' },
  nothingToSave: {
    fr: 'Choisissez d’abord un filtre, un ordre ou des colonnes : une vue garde ce qui est choisi.',
    en: 'Choose a filter, an order or columns first: a view keeps what is chosen.',
    ar: 'اختر أولًا عامل تصفية أو ترتيبًا أو أعمدة: العرض يحفظ ما تم اختياره.',
  },
  tooManyViews: {
    fr: 'Vous avez déjà {max} vues de cette liste. Supprimez-en une d’abord.',
    en: 'You already have {max} views of this list. Delete one first.',
    ar: 'لديك بالفعل {max} عرضًا لهذه القائمة. احذف واحدًا أولًا.',
  },
  ownerOnly: {
    fr: 'Seules la personne qui l’a créée et l’administration changent cette vue. Enregistrez-la sous un autre nom.',
    en: 'Only its owner and administrators change this view. Save it under another name.',
    ar: 'لا يغيّر هذا العرض إلا منشئه والإدارة. احفظه باسم آخر.',
  },
});

export const bulk = messages({
  nothingChosen: { fr: 'Cochez d’abord des lignes.', en: 'Tick some lines first.', ar: 'حدّد بعض الأسطر أولًا.' },
  tooMany: {
    fr: 'Au plus {most, number} à la fois, et cette liste en a {total, number}. Ajoutez un filtre.',
    en: 'At most {most, number} at once, and this list has {total, number}. Add a filter.',
    ar: 'على الأكثر {most, number} في المرة الواحدة، وفي هذه القائمة {total, number}. أضف عامل تصفية.',
  },
  spared: {
    fr: '{count, plural, one {Un élément n’a pas été changé :} other {# éléments n’ont pas été changés :}}',
    en: '{count, plural, one {One was not changed:} other {# were not changed:}}',
    ar: '{count, plural, zero {لم يتغيّر # عنصر:} one {لم يتغيّر عنصر واحد:} two {لم يتغيّر عنصران:} few {لم تتغيّر # عناصر:} many {لم يتغيّر # عنصرًا:} other {لم يتغيّر # عنصر:}}',
  },
  undo: { fr: 'Annuler', en: 'Undo', ar: 'تراجع' },
  tooLate: {
    fr: 'C’est déjà annulé, ou cela date de plus d’un jour.',
    en: 'It was undone already, or it is more than a day old.',
    ar: 'تم التراجع عنه بالفعل، أو مضى عليه أكثر من يوم.',
  },
  notUndone: {
    fr: '{count, plural, one {Un élément n’a pas pu être remis en état : {names}} other {# éléments n’ont pas pu être remis en état : {names}}}',
    en: '{count, plural, one {One could not be put back: {names}} other {# could not be put back: {names}}}',
    ar: '{count, plural, zero {تعذّرت إعادة # عنصر: {names}} one {تعذّرت إعادة عنصر واحد: {names}} two {تعذّرت إعادة عنصرين: {names}} few {تعذّرت إعادة # عناصر: {names}} many {تعذّرت إعادة # عنصرًا: {names}} other {تعذّرت إعادة # عنصر: {names}}}',
  },
  others: {
    fr: '{count, plural, one {et un autre} other {et # autres}}',
    en: '{count, plural, one {and one other} other {and # others}}',
    ar: '{count, plural, zero {و# آخرين} one {وآخر} two {واثنان آخران} few {و# آخرون} many {و# آخرين} other {و# آخرين}}',
  },
  typeCount: { fr: 'Pour confirmer, écrivez le nombre', en: 'To confirm, type the number', ar: 'للتأكيد، اكتب العدد' },
  wrongCount: { fr: 'Ce n’est pas le bon nombre', en: 'This is not the number', ar: 'هذا ليس العدد الصحيح' },
});
