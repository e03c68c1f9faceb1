/** One try at one provider: room in the budget, the intent committed, the picture, what it cost. */
import { noteIntent, settle } from '../calls.ts';
import type { Outcome } from '../text/outcome.ts';
import type { Delivered, Run } from './chain.ts';
import { develop } from './develop.ts';
import { ImageFault, type ImageFaultKind, type ImageNote } from './image.ts';
import { modelOf, priceOf } from './models.ts';
import type { Candidate } from './places.ts';
import type { Delivery } from './provider.ts';
import { findPurchase, forgetPurchase, keepPurchase, openPurchase, type Purchase } from './purchases.ts';
import { type Wish, wishFor } from './wish.ts';

export interface Try {
  readonly model: string;
  readonly signal: AbortSignal;
  readonly patienceMs: number;
}

export async function buyOnce(run: Run, candidate: Candidate, { model: name, signal, patienceMs }: Try): Promise<Delivered> {
  const { order, questionId } = run;
  const { provider, place } = candidate;
  const model = modelOf(provider.name, name);
  const wish = wishFor(order, model, provider.styles);
  const price = place.isFree ? 0 : priceOf(name, wish.quality, wish.frame);
  const { callId, purchase } = await intend(run, candidate, name, price);
  const started = performance.now();
  const latency = (): number => Math.round(performance.now() - started);
  let delivery: Delivery | null = null;
  try {
    signal.throwIfAborted();
    const idempotencyKey = `${questionId}-image`;
    delivery = await provider.make({ place, model, wish, purchase, signal, interest: order.signal, patienceMs, idempotencyKey });
    const delivered = await deliver(run, candidate, { name, wish, delivery, price });
    await conclude(run, callId, { outcome: 'answered', delivery, price, latencyMs: latency() });
    return delivered;
  } catch (error) {
    await conclude(run, callId, { outcome: outcomeOf(error, order, signal), error, delivery, price, latencyMs: latency() });
    if (isOver(run, provider, error)) await forgetPurchase(run.db, run.digest, provider.name);
    throw error;
  }
}

/**
 * Whoever is interrupted comes back for what was bought. Of a provider that keeps nothing, what may have been charged is remembered,
 * so that it is not asked for again; anything else is over.
 */
function isOver({ order }: Run, { isResumable }: Candidate['provider'], error: unknown): boolean {
  if (order.signal?.aborted) return false;
  return isResumable || (error instanceof ImageFault && !error.facts.mayBeCharged);
}

/**
 * Throws `over_budget`, and `lost_purchase` for what a try that died may have bought and nobody can fetch. A picture that is already
 * under way is not bought again, and its call goes on.
 */
async function intend(
  run: Run,
  { provider: { name, isResumable } }: Candidate,
  model: string,
  price: number | null,
): Promise<{ readonly callId: number; readonly purchase: Purchase }> {
  const { db, clock, digest, order, questionId } = run;
  const keep = (predictionId: string): Promise<void> => keepPurchase(db, digest, name, predictionId);
  // Without a name nobody can come back.
  const isNamed = isResumable || order.orderKey !== undefined;
  const before = isNamed ? await findPurchase(db, digest, name, clock.now()) : null;
  if (before && isResumable && before.isFetchable) return { callId: before.callId, purchase: { before, keep } };
  if (before) throw new ImageFault(name, 'lost_purchase', { mayBeCharged: true });
  const who = { questionId, tryNumber: ++run.tries, isRepair: false, purpose: 'image', provider: name, model } as const;
  const callId = await noteIntent(db, { ...who, mostUsd: price, accountId: order.by ?? null, at: clock.now() }, run.budget);
  if (callId === null) throw new ImageFault(name, 'over_budget');
  if (isNamed) await openPurchase(db, digest, name, callId, clock.now());
  return { callId, purchase: { before: null, keep } };
}

interface Parcel {
  readonly name: string;
  readonly wish: Wish;
  readonly delivery: Delivery;
  readonly price: number | null;
}

async function deliver({ order }: Run, { provider, models }: Candidate, { name, wish, delivery, price }: Parcel): Promise<Delivered> {
  const model = delivery.servedModel ?? name;
  const { requestId, revisedPrompt, steps, guidanceScale } = delivery;
  const seed = wish.seed === null ? null : (delivery.seed ?? wish.seed);
  const developed = await develop(delivery.content, order, { provider: provider.name, model, seed, requestId });
  const [first = name] = models;
  const notes: readonly ImageNote[] = [
    ...wish.notes,
    ...(seed !== null && seed !== order.seed ? [{ code: 'seed_changed', seed } as const] : []),
    ...(first === name ? [] : [{ code: 'model_replaced', asked: first } as const]),
    ...developed.notes,
  ];
  const told = { requestId, revisedPrompt, steps, guidanceScale, costUsd: price, notes };
  return { png: developed.png, provider: provider.name, model, seed: seed ?? order.seed, ...told };
}

const OUTCOMES: Readonly<Record<ImageFaultKind, Outcome>> = {
  not_configured: 'failed',
  unauthorized: 'unauthorized',
  refused: 'refused',
  bad_request: 'failed',
  unknown_model: 'unknown_model',
  rate_limited: 'rate_limited',
  insufficient_credit: 'quota',
  over_budget: 'quota',
  lost_purchase: 'failed',
  unreachable: 'unreachable',
  unavailable: 'failed',
  timeout: 'timeout',
  unreadable: 'unusable',
};

function outcomeOf(error: unknown, { signal: interest }: Run['order'], signal: AbortSignal): Outcome {
  if (error instanceof ImageFault) return OUTCOMES[error.kind];
  return interest?.aborted ? 'cancelled' : signal.aborted ? 'timeout' : 'failed';
}

interface Conclusion {
  readonly outcome: Outcome;
  readonly error?: unknown;
  readonly delivery: Delivery | null;
  readonly price: number | null;
  readonly latencyMs: number;
}

/** A log that fails costs nobody the picture: the call then stays without an outcome, and what it may have cost stays counted. */
async function conclude({ db, log }: Run, id: number, { outcome, error, delivery, price, latencyMs }: Conclusion): Promise<void> {
  const facts = error instanceof ImageFault ? error.facts : null;
  // Delivered, though perhaps of no use: it is charged. Otherwise the reserve says what it may have cost.
  const costUsd = delivery || price === 0 ? price : null;
  const mayBeCharged = outcome === 'answered' || (facts ? facts.mayBeCharged : true);
  await settle(db, id, {
    outcome,
    latencyMs,
    costUsd,
    httpStatus: facts ? facts.httpStatus : delivery ? 200 : null,
    code: facts?.code ?? null,
    requestId: delivery?.requestId ?? facts?.requestId ?? null,
    servedModel: delivery?.servedModel ?? null,
    tokensIn: delivery?.tokensIn ?? null,
    tokensOut: delivery?.tokensOut ?? null,
    keepsReserve: costUsd === null && mayBeCharged,
  }).catch((err: unknown) => log.error({ err }, 'a call could not be settled'));
}
