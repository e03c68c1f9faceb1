/**
 * How often a client may ask (video-api.md, "Rate Limiting"): 1000 requests a minute in general, fewer where work is started, counted
 * by account; strangers by address. Every answer says in `X-RateLimit-*` what is left of the rule that was nearest to its end.
 */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Clock } from '#kernel/clock.ts';
import { failure } from '#kernel/failure.ts';
import type { Limits, Rule, Verdict } from '#kernel/http/rate-limit.ts';

/** Requests and seconds. */
const RULES = {
  projects: [100, 60],
  generate: [20, 60],
  render: [5, 60],
  publish: [10, 3600],
} as const satisfies Record<string, readonly [number, number]>;
export type LimitName = keyof typeof RULES;

const GENERAL: Rule = { name: 'video.general', limit: 1000, windowSeconds: 60, lease: 25 };

export interface RequestLimits {
  /** Counts the request, and says so in the answer. Throws `failure.rateLimited`. */
  admit(request: FastifyRequest, reply: FastifyReply, name?: LimitName): Promise<void>;
}

export function createRequestLimits(limits: Limits, clock: Clock, scale: number): RequestLimits {
  const scaled = (rule: Rule): Rule => ({ ...rule, limit: rule.limit * scale });
  return {
    async admit(request, reply, name) {
      const key = request.viewer ? `account:${request.viewer.accountId}` : `address:${request.ip}`;
      const rules = [scaled(GENERAL), ...(name ? [scaled(ruleOf(name))] : [])];
      const verdicts: Verdict[] = [];
      for (const rule of rules) {
        const verdict = await limits.take(rule, key);
        verdicts.push(verdict);
        if (!verdict.allowed) {
          say(reply, verdict);
          throw failure.rateLimited(Math.max(1, Math.ceil((verdict.resetAt.getTime() - clock.now().getTime()) / 1000)));
        }
      }
      const [first, ...others] = verdicts;
      if (first)
        say(
          reply,
          others.reduce((least, other) => (other.remaining < least.remaining ? other : least), first),
        );
    },
  };
}

const ruleOf = (name: LimitName): Rule => ({ name: `video.${name}`, limit: RULES[name][0], windowSeconds: RULES[name][1] });

const say = (reply: FastifyReply, { limit, remaining, resetAt }: Verdict): void =>
  void reply.headers({
    'x-ratelimit-limit': limit,
    'x-ratelimit-remaining': remaining,
    'x-ratelimit-reset': Math.ceil(resetAt.getTime() / 1000),
  });
