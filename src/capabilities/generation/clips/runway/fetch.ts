/** The film behind an address that Runway gave: never inside our own walls, never without an end. This machine only when the provider itself is here. */
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { createOutbound, OutboundError } from '#kernel/outbound.ts';
import { isLoopback } from '../../text/openai.ts';
import { ClipFault, type ClipFaultFacts } from '../faults.ts';

const limits = { timeoutMs: 180_000, maxBytes: 256 * 1024 * 1024 };
const outside = createOutbound({ ...limits, allowLoopback: false });
const here = createOutbound({ ...limits, allowLoopback: true });
/** Fetching costs nothing, and what is fetched was paid for. */
const TRIES = 3;
const BETWEEN_MS = 250;

interface Fetching {
  readonly url: string;
  readonly file: string;
  readonly task: string;
  readonly signal: AbortSignal;
}

export async function fetchFilm(base: string, { url, file, task, signal }: Fetching): Promise<void> {
  const facts = { task, requestId: task, mayBeCharged: true } as const;
  for (let tries = 1; ; tries += 1) {
    const fault = await fetchOnce(isLoopback(base) ? here : outside, { url, file, signal, facts });
    if (!fault) return;
    if (!fault.facts.isPassing || tries === TRIES) throw fault;
    await sleep(BETWEEN_MS * tries, undefined, { signal }).catch(() => signal.throwIfAborted());
  }
}

type Facts = Partial<ClipFaultFacts>;

async function fetchOnce(
  outbound: typeof here,
  { url, file, signal, facts }: Omit<Fetching, 'task'> & { readonly facts: Facts },
): Promise<ClipFault | null> {
  try {
    const reply = await outbound.fetch(url, { headers: { accept: 'video/*' }, signal });
    if (reply.status !== 200 || !reply.body) {
      await reply.body?.cancel();
      return statusFault(reply.status, facts);
    }
    await pipeline(Readable.fromWeb(reply.body as Parameters<typeof Readable.fromWeb>[0]), createWriteStream(file), { signal });
    return null;
  } catch (error) {
    signal.throwIfAborted();
    return lostIn(error, facts);
  }
}

/** Addresses of Runway die after a day or two: what is behind them is gone for good then, though the task is still known. */
function statusFault(httpStatus: number, facts: Facts): ClipFault {
  if ([401, 403, 404, 410].includes(httpStatus)) return new ClipFault('runway', 'lost', { ...facts, task: null, httpStatus });
  const isPassing = httpStatus >= 500 || httpStatus === 429;
  return new ClipFault('runway', isPassing ? 'unavailable' : 'unreadable', { ...facts, httpStatus, isPassing });
}

function lostIn(error: unknown, facts: Facts): ClipFault {
  const problem = error instanceof OutboundError ? error.problem : 'unreachable';
  if (problem === 'unreachable' || problem === 'unknown-host')
    return new ClipFault('runway', 'unreachable', { ...facts, code: problem, isPassing: true });
  if (problem === 'timeout') return new ClipFault('runway', 'timeout', { ...facts, isPassing: true });
  return new ClipFault('runway', 'unreadable', { ...facts, code: problem });
}
