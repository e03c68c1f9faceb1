/** `users` of the documents: `talent.members` with its details, hanging on `identity.accounts`. */
import { beforeAll, describe, expect, it } from 'vitest';
import { createVault, type Vault } from '#kernel/vault.ts';
import { at, CHECK, type Column, columnOf, heldIn, NO_SUCH_ROW, NOT_NULL, refusalOf, TAKEN } from '#test/columns.ts';
import { type Registered, registerPerson } from '#test/members.ts';
import { drawPhoto, writeCv } from '#test/papers.ts';
import { type Atelier, type Caller, PASSWORD, startAtelier } from '#test/support.ts';

const GIVEN = {
  ...{ first_name: 'Aïssatou', last_name: 'Diallo', gender: 'F', date_of_birth: '1993-04-17', country_id: 2, city_id: 1 },
  ...{ phone: '+221770001122', whatsapp: '+221770001133', address: '12 rue Mohamed V, Dakar' },
  ...{ availability: 'disponible_prochainement', work_mode: 'hybride', rate_range: '500 MAD/h / 8000 MAD/mois', years_experience: 7 },
  ...{ bio: 'Monteuse et étalonneuse', portfolio_url: 'https://aissatou.example/films', website: 'https://aissatou.example/' },
  ...{ linkedin: 'https://linkedin.com/in/aissatou', instagram: 'https://instagram.com/aissatou', twitter: 'https://twitter.com/aissatou' },
  ...{ facebook: 'https://facebook.com/aissatou', github: 'https://github.com/aissatou', behance: 'https://behance.net/aissatou' },
  ...{ dribbble: 'https://dribbble.com/aissatou', imdb_url: 'https://imdb.com/name/nm1', threads: 'https://threads.net/@aissatou' },
  talents: [1, 2, 5],
} as const;

let atelier: Atelier;
let vault: Vault;
let person: Registered;
let other: Registered;
let admin: Caller;
let boss: Caller;
let user: Readonly<Record<string, unknown>>;
const read = async (): Promise<Readonly<Record<string, unknown>>> =>
  (await admin.inject({ method: 'GET', url: `/api/v1/users/${person.id}` })).json().user;
const change = (body: object, who = admin) => who.inject({ method: 'PUT', url: `/api/v1/users/${person.id}`, payload: body });
const held = (place: string): Promise<unknown> =>
  heldIn(atelier.database.db, place, `${place.startsWith('identity.accounts') ? 'id' : 'account_id'} = ${person.id}`);
const refused = (set: string, table = 'talent.members'): Promise<string | null> =>
  refusalOf(atelier.database.db, `update ${table} set ${set} where ${table === 'identity.accounts' ? 'id' : 'account_id'} = ${person.id}`);

beforeAll(async () => {
  atelier = await startAtelier();
  vault = createVault(atelier.config.encryptionKeys, atelier.config.secretKey);
  [admin, boss] = [await atelier.as('admin'), await atelier.as('super_admin')];
  person = await registerPerson(atelier, GIVEN);
  other = await registerPerson(atelier, { country_id: 2 });
  await person.visitor.open('/profile/edit');
  await person.visitor.send('/profile/upload-photo', {}, { photo: { name: 'a.jpg', content: drawPhoto(), type: 'image/jpeg' } });
  await person.visitor.open('/profile/edit');
  await person.visitor.send('/profile/upload-cv', {}, { cv: { name: 'cv.pdf', content: await writeCv('A'), type: 'application/pdf' } });
  user = await read();
});

