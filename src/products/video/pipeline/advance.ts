/**
 * How a run goes on: looks at what is done, promises what can be made now, and ends it when nothing is left. Called under the lock of
 * the run by whoever changed something; calling it once more changes nothing.
 */
import type { Tx } from '#kernel/db/db.ts';
import type { Asset } from '../assets/assets.ts';
import { openPurse } from './budget.ts';
import { completeRun, failRun, stopAtScript } from './ending.ts';
import { promiseClips, promiseImages, promiseMusic, promiseVoices } from './items.ts';
import { faults } from './messages.ts';
import { beginMontage } from './montage.ts';
import type { PipelineTools } from './pipeline.ts';
import { isStepOver, itemsOf, mayBegin, openRound, type Round, readRound, stepOf } from './round.ts';
import { ITEM_STEPS, type ItemStep, STEPS } from './steps.ts';
import * as store from './store.ts';
import { tellProgress, writeLog } from './telling.ts';

/** More turns than there are steps: each one begins or ends something. */
const MOST_TURNS = 20;

export async function advance(tools: PipelineTools, tx: Tx, runId: string): Promise<void> {
  const held = await openRound(tools, tx, runId);
  if (!held) return;
  const before = await readRound(tools, held);
  let round = before;
  for (let turn = 0; turn < MOST_TURNS; turn += 1) {
    const outcome = await moveOn(tools, round);
    if (outcome === 'ended') return;
    if (outcome === 'waiting') break;
    round = await readRound(tools, round);
  }
  await store.touchRun(tx, runId, tools.clock.now());
  const project = await tools.projects.lock(tx, round.project.id);
  await tellProgress(tools, tx, before, round, project.status);
}

type Outcome = 'moved' | 'waiting' | 'ended';

async function moveOn(tools: PipelineTools, round: Round): Promise<Outcome> {
  const { run } = round;
  const fault = faultIn(round);
  if (fault) return end(failRun(tools, round, fault));
  if (!isStepOver(round, 'script')) return 'waiting';
  if (run.options.until === 'script') return end(stopAtScript(tools, round));
  if (await finishSteps(tools, round)) return 'moved';
  const promised = await promiseAll(tools, round);
  if (typeof promised !== 'boolean') return end(failRun(tools, round, promised));
  if (promised) return 'moved';
  if (!mayBegin(round, 'montage')) return 'waiting';
  const montage = stepOf(round, 'montage');
  if (montage.state === 'skipped') return end(completeRun(tools, round, null));
  if (montage.state !== 'pending') return 'waiting';
  const refused = await beginMontage(tools, round);
  return refused ? end(failRun(tools, round, refused)) : 'moved';
}

const end = async (ending: Promise<void>): Promise<'ended'> => {
  await ending;
  return 'ended';
};

/** The first item that cannot be made, with its own reason. */
function faultIn(round: Round): store.RunFault | null {
  for (const { step, assetId } of round.items) {
    const asset = round.assets.get(assetId);
    if (asset && asset.status !== 'failed' && asset.status !== 'cancelled') continue;
    return { step, ...reasonOf(asset), sceneId: asset?.sceneId ?? null };
  }
  return null;
}

function reasonOf(asset: Asset | undefined): Pick<store.RunFault, 'code' | 'message'> {
  if (asset?.status === 'failed') return asset.fault ?? { code: 'ITEM_FAILED', message: faults.itemFailed };
  return { code: 'ITEM_GONE', message: faults.itemGone };
}

/** Steps whose last item is made. */
async function finishSteps(tools: PipelineTools, round: Round): Promise<boolean> {
  let isMoved = false;
  for (const name of ITEM_STEPS) {
    if (stepOf(round, name).state !== 'in_progress' || !isWhole(round, name)) continue;
    const made = itemsOf(round, name).filter(({ reused }) => !reused);
    const makers = [...new Set(made.map(({ assetId }) => round.assets.get(assetId)?.provider ?? 'own'))];
    const provider = makers.length === 1 ? makers[0] : undefined;
    await store.changeStep(round.tx, round.run.id, name, { state: 'completed', ...(provider ? { provider } : {}) }, tools.clock.now());
    const count = itemsOf(round, name).length;
    await writeLog(tools, round.tx, round.run.id, `Finished ${STEPS[name].noun}: ${made.length} made, ${count - made.length} reused`);
    isMoved = true;
  }
  return isMoved;
}

function isWhole(round: Round, name: ItemStep): boolean {
  const items = itemsOf(round, name);
  const { total } = stepOf(round, name);
  return items.length >= total && items.every(({ assetId }) => round.assets.get(assetId)?.status === 'completed');
}

const PROMISES = { images: promiseImages, voice: promiseVoices, videos: promiseClips, music: promiseMusic } as const;

/** True when anything was promised; a fault when the budget does not allow it. */
async function promiseAll(tools: PipelineTools, round: Round): Promise<boolean | store.RunFault> {
  const purse = await openPurse(tools.assets, round);
  let isMoved = false;
  for (const name of ITEM_STEPS) {
    if (isStepOver(round, name) || !mayBegin(round, name)) continue;
    const promised = await PROMISES[name](tools, round, purse);
    if (promised === 'over-budget') return { step: name, code: 'BUDGET_EXCEEDED', message: faults.budget, sceneId: null };
    isMoved ||= promised;
  }
  return isMoved;
}
