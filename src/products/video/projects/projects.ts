/**
 * Film projects: one sentence, what was asked for, and the script that was written for it.
 *
 * Words: a *project* belongs to the account that made it, nobody else learns that it exists; its *script* has *scenes*, which a person
 * may change as long as nobody is at work on it; a *take* is which one of the equal pictures, voices or clips of a scene is shown.
 */

import { randomUUID } from 'node:crypto';
import type { Db, Tx } from '#kernel/db/db.ts';
import { inTransaction } from '#kernel/db/transaction.ts';
import { failure } from '#kernel/failure.ts';
import type { PageAsked, PageOf } from '#kernel/http/pagination.ts';
import { secondsOf } from '../lists.ts';
import type { VideoTools } from '../tools.ts';
import { m } from './messages.ts';
import type { FilmScript, Project, ProjectStatus } from './project.ts';
import { asksForAnotherScript, type ProjectWords, readProject } from './read-project.ts';
import { readSceneChange, readScript } from './read-script.ts';
import { type Body, readerOf } from './reader.ts';
import * as store from './store.ts';

export * from './project.ts';
export { readBudget } from './read-config.ts';
export { type Body, type Reader, readerOf } from './reader.ts';
export { isProjectSort } from './store.ts';

export type PictureJudge = (
  owner: { readonly accountId: number; readonly projectId: string | null },
  assetId: string,
  /** Of a scene: a clip will do as well. */
  use: 'scene' | 'brand',
) => Promise<boolean>;
export type FileKeeper = (tx: Tx, project: Project) => Promise<readonly string[]>;

export interface Projects {
  /** Emits `project.created`. 422 names every fault, in the words of the wire (`config.target_duration`). */
  create(tx: Tx, accountId: number, body: Body): Promise<Project>;
  /** 404 for somebody else's. */
  get(accountId: number, id: string, db?: Db): Promise<Project>;
  list(
    accountId: number,
    filters: { readonly status?: ProjectStatus; readonly search?: string },
    page: PageAsked,
    sort?: store.ProjectSort,
  ): Promise<PageOf<Project>>;
  /** Title, description, prompt, config: the given fields. 409 while its pipeline runs. A script that no longer fits is forgotten, but for a person's. */
  change(accountId: number, id: string, body: Body): Promise<Project>;
  /** 409 while its pipeline runs. What was made for it goes with it. */
  remove(accountId: number, id: string): Promise<void>;
  /** The whole script, or `{scenes: [...]}` of it; `version` of the one that was read (409 when it is an older one). */
  changeScript(accountId: number, id: string, body: Body): Promise<Project>;
  /** One scene: `narration`, `image_prompt`, `on_screen`, `own_image` (an asset, or null), `redo: ['image', 'voice', 'clip']` for another take. */
  changeScene(accountId: number, id: string, sceneId: number, body: Body): Promise<Project>;

  /**
   * Who can tell whether a picture is there, finished and the account's own (and the project's, when there is one already): rooms that
   * come after this one. Without anybody, every id is taken.
   */
  judgePicturesBy(judge: PictureJudge): void;
  /** Names the stored files of a project that is about to be removed. */
  beforeRemoval(keeper: FileKeeper): void;

  /** Of the machine, inside its transactions. */
  lock(tx: Tx, id: string): Promise<Project>;
  setStatus(tx: Tx, id: string, status: ProjectStatus): Promise<void>;
  setScript(tx: Tx, id: string, script: FilmScript): Promise<void>;
  setResult(tx: Tx, id: string, result: { readonly timelineId?: string; readonly videoId?: string }): Promise<void>;
}

export type ProjectTools = Pick<VideoTools, 'config' | 'db' | 'clock' | 'webhooks' | 'files'>;

/** While one of these, a run is at work on it. */
export const AT_WORK: readonly ProjectStatus[] = ['scripting', 'generating', 'rendering'];

export function createProjects(tools: ProjectTools): Projects {
  const { db, clock } = tools;
  const judges: PictureJudge[] = [];
  const keepers: FileKeeper[] = [];
  return {
    create: (tx, accountId, body) => create(tools, judges, tx, accountId, body),
    get: async (accountId, id, from = db) => ownedBy(accountId, await store.findProject(from, id)),
    list: (accountId, filters, page, sort) => store.listProjects(db, accountId, filters, page, sort),
    change: (accountId, id, body) =>
      inTransaction(db, async (tx) => {
        const project = await lockIdle(tx, accountId, id);
        const words = readProject(body, project);
        await assertBrand(judges, { accountId, projectId: id }, words, project);
        const changed = await store.updateWords(tx, id, words, clock.now());
        const isStale = changed.script && changed.script.source !== 'person' && asksForAnotherScript(project, words);
        return isStale ? store.updateScript(tx, id, null, clock.now()) : changed;
      }),
    remove: (accountId, id) => inTransaction(db, (tx) => remove(tools, keepers, tx, accountId, id)),
    changeScript: (accountId, id, body) =>
      inTransaction(db, async (tx) => {
        const project = await lockIdle(tx, accountId, id);
        assertVersion(body, project);
        const script = readScript(body, project);
        await assertOwn(judges, project, script, (_scene, n) => `scenes[${n}].own_image`);
        return store.updateScript(tx, id, script, clock.now());
      }),
    changeScene: (accountId, id, sceneId, body) =>
      inTransaction(db, async (tx) => {
        const project = await lockIdle(tx, accountId, id);
        assertVersion(body, project);
        const script = changedScene(project, sceneId, body);
        await assertOwn(judges, project, script, () => 'own_image');
        return store.updateScript(tx, id, script, clock.now());
      }),
    judgePicturesBy: (judge) => void judges.push(judge),
    beforeRemoval: (keeper) => void keepers.push(keeper),
    lock: async (tx, id) => found(await store.lockProject(tx, id)),
    setStatus: (tx, id, status) => store.updateStatus(tx, id, status, clock.now()),
    setScript: async (tx, id, script) => void (await store.updateScript(tx, id, script, clock.now())),
    setResult: (tx, id, result) => store.updateResult(tx, id, result, clock.now()),
  };
}

