/**
 * Speech from a text, with the time of each written word.
 *
 * Words: an *order* is a text to be said in a language by a voice; a *logical voice* (`thomas`) is a name of the documents that every
 * provider has somebody for; an *embedded* voice speaks here, free of charge, with what is installed on this machine; a *piece* is one
 * written word with its spoken form. A voice never changes in the middle of a film without being asked: when a provider fails, the
 * order fails, and whoever made it decides.
 */

export const VOICE_PROVIDERS = ['elevenlabs', 'embedded'] as const;
export type VoiceProviderName = (typeof VOICE_PROVIDERS)[number];

export interface SpeechOrder {
  readonly text: string;
  /** `fr`, `en`, `ar`, or any other that a voice speaks. */
  readonly language: string;
  /** A logical name, an embedded voice (`pico-fr`), or a voice of the provider as `elevenlabs:<its id>`. */
  readonly voice: string;
  /** Aborting it makes the order throw its reason; nothing of it is left. */
  readonly signal: AbortSignal;
  /** The account that asked, for the log of what is bought. */
  readonly by?: number;
  /** 0.5 to 2; 1 when not given. */
  readonly rate?: number;
  /** When not given: the one that has a key, else what is embedded. */
  readonly provider?: VoiceProviderName;
  /** For everything together, milliseconds; 120 000 when not given. */
  readonly timeoutMs?: number;
  /** 0 to 1; only of providers that know them. */
  readonly stability?: number;
  readonly similarityBoost?: number;
  /** What is said before and after, in other files: keeps the melody when one scene is said again. */
  readonly previousText?: string;
  readonly nextText?: string;
  /**
   * An earlier try may have bought it, at this time or later: what the provider kept is fetched, and nothing is bought. `lost_purchase`
   * when it is not there.
   */
  readonly boughtSince?: Date;
}

/** Seconds from the start of the file. */
export interface SpokenWord {
  readonly text: string;
  readonly from: number;
  readonly until: number;
}

export interface Speech {
  /** 48 kHz, one channel, 16 bits, −16 LUFS: in the folder that was given, and the caller's from now on. */
  readonly wav: string;
  readonly seconds: number;
  /** All words of the text that can be spoken, in order, as they were written. */
  readonly words: readonly SpokenWord[];
  readonly provider: VoiceProviderName;
  /** Who really spoke: the id of the provider, or of the embedded voice. */
  readonly voice: string;
  readonly requestId: string | null;
  /** Null when nobody told and nobody knows. */
  readonly costUsd: number | null;
  /** Characters that were charged, or spoken here. */
  readonly characters: number;
}

export type VoiceFaultKind =
  | 'nothing_to_say'
  | 'too_long'
  | 'unknown_voice'
  | 'no_voice' // nothing on this machine speaks this language
  | 'no_ffmpeg'
  | 'engine_failed'
  | 'not_configured'
  | 'unauthorized'
  | 'quota_exceeded'
  | 'rate_limited'
  | 'bad_request'
  | 'unreachable'
  | 'unavailable'
  | 'timeout'
  | 'unreadable'
  | 'lost_purchase'; // nobody knows whether it was bought, and the provider has nothing of it

export interface VoiceFaultFacts {
  readonly httpStatus: number | null;
  /** A word of the provider or of the engine, never a sentence. */
  readonly code: string | null;
  readonly requestId: string | null;
  readonly retryAfterMs: number | null;
  /** Another try may go better, and nothing was bought. */
  readonly isPassing: boolean;
  readonly mayBeCharged: boolean;
}

const NO_FACTS: VoiceFaultFacts = {
  httpStatus: null,
  code: null,
  requestId: null,
  retryAfterMs: null,
  isPassing: false,
  mayBeCharged: false,
};

/** `wordsOfVoiceFault` says it to people. Neither keys nor texts are in its message. */
export class VoiceFault extends Error {
  readonly provider: VoiceProviderName;
  readonly kind: VoiceFaultKind;
  readonly facts: VoiceFaultFacts;
  constructor(provider: VoiceProviderName, kind: VoiceFaultKind, facts: Partial<VoiceFaultFacts> = {}) {
    super(`${provider}: ${[kind, facts.httpStatus, facts.code].filter(Boolean).join(' ')}`);
    this.name = 'VoiceFault';
    this.provider = provider;
    this.kind = kind;
    this.facts = { ...NO_FACTS, ...facts };
  }
}

export type VoiceGender = 'female' | 'male';
/** `natural` is a person's voice by a model, `clear` is made of recorded speech, `robotic` of formulas. */
export type VoiceQuality = 'natural' | 'clear' | 'robotic';

/** One voice that would really speak if it was asked now. */
export interface VoiceCard {
  readonly id: string;
  readonly name: string;
  readonly provider: VoiceProviderName;
  readonly language: string;
  readonly gender: VoiceGender | null;
  readonly style: string;
  readonly quality: VoiceQuality;
  /** A name of the documents, behind which somebody speaks. */
  readonly isLogical: boolean;
  /** Who speaks behind a logical name. */
  readonly speaker: string;
  /** Of the provider; what is embedded is heard by `preview`. */
  readonly previewUrl: string | null;
  /** An order that lets the voice be heard, but for its signal. */
  readonly preview: Omit<SpeechOrder, 'signal'>;
}
