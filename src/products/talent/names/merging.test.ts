import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type NamesHouse, openNamesHouse, pairsIn, requestOf } from '#test/names-house.ts';
import { freshDatabase } from '#test/support.ts';
import type { Visitor } from '#test/visitor.ts';

let house: NamesHouse;
let admin: Visitor & { readonly accountId: number };
beforeEach(async () => {
  house = await openNamesHouse(await freshDatabase());
  admin = await house.browser();
});
afterEach(() => house.close());

const PHONE = '+212611223344';
const one = async <T>(query: ReturnType<typeof sql<T>>): Promise<T | undefined> => (await query.execute(house.db)).rows[0];
const matchId = async (): Promise<number> =>
  (await one(sql<{ id: number }>`select id from talent.name_tracking_matches where kind = 'duplicate' and pair is not null order by id`))
    ?.id ?? 0;
const pngOf = (color: string) => ({ content: Buffer.from(color), extension: 'png', mediaType: 'image/png' });
/** A merge that is not possible shows no form: the token is that of the page before. */
const merge = async (into: string, fields: Record<string, string>) => {
  const pair = `/admin/names/${await matchId()}`;
  await admin.open(pair);
  return admin.send(`${pair}/merge?into=${into}`, fields);
};

describe('two CINEMA files of one person', () => {
  const pair = async () => {
    const kept = await house.talent(
      { phone: PHONE, talent_types: ['Figurant'], languages: ['fr'], bio: 'Comédienne.' },
      { photo: pngOf('kept') },
    );
    const gone = await house.talent(
      { first_name: 'Aoua', phone: PHONE, talent_types: ['Mannequin'], languages: ['en'], height: '170', bio: 'Autre texte.' },
      { photo: pngOf('gone'), gallery: [pngOf('g1')] },
    );
    await house.work();
    return { kept, gone };
  };

  it('become one: chosen fields, united lists, the old code, and a record that says who decided', async () => {
    const { kept, gone } = await pair();
    const page = await admin.open(`/admin/names/${await matchId()}/merge?into=c${kept.id}`);
    for (const word of [kept.code, gone.code, 'Comédienne.', 'Autre texte.', '170 cm', 'ne s’annule pas'])
      expect(page.body).toContain(word);
    const refused = await merge(`c${kept.id}`, { confirm: 'oui' });
    expect(refused.statusCode).toBe(400);
    expect(refused.body).toContain('Ce n’est pas le code');
    const done = await merge(`c${kept.id}`, {
      confirm: gone.code.toLowerCase(),
      f_bio: 'from',
      f_height: 'from',
      f_photo: 'into',
      f_name: 'into',
    });
    expect(done.headers['location']).toBe('/admin/names');
    const request = requestOf(admin.accountId);
    const after = await house.cinema.getByCode(request, gone.code);
    expect(after).toMatchObject({
      id: kept.id,
      code: kept.code,
      firstName: 'Awa',
      bio: 'Autre texte.',
      galleryCount: 1,
      photoFile: kept.photoFile,
    });
    expect(after.looks.height).toBe(170);
    expect([...after.talentTypes].sort()).toEqual(['Figurant', 'Mannequin']);
    expect([...after.languages].sort()).toEqual(['en', 'fr']);
    await expect(house.cinema.get(request, gone.id)).rejects.toThrow('not-found');
    expect(await house.files.find(house.db, gone.photoFile ?? '')).toBeNull();
    expect(await house.files.find(house.db, after.galleryFiles[0] ?? '')).not.toBeNull();
    const record = await one(sql<{ taken: string[]; sealed: string; by: number }>`
      select taken, snapshot_encrypted as sealed, merged_by as by from talent.merges where absorbed_code = ${gone.code}`);
    expect(record).toMatchObject({ taken: ['height', 'bio'], by: admin.accountId });
    expect(JSON.parse(house.vault.decrypt(record?.sealed ?? ''))).toMatchObject({
      talent: { first_name: 'Aoua' },
      details: { bio: 'Autre texte.' },
    });
    expect((await admin.open('/admin/names?state=merged')).body).toContain(gone.code);
    const log = await one(
      sql<{ text: string }>`select action_description as text from kernel.activity_logs where action_type = 'files_merged'`,
    );
    expect(log?.text).toContain(`${gone.code} fusionné dans ${kept.code}`);
  });

  it('bring their projects, days, badges, stays, marks and shortlists along', async () => {
    const { kept, gone } = await pair();
    const by = admin.accountId;
    const project = await house.projects.create(null, { name: 'Le Dernier Voyage', production_type: 'Film', country_id: 1 }, { by });
    const days = { state: 'booked', from: '2025-11-03', to: '2025-11-05' };
    const assignment = await house.projects.assign(null, project.id, { talent_id: gone.id, talent_type: 'Figurant', ...days });
    const badge = await house.badges.current(house.db, assignment.id);
    const printed = await house.badges.payload(house.db, badge as NonNullable<typeof badge>);
    await house.presence.record(null, project.id, { talentId: gone.id }, 'check_in');
    await sql`insert into talent.casting_marks values (${by}, ${gone.id}, 1, now())`.execute(house.db);
    const list = await one(sql<{ id: number }>`
      insert into talent.casting_shortlists (account_id, name, created_at, updated_at) values (${by}, 'Rôles', now(), now()) returning id`);
    await sql`insert into talent.casting_shortlist_people (shortlist_id, talent_id, position, added_at) values (${list?.id}, ${gone.id}, 1, now())`.execute(
      house.db,
    );
    await merge(`c${kept.id}`, { confirm: gone.code });
    expect(await house.projects.assignmentOf(house.db, project.id, kept.id)).toMatchObject({
      id: assignment.id,
      projectCode: assignment.projectCode,
      bookings: [{ from: '2025-11-03', until: '2025-11-06', state: 'booked' }],
    });
    const fresh = await house.badges.current(house.db, assignment.id);
    expect(fresh).toMatchObject({ talentId: kept.id });
    expect(fresh?.seed).not.toBe(badge?.seed);
    expect(await house.badges.revoked(house.db, project.id)).toEqual([{ seed: badge?.seed, reason: 'merged' }]);
    expect(await house.badges.holders(house.db, project.id)).toContainEqual({ seed: badge?.seed, talentId: kept.id, revoked: true });
    expect(await house.badges.read(house.db, printed)).toMatchObject({ seed: badge?.seed });
    const day = await house.presence.day(house.db, project);
    expect(day.people.filter(({ state }) => state === 'present').map(({ talentId }) => talentId)).toEqual([kept.id]);
    expect((await house.presence.record(null, project.id, { code: gone.code }, 'check_out')).code).toBe(kept.code);
    for (const table of ['casting_marks', 'casting_shortlist_people'])
      expect(await one(sql<{ id: number }>`select talent_id as id from talent.${sql.raw(table)}`)).toEqual({ id: kept.id });
  });

  it('are not merged while both are in one project, booked on one day or on set at once; nothing changes then', async () => {
    const { kept, gone } = await pair();
    const by = admin.accountId;
    const make = (name: string) => house.projects.create(null, { name, production_type: 'Film', country_id: 1 }, { by });
    const [film, series] = [await make('Le Film'), await make('La Série')];
    const days = { state: 'booked', from: '2025-11-03', to: '2025-11-05' };
    const first = await house.projects.assign(null, film.id, { talent_id: kept.id, talent_type: 'Figurant', ...days });
    const second = await house.projects.assign(null, film.id, { talent_id: gone.id, talent_type: 'Figurant' });
    const refused = await merge(`c${kept.id}`, { confirm: gone.code });
    expect(refused.statusCode).toBe(409);
    expect(refused.body).toContain('sont dans le projet « Le Film »');
    await house.projects.unassign(null, second.id);
    await house.projects.assign(null, series.id, { talent_id: gone.id, talent_type: 'Figurant', ...days });
    const booked = await merge(`c${kept.id}`, { confirm: gone.code });
    expect(booked.body).toMatch(/réservées le 3 novembre 2025 \(« (Le Film|La Série) » et « (Le Film|La Série) »\)/);
    await house.projects.unassign(null, first.id);
    const back = await house.projects.assign(null, film.id, { talent_id: kept.id, talent_type: 'Figurant' });
    await house.presence.record(null, film.id, { talentId: kept.id }, 'check_in');
    await house.presence.record(null, series.id, { talentId: gone.id }, 'check_in');
    expect((await merge(`c${kept.id}`, { confirm: gone.code })).body).toContain('une personne n’est pas à deux endroits');
    expect(await one(sql<{ count: number }>`select count(*)::int as count from talent.merges`)).toEqual({ count: 0 });
    expect(await house.projects.assignmentOf(house.db, series.id, gone.id)).not.toBeNull();
    expect(back.talentId).toBe(kept.id);
  });

  it('keep what the person agreed to under the file that stays', async () => {
    const kept = await house.talent({ phone: PHONE });
    const gone = await house.talent({ phone: PHONE, skin_tone: 'Mat', appearance_consent: 'on', is_public: 'on' });
    await house.work();
    await merge(`c${kept.id}`, { confirm: gone.code, f_skin_tone: 'from' });
    const after = await house.cinema.get(requestOf(admin.accountId), kept.id);
    expect(after).toMatchObject({ isPublic: false, looks: { skinTone: 'Mat' } });
    const { rows } = await sql<{ purpose: string; open: boolean }>`
      select purpose, bool_or(withdrawn_at is null) as open from talent.cinema_consents where talent_id = ${kept.id} group by 1 order by 1`.execute(
      house.db,
    );
    expect(rows).toEqual([
      { purpose: 'appearance', open: true },
      { purpose: 'public_profile', open: false },
      { purpose: 'registration', open: true },
    ]);
  });

  it('hand their other pairs and watched names on to the survivor', async () => {
    const { kept, gone } = await pair();
    const member = await house.member({ first_name: 'Aoua', phone: PHONE });
    await house.work();
    await merge(`c${kept.id}`, { confirm: gone.code });
    expect((await pairsIn(house.db)).map(({ pair: key }) => key)).toEqual([`c${kept.id} m${member.id}`]);
    await house.work();
    expect(await pairsIn(house.db)).toHaveLength(1);
  });
});

