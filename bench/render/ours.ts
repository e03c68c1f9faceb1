/** Our whole render in a process of its own, with what it took. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import type { Answer, Order } from './studio.ts';
import { memoryOf, mostMemory, processorOf } from './watch.ts';

export interface Spent {
  readonly wall: number;
  readonly processor: number;
  /** Of all processes together, at most, in megabytes. */
  readonly megabytes: number;
  /** Of the process before it renders. */
  readonly idle: number;
}

/** As scripts/lib/project.mjs runs the program. */
const FLAGS = ['--max-old-space-size=1024'];

export async function renderOurs(order: Order): Promise<Spent> {
  const child = fork(new URL('./studio.ts', import.meta.url), { execArgv: FLAGS });
  try {
    await answerOf(child);
    const pid = child.pid ?? 0;
    const [before, idle] = [processorOf(pid), memoryOf(pid)];
    const begun = performance.now();
    const { megabytes } = await mostMemory(pid, async () => {
      child.send(order);
      await answerOf(child);
    });
    return { wall: (performance.now() - begun) / 1000, processor: processorOf(pid) - before, megabytes, idle };
  } finally {
    const gone = once(child, 'exit');
    child.kill();
    // What it used counts for whoever waits for it.
    if (child.exitCode === null && child.signalCode === null) await gone;
  }
}

async function answerOf(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`the rendering process ended with ${code}`);
  });
  const [answer] = (await Promise.race([once(child, 'message'), ended])) as [Answer];
  // Nobody waits for its end any more.
  ended.catch(() => undefined);
  if (answer.kind === 'failed') throw new Error(answer.reason);
}
