/** What was written, with its assets: durations and motions that nobody gave, and what is wrong between clips and assets. */
import type { Motion } from '#capabilities/media/media.ts';
import type { Asset, AssetType } from '../assets/assets.ts';
import type { Faults } from './faults.ts';
import { motionAfter } from './framing.ts';
import { m } from './messages.ts';
import type { WrittenClip, WrittenTrack } from './read-tracks.ts';
import type { Clip, Track, TrackType } from './timeline.ts';

/** By id: those of the project that the clips name. */
export type Shelf = ReadonlyMap<string, Asset>;

const ALLOWED: Readonly<Record<TrackType, readonly AssetType[]>> = {
  video: ['image', 'video'],
  audio: ['voice', 'music'],
  music: ['music'],
};
const TRANSITION_SECONDS = 0.5;
const MUSIC_FADE_SECONDS = 1.5;

export function completeTracks(written: readonly WrittenTrack[], shelf: Shelf, faults: Faults): readonly Track[] {
  const timed = written.map((track) => ({ ...track, clips: track.clips.map((clip) => timeOf(clip, track.type, shelf, faults)) }));
  const ends = timed.flatMap(({ type, clips }) => (type === 'music' ? [] : clips.map((clip) => clip.startTime + (clip.duration ?? 0))));
  const end = Math.max(0, ...ends);
  return timed.map(({ type, clips }) => ({ type, clips: moved(clips.map((clip) => finish(clip, type, shelf, end))) }));
}

/** Its duration is that of its asset, for all but pictures. */
function timeOf(clip: WrittenClip, type: TrackType, shelf: Shelf, faults: Faults): WrittenClip {
  const asset = shelf.get(clip.assetId);
  if (!asset) faults.note(`${clip.path}.asset_id`, m.noAsset, 'exists');
  else if (!ALLOWED[type].includes(asset.type)) {
    const params = { type: asset.type, track: type, allowed: ALLOWED[type].join(', ') };
    faults.note(`${clip.path}.asset_id`, m.wrongType, 'type', params);
  } else if (asset.status !== 'completed') faults.note(`${clip.path}.asset_id`, m.notReady, 'status', { status: asset.status });
  const seconds = asset?.seconds ?? null;
  if (seconds !== null && clip.trimStart >= seconds) faults.note(`${clip.path}.trim_start`, m.beyond, 'maximum', { seconds });
  if (clip.duration !== null || type === 'music') return clip;
  if (seconds === null && asset) faults.note(`${clip.path}.duration`, m.required, 'required');
  return { ...clip, duration: Math.max(0.04, (seconds ?? 0) - clip.trimStart) };
}

type Finished = Omit<Clip, 'motion'> & { readonly motion: Motion | 'auto' | null };

/** Music without a duration ends with everything else, or with its file. */
function finish({ path: _, ...clip }: WrittenClip, type: TrackType, shelf: Shelf, end: number): Finished {
  const whole = Math.max(0.04, (shelf.get(clip.assetId)?.seconds ?? end) - clip.trimStart);
  const left = end > clip.startTime ? end - clip.startTime : whole;
  const duration = clip.duration ?? Math.min(whole, left);
  const isCut = type === 'music' && clip.duration === null && left < whole;
  return {
    ...clip,
    duration,
    fadeOut: clip.fadeOut ?? (isCut ? Math.min(MUSIC_FADE_SECONDS, duration / 2) : 0),
    transitionSeconds: clip.transitionSeconds ?? Math.min(TRANSITION_SECONDS, duration / 2),
    motion: shelf.get(clip.assetId)?.type === 'image' ? clip.motion : null,
  };
}

/** Neighbours never move alike, whoever said how the one before moves. */
function moved(clips: readonly Finished[]): readonly Clip[] {
  let before: Motion | null = null;
  return clips.map((clip, index) => {
    const motion: Motion | null = clip.motion === 'auto' ? motionAfter(before, index) : clip.motion;
    before = motion;
    return { ...clip, motion };
  });
}
