/** What is seen, read and heard at a moment of the film, as the render engine decides it. */
import { type Asset, type Clip, clipAt, endOf, type Film, type Track, type TransitionName, type Words } from './model.ts';

export interface Shown {
  readonly clip: Clip;
  /** Seconds since the clip began; also beyond its end, below the one that comes. */
  readonly since: number;
  /** Of its motion, from 0 to 1. */
  readonly share: number;
}
export interface Seen {
  /** Null is the background. */
  readonly upper: Shown | null;
  readonly under: Shown | null;
  readonly passage: { readonly kind: TransitionName; readonly share: number } | null;
}

export function seenAt(track: Track | undefined, time: number): Seen {
  const clip = clipAt(track, time);
  if (!track || !clip) return { upper: null, under: null, passage: null };
  const index = track.clips.indexOf(clip);
  const since = time - clip.start;
  const upper = shown(track, index, since);
  const length = passageOf(clip);
  if (since >= length) return { upper, under: null, passage: null };
  const before = track.clips[index - 1];
  const isBeside = before !== undefined && Math.abs(endOf(before) - clip.start) < 1e-3;
  return {
    upper,
    under: isBeside ? shown(track, index - 1, time - before.start) : null,
    passage: { kind: clip.transitionIn ?? 'cut', share: length > 0 ? since / length : 1 },
  };
}

/** Seconds of the passage into a clip. */
export const passageOf = ({ transitionIn, transitionSeconds, seconds }: Clip): number =>
  transitionIn === null || transitionIn === 'cut' ? 0 : Math.min(transitionSeconds, seconds);

/** A motion goes on until the next picture covers it. */
function shown({ clips }: Track, index: number, since: number): Shown | null {
  const clip = clips[index];
  if (!clip) return null;
  const next = clips[index + 1];
  const length = clip.seconds + (next ? passageOf(next) : 0);
  return { clip, since, share: Math.min(1, since / length) };
}

/** The words on the picture: those of the voice that speaks, else those that stand where nobody speaks. */
export function wordsAt(film: Film, assets: ReadonlyMap<string, Asset>, time: number): string {
  for (const { type, clips } of film.tracks) {
    if (type !== 'audio') continue;
    for (const clip of clips) {
      if (time < clip.start || time >= endOf(clip)) continue;
      const page = pageAt(assets.get(clip.assetId)?.pages ?? [], time - clip.start + clip.trim);
      if (page) return page;
    }
  }
  return film.words.find(({ from, until }) => from <= time && time < until)?.text ?? '';
}

function pageAt(pages: readonly (readonly Words[])[], at: number): string | null {
  const page = pages.find((words) => (words[0]?.from ?? 0) <= at && at < (words.at(-1)?.until ?? 0));
  return page ? page.map(({ text }) => text).join(' ') : null;
}

/** How loud a clip is over its time, for one that schedules it: moments in seconds of the film. */
export interface Loudness {
  readonly at: number;
  readonly level: number;
}

const DUCKED = 0.3;
const ATTACK = 0.08;
const RELEASE = 0.4;

/** Volume and fades as a line; voices press ducked music down. */
export function loudnessOf(film: Film, clip: Clip): readonly Loudness[] {
  const [from, until] = [clip.start, endOf(clip)];
  const points = new Set([from, from + clip.fadeIn, until - clip.fadeOut, until]);
  const talks = clip.duck ? spoken(film) : [];
  for (const talk of talks) for (const at of [talk.from - ATTACK, talk.from, talk.until, talk.until + RELEASE]) points.add(at);
  return [...points]
    .filter((at) => at >= from && at <= until)
    .sort((one, other) => one - other)
    .map((at) => ({ at, level: clip.volume * fadeAt(clip, at) * duckAt(talks, at) }));
}

function fadeAt(clip: Clip, at: number): number {
  const rise = clip.fadeIn > 0 ? Math.min(1, (at - clip.start) / clip.fadeIn) : 1;
  const fall = clip.fadeOut > 0 ? Math.min(1, (endOf(clip) - at) / clip.fadeOut) : 1;
  return Math.max(0, Math.min(rise, fall));
}

interface Talk {
  readonly from: number;
  readonly until: number;
}
/** When somebody speaks; pauses shorter than the music needs to come back are none. */
function spoken({ tracks }: Film): readonly Talk[] {
  const all = tracks
    .filter(({ type }) => type === 'audio')
    .flatMap(({ clips }) => clips.map((clip): Talk => ({ from: clip.start, until: endOf(clip) })))
    .sort((one, other) => one.from - other.from);
  const talks: Talk[] = [];
  for (const talk of all) {
    const before = talks.at(-1);
    if (!before || talk.from > before.until + RELEASE + ATTACK) talks.push(talk);
    else talks[talks.length - 1] = { from: before.from, until: Math.max(before.until, talk.until) };
  }
  return talks;
}

function duckAt(talks: readonly Talk[], at: number): number {
  const levels = talks.map(({ from, until }) => {
    if (at >= from && at <= until) return DUCKED;
    const away = at < from ? (from - at) / ATTACK : (at - until) / RELEASE;
    return DUCKED + (1 - DUCKED) * Math.min(1, away);
  });
  return Math.min(1, ...levels);
}
