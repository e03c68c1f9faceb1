/** Pictures for the doubles of image providers: a white disc in the middle (cut right it stays a disc), red left, blue right. */
import { crc32 } from 'node:zlib';

export type DrawingFormat = 'png' | 'webp' | 'jpeg';

export async function draw(width: number, height: number, format: DrawingFormat, seed = 0): Promise<Buffer> {
  const hue = seed % 360;
  const radius = Math.min(width, height) / 4;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <rect width="${width}" height="${height}" fill="hsl(${hue},40%,30%)"/>
    <rect width="${width * 0.2}" height="${height}" fill="#c02020"/>
    <rect x="${width * 0.8}" width="${width * 0.2}" height="${height}" fill="#2020c0"/>
    <circle cx="${width / 2}" cy="${height / 2}" r="${radius}" fill="#ffffff"/></svg>`;
  const note = { IFD0: { ImageDescription: 'a note of the provider', Copyright: 'somebody else' } };
  return (await import('sharp')).default(Buffer.from(svg)).flatten().withExif(note).toFormat(format).toBuffer();
}

/** A small file that claims to be a picture of 900 million pixels. */
export async function bomb(): Promise<Buffer> {
  const small = await (await import('sharp'))
    .default({ create: { width: 8, height: 8, channels: 3, background: '#000' } })
    .png()
    .toBuffer();
  small.writeUInt32BE(30_000, 16);
  small.writeUInt32BE(30_000, 20);
  small.writeUInt32BE(crc32(small.subarray(12, 29)), 29);
  return small;
}
