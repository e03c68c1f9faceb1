/** Somebody looks whether a run goes on, so that none stands still when its news was lost. */
import type { Db } from '#kernel/db/db.ts';
import { inTransaction } from '#kernel/db/transaction.ts';
import { Failure } from '#kernel/failure.ts';
import type { Render } from '../renders/renders.ts';
import { advance } from './advance.ts';
import { BEGIN, STANDING_MS } from './jobs.ts';
import { endMontage } from './montage.ts';
import type { PipelineTools } from './pipeline.ts';
import * as store from './store.ts';
import { writeLog } from './telling.ts';

/** Looks at every run that nothing happened to for a while; answers how many. */
export async function lookAtStanding(tools: PipelineTools): Promise<number> {
  const { db, clock, log } = tools;
  const ids = await store.findStanding(db, new Date(clock.now().getTime() - STANDING_MS));
  for (const id of ids) {
    log.info({ run: id }, 'a run that stood still is looked at');
    await look(tools, id);
    await inTransaction(db, (tx) => store.touchRun(tx, id, clock.now()));
  }
  return ids.length;
}

export async function look(tools: PipelineTools, runId: string): Promise<void> {
  const { db, queue } = tools;
  const run = await store.findRun(db, runId);
  if (run?.state !== 'running') return;
  const [script] = await store.listSteps(db, runId);
  // Its job is there, or it is made: one of the two.
  if (script?.state === 'in_progress') await queue.enqueue(db, BEGIN, { runId }, { key: runId });
  else await inTransaction(db, (tx) => advance(tools, tx, runId));
  if (run.renderId) await lookAtRender(tools, db, run);
}

/** A render that ended unheard. */
async function lookAtRender(tools: PipelineTools, db: Db, run: store.Run): Promise<void> {
  const { accountId } = await inTransaction(db, (tx) => tools.projects.lock(tx, run.projectId));
  const render = await tools.renders.get(accountId, run.renderId ?? '').catch((error: unknown): Pick<Render, 'status'> => {
    if (!(error instanceof Failure)) throw error;
    return { status: 'failed' };
  });
  if (render.status === 'queued' || render.status === 'rendering') return;
  await writeLog(tools, db, run.id, 'The end of the render had not been heard', 'warning');
  const ended = { fault: null, videoId: null, ...render, id: run.renderId ?? '' } as Render;
  await inTransaction(db, (tx) => endMontage(tools, tx, run.id, ended));
}
