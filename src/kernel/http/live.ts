/**
 * What people see happen without asking again: progress, steps, notices, over one WebSocket.
 *
 * Words: a *channel* is what one can listen to (`project:<id>`), a *message* is an object with a `type`. A slice
 * publishes inside its transaction; every process of the studio hears it when it commits and passes it to those of its
 * connections that subscribed. Messages are news, not facts: who was away reads the state, which is why a new
 * subscriber gets the current one first.
 *
 * Wire (JSON texts). In: `auth {token}`, `subscribe {channel}`, `unsubscribe {channel}`, `ping`. Out: `auth_ok`,
 * `subscribed`, `unsubscribed`, `pong`, `error {code, message, channel?}`, and the messages with their `channel`.
 */
import websocket, { type WebSocket } from '@fastify/websocket';
import type { FastifyRequest } from 'fastify';
import { sql } from 'kysely';
import type { Logger } from 'pino';
import type { Database } from '../db/connect.ts';
import type { Db } from '../db/db.ts';
import { access, type Viewer } from './access.ts';
import type { Door } from './door.ts';
import { LiveConnection } from './live-connection.ts';

export type LiveMessage = Readonly<Record<string, unknown>> & { readonly type: string };

export interface LiveRoute {
  /** Who speaks: by the token of an `auth` message, or (`null`) by the cookie the request came with. Asked again every minute. */
  authenticate(request: FastifyRequest, token: string | null): Promise<Viewer | null>;
  maySubscribe(viewer: Viewer, channel: string): Promise<boolean>;
  /** The state a new subscriber gets before anything else; null when there is nothing to tell. */
  current?(channel: string, viewer: Viewer): Promise<LiveMessage | null>;
}

export interface Live {
  /** Heard when `db` commits, at once when it is no transaction. At most 256 KB. */
  publish(db: Db, channel: string, message: LiveMessage): Promise<void>;
  route(door: Door, path: string, route: LiveRoute): void;
  /** Says goodbye to everybody and stops listening. */
  close(): Promise<void>;
}

export interface LiveOptions {
  readonly database: Pick<Database, 'db' | 'listen' | 'notify'>;
  readonly log: Logger;
  readonly bounds?: Partial<LiveBounds>;
}

export interface LiveBounds {
  /** A connection that does not answer a ping until the next one is cut. */
  readonly heartbeatMs: number;
  /** How long a stranger may take to say who they are. */
  readonly authMs: number;
  readonly connectionsPerViewer: number;
  readonly strangersPerAddress: number;
  readonly subscriptionsPerConnection: number;
  /** A reader this far behind is cut; it connects again and gets the current state. */
  readonly unsentBytes: number;
}
const BOUNDS: LiveBounds = {
  heartbeatMs: 30_000,
  authMs: 10_000,
  connectionsPerViewer: 20,
  strangersPerAddress: 50,
  subscriptionsPerConnection: 100,
  unsentBytes: 1024 * 1024,
};

const NOTICE = 'atelier_live';
/** NOTIFY takes 8000 bytes; what is longer goes through a row. */
const LONGEST_NOTICE = 7500;
const LONGEST_MESSAGE = 256 * 1024;
/** Of one incoming message: a token and a channel, no more. */
const LONGEST_REQUEST = 16 * 1024;
const GOODBYE_MS = 1000;

export const createLive = (options: LiveOptions): Live => new LiveHub(options);

interface Notice {
  readonly channel: string;
  readonly message?: LiveMessage;
  /** Where the message is kept when it is too long for a notice. */
  readonly row?: number;
}

class LiveHub implements Live {
  readonly #database: LiveOptions['database'];
  readonly #log: Logger;
  readonly #bounds: LiveBounds;
  readonly #doors = new WeakSet<Door>();
  readonly #connections = new Set<LiveConnection>();
  readonly #subscribers = new Map<string, Set<LiveConnection>>();
  #listening: Promise<() => Promise<void>> | null = null;
  /** Notices are passed on one after the other: fetching a long one must not let a later one overtake it. */
  #passing: Promise<void> = Promise.resolve();
  #heart: NodeJS.Timeout | null = null;
  #beats = 0;

  constructor({ database, log, bounds = {} }: LiveOptions) {
    this.#database = database;
    this.#log = log;
    this.#bounds = { ...BOUNDS, ...bounds };
  }

