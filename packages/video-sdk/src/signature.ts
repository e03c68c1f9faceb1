/**
 * Whether a webhook comes from the server that knows the secret. Give the body exactly as it came: parsed and written anew, it is another.
 */

export type HeaderBag = Headers | Readonly<Record<string, string | readonly string[] | undefined>>;

export interface SignatureOptions {
  /** Seconds that a delivery may be old; 300 when not given. */
  readonly toleranceSeconds?: number;
  readonly now?: Date;
}

const TOLERANCE_SECONDS = 300;

/**
 * By the headers of Standard Webhooks (`webhook-id`, `webhook-timestamp`, `webhook-signature`), which also say when it was sent; by
 * `X-Atelier-Signature` when what stands between has taken those away.
 */
export async function verifySignature(
  rawBody: string | Uint8Array,
  headers: HeaderBag,
  secret: string,
  { toleranceSeconds = TOLERANCE_SECONDS, now = new Date() }: SignatureOptions = {},
): Promise<boolean> {
  const body = typeof rawBody === 'string' ? new TextEncoder().encode(rawBody) : rawBody;
  const [id, timestamp, signature] = ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map((name) => headerOf(headers, name));
  if (id && timestamp && signature) {
    const age = Math.abs(now.getTime() / 1000 - Number(timestamp));
    if (!(age <= toleranceSeconds)) return false;
    const expected = base64(await hmac(keyIn(secret), joined(`${id}.${timestamp}.`, body)));
    return signature.split(' ').some((one) => isSame(one, `v1,${expected}`));
  }
  const own = headerOf(headers, 'x-atelier-signature');
  if (!own || !secret) return false;
  return isSame(own, `sha256=${hex(await hmac(new TextEncoder().encode(secret), body))}`);
}

function headerOf(headers: HeaderBag, name: string): string | null {
  if (typeof Headers !== 'undefined' && headers instanceof Headers) return headers.get(name);
  const bag = headers as Readonly<Record<string, string | readonly string[] | undefined>>;
  const [, value] = Object.entries(bag).find(([key]) => key.toLowerCase() === name) ?? [];
  return typeof value === 'string' ? value : (value?.[0] ?? null);
}

/** Behind `whsec_` the key stands in base64; any other secret is its own key. */
const keyIn = (secret: string): Uint8Array<ArrayBuffer> =>
  secret.startsWith('whsec_')
    ? Uint8Array.from(atob(secret.slice('whsec_'.length)), (letter) => letter.charCodeAt(0))
    : new TextEncoder().encode(secret);

function joined(head: string, body: Uint8Array): Uint8Array<ArrayBuffer> {
  const start = new TextEncoder().encode(head);
  const whole = new Uint8Array(start.length + body.length);
  whole.set(start);
  whole.set(body, start.length);
  return whole;
}

async function hmac(secret: Uint8Array<ArrayBuffer>, content: Uint8Array): Promise<Uint8Array> {
  const key = await crypto.subtle.importKey('raw', secret, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  return new Uint8Array(await crypto.subtle.sign('HMAC', key, content as Uint8Array<ArrayBuffer>));
}

const hex = (bytes: Uint8Array): string => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
const base64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes));

/** Takes as long for a nearly right one as for a wrong one. */
function isSame(one: string, other: string): boolean {
  let difference = one.length ^ other.length;
  for (let at = 0; at < other.length; at += 1) difference |= (one.charCodeAt(at) || 0) ^ other.charCodeAt(at);
  return difference === 0;
}
