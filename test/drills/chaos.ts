/**
 * Chaos: everything that a house of machines does to a program, one after the other, and after each: is what was acknowledged there, once
 * and readable, and does `atelier doctor` find nothing wrong? Prints one table; ends with 1 when something is.
 *
 *   npm run chaos [-- TRIAL…] [--rounds 30] [--seconds 10] [--from COMMIT]
 */
import { parseArgs } from 'node:util';
import { writeResults } from '../../bench/lib.ts';
import { TRIALS, type TrialReport } from './chaos/trials.ts';

const { values, positionals } = parseArgs({
  options: {
    rounds: { type: 'string', default: '30' },
    seconds: { type: 'string', default: '10' },
    from: { type: 'string' },
  },
  allowPositionals: true,
});
const numberOf = (name: 'rounds' | 'seconds'): number => {
  const number = Number(values[name]);
  if (!Number.isInteger(number) || number < 1) throw new Error(`--${name}: expected a whole number from 1, got "${values[name]}"`);
  return number;
};
const unknown = positionals.filter((name) => !(name in TRIALS));
if (unknown.length > 0) throw new Error(`unknown: ${unknown.join(', ')}; there are: ${Object.keys(TRIALS).join(', ')}`);
const options = {
  rounds: numberOf('rounds'),
  seconds: numberOf('seconds'),
  from: values.from ?? null,
  say: (line: string) => console.log(`  ${line}`),
};

const rows: string[] = [];
const all: string[] = [];
for (const [name, trial] of Object.entries(TRIALS)) {
  if (positionals.length > 0 && !positionals.includes(name)) continue;
  const why = trial.unfit?.(options) ?? null;
  if (why) {
    console.log(`– ${name}: ${why}`);
    rows.push(`| ${name} | not here: ${why} | | | |`);
    continue;
  }
  const begun = performance.now();
  console.log(`${name}…`);
  const report = await trial.run(options).catch((error: unknown): TrialReport => {
    const told = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { acknowledged: {}, backSeconds: null, faults: [`the trial itself: ${told}`] };
  });
  console.log(`${report.faults.length === 0 ? '✓' : '✗'} ${name}, ${((performance.now() - begun) / 1000).toFixed(0)} s`);
  for (const fault of report.faults.slice(0, 20)) console.log(`    ${fault}`);
  all.push(...report.faults);
  rows.push(rowOf(name, report));
}
const lines = [
  '| trial | acknowledged | refused meanwhile | back after | lost, doubled, unreadable, wrong |',
  '|---|---|---|---|---|',
  ...rows,
];
console.log(lines.join('\n'));
if (positionals.length === 0) writeResults('Chaos', lines);
process.exit(all.length > 0 ? 1 : 0);

function rowOf(name: string, { acknowledged, refused = {}, backSeconds, faults }: TrialReport): string {
  const list = (counts: Readonly<Record<string, number>>): string =>
    Object.entries(counts)
      .map(([what, count]) => `${what} ${count}`)
      .join(', ');
  const back = backSeconds === null ? '' : `${backSeconds.toFixed(1)} s`;
  return `| ${name} | ${list(acknowledged)} | ${list(refused) || '0'} | ${back} | **${faults.length}** |`;
}
