/** `email_logs` of the documents, both of its spellings: letters that the studio really sends, to a mail server that takes or refuses them. */
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type SmtpSimulator, startSmtpSimulator } from '#simulators/smtp.ts';
import { registerCinemaPerson } from '#test/cinema-people.ts';
import { CHECK, type Column, columnOf, NO_SUCH_ROW, NOT_NULL, refusalOf } from '#test/columns.ts';
import { type Registered, registerPerson } from '#test/members.ts';
import { type Atelier, startAtelier } from '#test/support.ts';
import { wordsOf } from '#test/visitor.ts';

const PAGE = '/admin/settings/email-notifications';
type Row = Readonly<Record<string, unknown>>;

let smtp: SmtpSimulator;
let atelier: Atelier;
let admin: Registered;
let code = '';
let project = 0;
let letter: Row;
let refusedLetter: Row;
const db = () => atelier.database.db;
const latest = async (where: string): Promise<Row> =>
  (await sql<Row>`select * from kernel.email_logs where ${sql.raw(where)} order by id desc limit 1`.execute(db())).rows[0] ?? {};
const becomes = (where: string, status: string): Promise<void> =>
  vi.waitFor(async () => expect(await latest(where)).toMatchObject({ status }), { timeout: 20_000, interval: 20 });
const main = (body: string): string => wordsOf(body.slice(body.indexOf('<main'), body.indexOf('</main>')));
const view = async (row: Row): Promise<string> => main((await admin.visitor.open(`${PAGE}/${row['id']}/view`)).body);

beforeAll(async () => {
  smtp = await startSmtpSimulator();
  atelier = await startAtelier({ work: true, environment: { SMTP_URL: smtp.url } });
  admin = await registerPerson(atelier, {}, 'admin');
  const { visitor } = admin;
  code = await registerCinemaPerson(visitor);
  await visitor.open('/cinema/projects/new');
  const film = {
    name: 'Océan',
    production_type: 'Film',
    country_id: '1',
    start_date: '2031-11-03',
    end_date: '2031-11-28',
    is_active: '1',
  };
  project = Number(/(\d+)$/.exec(String((await visitor.send('/cinema/projects/new', film)).headers['location']))?.[1]);
  await visitor.open(`/cinema/projects/${project}/assign-talent`);
  await visitor.send(`/cinema/projects/${project}/assign-talent`, { talent_code: code, talent_type: 'Figurant', state: 'none' });
  await visitor.open(`/cinema/projects/${project}/send-selection-emails`);
  await visitor.send(`/cinema/projects/${project}/send-selection-emails`, {});
  const selection = "template_type = 'project_selection'";
  await becomes(selection, 'sent');
  letter = await latest(selection);
  smtp.misbehave({ at: 'RCPT', reply: '550 5.1.1 no such user' });
  const gone = await registerPerson(atelier, { first_name: 'Perdu' });
  await becomes(`recipient_email = '${gone.email}'`, 'failed');
  refusedLetter = await latest(`recipient_email = '${gone.email}'`);
});
afterAll(() => smtp.close());

const text = (length: number, required = false): Partial<Column> => ({ type: `character varying(${length})`, required });
const kept = (id: string, name: string, is: Partial<Column>, value: () => unknown) => ({ id, name, is, value });

