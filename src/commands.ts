/** What the command line can do. A command answers its exit code. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Logger } from 'pino';
import type { Config } from '#config';
import { openDatabase } from '#kernel/db/connect.ts';
import { migrate } from '#kernel/db/migrate.ts';
import { inTransaction } from '#kernel/db/transaction.ts';
import { openApiOf } from '#kernel/http/openapi.ts';
import { packageRoot } from '#kernel/package-root.ts';
import { type App, buildApp } from './app.ts';

export interface Options {
  readonly check?: boolean;
  readonly email?: string;
  readonly password?: string;
}
type Command = (config: Config, log: Logger, options: Options) => Promise<number>;

export const USAGE = `atelier COMMAND

  start                    the studio: pages, the three APIs and background jobs (default)
  worker                   background jobs only; as many processes as wanted on one database
  migrate                  brings the database up to date
  admin --email E [--password P]   makes an administrator, or gives one a new password
  openapi [--check]        writes docs/api/*.json, or compares them with the program
  help                     this text

Settings come from the environment: see .env.example.`;

export const COMMANDS: Readonly<Record<string, Command>> = { start, worker, migrate: migrateOnly, admin, openapi };

async function start(config: Config, log: Logger): Promise<number> {
  const app = await buildApp(config, log);
  const ended = endOnSignal(app, log);
  try {
    await app.prepare();
    const doors = await app.listen();
    if (config.runJobs) await app.work();
    welcome(config, doors, await app.setupLink());
  } catch (error) {
    await app.close();
    throw error;
  }
  return ended;
}

async function worker(config: Config, log: Logger): Promise<number> {
  const app = await buildApp(config, log);
  const ended = endOnSignal(app, log);
  await app.work();
  log.info('working on jobs');
  return ended;
}

async function migrateOnly(config: Config, log: Logger): Promise<number> {
  const database = await openDatabase(config, log);
  try {
    const applied = await migrate(database.db);
    console.log(applied.length ? `Applied ${applied.join(', ')}` : 'The database is up to date');
    return 0;
  } finally {
    await database.close();
  }
}

async function admin(config: Config, log: Logger, { email, password }: Options): Promise<number> {
  if (!email) {
    console.error('admin needs --email');
    return 2;
  }
  const app = await buildApp(config, log);
  const { database, identity } = app;
  try {
    const given = password ?? (await identity.temporaryPassword()).password;
    const passwordHash = await identity.hashPassword(given, { email });
    await inTransaction(database.db, async (tx) => {
      const known = await identity.findByEmail(tx, email);
      const account = known ?? (await identity.createAccount(tx, { email, passwordHash, firstName: '', lastName: '' }));
      await identity.setRole(tx, account.id, 'super_admin');
      await identity.setActive(tx, account.id, true);
      // A password that was typed on a command line, or shown on a screen, is replaced at the first sign-in.
      await identity.giveTemporaryPassword(tx, account.id, passwordHash);
    });
    console.log(`${email} is an administrator. Password for the first sign-in, within a day: ${given}`);
    return 0;
  } finally {
    await app.close();
  }
}

async function openapi(config: Config, log: Logger, { check }: Options): Promise<number> {
  const app = await buildApp(config, log);
  const folder = join(packageRoot, 'docs/api');
  mkdirSync(folder, { recursive: true });
  const different: string[] = [];
  for (const [name, door] of Object.entries(app.doors)) {
    const file = join(folder, `${name}.json`);
    const text = `${JSON.stringify(openApiOf(door), null, 2)}\n`;
    if (check && readFileSync(file, { encoding: 'utf8', flag: 'a+' }) !== text) different.push(`docs/api/${name}.json`);
    if (!check) writeFileSync(file, text);
  }
  await app.close();
  if (different.length) console.error(`Not what the program does: ${different.join(', ')}. Run npm run api:write and read the difference.`);
  return different.length ? 1 : 0;
}

const DRAIN_MS = 10_000;

/** Settles when a signal has been obeyed: running work finishes within ten seconds; a second signal ends at once. */
function endOnSignal(app: App, log: Logger): Promise<number> {
  return new Promise((resolve) => {
    let ending = false;
    const end = (code: number) => (): void => {
      if (ending) process.exit(code || 1);
      ending = true;
      setTimeout(() => process.exit(code || 1), DRAIN_MS).unref();
      app.close().then(
        () => resolve(code),
        (error: unknown) => {
          log.fatal({ err: error }, 'the end was not in good order');
          resolve(1);
        },
      );
    };
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, end(0));
    for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
      process.on(event, (error: unknown) => {
        log.fatal({ err: error }, 'the program is at fault');
        end(1)();
      });
    }
  });
}

function welcome(config: Config, doors: readonly { name: string; url: string }[], setupLink: string | null): void {
  const labels: Readonly<Record<string, string>> = { site: 'Studio and talent API', images: 'Images API', video: 'Video API' };
  const lines = doors.map(({ name, url }) => `  ${(labels[name] ?? name).padEnd(22)} ${url}`);
  if (config.demo) {
    lines.push(
      '',
      '  Demo accounts (this machine only)',
      '  Administrator          admin@talento.com   @4dm1n',
      '  Talents                demo1@talento.com … demo5@talento.com   demo123',
    );
  }
  if (setupLink) lines.push('', `  Make the first administrator here, once: ${setupLink}`);
  console.log(`\nAtelier is open.\n\n${lines.join('\n')}\n\n  Ctrl-C stops it.\n`);
}
