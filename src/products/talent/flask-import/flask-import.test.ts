import { sql } from 'kysely';
import pg from 'pg';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildFlaskHouse, cinemaCode, projectCodeOf, SECRETS, userCode, userEmail } from '#test/flask-house.ts';
import { emptyDatabaseUrl } from '#test/old-database.ts';
import { type Atelier, afterFile, startAtelier } from '#test/support.ts';
import type { ImportReport } from './flask-import.ts';

const USERS = 160;
const CINEMA = 140;
const WITH_FILES = 3;

let atelier: Atelier;
let from: string;
let uploads: string;
let first: ImportReport;

beforeAll(async () => {
  atelier = await startAtelier();
  from = await emptyDatabaseUrl();
  const house = await buildFlaskHouse(from, { users: USERS, cinema: CINEMA, withFiles: WITH_FILES });
  afterFile(async () => house.close());
  uploads = house.uploads;
  // Somebody registered here before with the address of person 7; person 9 has no date that counts, person 11 a file in disguise.
  await atelier.database.db
    .transaction()
    .execute((tx) => atelier.identity.createAccount(tx, { email: userEmail(7), passwordHash: null, firstName: 'Déjà', lastName: 'Ici' }));
  await there(`update users set photo_filename = 'disguised.jpg' where id = 11`);
  await there(`update cinema_talents set date_of_birth = null where id = 9`);
  const rehearsal = await bring({ dryRun: true });
  expect(await counts()).toEqual({ members: 0, cinema: 0, ledger: 0, files: 0 });
  first = await bring();
  expect({ ...rehearsal.tables }).toEqual(first.tables);
}, 120_000);

async function there(text: string): Promise<void> {
  const client = new pg.Client({ connectionString: from });
  await client.connect();
  await client.query(text).finally(() => client.end());
}
const bring = (more: { dryRun?: boolean; uploads?: string; encryptionKey?: string } = {}): Promise<ImportReport> =>
  atelier.talent.importFlask({ from, uploads, encryptionKey: SECRETS.key, ...more });
const here = async <T>(query: ReturnType<typeof sql<T>>): Promise<readonly T[]> => (await query.execute(atelier.database.db)).rows;
const counts = async () => {
  const [row] = await here(sql<Record<string, number>>`
    select (select count(*)::int from talent.members) as members, (select count(*)::int from talent.cinema_talents) as cinema,
      (select count(*)::int from talent.flask_imports) as ledger, (select count(*)::int from kernel.files) as files`);
  return row;
};

