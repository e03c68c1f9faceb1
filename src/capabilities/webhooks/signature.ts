/**
 * How a delivery proves where it comes from (DECISIONS §7): the documented `signature` inside the body covers
 * `event + "." + timestamp + "." + JSON(data)`; `X-Atelier-Signature` covers the raw body; `webhook-id`, `-timestamp` and `-signature`
 * are those of Standard Webhooks (standardwebhooks.com), whose key is the decoded part behind `whsec_`.
 */
import { createHmac, randomBytes } from 'node:crypto';

export interface EventToSign {
  readonly id: string;
  readonly event: string;
  /** When it happened. */
  readonly at: Date;
  readonly data: unknown;
}

export interface SignedDelivery {
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

export const newSecret = (): string => `whsec_${randomBytes(24).toString('base64')}`;

/** `sentAt` is the time of the try: a receiver refuses what is older than its tolerance. */
export function signDelivery({ id, event, at, data }: EventToSign, secret: string, sentAt: Date): SignedDelivery {
  const timestamp = at.toISOString().replace(/\.\d+Z$/, 'Z');
  const json = JSON.stringify(data);
  const inner = `sha256=${hmac(secret, `${event}.${timestamp}.${json}`, 'hex')}`;
  // Written by hand so that `data` stands in the body exactly as it was signed.
  const body = `{"event":${JSON.stringify(event)},"timestamp":${JSON.stringify(timestamp)},"data":${json},"signature":${JSON.stringify(inner)}}`;
  const seconds = String(Math.floor(sentAt.getTime() / 1000));
  return {
    body,
    headers: {
      'content-type': 'application/json',
      'user-agent': 'Atelier-Webhooks/1',
      'x-atelier-signature': `sha256=${hmac(secret, body, 'hex')}`,
      'webhook-id': id,
      'webhook-timestamp': seconds,
      'webhook-signature': `v1,${hmac(standardKey(secret), `${id}.${seconds}.${body}`, 'base64')}`,
    },
  };
}

const hmac = (key: string | Buffer, text: string, encoding: 'hex' | 'base64'): string =>
  createHmac('sha256', key).update(text).digest(encoding);

const standardKey = (secret: string): string | Buffer =>
  secret.startsWith('whsec_') ? Buffer.from(secret.slice('whsec_'.length), 'base64') : secret;
