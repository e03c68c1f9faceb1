/** When a try is worth repeating, and after how long: the rule of OpenAI's own clients. */

export const MOST_RETRIES = 2;
const FIRST_MS = 500;
const LONGEST_MS = 8000;
/** A provider that asks for a longer patience is asked again by the next question, not by this one. */
const MOST_PATIENCE_MS = 120_000;

/** 0.5 s · 2ⁿ up to 8 s, up to a quarter less so that many who wait do not return together. */
export function waitBefore(retry: number, asked: number | null, random: () => number = Math.random): number {
  if (asked !== null && asked <= MOST_PATIENCE_MS) return asked;
  return Math.min(FIRST_MS * 2 ** retry, LONGEST_MS) * (1 - random() / 4);
}

type Headers = Readonly<Record<string, string | string[] | undefined>>;

/** `retry-after-ms`, or `Retry-After` in seconds or as a date; null when the provider said nothing sensible. */
export function patienceAsked(headers: Headers, now: Date): number | null {
  const exact = Number.parseFloat(textOf(headers['retry-after-ms']));
  if (exact >= 0) return exact;
  const text = textOf(headers['retry-after']);
  if (/^\s*\d+(\.\d+)?\s*$/.test(text)) return Number(text) * 1000;
  const wait = Date.parse(text) - now.getTime();
  return Number.isNaN(wait) ? null : Math.max(0, wait);
}

const textOf = (header: string | string[] | undefined): string => [header ?? ''].flat()[0] ?? '';
