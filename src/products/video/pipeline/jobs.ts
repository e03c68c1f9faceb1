/** The jobs of the pipeline, as they are promised. */
import { Type } from 'typebox';
import { defineJob } from '#kernel/jobs/job.ts';

/** Writes the script, or finds it written, and lets the run go on. */
export const BEGIN = defineJob({
  name: 'video.begin',
  data: Type.Object({ runId: Type.String() }),
  // For processes that die: what a model is asked is asked once (`noteAsking`).
  retries: 30,
  retryDelaySeconds: 1,
  retryDelayMaxSeconds: 10,
  timeoutSeconds: 300,
  concurrency: 4,
  unique: 'unfinished',
});

/** Looks whether a run goes on. */
export const LOOK = defineJob({
  name: 'video.look',
  data: Type.Object({ runId: Type.String() }),
  retries: 30,
  retryDelaySeconds: 1,
  retryDelayMaxSeconds: 10,
  timeoutSeconds: 60,
});
export const LOOK_AGAIN_MS = 2000;

/** Finds runs that stand still. */
export const SWEEP = defineJob({ name: 'video.sweep', data: Type.Null(), retries: 1, pollSeconds: 5, timeoutSeconds: 300 });
export const SWEEP_CRON = '* * * * *';
/** A run that nothing happened to for so long is looked at. */
export const STANDING_MS = 45_000;
