/** Sentences that were spoken one by one, as one sound without clicks, and the time of each written word in it. */
import { type Piece, type Sentence, scriptOf } from '../reading/sentences.ts';
import { energyOf, type Span } from '../timing/energy.ts';
import { estimateTimes } from '../timing/estimate.ts';
import type { SpokenWord } from '../voice.ts';
import type { Larynx, Utterance } from './larynx.ts';
import type { Wave } from './wav.ts';

const LEAD = 0.12;
const TAIL = 0.3;
/** Kept around what is heard, so that no breath of a consonant is cut. */
const MARGIN = 0.025;
const FADE = 0.006;
/** A word that is heard for less is not seen. */
const SHORTEST_WORD = 0.02;

export interface Recital extends Wave {
  readonly words: readonly SpokenWord[];
}

export async function recite(sentences: readonly Sentence[], language: string, larynx: Larynx): Promise<Recital> {
  const { rate } = larynx;
  const silence = (seconds: number): Int16Array => new Int16Array(Math.round(seconds * rate));
  const sounds: Int16Array[] = [silence(LEAD)];
  const words: SpokenWord[] = [];
  let length = sounds[0]?.length ?? 0;
  const add = (sound: Int16Array): void => {
    sounds.push(sound);
    length += sound.length;
  };
  for (const [index, sentence] of sentences.entries()) {
    const { sound, times } = await utter(sentence.pieces, language, larynx);
    const offset = length / rate;
    times.forEach(({ from, until }, at) => {
      words.push({ text: sentence.pieces[at]?.text ?? '', from: from + offset, until: until + offset });
    });
    add(sound);
    add(silence(index < sentences.length - 1 ? sentence.pause : TAIL));
  }
  return { samples: concat(sounds, length), rate, words: inOrder(words, length / rate) };
}

async function utter(
  pieces: readonly Piece[],
  language: string,
  larynx: Larynx,
): Promise<{ readonly sound: Int16Array; readonly times: readonly Span[] }> {
  const script = scriptOf(pieces);
  const utterance = await larynx.speak(script.text);
  const energy = energyOf(utterance.samples, larynx.rate);
  const told = timesTold(utterance, script.starts, energy.speech);
  const times = told ? endBeforeGaps(told, energy.gaps) : estimateTimes(pieces, language, energy);
  const from = Math.max(0, energy.speech.from - MARGIN);
  const until = Math.min(utterance.samples.length / larynx.rate, energy.speech.until + MARGIN);
  const sound = utterance.samples.slice(Math.round(from * larynx.rate), Math.round(until * larynx.rate));
  fade(sound, larynx.rate);
  return { sound, times: times.map((time) => ({ from: time.from - from, until: time.until - from })) };
}

/** One written word may be spoken as many: it begins with the first that the engine told within it. */
function timesTold({ events }: Utterance, starts: readonly number[], speech: Span): readonly Span[] | null {
  if (!events) return null;
  const begins = starts.map((start, index) => {
    const end = starts[index + 1] ?? Number.POSITIVE_INFINITY;
    return events.find(({ at }) => at >= start && at < end)?.seconds ?? null;
  });
  if (begins.filter((begin) => begin !== null).length < starts.length / 2) return null;
  const known = begins.map((begin, index) => begin ?? between(begins, index, speech));
  return known.map((from, index) => ({ from, until: known[index + 1] ?? speech.until }));
}

/** A word that the engine drew together with its neighbour: halfway. */
function between(begins: readonly (number | null)[], index: number, speech: Span): number {
  const before = begins.slice(0, index).findLast((begin) => begin !== null) ?? speech.from;
  const after = begins.slice(index + 1).find((begin) => begin !== null) ?? speech.until;
  return (before + after) / 2;
}

/** The silence behind a word is not the word. */
const endBeforeGaps = (times: readonly Span[], gaps: readonly Span[]): readonly Span[] =>
  times.map(({ from, until }) => {
    const gap = gaps.find((each) => each.from > from && each.from < until && each.until >= until - 0.03);
    return { from, until: gap?.from ?? until };
  });

/** Never backwards, never over the end, never two at once. */
function inOrder(words: readonly SpokenWord[], seconds: number): readonly SpokenWord[] {
  let floor = 0;
  return words.map(({ text, from, until }, index) => {
    const begin = Math.min(Math.max(from, floor), seconds);
    const next = Math.max(words[index + 1]?.from ?? seconds, begin);
    const end = Math.min(Math.max(until, begin + SHORTEST_WORD), Math.max(next, begin + SHORTEST_WORD), seconds);
    floor = end;
    return { text, from: rounded(begin), until: rounded(end) };
  });
}

const rounded = (seconds: number): number => Math.round(seconds * 1000) / 1000;

function fade(sound: Int16Array, rate: number): void {
  const length = Math.min(Math.round(FADE * rate), sound.length >> 1);
  for (let index = 0; index < length; index++) {
    const share = index / length;
    const end = sound.length - 1 - index;
    sound[index] = (sound[index] ?? 0) * share;
    sound[end] = (sound[end] ?? 0) * share;
  }
}

function concat(sounds: readonly Int16Array[], length: number): Int16Array {
  const whole = new Int16Array(length);
  let at = 0;
  for (const sound of sounds) {
    whole.set(sound, at);
    at += sound.length;
  }
  return whole;
}
