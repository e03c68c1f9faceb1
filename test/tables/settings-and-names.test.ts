/** `app_settings` (here `kernel.settings`), `name_tracking` and `name_tracking_matches` of the documents. */
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { createVault } from '#kernel/vault.ts';
import { CHECK, columnOf, heldIn, NO_SUCH_ROW, NOT_NULL, refusalOf, TAKEN, TOO_LONG } from '#test/columns.ts';
import { type Registered, registerPerson } from '#test/members.ts';
import { openNamesHouse } from '#test/names-house.ts';
import { type Atelier, afterFile, freshDatabase, startAtelier } from '#test/support.ts';
import { visit, wordsOf } from '#test/visitor.ts';

describe('app_settings', () => {
  const SETTINGS = '/admin/settings';
  let atelier: Atelier;
  let admin: Registered;
  const db = () => atelier.database.db;
  const save = async (url: string, fields: Readonly<Record<string, string>>): Promise<void> => {
    await admin.visitor.open(SETTINGS);
    expect((await admin.visitor.send(url, fields)).statusCode).toBe(303);
  };
  const held = (column: string, key: string): Promise<unknown> => heldIn(db(), `kernel.settings.${column}`, `key = '${key}'`);

  beforeAll(async () => {
    atelier = await startAtelier();
    admin = await registerPerson(atelier, {}, 'admin');
    await save(`${SETTINGS}/customization/save-footer`, { footer_text: 'Maison Atlas' });
    await save(SETTINGS, { site_name: 'Studio Atlas', omdb_api_key: 'abcd1234' });
  });

  it('T-1008 app_settings.key is text of at most 100, and one row a key', async () => {
    expect(await columnOf(db(), 'kernel.settings.key')).toMatchObject({
      type: 'character varying(100)',
      required: true,
      isKey: true,
      isUnique: true,
    });
    expect(await refusalOf(db(), "insert into kernel.settings (key, value, updated_at) values ('footer_text', '{}', now())")).toBe(TAKEN);
    expect(await refusalOf(db(), "insert into kernel.settings (key, value, updated_at) values (null, '{}', now())")).toBe(NOT_NULL);
    const long = `insert into kernel.settings (key, value, updated_at) values ('${'k'.repeat(101)}', '{}', now())`;
    expect(await refusalOf(db(), long)).toBe(TOO_LONG);
  });

  it('T-1009 app_settings.value is JSON; the key of a service is kept encrypted instead, and never both or neither', async () => {
    expect(await columnOf(db(), 'kernel.settings.value')).toMatchObject({ type: 'jsonb' });
    expect(JSON.stringify(await held('value', 'footer_text'))).toContain('Maison Atlas');
    expect(wordsOf((await visit(atelier.doors.site).open('/welcome')).body)).toContain('Maison Atlas');
    const { rows } = await sql<{ key: string; value: unknown; token: string }>`
      select key, value, value_encrypted as token from kernel.settings where lower(key) = 'omdb_api_key'`.execute(db());
    expect([rows.length, rows[0]?.value]).toEqual([1, null]);
    const vault = createVault(atelier.config.encryptionKeys, atelier.config.secretKey);
    expect(JSON.parse(vault.decrypt(rows[0]?.token ?? ''))).toBe('abcd1234');
    expect(await refusalOf(db(), "update kernel.settings set value = null where key = 'footer_text'")).toBe(CHECK);
  });

  it('T-1011 app_settings.updated_at is the moment of the last change, and moves with it', async () => {
    expect(await columnOf(db(), 'kernel.settings.updated_at')).toMatchObject({ type: 'timestamp with time zone', required: true });
    const before = (await held('updated_at', 'footer_text')) as Date;
    await save(`${SETTINGS}/customization/save-footer`, { footer_text: 'Maison Rif' });
    expect(((await held('updated_at', 'footer_text')) as Date).getTime()).toBeGreaterThan(before.getTime());
  });
});

