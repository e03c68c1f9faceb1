/**
 * Reading a brief: the text of a vacancy or a role becomes criteria that a person can see and change.
 *
 * Hides three languages, their word forms, synonyms, the catalogue and the lists of options. Words: a *criterion* is one thing
 * asked for, *must* (people without it are left out) or *nice* (it raises the score); its *values* are canonical, any of them will
 * do; *terms* are words as an index and a question share them, a *concept* is the term of a listed name; the *quote* is where the
 * brief says it.
 */
export {
  type BriefKind,
  type Criterion,
  type CriterionKind,
  criterionOf,
  isAsked,
  type TextLanguage,
} from './criterion.ts';
export { describeCriterion } from './description.ts';
export { type Brief, readBrief, type Vocabulary } from './reading.ts';
export { isConcept, type Term, termsOf } from './terms.ts';
