/**
 * What X answers, read: problems (`application/problem+json`), what they mean, and what the rate headers ask for.
 * https://docs.x.com/x-api/fundamentals/response-codes-and-errors · https://docs.x.com/x-api/fundamentals/rate-limits
 */
import { CallFault, type Pause, type PlatformAnswer, type Refusal } from '../platform.ts';

export type Json = Readonly<Record<string, unknown>>;
export const jsonOf = (value: unknown): Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};
export const listOf = (value: unknown): readonly Json[] => (Array.isArray(value) ? value.map(jsonOf) : []);
export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** An answer that is no answer: a page of a proxy, half a JSON. */
export const isGarbled = ({ json }: PlatformAnswer): boolean => Object.keys(jsonOf(json)).length === 0;

interface Problem {
  /** The end of the type's address: `usage-capped`; or the title. */
  readonly name: string;
  readonly detail: string;
}

export function problemOf({ json }: Pick<PlatformAnswer, 'json'>): Problem {
  const body = jsonOf(json);
  const [first = {}] = listOf(body['errors']);
  const type = textOf(body['type']) || textOf(first['type']);
  const name = /\/problems\/([\w-]+)$/.exec(type)?.[1] ?? (textOf(body['title']) || textOf(body['error']));
  const said = textOf(first['message']) || textOf(first['detail']);
  return { name, detail: said || textOf(body['detail']) || textOf(body['error_description']) || textOf(body['title']) };
}

/** Of an answer with 4xx. `content` is what a wrong request means where nothing else is said. */
export function refusalOf(answer: PlatformAnswer, content: 'content' | 'media'): Refusal {
  const { name, detail } = problemOf(answer);
  const words = detail.toLowerCase();
  const code = name ? `${answer.status}/${name}` : String(answer.status);
  const refusal = (reason: Refusal['reason'], as = code): Refusal => ({ reason, code: as, detail: detail.slice(0, 300) });
  if (answer.status === 401) return refusal('token');
  if (answer.status === 402 || isUsageCapped(answer)) return refusal('limit');
  if (answer.status === 413 || answer.status === 415) return refusal('media');
  if (answer.status === 403) {
    if (words.includes('duplicate')) return refusal('duplicate', '403/duplicate-content');
    if (words.includes('automated') || words.includes('spam')) return refusal('spam');
    if (words.includes('locked') || words.includes('suspended')) return refusal('token');
    return refusal(words.includes('cashtag') || words.includes('too long') ? 'content' : 'permission');
  }
  return refusal(answer.status === 400 ? content : 'other');
}

/** The month's credit is used up: billing, not patience. */
export const isUsageCapped = (answer: Pick<PlatformAnswer, 'status' | 'json'>): boolean =>
  answer.status === 429 && /usage-?capped|usagecapexceeded/i.test(problemOf(answer).name);

const WINDOW_SECONDS = 15 * 60;
const SOON_SECONDS = 30;
const CAPPED_SECONDS = 3600;

/** Until when this answer asks for patience, in seconds from now; there is no Retry-After at X. */
export function secondsToWait(answer: PlatformAnswer, now = new Date()): number {
  if (answer.status !== 429) return SOON_SECONDS;
  const until = pausesOf(answer, now).map(({ until }) => until.getTime());
  return Math.max(1, Math.ceil((Math.max(now.getTime(), ...until) - now.getTime()) / 1000));
}

const WINDOWS = [
  { prefix: 'x-rate-limit', scope: 'connection' },
  { prefix: 'x-user-limit-24hour', scope: 'connection' },
  { prefix: 'x-app-limit-24hour', scope: 'app' },
] as const;

/** A window that is used up, and every 429. */
export function pausesOf({ status, headers, json }: PlatformAnswer, now: Date): readonly Pause[] {
  const after = (seconds: number): Date => new Date(now.getTime() + seconds * 1000);
  if (isUsageCapped({ status, json })) return [{ scope: 'app', until: after(CAPPED_SECONDS), reason: 'usage-capped' }];
  const used = WINDOWS.filter(({ prefix }) => headers.get(`${prefix}-remaining`) === '0').flatMap(({ prefix, scope }): Pause[] => {
    const reset = Number(headers.get(`${prefix}-reset`));
    const until = Number.isFinite(reset) && reset > 0 ? new Date(reset * 1000) : after(WINDOW_SECONDS);
    return until > now ? [{ scope, until, reason: prefix }] : [];
  });
  if (status !== 429 || used.length > 0) return used;
  return [{ scope: 'connection', until: after(WINDOW_SECONDS), reason: 'http 429' }];
}

/** An answer, or what is known of its absence. */
export async function heard<T>(ask: Promise<T>): Promise<T | CallFault> {
  try {
    return await ask;
  } catch (error) {
    if (error instanceof CallFault) return error;
    throw error;
  }
}
