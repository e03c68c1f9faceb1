/** A person's own picture in a scene, and back to the one that was made. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { inTransaction } from '#kernel/db/transaction.ts';
import { Failure, failure } from '#kernel/failure.ts';
import type { Door } from '#kernel/http/door.ts';
import { done, fieldOf } from '#kernel/page/requests.ts';
import { receiveOwnMedia } from '../assets/assets.ts';
import type { FilmTools } from '../rooms.ts';
import { filmPage, type OfFilm, sceneAddress } from './requests.ts';
import { scene as m } from './scene-messages.ts';
import { type OwnScene, ownScene, versionOf } from './scenes.ts';

export type Refuse = (request: FastifyRequest, reply: FastifyReply, own: OwnScene, refusal: Failure) => Promise<FastifyReply>;

export function registerOwnPictures(site: Door, tools: FilmTools, scene: string, refuse: Refuse): void {
  site.post<OfFilm>(`${scene}/picture`, filmPage, async (request, reply) => {
    const own = await ownScene(tools, request);
    const isBack = fieldOf(request, 'act') === 'back';
    try {
      await put(tools, request, own, isBack ? null : await receive(tools, request, own));
      return done(request, reply, sceneAddress(own.project.id, own.scene.id), isBack ? m.ownGone : m.ownUsed);
    } catch (error) {
      if (!(error instanceof Failure) || !['invalid', 'conflict', 'too-large', 'unsupported-type'].includes(error.kind)) throw error;
      return refuse(request, reply, own, named(error));
    }
  });
}

const put = ({ projects }: FilmTools, request: FastifyRequest, { project, scene }: OwnScene, picture: string | null) =>
  projects.changeScene(project.accountId, project.id, scene.id, { own_image: picture, ...versionOf(request) });

/** Looked at, kept; answers its id. */
async function receive(tools: FilmTools, request: FastifyRequest, { project, scene }: OwnScene): Promise<string> {
  const file = request.formFiles['picture'];
  if (!file) throw failure.field('picture', m.ownNone, {}, 'required');
  const owner = { accountId: project.accountId, projectId: project.id };
  // It is kept before the folder is gone.
  return tools.assets.inFolder(async (folder) => {
    const sent = { file, uploadId: null, owner: '', type: 'image' } as const;
    const picture = await receiveOwnMedia(tools, sent, folder, AbortSignal.timeout(PATIENCE_MS));
    return inTransaction(tools.db, async (tx) => (await tools.assets.keepOwn(tx, owner, picture, scene.id)).id);
  });
}

const PATIENCE_MS = 30_000;

/** The form calls the file `picture`. */
const named = (refusal: Failure): Failure => {
  const [first] = Object.values(refusal.fields);
  return first ? failure.invalid({ picture: first }) : refusal;
};
