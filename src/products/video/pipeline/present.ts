/** Projects and runs in the words of the wire. */
import { type Language, say } from '#kernel/message.ts';
import type { Asset } from '../assets/assets.ts';
import { secondsOf, secondsOrNull } from '../lists.ts';
import type { FilmScript, Project, ProjectConfig } from '../projects/projects.ts';
import { m } from './messages.ts';
import type { Estimate, RunState, StepState } from './pipeline.ts';
import { isOver, STEP_NAMES, STEPS, type StepName } from './steps.ts';
import { currentStep } from './telling.ts';

const configOf = ({ brand, ...config }: ProjectConfig) => ({
  ...{ target_duration: config.targetDuration, format: config.format, language: config.language, style: config.style },
  ...{ image_style: config.imageStyle, ratio: config.ratio, voice_id: config.voiceId, music: config.music, captions: config.captions },
  ...{ seed: config.seed, budget_usd: config.budgetUsd, brand: brand && { asset_id: brand.assetId, corner: brand.corner } },
});

const headOf = (project: Project) => ({
  ...{ id: project.id, title: project.title, description: project.description, prompt: project.prompt, config: configOf(project.config) },
  ...{ status: project.status, created_at: secondsOf(project.createdAt), updated_at: secondsOf(project.updatedAt) },
});

export const projectOf = (project: Project) => ({ ...headOf(project), video_id: project.videoId });

export interface Wholeness {
  readonly run: RunState | null;
  readonly assets: readonly Asset[];
  readonly publicUrl: string;
  readonly language: Language;
}

export const wholeOf = (project: Project, { run, assets, publicUrl, language }: Wholeness) => ({
  ...headOf(project),
  progress: progressOf(run),
  assets: assets.map((asset) => assetOf(asset, publicUrl)),
  ...{ pipeline_id: run?.id ?? null, script_version: project.scriptVersion, timeline_id: project.timelineId },
  ...{ ...filmOf(project, publicUrl), providers_used: providersOf(run), error: errorOf(run, language) },
});

const assetOf = (asset: Asset, publicUrl: string) => ({
  ...{ id: asset.id, type: asset.type, status: asset.status, scene_id: asset.sceneId, origin: asset.origin },
  ...{ provider: asset.provider, duration: asset.seconds, created_at: secondsOf(asset.createdAt) },
  download_url: asset.status === 'completed' ? `${publicUrl}/api/v1/assets/${asset.id}/download` : null,
});

const filmOf = ({ videoId }: Project, publicUrl: string) => ({
  video_id: videoId,
  video_url: videoId && `${publicUrl}/api/v1/videos/${videoId}/download`,
});

const providersOf = (run: RunState | null) =>
  Object.fromEntries(Object.entries(run?.providersUsed ?? {}).map(([step, names]) => [step, [...names]]));

const errorOf = (run: RunState | null, language: Language) =>
  run?.fault
    ? { code: run.fault.code, message: say(run.fault.message, language), step: run.fault.step, scene_id: run.fault.sceneId ?? null }
    : null;

const NOTHING: Omit<StepState, 'name' | 'wireName'> = { state: 'pending', done: 0, total: 0, startedAt: null };

const progressOf = (run: RunState | null) => ({
  overall: run?.overall ?? 0,
  current_step: run?.state === 'running' ? currentStep(run.steps) : null,
  steps: Object.fromEntries(STEP_NAMES.map((name) => [name, stepOf(run?.steps.find((step) => step.name === name) ?? NOTHING)])) as Record<
    StepName,
    ReturnType<typeof stepOf>
  >,
});

/** What was cancelled is still to be made. */
const stepOf = ({ state, done, total }: Omit<StepState, 'name' | 'wireName'>) => ({
  status: state === 'cancelled' ? 'pending' : state,
  progress: isOver(state) ? 100 : total > 0 ? Math.floor((100 * done) / total) : 0,
  ...{ items_completed: done, items_total: total },
});

export const startedOf = ({ id, status }: Pick<Project, 'id' | 'status'>, run: RunState, language: Language) => ({
  ...{ id, status, pipeline_id: run.id, estimated_duration: run.estimatedSeconds, message: say(m.started, language) },
  steps: run.steps.filter(({ state }) => state !== 'skipped').map(({ name }) => name),
});

export const estimateOf = (projectId: string, { seconds, mostUsd, isWithinBudget, steps }: Estimate) => ({
  dry_run: true as const,
  ...{ project_id: projectId, estimated_duration: seconds, cost_usd: mostUsd, within_budget: isWithinBudget },
  steps: steps.map(({ step, toMake, reused, provider, mostUsd: cost }) => ({ step, to_make: toMake, reused, provider, cost_usd: cost })),
});

export const statusOf = (project: Project, run: RunState | null, { publicUrl, language, now }: StatusAsked) => ({
  ...{ project_id: project.id, pipeline_id: run?.id ?? null, status: project.status, progress: run?.overall ?? 0 },
  current_step: run?.state === 'running' ? currentOf(run.steps) : null,
  steps_completed: namesOf(run, ({ state }) => state === 'completed'),
  steps_remaining: run ? namesOf(run, ({ state }) => !isOver(state) && state !== 'in_progress') : [...STEP_NAMES],
  steps_skipped: namesOf(run, ({ state }) => state === 'skipped'),
  estimated_remaining_seconds: remainingOf(run, now),
  logs: (run?.logs ?? []).map(({ at, level, message }) => ({ timestamp: secondsOf(at), level, message })),
  items_reused: run?.items.filter(({ reused }) => reused).length ?? 0,
  ...{ providers_used: providersOf(run), render_id: run?.renderId ?? null, error: errorOf(run, language) },
  ...{ started_at: secondsOrNull(run?.startedAt ?? null), ended_at: secondsOrNull(run?.endedAt ?? null) },
  ...filmOf(project, publicUrl),
});

interface StatusAsked {
  readonly publicUrl: string;
  readonly language: Language;
  readonly now: Date;
}

const namesOf = (run: RunState | null, isMeant: (step: StepState) => boolean): string[] =>
  (run?.steps ?? []).filter(isMeant).map(({ name }) => name);

function currentOf(steps: readonly StepState[]) {
  const step = steps.find(({ state }) => state === 'in_progress');
  if (!step) return null;
  const { name, wireName, startedAt, done, total } = step;
  return { name: wireName, agent: STEPS[name].agent, started_at: secondsOrNull(startedAt), items_total: total, items_completed: done };
}

/** As long as this run has no rate of its own, what is left of the estimate. */
function remainingOf(run: RunState | null, now: Date): number {
  if (run?.state !== 'running') return 0;
  const elapsed = (now.getTime() - run.startedAt.getTime()) / 1000;
  return run.remainingSeconds ?? Math.max(0, Math.ceil(run.estimatedSeconds - elapsed));
}

export const scriptOf = ({ id, scriptVersion }: Project, { title, language, source, why, scenes }: FilmScript) => ({
  ...{ project_id: id, version: scriptVersion, title, language, source, why },
  scenes: scenes.map(({ id: scene, narration, imagePrompt, onScreen, seconds, takes, own }) => ({
    ...{ id: scene, narration, image_prompt: imagePrompt, on_screen: onScreen, seconds, own_image: own.image, takes },
  })),
});
