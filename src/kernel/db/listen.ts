/**
 * Hearing NOTIFY: one connection for all channels, opened with the first one, mended when it breaks.
 * After a break it listens again to every channel before `listen` is answered; what was said meanwhile is not heard.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { Logger } from 'pino';

type Handler = (payload: string) => void;

export interface Listener {
  listen(channel: string, handler: Handler): Promise<() => Promise<void>>;
  close(): Promise<void>;
}

export const createListener = (url: string, log: Logger): Listener => new ConnectionListener(url, log);

const SLOWEST_RETRY_MS = 3_000;
/** A connection may die without a word (a firewall, a lost machine): it is asked from time to time. */
const PULSE_MS = 30_000;

class ConnectionListener implements Listener {
  readonly #url: string;
  readonly #log: Logger;
  readonly #handlers = new Map<string, Set<Handler>>();
  #connected: Promise<pg.Client> | null = null;
  #isClosed = false;

  constructor(url: string, log: Logger) {
    this.#url = url;
    this.#log = log;
  }

  async listen(channel: string, handler: Handler): Promise<() => Promise<void>> {
    if (!/^[a-z][a-z0-9_]{0,62}$/.test(channel)) throw new Error(`"${channel}" is not a channel name`);
    if (this.#isClosed) throw new Error('The database is closed');
    const known = this.#handlers.get(channel);
    if (known) known.add(handler);
    else this.#handlers.set(channel, new Set([handler]));
    try {
      await this.#say(`listen ${channel}`);
    } catch (error) {
      this.#forget(channel, handler);
      throw error;
    }
    return () => this.#unlisten(channel, handler);
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    const connecting = this.#connected;
    this.#connected = null;
    if (connecting)
      await connecting
        .then((client) => client.end())
        .catch((error: unknown) => this.#log.debug({ err: error }, 'the listening connection was gone'));
  }

  #forget(channel: string, handler: Handler): boolean {
    const handlers = this.#handlers.get(channel);
    handlers?.delete(handler);
    return handlers?.size === 0 && this.#handlers.delete(channel);
  }

  async #unlisten(channel: string, handler: Handler): Promise<void> {
    if (this.#forget(channel, handler) && !this.#isClosed) await this.#say(`unlisten ${channel}`);
  }

  /** A statement lost with its connection is said again: the one that replaces it listens to all channels known by then. */
  async #say(statement: string): Promise<void> {
    for (;;) {
      const connecting = this.#connect();
      const client = await connecting;
      try {
        await client.query(statement);
        return;
      } catch (error) {
        if (this.#isClosed || this.#connected === connecting) throw error;
      }
    }
  }

  #connect(): Promise<pg.Client> {
    this.#connected ??= this.#open().catch((error: unknown) => {
      this.#connected = null;
      throw error;
    });
    return this.#connected;
  }

  async #open(): Promise<pg.Client> {
    const client = new pg.Client({
      connectionString: this.#url,
      application_name: 'atelier listen',
      keepAlive: true,
      connectionTimeoutMillis: 15_000,
    });
    client.on('error', (error) => this.#log.debug({ err: error }, 'the listening connection was lost'));
    client.on('notification', ({ channel, payload }) => this.#tell(channel, payload ?? ''));
    await client.connect();
    try {
      for (const channel of this.#handlers.keys()) await client.query(`listen ${channel}`);
    } catch (error) {
      await client.end();
      throw error;
    }
    const pulse = setInterval(() => void feelPulse(client), PULSE_MS).unref();
    client.once('end', () => {
      clearInterval(pulse);
      this.#connected = null;
      if (!this.#isClosed) void this.#reconnect();
    });
    return client;
  }

  async #reconnect(): Promise<void> {
    for (let wait = 50; !this.#isClosed && this.#handlers.size > 0; wait = Math.min(wait * 2, SLOWEST_RETRY_MS)) {
      try {
        await this.#connect();
        this.#log.info('listening to the database again');
        return;
      } catch (error) {
        this.#log.debug({ err: error }, 'the listening connection cannot be mended yet');
        await sleep(wait, undefined, { ref: false });
      }
    }
  }

  #tell(channel: string, payload: string): void {
    for (const handler of this.#handlers.get(channel) ?? []) {
      try {
        handler(payload);
      } catch (error) {
        this.#log.error({ err: error, channel }, 'a listener failed');
      }
    }
  }
}

/** No answer within a few seconds ends the connection, and with it begins the mending. */
async function feelPulse(client: pg.Client): Promise<void> {
  const silence = setTimeout(() => client.connection.stream.destroy(), 10_000).unref();
  await client.query('select 1').catch(() => client.connection.stream.destroy());
  clearTimeout(silence);
}
