/** The command line of Atelier: reads the words, hands over, and ends the process in good order. */
import { parseArgs } from 'node:util';
import { type Config, ConfigError, loadConfig } from '#config';
import { createLog } from '#kernel/log.ts';
import { COMMANDS, USAGE } from './commands.ts';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    demo: { type: 'boolean' },
    check: { type: 'boolean' },
    email: { type: 'string' },
    password: { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  },
});
const [name = 'start'] = positionals;
const command = COMMANDS[name];
if (options.help || name === 'help') {
  console.log(USAGE);
} else if (!command) {
  console.error(`There is no command "${name}".\n\n${USAGE}`);
  process.exitCode = 2;
} else {
  const config = readConfig();
  if (config) process.exitCode = await command(config, createLog(config), options);
}

function readConfig(): Config | null {
  try {
    return loadConfig(options.demo ? { ...process.env, ATELIER_DEMO: '1' } : process.env);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    console.error(error.message);
    process.exitCode = 2;
    return null;
  }
}
