/** Promises of the assets that a run is made of: found by what they are made of, so that nothing is made twice. */
import type { Tx } from '#kernel/db/db.ts';
import type { Asset, AssetOrder } from '../assets/assets.ts';
import { newId } from '../ids.ts';
import type { Project, Scene } from '../projects/projects.ts';
import { secondsOfTakes } from '../timelines/timelines.ts';
import type { Purse } from './budget.ts';
import { LOOK, LOOK_AGAIN_MS } from './jobs.ts';
import { clipOrder, imageOrder, musicOrder, voiceOrder } from './orders.ts';
import type { PipelineTools } from './pipeline.ts';
import { assetAt, itemsOf, type Round, scriptOf, stepOf, takesOf } from './round.ts';
import { type ItemStep, STEPS } from './steps.ts';
import * as store from './store.ts';
import { writeLog } from './telling.ts';

/** True when anything was promised. */
export type Promised = boolean | 'over-budget';

export const promiseImages = (tools: PipelineTools, round: Round, purse: Purse): Promise<Promised> =>
  promiseScenes(tools, round, purse, 'images', ({ scene }) => {
    if (scene.own.image) return { own: scene.own.image };
    return { order: imageOrder(round.project.config, scene, round.run.options.providers) };
  });

export const promiseVoices = (tools: PipelineTools, round: Round, purse: Purse): Promise<Promised> =>
  promiseScenes(tools, round, purse, 'voice', ({ scene }) => ({
    order: voiceOrder(round.project.config, scriptOf(round), scene, round.run.options.providers),
  }));

/** Each as soon as its picture is there. An own clip is its own moving picture. */
export const promiseClips = (tools: PipelineTools, round: Round, purse: Purse): Promise<Promised> =>
  promiseScenes(tools, round, purse, 'videos', ({ scene, n }) => {
    const picture = assetAt(round, 'images', n);
    if (picture?.status !== 'completed') return null;
    if (picture.type === 'video') return { own: picture.id };
    return { order: clipOrder(round.project.config, scene, picture.id, round.run.options.providers) };
  });

/** Where no pictures are made, those that are there are shown: own ones, and what an earlier run made. Answers how many. */
export async function findPictures({ assets }: PipelineTools, tx: Tx, run: store.Run, project: Project): Promise<number> {
  const owner = { accountId: project.accountId, projectId: project.id };
  let count = 0;
  for (const [position, scene] of (project.script?.scenes ?? []).entries()) {
    const made = await assets.peek(tx, owner, imageOrder(project.config, scene, run.options.providers));
    const assetId = scene.own.image ?? (made?.status === 'completed' ? made.id : null);
    if (!assetId) continue;
    await store.insertItem(tx, run.id, { step: 'images', position, assetId, reused: true });
    count += 1;
  }
  return count;
}

export async function promiseMusic(tools: PipelineTools, round: Round, purse: Purse): Promise<Promised> {
  if (itemsOf(round, 'music').length > 0) return false;
  const { project, run } = round;
  const seconds = secondsOfTakes(takesOf(round), round.project.config.targetDuration);
  const asked = musicOrder(project, seconds, false, run.options.providers);
  const { provider } = await tools.assets.offerFor(asked);
  const order = musicOrder(project, seconds, provider !== 'embedded', run.options.providers);
  await begin(tools, round, 'music', 1);
  return (await promiseItem(tools, round, purse, { step: 'music', position: 0, sceneId: null, order })) ? true : 'over-budget';
}

interface Place {
  readonly scene: Scene;
  readonly n: number;
}
type Wanted = { readonly own: string } | { readonly order: AssetOrder };

async function promiseScenes(
  tools: PipelineTools,
  round: Round,
  purse: Purse,
  step: ItemStep,
  /** Null: not yet. */
  wantedFor: (place: Place) => Wanted | null,
): Promise<Promised> {
  const taken = new Set(itemsOf(round, step).map(({ position }) => position));
  const places = scriptOf(round).scenes.map((scene, n) => ({ scene, n }));
  let isMoved = false;
  for (const { scene, n } of places.filter(({ n: place }) => !taken.has(place))) {
    const wanted = wantedFor({ scene, n });
    if (!wanted) continue;
    if (!isMoved) await begin(tools, round, step, stepOf(round, step).total);
    isMoved = true;
    if ('own' in wanted) await store.insertItem(round.tx, round.run.id, { step, position: n, assetId: wanted.own, reused: true });
    else if (!(await promiseItem(tools, round, purse, { step, position: n, sceneId: scene.id, order: wanted.order }))) return 'over-budget';
  }
  return isMoved;
}

async function begin({ clock, ...tools }: PipelineTools, round: Round, step: ItemStep, total: number): Promise<void> {
  if (stepOf(round, step).state !== 'pending') return;
  await store.changeStep(round.tx, round.run.id, step, { state: 'in_progress', total }, clock.now());
  const what = step === 'music' ? '' : ` for ${total} ${total === 1 ? 'scene' : 'scenes'}`;
  await writeLog({ ...tools, clock }, round.tx, round.run.id, `Starting ${STEPS[step].noun}${what}`);
}

interface Item {
  readonly step: ItemStep;
  readonly position: number;
  readonly sceneId: number | null;
  readonly order: AssetOrder;
}

/** False when the budget does not allow it: nothing is promised then. */
async function promiseItem(tools: PipelineTools, round: Round, purse: Purse, { step, position, sceneId, order }: Item): Promise<boolean> {
  const { assets } = tools;
  const { tx, run, project } = round;
  const owner = { accountId: project.accountId, projectId: project.id };
  const there = await assets.peek(tx, owner, order);
  if (!there && !(await purse.takes(order))) return false;
  const asset = await assets.promise(tx, owner, order, { origin: 'pipeline', sceneId });
  await store.insertItem(tx, run.id, { step, position, assetId: asset.id, reused: there?.status === 'completed' });
  if (there && isUnderWay(asset)) await lookAgain(tools, round);
  return true;
}

const isUnderWay = ({ status }: Asset): boolean => status === 'pending' || status === 'processing';

/** It may end in the very moment in which it is counted in, and nobody would hear of it: somebody looks after that moment. */
const lookAgain = ({ queue, clock }: PipelineTools, { tx, run }: Round): Promise<void> =>
  queue.enqueue(tx, LOOK, { runId: run.id }, { startAfter: new Date(clock.now().getTime() + LOOK_AGAIN_MS), key: newId('pipe') });
