/** The list of posts as the studio knows it: what views keep of it, and what is done to many planned posts at once. */
import type { FastifyRequest } from 'fastify';
import type { BulkAct, ListKind } from '#capabilities/lists/lists.ts';
import { PLATFORM_TITLES } from '#capabilities/publishing/publishing.ts';
import { failure } from '#kernel/failure.ts';
import { access, requireViewer } from '#kernel/http/access.ts';
import type { FormBody } from '#kernel/http/forms.ts';
import type { SearchSource } from '#kernel/page/everywhere.tsx';
import { TextInput } from '#kernel/page/fields.tsx';
import { localDay, localTime } from '#kernel/wall-time.ts';
import type { PostFilters } from '../scheduler/scheduler.ts';
import type { CalendarTools } from './calendar.ts';
import { instantTyped } from './composer-form.ts';
import { many as m } from './many-messages.ts';
import { board } from './messages.ts';
import { momentText } from './moments.tsx';
import { ROOT, zoneOf } from './requests.ts';

export const POSTS = 'posts';
const NAME_LENGTH = 40;

/** `filtersIn` reads the filters of an address, as the page does. */
export function postList(tools: CalendarTools, filtersIn: (request: FastifyRequest, query: URLSearchParams) => PostFilters): ListKind {
  const { scheduler } = tools;
  return {
    key: POSTS,
    path: `${ROOT}?view=list`,
    title: board.title,
    access: access.signedIn,
    kept: ['view', 'search', 'platform', 'status', 'for', 'sort'],
    plain: { view: 'list' },
    acts: { move: moving(tools), cancel: cancelling(tools) },
    names: async (request, ids) => {
      const { accountId } = requireViewer(request);
      const posts = await Promise.all(ids.map((id) => scheduler.find(accountId, id)));
      return new Map(
        posts.flatMap((post) => {
          if (!post) return [];
          const said = [...(post.caption || post.prompt)].slice(0, NAME_LENGTH).join('');
          return [[post.id, `${PLATFORM_TITLES[post.platform]} · ${said}`] as const];
        }),
      );
    },
    find: async (request, query, most) => {
      const { rows, total } = await scheduler.list(filtersIn(request, query), { page: 1, size: most, offset: 0 }, true);
      return { ids: rows.map(({ id }) => id), total };
    },
  };
}

export const postSource = ({ scheduler }: CalendarTools): SearchSource => ({
  key: 'posts',
  title: m.posts,
  icon: 'calendar',
  access: access.signedIn,
  find: async (request, search, most) => {
    const { accountId } = requireViewer(request);
    const { rows } = await scheduler.list({ accountId, search }, { page: 1, size: most, offset: 0 }, true);
    return rows.map(({ id, caption, prompt, platform, scheduledTime }) => ({
      href: `${ROOT}/posts/${id}`,
      label: [...(caption || prompt)].slice(0, LONGEST_HIT).join(''),
      detail: `${PLATFORM_TITLES[platform]} · ${momentText(scheduledTime, zoneOf(request).name, request.language)}`,
    }));
  },
  all: (search) => `${ROOT}?${new URLSearchParams({ view: 'list', search })}`,
});
const LONGEST_HIT = 80;

const MOST_DAYS = 365;

function daysIn(form: FormBody): number {
  const text = [form['days'] ?? []].flat()[0] ?? '';
  const days = Number(text.trim().replace('−', '-'));
  if (!Number.isInteger(days) || days === 0 || Math.abs(days) > MOST_DAYS)
    throw failure.field('days', m.badDays, { most: MOST_DAYS }, 'range');
  return days;
}

/** So many days later at the same time on the clock of the reader: a day with a change of clocks has 23 or 25 hours. */
function moved(at: Date, days: number, zone: string): Date {
  const day = new Date(Date.parse(localDay(at, zone)) + days * 86_400_000).toISOString().slice(0, 10);
  const then = instantTyped({ day, time: localTime(at, zone).slice(0, 5) }, zone);
  if (!then) throw failure.field('days', m.badDays, { most: MOST_DAYS }, 'range');
  return then;
}

const moving = ({ scheduler }: CalendarTools): BulkAct => ({
  label: m.move,
  icon: 'calendar',
  done: m.moved,
  ask: {
    title: m.moveTitle,
    text: m.moveText,
    fields: () => <TextInput name="days" label={m.days} hint={m.daysHint} value="1" required />,
  },
  read: (form) => void daysIn(form),
  run: async (request, id, form) => {
    const { accountId } = requireViewer(request);
    const { scheduledTime } = await scheduler.get(accountId, id);
    const then = moved(scheduledTime, daysIn(form), zoneOf(request).name);
    await scheduler.change(accountId, id, { scheduled_time: then.toISOString() });
    return scheduledTime.toISOString();
  },
  undo: {
    done: m.movedBack,
    run: async (request, id, before) =>
      void (await scheduler.change(requireViewer(request).accountId, id, { scheduled_time: String(before) })),
  },
});

/** A cancelled post is over: who wants it back plans another. So it is asked first. */
const cancelling = ({ scheduler }: CalendarTools): BulkAct => ({
  label: m.cancel,
  icon: 'ban',
  tone: 'danger',
  done: m.cancelled,
  ask: { title: m.cancelTitle, text: m.cancelText },
  run: async (request, id) => {
    const { accountId } = requireViewer(request);
    const { status } = await scheduler.get(accountId, id);
    if (status === 'cancelled') throw failure.conflict('POST_CANCELLED', m.cancelledAlready);
    await scheduler.cancel(accountId, id);
    return null;
  },
});
