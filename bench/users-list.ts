/**
 * `GET /api/v1/users?limit=20` on 100 000 people with an administrator's session, beside node:http that answers the same bytes from
 * memory, and beside Express with Sequelize on the same database (installed by npm for this run, outside of this repository); then the
 * latency of the list with three filters, one request at a time, each combination asked once.
 */
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pino from 'pino';
import { openDatabase } from '#kernel/db/connect.ts';
import { createVault } from '#kernel/vault.ts';
import { seedPeople } from '#products/talent/seed/seed.ts';
import { median, percentile, requestRate, root, startPeer, startStudio, writeResults } from './lib.ts';

const PEOPLE = 100_000;
const ROUNDS = 5;
const SECONDS = 4;
const COMMON = ['express@5.3.0', 'sequelize@6.37.8'];

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

const common = await startCommon();
const commonList = `${common.url}/api/v1/users?limit=20`;
requireAlike(body, await (await fetch(commonList, { headers })).text());

const rates = { ours: [] as number[], bare: [] as number[], common: [] as number[] };
for (let round = 0; round <= ROUNDS; round += 1) {
  const order = ['ours', 'bare', 'common'] as const;
  for (const who of round % 2 === 0 ? order : order.toReversed()) {
    const rate = await requestRate({ ours: list, bare: peer.url, common: commonList }[who], who === 'bare' ? {} : headers, SECONDS);
    if (round > 0) rates[who].push(rate); // the first round warms all up
  }
}
const { ours, bare } = rates;

const latencies: number[] = [];
for (const query of threeFilters()) {
  const start = performance.now();
  const answer = await fetch(`${studio.url}/api/v1/users?limit=20&${query}`, { headers });
  await answer.arrayBuffer();
  if (!answer.ok) throw new Error(`${query}: ${answer.status}`);
  latencies.push(performance.now() - start);
}

const row = (name: string, all: readonly number[]): string =>
  `| ${name} | ${median(all).toFixed(0)} | ${Math.min(...all).toFixed(0)}–${Math.max(...all).toFixed(0)} |`;
const ratio = median(ours) / median(bare);
const times = median(ours) / median(rates.common);
writeResults('People list: 20 of 100 000', [
  '| | requests per second, median of 5 rounds of 4 s, 50 connections | min–max |',
  '|---|---|---|',
  row(`bare node:http, same ${body.length} bytes from memory`, bare),
  row(`\`GET /api/v1/users?limit=20\`, session, ${PEOPLE} people`, ours),
  row(`the same by ${COMMON.join(' and ')}, same database`, rates.common),
  '',
  `Ratio to bare **${ratio.toFixed(2)}** (aim ≥ 0.5); **${times.toFixed(1)} times** the common way (aim ≥ 2). Three filters, ${latencies.length} different combinations asked once each, one at a time:`,
  `p50 ${percentile(latencies, 50).toFixed(1)} ms, **p95 ${percentile(latencies, 95).toFixed(1)} ms** (aim ≤ 60 ms), max ${Math.max(...latencies).toFixed(1)} ms.`,
]);
console.log(
  `ratio ${ratio.toFixed(3)}, ${times.toFixed(2)} times the common way, three filters p95 ${percentile(latencies, 95).toFixed(1)} ms`,
);
await common.stop();
await peer.stop();
await database.close();
await studio.stop();

/** The same route as it is commonly written. */
function startCommon() {
  const home = join(studio.dataFolder, 'common');
  mkdirSync(home);
  writeFileSync(join(home, 'package.json'), JSON.stringify({ name: 'bench-users-list', private: true, type: 'module' }));
  execFileSync('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error', ...COMMON, 'pg@8'], { cwd: home, stdio: 'inherit' });
  const script = join(home, 'express-sequelize.js');
  copyFileSync(join(root, 'bench/peers/express-sequelize.js'), script);
  return startPeer(script, [join(studio.dataFolder, 'postgres')]);
}

/** The peer must do the same work: the same people, with the same fields. */
function requireAlike(one: string, other: string): void {
  const [left, right] = [one, other].map((text) => (JSON.parse(text) as { total: number; users: readonly object[] }) ?? {});
  const shape = (list: typeof left) =>
    JSON.stringify([list?.total, list?.users.map((user) => [Object.keys(user).sort(), (user as { id: number }).id])]);
  if (shape(left) !== shape(right))
    throw new Error(`the peer answers something else: ${shape(left).slice(0, 400)} / ${shape(right).slice(0, 400)}`);
}

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
