/** A planned post, as the program sees it. */
import type { Crop } from '#capabilities/media/media.ts';
import type { Attempt, PicturePlatform, PostFigures, PublicationOutcome, PublicationState } from '#capabilities/publishing/publishing.ts';

export const POST_STATUSES = ['scheduled', 'posted', 'failed', 'cancelled'] as const;
export type PostStatus = (typeof POST_STATUSES)[number];

export interface ScheduledPost {
  readonly id: number;
  readonly accountId: number;
  readonly username: string;
  /** Null when the picture was deleted after the post had ended. */
  readonly pictureId: number | null;
  readonly prompt: string;
  /** Of the picture as it is stored (the derivative when it was deleted); of the derivative that is sent. */
  readonly pictureFile: string;
  readonly mediaFile: string;
  readonly platform: PicturePlatform;
  /** The account of the platform that was chosen; null for the one connected last. */
  readonly connectionId: number | null;
  readonly scheduledTime: Date;
  readonly caption: string;
  readonly hashtags: string;
  readonly firstComment: string;
  readonly status: PostStatus;
  readonly publicationId: number;
  /** The finer truth: planned, under way, unknown… */
  readonly state: PublicationState;
  readonly postedAt: Date | null;
  readonly platformPostId: string | null;
  readonly platformPostUrl: string | null;
  readonly metadata: PostMetadata;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export interface PostMetadata {
  /** The part of the picture that is seen, in its pixels. */
  readonly crop?: Crop;
  readonly utm?: Utm;
  readonly schedule_id?: number;
  /** Why it failed; `message` is French and says what to do. */
  readonly outcome?: PublicationOutcome & { readonly message: string };
  /** How long after its time it was live. */
  readonly late_seconds?: number;
  readonly [more: string]: unknown;
}

/** What is added to the addresses of a caption, so that visits can be told apart. */
export interface Utm {
  readonly source: string;
  readonly medium?: string;
  readonly campaign?: string;
}

/** One reading of the figures of a live post. */
export interface AnalyticsSnapshot extends PostFigures {
  readonly id: number;
  /** Percent. */
  readonly engagementRate: number | null;
  readonly syncedAt: Date;
}

/** How a publication's states read as the four documented ones. */
export function statusOf(state: PublicationState): PostStatus {
  if (state === 'confirmed') return 'posted';
  if (state === 'cancelled') return 'cancelled';
  return state === 'rejected' || state === 'unknown' || state === 'missed' ? 'failed' : 'scheduled';
}

export type { Attempt };
