/** `activity_logs` and `security_logs` of the documents: written by what people do, read on the pages of administrators. */
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { CHECK, type Column, columnOf, NO_SUCH_ROW, refusalOf } from '#test/columns.ts';
import { eventually } from '#test/eventually.ts';
import { type Registered, registerPerson } from '#test/members.ts';
import { type Atelier, PASSWORD, startAtelier } from '#test/support.ts';
import { wordsOf } from '#test/visitor.ts';

const LOGS = '/admin/settings/activity-logs';
const GALAXY =
  'Mozilla/5.0 (Linux; Android 13; SAMSUNG SM-A546B) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/23.0 Chrome/115.0.0.0 Mobile Safari/537.36';
const FROM = 'https://atelier.example/admin/users';
type Row = Readonly<Record<string, unknown>>;

let atelier: Atelier;
let admin: Registered;
let awa: Registered;
let act: Row;
let attack: Row;
let page = '';
const db = () => atelier.database.db;
const rowOf = async (table: string, where: string): Promise<Row> =>
  (await sql<Row>`select * from ${sql.table(table)} where ${sql.raw(where)} order by id desc limit 1`.execute(db())).rows[0] ?? {};
const main = (body: string): string => wordsOf(body.slice(body.indexOf('<main'), body.indexOf('</main>')));
const typeOf = (length: number): string => `character varying(${length})`;

beforeAll(async () => {
  atelier = await startAtelier();
  admin = await registerPerson(atelier, { first_name: 'Adama', last_name: 'Traoré' }, 'admin');
  awa = await registerPerson(atelier);
  const { inject } = await atelier.signIn(admin.email, PASSWORD);
  const headers = { 'user-agent': GALAXY, referer: FROM };
  const payload = { bio: 'Corrigée' };
  const changed = await inject({ method: 'PUT', url: `/api/v1/users/${awa.id}`, payload, headers, remoteAddress: '192.0.2.7' });
  expect(changed.statusCode).toBe(200);
  act = await rowOf('kernel.activity_logs', `resource_type = 'user' and resource_id = '${awa.id}' and user_id = ${admin.id}`);
  page = main((await admin.visitor.open(`${LOGS}/${act['id']}`)).body);
  const wrong = { identifier: awa.email, password: 'not-hers' };
  await atelier.doors.site.inject({ method: 'POST', url: '/api/v1/auth/login', payload: wrong, headers, remoteAddress: '192.0.2.8' });
  attack = await rowOf('kernel.security_logs', "event_type = 'login_failed'");
});

const kept = (id: string, name: string, is: Partial<Column>, value: () => unknown) => ({ id, name, is, value });

describe('activity_logs', () => {
  it('T-1026 activity_logs.id: the primary key, and the address of the entry', async () => {
    expect(await columnOf(db(), 'kernel.activity_logs.id')).toMatchObject({ type: 'bigint', isKey: true });
    expect(page).toContain('Adama Traoré');
  });

  it('T-1027 activity_logs.user_id leads to the account that did it', async () => {
    expect(await columnOf(db(), 'kernel.activity_logs.user_id')).toMatchObject({ type: 'bigint', references: 'identity.accounts.id' });
    expect(act['user_id']).toBe(admin.id);
    const stranger = `insert into kernel.activity_logs (user_id, action_type, action_category, action_description, status, created_at)
      values (999999, 'x', 'x', 'x', 'success', now())`;
    expect(await refusalOf(db(), stranger)).toBe(NO_SUCH_ROW);
  });

  it.each([
    kept('T-1028', 'username', { type: typeOf(200) }, () => 'Adama Traoré'),
    kept('T-1029', 'user_email', { type: typeOf(150) }, () => admin.email),
    kept('T-1030', 'user_code', { type: typeOf(50) }, () => admin.code),
    kept('T-1031', 'action_type', { type: typeOf(50), required: true }, () => 'user_updated'),
    kept('T-1032', 'action_category', { type: typeOf(50), required: true }, () => 'users'),
    kept('T-1033', 'action_description', { type: 'text', required: true }, () => expect.stringContaining(awa.code)),
    kept('T-1034', 'resource_type', { type: typeOf(100) }, () => 'user'),
    kept('T-1035', 'resource_id', { type: typeOf(100) }, () => String(awa.id)),
    kept('T-1037', 'ip_address', { type: typeOf(45) }, () => '192.0.2.7'),
    kept('T-1038', 'user_agent', { type: 'text' }, () => GALAXY),
    kept('T-1039', 'browser', { type: typeOf(50) }, () => 'Samsung Internet'),
    kept('T-1040', 'browser_version', { type: typeOf(20) }, () => '23.0'),
    kept('T-1041', 'device_type', { type: typeOf(20) }, () => 'mobile'),
    kept('T-1042', 'device_brand', { type: typeOf(50) }, () => 'Samsung'),
    kept('T-1043', 'device_model', { type: typeOf(50) }, () => 'SM-A546B'),
    kept('T-1044', 'operating_system', { type: typeOf(50) }, () => 'Android'),
    kept('T-1045', 'os_version', { type: typeOf(20) }, () => '13'),
    kept('T-1046', 'request_method', { type: typeOf(10) }, () => 'PUT'),
    kept('T-1047', 'request_url', { type: 'text' }, () => expect.stringMatching(new RegExp(`^https?://.*/api/v1/users/${awa.id}$`))),
    kept('T-1048', 'request_referrer', { type: 'text' }, () => FROM),
  ])('$id activity_logs.$name says it of the change that was made, and the page of the entry shows it', async ({ name, is, value }) => {
    expect(await columnOf(db(), `kernel.activity_logs.${name}`)).toMatchObject(is);
    expect(act[name]).toEqual(value());
    expect(page).toContain(String(act[name]).replaceAll('&', '&amp;'));
  });

  it('T-1036 activity_logs.status is success, error or warning, and nothing else', async () => {
    expect(await columnOf(db(), 'kernel.activity_logs.status')).toMatchObject({ type: typeOf(20), required: true });
    expect(act['status']).toBe('success');
    const entry = (
      status: string,
    ) => `insert into kernel.activity_logs (action_type, action_category, action_description, status, created_at)
      values ('x', 'x', 'x', '${status}', now())`;
    for (const status of ['success', 'error', 'warning']) expect(await refusalOf(db(), entry(status)), status).toBeNull();
    expect(await refusalOf(db(), entry('fine'))).toBe(CHECK);
  });

  it('T-1049 activity_logs.created_at is the moment of the act, and never changes', async () => {
    expect(await columnOf(db(), 'kernel.activity_logs.created_at')).toMatchObject({ type: 'timestamp with time zone', required: true });
    expect(Math.abs(Date.now() - (act['created_at'] as Date).getTime())).toBeLessThan(600_000);
    expect(await refusalOf(db(), `update kernel.activity_logs set created_at = now() where id = ${act['id']}`)).not.toBeNull();
  });
});

