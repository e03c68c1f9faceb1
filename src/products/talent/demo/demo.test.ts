import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Audit } from '#kernel/audit.ts';
import { departures, openTalentHouse, type TalentHouse } from '#test/talent-house.ts';
import { createMembers, type ListedMember, type Member, type MemberTools } from '../members/members.ts';
import { seedDemo } from './demo.ts';
import { PEOPLE } from './people.ts';
import { drawPortrait } from './portraits/portraits.ts';

let house: TalentHouse;
let seconds = 0;

const silent: Audit = {
  activity: async () => undefined,
  command: async () => undefined,
  security: async () => undefined,
  watchPages: () => undefined,
  flush: async () => undefined,
};
const toolsOf = ({ db, vault, clock, identity, files, catalogue }: TalentHouse): MemberTools => ({
  ...{ db, vault, clock, identity, files, catalogue, audit: silent, publicUrl: 'https://studio.example' },
  mail: {
    send: () => Promise.reject(new Error('the demonstration writes no letters')),
    look: () => Promise.reject(new Error('the demonstration writes no letters')),
  },
});
const accountOf = async (email: string): Promise<number> => {
  const account = await house.identity.findByEmail(house.db, email);
  if (!account) throw new Error(`no ${email}`);
  return account.id;
};
const userOf = async (email: string, dialect: 2 | 3): Promise<Record<string, unknown>> => {
  const admin = await house.as(await accountOf('admin@talento.com'), dialect);
  return (await admin.get(`/api/v1/users/${await accountOf(email)}`)).json().user;
};

beforeAll(async () => {
  house = await openTalentHouse();
  const start = performance.now();
  // Two processes that start at the same moment.
  const came = await Promise.all([seedDemo(toolsOf(house)), seedDemo(toolsOf(house))]);
  seconds = (performance.now() - start) / 1000;
  expect(came.toSorted((a, b) => a - b)).toEqual([0, PEOPLE.length]);
}, 60_000);

describe('the demonstration', () => {
  it('comes once, quickly, without a letter', async () => {
    expect(await seedDemo(toolsOf(house))).toBe(0);
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from talent.members`.execute(house.db);
    expect(rows[0]?.n).toBe(PEOPLE.length);
    expect(house.letters).toEqual([]);
    // The goal is 4 s on two quiet cores; this only catches a seed that became several times slower.
    expect(seconds).toBeLessThan(25);
  });

  it('T-054 to T-058 has the documented accounts, which sign in with the documented passwords', async () => {
    const admin = await house.identity.findByEmail(house.db, 'admin@talento.com');
    expect(admin).toMatchObject({ code: 'MAN0001RAB', role: 'super_admin' });
    for (const [identifier, password] of [
      ['admin@talento.com', '@4dm1n'],
      ['MAN0001RAB', '@4dm1n'],
      ...[1, 2, 3, 4, 5].map((n) => [`demo${n}@talento.com`, 'demo123']),
      ['presence@talento.com', 'demo123'],
      ['casting@talento.com', 'demo123'],
    ] as const) {
      const request = { ip: `10.0.0.${String(identifier).length}`, headers: {} };
      await expect(
        house.identity.signIn(request as never, { identifier: identifier ?? '', password: password ?? '' }),
      ).resolves.toBeDefined();
    }
  });

  it('fills every documented field of demo1 in both dialects', async () => {
    const empty = async (dialect: 2 | 3): Promise<string[]> => {
      const user = await userOf('demo1@talento.com', dialect);
      return Object.keys(user).filter((key) => user[key] === null || (Array.isArray(user[key]) && user[key].length < 2));
    };
    expect(await empty(3)).toEqual([]);
    expect(await empty(2)).toEqual([]);
    const { social_media: social, cv_analysis: analysis } = await userOf('demo1@talento.com', 3);
    expect(social).toMatchObject({
      linkedin: expect.any(String),
      github: expect.any(String),
      twitter: expect.any(String),
      instagram: expect.any(String),
    });
    expect(
      departures({ summary: '', skills: [''], score: 0 }, analysis, 'cv_analysis', { extra: Object.keys(analysis as object) }),
    ).toEqual([]);
    expect(analysis).toMatchObject({ score: 85, skills: expect.arrayContaining(['React', 'PostgreSQL']) });
  });

  it('lets every filter tell people apart, and shows complete people first', async () => {
    const admin = await house.as(await accountOf('admin@talento.com'));
    const { users } = (await admin.get('/api/v1/users?limit=100')).json() as { users: Record<string, unknown>[] };
    const kinds = (key: string): number => new Set(users.map((user) => user[key])).size;
    expect(users).toHaveLength(PEOPLE.length);
    expect([kinds('gender'), kinds('availability'), kinds('work_mode'), kinds('has_cv'), kinds('has_portfolio')]).toEqual([3, 4, 4, 2, 2]);
    expect(kinds('country')).toBeGreaterThan(20);
    const { users: newest } = (await (await house.as(await accountOf('admin@talento.com'), 2)).get('/api/v1/users?per_page=3')).json();
    for (const [index, user] of users.slice(0, 3).entries()) {
      expect(user).toMatchObject({ has_cv: true, has_portfolio: true, age: expect.any(Number) });
      expect(newest[index]).toMatchObject({ id: user['id'], photo_url: expect.stringMatching(/^\/static\/uploads\/photos\//) });
      expect((user['talents'] as unknown[]).length).toBeGreaterThanOrEqual(2);
    }
    const days = users.map((user) => (house.clock.now().getTime() - Date.parse(`${user['created_at']}Z`)) / 86_400_000);
    expect([Math.min(...days) < 1, Math.max(...days) > 85, Math.max(...days) <= 90.1]).toEqual([true, true, true]);
  });

  it('stores real photos, CVs and QR codes', async () => {
    const members = createMembers(toolsOf(house));
    const person: ListedMember & Partial<Member> = await members.get(
      { viewer: { accountId: 0, role: 'super_admin' } } as never,
      await accountOf('omar.abdelaziz@example.com'),
    );
    for (const [name, start, least] of [
      [person.photoFile, 'ffd8ff', 20_000],
      [person.cvFile, Buffer.from('%PDF-').toString('hex'), 8_000],
      [person.qrFile, '89504e47', 300],
    ] as const) {
      const file = name ? await house.files.find(house.db, name) : null;
      if (!file) throw new Error(`no ${name}`);
      const content = Buffer.concat(await (await house.files.open(file)).toArray());
      expect(content.toString('hex').startsWith(start)).toBe(true);
      expect(content.length).toBeGreaterThan(least);
      expect(content.length).toBeLessThan(name === person.cvFile ? 60_000 : 200_000);
    }
  });
});

describe('portraits', () => {
  it('are the same for the same traits, and differ with the seed', async () => {
    const [person] = PEOPLE.filter(({ portrait }) => portrait);
    if (!person?.portrait) throw new Error('nobody has a portrait');
    const draw = (seed: string) => drawPortrait({ seed, ...(person.portrait as NonNullable<typeof person.portrait>) });
    const [first, again, other] = await Promise.all([draw('a'), draw('a'), draw('b')]);
    expect(first.equals(again)).toBe(true);
    expect(first.equals(other)).toBe(false);
  });
});
