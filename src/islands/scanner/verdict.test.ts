import { describe, expect, it } from 'vitest';
import { createBook, type Evidence, judge } from './verdict.ts';
import type { Action, Person, Standing } from './wire.ts';

const person = (ref: string, facts: Partial<Person> = {}): Person => ({
  ...{ ref, name: ref, photo: null, codes: [`hash-${ref}`], state: 'absent', since: null, booked: true },
  ...facts,
});
const badge = (seed: string, projectId = 1): Evidence => ({
  by: 'badge',
  claims: { keyId: 1, projectId, assignmentId: 1, talentId: 1, seed },
});
const project = { id: 1, name: 'Le sable', timeZone: 'Africa/Casablanca', dayStarts: '04:00' };
const people = [person('awa'), person('binta', { booked: false }), person('chérif', { booked: null }), person('lost')];
const book = createBook({ project, people, revoked: [{ seed: 'lost', reason: 'perdu' }] });
const at = (standing: Partial<Standing>) => (): Standing => ({ state: 'absent', since: null, ...standing });
const kind = (evidence: Evidence, state: Standing['state'] = 'absent', action: Action = 'check_in') =>
  judge(evidence, book, at({ state }), action).kind;

describe('the order of a verdict', () => {
  it('T-137 looks at the signature first, whatever the badge claims', () => {
    expect(kind({ by: 'badge', claims: null })).toBe('forged');
    expect(kind({ by: 'badge', claims: null }, 'present')).toBe('forged');
  });

  it('refuses a revoked badge even when its bearer is already inside', () => {
    for (const state of ['absent', 'present', 'left'] as const) expect(kind(badge('lost'), state)).toBe('revoked');
    expect(judge(badge('lost'), book, at({}), 'check_in').reason).toBe('perdu');
    // Revoked comes before the project, too.
    expect(kind(badge('lost', 2))).toBe('revoked');
  });

  it('then asks whether the person belongs here, before any day', () => {
    expect(kind(badge('awa', 2))).toBe('wrong_project');
    expect(kind(badge('binta', 2))).toBe('wrong_project');
    expect(kind(badge('nobody'))).toBe('not_assigned');
    expect(kind({ by: 'code', hash: 'hash-nobody' })).toBe('unknown_code');
    expect(kind({ by: 'list', ref: 'nobody' })).toBe('not_assigned');
  });

  it('then the day, before who is inside', () => {
    expect(kind(badge('binta'))).toBe('wrong_day');
    expect(kind(badge('binta'), 'present')).toBe('wrong_day');
    expect(kind(badge('chérif'))).toBe('ok');
  });

  it('lets out who is inside, also when the days of the plan are over', () => {
    expect(kind(badge('binta'), 'present', 'check_out')).toBe('ok');
    expect(kind(badge('binta'), 'absent', 'check_out')).toBe('wrong_day');
  });

  it('T-199 T-200 says what was done already last', () => {
    const matrix = (['absent', 'present', 'left'] as const).map((state) => [
      kind(badge('awa'), state),
      kind(badge('awa'), state, 'check_out'),
    ]);
    expect(matrix).toEqual([
      ['ok', 'not_checked_in'],
      ['duplicate', 'ok'],
      ['ok', 'duplicate'],
    ]);
    expect(
      judge({ by: 'code', hash: 'hash-awa' }, book, at({ state: 'present', since: '2025-11-21T05:00:00Z' }), 'check_in'),
    ).toMatchObject({
      kind: 'duplicate',
      person: { ref: 'awa' },
      before: { since: '2025-11-21T05:00:00Z' },
    });
  });
});
