/**
 * What can be done with clips. Pictures lie end to end: what one of them gives or takes, all that comes later follows (ripple), with the
 * voices and words that begin on it. Sound lies where it was put, without covering its neighbours.
 */
import {
  type Asset,
  bounded,
  type Clip,
  endOf,
  type Film,
  mostSeconds,
  newClipId,
  type Place,
  placeOf,
  SHORTEST,
  secondsOf,
  type Track,
  type TrackType,
  tidy,
  toFrame,
  withClip,
  withTrack,
} from './model.ts';
import { freeStart } from './snap.ts';
import { insideView } from './views.ts';

export interface Bounds {
  readonly fps: number;
  readonly asset: Asset | undefined;
}

/** Everything that begins at or after a moment goes later, or earlier; music stays. */
export function shiftAfter(film: Film, from: number, by: number): Film {
  const moved = (start: number): number => (start >= from - 1e-6 ? Math.max(0, tidy(start + by)) : start);
  const tracks = film.tracks.map(
    (track): Track =>
      track.type === 'music' ? track : { ...track, clips: track.clips.map((clip) => ({ ...clip, start: moved(clip.start) })) },
  );
  const words = film.words.map((each) => ({ ...each, from: moved(each.from), until: tidy(each.until + moved(each.from) - each.from) }));
  return { ...film, tracks, words };
}

/** A new length for a picture; the rest follows. Sound only becomes longer or shorter at its end. */
export function trimEnd(film: Film, id: string, end: number, { fps, asset }: Bounds): Film {
  const place = placeOf(film, id);
  if (!place) return film;
  const { clip, type } = place;
  const room = type === 'video' ? Number.POSITIVE_INFINITY : gapAfter(film, place) - clip.start;
  const most = Math.min(mostSeconds(clip, asset), room);
  if (type !== 'video') return withClip(film, place, { ...clip, seconds: tidy(bounded(end - clip.start, SHORTEST, most)) });
  const seconds = wholeFrames(bounded(end - clip.start, SHORTEST, most), most, fps);
  const changed = withClip(film, place, { ...clip, seconds, transitionSeconds: Math.min(clip.transitionSeconds, seconds) });
  return shiftFrom(changed, endOf(clip), tidy(seconds - clip.seconds), clip.id);
}

/** What is before the new beginning is cut off. A picture begins where it began, and the rest comes nearer. */
export function trimStart(film: Film, id: string, start: number, { fps, asset }: Bounds): Film {
  const place = placeOf(film, id);
  if (!place) return film;
  const { clip, type } = place;
  const hasTime = mostSeconds({ trim: 0 }, asset) !== Number.POSITIVE_INFINITY;
  const least = Math.max(
    hasTime ? clip.start - clip.trim : Number.NEGATIVE_INFINITY,
    type === 'video' ? Number.NEGATIVE_INFINITY : gapBefore(film, place),
  );
  const wanted = bounded(start, least, endOf(clip) - SHORTEST);
  const by = type === 'video' ? toFrame(wanted - clip.start, fps) : tidy(wanted - clip.start);
  const trim = hasTime ? Math.max(0, tidy(clip.trim + by)) : 0;
  const seconds = tidy(clip.seconds - by);
  if (type !== 'video') return withClip(film, place, { ...clip, start: tidy(clip.start + by), trim, seconds });
  const changed = withClip(film, place, { ...clip, trim, seconds, transitionSeconds: Math.min(clip.transitionSeconds, seconds) });
  return shiftFrom(changed, endOf(clip), -by, clip.id);
}

/** Sound to another moment: where there is room for it, nearest to what was wanted. */
export function moveSound(film: Film, id: string, start: number): Film {
  const place = placeOf(film, id);
  if (!place || place.type === 'video') return film;
  const others = (film.tracks[place.track]?.clips ?? []).filter((clip) => clip.id !== id);
  return withClip(film, place, { ...place.clip, start: freeStart(others, place.clip.seconds, Math.max(0, start)) });
}

