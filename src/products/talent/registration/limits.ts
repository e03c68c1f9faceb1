/** How often one address may register. Generous: three hundred extras of a casting day share the network of the set. */
import type { FastifyRequest } from 'fastify';
import type { Config } from '#config';
import type { Limits, Rule } from '#kernel/http/rate-limit.ts';

const HOUR = 3600;
const COMPLETIONS = 300;
const STEPS = 3000;
/** On this very machine: demonstrations, tests, and scripts of the administrator. */
const LOCAL_FACTOR = 10;

export interface LimitTools {
  readonly limits: Pick<Limits, 'admit'>;
  readonly config: Pick<Config, 'rateLimitScale'>;
}
export interface RegistrationLimits {
  step(request: FastifyRequest): Promise<void>;
  completion(request: FastifyRequest): Promise<void>;
}

/** Throws `failure.rateLimited` for one too many. */
export function limitRegistrations({ limits, config }: LimitTools): RegistrationLimits {
  const taking = (name: string, limit: number) => async (request: FastifyRequest) => {
    const factor = config.rateLimitScale * (isLoopback(request.ip) ? LOCAL_FACTOR : 1);
    const rule: Rule = { name, limit: limit * factor, windowSeconds: HOUR };
    await limits.admit(rule, request.ip);
  };
  return { step: taking('registration.steps', STEPS), completion: taking('registration', COMPLETIONS) };
}

const isLoopback = (ip: string): boolean => ip === '::1' || /^(::ffff:)?127\./.test(ip);
