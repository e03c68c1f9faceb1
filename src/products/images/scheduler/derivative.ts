/** The copy of a picture that a post sends: cut, scaled and weighed for its platform, stored before the post is. */
import { buffer } from 'node:stream/consumers';
import { type Crop, type FittedPicture, fitPicture } from '#capabilities/media/media.ts';
import type { PicturePlatform, PostContent, PostMedia, Publishing } from '#capabilities/publishing/publishing.ts';
import type { Db, Tx } from '#kernel/db/db.ts';
import { failure } from '#kernel/failure.ts';
import type { Files } from '#kernel/storage/files.ts';
import { m } from './messages.ts';

export interface DerivativeTools {
  readonly db: Db;
  readonly files: Files;
  readonly publishing: Pick<Publishing, 'platform'>;
}

const FOLDER = 'posts';
/** What the platforms take at most. */
const LONGEST_ALT = 1000;

/** Throws `failure` invalid on `image` or `crop`. */
export async function deriveFor(
  { db, files, publishing }: DerivativeTools,
  pictureFile: string,
  platform: PicturePlatform,
  crop: Crop | null,
  aiMade: boolean,
): Promise<FittedPicture> {
  const stored = await files.find(db, pictureFile);
  if (!stored) throw failure.field('image', m.imageUnknown, {}, 'unknown');
  const content = await buffer(await files.open(stored));
  return fitPicture(content, publishing.platform(platform).frame, { aiMade, ...(crop ? { crop } : {}) });
}

export async function saveDerivative(files: Files, tx: Tx, { content, mediaType, width, height }: FittedPicture, altText: string) {
  const { name, bytes } = await files.save(tx, { folder: FOLDER, extension: 'jpg', mediaType, content });
  return { file: name, mediaType, bytes, width, height, altText: [...altText].slice(0, LONGEST_ALT).join('') } satisfies PostMedia;
}

export const contentOf = (text: string, firstComment: string, media: PostMedia, madeWithAi: boolean): PostContent => ({
  text,
  firstComment,
  media: [media],
  madeWithAi,
});
