/** ElevenLabs on the wire: one request, and music in the answer, as long as was asked. https://elevenlabs.io/docs/api-reference/music/compose */
import { setTimeout as sleep } from 'node:timers/promises';
import { headerOf } from '../../json.ts';
import { MOST_RETRIES, waitBefore } from '../../retry.ts';
import { below } from '../../text/endpoint.ts';
import { MusicFault } from '../music-faults.ts';
import type { Bought, Buying, Shop } from './shop.ts';
import { call, within } from './wire.ts';

const provider = 'elevenlabs';
/** What it takes, milliseconds. */
const SHORTEST_MS = 3000;
const LONGEST_MS = 600_000;
const MOST_LETTERS = 2000;

export const elevenlabs: Shop = {
  name: provider,
  fault: (kind, facts) => new MusicFault(provider, kind, facts),
  async buy(buying) {
    const until = Date.now() + buying.patienceMs;
    for (let tries = 0; ; tries += 1) {
      try {
        return await buyOnce(buying, until - Date.now());
      } catch (error) {
        const again = error instanceof MusicFault && error.facts.isPassing && !error.facts.mayBeCharged && tries < MOST_RETRIES;
        const wait = error instanceof MusicFault ? waitBefore(tries, error.facts.retryAfterMs) : 0;
        if (!again || Date.now() + wait >= until) throw error;
        await sleep(wait, undefined, { signal: buying.order.signal });
      }
    }
  },
};

async function buyOnce({ order, place }: Buying, patienceMs: number): Promise<Bought> {
  const answer = await call({
    provider,
    url: below(place.url, 'v1/music?output_format=mp3_48000_192'),
    headers: { 'xi-api-key': place.key, accept: 'audio/*' },
    body: {
      prompt: [order.prompt, order.style, tempoOf(order.tempo)].filter(Boolean).join(', ').slice(0, MOST_LETTERS),
      music_length_ms: Math.round(Math.min(LONGEST_MS, Math.max(SHORTEST_MS, order.seconds * 1000))),
      force_instrumental: true,
    },
    signal: within(order.signal, patienceMs),
  });
  const requestId = headerOf(answer, 'request-id');
  if (!/^audio\//.test(headerOf(answer, 'content-type') ?? '') || answer.bytes.length === 0) {
    throw new MusicFault(provider, 'unreadable', { requestId, mayBeCharged: true });
  }
  return { sound: answer.bytes, requestId, costUsd: null };
}

const tempoOf = (tempo: Buying['order']['tempo']): string | null =>
  tempo === undefined ? null : typeof tempo === 'number' ? `${tempo} BPM` : `${tempo} tempo`;
