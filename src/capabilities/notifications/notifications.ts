/**
 * Telling people what happened while they looked elsewhere.
 *
 * Hides the tables, how many news become one line, and who hears of them at once. Words: a *notice* belongs to one account and says one
 * thing in the language of whoever reads it; its *kind* is declared by the room that tells it; notices of one *group* are one line with a
 * count until somebody reads it; a *silenced* kind is one that a person does not want to be told of.
 */
import type { Clock } from '#kernel/clock.ts';
import type { Db, Tx } from '#kernel/db/db.ts';
import { inTransaction } from '#kernel/db/transaction.ts';
import { isAdmin, type Viewer } from '#kernel/http/access.ts';
import type { Door } from '#kernel/http/door.ts';
import type { Live } from '#kernel/http/live.ts';
import type { LiveChannels } from '#kernel/http/live-channels.ts';
import type { PageAsked, PageOf } from '#kernel/http/pagination.ts';
import type { Language } from '#kernel/message.ts';
import type { Pages } from '#kernel/page/page.tsx';
import { type NoticeKind, type NoticeValues, sentenceOf } from './kinds.ts';
import { MOST_COUNTED } from './places.ts';
import { registerNoticeRoutes } from './routes.tsx';
import * as store from './store.ts';

export { inEveryLanguage, type NoticeKind } from './kinds.ts';
export { NOTICES_PAGE } from './places.ts';

export interface News {
  /** What the sentence of the kind is completed with. */
  readonly values?: NoticeValues;
  /** A path of the site: what it is about. */
  readonly href: string;
  /** News of one group are one line while nobody has read it, and say the latest. */
  readonly group?: string;
}

/** What rooms are given to tell people something, in the transaction of what happened. */
export interface Notices {
  notify(tx: Tx, kind: NoticeKind, news: News & { readonly to: number | readonly number[] }): Promise<void>;
  /** Everybody who administrates, except whoever did it. */
  notifyAdmins(tx: Tx, kind: NoticeKind, news: News & { readonly except?: number | undefined }): Promise<void>;
}

export interface Notice extends Pick<NoticeKind, 'icon' | 'tone'> {
  readonly id: number;
  readonly text: string;
  readonly href: string;
  readonly at: Date;
  readonly isRead: boolean;
}

export interface Preference {
  readonly kind: NoticeKind;
  readonly isWanted: boolean;
}

export interface Notifications extends Notices {
  /** Newest first, in this language. */
  list(viewer: Viewer, language: Language, unread: boolean, page: PageAsked): Promise<PageOf<Notice>>;
  latest(viewer: Viewer, language: Language, size: number): Promise<readonly Notice[]>;
  /** At most `MOST_COUNTED`. */
  countUnread(viewer: Viewer): Promise<number>;
  /** False for somebody else's. */
  mark(viewer: Viewer, id: number, isRead: boolean): Promise<boolean>;
  /** Everything told until then; answers how many lines that were. */
  markAllRead(viewer: Viewer, until: Date): Promise<number>;
  preferences(viewer: Viewer): Promise<readonly Preference[]>;
  savePreferences(viewer: Viewer, wanted: readonly string[]): Promise<void>;
  /** What a reader's bell listens to. */
  channelsOf(viewer: Viewer): readonly string[];
  readonly channels: LiveChannels;
  routes(site: Door, pages: Pages): void;
  /** Forgets what was read three months ago, and everything after half a year; answers how many. For a daily job. */
  sweep(): Promise<number>;
}

export interface NotificationTools {
  readonly db: Db;
  readonly clock: Clock;
  readonly live: Pick<Live, 'publish'>;
  /** All that anybody is ever told of. */
  readonly kinds: readonly NoticeKind[];
}

const READ_KEPT_MS = 90 * 86_400_000;
const KEPT_MS = 180 * 86_400_000;

const CHANNELS = 'notices';
const ADMINS = `${CHANNELS}:admins`;
const ownChannel = (accountId: number): string => `${CHANNELS}:${accountId}`;

