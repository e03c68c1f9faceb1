/**
 * Files of people, in and out: photos and documents are judged by their content when they come, never by their name; pictures are
 * given to browsers and to platforms in the form that these can use; films are put together from pictures, clips, words and sound (compose/).
 *
 * Hides formats, decoders and traps (pixel bombs, zip bombs, macros, disguises). What comes out is safe to store and
 * to serve; what cannot be made safe is refused as `Failure` invalid on the field the caller names, saying the cause
 * and the next step. Words: to *prepare* is to check and, for photos and texts, to write anew; a *variant* is a
 * smaller copy of a stored picture; to *fit* is to make the copy that a platform takes, inside its *frame*; a *fingerprint* is
 * nearly the same for two files that look the same.
 */

import { darkroom } from './darkroom.ts';
import { checkDocument, type PreparedDocument } from './document.ts';
import { type DocumentText, readDocument } from './document-text.ts';
import { type EmblemBox, PICTURES, type PreparedPhoto, rewriteEmblem, rewritePhoto } from './photo.ts';
import { requireSize } from './sniff.ts';
import { createTurnstile } from './turnstile.ts';

export { pagesOf } from './compose/captions/timing.ts';
export {
  type CaptionWord,
  composeFilm,
  type Film,
  type FilmPlan,
  type FilmProgress,
  type Motion,
  type Shot,
  type SoundClip,
  type View,
} from './compose/compose.ts';
export { type Crop, cropFor } from './crop.ts';
export { attachment, createFileAnswers, fileRefusal } from './file-answers.ts';
export { bitsApart, fingerprintPicture } from './fingerprint.ts';
export { type FittedPicture, fitPicture } from './fit.ts';
export { photoVariant } from './photo.ts';
export type { DocumentText, PreparedDocument, PreparedPhoto };

export const MAX_PHOTO_MEGABYTES = 5;
export const MAX_PICTURE_MEGABYTES = 25;
export const MAX_DOCUMENT_MEGABYTES = 10;

const desk = createTurnstile(4);
// Each takes a thread, and memory with it.
const readingRoom = createTurnstile(2);

/** PNG or JPEG, at most 5 MB, 100 pixels to 60 million: upright, without metadata, at most 2000 pixels long, in sRGB. */
export async function preparePhoto(content: Buffer, field: string): Promise<PreparedPhoto> {
  requireSize(content, field, MAX_PHOTO_MEGABYTES);
  return darkroom.pass(() => rewritePhoto(content, field));
}

/** PNG, JPEG or WebP for a film, at most 25 MB: upright, without metadata, at most 4096 pixels long, in sRGB. */
export async function preparePicture(content: Buffer, field: string): Promise<PreparedPhoto> {
  requireSize(content, field, MAX_PICTURE_MEGABYTES);
  return darkroom.pass(() => rewritePhoto(content, field, PICTURES));
}

/** PNG, JPEG or WebP of the site itself (logo, icon), at most 5 MB, from 16 pixels on: as PNG without metadata, once for each box. */
export async function prepareEmblem(content: Buffer, field: string, boxes: readonly EmblemBox[]): Promise<readonly Buffer[]> {
  requireSize(content, field, MAX_PHOTO_MEGABYTES);
  return darkroom.pass(() => rewriteEmblem(content, field, boxes));
}

/** PDF, DOC, DOCX (unchanged) or plain text (as UTF-8), at most 10 MB. */
export async function prepareDocument(content: Buffer, originalName: string, field: string): Promise<PreparedDocument> {
  requireSize(content, field, MAX_DOCUMENT_MEGABYTES);
  return desk.pass(() => checkDocument(content, originalName, field));
}

/** The words of a prepared document. Never throws for what is in the file; what cannot be read has no text, and says why. */
export const readDocumentText = (content: Buffer, extension: PreparedDocument['extension']): Promise<DocumentText> =>
  readingRoom.pass(() => readDocument(content, extension));
