/** The form without a script: what was typed, and the tracks that come of it. Fields are named as the API names their faults. */
import { draftOnWire, type Timeline } from '../timelines/timelines.ts';

/** By name of the field. */
export type Typed = Readonly<Record<string, string>>;

export const nameOf = (track: number, clip: number, field: string): string => `tracks[${track}].clips[${clip}].${field}`;

/** Two places behind the point: what is not touched stays exactly what it was. */
export const shown = (seconds: number): string => String(Math.round(seconds * 100) / 100);
export const shownVolume = (volume: number): string => String(Math.round(volume * 100));

const FIELDS = { video: ['duration', 'transition_in', 'transition_seconds'], sound: ['start_time', 'duration', 'volume'] } as const;
export const fieldsOf = (type: Timeline['tracks'][number]['type']): readonly string[] => (type === 'video' ? FIELDS.video : FIELDS.sound);

export function typedIn({ tracks }: Timeline, read: (name: string) => string): Typed {
  const names = tracks.flatMap(({ type, clips }, track) =>
    clips.flatMap((_, clip) => fieldsOf(type).map((field) => nameOf(track, clip, field))),
  );
  return Object.fromEntries(names.map((name) => [name, read(name)]));
}

/** What the page shows before anybody types. */
export function valuesOf({ tracks }: Timeline): Typed {
  return Object.fromEntries(
    tracks.flatMap(({ type, clips }, track) =>
      clips.flatMap((clip, index): readonly (readonly [string, string])[] =>
        type === 'video'
          ? [
              [nameOf(track, index, 'duration'), shown(clip.duration)],
              [nameOf(track, index, 'transition_in'), clip.transitionIn ?? 'cut'],
              [nameOf(track, index, 'transition_seconds'), shown(clip.transitionSeconds)],
            ]
          : [
              [nameOf(track, index, 'start_time'), shown(clip.startTime)],
              [nameOf(track, index, 'duration'), shown(clip.duration)],
              [nameOf(track, index, 'volume'), shownVolume(clip.volume)],
            ],
      ),
    ),
  );
}

/** The body of a change. A new length of a picture moves what begins later; sound that was put elsewhere by hand lies where it was put. */
export function changeOf(timeline: Timeline, typed: Typed, version: number): Readonly<Record<string, unknown>> {
  const before = valuesOf(timeline);
  const { config, tracks } = draftOnWire(timeline);
  const isTouched = (name: string): boolean => typed[name] !== undefined && typed[name] !== before[name];
  const taken = (name: string, old: number, factor = 1): unknown => (isTouched(name) ? numberIn(typed[name] ?? '', factor) : old);
  const shift = shiftOf(timeline, (track, clip, old) => taken(nameOf(track, clip, 'duration'), old));
  return {
    version: Number.isInteger(version) ? version : timeline.version,
    config: {
      ...config,
      words: config.words.map((word) => ({ ...word, from: shift(word.from), until: shift(word.from) + word.until - word.from })),
    },
    tracks: tracks.map(({ type, clips }, track) => ({
      type,
      clips: clips.map((clip, index) => {
        const at = (field: string): string => nameOf(track, index, field);
        const start = type === 'music' ? clip.start_time : shift(clip.start_time);
        return {
          ...clip,
          duration: taken(at('duration'), clip.duration),
          start_time: type !== 'video' && isTouched(at('start_time')) ? taken(at('start_time'), start) : start,
          ...(type === 'video' && isTouched(at('transition_in')) ? { transition_in: typed[at('transition_in')] } : {}),
          transition_seconds: taken(at('transition_seconds'), clip.transition_seconds),
          volume: taken(at('volume'), clip.volume, 100),
        };
      }),
    })),
  };
}

/** What is no number stays what it is, for the rules to name. */
function numberIn(text: string, factor: number): number | string {
  const number = Number(text.replace(',', '.'));
  return text !== '' && Number.isFinite(number) ? number / factor : text;
}

/** Where a moment goes when pictures before it become longer or shorter. */
function shiftOf({ tracks }: Timeline, durationOf: (track: number, clip: number, old: number) => unknown): (moment: number) => number {
  const changes = tracks.flatMap(({ type, clips }, track) =>
    type !== 'video'
      ? []
      : clips.map(({ startTime, duration }, clip) => {
          const next = durationOf(track, clip, duration);
          return { end: startTime + duration, by: typeof next === 'number' ? next - duration : 0 };
        }),
  );
  return (moment) => {
    const by = changes.reduce((sum, { end, by: each }) => (moment >= end - 1e-3 ? sum + each : sum), 0);
    return Math.max(0, Math.round((moment + by) * 1e4) / 1e4);
  };
}
