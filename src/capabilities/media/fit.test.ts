import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { Failure } from '#kernel/failure.ts';
import { phonePhoto, picture } from '#test/fixtures/pictures.ts';
import { type Crop, cropFor, type FittedPicture, fitPicture } from './media.ts';

const INSTAGRAM = { minRatio: 0.8, maxRatio: 1.91, minWidth: 320, maxWidth: 1440, maxHeight: 1800, maxBytes: 8 * 1024 * 1024 };
const X = { minRatio: 0, maxRatio: Number.POSITIVE_INFINITY, minWidth: 4, maxWidth: 8192, maxHeight: 8192, maxBytes: 5 * 1024 * 1024 };
const SIDES = [256, 512, 1024];
const plain = { aiMade: false } as const;

const fittedFrom = async (width: number, height: number, frame = INSTAGRAM, crop?: Crop): Promise<FittedPicture> =>
  fitPicture(await picture({ width, height, format: 'png' }), frame, { ...plain, ...(crop ? { crop } : {}) });

/** The packet between the markers, found in the file as any other reader does: an APP1 segment with its name. */
function xmpOf(jpeg: Buffer): string {
  for (let at = 2; jpeg[at] === 0xff && jpeg[at + 1] !== 0xda; at += 2 + jpeg.readUInt16BE(at + 2)) {
    const segment = jpeg.subarray(at + 4, at + 2 + jpeg.readUInt16BE(at + 2));
    const name = 'http://ns.adobe.com/xap/1.0/\0';
    if (jpeg[at + 1] === 0xe1 && segment.toString('latin1', 0, name.length) === name) return segment.toString('utf8', name.length);
  }
  return '';
}

describe('the copy of a picture for a platform', () => {
  it.each(SIDES.flatMap((width) => SIDES.map((height) => [width, height] as const)))(
    'brings %i × %i, as the studio makes them, into the ratios and widths of Instagram',
    async (width, height) => {
      const fitted = await fittedFrom(width, height);
      const ratio = fitted.width / fitted.height;
      expect([ratio >= INSTAGRAM.minRatio, ratio <= INSTAGRAM.maxRatio]).toEqual([true, true]);
      expect([fitted.width >= 320, fitted.width <= 1440]).toEqual([true, true]);
      expect(await sharp(fitted.content).metadata()).toMatchObject({ format: 'jpeg', width: fitted.width, height: fitted.height });
    },
  );

  it('leaves a picture inside the frame as it is, and cuts the others around their middle', () => {
    expect(cropFor(1024, 1024, INSTAGRAM)).toEqual({ left: 0, top: 0, width: 1024, height: 1024 });
    expect(cropFor(1024, 512, INSTAGRAM)).toEqual({ left: 23, top: 0, width: 977, height: 512 });
    expect(cropFor(256, 1024, INSTAGRAM)).toEqual({ left: 0, top: 352, width: 256, height: 320 });
    expect(cropFor(1024, 256, X)).toEqual({ left: 0, top: 0, width: 1024, height: 256 });
  });

  it('cuts what the person chose, and out of that what the frame allows', async () => {
    const wanted = { left: 10, top: 20, width: 400, height: 400 };
    expect((await fittedFrom(1024, 512, INSTAGRAM, wanted)).crop).toEqual(wanted);
    expect((await fittedFrom(1024, 512, INSTAGRAM, { left: 0, top: 0, width: 200, height: 500 })).crop).toEqual({
      left: 0,
      top: 125,
      width: 200,
      height: 250,
    });
  });

  it('shows the very part it names', async () => {
    const half = await sharp({ create: { width: 600, height: 600, channels: 3, background: '#0000ff' } })
      .composite([
        {
          input: await sharp({ create: { width: 300, height: 600, channels: 3, background: '#ff0000' } })
            .png()
            .toBuffer(),
          left: 0,
          top: 0,
        },
      ])
      .png()
      .toBuffer();
    const { content } = await fitPicture(half, INSTAGRAM, { ...plain, crop: { left: 0, top: 0, width: 290, height: 300 } });
    const { dominant } = await sharp(content).stats();
    expect([dominant.r > 200, dominant.b < 60]).toEqual([true, true]);
  });

  it.each([
    [{ left: -1, top: 0, width: 10, height: 10 }],
    [{ left: 0, top: 0, width: 1025, height: 10 }],
    [{ left: 0, top: 0, width: 10.5, height: 10 }],
    [{ left: 0, top: 0, width: 0, height: 10 }],
  ])('refuses a crop outside the picture: %o', async (crop) => {
    const refusal = await fittedFrom(1024, 512, INSTAGRAM, crop).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(Failure);
    expect((refusal as Failure).fields).toHaveProperty('crop');
  });

  it('never makes a picture larger but to the least width', async () => {
    expect(await fittedFrom(256, 256)).toMatchObject({ width: 320, height: 320 });
    expect(await fittedFrom(512, 512)).toMatchObject({ width: 512, height: 512 });
    expect(await fittedFrom(3000, 3000)).toMatchObject({ width: 1440, height: 1440 });
    expect(await fittedFrom(40, 9000, X)).toMatchObject({ width: 36, height: 8100 });
  });

  it('is made worse, then smaller, until it is light enough', async () => {
    const noisy = await picture({ width: 1024, height: 1024, format: 'png', noise: true });
    const { length } = (await fitPicture(noisy, INSTAGRAM, plain)).content;
    const worse = await fitPicture(noisy, { ...INSTAGRAM, maxBytes: Math.floor(length / 2) }, plain);
    expect([worse.content.length <= length / 2, worse.width]).toEqual([true, 1024]);
    const smaller = await fitPicture(noisy, { ...INSTAGRAM, maxBytes: Math.floor(length / 8) }, plain);
    expect([smaller.content.length <= length / 8, smaller.width < 1024]).toEqual([true, true]);
    const refusal = await fitPicture(noisy, { ...INSTAGRAM, maxBytes: 1000 }, plain).catch((error: unknown) => error);
    expect((refusal as Failure).fields).toHaveProperty('image');
  });

  it('is sRGB without a transparent part, upright, without what a camera wrote', async () => {
    const { content } = await fitPicture(await picture({ format: 'png', alpha: true }), INSTAGRAM, plain);
    expect(await sharp(content).metadata()).toMatchObject({ space: 'srgb', channels: 3, hasAlpha: false });
    const phone = await fitPicture(await phonePhoto(), { ...INSTAGRAM, minRatio: 0.4 }, plain);
    expect(phone.crop).toEqual({ left: 0, top: 0, width: 200, height: 400 });
    expect(phone.content.includes('Phone of Awa')).toBe(false);
  });

  it('says in the file that a model made it, where that is so', async () => {
    const content = await picture({ width: 512, height: 512, format: 'png' });
    const told = xmpOf((await fitPicture(content, INSTAGRAM, { aiMade: true })).content);
    expect(told).toContain('xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/"');
    expect(told).toContain(
      '<Iptc4xmpExt:DigitalSourceType>http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia</Iptc4xmpExt:DigitalSourceType>',
    );
    expect(xmpOf((await fitPicture(content, INSTAGRAM, plain)).content)).toBe('');
  });

  it('refuses what is no picture', async () => {
    const refusal = await fitPicture(Buffer.from('just words'), INSTAGRAM, plain).catch((error: unknown) => error);
    expect((refusal as Failure).fields).toHaveProperty('image');
  });
});