describe('security_logs', () => {
  it.each([
    kept('T-1052', 'event_type', { type: typeOf(50), required: true }, () => 'login_failed'),
    kept('T-1053', 'ip_address', { type: typeOf(45) }, () => '192.0.2.8'),
    kept('T-1054', 'user_agent', { type: 'text' }, () => GALAXY),
    kept('T-1056', 'severity', { type: typeOf(20), required: true }, () => 'low'),
  ])('$id security_logs.$name says it of a sign-in with a wrong password', async ({ name, is, value }) => {
    expect(await columnOf(db(), `kernel.security_logs.${name}`)).toMatchObject(is);
    expect(attack[name]).toEqual(value());
  });

  it('T-1050 security_logs.id: the primary key', async () => {
    expect(await columnOf(db(), 'kernel.security_logs.id')).toMatchObject({ type: 'bigint', isKey: true });
    expect(Number(attack['id'])).toBeGreaterThan(0);
  });

  it('T-1051 T-1052 T-539 security_logs.user_id may be empty, and is that of somebody signed in who was refused', async () => {
    expect(await columnOf(db(), 'kernel.security_logs.user_id')).toMatchObject({ type: 'bigint', required: false });
    expect((await awa.visitor.open('/admin/users')).statusCode).toBe(403);
    await eventually(async () => (await rowOf('kernel.security_logs', "event_type = 'unauthorized_access'"))['user_id']).toBe(awa.id);
  });

  it('T-1055 security_logs.details is a JSON object with what was tried, and nothing else', async () => {
    expect(await columnOf(db(), 'kernel.security_logs.details')).toMatchObject({ type: 'text' });
    expect(JSON.parse(String(attack['details']))).toMatchObject({ identifier: awa.email });
    expect(String(attack['details'])).not.toContain('not-hers');
    const list = `insert into kernel.security_logs (event_type, details, severity, created_at) values ('x', '[1]', 'low', now())`;
    expect(await refusalOf(db(), list)).toBe(CHECK);
  });

  it('T-1056 security_logs.severity is low, medium, high or critical; the page filters by it', async () => {
    const event = (severity: string) =>
      `insert into kernel.security_logs (event_type, severity, created_at) values ('x', '${severity}', now())`;
    for (const severity of ['low', 'medium', 'high', 'critical']) expect(await refusalOf(db(), event(severity)), severity).toBeNull();
    expect(await refusalOf(db(), event('mild'))).toBe(CHECK);
    const shown = main((await admin.visitor.open(`${LOGS}/security?severity=low`)).body);
    expect([shown.includes('login_failed'), shown.includes('192.0.2.8')]).toEqual([true, true]);
    expect(main((await admin.visitor.open(`${LOGS}/security?severity=critical`)).body)).not.toContain('192.0.2.8');
  });

  it('T-1057 security_logs.created_at is the moment of the event', async () => {
    expect(await columnOf(db(), 'kernel.security_logs.created_at')).toMatchObject({ type: 'timestamp with time zone', required: true });
    expect(Math.abs(Date.now() - (attack['created_at'] as Date).getTime())).toBeLessThan(600_000);
  });
});
