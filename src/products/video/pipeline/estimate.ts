/** What a start would make and what it may cost, before anything is asked of anybody. */
import type { Db } from '#kernel/db/db.ts';
import type { AssetOrder } from '../assets/assets.ts';
import type { Project, Scene } from '../projects/projects.ts';
import { RATIOS, secondsOfTakes } from '../timelines/timelines.ts';
import { allOf, boundOf } from './budget.ts';
import type { RunOptions } from './options.ts';
import { clipOrder, imageOrder, musicOrder, plannedScenes, voiceOrder } from './orders.ts';
import type { Estimate, PipelineTools } from './pipeline.ts';
import type { StepName } from './steps.ts';
import * as store from './store.ts';

type StepEstimate = Estimate['steps'][number];

export interface Quote extends Estimate {
  readonly plan: store.RunPlan;
}

export async function estimate(tools: PipelineTools, db: Db, project: Project, options: RunOptions): Promise<Quote> {
  const script = options.rewrites ? null : project.script;
  const scenes = script?.scenes ?? plannedScenes(project);
  const seconds = secondsOfTakes(
    scenes.map((scene) => ({ scene, picture: null, voice: null })),
    project.config.targetDuration,
  );
  const steps = await stepsOf(tools, db, { project, options, scenes, seconds, isWritten: script !== null });
  const shape = shapeOf(project, options);
  const montage = options.skip.includes('montage') ? 0 : await tools.renders.estimateSeconds(seconds, shape);
  const plan = { scenes: scenes.length, seconds, rates: await ratesOf(db, steps, montage) };
  const costs = steps.map(({ mostUsd }) => mostUsd);
  const known = costs.reduce<number>((sum, cost) => sum + (cost ?? 0), 0);
  const bound = boundOf(project, options);
  const spent = bound === null ? 0 : (await allOf(tools.assets, project)).reduce((sum, { costUsd }) => sum + (costUsd ?? 0), 0);
  return {
    ...{ seconds: Math.max(1, Math.ceil(secondsFor(steps, plan))), steps, plan },
    mostUsd: costs.includes(null) ? null : Math.round(known * 1e6) / 1e6,
    isWithinBudget: bound === null || spent + known <= bound,
  };
}

const FPS = 30;

function shapeOf({ config }: Project, { scale }: RunOptions) {
  const { width, height } = RATIOS[config.ratio];
  return { width: width / scale, height: height / scale, fps: FPS };
}

interface Wish {
  readonly project: Project;
  readonly options: RunOptions;
  readonly scenes: readonly Scene[];
  /** Of the film. */
  readonly seconds: number;
  readonly isWritten: boolean;
}

async function stepsOf(tools: PipelineTools, db: Db, wish: Wish): Promise<readonly StepEstimate[]> {
  const { project, options, seconds } = wish;
  const steps: StepEstimate[] = [await scriptStep(tools, wish)];
  for (const [step, orders] of Object.entries(await ordersOf(tools, db, wish)))
    if (!isLeftOut(step as StepName, wish)) steps.push(await judge(tools, db, project, step as StepName, orders));
  if (options.until === 'script') return steps.slice(0, 1);
  if (!isLeftOut('music', wish)) steps.push(await musicStep(tools, db, project, options, seconds));
  if (!isLeftOut('montage', wish)) steps.push({ step: 'montage', toMake: 1, reused: 0, provider: 'embedded', mostUsd: 0 });
  return steps;
}

function isLeftOut(step: StepName, { options, project }: Wish): boolean {
  if (options.skip.includes(step)) return true;
  return (step === 'voice' && project.config.voiceId === null) || (step === 'music' && project.config.music === null);
}

/** What a model takes for a script is not known before it has written. */
async function scriptStep({ generation }: PipelineTools, { project, options, isWritten }: Wish): Promise<StepEstimate> {
  if (isWritten) return { step: 'script', toMake: 0, reused: 1, provider: project.script?.source ?? 'embedded', mostUsd: 0 };
  const { asked } = await generation.desk.state();
  const provider = options.providers.llm === 'embedded' ? 'embedded' : (asked ?? 'embedded');
  return { step: 'script', toMake: 1, reused: 0, provider, mostUsd: provider === 'embedded' ? 0 : null };
}

