/**
 * The settings of one installation, read once from the environment: nothing else reads `process.env`.
 * Every wrong value is named at start, with what was expected; every variable is listed in
 * `.env.example` (a test compares the two).
 */
import { randomBytes } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

export type Environment = Readonly<Record<string, string | undefined>>;

export interface Config {
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
  /** Models that answer in words; without a key everything is computed here. */
  readonly generation: {
    readonly openrouterApiKey: string | null;
    readonly openrouterUrl: string;
    readonly openaiApiKey: string | null;
    /** Any server that speaks the same, also one of this machine. */
    readonly openaiUrl: string;
    readonly openaiModel: string | null;
    /** Models that make pictures; without a key the embedded painter does. */
    readonly blackboxApiKey: string | null;
    readonly blackboxUrl: string;
    readonly stabilityApiKey: string | null;
    readonly stabilityUrl: string;
    readonly replicateToken: string | null;
    readonly replicateUrl: string;
    /** Voices and music; without a key both are made here. */
    readonly elevenlabsApiKey: string | null;
    readonly elevenlabsUrl: string;
    /** The operator's own gateway: there is no public one. */
    readonly sunoUrl: string | null;
    readonly sunoApiKey: string | null;
    /** Clips from pictures; without a key the camera moves over them here. */
    readonly runwayApiKey: string | null;
    readonly runwayUrl: string;
  };
  /** Apps at the platforms where people publish; in demo mode the platforms without one are played here. */
  readonly platforms: {
    readonly meta: {
      readonly appId: string | null;
      readonly appSecret: string | null;
      readonly graphUrl: string;
      readonly dialogUrl: string;
    };
    readonly x: {
      readonly clientId: string | null;
      readonly clientSecret: string | null;
      readonly apiUrl: string;
      readonly authorizeUrl: string;
    };
    /** YouTube. */
    readonly google: {
      readonly clientId: string | null;
      readonly clientSecret: string | null;
      readonly apiUrl: string;
      readonly authorizeUrl: string;
      readonly tokenUrl: string;
    };
    readonly linkedin: {
      readonly clientId: string | null;
      readonly clientSecret: string | null;
      readonly apiUrl: string;
      readonly oauthUrl: string;
      /** `YYYYMM`; each lives about a year. */
      readonly version: string;
      /** Asked for beside signing in and posting. */
      readonly scopes: readonly string[];
    };
    readonly tiktok: {
      readonly clientKey: string | null;
      readonly clientSecret: string | null;
      readonly apiUrl: string;
      readonly authorizeUrl: string;
    };
  };
  readonly omdb: { readonly apiKey: string | null; readonly url: string };
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
  /** Whether this process also works on jobs; `atelier worker` processes always do. */
  /** Phones keep pages for when there is no network. */
  readonly keepsOnPhones: boolean;
  readonly runJobs: boolean;
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
    generation: {
      openrouterApiKey: text('OPENROUTER_API_KEY'),
      openrouterUrl: url('OPENROUTER_URL', ['http:', 'https:']) ?? 'https://openrouter.ai/api/v1',
      openaiApiKey: text('OPENAI_API_KEY'),
      openaiUrl: url('OPENAI_URL', ['http:', 'https:']) ?? 'https://api.openai.com/v1',
      openaiModel: text('OPENAI_MODEL'),
      blackboxApiKey: text('BLACKBOX_API_KEY'),
      blackboxUrl: url('BLACKBOX_URL', ['http:', 'https:']) ?? 'https://api.blackbox.ai',
      stabilityApiKey: text('STABILITY_API_KEY'),
      stabilityUrl: url('STABILITY_URL', ['http:', 'https:']) ?? 'https://api.stability.ai',
      replicateToken: text('REPLICATE_API_TOKEN'),
      replicateUrl: url('REPLICATE_URL', ['http:', 'https:']) ?? 'https://api.replicate.com',
      elevenlabsApiKey: text('ELEVENLABS_API_KEY'),
      elevenlabsUrl: url('ELEVENLABS_URL', ['http:', 'https:']) ?? 'https://api.elevenlabs.io',
      sunoUrl: url('SUNO_URL', ['http:', 'https:']),
      sunoApiKey: text('SUNO_API_KEY'),
      runwayApiKey: text('RUNWAY_API_KEY'),
      runwayUrl: url('RUNWAY_URL', ['http:', 'https:']) ?? 'https://api.dev.runwayml.com',
    },
    platforms: {
      meta: {
        appId: text('META_APP_ID'),
        appSecret: text('META_APP_SECRET'),
        graphUrl: url('META_GRAPH_URL', ['http:', 'https:']) ?? 'https://graph.facebook.com/v25.0',
        dialogUrl: url('META_DIALOG_URL', ['http:', 'https:']) ?? 'https://www.facebook.com/v25.0/dialog/oauth',
      },
      x: {
        clientId: text('X_CLIENT_ID'),
        clientSecret: text('X_CLIENT_SECRET'),
        apiUrl: url('X_API_URL', ['http:', 'https:']) ?? 'https://api.x.com',
        authorizeUrl: url('X_AUTHORIZE_URL', ['http:', 'https:']) ?? 'https://x.com/i/oauth2/authorize',
      },
      google: {
        clientId: text('GOOGLE_CLIENT_ID'),
        clientSecret: text('GOOGLE_CLIENT_SECRET'),
        apiUrl: url('GOOGLE_API_URL', ['http:', 'https:']) ?? 'https://www.googleapis.com',
        authorizeUrl: url('GOOGLE_AUTHORIZE_URL', ['http:', 'https:']) ?? 'https://accounts.google.com/o/oauth2/v2/auth',
        tokenUrl: url('GOOGLE_TOKEN_URL', ['http:', 'https:']) ?? 'https://oauth2.googleapis.com/token',
      },
      linkedin: {
        clientId: text('LINKEDIN_CLIENT_ID'),
        clientSecret: text('LINKEDIN_CLIENT_SECRET'),
        apiUrl: url('LINKEDIN_API_URL', ['http:', 'https:']) ?? 'https://api.linkedin.com',
        oauthUrl: url('LINKEDIN_OAUTH_URL', ['http:', 'https:']) ?? 'https://www.linkedin.com/oauth/v2',
        version: text('LINKEDIN_VERSION') ?? '202610',
        scopes: (text('LINKEDIN_SCOPES') ?? '').split(/[\s,]+/).filter(Boolean),
      },
      tiktok: {
        clientKey: text('TIKTOK_CLIENT_KEY'),
        clientSecret: text('TIKTOK_CLIENT_SECRET'),
        apiUrl: url('TIKTOK_API_URL', ['http:', 'https:']) ?? 'https://open.tiktokapis.com',
        authorizeUrl: url('TIKTOK_AUTHORIZE_URL', ['http:', 'https:']) ?? 'https://www.tiktok.com/v2/auth/authorize/',
      },
    },
    omdb: { apiKey: text('OMDB_API_KEY'), url: url('OMDB_URL', ['http:', 'https:']) ?? 'https://www.omdbapi.com' },
    storageUrl: url('STORAGE_URL', ['s3:']),
    trustedProxies: integer('TRUSTED_PROXIES', 0, 0, 10),
    logLevel: oneOf('LOG_LEVEL', ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'], 'info'),
    talentApiDefault: oneOf('TALENT_API_DEFAULT', ['2', '3'], '3') === '2' ? (2 as const) : (3 as const),
    metricsToken: text('METRICS_TOKEN'),
    flaskEncryptionKey: text('FLASK_ENCRYPTION_KEY'),
    rateLimitScale: integer('RATE_LIMIT_SCALE', 1, 1, 1_000_000),
    keepsOnPhones: oneOf('ATELIER_OFFLINE', ['0', '1'], '1') === '1',
    runJobs: oneOf('ATELIER_JOBS', ['0', '1'], '1') === '1',
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
