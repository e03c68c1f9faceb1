/** A picture of the studio, as the program sees it. */
import type { ImageStyle } from '#capabilities/generation/generation.ts';

export const STATUSES = ['pending', 'generated', 'validated', 'rejected', 'failed'] as const;
export type PictureStatus = (typeof STATUSES)[number];

/** What the document offers; the studio itself can do more. */
export const SIDES = [256, 512, 1024] as const;
export const QUALITIES = ['standard', 'hd'] as const;
export type Quality = (typeof QUALITIES)[number];

export interface Picture {
  readonly id: number;
  readonly accountId: number;
  readonly username: string;
  readonly prompt: string;
  readonly style: ImageStyle;
  readonly width: number;
  readonly height: number;
  readonly quality: Quality;
  readonly seed: number;
  readonly status: PictureStatus;
  readonly taskId: string;
  /** The same for all variations of one order; null for a picture that was ordered alone. */
  readonly batchId: string | null;
  /** The picture it was made again or varied from; null when that is gone, or when there was none. */
  readonly parentId: number | null;
  readonly file: string | null;
  readonly validationNotes: string;
  /** `model, provider, steps, guidance_scale…` of one that was made; `error, error_code` of one that failed. */
  readonly metadata: Readonly<Record<string, unknown>>;
  /** Seconds. */
  readonly generationTime: number | null;
  readonly tags: readonly string[];
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export interface NewPicture {
  readonly prompt: string;
  readonly style: ImageStyle;
  readonly width: number;
  readonly height: number;
  readonly quality: Quality;
  readonly seed: number;
  readonly tags: readonly string[];
  readonly parentId: number | null;
}

export interface Generation {
  readonly id: number;
  readonly pictureId: number | null;
  readonly prompt: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly status: 'pending' | 'completed' | 'failed';
  readonly generationTime: number | null;
  readonly createdAt: Date;
}