interface Wanted {
  /** Null: a person's own. */
  readonly order: AssetOrder | null;
  /** Nothing of it can be there yet. */
  readonly isNew?: boolean;
}

/** Scene by scene. Clips are made of pictures: of one that is not there yet, no clip is. */
async function ordersOf({ assets }: PipelineTools, db: Db, { project, options, scenes, isWritten }: Wish) {
  const { config } = project;
  const owner = { accountId: project.accountId, projectId: project.id };
  const language = project.script?.language ?? config.language ?? 'fr';
  const images = scenes.map((scene): Wanted => ({ order: scene.own.image ? null : imageOrder(config, scene, options.providers) }));
  const videos = await Promise.all(
    scenes.map(async (scene, n): Promise<Wanted> => {
      const order = images[n]?.order;
      const picture = order && isWritten ? ((await assets.peek(db, owner, order))?.id ?? null) : scene.own.image;
      return { order: clipOrder(config, scene, picture ?? 'new', options.providers), isNew: picture === null };
    }),
  );
  const voice = scenes.map((scene): Wanted => ({ order: voiceOrder(config, { language }, scene, options.providers) }));
  return { images, videos, voice } as const;
}

async function judge(
  { assets }: PipelineTools,
  db: Db,
  { accountId, id: projectId }: Project,
  step: StepName,
  wanted: readonly Wanted[],
): Promise<StepEstimate> {
  const found = await Promise.all(
    wanted.map(async ({ order, isNew }) => {
      if (!order) return null;
      const isThere = !isNew && (await assets.peek(db, { accountId, projectId }, order)) !== null;
      return isThere ? null : assets.offerFor(order);
    }),
  );
  const offers = found.filter((offer) => offer !== null);
  const [first] = offers;
  const usual = first ?? (wanted[0]?.order ? await assets.offerFor(wanted[0].order) : { provider: 'own' });
  const mostUsd = offers.some((offer) => offer.mostUsd === null) ? null : offers.reduce((sum, offer) => sum + (offer.mostUsd ?? 0), 0);
  return { step, toMake: offers.length, reused: wanted.length - offers.length, provider: usual.provider, mostUsd };
}

async function musicStep(tools: PipelineTools, db: Db, project: Project, options: RunOptions, seconds: number): Promise<StepEstimate> {
  const { provider } = await tools.assets.offerFor(musicOrder(project, seconds, false, options.providers));
  const order = musicOrder(project, seconds, provider !== 'embedded', options.providers);
  return judge(tools, db, project, 'music', [{ order }]);
}

/** Seconds of one item, as long as nobody has measured any here: made here, or bought. */
const USUAL: Readonly<Record<StepName, readonly [here: number, bought: number]>> = {
  ...{ script: [1, 20], images: [3, 12], videos: [0.2, 45], voice: [1, 4], music: [6, 60], montage: [0, 0] },
};

async function ratesOf(db: Db, steps: readonly StepEstimate[], montage: number): Promise<store.RunPlan['rates']> {
  const measured = await store.measuredRates(db);
  const rateOf = (step: StepName): number => {
    if (step === 'script' && steps[0]?.toMake === 0) return 0;
    const provider = steps.find((one) => one.step === step)?.provider ?? 'embedded';
    const known = measured.find((rate) => rate.step === step && rate.provider === provider);
    return known ? Math.max(0.01, known.seconds) : USUAL[step][provider === 'embedded' ? 0 : 1];
  };
  const [script, images, videos, voice, music] = (['script', 'images', 'videos', 'voice', 'music'] as const).map(rateOf);
  return { script: script ?? 0, images: images ?? 1, videos: videos ?? 1, voice: voice ?? 1, music: music ?? 1, montage };
}

const secondsFor = (steps: readonly StepEstimate[], { rates }: store.RunPlan): number =>
  steps.reduce((sum, { step, toMake }) => sum + toMake * rates[step], 0);
