/** The names that a brief of one kind may use, with what they mean there. */
import { fold } from '#kernel/text.ts';
import type { Snapshot } from '../catalogue/catalogue.ts';
import { LANGUAGES } from '../options/options.ts';
import { namesOfTongue, TRADES } from './concepts.ts';
import type { BriefKind, CriterionKind } from './criterion.ts';
import { createPhrases, type Phrases } from './phrases.ts';
import { PART_GROUPS, PARTS } from './words/parts.ts';
import { SKILL_GROUPS, SKILLS } from './words/skills.ts';
import { TRADE_GROUPS } from './words/trades.ts';

export interface Meaning {
  readonly kind: CriterionKind;
  readonly values: readonly string[];
  readonly must?: boolean;
}

/** They mean too much else in a sentence about a vacancy: often the employer. */
const TOO_COMMON = new Set(
  'startup,start up,vue,sea,legal,audit,growth,transit,commercial,pêche,tests,mentor,interprète,contrats,banque,laboratoire,agence de voyages,commerce,entrepôt,réception,construction,bâtiment,paie,batterie,voile,cheval,basket,foot,contes'
    .split(',')
    .map(fold),
);
const telling = (names: string): string =>
  names
    .split(/[,،]/)
    .filter((name) => !TOO_COMMON.has(fold(name)))
    .join(',');

function addTalents(phrases: Phrases<Meaning>, kind: BriefKind, { talents }: Snapshot): void {
  const active = talents.filter((talent) => talent.isActive && (talent.tag === 'cinema') === (kind === 'cinema'));
  const meanings = new Map(
    active.map(({ slug, id, name }): [string, Meaning] => [slug, { kind: 'talent', values: [kind === 'standard' ? String(id) : name] }]),
  );
  const [names, groups] = kind === 'standard' ? [TRADES, TRADE_GROUPS] : [SKILLS, SKILL_GROUPS];
  for (const { slug, name, synonyms } of active) {
    const meaning = meanings.get(slug);
    if (!meaning) continue;
    phrases.add(name, meaning);
    phrases.addAll(telling([...synonyms, names[slug] ?? ''].join(',')), meaning);
  }
  for (const [group, slugs] of groups) {
    const values = slugs.flatMap((slug) => meanings.get(slug)?.values ?? []);
    if (values.length > 0) phrases.addAll(group, { kind: 'talent', values });
  }
}

/** Every list that the kind reads, in one look-up, so that the longest name wins whatever it names. */
function listsOf(kind: BriefKind, catalogue: Snapshot): Phrases<Meaning> {
  const phrases = createPhrases<Meaning>({ fit: 'close' });
  addTalents(phrases, kind, catalogue);
  if (kind === 'cinema') {
    for (const [part, names] of Object.entries(PARTS)) phrases.addAll(names, { kind: 'talent_type', values: [part] });
    for (const [names, parts] of PART_GROUPS) phrases.addAll(names, { kind: 'talent_type', values: parts });
  }
  for (const { code } of LANGUAGES) phrases.addAll(namesOfTongue(code), { kind: 'language', values: [code] });
  return phrases;
}

const kept = new WeakMap<Snapshot, Readonly<Record<BriefKind, Phrases<Meaning>>>>();
export function listsFor(kind: BriefKind, catalogue: Snapshot): Phrases<Meaning> {
  const lists = kept.get(catalogue) ?? { standard: listsOf('standard', catalogue), cinema: listsOf('cinema', catalogue) };
  kept.set(catalogue, lists);
  return lists[kind];
}
