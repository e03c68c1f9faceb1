/**
 * Several machines are one studio: two web processes and two workers on one PostgreSQL and one S3 store, ended in turn under load
 * (bench/scale-out/). Fails when a request failed, or something is lost, doubled, bought twice or not made.
 *   npm run bench -- scale-out --database postgresql://…  [--rate 200] [--kills 24] [--every 5] [--films 12] [--people 5000]
 */
import { parseArgs } from 'node:util';
import { writeResults } from './lib.ts';
import { type Phase, scaleOut } from './scale-out/drill.ts';

const { values } = parseArgs({
  options: {
    database: { type: 'string' },
    rate: { type: 'string', default: '200' },
    kills: { type: 'string', default: '24' },
    every: { type: 'string', default: '5' },
    films: { type: 'string', default: '12' },
    people: { type: 'string', default: '5000' },
  },
});
if (!values.database) throw new Error('--database: an empty database of a PostgreSQL server');
const [rate, ends, everySeconds, films, people] = [values.rate, values.kills, values.every, values.films, values.people].map(Number) as [
  number,
  number,
  number,
  number,
  number,
];
const report = await scaleOut({ databaseUrl: values.database, rate, ends, everySeconds, films, people, say: (line) => console.log(line) });
const twice = report.bills.flatMap(({ twice: names }) => names);
const row = (name: string, read: (phase: Phase) => string | number): string => `| ${name} | ${report.phases.map(read).join(' | ')} |`;
const lines = [
  `| Two web processes, two workers, ${rate} requests/s | ${report.phases.map(({ signal }) => signal).join(' | ')} |`,
  '|---|---|---|',
  row('web processes ended, workers ended', ({ webs, workers }) => `${webs}, ${workers}`),
  row('requests', ({ sent, seconds }) => `${sent} in ${seconds.toFixed(0)} s`),
  row('failed', ({ failures }) => `**${failures.length}**`),
  row('tried elsewhere: refused', ({ again }) => again.refused),
  row('sent again: cut', ({ again }) => again.cut),
  row('made and acknowledged', ({ acknowledged }) => acknowledged),
  row('lost, twice', ({ lost, twice: doubled }) => `**${lost}, ${doubled}**`),
  row('p50, p99', ({ p50, p99 }) => `${p50.toFixed(0)} ms, ${p99.toFixed(0)} ms`),
  '',
  `Films of two scenes ordered before: ${report.films}, made **${report.made}**, started again by hand ${report.startedAgain}; ` +
    `${report.bills.map(({ name, items, bought }) => `${name} ${bought} of ${items}`).join(', ')}; bought twice **${twice.length}**, ` +
    `made by the embedded sibling after a lost purchase ${report.lostPurchases}. ${report.stored} files in the store.`,
  '',
  'Clients, store, providers, PostgreSQL and all processes share the cores. A refused connection is tried elsewhere; what SIGKILL cut is sent again where that is safe: reading, and POST with an Idempotency-Key.',
];
console.log(lines.join('\n'));
writeResults('Scale-out: processes ended in turn under load', lines);
const isGood =
  report.phases.every(({ failures, lost, twice: doubled }) => failures.length + lost + doubled === 0) &&
  report.made === report.films &&
  twice.length === 0;
process.exit(isGood ? 0 : 1);
