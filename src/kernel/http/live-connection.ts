/** One WebSocket: says who it is, asks for channels, gets what is told on them, is cut when it is dead or too slow. */
import type { WebSocket } from '@fastify/websocket';
import type { FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import type { Viewer } from './access.ts';
import { isClean } from './clean-text.ts';
import type { LiveBounds, LiveRoute } from './live.ts';

/** The part of the hub that a connection needs. */
export interface Hub {
  subscribe(connection: LiveConnection, channel: string): void;
  unsubscribe(connection: LiveConnection, channel: string): void;
  leave(connection: LiveConnection): void;
  othersLike(connection: LiveConnection): number;
}

export interface LiveConnectionOptions {
  readonly socket: WebSocket;
  readonly request: FastifyRequest;
  readonly route: LiveRoute;
  readonly bounds: LiveBounds;
  readonly log: Logger;
  readonly hub: Hub;
}

/** Close codes of the application range, after the HTTP statuses they mean. */
const UNAUTHENTICATED = 4401;
const TOO_MANY = 4429;
const BROKEN_RULES = 1008;

/** Requests waiting or made between two beats; a person's client makes a few. */
const MOST_REQUESTS = 300;
const MOST_HELD = 500;
const RECHECK_EVERY_BEATS = 2;

type Request = Readonly<{ type?: unknown; token?: unknown; channel?: unknown }>;

export class LiveConnection {
  readonly #options: LiveConnectionOptions;
  readonly #channels = new Set<string>();
  /** Messages that came while the current state of their channel was being read: they follow it. */
  readonly #held = new Map<string, string[]>();
  #viewer: Viewer | null = null;
  #token: string | null = null;
  #isAlive = true;
  #requests = 0;
  #authTimer: NodeJS.Timeout | null = null;
  /** Requests are answered in the order they came: `subscribe` may be sent without waiting for `auth_ok`. */
  #answering: Promise<void> = Promise.resolve();

  constructor(options: LiveConnectionOptions) {
    this.#options = options;
    this.#viewer = viewerByCookie(options.request);
  }

  /** Whose this is: an account, or an address as long as nobody said. */
  get owner(): string {
    return this.#viewer ? `account ${this.#viewer.accountId}` : `address ${this.#options.request.ip}`;
  }

  begin(): void {
    const { socket, bounds } = this.#options;
    socket.on('message', (data, isBinary) => this.#hear(isBinary ? '' : data.toString()));
    socket.on('pong', () => {
      this.#isAlive = true;
    });
    socket.on('close', () => this.#leave());
    if (this.#isOneTooMany()) return;
    if (!this.#viewer) this.#authTimer = setTimeout(() => this.end(UNAUTHENTICATED, 'No token came'), bounds.authMs).unref();
  }

  /** Every heartbeat: cuts the dead, forgives the talkative, and asks now and then whether the viewer is still one. */
  beat(count: number): void {
    if (!this.#isAlive) {
      this.#options.socket.terminate();
      return;
    }
    this.#isAlive = false;
    this.#requests = 0;
    this.#options.socket.ping();
    if (count % RECHECK_EVERY_BEATS === 1) this.#inTurn(() => this.#recheck());
  }

  deliver(channel: string, text: string): void {
    const held = this.#held.get(channel);
    if (!held) this.#send(text);
    else if (held.length < MOST_HELD) held.push(text);
    else this.#options.socket.terminate();
  }

  end(code: number, reason: string): void {
    this.#options.socket.close(code, reason);
  }

  #hear(text: string): void {
    this.#isAlive = true;
    if (++this.#requests > MOST_REQUESTS) this.end(BROKEN_RULES, 'Too many requests');
    else this.#inTurn(() => this.#answer(text));
  }

  #inTurn(work: () => Promise<void>): void {
    this.#answering = this.#answering.then(work).catch((err: unknown) => {
      this.#options.log.error({ err }, 'a live request could not be answered');
      this.#refuse('SERVER_ERROR', 'The request could not be answered');
    });
  }

  async #answer(text: string): Promise<void> {
    if (this.#options.socket.readyState !== this.#options.socket.OPEN) return;
    const { type, token, channel } = parse(text);
    if (type === 'ping') return this.#tell({ type: 'pong' });
    if (type === 'auth') return this.#authenticate(token);
    if (type !== 'subscribe' && type !== 'unsubscribe') return this.#refuse('BAD_MESSAGE', 'Expected auth, subscribe, unsubscribe or ping');
    if (typeof channel !== 'string' || channel === '' || channel.length > 200 || !isClean(channel))
      return this.#refuse('BAD_MESSAGE', 'A channel is missing');
    if (type === 'subscribe') return this.#subscribe(channel);
    this.#unsubscribe(channel);
    this.#tell({ type: 'unsubscribed', channel });
  }

  /** Without a token the cookie speaks, for our own pages. */
  async #authenticate(given: unknown): Promise<void> {
    const token = typeof given === 'string' ? given.replace(/^Bearer\s+/i, '').trim() : '';
    const viewer =
      token === '' ? viewerByCookie(this.#options.request) : await this.#options.route.authenticate(this.#options.request, token);
    if (!viewer) {
      this.#refuse('AUTH_FAILED', 'The token is not valid');
      return this.end(UNAUTHENTICATED, 'The token is not valid');
    }
    if (viewer.accountId !== this.#viewer?.accountId) for (const channel of this.#channels) this.#unsubscribe(channel);
    this.#viewer = viewer;
    this.#token = token === '' ? null : token;
    if (this.#isOneTooMany()) return;
    if (this.#authTimer) clearTimeout(this.#authTimer);
    this.#tell({ type: 'auth_ok' });
  }

  #isOneTooMany(): boolean {
    const { bounds, hub } = this.#options;
    const most = this.#viewer ? bounds.connectionsPerViewer : bounds.strangersPerAddress;
    if (hub.othersLike(this) < most) return false;
    this.#refuse('TOO_MANY_CONNECTIONS', 'Too many connections are open');
    this.end(TOO_MANY, 'Too many connections');
    return true;
  }

  async #subscribe(channel: string): Promise<void> {
    const { route, bounds, hub } = this.#options;
    const viewer = this.#viewer;
    if (!viewer) return this.#refuse('AUTH_REQUIRED', 'Say who you are first', channel);
    if (!this.#channels.has(channel) && this.#channels.size >= bounds.subscriptionsPerConnection)
      return this.#refuse('TOO_MANY_SUBSCRIPTIONS', 'Too many channels', channel);
    if (!(await route.maySubscribe(viewer, channel))) return this.#refuse('FORBIDDEN', 'This channel is not open to you', channel);
    // Subscribed before the state is read, so that nothing told in between is missed.
    this.#channels.add(channel);
    this.#held.set(channel, []);
    hub.subscribe(this, channel);
    if (this.#options.socket.readyState !== this.#options.socket.OPEN) return this.#leave();
    this.#tell({ type: 'subscribed', channel });
    try {
      const state = await route.current?.(channel, viewer);
      if (state) this.#tell({ ...state, channel });
    } finally {
      const held = this.#held.get(channel) ?? [];
      this.#held.delete(channel);
      for (const text of held) this.#send(text);
    }
  }

  #unsubscribe(channel: string): void {
    this.#channels.delete(channel);
    this.#held.delete(channel);
    this.#options.hub.unsubscribe(this, channel);
  }

  async #recheck(): Promise<void> {
    const { request, route } = this.#options;
    const before = this.#viewer;
    if (!before) return;
    const now = await route.authenticate(request, this.#token);
    if (now?.accountId !== before.accountId) {
      this.#refuse('SESSION_ENDED', 'The session has ended');
      return this.end(UNAUTHENTICATED, 'The session has ended');
    }
    this.#viewer = now;
    if (now.role === before.role) return;
    for (const channel of this.#channels) if (!(await route.maySubscribe(now, channel))) this.#unsubscribe(channel);
  }

  #leave(): void {
    if (this.#authTimer) clearTimeout(this.#authTimer);
    for (const channel of this.#channels) this.#unsubscribe(channel);
    this.#options.hub.leave(this);
  }

  #refuse(code: string, message: string, channel?: string): void {
    this.#tell({ type: 'error', code, message, ...(channel === undefined ? {} : { channel }) });
  }

  #tell(message: Readonly<Record<string, unknown>>): void {
    this.#send(JSON.stringify(message));
  }

  #send(text: string): void {
    const { socket, bounds, log } = this.#options;
    if (socket.readyState !== socket.OPEN) return;
    if (socket.bufferedAmount > bounds.unsentBytes) {
      log.info({ owner: this.owner }, 'a live connection was too slow and is cut');
      socket.terminate();
    } else {
      socket.send(text);
    }
  }
}

function parse(text: string): Request {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {}; // answered as an unknown request
  }
}

/**
 * A cookie speaks for a page of ours only. Another site can open a WebSocket too, and browsers name it in `Origin`;
 * its own users may still come in with a token.
 */
function viewerByCookie(request: FastifyRequest): Viewer | null {
  const { origin } = request.headers;
  if (origin !== undefined && (!URL.canParse(origin) || new URL(origin).host !== request.host)) return null;
  return request.viewer;
}
