/**
 * The images product's door: how it speaks. Its errors are `{error, details{field: [texts]}}`, always in French
 * (images-api.md, "Gestion des Erreurs"). The routes of the image studio join here as they are built.
 */
import type { Failure } from '#kernel/failure.ts';
import { type Door, type RenderFailure, statusOf } from '#kernel/http/door.ts';
import { describeApi } from '#kernel/http/openapi.ts';
import { say } from '#kernel/message.ts';

export const renderImagesFailure: RenderFailure = (failure, _request, reply) => {
  if (failure.retryAfter !== undefined) reply.header('retry-after', failure.retryAfter);
  return reply.code(statusOf(failure)).send({ error: say(failure.text, 'fr', failure.params), details: detailsOf(failure) });
};

const detailsOf = (failure: Failure): Record<string, string[]> =>
  Object.fromEntries(Object.entries(failure.fields).map(([name, { message, params }]) => [name, [say(message, 'fr', params)]]));

export async function openImagesDoor(door: Door, version: string): Promise<void> {
  await describeApi(door, { title: 'Atelier: images', version, description: 'Image studio and social scheduler.', tags: [] });
}
