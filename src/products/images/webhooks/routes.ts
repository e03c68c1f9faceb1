/** `/api/webhooks/…` of the image studio: the four announced events (images-api.md, "Webhooks (À venir)"). */
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
  type Webhooks,
} from '#capabilities/webhooks/webhooks.ts';
import { access, requireViewer } from '#kernel/http/access.ts';
import type { Limits } from '#kernel/http/rate-limit.ts';
import { listAnswer, pageOf } from '../lists.ts';
import type { ImagesMount } from '../mount.ts';
import * as wire from './contract.ts';

export interface WebhookRouteTools {
  readonly webhooks: Webhooks;
  readonly limits: Pick<Limits, 'admit'>;
  readonly rateLimitScale: number;
  /** Origin of the links of lists. */
  readonly publicUrl: string;
}

const PRODUCT = 'images';

type ById = { Params: { id: string } };
type ByDelivery = { Params: { id: string; delivery: string } };

export function registerWebhookRoutes({ door, manners }: ImagesMount, tools: WebhookRouteTools): void {
  const { webhooks, publicUrl } = tools;
  const config = manners(access.signedIn);
  const route = <S extends object>(summary: string, schema: S) => ({ config, schema: { tags: ['Webhooks'], summary, ...schema } });
  const own = (request: FastifyRequest) => [PRODUCT, requireViewer(request).accountId] as const;

  door.get('/api/webhooks', route('Endpoints', { response: { 200: wire.ENDPOINTS } }), async (request) => {
    const rows = await webhooks.list(...own(request));
    return listAnswer(request, publicUrl, { page: 1, size: 100, offset: 0 }, { total: rows.length, rows }, endpointOf);
  });
  const create = route('A new endpoint', { body: wire.ENDPOINT_BODY, response: { 201: NEW_ENDPOINT } });
  door.post('/api/webhooks', create, async (request, reply) => {
    const { endpoint, secret } = await webhooks.create(...own(request), readNew(request.body), wire.EVENTS);
    return reply.code(201).send({ ...endpointOf(endpoint), secret });
  });
  door.get<ById>('/api/webhooks/:id', route('One endpoint', { response: { 200: ENDPOINT } }), async (request) =>
    endpointOf(await webhooks.get(...own(request), request.params.id)),
  );
  const change = route('Change the given fields', { body: wire.ENDPOINT_BODY, response: { 200: ENDPOINT } });
  door.patch<ById & { Body: Record<string, unknown> }>('/api/webhooks/:id', change, async (request) =>
    endpointOf(await webhooks.change(...own(request), request.params.id, readChanges(request.body ?? {}), wire.EVENTS)),
  );
  door.delete<ById>('/api/webhooks/:id', route('Delete', {}), async (request, reply) => {
    await webhooks.remove(...own(request), request.params.id);
    return reply.code(204).send();
  });
  door.post<ById>('/api/webhooks/:id/test', route('Send a ping now', { response: { 200: DELIVERY } }), async (request) => {
    await limitByHand(tools, request);
    return deliveryOf(await webhooks.test(...own(request), request.params.id));
  });
  const log = route('What was sent, newest first', { response: { 200: wire.DELIVERIES } });
  door.get<ById>('/api/webhooks/:id/deliveries', log, async (request) => {
    const asked = pageOf(request);
    return listAnswer(request, publicUrl, asked, await webhooks.deliveries(...own(request), request.params.id, asked), deliveryOf);
  });
  const again = route('Send the same event again', { response: { 202: DELIVERY } });
  door.post<ByDelivery>('/api/webhooks/:id/deliveries/:delivery/redeliver', again, async (request, reply) => {
    await limitByHand(tools, request);
    const { id, delivery } = request.params;
    return reply.code(202).send(deliveryOf(await webhooks.redeliver(...own(request), id, delivery)));
  });
}
