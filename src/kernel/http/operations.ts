/** What an operator asks of every door: is the process alive, may it take traffic, how is it doing. */

import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { sql } from 'kysely';
import type { Database } from '../db/connect.ts';
import { failure } from '../failure.ts';
import type { Metrics } from '../metrics.ts';
import { access } from './access.ts';
import type { Door } from './door.ts';

const route = { config: { access: access.public, internal: true, anonymous: true } };

interface OperationTools {
  readonly database: Database;
  readonly metrics: Metrics;
  /** The program is ending: no more traffic, please. */
  readonly isLeaving: () => boolean;
  /** Opens the figures to other machines; without one only this machine reads them. */
  readonly metricsToken: string | null;
}

export function registerOperations(door: Door, { database, metrics, isLeaving, metricsToken }: OperationTools): void {
  door.get('/healthz', route, async () => ({ status: 'ok' }));
  door.get('/readyz', route, async (_request, reply) => {
    const ready = !isLeaving() && (await answers(database));
    return reply.code(ready ? 200 : 503).send({ status: ready ? 'ready' : 'unavailable' });
  });
  door.get('/metrics', route, async (request, reply) => {
    if (!mayReadMetrics(request, metricsToken)) throw failure.notFound();
    return reply.type('text/plain; version=0.0.4; charset=utf-8').send(await metrics.render());
  });
}

/** A proxy on this machine forwards strangers: what was forwarded is not local. */
function mayReadMetrics({ headers, socket }: FastifyRequest, token: string | null): boolean {
  if (token !== null) {
    const [given, expected] = [headers.authorization ?? '', `Bearer ${token}`].map((text) => createHash('sha256').update(text).digest());
    return given !== undefined && expected !== undefined && timingSafeEqual(given, expected);
  }
  const isForwarded = headers['x-forwarded-for'] !== undefined || headers.forwarded !== undefined;
  return !isForwarded && /^(127\.|::1$|::ffff:127\.)/.test(socket.remoteAddress ?? '');
}

const answers = async (database: Database): Promise<boolean> =>
  sql`select 1`.execute(database.db).then(
    () => true,
    () => false,
  );