describe('name_tracking and name_tracking_matches', () => {
  let house: Awaited<ReturnType<typeof openNamesHouse>>;
  const rowsIn = async (table: string): Promise<readonly Readonly<Record<string, unknown>>[]> =>
    (await sql<Readonly<Record<string, unknown>>>`select * from ${sql.table(`talent.${table}`)} order by id`.execute(house.db)).rows;
  const person = { id: 0 };
  const twin = { id: 0 };
  const TIME = { type: 'timestamp with time zone', required: true };

  beforeAll(async () => {
    house = await openNamesHouse(await freshDatabase());
    afterFile(house.close);
    person.id = (await house.member({ first_name: 'Aïcha', last_name: 'El Alaoui', phone: '+212600111222' })).id;
    twin.id = (await house.member({ first_name: 'AICHA', last_name: 'Alaoui', phone: '+212600111222' })).id;
    await house.work();
  });

  it.each([
    ['T-1058 name_tracking.id', 'name_tracking'],
    ['T-1066 name_tracking_matches.id', 'name_tracking_matches'],
  ])('%s: the primary key, given by the database', async (_name, table) => {
    expect(await columnOf(house.db, `talent.${table}.id`)).toMatchObject({ type: 'bigint', isKey: true });
    expect((await rowsIn(table)).map(({ id }) => id)).toEqual([1]);
  });

  it.each([
    ['T-1059', 'first_name', 100, 'aicha'],
    ['T-1060', 'last_name', 100, 'alaoui'],
    ['T-1061', 'full_name', 200, 'aicha alaoui'],
  ] as const)('%s name_tracking.%s is normalised text of at most %i: %s', async (_id, column, length, value) => {
    expect(await columnOf(house.db, `talent.name_tracking.${column}`)).toMatchObject({
      type: `character varying(${length})`,
      required: true,
    });
    expect((await rowsIn('name_tracking'))[0]?.[column]).toBe(value);
  });

  it('T-1062 name_tracking.original_user_id is the first who had the name, T-1063 name_tracking.count how many have it', async () => {
    expect(await columnOf(house.db, 'talent.name_tracking.original_user_id')).toMatchObject({ references: 'talent.members.account_id' });
    expect(await columnOf(house.db, 'talent.name_tracking.count')).toMatchObject({ type: 'integer', required: true, fallback: '0' });
    expect((await rowsIn('name_tracking'))[0]).toMatchObject({ original_user_id: person.id, count: 2 });
  });

  it('T-1064 name_tracking.created_at is when the name came, T-1065 name_tracking.updated_at when somebody else came with it', async () => {
    for (const column of ['created_at', 'updated_at'])
      expect(await columnOf(house.db, `talent.name_tracking.${column}`)).toMatchObject(TIME);
    const [before] = await rowsIn('name_tracking');
    house.clock.advance(60);
    await house.talent({ first_name: 'Aicha', last_name: 'Alaoui', date_of_birth: '1970-01-01' });
    await house.work();
    const [after] = await rowsIn('name_tracking');
    expect([after?.['created_at'], after?.['count']]).toEqual([before?.['created_at'], 3]);
    expect(Number(after?.['updated_at'])).toBe(Number(before?.['updated_at']) + 60_000);
  });

  it('T-1067 T-1068 name_tracking_matches.tracking_id leads to the name, user_id to who came with it', async () => {
    const at = 'talent.name_tracking_matches';
    expect(await columnOf(house.db, `${at}.tracking_id`)).toMatchObject({ required: true, references: 'talent.name_tracking.id' });
    expect(await columnOf(house.db, `${at}.user_id`)).toMatchObject({ references: 'talent.members.account_id' });
    const [match] = await rowsIn('name_tracking_matches');
    expect(match).toMatchObject({ tracking_id: 1 });
    expect([match?.['user_id'], match?.['other_user_id']].sort()).toEqual([person.id, twin.id].sort());
    for (const column of ['tracking_id', 'user_id'])
      expect(await refusalOf(house.db, `update ${at} set ${column} = 999999 where id = 1`), column).toBe(NO_SUCH_ROW);
  });

  it('T-1069 name_tracking_matches.similarity_score is a float from 0 to 1', async () => {
    expect(await columnOf(house.db, 'talent.name_tracking_matches.similarity_score')).toMatchObject({
      type: 'double precision',
      required: true,
    });
    expect((await rowsIn('name_tracking_matches'))[0]).toMatchObject({ similarity_score: 1 });
    expect(await refusalOf(house.db, 'update talent.name_tracking_matches set similarity_score = 1.5 where id = 1')).toBe(CHECK);
  });

  it('T-1070 name_tracking_matches.status is pending at first, reviewed or ignored after, and nothing else', async () => {
    expect(await columnOf(house.db, 'talent.name_tracking_matches.status')).toMatchObject({
      ...{ type: 'character varying(20)', required: true, fallback: "'pending'::character varying" },
    });
    expect((await rowsIn('name_tracking_matches'))[0]).toMatchObject({ status: 'pending' });
    const set = (status: string) =>
      refusalOf(house.db, `update talent.name_tracking_matches set status = '${status}', verdict = 'not_same' where id = 1`);
    expect([await set('reviewed'), await set('ignored'), await set('forgotten')]).toEqual([null, null, CHECK]);
  });

  it('T-1071 name_tracking_matches.created_at is when they met', async () => {
    expect(await columnOf(house.db, 'talent.name_tracking_matches.created_at')).toMatchObject(TIME);
    expect((await rowsIn('name_tracking_matches'))[0]).toMatchObject({ created_at: new Date('2025-10-26T15:30:00Z') });
  });
});
