import { sql } from 'kysely';
import pino from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fixedClock } from '#kernel/clock.ts';
import type { Database } from '#kernel/db/connect.ts';
import { createLimits } from '#kernel/http/rate-limit.ts';
import { createSettings } from '#kernel/settings.ts';
import { createVault } from '#kernel/vault.ts';
import { openTestDoor } from '#test/door.ts';
import { freshDatabase } from '#test/support.ts';
import { type OmdbSimulator, startOmdbSimulator } from '../../../../simulators/omdb.ts';
import { OMDB_API_KEY, registerMovies } from './movies.ts';

let database: Database;
let omdb: OmdbSimulator;
const clock = fixedClock('2025-10-26T15:30:00Z');
const lines: string[] = [];
beforeEach(async () => {
  database = await freshDatabase();
  omdb = await startOmdbSimulator();
  lines.length = 0;
});
afterEach(() => omdb.close());

async function open({ apiKey = omdb.apiKey, scale = 1 }: { apiKey?: string | null; scale?: number } = {}) {
  const { db } = database;
  const vault = createVault([Buffer.alloc(32, 7).toString('base64url')], 'a secret of the tests, longer than thirty-two characters');
  const settings = createSettings({ db, vault, clock });
  const jobs: (() => Promise<void>)[] = [];
  let handler: (() => Promise<void>) | null = null;
  const queue = {
    enqueue: async () => void jobs.push(async () => handler?.()),
    work: (_job: unknown, run: unknown) => {
      handler = run as () => Promise<void>;
    },
  };
  const door = openTestDoor();
  const config = { omdb: { apiKey, url: omdb.url }, rateLimitScale: scale };
  const log = pino({ level: 'debug' }, { write: (line) => lines.push(line) });
  registerMovies(door, { db, clock, log, limits: createLimits(db, clock), settings, queue: queue as never, config });
  await door.ready();
  const search = async (q: string) => (await door.inject({ method: 'GET', url: '/api/v1/movies/search', query: { q } })).json();
  const count = async (): Promise<void> => {
    for (const job of jobs.splice(0)) await job();
  };
  return { door, db, settings, search, count };
}

async function people(db: Database['db'], ...files: readonly (readonly [titles: readonly string[], isPublic: boolean])[]): Promise<void> {
  for (const [index, [titles, isPublic]] of files.entries()) {
    const { rows } = await sql<{ id: number }>`
      insert into talent.cinema_talents (unique_code, first_name, last_name, gender, date_of_birth, country_of_origin_id, is_public)
      values (${`MACAS${String(index + 1).padStart(4, '0')}F`}, 'Awa', 'Diop', 'F', '1990-01-01', 1, ${isPublic}) returning id`.execute(db);
    const credits = titles.map((title) => ({ title, type: 'Film', year: '2022' }));
    await sql`insert into talent.cinema_details (talent_id, previous_productions) values (${rows[0]?.id}, ${JSON.stringify(credits)}::jsonb)`.execute(
      db,
    );
  }
}

