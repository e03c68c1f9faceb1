/**
 * The intake of files that people send: photos and documents, judged by their content, never by their name.
 *
 * Hides formats, decoders and traps (pixel bombs, zip bombs, macros, disguises). What comes out is safe to store and
 * to serve; what cannot be made safe is refused as `Failure` invalid on the field the caller names, saying the cause
 * and the next step. Words: to *prepare* is to check and, for photos and texts, to write anew; a *variant* is a
 * smaller copy of a prepared photo.
 */
import { checkDocument, type PreparedDocument } from './document.ts';
import { type DocumentText, readDocument } from './document-text.ts';
import { type PreparedPhoto, resizePhoto, rewritePhoto, type VariantFormat } from './photo.ts';
import { requireSize } from './sniff.ts';
import { createTurnstile } from './turnstile.ts';

export type { DocumentText, PreparedDocument, PreparedPhoto };

export const MAX_PHOTO_MEGABYTES = 5;
export const MAX_DOCUMENT_MEGABYTES = 10;

// At 60 million pixels a picture can take 240 MB while it is decoded: two at a time, however many people send theirs.
const darkroom = createTurnstile(2);
const desk = createTurnstile(4);
// Each takes a thread, and memory with it.
const readingRoom = createTurnstile(2);

/** PNG or JPEG, at most 5 MB, 100 pixels to 60 million: upright, without metadata, at most 2000 pixels long, in sRGB. */
export async function preparePhoto(content: Buffer, field: string): Promise<PreparedPhoto> {
  requireSize(content, field, MAX_PHOTO_MEGABYTES);
  return darkroom.pass(() => rewritePhoto(content, field));
}

/** A copy of a prepared photo at most `width` pixels wide. */
export const photoVariant = (content: Buffer, width: number, format: VariantFormat): Promise<Buffer> =>
  darkroom.pass(() => resizePhoto(content, width, format));

/** PDF, DOC, DOCX (unchanged) or plain text (as UTF-8), at most 10 MB. */
export async function prepareDocument(content: Buffer, originalName: string, field: string): Promise<PreparedDocument> {
  requireSize(content, field, MAX_DOCUMENT_MEGABYTES);
  return desk.pass(() => checkDocument(content, originalName, field));
}

/** The words of a prepared document. Never throws for what is in the file; what cannot be read has no text, and says why. */
export const readDocumentText = (content: Buffer, extension: PreparedDocument['extension']): Promise<DocumentText> =>
  readingRoom.pass(() => readDocument(content, extension));
