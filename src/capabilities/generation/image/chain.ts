/**
 * One order from beginning to end: the providers of the chain one after the other, every try noted before it leaves, patience
 * within one deadline, and the embedded painter when nothing better came. A refusal for safety ends it.
 */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Clock } from '#kernel/clock.ts';
import type { Db } from '#kernel/db/db.ts';
import type { Settings } from '#kernel/settings.ts';
import { type Circuit, createCircuit } from '../circuit.ts';
import { MOST_RETRIES, waitBefore } from '../retry.ts';
import { textSettings } from '../text/settings.ts';
import { buyOnce } from './buy.ts';
import { paintHere } from './embedded.ts';
import {
  type FellBack,
  ImageFault,
  type ImageFaultKind,
  type ImageOrder,
  type ImageProviderName,
  ImageRefusal,
  type PaintedImage,
} from './image.ts';
import type { Candidate, Places } from './places.ts';
import { digestOf } from './purchases.ts';
import { refusalBy } from './words.ts';

export interface ChainTools {
  readonly db: Db;
  readonly clock: Clock;
  readonly log: Logger;
  readonly settings: Settings;
  readonly places: Places;
}

const TIMEOUT_MS = 120_000;
/** Of what is left, while somebody else could still be asked: one that hangs does not take the time of all. */
const SHARE = 2 / 3;
/** A provider that asks for a longer patience is left alone until then: somebody else can paint at once. */
const MOST_WAIT_MS = 10_000;

/** Throws `ImageRefusal`, the reason of the order's signal, or what the embedded painter is at fault with. */
export function createPainting(tools: ChainTools): (order: ImageOrder) => Promise<PaintedImage> {
  const circuit = createCircuit<ImageProviderName, ImageFaultKind>(tools.clock);
  const gone = new Set<string>();
  return async (order) => {
    order.signal?.throwIfAborted();
    const [chain, budget] = await Promise.all([tools.places.chain(order.provider), tools.settings.get(textSettings.monthlyBudget)]);
    const endsAt = performance.now() + (order.timeoutMs ?? TIMEOUT_MS);
    const questionId = randomUUID();
    const run = { ...tools, circuit, gone, order, budget, questionId, digest: digestOf(order, order.orderKey ?? questionId), tries: 0 };
    const fellBackFrom: FellBack[] = [];
    for (const [index, candidate] of chain.entries()) {
      const left = endsAt - performance.now();
      const painted = await attempt(run, candidate, index < chain.length - 1 ? left * SHARE : left);
      if (!('why' in painted)) return { ...painted, fellBackFrom };
      fellBackFrom.push(painted);
    }
    return paintHere(order, fellBackFrom);
  };
}

export interface Run extends ChainTools {
  readonly circuit: Circuit<ImageProviderName, ImageFaultKind>;
  /** Models that are no longer known, of those that have a successor. */
  readonly gone: Set<string>;
  readonly order: ImageOrder;
  /** USD; null for none. */
  readonly budget: number | null;
  readonly questionId: string;
  readonly digest: string;
  tries: number;
}

export type Delivered = Omit<PaintedImage, 'fellBackFrom'>;

async function attempt(
  run: Run,
  candidate: Candidate | { readonly missing: ImageProviderName },
  patienceMs: number,
): Promise<Delivered | FellBack> {
  if ('missing' in candidate) return { provider: candidate.missing, why: 'not_configured' };
  const { circuit, order, log } = run;
  const { name } = candidate.provider;
  const resting = circuit.restOf(name);
  if (resting) return { provider: name, why: resting };
  if (patienceMs <= 0) return { provider: name, why: 'timeout' };
  try {
    const delivered = await insist(run, candidate, patienceMs);
    circuit.isUp(name);
    return delivered;
  } catch (error) {
    order.signal?.throwIfAborted();
    if (!(error instanceof ImageFault)) throw error;
    judge(circuit, error);
    if (error.kind === 'refused') throw new ImageRefusal(name, refusalBy(name));
    log.warn(
      { provider: name, why: error.kind, status: error.facts.httpStatus, code: error.facts.code },
      'no picture: the next of the chain is asked',
    );
    return { provider: name, why: error.kind };
  }
}

function judge(circuit: Run['circuit'], { provider, kind, facts }: ImageFault): void {
  if (facts.isDown) circuit.isDown(provider, kind);
  else if (kind === 'rate_limited' && facts.retryAfterMs !== null) circuit.rest(provider, kind, facts.retryAfterMs);
  // The budget was reached before anybody was asked: that tells nothing of the provider.
  else if (kind !== 'over_budget') circuit.isUp(provider);
}

/** Tries until there is a picture, or nothing is left to try, or no time. */
async function insist(run: Run, candidate: Candidate, patienceMs: number): Promise<Delivered> {
  const { name } = candidate.provider;
  const endsAt = performance.now() + patienceMs;
  const deadline = AbortSignal.timeout(Math.ceil(patienceMs));
  const signal = run.order.signal ? AbortSignal.any([deadline, run.order.signal]) : deadline;
  const placeOf = (model: string): string => `${candidate.place.url} ${model}`;
  for (let retries = 0; ; ) {
    const model = candidate.models.find((each) => !run.gone.has(placeOf(each))) ?? candidate.models.at(-1) ?? '';
    try {
      return await buyOnce(run, candidate, { model, signal, patienceMs: endsAt - performance.now() });
    } catch (error) {
      const fault = faultIn(error, name, run.order, deadline);
      if (fault.kind === 'unknown_model' && model !== candidate.models.at(-1)) {
        run.gone.add(placeOf(model));
        continue;
      }
      const wait = Math.max(waitBefore(retries, null), fault.facts.retryAfterMs ?? 0);
      const isWorthIt = fault.facts.isPassing && retries < MOST_RETRIES && wait <= MOST_WAIT_MS;
      if (!isWorthIt || performance.now() + wait >= endsAt) throw fault;
      retries++;
      await sleep(wait, undefined, { signal }).catch(() => {
        throw fault;
      });
    }
  }
}

/** The end of the time is a fault of the provider, the end of the interest is nobody's. */
function faultIn(error: unknown, provider: ImageProviderName, { signal }: ImageOrder, deadline: AbortSignal): ImageFault {
  signal?.throwIfAborted();
  if (error instanceof ImageFault) return error;
  if (deadline.aborted) return new ImageFault(provider, 'timeout', { isDown: true, mayBeCharged: true });
  throw error;
}
