/** Photos that come with a form: inside it, or as the ids of resumable uploads that finished beside it. */
import type { FastifyRequest } from 'fastify';
import { preparePhoto } from '#capabilities/media/media.ts';
import type { Db } from '#kernel/db/db.ts';
import { Failure, type FieldErrors, failure } from '#kernel/failure.ts';
import type { FormBody } from '#kernel/http/forms.ts';
import { ownerOf } from '#kernel/http/guest.ts';
import type { Uploads } from '#kernel/http/uploads.ts';
import type { PreparedFile } from '../cinema/cinema.ts';
import { photoWords } from './photo-messages.ts';

export interface PictureTools {
  readonly db: Db;
  readonly uploads: Pick<Uploads, 'claim'>;
}
export interface SentPictures {
  readonly photos: readonly PreparedFile[];
  /** What was wrong with the others. */
  readonly faults: FieldErrors;
}

/** The places of the gallery in a form without a script. A form carries four files at most. */
export const GALLERY_SLOTS = ['gallery_1', 'gallery_2'] as const;

/** The good photos of these fields; one that is refused never costs the others. */
export async function sentPictures(request: FastifyRequest, tools: PictureTools, fields: readonly string[]): Promise<SentPictures> {
  const photos: PreparedFile[] = [];
  let faults: FieldErrors = {};
  for (const field of fields) {
    for (const read of sourcesOf(request, tools, field)) {
      try {
        const { content, extension, mediaType } = await preparePhoto(await read(), field);
        photos.push({ content, extension, mediaType });
      } catch (error) {
        if (!(error instanceof Failure) || error.kind !== 'invalid') throw error;
        faults = { ...error.fields, ...faults };
      }
    }
  }
  return { photos, faults };
}

function sourcesOf(request: FastifyRequest, { db, uploads }: PictureTools, field: string): readonly (() => Promise<Buffer>)[] {
  const file = request.formFiles[field];
  if (file) return [async () => file.content];
  const ids = [((request.body ?? {}) as FormBody)[`${field}_upload`] ?? []].flat().filter((id) => id !== '');
  return ids.map((id) => async () => {
    const claimed = await uploads.claim(db, id, ownerOf(request));
    if (!claimed) throw failure.field(field, photoWords.uploadLost, {}, 'missing');
    return claimed.content;
  });
}
