import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pagesOf, qrTextsOf, wordsOf } from '#test/readers.ts';
import { freshDatabase } from '#test/support.ts';
import type { CinemaTalent } from './cinema.ts';
import { type CinemaHouse, openCinemaHouse } from './test-house.ts';

let house: CinemaHouse;
let open: CinemaTalent;
let shy: CinemaTalent;
const ids = { casting: 0, user: 0, owner: 0 };

beforeAll(async () => {
  house = await openCinemaHouse(await freshDatabase());
  for (const name of ['casting', 'user', 'owner'] as const) ids[name] = await house.account(name === 'casting' ? 'casting' : 'user');
  const content = await sharp({ create: { width: 900, height: 1200, channels: 3, background: '#8a2a3b' } })
    .jpeg()
    .toBuffer();
  const photo = { content, extension: 'jpg', mediaType: 'image/jpeg' };
  const photos = { photo, idPhoto: photo, gallery: [photo, photo] };
  open = await house.person({}, photos);
  shy = await house.person({ is_public: '' }, { ...photos, accountId: ids.owner });
});
afterAll(() => house.close());

const statusFor = async (who: number | null, file: string | null | undefined): Promise<number> =>
  (await house.get(`/static/uploads/${file}`, who)).statusCode;

describe('photos of CINEMA people (T-189..T-191, C-105)', () => {
  it('T-872 T-874 gives portraits and galleries of public people to all, under both documented folders and in small', async () => {
    expect(await statusFor(null, open.photoFile)).toBe(200);
    expect(await statusFor(null, open.galleryFiles[1])).toBe(200);
    const small = await house.get(`/static/uploads/${open.photoFile?.replace('cinema/', 'cinema_photos/')}?w=320`);
    expect(await sharp(small.rawPayload).metadata()).toMatchObject({ format: 'webp', width: 320 });
    expect(small.headers).toMatchObject({ 'cache-control': 'private, no-cache', 'x-content-type-options': 'nosniff' });
  });

  it('gives those of other people to their owner and casting directors', async () => {
    for (const file of [shy.photoFile, shy.galleryFiles[0]]) {
      expect([await statusFor(null, file), await statusFor(ids.user, file)]).toEqual([401, 404]);
      expect([await statusFor(ids.owner, file), await statusFor(ids.casting, file)]).toEqual([200, 200]);
    }
  });

  it('gives the photo of a paper to its owner and casting directors only, public file or not', async () => {
    expect([await statusFor(null, open.idPhotoFile), await statusFor(ids.user, open.idPhotoFile)]).toEqual([401, 404]);
    expect(await statusFor(null, open.idPhotoFile?.replace('cinema/', 'cinema_photos/'))).toBe(401);
    expect([await statusFor(ids.owner, shy.idPhotoFile), await statusFor(ids.casting, open.idPhotoFile)]).toEqual([200, 200]);
    expect(await statusFor(ids.owner, open.idPhotoFile)).toBe(404);
  });

  it('does not tell strangers which names are taken', async () => {
    expect(await statusFor(null, 'cinema/profile_0123456789abcdef0123456789abcdef.jpg')).toBe(401);
    expect(await statusFor(ids.casting, 'cinema/..%2Fqrcodes%2Fcinema_MACAS0001F.png')).toBe(404);
  });
});

describe('the casting sheet (T-195, T-463, T-764..T-766)', () => {
  const pdf = (id: number, who: number | null) => house.get(`/api/v1/cinema/talents/${id}/pdf`, who);

  it('is a PDF under the documented name, for whoever is signed in and may see the person', async () => {
    const answer = await pdf(open.id, ids.user);
    expect(answer.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename=talent_${open.code}.pdf`,
    });
    const words = wordsOf(answer.rawPayload);
    for (const word of [
      'Sophia Martinez',
      open.code,
      'Acteur Principal',
      'Équitation',
      'Casablanca Nights · Film · 2022',
      '170 cm',
      'Athlétique',
    ])
      expect(words).toContain(word);
    expect(words).not.toMatch(/600111222|@example\.com|AB1000/);
    const [page = Buffer.alloc(0), ...more] = pagesOf(answer.rawPayload);
    expect([qrTextsOf(page), more.length]).toEqual([[`https://studio.example/cinema/profile/${open.code}`], 0]);
    expect((await pdf(open.id, null)).statusCode).toBe(401);
    expect((await pdf(shy.id, ids.user)).statusCode).toBe(404);
  });

  it('has contacts for casting directors and the person, never the number of the paper', async () => {
    for (const who of [ids.casting, ids.owner]) {
      const words = wordsOf((await pdf(shy.id, who)).rawPayload);
      expect(words).toContain('+212600111222');
      expect(words).not.toMatch(/AB1000|AB\*/);
    }
  });
});
