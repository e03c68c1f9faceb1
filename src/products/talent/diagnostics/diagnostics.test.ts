import { randomBytes } from 'node:crypto';
import { utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { createStorage } from '#kernel/storage/storage.ts';
import { createVault } from '#kernel/vault.ts';
import { type Registered, registerPerson } from '#test/members.ts';
import { type Atelier, log, startAtelier } from '#test/support.ts';
import { visit, wordsOf } from '#test/visitor.ts';

let atelier: Atelier;
let admin: Registered;
beforeAll(async () => {
  atelier = await startAtelier();
  admin = await registerPerson(atelier, { first_name: 'Adama', phone: '+212612345678' }, 'admin');
}, 120_000);

const main = (body: string): string => wordsOf(body.slice(body.indexOf('<main'), body.indexOf('</main>')));
const stateOf = async (name: string): Promise<readonly string[]> => {
  const body = main((await admin.visitor.open('/admin/diagnostics')).body);
  return body
    .split('<tr')
    .filter((row) => row.includes(name))
    .map((row) => /(Bon|À voir|Anormal)/.exec(row)?.[1] ?? '');
};

describe('diagnostics', () => {
  it('T-468 T-469 show how the database stands, to administrators', async () => {
    const other = await registerPerson(atelier);
    expect((await other.visitor.open('/admin/diagnostics')).statusCode).toBe(403);
    expect((await visit(atelier.doors.site).open('/admin/diagnostics')).headers['location']).toContain('/auth/login');
    const page = main((await admin.visitor.open('/admin/diagnostics')).body);
    const { rows } = await sql<{ version: string }>`select current_setting('server_version') as version`.execute(atelier.database.db);
    for (const words of [`PostgreSQL ${rows[0]?.version}`, 'Espace disque', 'Horloges', 'se déchiffrent', 'kernel.', 'boîte locale'])
      expect(page).toContain(words);
    expect(await stateOf('Clés de chiffrement')).toEqual(['Bon']);
    expect(await stateOf('Tâches abandonnées')).toEqual(['Bon']);
  });

  it('T-468 tell of what is not well: a key that is gone, a table without an index, jobs nobody does', async () => {
    const { db } = atelier.database;
    const foreign = createVault([randomBytes(32).toString('base64url')], 'x'.repeat(32)).encrypt('secret');
    await sql`update identity.accounts set totp_secret_encrypted = ${foreign} where id = ${admin.id}`.execute(db);
    await sql`create table talent.heavy (id bigint, account_id bigint references identity.accounts (id))`.execute(db);
    await sql`insert into talent.heavy select n, ${admin.id} from generate_series(1, 6000) n`.execute(db);
    await sql`analyze talent.heavy`.execute(db);
    await sql`update jobs.job set start_after = now() - interval '1 hour' where state = 'created'`.execute(db);
    const page = main((await admin.visitor.open('/admin/diagnostics')).body);
    expect(page).toContain('identity.accounts.totp_secret_encrypted');
    expect(page).toContain('talent.heavy (account_id)');
    expect(await stateOf('Clés de chiffrement')).toEqual(['Anormal']);
    expect(await stateOf('Index')).toEqual(['À voir']);
    expect(await stateOf('Tâches de fond')).toEqual(['Anormal']);
    await sql`update identity.accounts set totp_secret_encrypted = null`.execute(db);
  });

  it('find files that nobody names and names without a file; only old orphans go, after a question', async () => {
    const { db } = atelier.database;
    const storage = createStorage(atelier.config, log);
    const [old, fresh] = [await storage.put(Buffer.from('old')), await storage.put(Buffer.from('fresh'))];
    const long = new Date(Date.now() - 2 * 86_400_000);
    await utimes(join(atelier.config.dataFolder, 'files', old.sha256.slice(0, 2), old.sha256.slice(2, 4), old.sha256), long, long);
    await sql`insert into kernel.files (name, sha256, bytes, media_type, created_at)
      values ('photos/perdue.jpg', ${'b'.repeat(64)}, 1, 'image/jpeg', now())`.execute(db);
    const page = main((await admin.visitor.open('/admin/diagnostics?files=1')).body);
    expect(page).toContain('photos/perdue.jpg');
    expect(page).toContain('dont 1 de plus d’un jour');
    expect(main((await admin.visitor.open('/admin/diagnostics/orphans')).body)).toContain('pour toujours');
    expect(await storage.has(old.sha256)).toBe(true);
    await admin.visitor.send('/admin/diagnostics/orphans', {});
    expect(main((await admin.visitor.next()).body)).toContain('Un fichier supprimé.');
    expect([await storage.has(old.sha256), await storage.has(fresh.sha256)]).toEqual([false, true]);
  });
});
