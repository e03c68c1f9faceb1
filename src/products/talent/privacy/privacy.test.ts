import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { TextWriter, Uint8ArrayReader, ZipReader } from '@zip.js/zip.js';
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { createVault } from '#kernel/vault.ts';
import { registerPerson } from '#test/members.ts';
import { type Atelier, startAtelier, startBeside } from '#test/support.ts';
import { type Visitor, visit } from '#test/visitor.ts';

const DAY = 86_400_000;
const SECRET = 'secret-de-plateau-42';
let now = new Date('2026-03-01T10:00:00Z').getTime();
let atelier: Atelier;
let ids: Readonly<Record<'awa' | 'binta', number>>;
let cinemaId: number;

const here = async <T>(query: ReturnType<typeof sql<T>>): Promise<readonly T[]> => (await query.execute(atelier.database.db)).rows;
const one = async <T>(query: ReturnType<typeof sql<T>>): Promise<T | undefined> => (await here(query))[0];

beforeAll(async () => {
  atelier = await startAtelier({ clock: { now: () => new Date(now) } });
  const passwordHash = await atelier.identity.hashPassword(SECRET);
  const person = async (first: string, last_name: string) => {
    const { id } = await registerPerson(atelier, { first_name: first, last_name, email: `${first}.diop@person.example`, is_public: true });
    await sql`update identity.accounts set password_hash = ${passwordHash} where id = ${id}`.execute(atelier.database.db);
    return id;
  };
  ids = { awa: await person('awa', 'Diopeffacee'), binta: await person('binta', 'Sarr') };
  cinemaId = await workedOnSet(ids.awa);
});

/** A CINEMA file of that account, with a project and a day on the set. */
async function workedOnSet(accountId: number): Promise<number> {
  const { db } = atelier.database;
  const vault = createVault(atelier.config.encryptionKeys, atelier.config.secretKey);
  const row = await one(sql<{ id: number }>`
    insert into talent.cinema_talents (account_id, unique_code, first_name, last_name, gender, date_of_birth, country_of_origin_id)
    values (${accountId}, 'SNDAK0001F', 'Awa', 'Diopeffacee', 'F', '1990-05-17', 2) returning id`);
  const id = row?.id ?? 0;
  await sql`insert into talent.cinema_details (talent_id, email_encrypted, id_document_number_encrypted)
    values (${id}, ${vault.encrypt('awa.plateau@person.example')}, ${vault.encrypt('AB123456')})`.execute(db);
  await sql`insert into talent.cinema_consents (talent_id, purpose, text_version, given_at) values (${id}, 'appearance', '1', now())`.execute(
    db,
  );
  const project = await one(
    sql<{ id: number }>`insert into talent.projects (name, production_type) values ('Pirogues', 'Film') returning id`,
  );
  await sql`insert into talent.project_talents (project_id, cinema_talent_id, project_code, ordinal, talent_type)
    values (${project?.id}, ${id}, 'SNPRJ001001', 1, 'Figurant')`.execute(db);
  await sql`insert into talent.presences (project_id, cinema_talent_id, day, check_in_at)
    values (${project?.id}, ${id}, '2026-02-01', '2026-02-01T08:00:00Z')`.execute(db);
  return id;
}

async function enter(first: 'awa' | 'binta'): Promise<Visitor> {
  const visitor = visit(atelier.doors.site);
  await visitor.open('/auth/login');
  const reply = await visitor.send('/auth/login', { identifier: `${first}.diop@person.example`, password: SECRET });
  expect(reply.statusCode).toBe(303);
  return visitor;
}

/** Tables in which a text stands, but for the logs, which can only grow. */
async function tablesWith(text: string): Promise<readonly string[]> {
  const tables = await here(sql<{ name: string }>`
    select format('%I.%I', table_schema, table_name) as name from information_schema.tables
    where table_type = 'BASE TABLE' and table_schema in ('identity', 'kernel', 'talent', 'library', 'images', 'video', 'notifications', 'lists')
      and (table_schema, table_name) not in (('kernel', 'activity_logs'), ('kernel', 'security_logs'))`);
  const found: string[] = [];
  for (const { name } of tables) {
    const row = await one(
      sql<{ there: boolean }>`select exists (select from ${sql.raw(name)} t where t::text ilike ${`%${text}%`}) as there`,
    );
    if (row?.there) found.push(name);
  }
  return found;
}

