/**
 * Said once, and only once: posts on three platforms that misbehave (`--films`: films on the three others), published by processes that are killed at every moment and whose
 * clocks lie (bench/publish-chaos/). Fails when what is live differs from what the database believes. `--no-reconcile` says again
 * what nobody knows the fate of, without looking, as many schedulers do: the same drill must fail then.
 *   node bench/run.mjs publish-chaos [posts] [kills] [--films] [--no-reconcile]
 */
import { writeResults } from './lib.ts';
import { publishChaos } from './publish-chaos/drill.ts';

const isBlind = process.argv.includes('--no-reconcile');
const areFilms = process.argv.includes('--films');
const [posts = areFilms ? 600 : 2000, kills = areFilms ? 100 : 300] = process.argv
  .slice(2)
  .filter((word) => /^\d+$/.test(word))
  .map(Number);
const report = await publishChaos({ databaseUrl: null, posts, kills, areFilms, isBlind, say: (line) => console.log(line) });
const { duplicates, failedButLive, confirmedNotLive, lost, unknown, early } = report;
const faults = duplicates.length + failedButLive.length + confirmedNotLive.length + lost.length + early;
const dead = Object.entries(report.kills).map(([moment, count]) => `${count} ${moment}`);
const lines = [
  '| | |',
  '|---|---|',
  `| ${areFilms ? 'films planned, on YouTube, LinkedIn and TikTok' : 'posts planned, on three platforms'} | ${report.posts} |`,
  `| processes killed with SIGKILL | ${Object.values(report.kills).reduce((sum, count) => sum + count, 0)} (${dead.join(', ')}) |`,
  `| states at the end | ${Object.entries(report.states)
    .map(([state, count]) => `${count} ${state}`)
    .join(', ')} |`,
  `| live on the platforms | ${report.live} |`,
  `| said twice | **${duplicates.length}** |`,
  `| shown as failed and live | **${failedButLive.length}** |`,
  `| shown as posted and not live | **${confirmedNotLive.length}** |`,
  `| neither live, nor missed while everything was down for three days | **${lost.length}** |`,
  `| called before their time | **${early}** |`,
  `| left to a person (unknown) | ${unknown.length}, of these live: ${unknown.filter(({ isLive }) => isLive).length} |`,
  `| called a second time, after two reads found nothing | ${report.calledAgain} |`,
  '',
  `${report.seconds.toFixed(0)} s. Bad answers of the platforms: 500, 400 and half an answer after the post was made, silence, cut connections,`,
  'posts that appear a second and a half after the bad answer. Process clocks were wrong by days and years.',
];
console.log(lines.join('\n'));
for (const [name, texts] of Object.entries({ duplicates, failedButLive, confirmedNotLive, lost }))
  for (const text of texts.slice(0, 10)) console.error(`${name}: ${text}`);
if (!isBlind) writeResults(areFilms ? 'Publishing films: killed at every moment' : 'Publishing: killed at every moment', lines);
process.exit(faults === 0 ? 0 : 1);
