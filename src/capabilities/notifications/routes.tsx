/** `/notifications`: what a person was told, read and unread, and what they want to be told. It needs no script. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { failure } from '#kernel/failure.ts';
import { access, requireViewer } from '#kernel/http/access.ts';
import type { Door } from '#kernel/http/door.ts';
import type { FormBody } from '#kernel/http/forms.ts';
import { pageCount, readPage } from '#kernel/http/pagination.ts';
import { say } from '#kernel/message.ts';
import type { Pages } from '#kernel/page/page.tsx';
import { asked, type ById, done, fieldOf, idOf } from '#kernel/page/requests.ts';
import { type FeedTools, registerFeed } from './feed.ts';
import { m } from './messages.ts';
import { NOTICES_PAGE, PREFERENCES_PAGE } from './places.ts';
import { NoticesPage, PreferencesPage } from './views.tsx';

export interface NoticeRouteTools extends FeedTools {
  readonly pages: Pages;
}

const page = { config: { access: access.signedIn, kind: 'page' } } as const;
const SIZE = 20;

export function registerNoticeRoutes(site: Door, tools: NoticeRouteTools): void {
  const { notifications, pages, clock } = tools;
  registerFeed(site, tools);
  site.get(NOTICES_PAGE, page, (request, reply) => showList(tools, request, reply));
  for (const [name, isRead] of [
    ['read', true],
    ['unread', false],
  ] as const)
    site.post<ById>(`${NOTICES_PAGE}/:id/${name}`, page, async (request, reply) => {
      const id = idOf(request);
      if (!(await notifications.mark(requireViewer(request), id, isRead))) throw failure.notFound();
      // Back to the same place of the same list.
      const { search } = new URL(request.url, 'http://localhost');
      return reply.redirect(`${NOTICES_PAGE}${search}#notice-${id}`, 303);
    });
  site.post(`${NOTICES_PAGE}/read`, page, async (request, reply) => {
    const until = new Date(fieldOf(request, 'until'));
    const count = await notifications.markAllRead(requireViewer(request), Number.isNaN(until.getTime()) ? clock.now() : until);
    return done(request, reply, NOTICES_PAGE, m.marked, { count });
  });
  site.get(PREFERENCES_PAGE, page, async (request, reply) => {
    const body = <PreferencesPage preferences={await notifications.preferences(requireViewer(request))} />;
    return pages.send(request, reply, { title: say(m.preferencesTitle, request.language), body });
  });
  site.post(PREFERENCES_PAGE, page, async (request, reply) => {
    await notifications.savePreferences(requireViewer(request), Object.keys((request.body ?? {}) as FormBody));
    return done(request, reply, PREFERENCES_PAGE, m.saved);
  });
}

async function showList(
  { notifications, pages, clock }: NoticeRouteTools,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const viewer = requireViewer(request);
  const onlyUnread = asked(request, 'show') === 'unread';
  const wanted = readPage(request.query as FormBody, { sizeNames: [], defaultSize: SIZE });
  const now = clock.now();
  const [{ rows, total }, unread] = await Promise.all([
    notifications.list(viewer, request.language, onlyUnread, wanted),
    notifications.countUnread(viewer),
  ]);
  const paging = { page: wanted.page, pages: pageCount(total, SIZE), size: SIZE };
  const body = <NoticesPage notices={rows} total={total} unread={unread} onlyUnread={onlyUnread} now={now} {...paging} />;
  return pages.send(request, reply, { title: say(m.title, request.language), body });
}
