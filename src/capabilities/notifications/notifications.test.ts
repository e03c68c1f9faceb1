import { sql } from 'kysely';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { inTransaction } from '#kernel/db/transaction.ts';
import { access } from '#kernel/http/access.ts';
import { LANGUAGES } from '#kernel/message.ts';
import { eventually } from '#test/eventually.ts';
import { enter } from '#test/live.ts';
import { type Atelier, type Caller, startAtelier } from '#test/support.ts';
import { type NoticeKind, sentenceOf } from './kinds.ts';
import { createNotifications, type Notifications } from './notifications.ts';

const DAY = 86_400_000;
const own = { icon: 'film', tone: 'success', access: access.signedIn } as const;
const ready: NoticeKind = {
  ...{ ...own, name: 'test.ready' },
  label: { fr: 'Un film est prêt', en: 'A film is ready', ar: 'فيلم جاهز' },
  text: {
    fr: '{count, plural, one {« {title} » est prêt} other {# films prêts, le dernier : « {title} »}}',
    en: '{count, plural, one {“{title}” is ready} other {# films ready, the latest: “{title}”}}',
    ar: '{count, plural, one {«{title}» جاهز} other {# أفلام جاهزة، آخرها «{title}»}}',
  },
};
const joined: NoticeKind = { ...ready, name: 'test.joined', access: access.admin };

let atelier: Atelier;
let notices: Notifications;
let now: Date;

beforeAll(async () => {
  atelier = await startAtelier({ listen: true });
  const clock = { now: () => now };
  const live = { publish: async () => undefined };
  notices = createNotifications({ db: atelier.database.db, clock, live, kinds: [ready, joined] });
});
beforeEach(() => {
  now = new Date('2026-03-01T10:00:00Z');
});

const plain = (text: string): string => text.replaceAll(/[\u2068\u2069]/g, '');
const viewerOf = (accountId: number, role: 'user' | 'admin' = 'user') => ({
  ...{ accountId, role, email: '', name: '', code: null, language: null },
  ...({ credential: 'session', sessionId: null, mustChangePassword: false, memory: {} } as const),
});
const tell = (accountId: number, title: string, group?: string): Promise<void> =>
  inTransaction(atelier.database.db, (tx) =>
    notices.notify(tx, ready, { to: accountId, href: '/films/1', values: { title }, ...(group ? { group } : {}) }),
  );
const readBy = async ({ accountId }: Caller): Promise<readonly string[]> =>
  (await notices.latest(viewerOf(accountId), 'fr', 50)).map(({ text }) => plain(text));
const until = (): Date => new Date(now.getTime() + 1000);

describe('a notice', () => {
  it('is told when its transaction commits, and never when it does not', async () => {
    const person = await atelier.as('user');
    const failing = inTransaction(atelier.database.db, async (tx) => {
      await notices.notify(tx, ready, { to: person.accountId, href: '/films/1', values: { title: 'Perdu' } });
      throw new Error('undone');
    });
    await expect(failing).rejects.toThrow('undone');
    expect(await readBy(person)).toEqual([]);
    await tell(person.accountId, 'Dakar');
    expect(await readBy(person)).toEqual(['« Dakar » est prêt']);
  });

  it('speaks the language of whoever reads it, names in their own direction', async () => {
    const person = await atelier.as('user');
    await tell(person.accountId, 'Dakar');
    const texts = await Promise.all(LANGUAGES.map((language) => notices.latest(viewerOf(person.accountId), language, 1)));
    expect(texts.map(([notice]) => notice?.text)).toEqual([
      '« \u2068Dakar\u2069 » est prêt',
      '“\u2068Dakar\u2069” is ready',
      '«\u2068Dakar\u2069» جاهز',
    ]);
  });

  it('says its subject when its words have changed since', () => {
    expect(sentenceOf(ready, {}, 1, 'fr')).toBe('Un film est prêt');
  });

  it('goes with the account', async () => {
    const person = await atelier.as('user');
    await tell(person.accountId, 'Dakar');
    await sql`delete from identity.accounts where id = ${person.accountId}`.execute(atelier.database.db);
    const { rows } = await sql`select from notifications.notices where account_id = ${person.accountId}`.execute(atelier.database.db);
    expect(rows).toEqual([]);
    await expect(tell(person.accountId, 'Nobody')).resolves.toBeUndefined();
  });

  it('is refused when nobody declared its kind', async () => {
    const unknown = { ...ready, name: 'test.unknown' };
    await expect(notices.notify(atelier.database.db as never, unknown, { to: 1, href: '/' })).rejects.toThrow('test.unknown');
  });
});

