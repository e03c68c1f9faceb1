/** The film on the desk: tracks of clips in seconds of the film, and questions about them. Nothing here is changed in place. */

export type TrackType = 'video' | 'audio' | 'music';
export const TRANSITIONS = ['cut', 'fade', 'dissolve', 'wipe', 'slide', 'zoom'] as const;
export type TransitionName = (typeof TRANSITIONS)[number];

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

export interface Clip {
  /** Of this desk only; kept through every change. */
  readonly id: string;
  readonly assetId: string;
  readonly start: number;
  readonly seconds: number;
  /** Where it begins inside the asset. */
  readonly trim: number;
  readonly transitionIn: TransitionName | null;
  readonly transitionOut: TransitionName | null;
  readonly transitionSeconds: number;
  readonly motion: Motion | null;
  readonly fit: 'cover' | 'contain';
  readonly volume: number;
  readonly fadeIn: number;
  readonly fadeOut: number;
  readonly duck: boolean;
  readonly sceneId: number | null;
}
export interface Track {
  readonly type: TrackType;
  readonly clips: readonly Clip[];
}
/** Words shown where nobody speaks, in the time of the film. */
export interface Words {
  readonly text: string;
  readonly from: number;
  readonly until: number;
}
export interface Film {
  readonly tracks: readonly Track[];
  readonly words: readonly Words[];
}

/** What a clip shows or says. */
export interface Asset {
  readonly id: string;
  readonly type: 'image' | 'video' | 'voice' | 'music';
  readonly name: string;
  /** Null for pictures, and for clips that are a picture with a camera path. */
  readonly seconds: number | null;
  /** Where its bytes are; null while it is made. */
  readonly src: string | null;
  readonly thumbnail: string | null;
  /** Of an embedded clip: the picture and its camera path. */
  readonly still: { readonly src: string; readonly motion: Motion } | null;
  /** Of a voice: caption pages, in seconds of the asset. */
  readonly pages: readonly (readonly Words[])[];
}

export interface Place {
  readonly track: number;
  readonly index: number;
  readonly type: TrackType;
  readonly clip: Clip;
}

/** No clip is shorter. */
export const SHORTEST = 0.2;

/** Times of sound are kept to the millisecond, so that sums do not drift. */
export const tidy = (seconds: number): number => Math.round(seconds * 1e4) / 1e4;
export const toFrame = (seconds: number, fps: number): number => tidy(Math.round(seconds * fps) / fps);
export const bounded = (value: number, least: number, most: number): number => Math.min(Math.max(value, least), Math.max(least, most));

export const endOf = ({ start, seconds }: Pick<Clip, 'start' | 'seconds'>): number => tidy(start + seconds);

export const placesOf = ({ tracks }: Film): readonly Place[] =>
  tracks.flatMap(({ type, clips }, track) => clips.map((clip, index) => ({ track, index, type, clip })));

export const placeOf = (film: Film, id: string): Place | null => placesOf(film).find(({ clip }) => clip.id === id) ?? null;

/** The film is as long as its pictures; a film without any is as long as its sound. */
export function secondsOf(film: Film): number {
  const ends = (places: readonly Place[]): number => Math.max(0, ...places.map(({ clip }) => endOf(clip)));
  const places = placesOf(film);
  return ends(places.filter(({ type }) => type === 'video')) || ends(places);
}

export const withTrack = (film: Film, track: number, clips: readonly Clip[]): Film => ({
  ...film,
  tracks: film.tracks.map((each, index) => (index === track ? { ...each, clips: inOrder(clips) } : each)),
});

export const withClip = (film: Film, { track, index }: Pick<Place, 'track' | 'index'>, clip: Clip): Film =>
  withTrack(film, track, film.tracks[track]?.clips.map((each, at) => (at === index ? clip : each)) ?? []);

export const inOrder = (clips: readonly Clip[]): readonly Clip[] => [...clips].sort((one, other) => one.start - other.start);

/** How long the clip could be, with what is left of its asset. */
export const mostSeconds = ({ trim }: Pick<Clip, 'trim'>, asset: Asset | undefined): number =>
  asset?.seconds == null || asset.type === 'image' || asset.still ? Number.POSITIVE_INFINITY : tidy(asset.seconds - trim);

/** Where the time inside the clip is, the clip that is under the head on this track, or null. */
export const clipAt = (track: Track | undefined, time: number): Clip | null =>
  track?.clips.find((clip) => clip.start <= time + 1e-6 && time < endOf(clip) - 1e-6) ?? null;

let made = 0;
/** A name for a clip that was not here before. */
export const newClipId = (): string => `clip-${++made}`;
