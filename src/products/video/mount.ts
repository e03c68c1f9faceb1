/** Where routes of the video API hang: on the door of their own, or as guests of the site's door, with the same manners. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Access } from '#kernel/http/access.ts';
import type { Door, RenderFailure, RouteManners } from '#kernel/http/door.ts';
import type { LimitName, RequestLimits } from './limits.ts';

export interface VideoMount {
  readonly door: Door;
  /** True on the site's door, where `POST /auth/login` is the talent product's. */
  readonly isGuest: boolean;
  /**
   * Spread into the options of every route: `{...route(access.signedIn, 'generate'), schema}`. It names the access, the dialect of
   * failures, and the rate limit that counts beside the general one.
   */
  route(
    access: Access,
    limit?: LimitName,
  ): {
    readonly config: RouteManners;
    readonly preValidation: (request: FastifyRequest, reply: FastifyReply) => Promise<void>;
  };
}

/** On the site door they speak their own errors and are left out of its document: /docs/video describes them. */
export const mountOn = (door: Door, renderFailure: RenderFailure, limits: RequestLimits, isGuest: boolean): VideoMount => ({
  door,
  isGuest,
  route: (access, limit) => ({
    config: { access, renderFailure, ...(isGuest ? { internal: true } : {}) },
    preValidation: (request, reply) => limits.admit(request, reply, limit),
  }),
});
