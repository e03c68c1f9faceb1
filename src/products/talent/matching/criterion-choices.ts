/** What criteria can be chosen from, in the reader's language. */
import { type Language, localeOf } from '#kernel/message.ts';
import type { Option, OptionGroup } from '#kernel/page/choices.tsx';
import type { BriefKind, CriterionKind } from '../briefs/briefs.ts';
import type { Snapshot } from '../catalogue/catalogue.ts';
import { LANGUAGES } from '../options/options.ts';
import { fixedValues, kindsOf } from './criteria.ts';
import { kindWord, valueWord } from './criterion-words.ts';

/** Every value of a kind with a list; undefined for cities (too many) and words (typed). */
export function optionsOf(kind: CriterionKind, brief: BriefKind, catalogue: Snapshot, language: Language): readonly Option[] | undefined {
  const fixed = fixedValues(kind);
  if (fixed) return fixed.map((value) => ({ value, label: valueWord(kind, value, language, catalogue) }));
  const values = looked(kind, brief, catalogue);
  if (!values) return undefined;
  const order = new Intl.Collator(localeOf(language)).compare;
  return values.map((value) => ({ value, label: valueWord(kind, value, language, catalogue) })).sort((a, b) => order(a.label, b.label));
}

function looked(kind: CriterionKind, brief: BriefKind, catalogue: Snapshot): readonly string[] | undefined {
  if (kind === 'language') return LANGUAGES.map(({ code }) => code);
  if (kind === 'country') return catalogue.countries.filter(({ isActive }) => isActive).map(({ id }) => String(id));
  if (kind !== 'talent') return undefined;
  const tag = brief === 'cinema' ? 'cinema' : 'general';
  const talents = catalogue.talents.filter((talent) => talent.isActive && talent.tag === tag);
  return talents.map(({ id, name }) => (brief === 'cinema' ? name : String(id)));
}

/** One list with all of them. Origins are not offered: they count when the brief says so, never by a click. */
export function choiceGroups(brief: BriefKind, catalogue: Snapshot, language: Language): readonly OptionGroup[] {
  const kinds = kindsOf(brief).filter((kind) => kind !== 'ethnicity');
  return kinds.flatMap((kind) => {
    const options = optionsOf(kind, brief, catalogue, language);
    return options
      ? [{ label: kindWord(kind, brief), options: options.map(({ value, label }) => ({ value: `${kind}:${value}`, label })) }]
      : [];
  });
}
