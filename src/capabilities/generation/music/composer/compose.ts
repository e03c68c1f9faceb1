/** From a style, a tempo, a length and a seed to a whole score. The same wish is the same score, note by note. */
import { pick, randomOf } from '../../random.ts';
import { playDrums } from './drums.ts';
import { BEATS_PER_BAR, sectionAt, sectionsOf, timeFor } from './form.ts';
import { progress, scaleOf } from './harmony.ts';
import { playAll, type Stage } from './orchestration.ts';
import type { Score } from './score.ts';
import type { Colour, Style } from './style.ts';
import { STYLES, type StyleName } from './styles/styles.ts';

export interface ComposeOrder {
  readonly style: StyleName;
  readonly bpm: number;
  /** Kept to the beat; otherwise it may give way by less than three in a hundred. */
  readonly isExact: boolean;
  readonly mood: 'bright' | 'dark' | null;
  readonly seconds: number;
  readonly seed: number;
  readonly isLoop: boolean;
}

export function compose(order: ComposeOrder): Score {
  const { seconds, seed, isLoop } = order;
  const style = STYLES[order.style];
  const random = randomOf(seed, `${order.style} key`);
  const tonic = pick(random, style.tonics);
  const colour = colourFor(style, order.mood, random);
  const { bpm, bars } = timeFor(order);
  const sections = sectionsOf(style.arc, bars, isLoop);
  const isAside = (bar: number): boolean => ['break', 'build'].includes(sectionAt(sections, bar)?.kind ?? '');
  const chords = progress({ colour, tonic, shape: style.shape, pace: style.pace, bars, isLoop }, random, isAside);
  const ring = (seconds * bpm) / 60 - bars * BEATS_PER_BAR;
  const stage: Stage = { style, colour, tonic, bars, chords, sections, isLoop, ring, seed };
  const drums = playDrums(stage);
  return {
    ...{ style: style.name, bpm, beatsPerBar: BEATS_PER_BAR, bars, seconds, isLoop, tonic },
    ...{ scale: scaleOf(colour.mode, tonic), sections, chords },
    parts: drums ? [...playAll(stage), drums] : playAll(stage),
  };
}

function colourFor({ colours }: Style, mood: Colour['mood'] | null, random: () => number): Colour {
  const fitting = colours.filter((colour) => mood === null || colour.mood === mood);
  const among = fitting.length > 0 ? fitting : colours;
  return among[Math.floor(random() * among.length)] ?? colours[0];
}