describe('consents', () => {
  it('T-374 are kept with purpose, version, form and dates, and shown', async () => {
    const visitor = await enter('binta');
    const before = await visitor.open('/account/privacy');
    expect(before.body).toContain('Fiche publique');
    expect(before.body).toContain('formulaire d’inscription');
    for (const isPublic of [false, false, true]) {
      now += DAY;
      const binta = await atelier.signIn('binta.diop@person.example', SECRET);
      const reply = await binta.inject({ method: 'PUT', url: `/api/v1/users/${ids.binta}`, payload: { is_public: isPublic } });
      expect(reply.statusCode).toBe(200);
    }
    const rows = await here(sql<{ purpose: string; form: string; withdrawn: boolean }>`
      select purpose, form, withdrawn_at is not null as withdrawn from talent.member_consents
      where account_id = ${ids.binta} order by given_at, purpose`);
    expect(rows).toEqual([
      { purpose: 'public_profile', form: 'registration', withdrawn: true },
      { purpose: 'registration', form: 'registration', withdrawn: false },
      { purpose: 'public_profile', form: 'profile', withdrawn: false },
    ]);
  });
});

describe('a copy of one’s data', () => {
  it('holds what is known of the person, in the clear, and nothing of anybody else or of the password', async () => {
    const visitor = await enter('awa');
    await visitor.open('/account/privacy');
    const reply = await visitor.send('/account/privacy/export', {});
    expect(reply.headers['content-type']).toBe('application/zip');
    const zip = new ZipReader(new Uint8ArrayReader(reply.rawPayload));
    const files = new Map<string, string>();
    for (const entry of await zip.getEntries()) if (!entry.directory) files.set(entry.filename, await entry.getData(new TextWriter()));
    await zip.close();
    expect([...files.keys()]).toEqual(
      expect.arrayContaining(['account.json', 'profile.json', 'cinema.json', 'work.json', 'consents.json', 'activity.jsonl']),
    );
    expect(JSON.parse(files.get('profile.json') ?? '')).toMatchObject({ firstName: 'awa' });
    expect(JSON.parse(files.get('cinema.json') ?? '')).toMatchObject({ idDocument: { number: 'AB123456' } });
    expect(JSON.parse(files.get('work.json') ?? '')).toMatchObject({
      assignments: [{ code: 'SNPRJ001001' }],
      stays: [{ day: '2026-02-01' }],
    });
    expect(JSON.parse(files.get('consents.json') ?? '')).toMatchObject({ cinema: [{ purpose: 'appearance' }] });
    const all = [...files.values()].join('\n');
    expect(all).not.toContain('$2');
    expect(all).not.toContain('binta');
    const audit = await one(
      sql<{ n: number }>`select count(*)::int as n from kernel.activity_logs where action_category = 'privacy' and user_id = ${ids.awa}`,
    );
    expect(audit?.n).toBe(1);
  });
});

