/** `atelier doctor`: looks at everything an installation stands on and says what is missing, without changing anything. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { access, constants, mkdir, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { sql } from 'kysely';
import type { Logger } from 'pino';
import type { Config } from '#config';
import { createAuditSeals } from '#kernel/audit-seals.ts';
import { systemClock } from '#kernel/clock.ts';
import { openDatabase } from '#kernel/db/connect.ts';
import { pendingMigrations } from '#kernel/db/migrate.ts';
import { packageRoot } from '#kernel/package-root.ts';
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

const LOOKS: Readonly<Record<string, Look>> = {
  Node: async () =>
    Number(process.versions.node.split('.')[0]) >= 24 ? good(process.version) : wrong(`${process.version}: 24 or later is needed`),
  'Data folder': lookAtFolder,
  Database: lookAtDatabase,
  Logs: lookAtLogs,
  Files: lookAtStorage,
  'Browser files': async () =>
    existsSync(join(packageRoot, 'dist/assets/.vite/manifest.json')) ? good('built') : wrong('not built: npm run build'),
  ffmpeg: lookAtFfmpeg,
  Mail: async ({ mail }) => {
    if (mail.sendgridApiKey) return good('SendGrid');
    return mail.smtpUrl ? good('SMTP') : missing('letters stay in the local outbox: set SMTP_URL or SENDGRID_API_KEY');
  },
};

/** Prints one line for each thing; answers the exit code. */
export async function examine(config: Config, log: Logger): Promise<number> {
  const marks = { good: '✓', missing: '–', wrong: '✗' };
  let code = 0;
  for (const [name, look] of Object.entries(LOOKS)) {
    const { state, text } = await look(config, log).catch((error: unknown) =>
      wrong(error instanceof Error ? error.message : String(error)),
    );
    if (state === 'wrong') code = 1;
    console.log(`${marks[state]} ${name.padEnd(14)} ${text}`);
  }
  return code;
}

const SMALLEST_FREE_BYTES = 500_000_000;

async function lookAtFolder({ dataFolder }: Config): Promise<Finding> {
  await mkdir(dataFolder, { recursive: true });
  await access(dataFolder, constants.W_OK);
  const { bavail, bsize } = await statfs(dataFolder);
  const text = `${dataFolder}, ${((Number(bavail) * Number(bsize)) / 1e9).toFixed(1)} GB free`;
  return bavail * bsize < SMALLEST_FREE_BYTES ? wrong(`${text}: too little`) : good(text);
}

async function lookAtDatabase(config: Config, log: Logger): Promise<Finding> {
  const database = await openDatabase(config, log);
  try {
    const { rows } = await sql<{ version: string; size: string }>`
      select current_setting('server_version') as version, pg_size_pretty(pg_database_size(current_database())) as size`.execute(
      database.db,
    );
    const pending = await pendingMigrations(database.db);
    const text = `PostgreSQL ${rows[0]?.version} (${database.kind}), ${rows[0]?.size}`;
    return pending.length ? missing(`${text}; to be migrated at the next start: ${pending.join(', ')}`) : good(`${text}, up to date`);
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

function lookAtFfmpeg(): Promise<Finding> {
  return promisify(execFile)('ffmpeg', ['-version']).then(
    ({ stdout }) => good(stdout.split(' ')[2] ?? 'found'),
    () => missing('not installed: films cannot be rendered (Debian: apt install ffmpeg)'),
  );
}
