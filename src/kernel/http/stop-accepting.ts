/**
 * The end of a listener without a failed request. Node closes idle connections together with the listener, and a client that sends its next
 * request at that moment gets a reset instead of an answer. Here the listener goes first; whoever has a connection is still answered, with
 * `Connection: close`, and only then is what nobody uses let go.
 */
import type { Server as HttpServer } from 'node:http';
import { Server as NetServer, type Socket } from 'node:net';

export interface Leaving {
  /** How long connections that nobody uses may still ask something, milliseconds. */
  readonly idleMs: number;
  /** How long requests that have begun are waited for, milliseconds. */
  readonly busyMs: number;
}

export interface Listener {
  /** Afterwards nobody is connected, or the time is over. Does nothing where nobody listened. */
  stopAccepting(leaving: Leaving): Promise<void>;
}

const LOOK_EVERY_MS = 20;

/** To be called before the server listens. Connections that became something else (WebSocket) are not waited for. */
export function watchListener(server: HttpServer): Listener {
  /** Each connection with the number of its requests that are not answered yet. */
  const connections = new Map<Socket, number>();
  let letIn = 0;
  const count = (socket: Socket, change: number): void => {
    const unanswered = connections.get(socket);
    if (unanswered !== undefined) connections.set(socket, unanswered + change);
  };
  server.on('connection', (socket: Socket) => {
    letIn += 1;
    connections.set(socket, 0);
    socket.once('close', () => connections.delete(socket));
  });
  server.on('request', ({ socket }, response) => {
    count(socket, 1);
    response.once('close', () => count(socket, -1));
  });
  server.on('upgrade', (_request, socket) => void connections.delete(socket as Socket));
  return {
    stopAccepting: async ({ idleMs, busyMs }) => {
      if (!server.listening) return;
      await everybodyLetIn(() => letIn);
      NetServer.prototype.close.call(server);
      const began = Date.now();
      for (;;) {
        const passed = Date.now() - began;
        if (connections.size === 0 || passed >= busyMs) return;
        if (passed >= idleMs) for (const [socket, unanswered] of connections) if (unanswered === 0) socket.destroy();
        await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
      }
    },
  };
}

/**
 * The kernel of the machine shakes hands before we accept: whoever waits there when the listener closes is reset. Right after a whole turn
 * of the event loop in which nobody came and little else was done, nobody waits. A process with too much to do has no such turn: then one
 * in which nobody came has to do, and after a while any.
 */
async function everybodyLetIn(letIn: () => number): Promise<void> {
  await turn();
  for (const began = performance.now(); performance.now() - began < LONGEST_MS; ) {
    const [now, before] = [performance.now(), letIn()];
    await turn();
    const isShort = performance.now() - now < SHORT_TURN_MS || now - began > LONGEST_MS / 2;
    if (letIn() === before && isShort) return;
  }
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
const LONGEST_MS = 1_000;
const SHORT_TURN_MS = 1;
