/** A run begins, or is given up. */
import type { Tx } from '#kernel/db/db.ts';
import { failure } from '#kernel/failure.ts';
import { newId } from '../ids.ts';
import type { Body, Project } from '../projects/projects.ts';
import { cancelRun } from './ending.ts';
import { estimate } from './estimate.ts';
import { BEGIN } from './jobs.ts';
import { m } from './messages.ts';
import { type RunOptions, readOptions } from './options.ts';
import { imageOrder } from './orders.ts';
import type { PipelineTools, RunState } from './pipeline.ts';
import { openRound } from './round.ts';
import { readState } from './state.ts';
import { STEP_NAMES, type StepName } from './steps.ts';
import * as store from './store.ts';
import { tellProgress, tellStarted, writeLog } from './telling.ts';

/** The run, its steps and its first job: all of them in the caller's transaction, or none. */
export async function start(
  tools: PipelineTools,
  tx: Tx,
  accountId: number,
  projectId: string,
  body: Body,
): Promise<{ readonly project: Project; readonly run: RunState }> {
  const { projects, queue, clock } = tools;
  await projects.get(accountId, projectId, tx);
  const options = readOptions(body);
  const project = await projects.lock(tx, projectId);
  const latest = await store.findLatestRun(tx, projectId);
  if (latest?.state === 'running') throw failure.conflict('ALREADY_RUNNING', m.alreadyRunning);
  await assertPictures(tools, project);
  await assertShown(tools, tx, project, options);
  const { seconds, plan } = await estimate(tools, tx, project, options);
  const id = newId('pipe');
  const run = { id, projectId, options, estimatedSeconds: seconds, plan, now: clock.now() };
  await store.insertRun(tx, { ...run, steps: stepsFor(project, options, plan.scenes) });
  await projects.setStatus(tx, projectId, 'scripting');
  await writeLog(tools, tx, id, 'Starting script writing');
  await tellStarted(tools, tx, project, id, seconds);
  await queue.enqueue(tx, BEGIN, { runId: id }, { key: id });
  return whole(tools, tx, accountId, projectId);
}

async function whole(tools: PipelineTools, tx: Tx, accountId: number, projectId: string) {
  const project = await tools.projects.get(accountId, projectId, tx);
  const run = await store.findLatestRun(tx, projectId);
  const state = await readState(tools, project, tx);
  if (!run || !state) throw new Error('the run that was just written is gone');
  const seen = { run, steps: await store.listSteps(tx, run.id), items: [], assets: new Map() };
  await tellProgress(tools, tx, null, seen, project.status);
  return { project, run: state };
}

function stepsFor({ config }: Project, { skip, until }: RunOptions, scenes: number) {
  const isSkipped = (name: StepName): boolean =>
    skip.includes(name) ||
    (name === 'voice' && config.voiceId === null) ||
    (name === 'music' && config.music === null) ||
    (until === 'script' && name !== 'script');
  const totals: Readonly<Record<StepName, number>> = { script: 1, images: scenes, videos: scenes, voice: scenes, music: 1, montage: 100 };
  return STEP_NAMES.map((name) => {
    const state = name === 'script' ? ('in_progress' as const) : isSkipped(name) ? ('skipped' as const) : ('pending' as const);
    return { name, state, total: totals[name] };
  });
}

/** Own pictures may have been removed since they were chosen. */
async function assertPictures({ assets, db }: PipelineTools, { config, script, id }: Project): Promise<void> {
  const wanted = [
    ...(config.brand ? [{ field: 'config.brand.asset_id', assetId: config.brand.assetId }] : []),
    ...(script?.scenes ?? []).flatMap(({ own }, n) => (own.image ? [{ field: `scenes[${n}].own_image`, assetId: own.image }] : [])),
  ];
  const found = new Set(
    (
      await assets.findAll(
        db,
        wanted.map(({ assetId }) => assetId),
      )
    )
      .filter((one) => one.projectId === id)
      .map((one) => one.id),
  );
  const gone = wanted.filter(({ assetId }) => !found.has(assetId));
  if (gone.length > 0)
    throw failure.invalid(Object.fromEntries(gone.map(({ field }) => [field, { message: m.asset, constraint: 'exists' }])));
}

/** A montage shows something: where no pictures are made, some are there. */
async function assertShown({ assets }: PipelineTools, tx: Tx, project: Project, { skip, providers }: RunOptions): Promise<void> {
  if (!skip.includes('images') || skip.includes('montage')) return;
  const { accountId, config, id: projectId } = project;
  for (const scene of project.script?.scenes ?? []) {
    if (scene.own.image) return;
    const made = await assets.peek(tx, { accountId, projectId }, imageOrder(config, scene, providers));
    if (made?.status === 'completed') return;
  }
  throw failure.field('pipeline_config.skip_steps', m.noPictures, {}, 'needs_pictures');
}

/** Items first, then the render, then the run: in the order in which those who end them take hold of them. */
export async function cancel(tools: PipelineTools, tx: Tx, accountId: number, projectId: string): Promise<void> {
  const { projects, assets, renders } = tools;
  await projects.get(accountId, projectId, tx);
  const run = await store.findLatestRun(tx, projectId);
  if (run?.state !== 'running') throw failure.conflict('NOT_RUNNING', m.notRunning);
  await assets.cancelOf(tx, projectId);
  if (run.renderId) await renders.cancel(tx, run.renderId);
  const held = await openRound(tools, tx, run.id);
  if (!held) return;
  if (held.run.renderId && held.run.renderId !== run.renderId) await renders.cancel(tx, held.run.renderId);
  await cancelRun(tools, held);
}
