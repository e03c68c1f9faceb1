/** Who is told what happens: log lines of the run, live messages of the project, webhooks. */
import type { Db, Tx } from '#kernel/db/db.ts';
import type { LiveMessage } from '#kernel/http/live.ts';
import { filmFailed, filmFinished } from '../notices.ts';
import type { Project, ProjectStatus } from '../projects/projects.ts';
import type { Render } from '../renders/renders.ts';
import { countOf } from './figures.ts';
import type { PipelineTools } from './pipeline.ts';
import type { Round } from './round.ts';
import { countedOf, overallOf, videoUrlOf } from './state.ts';
import { STEPS, type StepName } from './steps.ts';
import * as store from './store.ts';

export const writeLog = (
  { clock }: Pick<PipelineTools, 'clock'>,
  db: Db,
  runId: string,
  message: string,
  level: store.RunLog['level'] = 'info',
): Promise<void> => store.addLog(db, runId, { at: clock.now(), level, message });

const publish = ({ live }: Pick<PipelineTools, 'live'>, db: Db, projectId: string, message: LiveMessage): Promise<void> =>
  live.publish(db, `project:${projectId}`, message);

/** Steps that changed since `before`, and how far the whole is. */
export async function tellProgress(tools: PipelineTools, db: Db, before: Seen | null, now: Seen, status: ProjectStatus): Promise<void> {
  const counted = countedFor(now);
  const earlier = before && countedFor(before);
  for (const { name, state } of now.steps) {
    const count = countOf(counted, name);
    const was = before?.steps.find((step) => step.name === name);
    const counts = { items_completed: count.done, items_total: count.total };
    if (was?.state === state && earlier && countOf(earlier, name).done === count.done) continue;
    await publish(tools, db, now.run.projectId, { type: 'step', step: name, status: state, ...counts });
  }
  const progress = await overallOf(db, now.run, counted);
  await publish(tools, db, now.run.projectId, { type: 'progress', progress, step: currentStep(now.steps), status });
}

/** What a message can be made of. */
export interface Seen extends Pick<Round, 'run' | 'steps' | 'items' | 'assets'> {
  readonly render?: Pick<Render, 'progress'>;
}
const countedFor = ({ run, steps, items, assets, render }: Seen) => countedOf(run, steps, items, assets, render ?? null);

/** Of those at work, the one that comes first. */
export function currentStep(steps: readonly { readonly name: StepName; readonly state: string }[]): string | null {
  const step = steps.find(({ state }) => state === 'in_progress');
  return step ? STEPS[step.name].wireName : null;
}

export interface Finished {
  readonly runId: string;
  readonly videoId: string | null;
  /** Of the film. */
  readonly seconds: number;
}

export async function tellCompleted(tools: PipelineTools, tx: Tx, project: Project, { runId, videoId, seconds }: Finished): Promise<void> {
  const film = { video_id: videoId, video_url: videoId && videoUrlOf(tools, videoId), duration: Math.round(seconds * 10) / 10 };
  const { accountId, id, title } = project;
  const data = { project_id: id, ...film, pipeline_id: runId };
  await tools.notices.notify(tx, filmFinished, { to: accountId, href: `/films/${id}`, group: id, values: { title } });
  await tools.webhooks.emit(tx, { product: 'video', accountId, event: 'project.completed', data });
  await publish(tools, tx, id, { type: 'progress', progress: 100, step: null, status: 'completed' });
  await publish(tools, tx, id, { type: 'completed', ...film });
}

export async function tellFailed(tools: PipelineTools, tx: Tx, { accountId, id, title }: Project, runId: string, fault: store.RunFault) {
  const error = { code: fault.code, message: fault.message.fr, messages: fault.message, step: fault.step, scene_id: fault.sceneId };
  const data = { project_id: id, pipeline_id: runId, error };
  await tools.webhooks.emit(tx, { product: 'video', accountId, event: 'project.failed', data });
  const values = { title, why: fault.message };
  await tools.notices.notify(tx, filmFailed, { to: accountId, href: `/films/${id}`, group: id, values });
  await publish(tools, tx, id, { type: 'failed', error });
}

export const tellCancelled = (tools: PipelineTools, tx: Tx, { id }: Project, progress: number): Promise<void> =>
  publish(tools, tx, id, { type: 'progress', progress, step: null, status: 'cancelled' });

export async function tellStarted(tools: PipelineTools, tx: Tx, { accountId, id }: Project, runId: string, seconds: number) {
  const data = { project_id: id, pipeline_id: runId, estimated_duration: seconds };
  await tools.webhooks.emit(tx, { product: 'video', accountId, event: 'project.started', data });
}
