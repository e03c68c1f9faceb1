/**
 * A program that goes on until it is told to end, and ends in good order: what it does is finished within `DRAIN_SECONDS`.
 * A signal of the terminal reaches it several times (from npm, from the script that started it): within a second it is one.
 */
import type { Logger } from 'pino';
import type { Config } from '#config';

export interface Closable {
  close(): Promise<void>;
}

/** How the time for a good end is shared out, milliseconds: requests first, then jobs, and a rest for what they leave. */
export function timesOf({ drainSeconds, role }: Pick<Config, 'drainSeconds' | 'role'>) {
  const whole = drainSeconds * 1000;
  // Who does one of both has all the time for it.
  const share = whole * (role === 'all' ? 0.45 : 0.85);
  return {
    requestsMs: share,
    /** Connections that nobody uses may still ask something. */
    idleMs: Math.min(2_000, whole * 0.2),
    /** Jobs finish by themselves, then are told to. */
    jobs: { finishMs: share * 0.6, stopMs: share },
    /** Whatever still goes on is cut. */
    lastMs: whole * 0.95,
  };
}

const ECHO_MS = 1_000;

/**
 * Answers the exit code. `open` starts everything; when the end comes before it has finished, its outcome is closed all the same. Who calls
 * `renew` gets everything closed and opened again: a backup was restored, and what is remembered is of another time. Who calls `leave` ends
 * the program with that code.
 */
export async function runUntilTold(
  config: Pick<Config, 'drainSeconds' | 'role'>,
  log: Logger,
  open: (renew: () => void, leave: (code: number) => void) => Promise<Closable>,
): Promise<number> {
  const told = listenForTheEnd(log, timesOf(config).lastMs);
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

function listenForTheEnd(log: Logger, lastMs: number): Promise<number> {
  return new Promise((resolve) => {
    let toldAt: number | null = null;
    const tell = (code: number, isInsistent: boolean): void => {
      if (toldAt === null) {
        toldAt = Date.now();
        setTimeout(() => process.exit(code || 1), lastMs).unref();
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
