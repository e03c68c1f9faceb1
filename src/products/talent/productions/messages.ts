/** What the pages of productions say. The seal and its check page are in `seal-messages.ts`. */
import { messages } from '#kernel/message.ts';

export const m = messages({
  productions: { fr: 'Productions', en: 'Production companies', ar: 'شركات الإنتاج' },
  lead: {
    fr: 'Les sociétés qui tournent avec nous. Le sceau montre celles dont nous avons vérifié l’identité.',
    en: 'The companies that shoot with us. The seal shows those whose identity we checked.',
    ar: 'الشركات التي تصوّر معنا. يُظهر الختم الشركات التي تحققنا من هويتها.',
  },
  create: { fr: 'Nouvelle production', en: 'New production company', ar: 'شركة إنتاج جديدة' },
  search: { fr: 'Recherche', en: 'Search', ar: 'البحث' },
  searchHint: { fr: 'Nom, ville, spécialité…', en: 'Name, city, speciality…', ar: 'الاسم، المدينة، التخصص…' },
  country: { fr: 'Pays', en: 'Country', ar: 'البلد' },
  state: { fr: 'État', en: 'State', ar: 'الحالة' },
  active: { fr: 'Active', en: 'Active', ar: 'نشطة' },
  inactive: { fr: 'Inactive', en: 'Inactive', ar: 'غير نشطة' },
  verifiedOnly: { fr: 'Vérifiées seulement', en: 'Verified only', ar: 'الموثقة فقط' },
  total: {
    fr: '{total, plural, =0 {Aucune production} one {# production} other {# productions}}',
    en: '{total, plural, =0 {No company} one {# company} other {# companies}}',
    ar: '{total, plural, =0 {لا توجد شركات} one {شركة واحدة} two {شركتان} few {# شركات} other {# شركة}}',
  },
  projects: {
    fr: '{count, plural, =0 {Aucun projet en cours} one {# projet en cours} other {# projets en cours}}',
    en: '{count, plural, =0 {No current project} one {# current project} other {# current projects}}',
    ar: '{count, plural, =0 {لا مشاريع جارية} one {مشروع جارٍ واحد} two {مشروعان جاريان} few {# مشاريع جارية} other {# مشروعًا جاريًا}}',
  },
  none: { fr: 'Aucune production', en: 'No production company', ar: 'لا توجد شركة إنتاج' },
  noneText: {
    fr: 'Les productions que vous ajoutez ici peuvent ensuite être choisies dans les projets.',
    en: 'The companies you add here can then be chosen in projects.',
    ar: 'يمكن بعد ذلك اختيار الشركات التي تضيفها هنا في المشاريع.',
  },
  noneYetText: {
    fr: 'Les administrateurs les ajoutent avant le premier tournage. Revenez bientôt.',
    en: 'Administrators add them before the first shoot. Come back soon.',
    ar: 'يضيفها المسؤولون قبل أول تصوير. عد قريبًا.',
  },
  noMatch: { fr: 'Aucune production ne correspond', en: 'No company matches', ar: 'لا توجد شركة مطابقة' },
  noMatchText: {
    fr: 'Retirez un filtre, ou cherchez un autre mot : les accents et les majuscules ne comptent pas.',
    en: 'Remove a filter, or search another word: accents and capitals do not matter.',
    ar: 'أزل أحد عوامل التصفية أو ابحث بكلمة أخرى: لا فرق بين الأحرف الكبيرة والصغيرة ولا علامات التشكيل.',
  },
  clear: { fr: 'Effacer les filtres', en: 'Clear the filters', ar: 'مسح عوامل التصفية' },
  badFilter: {
    fr: 'Un filtre de cette adresse n’est pas valable ; il est ignoré.',
    en: 'A filter of this address is not valid; it is ignored.',
    ar: 'أحد عوامل التصفية في هذا العنوان غير صالح وتم تجاهله.',
  },
  notFound: { fr: 'Production introuvable', en: 'Production not found', ar: 'شركة الإنتاج غير موجودة' },
  nameTaken: {
    fr: 'Une production porte déjà ce nom. Ouvrez-la plutôt que d’en créer une deuxième.',
    en: 'A company already has this name. Open it instead of making a second one.',
    ar: 'توجد شركة بهذا الاسم. افتحها بدل إنشاء شركة ثانية.',
  },
  longLine: {
    fr: 'Ligne {line} : au plus {limit} caractères',
    en: 'Line {line}: at most {limit} characters',
    ar: 'السطر {line}: {limit} حرفًا على الأكثر',
  },
  hasProjects: {
    fr: 'Cette production a des projets : elle ne peut pas être supprimée. Désactivez-la, ou supprimez d’abord ses projets.',
    en: 'This company has projects: it cannot be deleted. Deactivate it, or delete its projects first.',
    ar: 'لهذه الشركة مشاريع ولا يمكن حذفها. عطّلها أو احذف مشاريعها أولًا.',
  },
  sealNeedsContact: {
    fr: 'Le sceau montre au public les contacts officiels : gardez au moins un e-mail, un téléphone ou un site.',
    en: 'The seal shows the public the official contacts: keep at least an e-mail, a phone number or a website.',
    ar: 'يعرض الختم للجمهور وسائل الاتصال الرسمية: أبقِ بريدًا إلكترونيًا أو هاتفًا أو موقعًا واحدًا على الأقل.',
  },
});