describe('a group', () => {
  it('is one line with a count and the latest words until it is read; then a new line begins', async () => {
    const person = await atelier.as('user');
    for (const title of ['Un', 'Deux', 'Trois']) await tell(person.accountId, title, 'films');
    expect(await readBy(person)).toEqual(['3 films prêts, le dernier : « Trois »']);
    expect(await notices.countUnread(viewerOf(person.accountId))).toBe(1);
    await notices.markAllRead(viewerOf(person.accountId), until());
    await tell(person.accountId, 'Quatre', 'films');
    expect(await readBy(person)).toEqual(['« Quatre » est prêt', '3 films prêts, le dernier : « Trois »']);
  });

  it('makes nobody wait for another transaction, and is one line again afterwards', async () => {
    const person = await atelier.as('user');
    await tell(person.accountId, 'Un', 'films');
    const { db } = atelier.database;
    await inTransaction(db, async (tx) => {
      const news = { to: person.accountId, href: '/films/1', group: 'films' };
      await notices.notify(tx, ready, { ...news, values: { title: 'Deux' } });
      // Beside an open transaction that holds the line; with a wait this would never end.
      await tell(person.accountId, 'Trois', 'films');
    });
    expect((await readBy(person)).length).toBe(2);
    await tell(person.accountId, 'Quatre', 'films');
    expect(await readBy(person)).toEqual(['4 films prêts, le dernier : « Quatre »']);
  });
});

describe('readers', () => {
  it('see only their own, and administrators lose what they were told with the role', async () => {
    const [admin, other] = [await atelier.as('admin'), await atelier.as('user')];
    await inTransaction(atelier.database.db, (tx) => notices.notifyAdmins(tx, joined, { href: '/admin/users', values: { title: 'Awa' } }));
    expect(await notices.countUnread(viewerOf(admin.accountId, 'admin'))).toBe(1);
    expect(await notices.countUnread(viewerOf(admin.accountId, 'user'))).toBe(0);
    expect(await readBy(other)).toEqual([]);
    const [notice] = await notices.latest(viewerOf(admin.accountId, 'admin'), 'fr', 1);
    expect(await notices.mark(viewerOf(other.accountId), notice?.id ?? 0, true)).toBe(false);
  });

  it('does not tell administrators what they did themselves', async () => {
    const admin = await atelier.as('admin');
    const before = await notices.countUnread(viewerOf(admin.accountId, 'admin'));
    await inTransaction(atelier.database.db, (tx) =>
      notices.notifyAdmins(tx, joined, { href: '/admin/users', values: { title: 'Awa' }, except: admin.accountId }),
    );
    expect(await notices.countUnread(viewerOf(admin.accountId, 'admin'))).toBe(before);
  });

  it('do not lose what came after they looked', async () => {
    const person = await atelier.as('user');
    await tell(person.accountId, 'Vu');
    const seen = now;
    now = new Date(now.getTime() + 60_000);
    await tell(person.accountId, 'Arrivé depuis');
    expect(await notices.markAllRead(viewerOf(person.accountId), seen)).toBe(1);
    expect(await notices.countUnread(viewerOf(person.accountId))).toBe(1);
  });

  it('are not told of a kind they silenced, and are again when they want to be', async () => {
    const person = await atelier.as('user');
    const viewer = viewerOf(person.accountId);
    await notices.savePreferences(viewer, []);
    expect(await notices.preferences(viewer)).toEqual([{ kind: ready, isWanted: false }]);
    await tell(person.accountId, 'Non');
    await notices.savePreferences(viewer, ['test.ready', 'test.joined']);
    await tell(person.accountId, 'Oui');
    expect(await readBy(person)).toEqual(['« Oui » est prêt']);
  });

  it('find what was read for three months, and nothing after half a year', async () => {
    const person = await atelier.as('user');
    const viewer = viewerOf(person.accountId);
    await tell(person.accountId, 'Lu');
    await notices.markAllRead(viewer, until());
    await tell(person.accountId, 'Jamais lu');
    now = new Date(now.getTime() + 91 * DAY);
    await notices.sweep();
    expect(await readBy(person)).toEqual(['« Jamais lu » est prêt']);
    now = new Date(now.getTime() + 91 * DAY);
    await notices.sweep();
    expect(await readBy(person)).toEqual([]);
  });
});

