/**
 * The only composition: config → kernel → capabilities → doors, worker, schedule. Read it top to bottom to see what the
 * studio is made of; every room is given the tools it names, and nothing finds another by itself.
 */
import type { FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
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
import { createMetrics } from '#kernel/metrics.ts';
import { readBuiltFiles, registerAssets } from '#kernel/page/assets.ts';
import { watchFlashes } from '#kernel/page/flash.ts';
import { createPages } from '#kernel/page/page.tsx';
import { registerPreferences } from '#kernel/page/preferences.ts';
import { type ReferenceApi, registerReference } from '#kernel/page/reference.tsx';
import { createFiles } from '#kernel/storage/files.ts';
import { createStorage } from '#kernel/storage/storage.ts';
import { createVault } from '#kernel/vault.ts';
import { openImagesDoor, renderImagesFailure } from '#products/images/door.ts';
import { codeAliases, createSiteFailures, navigation, openTalentDoor, type Talent } from '#products/talent/door.ts';
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
  /** What a first start needs: demo people in demo mode; refuses to serve production with a demo account. */
  prepare(): Promise<void>;
  /** The one-time link that makes the first administrator, when there is none and none was configured. */
  setupLink(): Promise<string | null>;
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

async function compose(config: Config, log: Logger, clock: Clock, database: Database): Promise<App> {
  const { db } = database;
  const vault = createVault(config.encryptionKeys, config.secretKey);
  const limits = createLimits(db, clock);
  const audit = createAudit(db, clock, log);
  const metrics = createMetrics();
  const queue = createQueue(database, log);
  const files = createFiles(createStorage(config, log), db, clock);
  const uploads = createUploads({ db, clock, limits });
  const mail = createMail({ config, db, queue, vault, clock, log });
  const identity = createIdentity({ db, vault, clock, limits, audit, config, normalizeCode: codeAliases });
  const pages = createPages({ siteName: () => config.siteName, files: readBuiltFiles(), navigation });

  metrics.gauge('jobs', 'Jobs by queue and state', async () =>
    (await queue.figures()).flatMap(({ name, waiting, delayed, active }) =>
      Object.entries({ waiting, delayed, active }).map(([state, value]) => ({ labels: { queue: name, state }, value })),
    ),
  );

  let draining = false;
  const door = (name: DoorName, authenticate: (request: FastifyRequest) => Promise<Viewer | null>, renderFailure: RenderFailure): Door => {
    const secureCookies = config.publicUrl.site.startsWith('https:');
    const opened = createDoor({
      name,
      log,
      trustedProxies: config.trustedProxies,
      signer: vault,
      secureCookies,
      authenticate,
      renderFailure,
    });
    metrics.watch(opened, name);
    registerOperations(opened, { database, metrics, isDraining: () => draining });
    return opened;
  };
  const site = door(
    'site',
    identity.authenticate,
    createSiteFailures(() => pages),
  );
  const images = door('images', identity.authenticateBearer, renderImagesFailure);
  const video = door('video', identity.authenticateBearer, renderVideoFailure);

  for (const opened of [site, images, video]) await compressAnswers(opened);
  audit.watchPages(site);
  watchFlashes(site, vault, config.publicUrl.site.startsWith('https:'));
  registerAssets(site, { siteName: () => config.siteName });
  registerPreferences(site);
  uploads.routes(site);
  const tools = { config, version: VERSION, db, clock, vault, audit, limits, files, uploads, mail, pages, identity, queue };
  const talent = await openTalentDoor(site, tools);
  await openImagesDoor(images, VERSION);
  await openVideoDoor(video, VERSION);
  keepHouse(queue, log, {
    hourly: { drafts: talent.sweepDrafts, uploads: uploads.sweep },
    daily: { sessions: identity.sweep, files: () => files.sweep(DAY) },
  });
  const doors = { site, images, video };
  registerReference(site, pages, apisOf(config, doors));
  for (const name of ['images', 'video'] as const) {
    doors[name].get('/docs', { config: { access: access.public, internal: true } }, async (_request, reply) =>
      reply.redirect(`${config.publicUrl.site}/docs/${name}`, 303),
    );
  }
  await Promise.all(Object.values(doors).map((d) => d.ready()));
  await queue.start({ work: false });

  const close = async (): Promise<void> => {
    draining = true;
    await Promise.all(Object.values(doors).map((d) => d.close()));
    await queue.stop();
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
    prepare: async () => {
      if (config.demo) await talent.seedDemo();
      if (config.production) await identity.assertNoDemoAccounts();
    },
    setupLink: async () => (config.demo ? null : (await identity.ensureFirstAdmin()).setupLink),
    listen: () => listen(config, doors),
    work: () => queue.start({ work: true }),
    close: () => {
      closing ??= close();
      return closing;
    },
  };
}

const apisOf = ({ publicUrl }: Config, doors: Readonly<Record<DoorName, Door>>): readonly ReferenceApi[] => [
  { name: 'talent', title: m.talent, address: `${publicUrl.site}/api/v1`, document: () => openApiOf(doors.site) },
  { name: 'images', title: m.images, address: `${publicUrl.images}/api`, document: () => openApiOf(doors.images) },
  { name: 'video', title: m.video, address: `${publicUrl.video}/api/v1`, document: () => openApiOf(doors.video) },
];
const m = messages({
  talent: { fr: 'Talents et casting', en: 'Talent and casting', ar: 'المواهب واختيار الممثلين' },
  images: { fr: 'Images et publications', en: 'Images and scheduler', ar: 'الصور والنشر' },
  video: { fr: 'Vidéo', en: 'Video', ar: 'الفيديو' },
});

async function listen(config: Config, doors: Readonly<Record<DoorName, Door>>): Promise<readonly { name: DoorName; url: string }[]> {
  const opened: { name: DoorName; url: string }[] = [];
  for (const name of ['site', 'images', 'video'] as const) {
    const port = config.ports[name];
    if (port === null) continue;
    await doors[name].listen({ host: config.host, port });
    opened.push({ name, url: `http://${config.host === '0.0.0.0' ? 'localhost' : config.host}:${port}` });
  }
  return opened;
}
