import { sql } from 'kysely';
import { Type } from 'typebox';
import { beforeAll, beforeEach, describe, expect, it, test } from 'vitest';
import { fixedClock } from '#kernel/clock.ts';
import { inTransaction } from '#kernel/db/transaction.ts';
import { defineJob } from '#kernel/jobs/job.ts';
import { eventually } from '#test/eventually.ts';
import { type Atelier, startAtelier } from '#test/support.ts';
import { type Visitor, visit, wordsOf } from '#test/visitor.ts';
import { triggerText } from './scheduler.ts';
import { lastWeek } from './weeks.ts';

const PAGE = '/admin/settings/scheduler';
const SUNDAY = '2026-03-08T12:59:30Z'; // Ramadan: Casablanca stands at UTC
const clock = fixedClock(SUNDAY);
let atelier: Atelier;
let admin: Visitor;
const job = defineJob({ name: 'weekly_recap', data: Type.Null(), retryDelaySeconds: 60, pollSeconds: 5 });

beforeAll(async () => {
  atelier = await startAtelier({ clock, work: true });
  admin = await signIn('admin');
});
/** In a transaction that is tried again: the letters of the test before may be leaving at this moment. */
const forget = (...tables: readonly string[]): Promise<void> =>
  inTransaction(atelier.database.db, async (tx) => {
    for (const table of tables) await sql`delete from ${sql.table(table)}`.execute(tx);
  });
const TOLD = ['talent.weekly_recaps', 'kernel.email_logs'];
beforeEach(async () => {
  await forget(...TOLD, 'talent.members', 'talent.cinema_talents');
  clock.set(SUNDAY);
});

async function signIn(role: 'admin' | 'user'): Promise<Visitor> {
  const visitor = visit(atelier.doors.site);
  visitor.cookies.set('atelier_session', (await atelier.as(role)).cookie.replace('atelier_session=', ''));
  return visitor;
}

let made = 0;
async function member(joinedAt: string, name = 'Awa Diop'): Promise<string> {
  made += 1;
  const code = `MAM${String(made).padStart(4, '0')}CAS`;
  const [firstName = '', lastName = ''] = name.split(' ');
  const { id } = await atelier.database.db
    .transaction()
    .execute((tx) => atelier.identity.createAccount(tx, { email: `m${made}@example.com`, passwordHash: null, firstName, lastName }));
  await sql`insert into talent.members (account_id, unique_code, gender, country_id, city_id, created_at)
    values (${id}, ${code}, 'F', 1, 1, ${joinedAt})`.execute(atelier.database.db);
  return code;
}
async function cinemaTalent(joinedAt: string): Promise<string> {
  made += 1;
  const code = `MACAS${String(made).padStart(4, '0')}F`;
  await sql`insert into talent.cinema_talents (unique_code, first_name, last_name, gender, date_of_birth, country_of_origin_id, city_id, created_at)
    values (${code}, 'Sophia', 'Martinez', 'F', '1995-01-01', 1, 1, ${joinedAt})`.execute(atelier.database.db);
  return code;
}

interface Logged {
  readonly template_type: string;
  readonly recipient_email: string;
  readonly subject: string;
  readonly html_content: string;
  readonly text_content: string;
}
const letters = async (): Promise<readonly Logged[]> =>
  (await sql<Logged>`select * from kernel.email_logs order by template_type desc`.execute(atelier.database.db)).rows;
/** As the scheduler does at its time; answers when the job is done. */
async function strike(times = 1): Promise<void> {
  const { db } = atelier.database;
  await Promise.all(
    Array.from({ length: times }, (_, n) => atelier.queue.enqueue(db, job, null, { key: `${clock.now().toISOString()} ${n}` })),
  );
  await eventually(async () => {
    const { rows } = await sql<{ n: number }>`
      select count(*)::int as n from jobs.job where name = 'weekly_recap' and state < 'completed'`.execute(db);
    return rows[0]?.n;
  }).toBe(0);
}

