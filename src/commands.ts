/** What the command line can do. A command answers its exit code. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { VOICE_QUALITIES } from '#capabilities/generation/generation.ts';
import type { Config } from '#config';
import { openDatabase } from '#kernel/db/connect.ts';
import { migrate } from '#kernel/db/migrate.ts';
import { inTransaction } from '#kernel/db/transaction.ts';
import { openApiOf } from '#kernel/http/openapi.ts';
import { say } from '#kernel/message.ts';
import { packageRoot } from '#kernel/package-root.ts';
import { createVault } from '#kernel/vault.ts';
import { seedPeople, seedRefusal } from '#products/talent/door.ts';
import { type App, buildApp } from './app.ts';
import { type BackupOptions, backup, restore, update } from './backup-commands.ts';
import { examine } from './doctor.ts';
import type { Address } from './doors.ts';
import { type FilmOptions, film } from './film-command.ts';
import { type ImportOptions, importFlask } from './import-command.ts';
import { runUntilTold } from './lifetime.ts';

export interface Options {
  readonly check?: boolean;
  readonly email?: string;
  readonly password?: string;
  readonly cinema?: string;
  readonly users?: string;
  readonly contacts?: boolean;
  readonly force?: boolean;
  readonly fetch?: boolean;
}
type Given = Options & FilmOptions & ImportOptions & BackupOptions;
type Command = (config: Config, log: Logger, options: Given, words: readonly string[]) => Promise<number>;
/** Commands that are followed by words. */
export const TALKATIVE: ReadonlySet<string> = new Set(['film', 'restore']);

export const USAGE = `atelier COMMAND

  start [--role web|worker|all]    the studio (default): web answers pages and the three APIs, worker works on background jobs, all does
                           both; as many processes of each as wanted on one database
  migrate                  brings the database up to date
  admin --email E [--password P]   makes an administrator, or gives one a new password
  seed [--cinema N] [--users N] [--contacts] [--force]   adds invented people to rehearse with, by the million if you like
  import-flask --from postgresql://… [--uploads FOLDER] [--encryption-key KEY] [--source NAME] [--report FILE] [--dry-run]
                           brings everything of an installation of the former application; run it again to go on
  film "A SENTENCE" -o FILE.mp4 [--duration 60] [--lang fr|en|ar] [--ratio 16:9|9:16|1:1|4:5] [--style WORDS] [--voice NAME] [--seed N]
                           [--no-captions] [--no-music]   makes a film, here and now, with what is configured or with nothing
  voices [--fetch]         who can speak on this machine; --fetch brings free voices into the data folder
  backup [-o FILE.zip]     the whole studio in one encrypted file; its password is BACKUP_PASSWORD, or is asked for
  restore FILE.zip [--dry-run] [--yes] [--no-safety] [--without-keys]
                           puts it in the place of what is here, after saving that; --dry-run only says what would change
  update [--check]         the newest version from where this checkout came from, after a backup; --check only says whether there is one
  openapi [--check]        writes docs/api/*.json, or compares them with the program
  doctor                   looks at what the studio stands on and says what is missing
  help                     this text

Settings come from the environment: see .env.example.`;

/** Known to scripts/start.mjs, which starts what was installed; a supervisor of services does so after any end. */
const RESTART_CODE = 75;

/** The page that says what was done is read first. */
const SOON_MS = 2_000;

/** Starts again on what was restored, ends for what was installed. */
async function follow(app: App, renew: () => void, leave: (code: number) => void): Promise<void> {
  const soon = (act: () => void) => () => void setTimeout(act, SOON_MS).unref();
  await app.onRestored(soon(renew));
  await app.onUpdated(soon(() => leave(RESTART_CODE)));
}

const start: Command = (config, log) =>
  runUntilTold(config, log, (renew, leave) =>
    openApp(config, log, async (app) => {
      await follow(app, renew, leave);
      // People and first administrators are the business of whoever answers people.
      const { setupLink } = config.role === 'worker' ? { setupLink: null } : await app.prepare();
      const addresses = await app.listen();
      if (config.role !== 'web') await app.work();
      welcome(config, addresses, setupLink);
      if (config.fetchVoices && config.role !== 'web') bringVoices(app, log);
    }),
  );

/** The studio after `begin`; closed again when that fails. */
async function openApp(config: Config, log: Logger, begin: (app: App) => Promise<void>): Promise<App> {
  const app = await buildApp(config, log);
  try {
    await begin(app);
    return app;
  } catch (error) {
    await app.close();
    throw error;
  }
}

/** Beside the first requests: a film whose language nobody speaks here would be silent. Without a network nothing is lost. */
function bringVoices({ voices }: App, log: Logger): void {
  const stop = new AbortController();
  const stopped = (): void => stop.abort(new Error('the studio stops'));
  process.once('SIGINT', stopped).once('SIGTERM', stopped);
  const bring = async (): Promise<void> => {
    const known = await voices.voices(stop.signal);
    if (known.voices.some(({ provider, language }) => provider === 'embedded' && language === 'fr')) return;
    for (const { parcel, outcome, why } of await voices.fetch(PARCELS, stop.signal)) log.info({ parcel, outcome, why }, 'voices');
  };
  bring().catch((err: unknown) => stop.signal.aborted || log.warn({ err }, 'voices could not be fetched'));
}

