/** `/api/v1/webhooks…`: telling other programs how films come along (video-api.md, "Webhooks"). */
import type { FastifyRequest } from 'fastify';
import {
  DELIVERY,
  deliveryOf,
  ENDPOINT,
  endpointOf,
  limitByHand,
  NEW_ENDPOINT,
  readChanges,
  readNew,
} from '#capabilities/webhooks/webhooks.ts';
import { access, requireViewer } from '#kernel/http/access.ts';
import { listAnswer, pageOf } from '../lists.ts';
import type { VideoMount } from '../mount.ts';
import type { FilmTools } from '../rooms.ts';
import * as wire from './contract.ts';

const ROOT = '/api/v1/webhooks';

type ById = { Params: { id: string } };
type ByDelivery = { Params: { id: string; delivery: string } };

export function registerWebhookRoutes({ door, route }: VideoMount, { webhooks, config, limits }: FilmTools): void {
  const tools = { limits, rateLimitScale: config.rateLimitScale };
  const own = (request: FastifyRequest) => ['video', requireViewer(request).accountId] as const;
  const of = <S extends object>(summary: string, schema: S) => ({
    ...route(access.signedIn),
    schema: { tags: ['Webhooks'], summary, ...schema },
  });

  const create = of('A new endpoint', { body: wire.ENDPOINT_BODY, response: { 201: NEW_ENDPOINT } });
  door.post(ROOT, create, async (request, reply) => {
    const { endpoint, secret } = await webhooks.create(...own(request), readNew(request.body), wire.EVENTS);
    return reply.code(201).send({ ...endpointOf(endpoint), secret });
  });
  door.get(ROOT, of('Endpoints', { response: { 200: wire.ENDPOINTS } }), async (request) => {
    const rows = await webhooks.list(...own(request));
    return listAnswer({ page: 1, size: 100, offset: 0 }, { total: rows.length, rows }, endpointOf);
  });
  door.get<ById>(`${ROOT}/:id`, of('One endpoint', { response: { 200: ENDPOINT } }), async (request) =>
    endpointOf(await webhooks.get(...own(request), request.params.id)),
  );
  const change = of('Change the given fields', { body: wire.ENDPOINT_BODY, response: { 200: ENDPOINT } });
  door.patch<ById & { Body: Record<string, unknown> }>(`${ROOT}/:id`, change, async (request) =>
    endpointOf(await webhooks.change(...own(request), request.params.id, readChanges(request.body ?? {}), wire.EVENTS)),
  );
  door.delete<ById>(`${ROOT}/:id`, of('Delete', {}), async (request, reply) => {
    await webhooks.remove(...own(request), request.params.id);
    return reply.code(204).send();
  });
  door.post<ById>(`${ROOT}/:id/test`, of('Send a ping now', { response: { 200: DELIVERY } }), async (request) => {
    await limitByHand(tools, request);
    return deliveryOf(await webhooks.test(...own(request), request.params.id));
  });
  const log = of('What was sent, newest first', { response: { 200: wire.DELIVERIES } });
  door.get<ById>(`${ROOT}/:id/deliveries`, log, async (request) => {
    const asked = pageOf(request, 20);
    return listAnswer(asked, await webhooks.deliveries(...own(request), request.params.id, asked), deliveryOf);
  });
  const again = of('Send the same event again', { response: { 202: DELIVERY } });
  door.post<ByDelivery>(`${ROOT}/:id/deliveries/:delivery/redeliver`, again, async (request, reply) => {
    await limitByHand(tools, request);
    const { id, delivery } = request.params;
    return reply.code(202).send(deliveryOf(await webhooks.redeliver(...own(request), id, delivery)));
  });
}
