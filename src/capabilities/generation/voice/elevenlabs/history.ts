/**
 * What ElevenLabs kept of what it said (https://elevenlabs.io/docs/api-reference/history): looked at by whoever does not know whether
 * a purchase came through. Nothing is charged.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { headerOf, type Json, recordOf, textOf } from '../../json.ts';
import { type SpeechOrder, VoiceFault } from '../voice.ts';
import { wordsAligned } from './alignment.ts';
import { type Bought, type ElevenLabs, insist, textFor } from './elevenlabs.ts';
import { call } from './wire.ts';

const provider = 'elevenlabs';
const PAGE = 100;
const MOST_PAGES = 5;
/** Their clock and ours. */
const SKEW_MS = 120_000;
/** What was asked for a moment ago may still be on its way into the history. */
const FRESH_MS = 30_000;
const BETWEEN_MS = 2500;

export interface Kept extends Bought {
  readonly voice: string;
}

/** The sound of this very text by one of these voices (any, when none is given), of that time or later; `lost_purchase` when there is none. */
export async function fetchKept(at: ElevenLabs, voices: readonly string[], order: SpeechOrder, signal: AbortSignal): Promise<Kept> {
  const since = order.boughtSince ?? new Date(0);
  const text = textFor(order.text);
  for (;;) {
    const item = await findItem(at, { voices, text, since }, signal);
    if (item) return fetchItem(at, item, text, signal);
    if (Date.now() - since.getTime() > FRESH_MS) throw new VoiceFault(provider, 'lost_purchase', { mayBeCharged: true });
    await sleep(BETWEEN_MS, undefined, { signal });
  }
}

interface Wanted {
  readonly voices: readonly string[];
  readonly text: string;
  readonly since: Date;
}

/** Newest first, page by page, until they are older than the purchase. The first that was made after it counts, not the last. */
async function findItem(at: ElevenLabs, { voices, text, since }: Wanted, signal: AbortSignal): Promise<Json | null> {
  const earliest = since.getTime() - SKEW_MS;
  const one = voices.length === 1 ? `&voice_id=${encodeURIComponent(voices[0] ?? '')}` : '';
  let found: Json | null = null;
  let after = '';
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const { json } = await insist(signal, () => call(at, `v1/history?page_size=${PAGE}${one}${after}`, signal));
    const items = Array.isArray(json['history']) ? json['history'].map(recordOf) : [];
    const young = items.filter((item) => Number(item['date_unix']) * 1000 >= earliest);
    found = young.findLast((item) => isIt(item, voices, text)) ?? found;
    const last = textOf(json['last_history_item_id']) ?? textOf(items.at(-1)?.['history_item_id']);
    if (young.length < items.length || json['has_more'] !== true || !last) break;
    after = `&start_after_history_item_id=${encodeURIComponent(last)}`;
  }
  return found;
}

const isIt = (item: Json, voices: readonly string[], text: string): boolean =>
  item['text'] === text && (voices.length === 0 || voices.includes(String(item['voice_id']))) && textOf(item['history_item_id']) !== null;

async function fetchItem(at: ElevenLabs, item: Json, text: string, signal: AbortSignal): Promise<Kept> {
  const id = textOf(item['history_item_id']) ?? '';
  const answer = await insist(signal, () => call(at, `v1/history/${encodeURIComponent(id)}/audio`, signal, undefined, 'audio/*'));
  const requestId = textOf(item['request_id'])?.slice(0, 120) ?? null;
  if (!/^(audio\/|application\/octet-stream)/.test(headerOf(answer, 'content-type') ?? '') || answer.bytes.length === 0)
    throw new VoiceFault(provider, 'unreadable', { httpStatus: answer.status, requestId });
  const charged = Number(item['character_count_change_to']) - Number(item['character_count_change_from']);
  const characters = charged > 0 ? charged : text.length;
  return {
    sound: answer.bytes,
    words: wordsAligned(text, recordOf(item['alignments'])['alignment']),
    voice: textOf(item['voice_id']) ?? '',
    requestId,
    characters,
    costUsd: at.usdPerThousand === null ? null : (characters * at.usdPerThousand) / 1000,
  };
}
