import { beforeAll, describe, expect, it } from 'vitest';
import { startWebhookReceiver, type WebhookReceiver } from '#simulators/webhook-receiver.ts';
import { type Atelier, afterFile, type Caller, startAtelier } from '#test/support.ts';

let atelier: Atelier;
let owner: Caller;
let other: Caller;
let receiver: WebhookReceiver;
beforeAll(async () => {
  atelier = await startAtelier({ demo: true });
  [owner, other] = [await atelier.as('user'), await atelier.as('user')];
  receiver = await startWebhookReceiver();
  afterFile(receiver.close);
});

const tokenOf = async ({ accountId }: Caller): Promise<string> =>
  (await atelier.identity.issueTokens({ id: accountId }, { door: 'video' })).access_token;
const ask = async (caller: Caller, method: 'GET' | 'POST' | 'PATCH' | 'DELETE', url: string, payload?: object) =>
  atelier.doors.video.inject({
    ...{ method, url: `/api/v1/webhooks${url}`, headers: { authorization: `Bearer ${await tokenOf(caller)}` } },
    ...(payload ? { payload } : {}),
  });

describe('V-116 V-200 V-201 webhooks of films', () => {
  let id = '';

  it('take the documented request, its secret included, and tell the secret once', async () => {
    const body = { url: receiver.url, events: ['project.completed', 'render.completed', 'publish.completed'], secret: 'my-webhook-secret' };
    const reply = await ask(owner, 'POST', '', body);
    expect(reply.statusCode).toBe(201);
    expect(reply.json()).toMatchObject({ ...body, is_active: true });
    id = reply.json<{ id: string }>().id;
    const list = await ask(owner, 'GET', '');
    expect(list.json()).toMatchObject({ total: 1, page: 1, pages: 1, items: [{ id, url: receiver.url }] });
    expect(list.body).not.toContain('my-webhook-secret');
  });

  it('V-117 V-118 V-119 V-120 V-121 V-122 V-123 V-124 V-125 know the documented events and no other', async () => {
    const events = ['project.created', 'project.started', 'project.completed', 'project.failed', 'render.started', 'render.completed'];
    const all = [...events, 'render.failed', 'publish.completed', 'publish.failed'];
    expect((await ask(owner, 'PATCH', `/${id}`, { events: all })).json()).toMatchObject({ events: all });
    const wrong = await ask(owner, 'PATCH', `/${id}`, { events: ['image.generated'], url: 'x' });
    expect(wrong.json()).toMatchObject({
      error: { details: { fields: expect.arrayContaining([expect.objectContaining({ field: 'events' })]) } },
    });
  });

  it('are pinged, logged and sent again', async () => {
    const ping = (await ask(owner, 'POST', `/${id}/test`)).json<{ id: string }>();
    expect(ping).toMatchObject({ event: 'ping', status: 'delivered', http_status: 200 });
    expect((await ask(owner, 'POST', `/${id}/deliveries/${ping.id}/redeliver`)).statusCode).toBe(202);
    expect((await ask(owner, 'GET', `/${id}/deliveries?limit=1`)).json()).toMatchObject({ total: 2, limit: 1, pages: 2 });
  });

  it('do not exist for others, nor for the image studio', async () => {
    expect((await ask(other, 'GET', `/${id}`)).statusCode).toBe(404);
    expect((await ask(other, 'DELETE', `/${id}`)).statusCode).toBe(404);
    expect((await owner.inject({ method: 'GET', url: `/api/webhooks/${id}` })).statusCode).toBe(404);
    expect((await ask(owner, 'DELETE', `/${id}`)).statusCode).toBe(204);
  });

  it('have a page of their own', async () => {
    const page = await owner.inject({ method: 'GET', url: '/films/webhooks' });
    expect([page.statusCode, page.body.includes('project.completed'), page.body.includes('image.generated')]).toEqual([200, true, false]);
  });
});