describe('who signs in', () => {
  it('T-875 users.id: the primary key, an integer that the database gives, shown by the API', async () => {
    expect(await columnOf(atelier.database.db, 'talent.members.account_id')).toMatchObject({
      ...{ type: 'bigint', isKey: true, references: 'identity.accounts.id' },
    });
    expect(await columnOf(atelier.database.db, 'identity.accounts.id')).toMatchObject({ type: 'bigint', isKey: true });
    expect([user['id'], other.id > person.id]).toEqual([person.id, true]);
  });

  it('T-876 users.email: text, unique in any case, indexed, and what one signs in with', async () => {
    expect(await columnOf(atelier.database.db, 'identity.accounts.email')).toMatchObject({
      ...{ type: 'text', required: true, isUnique: true, isIndexed: true },
    });
    expect(await refused(`email = upper('${other.email}')`, 'identity.accounts')).toBe(TAKEN);
    expect([await held('identity.accounts.email'), user['email']]).toEqual([person.email, person.email]);
    expect((await atelier.signIn(person.email.toUpperCase(), PASSWORD)).accountId).toBe(person.id);
  });

  it('T-877 users.unique_code: text, unique, indexed, PPGNNNNVVV as the chapter on codes says', async () => {
    expect(await columnOf(atelier.database.db, 'talent.members.unique_code')).toMatchObject({
      ...{ type: 'text', required: true, isUnique: true, isIndexed: true },
    });
    expect(await refused(`unique_code = '${other.code}'`)).toBe(TAKEN);
    expect([await held('talent.members.unique_code'), user['unique_code']]).toEqual([person.code, person.code]);
    expect(person.code).toMatch(/^[A-Z]{2}F\d{4}[A-Z]{3}$/);
  });

  it('T-878 T-182 users.password_hash: bcrypt of 12 rounds, shown to nobody', async () => {
    expect(await columnOf(atelier.database.db, 'identity.accounts.password_hash')).toMatchObject({ type: 'text' });
    const hash = String(await held('identity.accounts.password_hash'));
    expect(hash).toMatch(/^\$2[aby]\$12\$.{53}$/);
    expect(JSON.stringify(user)).not.toContain(hash.slice(7));
  });
});

const TEXT: Partial<Column> = { type: 'text', required: false };
interface Documented {
  readonly id: string;
  readonly name: string;
  readonly place: string;
  readonly is: Partial<Column>;
  /** What was sent, is stored, and comes back. */
  readonly value: unknown;
  /** Where v3 shows it. */
  readonly wire?: string;
}
const member = (id: string, name: string, is: Partial<Column>, value: unknown, wire = name): Documented => ({
  ...{ id, name, is, value, wire, place: `talent.members.${name}` },
});
const detail = (id: string, name: string, value: unknown, wire = name): Documented => ({
  ...{ id, name, is: TEXT, value, wire, place: `talent.member_details.${name}` },
});

describe('what a profile says', () => {
  it.each([
    member('T-879', 'first_name', { type: 'text', required: true }, GIVEN.first_name),
    member('T-880', 'last_name', { type: 'text', required: true }, GIVEN.last_name),
    member('T-881', 'date_of_birth', { type: 'date', required: false }, GIVEN.date_of_birth),
    member('T-882', 'gender', { type: 'text', required: true }, GIVEN.gender),
    member('T-888', 'availability', TEXT, GIVEN.availability),
    member('T-889', 'work_mode', TEXT, GIVEN.work_mode),
    detail('T-890', 'rate_range', GIVEN.rate_range),
    member('T-891', 'years_experience', { type: 'smallint', required: false }, GIVEN.years_experience),
    detail('T-892', 'bio', GIVEN.bio),
    member('T-893', 'portfolio_url', TEXT, GIVEN.portfolio_url),
    detail('T-894', 'website', GIVEN.website),
  ])('$id users.$name is kept as documented and comes back through the API', async ({ place, is, value, wire = '' }) => {
    expect(await columnOf(atelier.database.db, place)).toMatchObject(is);
    expect(await held(place)).toEqual(value);
    expect(at(user, wire)).toEqual(value);
  });

  it.each([
    ['T-882 users.gender takes M, F and N alone', `gender = 'X'`],
    ['T-888 users.availability takes the documented words alone', `availability = 'demain'`],
    ['T-889 users.work_mode takes the documented words alone', `work_mode = 'mars'`],
    ['T-891 users.years_experience takes no negative number', 'years_experience = -1'],
    ['T-907 users.profile_score takes 0 to 100 alone', 'profile_score = 101'],
  ])('%s', async (_name, set) => expect(await refused(set)).toBe(CHECK));

  it.each([
    ['T-879 users.first_name', 'first_name'],
    ['T-880 users.last_name', 'last_name'],
    ['T-882 users.gender', 'gender'],
  ])('%s is never without a value', async (_name, column) => expect(await refused(`${column} = null`)).toBe(NOT_NULL));
});

