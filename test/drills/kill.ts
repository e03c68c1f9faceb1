/**
 * Drill: people register, upload, arrive and leave, and plan posts while processes of the studio are killed with SIGKILL, again and again:
 * all of them, the program alone, its database server alone. Afterwards whatever was acknowledged must be there, once, and be readable;
 * what was cut and may be sent again is.
 *
 *   node scripts/with-node.mjs test/drills/kill.ts 50      (rounds; the tests run 3)
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { type Studio, startStudio, VICTIMS, type Victim } from './studio.ts';
import { countOf, look, openWriters, Refused, type Writer } from './writers.ts';

/** How many do the same thing at once. */
const HANDS = 2;
const FIRST_WRITES_MS = 30_000;
const LONGEST_WORK_MS = 800;

export interface DrillReport {
  readonly rounds: number;
  readonly acknowledged: Readonly<Record<string, number>>;
  /** Not there, there twice, not readable. */
  readonly faults: readonly string[];
  /** What the studio answered with a refusal although it was right. */
  readonly refused: readonly string[];
  readonly slowestRestartSeconds: number;
}

/** Runs the drill on an empty data folder. */
export async function killDrill(rounds: number, log: (line: string) => void = () => undefined): Promise<DrillReport> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'atelier-drill-'));
  const [faults, refused]: [string[], string[]] = [[], []];
  let slowest = 0;
  let studio: Studio | null = null;
  try {
    studio = await startStudio({ dataFolder });
    const writers = await openWriters(studio.doors);
    for (let round = 1; round <= rounds; round += 1) {
      const victim = VICTIMS[round % VICTIMS.length] ?? 'everything';
      refused.push(...(await writeUntilKilled(studio, writers, victim)));
      studio = victim === 'database' ? await studio.untilBack() : await startStudio({ dataFolder });
      slowest = Math.max(slowest, studio.seconds);
      const found = await look(writers, studio.doors, round === rounds ? 'the beginning' : 'last look');
      faults.push(...found);
      log(`round ${round}, ${victim}: ${JSON.stringify(countOf(writers))}, ${found.length} faults, back in ${studio.seconds.toFixed(1)} s`);
    }
    return { rounds, acknowledged: countOf(writers), faults, refused, slowestRestartSeconds: slowest };
  } finally {
    await studio?.kill('everything');
    rmSync(dataFolder, { recursive: true, force: true });
  }
}

/** All write in parallel; the axe falls at a moment nobody chose, once each has written. Answers what was refused. */
async function writeUntilKilled(studio: Studio, writers: readonly Writer[], victim: Victim): Promise<readonly string[]> {
  const before = writers.map((writer) => writer.acknowledged());
  const refused: string[] = [];
  let isAlive = true;
  const hand = async (writer: Writer): Promise<void> => {
    while (isAlive)
      await writer.write(studio.doors).catch((error: unknown) => {
        // Without its database the studio says that it is not available: nothing was acknowledged.
        if (error instanceof Refused && !(victim === 'database' && error.status === 503)) refused.push(`${writer.name}: ${error.message}`);
      });
  };
  const hands = writers.flatMap((writer) => Array.from({ length: HANDS }, () => hand(writer)));
  const limit = Date.now() + FIRST_WRITES_MS;
  while (writers.some((writer, index) => writer.acknowledged() === before[index]) && Date.now() < limit) await sleep(20);
  await sleep(Math.random() * LONGEST_WORK_MS);
  await studio.kill(victim);
  isAlive = false;
  await Promise.all(hands);
  return refused;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const report = await killDrill(Number(process.argv[2] ?? 3), (line) => console.log(line));
  const counts = Object.entries(report.acknowledged).map(([name, count]) => `${name} ${count}`);
  console.log(
    `${report.rounds} rounds, acknowledged: ${counts.join(', ')}; ${report.faults.length} lost, doubled or unreadable; slowest restart ${report.slowestRestartSeconds.toFixed(1)} s`,
  );
  for (const line of [...report.faults, ...report.refused]) console.error(line);
  process.exit(report.faults.length + report.refused.length > 0 ? 1 : 0);
}
