/** What the product and every configuration of full text answer to briefs, over the people of one collection in a database of their own. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino, { type Logger } from 'pino';
import { fixedClock } from '#kernel/clock.ts';
import { type Database, openDatabase } from '#kernel/db/connect.ts';
import { migrate } from '#kernel/db/migrate.ts';
import { inTransaction } from '#kernel/db/transaction.ts';
import { createCatalogue } from '#products/talent/catalogue/catalogue.ts';
import { createRankingIndex } from '#products/talent/ranking/ranking.ts';
import type { Data, GradedBrief } from './data.ts';
import { fillFullText, searchFullText } from './full-text.ts';
import { type KeyedPerson, rankBrief } from './product.ts';
import { seedCinema, seedStandard } from './seeding.ts';

/** The day the people were graded on: ages and "now" stand still. */
const TODAY = new Date('2026-11-21T12:00:00Z');

export interface Answer {
  readonly brief: GradedBrief;
  /** Best first. */
  readonly product: readonly KeyedPerson[];
  /** Keys, best first, in the order of CONFIGURATIONS. */
  readonly fullText: readonly (readonly string[])[];
  /** Keys of everybody who could be found. */
  readonly people: readonly string[];
}

type People = Pick<Data, 'standard' | 'cinema'>;

export async function answersOf(people: People, briefs: readonly GradedBrief[]): Promise<readonly Answer[]> {
  const folder = mkdtempSync(join(tmpdir(), 'atelier-bench-'));
  const log = pino({ level: 'warn' });
  const database = await openDatabase({ databaseUrl: null, dataFolder: folder, databasePoolSize: 4 }, log);
  try {
    await migrate(database.db);
    return await answersIn(database, log, people, briefs);
  } finally {
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function answersIn(database: Database, log: Logger, people: People, briefs: readonly GradedBrief[]): Promise<readonly Answer[]> {
  const { db } = database;
  const catalogue = createCatalogue({ db });
  const snapshot = await catalogue.snapshot();
  const ids = await inTransaction(db, async (tx) => {
    await fillFullText(tx, people, snapshot);
    return { standard: await seedStandard(tx, people.standard, snapshot), cinema: await seedCinema(tx, people.cinema, snapshot) };
  });
  const index = createRankingIndex({ db, database, log, clock: fixedClock(TODAY), catalogue });
  try {
    const answers: Answer[] = [];
    for (const brief of briefs)
      answers.push({
        brief,
        product: await rankBrief(index, brief, ids[brief.kind], { catalogue: snapshot, today: TODAY }),
        fullText: await searchFullText(db, brief),
        people: [...ids[brief.kind].keys()],
      });
    return answers;
  } finally {
    await index.close();
  }
}
