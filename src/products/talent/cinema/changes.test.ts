import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Failure } from '#kernel/failure.ts';
import { freshDatabase } from '#test/support.ts';
import { type CinemaTalent, MAX_GALLERY } from './cinema.ts';
import { type CinemaHouse, openCinemaHouse } from './test-house.ts';

let house: CinemaHouse;
let talent: CinemaTalent;
let owner: number;
const photo = { content: Buffer.from('a photo, prepared'), extension: 'jpg', mediaType: 'image/jpeg' };
const admin = () => house.asking(adminId, 'admin');
let adminId: number;

beforeAll(async () => {
  house = await openCinemaHouse(await freshDatabase());
  adminId = await house.account('admin');
});
afterAll(() => house.close());
beforeEach(async () => {
  owner = await house.account();
  talent = await house.person({}, { accountId: owner, photo, idPhoto: photo });
});

const faultsOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'no fault',
    (failure: Failure) => [failure.kind, ...Object.keys(failure.fields).sort()],
  );
const consentsOf = async (): Promise<Record<string, boolean>> => {
  const { rows } = await sql<{ purpose: string; open: boolean }>`
    select purpose, bool_or(withdrawn_at is null) as open from talent.cinema_consents where talent_id = ${talent.id} group by 1`.execute(
    house.db,
  );
  return Object.fromEntries(rows.map(({ purpose, open }) => [purpose, open]));
};

describe('changing a file', () => {
  it('changes the given fields and no other, for the person and for administrators, and writes it down', async () => {
    const { updatedAt: _before, ...before } = talent;
    const { updatedAt: _after, ...after } = await house.cinema.update(house.asking(owner), talent.id, {
      height: '172',
      languages: ['fr', 'wo'],
      'language_levels[wo]': 'bilingue',
      id_document_number: talent.idDocument.number,
    });
    expect(after).toEqual({
      ...before,
      looks: { ...before.looks, height: 172 },
      languages: ['fr', 'wo'],
      languageLevels: { wo: 'bilingue' },
    });
    const moved = await house.cinema.update(admin(), talent.id, { country_id: 2, other_city: 'Popenguine', bio: '', languages: ['wo'] });
    expect(moved).toMatchObject({ code: talent.code, country: { code: 'SN' }, city: { name: 'Popenguine', code: 'AUT' }, bio: null });
    expect(moved.languageLevels).toEqual({ wo: 'bilingue' });
    const { rows } = await sql<{ n: number }>`
      select count(*)::int as n from kernel.activity_logs where action_type = 'cinema_talent_updated' and resource_id = ${String(talent.id)}`.execute(
      house.db,
    );
    expect(rows[0]?.n).toBe(2);
  });

  it('keeps a paper whose number is sent back masked or empty, and finds the new one', async () => {
    for (const number of ['', talent.idDocument.number]) {
      await house.cinema.update(house.asking(owner), talent.id, { id_document_number: number });
    }
    expect(await house.cinema.revealDocument(admin(), talent.id)).toMatch(/^AB1000\d\d$/);
    await house.cinema.update(house.asking(owner), talent.id, { id_document_number: 'ZZ-77 88 99', id_document_type: 'CIN' });
    expect(await house.cinema.revealDocument(admin(), talent.id)).toBe('ZZ778899');
    expect(await faultsOf(house.person({ id_document_number: 'zz778899' }))).toEqual(['conflict', 'id_document_number']);
    await house.cinema.update(admin(), talent.id, { id_document_number: null });
    expect(await house.cinema.revealDocument(admin(), talent.id)).toBeNull();
  });

  it('forgets skin tone and origins with the consent, and remembers when each consent was given and taken back', async () => {
    expect(await consentsOf()).toEqual({ registration: true, public_profile: true, appearance: true });
    const taken = await house.cinema.update(house.asking(owner), talent.id, { appearance_consent: 'off', skin_tone: 'Mat', is_public: '' });
    expect(taken).toMatchObject({ ethnicities: [], looks: { skinTone: null, build: 'Athlétique' }, isPublic: false });
    expect(await consentsOf()).toEqual({ registration: true, public_profile: false, appearance: false });
    const again = house.cinema.update(house.asking(owner), talent.id, { skin_tone: 'Mat' });
    expect(await faultsOf(again)).toEqual(['invalid', 'appearance_consent']);
    await house.cinema.update(house.asking(owner), talent.id, { skin_tone: 'Mat', appearance_consent: true });
    expect(await consentsOf()).toMatchObject({ appearance: true, public_profile: false });
  });

  it('refuses everything when one field is unknown, forbidden or at fault', async () => {
    const asked = house.asking(owner);
    expect(await faultsOf(house.cinema.update(asked, talent.id, { height: '1', unique_code: 'X', phone: 'x' }))).toEqual([
      'invalid',
      'unique_code',
    ]);
    expect(await faultsOf(house.cinema.update(asked, talent.id, { height: '1', phone: 'x' }))).toEqual(['invalid', 'height', 'phone']);
    expect(await faultsOf(house.cinema.update(asked, talent.id, { is_active: false, bio: 'x' }))).toEqual(['forbidden', 'is_active']);
    expect(await faultsOf(house.cinema.update(asked, talent.id, { email: '', phone: '' }))).toEqual(['invalid', 'email']);
    const other = await house.person({ email: 'taken@example.com' });
    expect(other.email).toBe('taken@example.com');
    expect(await faultsOf(house.cinema.update(asked, talent.id, { bio: 'x', email: 'Taken@example.com' }))).toEqual(['conflict', 'email']);
    expect(await house.cinema.get(house.asking(owner), talent.id)).toEqual(talent);
  });

  it.each([
    ['somebody else', () => house.asking(adminId + 1000), 'forbidden'],
    ['a casting director', () => house.asking(adminId + 1000, 'casting'), 'forbidden'],
    ['a stranger', () => house.asking(null), 'unauthenticated'],
  ])('is not for %s', async (_name, who, kind) => {
    expect(await faultsOf(house.cinema.update(who(), talent.id, { bio: 'x' }))).toEqual([kind]);
    expect(await faultsOf(house.cinema.setPhoto(who(), talent.id, photo))).toEqual([kind]);
    expect(await faultsOf(house.cinema.addGalleryPhoto(who(), talent.id, photo))).toEqual([kind]);
    expect(await faultsOf(house.cinema.remove(who(), talent.id))).toEqual([kind]);
  });

  it('does not tell somebody else that a private file exists', async () => {
    await house.cinema.update(house.asking(owner), talent.id, { is_public: false });
    expect(await faultsOf(house.cinema.update(house.asking(adminId + 1000), talent.id, { bio: 'x' }))).toEqual(['not-found']);
  });
});

