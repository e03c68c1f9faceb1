import { sql } from 'kysely';
import { Type } from 'typebox';
import { beforeAll, describe, expect, it } from 'vitest';
import { freshDatabase } from '#test/support.ts';
import { systemClock } from './clock.ts';
import type { Database } from './db/connect.ts';
import { createSettings, defineSetting, type Settings } from './settings.ts';
import { createVault } from './vault.ts';

const key = (letter: string): string => Buffer.from(letter.repeat(32)).toString('base64url');
const vaultOf = (letter: string) => createVault([key(letter)], 's'.repeat(32));

const footer = defineSetting({ key: 'email_footer', schema: Type.String({ maxLength: 200 }), fallback: '' });
const sendgrid = defineSetting({
  key: 'sendgrid_api_key',
  aliases: ['SENDGRID_API_KEY'],
  schema: Type.Union([Type.String(), Type.Null()]),
  fallback: null,
  secret: true,
});

describe('settings (T-525 to T-530)', () => {
  let database: Database;
  let settings: Settings;
  beforeAll(async () => {
    database = await freshDatabase();
    settings = createSettings({ db: database.db, vault: vaultOf('a'), clock: systemClock });
  });

  it('are at their default until somebody sets them, and again when they are forgotten', async () => {
    expect(await settings.get(footer)).toBe('');
    await settings.set(database.db, footer, 'Merci', null);
    expect(await settings.get(footer)).toBe('Merci');
    await settings.forget(database.db, footer, null);
    expect(await settings.get(footer)).toBe('');
    const changes = await settings.changes(2);
    expect(changes).toMatchObject([
      { before: 'Merci', after: null },
      { before: null, after: 'Merci' },
    ]);
  });

  it('keep secrets encrypted, and of their history only that they changed', async () => {
    await settings.set(database.db, sendgrid, 'SG.secret', null);
    expect(await settings.get(sendgrid)).toBe('SG.secret');
    const dump = await sql`select s::text, c::text from kernel.settings s, kernel.setting_changes c`.execute(database.db);
    expect(JSON.stringify(dump.rows)).not.toContain('SG.secret');
    expect((await settings.changes(1))[0]).toMatchObject({ key: 'sendgrid_api_key', isSecret: true, before: null, after: null });
  });

  it('read the other documented spelling, which goes when the first is set', async () => {
    await settings.forget(database.db, sendgrid, null);
    const token = vaultOf('a').encrypt(JSON.stringify('SG.old'));
    await sql`insert into kernel.settings (key, value_encrypted, updated_at) values ('SENDGRID_API_KEY', ${token}, now())`.execute(
      database.db,
    );
    expect(await settings.get(sendgrid)).toBe('SG.old');
    await settings.set(database.db, sendgrid, 'SG.new', null);
    expect(await settings.get(sendgrid)).toBe('SG.new');
    const { rows } = await sql`select key from kernel.settings where key ilike 'sendgrid_api_key'`.execute(database.db);
    expect(rows).toEqual([{ key: 'sendgrid_api_key' }]);
  });

  it('count as not set when they were stored in another form or under a lost key', async () => {
    await sql`insert into kernel.settings (key, value, updated_at) values ('email_footer', '42', now())`.execute(database.db);
    expect(await settings.get(footer)).toBe('');
    const other = createSettings({ db: database.db, vault: vaultOf('b'), clock: systemClock });
    expect(await other.get(sendgrid)).toBeNull();
  });

  it('refuse what is no value of theirs', async () => {
    await expect(settings.set(database.db, footer, 'x'.repeat(201), null)).rejects.toThrow('email_footer');
  });
});
