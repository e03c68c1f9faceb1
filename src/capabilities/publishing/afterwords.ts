/** What is still to be done for a post that is live: its address, the first comment, a thumbnail. In passes of its own, and never touching its end. */
import { sql } from 'kysely';
import type { Logger } from 'pino';
import type { Db } from '#kernel/db/db.ts';
import type { MadeCall } from './calls.ts';
import { type Patience, pauseAfter } from './patience.ts';
import { CallFault, type Platform, type PlatformName } from './platform.ts';
import type { Posters, Posting } from './posters.ts';
import type { Held } from './records.ts';

export interface AfterwordTools {
  readonly db: Db;
  readonly log: Logger;
  readonly posters: Posters;
  readonly patience: Patience;
  readonly platforms: Readonly<Record<PlatformName, Platform>>;
  callFor(held: Held, posting: Posting, signal: AbortSignal): MadeCall;
}

interface Afterwords {
  readonly url: string | null;
  readonly isCommented: boolean;
  readonly isDressed: boolean;
}

export async function sayAfterwords(tools: AfterwordTools, held: Held, signal: AbortSignal): Promise<void> {
  const { url, isCommented, isDressed } = await attempt(tools, held, signal);
  const tries = held.afterwordsTries + 1;
  const isDone = (url !== null && isCommented && isDressed) || tries >= tools.patience.afterwordTries;
  const pause = pauseAfter(held.afterwordsTries, tools.patience.afterwordSeconds);
  await sql`
    update publishing.publications set
      platform_post_url = coalesce(platform_post_url, ${url}), updated_at = clock_timestamp(), afterwords_tries = ${tries},
      commented_at = case when ${isCommented && held.post.firstComment !== ''} then coalesce(commented_at, clock_timestamp()) end,
      checkpoint = case when ${isDressed && held.post.film?.thumbnail != null} then checkpoint || '{"isDressed":true}' else checkpoint end,
      afterwords_at = case when ${!isDone} then clock_timestamp() + ${pause} * interval '1 second' end,
      lease_token = null, lease_owner = null, lease_until = null
    where id = ${held.id} and lease_token = ${held.token}`.execute(tools.db);
}

/** Each of them may fail alone. */
async function attempt(tools: AfterwordTools, held: Held, signal: AbortSignal): Promise<Afterwords> {
  const { platformPostId: postId, platformPostUrl, post } = held;
  const isDressed = post.film?.thumbnail == null || held.checkpoint['isDressed'] === true;
  const known: Afterwords = { url: platformPostUrl, isCommented: held.isCommented || post.firstComment === '', isDressed };
  const posting = postId === null ? null : await bearing(tools, held, null, () => tools.posters.find(held));
  if (postId === null || !posting) return known;
  const call = tools.callFor(held, posting, signal);
  const platform = tools.platforms[held.platform];
  const url = known.url ?? (await bearing(tools, held, null, () => platform.addressOf(call, postId)));
  const isCommented = known.isCommented || (await bearing(tools, held, false, () => platform.comment(call, postId)));
  const dress = async (): Promise<boolean> => (platform.dress ? platform.dress(call, postId) : true);
  return { url, isCommented, isDressed: known.isDressed || (await bearing(tools, held, false, dress)) };
}

async function bearing<T>({ log }: AfterwordTools, { id }: Held, otherwise: T, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (err) {
    if (!(err instanceof CallFault)) log.warn({ err, publication: id }, 'an afterword failed');
    return otherwise;
  }
}
