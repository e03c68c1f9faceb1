/** How long everything lasts: a tempo that fits whole bars into the time asked, and the bars of every section. */
import type { Section } from './score.ts';
import type { ArcStep } from './style.ts';

export const BEATS_PER_BAR = 4;
/** Nobody hears it. */
const MOST_NUDGE = 0.029;

export interface Time {
  readonly bpm: number;
  readonly bars: number;
}

interface TimeWish {
  readonly seconds: number;
  readonly bpm: number;
  /** The tempo was given as a number. */
  readonly isExact: boolean;
  readonly isLoop: boolean;
}

const secondsPerBar = (bpm: number): number => (BEATS_PER_BAR * 60) / bpm;

/**
 * The last chord is struck after these bars and rings for what is left: about a bar, never less than it needs to die away.
 * A loop has no last chord: its bars are the whole time, whatever tempo that takes.
 */
export function timeFor({ seconds, bpm, isExact, isLoop }: TimeWish): Time {
  const bar = secondsPerBar(bpm);
  if (isLoop) {
    const bars = Math.max(1, Math.round(seconds / bar));
    return { bpm: (bars * BEATS_PER_BAR * 60) / seconds, bars };
  }
  if (isExact) return { bpm, bars: Math.max(1, Math.floor((seconds - Math.min(1.8, seconds * 0.4)) / bar)) };
  const ring = Math.min(Math.max(bar, 2), 4, seconds * 0.4);
  const bars = Math.max(1, Math.round((seconds - ring) / bar));
  const fitting = (bars * BEATS_PER_BAR * 60) / (seconds - ring);
  return { bpm: Math.min(bpm * (1 + MOST_NUDGE), Math.max(bpm * (1 - MOST_NUDGE), fitting)), bars };
}

const LONG_BARS = 44;

/** Sections of whole phrases where there is room; what does not come out even goes to the longest. */
export function sectionsOf(arc: readonly ArcStep[], bars: number, isLoop: boolean): Section[] {
  const steps = shortened(arc, bars, isLoop);
  const unit = bars >= 32 ? 4 : bars >= 12 ? 2 : 1;
  const total = steps.reduce((sum, { share }) => sum + share, 0);
  const lengths = steps.map(({ share }) => Math.max(unit, Math.round((share / total) * (bars / unit)) * unit));
  const over = lengths.reduce((sum, length) => sum + length, 0) - bars;
  settle(lengths, over);
  let bar = 0;
  return steps.flatMap(({ kind, energy }, index) => {
    const length = lengths[index] ?? 0;
    if (length <= 0) return [];
    bar += length;
    return [{ kind, energy, bar: bar - length, bars: length }];
  });
}

/** Takes away or adds bars where they are felt least. */
function settle(lengths: number[], over: number): void {
  for (let left = Math.abs(over); left > 0; left -= 1) {
    const at = lengths.indexOf(Math.max(...lengths));
    lengths[at] = (lengths[at] ?? 0) - Math.sign(over);
  }
}

function shortened(arc: readonly ArcStep[], bars: number, isLoop: boolean): readonly ArcStep[] {
  const body = isLoop ? arc.filter(({ kind }) => kind === 'verse' || kind === 'peak') : arc;
  if (isLoop) return body.slice(0, Math.max(1, Math.min(body.length, Math.floor(bars / 4))));
  const kept = bars < 4 ? body.filter(({ kind }) => kind === 'verse').slice(0, 1) : body;
  if (bars >= LONG_BARS || bars < 4) return kept;
  // Once up and down again: the second half of a long arc needs time.
  const firstPeak = kept.findIndex(({ kind }) => kind === 'peak');
  const once = kept.filter(({ kind }, index) => index <= firstPeak || kind === 'outro');
  return bars < 8 ? once.filter(({ kind }) => kind !== 'build') : once;
}

export const sectionAt = (sections: readonly Section[], bar: number): Section | undefined =>
  sections.find((section) => bar >= section.bar && bar < section.bar + section.bars);

/** 0 to 1. */
export function energyAt(sections: readonly Section[], bar: number): number {
  const section = sectionAt(sections, bar);
  if (!section) return sections.at(-1)?.energy[1] ?? 0.5;
  const [from, to] = section.energy;
  return from + (to - from) * (section.bars > 1 ? (bar - section.bar) / (section.bars - 1) : 1);
}
