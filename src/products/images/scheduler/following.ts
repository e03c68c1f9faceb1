/** A post follows its publication: what became of it is written, and told to other programs, in the transaction that ends it. */
import { inEveryLanguage, type Notices } from '#capabilities/notifications/notifications.ts';
import type { Publication, Publishing } from '#capabilities/publishing/publishing.ts';
import type { Webhooks } from '#capabilities/webhooks/webhooks.ts';
import type { Clock } from '#kernel/clock.ts';
import type { Tx } from '#kernel/db/db.ts';
import { say } from '#kernel/message.ts';
import { postFailed, postInDoubt, postPublished, shortly } from '../notices.ts';
import { outcomes } from './messages.ts';
import { type PostMetadata, type ScheduledPost, statusOf } from './post.ts';
import { wholeOf } from './present.ts';
import * as store from './store.ts';

export interface FollowingTools {
  readonly clock: Clock;
  readonly publishing: Publishing;
  readonly webhooks: Pick<Webhooks, 'emit'>;
  readonly notices: Pick<Notices, 'notify'>;
  /** Origin of the addresses in events. */
  readonly publicUrl: string;
  /** Promises the first reading of the figures. */
  readonly watchFigures: (tx: Tx, postId: number, postedAt: Date) => Promise<void>;
}

const EVENTS = { posted: 'post.published', failed: 'post.failed' } as const;

export function followPublications(tools: FollowingTools): void {
  const { clock, publishing, webhooks, publicUrl, watchFigures } = tools;
  publishing.follow(async (tx, publication) => {
    const before = await store.findByPublication(tx, publication.id);
    if (!before) return;
    const title = publishing.platform(publication.platform).title;
    await store.followPublication(tx, before.id, publication, metadataOf(before, publication, title), clock.now());
    const status = statusOf(publication.state);
    if (status === before.status || (status !== 'posted' && status !== 'failed')) return;
    const after = (await store.findPost(tx, before.id)) ?? before;
    if (after.postedAt) await watchFigures(tx, after.id, after.postedAt);
    await webhooks.emit(tx, { product: 'images', accountId: after.accountId, event: EVENTS[status], data: wholeOf(after, publicUrl) });
    await tellOwner(tools, tx, after, publication, title);
  });
}

function tellOwner(
  { notices }: FollowingTools,
  tx: Tx,
  post: ScheduledPost,
  { state, outcome }: Publication,
  platform: string,
): Promise<void> {
  const { id, accountId: to, caption, prompt } = post;
  const said = { caption: shortly(caption || prompt), platform };
  const href = `/publications/posts/${id}`;
  if (state === 'confirmed') return notices.notify(tx, postPublished, { to, href, group: 'published', values: said });
  if (state === 'unknown') return notices.notify(tx, postInDoubt, { to, href, group: String(id), values: said });
  const why = inEveryLanguage(outcomes[reasonOf(state, outcome)], { platform });
  return notices.notify(tx, postFailed, { to, href, group: String(id), values: { ...said, why } });
}

const reasonOf = (state: Publication['state'], outcome: Publication['outcome']) =>
  outcome?.reason ?? (state === 'missed' ? 'missed_window' : 'unknown');

function metadataOf(post: ScheduledPost, { state, outcome, endedAt }: Publication, platform: string): PostMetadata {
  const { outcome: _before, late_seconds: _late, ...kept } = post.metadata;
  const status = statusOf(state);
  if (status === 'failed') {
    const { reason, code, detail } = outcome ?? { reason: state === 'missed' ? 'missed_window' : 'unknown', code: '', detail: '' };
    return { ...kept, outcome: { reason, code, detail, message: say(outcomes[reason], 'fr', { platform }) } };
  }
  const late = status === 'posted' && endedAt ? Math.round((endedAt.getTime() - post.scheduledTime.getTime()) / 1000) : 0;
  return late > 0 ? { ...kept, late_seconds: late } : kept;
}
