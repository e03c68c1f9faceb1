/**
 * Replicate on the wire: a prediction is bought, then asked for until it is there. Its number is committed as soon as it is known,
 * so it is not waited for within the buying request (`Prefer: wait`), whose answer could be lost with the number in it.
 * https://replicate.com/docs/reference/http
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { type Json, recordOf, textOf } from '../json.ts';
import { bearer, below } from '../text/endpoint.ts';
import { fetchPicture } from './fetch.ts';
import { ImageFault } from './image.ts';
import { type Commission, type Delivery, PLAIN_DELIVERY, type Provider } from './provider.ts';
import { call, countOf, isRefusal } from './wire.ts';

const provider = 'replicate';
const FIRST_WAIT_MS = 200;
const LONGEST_WAIT_MS = 4000;
const MOST_REQUEST_MS = 20_000;
/** Their clock and ours. */
const SKEW_MS = 120_000;

export const replicate: Provider = {
  name: provider,
  styles: new Set(),
  isResumable: true,
  make,
  async tryKey({ url, key }, model, signal) {
    await call({ provider, url: below(url, 'v1/account'), headers: bearer(key), signal });
    const isModelKnown = await call({ provider, url: below(url, `v1/models/${model}`), headers: bearer(key), signal }).then(
      () => true,
      (error: unknown) => (error instanceof ImageFault && error.kind === 'unknown_model' ? false : Promise.reject(error)),
    );
    return { credits: null, isModelKnown };
  },
};

async function make(commission: Commission): Promise<Delivery> {
  const { place, purchase, signal } = commission;
  const known = purchase.before?.predictionId ?? (purchase.before ? await findMine(commission, purchase.before.at) : null);
  const id = known ?? (await buy(commission));
  const prediction = await finished(commission, id);
  const url = [prediction['output']].flat().find((output) => textOf(output));
  // Also when it was fetched before and has been forgotten there since.
  if (!url) throw new ImageFault(provider, 'unreadable', { requestId: id, mayBeCharged: true });
  // What it was really told: by an earlier try, perhaps under other settings.
  const input = recordOf(prediction['input']);
  return {
    ...PLAIN_DELIVERY,
    content: await fetchPicture(provider, place.url, String(url), signal),
    requestId: id,
    servedModel: textOf(prediction['model']),
    seed: countOf(input['seed']),
    steps: countOf(input['num_inference_steps']),
    guidanceScale: typeof input['guidance'] === 'number' ? input['guidance'] : null,
  };
}

function inputOf({ model, wish }: Commission): Json {
  const told = model.told?.[wish.quality];
  return {
    prompt: wish.prompt,
    ...(wish.negativePrompt ? { negative_prompt: wish.negativePrompt } : {}),
    ...(wish.frame ? { aspect_ratio: wish.frame.name, output_format: 'png' } : {}),
    ...(wish.seed === null ? {} : { seed: wish.seed }),
    ...(told ? { num_inference_steps: told.steps } : {}),
    ...(told && told.guidance !== null ? { guidance: told.guidance } : {}),
  };
}

/** One request of its own patience: an answer that is lost leaves time to look for what it was about. */
function ask({ place, signal, patienceMs }: Commission, path: string, body?: unknown): Promise<{ readonly json: Json }> {
  const own = AbortSignal.any([signal, AbortSignal.timeout(Math.ceil(Math.min(MOST_REQUEST_MS, Math.max(0, patienceMs) / 4)))]);
  return call({ provider, url: below(place.url, path), headers: bearer(place.key), body, signal: own });
}

/** What may have been bought although nobody said so: it is looked for before anybody buys again. */
const DOUBTFUL = new Set<ImageFault['kind']>(['timeout', 'unavailable', 'unreadable']);
const LOOK_AFTER_MS = 300;

