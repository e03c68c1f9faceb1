/** What an operator asks of every door: is the process alive, may it take traffic, how is it doing. */

import { sql } from 'kysely';
import type { Database } from '../db/connect.ts';
import type { Metrics } from '../metrics.ts';
import { access } from './access.ts';
import type { Door } from './door.ts';

const route = { config: { access: access.public, internal: true, anonymous: true } };

export function registerOperations(
  door: Door,
  { database, metrics, isDraining }: { database: Database; metrics: Metrics; isDraining: () => boolean },
): void {
  door.get('/healthz', route, async () => ({ status: 'ok' }));
  door.get('/readyz', route, async (_request, reply) => {
    const ready = !isDraining() && (await answers(database));
    return reply.code(ready ? 200 : 503).send({ status: ready ? 'ready' : 'unavailable' });
  });
  door.get('/metrics', route, async (_request, reply) =>
    reply.type('text/plain; version=0.0.4; charset=utf-8').send(await metrics.render()),
  );
}

const answers = async (database: Database): Promise<boolean> =>
  sql`select 1`.execute(database.db).then(
    () => true,
    () => false,
  );
