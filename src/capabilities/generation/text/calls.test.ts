import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import { eventually } from '#test/eventually.ts';
import { afterFile, freshDatabase } from '#test/support.ts';
import { textSettings } from '../generation.ts';
import { embedded, type House, openHouses } from './test-house.ts';

const nextHouse = openHouses({ freshDatabase, afterFile });
let house: House;
beforeEach(async () => {
  house = await nextHouse();
});

describe('T-284 T-290 the log of calls', () => {
  const insertedAccount = async (): Promise<number> => {
    const { rows } = await sql<{ id: number }>`insert into identity.accounts (email, username, created_at, updated_at)
      values ('a@b.example', 'ab', now(), now()) returning id`.execute(house.db);
    return rows[0]?.id ?? 0;
  };

  it('says who asked whom for what, and what it cost, never what was said', async () => {
    const accountId = await insertedAccount();
    house.models.says({ score: 1, strengths: ['an unmistakable answer'] });
    await house.ask({ by: accountId, system: 'an unmistakable instruction', prompt: 'an unmistakable CV' });
    const [call] = await house.newCalls();
    expect(call).toMatchObject({
      ...{ purpose: 'cv_analysis', provider: 'openrouter', model: 'google/gemini-2.5-flash', outcome: 'answered' },
      ...{ httpStatus: 200, tokensIn: 120, tokensOut: 40, costUsd: 0.0004, account: { id: accountId, name: 'a@b.example' }, tryNumber: 1 },
    });
    const { rows } = await sql`select * from generation.calls`.execute(house.db);
    const written = JSON.stringify(rows) + house.lines.join('\n');
    expect(written).toContain('gen-1');
    for (const secret of ['unmistakable', house.models.openrouterKey]) expect(written).not.toContain(secret);
    await sql`delete from identity.accounts`.execute(house.db);
    expect((await house.generation.desk.calls({ page: 1, size: 1, offset: 0 })).rows[0]).toMatchObject({ account: null });
  });

  it('nothing that fails writes keys or questions into the log either', async () => {
    house.models.misbehave({ is: 'status', status: 400, message: 'bad: an unmistakable CV' });
    await house.ask({ prompt: 'an unmistakable CV' });
    expect(house.lines.join('\n')).toContain('the embedded answer counts');
    expect(house.lines.join('\n')).not.toMatch(/unmistakable|sk-or/);
  });

  it('the intent is committed before the call leaves', async () => {
    const interest = new AbortController();
    house.models.misbehave({ is: 'hang' });
    const asked = house.ask({ signal: interest.signal });
    await eventually(() => house.models.requests.length).toBe(1);
    expect(await house.newCalls()).toMatchObject([{ outcome: null, httpStatus: null }]);
    interest.abort();
    await expect(asked).rejects.toThrow('aborted');
  });

  it('what a provider does not tell is reckoned from the dated prices; a server of this machine costs nothing', async () => {
    house.models.cost = null;
    await house.ask();
    await house.ask({ purpose: 'matching' });
    await house.settings.set(house.db, textSettings.provider, 'openai', null);
    const local = { OPENAI_URL: house.models.openaiUrl, OPENAI_MODEL: 'gpt-6-luna', OPENAI_API_KEY: house.models.openaiKey };
    await house.ask({}, house.another(local));
    const answered = (await house.newCalls()).filter(({ outcome }) => outcome === 'answered');
    expect(answered.map(({ model, costUsd }) => [model, costUsd])).toEqual([
      ['google/gemini-2.5-flash', (120 * 0.3 + 40 * 2.5) / 1_000_000],
      ['google/gemini-2.0-flash-001:free', 0],
      ['gpt-6-luna', 0],
    ]);
  });

  it('sums the month, and forgets what is older than thirteen months', async () => {
    await house.ask();
    house.clock.set('2026-12-03T08:00:00Z');
    await house.ask();
    await house.ask({ purpose: 'matching' });
    const figures = await house.generation.desk.figures();
    expect(figures).toMatchObject({ questions: 2, calls: 2, unpriced: 0, reservedUsd: 0 });
    expect(figures.spentUsd).toBeCloseTo(0.0008, 8);
    expect(figures.byPurpose).toEqual([
      { purpose: 'cv_analysis', outcome: 'answered', calls: 1 },
      { purpose: 'matching', outcome: 'answered', calls: 1 },
    ]);
    house.clock.set('2027-12-30T08:00:00Z');
    expect(await house.generation.sweep()).toBe(1);
    expect((await house.generation.desk.calls({ page: 1, size: 10, offset: 0 })).total).toBe(2);
  });
});

