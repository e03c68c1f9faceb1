/** What a person sends as an endpoint: every fault named, the address tried for where it leads. */
import { type FieldError, failure } from '#kernel/failure.ts';
import { type Outbound, OutboundError } from '#kernel/outbound.ts';
import { m } from './messages.ts';
import type { NewEndpoint } from './webhooks.ts';

const LONGEST_URL = 2000;

export async function readEndpoint(
  outbound: Pick<Outbound, 'check'>,
  { url, events, secret }: NewEndpoint,
  allowed: readonly string[],
): Promise<NewEndpoint> {
  const faults: Record<string, FieldError> = {};
  const address = typeof url === 'string' ? url.trim() : '';
  const fault = address ? await faultOf(outbound, address) : { message: m.required, constraint: 'required' };
  if (fault) faults['url'] = fault;
  const wanted = Array.isArray(events) ? [...new Set<string>(events)] : [];
  if (wanted.length === 0 || wanted.some((event) => !allowed.includes(event)))
    faults['events'] = { message: m.events, params: { values: allowed.join(', ') }, constraint: 'choice' };
  if (secret !== undefined && (typeof secret !== 'string' || !/^[\x21-\x7e]{8,200}$/.test(secret)))
    faults['secret'] = { message: m.secret, constraint: 'format' };
  if (Object.keys(faults).length > 0) throw failure.invalid(faults);
  return { url: address, events: wanted, ...(secret === undefined ? {} : { secret }) };
}

async function faultOf(outbound: Pick<Outbound, 'check'>, url: string): Promise<FieldError | null> {
  if (url.length > LONGEST_URL) return { message: m.badUrl, constraint: 'max_length' };
  try {
    await outbound.check(url);
    return null;
  } catch (error) {
    if (!(error instanceof OutboundError)) throw error;
    if (error.problem === 'private-address') return { message: m.privateUrl, constraint: 'private' };
    return { message: error.problem === 'unknown-host' ? m.unknownHost : m.badUrl, constraint: 'format' };
  }
}
