/** `/webhooks`: being told instead of asking. */
import { VideoApiError } from './errors.ts';
import { type Connection, json, type RequestOptions } from './http.ts';
import { type Page, pageOf } from './page.ts';
import { type HeaderBag, type SignatureOptions, verifySignature } from './signature.ts';
import type { NewWebhook, Webhook, WebhookEvent } from './types.ts';

export interface Webhooks {
  /** `secret` is told here, and never again. */
  create(webhook: NewWebhook, options?: RequestOptions): Promise<Webhook & { readonly secret: string }>;
  list(options?: RequestOptions): Promise<Page<Webhook>>;
  delete(id: string, options?: RequestOptions): Promise<void>;
  /** Whether a delivery comes from who knows the secret. `rawBody` exactly as it came. */
  verifySignature(rawBody: string | Uint8Array, headers: HeaderBag, secret: string, options?: SignatureOptions): Promise<boolean>;
  /** The event, when its signature is right; throws `VideoApiError` with the code `WRONG_SIGNATURE` otherwise. */
  read(rawBody: string | Uint8Array, headers: HeaderBag, secret: string, options?: SignatureOptions): Promise<WebhookEvent>;
}

export const createWebhooks = (connection: Connection): Webhooks => ({
  verifySignature,
  // Created twice, every event would come twice.
  create: (body, options = {}) => json(connection, { ...options, method: 'POST', path: '/webhooks', body, isRepeatable: false }),
  list: (options = {}) => pageOf(connection, '/webhooks', {}, options),
  delete: (id, options = {}) => json(connection, { ...options, method: 'DELETE', path: `/webhooks/${encodeURIComponent(id)}` }),
  async read(rawBody, headers, secret, options) {
    if (!(await verifySignature(rawBody, headers, secret, options))) {
      throw new VideoApiError({
        status: 0,
        code: 'WRONG_SIGNATURE',
        message: 'This delivery was not signed with the secret, or is too old',
      });
    }
    return JSON.parse(typeof rawBody === 'string' ? rawBody : new TextDecoder().decode(rawBody)) as WebhookEvent;
  },
});