describe('two members who are one person', () => {
  it('become one: talents united, the other account closed, its code leading to the survivor', async () => {
    const kept = await house.member({ phone: PHONE, talents: [1, 2] });
    const gone = await house.member(
      { last_name: 'Diopp', phone: PHONE, talents: [2, 3], bio: 'Développeuse.' },
      { cv: { ...pngOf('cv'), extension: 'pdf', mediaType: 'application/pdf' } },
    );
    const file = await house.talent({ first_name: 'Zineb', last_name: 'Tazi', date_of_birth: '1970-01-01' }, { accountId: gone.id });
    await house.work();
    const page = await admin.open(`/admin/names/${await matchId()}/merge?into=m${kept.id}`);
    for (const word of ['est fermé', file.code, 'Développeuse.']) expect(page.body).toContain(word);
    await merge(`m${kept.id}`, { confirm: gone.code, f_bio: 'from', f_cv: 'from', f_name: 'into' });
    const request = requestOf(admin.accountId);
    const after = await house.members.getByCode(request, gone.code);
    expect(after).toMatchObject({
      id: kept.id,
      code: kept.code,
      email: kept.email,
      lastName: 'Diop',
      bio: 'Développeuse.',
      cvFile: gone.cvFile,
      hasCv: true,
    });
    expect(after.talents.map(({ id }) => id)).toEqual([1, 2, 3]);
    expect(after.score).toBeGreaterThan(kept.score);
    expect(await house.identity.find(house.db, gone.id)).toMatchObject({ active: false, email: gone.email });
    await expect(house.members.get(request, gone.id)).rejects.toThrow('not-found');
    expect((await house.cinema.get(request, file.id)).accountId).toBe(kept.id);
  });

  it('keep what the absorbed one agreed to, but nobody becomes public by it', async () => {
    const kept = await house.member({ phone: PHONE });
    const gone = await house.member({ last_name: 'Diopp', phone: PHONE, is_public: true });
    const given = new Date('2025-01-05T10:00:00Z');
    await sql`insert into talent.member_consents (account_id, purpose, text_version, form, given_at) values
      (${gone.id}, 'registration', '0', 'registration', ${given}) on conflict do nothing`.execute(house.db);
    await house.work();
    await merge(`m${kept.id}`, { confirm: gone.code });
    const { rows } = await sql<{ purpose: string; version: string; open: boolean }>`
      select purpose, text_version as version, withdrawn_at is null as open from talent.member_consents
      where account_id = ${kept.id} order by 1, 2`.execute(house.db);
    expect(rows).toContainEqual({ purpose: 'registration', version: '0', open: true });
    expect(rows.filter(({ purpose, open }) => purpose === 'public_profile' && open)).toEqual([]);
  });

  it('are not merged into somebody when the absorbed one is an administrator, or each has a CINEMA file', async () => {
    const kept = await house.member({ phone: PHONE });
    const boss = await house.member({ phone: PHONE }, { role: 'admin' });
    await house.work();
    const refused = await merge(`m${kept.id}`, { confirm: boss.code });
    expect(refused.statusCode).toBe(409);
    expect(refused.body).toContain('est administrateur');
    await house.talent({ first_name: 'Aa', last_name: 'Bb' }, { accountId: kept.id });
    await house.talent({ first_name: 'Cc', last_name: 'Dd' }, { accountId: boss.id });
    expect((await merge(`m${boss.id}`, { confirm: kept.code })).body).toContain('Chaque compte a une fiche CINEMA');
    expect(await house.identity.find(house.db, kept.id)).toMatchObject({ active: true });
  });
});

