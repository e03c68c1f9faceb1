/**
 * A program that goes on until it is told to end, and ends in good order: what it does is finished within ten seconds.
 * A signal of the terminal reaches it several times (from npm, from the script that started it): within a second it is one.
 */
import type { Logger } from 'pino';

export interface Closable {
  close(): Promise<void>;
}

const DRAIN_MS = 9_500;
const ECHO_MS = 1_000;

/**
 * Answers the exit code. `open` starts everything; when the end comes before it has finished, its outcome is closed all the same. Who calls
 * `renew` gets everything closed and opened again: a backup was restored, and what is remembered is of another time. Who calls `leave` ends
 * the program with that code.
 */
export async function runUntilTold(
  log: Logger,
  open: (renew: () => void, leave: (code: number) => void) => Promise<Closable>,
): Promise<number> {
  const told = listenForTheEnd(log);
  for (;;) {
    const renewal = Promise.withResolvers<number | null>();
    const opening = open(() => renewal.resolve(null), renewal.resolve);
    await Promise.race([opening, told]);
    const code = await Promise.race([told, renewal.promise]);
    try {
      await (await opening).close();
    } catch (error) {
      log.fatal({ err: error }, 'the end was not in good order');
      return 1;
    }
    if (code !== null) return code;
    log.warn('starting again on what was restored');
  }
}

function listenForTheEnd(log: Logger): Promise<number> {
  return new Promise((resolve) => {
    let toldAt: number | null = null;
    const tell = (code: number, isInsistent: boolean): void => {
      if (toldAt === null) {
        toldAt = Date.now();
        setTimeout(() => process.exit(code || 1), DRAIN_MS).unref();
        resolve(code);
      } else if (isInsistent && Date.now() - toldAt > ECHO_MS) {
        process.exit(1);
      }
    };
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => tell(0, true));
    for (const fault of ['uncaughtException', 'unhandledRejection'] as const) {
      process.on(fault, (error: unknown) => {
        log.fatal({ err: error }, 'the program is at fault');
        tell(1, false);
      });
    }
  });
}
