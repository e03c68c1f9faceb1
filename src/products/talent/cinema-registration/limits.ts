/** How often one address may register. Generous: three hundred extras of a casting day share the network of the set. */
import type { FastifyRequest } from 'fastify';
import type { Config } from '#config';
import type { Limits, Rule } from '#kernel/http/rate-limit.ts';

const HOUR = 3600;
const COMPLETIONS = 600;
const STEPS = 6000;

export interface LimitTools {
  readonly limits: Pick<Limits, 'admit'>;
  readonly config: Pick<Config, 'rateLimitScale'>;
}

/** Throws `failure.rateLimited` for one too many. */
export function limitRegistrations({ limits, config }: LimitTools) {
  const taking =
    (name: string, limit: number) =>
    async (request: FastifyRequest): Promise<void> => {
      const rule: Rule = { name, limit: limit * config.rateLimitScale, windowSeconds: HOUR };
      await limits.admit(rule, request.ip);
    };
  return { step: taking('cinema.steps', STEPS), completion: taking('cinema.registration', COMPLETIONS) };
}
