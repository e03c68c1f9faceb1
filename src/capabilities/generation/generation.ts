/**
 * Answers and pictures bought from models, each with an embedded sibling that is used when no model is configured or none answers.
 *
 * Hides providers, keys, time-outs, retries, the shape of what models say, the log of calls and what they cost. Words: a *question*
 * is one call with the schema of its answer; the *embedded* answer is computed here, by the caller's own rules, and said to be so;
 * *why* tells what made us use it; a *try* is one request of a question, a *repair* the one second chance of an answer that cannot
 * be used; the *desk* is what administrators see and choose.
 */

import { join } from 'node:path';
import type { Logger } from 'pino';
import type { TSchema } from 'typebox';
import type { Config } from '#config';
import type { Clock } from '#kernel/clock.ts';
import type { Db } from '#kernel/db/db.ts';
import type { PageAsked, PageOf } from '#kernel/http/pagination.ts';
import type { Settings } from '#kernel/settings.ts';
import { createBooks } from './books.ts';
import { type Call, type CallFigures, figuresOf, latestCalls, sweepCalls } from './calls.ts';
import { type Clips, createClips } from './clips/clips.ts';
import { createPainting } from './image/chain.ts';
import type { ImageOrder, ImageProviderName, PaintedImage } from './image/image.ts';
import { type ImageOffer, offerImage } from './image/offer.ts';
import { createPlaces, type ImageState } from './image/places.ts';
import type { ImageKeyReport } from './image/provider.ts';
import { sweepPurchases } from './image/purchases.ts';
import { createMusic, type MusicFacts, type MusicRoom } from './music/music.ts';
import { type Script, type ScriptOrder, writeScript } from './script/script.ts';
import { createAsk } from './text/ask.ts';
import { createChoices } from './text/choices.ts';
import type { KeyReport } from './text/key-report.ts';
import type { AnswerTo, TextProviderName, TextQuestion } from './text/question.ts';
import { readState, type TextState } from './text/state.ts';
import { createVoices, type Voices } from './voice/speaking.ts';

export type { Call, CallFigures } from './calls.ts';
export { ClipFault, type MadeClip, wordsOfClipFault } from './clips/clips.ts';
export {
  IMAGE_STYLES,
  type ImageFaultKind,
  type ImageNote,
  type ImageOrder,
  type ImageProviderName,
  ImageRefusal,
  type ImageStyle,
  type PaintedImage,
} from './image/image.ts';
export { imageProviderNamed } from './image/models.ts';
export type { ImageState } from './image/places.ts';
export type { ImageKeyReport } from './image/provider.ts';
export { imageSettings } from './image/settings.ts';
export { wordsOfNote } from './image/words.ts';
export { type Music, MusicFault, type MusicPurchase, wordsOfMusicFault } from './music/music.ts';
export type { Script, ScriptLanguage, ScriptScene } from './script/script.ts';
export type { KeyReport } from './text/key-report.ts';
export type { Outcome } from './text/outcome.ts';
export type { EmbeddedWhy, TextAnswer, TextProviderName, TextPurpose, TextQuestion } from './text/question.ts';
export { PROVIDER_CHOICES, type ProviderChoice, textSettings } from './text/settings.ts';
export type { KeyState, TextState } from './text/state.ts';
export { CAST as LOGICAL_VOICES } from './voice/cast.ts';
export { VOICE_QUALITIES, wordsOfVoiceFault } from './voice/messages.ts';
export type { Voices } from './voice/speaking.ts';
export { type Speech, type VoiceCard, VoiceFault } from './voice/voice.ts';

export interface Generation {
  /** Never throws for what a provider does; `embedded` says that the caller's own answer counts, and why. */
  askText<S extends TSchema>(question: TextQuestion<S>): Promise<AnswerTo<S>>;
  /** Whether a model would be asked at all. */
  hasTextModel(): Promise<boolean>;
  /**
   * Never throws for what a provider does, but for a refusal for safety: that is an `ImageRefusal`, with a reason for the person,
   * and final. Throws the reason of the order's signal.
   */
  paintImage(order: ImageOrder): Promise<PaintedImage>;
  /** Who would be asked for it first, and the most it may cost. */
  offerImage(order: ImageOrder): Promise<ImageOffer>;
  /** A sentence becomes scenes with their words and pictures; by a model, else by the embedded writer, and said which. */
  writeScript(order: ScriptOrder): Promise<Script>;
  /** Text becomes speech with the time of each word. */
  readonly voices: Voices;
  readonly music: MusicRoom;
  /** A picture becomes a moving one. */
  readonly clips: Clips;
  readonly desk: Desk;
  /** Forgets calls of more than thirteen months ago; answers how many. For a daily job. */
  sweep(): Promise<number>;
}

export interface Desk {
  /** What is chosen, without any secret. */
  state(): Promise<TextState>;
  /** Asks the provider about the key in use; nothing is charged. Never throws for what a provider does. */
  tryKey(provider: TextProviderName): Promise<KeyReport>;
  /** Who makes pictures, without any secret. */
  imageState(): Promise<ImageState>;
  /** As `tryKey`, of the providers of pictures. */
  tryImageKey(provider: ImageProviderName): Promise<ImageKeyReport>;
  /** Of this month (UTC), pictures (purpose `image`) among them. */
  figures(): Promise<CallFigures>;
  /** Newest first. */
  calls(page: PageAsked): Promise<PageOf<Call>>;
}

export interface GenerationTools {
  readonly db: Db;
  readonly clock: Clock;
  readonly log: Logger;
  readonly settings: Settings;
  readonly config: Pick<Config, 'generation' | 'publicUrl' | 'dataFolder'>;
}

export function createGeneration(tools: GenerationTools): Generation {
  const { db, clock, config } = tools;
  const choices = createChoices(tools);
  const places = createPlaces(tools);
  const books = createBooks(tools);
  const askText = createAsk({ ...tools, choices });
  return {
    askText,
    writeScript: (order) => writeScript({ askText }, order),
    paintImage: createPainting({ ...tools, places }),
    offerImage: (order) => offerImage(places, order),
    voices: createVoices(
      {
        elevenlabs: { url: config.generation.elevenlabsUrl, key: config.generation.elevenlabsApiKey },
        embedded: { folder: join(config.dataFolder, 'voices') },
      },
      books,
    ),
    music: createMusic(musicPlaces(config.generation), books),
    clips: createClips({ runway: runwayPlace(config.generation) }, books),
    hasTextModel: async () => (await choices.endpointFor('matching')) !== null,
    desk: {
      state: () => readState(tools, choices),
      tryKey: choices.tryKey,
      imageState: places.state,
      tryImageKey: places.tryKey,
      figures: () => figuresOf(db, clock.now()),
      calls: (page) => latestCalls(db, page),
    },
    async sweep() {
      await sweepPurchases(db, clock.now());
      return sweepCalls(db, clock.now());
    },
  };
}

const musicPlaces = ({ sunoUrl, sunoApiKey, elevenlabsUrl, elevenlabsApiKey }: Config['generation']): MusicFacts => ({
  suno: sunoUrl ? { url: sunoUrl, key: sunoApiKey ?? '' } : null,
  elevenlabs: elevenlabsApiKey ? { url: elevenlabsUrl, key: elevenlabsApiKey } : null,
});

const runwayPlace = ({ runwayUrl, runwayApiKey }: Config['generation']) => (runwayApiKey ? { url: runwayUrl, key: runwayApiKey } : null);
