/** How far a run is, in figures: items done of those to do, weighed by what they take. Nothing here asks anybody. */
import { ITEM_STEPS, STEP_NAMES, type StepName } from './steps.ts';
import type { RunItem, RunPlan, RunStep } from './store.ts';

export interface Counted {
  readonly steps: readonly RunStep[];
  readonly items: readonly RunItem[];
  readonly isDone: (assetId: string) => boolean;
  readonly plan: RunPlan;
  /** Of the film, 0 to 1. */
  readonly encoded: number;
}

export interface Count {
  readonly done: number;
  readonly total: number;
}

/** The same asset in two scenes counts twice: what is shown is items. */
export function countOf({ steps, items, isDone, encoded }: Counted, name: StepName): Count {
  const step = steps.find((one) => one.name === name);
  if (!step || step.state === 'skipped') return { done: 0, total: 0 };
  if (name === 'montage') return { done: step.state === 'completed' ? 100 : Math.min(99, Math.floor(encoded * 100)), total: 100 };
  if (name === 'script') return { done: step.state === 'completed' ? 1 : 0, total: 1 };
  const done = items.filter((item) => item.step === name && isDone(item.assetId)).length;
  return { done, total: Math.max(step.total, done) };
}

interface Weight {
  /** Seconds of work. */
  readonly done: number;
  readonly total: number;
}

/** Only what is made here weighs: what was found weighs nothing. */
function weightOf(counted: Counted, name: StepName): Weight {
  const { items, isDone, plan } = counted;
  const { done, total } = countOf(counted, name);
  const rate = plan.rates[name];
  if (!ITEM_STEPS.some((step) => step === name)) return { done: total > 0 ? (done / total) * rate : 0, total: total > 0 ? rate : 0 };
  const found = items.filter((item) => item.step === name && item.reused);
  const foundDone = found.filter(({ assetId }) => isDone(assetId)).length;
  return { done: (done - foundDone) * rate, total: Math.max(0, total - found.length) * rate };
}

function weigh(counted: Counted): Weight {
  const weights = STEP_NAMES.map((name) => weightOf(counted, name));
  return { done: weights.reduce((sum, { done }) => sum + done, 0), total: weights.reduce((sum, { total }) => sum + total, 0) };
}

/** Percent of the work; 100 is said by the end alone. */
export function percentOf(counted: Counted): number {
  const { done, total } = weigh(counted);
  return total <= 0 ? 0 : Math.min(99, Math.floor((done / total) * 100));
}

/** From the rate of this run so far; null before anything is done. */
export function remainingOf(counted: Counted, elapsedSeconds: number): number | null {
  const { done, total } = weigh(counted);
  if (done <= 0 || elapsedSeconds <= 0) return null;
  return Math.ceil(((total - done) / done) * elapsedSeconds);
}
