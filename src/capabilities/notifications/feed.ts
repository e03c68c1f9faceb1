/** What the bell is told, in the reader's language: it has no words of its own. */
import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { Clock } from '#kernel/clock.ts';
import { access, requireViewer } from '#kernel/http/access.ts';
import type { Door } from '#kernel/http/door.ts';
import { type Language, say } from '#kernel/message.ts';
import { ICON_SHAPES } from '#kernel/page/icon-shapes.ts';
import { relativeTime } from '#kernel/relative-time.ts';
import { m } from './messages.ts';
import type { Notice, Notifications } from './notifications.ts';
import { FEED, MOST_COUNTED } from './places.ts';

const MOST_SHOWN = 8;

export interface FeedTools {
  readonly notifications: Notifications;
  readonly clock: Clock;
}

const feed = { config: { access: access.signedIn, internal: true } } as const;

export function registerFeed(site: Door, { notifications, clock }: FeedTools): void {
  /** `show=1` (default) for the latest line, `8` for a panel of them. */
  const schema = { querystring: Type.Object({ show: Type.Optional(Type.Integer({ minimum: 1, maximum: MOST_SHOWN })) }) };
  site.get(FEED, { ...feed, schema }, async (request, reply) => {
    const viewer = requireViewer(request);
    const { language } = request;
    const [unread, notices] = await Promise.all([
      notifications.countUnread(viewer),
      notifications.latest(viewer, language, request.query.show ?? 1),
    ]);
    const lines = notices.map((notice) => onWire(notice, language, clock.now()));
    const { badge, label } = countWords(unread, language);
    reply.header('cache-control', 'no-store');
    return { unread, badge, label, channels: notifications.channelsOf(viewer), notices: lines, texts: textsFor(language) };
  });
  const numbered = { params: Type.Object({ id: Type.Integer({ minimum: 1 }) }) };
  site.post(`${FEED}/:id/read`, { ...feed, schema: numbered }, async (request, reply) => {
    await notifications.mark(requireViewer(request), request.params.id, true);
    return reply.code(204).send();
  });
  const until = { body: Type.Object({ until: Type.String({ format: 'date-time' }) }) };
  site.post(`${FEED}/read`, { ...feed, schema: until }, async (request: FastifyRequest<{ Body: { until: string } }>, reply) => {
    await notifications.markAllRead(requireViewer(request), new Date(request.body.until));
    return reply.code(204).send();
  });
}

const onWire = ({ id, href, text, at, icon, tone, isRead }: Notice, language: Language, now: Date) => ({
  ...{ id, href, text, tone, read: isRead, shape: ICON_SHAPES[icon] },
  ...{ at: at.toISOString(), ago: relativeTime(at, now, language) },
});

/** What stands on the bell, and what it is called. */
const countWords = (unread: number, language: Language) => ({
  badge: unread === 0 ? '' : unread >= MOST_COUNTED ? `${MOST_COUNTED - 1}+` : String(unread),
  label: say(m.bell, language, { count: unread }),
});

/** `{text}` is filled in the browser. */
const textsFor = (language: Language) => {
  const spoken = (key: keyof typeof m): string => say(m[key], language);
  return {
    ...{ title: spoken('title'), none: spoken('none'), seeAll: spoken('seeAll'), markAll: spoken('markAll') },
    ...{ unread: spoken('isUnread'), close: spoken('close'), arrived: m.arrived[language], failed: spoken('failed') },
  };
};
