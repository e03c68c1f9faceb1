/** The thread that keeps the index: a program of its own, so that a long count never holds up the pages. Its only input is questions. */
import { parentPort, workerData } from 'node:worker_threads';
import { pino } from 'pino';
import { openDatabase } from '#kernel/db/connect.ts';
import { facetsIn, findIn } from './answering.ts';
import { followPeople } from './follower.ts';
import type { FromThread, ToThread } from './index-messages.ts';
import { keepRecentParts } from './recent-parts.ts';

/** Without news the horizon of the feed would stay where it is. */
const LOOK_EVERY_MS = 30_000;
/** Many commits in a row are read together. */
const GATHER_MS = 100;

const port = parentPort;
if (!port) throw new Error('the index lives in a thread');
const tell = (message: FromThread): void => port.postMessage(message);
const begun = performance.now();

const { url } = workerData as { readonly url: string };
const database = await openDatabase({ databaseUrl: url, dataFolder: '', databasePoolSize: 2 }, pino({ level: 'silent' }));
const follower = await followPeople(database.db, (done) => {
  tell({ kind: 'trouble', text: 'everybody is read again: more changed than is followed one by one' });
  // What is in memory is old and cannot be mended: the thread ends, and a new one is started.
  done.then(sayReady, (error: unknown) => {
    tell({ kind: 'trouble', text: `everybody could not be read again: ${String(error)}` });
    process.exit(1);
  });
});

const recent = keepRecentParts();
port.on('message', (message: ToThread) => void answer(message));
setInterval(() => void keepUp(), LOOK_EVERY_MS);
let isGathering = false;
await database.listen('talent_cinema_changed', () => {
  if (isGathering) return;
  isGathering = true;
  setTimeout(() => {
    isGathering = false;
    void keepUp();
  }, GATHER_MS);
});
await sayReady();

async function answer({ id, kind, question }: ToThread): Promise<void> {
  try {
    const index = await follower.current();
    if (!index) tell({ kind: 'answer', id, answer: null });
    else if (kind === 'find') tell({ kind: 'answer', id, answer: findIn(index, question, recent(index, question)) });
    else tell({ kind: 'answer', id, answer: facetsIn(index, question, recent(index, question)) });
  } catch (error) {
    tell({ kind: 'answer', id, answer: null });
    tell({ kind: 'trouble', text: String(error) });
  }
}

/** Ahead of the questions; one that finds the database away says so itself. */
async function keepUp(): Promise<void> {
  await follower.current().catch((error: unknown) => tell({ kind: 'trouble', text: String(error) }));
}

async function sayReady(): Promise<void> {
  const index = await follower.current();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  if (index)
    tell({
      kind: 'ready',
      people: index.people,
      seconds: (performance.now() - begun) / 1000,
      megabytes: (heapUsed + arrayBuffers) / 1024 / 1024,
    });
}
