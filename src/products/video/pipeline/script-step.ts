/** The first step: the script is written once, by a model or by the embedded writer, and the run goes on from there. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Script } from '#capabilities/generation/generation.ts';
import { inTransaction } from '#kernel/db/transaction.ts';
import type { JobContext } from '#kernel/jobs/queue.ts';
import type { FilmScript, Project } from '../projects/projects.ts';
import { advance } from './advance.ts';
import { failRun } from './ending.ts';
import { findPictures } from './items.ts';
import { faults } from './messages.ts';
import type { RunOptions } from './options.ts';
import type { PipelineTools } from './pipeline.ts';
import { isStepOver, openRound, type Round, readRound } from './round.ts';
import type { StepName } from './steps.ts';
import * as store from './store.ts';
import { writeLog } from './telling.ts';

export async function beginRun(tools: PipelineTools, runId: string, context: JobContext): Promise<void> {
  const { db } = tools;
  const run = await store.findRun(db, runId);
  const project = run?.state === 'running' ? await inTransaction(db, (tx) => tools.projects.lock(tx, run.projectId)) : null;
  if (!run || !project) return;
  const watch = watchOver(tools, runId, context.signal);
  try {
    const needs = !project.script || run.options.rewrites;
    const steps = await store.listSteps(db, runId);
    const script = needs && !isStepOver({ steps }, 'script') ? await write(tools, run, project, watch.signal) : null;
    const language = script?.language ?? project.script?.language ?? 'fr';
    const isSilent = project.config.voiceId !== null && !(await isSpoken(tools, project, run.options, language, watch.signal));
    await inTransaction(db, (tx) => keepScript(tools, tx, runId, { script, isSilent }));
  } catch (error) {
    if (watch.isUnwanted()) return;
    if (!context.isLast || context.signal.aborted) throw error;
    await inTransaction(db, (tx) => fail(tools, tx, runId));
    throw error;
  } finally {
    watch.stop();
  }
}

/** A model that was being asked when a process died is not asked again: nobody knows what it charged. */
async function write(tools: PipelineTools, run: store.Run, project: Project, signal: AbortSignal): Promise<FilmScript & { by: string }> {
  const { generation, db, clock } = tools;
  const { asked } = await generation.desk.state();
  const isWished = run.options.providers.llm !== 'embedded';
  const mayAsk = asked !== null && isWished && (await store.noteAsking(db, run.id, clock.now()));
  const why = mayAsk || asked === null ? null : isWished ? 'interrupted' : 'chosen';
  if (why === 'interrupted')
    await writeLog(tools, db, run.id, 'A model was being asked when its process died: the embedded writer writes', 'warning');
  const { prompt, config } = project;
  const script = await generation.writeScript({
    ...{ prompt, seconds: config.targetDuration, style: config.style, seed: config.seed, signal, by: project.accountId },
    ...(config.language ? { language: config.language } : {}),
    ...(why ? { embeddedWhy: why } : {}),
  });
  return { ...filmScriptOf(script), by: script.source === 'model' ? (asked ?? 'model') : 'embedded' };
}

const filmScriptOf = ({ title, language, scenes, source, why = undefined }: Script): FilmScript => ({
  ...{ title, language, source, why: why ?? null },
  scenes: scenes.map(({ index, narration, imagePrompt, onScreen, seconds }) => ({
    ...{ id: index + 1, narration, imagePrompt, onScreen, seconds },
    takes: { image: 0, voice: 0, clip: 0 },
    own: { image: null },
  })),
});

/** By a provider, whose voices speak every language here; else by somebody of this machine. */
async function isSpoken({ generation }: PipelineTools, { config }: Project, options: RunOptions, language: string, signal: AbortSignal) {
  const wished = options.providers.voice;
  const named = wished === 'elevenlabs' || wished === 'embedded' ? ({ provider: wished } as const) : {};
  const offer = await generation.voices.offer({ text: 'x', language, voice: config.voiceId ?? '', ...named });
  if (offer.provider !== 'embedded') return true;
  const { voices } = await generation.voices.voices(signal);
  return voices.some((voice) => voice.provider === 'embedded' && voice.language.split('-')[0] === language);
}

