/**
 * Several threads, each with its share of the people, where there are many: they are read and compared side by side. A score depends on
 * nobody else, so that the best of all are among the best of each.
 */
import { availableParallelism } from 'node:os';
import type { Logger } from 'pino';
import type { Database } from '#kernel/db/connect.ts';
import type { Db } from '#kernel/db/db.ts';
import { gradeOf } from './grade.ts';
import { createKeeper, type Keeper, type Question } from './keeper.ts';
import { countPeople } from './people-rows.ts';
import type { RankedPerson, Ranking } from './ranking.ts';

export interface Crew {
  /** What each thread says. */
  ask(question: Question): Promise<readonly (Ranking | null)[]>;
  close(): Promise<void>;
}

export interface CrewTools {
  readonly db: Db;
  readonly database: Pick<Database, 'url'>;
  readonly log: Logger;
  readonly idleMs?: number;
  readonly threads?: number;
}

/** Below, a second thread costs more than it gains. One core is left to the pages. */
const MANY = 20_000;
const MOST_THREADS = 4;

export function createCrew({ database, db, idleMs, log, threads }: CrewTools): Crew {
  let keepers: Promise<readonly Keeper[]> | null = null;
  let isClosed = false;
  const open = async (): Promise<readonly Keeper[]> => {
    const of = threads ?? ((await hasMany(db)) ? Math.max(1, Math.min(MOST_THREADS, availableParallelism() - 1)) : 1);
    return Array.from({ length: of }, (_, index) =>
      createKeeper({ url: database.url, share: { index, of }, log, ...(idleMs === undefined ? {} : { idleMs }) }),
    );
  };
  const opened = (): Promise<readonly Keeper[]> => {
    keepers ??= open().catch((error: unknown) => {
      keepers = null;
      throw error;
    });
    return keepers;
  };
  return {
    async ask(question) {
      if (isClosed) throw new Error('the ranking is closed');
      const all = await opened();
      return Promise.all(all.map((keeper) => keeper.ask(question)));
    },
    async close() {
      isClosed = true;
      await Promise.all(((await keepers?.catch(() => [])) ?? []).map((keeper) => keeper.close()));
    },
  };
}

async function hasMany(db: Db): Promise<boolean> {
  const counts = await Promise.all([countPeople(db, 'standard'), countPeople(db, 'cinema')]);
  return Math.max(...counts) >= MANY;
}

/** One ranking of those of all shares. */
export function merged(shares: readonly (Ranking | null)[], limit: number): Ranking {
  const all = shares.filter((share) => share !== null);
  const total = (of: (ranking: Ranking) => number): number => all.reduce((sum, ranking) => sum + of(ranking), 0);
  const ids = new Set(all.flatMap(({ lost }) => Object.keys(lost)));
  return {
    analyzed: total(({ analyzed }) => analyzed),
    matched: total(({ matched }) => matched),
    people: all
      .flatMap(({ people }) => people)
      .sort(byGrade)
      .slice(0, limit),
    lost: Object.fromEntries([...ids].map((id) => [id, total(({ lost }) => lost[id] ?? 0)])),
  };
}

/** Best first, as each thread orders its own; ties by number. */
const byGrade = (a: RankedPerson, b: RankedPerson): number => gradeOf(totalOf(b)) - gradeOf(totalOf(a)) || a.id - b.id;
const totalOf = ({ factors }: RankedPerson): number => factors.reduce((sum, { value, weight }) => sum + weight * value, 0);
