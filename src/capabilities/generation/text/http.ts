/** One exchange with a model that answers in words: its JSON, or a fault. */
import { type Exchange as Bytes, exchange as exchangeBytes, isLost, jsonOf, type Lost } from '../exchange.ts';
import { type Fault, fault } from './outcome.ts';

export interface Exchange extends Pick<Bytes, 'status' | 'headers'> {
  /** Undefined when it was not JSON. */
  readonly body: unknown;
}

const MOST_BYTES = 1024 * 1024;

export interface Asked {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** A POST when given. */
  readonly body?: unknown;
  readonly signal: AbortSignal;
}

export async function exchange({ headers, ...asked }: Asked): Promise<Exchange | Fault> {
  const reply = await exchangeBytes({ ...asked, headers: { accept: 'application/json', ...headers }, mostBytes: MOST_BYTES });
  return isLost(reply) ? FAULTS[reply.lost] : { status: reply.status, headers: reply.headers, body: jsonOf(reply) };
}

export const isFault = (value: Exchange | Fault): value is Fault => 'outcome' in value;

const FAULTS: Readonly<Record<Lost['lost'], Fault>> = {
  too_large: fault('unusable', { mayBeCharged: true }),
  timeout: fault('timeout', { isDown: true, mayBeCharged: true }),
  cancelled: fault('cancelled', { mayBeCharged: true }),
  bad_address: fault('failed'),
  never_connected: fault('unreachable', { passing: true, isDown: true }),
  broken: fault('unreachable', { passing: true, isDown: true, mayBeCharged: true }),
};
