/** What the listed names stand for: talents, kinds of parts, spoken languages, groups of skills. */
import { LANGUAGES } from '../options/options.ts';
import { createPhrases, type Phrases } from './phrases.ts';
import { PART_GROUPS, PARTS } from './words/parts.ts';
import { SKILL_GROUPS, SKILLS } from './words/skills.ts';
import { TONGUES } from './words/tongues.ts';
import { BUSINESS, CREATIVE, TECHNOLOGY } from './words/trades.ts';
import { LIFE } from './words/trades-of-life.ts';

/** Names of the talents of the catalogue, by slug. */
export const TRADES: Readonly<Record<string, string>> = { ...TECHNOLOGY, ...CREATIVE, ...BUSINESS, ...LIFE };

/** Persian in Arabic has the stem of a rider (فارس): it is left out. The name before a bracket and the one inside: `Darija (arabe marocain)`. */
export const namesOfTongue = (code: string): string => {
  const listed = LANGUAGES.find((language) => language.code === code);
  const labels = listed ? [listed.name, listed.label.en, ...(code === 'fa' ? [] : [listed.label.ar])] : [];
  return [TONGUES[code] ?? '', ...labels.map((label) => label.replace(/ ?\(.*\)$/, ''))].filter(Boolean).join(', ');
};

/** Written in several ways, one word for an index. */
const COMPOUNDS = [
  'front end',
  'back end',
  'full stack',
  'e commerce',
  'e learning',
  'e mail',
  'free lance',
  'hip hop',
  'make up',
  'voix off',
  'voice over',
  'post production',
  'pre production',
  'self tape',
  'start up',
  'week end',
  'photo shoot',
  'kick boxing',
  'stand up',
  'stand in',
  'play back',
  'web site',
  'data base',
  'dread locks',
  'break dance',
  'skate board',
  'basket ball',
  'hand ball',
  'volley ball',
];

const typeTerm = (part: string): string => `=type:${part.toLowerCase()}`;
const talentTerm = (slug: string): string => `=talent:${slug}`;

function collect(phrases: Phrases<string>): void {
  for (const [slug, names] of [...Object.entries(TRADES), ...Object.entries(SKILLS)]) phrases.addAll(names, talentTerm(slug));
  for (const [index, [names, slugs]] of SKILL_GROUPS.entries()) {
    const group = `=skills:${index}`;
    phrases.addAll(names, group);
    for (const slug of slugs) phrases.addAll(SKILLS[slug] ?? '', group);
  }
  for (const [part, names] of Object.entries(PARTS)) phrases.addAll(names, typeTerm(part));
  for (const [names, parts] of PART_GROUPS) for (const part of parts) phrases.addAll(names, typeTerm(part));
  for (const { code } of LANGUAGES) phrases.addAll(namesOfTongue(code), `=lang:${code}`);
}

let concepts: Phrases<string> | null = null;
/** Names of every list, by the concept they stand for. */
export function conceptPhrases(): Phrases<string> {
  if (concepts) return concepts;
  concepts = createPhrases<string>({ fit: 'close' });
  collect(concepts);
  return concepts;
}

let compounds: Phrases<string> | null = null;
export function compoundPhrases(): Phrases<string> {
  if (compounds) return compounds;
  compounds = createPhrases<string>();
  for (const name of COMPOUNDS) compounds.add(name, name.replace(' ', ''));
  return compounds;
}
