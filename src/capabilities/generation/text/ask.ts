/**
 * One question from beginning to end: whom to ask, every try noted before it leaves, patience within one deadline, one repair,
 * and the embedded answer as soon as nothing better can come.
 */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Static, TSchema } from 'typebox';
import type { Clock } from '#kernel/clock.ts';
import type { Db } from '#kernel/db/db.ts';
import type { Settings } from '#kernel/settings.ts';
import { noteIntent, settle } from '../calls.ts';
import { type Circuit, createCircuit } from '../circuit.ts';
import { MOST_RETRIES, waitBefore } from '../retry.ts';
import { complete } from './chat-client.ts';
import type { Choices } from './choices.ts';
import type { Endpoint } from './endpoint.ts';
import { type ReadAnswer, readAnswer } from './json.ts';
import { createManners, limitIn, type Manners } from './manners.ts';
import { priceOf } from './models.ts';
import { type Fault, fault, NOTHING_TOLD, type Result, WHY } from './outcome.ts';
import {
  type AnswerTo,
  type ChatMessage,
  type EmbeddedWhy,
  openingOf,
  repairOf,
  type TextAnswer,
  type TextProviderName,
  type TextQuestion,
} from './question.ts';
import { textSettings } from './settings.ts';

export interface AskTools {
  readonly db: Db;
  readonly clock: Clock;
  readonly log: Logger;
  readonly settings: Settings;
  readonly choices: Choices;
}

export function createAsk(tools: AskTools): <S extends TSchema>(question: TextQuestion<S>) => Promise<AnswerTo<S>> {
  const circuit = createCircuit<TextProviderName, EmbeddedWhy>(tools.clock);
  const manners = createManners();
  return async (question) => {
    question.signal?.throwIfAborted();
    const endpoint = await tools.choices.endpointFor(question.purpose);
    if (!endpoint) return embedded('not_configured');
    const resting = circuit.restOf(endpoint.provider);
    if (resting) return embedded(resting);
    const budget = await tools.settings.get(textSettings.monthlyBudget);
    const deadline = AbortSignal.timeout(question.timeoutMs);
    const endsAt = performance.now() + question.timeoutMs;
    const signal = question.signal ? AbortSignal.any([deadline, question.signal]) : deadline;
    return converse({
      ...tools,
      question,
      endpoint,
      circuit,
      manners,
      budget,
      signal,
      endsAt,
      questionId: randomUUID(),
      tries: 0,
      retries: 0,
    });
  };
}

const embedded = (why: EmbeddedWhy): TextAnswer<never> => ({ by: 'embedded', why });

interface Run<S extends TSchema> extends AskTools {
  readonly question: TextQuestion<S>;
  readonly endpoint: Endpoint;
  readonly circuit: Circuit<TextProviderName, EmbeddedWhy>;
  readonly manners: Manners;
  readonly budget: number | null;
  /** The deadline, or the end of the caller's interest. */
  readonly signal: AbortSignal;
  readonly endsAt: number;
  readonly questionId: string;
  tries: number;
  retries: number;
}

/** Asks, and once more with what was wrong. */
async function converse<S extends TSchema>(run: Run<S>): Promise<AnswerTo<S>> {
  const opening = openingOf(run.question);
  const first = await insist(run, opening, false);
  if (first.outcome !== 'answered') return giveUp(run, first);
  if (first.read.ok) return accept(run, first, first.read.value);
  const second = await insist(run, [...opening, ...repairOf(first.text, first.read.fault)], true);
  if (second.outcome !== 'answered') return giveUp(run, second);
  return second.read.ok ? accept(run, second, second.read.value) : giveUp(run, fault('unusable'));
}

type Said = Extract<Result, { outcome: 'answered' }>;
type Judged<S extends TSchema> = (Said & { readonly model: string; readonly read: ReadAnswer<Static<S>> }) | Fault;

function accept<S extends TSchema>({ circuit, endpoint }: Run<S>, said: Said & { readonly model: string }, value: Static<S>): AnswerTo<S> {
  circuit.isUp(endpoint.provider);
  return { by: 'model', provider: endpoint.provider, model: said.servedModel ?? said.model, value };
}

