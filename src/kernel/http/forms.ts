/**
 * Bodies of page forms: urlencoded or multipart, as one flat record of texts, with the files beside it
 * (`formFiles(request)`). Limits hold while reading, so a body that is too large is never kept.
 */
import { rm } from 'node:fs/promises';
import formbody from '@fastify/formbody';
import multipart from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { Failure, failure } from '../failure.ts';
import { messages } from '../message.ts';
import { writeDraft } from '../storage/durable.ts';
import type { Door } from './door.ts';

export interface FormFile {
  readonly content: Buffer;
  readonly originalName: string;
  readonly declaredType: string;
}
/** A text sent several times (checkboxes) is a list. */
export type FormBody = Readonly<Record<string, string | readonly string[] | undefined>>;

const MAX_FILE_BYTES = 12 * 1024 * 1024;
const m = messages({
  broken: {
    fr: 'Le formulaire est arrivé incomplet ou illisible. Envoyez-le de nouveau.',
    en: 'The form arrived incomplete or unreadable. Send it again.',
    ar: 'وصل النموذج ناقصًا أو غير مقروء. أرسله مجددًا.',
  },
  fileTooLarge: {
    fr: 'Fichier trop volumineux (au plus {limit} Mo)',
    en: 'The file is too large (at most {limit} MB)',
    ar: 'الملف كبير جدًا (الحد الأقصى {limit} ميغابايت)',
  },
});

/** On the disk of this machine until the answer has left; whoever wants to keep it moves it away. */
export interface LargeFile {
  readonly path: string;
  readonly bytes: number;
}
/** How a route receives files that do not fit in memory: written to `folder` while they come, at most `bytes` each. */
export interface LargeFiles {
  readonly folder: string;
  readonly bytes: number;
}

declare module 'fastify' {
  interface FastifyRequest {
    formFiles: Readonly<Record<string, FormFile>>;
    largeFiles: Readonly<Record<string, LargeFile>>;
  }
}

export function acceptForms(door: Door): void {
  door.register(formbody, { bodyLimit: 256 * 1024 });
  door.register(multipart, { limits: { fileSize: MAX_FILE_BYTES, files: 4, fields: 200, fieldSize: 64 * 1024, parts: 210 } });
  door.decorateRequest('formFiles');
  door.decorateRequest('largeFiles');
  door.addHook('onResponse', async ({ largeFiles = {} }) => {
    for (const { path } of Object.values(largeFiles)) await rm(path, { force: true });
  });
}

/** Reads a multipart body into `request.body` and `request.formFiles`; does nothing for other bodies. */
export async function readForm(request: FastifyRequest): Promise<void> {
  request.formFiles = {};
  const large: Record<string, LargeFile> = {};
  request.largeFiles = large;
  const limits = request.routeOptions.config.largeFiles;
  if (!request.isMultipart()) return;
  const read = readParts(request, large, limits).catch((error: unknown) => {
    throw isMalformed(error) ? new Failure('invalid', { code: 'BAD_REQUEST', message: m.broken }) : error;
  });
  [request.body, request.formFiles] = await read;
}

/** The reader of forms has no status for a body that is broken off or written wrongly; the disk has a call that failed. */
const isMalformed = (error: unknown): boolean =>
  error instanceof Error && !(error instanceof Failure) && !('statusCode' in error) && !('syscall' in error);

type Parts = readonly [fields: Record<string, string | readonly string[]>, files: Record<string, FormFile>];

async function readParts(request: FastifyRequest, large: Record<string, LargeFile>, limits: LargeFiles | undefined): Promise<Parts> {
  const fields: Record<string, string | readonly string[]> = {};
  const files: Record<string, FormFile> = {};
  for await (const part of request.parts(limits ? { limits: { fileSize: limits.bytes } } : {})) {
    if (part.type === 'file' && limits) {
      const { path, bytes } = await writeDraft(limits.folder, part.file);
      large[part.fieldname] = { path, bytes };
      if (part.file.truncated) throw tooLarge(part.fieldname, limits.bytes / 1024 / 1024);
    } else if (part.type === 'file') {
      const content = await part.toBuffer().catch((error: unknown) => {
        if (error instanceof Error && 'code' in error && error.code === 'FST_REQ_FILE_TOO_LARGE') throw tooLarge(part.fieldname);
        throw error;
      });
      if (content.length > 0) files[part.fieldname] = { content, originalName: part.filename, declaredType: part.mimetype };
    } else {
      const value = String(part.value);
      const before = fields[part.fieldname];
      fields[part.fieldname] = before === undefined ? value : [...[before].flat(), value];
    }
  }
  return [fields, files];
}

export const tooLarge = (field: string, megabytes = MAX_FILE_BYTES / 1024 / 1024): Failure =>
  failure.field(field, m.fileTooLarge, { limit: megabytes }, 'max_size');