describe('erasure', () => {
  it('needs the password, waits a week, and can be called off', async () => {
    const visitor = await enter('awa');
    const asking = await visitor.open('/account/privacy/delete');
    expect(asking.body).toContain('Gardé 5 ans sous un pseudonyme');
    const wrong = await visitor.send('/account/privacy/delete', { password: 'autre' });
    expect(wrong.statusCode).toBeGreaterThanOrEqual(400);
    expect(await here(sql`select 1 from talent.erasure_requests`)).toHaveLength(0);
    expect((await visitor.send('/account/privacy/delete', { password: SECRET })).statusCode).toBe(303);
    expect((await visitor.next()).body).toContain('Votre compte sera effacé');
    const admin = await atelier.as('admin');
    expect((await admin.inject({ url: '/admin/privacy' })).body).toContain('awa Diopeffacee');
    expect(await atelier.talent.sweepErasures()).toBe(0);
    expect((await visitor.send('/account/privacy/delete/withdraw', {})).statusCode).toBe(303);
    now += 8 * DAY;
    expect(await atelier.talent.sweepErasures()).toBe(0);
  });

  it('refuses administrators, who are given another role first', async () => {
    const admin = await atelier.as('admin');
    expect((await admin.inject({ url: '/account/privacy/delete' })).statusCode).toBe(303);
    expect((await admin.inject({ url: '/account/privacy' })).body).toContain('Un administrateur ne peut pas s’effacer');
  });

  it('leaves nothing of the person but days of work under a pseudonym, until their time is over', async () => {
    expect(await tablesWith('awa.diop@person.example')).not.toEqual([]);
    const visitor = await enter('awa');
    await visitor.open('/account/privacy/delete');
    await visitor.send('/account/privacy/delete', { password: SECRET });
    await sql`insert into kernel.files (name, sha256, bytes, media_type, created_at) values ('pictures/of-awa.png', repeat('a', 64), 1, 'image/png', now())`.execute(
      atelier.database.db,
    );
    await sql`insert into images.profiles (account_id, avatar_file, created_at, updated_at) values (${ids.awa}, 'pictures/of-awa.png', now(), now())`.execute(
      atelier.database.db,
    );
    now += 8 * DAY;
    expect(await atelier.talent.sweepErasures()).toBe(1);
    expect(await tablesWith('awa.diop@person.example')).toEqual([]);
    expect(await tablesWith('pictures/of-awa.png')).toEqual([]);
    expect(await here(sql`select 1 from identity.accounts where id = ${ids.awa}`)).toHaveLength(0);
    await expect(atelier.signIn('awa.diop@person.example', SECRET)).rejects.toThrow();
    const kept = await one(sql<object>`
      select first_name, last_name, unique_code, date_of_birth::text, is_active, account_id from talent.cinema_talents where id = ${cinemaId}`);
    expect(kept).toMatchObject({
      first_name: '—',
      last_name: '—',
      unique_code: `EFFACE${cinemaId}`,
      date_of_birth: '1990-01-01',
      account_id: null,
    });
    expect(await here(sql`select 1 from talent.presences where cinema_talent_id = ${cinemaId}`)).toHaveLength(1);
    expect((await tablesWith('Diopeffacee')).filter((name) => name.startsWith('library') || name.startsWith('kernel'))).toEqual([]);
    now += 5 * 366 * DAY;
    expect(await atelier.talent.sweepErasures()).toBe(1);
    expect(await here(sql`select 1 from talent.presences where cinema_talent_id = ${cinemaId}`)).toHaveLength(0);
  });

  it('is applied again to a backup that brings the person back, and to nobody who only has their number', async () => {
    const { db } = atelier.database;
    const list = readFileSync(join(atelier.config.dataFolder, 'erasures.list'), 'utf8');
    expect(list).not.toContain('awa');
    const joined = new Date('2026-03-01T10:00:00Z');
    const back = (createdAt: Date) =>
      sql`insert into identity.accounts (id, email, username, created_at) values (${ids.awa}, 'awa.diop@person.example', 'awa.back', ${createdAt})`.execute(
        db,
      );
    // The backup is older than the erasure: its table of erasures knows nothing.
    await sql`delete from talent.erasures`.execute(db);
    await back(new Date(joined.getTime() + 1000));
    expect(await atelier.talent.reapplyErasures(db)).toEqual({ erased: 0, unreadable: 0 });
    await sql`delete from identity.accounts where id = ${ids.awa}`.execute(db);
    await back(joined);
    expect(await atelier.talent.reapplyErasures(db)).toEqual({ erased: 1, unreadable: 0 });
    expect(await here(sql`select 1 from identity.accounts where id = ${ids.awa}`)).toHaveLength(0);
    expect(await atelier.talent.reapplyErasures(db)).toEqual({ erased: 0, unreadable: 0 });
  });

  it('completes the list of a machine that did not write it', async () => {
    const { db } = atelier.database;
    const file = join(atelier.config.dataFolder, 'erasures.list');
    const before = readFileSync(file, 'utf8');
    rmSync(file);
    await atelier.talent.reapplyErasures(db);
    const completed = readFileSync(file, 'utf8');
    expect(completed.split('\n').filter(Boolean).length).toBeGreaterThan(0);
    await atelier.talent.reapplyErasures(db);
    expect(readFileSync(file, 'utf8')).toBe(completed);
    writeFileSync(file, before);
  });

  it('is on the list too when an administrator deletes somebody', async () => {
    const admin = await atelier.as('super_admin');
    const joined = await one(sql<{ at: Date }>`select created_at as at from identity.accounts where id = ${ids.binta}`);
    expect((await admin.inject({ method: 'DELETE', url: `/api/v1/users/${ids.binta}` })).statusCode).toBe(200);
    await sql`delete from talent.erasures`.execute(atelier.database.db);
    await sql`insert into identity.accounts (id, email, username, created_at) values (${ids.binta}, 'b@person.example', 'b.back', ${joined?.at})`.execute(
      atelier.database.db,
    );
    // Whichever process is the first to start on the restored database.
    await startBeside(atelier);
    expect(await here(sql`select 1 from identity.accounts where id = ${ids.binta}`)).toHaveLength(0);
  });
});