describe('what is kept encrypted', () => {
  it.each([
    detail('T-883 T-101 T-126', 'phone_encrypted', GIVEN.phone, 'phone'),
    detail('T-884 T-102 T-126', 'whatsapp_encrypted', GIVEN.whatsapp, 'whatsapp'),
    detail('T-885 T-103 T-127', 'address_encrypted', GIVEN.address, 'address'),
    detail('T-895', 'linkedin_encrypted', GIVEN.linkedin, 'social_media.linkedin'),
    detail('T-896', 'instagram_encrypted', GIVEN.instagram, 'social_media.instagram'),
    detail('T-897', 'twitter_encrypted', GIVEN.twitter, 'social_media.twitter'),
    detail('T-898', 'facebook_encrypted', GIVEN.facebook, 'social_media.facebook'),
    detail('T-899', 'github_encrypted', GIVEN.github, 'social_media.github'),
    detail('T-900', 'behance_encrypted', GIVEN.behance, 'social_media.behance'),
    detail('T-901', 'dribbble_encrypted', GIVEN.dribbble, 'social_media.dribbble'),
    detail('T-902', 'imdb_url_encrypted', GIVEN.imdb_url, 'social_media.imdb'),
    detail('T-903', 'threads_encrypted', GIVEN.threads, 'social_media.threads'),
  ])('$id users.$name is a Fernet token of what was sent, which comes back in clear', async ({ place, is, value, wire = '' }) => {
    expect(await columnOf(atelier.database.db, place)).toMatchObject(is);
    const token = String(await held(place));
    expect(token).toMatch(/^gAAAA[\w-]+={0,2}$/);
    expect(vault.decrypt(token)).toBe(value);
    expect(at(user, wire)).toBe(value);
  });

  it('T-104 T-128 every social link of a person, and none of them stands in clear anywhere in their row', async () => {
    const networks = Object.keys(user['social_media'] as object);
    expect(networks.sort()).toEqual(['behance', 'dribbble', 'facebook', 'github', 'imdb', 'instagram', 'linkedin', 'threads', 'twitter']);
    const row = JSON.stringify(await rowOf('talent.member_details'));
    for (const link of Object.values(user['social_media'] as Record<string, string>)) expect(row).not.toContain(link.slice(8));
    for (const secret of [GIVEN.phone, GIVEN.whatsapp, GIVEN.address]) expect(row).not.toContain(secret);
  });
});

describe('places, files, figures', () => {
  it.each([
    [
      'T-886 T-912 users.country_id leads to one country, which many may come from',
      'country_id',
      'talent.countries.id',
      'Sénégal',
      'country',
    ],
    ['T-887 T-913 users.city_id leads to one city', 'city_id', 'talent.cities.id', 'Rabat', 'city'],
  ] as const)('%s', async (_name, column, references, shown, wire) => {
    expect(await columnOf(atelier.database.db, `talent.members.${column}`)).toMatchObject({ type: 'integer', references, isUnique: false });
    expect(await refused(`${column} = 999999`)).toBe(NO_SUCH_ROW);
    expect([await held(`talent.members.${column}`), user[wire]]).toEqual([GIVEN[column], shown]);
    expect(await heldIn(atelier.database.db, `talent.members.${column}`, `account_id = ${other.id}`)).toBe(GIVEN[column]);
  });

  it('T-914 users has many talents, and loses one without the others', async () => {
    expect((user['talents'] as { id: number }[]).map(({ id }) => id)).toEqual(GIVEN.talents);
    await change({ talents: [1, 5] });
    expect(((await read())['talents'] as { id: number }[]).map(({ id }) => id)).toEqual([1, 5]);
    await change({ talents: GIVEN.talents });
  });

  it.each([
    ['T-905 users.photo_filename', 'photo_file', 'photo_url', /^photos\/[0-9a-f]{32}\.jpg$/, 'image/jpeg'],
    ['T-904 users.cv_filename', 'cv_file', 'cv_url', /^cvs\/[0-9a-f]{32}\.pdf$/, 'application/pdf'],
    ['T-906 users.qr_code_path', 'qr_file', 'qr_code_url', /^qrcodes\/[A-Z0-9]{10}\.png$/, 'image/png'],
  ] as const)('%s names the file that the API gives the address of', async (_name, column, wire, pattern, mediaType) => {
    expect(await columnOf(atelier.database.db, `talent.members.${column}`)).toMatchObject(TEXT);
    const name = String(await held(`talent.members.${column}`));
    expect(name).toMatch(pattern);
    expect(user[wire]).toBe(`/static/uploads/${name}`);
    const file = await admin.inject({ method: 'GET', url: `/static/uploads/${name}` });
    expect([file.statusCode, file.headers['content-type']]).toEqual([200, mediaType]);
  });

  it('T-907 users.profile_score is an integer of the documented points, and falls when a part goes', async () => {
    expect(await columnOf(atelier.database.db, 'talent.members.profile_score')).toMatchObject({
      type: 'smallint',
      required: true,
      fallback: '0',
    });
    expect([await held('talent.members.profile_score'), user['profile_score']]).toEqual([100, 100]);
    await change({ bio: null, talents: [], linkedin: null, github: null, twitter: null, facebook: null, instagram: null });
    // The six of identity, photo, CV, portfolio, and four networks.
    expect((await read())['profile_score']).toBe(6 * 5 + 10 + 20 + 10 + 4 * 3);
    await change({ bio: GIVEN.bio, talents: GIVEN.talents, linkedin: GIVEN.linkedin });
  });
});

