import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { systemClock } from '#kernel/clock.ts';
import { type Database, openDatabase } from '#kernel/db/connect.ts';
import { createVault } from '#kernel/vault.ts';
import { eventually } from '#test/eventually.ts';
import { afterFile, freshDatabaseUrl, log } from '#test/support.ts';
import { readBrief } from '../briefs/briefs.ts';
import { createCatalogue, type Snapshot } from '../catalogue/catalogue.ts';
import { seedPeople } from '../seed/seed.ts';
import { createRankingIndex, explain, type RankingIndex } from './ranking.ts';
import { briefOf, must, nice } from './test-people.ts';

const PEOPLE = 300;
const vault = createVault([Buffer.alloc(32, 7).toString('base64url')], 'a secret of the tests, longer than thirty-two characters');
let database: Database;
let ranking: RankingIndex;
let catalogue: Snapshot;

const open = (more: { readonly idleMs?: number; readonly threads?: number } = {}): RankingIndex =>
  createRankingIndex({ ...{ db: database.db, database, log, clock: systemClock, catalogue: createCatalogue(database) }, ...more });

beforeAll(async () => {
  database = await openDatabase({ databaseUrl: await freshDatabaseUrl(), dataFolder: '', databasePoolSize: 4 }, log);
  await seedPeople({ db: database.db, vault, log }, { users: PEOPLE, cinema: PEOPLE });
  catalogue = await createCatalogue(database).snapshot();
  ranking = open();
  afterFile(async () => {
    await ranking.close();
    await database.close();
  });
});

const named = (word: string) => briefOf([must('word', [word])], word);
const run = (text: string) => sql.raw(text).execute(database.db);
const whoSays = async (word: string): Promise<readonly number[]> => {
  const { people } = await ranking.rank(named(word), { limit: 1000 });
  return people.filter(({ evidence }) => evidence[0]?.state === 'met').map(({ id }) => id);
};