const found = (project: Project | null): Project => {
  if (!project) throw failure.notFound(m.notFound);
  return project;
};
const ownedBy = (accountId: number, project: Project | null): Project => found(project?.accountId === accountId ? project : null);

/** Nobody changes what is being made. */
async function lockIdle(tx: Tx, accountId: number, id: string): Promise<Project> {
  const project = ownedBy(accountId, await store.lockProject(tx, id));
  if (AT_WORK.includes(project.status)) throw failure.conflict('PROJECT_RUNNING', m.running);
  return project;
}

async function create({ clock, webhooks }: ProjectTools, judges: readonly PictureJudge[], tx: Tx, accountId: number, body: Body) {
  const words = readProject(body, null);
  await assertBrand(judges, { accountId, projectId: null }, words, null);
  const project = await store.insertProject(tx, { ...words, id: randomUUID(), accountId, now: clock.now() });
  const { id, title, status, createdAt } = project;
  const data = { project_id: id, title, status, created_at: secondsOf(createdAt) };
  await webhooks.emit(tx, { product: 'video', accountId, event: 'project.created', data });
  return project;
}

async function remove({ files }: ProjectTools, keepers: readonly FileKeeper[], tx: Tx, accountId: number, id: string): Promise<void> {
  const project = await lockIdle(tx, accountId, id);
  const names = await Promise.all(keepers.map((keeper) => keeper(tx, project)));
  for (const name of new Set(names.flat())) await files.remove(tx, name);
  await store.deleteProject(tx, id);
}

/** A change that was made of an older script is refused: nobody's work is written over. */
function assertVersion(body: Body, { scriptVersion }: Project): void {
  const reader = readerOf(body);
  const known = reader.number('version', { least: 0, most: 2 ** 31 - 1, isWhole: true }, scriptVersion);
  reader.close();
  if (known !== scriptVersion) throw failure.conflict('SCRIPT_CHANGED', m.changed);
}

function changedScene({ script }: Project, sceneId: number, body: Body): FilmScript {
  if (!script) throw failure.conflict('NO_SCRIPT', m.noScript);
  const scene = script.scenes.find(({ id }) => id === sceneId);
  if (!scene) throw failure.notFound(m.noScene);
  const changed = readSceneChange(body, scene);
  // Another take of the same words leaves them whose they were.
  const source = WORDS.every((name) => changed[name] === scene[name]) ? script.source : 'person';
  return { ...script, source, scenes: script.scenes.map((one) => (one.id === sceneId ? changed : one)) };
}

const WORDS = ['narration', 'imagePrompt', 'onScreen'] as const;

type PictureOwner = Parameters<PictureJudge>[0];

async function assertBrand(judges: readonly PictureJudge[], owner: PictureOwner, { config }: ProjectWords, before: ProjectWords | null) {
  const { brand } = config;
  if (!brand || brand.assetId === before?.config.brand?.assetId || (await isThere(judges, owner, brand.assetId, 'brand'))) return;
  throw failure.field('config.brand.asset_id', m.asset, {}, 'exists');
}

/** Of what was there before, nobody asks again. */
async function assertOwn(
  judges: readonly PictureJudge[],
  { accountId, id: projectId, script: before }: Project,
  script: FilmScript,
  nameOf: (scene: FilmScript['scenes'][number], n: number) => string,
): Promise<void> {
  const known = new Set(before?.scenes.map(({ own }) => own.image));
  const faults = await Promise.all(
    script.scenes.map(async (scene, n) => {
      const { image } = scene.own;
      return image === null || known.has(image) || (await isThere(judges, { accountId, projectId }, image, 'scene'))
        ? []
        : [nameOf(scene, n)];
    }),
  );
  const names = faults.flat();
  if (names.length > 0) throw failure.invalid(Object.fromEntries(names.map((name) => [name, { message: m.asset, constraint: 'exists' }])));
}

const isThere = async (judges: readonly PictureJudge[], owner: PictureOwner, id: string, use: 'scene' | 'brand'): Promise<boolean> =>
  (await Promise.all(judges.map((judge) => judge(owner, id, use)))).every(Boolean);
