/**
 * The exact words that a person agrees to. Their version goes with every answer, and the words as they were shown are kept with it: a
 * change of a word is a new version.
 */
import { PLATFORM_TITLES, type PlatformName } from '#capabilities/publishing/publishing.ts';
import { type Language, localeOf, type Message, messages, say } from '#kernel/message.ts';
import type { Consent, Purpose } from './consent.ts';

export const TEXT_VERSION = '2026-11';

export const purposes: Readonly<Record<Purpose, Message>> = messages({
  promo: {
    fr: 'la promotion de la production (film d’annonce, affiches, publications)',
    en: 'promoting the production (promo film, posters, posts)',
    ar: 'الترويج للإنتاج (فيلم ترويجي وملصقات ومنشورات)',
  },
  social: {
    fr: 'les publications du studio sur les réseaux sociaux',
    en: 'the studio’s posts on social networks',
    ar: 'منشورات الاستوديو على شبكات التواصل الاجتماعي',
  },
  press: {
    fr: 'la presse, la radio et la télévision',
    en: 'the press, radio and television',
    ar: 'الصحافة والإذاعة والتلفزيون',
  },
});

const m = messages({
  whole: {
    fr: 'J’autorise {site} à publier mon image et mon nom, sans contrepartie financière, dans les limites écrites ici.',
    en: 'I allow {site} to publish my picture and my name, without payment, within the limits written here.',
    ar: 'أسمح لـ{site} بنشر صورتي واسمي دون مقابل مالي، ضمن الحدود المكتوبة هنا.',
  },
  project: { fr: 'Pour : {title}.', en: 'For: {title}.', ar: 'من أجل: {title}.' },
  medium: { fr: 'Image concernée : {title}.', en: 'Picture concerned: {title}.', ar: 'الصورة المعنية: {title}.' },
  purposes: { fr: 'Usages : {list}.', en: 'Uses: {list}.', ar: 'الاستعمالات: {list}.' },
  platforms: { fr: 'Plateformes : {list}.', en: 'Platforms: {list}.', ar: 'المنصات: {list}.' },
  everywhere: { fr: 'Plateformes : toutes.', en: 'Platforms: all of them.', ar: 'المنصات: جميعها.' },
  territory: { fr: 'Territoire : {territory}.', en: 'Territory: {territory}.', ar: 'النطاق الجغرافي: {territory}.' },
  until: { fr: 'Jusqu’au {day} inclus.', en: 'Until {day}, included.', ar: 'حتى {day} ضمنًا.' },
  open: { fr: 'Jusqu’à ce que je retire mon accord.', en: 'Until I withdraw my consent.', ar: 'إلى أن أسحب موافقتي.' },
  withdrawal: {
    fr: 'Je peux retirer mon accord à tout moment, par le même lien ou depuis mon compte. Ce qui est prévu et n’est pas encore publié est alors arrêté aussitôt ; pour ce qui est déjà en ligne, le studio est prévenu afin de le retirer.',
    en: 'I can withdraw my consent at any time, by the same link or from my account. What is planned and not yet published is then stopped at once; for what is live already, the studio is told, so that it takes it down.',
    ar: 'يمكنني سحب موافقتي في أي وقت، عبر الرابط نفسه أو من حسابي. يتوقف عندها فورًا كل ما هو مبرمج ولم يُنشر بعد؛ أما ما نُشر بالفعل فيُبلَّغ الاستوديو ليزيله.',
  },
  free: {
    fr: 'Refuser n’a aucune conséquence sur ma candidature ni sur mon travail.',
    en: 'Refusing has no consequence for my application or my work.',
    ar: 'لا يترتب على الرفض أي أثر على ترشيحي أو عملي.',
  },
});

type Terms = Pick<Consent, 'purposes' | 'platforms' | 'territory' | 'endsAt' | 'originTitle'>;

/** One paragraph each. `medium` is the title of the one picture it is about. */
export function consentText(terms: Terms, facts: { readonly site: string; readonly medium: string | null }, language: Language): string[] {
  const list = (texts: readonly string[]): string => new Intl.ListFormat(localeOf(language), { type: 'conjunction' }).format(texts);
  const { originTitle, territory, endsAt } = terms;
  return [
    say(m.whole, language, { site: facts.site }),
    ...(originTitle ? [say(m.project, language, { title: originTitle })] : []),
    ...(facts.medium ? [say(m.medium, language, { title: facts.medium })] : []),
    say(m.purposes, language, { list: list(terms.purposes.map((purpose) => say(purposes[purpose], language))) }),
    terms.platforms
      ? say(m.platforms, language, { list: list(terms.platforms.map((name: PlatformName) => PLATFORM_TITLES[name])) })
      : say(m.everywhere, language),
    ...(territory ? [say(m.territory, language, { territory })] : []),
    endsAt ? say(m.until, language, { day: lastDayText(endsAt, language) }) : say(m.open, language),
    say(m.withdrawal, language),
    say(m.free, language),
  ];
}

/** The end itself is not included any more. */
export const lastDayOf = (endsAt: Date): Date => new Date(endsAt.getTime() - 1);
export const lastDayText = (endsAt: Date, language: Language): string =>
  new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'long', timeZone: 'UTC' }).format(lastDayOf(endsAt));
