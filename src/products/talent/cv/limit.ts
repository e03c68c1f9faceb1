/** How often somebody may have CVs analysed: as the searches with AI, thirty an hour for an account. */
import type { FastifyRequest } from 'fastify';
import type { CvTools } from './tools.ts';

const PER_HOUR = 30;

export async function admit({ config, limits }: Pick<CvTools, 'config' | 'limits'>, { viewer }: FastifyRequest): Promise<void> {
  const rule = { name: 'talent.cv_analysis', limit: PER_HOUR * config.rateLimitScale, windowSeconds: 3600 };
  await limits.admit(rule, `account:${viewer?.accountId}`);
}
