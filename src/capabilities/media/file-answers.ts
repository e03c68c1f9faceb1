/**
 * How stored files are given to browsers, whoever decided that they may be: with a tag that saves sending them twice, photos in
 * the few widths that the pages use, documents under the name their owner gave them.
 */
import { buffer } from 'node:stream/consumers';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Db } from '#kernel/db/db.ts';
import { failure } from '#kernel/failure.ts';
import { createFreshCache } from '#kernel/fresh-cache.ts';
import { fieldMessages } from '#kernel/http/validation.ts';
import { messages } from '#kernel/message.ts';
import { PICTURE_WIDTHS } from '#kernel/page/picture-widths.ts';
import type { ByteRange } from '#kernel/storage/blob.ts';
import type { Files, StoredFile } from '#kernel/storage/files.ts';
import { photoVariant } from './photo.ts';

/** Small photos kept in memory: about three thousand. */
const KEPT_BYTES = 32 * 1024 * 1024;

const m = messages({
  notFound: { fr: 'Fichier introuvable', en: 'File not found', ar: 'الملف غير موجود' },
});

export interface FileAnswers {
  whole(request: FastifyRequest, reply: FastifyReply, name: string): Promise<FastifyReply>;
  /** In the width that `?w=` asks for. */
  photo(request: FastifyRequest, reply: FastifyReply, name: string): Promise<FastifyReply>;
  /** To be saved, under the name its owner gave it or else under `fallback`. */
  document(request: FastifyRequest, reply: FastifyReply, name: string, fallback: string): Promise<FastifyReply>;
  /** As `document`, or the part of it that the reader asks for (`Range`): players of films and sound do. */
  stream(request: FastifyRequest, reply: FastifyReply, name: string, fallback: string): Promise<FastifyReply>;
}

export function createFileAnswers({ db, files }: { readonly db: Db; readonly files: Files }): FileAnswers {
  // A name of content and width is never out of date: the version stands still.
  const variants = createFreshCache<Buffer>({ version: async () => 0, sizeOf: (small) => small.length, capacity: KEPT_BYTES });
  const find = async (name: string): Promise<StoredFile> => {
    const file = await files.find(db, name);
    if (!file) throw failure.notFound(m.notFound);
    return file;
  };
  const send = async (request: FastifyRequest, reply: FastifyReply, file: StoredFile): Promise<FastifyReply> => {
    if (isKnown(request, reply, file, '')) return reply.code(304).send();
    return reply
      .type(file.mediaType)
      .header('content-length', file.bytes)
      .send(await files.open(file));
  };
  return {
    whole: async (request, reply, name) => send(request, reply, await find(name)),
    async photo(request, reply, name) {
      const width = widthOf((request.query as { readonly w?: string }).w);
      const file = await find(name);
      if (width === null) return send(request, reply, file);
      const format = formatFor(request);
      // Set, not added to: what compresses answers leaves pictures alone, and so names nothing here.
      reply.header('vary', 'accept');
      if (isKnown(request, reply, file, `-${width}${format === 'avif' ? '-avif' : ''}`)) return reply.code(304).send();
      const draw = (): Promise<Buffer> =>
        files.copy(file, `${width}.${format}`, async () => photoVariant(await buffer(await files.open(file)), width, format));
      return reply.type(`image/${format}`).send(await variants.get(`${file.sha256} ${width} ${format}`, draw));
    },
    async document(request, reply, name, fallback) {
      const file = await find(name);
      return send(request, reply.header('content-disposition', attachment(file.originalName ?? fallback)), file);
    },
    async stream(request, reply, name, fallback) {
      const file = await find(name);
      reply.headers({ 'accept-ranges': 'bytes', 'content-disposition': attachment(file.originalName ?? fallback) });
      if (isKnown(request, reply, file, '')) return reply.code(304).send();
      const range = rangeOf(request, reply, file.bytes);
      if (range === 'none') return reply.code(416).header('content-range', `bytes */${file.bytes}`).send();
      reply.type(file.mediaType).header('content-length', range ? range.end - range.start + 1 : file.bytes);
      if (range) reply.code(206).header('content-range', `bytes ${range.start}-${range.end}/${file.bytes}`);
      return reply.send(await files.open(file, range ?? undefined));
    },
  };
}

/** Null for the whole file, `none` for what is not within it. Several parts at once are answered with the whole, as one may. */
function rangeOf({ headers }: FastifyRequest, reply: FastifyReply, bytes: number): ByteRange | 'none' | null {
  const { range, 'if-range': condition } = headers;
  const [, from = '', until = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(range?.trim() ?? '') ?? [];
  if ((from === '' && until === '') || (condition !== undefined && condition !== reply.getHeader('etag'))) return null;
  if (from === '') return until === '0' ? 'none' : { start: Math.max(0, bytes - Number(until)), end: bytes - 1 };
  const [start, end] = [Number(from), until === '' ? bytes - 1 : Math.min(Number(until), bytes - 1)];
  if (until !== '' && Number(until) < start) return null;
  return start < bytes ? { start, end } : 'none';
}

/** A stranger is asked to sign in, whether the file exists or not: nobody learns which names are taken. */
export const fileRefusal = ({ viewer }: FastifyRequest): Error => (viewer ? failure.notFound(m.notFound) : failure.unauthenticated());

function widthOf(text: string | undefined): number | null {
  if (text === undefined) return null;
  const width = PICTURE_WIDTHS.find((allowed) => String(allowed) === text);
  if (!width) throw failure.field('w', fieldMessages.choice, { values: PICTURE_WIDTHS.join(', ') }, 'choice');
  return width;
}

/** AVIF is a third lighter; a browser that can show it says so by name (`*\/*` is said by programs that cannot). */
const formatFor = ({ headers: { accept = '' } }: FastifyRequest): 'avif' | 'webp' =>
  /\bimage\/avif\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/i.test(accept) ? 'avif' : 'webp';

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
