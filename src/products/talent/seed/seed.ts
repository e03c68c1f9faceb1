/**
 * Believable people by the thousand or the million, to rehearse with: names, places, looks and trades that go together.
 *
 * Hides how they are drawn and how they are written quickly. Each batch is a transaction of its own, so registrations go on
 * meanwhile and a run that is cut short leaves whole people. Nobody of them can sign in, and nobody has a photo.
 */
import { sql } from 'kysely';
import type { Logger } from 'pino';
import type { Db } from '#kernel/db/db.ts';
import { inTransaction } from '#kernel/db/transaction.ts';
import type { Vault } from '#kernel/vault.ts';
import { createChance } from './chance.ts';
import { insertCinemaBatch } from './cinema-people.ts';
import { type CinemaScene, type DrawnPerson, drawPerson } from './cinema-person.ts';
import { readCountries, readSkills, readTalents } from './places.ts';
import { insertStandardBatch } from './standard-people.ts';

export type { DrawnPerson } from './cinema-person.ts';

export interface SeedTools {
  readonly db: Db;
  readonly vault: Vault;
  readonly log: Logger;
}
export interface SeedOptions {
  /** How many people of the CINEMA module. */
  readonly cinema?: number;
  /** How many people of the standard platform. */
  readonly users?: number;
  /** Encrypted e-mail, phone and document numbers too: ten times the work. */
  readonly contacts?: boolean;
  /** Another number draws other people. */
  readonly seed?: number;
}

const SEED = 20251026;
const BATCH = 5000;
const YEARS_OF_ARRIVALS = 3;
const DAY = 86_400_000;
const TABLES = {
  cinema: ['talent.cinema_talents', 'talent.cinema_details'],
  users: ['identity.accounts', 'talent.members', 'talent.member_details', 'talent.member_talents'],
};

/** Invented people do not belong among real ones: why this installation is not seeded, or null. */
export const seedRefusal = ({ production }: { readonly production: boolean }, force = false): string | null =>
  production && !force
    ? 'seed adds invented people to the database, and this is a production installation. Use an installation of its own, or say --force.'
    : null;

export async function seedPeople(
  { db, vault, log }: SeedTools,
  { cinema = 0, users = 0, contacts = false, seed = SEED }: SeedOptions,
): Promise<void> {
  const chance = createChance(seed);
  const today = new Date();
  const sealed = contacts ? vault : null;
  await inBatches(users, async (size, done) => {
    const scene = { countries: await readCountries(db), talents: await readTalents(db), today, vault: sealed };
    await inTransaction(db, (tx) => insertStandardBatch(tx, size, chance, scene));
    log.info(`${done + size} of ${users} standard people`);
  });
  const scene = await readScene(db, today);
  await inBatches(cinema, async (size, done) => {
    const people = Array.from({ length: size }, () => drawPerson(chance, scene));
    const arrived = new Date(today.getTime() - (1 - done / cinema) * YEARS_OF_ARRIVALS * 365 * DAY);
    await inTransaction(db, (tx) => insertCinemaBatch(tx, people, { chance, vault: sealed, arrived }));
    log.info(`${done + size} of ${cinema} CINEMA people`);
  });
  await settle(db, [...(cinema ? TABLES.cinema : []), ...(users ? TABLES.users : [])]);
}

/** People of the CINEMA module that are not written: the demonstration registers them itself, one by one. */
export async function drawPeople(db: Db, count: number, today: Date, seed = SEED): Promise<readonly DrawnPerson[]> {
  const chance = createChance(seed);
  const scene = await readScene(db, today);
  return Array.from({ length: count }, () => drawPerson(chance, scene));
}

const readScene = async (db: Db, today: Date): Promise<CinemaScene> => ({
  countries: await readCountries(db),
  skills: await readSkills(db),
  today,
});

async function inBatches(count: number, work: (size: number, done: number) => Promise<void>): Promise<void> {
  for (let done = 0; done < count; done += BATCH) await work(Math.min(BATCH, count - done), done);
}

/** What autovacuum would do in its own time: the visibility map, the statistics, the waiting lists of the indexes. */
async function settle(db: Db, tables: readonly string[]): Promise<void> {
  await db.connection().execute(async (connection) => {
    await sql`set statement_timeout = 0`.execute(connection);
    for (const table of tables) await sql`vacuum (analyze) ${sql.table(table)}`.execute(connection);
    await sql`set statement_timeout to '30s'`.execute(connection);
  });
}
