/**
 * Suno through a gateway of the operator's choice: Suno itself has no public API, and gateways differ. Assumed, and read loosely:
 *   POST {url}/api/v1/generate   `{prompt, style, customMode: false, instrumental: true, model}` → `{code, data: {taskId}}`, or
 *                                `{id}`, `{taskId}`, `{task_id}` at the top or within `data`
 *   GET  {url}/api/v1/generate/record-info?taskId=…  → `{data: {status, response: {sunoData: [{audioUrl, duration}]}}}`; the words of
 *                                the status by their meaning (SUCCESS, complete, done; FAILED, error, SENSITIVE_WORD_ERROR), the
 *                                address wherever the answer has `audioUrl` or `audio_url`
 *   GET  {audioUrl}              → the music; it cannot be asked for a length, so it is cut or continued here
 * The number of the task is handed to `purchase.keep` as soon as it is known; from then on it is asked for and never bought again.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { type Json, recordOf, textOf } from '../../json.ts';
import { bearer, below } from '../../text/endpoint.ts';
import { MusicFault } from '../music-faults.ts';
import { fetchSound } from './fetch.ts';
import type { Bought, Buying, Shop } from './shop.ts';
import { call, kindOf, within } from './wire.ts';

const provider = 'suno';
const MODEL = 'V4_5';
const MOST_REQUEST_MS = 20_000;
const FIRST_WAIT_MS = 300;
const LONGEST_WAIT_MS = 5000;
const MOST_LETTERS = 400;

export const suno: Shop = {
  name: provider,
  fault: (kind, facts) => new MusicFault(provider, kind, facts),
  async buy(buying) {
    const until = Date.now() + buying.patienceMs;
    const task = buying.purchase.before ?? (await submit(buying));
    return finished(buying, task, until);
  },
};

const ask = ({ order, place, patienceMs }: Buying, path: string, body?: unknown): Promise<{ readonly json: Json }> => {
  const signal = within(order.signal, Math.min(MOST_REQUEST_MS, patienceMs / 2));
  return call({ provider, url: below(place.url, path), headers: { ...bearer(place.key), accept: 'application/json' }, body, signal });
};

async function submit(buying: Buying): Promise<string> {
  const { prompt, style, tempo, seconds } = buying.order;
  const words = [
    prompt,
    style,
    typeof tempo === 'number' ? `${tempo} BPM` : tempo && `${tempo} tempo`,
    `about ${Math.round(seconds)} seconds`,
  ];
  const { json } = await ask(buying, 'api/v1/generate', {
    ...{ prompt: words.filter(Boolean).join(', ').slice(0, MOST_LETTERS), style: style ?? '' },
    ...{ customMode: false, instrumental: true, model: MODEL },
  });
  const task = taskIn(json);
  if (!task) throw refusedIn(json) ?? new MusicFault(provider, 'unreadable', { mayBeCharged: true });
  await buying.purchase.keep(task);
  return task;
}

function taskIn(json: Json): string | null {
  const data = recordOf(json['data']);
  for (const holder of [data, json])
    for (const name of ['taskId', 'task_id', 'id']) {
      const value = holder[name];
      if (textOf(value) || typeof value === 'number') return String(value).slice(0, 120);
    }
  return null;
}

/** Gateways say 200 and put the real status into the body. */
function refusedIn(json: Json): MusicFault | null {
  const code = typeof json['code'] === 'number' ? json['code'] : 200;
  if (code < 300) return null;
  const kind = kindOf(code, `${textOf(json['msg']) ?? ''} ${textOf(json['message']) ?? ''}`);
  return new MusicFault(provider, kind, { httpStatus: code, isPassing: kind === 'rate_limited' || kind === 'unavailable' });
}

/** Asks until it has ended, whatever happens to single requests; what is late can be asked for again by its task. */
async function finished(buying: Buying, task: string, until: number): Promise<Bought> {
  const { signal } = buying.order;
  for (let wait = FIRST_WAIT_MS; ; wait = Math.min(wait * 1.5, LONGEST_WAIT_MS)) {
    const record = await glance(buying, task);
    const status = record ? statusOf(record) : 'waiting';
    if (record && status === 'failed') throw faultIn(record, task);
    const address = record && status === 'done' ? addressIn(record) : null;
    if (address)
      return { sound: await fetchSound(provider, buying.place.url, { url: address, task, signal }), requestId: task, costUsd: null };
    if (status === 'done') throw new MusicFault(provider, 'unreadable', { task, requestId: task, mayBeCharged: true });
    if (Date.now() + wait >= until)
      throw new MusicFault(provider, 'timeout', { task, requestId: task, isPassing: true, mayBeCharged: true });
    await sleep(wait, undefined, { signal });
  }
}

const AGAIN = new Set<MusicFault['kind']>(['timeout', 'unreachable', 'unavailable', 'rate_limited']);

/** Null when this request failed in a way that the next may not. */
async function glance(buying: Buying, task: string): Promise<Json | null> {
  try {
    return (await ask(buying, `api/v1/generate/record-info?taskId=${encodeURIComponent(task)}`)).json;
  } catch (error) {
    buying.order.signal.throwIfAborted();
    if (!(error instanceof MusicFault)) throw error;
    if (AGAIN.has(error.kind)) return null;
    throw new MusicFault(provider, error.kind, { ...error.facts, task, requestId: task, mayBeCharged: true });
  }
}

function statusOf(json: Json): 'done' | 'failed' | 'waiting' {
  const status = textOf(recordOf(json['data'])['status']) ?? textOf(json['status']) ?? '';
  if (/^(success|succeeded|complete|completed|done|finished)$/i.test(status)) return 'done';
  return /fail|error|cancel|reject|sensitive/i.test(status) ? 'failed' : 'waiting';
}

function faultIn(json: Json, task: string): MusicFault {
  const data = recordOf(json['data']);
  const said = ['status', 'errorMessage', 'error', 'errorCode'].map((name) => textOf(data[name]) ?? textOf(json[name]) ?? '').join(' ');
  const kind = kindOf(400, said);
  return new MusicFault(provider, kind === 'bad_request' ? 'unavailable' : kind, { requestId: task, mayBeCharged: true });
}

const MOST_DEPTH = 6;

/** The first address of sound anywhere in the answer. */
function addressIn(value: unknown, depth = 0): string | null {
  if (typeof value !== 'object' || value === null || depth > MOST_DEPTH) return null;
  for (const name of ['audioUrl', 'audio_url']) {
    const address = textOf((value as Json)[name]);
    if (address) return address;
  }
  for (const inner of Object.values(value)) {
    const address = addressIn(inner, depth + 1);
    if (address) return address;
  }
  return null;
}
