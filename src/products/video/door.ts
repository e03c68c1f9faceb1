/**
 * The video product's door: how it speaks. Its errors are `{error: {code, message, details: {field, constraint}}}`
 * (video-api.md, "Format des Erreurs"). The routes of the video pipeline join here as they are built.
 */
import { type Door, type RenderFailure, statusOf } from '#kernel/http/door.ts';
import { describeApi } from '#kernel/http/openapi.ts';
import { say } from '#kernel/message.ts';

export const renderVideoFailure: RenderFailure = (failure, request, reply) => {
  if (failure.retryAfter !== undefined) reply.header('retry-after', failure.retryAfter);
  const fields = Object.entries(failure.fields).map(([field, { message, params, constraint }]) => ({
    field,
    constraint: constraint ?? 'invalid',
    message: say(message, request.language, params),
  }));
  const [first] = fields;
  const details = first ? { field: first.field, constraint: first.constraint, fields } : {};
  return reply
    .code(statusOf(failure))
    .send({ error: { code: failure.code, message: say(failure.text, request.language, failure.params), details } });
};

export async function openVideoDoor(door: Door, version: string): Promise<void> {
  await describeApi(door, { title: 'Atelier: video', version, description: 'From one sentence to a published film.', tags: [] });
}
