/** The music behind an address that a provider gave: never inside our own walls, never without an end. This machine only when the provider itself is here. */
import { setTimeout as sleep } from 'node:timers/promises';
import { createOutbound, OutboundError } from '#kernel/outbound.ts';
import { isLoopback } from '../../text/openai.ts';
import { MusicFault } from '../music-faults.ts';
import type { MusicProviderName } from '../order.ts';

const limits = { timeoutMs: 60_000, maxBytes: 96 * 1024 * 1024 };
const outside = createOutbound({ ...limits, allowLoopback: false });
const here = createOutbound({ ...limits, allowLoopback: true });
/** Fetching costs nothing, and what is fetched was paid for. */
const TRIES = 3;
const BETWEEN_MS = 250;

interface Fetching {
  readonly url: string;
  readonly task: string;
  readonly signal: AbortSignal;
}

export async function fetchSound(provider: MusicProviderName, base: string, { url, task, signal }: Fetching): Promise<Buffer> {
  const facts = { task, requestId: task, mayBeCharged: true } as const;
  for (let tries = 1; ; tries += 1) {
    const fault = await (isLoopback(base) ? here : outside)
      .fetch(url, { headers: { accept: 'audio/*' }, signal })
      .then(async (reply) => {
        if (reply.status === 200) return Buffer.from(await reply.arrayBuffer());
        await reply.body?.cancel();
        const isPassing = reply.status >= 500 || reply.status === 429 || reply.status === 404;
        return new MusicFault(provider, isPassing ? 'unavailable' : 'unreadable', { ...facts, httpStatus: reply.status, isPassing });
      })
      .catch((error: unknown) => lostIn(provider, error, facts, signal));
    if (Buffer.isBuffer(fault)) return fault;
    if (!fault.facts.isPassing || tries === TRIES) throw fault;
    await sleep(BETWEEN_MS * tries, undefined, { signal });
  }
}

function lostIn(provider: MusicProviderName, error: unknown, facts: Partial<MusicFault['facts']>, signal: AbortSignal): MusicFault {
  signal.throwIfAborted();
  const problem = error instanceof OutboundError ? error.problem : 'unreachable';
  if (problem === 'unreachable' || problem === 'unknown-host')
    return new MusicFault(provider, 'unreachable', { ...facts, code: problem, isPassing: true });
  if (problem === 'timeout') return new MusicFault(provider, 'timeout', { ...facts, isPassing: true });
  return new MusicFault(provider, 'unreadable', { ...facts, code: problem });
}