describe('photos and the end', () => {
  it('puts photos in place of others, takes them away, and stops at a full gallery', async () => {
    const asked = house.asking(owner);
    const renewed = await house.cinema.setPhoto(asked, talent.id, { ...photo, extension: 'png', mediaType: 'image/png' });
    expect(renewed.photoFile).toMatch(/^cinema\/profile_[0-9a-f]{32}\.png$/);
    expect(await house.files.find(house.db, String(talent.photoFile))).toBeNull();
    expect(await house.cinema.setIdPhoto(asked, talent.id, null)).toMatchObject({ idPhotoFile: null, hasIdPhoto: false });
    for (let i = 0; i < MAX_GALLERY; i++) await house.cinema.addGalleryPhoto(asked, talent.id, photo);
    expect(await faultsOf(house.cinema.addGalleryPhoto(asked, talent.id, photo))).toEqual(['invalid', 'gallery']);
    const full = await house.cinema.get(asked, talent.id);
    const [first = '', ...others] = full.galleryFiles;
    expect(await house.cinema.removeGalleryPhoto(asked, talent.id, first)).toMatchObject({
      galleryFiles: others,
      galleryCount: MAX_GALLERY - 1,
    });
    expect(await faultsOf(house.cinema.removeGalleryPhoto(asked, talent.id, first))).toEqual(['not-found']);
    expect(await faultsOf(house.cinema.removeGalleryPhoto(asked, talent.id, String(renewed.photoFile)))).toEqual(['not-found']);
  });

  it('gives a portrait to whoever has none, once, without a viewer', async () => {
    const faceless = await house.person();
    expect(await house.cinema.attachPhoto(house.db, faceless.id, photo)).toBe(true);
    expect((await house.cinema.get(admin(), faceless.id)).photoFile).toMatch(/^cinema\/profile_/);
    for (const id of [faceless.id, 999_999]) expect(await house.cinema.attachPhoto(house.db, id, photo)).toBe(false);
  });

  it('deletes the person, their photos and their QR code; only an administrator does', async () => {
    expect(await faultsOf(house.cinema.remove(house.asking(owner), talent.id))).toEqual(['forbidden']);
    await house.cinema.remove(admin(), talent.id);
    expect(await faultsOf(house.cinema.get(admin(), talent.id))).toEqual(['not-found']);
    for (const name of [talent.photoFile, talent.idPhotoFile, talent.qrFile])
      expect(await house.files.find(house.db, String(name))).toBeNull();
    const { rows } = await sql<{ n: number }>`
      select count(*)::int as n from kernel.security_logs where event_type = 'cinema_talent_deleted' and details like ${`%${talent.code}%`}`.execute(
      house.db,
    );
    expect(rows[0]?.n).toBe(1);
    expect(await faultsOf(house.cinema.remove(admin(), talent.id))).toEqual(['not-found']);
  });
});
