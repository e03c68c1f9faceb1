import type { FastifyRequest } from 'fastify';
import { expect, it } from 'vitest';
import { fixedClock } from '#kernel/clock.ts';
import { createLimits } from '#kernel/http/rate-limit.ts';
import { freshDatabase } from '#test/support.ts';
import { limitRegistrations } from './limits.ts';

const from = (ip: string) => ({ ip }) as FastifyRequest;

it('lets a casting day register from one address, and no more', async () => {
  const { db } = await freshDatabase();
  const limits = limitRegistrations({ limits: createLimits(db, fixedClock('2026-03-01T08:00:00Z')), config: { rateLimitScale: 1 } });
  for (let count = 0; count < 300; count += 1) await limits.completion(from('41.82.0.7'));
  await expect(limits.completion(from('41.82.0.7'))).rejects.toMatchObject({ kind: 'rate-limited' });
  await limits.completion(from('41.82.0.8'));
  for (let count = 0; count < 301; count += 1) await limits.completion(from('127.0.0.1'));
});
