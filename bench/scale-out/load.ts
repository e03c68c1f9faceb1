/** So many requests a second, whatever becomes of them: lists and pages that are read, and things that are made under a key. */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Ask, Client } from './client.ts';

export interface Load {
  readonly sent: number;
  /** What nobody answered, or answered wrongly: in words. */
  readonly failures: readonly string[];
  /** Titles of what was acknowledged as made. */
  readonly acknowledged: readonly string[];
  /** Milliseconds each. */
  readonly latencies: readonly number[];
}

export interface RunningLoad {
  /** Sends nothing more, waits for what is under way. */
  stop(): Promise<Load>;
}

const TICK_MS = 20;

/** `rate` requests a second, of which a seventh makes something. */
export function startLoad(client: Client, token: string, rate: number): RunningLoad {
  const failures: string[] = [];
  const acknowledged: string[] = [];
  const latencies: number[] = [];
  const flying = new Set<Promise<void>>();
  let [sent, isOver] = [0, false];

  const one = async (n: number): Promise<void> => {
    const title = n % 7 === 0 ? `essai ${n} ${randomUUID()}` : null;
    const ask = title === null ? readingOf(n, token) : makingOf(title, token);
    const [began, at] = [performance.now(), new Date().toISOString()];
    try {
      const { status, text } = await client.send(ask);
      if (status !== (title === null ? 200 : 201)) failures.push(`${at} ${ask.method} ${ask.path}: ${status} ${text.slice(0, 200)}`);
      else if (title !== null) acknowledged.push(title);
    } catch (error) {
      const { code = '', message } = error as Error & { code?: string };
      failures.push(`${at} ${ask.method} ${ask.path}: ${code} ${message} after ${Math.round(performance.now() - began)} ms`);
    }
    latencies.push(performance.now() - began);
  };
  const run = async (): Promise<void> => {
    const began = performance.now();
    while (!isOver) {
      for (const due = ((performance.now() - began) * rate) / 1000; sent < due; ) {
        sent += 1;
        const flight: Promise<void> = one(sent).finally(() => flying.delete(flight));
        flying.add(flight);
      }
      await sleep(TICK_MS);
    }
  };
  const running = run();
  return {
    stop: async () => {
      isOver = true;
      await running;
      await Promise.all(flying);
      return { sent, failures, acknowledged, latencies };
    },
  };
}

const READ: readonly (Pick<Ask, 'door' | 'path'> & { readonly isSigned?: boolean })[] = [
  { door: 'site', path: '/api/v1/cinema/talents?per_page=20' },
  { door: 'site', path: '/api/v1/cinema/talents?gender=F&per_page=10' },
  { door: 'video', path: '/api/v1/projects?limit=10', isSigned: true },
  { door: 'site', path: '/auth/login' },
  { door: 'site', path: '/api/v1/countries' },
];

function readingOf(n: number, token: string): Ask {
  const { isSigned = false, door, path } = READ[n % READ.length] ?? { door: 'site' as const, path: '/' };
  return { method: 'GET', door, path, ...(isSigned ? { headers: { authorization: `Bearer ${token}` } } : {}) };
}

const makingOf = (title: string, token: string): Ask => ({
  ...{ method: 'POST', door: 'video', path: '/api/v1/projects' },
  headers: { authorization: `Bearer ${token}`, 'idempotency-key': title.replaceAll(' ', '-') },
  body: JSON.stringify({ title, prompt: 'Un matin au port' }),
});
