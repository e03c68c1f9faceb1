/** One order from beginning to end: who speaks it, in what time, and a folder of its own that is gone when it is over. */
import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Books, Purchase } from '../books.ts';
import { CAST, type Role, roleOf } from './cast.ts';
import { buySpeech, DEFAULT_MODEL, type ElevenLabs, listVoices, textFor } from './elevenlabs/elevenlabs.ts';
import { fetchKept } from './elevenlabs/history.ts';
import { speakHere } from './embedded/embedded.ts';
import { type Engines, findEngines, type WhereVoicesAre } from './embedded/engines.ts';
import { type Fetched, fetchVoices, type VoiceParcel } from './embedded/fetch-voices.ts';
import { type EmbeddedVoice, standIn, troupeOf } from './embedded/troupe.ts';
import { previewIn } from './messages.ts';
import { baseOf } from './reading/language.ts';
import { sentencesOf } from './reading/sentences.ts';
import { polish } from './sound/polish.ts';
import { estimateTimes } from './timing/estimate.ts';
import { type Speech, type SpeechOrder, type SpokenWord, type VoiceCard, VoiceFault, type VoiceProviderName } from './voice.ts';

export interface VoiceFacts {
  readonly elevenlabs: {
    readonly url: string;
    readonly key: string | null;
    readonly model?: string;
    readonly usdPerThousand?: number;
  };
  readonly embedded: WhereVoicesAre;
}

/** Of an order, what tells who speaks it. */
export type SpeechAsked = Pick<SpeechOrder, 'text' | 'language' | 'voice' | 'provider'>;

export interface Voices {
  /** Into the folder, which is made when it is not there. Throws `VoiceFault`, or the reason of the order's signal. */
  speak(order: SpeechOrder, folder: string): Promise<Speech>;
  /** Those that would really speak; what a provider with a key cannot list now is missing, and `missing` says why. */
  voices(signal: AbortSignal): Promise<{ readonly voices: readonly VoiceCard[]; readonly missing: VoiceFault | null }>;
  /** Who would speak it now, an embedded voice in place of a provider without a key, and the most it may cost (USD; null: nobody knows). */
  offer(order: SpeechAsked): Promise<{ readonly provider: VoiceProviderName; readonly mostUsd: number | null }>;
  /** Whether there is such a voice: a name of the documents, an embedded one, or (unasked) one of a provider that has a key. */
  knows(voice: string): Promise<boolean>;
  /** After something was installed. */
  lookAgain(): void;
  /** Fetches what speaks into the folder of voices, when an operator asks for it; never throws for what a tool does. */
  fetch(parcels: readonly VoiceParcel[], signal: AbortSignal): Promise<readonly Fetched[]>;
}

const TIMEOUT_MS = 120_000;

export function createVoices(facts: VoiceFacts, books: Books): Voices {
  let engines: Promise<Engines> | null = null;
  const house: House = {
    elevenlabs: elevenLabsOf(facts.elevenlabs),
    books,
    async troupe() {
      engines ??= findEngines(facts.embedded);
      const troupe = troupeOf(await engines);
      // Looked for again the next time: another process may be fetching them, or a busy machine did not answer in time.
      if (troupe.length === 0) engines = null;
      return troupe;
    },
  };
  return {
    speak: (order, folder) => speak(house, order, folder),
    voices: (signal) => listAll(house, signal),
    offer: async (order) => offerOf(house, order),
    knows: async (voice) =>
      roleOf(voice) !== null ||
      (house.elevenlabs !== null && voice.startsWith(THEIRS) && voice.length > THEIRS.length) ||
      (await house.troupe()).some(({ id }) => id === voice.toLowerCase()),
    lookAgain() {
      engines = null;
    },
    async fetch(parcels, signal) {
      const fetched = await fetchVoices(facts.embedded.folder, parcels, signal);
      engines = null;
      return fetched;
    },
  };
}

interface House {
  readonly elevenlabs: ElevenLabs | null;
  readonly books: Books;
  troupe(): Promise<readonly EmbeddedVoice[]>;
}

const elevenLabsOf = ({ url, key, model, usdPerThousand }: VoiceFacts['elevenlabs']): ElevenLabs | null =>
  key === null ? null : { url, key, model: model ?? DEFAULT_MODEL, usdPerThousand: usdPerThousand ?? null };

type Spoken = Omit<Speech, 'wav'> & { readonly draft: string };

