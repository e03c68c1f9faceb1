/** One look at a run, under its lock: everything that decides how it goes on. */
import type { Tx } from '#kernel/db/db.ts';
import type { Asset } from '../assets/assets.ts';
import type { FilmScript, Project } from '../projects/projects.ts';
import type { SceneTake } from '../timelines/timelines.ts';
import type { PipelineTools } from './pipeline.ts';
import { type ItemStep, isOver, STEPS, type StepName } from './steps.ts';
import * as store from './store.ts';

export interface Round {
  readonly tx: Tx;
  readonly run: store.Run;
  readonly project: Project;
  readonly steps: readonly store.RunStep[];
  readonly items: readonly store.RunItem[];
  readonly assets: ReadonlyMap<string, Asset>;
}

/** Null when the run is not running (any more). The lock is held until the end of the transaction. */
export async function openRound({ projects }: PipelineTools, tx: Tx, runId: string): Promise<Round | null> {
  const run = await store.lockRun(tx, runId);
  if (run?.state !== 'running') return null;
  const project = await projects.lock(tx, run.projectId);
  return { tx, run, project, steps: [], items: [], assets: new Map() };
}

/** As it stands now, with what this transaction has changed. */
export async function readRound({ assets }: PipelineTools, round: Round): Promise<Round> {
  const { tx, run } = round;
  const fresh = await store.findRun(tx, run.id);
  const steps = await store.listSteps(tx, run.id);
  const items = await store.listItems(tx, run.id);
  const found = await assets.findAll(tx, [...new Set(items.map(({ assetId }) => assetId))]);
  return { ...round, run: fresh ?? run, steps, items, assets: new Map(found.map((asset) => [asset.id, asset])) };
}

export function stepOf({ steps }: Pick<Round, 'steps'>, name: StepName): store.RunStep {
  const step = steps.find((one) => one.name === name);
  if (!step) throw new Error(`a run without the step ${name}`);
  return step;
}

export const isStepOver = (round: Pick<Round, 'steps'>, name: StepName): boolean => isOver(stepOf(round, name).state);
export const mayBegin = (round: Round, name: StepName): boolean => STEPS[name].needs.every((needed) => isStepOver(round, needed));

export const itemsOf = ({ items }: Pick<Round, 'items'>, step: StepName): readonly store.RunItem[] =>
  items.filter((item) => item.step === step);

export const assetAt = ({ items, assets }: Round, step: ItemStep, position: number): Asset | null => {
  const item = items.find((one) => one.step === step && one.position === position);
  return (item && assets.get(item.assetId)) ?? null;
};

/** Throws when nobody has written it: steps that need it do not begin before. */
export function scriptOf({ project }: Pick<Round, 'project'>): FilmScript {
  if (!project.script) throw new Error(`project ${project.id} has no script`);
  return project.script;
}

const whole = (asset: Asset | null): Asset | null => (asset?.status === 'completed' ? asset : null);

/** Scenes with what is there for them; without a voice while it is made, or for good. */
export const takesOf = (round: Round): readonly SceneTake[] =>
  scriptOf(round).scenes.map((scene, n) => ({
    scene,
    picture: whole(assetAt(round, 'videos', n)) ?? whole(assetAt(round, 'images', n)),
    voice: whole(assetAt(round, 'voice', n)),
  }));
