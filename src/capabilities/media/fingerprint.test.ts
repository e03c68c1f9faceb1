import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { picture } from '#test/fixtures/pictures.ts';
import { bitsApart, fingerprintPicture } from './media.ts';

/** A sky over a hill with a sun: large flat parts, as the pictures of the studio have them. */
const scene = (sun: number, hill: number): Promise<Buffer> =>
  sharp(
    Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="640" height="480">
      <defs><linearGradient id="sky" x2="0" y2="1"><stop stop-color="#3a6ea5"/><stop offset="1" stop-color="#f6c28b"/></linearGradient></defs>
      <rect width="640" height="480" fill="url(#sky)"/><circle cx="${sun}" cy="140" r="60" fill="#fff3c0"/>
      <path d="M0 ${hill} Q 320 ${hill - 160} 640 ${hill} V480 H0Z" fill="#3d4a2a"/></svg>`),
  )
    .png()
    .toBuffer();
const apart = async (one: Buffer, other: Buffer): Promise<number> =>
  bitsApart(await fingerprintPicture(one), await fingerprintPicture(other));

describe('the fingerprint of a picture', () => {
  it('is sixteen hex digits, the same for the same picture', async () => {
    const original = await scene(480, 380);
    expect(await fingerprintPicture(original)).toMatch(/^[0-9a-f]{16}$/);
    expect(await apart(original, original)).toBe(0);
    expect(await fingerprintPicture(await picture({ format: 'png' }))).toMatch(/^[0-9a-f]{16}$/); // one colour all over
  });

  it('stays within six bits when the picture is scaled, compressed hard, or toned', async () => {
    const original = await scene(480, 380);
    const copies = [
      sharp(original).resize({ width: 160 }).jpeg({ quality: 40 }),
      sharp(original).resize({ width: 1600 }).webp({ quality: 50 }),
      sharp(original).jpeg({ quality: 20 }),
      sharp(original).modulate({ brightness: 1.1, saturation: 0.8 }).png(),
    ];
    for (const copy of copies) expect(await apart(original, await copy.toBuffer())).toBeLessThanOrEqual(6);
  });

  it('tells different pictures apart', async () => {
    const original = await scene(480, 380);
    const noisy = await picture({ width: 640, height: 480, noise: true });
    for (const other of [
      await scene(120, 300),
      noisy,
      await sharp(original).flop().toBuffer(),
      await sharp(original).rotate(180).toBuffer(),
    ])
      expect(await apart(original, other)).toBeGreaterThan(10);
  });

  it('counts the bits that differ', () => {
    expect(bitsApart('0000000000000000', 'ffffffffffffffff')).toBe(64);
    expect(bitsApart('8000000000000001', '0000000000000000')).toBe(2);
  });
});
