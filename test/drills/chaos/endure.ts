/** All write while something is wrong with the world, then it is right again: what was acknowledged before, meanwhile and after must be there. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Studio } from '../studio.ts';
import { countOf, look, Refused, type Writer } from '../writers.ts';

export interface Trouble {
  /** Both answer the studio that is asked from now on, when it is another. */
  begin(studio: Studio): Promise<Studio | undefined>;
  end(studio: Studio): Promise<Studio | undefined>;
  /** Statuses that say clearly what is the matter; nothing else may be answered meanwhile. */
  readonly tolerated: readonly number[];
  readonly seconds: number;
}

export interface Endured {
  readonly studio: Studio;
  readonly acknowledged: Readonly<Record<string, number>>;
  /** How often each status was answered while it was wrong. */
  readonly refused: Readonly<Record<string, number>>;
  /** From the end of the trouble until everybody could write again. */
  readonly backSeconds: number;
  readonly faults: readonly string[];
}

const CALM_SECONDS = 2;
const BACK_SECONDS = 60;
/** How many do the same thing at once. */
const HANDS = 2;

export async function endure(calm: Studio, writers: readonly Writer[], trouble: Trouble): Promise<Endured> {
  const faults: string[] = [];
  const refused = new Map<string, number>();
  const mind = (phase: string, tolerated: readonly number[]) => (writer: Writer, error: unknown) => {
    const status = error instanceof Refused ? error.status : 0;
    if (tolerated.includes(status)) refused.set(String(status), (refused.get(String(status)) ?? 0) + 1);
    else faults.push(`${phase}: ${writer.name}: ${wordsOf(error)}`);
  };
  await writeFor(CALM_SECONDS, calm, writers, mind('before', []));
  let studio = (await trouble.begin(calm)) ?? calm;
  await writeFor(trouble.seconds, studio, writers, mind('meanwhile', trouble.tolerated));
  studio = (await trouble.end(studio)) ?? studio;
  const backSeconds = await secondsUntilAllWrite(studio, writers);
  if (backSeconds > BACK_SECONDS) faults.push(`not everybody could write again after ${BACK_SECONDS} s`);
  await writeFor(CALM_SECONDS, studio, writers, mind('afterwards', []));
  if (!studio.isAlive()) faults.push('the process of the studio ended');
  faults.push(...(await look(writers, studio.doors, 'the beginning')));
  return { studio, acknowledged: countOf(writers), refused: Object.fromEntries(refused), backSeconds, faults };
}

const wordsOf = (error: unknown): string =>
  error instanceof Error ? `${error.message}${error.cause ? ` (${String(error.cause)})` : ''}` : String(error);

async function writeFor(
  seconds: number,
  { doors }: Studio,
  writers: readonly Writer[],
  onError: (writer: Writer, error: unknown) => void,
): Promise<void> {
  let isOpen = true;
  const hand = async (writer: Writer): Promise<void> => {
    while (isOpen) {
      await writer.write(doors).catch(async (error: unknown) => {
        onError(writer, error);
        // As a client that was told to come back later.
        await sleep(50);
      });
    }
  };
  const hands = writers.flatMap((writer) => Array.from({ length: HANDS }, () => hand(writer)));
  await sleep(seconds * 1000);
  isOpen = false;
  await Promise.all(hands);
}

async function secondsUntilAllWrite({ doors }: Studio, writers: readonly Writer[]): Promise<number> {
  const begun = performance.now();
  const spent = (): number => (performance.now() - begun) / 1000;
  await Promise.all(
    writers.map(async (writer) => {
      while (spent() <= BACK_SECONDS)
        if (
          await writer.write(doors).then(
            () => true,
            () => sleep(100, false),
          )
        )
          return;
    }),
  );
  return spent();
}
