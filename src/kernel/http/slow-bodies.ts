/**
 * A body that comes too slowly is cut: somebody who sends a byte a minute would hold a connection for ever, and a few thousand of them
 * all of them. What counts is what arrives, not how long it takes: a film over a poor network may take its hour.
 */
import type { Door } from './door.ts';

export interface BodyPatience {
  /** How often it is looked at, in milliseconds. */
  readonly windowMs: number;
  /** What must have come in between. */
  readonly leastBytes: number;
}

/** Two hundred bytes a second: a twentieth of what the slowest telephone network brings. */
export const BODY_PATIENCE: BodyPatience = { windowMs: 20_000, leastBytes: 4096 };

/** Closes connections whose body comes more slowly than that; a body that came wholly, or a request without one, is not watched. */
export function cutSlowBodies(door: Door, { windowMs, leastBytes }: BodyPatience): void {
  door.addHook('onRequest', async ({ raw }) => {
    if (raw.headers['content-length'] === undefined && raw.headers['transfer-encoding'] === undefined) return;
    const { socket } = raw;
    let before = socket.bytesRead;
    const watch = setInterval(() => {
      const now = socket.bytesRead;
      // What lies here unread is ours to read: the sender is not slow.
      if (raw.complete || raw.destroyed) clearInterval(watch);
      else if (now - before < leastBytes && raw.readableLength === 0) socket.destroy();
      before = now;
    }, windowMs).unref();
    raw.once('close', () => clearInterval(watch));
  });
}
