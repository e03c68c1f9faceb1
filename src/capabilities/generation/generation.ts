/**
 * Answers bought from models, each with an embedded sibling that is used when no model is configured or none answers.
 *
 * Hides providers, keys, time-outs, retries, the shape of what models say, the log of calls and what they cost. Words: a *question*
 * is one call with the schema of its answer; the *embedded* answer is computed here, by the caller's own rules, and said to be so;
 * *why* tells what made us use it; a *try* is one request of a question, a *repair* the one second chance of an answer that cannot
 * be used; the *desk* is what administrators see and choose.
 */
import type { Logger } from 'pino';
import type { TSchema } from 'typebox';
import type { Config } from '#config';
import type { Clock } from '#kernel/clock.ts';
import type { Db } from '#kernel/db/db.ts';
import type { PageAsked, PageOf } from '#kernel/http/pagination.ts';
import type { Settings } from '#kernel/settings.ts';
import { type ImageOrder, type PaintedImage, paintImage } from './image/image.ts';
import { createAsk } from './text/ask.ts';
import { type Call, type CallFigures, figuresOf, latestCalls, sweepCalls } from './text/calls.ts';
import { createChoices } from './text/choices.ts';
import type { KeyReport } from './text/key-report.ts';
import type { AnswerTo, TextProviderName, TextQuestion } from './text/question.ts';
import { readState, type TextState } from './text/state.ts';

export { IMAGE_STYLES, type ImageOrder, type ImageStyle, type PaintedImage } from './image/image.ts';
export type { Call, CallFigures } from './text/calls.ts';
export type { KeyReport } from './text/key-report.ts';
export type { Outcome } from './text/outcome.ts';
export type { EmbeddedWhy, TextAnswer, TextProviderName, TextPurpose, TextQuestion } from './text/question.ts';
export { PROVIDER_CHOICES, type ProviderChoice, textSettings } from './text/settings.ts';
export type { KeyState, TextState } from './text/state.ts';

export interface Generation {
  /** Never throws for what a provider does; `embedded` says that the caller's own answer counts, and why. */
  askText<S extends TSchema>(question: TextQuestion<S>): Promise<AnswerTo<S>>;
  /** Whether a model would be asked at all. */
  hasTextModel(): Promise<boolean>;
  /** Throws what the provider is at fault with. */
  paintImage(order: ImageOrder): Promise<PaintedImage>;
  readonly desk: Desk;
  /** Forgets calls of more than thirteen months ago; answers how many. For a daily job. */
  sweep(): Promise<number>;
}

export interface Desk {
  /** What is chosen, without any secret. */
  state(): Promise<TextState>;
  /** Asks the provider about the key in use; nothing is charged. Never throws for what a provider does. */
  tryKey(provider: TextProviderName): Promise<KeyReport>;
  /** Of this month (UTC). */
  figures(): Promise<CallFigures>;
  /** Newest first. */
  calls(page: PageAsked): Promise<PageOf<Call>>;
}

export interface GenerationTools {
  readonly db: Db;
  readonly clock: Clock;
  readonly log: Logger;
  readonly settings: Settings;
  readonly config: Pick<Config, 'generation' | 'publicUrl'>;
}

export function createGeneration(tools: GenerationTools): Generation {
  const { db, clock } = tools;
  const choices = createChoices(tools);
  return {
    askText: createAsk({ ...tools, choices }),
    paintImage,
    hasTextModel: async () => (await choices.endpointFor('matching')) !== null,
    desk: {
      state: () => readState(tools, choices),
      tryKey: choices.tryKey,
      figures: () => figuresOf(db, clock.now()),
      calls: (page) => latestCalls(db, page),
    },
    sweep: () => sweepCalls(db, clock.now()),
  };
}
