/** Photos and CVs that come with a form: inside it, or as the id of a resumable upload that finished beside it. */
import type { FastifyRequest } from 'fastify';
import { type PreparedDocument, prepareDocument, preparePhoto } from '#capabilities/media/media.ts';
import type { Db } from '#kernel/db/db.ts';
import { failure } from '#kernel/failure.ts';
import type { FormBody, FormFile } from '#kernel/http/forms.ts';
import { ownerOf } from '#kernel/http/guest.ts';
import type { Uploads } from '#kernel/http/uploads.ts';
import { messages } from '#kernel/message.ts';
import { shownName } from '#kernel/storage/files.ts';
import type { PreparedFile } from './members/members.ts';

const m = messages({
  uploadLost: {
    fr: 'Le fichier envoyé n’est plus là. Choisissez-le de nouveau.',
    en: 'The file that was sent is no longer there. Choose it again.',
    ar: 'لم يعد الملف المرسل موجودًا. اختره مجددًا.',
  },
});

export interface SentFileTools {
  readonly db: Db;
  readonly uploads: Pick<Uploads, 'claim'>;
}

type SentDocument = PreparedFile & Pick<PreparedDocument, 'extension'>;

/** A checked photo, or null when none was sent. Throws `failure.invalid` naming the field. */
export async function sentPhoto(request: FastifyRequest, tools: SentFileTools): Promise<PreparedFile | null> {
  const sent = await sentFile(request, 'photo', tools);
  if (!sent) return null;
  const { content, extension, mediaType } = await preparePhoto(sent.content, 'photo');
  return { content, extension, mediaType };
}

/** A checked CV, or null when none was sent. Throws `failure.invalid` naming the field. */
export const sentCv = (request: FastifyRequest, tools: SentFileTools): Promise<PreparedFile | null> => sentDocument(request, 'cv', tools);

/** A checked PDF, Word file or text, or null when none was sent. Throws `failure.invalid` naming the field. */
export async function sentDocument(request: FastifyRequest, field: string, tools: SentFileTools): Promise<SentDocument | null> {
  const sent = await sentFile(request, field, tools);
  if (!sent) return null;
  const { content, extension, mediaType } = await prepareDocument(sent.content, sent.originalName, field);
  return { content, extension, mediaType, originalName: shownName(sent.originalName) };
}

async function sentFile(
  request: FastifyRequest,
  field: string,
  { db, uploads }: SentFileTools,
): Promise<Pick<FormFile, 'content' | 'originalName'> | null> {
  const file = request.formFiles[field];
  if (file) return file;
  const id = ((request.body ?? {}) as FormBody)[`${field}_upload`];
  if (typeof id !== 'string' || id === '') return null;
  const claimed = await uploads.claim(db, id, ownerOf(request));
  if (!claimed) throw failure.field(field, m.uploadLost, {}, 'missing');
  return claimed;
}
