/**
 * One publication from where it stands to where it can get in one pass: claimed, prepared, armed, called, ended. Nothing here waits:
 * what has to wait is given back with the time of its next pass.
 */
import type { Logger } from 'pino';
import type { Attempts } from './attempts.ts';
import type { MadeCall } from './calls.ts';
import { afterCall, afterRead, afterRefusal, halted, nextStep, rejected, secondsBetween, type Verdict } from './decide.ts';
import { NoPublicAddress } from './media-links.ts';
import type { Move, Moves } from './moves.ts';
import { type Patience, pauseAfter } from './patience.ts';
import { CallFault, type Found, GrantFault, type Platform, type PlatformName, type Prepared, type Published } from './platform.ts';
import type { Posters, Posting } from './posters.ts';
import type { PublicationGuard, PublicationState } from './publication.ts';
import type { End, Held } from './records.ts';

export interface AdvanceTools {
  readonly log: Logger;
  readonly moves: Moves;
  readonly attempts: Attempts;
  readonly posters: Posters;
  readonly patience: Patience;
  readonly platforms: Readonly<Record<PlatformName, Platform>>;
  callFor(held: Held, posting: Posting, signal: AbortSignal): MadeCall;
  /** Whether it may still be said; what throws here is looked at again later, and not said until then. */
  readonly guard: PublicationGuard;
  /** False: another one of the connection's backlog was just said. */
  takePlace(connectionId: number): Promise<boolean>;
  /** The process is going to stop: nothing more is armed. */
  isStopping(): boolean;
  /** Told after each state that was written; a drill stops here for ever. */
  onState?(state: PublicationState, held: Held): Promise<void>;
}

/** Throws only what is wrong with the program or the database; then the lease runs out and somebody looks again. */
export async function advance(tools: AdvanceTools, held: Held, signal: AbortSignal): Promise<void> {
  await tools.onState?.(held.state, held);
  const step = nextStep(held, held.now(), tools.patience);
  if (step.is === 'end') return finish(tools, held, held.state, step.end);
  const posting = await findPosting(tools, held);
  if (!posting) return;
  if (step.is === 'read') return read(tools, held, tools.callFor(held, posting, signal));
  // Another account than the one it was prepared for, because that one is not connected any more: from the beginning.
  const isMoved = held.connectionId !== null && held.connectionId !== posting.connectionId;
  const ours = isMoved ? { ...held, checkpoint: {} } : held;
  if (step.is === 'say' && !isMoved) return say(tools, ours, posting, signal);
  return prepare(tools, ours, posting, signal);
}

/** Who posts; without one it is rejected when its time has come. Null when it was put aside. */
async function findPosting(tools: AdvanceTools, held: Held): Promise<Posting | null> {
  const problem = { code: '', detail: '' };
  try {
    const posting = await tools.posters.find(held);
    if (posting) return posting;
    problem.detail = 'no account is connected';
  } catch (error) {
    if (!(error instanceof CallFault) && !(error instanceof GrantFault)) throw error;
    await tryLater(tools, held, error.message);
    return null;
  }
  if (held.state === 'called' || held.doubts > 0) await tryLater(tools, held, problem.detail);
  else if (held.dueAt > held.now()) await rest(tools, held, { to: 'due', rest: 0, untilDue: true }, problem.detail);
  else await finish(tools, held, held.state, rejected({ reason: 'not_connected', ...problem }));
  return null;
}

async function prepare(tools: AdvanceTools, held: Held, posting: Posting, signal: AbortSignal): Promise<void> {
  const { connectionId } = posting;
  // Uploading is telling already.
  if (await isHalted(tools, held)) return;
  const prepared = await attemptPrepare(tools, held, posting, signal);
  if (prepared === null) return;
  if (prepared.kind === 'refused') return conclude(tools, held, posting, afterRefusal(prepared.refusal));
  const { checkpoint } = prepared;
  if (prepared.kind === 'wait')
    return rest(tools, held, { to: 'prepared', rest: prepared.seconds, checkpoint, connectionId }, prepared.why);
  const isEarly = held.dueAt > held.now() || tools.isStopping();
  const move: Move = { to: 'prepared', isReady: true, checkpoint, connectionId, ...(isEarly ? { rest: 0, untilDue: true } : {}) };
  if (!(await step(tools, held, held.state, move)) || isEarly) return;
  return say(tools, { ...held, state: 'prepared', checkpoint, connectionId }, posting, signal);
}