describe('T-473 titles from OMDb', () => {
  it('come with year, type, number and poster, in the words of the form too', async () => {
    const { search } = await open();
    expect(await search('casa')).toEqual({
      success: true,
      source: 'omdb',
      results: [
        {
          title: 'Casablanca',
          year: '1942',
          type: 'movie',
          production_type: 'Film',
          imdb_id: 'tt0034583',
          poster: expect.stringMatching(/^https:/),
        },
        {
          title: 'Casablanca Beats',
          year: '2021',
          type: 'movie',
          production_type: 'Film',
          imdb_id: 'tt12771570',
          poster: expect.any(String),
        },
        { title: 'Casanegra', year: '2008', type: 'movie', production_type: 'Film', imdb_id: 'tt1284028', poster: expect.any(String) },
      ],
    });
    expect((await search('queen')).results).toEqual([
      { title: 'Queen Sono', year: '2020', type: 'series', production_type: 'Série TV', imdb_id: 'tt9692156' },
    ]);
  });

  it('are asked once: kept for thirty days, what is not found for a day, and shared by those who ask at once', async () => {
    const { search } = await open();
    await Promise.all(Array.from({ length: 5 }, () => search('Babel')));
    await search('BABÉL');
    await search('zzzz');
    await search('zzzz');
    expect(omdb.searches).toEqual(['Babel', 'zzzz']);
    clock.advance(86_401);
    await search('babel');
    await search('zzzz');
    expect(omdb.searches).toEqual(['Babel', 'zzzz', 'zzzz']);
    clock.advance(30 * 86_400);
    await search('babel');
    expect(omdb.searches).toHaveLength(4);
  });

  it('T-042 T-530 follow the key that an administrator sets, in either spelling', async () => {
    const { db, search, settings } = await open({ apiKey: null });
    expect((await search('casa')).source).toBe('local');
    await settings.set(db, OMDB_API_KEY, omdb.apiKey, null);
    expect((await search('casa')).source).toBe('omdb');
    const { rows } = await sql<{ value: unknown }>`select value from kernel.settings where key = 'omdb_api_key'`.execute(db);
    expect(rows).toEqual([{ value: null }]);
  });

  it.each<readonly [what: string, apiKey: string | undefined, prepare: (simulator: OmdbSimulator) => void]>([
    ['a wrong key', 'wrong', () => undefined],
    ['a used-up day', undefined, (simulator) => simulator.exhaust()],
    ['an answer that is none', undefined, (simulator) => simulator.misbehave({ garbage: true })],
    ['a flood', undefined, (simulator) => simulator.misbehave({ flood: true })],
    ['a fault', undefined, (simulator) => simulator.misbehave({ status: 503 })],
    ['a way elsewhere', undefined, (simulator) => simulator.misbehave({ redirect: 'http://127.0.0.1:1/' })],
  ])('give way to the own list after %s, and OMDb is left alone for a while', async (_what, apiKey, prepare) => {
    prepare(omdb);
    const { search } = await open(apiKey ? { apiKey } : {});
    expect(await search('casa')).toEqual({ success: true, source: 'local', results: [] });
    expect((await search('babel')).source).toBe('local');
    expect(omdb.searches).toHaveLength(1);
    expect(lines.join('')).toContain('OMDb gave no titles');
    expect(lines.join('')).not.toContain(omdb.apiKey);
  });

  it('are not waited for longer than five seconds', async () => {
    omdb.misbehave({ silent: true });
    const { search } = await open();
    expect((await search('casa')).source).toBe('local');
  }, 15_000);
});

describe('titles of the own list', () => {
  it('are those that two people wrote or a public profile shows, the most written first, by any word in any spelling', async () => {
    const { db, search, count } = await open({ apiKey: null });
    await people(
      db,
      [['Casablanca Nights', 'Désert', 'Secret de famille'], false],
      [['casablanca nights', 'Le Désert rouge'], false],
      [['Casablanca Nights', 'Le désert rouge', 'Desert Dreams'], true],
    );
    expect(await search('casa')).toEqual({ success: true, source: 'local', results: [] });
    await count();
    expect((await search('CASA')).results).toEqual([{ title: 'Casablanca Nights', year: '2022', type: null, production_type: 'Film' }]);
    expect((await search('dés')).results.map(({ title }: { title: string }) => title)).toEqual([
      'Desert Dreams',
      expect.stringMatching(/Le D?d?ésert rouge/i),
    ]);
    expect((await search('secret')).results).toEqual([]);
    expect((await search('%')).results).toEqual([]);
    expect((await search('a')).results).toEqual([]);
  });

  it('is counted anew by a job, ten minutes apart at most, and forgets what closed', async () => {
    const { db, search, count } = await open({ apiKey: null });
    await people(db, [['Casanegra'], true]);
    await search('ca');
    await count();
    expect((await search('ca')).results).toHaveLength(1);
    await sql`update talent.cinema_talents set is_public = false`.execute(db);
    await search('ca');
    await count();
    expect((await search('ca')).results).toHaveLength(1);
    clock.advance(601);
    await search('ca');
    await count();
    expect((await search('ca')).results).toEqual([]);
  });

  it('is open to strangers within a limit, and wants to be asked something', async () => {
    const { door } = await open({ apiKey: null });
    expect((await door.inject('/api/v1/movies/search')).statusCode).toBe(400);
    const codes = [];
    for (let asked = 0; asked < 302; asked++) codes.push((await door.inject('/api/v1/movies/search?q=a')).statusCode);
    expect(codes.filter((code) => code === 200).length).toBeLessThanOrEqual(300);
    expect(codes.at(-1)).toBe(429);
  });
});
