/** What lists of renders and films are asked for. */
import type { FastifyRequest } from 'fastify';
import { failure } from '#kernel/failure.ts';
import { m } from './messages.ts';

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** `?project_id=` of lists. */
export function projectOf({ query }: FastifyRequest): { readonly projectId?: string } {
  const { project_id: projectId } = query as { readonly project_id?: string };
  if (!projectId) return {};
  if (!UUID.test(projectId)) throw failure.field('project_id', m.noProject, {}, 'format');
  return { projectId };
}
