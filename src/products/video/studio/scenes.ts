/** The scene of an address, and the version of the script that a form was made of. */
import type { FastifyRequest } from 'fastify';
import { failure } from '#kernel/failure.ts';
import { fieldOf } from '#kernel/page/requests.ts';
import type { Project, Scene } from '../projects/projects.ts';
import type { FilmTools } from '../rooms.ts';
import { type OfFilm, ownFilm } from './requests.ts';

export interface OwnScene {
  readonly project: Project;
  readonly scene: Scene;
}

export async function ownScene(tools: FilmTools, request: FastifyRequest): Promise<OwnScene> {
  const project = await ownFilm(tools, request);
  const { scene: id = '' } = request.params as OfFilm['Params'];
  const scene = project.script?.scenes.find((one) => String(one.id) === id);
  if (!scene) throw failure.notFound();
  return { project, scene };
}

export const versionOf = (request: FastifyRequest): { readonly version?: number } => {
  const text = fieldOf(request, 'version');
  return /^\d{1,9}$/.test(text) ? { version: Number(text) } : {};
};