describe('email_logs', () => {
  it.each([
    kept('T-1012', 'id', { type: 'bigint', isKey: true }, () => expect.any(Number)),
    kept('T-1013', 'recipient_email', { ...text(255, true), isIndexed: true }, () => 'awa@cinema.example'),
    kept('T-1015', 'recipient_name', text(255), () => 'Awa Diop'),
    kept('T-1016', 'subject', text(500, true), () => expect.stringContaining('Océan')),
    kept('T-1017', 'template_type', { ...text(100, true), isIndexed: true }, () => 'project_selection'),
    kept('T-1018', 'html_content', { type: 'text' }, () => expect.stringContaining('<html')),
    kept('T-1023', 'related_talent_code', text(50), () => code),
  ])('$id email_logs.$name says it of the letter that a selection sent', async ({ name, is, value }) => {
    expect(await columnOf(db(), `kernel.email_logs.${name}`)).toMatchObject(is);
    expect(letter[name]).toEqual(value());
  });

  it('T-1014 email_logs.recipient is the same address under the second spelling, whatever writes the first', async () => {
    expect(await columnOf(db(), 'kernel.email_logs.recipient')).toMatchObject({ type: 'character varying(255)' });
    expect(letter['recipient']).toBe(letter['recipient_email']);
    expect(await refusalOf(db(), `update kernel.email_logs set recipient = 'x@y.z' where id = ${letter['id']}`)).not.toBeNull();
  });

  it.each([
    ['T-1013 email_logs.recipient_email', 'recipient_email'],
    ['T-1016 email_logs.subject', 'subject'],
    ['T-1017 email_logs.template_type', 'template_type'],
  ])('%s is never empty', async (_name, column) =>
    expect(await refusalOf(db(), `update kernel.email_logs set ${column} = null where id = ${letter['id']}`)).toBe(NOT_NULL),
  );

  it('T-1019 email_logs.status is indexed, sent or failed as the server said, queued before, and nothing that is not documented or decided', async () => {
    expect(await columnOf(db(), 'kernel.email_logs.status')).toMatchObject({ ...text(50, true), isIndexed: true });
    expect([letter['status'], refusedLetter['status']]).toEqual(['sent', 'failed']);
    const set = (status: string) => refusalOf(db(), `update kernel.email_logs set status = '${status}' where id = ${letter['id']}`);
    expect([await set('queued'), await set('lost')]).toEqual([null, CHECK]);
  });

  it('T-1020 T-363 email_logs.error_message keeps what the server said, and administrators read it', async () => {
    expect(await columnOf(db(), 'kernel.email_logs.error_message')).toMatchObject({ type: 'text', required: false });
    expect([letter['error_message'], refusedLetter['error_message']]).toEqual([null, expect.stringContaining('550 5.1.1 no such user')]);
    expect(await view(refusedLetter)).toContain('550 5.1.1 no such user');
  });

  it('T-1021 email_logs.sent_at is indexed, the moment at which the server took it, empty when it never did', async () => {
    expect(await columnOf(db(), 'kernel.email_logs.sent_at')).toMatchObject({ type: 'timestamp with time zone', isIndexed: true });
    expect(Math.abs(Date.now() - (letter['sent_at'] as Date).getTime())).toBeLessThan(600_000);
    expect(refusedLetter['sent_at']).toBeNull();
  });

  it('T-1022 email_logs.sent_by_user_id is the administrator who sent it, and nobody who does not exist', async () => {
    expect(await columnOf(db(), 'kernel.email_logs.sent_by_user_id')).toMatchObject({ type: 'bigint', references: 'identity.accounts.id' });
    expect(letter['sent_by_user_id']).toBe(admin.id);
    expect(await refusalOf(db(), `update kernel.email_logs set sent_by_user_id = 999999 where id = ${letter['id']}`)).toBe(NO_SUCH_ROW);
  });

  it('T-1024 T-1025 email_logs.related_project_id and related_cinema_talent_id are the project and the person of the selection', async () => {
    for (const name of ['related_project_id', 'related_cinema_talent_id'])
      expect(await columnOf(db(), `kernel.email_logs.${name}`)).toMatchObject({ type: 'bigint', required: false });
    const person = await sql<{ id: number }>`select id from talent.cinema_talents where unique_code = ${code}`.execute(db());
    expect([letter['related_project_id'], letter['related_cinema_talent_id']]).toEqual([project, person.rows[0]?.id]);
  });

  it('T-373 has the documented indexes: recipient_email, template_type, status, sent_at', async () => {
    for (const name of ['recipient_email', 'template_type', 'status', 'sent_at'])
      expect((await columnOf(db(), `kernel.email_logs.${name}`)).isIndexed, name).toBe(true);
  });

  it('T-459 shows administrators the date, the recipient and the error of a letter', async () => {
    const page = await view(refusedLetter);
    expect(page).toContain(String(refusedLetter['recipient_email']));
    expect(page).toContain('550 5.1.1');
    expect(page).toContain(`dateTime="${(refusedLetter['created_at'] as Date).toISOString().slice(0, 10)}`);
  });

  it('T-361 a letter that fails keeps nobody from registering: the person is there, with a code, and signs in', async () => {
    const gone = String(refusedLetter['recipient_email']);
    expect((await atelier.signIn(gone, 'longue-et-solide-7')).accountId).toBeGreaterThan(0);
  });
});
