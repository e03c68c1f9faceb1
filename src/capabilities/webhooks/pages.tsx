/** The pages of a product's webhooks: addresses of other programs, what was sent there, a test by hand. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Failure } from '#kernel/failure.ts';
import { access, requireViewer } from '#kernel/http/access.ts';
import { type Door, statusOf } from '#kernel/http/door.ts';
import type { FormBody } from '#kernel/http/forms.ts';
import { pageCount, readPage } from '#kernel/http/pagination.ts';
import type { Limits } from '#kernel/http/rate-limit.ts';
import { say } from '#kernel/message.ts';
import { Confirm } from '#kernel/page/confirm.tsx';
import type { Pages } from '#kernel/page/page.tsx';
import { type ById, done, fieldOf } from '#kernel/page/requests.ts';
import { limitByHand } from './by-hand.ts';
import { m } from './page-messages.ts';
import { type ListProps, WebhookList, WebhookPage, type WebhookPlace } from './views.tsx';
import type { WebhookProduct, Webhooks } from './webhooks.ts';

export interface WebhookPageTools {
  readonly webhooks: Webhooks;
  readonly pages: Pages;
  readonly limits: Pick<Limits, 'admit'>;
  readonly rateLimitScale: number;
}

const page = { config: { access: access.signedIn, kind: 'page' } } as const;
const SIZE = 20;
interface ByDelivery {
  readonly Params: { readonly id: string; readonly delivery: string };
}

export function registerWebhookPages(site: Door, given: WebhookPageTools, place: WebhookPlace): void {
  const tools = { ...given, place };
  const { webhooks } = tools;
  const { product, root, events } = place;
  site.get(root, page, (request, reply) => showList(tools, request, reply));
  site.post(root, page, async (request, reply) => {
    const form = (request.body ?? {}) as FormBody;
    const [url, secret] = [fieldOf(request, 'url'), fieldOf(request, 'secret')];
    const given = { url, events: [form['events'] ?? []].flat(), ...(secret ? { secret } : {}) };
    try {
      const made = await webhooks.create(...own(product, request), given, events);
      // Shown on this very answer: an address or a cookie would keep it.
      return await showList(tools, request, reply, { secret: made.secret });
    } catch (error) {
      if (!(error instanceof Failure) || error.kind !== 'invalid') throw error;
      return showList(tools, request, reply, { values: form, errors: error.fields }, statusOf(error));
    }
  });
  site.get<ById>(`${root}/:id`, page, (request, reply) => showOne(tools, request, request.params.id, reply));
  for (const [name, isActive] of [
    ['pause', false],
    ['resume', true],
  ] as const)
    site.post<ById>(`${root}/:id/${name}`, page, async (request, reply) => {
      await webhooks.change(...own(product, request), request.params.id, { isActive }, events);
      return done(request, reply, `${root}/${request.params.id}`, m.saved);
    });
  registerActs(site, tools);
}

interface PlacedTools extends WebhookPageTools {
  readonly place: WebhookPlace;
}

function registerActs(site: Door, tools: PlacedTools): void {
  const { webhooks, pages } = tools;
  const { product, root } = tools.place;
  site.post<ById>(`${root}/:id/test`, page, async (request, reply) => {
    await limitByHand(tools, request);
    const { state, httpStatus, detail } = await webhooks.test(...own(product, request), request.params.id);
    const to = `${root}/${request.params.id}`;
    if (state === 'delivered') return done(request, reply, to, m.tested, { status: httpStatus ?? 200 });
    return done(request, reply, to, m.testFailed, { detail: String(httpStatus ?? detail ?? '') }, 'warning');
  });
  site.post<ByDelivery>(`${root}/:id/deliveries/:delivery/again`, page, async (request, reply) => {
    await limitByHand(tools, request);
    const { id, delivery } = request.params;
    await webhooks.redeliver(...own(product, request), id, delivery);
    return done(request, reply, `${root}/${id}`, m.sentAgain);
  });
  site.get<ById>(`${root}/:id/delete`, page, async (request, reply) => {
    const { id, url } = await webhooks.get(...own(product, request), request.params.id);
    const action = `${root}/${id}/delete`;
    const body = (
      <Confirm title={m.removeTitle} name={url} action={action} submit={m.remove} cancelHref={`${root}/${id}`} danger>
        <p>{say(m.removeText, request.language)}</p>
      </Confirm>
    );
    return pages.send(request, reply, { title: say(m.removeTitle, request.language), body });
  });
  site.post<ById>(`${root}/:id/delete`, page, async (request, reply) => {
    await webhooks.remove(...own(product, request), request.params.id);
    return done(request, reply, root, m.removed);
  });
}

async function showList(
  { webhooks, pages, place }: PlacedTools,
  request: FastifyRequest,
  reply: FastifyReply,
  shown: Partial<ListProps> = {},
  status = 200,
): Promise<FastifyReply> {
  const endpoints = await webhooks.list(...own(place.product, request));
  const body = (
    <WebhookList place={place} values={{ events: [...place.events] }} errors={{}} secret={null} {...shown} endpoints={endpoints} />
  );
  return pages.send(request, reply, { title: say(m.title, request.language), body, status });
}

async function showOne(
  { webhooks, pages, place }: PlacedTools,
  request: FastifyRequest,
  id: string,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const asked = readPage(request.query as FormBody, { sizeNames: [], defaultSize: SIZE });
  const [endpoint, deliveries] = [
    await webhooks.get(...own(place.product, request), id),
    await webhooks.deliveries(...own(place.product, request), id, asked),
  ];
  const paging = { page: asked.page, pages: pageCount(deliveries.total, SIZE), size: SIZE };
  return pages.send(request, reply, {
    title: endpoint.url,
    body: <WebhookPage root={place.root} endpoint={endpoint} deliveries={deliveries} {...paging} />,
  });
}

const own = (product: WebhookProduct, request: FastifyRequest) => [product, requireViewer(request).accountId] as const;
