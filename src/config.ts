/**
 * The settings of one installation, read once from the environment: nothing else reads `process.env`.
 * Every wrong value is named at start, with what was expected; every variable is listed in
 * `.env.example` (a test compares the two).
 */
import { randomBytes } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readServices, type Services } from './services.ts';

export const ROLES = ['all', 'web', 'worker'] as const;
export type Role = (typeof ROLES)[number];

export type Environment = Readonly<Record<string, string | undefined>>;

export interface Config extends Services {
  /** Nothing was configured, or `ATELIER_DEMO=1`: demo accounts exist and the doors bind loopback only. */
  readonly demo: boolean;
  readonly production: boolean;
  readonly host: string;
  /** Listening ports; `null` is a door switched off (`PORT=0`). */
  readonly ports: { readonly site: number | null; readonly images: number | null; readonly video: number | null };
  /** Absolute folder of everything this installation writes: database, files, outbox, secrets. */
  readonly dataFolder: string;
  /** Where archives are kept; may be another disk. */
  readonly backupFolder: string;
  /** Opens scheduled archives, unless a setting says another. */
  readonly backupPassword: string | null;
  /** Administrators may update the program from the site. */
  readonly allowUpdate: boolean;
  /** Folder of the git checkout that updates change; null: the one of this program. */
  readonly checkoutFolder: string | null;
  /** A PostgreSQL server (15 or later); `null` starts the embedded one under `dataFolder`. */
  readonly databaseUrl: string | null;
  readonly databasePoolSize: number;
  /** At least 32 characters; signs sessions, tokens and blind indexes. */
  readonly secretKey: string;
  /** Fernet keys: the first encrypts, all decrypt. */
  readonly encryptionKeys: readonly string[];
  /** Of the former application, for `import-flask`. */
  readonly flaskEncryptionKey: string | null;
  /** Absolute origins without a trailing slash, used in every link that leaves the process. */
  readonly publicUrl: { readonly site: string; readonly images: string; readonly video: string };
  readonly admin: { readonly email: string | null; readonly password: string | null };
  readonly siteName: string;
  readonly mail: { readonly smtpUrl: string | null; readonly sendgridApiKey: string | null; readonly sender: string };
  /** `s3://KEY:SECRET@host[:port]/bucket?region=…&secure=1`; `null` keeps files on disk. */
  readonly storageUrl: string | null;
  /** Number of proxies in front whose `X-Forwarded-*` headers are believed. */
  readonly trustedProxies: number;
  readonly logLevel: 'silent' | 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace';
  /** The dialect of the talent API for clients that do not say theirs. */
  readonly talentApiDefault: 2 | 3;
  /** Multiplies every documented rate limit; for load tests of one's own installation. */
  readonly rateLimitScale: number;
  /** Bearer token for `/metrics`; without one only this machine may read it. */
  readonly metricsToken: string | null;
  /** Phones keep pages for when there is no network. */
  readonly keepsOnPhones: boolean;
  /** What this process does: `web` answers requests, `worker` works on jobs, `all` does both. */
  readonly role: Role;
  /** A door for health and figures alone, which a worker has no other for; `null` is none. */
  readonly operationsPort: number | null;
  /** How long whoever is being answered is waited for at the end. */
  readonly drainSeconds: number;
  /** Whether free voices are fetched into the data folder when nobody speaks here. */
  readonly fetchVoices: boolean;
}

export class ConfigError extends Error {
  readonly problems: readonly string[];
  constructor(problems: readonly string[]) {
    super(`The configuration is wrong:\n${problems.map((p) => `  - ${p}`).join('\n')}`);
    this.name = 'ConfigError';
    this.problems = problems;
  }
}

/** What a program that we start finds in its environment: all of ours, and more. */
export const childEnvironment = (more: Environment): NodeJS.ProcessEnv => ({ ...process.env, ...more });

