/** Where somebody speaks, and where nobody does, by the energy of the sound in steps of five milliseconds. */

const STEP = 0.005;
/** Below the loudest step by this much it is silence: 36 dB. */
const SILENCE = 10 ** (-36 / 20);
/** Shorter ones are closures of consonants. */
const SHORTEST_GAP = 0.035;

export interface Span {
  /** Seconds. */
  readonly from: number;
  readonly until: number;
}

export interface Energy {
  /** From the first sound to the last. */
  readonly speech: Span;
  /** Silences within, in order. */
  readonly gaps: readonly Span[];
  /** Root mean square of every step, of 1. */
  readonly levels: Float32Array;
}

export function energyOf(samples: Int16Array, rate: number): Energy {
  const levels = levelsOf(samples, rate);
  const threshold = levels.reduce((most, level) => Math.max(most, level), 0) * SILENCE;
  const isLoud = (step: number): boolean => (levels[step] ?? 0) > threshold;
  let first = 0;
  let last = levels.length - 1;
  while (first < last && !isLoud(first)) first++;
  while (last > first && !isLoud(last)) last--;
  const gaps: Span[] = [];
  for (let step = first; step <= last; step++) {
    if (isLoud(step)) continue;
    const from = step;
    while (step <= last && !isLoud(step)) step++;
    if ((step - from) * STEP >= SHORTEST_GAP) gaps.push({ from: from * STEP, until: step * STEP });
  }
  const length = samples.length / rate;
  return { speech: { from: first * STEP, until: Math.min((last + 1) * STEP, length) }, gaps, levels };
}

function levelsOf(samples: Int16Array, rate: number): Float32Array {
  const levels = new Float32Array(Math.ceil(samples.length / (rate * STEP)));
  for (let step = 0; step < levels.length; step++) {
    const [from, until] = [Math.round(step * STEP * rate), Math.min(Math.round((step + 1) * STEP * rate), samples.length)];
    let sum = 0;
    for (let index = from; index < until; index++) sum += (samples[index] ?? 0) ** 2;
    levels[step] = Math.sqrt(sum / Math.max(1, until - from)) / 32_768;
  }
  return levels;
}
