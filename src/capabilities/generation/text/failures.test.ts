import { beforeEach, describe, expect, it } from 'vitest';
import type { ChatMishap } from '#simulators/chat-model.ts';
import { eventually } from '#test/eventually.ts';
import { afterFile, freshDatabase } from '#test/support.ts';
import { type EmbeddedWhy, type Outcome, textSettings } from '../generation.ts';
import { embedded, GOOD, type House, openHouses } from './test-house.ts';

const nextHouse = openHouses({ freshDatabase, afterFile });
let house: House;
beforeEach(async () => {
  house = await nextHouse();
});
const outcomes = async () => (await house.newCalls()).map(({ outcome }) => outcome);
/** Waits between tries that are long to sit through are asked to be short. */
const SOON = { 'retry-after-ms': '1' };

describe('T-277 T-279 failures are answers of their own', () => {
  it.each<[ChatMishap['is'], EmbeddedWhy, Outcome]>([
    ['length', 'unusable', 'cut_short'],
    ['content_filter', 'refused', 'refused'],
    ['refusal', 'refused', 'refused'],
    ['moderated', 'refused', 'refused'],
    ['insufficient_quota', 'quota', 'quota'],
    ['no_credits', 'quota', 'quota'],
    ['not_json', 'unusable', 'unusable'],
    ['no_choices', 'unusable', 'unusable'],
    ['huge', 'unusable', 'unusable'],
    ['redirect', 'failed', 'failed'],
  ])('%s is told as %s, without another try', async (is, why, outcome) => {
    house.models.misbehave({ is } as ChatMishap);
    expect(await house.ask()).toEqual(embedded(why));
    expect(await outcomes()).toEqual([outcome]);
  });

  it('a wrong key', async () => {
    await house.settings.set(house.db, textSettings.openrouterKey, 'sk-or-v1-somebody-elses-key', null);
    expect(await house.ask()).toEqual(embedded('unauthorized'));
    expect((await house.newCalls()).map(({ outcome, httpStatus, code }) => [outcome, httpStatus, code])).toEqual([
      ['unauthorized', 401, '401'],
    ]);
  });

  it('a question that is wrong is not asked again', async () => {
    house.models.misbehave({ is: 'status', status: 400, message: 'this endpoint’s maximum context length is 10 tokens', times: 9 });
    expect(await house.ask()).toEqual(embedded('failed'));
    expect(await outcomes()).toEqual(['failed']);
  });
});

describe('patience', () => {
  it.each<[string, ChatMishap]>([
    ['429 with retry-after-ms', { is: 'rate_limited', headers: SOON, times: 2 }],
    ['429 with Retry-After', { is: 'rate_limited', headers: { 'retry-after': '0' }, times: 2 }],
    ['500', { is: 'status', status: 500, headers: SOON, times: 2 }],
    ['502', { is: 'status', status: 502, headers: SOON, times: 2 }],
    ['409', { is: 'status', status: 409, headers: SOON, times: 2 }],
    ['408', { is: 'status', status: 408, headers: SOON, times: 2 }],
    ['429 without a word', { is: 'rate_limited', times: 1 }],
    ['200 with an error inside', { is: 'error_in_200' }],
    ['an error in the choice', { is: 'error_in_choice' }],
    ['a connection that is cut', { is: 'cut' }],
    ['an answer that is cut', { is: 'cut_body' }],
  ])('%s: tries again, at most twice', async (_what, mishap) => {
    house.models.misbehave(mishap);
    house.models.says(GOOD, GOOD);
    expect(await house.ask()).toMatchObject({ by: 'model' });
    expect(await outcomes()).toHaveLength((mishap.times ?? 1) + 1);
  });

  it('all tries of a question carry one key, so a provider can see that they are one', async () => {
    house.models.misbehave({ is: 'status', status: 503, headers: SOON, times: 2 });
    await house.ask();
    expect(new Set(house.models.requests.map(({ headers }) => headers['idempotency-key']))).toHaveProperty('size', 1);
    await house.ask();
    expect(new Set(house.models.requests.map(({ headers }) => headers['idempotency-key']))).toHaveProperty('size', 2);
  });

  it('gives up after two, and says what it was', async () => {
    house.models.misbehave({ is: 'rate_limited', headers: SOON, times: 9 });
    expect(await house.ask()).toEqual(embedded('rate_limited'));
    expect(await outcomes()).toEqual(['rate_limited', 'rate_limited', 'rate_limited']);
  });

  it('does not wait longer than there is time, nor for tomorrow', async () => {
    house.models.misbehave({ is: 'rate_limited', headers: { 'retry-after': '60' } });
    expect(await house.ask()).toEqual(embedded('rate_limited'));
    house.models.misbehave({ is: 'rate_limited', message: 'Rate limit exceeded: free-models-per-day' });
    expect(await house.ask()).toEqual(embedded('rate_limited'));
    expect(await outcomes()).toEqual(['rate_limited', 'rate_limited']);
  });

  it('x-should-retry of the provider counts', async () => {
    house.models.misbehave({ is: 'status', status: 500, headers: { 'x-should-retry': 'false' } });
    expect(await house.ask()).toEqual(embedded('failed'));
    expect(await outcomes()).toEqual(['failed']);
  });

  it.each<ChatMishap['is']>(['hang', 'slow_body'])('T-271 T-272 %s ends at the deadline of the caller', async (is) => {
    house.models.misbehave({ is, times: 9 } as ChatMishap);
    expect(await house.ask({ timeoutMs: 300 })).toEqual(embedded('timeout'));
    expect(await outcomes()).toEqual(['timeout']);
  });

  it('the deadline holds for the repair too', async () => {
    house.models.says(() => {
      house.models.misbehave({ is: 'hang', times: 9 });
      return 'no JSON';
    });
    expect(await house.ask({ timeoutMs: 4000 })).toEqual(embedded('timeout'));
    expect(await outcomes()).toEqual(['unusable', 'timeout']);
  });

  it('nobody at home', async () => {
    await house.models.close();
    expect(await house.ask({ timeoutMs: 30_000 })).toEqual(embedded('unreachable'));
  });

  it('whoever loses interest gets no answer', async () => {
    house.models.misbehave({ is: 'hang' });
    const interest = new AbortController();
    const asked = house.ask({ signal: interest.signal });
    house.models.says(GOOD);
    await eventually(() => house.models.requests.length).toBe(1);
    interest.abort(new Error('the window was closed'));
    await expect(asked).rejects.toThrow('the window was closed');
    expect(await outcomes()).toEqual(['cancelled']);
  });
});

describe('a provider that is down', () => {
  const ask = (): Promise<unknown> => house.ask();

  it('is left alone after three questions, for a minute; then one question tries for all', async () => {
    house.models.misbehave({ is: 'status', status: 503, headers: { 'x-should-retry': 'false' }, times: 4 });
    for (let n = 0; n < 5; n++) expect(await ask()).toEqual(embedded('failed'));
    expect(house.models.requests).toHaveLength(3);
    house.clock.advance(61);
    expect(await ask()).toEqual(embedded('failed'));
    expect(await ask()).toEqual(embedded('failed'));
    expect(house.models.requests).toHaveLength(4);
    house.clock.advance(61);
    expect(await ask()).toMatchObject({ by: 'model' });
    expect(await ask()).toMatchObject({ by: 'model' });
  });

  it('what is the fault of a question or a key does not count', async () => {
    house.models.misbehave({ is: 'refusal', times: 4 });
    for (let n = 0; n < 4; n++) await ask();
    expect(await ask()).toMatchObject({ by: 'model' });
  });
});
