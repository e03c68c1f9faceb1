/** A film that Chromium shows as its camera (`--use-file-for-fake-video-capture`): pictures held before the lens one after the other. */
import { closeSync, openSync, writeSync } from 'node:fs';
import sharp from 'sharp';

export interface Shot {
  /** A PNG; null is an empty table. */
  readonly picture: Buffer | null;
  readonly seconds: number;
}

const [WIDTH, HEIGHT] = [640, 480];
const PER_SECOND = 2;

/** YUV4MPEG2, the plainest format it reads; it begins anew when it has ended. */
export async function writeFilm(path: string, shots: readonly Shot[]): Promise<void> {
  const film = openSync(path, 'w');
  writeSync(film, `YUV4MPEG2 W${WIDTH} H${HEIGHT} F${PER_SECOND}:1 Ip A1:1 C420jpeg\n`);
  const grey = Buffer.alloc((WIDTH * HEIGHT) / 2, 128);
  for (const { picture, seconds } of shots) {
    const luma = picture ? await lumaOf(picture) : Buffer.alloc(WIDTH * HEIGHT, 90);
    for (let frame = 0; frame < seconds * PER_SECOND; frame++)
      for (const part of [Buffer.from('FRAME\n'), luma, grey]) writeSync(film, part);
  }
  closeSync(film);
}

/** As a hand holds it: the whole card in the picture, not quite straight, on a dark table. */
const lumaOf = async (picture: Buffer): Promise<Buffer> => {
  const background = { r: 60, g: 60, b: 60 };
  const card = await sharp(picture).rotate(4, { background }).resize(WIDTH, HEIGHT, { fit: 'contain', background }).toBuffer();
  return sharp(card).flatten({ background }).greyscale().raw().toBuffer();
};

export const cameraOf = (path: string): readonly string[] => [
  '--use-fake-ui-for-media-stream',
  '--use-fake-device-for-media-stream',
  `--use-file-for-fake-video-capture=${path}`,
];
