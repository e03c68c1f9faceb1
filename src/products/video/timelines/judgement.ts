/** What is wrong with a timeline as a whole, and what is only worth a word. */
import type { Message, Params } from '#kernel/message.ts';
import type { Shelf } from './complete.ts';
import type { Faults } from './faults.ts';
import { m } from './messages.ts';
import { secondsOfDraft } from './plan.ts';
import { MOST_FILM_SECONDS } from './read-config.ts';
import type { Clip, TimelineDraft, Track } from './timeline.ts';

export interface Warning {
  /** `gap`, `held`, `quiet`. */
  readonly code: string;
  readonly path: string;
  readonly message: Message;
  readonly params: Params;
}

/** Nobody waits longer before a film for its first picture. */
const MOST_DARK_SECONDS = 5;
const shown = (seconds: number): number => Math.round(seconds * 100) / 100;

/** A clip with its path, in the order of time. */
interface Placed {
  readonly clip: Clip;
  readonly path: string;
}
const placed = ({ clips }: Track, index: number): readonly Placed[] =>
  clips.map((clip, n) => ({ clip, path: `tracks[${index}].clips[${n}]` })).sort((a, b) => a.clip.startTime - b.clip.startTime);
const endOf = ({ startTime, duration }: Clip): number => startTime + duration;

export function judge({ config, tracks }: TimelineDraft, faults: Faults): void {
  const frame = 1 / config.fps;
  for (const [index, track] of tracks.entries()) {
    let end = 0;
    for (const { clip, path } of placed(track, index)) {
      if (clip.startTime < end - frame)
        faults.note(`${path}.start_time`, m.overlap, 'overlap', { start: shown(clip.startTime), end: shown(end) });
      if (track.type === 'video' && clip.transitionSeconds > clip.duration + frame)
        faults.note(`${path}.transition_seconds`, m.longTransition, 'maximum', { seconds: shown(clip.duration) });
      end = Math.max(end, endOf(clip));
    }
  }
  judgePicture(tracks, faults);
  if (secondsOfDraft({ tracks }) > MOST_FILM_SECONDS) faults.note('tracks', m.tooLong, 'maximum');
}

function judgePicture(tracks: readonly Track[], faults: Faults): void {
  const [first, second] = tracks.flatMap(({ type }, index) => (type === 'video' ? [index] : []));
  if (second !== undefined) faults.note(`tracks[${second}].type`, m.oneVideo, 'unique');
  const track = first === undefined ? undefined : tracks[first];
  const [opening] = track && first !== undefined ? placed(track, first) : [];
  if (!opening) faults.note('tracks', m.noShot, 'required');
  else if (opening.clip.startTime > MOST_DARK_SECONDS)
    faults.note(`${opening.path}.start_time`, m.lateStart, 'maximum', {
      seconds: shown(opening.clip.startTime),
      most: MOST_DARK_SECONDS,
    });
}

export function warningsOf(draft: TimelineDraft, shelf: Shelf): readonly Warning[] {
  return draft.tracks.flatMap((track, index) => [
    ...(track.type === 'video' ? gapsOf(draft, track, index) : []),
    ...placed(track, index).flatMap(({ clip, path }) => shortOf(clip, path, shelf, 1 / draft.config.fps)),
  ]);
}

function gapsOf(draft: TimelineDraft, track: Track, index: number): readonly Warning[] {
  const frame = 1 / draft.config.fps;
  const gap = (path: string, start: number, end: number): readonly Warning[] =>
    end - start > frame ? [{ code: 'gap', path, message: m.gap, params: { start: shown(start), end: shown(end) } }] : [];
  const clips = placed(track, index);
  const last = clips.at(-1);
  const inside = clips.flatMap(({ clip, path }, n) =>
    gap(`${path}.start_time`, n > 0 ? endOf(clips[n - 1]?.clip ?? clip) : 0, clip.startTime),
  );
  return last ? [...inside, ...gap(`${last.path}.duration`, endOf(last.clip), secondsOfDraft(draft))] : inside;
}

/** A clip that asks for more than its file has. */
function shortOf(clip: Clip, path: string, shelf: Shelf, frame: number): readonly Warning[] {
  const asset = shelf.get(clip.assetId);
  // An embedded clip is a picture in motion: it lasts as long as one likes.
  if (!asset || asset.seconds === null || asset.motion) return [];
  const left = asset.seconds - clip.trimStart;
  if (clip.duration <= left + frame) return [];
  const isPicture = asset.type === 'video';
  const params = { seconds: shown(left) };
  return [{ code: isPicture ? 'held' : 'quiet', path: `${path}.duration`, message: isPicture ? m.held : m.quiet, params }];
}
