/** A peer: pg-boss that works on jobs which do nothing, as fast as it goes. `node boss.ts URL` */
import { PgBoss } from 'pg-boss';
import { NOTHING, SCHEMA } from './boss-names.ts';

const boss = new PgBoss({ connectionString: process.argv[2] ?? '', schema: SCHEMA, max: 6, useListenNotify: true });
await boss.start();
await boss.work(NOTHING, { batchSize: 500, pollingIntervalSeconds: 0.5, localConcurrency: 4 }, async () => undefined);
process.send?.('ready');
process.once('SIGTERM', () => void boss.stop());
