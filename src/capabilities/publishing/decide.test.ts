import { describe, expect, it } from 'vitest';
import { afterCall, afterRead, nextStep } from './decide.ts';
import { PATIENCE, pauseAfter } from './patience.ts';
import type { Held } from './records.ts';

const NOON = new Date('2026-11-21T12:00:00Z');
const later = (seconds: number): Date => new Date(NOON.getTime() + seconds * 1000);
const held = (facts: Partial<Held> = {}): Held => ({
  ...{ id: 1, accountId: 1, platform: 'facebook', connectionId: 1, connectionChosen: false, key: 'k', state: 'leased', version: 1 },
  ...{ post: { text: '', media: [], firstComment: '', madeWithAi: false }, dueAt: NOON, nextAttemptAt: NOON, calledAt: null },
  ...{ endedAt: null, platformPostId: null, platformPostUrl: null, outcome: null, tries: 0, sent: null, token: 't', graceSeconds: 7200 },
  ...{ catchUp: false, preparedAt: null, firstCalledAt: null, checkpoint: {}, reads: 0, absences: 0, absentAt: null, doubts: 0 },
  ...{ rearmed: false, verdict: null, afterwordsTries: 0, isCommented: false, now: () => NOON },
  ...facts,
});
const stepOf = (facts: Partial<Held>, now = NOON) => nextStep(held(facts), now, PATIENCE);
const readOf = (facts: Partial<Held>, seconds: number) =>
  afterRead(held({ state: 'called', calledAt: NOON, ...facts }), { kind: 'absent' }, later(seconds), PATIENCE);

describe('what is done with what is held', () => {
  it('called is read, whatever else is true of it', () => {
    expect(stepOf({ state: 'called', tries: 1000 }, later(30 * 86_400))).toEqual({ is: 'read' });
  });
  it('what was prepared a while ago is prepared again', () => {
    expect(stepOf({ state: 'prepared', preparedAt: NOON }, later(600))).toEqual({ is: 'say' });
    expect(stepOf({ state: 'prepared', preparedAt: NOON }, later(1000))).toEqual({ is: 'prepare' });
    expect(stepOf({ state: 'prepared' })).toEqual({ is: 'prepare' });
  });
  it('too late is missed to the second, but never where it may have been said', () => {
    expect(stepOf({}, later(7200))).toEqual({ is: 'prepare' });
    expect(stepOf({}, later(7201))).toMatchObject({ end: { state: 'missed', outcome: { reason: 'missed_window' } } });
    expect(stepOf({ doubts: 1 }, later(7201))).toMatchObject({ end: { state: 'unknown' } });
    expect(stepOf({ doubts: 1, tries: 2 }, later(7201))).toMatchObject({ end: { state: 'unknown', outcome: { reason: 'gave_up' } } });
    expect(stepOf({ catchUp: true }, later(30 * 86_400))).toEqual({ is: 'prepare' });
  });
});

describe('what follows from a read that finds nothing', () => {
  it('nothing, while the request may still travel; one absence; two a minute apart', () => {
    expect(readOf({}, 20)).toMatchObject({ is: 'look' });
    expect(readOf({}, 20)).not.toMatchObject({ isAbsent: true });
    expect(readOf({}, 40)).toMatchObject({ is: 'look', isAbsent: true, seconds: 60 });
    expect(readOf({ absences: 1, absentAt: later(40) }, 70)).toMatchObject({ is: 'look', isAbsent: false, seconds: 30 });
    expect(readOf({ absences: 1, absentAt: later(40) }, 100)).toMatchObject({ is: 'rearm' });
  });
  it('once is enough, and too late is too late', () => {
    const twice = { absences: 1, absentAt: later(40) };
    expect(readOf({ ...twice, rearmed: true }, 100)).toMatchObject({ end: { state: 'unknown' } });
    expect(readOf({ ...twice, absentAt: later(7100) }, 7300)).toMatchObject({ end: { state: 'unknown' } });
    expect(readOf({ ...twice, absentAt: later(7100), catchUp: true }, 7300)).toMatchObject({ is: 'rearm' });
  });
});

it('what the platform says that it will make nothing of is rejected, not looked for any longer', () => {
  const refusal = { reason: 'media', code: 'ProcessingFailed', detail: 'unreadable film' } as const;
  const called = held({ state: 'called', calledAt: NOON });
  expect(afterRead(called, { kind: 'refused', refusal }, later(5), PATIENCE)).toMatchObject({
    is: 'end',
    end: { state: 'rejected', outcome: refusal },
  });
});

it('a wait that the platform asks for is never shortened', () => {
  expect(afterCall(held(), { kind: 'not_sent', seconds: 900, why: '429' }, PATIENCE)).toMatchObject({ is: 'retry', seconds: 900 });
});

it('pauses double up to the longest, a quarter more or less', () => {
  expect([0, 1, 2, 40].map((failures) => pauseAfter(failures, [10, 1800], () => 0.5))).toEqual([10, 20, 40, 1800]);
  expect([0, 1].map((chance) => pauseAfter(1, [10, 1800], () => chance))).toEqual([15, 25]);
});