describe('a member and a CINEMA file of one person', () => {
  it('are linked, not merged, and only when both are free', async () => {
    const member = await house.member({ phone: PHONE });
    const file = await house.talent({ phone: PHONE });
    const second = await house.talent({ phone: PHONE, date_of_birth: '1994-06-01' });
    await house.work();
    const idOf = async (pair: string) =>
      (await one(sql<{ id: number }>`select id from talent.name_tracking_matches where pair = ${pair}`))?.id;
    const url = `/admin/names/${await idOf(`c${file.id} m${member.id}`)}`;
    expect((await admin.open(`${url}/merge`)).statusCode).toBe(400);
    await admin.open(url);
    await admin.send(`${url}/verdict`, { verdict: 'linked' });
    expect((await house.cinema.get(requestOf(admin.accountId), file.id)).accountId).toBe(member.id);
    const other = `/admin/names/${await idOf(`c${second.id} m${member.id}`)}`;
    await admin.open(other);
    const refused = await admin.send(`${other}/verdict`, { verdict: 'linked' });
    expect(refused.statusCode).toBe(409);
    expect(refused.body).toContain('a déjà une fiche CINEMA');
  });
});

/**
 * Every table that refers to a person must be dealt with in a merge: a new one that is forgotten would lose its rows with the absorbed
 * file. Whoever adds one decides here what becomes of them.
 */
