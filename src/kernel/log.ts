/**
 * The log: one JSON object a line for machines; one readable line for a person at a terminal and in demo mode.
 * Whatever is logged, secrets are masked: by the name of the field, and by shape in the finished line.
 */
import { type DestinationStream, type Logger, pino } from 'pino';
import type { Config } from '../config.ts';
import { hideSecrets, hideSecretsInLine } from './secrets.ts';
import { inSources } from './stack.ts';

export type { Logger } from 'pino';

export interface LogOptions extends Pick<Config, 'logLevel'> {
  readonly demo?: boolean;
}

/** Where lines go; a terminal gets colours and readable lines. */
export interface Output {
  write(line: string): unknown;
  readonly isTTY?: boolean | undefined;
}

export function createLog({ logLevel, demo = false }: LogOptions, output: Output = process.stdout): Logger {
  const isReadable = demo || output.isTTY === true;
  const destination: DestinationStream = isReadable
    ? { write: (line) => void output.write(readable(line, output.isTTY === true)) }
    : { write: (line) => void output.write(line) };
  return pino(
    {
      level: logLevel,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: {
        level: (level) => ({ level }),
        bindings: (bindings) => masked(bindings),
        log: (object) => masked(object),
      },
      serializers: { err: describeError },
      hooks: { streamWrite: hideSecretsInLine },
    },
    destination,
  );
}

const masked = (object: Record<string, unknown>): Record<string, unknown> => hideSecrets(object) as Record<string, unknown>;

/** What helps to find a fault; the other fields of an error may carry rows, bodies and headers. */
function describeError(error: unknown): unknown {
  if (!(error instanceof Error)) return hideSecrets(error);
  const { code, statusCode, constraint, table, cause } = error as Error & Record<string, unknown>;
  const extras = Object.entries({ code, statusCode, constraint, table }).filter(([, value]) => value !== undefined);
  return {
    type: error.name,
    message: error.message,
    stack: error.stack && inSources(error.stack),
    ...Object.fromEntries(extras),
    ...(cause === undefined ? {} : { cause: describeError(cause) }),
  };
}

const COLOUR: Readonly<Record<string, string>> = {
  trace: '\u001b[90m',
  debug: '\u001b[90m',
  info: '\u001b[32m',
  warn: '\u001b[33m',
  error: '\u001b[31m',
  fatal: '\u001b[41m',
};
const PLAIN = '\u001b[0m';

/** `14:03:07.120 info  the studio is open  door=site port=5004`, then the stack of an error on its own lines. */
function readable(line: string, hasColours: boolean): string {
  const { time, level, msg, err, ...rest } = JSON.parse(line) as Record<string, unknown> & { err?: { message?: string; stack?: string } };
  const word = String(level);
  const shownLevel = hasColours ? `${COLOUR[word] ?? ''}${word.padEnd(5)}${PLAIN}` : word.padEnd(5);
  const details = Object.entries(rest).map(([name, value]) =>
    oneLine(`${name}=${typeof value === 'string' ? value : JSON.stringify(value)}`),
  );
  const head = [String(time).slice(11, 23), shownLevel, ...(msg === undefined ? [] : [oneLine(String(msg))])].join(' ');
  const stack = err ? `\n  ${(err.stack ?? err.message ?? JSON.stringify(err)).split('\n').map(oneLine).join('\n  ')}` : '';
  return `${details.length ? `${head}  ${details.join(' ')}` : head}${stack}\n`;
}

/** Whatever ends a line or commands a terminal, as it would be written in JSON: what somebody sent makes no line of its own. */
const oneLine = (text: string): string =>
  text.replace(/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/gu, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
