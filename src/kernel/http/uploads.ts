/**
 * Files sent piece by piece over connections that break: tus 1.0.0 (core, creation, creation-with-upload, termination,
 * expiration) at `/uploads`. https://tus.io/protocols/resumable-upload
 *
 * Hides pieces, offsets and expiry. Words: the *purpose* of an upload (`photo`, `cv`) sets its limit and names the form
 * field in refusals; its *owner* is the account, or the browser of somebody who has not signed in yet; to *claim* is to
 * take the finished content, once, inside the transaction that uses it. What it contains is judged then, not here.
 */
import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Clock } from '../clock.ts';
import type { Db } from '../db/db.ts';
import { Failure, failure } from '../failure.ts';
import { messages } from '../message.ts';
import { shownName } from '../storage/files.ts';
import { access } from './access.ts';
import type { Door } from './door.ts';
import { tooLarge } from './forms.ts';
import { ownerOf } from './guest.ts';
import type { Limits, Rule } from './rate-limit.ts';
import {
  type AppendProblem,
  appendPiece,
  findUpload,
  insertUpload,
  removeExpired,
  removeUpload,
  takeUpload,
  type UploadRow,
} from './uploads-store.ts';

export interface ClaimedUpload {
  readonly content: Buffer;
  readonly originalName: string;
  /** What the browser said it is; prove it by the content. */
  readonly declaredType: string;
  readonly purpose: string;
}

export interface Uploads {
  routes(door: Door): void;
  /** The finished content, once; null when there is none of that owner. Gone when the caller's transaction commits. */
  claim(db: Db, id: string, owner: string): Promise<ClaimedUpload | null>;
  /** Removes what expired; returns how many uploads. */
  sweep(): Promise<number>;
}

export interface UploadTools {
  readonly db: Db;
  readonly clock: Clock;
  readonly limits: Limits;
  /** Largest size in megabytes by purpose. */
  readonly purposes?: Readonly<Record<string, number>>;
}

const MEGABYTE = 1024 * 1024;
const PURPOSES = { photo: 5, cv: 10 };
const LIFE_MS = 24 * 3600 * 1000;
/** Written to the database at once; what a dying process had received beyond the last piece is sent again. */
const PIECE_BYTES = 256 * 1024;
const SILENCE_MS = 60_000;
const CONTENT_TYPE = 'application/offset+octet-stream';
const VERSION = '1.0.0';

// A casting session behind one address sends two files a person: the address gets room for three hundred an hour.
const PER_OWNER: Rule = { name: 'uploads', limit: 60, windowSeconds: 3600 };
const PER_ADDRESS: Rule = { name: 'uploads-address', limit: 600, windowSeconds: 3600 };
const MEGABYTES_PER_ADDRESS: Rule = { name: 'uploads-megabytes', limit: 4096, windowSeconds: 86_400 };