describe('an installation of the former application moves in', () => {
  it('loses nobody: everyone is here, or refused with the reason', () => {
    expect(first.tables['users']).toEqual({ read: USERS, created: USERS - 1, matched: 0, unchanged: 0, changed: 0, refused: 1 });
    expect(first.tables['cinema_talents']).toEqual({ read: CINEMA, created: CINEMA - 1, matched: 0, unchanged: 0, changed: 0, refused: 1 });
    expect(first.refused).toEqual([
      { table: 'users', id: 7, reason: 'email: Email already exists' },
      { table: 'cinema_talents', id: 9, reason: 'date_of_birth: nobody has a file without a date of birth' },
      { table: 'project_talents', id: 9, reason: 'cinema_talent_id: its person did not come' },
      { table: 'attendance', id: 9, reason: 'cinema_talent_code: its person did not come' },
    ]);
  });

  it('T-098 T-099 lets people sign in with their old password, by e-mail and by code', async () => {
    for (const n of [2, 3, 4]) {
      const password = SECRETS.passwords[n % SECRETS.passwords.length]?.clear ?? '';
      for (const name of [userEmail(n), userCode(n)]) expect((await atelier.signIn(name, password)).accountId).toBeGreaterThan(0);
    }
    await expect(atelier.signIn(userEmail(2), 'autre-mot-de-passe')).rejects.toThrow();
  });

  it('T-011 T-038 opens what the Fernet of the former application sealed, and seals it with our key', async () => {
    const admin = await atelier.signIn(userEmail(1), SECRETS.passwords[1]?.clear ?? '');
    for (const n of [2, 5, 20]) {
      const [row] = await here(sql<{ id: number; phone: string; index: string }>`
        select account_id as id, phone_encrypted as phone, phone_index as index from talent.member_details d
        join talent.members using (account_id) where unique_code = ${userCode(n)}`);
      expect(row?.phone).not.toBe(SECRETS.users[n - 1]?.['phone']?.token);
      const found = await admin.inject({ url: `/api/v1/users/${row?.id}` });
      const made = SECRETS.users[n - 1];
      expect(found.json().user).toMatchObject({
        phone: made?.['phone']?.clear,
        address: made?.['address']?.clear,
        social_media: { linkedin: made?.['linkedin']?.clear, github: `https://github.com/personne-${n}` },
      });
      const list = await admin.inject({ url: `/api/v1/users?search=${encodeURIComponent(made?.['phone']?.clear ?? '')}` });
      expect(JSON.stringify(list.json())).toContain(userCode(n));
    }
  });

  it('keeps codes in every spelling, roles, dates and activity, and counts on from the highest number', async () => {
    const rows = await here(sql<{
      code: string;
      role: string;
      active: boolean;
      at: string;
      score: number;
      work: string | null;
      mode: string;
    }>`
      select unique_code as code, role, account_active as active, created_at::date::text as at, profile_score as score, work_time as work,
        work_mode as mode from talent.members order by account_id`);
    expect(rows.map(({ code }) => code)).toContain(userCode(USERS));
    expect(rows.find(({ code }) => code === userCode(1))).toMatchObject({ role: 'admin', active: true, at: '2023-02-01', mode: 'hybride' });
    expect(rows.find(({ code }) => code === userCode(2))).toMatchObject({ role: 'presence', work: 'Temps plein', mode: 'a_distance' });
    expect(rows.find(({ code }) => code === userCode(50))).toMatchObject({ active: false });
    const admin = await atelier.as('admin');
    const found = await admin.inject({ url: `/cinema/profile/${cinemaCode(10)}` });
    expect([200, 301, 302, 303]).toContain(found.statusCode);
    const [last] = await here(sql<{ last: number }>`
      select last from talent.code_sequences s join talent.countries c on c.id = s.country_id where c.code = 'MA' and kind = 'standard'`);
    expect(last?.last).toBe(USERS);
  });

  it('brings photos and papers through our own checks, and says which were not what they claim', async () => {
    expect(first.files['users.photo_filename']).toEqual({ brought: WITH_FILES, refused: 1 });
    expect(first.files['users.cv_filename']).toEqual({ brought: WITH_FILES, refused: 0 });
    expect(first.files['cinema_talents.gallery_photos']).toEqual({ brought: 4, refused: 0 });
    expect(first.refusedFiles).toMatchObject([{ table: 'users.photo_filename', id: 11 }]);
    const [row] = await here(sql<{ photo: string | null; paper: string | null; gallery: number }>`
      select t.photo_file as photo, d.id_photo_file as paper, gallery_count as gallery from talent.cinema_talents t
      join talent.cinema_details d on d.talent_id = t.id where unique_code = ${cinemaCode(1)}`);
    expect(row).toMatchObject({
      photo: expect.stringMatching(/^cinema\/profile_/),
      paper: expect.stringMatching(/^cinema\/id_/),
      gallery: 2,
    });
  });

  it('maps the catalogue onto ours, adds what it lacks, and leaves empty what would not be safe', async () => {
    expect(first.tables['countries']).toMatchObject({ matched: 2, created: 1 });
    expect(first.tables['cities']).toMatchObject({ matched: 2, created: 2 });
    expect(first.tables['talents']).toMatchObject({ matched: 1, created: 1 });
    const [row] = await here(sql<{ portfolio: string | null; talents: string[] }>`
      select portfolio_url as portfolio, array(select name from talent.member_talents t join talent.talents k on k.id = t.talent_id
        where t.account_id = m.account_id order by name) as talents from talent.members m where unique_code = ${userCode(5)}`);
    expect(row).toEqual({ portfolio: null, talents: ['Photographie', 'Tressage de paniers'] });
    expect(first.leftEmpty).toContainEqual({ table: 'users', id: 5, reason: 'portfolio_url' });
    expect(first.leftEmpty).toContainEqual({ table: 'cinema_talents', id: 2, reason: 'languages' });
  });

  it('keeps project codes, stays, settings and watched names; letters come without what they said', async () => {
    const [codes] = await here(sql<{ codes: string[] }>`select array_agg(project_code order by id) as codes from talent.project_talents`);
    expect(codes?.codes).toHaveLength(11);
    expect(codes?.codes).toContain(projectCodeOf(1).replaceAll('-', ''));
    const [stays] = await here(sql<{ closed: number; open: number }>`
      select count(check_out_at)::int as closed, count(*) filter (where check_out_at is null)::int as open from talent.presences`);
    expect(stays).toEqual({ closed: 8, open: 3 });
    const [settings] = await here(sql<{ keys: string[]; clear: number }>`
      select array_agg(key order by key) as keys, count(*) filter (where key = 'sendgrid_api_key' and value is not null)::int as clear from kernel.settings`);
    expect(settings).toEqual({ keys: ['admin_notification_email', 'email_notifications_config', 'sendgrid_api_key'], clear: 0 });
    expect(first.notImported.map(({ what }) => what)).toEqual(
      expect.arrayContaining(['app_settings legal_pages', 'app_settings hero_image_url']),
    );
    const [letters] = await here(sql<{ letters: number; words: number }>`
      select count(*)::int as letters, count(nullif(html_content, ''))::int as words from kernel.email_logs where message_id like '%imported>'`);
    expect(letters).toEqual({ letters: 12, words: 0 });
    const [logs] = await here(sql<{ url: string; details: string }>`
      select (select request_url from kernel.activity_logs where action_type = 'login' and request_url like '%old.example%' limit 1) as url,
        (select details from kernel.security_logs where details like '%tries%') as details`);
    expect(logs?.url).not.toContain('abcdef');
    expect(logs?.details).not.toContain('hunter2');
    const [watched] = await here(sql<{ name: string }>`select watched_last_name as name from talent.name_tracking where kind = 'watched'`);
    expect(watched?.name).toBe('Sarr');
  });

  it('makes nobody public and invents no consent', async () => {
    const [row] = await here(sql<{ shown: number; consents: number; versions: string[] }>`
      select (select count(*)::int from talent.members where is_public) + (select count(*)::int from talent.cinema_talents where is_public) as shown,
        count(*)::int as consents, array_agg(distinct purpose || ' ' || text_version) as versions from talent.cinema_consents`);
    expect(row).toEqual({ shown: 0, consents: CINEMA - 1, versions: ['registration imported'] });
  });
});