export const view = messages({
  facts: { fr: 'Fiche', en: 'Facts', ar: 'بيانات' },
  contacts: { fr: 'Contacts', en: 'Contacts', ar: 'وسائل الاتصال' },
  noContacts: { fr: 'Aucun contact indiqué.', en: 'No contact given.', ar: 'لا توجد وسائل اتصال.' },
  works: { fr: 'Œuvres marquantes', en: 'Notable works', ar: 'أبرز الأعمال' },
  awards: { fr: 'Prix', en: 'Awards', ar: 'الجوائز' },
  means: { fr: 'Moyens', en: 'Means', ar: 'الإمكانات' },
  projects: { fr: 'Projets', en: 'Projects', ar: 'المشاريع' },
  noProjects: { fr: 'Aucun projet pour l’instant.', en: 'No project yet.', ar: 'لا مشاريع حتى الآن.' },
  newProject: { fr: 'Créer un projet', en: 'Create a project', ar: 'إنشاء مشروع' },
  allProjects: { fr: 'Tous ses projets', en: 'All its projects', ar: 'كل مشاريعها' },
  putAway: { fr: 'Archivé', en: 'Put away', ar: 'مؤرشف' },
  people: {
    fr: '{count, plural, =0 {Personne d’assigné} one {# personne} other {# personnes}}',
    en: '{count, plural, =0 {Nobody assigned} one {# person} other {# people}}',
    ar: '{count, plural, =0 {لا أحد} one {شخص واحد} two {شخصان} few {# أشخاص} other {# شخصًا}}',
  },
  edit: { fr: 'Modifier', en: 'Edit', ar: 'تعديل' },
  remove: { fr: 'Supprimer', en: 'Delete', ar: 'حذف' },
  removeTitle: { fr: 'Supprimer cette production ?', en: 'Delete this company?', ar: 'حذف هذه الشركة؟' },
  removeText: {
    fr: 'Sa fiche, son logo et son sceau disparaissent pour toujours. Le journal garde la trace de la suppression.',
    en: 'Its page, logo and seal go for ever. The log keeps a trace of the deletion.',
    ar: 'تُحذف صفحتها وشعارها وختمها نهائيًا. يحتفظ السجل بأثر الحذف.',
  },
  wrongName: { fr: 'Ce n’est pas le nom de la production', en: 'This is not the name of the company', ar: 'هذا ليس اسم الشركة' },
  removed: { fr: '« {name} » est supprimée.', en: '“{name}” is deleted.', ar: 'تم حذف «{name}».' },
  created: { fr: '« {name} » est créée.', en: '“{name}” is created.', ar: 'تم إنشاء «{name}».' },
  saved: { fr: '« {name} » est enregistrée.', en: '“{name}” is saved.', ar: 'تم حفظ «{name}».' },
  back: { fr: 'Retour à la production', en: 'Back to the company', ar: 'العودة إلى الشركة' },
});
