import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Registered, registerPerson } from '#test/members.ts';
import { readWorkbook } from '#test/readers.ts';
import { readSources } from '#test/sources.ts';
import { type Atelier, startAtelier } from '#test/support.ts';
import { visit, wordsOf } from '#test/visitor.ts';
import { securityEvents } from './security-events.ts';

const LOGS = '/admin/settings/activity-logs';
let atelier: Atelier;
let admin: Registered;
let awa: Registered;

interface Facts {
  readonly type?: string;
  readonly category?: string;
  readonly description?: string;
  readonly status?: string;
  readonly who?: string | null;
  readonly ip?: string;
  readonly at?: string;
}
async function written(facts: Facts): Promise<void> {
  const { type = 'update', category = 'cinema', description = 'Fiche modifiée', status = 'success', who = null, ip = '10.1.2.3' } = facts;
  await sql`insert into kernel.activity_logs (action_type, action_category, action_description, status, username, user_email, user_code, ip_address,
      browser, browser_version, device_type, device_brand, operating_system, os_version, request_method, request_url, created_at)
    values (${type}, ${category}, ${description}, ${status}, ${who}, ${who && 'kadi@example.test'}, ${who && 'MLF0009BKO'}, ${ip}, 'Firefox', '140',
      'mobile', 'Samsung', 'Android', '15', 'POST', 'https://taalentio.com/cinema/talents/new', ${facts.at ?? '2020-03-02T10:00:00Z'})`.execute(
    atelier.database.db,
  );
}

beforeAll(async () => {
  atelier = await startAtelier();
  admin = await registerPerson(atelier, { first_name: 'Adama', last_name: 'Traoré' }, 'admin');
  awa = await registerPerson(atelier, { first_name: 'Awa', last_name: 'Diop' });
  await written({ type: 'create', description: 'Création du talent Zaïna', who: 'Kadi Kéïta' });
  await written({ type: 'delete', category: 'production', description: 'Suppression de 100 %', status: 'error', ip: '10.9.9.9' });
  await written({ type: 'update', description: 'Minuit passé', at: '2020-03-03T23:30:00Z' });
  await sql`insert into kernel.security_logs (event_type, severity, ip_address, details, user_id, created_at) values
    ('login_failed', 'low', '10.1.2.3', '{"identifier":"x@example.test"}', null, '2020-03-02T10:00:00Z'),
    ('unauthorized_access', 'critical', '10.9.9.9', null, ${awa.id}, '2020-03-02T11:00:00Z')`.execute(atelier.database.db);
  // Sealed alone: what is refused to somebody from here on stands in another stretch of the security log.
  await admin.visitor.open(`${LOGS}/statistics`);
  await admin.visitor.send(`${LOGS}/verify`, {});
});

const main = (body: string): string => wordsOf(body.slice(body.indexOf('<main'), body.indexOf('</main>')));
const read = async (query = ''): Promise<string> => main((await admin.visitor.open(LOGS + query)).body);
/** Of entries written before this test began. */
const old = async (query: string): Promise<string> => read(`?date_to=2020-12-31&${query}`);

