/** The stretches of a film as files: those that were made before, and those that are made now, neighbours by one encoder. */
import { join } from 'node:path';
import type { FilmPlan } from './compose.ts';
import { pieceName, startEncoder } from './ffmpeg/encoder.ts';
import type { Tools } from './ffmpeg/tools.ts';
import { SLOTS, type Stage } from './frames/stage.ts';
import type { Ledger } from './progress.ts';
import type { Schedule, Stretch } from './schedule.ts';
import type { FilmStore } from './store.ts';

export interface Piece {
  readonly name: string;
  readonly file: string;
  readonly count: number;
}
/** What one render has at hand. */
export interface Work {
  readonly plan: FilmPlan;
  readonly schedule: Schedule;
  readonly tools: Tools;
  readonly store: FilmStore;
  readonly folder: string;
  readonly ledger: Ledger;
}
export interface PiecesOrder extends Work {
  readonly stage: Stage;
  readonly encoding: readonly string[];
  readonly isCut: boolean;
  readonly nameOf: (stretch: Stretch) => string;
}
interface Wanted {
  readonly stretch: Stretch;
  readonly name: string;
  file: string | null;
}

export async function encodeStretches(order: PiecesOrder): Promise<readonly Piece[]> {
  const { schedule, store, ledger } = order;
  const wanted: Wanted[] = [];
  for (const stretch of schedule.stretches) {
    const name = order.nameOf(stretch);
    wanted.push({ stretch, name, file: await store.find(name) });
  }
  const reused = wanted.filter(({ file }) => file).reduce((sum, { stretch }) => sum + stretch.count, 0);
  ledger.count({ reused });
  ledger.complete('preparation');
  ledger.begin('compositing');
  ledger.begin('encoding');
  const done = { composed: 0, encoded: 0 };
  for (const run of neighbours(wanted, order.isCut)) await encodeRun(order, run, done);
  ledger.complete('compositing');
  ledger.complete('encoding');
  return wanted.map(({ name, file, stretch }) => {
    if (!file) throw new Error(`stretch ${name} was not encoded`);
    return { name, file, count: stretch.count };
  });
}

/** Missing ones that follow each other, when one encoder can take them all. */
function neighbours(wanted: readonly Wanted[], isCut: boolean): Wanted[][] {
  const runs: Wanted[][] = [];
  let run: Wanted[] | null = null;
  for (const each of wanted) {
    if (each.file) run = null;
    else if (run && isCut) run.push(each);
    else {
      run = [each];
      runs.push(run);
    }
  }
  return runs;
}

async function encodeRun(order: PiecesOrder, run: readonly Wanted[], done: { composed: number; encoded: number }): Promise<void> {
  const { plan, tools, folder, ledger, encoding } = order;
  const counts = run.map(({ stretch }) => stretch.count);
  const kept: Promise<void>[] = [];
  const before = done.encoded;
  const encoder = startEncoder(
    tools,
    { width: plan.width, height: plan.height, fps: plan.fps, encoding, counts, folder },
    // Kept as soon as it is whole: a render that is stopped goes on from there.
    (index) => {
      const keeping = keepPiece(order, run[index], join(folder, pieceName(index)));
      keeping.catch(() => undefined);
      kept.push(keeping);
    },
    (count) => {
      done.encoded = before + count;
      ledger.count({ encoded: done.encoded });
    },
  );
  await composeRun(order, run, encoder.write, done);
  await encoder.finish();
  await Promise.all(kept);
  done.encoded = before + counts.reduce((sum, count) => sum + count, 0);
  ledger.count({ encoded: done.encoded });
}

async function keepPiece({ store }: PiecesOrder, wanted: Wanted | undefined, file: string): Promise<void> {
  if (!wanted) throw new Error(`ffmpeg cut the film once too often: ${file}`);
  wanted.file = await store.keep(file, wanted.name);
}

/** The next frames are put together while those before them are written. */
async function composeRun(
  { stage, ledger, tools }: PiecesOrder,
  run: readonly Wanted[],
  write: (frame: Uint8Array) => Promise<void>,
  done: { composed: number },
): Promise<void> {
  const written: Promise<void>[] = [];
  let slot = 0;
  for (const { stretch } of run)
    for (let frame = 0; frame < stretch.count; frame += 1) {
      tools.signal.throwIfAborted();
      await written[slot];
      const pixels = await stage.compose(stretch, frame, slot);
      const writing = write(pixels);
      writing.catch(() => undefined);
      written[slot] = writing;
      slot = (slot + 1) % SLOTS;
      done.composed += 1;
      ledger.count({ composed: done.composed });
    }
  await Promise.all(written);
}
