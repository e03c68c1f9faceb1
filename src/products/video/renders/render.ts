/** A render and the film that comes of it, as the rooms of this product see them. */
import type { FilmProgress } from '#capabilities/media/media.ts';
import type { AssetFault } from '../assets/assets.ts';

export const RENDER_STATUSES = ['queued', 'rendering', 'completed', 'failed', 'cancelled'] as const;
export type RenderStatus = (typeof RENDER_STATUSES)[number];

/** Every field said (video-api.md, "Lancer le Rendu"). */
export interface RenderOptions {
  readonly codec: 'h264' | 'h265' | 'vp9' | 'av1';
  readonly quality: 'draft' | 'standard' | 'high' | 'archive';
  /** Bits per second; the quality decides when null. */
  readonly bitrate: number | null;
  readonly audioBitrate: number;
  /** Drawn on the picture, beside the captions in the file. */
  readonly burnCaptions: boolean;
  /** Another look than that of the timeline. */
  readonly captionLook?: 'box' | 'outline';
  /** Whether a player can switch captions on; true when nothing is said. */
  readonly captionTrack?: boolean;
  /** `draft` previews are small: the width of the film is divided by this. */
  readonly scale: 1 | 2 | 4;
}

export interface Render {
  readonly id: string;
  readonly timelineId: string;
  readonly projectId: string;
  readonly accountId: number;
  readonly options: RenderOptions;
  /** Of the film. */
  readonly seconds: number;
  readonly status: RenderStatus;
  readonly progress: FilmProgress | null;
  readonly fault: AssetFault | null;
  readonly videoId: string | null;
  /** Of those that are queued, from 1; null once it began. */
  readonly position: number | null;
  readonly createdAt: Date;
  readonly startedAt: Date | null;
  readonly endedAt: Date | null;
}

export interface Video {
  readonly id: string;
  readonly renderId: string;
  readonly projectId: string;
  readonly accountId: number;
  readonly file: string;
  readonly thumbnail: string | null;
  readonly srt: string | null;
  readonly vtt: string | null;
  readonly mediaType: string;
  readonly bytes: number;
  readonly seconds: number;
  readonly width: number;
  readonly height: number;
  readonly language: string | null;
  /** Null for a film without sound. */
  readonly loudness: { readonly lufs: number; readonly truePeak: number } | null;
  readonly madeWithAi: boolean;
  readonly createdAt: Date;
}
