/**
 * The pictures of shared links, drawn when first asked for and kept in memory: what a card shows is its name there, so a changed title
 * draws another and an old one is forgotten when room is needed.
 */

import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type SocialCard, socialCardPng } from '#capabilities/printing/printing.ts';
import type { Db } from '#kernel/db/db.ts';
import { createFreshCache } from '#kernel/fresh-cache.ts';
import { access } from '#kernel/http/access.ts';
import { nameOf, type SiteName } from '#kernel/site-face.ts';
import type { Files } from '#kernel/storage/files.ts';

export interface CardFacts extends Omit<SocialCard, 'site' | 'language' | 'picture'> {
  /** A stored picture that anybody who sees the page may see. */
  readonly picture?: { readonly file: string; readonly look: 'face' | 'logo' } | null;
}
export interface SocialCards {
  send(request: FastifyRequest, reply: FastifyReply, facts: CardFacts): Promise<FastifyReply>;
}

/** How a card is asked for: by anybody, in the language of its address, without a trace in the audit. */
export const cardRoute = { config: { access: access.public, kind: 'page', internal: true } } as const;

const CAPACITY = 16 * 1024 * 1024;
const ROOMS: (keyof SocialCard)[] = ['eyebrow', 'title', 'lines', 'pill'];

export function createSocialCards({ db, files, siteName }: { db: Db; files: Files; siteName: SiteName }): SocialCards {
  // The name of a kept card says all that is on it: it is never out of date.
  const drawn = createFreshCache<Buffer>({ version: async () => 0, sizeOf: (card) => card.length, capacity: CAPACITY });
  let last: Promise<unknown> = Promise.resolve();
  const draw = async (card: SocialCard, file: string | null): Promise<Buffer> => {
    const stored = file ? await files.find(db, file) : null;
    const content = stored && (await buffer(await files.open(stored)));
    return socialCardPng({ ...card, picture: content && card.picture ? { ...card.picture, content } : null });
  };
  /** One at a time: a crawler that asks for a hundred waits, readers do not. */
  const inTurn = (card: SocialCard, file: string | null): Promise<Buffer> => {
    const mine = last.then(() => draw(card, file));
    last = mine.catch(() => null);
    return mine;
  };
  return {
    async send(request, reply, { picture, ...facts }) {
      const card = { ...facts, site: await nameOf(siteName), language: request.language };
      const name = JSON.stringify([request.language, picture ?? null, ...ROOMS.map((room) => card[room as keyof typeof card] ?? null)]);
      const etag = `"${createHash('sha256').update(name).digest('base64url').slice(0, 22)}"`;
      reply.headers({
        etag,
        'cache-control': 'public, max-age=3600',
        vary: 'cookie, accept-language',
        'x-content-type-options': 'nosniff',
      });
      if (request.headers['if-none-match'] === etag) return reply.code(304).send();
      const frame = picture ? { picture: { content: Buffer.alloc(0), look: picture.look } } : {};
      return reply.type('image/png').send(await drawn.get(name, () => inTurn({ ...card, ...frame }, picture?.file ?? null)));
    },
  };
}
