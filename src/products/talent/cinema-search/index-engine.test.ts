import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { systemClock } from '#kernel/clock.ts';
import { type Database, openDatabase } from '#kernel/db/connect.ts';
import { createVault } from '#kernel/vault.ts';
import { eventually } from '#test/eventually.ts';
import { afterFile, freshDatabaseUrl, log } from '#test/support.ts';
import { createCatalogue } from '../catalogue/catalogue.ts';
import { openFeed, sweepFeed } from '../change-feed.ts';
import { seedPeople } from '../seed/seed.ts';
import { type CinemaSearch, createCinemaSearch } from './cinema-search.ts';
import { createIndexEngine, type IndexEngine } from './index-engine.ts';

const PEOPLE = 600;
const vault = createVault([Buffer.alloc(32, 7).toString('base64url')], 'a secret of the tests, longer than thirty-two characters');
let here: Database;
let elsewhere: Database;
let engine: IndexEngine;
let search: CinemaSearch;

beforeAll(async () => {
  const databaseUrl = await freshDatabaseUrl();
  const open = () => openDatabase({ databaseUrl, dataFolder: '', databasePoolSize: 4 }, log);
  [here, elsewhere] = [await open(), await open()];
  await seedPeople({ db: here.db, vault, log }, { cinema: PEOPLE });
  engine = createIndexEngine({ db: here.db, url: here.url, log, indexFrom: 100 });
  search = createCinemaSearch({
    db: here.db,
    clock: systemClock,
    vault,
    catalogue: createCatalogue(here),
    log,
    database: here,
    indexFrom: 100,
  });
  afterFile(async () => {
    await Promise.all([engine.close(), search.close()]);
    await Promise.all([here.close(), elsewhere.close()]);
  });
  expect(await Promise.all([engine.warm(), search.warm()])).toEqual([true, true]);
});

const total = async (filters = {}): Promise<number | undefined> =>
  (await engine.find({ filters, today: new Date(), search: null, offset: 0, size: 1, sort: 'newest' }))?.total;

describe('the index in its thread', () => {
  it('knows a change that was just committed, wherever that was', async () => {
    for (const { db } of [here, elsewhere]) {
      const before = await total({ eyeColors: ['Vairon'] });
      await sql`update talent.cinema_talents set eye_color = 'Vairon' where id = (select max(id) from talent.cinema_talents where eye_color <> 'Vairon')`.execute(
        db,
      );
      expect(await total({ eyeColors: ['Vairon'] })).toBe((before ?? 0) + 1);
    }
    await sql`delete from talent.cinema_talents where id = 3`.execute(elsewhere.db);
    expect(await total()).toBe(PEOPLE - 1);
    expect((await search.find({}, { offset: 0, size: 1 })).total).toBe(PEOPLE - 1);
  });

  it('sees nothing of a transaction that goes on, and all of it when it ends after a younger one', async () => {
    const none = await total({ builds: ['Robuste'], gender: 'F' });
    await elsewhere.db.transaction().execute(async (old) => {
      await sql`update talent.cinema_talents set build = 'Robuste', gender = 'F' where id = 10`.execute(old);
      await sql`update talent.cinema_talents set build = 'Robuste', gender = 'F' where id = 11`.execute(here.db);
      expect(await total({ builds: ['Robuste'], gender: 'F' })).toBe((none ?? 0) + 1);
      await sql`update talent.cinema_talents set first_name = 'Plus tard' where id = 12`.execute(here.db);
      expect(await total({ builds: ['Robuste'], gender: 'F' })).toBe((none ?? 0) + 1);
    });
    expect(await total({ builds: ['Robuste'], gender: 'F' })).toBe((none ?? 0) + 2);
  });

  it('counts facets as SQL does, countries by number', async () => {
    const plain = createCinemaSearch({ db: here.db, clock: systemClock, vault, catalogue: createCatalogue(here), log });
    const facets = await search.facets({ gender: 'F' });
    expect(facets).toEqual(await plain.facets({ gender: 'F' }));
    expect(facets.country.get(1)).toBeGreaterThan(0);
  });

  it('leaves the answer to SQL while everybody is read again, then goes on', async () => {
    await sql`insert into talent.cinema_changes (ids) values (null)`.execute(here.db);
    await sql`update talent.cinema_talents set is_active = false where id = 20`.execute(elsewhere.db);
    const now = (await search.find({ active: false }, { offset: 0, size: 1 })).total;
    await eventually(() => total({ active: false })).toBe(now);
  });

  it('lets SQL answer when the thread is gone or was never worth it', async () => {
    const few = createIndexEngine({ db: here.db, url: here.url, log, indexFrom: PEOPLE * 2 });
    expect(await few.warm()).toBe(false);
    expect(few.isOpen()).toBe(false);
    await search.close();
    expect((await search.find({}, { offset: 0, size: 1 })).total).toBe(PEOPLE - 1);
  });
});

describe('the feed', () => {
  /** Transactions of other databases on the same server hold lines back for a while. */
  const nobodyHoldsLinesBack = () =>
    eventually(async () => {
      const { rows } = await sql`select seq from talent.cinema_changes
        where xid >= pg_snapshot_xmin(pg_current_snapshot()) and xid < '9000000000'`.execute(here.db);
      return rows;
    }).toEqual([]);

  it('tells a reader that missed something to read everybody', async () => {
    const [late, steady] = [await openFeed(here.db, 'cinema'), await openFeed(here.db, 'cinema')];
    await sql`update talent.cinema_talents set first_name = 'Ancienne' where id in (30, 31)`.execute(here.db);
    expect([...(await steady.read(here.db))].toSorted()).toEqual([30, 31]);
    expect(await steady.read(here.db)).toEqual([]);
    await sql`update talent.cinema_changes set changed_at = now() - interval '2 hours'`.execute(here.db);
    await nobodyHoldsLinesBack();
    expect(await steady.read(here.db)).toEqual([]);
    expect(await sweepFeed(here.db, 'cinema')).toBeGreaterThan(0);
    expect(await sweepFeed(here.db, 'cinema')).toBe(0);
    expect(await steady.read(here.db)).toEqual([]);
    expect(await late.read(here.db)).toBe('everybody');
    expect(await late.read(here.db)).toEqual([]);
  });

  it('is not led astray by lines of another server, as a backup may bring them', async () => {
    await sql`insert into talent.cinema_changes (xid, ids) values ('9000000000', null)`.execute(here.db);
    await sql`update talent.cinema_feed set forgotten = 9000000000`.execute(here.db);
    const feed = await openFeed(here.db, 'cinema');
    await sql`update talent.cinema_talents set first_name = 'Revenue' where id = 32`.execute(here.db);
    expect(await feed.read(here.db)).toEqual([32]);
    await sql`update talent.cinema_changes set changed_at = now() - interval '2 hours'`.execute(here.db);
    await nobodyHoldsLinesBack();
    expect(await sweepFeed(here.db, 'cinema')).toBe(1);
    const { rows } = await sql`select forgotten < 9000000000 as mended from talent.cinema_feed`.execute(here.db);
    expect(rows).toEqual([{ mended: true }]);
  });

  it('does not name thousands', async () => {
    const feed = await openFeed(here.db, 'cinema');
    await sql`truncate talent.cinema_talents cascade`.execute(here.db);
    expect(await feed.read(here.db)).toBe('everybody');
  });
});