function giveUp<S extends TSchema>({ circuit, endpoint, question, log }: Run<S>, { outcome, isDown }: Fault): AnswerTo<S> {
  if (outcome === 'cancelled') {
    question.signal?.throwIfAborted();
    return embedded('failed');
  }
  const why = WHY[outcome];
  if (isDown) circuit.isDown(endpoint.provider, why);
  // The budget was reached before anybody was asked: that tells nothing of the provider.
  else if (outcome !== 'quota') circuit.isUp(endpoint.provider);
  log.warn({ provider: endpoint.provider, purpose: question.purpose, outcome }, 'no model answered: the embedded answer counts');
  return embedded(why);
}

/** Tries until there is an answer, or nothing is left to try, or no time. */
async function insist<S extends TSchema>(run: Run<S>, messages: readonly ChatMessage[], isRepair: boolean): Promise<Judged<S>> {
  const { endpoint, manners } = run;
  for (;;) {
    const model = manners.modelOf(endpoint);
    const body = manners.bodyOf(endpoint, model, { ...run.question, messages });
    const result = await tryOnce(run, model, body, isRepair);
    if (result.outcome === 'answered') return result;
    if (run.signal.aborted) return result;
    if (result.outcome === 'unknown_model' && manners.isGone(endpoint, model)) continue;
    if (result.outcome === 'failed' && result.complaint !== null && manners.learn(endpoint, model, result, body)) continue;
    if (!result.passing || !(await waitedFor(run, result))) return result;
  }
}

/** False when there is no try left, or no time for it. */
async function waitedFor<S extends TSchema>(run: Run<S>, { patienceMs }: Fault): Promise<boolean> {
  if (run.retries >= MOST_RETRIES) return false;
  const wait = waitBefore(run.retries, patienceMs);
  if (performance.now() + wait >= run.endsAt) return false;
  run.retries++;
  return sleep(wait, true, { signal: run.signal }).catch(() => false);
}

async function tryOnce<S extends TSchema>(
  run: Run<S>,
  model: string,
  body: Readonly<Record<string, unknown>>,
  isRepair: boolean,
): Promise<Judged<S>> {
  const { db, clock, endpoint, question, questionId, signal } = run;
  const mostUsd = costOf(endpoint, model, tokensIn(body), limitIn(body));
  const who = { questionId, tryNumber: ++run.tries, isRepair, purpose: question.purpose, provider: endpoint.provider, model };
  const id = await noteIntent(db, { ...who, mostUsd, accountId: question.by ?? null, at: clock.now() }, run.budget);
  if (id === null) return fault('quota');
  const started = performance.now();
  // One key for all tries of a question in one form: a provider that honours it works on the question once.
  const headers = { ...endpoint.headers, 'idempotency-key': `${questionId}-${isRepair ? 'repair' : 'first'}` };
  const result = signal.aborted
    ? { ...NOTHING_TOLD, ...fault(question.signal?.aborted ? 'cancelled' : 'timeout') }
    : await complete({ url: endpoint.url, headers, body, signal }, clock.now());
  const read = result.outcome === 'answered' ? readAnswer(question.schema, result.text) : null;
  await conclude(run, id, model, result, { latencyMs: Math.round(performance.now() - started), isUsable: read?.ok ?? false });
  return result.outcome === 'answered' && read ? { ...result, model, read } : (result as Fault);
}

/** A log that fails costs nobody the answer: the call then stays without an outcome, and what it may have cost stays counted. */
async function conclude<S extends TSchema>(
  { db, endpoint, log }: Run<S>,
  id: number,
  model: string,
  result: Result,
  { latencyMs, isUsable }: { readonly latencyMs: number; readonly isUsable: boolean },
): Promise<void> {
  const reckoned = result.tokensIn === null ? null : costOf(endpoint, model, result.tokensIn, result.tokensOut ?? 0);
  const costUsd = endpoint.isFree ? 0 : (result.costUsd ?? reckoned);
  const outcome = result.outcome === 'answered' && !isUsable ? 'unusable' : result.outcome;
  const mayBeCharged = result.outcome === 'answered' || result.mayBeCharged;
  await settle(db, id, { ...result, outcome, costUsd, latencyMs, keepsReserve: costUsd === null && mayBeCharged }).catch((err: unknown) =>
    log.error({ err }, 'a call could not be settled'),
  );
}

const costOf = ({ isFree }: Endpoint, model: string, into: number, out: number): number | null => (isFree ? 0 : priceOf(model, into, out));

/** More than it will be: a token of any language is seldom shorter than two letters. */
const tokensIn = (body: Readonly<Record<string, unknown>>): number => Math.ceil(JSON.stringify(body['messages']).length / 2);