describe('T-477 T-853 the logs', () => {
  it.each(['', '/security', '/statistics', '/1', '/export/csv', '/export/excel'])('are closed to others: %s', async (path) => {
    expect((await awa.visitor.open(LOGS + path)).statusCode).toBe(403);
    expect((await visit(atelier.doors.site).open(LOGS + path)).headers['location']).toContain('/auth/login');
  });

  it('T-478 T-479 T-480 T-481 are filtered by person, action, category, status and days of the place', async () => {
    for (const [query, found] of [
      ['', ['Zaïna', '100 %', 'Minuit']],
      ['user=k%C3%A9%C3%AFta', ['Zaïna']],
      ['user=mlf0009bko', ['Zaïna']],
      ['action_type=delete', ['100 %']],
      ['action_category=cinema', ['Zaïna', 'Minuit']],
      ['status=error', ['100 %']],
      ['status=nonsense', ['Zaïna', '100 %', 'Minuit']],
      // 23:30 in Greenwich is after midnight in Casablanca.
      ['date_from=2020-03-04', ['Minuit']],
    ] as const) {
      const page = await old(query);
      for (const words of ['Zaïna', '100 %', 'Minuit'])
        expect(page.includes(words), `${query}: ${words}`).toBe((found as readonly string[]).includes(words));
    }
  });

  it('T-482 are searched by keyword, address and whole IP, also for what means something to SQL', async () => {
    expect(await old('search=zaïna')).toContain('Zaïna');
    expect(await old('search=10.9.9.9')).toContain('100 %');
    expect(await old('search=10.9')).not.toContain('Suppression');
    expect(await old('search=100%20%25')).toContain('Suppression de 100 %');
    expect(await old('search=%25%25')).not.toContain('Zaïna');
    expect(await old('search=rien-de-tel')).toContain('Aucune entrée ne correspond.');
  });

  it('T-483 show an entry with everything that is known of it', async () => {
    const list = await admin.visitor.open(`${LOGS}?date_to=2020-12-31&action_type=create`);
    const [, id = ''] = /activity-logs\/(\d+)"/.exec(list.body) ?? [];
    const page = await read(`/${id}`);
    for (const words of [
      'Kadi Kéïta',
      'kadi@example.test',
      'MLF0009BKO',
      '10.1.2.3',
      'Firefox 140',
      'Android 15',
      'Samsung',
      'POST',
      'cinema/talents/new',
    ])
      expect(page).toContain(words);
    expect((await admin.visitor.open(`${LOGS}/999999999`)).statusCode).toBe(404);
    expect((await admin.visitor.open(`${LOGS}/abc`)).statusCode).toBe(404);
  });

  it('T-484 T-485 leave as CSV and Excel under the filters, every documented column, and that is logged', async () => {
    const csv = await admin.visitor.open(`${LOGS}/export/csv?date_to=2020-12-31&action_category=cinema`);
    expect(csv.headers['content-disposition']).toMatch(/activity_logs_\d{8}\.csv$/);
    const [head = '', ...lines] = csv.body
      .replace(/^\ufeff/, '')
      .trim()
      .split('\r\n');
    const { rows } = await sql<{ name: string }>`
      select column_name as name from information_schema.columns where table_schema = 'kernel' and table_name = 'activity_logs'`.execute(
      atelier.database.db,
    );
    expect(head.split(',').sort()).toEqual(rows.map(({ name }) => name).sort());
    expect(lines).toHaveLength(2);
    const excel = await admin.visitor.open(`${LOGS}/export/excel?date_to=2020-12-31`);
    expect(readWorkbook(excel.rawPayload)[0]?.rows).toHaveLength(4);
    expect(await read('?action_type=export')).toContain(
      'Export du journal d’activité (csv), filtres : date_to=2020-12-31&amp;action_category=cinema',
    );
  });

  it('T-486 are counted by day, category, action, person and device', async () => {
    const page = await read('/statistics?days=7');
    for (const words of ['Entrées par jour', 'Par catégorie', 'users', 'Les plus actifs', 'Adama Traoré', 'Sécurité par gravité'])
      expect(page).toContain(words);
    expect(page).not.toContain('Kadi');
  });

  it('T-539 T-540 show what looked like an attack, with its gravity', async () => {
    const all = await read('/security?date_to=2020-12-31');
    expect(all).toContain('Échec de connexion');
    expect(all).toContain('x@example.test');
    expect(all).toContain('Awa Diop');
    const worst = await read('/security?date_to=2020-12-31&severity=critical');
    expect(worst).toContain('Critique');
    expect(worst).not.toContain('x@example.test');
  });

  it('have a name in the page for every event that the studio writes', () => {
    const codes = readSources('src/**/*.{ts,tsx}').flatMap(({ text }) =>
      [...text.matchAll(/\.security\([\s\S]{0,200}?event: '(\w+)'/g)].map(([, event = '']) => event),
    );
    expect(codes.length).toBeGreaterThan(10);
    expect(codes.filter((event) => !securityEvents[event])).toEqual([]);
  });

  it('are read again on demand, and say what was changed', async () => {
    await admin.visitor.open(`${LOGS}/statistics`);
    expect((await admin.visitor.send(`${LOGS}/verify`, {})).statusCode).toBe(303);
    expect(main((await admin.visitor.next()).body)).toContain('Rien n’a été changé');
    await atelier.database.db.transaction().execute(async (tx) => {
      await sql`set local session_replication_role = replica`.execute(tx);
      await sql`update kernel.activity_logs set action_description = 'Rien' where action_description like '%Zaïna'`.execute(tx);
    });
    await admin.visitor.send(`${LOGS}/verify`, {});
    expect(main((await admin.visitor.next()).body)).toContain('sceau n° 1 (Activité) : une ligne dit autre chose');
  });

  it('are kept for as many days as an administrator says, within bounds, and whole stretches go', async () => {
    const refused = await admin.visitor.send(`${LOGS}/retention`, { activity: '3', security: 'x' });
    expect(refused.statusCode).toBe(400);
    expect(main(refused.body)).toContain('De 30 à 3650 jours.');
    expect(refused.body).toContain('value="3"');
    await admin.visitor.send(`${LOGS}/retention`, { activity: '400', security: '30' });
    const page = await admin.visitor.next();
    expect(main(page.body)).toContain('Durées enregistrées.');
    expect(page.body).toContain('value="400"');
    // The security log goes; of the activity log nothing, as today's entries are in the same stretch.
    expect(await atelier.talent.sweepLogs()).toBe(2);
    expect(await old('')).toContain('Minuit');
  });
});