/** Reads and checks the environment; throws one `ConfigError` that names every problem. `overrides` are the options of a command. */
export function loadConfig(given: Environment = process.env, overrides: Environment = {}): Config {
  const env = { ...given, ...overrides };
  const problems: string[] = [];
  const text = (name: string): string | null => env[name]?.trim() || null;
  const fail = <T>(name: string, expected: string, fallback: T): T => {
    problems.push(`${name}: expected ${expected}`);
    return fallback;
  };
  const integer = (name: string, fallback: number, min: number, max: number): number => {
    const value = text(name);
    if (value === null) return fallback;
    const number = Number(value);
    return Number.isInteger(number) && number >= min && number <= max
      ? number
      : fail(name, `a whole number from ${min} to ${max}, got "${value}"`, fallback);
  };
  const oneOf = <const T extends string>(name: string, values: readonly T[], fallback: T): T => {
    const value = text(name);
    if (value === null) return fallback;
    return values.includes(value as T) ? (value as T) : fail(name, `one of ${values.join(', ')}, got "${value}"`, fallback);
  };
  const url = (name: string, protocols: readonly string[]): string | null => {
    const value = text(name);
    if (value === null) return null;
    const protocol = URL.canParse(value) ? new URL(value).protocol : '';
    // The value may carry a password: it is never repeated in the error.
    return protocols.includes(protocol)
      ? value
      : fail(name, `an address starting with ${protocols.map((p) => `${p}//`).join(' or ')}`, null);
  };
  const port = (name: string, fallback: number): number | null => integer(name, fallback, 0, 65535) || null;

  const production = oneOf('NODE_ENV', ['production', 'development', 'test'], 'development') === 'production';
  const configured = ['DATABASE_URL', 'SECRET_KEY', 'ENCRYPTION_KEY', 'ADMIN_EMAIL'].some((name) => text(name) !== null);
  const demoFlag = oneOf('ATELIER_DEMO', ['0', '1'], production || configured ? '0' : '1');
  if (production && demoFlag === '1') problems.push('ATELIER_DEMO: demo mode is not allowed with NODE_ENV=production');
  if (production) {
    for (const name of ['SECRET_KEY', 'DATABASE_URL', 'ENCRYPTION_KEY']) {
      if (text(name) === null) problems.push(`${name}: required with NODE_ENV=production`);
    }
  }
  const demo = demoFlag === '1';
  const ports = { site: port('PORT', 5004), images: port('IMAGES_PORT', 8000), video: port('VIDEO_PORT', 8001) };
  const dataFolder = resolve(text('ATELIER_DATA') ?? 'data');
  const databaseUrl = url('DATABASE_URL', ['postgres:', 'postgresql:']);

  let secretKey = text('SECRET_KEY');
  if (secretKey !== null && secretKey.length < 32) secretKey = fail('SECRET_KEY', 'at least 32 characters', null);
  const encryptionKeys = (text('ENCRYPTION_KEY') ?? '')
    .split(',')
    .map((k) => k.trim())
    .filter(Boolean);
  if (encryptionKeys.some((key) => Buffer.from(key, 'base64url').length !== 32)) {
    fail('ENCRYPTION_KEY', 'Fernet keys: 32 bytes in URL-safe base64 each', null);
  }

  const site = publicOrigin(text('PUBLIC_URL'), text('APP_DOMAIN'), text('REPLIT_DEV_DOMAIN'), text('REPLIT_DOMAINS')?.split(',')[0]);
  const local = (p: number | null): string => `http://localhost:${p ?? ports.site ?? 5004}`;
  const config = {
    demo,
    production,
    host: demo ? '127.0.0.1' : (text('HOST') ?? '0.0.0.0'),
    ports,
    dataFolder,
    backupFolder: resolve(text('BACKUP_FOLDER') ?? join(dataFolder, 'backups')),
    backupPassword: text('BACKUP_PASSWORD'),
    allowUpdate: oneOf('ATELIER_ALLOW_UPDATE', ['0', '1'], '0') === '1',
    checkoutFolder: text('ATELIER_CHECKOUT'),
    databaseUrl,
    databasePoolSize: integer('DATABASE_POOL_SIZE', 10, 2, 200),
    publicUrl: {
      site: site ?? local(ports.site),
      images: publicOrigin(text('PUBLIC_IMAGES_URL')) ?? site ?? local(ports.images),
      video: publicOrigin(text('PUBLIC_VIDEO_URL')) ?? site ?? local(ports.video),
    },
    admin: { email: text('ADMIN_EMAIL'), password: text('ADMIN_PASSWORD') },
    siteName: text('SITE_NAME') ?? 'Taalentio',
    mail: {
      smtpUrl: url('SMTP_URL', ['smtp:', 'smtps:']),
      sendgridApiKey: text('SENDGRID_API_KEY'),
      sender: text('SENDGRID_FROM_EMAIL') ?? 'noreply@taalentio.com',
    },
    ...readServices({ text, url }),
    storageUrl: url('STORAGE_URL', ['s3:']),
    trustedProxies: integer('TRUSTED_PROXIES', 0, 0, 10),
    logLevel: oneOf('LOG_LEVEL', ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'], 'info'),
    talentApiDefault: oneOf('TALENT_API_DEFAULT', ['2', '3'], '3') === '2' ? (2 as const) : (3 as const),
    metricsToken: text('METRICS_TOKEN'),
    flaskEncryptionKey: text('FLASK_ENCRYPTION_KEY'),
    rateLimitScale: integer('RATE_LIMIT_SCALE', 1, 1, 1_000_000),
    keepsOnPhones: oneOf('ATELIER_OFFLINE', ['0', '1'], '1') === '1',
    role: oneOf('ATELIER_ROLE', ROLES, 'all'),
    operationsPort: port('OPERATIONS_PORT', 0),
    drainSeconds: integer('DRAIN_SECONDS', 10, 1, 600),
    fetchVoices: oneOf('ATELIER_FETCH_VOICES', ['0', '1'], demo ? '1' : '0') === '1',
  };
  if (problems.length) throw new ConfigError(problems);
  const kept = secretKey && encryptionKeys.length ? null : keptSecrets(dataFolder);
  return {
    ...config,
    secretKey: secretKey ?? kept?.secretKey ?? '',
    encryptionKeys: encryptionKeys.length ? encryptionKeys : [kept?.encryptionKey ?? ''],
  };
}

/** The first given address as an origin; a bare host gets `https://`, a local one `http://`. */
function publicOrigin(...candidates: readonly (string | null | undefined)[]): string | null {
  const value = candidates.find((c) => c?.trim())?.trim();
  if (!value) return null;
  const local = /^(localhost|127\.|\[::1\])/.test(value);
  return (/^https?:\/\//.test(value) ? value : `${local ? 'http' : 'https'}://${value}`).replace(/\/+$/, '');
}

/** Secrets of an installation that was given none: made once, readable by the owner only. */
function keptSecrets(dataFolder: string): { secretKey: string; encryptionKey: string } {
  const file = join(dataFolder, 'secrets.json');
  mkdirSync(dataFolder, { recursive: true });
  if (!existsSync(file)) {
    const secrets = { secretKey: randomBytes(48).toString('base64url'), encryptionKey: fernetKey() };
    const draft = `${file}.${process.pid}`;
    writeFileSync(draft, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
    // Two processes may start at once: a hard link fails for the second, so both read the first one's secrets.
    try {
      linkSync(draft, file);
    } catch (error) {
      if (!existsSync(file)) throw error;
    } finally {
      unlinkSync(draft);
    }
  }
  return JSON.parse(readFileSync(file, 'utf8')) as { secretKey: string; encryptionKey: string };
}

/** A new Fernet key: 32 random bytes in padded URL-safe base64. */
const fernetKey = (): string => randomBytes(32).toString('base64').replaceAll('+', '-').replaceAll('/', '_');
