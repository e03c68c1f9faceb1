/** The last step: what was made becomes a timeline, the timeline a film. */
import type { Tx } from '#kernel/db/db.ts';
import { Failure } from '#kernel/failure.ts';
import type { Render, RenderOptions } from '../renders/renders.ts';
import { automaticDraft } from '../timelines/timelines.ts';
import { cancelRun, completeRun, failRun } from './ending.ts';
import { faults } from './messages.ts';
import type { PipelineTools } from './pipeline.ts';
import { assetAt, openRound, type Round, readRound, stepOf, takesOf } from './round.ts';
import * as store from './store.ts';
import { tellProgress, writeLog } from './telling.ts';

/** Null when it is under way; a fault when the timeline cannot be rendered. */
export async function beginMontage(tools: PipelineTools, round: Round): Promise<store.RunFault | null> {
  const { projects, timelines, renders, clock } = tools;
  const { tx, run, project } = round;
  const owner = { accountId: project.accountId, projectId: project.id };
  const draft = automaticDraft(project, { scenes: takesOf(round), music: assetAt(round, 'music', 0) });
  try {
    const timeline = await timelines.keepAutomatic(tx, owner, draft);
    const render = await renders.order(tx, project.accountId, timeline.id, optionsOf(round));
    await store.setRender(tx, run.id, render.id);
    await store.updatePlan(tx, run.id, { ...run.plan, seconds: timeline.duration });
    await store.changeStep(tx, run.id, 'montage', { state: 'in_progress', total: 100 }, clock.now());
    await projects.setResult(tx, project.id, { timelineId: timeline.id });
    await projects.setStatus(tx, project.id, 'rendering');
    await writeLog(tools, tx, run.id, `Starting montage of ${timeline.duration.toFixed(1)} s (${render.id})`);
    return null;
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { step: 'montage', code: error.code, message: error.text, sceneId: null };
  }
}

const AUDIO_BITRATE = 192_000;

const optionsOf = ({ run, project }: Round): RenderOptions => ({
  ...{ codec: 'h264', quality: run.options.quality, bitrate: null, audioBitrate: AUDIO_BITRATE },
  ...{ burnCaptions: project.config.captions !== null, scale: run.options.scale },
});

/** What is heard of a render: outside of a transaction that it goes on, inside of one that it ended. */
export async function heedRender(tools: PipelineTools, tx: Tx | null, render: Render): Promise<void> {
  if (!tx) return heedProgress(tools, render);
  if (render.status === 'queued' || render.status === 'rendering') return;
  const running = await store.findRunningByRender(tx, render.id);
  if (running) await endMontage(tools, tx, running.id, render);
}

/** Also of a render whose end nobody heard. */
export async function endMontage(tools: PipelineTools, tx: Tx, runId: string, render: Render): Promise<void> {
  const held = await openRound(tools, tx, runId);
  if (!held || held.run.renderId !== render.id) return;
  const round = await readRound(tools, held);
  if (stepOf(round, 'montage').state !== 'in_progress') return;
  if (render.status === 'cancelled') return cancelRun(tools, round);
  if (render.status === 'completed' && render.videoId) return keepFilm(tools, round, render.videoId);
  const { code, message } = render.fault ?? { code: 'RENDER_FAILED', message: faults.renderFailed };
  return failRun(tools, round, { step: 'montage', code, message, sceneId: null });
}

async function keepFilm(tools: PipelineTools, round: Round, videoId: string): Promise<void> {
  const { tx, run, project } = round;
  await store.changeStep(tx, run.id, 'montage', { state: 'completed', provider: 'embedded' }, tools.clock.now());
  await tools.projects.setResult(tx, project.id, { videoId });
  const after = await readRound(tools, round);
  await tellProgress(tools, tx, round, after, project.status);
  await completeRun(tools, after, videoId);
}

async function heedProgress(tools: PipelineTools, render: Render): Promise<void> {
  const { db } = tools;
  const run = await store.findRunningByRender(db, render.id);
  if (!run) return;
  const steps = await store.listSteps(db, run.id);
  const items = await store.listItems(db, run.id);
  const assets = new Map(
    (
      await tools.assets.findAll(
        db,
        items.map(({ assetId }) => assetId),
      )
    ).map((asset) => [asset.id, asset]),
  );
  const before = { run, steps, items, assets };
  await tellProgress(tools, db, before, { ...before, render }, 'rendering');
}