describe('the ranking in its thread', () => {
  it('compares everybody who is active and no administrator', async () => {
    await run(`update identity.accounts set is_active = false where id in (select min(account_id) from talent.members)`);
    await run(`update identity.accounts set role = 'admin' where id in (select max(account_id) from talent.members)`);
    expect((await ranking.rank(briefOf([], 'montage'), { limit: 5 })).analyzed).toBe(PEOPLE - 2);
    const { rows } = await sql<{ active: number }>`select count(*)::int as active from talent.cinema_talents where is_active`.execute(
      database.db,
    );
    expect((await ranking.rank(briefOf([], 'montage', 'cinema'), { limit: 5 })).analyzed).toBe(rows[0]?.active);
  });

  it('answers nothing older than the question, whatever changed and wherever', async () => {
    const [one, two] = (await ranking.rank(briefOf([], 'bonjour'), { limit: 2 })).people.map(({ id }) => id) as [number, number];
    expect(await whoSays('zymurgie')).toEqual([]);
    await run(`update talent.member_details set bio = 'Passionnée de zymurgie.' where account_id = ${one}`);
    expect(await whoSays('zymurgie')).toEqual([one]);
    await run(`update talent.member_details set bio = 'Zymurgie aussi.' where account_id = ${two}`);
    expect((await whoSays('zymurgie')).toSorted((a, b) => a - b)).toEqual([one, two].toSorted((a, b) => a - b));
    await run(`update identity.accounts set is_active = false where id = ${one}`);
    expect(await whoSays('zymurgie')).toEqual([two]);
    await run(`delete from talent.member_talents where account_id = ${two}`);
    const talent = catalogue.talentNamed('Kora')?.id ?? 0;
    await run(`insert into talent.member_talents values (${two}, ${talent})`);
    const [best] = (await ranking.rank(briefOf([must('talent', [talent])], 'zymurgie'), { limit: 1 })).people;
    expect(best).toMatchObject({ id: two, evidence: [{ state: 'met', value: 1 }] });
  });

  it('quotes what people wrote of a talent or a language, and nothing that proves nothing', async () => {
    const id = (await ranking.rank(briefOf([], 'bonjour'), { limit: 4 })).people.at(-1)?.id ?? 0;
    const talent = catalogue.talentNamed('Traduction et interprétation')?.id ?? 0;
    await run(`delete from talent.member_talents where account_id = ${id}`);
    await run(`update talent.member_details set languages = 'Arabe, wolof courant', bio = 'Bonjour. Un jour, une traduction de contes pélagiques.'
      where account_id = ${id}`);
    const criteria = [must('word', ['pélagique']), nice('talent', [talent]), nice('language', ['wo']), nice('language', ['en'])];
    const { people } = await ranking.rank(briefOf(criteria), { limit: 1000 });
    expect(people.find((person) => person.id === id)?.evidence.map(({ words }) => words)).toEqual([
      'Bonjour. Un jour, une traduction de contes pélagiques.',
      'Bonjour. Un jour, une traduction de contes pélagiques.',
      'Arabe, wolof courant',
      undefined,
    ]);
  });

  it('reads CVs, and quotes them', async () => {
    const id = (await ranking.rank(briefOf([], 'bonjour'), { limit: 3 })).people.at(-1)?.id ?? 0;
    await run(`update talent.members set cv_file = 'cvs/own.pdf' where account_id = ${id}`);
    await run(`insert into talent.cv_texts (account_id, cv_file, text, quality, pages, truncated, findings, contacts_encrypted, read_at)
      values (${id}, 'cvs/own.pdf', e'Parcours\\nAtelier de campanologie, Fès', 'good', 1, false, '{}', '', now())`);
    const { people } = await ranking.rank(named('campanologie'), { limit: 1 });
    expect(people[0]).toMatchObject({ id, evidence: [{ state: 'met', words: 'Atelier de campanologie, Fès' }] });
    await run(`update talent.members set cv_file = null where account_id = ${id}`);
    expect(await whoSays('campanologie')).toEqual([]);
  });

  it('follows CINEMA people, what they wrote included', async () => {
    const brief = briefOf([must('word', ['funambule'])], 'funambule', 'cinema');
    await run(`update talent.cinema_details set bio = 'Funambule depuis dix ans.' where talent_id = 5`);
    await run(`update talent.cinema_talents set is_active = true where id = 5`);
    const [best] = (await ranking.rank(brief, { limit: 1 })).people;
    expect(best).toMatchObject({ id: 5, evidence: [{ state: 'met', words: 'Funambule depuis dix ans.' }] });
  });

  it('reads everybody again when the changes are not named', async () => {
    await run(`insert into talent.member_changes (ids) values (null)`);
    await run(`update talent.member_details set bio = 'Tégestophile.' where account_id = (select max(account_id) - 3 from talent.members)`);
    expect(await whoSays('tégestophile')).toHaveLength(1);
  });

  it('is ready for many questions at once, and each gets its own answer', async () => {
    const fresh = open();
    const asked = ['montage', 'chant', 'danse', 'couture'];
    const answers = await Promise.all(
      asked.map((text) => fresh.rank(readBrief('standard', text, { catalogue, today: new Date() }), { limit: 10 })),
    );
    for (const [i, text] of asked.entries())
      expect(await fresh.rank(readBrief('standard', text, { catalogue, today: new Date() }), { limit: 10 })).toEqual(answers[i]);
    await fresh.close();
    await expect(fresh.rank(briefOf([], 'montage'), { limit: 1 })).rejects.toThrow('closed');
  });

  it('says the same when several threads share the people', async () => {
    const several = open({ threads: 3 });
    const today = new Date();
    for (const [kind, text] of [
      ['standard', 'Monteuse vidéo à Dakar, wolof courant indispensable, 3 ans d’expérience minimum'],
      ['cinema', 'Femme de 20 à 40 ans, figurante, danse, français'],
    ] as const) {
      const brief = readBrief(kind, text, { catalogue, today });
      const alone = await ranking.rank(brief, { limit: 37, busy: new Set([3, 4, 5]) });
      expect(alone.people.length).toBeGreaterThan(10);
      expect(await several.rank(brief, { limit: 37, busy: new Set([3, 4, 5]) })).toEqual(alone);
    }
    const id = (await ranking.rank(briefOf([], 'bonjour'), { limit: 1 })).people[0]?.id ?? 0;
    await run(`update talent.member_details set bio = 'Copocléphile.' where account_id in (${id}, ${id} + 1, ${id} + 2)`);
    const found = await several.rank(named('copocléphile'), { limit: 1000 });
    expect(found.people.filter(({ evidence }) => evidence[0]?.state === 'met')).toHaveLength(3);
    await several.close();
  });

  it('lets go of its memory when nobody asks, and comes back', async () => {
    const short = open({ idleMs: 200 });
    const before = await sessions();
    await short.warm('standard');
    expect(await sessions()).toBeGreaterThan(before);
    await eventually(async () => (await sessions()) <= before).toBe(true);
    expect((await short.rank(briefOf([], 'montage'), { limit: 1 })).people).toHaveLength(1);
    await short.close();
  });

  it('comes back when its connections were cut', async () => {
    await ranking.warm('standard');
    await sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`.execute(
      database.db,
    );
    await eventually(() =>
      ranking.rank(briefOf([], 'montage'), { limit: 1 }).then(
        ({ people }) => people.length,
        () => 0,
      ),
    ).toBe(1);
  });

  it('changes nothing of a standard score when name, gender, nationality or photo change', async () => {
    const brief = readBrief('standard', 'Monteur vidéo à Casablanca, français courant, 3 ans d’expérience', {
      catalogue,
      today: new Date(),
    });
    const before = await ranking.rank(brief, { limit: 1000 });
    await run(`update identity.accounts set first_name = 'Swapped', last_name = 'Person' || id`);
    await run(`update talent.members set gender = case gender when 'F' then 'M' else 'F' end, date_of_birth = '1950-01-01', country_id = 7,
      photo_file = case when photo_file is null then 'photos/new-' || account_id end`);
    await run(`update talent.member_details set nationality = 'Togolaise'`);
    expect(await ranking.rank(brief, { limit: 1000 })).toEqual(before);
  });
});

/** Connections to this database, this one left out. */
async function sessions(): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid()`.execute(database.db);
  return rows[0]?.count ?? 0;
}

describe('T-293 an explanation', () => {
  it('says what was met, what was not, what is unknown, and what would help, in three languages', async () => {
    const web = catalogue.talentNamed('Développement Web')?.id ?? 0;
    const brief = briefOf([nice('talent', [web]), nice('language', ['en'], { level: 'courant' }), nice('experience', [], { min: 5 })]);
    const person = {
      id: 1,
      score: 62,
      factors: [
        { name: 'skills', weight: 0.7, value: 1 },
        { name: 'languages', weight: 0.2, value: 0 },
        { name: 'profile', weight: 0.1, value: 0.3 },
      ] as const,
      evidence: brief.criteria.map(({ id }, i) => ({
        criterion: id,
        state: (['met', 'unmet', 'unknown'] as const)[i] ?? 'met',
        value: i === 0 ? 1 : 0,
      })),
    };
    expect(explain(person, brief, 'fr', catalogue)).toEqual({
      summary: 'Score 62/100 : 1 critère rempli sur 3 (Développement Web). Un point reste à vérifier : 5 ans d’expérience ou plus.',
      strengths: ['Développement Web'],
      weaknesses: ['Anglais (courant) : absent du profil', '5 ans d’expérience ou plus : non précisé'],
      advice: ['Indiquer le nombre d’années d’expérience', 'Compléter le profil (présentation, CV, portfolio)'],
    });
    expect(explain(person, brief, 'en', catalogue).summary).toContain('Score 62/100: 1 of 3 criteria met');
    expect(explain(person, brief, 'ar', catalogue).summary).toContain('62/100');
  });
});
