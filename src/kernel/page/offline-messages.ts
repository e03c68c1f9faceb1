/** Words of the page that stands in when there is no network, and of the application as phones list it. */
import { messages } from '../message.ts';

export const offlineMessages = messages({
  title: { fr: 'Pas de réseau', en: 'No network', ar: 'لا توجد شبكة' },
  lead: {
    fr: 'Cette page n’est pas gardée sur cet appareil. Elle s’ouvrira dès que le réseau reviendra.',
    en: 'This page is not kept on this device. It opens as soon as the network is back.',
    ar: 'هذه الصفحة غير محفوظة على هذا الجهاز. ستُفتح فور عودة الشبكة.',
  },
  leadSent: {
    fr: 'Votre envoi n’a pas eu de réponse. Rien n’est perdu : ce que vous avez écrit est gardé sur cet appareil.',
    en: 'What you sent had no answer. Nothing is lost: what you typed is kept on this device.',
    ar: 'لم يصل رد على ما أرسلته. لم يضع شيء: ما كتبته محفوظ على هذا الجهاز.',
  },
  again: { fr: 'Réessayer', en: 'Try again', ar: 'إعادة المحاولة' },
  home: { fr: 'Accueil', en: 'Home', ar: 'الرئيسية' },
  stillTitle: { fr: 'Ce qui marche encore', en: 'What still works', ar: 'ما زال يعمل' },
  stillPages: {
    fr: 'Relire les pages gardées ci-dessous, telles que vous les avez vues.',
    en: 'Reading the pages kept below, as you last saw them.',
    ar: 'قراءة الصفحات المحفوظة أدناه كما رأيتها آخر مرة.',
  },
  stillForms: {
    fr: 'Remplir un formulaire déjà ouvert : il attend sur l’appareil, puis part quand vous le dites. Jamais deux fois.',
    en: 'Filling in a form that is open: it waits on the device and leaves when you say so. Never twice.',
    ar: 'ملء استمارة مفتوحة: تنتظر على الجهاز وتُرسل عندما تطلب ذلك، ولا تُرسل مرتين أبدًا.',
  },
  stillScan: {
    fr: 'Pointer les arrivées et les départs, si l’écran de pointage a été ouvert sur cet appareil.',
    en: 'Scanning arrivals and departures, if the scan screen was opened on this device.',
    ar: 'تسجيل الحضور والانصراف إذا سبق فتح شاشة المسح على هذا الجهاز.',
  },
  keptTitle: { fr: 'Pages gardées', en: 'Kept pages', ar: 'الصفحات المحفوظة' },
  keptNone: {
    fr: 'Aucune page n’est gardée pour le moment.',
    en: 'No page is kept at the moment.',
    ar: 'لا توجد صفحات محفوظة حاليًا.',
  },
});

export const applicationMessages = messages({
  description: {
    fr: 'Castings, profils, tournages, images et films : le studio au même endroit, aussi quand le réseau manque.',
    en: 'Castings, profiles, shoots, pictures and films: the studio in one place, also when the network is away.',
    ar: 'اختيار الممثلين والملفات والتصوير والصور والأفلام: الاستوديو في مكان واحد، حتى عند غياب الشبكة.',
  },
  talents: { fr: 'Chercher un talent', en: 'Search talents', ar: 'البحث عن موهبة' },
  scan: { fr: 'Pointer une équipe', en: 'Scan a crew', ar: 'تسجيل حضور فريق' },
  picture: { fr: 'Nouvelle image', en: 'New picture', ar: 'صورة جديدة' },
  film: { fr: 'Nouveau film', en: 'New film', ar: 'فيلم جديد' },
  screenHome: { fr: 'L’accueil du studio', en: 'The home of the studio', ar: 'الصفحة الرئيسية للاستوديو' },
  screenTalents: { fr: 'La recherche de talents', en: 'The search for talents', ar: 'البحث عن المواهب' },
  screenStudio: { fr: 'Le studio d’images', en: 'The image studio', ar: 'استوديو الصور' },
});
