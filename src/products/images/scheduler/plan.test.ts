import { describe, expect, it } from 'vitest';
import { engagementOf } from './analytics.ts';
import { readTable } from './csv.ts';
import { readInstant } from './plan.ts';
import { spansOf } from './spans.ts';

const NOTHING = { likes: null, comments: null, shares: null, views: null, reach: null, impressions: null };

describe('what is sent', () => {
  it('I-063 is an instant only with a day that exists and a zone', () => {
    expect(readInstant('2026-12-25T10:00:00Z')?.toISOString()).toBe('2026-12-25T10:00:00.000Z');
    expect(readInstant('2026-12-25T10:00+0130')?.toISOString()).toBe('2026-12-25T08:30:00.000Z');
    expect(readInstant('2026-12-25 10:00:00.123456-05:00')?.toISOString()).toBe('2026-12-25T15:00:00.123Z');
    for (const wrong of [
      '2026-12-25T10:00:00',
      '2026-02-30T10:00:00Z',
      '2026-12-25T24:00:00Z',
      '2026-12-25',
      'demain',
      '2026-12-25T10:61Z',
    ])
      expect(readInstant(wrong)).toBeNull();
  });

  it('is a table as spreadsheets write it: any separator, quotes, breaks inside cells, the mark before formulas taken back', () => {
    const excel =
      '\ufeffImage;Date;Plateforme;Légende\r\n4;2026-12-25T10:00:00Z;facebook;"Deux\r\nlignes ; ""oui"""\r\n\r\n5;x;y;\'=SUM(1)\r\n';
    expect(readTable(excel)).toEqual([
      { line: 2, body: { image: '4', scheduled_time: '2026-12-25T10:00:00Z', platform: 'facebook', caption: 'Deux\r\nlignes ; "oui"' } },
      { line: 5, body: { image: '5', scheduled_time: 'x', platform: 'y', caption: '=SUM(1)' } },
    ]);
    expect(readTable('id,image,caption,status\n9,1,a,posted')).toEqual([{ line: 2, body: { image: '1', caption: 'a' } }]);
    for (const wrong of ['', 'image,caption', 'image,captoin\n1,a', 'image,caption\n1,"a'])
      expect(() => readTable(wrong)).toThrowError(/invalid/);
  });
});

describe('figures', () => {
  it('I-079 set acts against views, else impressions, else reach; what is not told stays unsaid', () => {
    expect(engagementOf({ likes: 245, comments: 18, shares: 12, views: 1520, reach: 1200, impressions: 1800 })).toBe(18.09);
    expect(engagementOf({ ...NOTHING, likes: 10, impressions: 200, reach: 50 })).toBe(5);
    expect(engagementOf({ ...NOTHING, likes: 10, views: 0, reach: 50 })).toBe(20);
    expect(engagementOf({ ...NOTHING, likes: 10 })).toBeNull();
    expect(engagementOf({ ...NOTHING, views: 100 })).toBeNull();
  });

  it('I-082 count the week from Monday and the month on the wall of the place', () => {
    const sunday = new Date('2026-03-01T23:30:00Z');
    expect(spansOf(sunday, 'UTC')).toEqual({
      week: [new Date('2026-02-23T00:00:00Z'), new Date('2026-03-02T00:00:00Z')],
      month: [new Date('2026-03-01T00:00:00Z'), new Date('2026-04-01T00:00:00Z')],
    });
    expect(spansOf(sunday, 'Europe/Paris').week).toEqual([new Date('2026-03-01T23:00:00Z'), new Date('2026-03-08T23:00:00Z')]);
    // The clocks change on the 29th: this month is an hour shorter.
    expect(spansOf(sunday, 'Europe/Paris').month).toEqual([new Date('2026-02-28T23:00:00Z'), new Date('2026-03-31T22:00:00Z')]);
  });
});
