/** How a run ends: once, in the transaction of what ended it. */
import type { ProjectStatus } from '../projects/projects.ts';
import type { PipelineTools } from './pipeline.ts';
import type { Round } from './round.ts';
import * as store from './store.ts';
import { tellCancelled, tellCompleted, tellFailed, writeLog } from './telling.ts';

type Held = Pick<Round, 'tx' | 'run' | 'project'>;

export async function completeRun(tools: PipelineTools, { tx, run, project }: Held, videoId: string | null): Promise<void> {
  await close(tools, { tx, run, project }, 'completed', null, 'completed');
  await writeLog(tools, tx, run.id, videoId ? `Film ${videoId} is ready` : 'Finished without a montage');
  await tellCompleted(tools, tx, project, { runId: run.id, videoId, seconds: run.plan.seconds });
}

/** Stopped where the start said: the script is there, the film is not. */
export async function stopAtScript(tools: PipelineTools, held: Held): Promise<void> {
  await close(tools, held, 'completed', null, 'draft');
  await writeLog(tools, held.tx, held.run.id, 'Stopped after the script, as asked');
}

/** What is made stays; what is under way goes on and is found by the next start. */
export async function failRun(tools: PipelineTools, { tx, run, project }: Held, fault: store.RunFault): Promise<void> {
  await store.changeStep(tx, run.id, fault.step, { state: 'failed' }, tools.clock.now());
  await close(tools, { tx, run, project }, 'failed', fault, 'failed');
  const where = fault.sceneId === null ? '' : ` of scene ${fault.sceneId}`;
  await writeLog(tools, tx, run.id, `Failed in ${fault.step}${where}: ${fault.code}: ${fault.message.en}`, 'error');
  await tellFailed(tools, tx, project, run.id, fault);
}

export async function cancelRun(tools: PipelineTools, { tx, run, project }: Held): Promise<void> {
  await close(tools, { tx, run, project }, 'cancelled', null, 'cancelled');
  await writeLog(tools, tx, run.id, 'Cancelled', 'warning');
  await tellCancelled(tools, tx, project, run.told);
}

async function close(
  { clock, projects }: PipelineTools,
  { tx, run, project }: Held,
  state: store.RunStatus,
  fault: store.RunFault | null,
  status: ProjectStatus,
): Promise<void> {
  await store.closeSteps(tx, run.id, state === 'cancelled' ? 'cancelled' : 'pending', clock.now());
  await store.endRun(tx, run.id, state, fault, clock.now());
  await projects.setStatus(tx, project.id, status);
}
