/** Who is found for a search, in which order: our own ranking, and the opinion of a model on the first of it. */
import type { Db } from '#kernel/db/db.ts';
import type { Brief } from '../briefs/briefs.ts';
import { busyOn } from '../projects/projects.ts';
import type { RankedPerson, Ranking } from '../ranking/ranking.ts';
import { judged, type ModelWord, type Opinion } from './opinion.ts';
import type { MatchingTools } from './tools.ts';

/** People of one search that one can turn to. */
export const REACH = 100;
/** A score that counts as a match (`total_matched`). */
export const MATCH = 50;

export interface FoundPerson extends RankedPerson {
  /** What the model said of them; the score is ours and stays. */
  readonly word: ModelWord | null;
}
export interface Found extends Omit<Ranking, 'people'> {
  readonly people: readonly FoundPerson[];
}

export async function rank(tools: Pick<MatchingTools, 'db' | 'ranking'>, brief: Brief, limit: number): Promise<Ranking> {
  const busy = brief.kind === 'cinema' ? await busyDuring(tools.db, brief) : undefined;
  return tools.ranking.rank(brief, { limit, ...(busy ? { busy } : {}) });
}

/** Undefined when the brief names no days. */
async function busyDuring(db: Db, { criteria }: Brief): Promise<ReadonlySet<number> | undefined> {
  const days = criteria.flatMap(({ kind, from, to }) => (kind === 'dates' && from ? [{ from, until: dayAfter(to ?? from) }] : []));
  if (days.length === 0) return undefined;
  const busy = await Promise.all(days.map((range) => busyOn(db, range)));
  return new Set(busy.flatMap((ids) => [...ids]));
}

const dayAfter = (day: string): string => new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

/** The first in the order that both give; the others as they were. */
export const found = (ranking: Ranking, opinion: Opinion | null): Found => ({ ...ranking, people: judged(ranking.people, opinion) });
