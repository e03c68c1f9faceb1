/** A recurring schedule, as the program sees it. */
import type { PicturePlatform } from '#capabilities/publishing/publishing.ts';
import type { Rhythm } from './instants.ts';

export type SlotOutcome = 'planned' | 'no_picture' | 'refused' | 'skipped';

export interface SchedulePlan extends Rhythm {
  readonly name: string;
  readonly platforms: readonly PicturePlatform[];
  /** Pictures with any of these; every validated one when empty. */
  readonly tags: readonly string[];
  /** `{prompt}`, `{tags}` and `{date}` are filled in. */
  readonly captionTemplate: string;
  readonly hashtags: string;
  readonly isActive: boolean;
}

export interface Schedule extends SchedulePlan {
  readonly id: number;
  readonly accountId: number;
  readonly version: number;
  readonly filledUntil: Date;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  /** Slots that became posts. */
  readonly planned: number;
  /** The last slot that could not be filled after the last that could; null when all is well. */
  readonly trouble: { readonly outcome: Exclude<SlotOutcome, 'planned'>; readonly at: Date } | null;
}

/** A slot that is not a post yet: what the calendar shows as a ghost. */
export interface ComingSlot {
  readonly scheduleId: number;
  readonly name: string;
  readonly platform: PicturePlatform;
  readonly at: Date;
}
