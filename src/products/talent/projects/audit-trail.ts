/** What the slice did, for the administrator who asks later. A demonstration or an import leaves no trace. */
import type { FastifyRequest } from 'fastify';
import type { Tx } from '#kernel/db/db.ts';
import type { ProjectTools } from './tools.ts';

export async function trace(
  { audit }: Pick<ProjectTools, 'audit'>,
  request: FastifyRequest | null,
  tx: Tx,
  { type, description, projectId }: { readonly type: string; readonly description: string; readonly projectId: number },
): Promise<void> {
  if (request)
    await audit.activity(request, { type, category: 'project', description, resourceType: 'project', resourceId: projectId }, tx);
}
