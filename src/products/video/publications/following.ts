/** Whoever waits for a film on a platform is told in the transaction that ends it: other programs by webhook, people by a live message. */
import type { NoticeKind, Notices } from '#capabilities/notifications/notifications.ts';
import type { Publishing } from '#capabilities/publishing/publishing.ts';
import type { Webhooks } from '#capabilities/webhooks/webhooks.ts';
import type { Clock } from '#kernel/clock.ts';
import type { Tx } from '#kernel/db/db.ts';
import type { Live } from '#kernel/http/live.ts';
import { filmInDoubt, filmNotPublished, filmPublished } from '../notices.ts';
import type { Projects } from '../projects/projects.ts';
import { publicationOnWire } from './present.ts';
import type { FilmPublication } from './publication.ts';
import { standing } from './publication.ts';
import * as store from './store.ts';

export interface FollowingTools {
  readonly clock: Clock;
  readonly publishing: Publishing;
  readonly webhooks: Pick<Webhooks, 'emit'>;
  readonly live: Pick<Live, 'publish'>;
  readonly notices: Pick<Notices, 'notify'>;
  readonly projects: Pick<Projects, 'get'>;
  /** Promises the first reading of its figures. */
  readonly watchFigures: (tx: Tx, id: string, since: Date) => Promise<void>;
}

/** What is not known did not fail: a program that heard "failed" would publish it again. */
const EVENTS: Readonly<Partial<Record<FilmPublication['status'], string>>> = {
  ...{ published: 'publish.completed', failed: 'publish.failed', missed: 'publish.failed', unknown: 'publish.unknown' },
};

const NOTICES: Readonly<Partial<Record<FilmPublication['status'], NoticeKind>>> = {
  ...{ published: filmPublished, failed: filmNotPublished, missed: filmNotPublished, unknown: filmInDoubt },
};

export function followPublications(tools: FollowingTools): void {
  const { clock, publishing, webhooks, live } = tools;
  publishing.follow(async (tx, told) => {
    const row = await store.findByNumber(tx, told.id);
    if (!row) return;
    const publication = standing(row, told, clock.now());
    if (publication.publishedAt) await tools.watchFigures(tx, row.id, publication.publishedAt);
    const event = EVENTS[publication.status];
    const { analytics: _later, ...data } = publicationOnWire(publication, 'en');
    if (event) await webhooks.emit(tx, { product: 'video', accountId: row.accountId, event, data });
    await tellPeople(live, tx, publication);
    await tellOwner(tools, tx, row.accountId, publication);
  });
}

async function tellOwner(
  { notices, projects, publishing }: FollowingTools,
  tx: Tx,
  accountId: number,
  publication: FilmPublication,
): Promise<void> {
  const { id, projectId, platform, status } = publication;
  const kind = NOTICES[status];
  if (!kind) return;
  const { title } = await projects.get(accountId, projectId, tx);
  const values = { title, platform: publishing.platform(platform).title };
  await notices.notify(tx, kind, { to: accountId, href: `/films/${projectId}/publish`, group: id, values });
}

export const tellPeople = (live: Pick<Live, 'publish'>, tx: Tx, { id, projectId, platform, status, platformUrl }: FilmPublication) =>
  live.publish(tx, `project:${projectId}`, { type: 'publication', publication_id: id, platform, status, platform_url: platformUrl });