interface Beginning {
  readonly script: (FilmScript & { readonly by: string }) | null;
  readonly isSilent: boolean;
}

async function keepScript(tools: PipelineTools, tx: Round['tx'], runId: string, { script, isSilent }: Beginning): Promise<void> {
  const { projects, clock } = tools;
  const held = await openRound(tools, tx, runId);
  if (!held) return;
  const round = await readRound(tools, held);
  if (!isStepOver(round, 'script')) {
    if (script) {
      const { by, ...kept } = script;
      await projects.setScript(tx, held.project.id, kept);
      await store.changeStep(tx, runId, 'script', { provider: by }, clock.now());
      await writeLog(tools, tx, runId, `Script written by ${by}: ${kept.scenes.length} scenes${kept.why ? ` (${kept.why})` : ''}`);
    } else await writeLog(tools, tx, runId, 'The script is there already');
    await store.changeStep(tx, runId, 'script', { state: 'completed' }, clock.now());
    await prepare(tools, tx, runId, held.project.id, isSilent);
  }
  await advance(tools, tx, runId);
}

/** What is known now of the steps to come. */
async function prepare(tools: PipelineTools, tx: Round['tx'], runId: string, projectId: string, isSilent: boolean): Promise<void> {
  const { projects, clock } = tools;
  const project = await projects.lock(tx, projectId);
  const run = await store.findRun(tx, runId);
  if (!run) return;
  const scenes = project.script?.scenes ?? [];
  const seconds = scenes.reduce((sum, scene) => sum + scene.seconds, 0);
  await store.updatePlan(tx, runId, { ...run.plan, scenes: scenes.length, seconds });
  if (run.options.until === 'script') return;
  await projects.setStatus(tx, projectId, 'generating');
  const pictures = run.options.skip.includes('images') ? await findPictures(tools, tx, run, project) : scenes.length;
  const totals = { images: scenes.length, videos: pictures, voice: scenes.length } as const;
  for (const [name, total] of Object.entries(totals)) await store.changeStep(tx, runId, name as StepName, { total }, clock.now());
  if (pictures === 0) await store.changeStep(tx, runId, 'videos', { state: 'skipped' }, clock.now());
  if (!isSilent || run.options.skip.includes('voice')) return;
  await store.setSilent(tx, runId);
  await store.changeStep(tx, runId, 'voice', { state: 'skipped' }, clock.now());
  const said = `Nobody speaks ${project.script?.language} here: the film is silent, with its words on the picture`;
  await writeLog(tools, tx, runId, said, 'warning');
}

async function fail(tools: PipelineTools, tx: Round['tx'], runId: string): Promise<void> {
  const held = await openRound(tools, tx, runId);
  if (held) await failRun(tools, held, { step: 'script', code: 'SCRIPT_FAILED', message: faults.scriptFailed, sceneId: null });
}

const LOOK_MS = 700;

interface Watch {
  /** Aborted when nobody wants the run any more, or when the job is to stop. */
  readonly signal: AbortSignal;
  isUnwanted(): boolean;
  stop(): void;
}

function watchOver({ db, log }: PipelineTools, runId: string, job: AbortSignal): Watch {
  const unwanted = new AbortController();
  const over = new AbortController();
  const look = async (): Promise<void> => {
    while (!over.signal.aborted) {
      await sleep(LOOK_MS, undefined, { signal: over.signal });
      if ((await store.findRun(db, runId))?.state !== 'running') return unwanted.abort(new Error('nobody wants it any more'));
    }
  };
  look().catch((err: unknown) => {
    if (!over.signal.aborted) log.warn({ err, run: runId }, 'a script is written without being watched');
  });
  return {
    signal: AbortSignal.any([unwanted.signal, job]),
    isUnwanted: () => unwanted.signal.aborted,
    stop: () => over.abort(),
  };
}
