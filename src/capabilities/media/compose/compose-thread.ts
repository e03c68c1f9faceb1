/** The thread that renders one film and ends. */
import { parentPort, workerData } from 'node:worker_threads';
import type { FromThread, ToThread } from './crew.ts';
import { type RenderOrder, render } from './render.ts';
import { Trouble } from './trouble.ts';

const port = parentPort;
if (!port) throw new Error('films are put together in a thread');
const tell = (message: FromThread): void => port.postMessage(message);
const stop = new AbortController();

port.on('message', ({ kind }: ToThread) => {
  if (kind === 'stop') stop.abort(new Error('the render was stopped'));
});

render(
  workerData as RenderOrder,
  stop.signal,
  (pid, isAlive) => tell({ kind: 'child', pid, isAlive }),
  (progress) => tell({ kind: 'progress', progress }),
)
  .then(
    (film) => tell({ kind: 'done', film }),
    (error: unknown) => {
      if (error instanceof Trouble) tell({ kind: 'trouble', code: error.code, params: error.params });
      else tell({ kind: 'failed', reason: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    },
  )
  .finally(() => port.close());