export function createNotifications({ db, clock, live, kinds }: NotificationTools): Notifications {
  const known = new Map(kinds.map((kind) => [kind.name, kind]));
  const openTo = (viewer: Viewer): readonly NoticeKind[] => kinds.filter(({ access }) => access.allows(viewer));
  const askedBy = (viewer: Viewer, unread: boolean): store.Asked => ({
    ...{ accountId: viewer.accountId, unread },
    kinds: openTo(viewer).map(({ name }) => name),
  });
  const readable = (row: store.NoticeRow, language: Language): readonly Notice[] => {
    const kind = known.get(row.kind);
    if (!kind) return [];
    const { id, href, createdAt: at } = row;
    const text = sentenceOf(kind, row.said, row.count, language);
    return [{ id, href, at, text, icon: kind.icon, tone: kind.tone, isRead: row.readAt !== null }];
  };
  const tell = (
    tx: Tx,
    { name }: NoticeKind,
    { values = {}, href, group = null }: Omit<News, 'group'> & { group?: string | null },
    to: readonly number[],
  ) => {
    if (!known.has(name)) throw new Error(`the kind of notice ${name} is not among those of the studio`);
    return store.tell(tx, { kind: name, to, values, href, group }, clock.now());
  };
  /** News, not facts: whoever hears it asks what there is to read, in their own language. */
  const ring = (tx: Tx, channel: string): Promise<void> => live.publish(tx, channel, { type: 'notices' });

  const notifications: Notifications = {
    async notify(tx, kind, { to, ...news }) {
      for (const accountId of await tell(tx, kind, news, [to].flat())) await ring(tx, ownChannel(accountId));
    },
    async notifyAdmins(tx, kind, { except, ...news }) {
      const admins = (await store.listAdmins(tx)).filter((id) => id !== except);
      if ((await tell(tx, kind, news, admins)).length > 0) await ring(tx, ADMINS);
    },
    async list(viewer, language, unread, page) {
      const { rows, total } = await store.list(db, askedBy(viewer, unread), page);
      return { total, rows: rows.flatMap((row) => readable(row, language)) };
    },
    async latest(viewer, language, size) {
      const { rows } = await store.latest(db, askedBy(viewer, false), size);
      return rows.flatMap((row) => readable(row, language));
    },
    countUnread: (viewer) => store.countUnread(db, askedBy(viewer, true), MOST_COUNTED),
    mark: async ({ accountId }, id, isRead) => {
      const isDone = await store.markRead(db, accountId, id, isRead, clock.now());
      // The other windows of the same person count anew.
      if (isDone) await live.publish(db, ownChannel(accountId), { type: 'notices' });
      return isDone;
    },
    async markAllRead({ accountId }, until) {
      const marked = await store.markAllRead(db, accountId, until, clock.now());
      if (marked > 0) await live.publish(db, ownChannel(accountId), { type: 'notices' });
      return marked;
    },
    async preferences(viewer) {
      const silenced = await store.listSilenced(db, viewer.accountId);
      return openTo(viewer).map((kind) => ({ kind, isWanted: !silenced.includes(kind.name) }));
    },
    savePreferences(viewer, wanted) {
      const offered = openTo(viewer).map(({ name }) => name);
      const chosen = offered.filter((name) => wanted.includes(name));
      return inTransaction(db, (tx) => store.saveWanted(tx, viewer.accountId, offered, chosen));
    },
    channelsOf: (viewer) => [ownChannel(viewer.accountId), ...(isAdmin(viewer) ? [ADMINS] : [])],
    channels: {
      name: CHANNELS,
      maySubscribe: async (viewer, channel) => notifications.channelsOf(viewer).includes(channel),
      // Which says whether anything was missed before one listened.
      current: async (channel, viewer) =>
        channel === ADMINS ? null : { type: 'notices', unread: await store.countUnread(db, askedBy(viewer, true), MOST_COUNTED) },
    },
    routes: (site, pages) => registerNoticeRoutes(site, { notifications, pages, clock }),
    sweep() {
      const now = clock.now().getTime();
      return store.sweep(db, new Date(now - READ_KEPT_MS), new Date(now - KEPT_MS));
    },
  };
  return notifications;
}
