import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Registered, registerPerson } from '#test/members.ts';
import { type Atelier, startAtelier } from '#test/support.ts';
import { visit, wordsOf } from '#test/visitor.ts';

const PASSWORD = 'une phrase assez longue';
let atelier: Atelier;
let admin: Registered;
let awa: Registered;
beforeAll(async () => {
  atelier = await startAtelier();
  admin = await registerPerson(atelier, { first_name: 'Adama' }, 'super_admin');
  awa = await registerPerson(atelier, { first_name: 'Awa' });
}, 120_000);

const main = (body: string): string => wordsOf(body.slice(body.indexOf('<main'), body.indexOf('</main>')));
const nameIn = (body: string): string => /files\/(atelier-[\w-]+-manual-\w+\.zip)"/.exec(body)?.[1] ?? '';
const people = async (): Promise<readonly string[]> =>
  (await sql<{ email: string }>`select email from identity.accounts order by id`.execute(atelier.database.db)).rows.map(
    ({ email }) => email,
  );

describe('backups', () => {
  it('T-824 T-464 are made by administrators, listed, fetched, deleted, and noted in the log', async () => {
    expect((await awa.visitor.open('/admin/backup')).statusCode).toBe(403);
    expect((await visit(atelier.doors.site).open('/admin/backup')).headers['location']).toContain('/auth/login');
    expect(main((await admin.visitor.open('/admin/backup')).body)).toContain('Aucune sauvegarde');
    const refused = await admin.visitor.send('/admin/backup/create', { password: 'trop court' });
    expect(refused.statusCode).toBe(400);
    expect(main(refused.body)).toContain('Au moins 12 caractères');
    expect((await admin.visitor.send('/admin/backup/create', { password: PASSWORD })).statusCode).toBe(303);
    const page = await admin.visitor.next();
    expect(main(page.body)).toContain('Sauvegarde faite');
    const file = await admin.visitor.open(`/admin/backup/files/${nameIn(page.body)}`);
    expect(file.headers['content-disposition']).toContain(nameIn(page.body));
    expect(file.rawPayload.subarray(0, 2).toString()).toBe('PK');
    expect(file.rawPayload.length).toBe(Number(file.headers['content-length']));
    for (const odd of ['..%2f..%2fsecrets.json', 'secrets.json', 'atelier-20260101-000000-manual-abcdef.zip'])
      expect((await admin.visitor.open(`/admin/backup/files/${odd}`)).statusCode).toBe(404);
    await admin.visitor.open(`/admin/backup/files/${nameIn(page.body)}/delete`);
    await admin.visitor.send(`/admin/backup/files/${nameIn(page.body)}/delete`, {});
    expect(main((await admin.visitor.next()).body)).toContain('Aucune sauvegarde');
    const { rows } = await sql<{ type: string }>`
      select action_type as type from kernel.activity_logs where action_category = 'backup' order by id`.execute(atelier.database.db);
    expect(rows.map(({ type }) => type)).toEqual(['create', 'export', 'delete']);
  });

  it('T-825 T-465 T-544 are sent, compared, and come back when the word is typed: others are signed out', async () => {
    await admin.visitor.open('/admin/backup');
    await admin.visitor.send('/admin/backup/create', { password: PASSWORD });
    const content = (await admin.visitor.open(`/admin/backup/files/${nameIn((await admin.visitor.next()).body)}`)).rawPayload;
    const before = await people();
    const late = await registerPerson(atelier, { first_name: 'Tard' });
    await admin.visitor.open('/admin/backup/restore');
    const archive = { name: 'studio.zip', content, type: 'application/zip' };
    const wrong = await admin.visitor.send('/admin/backup/restore', { password: 'une autre phrase longue' }, { archive });
    expect([wrong.statusCode, main(wrong.body)]).toEqual([400, expect.stringContaining('n’ouvre pas')]);
    const nothing = await admin.visitor.send('/admin/backup/restore', {});
    expect([nothing.statusCode, main(nothing.body)]).toEqual([400, expect.stringContaining('Choisissez une archive')]);
    expect((await atelier.backups.list()).map(({ kind }) => kind)).toEqual(['manual']);

    const review = await admin.visitor.send('/admin/backup/restore', { password: PASSWORD }, { archive });
    expect(review.statusCode).toBe(200);
    expect(main(review.body)).toContain('talent.members');
    const [, name = ''] = /name="name" value="([^"]+)"/.exec(review.body) ?? [];
    expect(name).toContain('-uploaded-');
    expect(await people()).toContain(late.email);

    const fields = { name, step: 'restore', password: PASSWORD };
    const untyped = await admin.visitor.send('/admin/backup/restore', { ...fields, confirm: 'oui' });
    expect([untyped.statusCode, main(untyped.body)]).toEqual([400, expect.stringContaining('Ce n’est pas le mot demandé')]);
    expect(await people()).toContain(late.email);
    expect((await admin.visitor.send('/admin/backup/restore', { ...fields, confirm: 'restore' })).statusCode).toBe(303);
    const page = await admin.visitor.next();
    expect([page.statusCode, main(page.body)]).toEqual([200, expect.stringContaining('Sauvegarde restaurée')]);
    expect(await people()).toEqual(before);
    expect((await awa.visitor.open('/profile/dashboard')).headers['location']).toContain('/auth/login');
    expect((await atelier.backups.list()).map(({ kind }) => kind).sort()).toEqual(['manual', 'safety', 'uploaded']);
    const { rows } = await sql<{ who: string }>`
      select user_email as who from kernel.activity_logs where action_type = 'restore'`.execute(atelier.database.db);
    expect(rows).toEqual([{ who: admin.email }]);
  });

  it('are scheduled with a password that is stored encrypted and never shown', async () => {
    await admin.visitor.open('/admin/backup');
    const refused = await admin.visitor.send('/admin/backup/schedule', { schedule: 'daily', kept: '0' });
    expect(refused.statusCode).toBe(400);
    expect(main(refused.body)).toContain('De 1 à 365.');
    expect(main(refused.body)).toContain('Il n’est écrit nulle part');
    await admin.visitor.send('/admin/backup/schedule', { schedule: 'daily', kept: '7', password: PASSWORD });
    const page = await admin.visitor.next();
    expect(main(page.body)).toContain('Réglages enregistrés.');
    expect(page.body).not.toContain(PASSWORD);
    const { rows } = await sql`select * from kernel.settings where key like 'backup%'`.execute(atelier.database.db);
    expect(rows).toHaveLength(3);
    expect(JSON.stringify(rows)).not.toContain(PASSWORD);
    expect(await atelier.backups.makeWhenDue()).toBe(true);
    expect(main((await admin.visitor.open('/admin/backup')).body)).toContain('Automatique');
  });
});
