/** A run as people and programs see it, put together from its rows, its assets and its render. */
import type { Db } from '#kernel/db/db.ts';
import { Failure } from '#kernel/failure.ts';
import type { Asset } from '../assets/assets.ts';
import type { Project } from '../projects/projects.ts';
import type { Render } from '../renders/renders.ts';
import { type Counted, countOf, percentOf, remainingOf } from './figures.ts';
import { makerOf } from './orders.ts';
import type { PipelineTools, RunState, StepState } from './pipeline.ts';
import { STEPS, type StepName } from './steps.ts';
import * as store from './store.ts';

const LOGS_TOLD = 100;

export async function readState(tools: PipelineTools, { id, accountId }: Project, db: Db): Promise<RunState | null> {
  const run = await store.findLatestRun(db, id);
  if (!run) return null;
  const [steps, items, logs, render] = await Promise.all([
    store.listSteps(db, run.id),
    store.listItems(db, run.id),
    store.listLogs(db, run.id, LOGS_TOLD),
    renderOf(tools, accountId, run, db),
  ]);
  const found = await tools.assets.findAll(db, [...new Set(items.map(({ assetId }) => assetId))]);
  const assets = new Map(found.map((asset) => [asset.id, asset]));
  const counted = countedOf(run, steps, items, assets, render);
  return {
    ...{ id: run.id, state: run.state, estimatedSeconds: run.estimatedSeconds, renderId: run.renderId, fault: run.fault },
    ...{ startedAt: run.startedAt, endedAt: run.endedAt, logs, isSilent: run.isSilent },
    steps: steps.map((step) => stepStateOf(counted, step)),
    overall: await overallOf(db, run, counted),
    remainingSeconds: run.state === 'running' ? remainingOf(counted, secondsSince(tools, run)) : 0,
    items: items.flatMap(({ step, assetId, reused }) => {
      const asset = assets.get(assetId);
      return asset ? [{ step, asset, reused }] : [];
    }),
    providersUsed: providersOf(steps, items, assets),
    film: filmOf(tools, run, render),
  };
}

function filmOf(tools: PipelineTools, run: store.Run, render: Render | null): RunState['film'] {
  const videoId = run.state === 'completed' ? (render?.videoId ?? null) : null;
  return videoId === null ? null : { videoId, url: videoUrlOf(tools, videoId), seconds: Math.round(run.plan.seconds * 10) / 10 };
}

/** Where a film is fetched. */
export const videoUrlOf = ({ config }: Pick<PipelineTools, 'config'>, videoId: string): string =>
  `${config.publicUrl.video}/api/v1/videos/${videoId}/download`;

/** Null while there is none, or when it is gone. */
async function renderOf({ renders }: PipelineTools, accountId: number, { renderId }: store.Run, db: Db): Promise<Render | null> {
  if (renderId === null) return null;
  return renders.get(accountId, renderId, db).catch((error: unknown) => {
    if (error instanceof Failure) return null;
    throw error;
  });
}

export const countedOf = (
  { plan }: store.Run,
  steps: readonly store.RunStep[],
  items: readonly store.RunItem[],
  assets: ReadonlyMap<string, Asset>,
  render: Pick<Render, 'progress'> | null,
): Counted => ({ steps, items, plan, isDone: (id) => assets.get(id)?.status === 'completed', encoded: encodedOf(render) });

/** Frames that are encoded or were found encoded, of those that the film needs. */
function encodedOf(render: Pick<Render, 'progress'> | null): number {
  const frames = render?.progress?.frames;
  return frames && frames.total > 0 ? Math.min(1, (frames.encoded + frames.reused) / frames.total) : 0;
}

const stepStateOf = (counted: Counted, { name, state, startedAt }: store.RunStep): StepState => ({
  ...{ name, wireName: STEPS[name].wireName, state, startedAt },
  ...countOf(counted, name),
});

/** What was told once is never taken back. */
export async function overallOf(db: Db, run: store.Run, counted: Counted): Promise<number> {
  if (run.state === 'completed') return 100;
  const percent = percentOf(counted);
  return percent <= run.told ? run.told : store.raiseTold(db, run.id, percent);
}

export const secondsSince = ({ clock }: Pick<PipelineTools, 'clock'>, { startedAt }: store.Run): number =>
  (clock.now().getTime() - startedAt.getTime()) / 1000;

function providersOf(
  steps: readonly store.RunStep[],
  items: readonly store.RunItem[],
  assets: ReadonlyMap<string, Asset>,
): RunState['providersUsed'] {
  const used: Partial<Record<StepName, readonly string[]>> = {};
  for (const { name, provider } of steps) {
    const makers = items.filter(({ step }) => step === name).map(({ assetId }) => assets.get(assetId));
    const names = makers.flatMap((asset) => (asset ? [makerOf(asset)] : [])).filter((maker) => maker !== null);
    if (names.length > 0) used[name] = [...new Set(names)];
    else if (name === 'script' && provider) used[name] = [provider];
  }
  return used;
}
