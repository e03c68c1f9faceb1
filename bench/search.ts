/**
 * Finding people of the CINEMA module: ten queries on a million people, through the front door, by SQL and by the index in memory.
 * Both must answer the same. `--people N` for fewer, `--data FOLDER` to keep the people for another run.
 */
import assert from 'node:assert/strict';
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import type { CinemaFilters, CinemaSearch } from '#products/talent/cinema-search/cinema-search.ts';
import { openCinemaPeople } from './cinema-people.ts';
import { percentile, writeResults } from './lib.ts';
import { QUERIES } from './search-queries.ts';

const { values } = parseArgs({ options: { people: { type: 'string', default: '1000000' }, data: { type: 'string' } } });
const people = Number(values.people);
const PAGE = { size: 20, offset: 0 };
const ROUNDS: Record<Column, number> = { find: 7, facets: 3, index: 30, indexAll: 30 };

const { bySql, byIndex, writtenIn, close } = await openCinemaPeople(people, values.data);
const ready = await openIndex();

type Column = 'find' | 'facets' | 'index' | 'indexAll';
interface Asked {
  readonly name: string;
  readonly filters: CinemaFilters;
  readonly times: Record<Column, number[]>;
  readonly total: number;
}
const asked: Asked[] = [];
for (const [name, query] of QUERIES) {
  const filters = await bySql.readFilters(Object.fromEntries(new URLSearchParams(query)));
  await assertSame(filters);
  const { total } = await bySql.find(filters, PAGE);
  asked.push({ name, filters, times: { find: [], facets: [], index: [], indexAll: [] }, total });
}
const WORK: Record<Column, (filters: CinemaFilters) => Promise<unknown>> = {
  find: (filters) => bySql.find(filters, PAGE),
  facets: (filters) => bySql.facets(filters),
  index: (filters) => byIndex.find(filters, PAGE),
  indexAll: (filters) => Promise.all([byIndex.find(filters, PAGE), byIndex.facets(filters)]),
};
// In turns, as people ask: an index that remembers its last answers gains nothing from that.
for (const [column, work] of Object.entries(WORK) as [Column, (typeof WORK)[Column]][])
  for (let round = 0; round < ROUNDS[column]; round += 1)
    for (const { filters, times } of asked) {
      const begun = performance.now();
      await work(filters);
      times[column].push(performance.now() - begun);
    }
const all = Object.fromEntries(
  (Object.keys(WORK) as Column[]).map((column) => [column, asked.flatMap(({ times }) => times[column])]),
) as Record<Column, number[]>;
const lines = asked.map(({ name, total, times }) => {
  const cells = Object.values(times).map((column) => `${milliseconds(column, 50)} / ${milliseconds(column, 95)}`);
  return `| ${name} | ${total} | ${cells.join(' | ')} |`;
});
console.log(lines.join('\n'));
const worst = Math.max(...all.indexAll);
const slowest = percentile(all.find, 95);
writeResults(`Search: ten queries on ${people} CINEMA people`, [
  `Both engines gave the same totals, pages (every order) and facets. Load average ${loadavg()
    .map((load) => load.toFixed(1))
    .join(', ')}.`,
  `${writtenIn === null ? 'People kept from an earlier run' : `People with all indexes written in ${writtenIn.toFixed(0)} s`}; index in memory: read and built in`,
  `${ready.seconds.toFixed(1)} s (aim < 15 s), ${ready.megabytes.toFixed(0)} MB (aim ≤ 300 MB). Milliseconds, p50 / p95:`,
  '',
  '| query | people | SQL: count + page | SQL: facets | index: count + page | index: count + page + all facets |',
  '|---|---|---|---|---|---|',
  ...lines,
  `| **all ten** | | **${pair('find')}** | **${pair('facets')}** | **${pair('index')}** | **${pair('indexAll')}** |`,
  '',
  `SQL count + page p95 **${slowest.toFixed(0)} ms** (aim ≤ 300 ms); the slowest of ${all.indexAll.length} answers with all facets took **${worst.toFixed(0)} ms** (aim < 1 s).`,
]);
await close();
if (slowest > 300 || worst >= 1000) {
  console.error(`Slower than promised: SQL p95 ${slowest.toFixed(0)} ms, index ${worst.toFixed(0)} ms at most`);
  process.exitCode = 1;
}

async function openIndex(): Promise<{ seconds: number; megabytes: number }> {
  const before = process.memoryUsage().rss;
  const begun = performance.now();
  assert(await byIndex.warm(), 'the index did not start');
  return { seconds: (performance.now() - begun) / 1000, megabytes: (process.memoryUsage().rss - before) / 1024 / 1024 };
}

async function assertSame(filters: CinemaFilters): Promise<void> {
  for (const sort of ['newest', 'name', 'age', '-height', '-experience'] as const)
    for (const page of [PAGE, { size: 50, offset: 300 }])
      assert.deepEqual(await byIndex.find(filters, page, sort), await bySql.find(filters, page, sort));
  assert.deepEqual(ordered(await byIndex.facets(filters)), ordered(await bySql.facets(filters)));
}

type Facets = Awaited<ReturnType<CinemaSearch['facets']>>;
function ordered(facets: Facets): unknown {
  return Object.entries(facets).map(([name, counts]) => [
    name,
    [...(counts as ReadonlyMap<unknown, number>)].sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)),
  ]);
}

function milliseconds(times: readonly number[], p: number): string {
  const time = percentile(times, p);
  return time < 10 ? time.toFixed(1) : time.toFixed(0);
}

function pair(column: Column): string {
  return `${milliseconds(all[column], 50)} / ${milliseconds(all[column], 95)}`;
}
