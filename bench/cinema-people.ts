/** A database with so many CINEMA people and both engines that search among them; what the benches of search and of names stand on. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import pino from 'pino';
import { systemClock } from '#kernel/clock.ts';
import { type Database, openDatabase } from '#kernel/db/connect.ts';
import { migrate } from '#kernel/db/migrate.ts';
import { createVault } from '#kernel/vault.ts';
import { createCatalogue } from '#products/talent/catalogue/catalogue.ts';
import { type CinemaSearch, createCinemaSearch } from '#products/talent/cinema-search/cinema-search.ts';
import { seedPeople } from '#products/talent/seed/seed.ts';

export interface CinemaPeople {
  readonly db: Database['db'];
  readonly bySql: CinemaSearch;
  readonly byIndex: CinemaSearch;
  /** Seconds that writing them took; null when they were there from an earlier run. */
  readonly writtenIn: number | null;
  close(): Promise<void>;
}

/** `data`: a folder that is kept for further runs; without it one that goes at the end. */
export async function openCinemaPeople(people: number, data: string | undefined): Promise<CinemaPeople> {
  const folder = data ?? mkdtempSync(join(tmpdir(), 'atelier-bench-'));
  const log = pino({ level: 'warn' });
  const database = await openDatabase({ databaseUrl: null, dataFolder: folder, databasePoolSize: 4 }, log);
  const { db } = database;
  await migrate(db);
  const vault = createVault([Buffer.alloc(32, 7).toString('base64url')], 'the bench, which keeps no secret from anybody');
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from talent.cinema_talents`.execute(db);
  const missing = people - (rows[0]?.count ?? 0);
  const begun = performance.now();
  if (missing > 0) await seedPeople({ db, vault, log }, { cinema: missing });
  const seconds = (performance.now() - begun) / 1000;
  const tools = { db, clock: systemClock, vault, catalogue: createCatalogue({ db }), log };
  const [bySql, byIndex] = [createCinemaSearch(tools), createCinemaSearch({ ...tools, database, indexFrom: 1 })];
  return {
    ...{ db, bySql, byIndex },
    writtenIn: missing > 0 ? seconds : null,
    close: async () => {
      await Promise.all([byIndex.close(), bySql.close()]);
      await database.close();
      if (!data) rmSync(folder, { recursive: true, force: true });
    },
  };
}
