/**
 * Ten thousand deliveries to twenty endpoints, signed, noted and in order, by one process. The peer is what autocannon gets out of the
 * same receiver with the same bytes and as many connections, in the same process, in turns.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import autocannon from 'autocannon';
import { sql } from 'kysely';
import pino from 'pino';
import { createWebhooks } from '#capabilities/webhooks/webhooks.ts';
import { systemClock } from '#kernel/clock.ts';
import { openDatabase } from '#kernel/db/connect.ts';
import { migrate } from '#kernel/db/migrate.ts';
import { createQueue } from '#kernel/jobs/queue.ts';
import { createVault } from '#kernel/vault.ts';
import { startPeer, writeResults } from './lib.ts';

const DELIVERIES = 10_000;
const ENDPOINTS = 20;
const DATA = { id: 7, prompt: 'a market at dawn', url: 'https://example.com/picture.png' };

const dataFolder = mkdtempSync(join(tmpdir(), 'atelier-bench-'));
const log = pino({ level: 'error' });
const database = await openDatabase({ databaseUrl: null, dataFolder, databasePoolSize: 10 }, log);
const { db } = database;
await migrate(db);
const queue = createQueue(database, log);
const vault = createVault([Buffer.alloc(32, 7).toString('base64url')], 'the bench, which keeps no secret from anybody');
const hooks = createWebhooks({ config: { demo: true }, db, clock: systemClock, vault, queue });
const receiver = await startPeer('peers/receiver.ts', []);
const received = async (): Promise<number> => Number(await (await fetch(receiver.url)).text());

const { rows } = await sql<{ id: number }>`
  insert into identity.accounts (email, username, role) values ('a@example.com', 'a', 'user') returning id`.execute(db);
const accountId = rows[0]?.id ?? 0;
for (let n = 0; n < ENDPOINTS; n += 1)
  await hooks.create('images', accountId, { url: `${receiver.url}/${n}`, events: ['image.generated'] }, ['image.generated']);
await queue.start({ work: false });
for (let n = 0; n < DELIVERIES / ENDPOINTS; n += 1)
  await db.transaction().execute((tx) => hooks.emit(tx, { product: 'images', accountId, event: 'image.generated', data: DATA }));

const limit = await limitOfReceiver();
const before = await received();
const begun = performance.now();
await queue.start({ work: true });
while ((await received()) - before < DELIVERIES) await sleep(20);
const seconds = (performance.now() - begun) / 1000;
await untilAllNoted();
const rate = DELIVERIES / seconds;
const after = await limitOfReceiver();

const peer = (limit + after) / 2;
const lines = [
  '| | per second |',
  '|---|---|',
  `| autocannon alone, ${ENDPOINTS} connections, before and after | ${limit.toFixed(0)}, ${after.toFixed(0)} |`,
  `| ${DELIVERIES} deliveries to ${ENDPOINTS} endpoints: read, signed, sent in order, noted | ${rate.toFixed(0)} |`,
  '',
  `Ratio **${(rate / peer).toFixed(2)}** (aim ≥ 0.4). Every delivery was received once and is noted as delivered.`,
];
console.log(lines.join('\n'));
writeResults(`Webhooks: ${DELIVERIES} deliveries`, lines);
await queue.stop();
await receiver.stop();
await database.close();
rmSync(dataFolder, { recursive: true, force: true });

async function limitOfReceiver(): Promise<number> {
  const body = JSON.stringify({
    event: 'image.generated',
    timestamp: '2024-12-01T12:00:00Z',
    data: DATA,
    signature: `sha256=${'0'.repeat(64)}`,
  });
  const result = await autocannon({ url: receiver.url, method: 'POST', body, duration: 5, connections: ENDPOINTS });
  return result.requests.average;
}

async function untilAllNoted(): Promise<void> {
  for (;;) {
    const { rows: left } = await sql<{ left: number; sent: number }>`
      select count(*) filter (where state <> 'delivered')::int as left, sum(tries)::int as sent from webhooks.deliveries`.execute(db);
    if (left[0]?.left === 0 && left[0].sent === DELIVERIES) return;
    if ((left[0]?.sent ?? 0) > DELIVERIES) throw new Error('something was sent twice');
    await sleep(50);
  }
}