describe('roles, closing, times', () => {
  it('T-908 users.is_admin is a boolean that the role says, and only a super-administrator gives', async () => {
    expect(user['is_admin']).toBe(false);
    expect((await change({ is_admin: true })).statusCode).toBe(403);
    expect((await change({ is_admin: true }, boss)).statusCode).toBe(200);
    expect([(await read())['is_admin'], await held('identity.accounts.role'), await held('talent.members.role')]).toEqual([
      true,
      'admin',
      'admin',
    ]);
    expect((await change({ is_admin: false }, boss)).statusCode).toBe(200);
    expect((await read())['is_admin']).toBe(false);
  });

  it('T-909 users.account_active is a boolean, true at first; whoever is closed out cannot sign in', async () => {
    expect(await columnOf(atelier.database.db, 'identity.accounts.is_active')).toMatchObject({
      type: 'boolean',
      required: true,
      fallback: 'true',
    });
    expect(user['account_active']).toBe(true);
    expect((await change({ account_active: false })).statusCode).toBe(200);
    expect([(await read())['account_active'], await held('talent.members.account_active')]).toEqual([false, false]);
    await expect(atelier.signIn(person.email, PASSWORD)).rejects.toThrow('could not sign in');
    await change({ account_active: true });
    expect((await atelier.signIn(person.email, PASSWORD)).accountId).toBe(person.id);
  });

  it.each([
    ['T-910 users.created_at', 'created_at'],
    ['T-911 users.updated_at', 'updated_at'],
  ])('%s is a time with its zone, never empty, shown by the API', async (_name, column) => {
    expect(await columnOf(atelier.database.db, `talent.members.${column}`)).toMatchObject({
      type: 'timestamp with time zone',
      required: true,
    });
    const kept = (await held(`talent.members.${column}`)) as Date;
    expect(String((await read())[column])).toBe(kept.toISOString().slice(0, 19));
  });

  it('T-911 users.updated_at moves with a change, T-910 users.created_at does not', async () => {
    const times = async () => Promise.all([held('talent.members.created_at'), held('talent.members.updated_at')]) as Promise<[Date, Date]>;
    const [made, before] = await times();
    await change({ bio: 'Monteuse, depuis hier réalisatrice' });
    const [still, after] = await times();
    expect(still).toEqual(made);
    expect(after.getTime()).toBeGreaterThan(before.getTime());
  });
});

async function rowOf(table: string): Promise<unknown> {
  const { sql } = await import('kysely');
  return (await sql`select * from ${sql.table(table)} where account_id = ${person.id}`.execute(atelier.database.db)).rows[0];
}
