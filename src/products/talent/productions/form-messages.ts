/** The words of the form of a production. */
import { messages } from '#kernel/message.ts';

export const labels = messages({
  name: { fr: 'Nom', en: 'Name', ar: 'الاسم' },
  description: { fr: 'Présentation', en: 'About', ar: 'نبذة' },
  specialization: { fr: 'Spécialités', en: 'Specialities', ar: 'التخصصات' },
  founded_year: { fr: 'Année de création', en: 'Founded in', ar: 'سنة التأسيس' },
  ceo: { fr: 'Direction', en: 'Head', ar: 'المدير' },
  employees_count: { fr: 'Employés', en: 'Employees', ar: 'عدد الموظفين' },
  productions_count: { fr: 'Productions réalisées', en: 'Works produced', ar: 'عدد الإنتاجات' },
  address: { fr: 'Adresse', en: 'Address', ar: 'العنوان' },
  city: { fr: 'Ville', en: 'City', ar: 'المدينة' },
  country_id: { fr: 'Pays', en: 'Country', ar: 'البلد' },
  postal_code: { fr: 'Code postal', en: 'Postal code', ar: 'الرمز البريدي' },
  phone: { fr: 'Téléphone', en: 'Phone', ar: 'الهاتف' },
  email: { fr: 'E-mail', en: 'E-mail', ar: 'البريد الإلكتروني' },
  website: { fr: 'Site', en: 'Website', ar: 'الموقع' },
  facebook: { fr: 'Facebook', en: 'Facebook', ar: 'فيسبوك' },
  instagram: { fr: 'Instagram', en: 'Instagram', ar: 'إنستغرام' },
  linkedin: { fr: 'LinkedIn', en: 'LinkedIn', ar: 'لينكدإن' },
  twitter: { fr: 'X (Twitter)', en: 'X (Twitter)', ar: 'إكس (تويتر)' },
  notable_productions: { fr: 'Œuvres marquantes', en: 'Notable works', ar: 'أبرز الأعمال' },
  awards: { fr: 'Prix', en: 'Awards', ar: 'الجوائز' },
  services: { fr: 'Services', en: 'Services', ar: 'الخدمات' },
  certifications: { fr: 'Certifications', en: 'Certifications', ar: 'الشهادات' },
  memberships: { fr: 'Affiliations', en: 'Memberships', ar: 'العضويات' },
  equipment: { fr: 'Matériel', en: 'Equipment', ar: 'المعدات' },
  studios: { fr: 'Studios', en: 'Studios', ar: 'الاستوديوهات' },
  is_active: { fr: 'Production active', en: 'Active company', ar: 'شركة نشطة' },
  // The photo of the form is its logo.
  photo: { fr: 'Logo', en: 'Logo', ar: 'الشعار' },
});

export const form = messages({
  createLead: {
    fr: 'Seul le nom est obligatoire ; le reste se complète plus tard.',
    en: 'Only the name is required; the rest can wait.',
    ar: 'الاسم وحده إلزامي، ويمكن إكمال الباقي لاحقًا.',
  },
  editTitle: { fr: 'Modifier {name}', en: 'Edit {name}', ar: 'تعديل {name}' },
  identity: { fr: 'Identité', en: 'Identity', ar: 'الهوية' },
  contacts: { fr: 'Contacts officiels', en: 'Official contacts', ar: 'وسائل الاتصال الرسمية' },
  contactsLead: {
    fr: 'Publics : ils permettent aux talents de vérifier qui leur écrit.',
    en: 'Public: they let talents check who writes to them.',
    ar: 'عامة: تتيح للمواهب التحقق ممن يراسلها.',
  },
  works: { fr: 'Œuvres et reconnaissance', en: 'Works and recognition', ar: 'الأعمال والتقدير' },
  worksLead: { fr: 'Une ligne pour chaque élément.', en: 'One line for each.', ar: 'سطر واحد لكل عنصر.' },
  means: { fr: 'Services et moyens', en: 'Services and means', ar: 'الخدمات والإمكانات' },
  specializationHint: {
    fr: 'Par exemple : Films, Séries, Documentaires',
    en: 'For example: Films, Series, Documentaries',
    ar: 'مثال: أفلام، مسلسلات، وثائقيات',
  },
  workHint: {
    fr: 'Une par ligne, l’année entre parenthèses',
    en: 'One a line, the year in brackets',
    ar: 'عمل في كل سطر، والسنة بين قوسين',
  },
  workExample: {
    fr: 'Le Grand Voyage (2020)\nNuits de Casablanca (2022)',
    en: 'Le Grand Voyage (2020)\nCasablanca Nights (2022)',
    ar: 'الرحلة الكبرى (2020)\nليالي الدار البيضاء (2022)',
  },
  awardHint: {
    fr: 'Un par ligne, l’année entre parenthèses',
    en: 'One a line, the year in brackets',
    ar: 'جائزة في كل سطر، والسنة بين قوسين',
  },
  awardExample: {
    fr: 'Grand Prix du Festival (2022)',
    en: 'Grand Prize of the Festival (2022)',
    ar: 'الجائزة الكبرى للمهرجان (2022)',
  },
  lineHint: { fr: 'Un par ligne', en: 'One a line', ar: 'عنصر في كل سطر' },
  serviceExample: {
    fr: 'Production\nPost-production\nLocation de matériel',
    en: 'Production\nPost-production\nEquipment rental',
    ar: 'الإنتاج\nما بعد الإنتاج\nتأجير المعدات',
  },
  logoHint: {
    fr: 'Le fond transparent d’un PNG est gardé.',
    en: 'The transparent ground of a PNG is kept.',
    ar: 'تبقى خلفية PNG الشفافة كما هي.',
  },
  newLogo: { fr: 'Remplacer le logo', en: 'Replace the logo', ar: 'استبدال الشعار' },
  activeHint: {
    fr: 'Une production inactive ne se choisit plus dans les projets, et son sceau est suspendu.',
    en: 'An inactive company cannot be chosen in projects any more, and its seal is suspended.',
    ar: 'لا يمكن اختيار شركة غير نشطة في المشاريع، ويُعلَّق ختمها.',
  },
  save: { fr: 'Enregistrer', en: 'Save', ar: 'حفظ' },
  submit: { fr: 'Créer la production', en: 'Create the company', ar: 'إنشاء الشركة' },
  cancel: { fr: 'Annuler', en: 'Cancel', ar: 'إلغاء' },
});