async function speak(house: House, order: SpeechOrder, folder: string): Promise<Speech> {
  order.signal.throwIfAborted();
  const provider = providerFor(house, order);
  const deadline = AbortSignal.timeout(order.timeoutMs ?? TIMEOUT_MS);
  const signal = AbortSignal.any([deadline, order.signal]);
  await mkdir(folder, { recursive: true });
  // Within the folder: the result is renamed, never copied.
  const draft = await mkdtemp(join(folder, '.voice-'));
  try {
    const made = provider === 'elevenlabs' ? await speakThere(house, order, draft, signal) : await speakAtHome(house, order, draft, signal);
    const { draft: file, ...speech } = made;
    const wav = join(folder, `voice-${randomUUID()}.wav`);
    await rename(file, wav);
    return { wav, ...speech };
  } catch (error) {
    order.signal.throwIfAborted();
    if (deadline.aborted && !(error instanceof VoiceFault)) {
      throw new VoiceFault(provider, 'timeout', { mayBeCharged: provider === 'elevenlabs' });
    }
    throw error;
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

const THEIRS = 'elevenlabs:';

function providerFor({ elevenlabs }: House, { provider, voice }: SpeechOrder): VoiceProviderName {
  if (provider === 'embedded') return 'embedded';
  if (provider === 'elevenlabs' || voice.startsWith(THEIRS)) {
    if (!elevenlabs) throw new VoiceFault('elevenlabs', 'not_configured');
    return 'elevenlabs';
  }
  return elevenlabs && roleOf(voice) ? 'elevenlabs' : 'embedded';
}

function offerOf({ elevenlabs }: House, { text, voice, provider }: SpeechAsked): Awaited<ReturnType<Voices['offer']>> {
  const isTheirs = provider === 'elevenlabs' || (provider !== 'embedded' && (voice.startsWith(THEIRS) || roleOf(voice) !== null));
  if (!elevenlabs || !isTheirs) return { provider: 'embedded', mostUsd: 0 };
  return { provider: 'elevenlabs', mostUsd: mostOf(elevenlabs, text) };
}

const mostOf = ({ usdPerThousand }: ElevenLabs, text: string): number | null =>
  usdPerThousand === null ? null : (textFor(text).length / 1000) * usdPerThousand;

async function speakAtHome(house: House, order: SpeechOrder, folder: string, signal: AbortSignal): Promise<Spoken> {
  const troupe = await house.troupe();
  const role = roleOf(order.voice);
  const named = troupe.find(({ id }) => id === order.voice.toLowerCase());
  if (!named && !role) throw new VoiceFault('embedded', 'unknown_voice');
  const voice = named ?? standIn(troupe, order.language, role?.gender ?? null);
  if (!voice) throw new VoiceFault('embedded', 'no_voice', { code: baseOf(order.language) });
  const { text, language, rate = 1 } = order;
  const { wav, ...recited } = await speakHere({ text, language, rate, voice, folder, signal });
  return { ...recited, draft: wav, provider: 'embedded', voice: voice.id, requestId: null, costUsd: 0 };
}

async function speakThere(house: House, order: SpeechOrder, folder: string, signal: AbortSignal): Promise<Spoken> {
  const at = house.elevenlabs;
  if (!at) throw new VoiceFault('elevenlabs', 'not_configured');
  const bought = order.boughtSince
    ? await fetchKept(at, voicesOf(order), order, signal)
    : await house.books.buy(purchaseOf(at, order), () => buyFrom(at, order, signal));
  const source = join(folder, 'bought.mp3');
  await writeFile(source, bought.sound);
  const { requestId, costUsd, characters, voice } = bought;
  const { wav, seconds } = await polish({ provider: 'elevenlabs', source, folder, signal }).catch((error: unknown) => {
    if (!(error instanceof VoiceFault)) throw error;
    throw new VoiceFault('elevenlabs', error.kind, { ...error.facts, requestId, mayBeCharged: true });
  });
  const words = within(bought.words ?? guess(textFor(order.text), order.language, seconds), seconds);
  return { draft: wav, seconds, words, provider: 'elevenlabs', voice, requestId, costUsd, characters };
}

/** A logical name may have been spoken by a namesake: then any voice of the account counts. */
const voicesOf = ({ voice }: SpeechOrder): readonly string[] => (roleOf(voice) ? [] : [voice.replace(THEIRS, '')]);

function purchaseOf(at: ElevenLabs, { text, by, signal }: SpeechOrder): Purchase {
  const { model } = at;
  const mostUsd = mostOf(at, text);
  const noRoom = (): Error => new VoiceFault('elevenlabs', 'quota_exceeded', { code: 'monthly_budget' });
  return { purpose: 'voice', provider: 'elevenlabs', model, mostUsd, by: by ?? null, signal, noRoom };
}

/** A logical name whose id they no longer know is looked for by its name among the voices of the account. */
async function buyFrom(at: ElevenLabs, order: SpeechOrder, signal: AbortSignal) {
  const role = roleOf(order.voice);
  const voice = role?.elevenlabs ?? order.voice.replace(THEIRS, '');
  try {
    return { voice, ...(await buySpeech(at, voice, order, signal)) };
  } catch (error) {
    if (!role || !(error instanceof VoiceFault) || error.kind !== 'unknown_voice') throw error;
    const known = await listVoices(at, signal);
    const namesake = known.find(({ name }) => name.toLowerCase().split(/\W/)[0] === role.id);
    const other = namesake ?? known.find(({ gender }) => gender === role.gender);
    if (!other) throw error;
    return { voice: other.id, ...(await buySpeech(at, other.id, order, signal)) };
  }
}

/** When the provider told no times that fit: shared out over the whole. */
function guess(text: string, language: string, seconds: number): readonly SpokenWord[] {
  const pieces = sentencesOf(text, language).flatMap((sentence) => sentence.pieces);
  const times = estimateTimes(pieces, language, { speech: { from: 0, until: seconds }, gaps: [] });
  return pieces.map((piece, index) => ({ text: piece.text, ...(times[index] ?? { from: 0, until: 0 }) }));
}

const within = (words: readonly SpokenWord[], seconds: number): readonly SpokenWord[] =>
  words.map(({ text, from, until }) => ({ text, from: Math.min(from, seconds), until: Math.min(until, seconds) }));

async function listAll(house: House, signal: AbortSignal): ReturnType<Voices['voices']> {
  const [troupe, theirs] = await Promise.all([
    house.troupe(),
    house.elevenlabs ? listVoices(house.elevenlabs, signal).catch(faultOr) : Promise.resolve([]),
  ]);
  const bought = house.elevenlabs !== null && !(theirs instanceof VoiceFault);
  const roles = CAST.flatMap((role) => cardOf(role, bought, troupe));
  const accounts = theirs instanceof VoiceFault ? [] : theirs;
  return {
    voices: [...roles, ...accounts.map(accountCard), ...troupe.map(embeddedCard)],
    missing: theirs instanceof VoiceFault ? theirs : null,
  };
}

function faultOr(error: unknown): VoiceFault {
  if (error instanceof VoiceFault) return error;
  throw error;
}

const previewOf = (voice: string, language: string, provider: VoiceProviderName): VoiceCard['preview'] => ({
  ...{ text: previewIn(baseOf(language)), language, voice, provider },
});

function cardOf(role: Role, isBought: boolean, troupe: readonly EmbeddedVoice[]): readonly VoiceCard[] {
  const { id, name, language, gender, style } = role;
  const sibling = isBought ? null : standIn(troupe, language, gender);
  if (!isBought && !sibling) return [];
  const provider = isBought ? 'elevenlabs' : 'embedded';
  const preview = previewOf(id, language, provider);
  const speaker = sibling?.id ?? role.elevenlabs;
  const quality = sibling?.quality ?? 'natural';
  return [{ id, name, provider, language, gender, style, quality, isLogical: true, speaker, previewUrl: null, preview }];
}

const accountCard = (voice: Awaited<ReturnType<typeof listVoices>>[number]): VoiceCard => {
  const [id, language] = [`${THEIRS}${voice.id}`, voice.language ?? 'en'];
  const { name, gender, previewUrl } = voice;
  const preview = previewOf(id, language, 'elevenlabs');
  return {
    ...{ id, name, provider: 'elevenlabs', language, gender, style: voice.style ?? 'narration', quality: 'natural' },
    isLogical: false,
    ...{ speaker: voice.id, previewUrl, preview },
  };
};

const embeddedCard = ({ id, name, language, gender, quality }: EmbeddedVoice): VoiceCard => ({
  ...{ id, name, provider: 'embedded', language: baseOf(language), gender, style: 'narration', quality, speaker: id, previewUrl: null },
  isLogical: false,
  preview: previewOf(id, baseOf(language), 'embedded'),
});
