import { describe, expect, it } from 'vitest';
import { storyOf } from './story.ts';

const at = (minute: number): Date => new Date(Date.UTC(2026, 10, 21, 10, minute));
const post = { createdAt: at(0), scheduledTime: at(10), postedAt: null, updatedAt: at(20) };
const looks = (state: 'due' | 'prepared' | 'called' | 'rejected' | 'unknown' | 'cancelled', calledAt: Date | null): readonly string[] =>
  storyOf({ ...post, state }, { calledAt, endedAt: at(15) }, [{ at: at(9) }]).map(({ key, look }) => `${key} ${look}`);

describe('the story of a post', () => {
  it('shows what is done, what is now and what is ahead', () => {
    expect(looks('due', null)).toEqual(['written done', 'due now', 'prepared ahead', 'called ahead', 'end ahead']);
    expect(looks('prepared', null)).toEqual(['written done', 'due done', 'prepared now', 'called ahead', 'end ahead']);
    expect(looks('called', at(10))).toEqual(['written done', 'due done', 'prepared done', 'called now', 'end ahead']);
  });
  it('does not claim a call that was never made', () => {
    expect(looks('rejected', null)).toEqual(['written done', 'due done', 'end bad']);
    expect(looks('cancelled', null)).toEqual(['written done', 'due done', 'end bad']);
    expect(looks('unknown', at(10))).toEqual(['written done', 'due done', 'prepared done', 'called done', 'end bad']);
  });
  it('ends when the platform was heard, with the time of the live post first', () => {
    const live = storyOf({ ...post, state: 'confirmed', postedAt: at(11) }, { calledAt: at(10), endedAt: at(15) }, []);
    expect(live.at(-1)).toMatchObject({ at: at(11), look: 'done' });
  });
});
