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

const ask = (caller: Caller, method: 'GET' | 'POST' | 'PATCH' | 'DELETE', url: string, payload?: object) =>
  caller.inject({ method, url, headers: { origin: 'http://localhost', host: 'localhost' }, ...(payload ? { payload } : {}) });

describe('I-084 I-085 I-086 I-087 webhooks of the image studio', () => {
  let id = '';

  it('are opened with a secret that is told once', async () => {
    const reply = await ask(owner, 'POST', '/api/webhooks/', { url: receiver.url, events: ['image.generated', 'post.failed'] });
    expect(reply.statusCode).toBe(201);
    const made = reply.json<{ id: string; secret: string; events: string[] }>();
    expect(made).toMatchObject({ events: ['image.generated', 'post.failed'], secret: expect.stringMatching(/^whsec_/) });
    id = made.id;
    const list = (await ask(owner, 'GET', '/api/webhooks/')).json<{ count: number; results: object[] }>();
    expect(list).toMatchObject({ count: 1, next: null, previous: null });
    expect(JSON.stringify(list)).not.toContain(made.secret);
  });

  it('name every fault in French', async () => {
    const reply = await ask(owner, 'POST', '/api/webhooks', { url: 'x', events: ['none'], secret: 'a b' });
    expect(reply.statusCode).toBe(400);
    const { error, details } = reply.json<{ error: string; details: Record<string, string[]> }>();
    expect([error, Object.keys(details).sort()]).toEqual(['Données invalides', ['events', 'secret', 'url']]);
  });

  it('are pinged, logged, sent again', async () => {
    const ping = (await ask(owner, 'POST', `/api/webhooks/${id}/test/`)).json<{ id: string }>();
    expect(ping).toMatchObject({ event: 'ping', status: 'delivered', http_status: 200 });
    const again = await ask(owner, 'POST', `/api/webhooks/${id}/deliveries/${ping.id}/redeliver/`);
    expect([again.statusCode, again.json<{ status: string }>().status]).toEqual([202, 'pending']);
    expect((await ask(owner, 'GET', `/api/webhooks/${id}/deliveries/`)).json()).toMatchObject({ count: 2 });
  });

  it('are changed, and paused', async () => {
    const reply = await ask(owner, 'PATCH', `/api/webhooks/${id}/`, { is_active: false, events: ['analytics.updated'] });
    expect(reply.json()).toMatchObject({ is_active: false, events: ['analytics.updated'], url: receiver.url });
    expect((await ask(owner, 'PATCH', `/api/webhooks/${id}/`, { is_active: 'maybe' })).statusCode).toBe(400);
  });

  it('do not exist for others', async () => {
    for (const [method, url] of [
      ['GET', ''],
      ['PATCH', ''],
      ['DELETE', ''],
      ['POST', '/test'],
      ['GET', '/deliveries'],
    ] as const) {
      expect((await ask(other, method, `/api/webhooks/${id}${url}`, method === 'PATCH' ? {} : undefined)).statusCode).toBe(404);
    }
    expect((await ask(owner, 'DELETE', `/api/webhooks/${id}/`)).statusCode).toBe(204);
    expect((await ask(owner, 'GET', `/api/webhooks/${id}/`)).statusCode).toBe(404);
  });
});

describe('the page of webhooks', () => {
  const token = /name="_csrf" value="([^"]+)"/;
  const send = async (url: string, fields: Record<string, string>) => {
    const csrf = token.exec((await ask(owner, 'GET', '/studio/webhooks')).body)?.[1] ?? '';
    return owner.inject({
      ...{ method: 'POST', url, headers: { 'content-type': 'application/x-www-form-urlencoded' } },
      payload: new URLSearchParams({ _csrf: csrf, ...fields }).toString(),
    });
  };

  it('keeps what was typed, shows a new secret once, tests, pauses and deletes', async () => {
    const wrong = await send('/studio/webhooks', { url: 'http://10.0.0.1/x', events: 'post.failed' });
    expect([wrong.statusCode, wrong.body.includes('http://10.0.0.1/x'), wrong.body.includes('réseau privé')]).toEqual([400, true, true]);
    const made = await send('/studio/webhooks', { url: receiver.url, events: 'post.failed' });
    const secret = /whsec_[\w+/=]+/.exec(made.body)?.[0] ?? 'none';
    expect(made.statusCode).toBe(200);
    const list = await ask(owner, 'GET', '/studio/webhooks');
    expect([secret.length > 20, list.body.includes(secret)]).toEqual([true, false]);
    const [, page = ''] = /href="(\/studio\/webhooks\/wh_\w+)"/.exec(list.body) ?? [];
    expect((await send(`${page}/test`, {})).statusCode).toBe(303);
    expect((await ask(owner, 'GET', page)).body).toContain('ping');
    expect((await send(`${page}/pause`, {})).statusCode).toBe(303);
    expect((await ask(owner, 'GET', page)).body).toContain('En pause');
    expect((await ask(owner, 'GET', `${page}/delete`)).statusCode).toBe(200);
    expect((await send(`${page}/delete`, {})).headers.location).toBe('/studio/webhooks');
    expect((await ask(owner, 'GET', page)).statusCode).toBe(404);
  });
});
