/** What scanners fetch and send. Never kept by a browser or a proxy: the scanner's own store is the copy. */
import type { FastifyReply } from 'fastify';
import { type FieldError, failure } from '#kernel/failure.ts';
import { access } from '#kernel/http/access.ts';
import type { Door } from '#kernel/http/door.ts';
import { fieldMessages } from '#kernel/http/validation.ts';
import { projectIdOf } from './api-routes.ts';
import { SYNC_BODY } from './contract.ts';
import type { SyncBody } from './sync.ts';
import type { PresencePageTools } from './tools.ts';

const config = { access: access.presence, internal: true } as const;
type ByProject = { Params: { project: string } };

export function registerWire(door: Door, { presence }: PresencePageTools): void {
  door.get<ByProject>('/presence/:project/roster', { config }, async (request, reply) =>
    fresh(reply).send(await presence.roster(projectIdOf(request.params.project))),
  );
  door.get<ByProject>('/presence/:project/state', { config }, async (request, reply) =>
    fresh(reply).send(await presence.state(projectIdOf(request.params.project))),
  );
  door.post<ByProject>('/presence/:project/sync', { config, schema: { body: SYNC_BODY } }, async (request, reply) => {
    const body = request.body as SyncBody;
    requireTimes(body);
    return fresh(reply).send(await presence.sync(request, projectIdOf(request.params.project), body));
  });
}

const fresh = (reply: FastifyReply): FastifyReply => reply.header('cache-control', 'no-store');

/** The pattern lets the thirty-first of February pass. */
function requireTimes({ sentAt, scans }: SyncBody): void {
  const times = [['sentAt', sentAt] as const, ...scans.map(({ time }, index) => [`scans.${index}.time`, time] as const)];
  const wrong = times.filter(([, time]) => Number.isNaN(Date.parse(time)));
  if (wrong.length === 0) return;
  const fault: FieldError = { message: fieldMessages.format, constraint: 'format' };
  throw failure.invalid(Object.fromEntries(wrong.map(([name]) => [name, fault])));
}
