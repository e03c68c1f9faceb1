/**
 * The words of tus 1.0.0 over HTTP: core, creation, creation-with-upload, termination, expiration.
 * https://tus.io/protocols/resumable-upload
 */
import { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Failure, failure } from '../failure.ts';
import { messages } from '../message.ts';
import { shownName } from '../storage/files.ts';
import { access } from './access.ts';
import type { Door } from './door.ts';
import { tooLarge } from './forms.ts';
import type { UploadRow } from './uploads-store.ts';

export interface UploadState {
  readonly received: number;
  readonly expiresAt: Date;
}

/** What the routes ask for; every method finds only the uploads of whoever makes the request. */
export interface UploadDesk {
  /** Of the largest purpose. */
  readonly maxBytes: number;
  create(request: FastifyRequest): Promise<UploadRow>;
  find(request: FastifyRequest): Promise<UploadRow>;
  /** Takes the body into the upload. A body that is cut off is kept as far as it came. */
  receive(upload: UploadRow, body: Readable): Promise<UploadState>;
  remove(request: FastifyRequest): Promise<void>;
}

export const MEGABYTE = 1024 * 1024;
const CONTENT_TYPE = 'application/offset+octet-stream';
const VERSION = '1.0.0';
const EXTENSIONS = 'creation,creation-with-upload,termination,expiration';

export const uploadMessages = messages({
  purpose: {
    fr: 'Indiquez à quoi sert le fichier (purpose) : {purposes}',
    en: 'Say what the file is for (purpose): {purposes}',
    ar: 'حدد الغرض من الملف (purpose): {purposes}',
  },
  length: {
    fr: 'Indiquez la taille du fichier en octets (Upload-Length), au moins 1',
    en: 'Say the size of the file in bytes (Upload-Length), at least 1',
    ar: 'حدد حجم الملف بالبايت (Upload-Length)، 1 على الأقل',
  },
  gone: {
    fr: 'Cet envoi n’existe pas ou a expiré. Choisissez le fichier de nouveau.',
    en: 'This upload does not exist or has expired. Choose the file again.',
    ar: 'عملية الرفع هذه غير موجودة أو انتهت صلاحيتها. اختر الملف مجددًا.',
  },
  wrongOffset: {
    fr: 'La suite du fichier ne commence pas où l’envoi s’est arrêté. Demandez la position, puis reprenez.',
    en: 'The next part does not begin where the upload stopped. Ask for the offset, then resume.',
    ar: 'الجزء التالي لا يبدأ من حيث توقف الرفع. اطلب الموضع ثم استأنف.',
  },
  tooManyPieces: {
    fr: 'L’envoi est découpé en trop de morceaux. Recommencez avec des morceaux plus grands.',
    en: 'The upload comes in too many pieces. Start again with larger ones.',
    ar: 'قُسّم الرفع إلى أجزاء كثيرة جدًا. ابدأ من جديد بأجزاء أكبر.',
  },
});

const m = uploadMessages;

export const wrongOffset = (): Failure => failure.conflict('OFFSET_MISMATCH', m.wrongOffset);

const MEDIA_TYPE = /^[\w.+-]{1,60}\/[\w.+-]{1,100}/;

type Asked = Pick<UploadRow, 'purpose' | 'length' | 'original_name' | 'declared_type' | 'metadata'>;

/** What the headers of a creation say; throws a `Failure` that names what is wrong. */
export function readCreation(request: FastifyRequest, purposes: Readonly<Record<string, number>>): Asked {
  const metadata = String(request.headers['upload-metadata'] ?? '');
  const pairs = readMetadata(metadata);
  const purpose = pairs.get('purpose') ?? '';
  const limit = Object.hasOwn(purposes, purpose) ? purposes[purpose] : undefined;
  if (limit === undefined) throw failure.field('purpose', m.purpose, { purposes: Object.keys(purposes).join(', ') }, 'choice');
  const length = Number(/^\d{1,15}$/.exec(String(request.headers['upload-length'] ?? ''))?.[0] ?? 0);
  if (length < 1) throw failure.field('Upload-Length', m.length, {}, 'required');
  if (length > limit * MEGABYTE) throw new Failure('too-large', { fields: tooLarge(purpose, limit).fields });
  const named = {
    original_name: shownName(pairs.get('filename') ?? ''),
    declared_type: MEDIA_TYPE.exec(pairs.get('filetype') ?? '')?.[0] ?? '',
  };
  return { purpose, length, ...named, metadata };
}

/** `key base64,key base64,…` */
function readMetadata(header: string): ReadonlyMap<string, string> {
  return new Map(
    header.split(',').map((pair) => {
      const [key = '', value = ''] = pair.trim().split(' ');
      return [key, Buffer.from(value, 'base64').toString('utf8')];
    }),
  );
}

const config = { access: access.public, internal: true };

export function registerUploadRoutes(door: Door, desk: UploadDesk): void {
  door.register(async (scope) => {
    scope.addContentTypeParser(CONTENT_TYPE, async (_request: FastifyRequest, body: Readable) => body);
    scope.addHook('onRequest', async (request, reply) => {
      reply.header('tus-resumable', VERSION);
      if (request.method !== 'OPTIONS' && request.headers['tus-resumable'] !== VERSION) {
        return reply.code(412).header('tus-version', VERSION).send();
      }
    });
    for (const path of ['/uploads', '/uploads/:id']) {
      scope.options(path, { config }, async (_request, reply) =>
        reply.code(204).headers({ 'tus-version': VERSION, 'tus-extension': EXTENSIONS, 'tus-max-size': desk.maxBytes }).send(),
      );
    }
    scope.post('/uploads', { config }, async (request, reply) => {
      const upload = await desk.create(request);
      const body = request.body instanceof Readable ? request.body : null;
      const state = body ? await desk.receive(upload, body) : { received: 0, expiresAt: upload.expires_at };
      return tell(reply.code(201).header('location', `/uploads/${upload.id}`), state).send();
    });
    scope.head('/uploads/:id', { config }, async (request, reply) => {
      const upload = await desk.find(request);
      reply.headers({ 'upload-length': upload.length, 'upload-metadata': upload.metadata, 'cache-control': 'no-store' });
      return tell(reply, { received: upload.received, expiresAt: upload.expires_at }).send();
    });
    scope.patch('/uploads/:id', { config }, (request, reply) => resume(desk, request, reply));
    scope.delete('/uploads/:id', { config }, (request, reply) => terminate(desk, request, reply));
    // For clients behind something that lets only GET and POST through.
    scope.post('/uploads/:id', { config }, async (request, reply) => {
      const method = request.headers['x-http-method-override'];
      if (method === 'PATCH') return resume(desk, request, reply);
      if (method === 'DELETE') return terminate(desk, request, reply);
      throw failure.notFound();
    });
  });
}

async function resume(desk: UploadDesk, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  if (!(request.body instanceof Readable)) throw new Failure('unsupported-type');
  const upload = await desk.find(request);
  const offset = /^\d{1,15}$/.exec(String(request.headers['upload-offset'] ?? ''))?.[0];
  if (Number(offset ?? Number.NaN) !== upload.received) throw wrongOffset();
  return tell(reply.code(204), await desk.receive(upload, request.body)).send();
}

async function terminate(desk: UploadDesk, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  await desk.remove(request);
  return reply.code(204).send();
}

const tell = (reply: FastifyReply, { received, expiresAt }: { received: number; expiresAt: Date }): FastifyReply =>
  reply.headers({ 'upload-offset': received, 'upload-expires': expiresAt.toUTCString() });
