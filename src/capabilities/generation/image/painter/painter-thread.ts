/** The thread that paints: one order at a time, until it is ended. */
import { parentPort } from 'node:worker_threads';
import { paint } from './paint.ts';
import type { FromThread, ToThread } from './pool.ts';

const port = parentPort;
if (!port) throw new Error('the painter works in a thread');
const tell = (message: FromThread): void =>
  port.postMessage(message, message.kind === 'painted' ? [message.painted.png.buffer as ArrayBuffer] : []);

port.on('message', ({ order }: ToThread) => {
  paint(order).then(
    (painted) => tell({ kind: 'painted', painted: { ...painted, png: new Uint8Array(painted.png) } }),
    (error: unknown) => tell({ kind: 'failed', reason: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  );
});
