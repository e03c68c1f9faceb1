/**
 * The pipeline: from a sentence to a rendered film, step by step, never making twice what is there.
 *
 * Words: a *run* is one way of a project through the *steps*; a step has *items*, each an asset that is made by its own job and found
 * again by what it is made of; whoever finishes an item looks whether the run goes on, so that nobody waits anywhere and nothing is
 * lost when a process dies.
 */

import type { Tx } from '#kernel/db/db.ts';
import { inTransaction } from '#kernel/db/transaction.ts';
import type { LiveMessage } from '#kernel/http/live.ts';
import type { Asset, Assets } from '../assets/assets.ts';
import type { Body, Project, Projects } from '../projects/projects.ts';
import type { Renders } from '../renders/renders.ts';
import type { Timelines } from '../timelines/timelines.ts';
import type { VideoTools } from '../tools.ts';
import { estimate } from './estimate.ts';
import { hear } from './hearing.ts';
import { readOptions } from './options.ts';
import { cancel, start } from './starting.ts';
import { readState } from './state.ts';
import type { StepName } from './steps.ts';
import { currentStep } from './telling.ts';

export type { StepName } from './steps.ts';

/** What a subscriber of `project:<id>` is told first: how far it is, or how it ended. */
export const liveStateOf = ({ status, videoId }: Project, run: RunState | null): LiveMessage => {
  if (run?.state === 'failed' && run.fault && status === 'failed') {
    const { code, message, step, sceneId = null } = run.fault;
    return { type: 'failed', error: { code, message: message.fr, messages: message, step, scene_id: sceneId } };
  }
  if (run?.film && status === 'completed' && run.film.videoId === videoId)
    return { type: 'completed', video_id: videoId, video_url: run.film.url, duration: run.film.seconds };
  return { type: 'progress', progress: run?.overall ?? 0, step: run?.state === 'running' ? currentStep(run.steps) : null, status };
};

export interface StepState {
  readonly name: StepName;
  /** As the document names it while it runs: `image_generation`. */
  readonly wireName: string;
  readonly state: 'pending' | 'in_progress' | 'completed' | 'skipped' | 'failed' | 'cancelled';
  /** Counted items; of the montage, percent of the film that is encoded. */
  readonly done: number;
  readonly total: number;
  readonly startedAt: Date | null;
}

export interface RunState {
  readonly id: string;
  readonly state: 'running' | 'completed' | 'failed' | 'cancelled';
  readonly steps: readonly StepState[];
  /** 0 to 100. */
  readonly overall: number;
  /** From the rate of this run; null before anything is done. */
  readonly remainingSeconds: number | null;
  readonly estimatedSeconds: number;
  readonly renderId: string | null;
  readonly fault: {
    readonly step: StepName;
    readonly code: string;
    readonly message: { readonly fr: string; readonly en: string; readonly ar: string };
    /** Of the item at fault. */
    readonly sceneId?: number | null;
  } | null;
  readonly startedAt: Date;
  readonly endedAt: Date | null;
  readonly items: readonly { readonly step: StepName; readonly asset: Asset; readonly reused: boolean }[];
  readonly logs: readonly { readonly at: Date; readonly level: 'debug' | 'info' | 'warning' | 'error'; readonly message: string }[];
  /** By step: who really made it (`embedded`, `openai`…). */
  readonly providersUsed: Readonly<Partial<Record<StepName, readonly string[]>>>;
  /** Nobody speaks its language here: its words stand on the picture. */
  readonly isSilent: boolean;
  /** What came of it; null before the end, and without a montage. */
  readonly film: { readonly videoId: string; readonly url: string; readonly seconds: number } | null;
}

export interface Estimate {
  readonly seconds: number;
  /** By step: items to make, items that are there already, who would make them, and what it may cost at most, USD (null: nobody knows). */
  readonly steps: readonly {
    readonly step: StepName;
    readonly toMake: number;
    readonly reused: number;
    readonly provider: string;
    readonly mostUsd: number | null;
  }[];
  /** Null when one of them is not known. */
  readonly mostUsd: number | null;
  readonly isWithinBudget: boolean;
}

export interface Pipeline {
  /** 409 `ALREADY_RUNNING`. Emits `project.started`. `until: 'script'` stops when the script is written. */
  start(tx: Tx, accountId: number, projectId: string, body: Body): Promise<{ readonly project: Project; readonly run: RunState }>;
  estimate(accountId: number, projectId: string, body: Body): Promise<Estimate>;
  /** 409 when nothing runs. Children and temporary files are gone within two seconds. */
  cancel(accountId: number, projectId: string): Promise<Project>;
  /** The latest run; null before the first. */
  state(accountId: number, projectId: string): Promise<RunState | null>;
}

export interface PipelineTools
  extends Pick<VideoTools, 'config' | 'db' | 'clock' | 'log' | 'queue' | 'generation' | 'webhooks' | 'live' | 'notices'> {
  readonly projects: Projects;
  readonly assets: Assets;
  readonly timelines: Timelines;
  readonly renders: Renders;
}

export function createPipeline(tools: PipelineTools): Pipeline {
  const { db, projects } = tools;
  hear(tools);
  const state: Pipeline['state'] = async (accountId, projectId) => readState(tools, await projects.get(accountId, projectId), db);
  return {
    start: (tx, accountId, projectId, body) => start(tools, tx, accountId, projectId, body),
    async estimate(accountId, projectId, body) {
      const { plan: _plan, ...told } = await estimate(tools, db, await projects.get(accountId, projectId), readOptions(body));
      return told;
    },
    async cancel(accountId, projectId) {
      await inTransaction(db, (tx) => cancel(tools, tx, accountId, projectId));
      return projects.get(accountId, projectId);
    },
    state,
  };
}
