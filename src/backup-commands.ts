/** `atelier backup` and `atelier restore`: the whole studio into one file, and back. `atelier update`: the next version, after a backup. */
import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import type { Logger } from 'pino';
import type { Review } from '#capabilities/backup/backup.ts';
import type { Config } from '#config';
import { type App, buildApp } from './app.ts';

export interface BackupOptions {
  readonly output?: string;
  readonly 'dry-run'?: boolean;
  readonly yes?: boolean;
  readonly 'no-safety'?: boolean;
  readonly 'without-keys'?: boolean;
}

/** Into the folder of backups, or where `-o` says. */
export function backup(config: Config, log: Logger, { output }: BackupOptions): Promise<number> {
  return withApp(config, log, async ({ backups }) => {
    const password = await passwordOf(config, 'Password of the new archive (at least 12 characters; without it nobody opens it): ');
    if (output !== undefined) await backups.makeAt(output, password);
    const path = output ?? backups.pathOf(await backups.make('manual', password));
    console.log(
      `Saved to ${path}. Keep SECRET_KEY and ENCRYPTION_KEY (or secrets.json of the data folder) somewhere else: they are not in it.`,
    );
    return 0;
  });
}

export async function restore(config: Config, log: Logger, options: BackupOptions, words: readonly string[]): Promise<number> {
  const [path, ...more] = words;
  if (path === undefined || more.length > 0) {
    console.error('restore needs one file');
    return 2;
  }
  return withApp(config, log, async ({ backups, audit }) => {
    const password = await passwordOf(config, 'Password of the archive: ');
    const review = await backups.review(path, password);
    console.log(said(review));
    if (options['dry-run']) return 0;
    if (!options.yes && (await ask('Everything above takes the place of what is here. Type RESTORE to go on: ')) !== 'RESTORE') {
      console.error('Nothing was changed.');
      return 1;
    }
    const description = `Restauration de la sauvegarde du ${review.takenAt.toISOString()}`;
    const { safety } = await backups.restore(path, password, {
      safety: options['no-safety'] !== true,
      withoutKeys: options['without-keys'] === true,
      note: (tx) => audit.command('atelier restore', { type: 'restore', category: 'backup', description }, tx),
    });
    console.log(`Restored.${safety ? ` What was here is in ${safety}.` : ''} Processes that run start again by themselves.`);
    return 0;
  });
}

/** Whoever can type this could type `git pull` as well: no permission is asked for. */
export function update(config: Config, log: Logger, { check = false }: { readonly check?: boolean }): Promise<number> {
  return withApp({ ...config, allowUpdate: true }, log, async ({ updates }) => {
    const [{ version }, { tag, news, migrations }] = [await updates.standing(), await updates.check()];
    if (tag === null) {
      console.log(`Nothing is newer than ${version}.`);
      return 0;
    }
    console.log(`${version} → ${tag}${migrations.length > 0 ? `, with ${migrations.join(', ')}` : ''}\n\n${news}\n`);
    if (check) return 0;
    const {
      status,
      failed_step: step,
      error,
    } = await updates.apply('command line', await passwordOf(config, 'Password of the backup before: '));
    console.log(status === 'success' ? `${tag} is installed; processes that run start again.` : `Stopped at ${step}: ${error}`);
    return status === 'success' ? 0 : 1;
  });
}

async function withApp(config: Config, log: Logger, act: (app: App) => Promise<number>): Promise<number> {
  const app = await buildApp(config, log);
  try {
    return await act(app);
  } finally {
    await app.close();
  }
}

async function passwordOf({ backupPassword }: Config, question: string): Promise<string> {
  return backupPassword ?? ask(question, true);
}

/** Asked on the terminal, or read from what is piped in; a secret is not shown while it is typed. */
function ask(question: string, isSecret = false): Promise<string> {
  process.stderr.write(question);
  const isTerminal = process.stdin.isTTY === true;
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: isSecret ? silent : process.stderr, terminal: isTerminal });
  return new Promise((resolve) => {
    lines.once('line', (line) => {
      resolve(line);
      lines.close();
    });
    lines.once('close', () => resolve(''));
  });
}

function said({ takenAt, program, schema, missingKeys, unreadable, tables, jobs, files }: Review): string {
  const changed = tables.filter(({ here, archive }) => here !== archive);
  const width = Math.max(0, ...changed.map(({ name }) => name.length));
  return [
    `Backup of ${takenAt.toISOString()} by version ${program}; whole and unaltered.${schema === 'older' ? ' Older tables: they are brought up to date.' : ''}`,
    `${tables.length} tables, ${changed.length} with another number of rows:`,
    ...changed.map(({ name, here, archive }) => `  ${name.padEnd(width)}  ${here} → ${archive}`),
    `${files.archive} files (${(files.bytes / 1e6).toFixed(1)} MB): ${files.added} are not here, ${files.gone} of here are not in it, ${files.missing} were lost before.`,
    `${jobs} jobs wait in it.`,
    ...(missingKeys.length > 0
      ? [
          `Made with another ${missingKeys.join(' and ')} (--without-keys restores all the same). Unreadable then: ${unreadable.join(', ') || 'nothing encrypted'}`,
        ]
      : []),
  ].join('\n');
}
