/**
 * Uploaded files under their documented addresses (`/static/uploads/photos|cvs|qrcodes/…`), each given only to those who may
 * have it: photos of public profiles to all, CVs to their owner, recruiters and administrators, QR codes to all.
 */
import { buffer } from 'node:stream/consumers';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { photoVariant } from '#capabilities/media/media.ts';
import type { Db } from '#kernel/db/db.ts';
import { failure } from '#kernel/failure.ts';
import { access } from '#kernel/http/access.ts';
import type { Door } from '#kernel/http/door.ts';
import { fieldMessages } from '#kernel/http/validation.ts';
import type { Files, StoredFile } from '#kernel/storage/files.ts';
import { createFreshCache } from '../fresh-cache.ts';
import type { Members } from './members.ts';
import { refusals } from './messages.ts';
import * as policies from './policies.ts';

/** Widths a photo is also given in (`?w=320`), as WebP: what the pages use, so that nobody can ask for thousands. */
export const PHOTO_WIDTHS = [64, 96, 160, 320, 640, 1280] as const;

/** Small photos kept in memory: about three thousand. */
const KEPT_BYTES = 32 * 1024 * 1024;

interface FileRouteTools {
  readonly db: Db;
  readonly files: Files;
  readonly members: Members;
}

export function registerFileRoutes(door: Door, { db, files, members }: FileRouteTools): void {
  const route = { config: { access: access.public, internal: true } } as const;
  type Named = { Params: { file: string }; Querystring: { w?: string } };

  // A name of content and width is never out of date: the version stands still.
  const variants = createFreshCache<Buffer>({ version: async () => 0, sizeOf: (small) => small.length, capacity: KEPT_BYTES });

  door.get<Named>('/static/uploads/photos/:file', route, async (request, reply) => {
    const width = widthOf(request.query.w);
    const name = `photos/${request.params.file}`;
    const owner = await members.findFileOwner(name);
    if (!owner || !policies.maySeeCard(request.viewer, owner)) throw refusal(request);
    const file = await findFile(db, files, name);
    if (isKnown(request, reply, file, width === null ? '' : `-${width}`)) return reply.code(304).send();
    if (width === null) return sendFile(reply, files, file);
    const small = variants.get(`${file.sha256} ${width}`, async () => photoVariant(await buffer(await files.open(file)), width, 'webp'));
    return reply.type('image/webp').send(await small);
  });

  door.get<Named>('/static/uploads/cvs/:file', route, async (request, reply) => {
    const name = `cvs/${request.params.file}`;
    const owner = await members.findFileOwner(name);
    if (!owner || !policies.maySeeContacts(request.viewer, owner)) throw refusal(request);
    const file = await findFile(db, files, name);
    reply.header('content-disposition', attachment(file.originalName ?? `CV-${owner.code}${extensionOf(name)}`));
    if (isKnown(request, reply, file, '')) return reply.code(304).send();
    return sendFile(reply, files, file);
  });

  door.get<Named>('/static/uploads/qrcodes/:file', route, async (request, reply) => {
    const file = await findFile(db, files, `qrcodes/${request.params.file}`);
    if (isKnown(request, reply, file, '')) return reply.code(304).send();
    return sendFile(reply, files, file);
  });
}

/** A stranger is asked to sign in, whether the file exists or not: nobody learns which names are taken. */
const refusal = ({ viewer }: FastifyRequest): Error => (viewer ? failure.notFound(refusals.fileNotFound) : failure.unauthenticated());

async function findFile(db: Db, files: Files, name: string): Promise<StoredFile> {
  const file = await files.find(db, name);
  if (!file) throw failure.notFound(refusals.fileNotFound);
  return file;
}

function widthOf(text: string | undefined): number | null {
  if (text === undefined) return null;
  const width = PHOTO_WIDTHS.find((allowed) => String(allowed) === text);
  if (!width) throw failure.field('w', fieldMessages.choice, { values: PHOTO_WIDTHS.join(', ') }, 'choice');
  return width;
}

/** Sets what every answer carries; true when the reader has these very bytes already. A name's content never changes. */
function isKnown(request: FastifyRequest, reply: FastifyReply, { sha256 }: StoredFile, suffix: string): boolean {
  const tag = `"${sha256.slice(0, 32)}${suffix}"`;
  // Who may read it can change at any time: browsers keep the file but ask before each use.
  reply.headers({
    etag: tag,
    'cache-control': 'private, no-cache',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
  });
  return (request.headers['if-none-match'] ?? '').split(',').some((known) => known.trim().replace(/^W\//, '') === tag);
}

const sendFile = async (reply: FastifyReply, files: Files, file: StoredFile): Promise<FastifyReply> =>
  reply
    .type(file.mediaType)
    .header('content-length', file.bytes)
    .send(await files.open(file));

const extensionOf = (name: string): string => name.slice(name.lastIndexOf('.'));

/** `attachment` with the name twice (RFC 6266): in ASCII for old readers, in UTF-8 for the others. */
export function attachment(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/[^\x20-\x7e]/g, '')
    .replace(/["\\%]/g, '_')
    .trim();
  const ascii = /^\.?\w*$/.test(plain) && !/^\w/.test(plain) ? `file${plain}` : plain;
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
