/** What the pipeline hears of its neighbours, and the jobs it does itself. */
import { advance } from './advance.ts';
import { BEGIN, LOOK, SWEEP, SWEEP_CRON } from './jobs.ts';
import { look, lookAtStanding } from './looking.ts';
import { heedRender } from './montage.ts';
import type { PipelineTools } from './pipeline.ts';
import { beginRun } from './script-step.ts';
import * as store from './store.ts';

export function hear(tools: PipelineTools): void {
  const { assets, queue, renders } = tools;
  assets.follow(async (tx, asset) => {
    // Who cancels items cancels their run.
    if (asset.status === 'cancelled') return;
    for (const runId of await store.findRunningByAsset(tx, asset.id)) await advance(tools, tx, runId);
  });
  assets.hold(async (tx, asset) => (await store.findRunningByAsset(tx, asset.id)).length > 0);
  renders.follow((tx, render) => heedRender(tools, tx, render));
  queue.work(BEGIN, ({ runId }, context) => beginRun(tools, runId, context));
  queue.work(LOOK, ({ runId }) => look(tools, runId));
  queue.work(SWEEP, async () => void (await lookAtStanding(tools)));
  queue.schedule(SWEEP, SWEEP_CRON, 'UTC');
}
