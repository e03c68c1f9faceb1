/**
 * ElevenLabs: the sound and the time of every letter in one answer, so that nothing is bought in parts.
 * https://elevenlabs.io/docs/api-reference/text-to-speech/convert-with-timestamps
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { headerOf, recordOf, textOf } from '../../json.ts';
import { MOST_RETRIES, waitBefore } from '../../retry.ts';
import { baseOf } from '../reading/language.ts';
import { PICTOGRAMS } from '../reading/sentences.ts';
import { type SpeechOrder, type SpokenWord, VoiceFault, type VoiceGender } from '../voice.ts';
import { wordsAligned } from './alignment.ts';
import { type Answer, call, type Place, requestIdOf } from './wire.ts';

/** What the model takes in one request, 21 November 2026. */
const MOST_CHARACTERS = 10_000;
export const DEFAULT_MODEL = 'eleven_multilingual_v2';
/** A provider that asks for a longer patience is asked again by the next order. */
const MOST_WAIT_MS = 20_000;
const SLOWEST = 0.7;
const FASTEST = 1.2;
const provider = 'elevenlabs';

export interface ElevenLabs extends Place {
  readonly model: string;
  /** USD for a thousand characters; null when nobody said. */
  readonly usdPerThousand: number | null;
}

export interface Bought {
  readonly sound: Buffer;
  /** Null: the times did not belong to the text. */
  readonly words: readonly SpokenWord[] | null;
  readonly requestId: string | null;
  readonly characters: number;
  readonly costUsd: number | null;
}

/** The text that is sent and aligned: pictograms are not read, and not charged. */
export const textFor = (text: string): string =>
  text
    .normalize('NFC')
    .replace(PICTOGRAMS, (sign) => (/[©®™]/.test(sign) ? sign : ''))
    .replace(/\s+/g, ' ')
    .trim();

export async function buySpeech(at: ElevenLabs, voiceId: string, order: SpeechOrder, signal: AbortSignal): Promise<Bought> {
  const text = textFor(order.text);
  if (!/[\p{L}\p{N}]/u.test(text)) throw new VoiceFault(provider, 'nothing_to_say');
  if (text.length > MOST_CHARACTERS) throw new VoiceFault(provider, 'too_long');
  const path = `v1/text-to-speech/${encodeURIComponent(voiceId)}/with-timestamps?output_format=mp3_44100_128`;
  const answer = await insist(signal, () => call(at, path, signal, bodyOf(at.model, text, order)));
  const requestId = requestIdOf(answer);
  const inside = textOf(answer.json['audio_base64']);
  if (!inside) throw new VoiceFault(provider, 'unreadable', { httpStatus: answer.status, requestId, mayBeCharged: true });
  const characters = chargedFor(answer, text);
  return {
    sound: Buffer.from(inside, 'base64'),
    words: wordsAligned(text, answer.json['alignment']),
    requestId,
    characters,
    costUsd: at.usdPerThousand === null ? null : (characters * at.usdPerThousand) / 1000,
  };
}

function chargedFor(answer: Answer, text: string): number {
  const told = Number(headerOf(answer, 'character-cost') ?? Number.NaN);
  return Number.isFinite(told) ? told : text.length;
}

function bodyOf(model: string, text: string, { rate = 1, stability, similarityBoost, language, ...order }: SpeechOrder): unknown {
  return {
    text,
    model_id: model,
    // The multilingual models find the language themselves and refuse to be told.
    ...(model.includes('multilingual_v2') ? {} : { language_code: baseOf(language) }),
    voice_settings: {
      stability: stability ?? 0.5,
      similarity_boost: similarityBoost ?? 0.75,
      speed: Math.min(FASTEST, Math.max(SLOWEST, rate)),
    },
    ...(order.previousText ? { previous_text: order.previousText } : {}),
    ...(order.nextText ? { next_text: order.nextText } : {}),
  };
}

/** Again only while nothing can have been bought. */
export async function insist(signal: AbortSignal, ask: () => Promise<Answer>): Promise<Answer> {
  for (let retries = 0; ; retries++) {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof VoiceFault) || !error.facts.isPassing || retries >= MOST_RETRIES) throw error;
      const wait = error.facts.retryAfterMs ?? waitBefore(retries, null);
      if (wait > MOST_WAIT_MS) throw error;
      await sleep(wait, undefined, { signal }).catch(() => {
        signal.throwIfAborted();
        throw error;
      });
    }
  }
}

export interface AccountVoice {
  readonly id: string;
  readonly name: string;
  readonly gender: VoiceGender | null;
  readonly language: string | null;
  readonly style: string | null;
  readonly previewUrl: string | null;
}

/** The voices of the account; nothing is charged. */
export async function listVoices(at: Place, signal: AbortSignal): Promise<readonly AccountVoice[]> {
  const { json } = await insist(signal, () => call(at, 'v1/voices', signal));
  const voices = Array.isArray(json['voices']) ? json['voices'].map(recordOf) : [];
  return voices.flatMap((voice) => {
    const labels = recordOf(voice['labels']);
    const [id, gender] = [textOf(voice['voice_id']), textOf(labels['gender'])];
    if (!id) return [];
    return [
      {
        id,
        name: textOf(voice['name']) ?? id,
        gender: gender === 'female' || gender === 'male' ? gender : null,
        language: textOf(labels['language']),
        style: textOf(labels['use_case']) ?? textOf(labels['description']),
        previewUrl: textOf(voice['preview_url']),
      },
    ];
  });
}