async function buy(commission: Commission): Promise<string> {
  const { model, purchase, signal } = commission;
  const asked = new Date();
  const answer = await ask(commission, `v1/models/${model.name}/predictions`, { input: inputOf(commission) }).catch((error: unknown) =>
    error instanceof ImageFault ? error : Promise.reject(error),
  );
  const isFault = answer instanceof ImageFault;
  const id = isFault ? null : textOf(answer.json['id']);
  if (id) {
    await purchase.keep(id);
    return id;
  }
  const fault = isFault ? answer : new ImageFault(provider, 'unreadable', { mayBeCharged: true });
  if (!DOUBTFUL.has(fault.kind) && !fault.facts.mayBeCharged) throw fault;
  await sleep(LOOK_AFTER_MS, undefined, { signal });
  const mine = await findMine(commission, asked).catch(() => {
    signal.throwIfAborted();
    throw new ImageFault(provider, fault.kind, { ...fault.facts, isPassing: false, mayBeCharged: true });
  });
  if (!mine) throw fault;
  return mine;
}

/** Among the latest predictions of the account: the one with this very input; null when it is not there. */
async function findMine(commission: Commission, since: Date): Promise<string | null> {
  const wanted = inputOf(commission);
  const { json } = await ask(commission, 'v1/predictions');
  const latest = Array.isArray(json['results']) ? json['results'].map(recordOf) : [];
  const mine = latest.find(({ input, created_at, status }) => {
    const isLate = Date.parse(String(created_at)) < since.getTime() - SKEW_MS;
    const isSame = Object.entries(wanted).every(([name, value]) => recordOf(input)[name] === value);
    return isSame && !isLate && status !== 'failed' && status !== 'canceled';
  });
  const id = textOf(mine?.['id']);
  if (id) await commission.purchase.keep(id);
  return id;
}

/** Asks until it has ended, whatever happens to single requests; cancels it when the time is over and nobody will fetch it. */
async function finished(commission: Commission, id: string): Promise<Json> {
  const { signal, interest } = commission;
  try {
    for (let wait = FIRST_WAIT_MS; ; wait = Math.min(wait * 1.6, LONGEST_WAIT_MS)) {
      const prediction = await glance(commission, id);
      if (prediction?.['status'] === 'succeeded') return prediction;
      if (prediction?.['status'] === 'failed' || prediction?.['status'] === 'canceled') throw faultIn(prediction, id);
      await sleep(wait, undefined, { signal });
    }
  } catch (error) {
    if (error instanceof ImageFault || interest?.aborted) throw error;
    await cancel(commission, id);
    throw new ImageFault(provider, 'timeout', { requestId: id, isDown: true, mayBeCharged: true });
  }
}

/** Null when this request failed in a way that the next may not. */
async function glance(commission: Commission, id: string): Promise<Json | null> {
  try {
    return (await ask(commission, `v1/predictions/${encodeURIComponent(id)}`)).json;
  } catch (error) {
    commission.signal.throwIfAborted();
    if (error instanceof ImageFault && AGAIN.has(error.kind)) return null;
    throw error;
  }
}

const AGAIN = new Set<ImageFault['kind']>(['timeout', 'unreachable', 'unavailable', 'rate_limited']);

function faultIn(prediction: Json, requestId: string): ImageFault {
  const said = textOf(prediction['error']) ?? '';
  const code = /\b(E\d{4}|E\d{3})\b/.exec(said)?.[1] ?? null;
  return new ImageFault(provider, isRefusal(said) ? 'refused' : 'unavailable', { code, requestId, mayBeCharged: true });
}

const CANCEL_MS = 3000;

/** Best effort: what has begun is charged until it is cancelled. */
async function cancel({ place }: Commission, id: string): Promise<void> {
  const url = below(place.url, `v1/predictions/${encodeURIComponent(id)}/cancel`);
  await call({ provider, url, headers: bearer(place.key), body: {}, signal: AbortSignal.timeout(CANCEL_MS) }).catch(() => undefined);
}
