/** Posts and figures as the wire has them (images-api.md, "Scheduler Endpoints"); what the document does not know is added, nothing is left out. */
import { secondsOf } from '../lists.ts';
import type { AnalyticsSnapshot, Attempt, ScheduledPost } from './post.ts';
import type { SchedulerFigures } from './stock.ts';

export const listedOf = (post: ScheduledPost, publicUrl: string) => ({
  id: post.id,
  image: { id: post.pictureId, image_url: `${publicUrl}/media/${post.pictureFile}` },
  scheduled_time: secondsOf(post.scheduledTime),
  platform: post.platform,
  caption: post.caption,
  hashtags: post.hashtags,
  status: post.status,
  state: post.state,
  posted_at: post.postedAt && secondsOf(post.postedAt),
  platform_post_url: post.platformPostUrl,
  created_at: secondsOf(post.createdAt),
});

export const wholeOf = (post: ScheduledPost, publicUrl: string) => {
  const { image, ...listed } = listedOf(post, publicUrl);
  return {
    ...listed,
    user: { id: post.accountId, username: post.username },
    image: { ...image, prompt: post.prompt },
    /** The copy that is sent. */
    media_url: `${publicUrl}/media/${post.mediaFile}`,
    first_comment: post.firstComment,
    connection: post.connectionId,
    platform_post_id: post.platformPostId,
    metadata: { ...post.metadata, state: post.state },
    updated_at: secondsOf(post.updatedAt),
  };
};

export const readingOf = (postId: number, reading: AnalyticsSnapshot) => {
  const { id, likes, comments, shares, views, reach, impressions, engagementRate, syncedAt, raw } = reading;
  return {
    ...{ id, scheduled_post: postId, likes, comments, shares, views, reach, impressions },
    ...{ engagement_rate: engagementRate, last_synced_at: secondsOf(syncedAt), raw_data: raw },
  };
};

export const attemptOf = ({ at, phase, httpStatus, code, traceId, detail }: Attempt) => ({
  ...{ at: secondsOf(at), phase, http_status: httpStatus, code, trace_id: traceId, detail },
});

export const figuresOf = ({ total, byStatus, byPlatform, upcoming, thisWeek, thisMonth }: SchedulerFigures) => ({
  total_posts: total,
  by_status: byStatus,
  by_platform: byPlatform,
  upcoming_posts: upcoming,
  posts_this_week: thisWeek,
  posts_this_month: thisMonth,
});
