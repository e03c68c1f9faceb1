/**
 * `GET /api/v1/users?limit=20` on 100 000 people with an administrator's session, beside node:http that answers the same
 * bytes from memory; then the latency of the list with three filters, one request at a time, each combination asked once.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pino from 'pino';
import { openDatabase } from '#kernel/db/connect.ts';
import { createVault } from '#kernel/vault.ts';
import { seedPeople } from '#products/talent/seed/seed.ts';
import { median, percentile, requestRate, startPeer, startStudio, writeResults } from './lib.ts';

const PEOPLE = 100_000;
const ROUNDS = 5;
const SECONDS = 4;

const studio = await startStudio({ RATE_LIMIT_SCALE: '1000000' });
const database = await openDatabase({ databaseUrl: null, dataFolder: studio.dataFolder, databasePoolSize: 2 }, pino({ level: 'error' }));
const loading = performance.now();
// Without contacts the keys do not matter.
const vault = createVault([Buffer.alloc(32, 7).toString('base64url')], 'the bench, which keeps no secret from anybody');
await seedPeople({ db: database.db, vault, log: pino({ level: 'error' }) }, { users: PEOPLE });
console.log(`${PEOPLE} people in ${((performance.now() - loading) / 1000).toFixed(1)} s`);

const signedIn = await fetch(`${studio.url}/api/v1/auth/login`, {
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ identifier: 'admin@talento.com', password: '@4dm1n' }),
});
const headers = { cookie: (signedIn.headers.getSetCookie()[0] ?? '').split(';')[0] ?? '' };
const list = `${studio.url}/api/v1/users?limit=20`;
const body = await (await fetch(list, { headers })).text();
const file = join(studio.dataFolder, 'body.json');
writeFileSync(file, body);
const peer = await startPeer('peers/bare-route.ts', [file]);

const ours: number[] = [];
const bare: number[] = [];
for (let round = 0; round <= ROUNDS; round += 1) {
  const order = round % 2 === 0 ? [true, false] : [false, true];
  for (const mine of order) {
    const rate = await requestRate(mine ? list : peer.url, mine ? headers : {}, SECONDS);
    if (round > 0) (mine ? ours : bare).push(rate); // the first round warms both up
  }
}

const latencies: number[] = [];
for (const query of threeFilters()) {
  const start = performance.now();
  const answer = await fetch(`${studio.url}/api/v1/users?limit=20&${query}`, { headers });
  await answer.arrayBuffer();
  if (!answer.ok) throw new Error(`${query}: ${answer.status}`);
  latencies.push(performance.now() - start);
}

const ratio = median(ours) / median(bare);
writeResults('People list: 20 of 100 000', [
  '| | requests per second, median of 5 rounds of 4 s, 50 connections | min–max |',
  '|---|---|---|',
  `| bare node:http, same ${body.length} bytes from memory | ${median(bare).toFixed(0)} | ${Math.min(...bare).toFixed(0)}–${Math.max(...bare).toFixed(0)} |`,
  `| \`GET /api/v1/users?limit=20\`, session, ${PEOPLE} people | ${median(ours).toFixed(0)} | ${Math.min(...ours).toFixed(0)}–${Math.max(...ours).toFixed(0)} |`,
  '',
  `Ratio **${ratio.toFixed(2)}** (aim ≥ 0.5). Three filters, ${latencies.length} different combinations asked once each, one at a time:`,
  `p50 ${percentile(latencies, 50).toFixed(1)} ms, **p95 ${percentile(latencies, 95).toFixed(1)} ms** (aim ≤ 60 ms), max ${Math.max(...latencies).toFixed(1)} ms.`,
]);
console.log(`ratio ${ratio.toFixed(3)}, three filters p95 ${percentile(latencies, 95).toFixed(1)} ms`);
await peer.stop();
await database.close();
await studio.stop();

/** Every country × availability × work mode, cut to 300 spread evenly. */
function threeFilters(): readonly string[] {
  const availabilities = ['disponible_maintenant', 'disponible_prochainement', 'non_disponible', 'projet_actuel'];
  const modes = ['sur_site', 'a_distance', 'hybride', 'flexible'];
  const all = Array.from({ length: 54 }, (_, i) => i + 1).flatMap((country) =>
    availabilities.flatMap((availability) => modes.map((mode) => `country_id=${country}&availability=${availability}&work_mode=${mode}`)),
  );
  const step = Math.floor(all.length / 300);
  return all.filter((_, i) => i % step === 0).slice(0, 300);
}
