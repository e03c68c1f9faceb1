import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { attachment } from '#capabilities/media/media.ts';
import { openTalentHouse, type TalentHouse } from '#test/talent-house.ts';
import type { Member } from './members.ts';

let house: TalentHouse;
let open: Member;
let shy: Member;
let other: Member;
let casting: Member;

beforeAll(async () => {
  house = await openTalentHouse();
  const content = await sharp({ create: { width: 900, height: 1200, channels: 3, background: '#8a5a2b' } })
    .jpeg()
    .toBuffer();
  const photo = { content, extension: 'jpg', mediaType: 'image/jpeg', originalName: 'moi.jpg' };
  const cv = {
    content: Buffer.from('%PDF-1.7 curriculum'),
    extension: 'pdf',
    mediaType: 'application/pdf',
    originalName: 'CV "d’Éléonore".pdf',
  };
  open = await house.person({ is_public: true }, { photo, cv });
  shy = await house.person({}, { photo, cv });
  other = await house.person();
  casting = await house.person({}, { role: 'casting' });
});

const fileOf = (name: string | null): string => `/static/uploads/${name}`;
const statusFor = async (who: Member | null, url: string): Promise<number> => (await (await house.as(who?.id ?? null)).get(url)).statusCode;

describe('uploaded files (C-201, T-025)', () => {
  it('T-869 gives photos of public profiles to all, others to owner and recruiters only', async () => {
    expect(await statusFor(null, fileOf(open.photoFile))).toBe(200);
    expect(await statusFor(null, fileOf(shy.photoFile))).toBe(401);
    expect(await statusFor(other, fileOf(shy.photoFile))).toBe(404);
    expect(await statusFor(shy, fileOf(shy.photoFile))).toBe(200);
    expect(await statusFor(casting, fileOf(shy.photoFile))).toBe(200);
    expect(await statusFor(null, '/static/uploads/photos/0123456789abcdef0123456789abcdef.jpg')).toBe(401);
  });

  it('T-870 gives CVs to owner and recruiters only, as an attachment under their own name', async () => {
    expect(await statusFor(null, fileOf(open.cvFile))).toBe(401);
    expect(await statusFor(other, fileOf(open.cvFile))).toBe(404);
    expect(await statusFor(casting, fileOf(open.cvFile))).toBe(200);
    const answer = await (await house.as(open.id)).get(fileOf(open.cvFile));
    expect(answer.body).toBe('%PDF-1.7 curriculum');
    expect(answer.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="CV _dEleonore_.pdf"; filename*=UTF-8''CV%20%22d%E2%80%99%C3%89l%C3%A9onore%22.pdf`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-cache',
    });
  });

  it('T-871 serves the QR code of everybody, decodable, and nothing outside its folder', async () => {
    const answer = await (await house.as(null)).get(fileOf(open.qrFile));
    expect(answer.headers['content-type']).toBe('image/png');
    expect(await sharp(answer.rawPayload).metadata()).toMatchObject({ format: 'png' });
    expect(await statusFor(null, '/static/uploads/qrcodes/..%2Fcvs%2Fx.pdf')).toBe(404);
    expect(await statusFor(null, `/static/uploads/qrcodes/${open.cvFile?.replace('cvs/', '')}`)).toBe(404);
  });

  it('answers 304 to whoever has the file, and small copies in the allowed widths only', async () => {
    const url = fileOf(open.photoFile);
    const whole = await house.door.inject(url);
    const again = await house.door.inject({ url, headers: { 'if-none-match': String(whole.headers.etag) } });
    expect([again.statusCode, again.body]).toEqual([304, '']);
    const small = await house.door.inject(`${url}?w=160`);
    expect(small.headers['content-type']).toBe('image/webp');
    expect(await sharp(small.rawPayload).metadata()).toMatchObject({ format: 'webp', width: 160 });
    expect(small.headers.etag).not.toBe(whole.headers.etag);
    const avif = await house.door.inject({ url: `${url}?w=160`, headers: { accept: 'image/avif,image/webp,image/*;q=0.8' } });
    expect([avif.headers['content-type'], avif.headers['vary'], small.headers['vary']]).toEqual(['image/avif', 'accept', 'accept']);
    expect(await sharp(avif.rawPayload).metadata()).toMatchObject({ format: 'heif', width: 160 });
    expect(avif.headers.etag).not.toBe(small.headers.etag);
    const refused = await house.door.inject({ url: `${url}?w=160`, headers: { accept: 'image/avif;q=0, image/*' } });
    expect(refused.headers['content-type']).toBe('image/webp');
    expect((await house.door.inject(`${url}?w=161`)).json().details).toHaveProperty('w');
  });

  it('a new photo takes the place of the old one, whose address is gone (and the score follows)', async () => {
    const request = {
      viewer: { role: 'user', accountId: open.id, name: '', email: '', code: open.code },
      headers: {},
      ip: '127.0.0.1',
      method: 'POST',
      url: '/',
    } as never;
    const renewed = await house.members.setPhoto(request, open.id, {
      content: Buffer.from('new photo'),
      extension: 'png',
      mediaType: 'image/png',
    });
    expect(await statusFor(open, fileOf(open.photoFile))).toBe(404);
    expect(await statusFor(null, fileOf(renewed.photoFile))).toBe(200);
    expect((await house.members.removePhoto(request, open.id)).score).toBe(renewed.score - 10);
    expect((await house.members.removeCv(request, open.id)).score).toBe(renewed.score - 30);
    await expect(
      house.members.setCv(request, shy.id, { content: Buffer.from('x'), extension: 'pdf', mediaType: 'application/pdf' }),
    ).rejects.toMatchObject({ kind: 'forbidden' });
  });
});

it.each([
  ['plain.pdf', `attachment; filename="plain.pdf"; filename*=UTF-8''plain.pdf`],
  ['سيرة.pdf', `attachment; filename="file.pdf"; filename*=UTF-8''%D8%B3%D9%8A%D8%B1%D8%A9.pdf`],
  ["it's (1)*.pdf", `attachment; filename="it's (1)*.pdf"; filename*=UTF-8''it%27s%20%281%29%2A.pdf`],
])('attachment %s', (name, header) => expect(attachment(name)).toBe(header));