/** Null when it was put aside, to be tried again. */
async function attemptPrepare(tools: AdvanceTools, held: Held, posting: Posting, signal: AbortSignal): Promise<Prepared | null> {
  try {
    return await tools.platforms[held.platform].prepare(tools.callFor(held, posting, signal));
  } catch (error) {
    if (error instanceof NoPublicAddress)
      return { kind: 'refused', refusal: { reason: 'media', code: 'PUBLIC_URL', detail: error.message } };
    if (!(error instanceof CallFault)) tools.log.error({ err: error, publication: held.id }, 'a publication could not be prepared');
    await tryLater(tools, held, String(error));
    return null;
  }
}

/** From prepared to what the platform answers. The two commits before the request are what makes a dead process harmless. */
async function say(tools: AdvanceTools, held: Held, posting: Posting, signal: AbortSignal): Promise<void> {
  const { patience } = tools;
  if (held.dueAt > held.now() || tools.isStopping()) return rest(tools, held, { to: 'prepared', rest: 0, isReady: true, untilDue: true });
  if (await isHalted(tools, held)) return;
  const isBacklog = secondsBetween(held.dueAt, held.now()) > patience.backlogSeconds;
  if (isBacklog && !(await tools.takePlace(posting.connectionId)))
    return rest(tools, held, { to: 'prepared', rest: 0, isReady: true, keepsTurn: true });
  if (!(await step(tools, held, 'prepared', { to: 'armed' }))) return letGo(tools, held, 'prepared');
  // A process that stood still since (a suspended machine) may have lost its lease by the time it writes to the socket.
  const begun = performance.now();
  if (!(await step(tools, held, 'armed', { to: 'called' }))) return letGo(tools, held, 'armed');
  const called: Held = { ...held, state: 'called', calledAt: held.now(), firstCalledAt: held.firstCalledAt ?? held.now() };
  const isLate = signal.aborted || performance.now() - begun > (patience.leaseSeconds * 1000) / 2;
  const published = isLate ? stoodStill : await publish(tools, called, posting, signal);
  return conclude(tools, called, posting, afterCall(called, published, patience));
}
const stoodStill: Published = { kind: 'not_sent', seconds: 0, why: 'the process stood still between the commit and the call' };

/** Ended, because somebody who appears in it did not agree, or does not any more. A later refusal changes its version, and the arming fails. */
async function isHalted(tools: AdvanceTools, held: Held): Promise<boolean> {
  const halt = await tools.guard(held, held.now());
  if (halt) await finish(tools, held, held.state, halted(held, halt));
  return halt !== null;
}

async function publish(tools: AdvanceTools, held: Held, posting: Posting, signal: AbortSignal): Promise<Published> {
  const call = tools.callFor(held, posting, signal);
  try {
    return await tools.platforms[held.platform].publish(call);
  } catch (error) {
    if (!(error instanceof CallFault)) tools.log.error({ err: error, publication: held.id }, 'a platform file failed while it published');
    // Only where the very first request did not leave is it certain that nothing was said.
    const isUnsent = error instanceof CallFault && error.unsent && call.sent() <= 1;
    return isUnsent ? { kind: 'not_sent', seconds: 0, why: String(error) } : { kind: 'unknown', why: String(error) };
  }
}

async function read(tools: AdvanceTools, held: Held, call: MadeCall): Promise<void> {
  const begun = held.now();
  const since = held.firstCalledAt ?? held.calledAt ?? begun;
  const found = await tools.platforms[held.platform].find(call, since).catch((error: unknown): Found => {
    if (!(error instanceof CallFault)) tools.log.error({ err: error, publication: held.id }, 'a platform file failed while it read');
    return { kind: 'unreadable', seconds: 0, why: String(error) };
  });
  return follow(tools, held, afterRead(held, found, begun, tools.patience));
}

