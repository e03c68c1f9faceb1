/** `/publications` in its three views, and the choice of the zone whose clocks are shown. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { requireViewer } from '#kernel/http/access.ts';
import type { Door } from '#kernel/http/door.ts';
import { readPage } from '#kernel/http/pagination.ts';
import { say } from '#kernel/message.ts';
import { setFlash } from '#kernel/page/flash.ts';
import { safePath } from '#kernel/page/preferences.ts';
import { asked, fieldOf } from '#kernel/page/requests.ts';
import { isTimeZone, localDay } from '#kernel/wall-time.ts';
import { POST_STATUSES, type PostFilters, type PostStatus } from '../scheduler/scheduler.ts';
import { type BoardView, byDay, type Entry, entriesOf, momentOf } from './board.ts';
import type { CalendarTools } from './calendar.ts';
import { CalendarPage, type FrameView } from './calendar-view.tsx';
import { type FilmEntry, type FilmFilters, filmStatusOf } from './films.ts';
import { POSTS, postList, postSource } from './list-bulk.tsx';
import { ListPage } from './list-view.tsx';
import { board, rooms } from './messages.ts';
import { isAnyPlatform, isPlatform } from './platforms.ts';
import { ownPage, ROOT, ZONE_COOKIE, zoneOf } from './requests.ts';
import { ghostOf } from './slots.ts';
import { instantsOf, type Span, spanOf, VIEWS, type View } from './span.ts';
import { ZonePage } from './zone-view.tsx';

/** Months of somebody who posts to three platforms several times a day. */
const MOST_SHOWN = { page: 1, size: 2000, offset: 0 };
/** A post that was published before its time stands where it appeared. */
const EARLY_DAYS = 45;
const shifted = (at: Date, days: number): Date => new Date(at.getTime() + days * 86_400_000);
const TRAY = { page: 1, size: 24, offset: 0 };
const COUNTED = { page: 1, size: 1, offset: 0 };
/** What failed two weeks ago is history. */
const FRESH_MS = 14 * 86_400_000;
const YEAR = 365 * 86_400;

export function registerCalendar(site: Door, tools: CalendarTools): void {
  tools.everywhere.add(postSource(tools));
  tools.lists.add(postList(tools, (request, query) => filtersOf(request, (name) => query.get(name) ?? '')));
  site.get(ROOT, ownPage, (request, reply) => {
    const view = VIEWS.find((each) => each === asked(request, 'view')) ?? 'month';
    return view === 'list' ? sendList(tools, request, reply) : sendBoard(tools, request, reply, view);
  });
  site.get(`${ROOT}/zone`, ownPage, (request, reply) => {
    const body = <ZonePage zone={zoneOf(request).name} back={safePath(asked(request, 'back') || ROOT)} isPlayed={tools.feed !== null} />;
    return tools.pages.send(request, reply, { title: say(rooms.zoneTitle, request.language), body });
  });
  site.post(`${ROOT}/zone`, ownPage, setZone);
}

/** `wordOf` reads the address of this request, or one that a form speaks of. */
function filtersOf(request: FastifyRequest, wordOf = (name: string): string => asked(request, name)): PostFilters {
  const [status, platform, search, origin] = [wordOf('status'), wordOf('platform'), wordOf('search'), originIn(wordOf('for'))];
  return {
    accountId: requireViewer(request).accountId,
    ...(POST_STATUSES.includes(status as PostStatus) ? { status: status as PostStatus } : {}),
    ...(isPlatform(platform) ? { platform } : {}),
    ...(search ? { search } : {}),
    ...(origin ? { origin } : {}),
  };
}

/** `cinema.project:12`: what it was made for. */
const originIn = (origin: string): string => (/^[a-z.]{1,40}:\d{1,15}$/.test(origin) ? origin : '');

/** A platform that takes films alone leaves no picture. */
const hasPosts = (request: FastifyRequest): boolean => !isAnyPlatform(asked(request, 'platform')) || isPlatform(asked(request, 'platform'));

async function filmsOf(
  tools: CalendarTools,
  request: FastifyRequest,
  span: Pick<FilmFilters, 'after' | 'before'> = {},
): Promise<readonly FilmEntry[]> {
  const { accountId, status, search, origin } = filtersOf(request);
  const platform = asked(request, 'platform');
  const filters = {
    ...span,
    ...(isAnyPlatform(platform) ? { platform } : {}),
    ...(search ? { search } : {}),
    ...(origin ? { origin } : {}),
  };
  const films = await tools.films.entries(tools.db, accountId, filters);
  return films.filter((film) => !status || filmStatusOf(film) === status);
}

