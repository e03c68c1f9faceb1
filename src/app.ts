/**
 * The only composition: config → kernel → capabilities → doors, worker, schedule. Read it top to bottom to see what the
 * studio is made of; every room is given the tools it names, and nothing finds another by itself.
 */
import type { FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { createGeneration } from '#capabilities/generation/generation.ts';
import { createIdentity, type Identity } from '#capabilities/identity/identity.ts';
import type { Config } from '#config';
import { createAudit } from '#kernel/audit.ts';
import { type Clock, systemClock } from '#kernel/clock.ts';
import { type Database, openDatabase } from '#kernel/db/connect.ts';
import { migrate } from '#kernel/db/migrate.ts';
import { access, type Viewer } from '#kernel/http/access.ts';
import { compressAnswers, createDoor, type Door, type RenderFailure } from '#kernel/http/door.ts';
import { openApiOf } from '#kernel/http/openapi.ts';
import { registerOperations } from '#kernel/http/operations.ts';
import { createLimits } from '#kernel/http/rate-limit.ts';
import { createUploads } from '#kernel/http/uploads.ts';
import { createQueue, type Queue } from '#kernel/jobs/queue.ts';
import { createMail } from '#kernel/mail/mail.ts';
import { messages } from '#kernel/message.ts';
import { createMetrics, type Sample } from '#kernel/metrics.ts';
import { readBuiltFiles, registerAssets } from '#kernel/page/assets.ts';
import { watchFlashes } from '#kernel/page/flash.ts';
import { createPages } from '#kernel/page/page.tsx';
import { registerPreferences } from '#kernel/page/preferences.ts';
import { type ReferenceApi, registerReference } from '#kernel/page/reference.tsx';
import { createSettings } from '#kernel/settings.ts';
import { createFiles } from '#kernel/storage/files.ts';
import { createStorage } from '#kernel/storage/storage.ts';
import { createVault } from '#kernel/vault.ts';
import { openImagesDoor, renderImagesFailure } from '#products/images/door.ts';
import { codeAliases, createSiteFailures, isTemplateEnabled, navigation, openTalentDoor, type Talent } from '#products/talent/door.ts';
import { openVideoDoor, renderVideoFailure } from '#products/video/door.ts';
import { keepHouse } from './housekeeping.ts';
import { VERSION } from './version.ts';

/** A blob that was just written may belong to a transaction still open: a day is far beyond any. */
const DAY = 86_400;

type DoorName = 'site' | 'images' | 'video';

export interface App {
  readonly doors: Readonly<Record<DoorName, Door>>;
  readonly database: Database;
  readonly queue: Queue;
  readonly identity: Identity;
  readonly talent: Talent;
  /**
   * Before the doors open: demo people in demo mode; else the first administrator, or the one-time link that makes one. Throws when
   * production would be served with a demo account.
   */
  prepare(): Promise<{ readonly setupLink: string | null }>;
  /** Opens the doors that have a port; answers where. */
  listen(): Promise<readonly { readonly name: DoorName; readonly url: string }[]>;
  /** Works on jobs until `close`. */
  work(): Promise<void>;
  /** Lets running requests and jobs finish, then lets go of everything. Calling it again waits for the same end. */
  close(): Promise<void>;
}

/** Opens the database, migrates it, and builds everything; nothing listens yet. */
export async function buildApp(config: Config, log: Logger, clock: Clock = systemClock): Promise<App> {
  const database = await openDatabase(config, log);
  try {
    await migrate(database.db);
    return await compose(config, log, clock, database);
  } catch (error) {
    await database.close();
    throw error;
  }
}

type Tools = ReturnType<typeof createTools>;

/** What every room may be given. */
function createTools(config: Config, log: Logger, clock: Clock, database: Database) {
  const { db } = database;
  const vault = createVault(config.encryptionKeys, config.secretKey);
  const limits = createLimits(db, clock);
  const audit = createAudit(db, clock, log);
  const queue = createQueue(database, log);
  const settings = createSettings({ db, vault, clock });
  return {
    ...{ config, version: VERSION, database, db, log, clock, vault, limits, audit, queue, settings },
    metrics: createMetrics(),
    files: createFiles(createStorage(config, log), db, clock),
    uploads: createUploads({ db, clock, limits }),
    mail: createMail({
      config,
      db,
      queue,
      vault,
      clock,
      log,
      settings,
      isEnabled: (name, from) => isTemplateEnabled(settings, name, from),
    }),
    generation: createGeneration({ db, clock, log, settings, config }),
    identity: createIdentity({ db, vault, clock, limits, audit, config, normalizeCode: codeAliases }),
    pages: createPages({ siteName: () => config.siteName, files: readBuiltFiles(), navigation }),
  };
}

async function compose(config: Config, log: Logger, clock: Clock, database: Database): Promise<App> {
  const tools = createTools(config, log, clock, database);
  const { audit, identity, metrics, queue } = tools;
  let draining = false;
  const doors = openDoors(tools, () => draining);
  const talent = await furnish(doors, tools);
  metrics.gauge('jobs', 'Jobs by queue and state', () => jobSamples(queue));
  keepHouse(queue, log, {
    hourly: { letters: tools.mail.sweep, drafts: talent.sweepDrafts, uploads: tools.uploads.sweep, search: talent.sweepSearch },
    daily: { sessions: identity.sweep, searches: talent.sweepMatching, calls: tools.generation.sweep, files: () => tools.files.sweep(DAY) },
  });
  await Promise.all(Object.values(doors).map((door) => door.ready()));
  await queue.start({ work: false });

  const close = async (): Promise<void> => {
    draining = true;
    await Promise.all(Object.values(doors).map((door) => door.close()));
    await queue.stop();
    await talent.close();
    await audit.flush();
    metrics.close();
    await database.close();
  };
  let closing: Promise<void> | null = null;
  return {
    doors,
    database,
    queue,
    identity,
    talent,
    prepare: () => prepare(config, identity, talent),
    listen: async () => {
      const opened = await listen(config, doors);
      // Beside the first requests, which SQL answers until then.
      talent.warmSearch().catch((err: unknown) => log.warn({ err }, 'the search index could not be read ahead'));
      return opened;
    },
    work: () => queue.start({ work: true }),
    close: () => {
      closing ??= close();
      return closing;
    },
  };
}

type Doors = Readonly<Record<DoorName, Door>>;

/** Three listeners with the same manners; each proves its viewers and words its failures in its own way. */
function openDoors({ config, database, identity, log, metrics, pages, vault }: Tools, isDraining: () => boolean): Doors {
  const open = (name: DoorName, authenticate: (request: FastifyRequest) => Promise<Viewer | null>, renderFailure: RenderFailure): Door => {
    const { metricsToken, trustedProxies } = config;
    const door = createDoor({ name, log, trustedProxies, signer: vault, secureCookies: isSecure(config), authenticate, renderFailure });
    metrics.watch(door, name);
    registerOperations(door, { database, metrics, isDraining, metricsToken });
    return door;
  };
  return {
    site: open(
      'site',
      identity.authenticate,
      createSiteFailures(() => pages),
    ),
    images: open('images', identity.authenticateBearer, renderImagesFailure),
    video: open('video', identity.authenticateBearer, renderVideoFailure),
  };
}

/** Hangs everything into the doors, in the order in which requests meet it. */
async function furnish(doors: Doors, tools: Tools): Promise<Talent> {
  const { config, pages } = tools;
  const { site, images, video } = doors;
  for (const door of Object.values(doors)) await compressAnswers(door);
  tools.audit.watchPages(site);
  watchFlashes(site, tools.vault, isSecure(config));
  registerAssets(site, { siteName: () => config.siteName });
  registerPreferences(site);
  tools.uploads.routes(site);
  const talent = await openTalentDoor(site, tools);
  await openImagesDoor(images, site, tools);
  await openVideoDoor(video, VERSION);
  registerReference(site, pages, apisOf(config, doors));
  const elsewhere = { config: { access: access.public, internal: true, anonymous: true } };
  images.get('/docs', elsewhere, async (_request, reply) => reply.redirect(`${config.publicUrl.site}/docs/images`, 303));
  video.get('/docs', elsewhere, async (_request, reply) => reply.redirect(`${config.publicUrl.site}/docs/video`, 303));
  return talent;
}

/** Before the doors open: whatever must stop a start, stops it here. */
async function prepare(config: Config, identity: Identity, talent: Talent): Promise<{ readonly setupLink: string | null }> {
  if (config.demo) {
    await talent.seedDemo();
    return { setupLink: null };
  }
  await identity.assertNoDemoAccounts();
  return identity.ensureFirstAdmin();
}

const isSecure = ({ publicUrl }: Config): boolean => publicUrl.site.startsWith('https:');

const jobSamples = async (queue: Queue): Promise<readonly Sample[]> =>
  (await queue.figures()).flatMap(({ name, waiting, delayed, active }) =>
    Object.entries({ waiting, delayed, active }).map(([state, value]) => ({ labels: { queue: name, state }, value })),
  );

const apisOf = ({ publicUrl }: Config, doors: Doors): readonly ReferenceApi[] => [
  { name: 'talent', title: m.talent, address: `${publicUrl.site}/api/v1`, document: () => openApiOf(doors.site) },
  { name: 'images', title: m.images, address: `${publicUrl.images}/api`, document: () => openApiOf(doors.images) },
  { name: 'video', title: m.video, address: `${publicUrl.video}/api/v1`, document: () => openApiOf(doors.video) },
];
const m = messages({
  talent: { fr: 'Talents et casting', en: 'Talent and casting', ar: 'المواهب واختيار الممثلين' },
  images: { fr: 'Images et publications', en: 'Images and scheduler', ar: 'الصور والنشر' },
  video: { fr: 'Vidéo', en: 'Video', ar: 'الفيديو' },
});

async function listen(config: Config, doors: Doors): Promise<readonly { name: DoorName; url: string }[]> {
  const opened: { name: DoorName; url: string }[] = [];
  for (const name of ['site', 'images', 'video'] as const) {
    const port = config.ports[name];
    if (port === null) continue;
    await doors[name].listen({ host: config.host, port });
    opened.push({ name, url: `http://${config.host === '0.0.0.0' ? 'localhost' : config.host}:${port}` });
  }
  return opened;
}
