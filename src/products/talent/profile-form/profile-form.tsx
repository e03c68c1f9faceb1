/**
 * The forms of a profile: the same fields, names, choices and words wherever a profile is filled in or changed.
 *
 * Hides how dial codes, "the same number" and "another city" become the input of the members room, and how the catalogue becomes
 * lists in the reader's language. Words: *answers* are texts as typed; a *group* is a set of fields that belong together.
 */
export {
  type Answers,
  answersOf,
  answersOfMember,
  FIELDS,
  inputOf,
  isTicked,
  listOf,
  SOCIAL_FIELDS,
  textOf,
} from './answers.ts';
export { choicesOf, type ProfileChoices } from './choices.ts';
export { BirthFields, ContactFields, FieldStack, LinkSection, NameFields, OriginFields, PhoneFields, WorkFields } from './fields.tsx';
export * as words from './labels.ts';
export { ReviewTitle, TermLinks } from './review.tsx';
export { TalentPicker } from './talent-picker.tsx';

/** The last birthday of somebody who is old enough today, as `YYYY-MM-DD`. */
export function latestBirthday(today: Date): string {
  return `${today.getUTCFullYear() - 16}${today.toISOString().slice(4, 10)}`;
}
