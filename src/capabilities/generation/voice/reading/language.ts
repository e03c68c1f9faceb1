/** Languages whose numbers, units and letters are written out before they are spoken; for the others the engine does what it can. */
export type ReadLanguage = 'fr' | 'en' | 'ar';

/** `fr-FR`, `FR` and `fr` are one language. */
export const baseOf = (language: string): string => language.toLowerCase().split(/[-_]/)[0] ?? '';

export const isRead = (language: string): language is ReadLanguage => language === 'fr' || language === 'en' || language === 'ar';
