/**
 * A prompt that is a whole sentence, « Une coopérative de tisserandes ouvre son atelier », says something itself: it is kept to be said, and
 * what it is about is what stands before its verb. A verb that might be a noun counts when an object follows it.
 */
import type { ScriptLanguage } from '../script.ts';

interface Grammar {
  /** Verbs in the present, third person, that are nothing else. */
  readonly surely: ReadonlySet<string>;
  /** Those that may be nouns or adjectives too. */
  readonly perhaps: ReadonlySet<string>;
  /** May stand after a verb, and not after a noun that ends. */
  readonly object: RegExp;
  /** Nothing that follows one of these is the verb of the sentence. */
  readonly before: RegExp;
  /** From here on the words belong to a part of the subject: « qui », « where ». */
  readonly relative: RegExp;
  readonly begins: RegExp;
}

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));
/** « ouvre » and « ouvrent ». */
const regular = (text: string): string => text.replace(/\S+/g, (verb) => `${verb} ${verb}nt`);
/** "open" and "opens". */
const both = (text: string): string => text.replace(/\S+/g, (verb) => `${verb}s`);

const FRENCH: Grammar = {
  surely: words(
    `${regular(
      'ouvre raconte découvre prépare célèbre cherche trouve crée propose accueille chante tisse transforme invente sauve protège réveille ' +
        'éveille quitte retrouve rassemble explique recrute organise gagne mange sculpte répare cultive soigne traverse affronte réinvente ' +
        'habite arrive rentre passe commence termine pose installe lutte milite élève dirige anime',
    )} devient deviennent reçoit reçoivent apprend apprennent construit construisent vend vendent va vont vient viennent veut veulent peut ` +
      'peuvent met mettent prend prennent partent vit vivent naît naissent meurt meurent grandit grandissent attend attendent revient ' +
      'reviennent réunit réunissent transmet transmettent perd perdent courent dort dorment boit boivent lisent écrivent peint peignent ' +
      'nourrit nourrissent guérit soutient soutiennent défend défendent rend rendent sert servent descend descendent franchit franchissent',
  ),
  perhaps: words(
    `${regular(
      'lance livre partage rêve fabrique change offre montre rencontre enseigne joue plante récolte aide porte marche danse cuisine travaille ' +
        'garde filme tourne regarde présente fête pêche visite marie',
    )} est sont a ont fait font part court lit écrit tient tiennent`,
  ),
  object:
    /^(?:une?|le|la|les|l[’']\S+|son|sa|ses|leurs?|des|du|de|d[’']\S+|à|au|aux|ce|cette|ces|dans|chez|sur|avec|vers|pour|en|sans|chaque|tous|toutes|plus|déjà|enfin|encore)$/i,
  before:
    /^(?:une?|le|la|les|l[’']|d[’']|du|des|de|à|au|aux|en|et|ou|par|pour|sur|dans|avec|sans|chez|entre|vers|mon|ma|mes|ton|ta|tes|son|sa|ses|notre|nos|votre|vos|leurs?|ce|cet|cette|ces|chaque|très|plus|petite?s?|grande?s?|jeunes?|belles?|beau|nouvelles?|nouveau)$/i,
  relative: /^(?:qui|que|qu[’'].*|dont|où|lorsque|quand|comment|pourquoi|si|comme)$/i,
  begins: /^(?:une?|le|la|les|l[’']\S+|des|mon|ma|mes|notre|nos|deux|trois|quatre|cinq|six|dix|chaque|\p{Lu}\p{Ll}+)$/u,
};

const ENGLISH: Grammar = {
  surely: words(
    `${both('open become discover prepare celebrate learn find bring build create sell teach meet wake tell explain protect save gather begin arrive grow')} ` +
      'goes comes wants teaches reaches is are was were has have will can carries tries studies buries marries',
  ),
  perhaps: words(
    `${both('live work dream turn return start help make take leave show share run play dance cook fish walk fight cross raise welcome')}`,
  ),
  object:
    /^(?:an?|the|his|her|its|their|our|my|to|from|in|on|at|by|with|without|before|after|into|across|for|about|up|out|of|every|all|again|together)$/i,
  before:
    /^(?:an?|the|his|her|its|their|our|my|your|to|of|in|on|at|by|for|with|and|or|from|this|these|those|that|some|many|new|old|young|small|big|first)$/i,
  relative: /^(?:who|which|that|where|when|how|why|what|if|while|whose)$/i,
  begins: /^(?:an?|the|my|our|two|three|four|five|ten|every|each|\p{Lu}\p{Ll}+)$/iu,
};

const GRAMMARS: Partial<Record<ScriptLanguage, Grammar>> = { fr: FRENCH, en: ENGLISH };
/** « Une coopérative »: an article and a noun at least. */
const LEAST_SUBJECT = 2;

/** What a statement is about; null when the words name something and state nothing. Arabic is not read so. */
export function subjectOfStatement(text: string, language: ScriptLanguage): string | null {
  const grammar = GRAMMARS[language];
  const all = text.split(/\s+/);
  if (!grammar?.begins.test(all[0] ?? '')) return null;
  for (const [index, word] of all.entries()) {
    const bare = word.replace(/[,;:.!?]+$/, '');
    if (grammar.relative.test(bare)) return null;
    // « Le soir, … »: what stands before a comma is not what it is about.
    if (index >= LEAST_SUBJECT && isVerb(grammar, all, index)) return subjectBefore(grammar, all, index);
    if (bare !== word) return null;
  }
  return null;
}

function isVerb({ surely, perhaps, object, before }: Grammar, all: readonly string[], index: number): boolean {
  const [last = '', word = '', next = ''] = [all[index - 1], all[index]?.toLowerCase(), all[index + 1]];
  if (before.test(last) || next === '') return false;
  const bare = word.replace(/^(?:s|n|l)[’']/, '');
  return surely.has(bare) || (perhaps.has(bare) && object.test(next));
}

/** « se » and « ne » belong to the verb. */
function subjectBefore({ before }: Grammar, all: readonly string[], index: number): string | null {
  const subject = all.slice(0, index);
  while (/^(?:se|ne|le|lui|leur|y|en|also|always|never|often)$/i.test(subject.at(-1) ?? '') && subject.length > LEAST_SUBJECT)
    subject.pop();
  return subject.length >= LEAST_SUBJECT && !before.test(subject.at(-1) ?? '') ? subject.join(' ') : null;
}