/** A token that was refused while other tokens are at hand is no refusal of the post. */
async function conclude(tools: AdvanceTools, held: Held, posting: Posting, verdict: Verdict): Promise<void> {
  if (verdict.is !== 'end' || verdict.expires === undefined) return follow(tools, held, verdict);
  const again = await otherTokens(tools, posting, verdict.expires);
  if (!again) return follow(tools, held, verdict);
  if (held.state === 'called') return follow(tools, held, { is: 'retry', seconds: 0, why: verdict.expires });
  return rest(tools, held, { to: backFrom(held.state), rest: 0, tries: 1 }, verdict.expires);
}

async function otherTokens({ posters }: AdvanceTools, posting: Posting, problem: string): Promise<boolean> {
  try {
    return await posters.refused(posting, problem);
  } catch (error) {
    if (error instanceof CallFault) return true; // they may be had later
    throw error;
  }
}

async function follow(tools: AdvanceTools, held: Held, verdict: Verdict): Promise<void> {
  switch (verdict.is) {
    case 'end':
      return finish(tools, held, held.state, verdict.end);
    case 'retry':
      return rest(tools, held, { to: 'prepared', rest: verdict.seconds, tries: 1, uncalled: 'unsent' }, verdict.why);
    case 'look':
      return rest(tools, held, { to: 'called', rest: verdict.seconds, reads: 1, isAbsent: verdict.isAbsent === true }, verdict.why);
    case 'rearm':
      return rest(tools, held, { to: 'prepared', rest: 0, uncalled: 'doubt' }, verdict.why);
  }
}

/** Nothing can be said or read now: after a longer pause each time. */
const tryLater = (tools: AdvanceTools, held: Held, why: string): Promise<void> =>
  held.state === 'called'
    ? follow(tools, held, afterRead(held, { kind: 'unreadable', seconds: 0, why }, held.now(), tools.patience))
    : rest(tools, held, { to: backFrom(held.state), rest: pauseAfter(held.tries, tools.patience.retrySeconds), tries: 1 }, why);

const backFrom = (state: PublicationState): 'due' | 'prepared' => (state === 'leased' ? 'due' : 'prepared');

async function rest(tools: AdvanceTools, held: Held, move: Move & { readonly rest: number }, why = ''): Promise<void> {
  if (why) await tools.attempts.note(held.id, { phase: move.to, code: 'wait', detail: why });
  await step(tools, held, held.state, move);
}

const LET_GO_SECONDS = 5;
/** Somebody cancelled or changed it, or its connection is gone: looked at anew, when it is still ours. */
const letGo = async (tools: AdvanceTools, held: Held, from: PublicationState): Promise<void> => {
  await tools.moves.move(held, from, { to: 'prepared', rest: LET_GO_SECONDS });
};

async function step(tools: AdvanceTools, held: Held, from: PublicationState, move: Move): Promise<boolean> {
  const isDone = await tools.moves.move(held, from, move);
  if (isDone) await tools.onState?.(move.to, held);
  return isDone;
}

async function finish(tools: AdvanceTools, held: Held, from: PublicationState, end: End): Promise<void> {
  try {
    if (!(await tools.moves.end(held, from, end))) return;
  } catch (error) {
    tools.log.error(
      { err: error, publication: held.id, state: end.state },
      'the end of a publication could not be written and will be again',
    );
    // Known for certain: the next pass only writes it.
    const to = from === 'called' ? 'called' : backFrom(from);
    await tools.moves.move(held, from, { to, rest: pauseAfter(0, tools.patience.retrySeconds), verdict: end });
    return;
  }
  await tools.attempts.note(held.id, {
    phase: end.state,
    code: end.outcome?.code || end.outcome?.reason || null,
    detail: end.outcome?.detail || null,
  });
  await tools.onState?.(end.state, held);
}