const PARCELS = ['pico', 'flite', 'espeak'] as const;

/** Who could speak now; `--fetch` brings what is free. */
async function voices(config: Config, log: Logger, { fetch = false }: Options): Promise<number> {
  const app = await buildApp(config, log);
  const { signal } = new AbortController();
  try {
    const fetched = fetch ? await app.voices.fetch(PARCELS, signal) : [];
    for (const { parcel, outcome, why } of fetched) console.log(`${parcel}: ${outcome}${why ? ` (${why})` : ''}`);
    const { voices: found } = await app.voices.voices(signal);
    for (const { id, language, provider, quality } of found)
      console.log(`${id.padEnd(16)} ${language.padEnd(8)} ${provider.padEnd(12)} ${say(VOICE_QUALITIES[quality], 'en')}`);
    if (found.length === 0) console.log('Nobody speaks here yet: atelier voices --fetch, or install espeak-ng.');
    return fetched.some(({ outcome }) => outcome === 'failed') ? 1 : 0;
  } finally {
    await app.close();
  }
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

async function seed(config: Config, log: Logger, { cinema = '0', users = '0', contacts = false, force = false }: Options): Promise<number> {
  const numbers = [cinema, users].map((text) => (/^\d{1,8}$/.test(text) ? Number(text) : Number.NaN));
  const [cinemaPeople = 0, standardPeople = 0] = numbers;
  if (numbers.some(Number.isNaN) || cinemaPeople + standardPeople === 0) {
    console.error('seed needs --cinema N, --users N or both: how many people');
    return 2;
  }
  const refusal = seedRefusal(config, force);
  if (refusal) {
    console.error(refusal);
    return 2;
  }
  const database = await openDatabase(config, log);
  try {
    await migrate(database.db);
    const vault = createVault(config.encryptionKeys, config.secretKey);
    const options = { cinema: cinemaPeople, users: standardPeople, contacts };
    await seedPeople({ db: database.db, vault, log }, options);
    console.log(`Added ${cinemaPeople} people to CINEMA and ${standardPeople} to the platform.`);
    return 0;
  } finally {
    await database.close();
  }
}

/** The documents come from the routes alone: written or compared on a database that is thrown away. */
async function openapi(config: Config, log: Logger, { check }: Options): Promise<number> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'atelier-openapi-'));
  try {
    const app = await buildApp({ ...config, databaseUrl: null, dataFolder }, log);
    const documents = Object.entries(app.doors).map(([name, door]) => ({
      file: `docs/api/${name}.json`,
      text: `${JSON.stringify(openApiOf(door), null, 2)}\n`,
    }));
    await app.close();
    return check ? compareDocuments(documents) : writeDocuments(documents);
  } finally {
    rmSync(dataFolder, { recursive: true, force: true });
  }
}

interface ApiDocument {
  readonly file: string;
  readonly text: string;
}

function writeDocuments(documents: readonly ApiDocument[]): number {
  mkdirSync(join(packageRoot, 'docs/api'), { recursive: true });
  for (const { file, text } of documents) writeFileSync(join(packageRoot, file), text);
  console.log(`Wrote ${documents.map(({ file }) => file).join(', ')}`);
  return 0;
}

function compareDocuments(documents: readonly ApiDocument[]): number {
  const isSame = ({ file, text }: ApiDocument): boolean => {
    const path = join(packageRoot, file);
    return existsSync(path) && readFileSync(path, 'utf8') === text;
  };
  const different = documents.filter((document) => !isSame(document)).map(({ file }) => file);
  if (!different.length) return 0;
  console.error(`Not what the program does: ${different.join(', ')}. Run npm run api:write and read the difference.`);
  return 1;
}

const ADDRESS_LABELS = { site: 'Studio and talent API', images: 'Images API', video: 'Video API', operators: 'Operators' } as const;

function welcome({ demo, role }: Config, addresses: readonly Address[], setupLink: string | null): void {
  const lines = addresses.map(({ name, url }) => `  ${ADDRESS_LABELS[name].padEnd(22)} ${url}`);
  if (role === 'worker') lines.unshift('  Working on jobs');
  if (demo && role !== 'worker') {
    lines.push(
      '',
      '  Demo accounts (this machine only)',
      '  Administrator          admin@talento.com   @4dm1n',
      '  Talents                demo1@talento.com … demo5@talento.com   demo123',
      '  Casting, presence      casting@talento.com, presence@talento.com   demo123',
      '  CINEMA                 sophia@demo.cinema, youssef@demo.cinema, aminata@demo.cinema   demo123',
    );
  }
  if (setupLink) lines.push('', `  Make the first administrator here, once: ${setupLink}`);
  console.log(`\nAtelier is open.\n\n${lines.join('\n')}\n\n  Ctrl-C stops it.\n`);
}

export const COMMANDS: Readonly<Record<string, Command>> = {
  start,
  migrate: migrateOnly,
  admin,
  seed,
  'import-flask': importFlask,
  film,
  voices,
  backup,
  restore,
  update,
  openapi,
  doctor: examine,
};
