/** The command line of Atelier: reads the words, hands over, and says in one line what people can mend themselves. */
import { parseArgs } from 'node:util';
import { ConfigError, loadConfig } from '#config';
import { DatabaseError } from '#kernel/db/database-error.ts';
import { Failure } from '#kernel/failure.ts';
import { createLog } from '#kernel/log.ts';
import { say } from '#kernel/message.ts';
import { inSources } from '#kernel/stack.ts';
import { COMMANDS, TALKATIVE, USAGE } from './commands.ts';

process.exitCode = await main().catch(explain);
// Everything was closed: what still holds the process after a while is left behind.
setTimeout(() => process.exit(), 3_000).unref();

async function main(): Promise<number> {
  const { values: options, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      demo: { type: 'boolean' },
      role: { type: 'string' },
      check: { type: 'boolean' },
      email: { type: 'string' },
      password: { type: 'string' },
      cinema: { type: 'string' },
      users: { type: 'string' },
      contacts: { type: 'boolean' },
      force: { type: 'boolean' },
      fetch: { type: 'boolean' },
      output: { type: 'string', short: 'o' },
      duration: { type: 'string' },
      lang: { type: 'string' },
      ratio: { type: 'string' },
      style: { type: 'string' },
      voice: { type: 'string' },
      seed: { type: 'string' },
      'no-captions': { type: 'boolean' },
      'no-music': { type: 'boolean' },
      from: { type: 'string' },
      uploads: { type: 'string' },
      'encryption-key': { type: 'string' },
      source: { type: 'string' },
      report: { type: 'string' },
      'dry-run': { type: 'boolean' },
      yes: { type: 'boolean' },
      'no-safety': { type: 'boolean' },
      'without-keys': { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  const [name = 'start', ...rest] = positionals;
  const command = COMMANDS[name];
  if (options.help || name === 'help') {
    console.log(USAGE);
    return 0;
  }
  if (!command || (rest.length > 0 && !TALKATIVE.has(name))) {
    console.error(`There is no command "${positionals.join(' ')}".\n\n${USAGE}`);
    return 2;
  }
  const config = loadConfig(undefined, {
    ...(options.demo ? { ATELIER_DEMO: '1' } : {}),
    ...(options.role === undefined ? {} : { ATELIER_ROLE: options.role }),
  });
  return command(config, createLog(config), options, rest);
}

/** A fault of ours shows where it happened; what people can mend says how. */
function explain(error: unknown): number {
  if (error instanceof ConfigError) return complain(error.message, 2);
  if (error instanceof DatabaseError) return complain(error.message, 1);
  if (error instanceof Failure) return complain(inWords(error), 1);
  if (!(error instanceof Error)) return complain(String(error), 1);
  const { code, port } = error as Error & { code?: unknown; port?: unknown };
  if (typeof code === 'string' && code.startsWith('ERR_PARSE_ARGS')) return complain(`${error.message}\n\n${USAGE}`, 2);
  if (code === 'EADDRINUSE')
    return complain(`Port ${port} is taken: end what uses it, or set another (PORT, IMAGES_PORT, VIDEO_PORT; 0 is none).`, 1);
  return complain(inSources(error.stack ?? error.message), 1);
}

function inWords({ text, params, fields }: Failure): string {
  const lines = Object.entries(fields).map(([name, field]) => `${name}: ${say(field.message, 'en', field.params)}`);
  return [say(text, 'en', params), ...lines].join('\n');
}

function complain(text: string, code: number): number {
  console.error(text);
  return code;
}