/** What there is to filter by: the names of what this account made pictures or films for. */
async function originsOf(tools: CalendarTools, accountId: number): Promise<FrameView['origins']> {
  const [ofPictures, ofFilms] = await Promise.all([tools.scheduler.origins(accountId), tools.films.origins(tools.db, accountId)]);
  const named = await Promise.all(
    [...new Set([...ofPictures, ...ofFilms])].map(async (value) => ({
      value,
      label: (await tools.library.titleOf(tools.db, value))?.title ?? '',
    })),
  );
  return named.filter(({ label }) => label !== '');
}

async function frameOf(tools: CalendarTools, request: FastifyRequest, view: View): Promise<FrameView> {
  const { accountId } = requireViewer(request);
  const now = tools.clock.now();
  const fresh = new Date(now.getTime() - FRESH_MS);
  const [{ total }, films, origins] = await Promise.all([
    tools.scheduler.list({ accountId, status: 'failed', after: fresh }, COUNTED),
    tools.films.entries(tools.db, accountId, { after: fresh }),
    originsOf(tools, accountId),
  ]);
  const failed = films.filter((film) => filmStatusOf(film) === 'failed').length;
  return { view, zone: zoneOf(request).name, now, isPlayed: tools.feed !== null, attention: total + failed, origins };
}

async function sendBoard(tools: CalendarTools, request: FastifyRequest, reply: FastifyReply, view: Span['view']): Promise<FastifyReply> {
  const filters = filtersOf(request);
  const frame = await frameOf(tools, request, view);
  const today = localDay(frame.now, frame.zone);
  const span = spanOf(view, asked(request, 'from'), today);
  const { after, before } = instantsOf(span, frame.zone);
  const [films, posts, slots, tray] = await Promise.all([
    filmsOf(tools, request, { after, before }),
    tools.scheduler.list({ ...filters, after: shifted(after, -EARLY_DAYS), before: shifted(before, EARLY_DAYS) }, MOST_SHOWN),
    (filters.status && filters.status !== 'scheduled') || filters.origin ? [] : tools.schedules.coming(filters.accountId, after, before),
    tools.pictures.list({ accountId: filters.accountId, status: 'validated', tags: [], everyTag: false }, '-created_at', TRAY),
  ]);
  const shown = slots.filter(({ platform }) => !filters.platform || platform === filters.platform).map(ghostOf);
  const shownPosts = posts.rows.filter((post) => hasPosts(request) && momentOf(post) >= after && momentOf(post) < before);
  const boardView: BoardView = {
    ...{ span, today, zone: frame.zone },
    posts: byDay(entriesOf(shownPosts, films), ({ at }) => at, frame.zone),
    ghosts: byDay(shown, ({ at }) => at, frame.zone),
  };
  const body = <CalendarPage {...frame} board={boardView} tray={tray.rows} isZoneKnown={zoneOf(request).isKnown} />;
  return tools.pages.send(request, reply, { title: say(board.title, request.language), body });
}

async function sendList(tools: CalendarTools, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const filters = filtersOf(request);
  const page = readPage(request.query as Readonly<Record<string, unknown>>, { sizeNames: [], defaultSize: 25 });
  const list = await tools.lists.open(request, reply, POSTS);
  if (list.home) return reply.redirect(list.home, 303);
  const latestFirst = asked(request, 'sort') !== 'time';
  // Two lists become one: of each, as many as the pages up to this one can hold.
  const upTo = { page: 1, size: page.page * page.size, offset: 0 };
  const [frame, posts, films] = await Promise.all([
    frameOf(tools, request, 'list'),
    hasPosts(request) ? tools.scheduler.list(filters, upTo, latestFirst) : { rows: [], total: 0 },
    filmsOf(tools, request),
  ]);
  const timeOf = (entry: Entry): number => ('post' in entry ? entry.post.scheduledTime : entry.at).getTime();
  const all = entriesOf(posts.rows, films).toSorted((a, b) => (latestFirst ? timeOf(b) - timeOf(a) : timeOf(a) - timeOf(b)));
  const entries = { rows: all.slice(page.offset, page.offset + page.size), total: posts.total + films.length };
  const isFiltered = Object.keys(filters).length > 1 || !hasPosts(request);
  const body = <ListPage {...frame} list={list} entries={entries} page={page} isFiltered={isFiltered} />;
  return tools.pages.send(request, reply, { title: say(board.title, request.language), body });
}

async function setZone(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const zone = fieldOf(request, 'zone');
  const back = safePath(fieldOf(request, 'back'));
  if (isTimeZone(zone)) {
    reply.setCookie(ZONE_COOKIE, zone, { path: '/', sameSite: 'lax', secure: request.protocol === 'https', maxAge: YEAR });
    setFlash(reply, { kind: 'success', text: say(rooms.zoneSet, request.language, { zone }) });
  } else setFlash(reply, { kind: 'danger', text: say(rooms.zoneUnknown, request.language) });
  return reply.redirect(back, 303);
}
