import { describe, expect, it } from 'vitest';
import { patienceAsked, waitBefore } from '../retry.ts';
import { openai } from './openai.ts';

describe('OpenAI itself', () => {
  const key = 'sk-proj-0123456789';
  it('is asked for its own model with its own words', () => {
    const endpoint = openai({ url: 'https://api.openai.com/v1/', key, model: null });
    expect(endpoint).toMatchObject({
      url: 'https://api.openai.com/v1/chat/completions',
      limitName: 'max_completion_tokens',
      isFree: false,
    });
    expect(endpoint?.headers).toEqual({ authorization: `Bearer ${key}` });
    const [model = ''] = endpoint?.models ?? [];
    expect(endpoint?.extrasOf(model, 'none')).toEqual({ reasoning_effort: 'none' });
    expect(endpoint?.extrasOf(model, 'unsaid')).toEqual({});
    expect(endpoint?.extrasOf('gpt-4.1', 'none')).toEqual({});
  });

  it.each(['http://localhost:11434/v1', 'http://127.0.0.1:8080/v1', 'http://[::1]:1/v1'])('%s is a server of this machine', (url) => {
    expect(openai({ url, key: null, model: 'llama' })).toMatchObject({ isFree: true, limitName: 'max_tokens', headers: {} });
    expect(openai({ url, key: null, model: null })).toBeNull();
  });

  it.each(['https://localhost.example/v1', 'https://127.example/v1', 'http://192.168.1.5/v1'])('%s is not', (url) => {
    expect(openai({ url, key: null, model: 'llama' })).toBeNull();
    expect(openai({ url, key, model: 'llama' })).toMatchObject({ isFree: false });
  });
});

describe('how long to wait', () => {
  it('half a second, doubled up to eight, and up to a quarter less', () => {
    expect([0, 1, 2, 4, 9].map((retry) => waitBefore(retry, null, () => 0))).toEqual([500, 1000, 2000, 8000, 8000]);
    expect([0, 4].map((retry) => waitBefore(retry, null, () => 1))).toEqual([375, 6000]);
  });

  it('as long as the provider asks, up to two minutes', () => {
    expect([0, 1500, 120_000].map((asked) => waitBefore(0, asked, () => 0))).toEqual([0, 1500, 120_000]);
    expect(waitBefore(0, 120_001, () => 0)).toBe(500);
  });

  const now = new Date('2026-11-21T10:00:00Z');
  it.each<[Record<string, string>, number | null]>([
    [{ 'retry-after-ms': '250', 'retry-after': '9' }, 250],
    [{ 'retry-after': '1.5' }, 1500],
    [{ 'retry-after': 'Sat, 21 Nov 2026 10:00:07 GMT' }, 7000],
    [{ 'retry-after': 'Sat, 21 Nov 2026 09:00:00 GMT' }, 0],
    [{ 'retry-after': 'soon' }, null],
    [{ 'retry-after': '' }, null],
    [{ 'retry-after-ms': '-5' }, null],
    [{}, null],
  ])('%j asks for %s ms', (headers, asked) => {
    expect(patienceAsked(headers, now)).toBe(asked);
  });
});