describe('run again', () => {
  it('changes nothing, tells what changed there, and brings files that were missing', async () => {
    const before = await counts();
    const second = await bring();
    expect(await counts()).toEqual(before);
    for (const [table, { created, changed }] of Object.entries(second.tables)) expect([table, created, changed]).toEqual([table, 0, 0]);
    expect(second.refused).toEqual(first.refused);
    await there(`update users set bio = 'Autre bio', photo_filename = 'photo_1.jpg' where id = 12`);
    const third = await bring();
    expect(third.changed).toMatchObject([{ table: 'users', id: 12 }]);
    expect(third.files['users.photo_filename']).toEqual({ brought: 1, refused: 1 });
    const [row] = await here(sql<{ bio: string; photo: string | null }>`
      select bio, photo_file as photo from talent.members join talent.member_details using (account_id) where unique_code = ${userCode(12)}`);
    expect(row).toMatchObject({ bio: 'Bio de 12', photo: expect.stringMatching(/^photos\//) });
  });

  it('refuses a key that opens nothing, a database that is another one, and a folder that is not there', async () => {
    await expect(bring({ encryptionKey: Buffer.alloc(32, 9).toString('base64url') })).rejects.toThrow('opens none');
    await expect(bring({ encryptionKey: 'abc' })).rejects.toThrow('32 bytes');
    await expect(bring({ uploads: '/nowhere/at/all' })).rejects.toThrow('uploads folder');
    await expect(atelier.talent.importFlask({ from: await emptyDatabaseUrl(), encryptionKey: SECRETS.key })).rejects.toThrow(
      'no table users',
    );
  });
});
