import { expect, test } from 'vitest';
import { createTwitter } from './twitter.ts';

const twitter = createTwitter({
  apiUrl: 'https://api.x.com',
  authorizeUrl: 'https://x.com/i/oauth2/authorize',
  clientId: null,
  clientSecret: null,
});

test('what X would refuse is refused before it is stored', () => {
  const faults = twitter.check({ text: 'é'.repeat(281), firstComment: '日'.repeat(141), mediaCount: 5 });
  expect(faults).toEqual([
    { field: 'text', constraint: 'too_long', limit: 280, found: 281 },
    { field: 'first_comment', constraint: 'too_long', limit: 280, found: 282 },
    { field: 'media', constraint: 'too_many_media', limit: 4, found: 5 },
  ]);
  expect(twitter.check({ text: ' ', firstComment: '', mediaCount: 0 })).toMatchObject([{ constraint: 'media_required' }]);
  expect(twitter.check({ text: '$AAPL $TSLA', firstComment: '', mediaCount: 1 })).toMatchObject([{ field: 'text', found: 2 }]);
});

test('the rate headers say until when nobody calls', () => {
  const now = new Date('2026-11-21T12:00:00Z');
  const answer = (status: number, headers: Record<string, string>, json: unknown = {}) => ({
    status,
    headers: new Headers(headers),
    json,
    text: '',
  });
  const reset = String(now.getTime() / 1000 + 60);
  const until = new Date(now.getTime() + 60_000);
  expect(twitter.pausesOf(answer(429, { 'x-rate-limit-remaining': '0', 'x-rate-limit-reset': reset }), now)).toEqual([
    { scope: 'connection', until, reason: 'x-rate-limit' },
  ]);
  expect(twitter.pausesOf(answer(201, { 'x-app-limit-24hour-remaining': '0', 'x-app-limit-24hour-reset': reset }), now)).toEqual([
    { scope: 'app', until, reason: 'x-app-limit-24hour' },
  ]);
  expect(twitter.pausesOf(answer(429, {}), now)).toMatchObject([{ scope: 'connection' }]);
  expect(twitter.pausesOf(answer(429, {}, { title: 'UsageCapExceeded' }), now)).toMatchObject([{ scope: 'app', reason: 'usage-capped' }]);
  expect(twitter.pausesOf(answer(200, { 'x-rate-limit-remaining': '3', 'x-rate-limit-reset': reset }), now)).toEqual([]);
});
