/**
 * A film plan (pictures, clips, motion, transitions, words on the picture, sound) becomes an MP4.
 *
 * Hides the compositor, its thread, ffmpeg, the cache of what was encoded before and the checks of what came out. Nothing is at the
 * place of the film before it was looked at: right length, right streams, not black, not silent. The same plan with the same files gives
 * the same pictures, and what did not change is not encoded again. Words: a *shot* is one picture or clip with its time; a *view* is the
 * part of a picture that is seen; a *stretch* is what is encoded and kept together, the inside of a shot or the passage into it; a
 * *page* is the caption words that are shown at once.
 */
import { runInThread } from './crew.ts';

/** Fractions of the picture once it has been cut to the form of the film. */
export interface View {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}
export interface Motion {
  readonly from: View;
  readonly to: View;
  readonly ease: 'linear' | 'smooth';
}
export type TransitionKind = 'cut' | 'fade' | 'dissolve' | 'wipe' | 'slide' | 'zoom';
export interface Transition {
  readonly kind: TransitionKind;
  /** At the beginning of its shot; the shot before goes on below it. */
  readonly seconds: number;
  /** Where a wipe or a slide goes; to the left when nothing is said. */
  readonly towards?: 'left' | 'right' | 'up' | 'down';
}
export interface Shot {
  readonly source:
    | { readonly kind: 'picture'; readonly file: string }
    | { readonly kind: 'clip'; readonly file: string; readonly from: number }
    /** Nothing but the background of the film. */
    | { readonly kind: 'background' };
  readonly seconds: number;
  readonly motion: Motion | null;
  readonly transitionIn: Transition | null;
  /** `cover` cuts what does not fit, `contain` shows the background beside it. */
  readonly fit?: 'cover' | 'contain';
}
export interface SoundClip {
  readonly file: string;
  /** Seconds of the film. */
  readonly at: number;
  /** Where to begin inside the file, and how long; all of it when nothing is said. */
  readonly from?: number;
  readonly seconds?: number;
  readonly volume: number;
  readonly fadeIn?: number;
  readonly fadeOut?: number;
  /** Of music: goes down while somebody speaks. */
  readonly duck?: boolean;
}
export interface CaptionWord {
  readonly text: string;
  readonly from: number;
  readonly until: number;
}
export interface CaptionStyle {
  readonly look: 'box' | 'outline';
  readonly size: 'small' | 'medium' | 'large';
  readonly place: 'bottom' | 'middle' | 'top';
  readonly colour: string;
  /** Of the word that is being said; null says no word apart. */
  readonly highlight: string | null;
}
export interface Brand {
  readonly logo: string;
  readonly corner: 'top-left' | 'top-right' | 'bottom-left' | 'bottom-right';
  /** Fraction of the width of the film. */
  readonly width: number;
  readonly opacity: number;
}
export type Codec = 'h264' | 'h265' | 'vp9' | 'av1';
export type Quality = 'draft' | 'standard' | 'high' | 'archive';
export interface FilmOutput {
  readonly file: string;
  readonly codec: Codec;
  readonly quality: Quality;
  /** Bits per second; the quality decides when nothing is said. */
  readonly bitrate?: number;
  readonly audioBitrate?: number;
  /** Captions that a player can switch on: the language of the words, in three letters (`fra`). */
  readonly captionTrack?: { readonly language: string };
  readonly srt?: string;
  readonly vtt?: string;
  readonly thumbnail?: { readonly file: string; readonly at: number; readonly width: number };
}
export interface FilmPlan {
  readonly width: number;
  readonly height: number;
  readonly fps: number;
  readonly background: string;
  readonly shots: readonly Shot[];
  readonly voice: readonly SoundClip[];
  readonly music: readonly SoundClip[];
  /** Pages of words, in the time of the film. */
  readonly captions: readonly (readonly CaptionWord[])[];
  /** Null: not drawn on the picture. */
  readonly captionStyle: CaptionStyle | null;
  readonly brand?: Brand;
  /** How the film ends: into the background. */
  readonly closing?: Transition;
  readonly output: FilmOutput;
}

export const STAGES = ['preparation', 'compositing', 'encoding', 'finalization'] as const;
export type Stage = (typeof STAGES)[number];
export interface StageState {
  readonly status: 'pending' | 'in_progress' | 'completed';
  readonly seconds: number;
}
/** Counted: frames that ffmpeg says it has encoded, of those that the film needs. */
export interface FilmProgress {
  readonly stage: Stage;
  readonly frames: { readonly composed: number; readonly encoded: number; readonly reused: number; readonly total: number };
  readonly stages: Readonly<Record<Stage, StageState>>;
  /** From the rate of the last seconds; null before there is one. */
  readonly remainingSeconds: number | null;
}
export interface Film {
  readonly file: string;
  readonly seconds: number;
  readonly frames: number;
  readonly bytes: number;
  readonly frameCounts: { readonly encoded: number; readonly reused: number };
  /** Of the finished sound; null for a film without sound. */
  readonly loudness: { readonly lufs: number; readonly truePeak: number } | null;
  readonly stages: Readonly<Record<Stage, StageState>>;
}
export interface ComposeOptions {
  readonly signal: AbortSignal;
  /** Where encoded stretches and finished sound are kept between renders. */
  readonly cacheFolder: string;
  /** Where a folder for this render alone may be made. */
  readonly temporaryFolder: string;
  readonly onProgress?: (progress: FilmProgress) => void;
  /** Other programs than the `ffmpeg` and `ffprobe` of the system. */
  readonly tools?: { readonly ffmpeg: string; readonly ffprobe: string };
}

/**
 * Rejects with the signal's reason when it is aborted (children ended, own folder gone), with a `Failure` invalid that names the field for
 * what cannot be read, unavailable when ffmpeg is not there or what it made is not the film.
 */
export function composeFilm(plan: FilmPlan, { signal, onProgress, ...order }: ComposeOptions): Promise<Film> {
  return runInThread({ plan, ...order }, signal, onProgress);
}
