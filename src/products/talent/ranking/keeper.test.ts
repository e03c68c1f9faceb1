import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { log } from '#test/support.ts';
import { createKeeper, type Keeper } from './keeper.ts';

const folders: string[] = [];
const keepers: Keeper[] = [];
afterEach(async () => {
  for (const keeper of keepers.splice(0)) await keeper.close();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A thread that does this with each question; `lives` counts how often it was started. */
function keeperOf(onQuestion: string, idleMs?: number): Keeper {
  const folder = mkdtempSync(join(tmpdir(), 'atelier-keeper-'));
  folders.push(folder);
  const source = `
    import { parentPort, workerData } from 'node:worker_threads';
    import { appendFileSync, readFileSync } from 'node:fs';
    const file = workerData.url + '/lives';
    appendFileSync(file, 'x');
    const lives = readFileSync(file, 'utf8').length;
    const answer = (id) => parentPort.postMessage({ kind: 'answer', id, ranking: { analyzed: lives, matched: 0, people: [], lost: {} } });
    parentPort.on('message', (message) => { ${onQuestion} });`;
  const program = new URL(`data:text/javascript,${encodeURIComponent(source)}`);
  const keeper = createKeeper({ url: folder, log, program, ...(idleMs === undefined ? {} : { idleMs }) });
  keepers.push(keeper);
  return keeper;
}

const ask = (keeper: Keeper): Promise<number | undefined> =>
  keeper.ask({ kind: 'warm', people: 'standard' }).then((ranking) => ranking?.analyzed);

describe('the keeper of the thread', () => {
  it('starts one thread for all who ask', async () => {
    const keeper = keeperOf('answer(message.id)');
    expect(await Promise.all([ask(keeper), ask(keeper), ask(keeper)])).toEqual([1, 1, 1]);
  });

  it('asks again when the thread died over a question, and gives up when it does so twice', async () => {
    const mended = keeperOf('if (lives === 1) process.exit(3); answer(message.id)');
    expect(await Promise.all([ask(mended), ask(mended)])).toEqual([2, 2]);
    const broken = keeperOf('throw new Error("out of memory")');
    await expect(ask(broken)).rejects.toThrow('ended twice');
  });

  it('tells what the thread refuses, and goes on', async () => {
    const keeper = keeperOf(
      `if (message.id === 1) parentPort.postMessage({ kind: 'refused', id: 1, reason: 'the database is away' }); else answer(message.id)`,
    );
    await expect(ask(keeper)).rejects.toThrow('the database is away');
    expect(await ask(keeper)).toBe(1);
  });

  it('ends an idle thread, and starts another for the next question', async () => {
    const keeper = keeperOf('answer(message.id)', 1);
    expect(await ask(keeper)).toBe(1);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await ask(keeper)).toBe(2);
  });

  it('answers nobody after it was closed', async () => {
    const keeper = keeperOf('if (lives > 5) answer(message.id)');
    const asked = ask(keeper);
    await keeper.close();
    await expect(asked).rejects.toThrow('closed');
    await expect(ask(keeper)).rejects.toThrow('closed');
  });
});
