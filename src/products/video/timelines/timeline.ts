/** A timeline: tracks of clips in the time of the film (video-api.md, "Créer une Timeline"), as the rooms of this product see it. */
import type { Motion } from '#capabilities/media/media.ts';

export const TRACK_TYPES = ['video', 'audio', 'music'] as const;
export type TrackType = (typeof TRACK_TYPES)[number];

export const TRANSITIONS = ['cut', 'fade', 'dissolve', 'wipe', 'slide', 'zoom'] as const;
export type TransitionName = (typeof TRANSITIONS)[number];

export interface Clip {
  readonly assetId: string;
  /** Seconds of the film. */
  readonly startTime: number;
  readonly duration: number;
  /** Where it begins inside the asset; 0 for pictures. */
  readonly trimStart: number;
  /** Of video clips; the shot before goes on below it. */
  readonly transitionIn: TransitionName | null;
  readonly transitionOut: TransitionName | null;
  readonly transitionSeconds: number;
  /** Of pictures: how the camera moves. */
  readonly motion: Motion | null;
  readonly fit: 'cover' | 'contain';
  /** Of sound. */
  readonly volume: number;
  readonly fadeIn: number;
  readonly fadeOut: number;
  readonly duckUnderVoice: boolean;
  /** Of a video clip: the scene it shows, for the editor. */
  readonly sceneId: number | null;
}

export interface Track {
  readonly type: TrackType;
  readonly clips: readonly Clip[];
}

export interface TimelineConfig {
  readonly width: number;
  readonly height: number;
  readonly fps: number;
  readonly backgroundColor: string;
  /** Drawn on the picture; null draws none. */
  readonly captions: {
    readonly look: 'box' | 'outline';
    readonly size: 'small' | 'medium' | 'large';
    readonly place: 'bottom' | 'middle' | 'top';
  } | null;
  readonly brand: { readonly assetId: string; readonly corner: 'top-left' | 'top-right' | 'bottom-left' | 'bottom-right' } | null;
  readonly language: string | null;
  /** Words where nobody speaks: in the time of the film. */
  readonly words: readonly { readonly text: string; readonly from: number; readonly until: number }[];
}

/** What can be judged and rendered. */
export interface TimelineDraft {
  readonly config: TimelineConfig;
  readonly tracks: readonly Track[];
}

export interface Timeline extends TimelineDraft {
  readonly id: string;
  readonly projectId: string;
  readonly accountId: number;
  readonly origin: 'automatic' | 'person';
  readonly version: number;
  readonly duration: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}