describe('the budget of the month', () => {
  const setBudget = (usd: number | null): Promise<void> => house.settings.set(house.db, textSettings.monthlyBudget, usd, null);

  it('ends the asking when it is reached, until the next month', async () => {
    house.models.cost = 0.02;
    await setBudget(0.03);
    expect(await house.ask()).toMatchObject({ by: 'model' });
    expect(await house.ask()).toMatchObject({ by: 'model' });
    expect(await house.ask()).toEqual(embedded('quota'));
    expect(house.models.requests).toHaveLength(2);
    house.clock.set('2026-12-01T00:00:01Z');
    expect(await house.ask()).toMatchObject({ by: 'model' });
  });

  it('models without a price go on when nothing may be spent', async () => {
    await setBudget(0);
    expect(await house.ask()).toEqual(embedded('quota'));
    house.models.cost = 0;
    expect(await house.ask({ purpose: 'matching' })).toMatchObject({ by: 'model' });
  });

  it('many at once do not overdraw it together', async () => {
    // One question of this length reserves some three thousandths of a dollar; it costs less in the end.
    await setBudget(0.01);
    house.models.misbehave({ is: 'hang', times: 20 });
    const answers = await Promise.all(Array.from({ length: 20 }, () => house.ask({ timeoutMs: 1500 })));
    expect(answers.filter(({ by }) => by === 'embedded')).toHaveLength(20);
    expect(house.models.requests.length).toBeGreaterThan(0);
    const { spentUsd, reservedUsd } = await house.generation.desk.figures();
    expect(spentUsd).toBeLessThanOrEqual(0.01);
    // No answer came, yet it may have been charged.
    expect(reservedUsd).toBeCloseTo(spentUsd, 8);
  });

  it('a try that was refused at the door is not counted', async () => {
    house.models.misbehave({ is: 'rate_limited', headers: { 'x-should-retry': 'false' } });
    await house.ask();
    expect(await house.generation.desk.figures()).toMatchObject({ spentUsd: 0, calls: 1 });
  });
});

describe('the desk', () => {
  it('T-280 tells where a key comes from and how it ends, never more', async () => {
    expect((await house.generation.desk.state()).keys.openrouter).toEqual({ source: 'environment', isInEnvironment: true, ending: '7e57' });
    await house.settings.set(house.db, textSettings.openrouterKey, 'sk-or-v1-of-the-administrator-9999', null);
    const state = await house.generation.desk.state();
    expect(state.keys.openrouter).toEqual({ source: 'setting', isInEnvironment: true, ending: '9999' });
    expect(state.keys.openai).toEqual({ source: null, isInEnvironment: false, ending: null });
    expect(JSON.stringify(state)).not.toMatch(/sk-/);
    const { rows } = await sql`select * from kernel.settings`.execute(house.db);
    expect(JSON.stringify(rows)).not.toContain('administrator');
  });

  it('tries a key of OpenRouter and tells what it may still spend', async () => {
    expect(await house.generation.desk.tryKey('openrouter')).toEqual({
      ...{ provider: 'openrouter', outcome: 'answered', usedUsd: 1.25, limitUsd: 10, remainingUsd: 8.75, isFreeTier: false },
    });
    await house.settings.set(house.db, textSettings.openrouterKey, 'sk-or-v1-wrong', null);
    expect(await house.generation.desk.tryKey('openrouter')).toMatchObject({ outcome: 'unauthorized' });
  });

  it('tries a key of OpenAI and tells whether the model is known', async () => {
    const environment = { OPENAI_URL: house.models.openaiUrl, OPENAI_API_KEY: house.models.openaiKey, OPENAI_MODEL: 'gpt-6-sol' };
    expect(await house.another(environment).desk.tryKey('openai')).toMatchObject({
      outcome: 'answered',
      models: 6,
      model: 'gpt-6-sol',
      isModelKnown: true,
    });
    expect(await house.another({ ...environment, OPENAI_MODEL: 'gpt-4' }).desk.tryKey('openai')).toMatchObject({ isModelKnown: false });
    expect(await house.another({ OPENAI_URL: 'https://models.example/v1' }).desk.tryKey('openai')).toMatchObject({ outcome: 'missing' });
    await house.models.close();
    expect(await house.another(environment).desk.tryKey('openai')).toMatchObject({ outcome: 'unreachable' });
  });
});
