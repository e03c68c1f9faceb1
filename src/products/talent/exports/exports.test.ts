import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { readWorkbook, wordsOf } from '#test/readers.ts';
import { type Atelier, type Caller, startAtelier } from '#test/support.ts';

let atelier: Atelier;
let admin: Caller;

beforeAll(async () => {
  atelier = await startAtelier({ demo: true });
  admin = await atelier.signIn('admin@talento.com', '@4dm1n');
});

type Row = Readonly<Record<string, string | number | boolean | null>>;
const today = (): string => new Date().toISOString().slice(0, 10).replaceAll('-', '');

/** The rows of the only sheet, under their headings. */
async function sheetOf(url: string): Promise<readonly Row[]> {
  const answer = await admin.inject({ method: 'GET', url });
  expect(answer.statusCode).toBe(200);
  const [head = [], ...rows] = readWorkbook(answer.rawPayload)[0]?.rows ?? [];
  return rows.map((row) => Object.fromEntries(head.map((name, index) => [String(name), row[index] ?? null])));
}
async function everybody(url: string, key: string): Promise<readonly Record<string, unknown>[]> {
  const people: Record<string, unknown>[] = [];
  for (let page = 1; ; page++) {
    const answer = (await admin.inject({ method: 'GET', url: `${url}${url.includes('?') ? '&' : '?'}limit=100&page=${page}` })).json();
    people.push(...answer[key]);
    if (page >= answer.total_pages) return people;
  }
}

describe('exports', () => {
  it('T-460 T-628 T-754 T-756 T-757 T-792 writes everybody of the list to Excel, under the documented header and file name', async () => {
    for (const path of ['/api/v1/export/users/excel', '/api/v1/exports/users/excel']) {
      const answer = await admin.inject({ method: 'GET', url: path });
      expect(answer.headers['content-type']).toBe('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet');
      expect(answer.headers['content-disposition']).toBe(`attachment; filename=users_export_${today()}.xlsx`);
    }
    const rows = await sheetOf('/api/v1/export/users/excel');
    const users = await everybody('/api/v1/users', 'users');
    expect(rows.map((row) => [row['Unique code'], row['E-mail address'], row['Profile (%)']])).toEqual(
      users.map(({ unique_code, email, profile_score }) => [unique_code, email, profile_score]),
    );
    const demo1 = rows.find((row) => row['E-mail address'] === 'demo1@talento.com');
    expect(demo1).toMatchObject({ Phone: expect.stringMatching(/^\+212/), Gender: expect.any(String), CV: 'yes' });
    expect(demo1?.['Date of birth']).toMatch(/^\d{4}-\d\d-\d\dT00:00:00$/);
  });

  it('T-755 T-759 keeps to the filters of the list, and refuses one that means nothing', async () => {
    const rows = await sheetOf('/api/v1/export/users/excel?gender=F&has_cv=true');
    const users = await everybody('/api/v1/users?gender=F&has_cv=true', 'users');
    expect(users.length).toBeGreaterThan(3);
    expect(rows.map((row) => row['Unique code'])).toEqual(users.map(({ unique_code }) => unique_code));
    const refused = await admin.inject({ method: 'GET', url: '/api/v1/export/users/csv?gender=X' });
    expect([refused.statusCode, refused.json().details]).toEqual([400, { gender: expect.any(String) }]);
  });

  it('T-461 T-629 T-758 T-760 T-761 T-793 writes CSV in French for v2, safe for spreadsheets', async () => {
    await sql`update identity.accounts set first_name = '=HYPERLINK("http://evil.example")' where email = 'demo5@talento.com'`.execute(
      atelier.database.db,
    );
    const answer = await admin.inject({ method: 'GET', url: '/api/v1/exports/users/csv', headers: { 'api-version': '2' } });
    expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(answer.headers['content-disposition']).toBe(`attachment; filename=users_export_${today()}.csv`);
    const [head = '', ...lines] = answer.body.replace(/^\ufeff/, '').split('\r\n');
    expect(head).toMatch(/^Code unique,Nom,Prénom,Adresse e-mail,/);
    expect(lines.find((line) => line.includes('demo5@talento.com'))).toContain(`"'=HYPERLINK(""http://evil.example"")"`);
  });

  it('T-205 T-630 T-762 T-763 T-794 writes the CINEMA people with the filters of their list, the paper masked', async () => {
    const rows = await sheetOf('/api/v1/export/cinema/excel');
    const talents = await everybody('/api/v1/cinema/talents', 'talents');
    expect(talents).toHaveLength(300);
    expect(rows.map((row) => row['Unique code'])).toEqual(talents.map(({ unique_code }) => unique_code));
    const sophia = rows.find((row) => row['Unique code'] === 'MACAS0001F');
    expect(sophia).toMatchObject({
      'E-mail address': 'sophia@demo.cinema',
      'Height (cm)': 170,
      'Identity document': 'Passeport, AB***56',
      'Talent types': 'Acteur Principal, Mannequin',
    });
    const women = await sheetOf('/api/v1/exports/cinema/excel?gender=F&talent_type=Mannequin');
    const listed = await everybody('/api/v1/cinema/talents?gender=F&talent_type=Mannequin', 'talents');
    expect(women.map((row) => row['Unique code'])).toEqual(listed.map(({ unique_code }) => unique_code));
    expect(women.length).toBeLessThan(rows.length);
  });

  it('T-462 T-817 T-818 T-819 gives administrators the same from their pages, and a PDF that can be read', async () => {
    for (const [kind, type] of [
      ['excel', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
      ['csv', 'text/csv; charset=utf-8'],
      ['pdf', 'application/pdf'],
    ]) {
      const answer = await admin.inject({ method: 'GET', url: `/admin/export/${kind}?role=casting` });
      expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, type]);
      if (kind === 'pdf') expect(wordsOf(answer.rawPayload)).toMatch(/Bennani Mehdi[\s\S]*casting@talento\.com/);
      if (kind === 'csv') expect(answer.body.split('\r\n')).toHaveLength(3);
    }
    const link = await admin.inject({ method: 'GET', url: '/admin/users?role=casting&status=open&completeness=high' });
    expect(link.body).toContain('/admin/export/csv?role=casting&amp;account_active=true&amp;score_min=80&amp;score_max=100');
  });

  it('T-824 leaves a line in the log for each export', async () => {
    const { rows } = await sql<{ description: string }>`
      select action_description as description from kernel.activity_logs where action_type = 'export' and action_description like 'Export cinema%' order by id desc limit 1`.execute(
      atelier.database.db,
    );
    expect(rows[0]?.description).toBe('Export cinema (excel), filtres : gender=F&talent_type=Mannequin');
  });

  it('T-134 allows ten an hour, then says when to come back', async () => {
    const strict = await startAtelier({ environment: { RATE_LIMIT_SCALE: '1' } });
    const somebody = await strict.as('admin');
    const statuses: number[] = [];
    for (let i = 0; i < 11; i++) statuses.push((await somebody.inject({ method: 'GET', url: '/api/v1/export/users/csv' })).statusCode);
    expect(statuses).toEqual([...Array.from({ length: 10 }, () => 200), 429]);
    const refused = await somebody.inject({ method: 'GET', url: '/admin/export/pdf' });
    expect([refused.statusCode, Number(refused.headers['retry-after']) > 3000]).toEqual([429, true]);
  });
});
