import { sql } from 'kysely';
import { pino } from 'pino';
import { beforeEach, describe, expect, it } from 'vitest';
import { loadConfig } from '#config';
import { fixedClock } from '#kernel/clock.ts';
import { createSettings } from '#kernel/settings.ts';
import { createVault } from '#kernel/vault.ts';
import { freshDatabase } from '#test/support.ts';
import { createBooks, type Purchase, type Receipt } from './books.ts';
import { createGeneration, textSettings } from './generation.ts';
import { VoiceFault } from './voice/voice.ts';

const clock = fixedClock('2026-11-21T10:00:00Z');
const log = pino({ level: 'silent' });
const KEY = Buffer.alloc(32, 7).toString('base64url');

const { db } = await freshDatabase();
const settings = createSettings({ db, vault: createVault([KEY], 'a secret of thirty-two characters'), clock });
const books = createBooks({ db, clock, log, settings });
const environment = { ATELIER_DEMO: '0', SECRET_KEY: 's'.repeat(32), ENCRYPTION_KEY: KEY, PORT: '5004' };
const { desk } = createGeneration({ db, clock, log, settings, config: loadConfig(environment) });
beforeEach(async () => {
  await sql`truncate generation.calls, generation.image_purchases, kernel.settings`.execute(db);
});

const purchase = (more: Partial<Purchase> = {}): Purchase => ({
  ...{ purpose: 'voice', provider: 'elevenlabs', model: 'm', mostUsd: 0.6, by: null, signal: new AbortController().signal },
  noRoom: () => new Error('no room'),
  ...more,
});
const calls = async () => (await desk.calls({ page: 1, size: 10, offset: 0 })).rows;
const paid = (costUsd: number | null) => async (): Promise<Receipt> => ({ requestId: 'r-1', costUsd });

describe('what is bought besides words and pictures', () => {
  it('stands in the log before it leaves, with what it may cost, and is settled with what it did cost', async () => {
    await books.buy(purchase(), async () => {
      expect(await calls()).toMatchObject([{ purpose: 'voice', provider: 'elevenlabs', outcome: null }]);
      expect(await desk.figures()).toMatchObject({ spentUsd: 0.6, reservedUsd: 0.6 });
      return { requestId: 'r-1', costUsd: 0.2 };
    });
    expect(await calls()).toMatchObject([{ outcome: 'answered', httpStatus: 200, costUsd: 0.2 }]);
    expect(await desk.figures()).toMatchObject({ spentUsd: 0.2, reservedUsd: 0 });
  });

  it('never leaves when the budget of the month has no room, also for two at once', async () => {
    await settings.set(db, textSettings.monthlyBudget, 1, null);
    let left = 0;
    const buying = (): Promise<Receipt> => {
      left += 1;
      return paid(0.6)();
    };
    const both = await Promise.allSettled([books.buy(purchase(), buying), books.buy(purchase(), buying)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(left).toBe(1);
    expect(await calls()).toHaveLength(1);
  });

  it('keeps its reserve counted when it may have been charged, and frees it when it cannot have been', async () => {
    const fault = (mayBeCharged: boolean) => () =>
      Promise.reject(new VoiceFault('elevenlabs', mayBeCharged ? 'timeout' : 'rate_limited', { mayBeCharged, httpStatus: 429 }));
    await expect(books.buy(purchase(), fault(false))).rejects.toThrow(VoiceFault);
    expect(await desk.figures()).toMatchObject({ spentUsd: 0 });
    await expect(books.buy(purchase(), fault(true))).rejects.toThrow(VoiceFault);
    expect(await desk.figures()).toMatchObject({ spentUsd: 0.6, reservedUsd: 0.6 });
    expect((await calls()).map(({ outcome }) => outcome)).toEqual(['timeout', 'rate_limited']);
  });

  it('left by the person is written as such', async () => {
    const leaving = new AbortController();
    const gone = books.buy(purchase({ purpose: 'music', signal: leaving.signal }), async () => {
      leaving.abort();
      throw new Error('gone');
    });
    await expect(gone).rejects.toThrow('gone');
    expect(await calls()).toMatchObject([{ purpose: 'music', outcome: 'cancelled' }]);
  });
});
