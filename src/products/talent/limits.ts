/** The documented limits of the talent API (talent-api-v3.md, "Limites de taux"): per account, else per address, shared by all processes. */
import type { FastifyRequest } from 'fastify';
import { isUnsafe } from '#kernel/http/cross-site.ts';
import type { Door } from '#kernel/http/door.ts';
import type { Limits, Rule } from '#kernel/http/rate-limit.ts';

const HOUR = 3600;
/** PUT and DELETE are undocumented; they count with POST. */
const rules = (scale: number): { reads: Rule; writes: Rule } => ({
  reads: { name: 'talent.reads', limit: 1000 * scale, windowSeconds: HOUR, lease: 100 },
  writes: { name: 'talent.writes', limit: 500 * scale, windowSeconds: HOUR },
});

const callerOf = (request: FastifyRequest): string => (request.viewer ? `account:${request.viewer.accountId}` : `ip:${request.ip}`);

/** `scale` multiplies the documented figures (`RATE_LIMIT_SCALE`). */
export function limitTalentApi(door: Door, limits: Limits, scale: number): void {
  const { reads, writes } = rules(scale);
  door.addHook('onRequest', async (request) => {
    const { kind, internal } = request.routeOptions.config;
    if (kind === 'page' || internal || !request.url.startsWith('/api/')) return;
    await limits.admit(isUnsafe(request) ? writes : reads, callerOf(request));
  });
}
