/** The timeline as the API writes it (video-api.md, "Créer une Timeline"), and which clip a fault of the API means. */
import type { Fault } from './desk.ts';
import {
  type Clip,
  type Film,
  inOrder,
  type Motion,
  newClipId,
  type Track,
  type TrackType,
  type TransitionName,
  tidy,
  type Words,
} from './model.ts';

export interface WireClip {
  readonly asset_id: string;
  readonly start_time: number;
  readonly duration: number;
  readonly trim_start?: number;
  readonly transition_in?: TransitionName | null;
  readonly transition_out?: TransitionName | null;
  readonly transition_seconds?: number;
  readonly motion?: Motion | null;
  readonly fit?: 'cover' | 'contain';
  readonly volume?: number;
  readonly fade_in?: number;
  readonly fade_out?: number;
  readonly duck_under_voice?: boolean;
  readonly scene_id?: number | null;
}
export interface WireTrack {
  readonly type: TrackType;
  readonly clips: readonly WireClip[];
}
export interface WireConfig {
  readonly words?: readonly Words[];
}
export interface WireTimeline {
  readonly id: string;
  readonly version: number;
  readonly config: WireConfig;
  readonly tracks: readonly WireTrack[];
}

export const filmOf = ({ tracks, config }: Pick<WireTimeline, 'tracks' | 'config'>): Film => ({
  tracks: tracks.map(({ type, clips }): Track => ({ type, clips: inOrder(clips.map(clipOf)) })),
  words: config.words ?? [],
});

const clipOf = (wire: WireClip): Clip => ({
  id: newClipId(),
  assetId: wire.asset_id,
  start: tidy(wire.start_time),
  seconds: tidy(wire.duration),
  trim: tidy(wire.trim_start ?? 0),
  transitionIn: wire.transition_in ?? null,
  transitionOut: wire.transition_out ?? null,
  transitionSeconds: wire.transition_seconds ?? 0,
  motion: wire.motion ?? null,
  fit: wire.fit ?? 'cover',
  volume: wire.volume ?? 1,
  fadeIn: wire.fade_in ?? 0,
  fadeOut: wire.fade_out ?? 0,
  duck: wire.duck_under_voice ?? false,
  sceneId: wire.scene_id ?? null,
});

/** Tracks without clips are left out: they say nothing. */
const told = ({ tracks }: Film): readonly Track[] => tracks.filter(({ clips }) => clips.length > 0);

export const tracksOf = (film: Film): readonly WireTrack[] =>
  told(film).map(({ type, clips }) => ({ type, clips: clips.map((clip) => wireClip(clip, type)) }));

/** What a track has no use for is not said. */
function wireClip(clip: Clip, type: TrackType): WireClip {
  const place = { asset_id: clip.assetId, start_time: clip.start, duration: clip.seconds, trim_start: clip.trim };
  if (type === 'video')
    return {
      ...place,
      ...{ transition_in: clip.transitionIn, transition_out: clip.transitionOut, transition_seconds: clip.transitionSeconds },
      ...{ motion: clip.motion, fit: clip.fit, scene_id: clip.sceneId },
    };
  return {
    ...place,
    ...{ volume: clip.volume, fade_in: clip.fadeIn, fade_out: clip.fadeOut, scene_id: clip.sceneId },
    ...(type === 'music' ? { duck_under_voice: clip.duck } : {}),
  };
}

interface Refusal {
  readonly error?: {
    readonly message?: string;
    readonly details?: { readonly fields?: readonly { readonly field: string; readonly message: string }[] };
  };
}

/** `tracks[0].clips[2].duration` is the clip that was sent there. */
export function faultsOf(refusal: unknown, film: Film, otherwise: string): readonly Fault[] {
  const { error } = (refusal ?? {}) as Refusal;
  const fields = error?.details?.fields ?? [];
  if (fields.length === 0) return [{ clip: null, message: error?.message ?? otherwise }];
  const sent = told(film);
  return fields.map(({ field, message }) => {
    const [, track, clip] = /^tracks\W(\d+)\W+clips\W(\d+)/.exec(field) ?? [];
    return { clip: sent[Number(track)]?.clips[Number(clip)]?.id ?? null, message };
  });
}
