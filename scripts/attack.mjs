// npm run attack: tries to break the studio, on this machine only, and prints one table. Ends with 1 when something was found.
// `--quick` is the short form that the tests run; `--depth N` (default 6) how many times as much; `--seed N` tries the same again;
// other words choose attacks by the name of their file: `npm run attack -- --quick uploads`.
import { randomInt } from 'node:crypto';
import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build, install } from './lib/build.mjs';
import { readIfThere, run } from './lib/project.mjs';

const DEEP = 6;
const { values, positionals } = parseArgs({
  options: { quick: { type: 'boolean', default: false }, seed: { type: 'string' }, depth: { type: 'string' } },
  allowPositionals: true,
});
const seed = numberOf('seed', values.seed) ?? randomInt(2 ** 31);
const depth = values.quick ? 1 : (numberOf('depth', values.depth) ?? DEEP);
const report = join(tmpdir(), `atelier-attack-${process.pid}.jsonl`);

await install();
await build();
console.log(`Attacking the studio: seed ${seed}, depth ${depth}`);
const places = positionals.length ? positionals.map((word) => `test/attacks/${word}`) : ['test/attacks'];
const env = { ...process.env, ATTACK_SEED: String(seed), ATTACK_DEPTH: String(depth), ATTACK_REPORT: report };
const error = await run('vitest', ['run', ...places, '--maxWorkers=1', '--reporter=dot'], { env, quiet: true }).then(
  () => null,
  (reason) => reason,
);
const lines = (readIfThere(report) ?? '').trim().split('\n').filter(Boolean);
rmSync(report, { force: true });
const results = lines.map((line) => JSON.parse(line));
const findings = results.flatMap(({ name, findings: found }) => found.map((finding) => `✗ ${name}\n    ${finding}`));
print(results);
for (const finding of findings) console.log(finding);
// What failed without a finding of its own: a file that could not be loaded, a hook, nothing tried.
if (error && findings.length === 0) console.error(error.message);
if (results.length === 0) console.error('No attack was made.');
process.exit(error || findings.length > 0 || results.length === 0 ? 1 : 0);

function print(rows) {
  const table = rows.map(({ name, cases, seconds, findings: found }) => [name, cases, seconds.toFixed(1), found.length].map(String));
  const sum = (pick) => rows.reduce((total, row) => total + pick(row), 0);
  const total = ['all', sum((row) => row.cases), sum((row) => row.seconds).toFixed(1), sum((row) => row.findings.length)].map(String);
  const all = [['attack', 'cases', 'seconds', 'findings'], ...table, total];
  const widths = [0, 1, 2, 3].map((at) => Math.max(...all.map((row) => row[at].length)));
  for (const row of all) console.log(row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at]) : cell.padStart(widths[at]))).join('  '));
}

function numberOf(name, text) {
  if (text === undefined) return null;
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) throw new Error(`--${name}: expected a whole number from 1, got "${text}"`);
  return number;
}
