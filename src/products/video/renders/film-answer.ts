/** A stored film on its way to a player or a disk: whole or the part that was asked for, with a tag that saves sending it twice. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { attachment } from '#capabilities/media/media.ts';
import type { Db } from '#kernel/db/db.ts';
import { failure } from '#kernel/failure.ts';
import type { Files } from '#kernel/storage/files.ts';
import { m } from './messages.ts';

export interface Answerable {
  readonly db: Db;
  readonly files: Pick<Files, 'find' | 'open'>;
}

/** `name` is what a browser saves it as; without one it is shown. */
export async function answerFile(
  { db, files }: Answerable,
  request: FastifyRequest,
  reply: FastifyReply,
  stored: string,
  name?: string,
): Promise<FastifyReply> {
  const file = await files.find(db, stored);
  if (!file) throw failure.notFound(m.noVideo);
  const tag = `"${file.sha256.slice(0, 32)}"`;
  reply.headers({
    etag: tag,
    'accept-ranges': 'bytes',
    'cache-control': 'private, no-cache',
    'x-content-type-options': 'nosniff',
    ...(name ? { 'content-disposition': attachment(name) } : {}),
  });
  if (namesOf(request.headers['if-none-match']).includes(tag)) return reply.code(304).send();
  reply.type(file.mediaType);
  const part = partOf(request, tag, file.bytes);
  if (part === 'outside') return reply.code(416).header('content-range', `bytes */${file.bytes}`).send();
  if (!part) return reply.header('content-length', file.bytes).send(await files.open(file));
  reply.code(206).header('content-range', `bytes ${part.start}-${part.end}/${file.bytes}`);
  return reply.header('content-length', part.end - part.start + 1).send(await files.open(file, part));
}

const namesOf = (header: string | undefined): readonly string[] => (header ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));

/** Null sends all of it: nothing was asked for, several parts were, or the part of another version (`If-Range`). */
function partOf({ headers }: FastifyRequest, tag: string, bytes: number): { start: number; end: number } | 'outside' | null {
  const condition = headers['if-range'];
  const [, first, last] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(headers.range?.trim() ?? '') ?? [];
  if (first === undefined || last === undefined || (first === '' && last === '') || (condition && condition !== tag)) return null;
  const start = first === '' ? Math.max(0, bytes - Number(last)) : Number(first);
  const end = first === '' || last === '' ? bytes - 1 : Math.min(bytes - 1, Number(last));
  return start >= bytes || start > end ? 'outside' : { start, end };
}
