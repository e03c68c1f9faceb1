/** `tracks` of a timeline, as they come over the wire; what follows from the assets is said later (complete.ts). */
import type { Motion, View } from '#capabilities/media/media.ts';
import { type Bounds, choiceAt, type Faults, flagAt, isGiven, listAt, numberAt, objectAt, type Values } from './faults.ts';
import { m } from './messages.ts';
import { type Clip, TRACK_TYPES, TRANSITIONS, type TrackType } from './timeline.ts';

/** A clip as it was written: `null` where its asset decides. */
export interface WrittenClip extends Omit<Clip, 'duration' | 'motion' | 'fadeOut' | 'transitionSeconds'> {
  readonly path: string;
  readonly duration: number | null;
  readonly transitionSeconds: number | null;
  readonly motion: Motion | 'auto' | null;
  readonly fadeOut: number | null;
}
export interface WrittenTrack {
  readonly path: string;
  readonly type: TrackType;
  readonly clips: readonly WrittenClip[];
}

const MOST_CLIPS = 500;
const MOST_TRACKS = 20;
const SECONDS: Bounds = { least: 0, most: 4 * 3600 };
const FADE: Bounds = { least: 0, most: 60 };
const TRANSITION: Bounds = { least: 0, most: 5 };
const MUSIC_VOLUME = 0.45;

export function readTracks(value: unknown, faults: Faults): readonly WrittenTrack[] {
  const given = listAt(value, 'tracks', faults);
  if (given.length > MOST_TRACKS) faults.note('tracks', m.tooManyTracks, 'max_items', { most: MOST_TRACKS });
  let clips = 0;
  const tracks = given.slice(0, MOST_TRACKS).map((each, index) => {
    const path = `tracks[${index}]`;
    const track = objectAt(each, path, faults);
    const type = choiceAt(track['type'], `${path}.type`, TRACK_TYPES, null, faults);
    const list = listAt(track['clips'], `${path}.clips`, faults);
    clips += list.length;
    return { path, type, clips: list.slice(0, MOST_CLIPS).map((clip, n) => readClip(clip, `${path}.clips[${n}]`, type, faults)) };
  });
  if (clips > MOST_CLIPS) faults.note('tracks', m.tooManyClips, 'max_items', { most: MOST_CLIPS });
  return tracks;
}

function readClip(value: unknown, path: string, type: TrackType, faults: Faults): WrittenClip {
  const clip = objectAt(value, path, faults);
  const at = (name: string): string => `${path}.${name}`;
  const number = <T extends number | null>(name: string, bounds: Bounds, fallback?: T): number | T =>
    numberAt(clip[name], at(name), bounds, faults, fallback);
  const assetId = clip['asset_id'];
  if (typeof assetId !== 'string' || !assetId) faults.note(at('asset_id'), isGiven(assetId) ? m.text : m.required, 'required');
  return {
    path,
    assetId: String(assetId),
    startTime: number('start_time', SECONDS) ?? 0,
    duration: number('duration', { least: 0.04, most: SECONDS.most }, null),
    trimStart: number('trim_start', SECONDS, 0),
    transitionIn: transitionAt(clip['transition_in'], at('transition_in'), faults),
    transitionOut: transitionAt(clip['transition_out'], at('transition_out'), faults),
    transitionSeconds: number('transition_seconds', TRANSITION, null),
    motion: type === 'video' ? motionAt(clip['motion'], at('motion'), faults) : null,
    fit: choiceAt(clip['fit'], at('fit'), ['cover', 'contain'], 'cover', faults),
    volume: number('volume', { least: 0, most: 2 }, type === 'music' ? MUSIC_VOLUME : 1),
    fadeIn: number('fade_in', FADE, 0),
    fadeOut: number('fade_out', FADE, null),
    duckUnderVoice: flagAt(clip['duck_under_voice'], at('duck_under_voice'), type === 'music', faults),
    sceneId: number('scene_id', { least: 0, most: 1e6 }, null),
  };
}

const transitionAt = (value: unknown, path: string, faults: Faults): Clip['transitionIn'] =>
  isGiven(value) ? choiceAt(value, path, TRANSITIONS, null, faults) : null;

/** Pictures move unless somebody says `null`. */
function motionAt(value: unknown, path: string, faults: Faults): Motion | 'auto' | null {
  if (value === undefined || value === 'auto') return 'auto';
  if (value === null) return null;
  const { from, to, ease = 'smooth' } = (typeof value === 'object' ? value : {}) as Values;
  const [start, end] = [viewOf(from), viewOf(to)];
  if (start && end && (ease === 'smooth' || ease === 'linear')) return { from: start, to: end, ease };
  faults.note(path, m.motion, 'format');
  return null;
}

const SLACK = 1e-6;
const SMALLEST = 0.05;

function viewOf(value: unknown): View | null {
  const { left, top, width, height } = (typeof value === 'object' && value !== null ? value : {}) as Values;
  const isInside = (start: unknown, length: unknown): boolean =>
    typeof start === 'number' && typeof length === 'number' && start >= -SLACK && length >= SMALLEST && start + length <= 1 + SLACK;
  return isInside(left, width) && isInside(top, height) ? ({ left, top, width, height } as View) : null;
}
