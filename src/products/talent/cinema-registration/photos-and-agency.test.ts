import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { drawPhoto, writeCv } from '#test/papers.ts';
import { afterFile, freshDatabase } from '#test/support.ts';
import { type Visitor, visit, wordsOf } from '#test/visitor.ts';
import { type House, openHouse } from './test-house.ts';
import { origins, pass, person, REGISTER, reachReview, review, work } from './test-steps.ts';

let house: House<Visitor>;
beforeAll(async () => {
  house = await openHouse((await freshDatabase()).db, visit);
  afterFile(house.close);
});

const photo = (name = 'awa.jpg') => ({ name, content: drawPhoto(900, 1200), type: 'image/jpeg' });

describe('photos of a registration', () => {
  it('T-191 keeps the good photos when one is refused, removes each, and holds eight in the gallery', async () => {
    const visitor = await house.visitor();
    await pass(visitor, [person('photos@example.com'), origins, work, { step: 'looks', go: 'skip' }]);
    const fake = { name: 'cv.jpg', content: await writeCv('Awa'), type: 'image/jpeg' };
    const reply = await visitor.send(REGISTER, { step: 'photos', go: 'next' }, { photo: fake, gallery_1: photo(), gallery_2: fake });
    expect(reply.statusCode).toBe(400);
    expect(reply.body).toContain('href="#f-photo"');
    expect(reply.body).toContain('1 sur 8');
    const [, src = '', key = ''] = /src="(\/cinema\/register\/photos\/([^"]+))"/.exec(reply.body) ?? [];
    expect((await visitor.open(src)).headers['content-type']).toBe('image/webp');
    const stranger = await house.visitor();
    expect((await stranger.open(src)).statusCode).toBe(404);
    for (let row = 0; row < 4; row += 1) {
      await visitor.open(`${REGISTER}?step=photos`);
      await visitor.send(REGISTER, { step: 'photos', go: 'more-photos' }, { gallery_1: photo(), gallery_2: photo() });
    }
    const full = await visitor.open(`${REGISTER}?step=photos`);
    expect(full.body).toContain('8 sur 8');
    expect(full.body).not.toContain('name="gallery_1"');
    await visitor.send(REGISTER, { step: 'photos', go: `remove:${key}` }, {});
    expect((await visitor.next()).body).toContain('7 sur 8');
    expect((await visitor.open(src)).statusCode).toBe(404);
  });

  it('takes photos that were sent beside the form, each once', async () => {
    const visitor = await house.visitor();
    await pass(visitor, [person('upload@example.com'), origins, work, { step: 'looks', go: 'skip' }]);
    const ids = await Promise.all(['a', 'b', 'c'].map(() => upload(visitor, photo().content)));
    await visitor.send(REGISTER, { step: 'photos', go: 'more-photos', gallery_upload: ids.slice(0, 2), photo_upload: ids[2] ?? '' }, {});
    expect((await visitor.next()).body).toContain('2 sur 8');
    const again = await visitor.send(REGISTER, { step: 'photos', go: 'next', gallery_upload: ids.slice(0, 1) }, {});
    expect(again.statusCode).toBe(400);
    expect(again.body).toContain('href="#f-gallery"');
  });
});

describe('T-862 an agency registers somebody', () => {
  it('opens the same flow to administrators, and ties no account to the person', async () => {
    const admin = await house.visitor('admin');
    const at = '/cinema/talents/new';
    const draft = await reachReview(admin, 'extra@example.com', at);
    await admin.send(at, { ...review(draft), is_public: '' });
    const [code = ''] = /SNDAK\d{4}F/.exec((await admin.next()).body) ?? [];
    expect(code).toMatch(/^SNDAK/);
    const { rows: kept } = await sql<{ account_id: number | null }>`
      select account_id from talent.cinema_talents where unique_code = ${code}`.execute(house.db);
    expect(kept[0]?.account_id).toBeNull();
    for (const role of ['user', 'casting'] as const) expect((await (await house.visitor(role)).open(at)).statusCode).toBe(403);
  });

  it('ties the file to the account of a talent who is signed in, who then is shown it', async () => {
    const talent = await house.visitor('user');
    const draft = await reachReview(talent, 'own@example.com');
    await talent.send(REGISTER, { ...review(draft), is_public: '' });
    const [code = ''] = /SNDAK\d{4}F/.exec((await talent.next()).body) ?? [];
    expect((await talent.open(REGISTER)).headers['location']).toBe(`/cinema/profile/${code}`);
    expect(wordsOf((await talent.open(`/cinema/profile/${code}`)).body)).toContain('own@example.com');
  });
});

/** One file over tus, in one piece. */
async function upload(visitor: Visitor, content: Buffer): Promise<string> {
  const cookie = [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const metadata = Object.entries({ filename: 'a.jpg', filetype: 'image/jpeg', purpose: 'photo' }).map(
    ([key, value]) => `${key} ${Buffer.from(value).toString('base64')}`,
  );
  const headers = { cookie, 'tus-resumable': '1.0.0', 'upload-length': String(content.length), 'upload-metadata': metadata.join(',') };
  const made = await house.door.inject({ method: 'POST', url: '/uploads', headers });
  const url = String(made.headers['location']);
  const piece = { cookie, 'tus-resumable': '1.0.0', 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' };
  expect((await house.door.inject({ method: 'PATCH', url, headers: piece, payload: content })).statusCode).toBe(204);
  return url.slice(url.lastIndexOf('/') + 1);
}
