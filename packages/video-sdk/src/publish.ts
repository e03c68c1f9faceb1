/** `/publish`: films on platforms. */

import { type Connection, json, type RequestOptions } from './http.ts';
import { type Page, pageOf } from './page.ts';
import type { PlatformConnection, Publication, PublicationFilter, PublishBatch, PublishOrder, ScheduleOrder } from './types.ts';
import { type WaitOptions, waitUntil } from './wait.ts';

export interface Publish {
  /** At once, on every platform named; each is said once and only once, however often the network asks. */
  create(order: PublishOrder, options?: RequestOptions): Promise<PublishBatch>;
  schedule(order: ScheduleOrder, options?: RequestOptions): Promise<PublishBatch>;
  status(publicationId: string, options?: RequestOptions): Promise<Publication>;
  list(filter?: PublicationFilter, options?: RequestOptions): Promise<Page<Publication>>;
  /** What is not under way yet. */
  cancel(publicationId: string, options?: RequestOptions): Promise<Publication>;
  /** What a person found out about an `unknown` one. */
  settle(publicationId: string, finding: { readonly live: boolean; readonly url?: string }, options?: RequestOptions): Promise<Publication>;
  connections(options?: RequestOptions): Promise<readonly PlatformConnection[]>;
  /** The state in which it is over, well or not: `published`, `failed`, `cancelled`, `missed`, or `unknown` when a person has to look. */
  waitFor(publicationId: string, options?: WaitOptions<Publication>): Promise<Publication>;
}

const OVER = new Set(['published', 'failed', 'cancelled', 'missed', 'unknown']);

const one = (id: string): string => `/publish/${encodeURIComponent(id)}`;

export function createPublish(connection: Connection): Publish {
  const status = (id: string, options: RequestOptions = {}): Promise<Publication> =>
    json(connection, { ...options, path: `${one(id)}/status` });
  return {
    status,
    create: (body, options = {}) => json(connection, { ...options, method: 'POST', path: '/publish', body }),
    schedule: (body, options = {}) => json(connection, { ...options, method: 'POST', path: '/publish/schedule', body }),
    list: (filter = {}, options = {}) => pageOf(connection, '/publish', filter, options),
    // Said a second time, both are refused.
    cancel: (id, options = {}) =>
      json(connection, { ...options, method: 'POST', path: `${one(id)}/cancel`, body: {}, isRepeatable: false }),
    settle: (id, body, options = {}) =>
      json(connection, { ...options, method: 'POST', path: `${one(id)}/settle`, body, isRepeatable: false }),
    async connections(options = {}) {
      const { connections } = await json<{ readonly connections: readonly PlatformConnection[] }>(connection, {
        ...options,
        path: '/publish/connections',
      });
      return connections;
    },
    waitFor: (id, options = {}) =>
      waitUntil(
        (signal) => status(id, signal ? { signal } : {}),
        ({ status: state }) => OVER.has(state),
        options,
      ),
  };
}
