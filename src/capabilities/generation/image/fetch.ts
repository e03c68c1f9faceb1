/**
 * The picture behind an address that a provider gave: never inside our own walls, never without an end, never anything but a
 * picture. This machine is reached only when the provider itself is here.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { createOutbound, type Outbound, OutboundError } from '#kernel/outbound.ts';
import { isLoopback } from '../text/openai.ts';
import { ImageFault, type ImageFaultKind, type ImageProviderName } from './image.ts';

const MOST_BYTES = 32 * 1024 * 1024;
const PATIENCE_MS = 30_000;
/** Fetching costs nothing, and what is fetched was paid for. */
const TRIES = 3;
const BETWEEN_MS = 250;

const limits = { timeoutMs: PATIENCE_MS, maxBytes: MOST_BYTES };
const outside = createOutbound({ ...limits, allowLoopback: false });
const here = createOutbound({ ...limits, allowLoopback: true });

export async function fetchPicture(provider: ImageProviderName, base: string, url: string, signal: AbortSignal): Promise<Buffer> {
  const data = /^data:image\/[\w.+-]+;base64,(.+)$/s.exec(url)?.[1];
  if (data) return Buffer.from(data, 'base64');
  for (let tries = 1; ; tries++) {
    try {
      return await fetchOnce(provider, isLoopback(base) ? here : outside, url, signal);
    } catch (error) {
      signal.throwIfAborted();
      const fault = faultOf(provider, error);
      if (!fault.facts.isPassing || tries === TRIES) throw fault;
      await sleep(BETWEEN_MS * tries, undefined, { signal });
    }
  }
}

const FAULTS: Readonly<Record<OutboundError['problem'], ImageFaultKind>> = {
  'bad-url': 'unreadable',
  'private-address': 'unreadable',
  'unknown-host': 'unreachable',
  unreachable: 'unreachable',
  timeout: 'timeout',
  'too-large': 'unreadable',
  'too-many-redirects': 'unreadable',
};

function faultOf(provider: ImageProviderName, error: unknown): ImageFault {
  if (error instanceof ImageFault) return error;
  if (!(error instanceof OutboundError)) return new ImageFault(provider, 'unreachable', { mayBeCharged: true, isPassing: true });
  const kind = FAULTS[error.problem];
  return new ImageFault(provider, kind, { code: error.problem, mayBeCharged: true, isPassing: kind !== 'unreadable' });
}

async function fetchOnce(provider: ImageProviderName, outbound: Outbound, url: string, signal: AbortSignal): Promise<Buffer> {
  const reply = await outbound.fetch(url, { headers: { accept: 'image/*' }, signal });
  const httpStatus = reply.status;
  const type = reply.headers.get('content-type') ?? '';
  if (httpStatus !== 200 || !/^(image\/|application\/octet-stream|binary\/octet-stream|$)/i.test(type)) {
    await reply.body?.cancel();
    const isPassing = httpStatus >= 500 || httpStatus === 429;
    throw new ImageFault(provider, isPassing ? 'unavailable' : 'unreadable', { httpStatus, mayBeCharged: true, isPassing });
  }
  return Buffer.from(await reply.arrayBuffer());
}