  async publish(db: Db, channel: string, message: LiveMessage): Promise<void> {
    const whole = JSON.stringify({ channel, message } satisfies Notice);
    const bytes = Buffer.byteLength(whole);
    if (bytes > LONGEST_MESSAGE) throw new Error(`A live message of ${bytes} bytes on ${channel} is too long`);
    await this.#database.notify(db, NOTICE, bytes <= LONGEST_NOTICE ? whole : await this.#store(db, channel, whole));
  }

  async #store(db: Db, channel: string, whole: string): Promise<string> {
    const { rows } = await sql<{ id: number }>`insert into kernel.live_messages (body) values (${whole}) returning id`.execute(db);
    return JSON.stringify({ channel, row: Number(rows[0]?.id) } satisfies Notice);
  }

  route(door: Door, path: string, route: LiveRoute): void {
    if (!this.#doors.has(door)) this.#prepare(door);
    // Strangers come in: they say who they are afterwards. Nothing is told to them before.
    const options = { websocket: true, config: { access: access.public, internal: true } } as const;
    door.register(async (scope) => {
      scope.get(path, options, (socket, request) => this.#welcome(socket, request, route));
    });
  }

  #prepare(door: Door): void {
    this.#doors.add(door);
    door.register(websocket, {
      options: { maxPayload: LONGEST_REQUEST },
      errorHandler: (error, socket) => {
        this.#log.debug({ err: error }, 'a live connection broke');
        socket.terminate();
      },
      preClose(this: { websocketServer: { clients: Set<WebSocket>; close(): void } }, done: () => void) {
        const { clients } = this.websocketServer;
        for (const client of clients) client.close(1001, 'The studio is closing');
        setTimeout(() => clients.forEach((client) => void client.terminate()), GOODBYE_MS).unref();
        this.websocketServer.close();
        done();
      },
    });
    door.addHook('onReady', async () => {
      this.#listening ??= this.#database.listen(NOTICE, (payload) => this.#hear(payload));
      await this.#listening;
    });
  }

  #welcome(socket: WebSocket, request: FastifyRequest, route: LiveRoute): void {
    const connection = new LiveConnection({ socket, request, route, bounds: this.#bounds, log: this.#log, hub: this });
    this.#connections.add(connection);
    this.#heart ??= setInterval(() => this.#beat(), this.#bounds.heartbeatMs).unref();
    connection.begin();
  }

  #hear(payload: string): void {
    this.#passing = this.#passing
      .then(() => this.#pass(JSON.parse(payload) as Notice))
      .catch((err: unknown) => this.#log.warn({ err }, 'a live message was lost'));
  }

  async #pass({ channel, message, row }: Notice): Promise<void> {
    if (!this.#subscribers.has(channel)) return;
    const told = message ?? (await this.#fetch(row));
    if (!told) return;
    const text = JSON.stringify({ ...told, channel });
    for (const connection of this.#subscribers.get(channel) ?? []) connection.deliver(channel, text);
  }

  async #fetch(row: number | undefined): Promise<LiveMessage | undefined> {
    const { rows } = await sql<{ body: string }>`select body from kernel.live_messages where id = ${row}`.execute(this.#database.db);
    return rows[0] && (JSON.parse(rows[0].body) as Notice).message;
  }

  #beat(): void {
    for (const connection of this.#connections) connection.beat(this.#beats);
    if (++this.#beats % 10 === 0) this.#sweep();
  }

  #sweep(): void {
    sql`delete from kernel.live_messages where created_at < now() - interval '10 minutes'`
      .execute(this.#database.db)
      .catch((err: unknown) => this.#log.warn({ err }, 'old live messages could not be swept'));
  }

  // What a connection asks of its hub.

  subscribe(connection: LiveConnection, channel: string): void {
    const subscribers = this.#subscribers.get(channel);
    if (subscribers) subscribers.add(connection);
    else this.#subscribers.set(channel, new Set([connection]));
  }

  unsubscribe(connection: LiveConnection, channel: string): void {
    const subscribers = this.#subscribers.get(channel);
    subscribers?.delete(connection);
    if (subscribers?.size === 0) this.#subscribers.delete(channel);
  }

  leave(connection: LiveConnection): void {
    this.#connections.delete(connection);
  }

  /** How many other connections the same account has, or strangers from the same address. */
  othersLike(connection: LiveConnection): number {
    let others = 0;
    for (const other of this.#connections) if (other !== connection && other.owner === connection.owner) others++;
    return others;
  }

  async close(): Promise<void> {
    if (this.#heart) clearInterval(this.#heart);
    for (const connection of this.#connections) connection.end(1001, 'The studio is closing');
    const unlisten = await this.#listening;
    this.#listening = null;
    await unlisten?.();
    await this.#passing;
  }
}
