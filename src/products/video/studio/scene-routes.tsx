/** `/films/:id/scenes/:scene`: another word, another take, an own picture: only that is made again. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Failure } from '#kernel/failure.ts';
import { type Door, statusOf } from '#kernel/http/door.ts';
import { type Message, say } from '#kernel/message.ts';
import type { FormValues } from '#kernel/page/forms.tsx';
import { done, fieldOf } from '#kernel/page/requests.ts';
import type { Asset } from '../assets/assets.ts';
import type { RunState } from '../pipeline/pipeline.ts';
import { AT_WORK, type Project } from '../projects/projects.ts';
import type { FilmTools } from '../rooms.ts';
import { assetsOfScene, isMaking, type SceneAssets } from './board-parts.tsx';
import { FilmFrame } from './film-page.tsx';
import { registerOwnPictures } from './own-picture-routes.ts';
import { asBefore, begin } from './presses.ts';
import { AT, filmPage, firstOf, newOnce, type OfFilm, sceneAddress } from './requests.ts';
import { scene as m } from './scene-messages.ts';
import { ScenePage } from './scene-view.tsx';
import { type OwnScene, ownScene, versionOf } from './scenes.ts';

const SCENE = `${AT}/scenes/:scene`;
const KINDS = ['image', 'voice', 'clip'];

export function registerScenes(site: Door, tools: FilmTools): void {
  const refused = (request: FastifyRequest, reply: FastifyReply, of: OwnScene, refusal: Failure): Promise<FastifyReply> =>
    showScene(tools, request, reply, { ...of, refusal });
  registerOwnPictures(site, tools, SCENE, refused);
  site.get<OfFilm>(SCENE, filmPage, async (request, reply) => showScene(tools, request, reply, await ownScene(tools, request)));
  site.post<OfFilm>(SCENE, filmPage, async (request, reply) => {
    const words = wordsOf(request);
    return change(tools, request, reply, { body: words, values: words, isMade: fieldOf(request, 'act') === 'make' });
  });
  site.post<OfFilm>(`${SCENE}/redo`, filmPage, async (request, reply) => {
    const redo = KINDS.filter((kind) => kind === fieldOf(request, 'kind'));
    return change(tools, request, reply, { body: { redo }, isMade: redo.length > 0 });
  });
}

const wordsOf = (request: FastifyRequest): Readonly<Record<string, string>> => ({
  narration: fieldOf(request, 'narration'),
  image_prompt: fieldOf(request, 'image_prompt'),
  on_screen: fieldOf(request, 'on_screen'),
});

interface Change {
  readonly body: Readonly<Record<string, unknown>>;
  readonly values?: FormValues;
  readonly isMade: boolean;
}

async function change(
  tools: FilmTools,
  request: FastifyRequest,
  reply: FastifyReply,
  { body, values, isMade }: Change,
): Promise<FastifyReply> {
  const own = await ownScene(tools, request);
  const { project, scene } = own;
  try {
    const changed = await tools.projects.changeScene(project.accountId, project.id, scene.id, { ...body, ...versionOf(request) });
    if (isMade) return await begin(tools, request, reply, { project: changed, body: await asBefore(tools, changed), said: m.redone });
    return done(request, reply, sceneAddress(project.id, scene.id), m.saved);
  } catch (refusal) {
    if (!(refusal instanceof Failure) || !['invalid', 'conflict'].includes(refusal.kind)) throw refusal;
    return showScene(tools, request, reply, { ...own, refusal, ...(values ? { values } : {}) });
  }
}

interface Shown extends OwnScene {
  readonly values?: FormValues;
  readonly refusal?: Failure;
}

async function showScene(tools: FilmTools, request: FastifyRequest, reply: FastifyReply, shown: Shown): Promise<FastifyReply> {
  const { project, scene, refusal } = shown;
  const run = await tools.pipeline.state(project.accountId, project.id);
  const stored = { narration: scene.narration, image_prompt: scene.imagePrompt, on_screen: scene.onScreen };
  const errors = refusal?.fields ?? {};
  const text: Message | null =
    refusal && Object.keys(errors).length === 0 ? (refusal.code === 'SCRIPT_CHANGED' ? m.stale : refusal.text) : null;
  const view = {
    ...{ project, scene, errors, values: shown.values ?? stored, version: project.scriptVersion, once: newOnce() },
    refusal: text && say(text, request.language, refusal?.params),
    made: await madeOf(tools, project, run, scene.id),
    isSilent: run?.isSilent ?? false,
    isBusy: AT_WORK.includes(project.status),
  };
  const body = (
    <FilmFrame {...{ project, part: 'scene', hasRun: isMaking(run) }}>
      <ScenePage {...view} />
    </FilmFrame>
  );
  return tools.pages.send(request, reply, { title: project.title, body, status: refusal ? statusOf(refusal) : 200 });
}

const RECENT = 100;

/** Of the last run; what it does not have (it only wrote a script), the latest that there is. */
async function madeOf(tools: FilmTools, { accountId, id }: Project, run: RunState | null, scene: number): Promise<SceneAssets> {
  const made = run ? assetsOfScene(run, scene) : { image: null, voice: null, clip: null };
  if (made.image ?? made.voice ?? made.clip) return made;
  const { rows } = await tools.assets.list(accountId, { projectId: id, status: 'completed' }, firstOf(RECENT));
  const latest = (type: Asset['type']): Asset | null =>
    rows
      .filter((asset) => asset.type === type && asset.sceneId === scene && asset.origin === 'pipeline')
      .reduce<Asset | null>((last, asset) => (last && last.createdAt > asset.createdAt ? last : asset), null);
  return { image: latest('image'), voice: latest('voice'), clip: latest('video') };
}