const m = messages({
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

export function createUploads(tools: UploadTools): Uploads {
  const desk = uploadDesk({ purposes: PURPOSES, ...tools });
  return {
    routes: (door) => registerUploadRoutes(door, desk),
    async claim(db, id, owner) {
      const taken = await takeUpload(db, { id, owner, now: tools.clock.now() });
      if (!taken) return null;
      return { content: taken.content, originalName: taken.original_name, declaredType: taken.declared_type, purpose: taken.purpose };
    },
    sweep: () => removeExpired(tools.db, tools.clock.now()),
  };
}

interface Desk {
  readonly maxBytes: number;
  create(request: FastifyRequest): Promise<UploadRow>;
  find(request: FastifyRequest): Promise<UploadRow>;
  /** Takes the body into the upload; returns the new offset. A body that is cut off is kept as far as it came. */
  receive(upload: UploadRow, body: Readable): Promise<{ received: number; expiresAt: Date }>;
  remove(request: FastifyRequest): Promise<void>;
}

const idOf = (request: FastifyRequest): string => (request.params as { id: string }).id;

function uploadDesk({ db, clock, limits, purposes }: UploadTools & Required<Pick<UploadTools, 'purposes'>>): Desk {
  const expiry = (): Date => new Date(clock.now().getTime() + LIFE_MS);
  return {
    maxBytes: Math.max(...Object.values(purposes)) * MEGABYTE,
    async create(request) {
      const asked = readCreation(request, purposes);
      const owner = ownerOf(request);
      const megabytes = Math.ceil(asked.length / MEGABYTE);
      await take(limits, clock, [
        [PER_OWNER, owner, 1],
        [PER_ADDRESS, request.ip, 1],
        [MEGABYTES_PER_ADDRESS, request.ip, megabytes],
      ]);
      const times = { created_at: clock.now(), expires_at: expiry() };
      const row = { id: randomBytes(16).toString('hex'), owner, received: 0, pieces: 0, ...asked, ...times };
      await insertUpload(db, row);
      return row;
    },
    async find(request) {
      const found = await findUpload(db, { id: idOf(request), owner: ownerOf(request), now: clock.now() });
      if (!found) throw failure.notFound(m.gone);
      return found;
    },
    async receive(upload, body) {
      let received = upload.received;
      let expiresAt = upload.expires_at;
      for await (const piece of piecesOf(body)) {
        expiresAt = expiry();
        const whose = { id: upload.id, owner: upload.owner, now: clock.now() };
        const problem = await appendPiece(db, whose, received, piece, expiresAt);
        if (problem) throw failureOf(problem, upload);
        received += piece.length;
      }
      return { received, expiresAt };
    },
    async remove(request) {
      if (!(await removeUpload(db, { id: idOf(request), owner: ownerOf(request) }))) throw failure.notFound(m.gone);
    },
  };
}

async function take(limits: Limits, clock: Clock, takes: readonly (readonly [Rule, string, number])[]): Promise<void> {
  for (const [rule, key, cost] of takes) {
    const { allowed, resetAt } = await limits.take(rule, key, cost);
    if (!allowed) throw failure.rateLimited(Math.max(1, Math.ceil((resetAt.getTime() - clock.now().getTime()) / 1000)));
  }
}

type Asked = Pick<UploadRow, 'purpose' | 'length' | 'original_name' | 'declared_type' | 'metadata'>;

function readCreation(request: FastifyRequest, purposes: Readonly<Record<string, number>>): Asked {
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
    declared_type: shownName(pairs.get('filetype')?.replaceAll('/', '\u2215') ?? ''),
  };
  return { purpose, length, ...named, metadata: metadata.slice(0, 2000) };
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

/** The body in pieces of a fair size. A connection that breaks or falls silent ends it: what came before counts. */
async function* piecesOf(body: Readable): AsyncGenerator<Buffer> {
  const silence = setTimeout(() => body.destroy(), SILENCE_MS);
  const reader = body.iterator({ destroyOnReturn: false }) as AsyncIterator<Buffer>;
  try {
    let waiting: Buffer[] = [];
    let bytes = 0;
    for (let open = true; open; ) {
      const next = await reader.next().catch(() => null);
      silence.refresh();
      open = next !== null && !next.done;
      if (next && !next.done) bytes += waiting.push(next.value) && next.value.length;
      if (bytes === 0 || (open && bytes < PIECE_BYTES)) continue;
      yield Buffer.concat(waiting);
      [waiting, bytes] = [[], 0];
    }
  } finally {
    clearTimeout(silence);
  }
}

function failureOf(problem: AppendProblem, upload: UploadRow): Failure {
  if (problem === 'gone') return failure.notFound(m.gone);
  if (problem === 'wrong-offset') return failure.conflict('OFFSET_MISMATCH', m.wrongOffset);
  if (problem === 'too-many-pieces') return failure.field(upload.purpose, m.tooManyPieces);
  return new Failure('too-large', { fields: tooLarge(upload.purpose, Math.ceil(upload.length / MEGABYTE)).fields });
}

const config = { access: access.public, internal: true };

function registerUploadRoutes(door: Door, desk: Desk): void {
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
        reply
          .code(204)
          .headers({
            'tus-version': VERSION,
            'tus-extension': 'creation,creation-with-upload,termination,expiration',
            'tus-max-size': desk.maxBytes,
          })
          .send(),
      );
    }
    scope.post('/uploads', { config }, async (request, reply) => {
      const upload = await desk.create(request);
      const body = request.body instanceof Readable ? request.body : null;
      const state = body ? await receive(desk, upload, body, reply) : { received: 0, expiresAt: upload.expires_at };
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

async function resume(desk: Desk, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  if (!(request.body instanceof Readable)) throw new Failure('unsupported-type');
  const upload = await desk.find(request);
  const offset = /^\d{1,15}$/.exec(String(request.headers['upload-offset'] ?? ''))?.[0];
  if (Number(offset ?? Number.NaN) !== upload.received) {
    reply.header('connection', 'close');
    throw failure.conflict('OFFSET_MISMATCH', m.wrongOffset);
  }
  return tell(reply.code(204), await receive(desk, upload, request.body, reply)).send();
}

async function terminate(desk: Desk, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  await desk.remove(request);
  return reply.code(204).send();
}

/** A refusal in the middle leaves the rest of the body unread: the connection cannot be used again. */
async function receive(desk: Desk, upload: UploadRow, body: Readable, reply: FastifyReply): Promise<{ received: number; expiresAt: Date }> {
  try {
    return await desk.receive(upload, body);
  } catch (error) {
    reply.header('connection', 'close');
    throw error;
  }
}

const tell = (reply: FastifyReply, { received, expiresAt }: { received: number; expiresAt: Date }): FastifyReply =>
  reply.headers({ 'upload-offset': received, 'upload-expires': expiresAt.toUTCString() });
