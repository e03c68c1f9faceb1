/** What the drill posts: a picture, or a film. */
import sharp from 'sharp';
import type { FilmWords, PostMedia } from '#capabilities/publishing/publishing.ts';
import { tinyFilm } from '#simulators/tiny-film.ts';
import type { DrillHouse } from './house.ts';

export async function savePicture({ files, database }: DrillHouse): Promise<PostMedia> {
  const content = await sharp({ create: { width: 640, height: 640, channels: 3, background: '#8a4b2f' } })
    .jpeg()
    .toBuffer();
  const { name, bytes } = await files.save(database.db, { folder: 'posts', extension: 'jpg', content, mediaType: 'image/jpeg' });
  return { file: name, bytes, mediaType: 'image/jpeg', width: 640, height: 640, altText: 'Un carré' };
}

/** Of every film; each has a title of its own. */
export const WORDS: Omit<FilmWords, 'title'> = { tags: ['essai'], categoryId: '22', privacy: 'public', thumbnail: null };

/** Of two parts where parts are small. */
export async function saveFilm({ files, database }: DrillHouse): Promise<PostMedia> {
  const content = tinyFilm({ bytes: 300_000, seconds: 4 });
  const { name, bytes } = await files.save(database.db, { folder: 'films', extension: 'mp4', content, mediaType: 'video/mp4' });
  return { file: name, bytes, mediaType: 'video/mp4', width: 1280, height: 720, altText: '', seconds: 4 };
}
