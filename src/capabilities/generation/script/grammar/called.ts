/** What a subject is called by its kind, when its own words do not lend themselves to being named again. */
import type { Kind } from '../say/kinds.ts';
import type { Mention } from './subject.ts';

const mentions = (words: Readonly<Record<Kind, string>>): Readonly<Record<Kind, Mention>> =>
  Object.fromEntries(
    Object.entries(words).map(([kind, word]) => [kind, { text: word.replace('+', ''), form: word.endsWith('+') ? 1 : 0 }]),
  ) as Record<Kind, Mention>;

/** A `+` marks the feminine. */
export const CALLED = {
  fr: mentions({
    ...{ ai: 'cette technologie+', technology: 'cette technologie+', education: 'ce sujet', cinema: 'ce projet', casting: 'ce casting' },
    ...{ event: 'ce rendez-vous', product: 'ce produit', sale: 'cette offre+', food: 'cette cuisine+', sport: 'cette pratique+' },
    ...{ place: 'ce lieu', people: 'cette histoire+', health: 'ce sujet', nature: 'ce monde vivant', generic: 'ce sujet' },
  }),
  en: mentions({
    ...{ ai: 'this technology', technology: 'this technology', education: 'this subject', cinema: 'this project', casting: 'this casting' },
    ...{ event: 'this event', product: 'this product', sale: 'this offer', food: 'this food', sport: 'this sport' },
    ...{ place: 'this place', people: 'this story', health: 'this subject', nature: 'this living world', generic: 'this subject' },
  }),
  ar: mentions({
    ...{ ai: 'هذه التقنية+', technology: 'هذه التقنية+', education: 'هذا الموضوع', cinema: 'هذا المشروع', casting: 'هذا الكاستينغ' },
    ...{ event: 'هذا الموعد', product: 'هذا المنتج', sale: 'هذا العرض', food: 'هذا المطبخ', sport: 'هذه الرياضة+' },
    ...{ place: 'هذا المكان', people: 'هذه الحكاية+', health: 'هذا الموضوع', nature: 'هذا العالم الحي', generic: 'هذا الموضوع' },
  }),
} as const;
