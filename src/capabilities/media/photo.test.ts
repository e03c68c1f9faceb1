import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { Failure } from '#kernel/failure.ts';
import { LANGUAGES, say } from '#kernel/message.ts';
import { docx, pdf } from '#test/fixtures/documents.ts';
import { blankPng, phonePhoto, picture } from '#test/fixtures/pictures.ts';
import { photoVariant, preparePhoto } from './media.ts';

/** What the person is told in French, after checking that the field is named and every language has words. */
async function refusalOf(content: Buffer): Promise<string> {
  const error = await preparePhoto(content, 'photo').then(
    () => expect.unreachable('it was accepted'),
    (reason: unknown) => reason,
  );
  if (!(error instanceof Failure)) throw error;
  const told = error.fields['photo'];
  if (!told || error.kind !== 'invalid') throw error;
  for (const language of LANGUAGES) expect(say(told.message, language, told.params)).not.toMatch(/[{}]/);
  return say(told.message, 'fr', told.params);
}

describe('photos', () => {
  test('T-113 PNG and JPEG are accepted and written anew, at most 2000 pixels long', async () => {
    const fromJpeg = await preparePhoto(await picture({ width: 3000, height: 1500 }), 'photo');
    expect(fromJpeg).toMatchObject({ mediaType: 'image/jpeg', extension: 'jpg', width: 2000, height: 1000 });
    expect(await sharp(fromJpeg.content).metadata()).toMatchObject({ format: 'jpeg', width: 2000, height: 1000 });
    const fromPng = await preparePhoto(await picture({ format: 'png' }), 'photo');
    expect(fromPng).toMatchObject({ mediaType: 'image/jpeg', width: 640, height: 480 });
    const transparent = await preparePhoto(await picture({ format: 'png', alpha: true }), 'photo');
    expect(transparent).toMatchObject({ mediaType: 'image/png', extension: 'png' });
    expect((await sharp(transparent.content).metadata()).hasAlpha).toBe(true);
  });

  test('the picture stands upright and keeps neither EXIF nor place', async () => {
    const source = await phonePhoto();
    expect(source.includes('Phone of Awa')).toBe(true);
    const { content, width, height } = await preparePhoto(source, 'photo');
    expect([width, height]).toEqual([200, 400]);
    const kept = await sharp(content).metadata();
    expect([kept.exif, kept.orientation, kept.xmp, kept.iptc]).toEqual([undefined, undefined, undefined, undefined]);
    expect(content.includes('Phone of Awa')).toBe(false);
    const top = await sharp(content).extract({ left: 50, top: 50, width: 1, height: 1 }).raw().toBuffer();
    expect(top[0]).toBeGreaterThan(200); // red was on the left: turned a quarter, it is at the top
  });

  test('T-114 6 MB are refused, with the size', async () => {
    const large = await picture({ width: 2600, height: 2600, noise: true });
    expect(large.length).toBeGreaterThan(6 * 1024 * 1024);
    expect(await refusalOf(large)).toMatch(/pèse \d+(,\d)? Mo, le maximum est de 5 Mo/);
  });

  test('a pixel bomb is refused by its header, and a whole one too', async () => {
    const start = performance.now();
    expect(await refusalOf(blankPng(40_000, 40_000, false))).toMatch(/40000 × 40000 pixels, c’est trop grand/);
    expect(performance.now() - start).toBeLessThan(500);
    const whole = blankPng(40_000, 40_000, true);
    expect(whole.length).toBeLessThan(1024 * 1024); // 1.6 thousand million pixels in a few hundred kilobytes
    const memory = process.memoryUsage().rss;
    expect(await refusalOf(whole)).toMatch(/trop grand/);
    expect(process.memoryUsage().rss - memory).toBeLessThan(100 * 1024 * 1024);
  });

  test('T-117 what it is counts, not what it is called', async () => {
    expect(await refusalOf(await pdf())).toBe('Ce fichier est un document PDF, pas une photo. Envoyez une image PNG ou JPEG.');
    expect(await refusalOf(await docx())).toMatch(/est un document \(DOCX\), pas une photo/);
    expect(await refusalOf(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'))).toMatch(/pas une photo/);
    expect(await refusalOf(Buffer.from('MZ\x90\0'.padEnd(300, '\0'), 'latin1'))).toMatch(/est un programme \(EXE\)/);
    expect(await refusalOf(Buffer.from('just words'))).toMatch(/d’un format inconnu, pas une photo/);
    expect(await refusalOf(Buffer.alloc(0))).toMatch(/vide/);
  });

  test.each(['webp', 'gif', 'tiff'] as const)('%s is refused by its name', async (format) => {
    expect(await refusalOf(await picture({ format }))).toMatch(/format (WEBP|GIF|TIF), qui n’est pas accepté/);
  });

  test('cut, spoilt and tiny pictures are refused', async () => {
    const whole = await picture({ width: 800, height: 800, noise: true });
    expect(await refusalOf(whole.subarray(0, whole.length / 2))).toMatch(/abîmée ou incomplète/);
    const png = await picture({ width: 400, height: 400, format: 'png', noise: true });
    const middle = Math.floor(png.length / 2);
    png.fill(0x55, middle, middle + 2000);
    expect(await refusalOf(png)).toMatch(/abîmée ou incomplète/);
    expect(await refusalOf(Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(200)]))).toMatch(/abîmée|inconnu/);
    expect(await refusalOf(await picture({ width: 99, height: 500 }))).toMatch(/99 × 500 pixels, c’est trop petit/);
  });

  test('what is glued to a picture is gone', async () => {
    const polyglot = Buffer.concat([await picture(), await docx({ text: 'stowaway' }), Buffer.from('<script>alert(1)</script>')]);
    const { content } = await preparePhoto(polyglot, 'photo');
    expect(content.includes('<script>')).toBe(false);
    expect(content.includes('PK\x03\x04')).toBe(false);
  });

  test('an unusual colour space becomes sRGB of eight bits', async () => {
    const cmyk = await sharp(await picture())
      .toColourspace('cmyk')
      .jpeg()
      .toBuffer();
    expect(await sharp((await preparePhoto(cmyk, 'photo')).content).metadata()).toMatchObject({
      space: 'srgb',
      channels: 3,
      depth: 'uchar',
    });
    const deep = await sharp(await picture({ format: 'png' }))
      .toColourspace('rgb16')
      .png()
      .toBuffer();
    expect(await sharp((await preparePhoto(deep, 'photo')).content).metadata()).toMatchObject({ space: 'srgb', depth: 'uchar' });
  });

  test('fifty at once all come through', async () => {
    const photo = await picture({ width: 1600, height: 1200 });
    const all = await Promise.all(Array.from({ length: 50 }, () => preparePhoto(photo, 'photo')));
    expect(all.every(({ width }) => width === 1600)).toBe(true);
  });

  test.each(['webp', 'avif', 'jpeg'] as const)('a variant in %s', async (format) => {
    const variant = await photoVariant(await picture({ width: 1600, height: 1200 }), 320, format);
    expect(await sharp(variant).metadata()).toMatchObject({ format: format === 'avif' ? 'heif' : format, width: 320, height: 240 });
  });
});
