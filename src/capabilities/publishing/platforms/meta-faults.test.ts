import { expect, test } from 'vitest';
import type { PlatformAnswer, Prepared, Published } from '../platform.ts';
import { pausesOf } from './meta-budget.ts';
import { faultOf, preparedAfter, publishedAfter, refusalOf } from './meta-faults.ts';

const answerOf = (status: number, json: unknown, headers: Readonly<Record<string, string>> = {}): PlatformAnswer => ({
  ...{ status, json, headers: new Headers(headers), text: json === null ? '<html>' : JSON.stringify(json) },
});
const said = (code: number, subcode?: number, status = 400): PlatformAnswer =>
  answerOf(status, { error: { code, message: 'Ein Fehler', ...(subcode ? { error_subcode: subcode } : {}) } });

/** Status, code, subcode; what follows before the publication, what follows from it. */
type Row = readonly [number, number, number | undefined, string, string];
const REFUSED = ['token', 'permission', 'content', 'media', 'limit', 'spam', 'duplicate'] as const;
const both = (reason: (typeof REFUSED)[number], ...codes: readonly (readonly [number, number?])[]): readonly Row[] =>
  codes.map(([code, subcode]) => [400, code, subcode, reason, reason]);
const TABLE: readonly Row[] = [
  ...both('token', [190], [190, 458], [190, 459], [190, 460], [190, 463], [190, 464], [190, 467], [102], [104]),
  ...both('permission', [10], [3], [200], [275], [299], [25, 2207050]),
  ...both('media', [36000, 2207004], [36001, 2207005], [36003, 2207009], [1, 1366046], [324], [352, 2207026]),
  ...both('content', [36004, 2207010], [100, 2207040], [100, 2207028]),
  ...both('limit', [9, 2207042]),
  ...both('spam', [368], [368, 1390008]),
  ...both('duplicate', [506]),
  // Before anything was made, and the same after: patience.
  ...[4, 17, 32, 341, 613, 80_001, 80_002, 80_005].map((code): Row => [400, code, undefined, 'wait', 'not_sent']),
  [403, 4, undefined, 'wait', 'not_sent'],
  [400, 9007, 2207027, 'wait', 'not_sent'],
  // Theirs: harmless before, and nobody knows after.
  ...([[1], [2], [-1, 2207001], [-1, 2207032], [-2, 2207003], [-2, 2207020], [24, 2207006], [24, 2207008], [9004, 2207052]] as const).map(
    ([code, subcode]): Row => [400, code, subcode, 'wait', 'unknown'],
  ),
  [500, 2, undefined, 'wait', 'unknown'],
  [500, 368, undefined, 'wait', 'unknown'],
  [500, 190, 463, 'token', 'token'],
  [400, 100, 33, 'wait', 'unknown'],
  // Told as spam before, seen on live posts after (pain 3).
  [400, 4, 2207051, 'spam', 'unknown'],
  // What we do not know ends what nobody has seen, and is looked into when somebody may have.
  [400, 100, undefined, 'other', 'unknown'],
  [400, 987_654, undefined, 'other', 'unknown'],
];

const shortly = (outcome: Prepared | Published): string => (outcome.kind === 'refused' ? outcome.refusal.reason : outcome.kind);

test.each(TABLE)('HTTP %i, %i/%s: %s before, %s after', (status, code, subcode, before, after) => {
  const fault = faultOf(said(code, subcode, status));
  if (!fault) throw new Error('no fault was seen');
  expect(fault.code).toBe(subcode ? `${code}/${subcode}` : `${code}`);
  expect([shortly(preparedAfter(fault, {})), shortly(publishedAfter(fault))]).toEqual([before, after]);
});

test('an answer is one only when it is JSON without an error', () => {
  expect(faultOf(answerOf(200, { id: '1' }))).toBeNull();
  const kinds = [answerOf(200, null), answerOf(502, null), answerOf(200, { error: 'odd' }), answerOf(404, {}), answerOf(302, { id: '1' })];
  expect(kinds.map((answer) => faultOf(answer)?.kind)).toEqual(kinds.map(() => 'garbled'));
  expect(faultOf(answerOf(429, null))?.kind).toBe('rate');
});

test('the numbers decide, not the words, and no token is repeated', () => {
  const token = `EAAU${'x9'.repeat(40)}`;
  const fault = faultOf(answerOf(400, { error: { code: 36_001, message: `error 190: Malformed access token ${token}` } }));
  expect(fault && refusalOf(fault)).toEqual({ reason: 'media', code: '36001', detail: 'error 190: Malformed access token …' });
});

test('budgets: nothing below nine tenths, the scope that is meant, the time that Meta names', () => {
  const now = new Date('2026-11-21T10:00:00Z');
  const minutesOf = (answer: PlatformAnswer) =>
    pausesOf(answer, now).map(({ scope, until }) => [scope, (until.getTime() - now.getTime()) / 60_000]);
  const app = (share: number) => ({ 'x-app-usage': JSON.stringify({ call_count: 5, total_time: share, total_cputime: 1 }) });
  const page = (call_count: number, estimated_time_to_regain_access: number) => ({
    'x-business-use-case-usage': JSON.stringify({ 17: [{ type: 'instagram', call_count, estimated_time_to_regain_access }] }),
  });
  expect(minutesOf(answerOf(200, {}, { ...app(89), ...page(89, 0) }))).toEqual([]);
  expect(minutesOf(answerOf(200, {}, { ...app(90), ...page(95, 0) }))).toEqual([
    ['app', 10],
    ['connection', 10],
  ]);
  const refused = { error: { code: 80_002, message: '' } };
  expect(minutesOf(answerOf(400, refused, page(100, 42)))).toEqual([['connection', 42]]);
  expect(minutesOf(answerOf(400, refused))).toEqual([['connection', 10]]);
  expect(minutesOf(said(4))).toEqual([['app', 10]]);
  expect(minutesOf(said(4, 2207051))).toEqual([]);
  expect(minutesOf(answerOf(200, {}, { 'x-app-usage': 'not JSON' }))).toEqual([]);
});