describe('what refers to a person', () => {
  const MOVED = [
    'badges',
    'bookings',
    'casting_answers',
    'casting_applications',
    'casting_marks',
    'casting_shortlist_people',
    'cinema_consents',
    'match_letters',
  ];
  const MOVED_TOO = [
    'member_consents',
    'member_talents',
    'name_tracking_matches',
    'presence_scans',
    'presences',
    'project_talents',
    'unavailabilities',
  ];
  /**
   * A finished registration, the details of the row itself, what is filed about a name, who had a name first; a CV that is taken is read
   * again; and that a pseudonym is to be forgotten, when it turns out to be somebody who is here.
   */
  const GOES = ['cinema_details', 'cinema_drafts', 'cv_texts', 'erasures', 'member_details', 'named_people', 'name_tracking'];

  it('is moved, or goes with the absorbed file on purpose', async () => {
    const { rows } = await sql<{ name: string }>`
      select distinct c.relname as name from pg_constraint k join pg_class c on c.oid = k.conrelid
      where k.contype = 'f' and k.confrelid in ('talent.members'::regclass, 'talent.cinema_talents'::regclass) order by 1`.execute(
      house.db,
    );
    expect(rows.map(({ name }) => name)).toEqual([...MOVED, ...MOVED_TOO, ...GOES].sort());
  });
});
