/**
 * Ranking people for a brief: who is found, in which order, and why.
 *
 * Hides the index (terms of what people write, their skills and places), the thread that holds it, and the arithmetic. Words: a
 * *factor* is one part of the score, between 0 and 1, with its weight; a person *meets*, does *not meet* a criterion, or it is
 * *unknown* because they never said; *lost* says how many people each must costs.
 */
import type { Logger } from 'pino';
import type { Clock } from '#kernel/clock.ts';
import type { Database } from '#kernel/db/connect.ts';
import type { Db } from '#kernel/db/db.ts';
import type { Brief, BriefKind } from '../briefs/briefs.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { createCrew, merged } from './crew.ts';

export { explain } from './explanation.ts';

export type FactorName =
  | 'skills'
  | 'words'
  | 'languages'
  | 'experience'
  | 'place'
  | 'availability'
  | 'profile'
  | 'age'
  | 'height'
  | 'look'
  | 'type';

export interface Factor {
  readonly name: FactorName;
  /** Share of the whole; the weights of a person's factors add up to 1. */
  readonly weight: number;
  /** 0 to 1. */
  readonly value: number;
}

export interface Evidence {
  readonly criterion: string;
  readonly state: 'met' | 'unmet' | 'unknown';
  /** Words of the profile that prove it, when words did. */
  readonly words?: string;
  /** How well, when it is a matter of degree: 0 to 1. */
  readonly value: number;
}

export interface RankedPerson {
  readonly id: number;
  /** 0 to 100, the rounded sum of weight × value. */
  readonly score: number;
  readonly factors: readonly Factor[];
  readonly evidence: readonly Evidence[];
}

export interface Ranking {
  /** People who were compared with the brief: active, and with every must that is known. */
  readonly analyzed: number;
  /** Among them, those with a score of 50 or more. */
  readonly matched: number;
  /** Best first; ties by number. */
  readonly people: readonly RankedPerson[];
  /** By criterion: how many more people there would be if this must were only nice. */
  readonly lost: Readonly<Record<string, number>>;
}

export interface RankOptions {
  readonly limit: number;
  /** CINEMA people who are not free on the days of the brief. */
  readonly busy?: ReadonlySet<number>;
}

export interface RankingIndex {
  rank(brief: Brief, options: RankOptions): Promise<Ranking>;
  /** Reads everybody ahead of the first question. */
  warm(kind: BriefKind): Promise<void>;
  close(): Promise<void>;
}

export interface RankingTools {
  readonly db: Db;
  readonly database: Pick<Database, 'url'>;
  readonly log: Logger;
  readonly clock: Clock;
  readonly catalogue: Pick<Catalogue, 'snapshot'>;
  /** How long nobody has to ask for the memory to be given back (ten minutes). */
  readonly idleMs?: number;
  /** Among how many threads the people are shared; by their number when it is not said. */
  readonly threads?: number;
}

export function createRankingIndex({ clock, ...tools }: RankingTools): RankingIndex {
  const crew = createCrew(tools);
  return {
    rank: async (brief, options) => merged(await crew.ask({ kind: 'rank', brief, options, today: clock.now() }), options.limit),
    warm: async (kind) => void (await crew.ask({ kind: 'warm', people: kind })),
    close: () => crew.close(),
  };
}

/** The reasons of a score in words, made of the very numbers that were added up. */
export interface Explanation {
  /** One or two sentences. */
  readonly summary: string;
  readonly strengths: readonly string[];
  readonly weaknesses: readonly string[];
  /** What the person could add to rise. */
  readonly advice: readonly string[];
}
