/**
 * A client in front of several processes, as simple as clients are: connections are kept, a connection that is refused is tried elsewhere.
 * What was cut after it was sent is sent again only when that is safe (reading, or a POST with an `Idempotency-Key`) and only if asked to.
 */
import { Agent, type IncomingMessage, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

export interface Ask {
  readonly method: 'GET' | 'POST' | 'PUT';
  /** Which door of a process. */
  readonly door: 'site' | 'video';
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface Answer {
  readonly status: number;
  readonly text: string;
}

export interface Tries {
  refused: number;
  cut: number;
}

export interface Client {
  /** Throws when nobody answered. */
  send(ask: Ask): Promise<Answer>;
  /** How often something was sent again, and why. */
  readonly again: Tries;
  /** From now on what is cut is sent again where that is safe. */
  repeatCut: boolean;
  close(): void;
}

type Target = Readonly<Record<Ask['door'], string>>;

const MOST_TRIES = 100;
const PAUSE_MS = 50;
const TIMEOUT_MS = 30_000;

export function createClient(targets: readonly Target[]): Client {
  const agent = new Agent({ keepAlive: true, maxSockets: 64, scheduling: 'fifo' });
  const again: Tries = { refused: 0, cut: 0 };
  let turn = 0;
  const client: Client = {
    again,
    repeatCut: false,
    close: () => agent.destroy(),
    send: async (ask) => {
      const first = turn;
      turn += 1;
      for (let tries = 1; ; tries += 1) {
        const target = targets[(first + tries - 1) % targets.length];
        if (!target) throw new Error('there is nobody to ask');
        try {
          return await exchange(agent, target, ask);
        } catch (error) {
          const { code } = error as { code?: string };
          const isSafe = ask.method === 'GET' || ask.headers?.['idempotency-key'] !== undefined;
          if (tries >= MOST_TRIES) throw error;
          if (code === 'ECONNREFUSED') again.refused += 1;
          else if (client.repeatCut && isSafe && (code === 'ECONNRESET' || code === 'EPIPE')) again.cut += 1;
          else throw error;
          // Once around: nobody is there at this moment.
          if (tries % targets.length === 0) await sleep(PAUSE_MS);
        }
      }
    },
  };
  return client;
}

function exchange(agent: Agent, target: Target, { method, door, path, headers, body }: Ask): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const options = {
      agent,
      method,
      timeout: TIMEOUT_MS,
      headers: { ...headers, ...(body ? { 'content-type': 'application/json' } : {}) },
    };
    const sent = request(`${target[door]}${path}`, options, (response: IncomingMessage) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.once('error', reject);
      response.once('end', () => resolve({ status: response.statusCode ?? 0, text: Buffer.concat(parts).toString() }));
    });
    sent.once('timeout', () => sent.destroy(new Error(`no answer in ${TIMEOUT_MS} ms`)));
    sent.once('error', reject);
    sent.end(body);
  });
}
