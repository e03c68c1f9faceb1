/**
 * Bought once, and only once: films whose pictures, clips, voices and music are paid for, made by workers that are killed again and
 * again (bench/pipeline-chaos/). Fails when a film is not made, or when a provider's bill has more lines than there are things to make.
 *   node bench/run.mjs pipeline-chaos [films] [kills]
 */
import { writeResults } from './lib.ts';
import { pipelineChaos } from './pipeline-chaos/drill.ts';

const [films = 100, kills = 60] = process.argv
  .slice(2)
  .filter((word) => /^\d+$/.test(word))
  .map(Number);
const report = await pipelineChaos({ databaseUrl: null, films, kills, say: (line) => console.log(line) });
const twice = report.bills.flatMap(({ twice: names }) => names);
const lines = [
  '| | |',
  '|---|---|',
  `| films asked for, two scenes each | ${report.films} |`,
  `| workers killed with SIGKILL | ${report.kills} |`,
  `| films made | **${report.made}** |`,
  `| runs that failed and were started again | ${report.startedAgain} |`,
  ...Object.entries(report.faults).map(([fault, count]) => `| failed in ${fault} | ${count} |`),
  ...report.bills.map(({ name, items, bought }) => `| ${name}: to make, bought | ${items}, ${bought} |`),
  `| bought twice | **${twice.length}** |`,
  `| made by the embedded sibling after a lost purchase | ${report.lostPurchases} |`,
  '',
  `${report.seconds.toFixed(0)} s; a killed worker's jobs are given to another after about ten seconds. Films are rendered at draft quality, a quarter of the width.`,
];
console.log(lines.join('\n'));
for (const history of report.histories.slice(0, 20)) console.error(`bought twice: ${history}`);
for (const { path, status, fault } of report.unfinished) console.error(`not made: ${path}: ${status} ${fault}`);
// Also when it failed: the page shows the last run, not the best one.
writeResults('Pipeline: workers killed at every moment', lines);
process.exit(twice.length === 0 && report.made === report.films ? 0 : 1);
