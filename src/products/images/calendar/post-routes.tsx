/** One post: its page, and the acts on it. Each act is a form and a way back to the page, with what became of it. */

import type { FastifyReply, FastifyRequest } from 'fastify';
import { PLATFORM_TITLES } from '#capabilities/publishing/publishing.ts';
import { Failure, type FieldErrors, failure } from '#kernel/failure.ts';
import { requireViewer } from '#kernel/http/access.ts';
import { type Door, statusOf } from '#kernel/http/door.ts';
import { say } from '#kernel/message.ts';
import { setFlash } from '#kernel/page/flash.ts';
import { type ById, done, fieldOf, idOf } from '#kernel/page/requests.ts';
import type { CalendarTools } from './calendar.ts';
import { hrefOf } from './chip-view.tsx';
import { instantTyped } from './composer-form.ts';
import { compose } from './composer-messages.ts';
import { registerEditing } from './edit-routes.tsx';
import { momentText } from './moments.tsx';
import { CancelPage } from './post-forms.tsx';
import { post as m } from './post-messages.ts';
import { PostPage } from './post-view.tsx';
import { ownPage, ROOT, refused, zoneOf } from './requests.ts';
import { sayEnds } from './send-words.ts';
import { truthOf } from './truth.ts';

const AT = `${ROOT}/posts/:id`;

export function registerPosts(site: Door, tools: CalendarTools): void {
  const { scheduler, pages } = tools;
  site.get<ById>(AT, ownPage, (request, reply) => showPost(tools, request, reply));
  site.post<ById>(`${AT}/move`, ownPage, (request, reply) =>
    act(tools, request, reply, async (accountId, id) => {
      const zone = zoneOf(request).name;
      const at = instantTyped({ day: fieldOf(request, 'day'), time: fieldOf(request, 'time') }, zone);
      if (!at) throw failure.field('day', compose.badTime, {}, 'format');
      const post = await scheduler.change(accountId, id, { scheduled_time: at.toISOString() });
      return done(request, reply, hrefOf(post), m.moved, { when: momentText(at, zone, request.language) });
    }),
  );
  site.post<ById>(`${AT}/publish`, ownPage, (request, reply) =>
    act(tools, request, reply, async (accountId, id) => {
      const post = await scheduler.publishNow(accountId, id);
      for (const flash of sayEnds([post], request.language)) setFlash(reply, flash);
      return reply.redirect(hrefOf(post), 303);
    }),
  );
  site.get<ById>(`${AT}/cancel`, ownPage, async (request, reply) => {
    const post = await scheduler.get(requireViewer(request).accountId, idOf(request));
    const body = <CancelPage post={post} />;
    return pages.send(request, reply, { title: say(m.cancelTitle, request.language), body });
  });
  site.post<ById>(`${AT}/cancel`, ownPage, (request, reply) =>
    act(tools, request, reply, async (accountId, id) =>
      done(request, reply, hrefOf(await scheduler.cancel(accountId, id)), m.wasCancelled),
    ),
  );
  registerAfterwards(site, tools);
  registerEditing(site, tools);
}

/** What is done with a post that has left. */
function registerAfterwards(site: Door, tools: CalendarTools): void {
  const { scheduler } = tools;
  site.post<ById>(`${AT}/settle`, ownPage, (request, reply) =>
    act(tools, request, reply, async (accountId, id) => {
      const live = fieldOf(request, 'live') === '1';
      const url = addressIn(fieldOf(request, 'url'));
      await scheduler.settle(accountId, id, { live, ...(live && url ? { url } : {}) });
      return done(request, reply, `${ROOT}/posts/${id}`, live ? m.settledLive : m.settledAgain);
    }),
  );
  site.post<ById>(`${AT}/sync`, ownPage, (request, reply) =>
    act(tools, request, reply, async (accountId, id) => {
      await scheduler.sync(accountId, id);
      return done(request, reply, `${ROOT}/posts/${id}#figures`, m.synced);
    }),
  );
}

function addressIn(text: string): string | null {
  if (!text) return null;
  const url = URL.parse(text);
  if (!url || !/^https?:$/.test(url.protocol) || url.href.length > 2000) throw failure.field('url', m.badAddress, {}, 'format');
  return url.href;
}

type Act = (accountId: number, id: number) => Promise<FastifyReply>;

/** Faults of fields come back with the form; other refusals are said above the page of the post. */
async function act(tools: CalendarTools, request: FastifyRequest, reply: FastifyReply, work: Act): Promise<FastifyReply> {
  const id = idOf(request);
  try {
    return await work(requireViewer(request).accountId, id);
  } catch (error) {
    if (!(error instanceof Failure) || error.kind === 'not-found') throw error;
    if (error.kind !== 'invalid') return refused(request, reply, `${ROOT}/posts/${id}`, error);
    const { scheduled_time: when, ...rest } = error.fields;
    return showPost(tools, request, reply, { ...rest, ...(when ? { day: when } : {}) }, statusOf(error));
  }
}

async function showPost(
  tools: CalendarTools,
  request: FastifyRequest,
  reply: FastifyReply,
  errors: FieldErrors = {},
  status = 200,
): Promise<FastifyReply> {
  const { accountId } = requireViewer(request);
  const post = await tools.scheduler.get(accountId, idOf(request));
  const [publication, attempts, readings, connections] = await Promise.all([
    tools.publishing.find(tools.db, post.publicationId),
    tools.scheduler.attempts(accountId, post.id),
    truthOf(post) === 'posted' ? tools.scheduler.readings(accountId, post.id) : [],
    tools.publishing.connections.list(tools.db, accountId),
  ]);
  const connection = connections.find(({ id }) => id === post.connectionId) ?? null;
  const typed = errors['day'] ? { day: fieldOf(request, 'day'), time: fieldOf(request, 'time') } : null;
  const body = (
    <PostPage
      {...{ post, publication, attempts, readings, connection, errors, typed }}
      zone={zoneOf(request).name}
      now={tools.clock.now()}
    />
  );
  return tools.pages.send(request, reply, {
    title: say(m.title, request.language, { platform: PLATFORM_TITLES[post.platform] }),
    body,
    status,
  });
}