/** A picture to another place among the others; its voices and words go with it. */
export function reorder(film: Film, id: string, to: number): Film {
  const place = placeOf(film, id);
  if (place?.type !== 'video') return film;
  const { clip, track, index } = place;
  const count = film.tracks[track]?.clips.length ?? 0;
  const target = bounded(to, 0, count - 1);
  if (target === index) return film;
  const { rest, load } = liftOut(film, place);
  const others = rest.tracks[track]?.clips ?? [];
  const before = others[target - 1];
  const at = before ? endOf(before) : (others[0]?.start ?? 0);
  const opened = shiftAfter(rest, at, clip.seconds);
  const by = tidy(at - clip.start);
  const later = (each: Clip): Clip => ({ ...each, start: tidy(each.start + by) });
  return {
    tracks: opened.tracks.map((each, number) => ({
      ...each,
      clips: [...each.clips, ...(load.clips[number] ?? []).map(later)].sort((one, other) => one.start - other.start),
    })),
    words: [...opened.words, ...load.words.map((each) => ({ ...each, from: tidy(each.from + by), until: tidy(each.until + by) }))].sort(
      (one, other) => one.from - other.from,
    ),
  };
}

/** Two clips where one was; together they show and say what it did. */
export function split(film: Film, id: string, time: number, { fps, asset }: Bounds): Film {
  const place = placeOf(film, id);
  if (!place) return film;
  const { clip, type, track } = place;
  const first = type === 'video' ? toFrame(time - clip.start, fps) : tidy(time - clip.start);
  if (first < SHORTEST || clip.seconds - first < SHORTEST) return film;
  const hasTime = mostSeconds({ trim: 0 }, asset) !== Number.POSITIVE_INFINITY;
  const [near, far] = clip.motion ? halves(clip.motion, first / clip.seconds) : [null, null];
  const one: Clip = {
    ...clip,
    ...{ seconds: first, fadeOut: 0, fadeIn: Math.min(clip.fadeIn, first), motion: near, transitionOut: null },
    transitionSeconds: Math.min(clip.transitionSeconds, first),
  };
  const seconds = tidy(clip.seconds - first);
  const two: Clip = {
    ...clip,
    ...{ id: newClipId(), start: tidy(clip.start + first), seconds, trim: hasTime ? tidy(clip.trim + first) : 0 },
    ...{ fadeIn: 0, fadeOut: Math.min(clip.fadeOut, seconds), motion: far },
    ...(type === 'video' ? { transitionIn: 'cut', transitionSeconds: 0 } : {}),
  };
  return withTrack(film, track, film.tracks[track]?.clips.flatMap((each) => (each.id === id ? [one, two] : [each])) ?? []);
}

/** Away with it; a picture takes its time, its voices and its words along. */
export function remove(film: Film, id: string): Film {
  const place = placeOf(film, id);
  if (!place) return film;
  if (place.type === 'video') return liftOut(film, place).rest;
  return withTrack(film, place.track, film.tracks[place.track]?.clips.filter((clip) => clip.id !== id) ?? []);
}

/** Whether the film would have no picture left. */
export const isLastPicture = (film: Film, id: string): boolean => {
  const place = placeOf(film, id);
  return place?.type === 'video' && film.tracks.filter(({ type }) => type === 'video').flatMap(({ clips }) => clips).length === 1;
};

export function change(film: Film, id: string, values: Partial<Clip>): Film {
  const place = placeOf(film, id);
  return place ? withClip(film, place, { ...place.clip, ...values }) : film;
}

const TRACK_OF = { image: 'video', video: 'video', voice: 'audio', music: 'music' } as const satisfies Record<Asset['type'], TrackType>;
const PICTURE_SECONDS = 4;

