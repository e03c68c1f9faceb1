/** `atelier doctor`: looks at everything an installation stands on and says what is missing, without changing anything. */
import { existsSync } from 'node:fs';
import { access, constants, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { createDiagnostics } from '#capabilities/diagnostics/diagnostics.ts';
import type { Config } from '#config';
import { createAuditSeals } from '#kernel/audit-seals.ts';
import { systemClock } from '#kernel/clock.ts';
import { openDatabase } from '#kernel/db/connect.ts';
import { pendingMigrations } from '#kernel/db/migrate.ts';
import { say } from '#kernel/message.ts';
import { packageRoot } from '#kernel/package-root.ts';
import { createFiles } from '#kernel/storage/files.ts';
import { createStorage } from '#kernel/storage/storage.ts';
import { createVault } from '#kernel/vault.ts';

/** `missing` lets the studio run with less; `wrong` does not. */
interface Finding {
  readonly state: 'good' | 'missing' | 'wrong';
  readonly text: string;
}
type Look = (config: Config, log: Logger) => Promise<Finding>;

const good = (text: string): Finding => ({ state: 'good', text });
const missing = (text: string): Finding => ({ state: 'missing', text });
const wrong = (text: string): Finding => ({ state: 'wrong', text });

const broken = (error: unknown): Finding => wrong(error instanceof Error ? error.message : String(error));

const LOOKS: Readonly<Record<string, Look>> = {
  Node: async () =>
    Number(process.versions.node.split('.')[0]) >= 24 ? good(process.version) : wrong(`${process.version}: 24 or later is needed`),
  'Data folder': lookAtFolder,
  Logs: lookAtLogs,
  Files: lookAtStorage,
  'Browser files': async () =>
    existsSync(join(packageRoot, 'dist/assets/.vite/manifest.json')) ? good('built') : wrong('not built: npm run build'),
};

/** Prints one line for each thing; answers the exit code. */
export async function examine(config: Config, log: Logger): Promise<number> {
  const marks = { good: '✓', missing: '–', wrong: '✗' };
  let code = 0;
  const print = (name: string, { state, text }: Finding): void => {
    if (state === 'wrong') code = 1;
    console.log(`${marks[state]} ${name.padEnd(18)} ${text}`);
  };
  for (const [name, look] of Object.entries(LOOKS)) {
    print(name, await look(config, log).catch(broken));
  }
  const around = await lookAround(config, log).catch((error: unknown) => [['Database', broken(error)] as const]);
  for (const [name, finding] of around) print(name, finding);
  return code;
}

async function lookAtFolder({ dataFolder }: Config): Promise<Finding> {
  await mkdir(dataFolder, { recursive: true });
  await access(dataFolder, constants.W_OK);
  return good(`${dataFolder} can be written`);
}

const STATES = { good: 'good', poor: 'missing', wrong: 'wrong' } as const;

/** What the page of diagnostics shows, and every file. A database that was never started on says only that. */
async function lookAround(config: Config, log: Logger): Promise<readonly (readonly [string, Finding])[]> {
  const database = await openDatabase(config, log);
  try {
    const pending = await pendingMigrations(database.db);
    if (pending.length > 0) return [['Database', missing(`to be migrated at the next start: ${pending.join(', ')}`)]];
    const vault = createVault(config.encryptionKeys, config.secretKey);
    const files = createFiles(createStorage(config, log), database.db, systemClock);
    const diagnostics = createDiagnostics({ config, database, vault, files, clock: systemClock });
    const found = (await diagnostics.look()).map(({ name, state, text, params }) => {
      const words = say(text, 'en', params).replaceAll(/[\u2066-\u2069]/g, '');
      return [say(name, 'en'), { state: STATES[state], text: words }] as const;
    });
    const { unnamed, lost } = await diagnostics.orphans();
    const text = `${unnamed.count} without a row (${unnamed.old} older than a day, removed nightly), ${lost.count} rows without a file`;
    return [...found, ['Orphans', lost.count > 0 ? wrong(`${text}: ${lost.names.join(', ')}`) : good(text)]];
  } finally {
    await database.close();
  }
}

/** Reads everything that was sealed again. */
async function lookAtLogs(config: Config, log: Logger): Promise<Finding> {
  const database = await openDatabase(config, log);
  try {
    if ((await pendingMigrations(database.db)).length > 0) return missing('read again once the database is migrated');
    const vault = createVault(config.encryptionKeys, config.secretKey);
    const { faults, rows, seals, unsealed } = await createAuditSeals(database.db, vault, systemClock, log).verify();
    const text = `${rows} rows under ${seals} seals, ${unsealed} not sealed yet`;
    if (faults.length === 0) return good(text);
    return wrong(`${text}; changed since: ${faults.map(({ log: name, number, kind }) => `${name} seal ${number} (${kind})`).join(', ')}`);
  } finally {
    await database.close();
  }
}

async function lookAtStorage(config: Config, log: Logger): Promise<Finding> {
  await createStorage(config, log).has('0'.repeat(64));
  return good(config.storageUrl ? `S3 at ${new URL(config.storageUrl).host}` : 'on disk');
}
