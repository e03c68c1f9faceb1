/**
 * Insights, one metric failing alone: Meta refuses the whole question when it does not know one metric of it any more (`impressions`),
 * so what was refused together is asked for one by one.
 */
import { CallFault } from '../platform.ts';
import { type FaultKind, type GraphFault, type Json, jsonOf, listOf, whyOf } from './meta-faults.ts';
import type { GraphTalk } from './meta-graph.ts';

/** By the name of the metric; what is not told is not there. Right after a post nothing is told: that is not nought. */
export type Metrics = ReadonlyMap<string, number>;

const NOTHING_FOR_ANYBODY: readonly FaultKind[] = ['token', 'rate', 'busy', 'garbled', 'unsent', 'silent'];

/** Throws `CallFault` when nothing can be learnt now. */
export async function readMetrics(talk: GraphTalk, postId: string, names: readonly string[]): Promise<Metrics> {
  const ask = (metric: string) => talk.read('insights', `${postId}/insights`, { metric });
  const together = await ask(names.join(','));
  if (!together.fault) return metricsIn(together.body);
  requireBearable(together.fault);
  const metrics = new Map<string, number>();
  for (const name of names) {
    const { body, fault } = await ask(name);
    if (fault) requireBearable(fault);
    else for (const [key, value] of metricsIn(body)) metrics.set(key, value);
  }
  return metrics;
}

export function requireBearable(fault: GraphFault): void {
  if (NOTHING_FOR_ANYBODY.includes(fault.kind)) throw new CallFault(whyOf(fault), fault.kind === 'unsent');
}

function metricsIn(body: Json): Metrics {
  const metrics = new Map<string, number>();
  for (const metric of listOf(body['data'])) {
    const value = jsonOf(metric['total_value'])['value'] ?? listOf(metric['values'])[0]?.['value'];
    const number = typeof value === 'object' ? sumOf(jsonOf(value)) : value;
    if (typeof number === 'number' && Number.isFinite(number)) metrics.set(String(metric['name']), number);
  }
  return metrics;
}

/** Reactions come by kind; none at all is nought. */
const sumOf = (parts: Json): number => Object.values(parts).reduce<number>((sum, part) => sum + (typeof part === 'number' ? part : 0), 0);

export const countOf = (value: unknown): number | null => (typeof value === 'number' && Number.isSafeInteger(value) ? value : null);
