/**
 * A person's own badge, from the link in their selection letter: people of the CINEMA module need no account. The address holds the
 * random part of the badge (45 bits), so it cannot be guessed, and is worth nothing once the badge is revoked.
 */
import { failure } from '#kernel/failure.ts';
import { access } from '#kernel/http/access.ts';
import type { Door } from '#kernel/http/door.ts';
import type { Rule } from '#kernel/http/rate-limit.ts';
import { refusals } from './messages.ts';
import { findCurrentOfBadge } from './reading.ts';
import type { ProjectPageTools } from './tools.ts';

/** Of whoever opens such links from one address, good or wrong. */
const OPENINGS: Rule = { name: 'talent.badge-link', limit: 60, windowSeconds: 3600 };

const SEED = /^[a-z\d]{9}$/;

export const badgeLink = (seed: string): string => `/cinema/badge/${seed}`;

export function registerBadgeLink(door: Door, { db, limits, badges }: ProjectPageTools): void {
  const config = { access: access.public, internal: true } as const;
  door.get<{ Params: { seed: string } }>('/cinema/badge/:seed', { config }, async (request, reply) => {
    await limits.admit(OPENINGS, request.ip);
    const { seed } = request.params;
    const member = SEED.test(seed) ? await findCurrentOfBadge(db, seed) : null;
    if (!member) throw failure.notFound(refusals.noBadge);
    reply.headers({
      'content-disposition': `attachment; filename="badge_${member.projectCode}.pdf"`,
      'cache-control': 'no-store',
      'x-robots-tag': 'noindex',
    });
    return reply.type('application/pdf').send(await badges.printOne(member.id, request.language));
  });
}