describe('T-422 T-445 the letters of Sunday', () => {
  it('T-423 to T-430 tell who joined in the seven days before, each with a way to the profile', async () => {
    await member('2026-03-01T12:58:00Z', 'Trop Tôt');
    const code = await member('2026-03-01T12:59:00Z', 'Awa Diop');
    await member('2026-03-08T12:58:59Z', 'Moussa Fall');
    await member('2026-03-08T12:59:00Z', 'Trop Tard');
    const cinema = await cinemaTalent('2026-03-05T10:00:00Z');
    await strike();
    const [talents, film, ...others] = await letters();
    expect(others).toEqual([]);
    expect([talents?.template_type, film?.template_type]).toEqual(['weekly_recap_talents', 'weekly_recap_cinema']);
    expect(talents?.subject).toBe('Récapitulatif hebdomadaire : 2 nouveaux talents');
    for (const word of ['Awa Diop', 'Moussa Fall', code, `/profile/view/${code}`, 'Rabat', 'Maroc', '8 mars 2026']) {
      expect(talents?.text_content).toContain(word);
    }
    expect(talents?.text_content).not.toContain('Trop');
    expect(talents?.html_content).toMatch(/2px dotted #93b4f5/);
    expect(film?.text_content).toContain(`/cinema/profile/${cinema}`);
    expect(film?.html_content).toMatch(/2px dotted #f0a3b5/);
  });

  it('T-447 leave once a week, whoever works and however often', async () => {
    await strike(5);
    clock.advance(3 * 86_400);
    await strike(2);
    expect(await letters()).toHaveLength(2);
    clock.advance(4 * 86_400);
    await strike(2);
    expect(await letters()).toHaveLength(4);
  });

  it('made up for on Monday, they tell of the same days as on Sunday', async () => {
    clock.set('2026-03-09T08:00:00Z');
    await member('2026-03-07T10:00:00Z', 'Awa Diop');
    await member('2026-03-08T20:00:00Z', 'Lundi Prochain');
    await strike();
    expect((await letters())[0]?.text_content).toContain('Awa Diop');
    expect((await letters())[0]?.text_content).not.toContain('Lundi');
    clock.set('2026-03-15T12:59:00Z');
    await strike();
    const texts = (await letters()).filter(({ template_type }) => template_type === 'weekly_recap_talents').map((one) => one.text_content);
    expect(texts.filter((text) => text.includes('Lundi'))).toHaveLength(1);
  });

  it('a clock that is a little early means the Sunday that strikes; the hour follows Casablanca', async () => {
    clock.set('2026-03-08T12:58:30Z');
    await strike();
    // Since April Casablanca stands an hour ahead of UTC.
    clock.set('2026-06-07T11:59:05Z');
    await strike();
    const { rows } = await sql<{
      key: string;
      until: Date;
    }>`select key, joined_until as until from talent.weekly_recaps order by id`.execute(atelier.database.db);
    expect(rows).toEqual([
      { key: 'week 2026-03-08', until: new Date('2026-03-08T12:59:00Z') },
      { key: 'week 2026-06-07', until: new Date('2026-06-07T11:59:00Z') },
    ]);
  });

  it('say so when nobody joined, and stop at two hundred rows', async () => {
    await strike();
    expect((await letters())[0]?.subject).toBe('Récapitulatif hebdomadaire : aucun nouveau talent');
    await forget(...TOLD);
    for (let n = 0; n < 203; n++) await cinemaTalent('2026-03-05T10:00:00Z');
    await strike();
    const film = (await letters())[1];
    expect(film?.subject).toContain('203');
    expect(film?.text_content.match(/\/cinema\/profile\//g)).toHaveLength(200);
    expect(film?.text_content).toContain('Et 3 autres personnes.');
    expect(film?.text_content).toContain('/cinema/talents?sort=newest');
  });

  it('T-441 T-442 go to the chosen address, else to the first administrator, in their language', async () => {
    const { db } = atelier.database;
    const { rows } = await sql<{ id: number; email: string }>`
      update identity.accounts set language = 'en' where role = 'admin' returning id, email`.execute(db);
    await strike();
    expect(await letters()).toMatchObject([{ recipient_email: rows[0]?.email, subject: 'Weekly recap: no new talents' }, {}]);
    await sql`insert into kernel.settings (key, value, updated_at) values ('admin_notification_email', '"equipe@example.org"', now())`.execute(
      db,
    );
    clock.advance(7 * 86_400);
    await strike();
    expect((await letters()).filter((one) => one.recipient_email === 'equipe@example.org')).toHaveLength(2);
    await sql`delete from kernel.settings where key = 'admin_notification_email'`.execute(db);
    await sql`update identity.accounts set language = null`.execute(db);
  });
});

test.each([
  // The clock went back by an hour in the night to the 15th: that week is an hour longer.
  ['2026-02-15T13:00:00Z', '2026-02-15', '2026-02-08T11:59:00.000Z', '2026-02-15T12:59:00.000Z'],
  ['2026-02-21T23:59:00Z', '2026-02-15', '2026-02-08T11:59:00.000Z', '2026-02-15T12:59:00.000Z'],
  ['2026-02-22T12:58:00Z', '2026-02-22', '2026-02-15T12:59:00.000Z', '2026-02-22T12:59:00.000Z'],
])('T-444 at %s the last week is that of %s', (now, sunday, from, until) => {
  const week = lastWeek(new Date(now));
  expect([week.sunday, week.from.toISOString(), week.until.toISOString()]).toEqual([sunday, from, until]);
});

describe('T-443 T-446 T-448 the page of the scheduler', () => {
  it('is closed to others', async () => {
    expect((await (await signIn('user')).open(PAGE)).statusCode).toBe(403);
    expect((await visit(atelier.doors.site).open(PAGE)).headers['location']).toContain('/auth/login');
  });

  it('says that it runs, which jobs there are, when they come next and what triggers them', async () => {
    await strike();
    await eventually(async () => (await admin.open(PAGE)).body.includes('En marche')).toBe(true);
    const body = wordsOf((await admin.open(PAGE)).body);
    for (const word of [
      'Récapitulatif Hebdomadaire Admin',
      'weekly_recap',
      'Chaque dimanche à \u206812:59\u2069',
      '<code>59 12 * * 0</code> Africa/Casablanca',
    ]) {
      expect(body).toContain(word);
    }
    for (const word of ['housekeeping/hourly', 'Chaque heure, à la minute 17', 'mail.send', 'Le planificateur', 'Fait'])
      expect(body).toContain(word);
  });

  it('T-449 sends a recap when asked, once a press, and tells programs so', async () => {
    await member('2026-03-08T12:59:10Z', 'Awa Diop');
    await admin.open(PAGE);
    await Promise.all([1, 2].map(() => admin.send(`${PAGE}/weekly-recap`, { key: 'one press' })));
    expect(await letters()).toHaveLength(2);
    expect((await letters())[0]?.text_content).toContain('Awa Diop');
    expect((await admin.open(PAGE)).body).toContain('Récapitulatif');
    const token = /name="_csrf" value="([^"]+)"/.exec((await admin.open(PAGE)).body)?.[1] ?? '';
    const cookie = [...admin.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const ask = (csrf: string) =>
      atelier.doors.site.inject({
        method: 'POST',
        url: `${PAGE}/weekly-recap`,
        headers: { cookie, accept: 'application/json', 'x-csrf-token': csrf },
        payload: {},
      });
    expect((await ask(token)).json()).toEqual({ success: true, message: 'Récapitulatif déclenché' });
    expect((await ask('')).statusCode).toBe(403);
    expect(await letters()).toHaveLength(4);
  });

  it.each([
    ['59 12 * * 0', 'en', 'Every Sunday at \u206812:59\u2069'],
    ['41 3 * * *', 'fr', 'Chaque jour à \u206803:41\u2069'],
    ['17 * * * *', 'ar', 'كل ساعة، في الدقيقة 17'],
    ['*/5 * * * *', 'fr', 'Toutes les 5 minutes'],
    ['*/5 8 * * *', 'fr', '*/5 8 * * *'],
    ['0 3 1 * *', 'fr', '0 3 1 * *'],
  ] as const)('says %s in words', (cron, language, words) => {
    expect(triggerText(cron, language)).toBe(words);
  });
});