describe('the pages and the bell', () => {
  /** By a kind of the studio itself, so that the composed one knows it. */
  const insert = async ({ accountId }: Caller, title: string): Promise<number> => {
    const { rows } = await sql<{ id: number }>`
      insert into notifications.notices (account_id, kind, said, href, created_at)
      values (${accountId}, 'film.finished', ${JSON.stringify({ title })}::jsonb, '/films/1', now()) returning id`.execute(
      atelier.database.db,
    );
    return rows[0]?.id ?? 0;
  };
  const open = async (caller: Caller, url: string): Promise<string> =>
    (await caller.inject({ url, headers: { accept: 'text/html', 'accept-language': 'fr' } })).body;
  const feedOf = async (caller: Caller, show = 8) =>
    (await caller.inject({ url: `/api/notifications?show=${show}`, headers: { 'accept-language': 'fr' } })).json<{
      unread: number;
      badge: string;
      label: string;
      channels: string[];
      notices: { id: number; text: string; read: boolean }[];
    }>();
  const send = async (caller: Caller, url: string, fields: Readonly<Record<string, string>> = {}) => {
    const page = await open(caller, '/notifications/preferences');
    const csrf = /name="_csrf" value="([^"]+)"/.exec(page)?.[1] ?? '';
    const payload = new URLSearchParams({ ...fields, _csrf: csrf }).toString();
    const headers = { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html', 'accept-language': 'fr' };
    return caller.inject({ method: 'POST', url, payload, headers });
  };

  it('list, filter and mark without a script, and say what is unread in words', async () => {
    const person = await atelier.as('user');
    const id = await insert(person, 'Gorée');
    const page = await open(person, '/notifications');
    expect(page).toContain('Gorée');
    expect(page).toContain('Non lue');
    const done = await send(person, `/notifications/${id}/read?show=unread`);
    expect([done.statusCode, done.headers['location']]).toEqual([303, `/notifications?show=unread#notice-${id}`]);
    expect(await open(person, '/notifications?show=unread')).toContain('Vous avez tout lu');
    await send(person, `/notifications/${id}/unread`);
    expect((await feedOf(person)).unread).toBe(1);
    await send(person, '/notifications/read');
    expect((await feedOf(person)).unread).toBe(0);
  });

  it('keep the choice of what is announced', async () => {
    const person = await atelier.as('user');
    expect(await open(person, '/notifications/preferences')).not.toContain('Un talent s’est inscrit');
    await send(person, '/notifications/preferences', { 'film.finished': '1' });
    const page = await open(person, '/notifications/preferences');
    expect([...page.matchAll(/name="([\w.-]+)"[^>]*checked/g)].map(([, name]) => name)).toEqual(['film.finished']);
  });

  it('feed the bell in the reader’s language, and mark what was opened', async () => {
    const [person, other] = [await atelier.as('user'), await atelier.as('user')];
    const id = await insert(person, 'Gorée');
    await insert(person, 'Saint-Louis');
    const feed = await feedOf(person);
    expect(feed).toMatchObject({ unread: 2, badge: '2', label: 'Notifications : 2 non lues', channels: [`notices:${person.accountId}`] });
    expect(plain(feed.notices[0]?.text ?? '')).toBe('Votre film « Saint-Louis » est prêt à regarder.');
    expect((await other.inject({ method: 'POST', url: `/api/notifications/${id}/read` })).statusCode).toBe(204);
    expect((await feedOf(person, 1)).unread).toBe(2);
    expect((await person.inject({ method: 'POST', url: `/api/notifications/${id}/read` })).statusCode).toBe(204);
    expect((await feedOf(person, 1)).unread).toBe(1);
    const elsewhere = { 'sec-fetch-site': 'cross-site' };
    expect((await person.inject({ method: 'POST', url: `/api/notifications/${id}/read`, headers: elsewhere })).statusCode).toBe(403);
  });

  it('cost a page nothing: the bell is a link that no count was read for', async () => {
    const person = await atelier.as('user');
    await insert(person, 'Gorée');
    const page = await open(person, '/talents');
    expect(page).toMatch(/<a class="[^"]*bell"[^>]*href="\/notifications"[^>]*aria-label="Notifications"/);
    expect(page).not.toContain('bell-count');
  });

  it('ring at once over the address that films use as well, for the reader alone', async () => {
    const [person, other] = [await atelier.as('user'), await atelier.as('user')];
    const { cookie, accountId } = person;
    const client = await enter(`${atelier.url.replace('http', 'ws')}/ws`, { cookie });
    for (const channel of [`notices:${accountId}`, `notices:${other.accountId}`, 'notices:admins', 'project:none'])
      client.send({ type: 'subscribe', channel });
    await eventually(() => client.heard.filter(({ type }) => type === 'error').length).toBe(3);
    expect(client.heard).toContainEqual({ type: 'notices', unread: 0, channel: `notices:${accountId}` });
    const id = await insert(person, 'Gorée');
    await person.inject({ method: 'POST', url: `/api/notifications/${id}/read` });
    await eventually(() => client.heard).toContainEqual({ type: 'notices', channel: `notices:${accountId}` });
  });
});
