/**
 * The images product's door: how it speaks. Its errors are `{error, details{field: [texts]}}`, always in French
 * (images-api.md, "Gestion des Erreurs"). The routes of the image studio join here as they are built.
 */
import type { Generation } from '#capabilities/generation/generation.ts';
import type { Identity } from '#capabilities/identity/identity.ts';
import type { Config } from '#config';
import type { Clock } from '#kernel/clock.ts';
import type { Db } from '#kernel/db/db.ts';
import type { Failure } from '#kernel/failure.ts';
import { type Door, type RenderFailure, statusOf } from '#kernel/http/door.ts';
import { describeApi } from '#kernel/http/openapi.ts';
import type { Limits } from '#kernel/http/rate-limit.ts';
import type { Queue } from '#kernel/jobs/queue.ts';
import { say } from '#kernel/message.ts';
import type { Files } from '#kernel/storage/files.ts';
import type { Vault } from '#kernel/vault.ts';
import { registerAccountRoutes } from './accounts/routes.ts';
import { type ImagesMount, mountOn } from './mount.ts';
import { createPictures, type Pictures } from './pictures/pictures.ts';
import { registerPictureRoutes } from './pictures/routes.ts';

export const renderImagesFailure: RenderFailure = (failure, _request, reply) => {
  if (failure.retryAfter !== undefined) reply.header('retry-after', failure.retryAfter);
  return reply.code(statusOf(failure)).send({ error: say(failure.text, 'fr', failure.params), details: detailsOf(failure) });
};

const detailsOf = (failure: Failure): Record<string, string[]> =>
  Object.fromEntries(Object.entries(failure.fields).map(([name, { message, params }]) => [name, [say(message, 'fr', params)]]));

export interface ImagesTools {
  readonly config: Config;
  readonly version: string;
  readonly db: Db;
  readonly clock: Clock;
  readonly vault: Vault;
  readonly identity: Identity;
  readonly limits: Limits;
  readonly queue: Queue;
  readonly files: Files;
  readonly generation: Generation;
}

/** On its own door and, so that one address is enough behind a proxy, on the site's. */
export async function openImagesDoor(door: Door, site: Door, tools: ImagesTools): Promise<void> {
  const tags = [
    { name: 'Authentication', description: 'Accounts and profiles of the studio' },
    { name: 'Images', description: 'From a prompt to a picture that a person validated' },
  ];
  await describeApi(door, { title: 'Atelier: images', version: tools.version, description: 'Image studio and social scheduler.', tags });
  const pictures = createPictures(tools);
  for (const mount of [mountOn(door, renderImagesFailure, false), mountOn(site, renderImagesFailure, true)])
    openRoutes(mount, { ...tools, pictures });
}

function openRoutes(mount: ImagesMount, given: ImagesTools & { readonly pictures: Pictures }): void {
  const { config } = given;
  const tools = { ...given, rateLimitScale: config.rateLimitScale, publicUrl: config.publicUrl.images };
  registerAccountRoutes(mount, tools);
  registerPictureRoutes(mount, tools);
}
