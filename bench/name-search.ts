/**
 * Names among a million CINEMA people as somebody types them, with and without accents, French and Arabic: count and page, by the index in
 * memory and by SQL over its trigram index, in turns. Both must answer the same. `--people N`, `--data FOLDER` as for `search`.
 */
import assert from 'node:assert/strict';
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { sql } from 'kysely';
import { openCinemaPeople } from './cinema-people.ts';
import { percentile, writeResults } from './lib.ts';

const { values } = parseArgs({ options: { people: { type: 'string', default: '1000000' }, data: { type: 'string' } } });
const people = Number(values.people);
const PAGE = { size: 20, offset: 0 };
const ROUNDS = 10;
/** So many people get a name in Arabic letters: the seed has none. */
const ARABIC = 20;
const NAMES = [
  'éléonore',
  'Eleonore mar',
  'diop',
  "N'Diaye",
  'aïcha',
  'AICHA ben',
  'mohamed',
  'traoré fatou',
  'فاطمة',
  'الزهراء فاطمة',
  'محمد',
  'xyzzy',
];

const { db, bySql, byIndex, close } = await openCinemaPeople(people, values.data);
await sql`update talent.cinema_talents set first_name = 'فاطمة', last_name = 'الزهراء'
  where id in (select id from talent.cinema_talents order by id limit ${ARABIC})`.execute(db);
assert(await byIndex.warm(), 'the index did not start');

const asked = NAMES.map((search) => ({ search, index: [] as number[], sql: [] as number[], total: 0 }));
for (let round = 0; round <= ROUNDS; round += 1)
  for (const each of asked) {
    const timed = async (engine: typeof bySql, times: number[]) => {
      const begun = performance.now();
      const found = await engine.find({ search: each.search }, PAGE);
      if (round > 0) times.push(performance.now() - begun); // the first round warms both up
      return found;
    };
    const [found, truth] = [await timed(byIndex, each.index), await timed(bySql, each.sql)];
    assert.deepEqual(found, truth);
    each.total = truth.total;
  }
const pair = (times: readonly number[]): string => `${percentile(times, 50).toFixed(1)} / ${percentile(times, 95).toFixed(1)}`;
const [index, trigrams] = [asked.flatMap((each) => each.index), asked.flatMap((each) => each.sql)];
const lines = [
  `Both gave the same totals and pages. Load average ${loadavg()
    .map((load) => load.toFixed(1))
    .join(', ')}. Milliseconds, p50 / p95:`,
  '',
  '| typed | people | index in memory | SQL with trigrams |',
  '|---|---|---|---|',
  ...asked.map((each) => `| ${each.search} | ${each.total} | ${pair(each.index)} | ${pair(each.sql)} |`),
  `| **all** | | **${pair(index)}** | **${pair(trigrams)}** |`,
  '',
  `p95 **${percentile(index, 95).toFixed(1)} ms** (aim ≤ 15 ms), ${(percentile(trigrams, 95) / percentile(index, 95)).toFixed(1)} times better than SQL.`,
];
console.log(lines.join('\n'));
writeResults(`Names: ${NAMES.length} among ${people} CINEMA people`, lines);
await close();
