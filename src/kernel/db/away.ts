/** Whether an error says that the database cannot be reached at the moment: it starts, stops, or its connection was lost. */
import { sqlStateOf } from './transaction.ts';

/**
 * SQLSTATE class 08 is the connection, 57P01 to 57P03 a server that ends, crashed or starts, 53300 one that is full
 * (https://www.postgresql.org/docs/current/errcodes-appendix.html).
 */
const STATES = /^(08...|57P0[123]|53300)$/;
const SOCKET = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE']);
/** What the driver says without a code. */
const WORDS = /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/;

export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const state = sqlStateOf(error);
  const { syscall } = error as NodeJS.ErrnoException;
  if (syscall) return SOCKET.has(state) || (state === 'ENOENT' && syscall === 'connect'); // its socket is gone
  return STATES.test(state) || WORDS.test(error.message);
}
