/** A person in words: what a card, a row, a comparison and a shared list say alike. */
import type { Language } from '#kernel/message.ts';
import { say } from '#kernel/message.ts';
import type { ListedCinemaTalent } from '../cinema/cinema.ts';
import { choiceOf, EXPERIENCE_LEVELS, languageOf, type OptionName } from '../options/options.ts';
import { m } from './messages.ts';

export type Width = 96 | 320 | 640;

export const nameOf = ({ firstName, lastName }: Pick<ListedCinemaTalent, 'firstName' | 'lastName'>): string => `${firstName} ${lastName}`;
export const profileOf = ({ code }: Pick<ListedCinemaTalent, 'code'>): string => `/cinema/profile/${code}`;
export const photoOf = ({ photoFile }: Pick<ListedCinemaTalent, 'photoFile'>, width: Width): string | null =>
  photoFile && `/static/uploads/${photoFile}?w=${width}`;

export const optionWord = (name: OptionName, value: string | null, language: Language): string =>
  value === null ? '' : say(choiceOf(name, value).label, language);

export const typesOf = ({ talentTypes }: Pick<ListedCinemaTalent, 'talentTypes'>, language: Language): string =>
  talentTypes.map((value) => optionWord('talent_type', value, language)).join(' · ');

/** « 27 ans · 175 cm » */
export const bodyOf = ({ age, looks }: Pick<ListedCinemaTalent, 'age' | 'looks'>, language: Language): string =>
  [say(m.aged, language, { age }), heightOf(looks.height, language)].filter(Boolean).join(' · ');

export const heightOf = (height: number | null, language: Language): string => (height === null ? '' : `${height} ${say(m.cm, language)}`);

export const languagesOf = ({ languages }: Pick<ListedCinemaTalent, 'languages'>, language: Language): string =>
  languages.map((code) => say(languageOf(code).label, language)).join(', ');

export function experienceOf({ experienceLevel }: Pick<ListedCinemaTalent, 'experienceLevel'>, language: Language): string {
  const level = EXPERIENCE_LEVELS.find(({ value }) => value === experienceLevel);
  return level ? say(level.label, language) : '';
}

export const creditsOf = ({ previousProductions }: Pick<ListedCinemaTalent, 'previousProductions'>): string =>
  previousProductions.map(({ title, year }) => (year ? `${title} (${year})` : title)).join(', ');
