/** Films are given to the publishing machine here: each row with its publication, in the transaction of the request. */
import type { PlatformName, PostContent, PostMedia } from '#capabilities/publishing/publishing.ts';
import type { Clock } from '#kernel/clock.ts';
import type { Tx } from '#kernel/db/db.ts';
import { type IdPrefix, newId } from '../ids.ts';
import { type Draft, type Judged, type JudgeTools, judge, mediaOf, wordsOf } from './judging.ts';
import { type FilmPublication, standing } from './publication.ts';
import * as store from './store.ts';

export interface PlanningTools extends JudgeTools {
  readonly clock: Clock;
}

const PREFIXES: Readonly<Record<PlatformName, IdPrefix>> = {
  ...{ youtube: 'pub-yt', linkedin: 'pub-li', tiktok: 'pub-tt', instagram: 'pub-ig', facebook: 'pub-fb', twitter: 'pub-x' },
};
/** Wanted now: still wanted when the studio or the platform comes back within a day. */
const GRACE_SECONDS = 86_400;

export async function order(
  tools: PlanningTools,
  tx: Tx,
  accountId: number,
  body: Readonly<Record<string, unknown>>,
  when: 'now' | 'scheduled',
): Promise<readonly FilmPublication[]> {
  // Where platforms are played, everybody has an account there.
  await tools.publishing.connections.ensureSimulated(accountId);
  const judged = await judge(tools, tx, accountId, body, when, tools.clock.now());
  const batchId = newId('pub');
  const made: FilmPublication[] = [];
  for (const draft of judged.drafts) made.push(await plan(tools, tx, { accountId, batchId }, judged, draft));
  return made;
}

async function plan(
  tools: PlanningTools,
  tx: Tx,
  { accountId, batchId }: { readonly accountId: number; readonly batchId: string },
  { video, moment }: Judged,
  draft: Draft,
): Promise<FilmPublication> {
  const { publishing, clock } = tools;
  const { platform, connectionId, text, firstComment, asked } = draft.wish;
  const id = newId(PREFIXES[platform]);
  const film = wordsOf(draft, await saveThumbnail(tools, tx, draft));
  const post: PostContent = { text, firstComment, media: [mediaOf(video)], madeWithAi: video.madeWithAi, film };
  const now = clock.now();
  const isNow = moment.at.getTime() <= now.getTime();
  const publication = await publishing.plan(tx, {
    ...{ accountId, platform, post, key: `video.publication:${id}`, dueAt: moment.at },
    ...(isNow ? { graceSeconds: GRACE_SECONDS } : {}),
    ...(connectionId === null ? {} : { connectionId }),
  });
  const row = {
    ...{ id, batchId, accountId, platform, videoId: video.id, projectId: video.projectId, publicationId: publication.id },
    ...{ config: { ...asked, title: draft.title }, publishAt: moment.at, timezone: moment.timezone, createdAt: now },
  };
  await store.insertPublication(tx, row);
  return standing({ ...row, figures: null, figuresAt: null }, publication, now);
}

async function saveThumbnail({ files }: PlanningTools, tx: Tx, { thumbnail }: Draft): Promise<PostMedia | null> {
  if (!thumbnail) return null;
  const { content, mediaType, width, height } = thumbnail;
  const { name, bytes } = await files.save(tx, { folder: 'thumbnails', extension: 'jpg', mediaType, content });
  return { file: name, mediaType, bytes, width, height, altText: '' };
}
