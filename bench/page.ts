/**
 * `/cinema/talents` as casting sees it (24 people with their marks, every facet with its figures): pages per second, beside a server that
 * puts the same page together from strings, asks no database and knows no viewer.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { median, requestRate, startPeer, startStudio, writeResults } from './lib.ts';

const ROUNDS = 5;
const SECONDS = 4;

const studio = await startStudio({ RATE_LIMIT_SCALE: '1000000' });
await studio.restart();
const signedIn = await fetch(`${studio.url}/api/v1/auth/login`, {
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ identifier: 'casting@talento.com', password: 'demo123' }),
});
const headers = { cookie: (signedIn.headers.getSetCookie()[0] ?? '').split(';')[0] ?? '' };
const address = `${studio.url}/cinema/talents`;
const page = await (await fetch(address, { headers })).text();
const file = join(studio.dataFolder, 'page.html');
writeFileSync(file, page);
const peer = await startPeer('peers/page-string.ts', [file]);

const ours: number[] = [];
const strings: number[] = [];
for (let round = 0; round <= ROUNDS; round += 1)
  for (const mine of round % 2 === 0 ? [true, false] : [false, true]) {
    const rate = await requestRate(mine ? address : peer.url, mine ? headers : {}, SECONDS, 10);
    if (round > 0) (mine ? ours : strings).push(rate); // the first round warms both up
  }
const ratio = median(ours) / median(strings);
const count = (text: string): number => page.split(text).length - 1;
const lines = [
  '| | pages per second, median of 5 rounds of 4 s, 10 connections | min–max |',
  '|---|---|---|',
  `| the same ${page.length} bytes put together from strings | ${median(strings).toFixed(0)} | ${Math.min(...strings).toFixed(0)}–${Math.max(...strings).toFixed(0)} |`,
  `| \`/cinema/talents\`, session, database, every facet counted | ${median(ours).toFixed(0)} | ${Math.min(...ours).toFixed(0)}–${Math.max(...ours).toFixed(0)} |`,
  '',
  `Ratio **${ratio.toFixed(3)}** (aim ≥ 0.4). ${count('<article')} people, ${count('<input')} inputs, ${count('<svg')} drawings.`,
];
console.log(lines.join('\n'));
writeResults('Page: /cinema/talents', lines);
await peer.stop();
await studio.stop();