/** A clip of it: pictures after the one under the head, sound at the head where there is room. */
export function add(film: Film, asset: Asset, head: number, fps: number): { readonly film: Film; readonly id: string } {
  const type = TRACK_OF[asset.type];
  const known = film.tracks.findIndex((track) => track.type === type);
  const ground = known === -1 ? { ...film, tracks: [...film.tracks, { type, clips: [] }] } : film;
  const track = known === -1 ? ground.tracks.length - 1 : known;
  const clips = ground.tracks[track]?.clips ?? [];
  const id = newClipId();
  const whole = asset.type === 'image' ? PICTURE_SECONDS : (asset.seconds ?? PICTURE_SECONDS);
  if (type !== 'video') {
    // Music is not longer than the film.
    const left = type === 'music' ? Math.max(SHORTEST, secondsOf(film) - head) : whole;
    const seconds = tidy(Math.min(whole, left));
    const clip = { ...plainClip(id, asset.id), start: freeStart(clips, seconds, head), seconds };
    const sound =
      type === 'music' ? { volume: 0.45, fadeIn: Math.min(0.5, seconds / 2), fadeOut: Math.min(1.5, seconds / 2), duck: true } : {};
    return { id, film: withTrack(ground, track, [...clips, { ...clip, ...sound }]) };
  }
  const seconds = wholeFrames(whole, whole, fps);
  const under = clips.find((clip) => clip.start <= head && head < endOf(clip)) ?? clips.at(-1);
  const at = under ? endOf(under) : 0;
  const opened = shiftAfter(ground, at, seconds);
  const clip: Clip = { ...plainClip(id, asset.id), start: at, seconds, transitionIn: 'cut' };
  return { id, film: withTrack(opened, track, [...(opened.tracks[track]?.clips ?? []), clip]) };
}

const plainClip = (id: string, assetId: string): Clip => ({
  ...{ id, assetId, start: 0, seconds: 0, trim: 0, transitionIn: null, transitionOut: null, transitionSeconds: 0, motion: null },
  ...{ fit: 'cover', volume: 1, fadeIn: 0, fadeOut: 0, duck: false, sceneId: null },
});

/** As `shiftAfter`, but for the clip that was just changed itself. */
function shiftFrom(film: Film, from: number, by: number, except: string): Film {
  const kept = placeOf(film, except);
  const shifted = shiftAfter(film, from, by);
  const place = placeOf(shifted, except);
  return kept && place ? withClip(shifted, place, kept.clip) : shifted;
}

interface Load {
  /** By track. */
  readonly clips: readonly (readonly Clip[])[];
  readonly words: Film['words'];
}

/** A picture with what begins on it, out of the film, which closes behind it. */
function liftOut(film: Film, { clip, track, type }: Place): { readonly rest: Film; readonly load: Load } {
  const [from, until] = [clip.start, endOf(clip)];
  const isOn = (start: number): boolean => start >= from - 1e-6 && start < until - 1e-6;
  const goes = (each: Clip, number: number): boolean =>
    number === track ? each.id === clip.id : film.tracks[number]?.type === 'audio' && type === 'video' && isOn(each.start);
  const rest: Film = {
    tracks: film.tracks.map((each, number) => ({ ...each, clips: each.clips.filter((one) => !goes(one, number)) })),
    words: film.words.filter((each) => !isOn(each.from)),
  };
  return {
    rest: shiftAfter(rest, until, tidy(-clip.seconds)),
    load: {
      clips: film.tracks.map((each, number) => each.clips.filter((one) => goes(one, number))),
      words: film.words.filter((each) => isOn(each.from)),
    },
  };
}

const neighbours = (film: Film, { track, clip }: Place): readonly Clip[] =>
  (film.tracks[track]?.clips ?? []).filter(({ id }) => id !== clip.id);
const gapAfter = (film: Film, place: Place): number =>
  Math.min(Number.POSITIVE_INFINITY, ...neighbours(film, place).flatMap(({ start }) => (start >= endOf(place.clip) - 1e-6 ? [start] : [])));
const gapBefore = (film: Film, place: Place): number =>
  Math.max(0, ...neighbours(film, place).flatMap((each) => (endOf(each) <= place.clip.start + 1e-6 ? [endOf(each)] : [])));

/** Whole frames, and no more than there is. */
function wholeFrames(seconds: number, most: number, fps: number): number {
  const near = toFrame(seconds, fps);
  return near > most + 1e-6 ? tidy(Math.floor(most * fps + 1e-6) / fps) : near;
}

/** The camera goes on where it was: the same way, in two parts. */
function halves({ from, to, ease }: NonNullable<Clip['motion']>, share: number): readonly [Clip['motion'], Clip['motion']] {
  const middle = insideView({ from, to, ease }, share);
  return [
    { from, to: middle, ease: 'linear' },
    { from: middle, to, ease: 'linear' },
  ];
}
