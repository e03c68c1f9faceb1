/** Tests and repeats ask other people's machines: not without end. */
import type { FastifyRequest } from 'fastify';
import { requireViewer } from '#kernel/http/access.ts';
import type { Limits } from '#kernel/http/rate-limit.ts';

const SENT_BY_HAND_PER_HOUR = 60;

export interface ByHandTools {
  readonly limits: Pick<Limits, 'admit'>;
  readonly rateLimitScale: number;
}

export const limitByHand = ({ limits, rateLimitScale }: ByHandTools, request: FastifyRequest): Promise<void> =>
  limits.admit(
    { name: 'webhooks.by-hand', limit: SENT_BY_HAND_PER_HOUR * rateLimitScale, windowSeconds: 3600 },
    `account:${requireViewer(request).accountId}`,
  );
