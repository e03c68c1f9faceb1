/** What people choose from lists: languages, availability, looks, the type of role. Near values are a part of it. */
import type { Criterion } from '../briefs/briefs.ts';
import { OPTIONS } from '../options/options.ts';
import { BY_TEXT } from './corpus.ts';
import { excuse, type Judged, judgedOf, MET, raiseAll, UNKNOWN, UNMET } from './judged.ts';
import { SAID, type SaidName } from './person.ts';
import type { Scene } from './scene.ts';
import { levelOf } from './spoken.ts';

const SILENT: Readonly<Partial<Record<Criterion['kind'], number>>> = {
  language: 0.3,
  availability: 0.5,
  work_mode: 0.5,
  work_time: 0.5,
  ethnicity: 0.4,
};
const SILENT_LOOK = 0.45;
/** A bare « arabe » of somebody in Marrakech is likely to be what is asked for as Darija: who knows. */
const ARABIC = new Set(['ar', 'ary', 'arq', 'aeb', 'arz', 'apd', 'mey']);
const AMAZIGH = new Set(['zgh', 'shi', 'rif', 'kab']);
const KIN = 0.5;

export function judgeLanguage(criterion: Criterion, scene: Scene): Judged {
  const judged = judgedOf(scene.corpus);
  const asked = levelOf(criterion.level);
  const worthOf = (how: number): number => spokenValue(how & 7, asked) - (how & BY_TEXT ? 0.1 : 0);
  for (const code of criterion.values) {
    const family = [ARABIC, AMAZIGH].find((kin) => kin.has(code)) ?? [];
    for (const kin of family) if (kin !== code) raiseAll(judged, scene.facts(`language:${kin}`), KIN, UNKNOWN);
    const found = scene.facts(`language:${code}`);
    for (let i = 0; i < found.count; i += 1) {
      const [row, how] = [found.rows[i] as number, found.hows[i] as number];
      // The language itself says more than its kin do.
      judged.values[row] = Math.max(worthOf(how), judged.states[row] === MET ? (judged.values[row] as number) : 0);
      if (judged.states[row] !== MET) judged.states[row] = (how & 7) === 0 || (how & 7) >= asked ? MET : UNMET;
    }
  }
  const { said } = scene.columns;
  excuse(scene.corpus, judged, SILENT.language ?? 0, (row) => judged.values[row] === 0 && ((said[row] as number) & SAID.languages) === 0);
  return judged;
}

/** 0: not said, or not asked. */
function spokenValue(level: number, asked: number): number {
  if (level === 0) return asked > 1 ? 0.85 : 1;
  if (level >= asked) return level === 1 && asked === 0 ? 0.7 : 1;
  return asked - level === 1 ? 0.6 : 0.3;
}

type Near = Readonly<Record<string, number>>;
const NEAR: Readonly<Record<string, Readonly<Record<string, Near>>>> = {
  availability: {
    disponible_maintenant: { disponible_prochainement: 0.6, projet_actuel: 0.3 },
    disponible_prochainement: { disponible_maintenant: 1, projet_actuel: 0.6 },
  },
  work_mode: {
    sur_site: { flexible: 1, hybride: 0.7 },
    a_distance: { flexible: 1, hybride: 0.7 },
    hybride: { flexible: 1, sur_site: 0.5, a_distance: 0.5 },
  },
  work_time: { 'Temps plein': { Flexible: 1 }, 'Temps partiel': { Flexible: 1 } },
  talent_type: {
    'Acteur Principal': { 'Acteur Secondaire': 0.6 },
    'Acteur Secondaire': { 'Acteur Principal': 0.8 },
    Figurant: { Silhouette: 0.8, 'Figurant Spécialisé': 0.8, 'Acteur Secondaire': 0.4 },
    Silhouette: { Figurant: 0.7, 'Figurant Spécialisé': 0.7 },
    'Figurant Spécialisé': { Silhouette: 0.6, Figurant: 0.6 },
    Doublure: { 'Doublure Lumière': 0.5, Cascadeur: 0.5 },
  },
};

/** One value a person, or several: the best of them counts. */
export function judgeChoice(criterion: Criterion, scene: Scene): Judged {
  const { corpus, columns, facts } = scene;
  const judged = judgedOf(corpus);
  for (const value of criterion.values) {
    for (const [other, worth] of Object.entries(NEAR[criterion.kind]?.[value] ?? {}))
      raiseAll(judged, facts(`${criterion.kind}:${other}`), worth, worth === 1 ? MET : UNMET);
    raiseAll(judged, facts(`${criterion.kind}:${value}`), 1, MET);
  }
  const bit = SAID[criterion.kind as SaidName] as number | undefined;
  if (bit) excuse(corpus, judged, SILENT[criterion.kind] ?? 0, (row) => ((columns.said[row] as number) & bit) === 0);
  return judged;
}

export function judgeLook(criterion: Criterion, scene: Scene): Judged {
  const { corpus, columns, facts } = scene;
  const judged = judgedOf(corpus);
  const kind = criterion.kind as keyof typeof OPTIONS;
  const choices = (OPTIONS[kind] ?? []).map(({ value }) => value);
  for (const value of criterion.values) {
    for (const other of choices)
      if (other !== value) raiseAll(judged, facts(`${kind}:${other}`), lookNear(kind, choices, value, other), UNMET);
    raiseAll(judged, facts(`${kind}:${value}`), 1, MET);
  }
  const bit = SAID[kind as SaidName] as number | undefined;
  if (bit) excuse(corpus, judged, SILENT_LOOK, (row) => ((columns.said[row] as number) & bit) === 0);
  return judged;
}

const NEAR_LOOK = 0.6;
/** On a scale the next step is near; elsewhere the shades of one colour are. */
function lookNear(kind: string, choices: readonly string[], value: string, other: string): number {
  if (kind === 'skin_tone' || kind === 'build') return Math.abs(choices.indexOf(value) - choices.indexOf(other)) === 1 ? NEAR_LOOK : 0;
  return value.split(' ')[0] === other.split(' ')[0] ? NEAR_LOOK : 0;
}
