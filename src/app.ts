/**
 * The only composition: config → kernel → capabilities → doors, worker, schedule. Read it top to bottom to see what the
 * studio is made of; every room is given the tools it names, and nothing finds another by itself.
 */
import type { FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { type Backups, backupFailed, createBackups, RESTORED_CHANNEL } from '#capabilities/backup/backup.ts';
import { createDiagnostics } from '#capabilities/diagnostics/diagnostics.ts';
import { createGeneration, type Voices } from '#capabilities/generation/generation.ts';
import { createIdentity, type Identity } from '#capabilities/identity/identity.ts';
import { createLibrary, libraryRoom } from '#capabilities/library/library.ts';
import { createLists } from '#capabilities/lists/lists.ts';
import { helpFor, type ReferenceApi, registerManual } from '#capabilities/manual/manual.ts';
import { createNotifications } from '#capabilities/notifications/notifications.ts';
import { createPublishing, doubtPublications } from '#capabilities/publishing/publishing.ts';
import { createUpdates, UPDATED_CHANNEL, type Updates } from '#capabilities/updates/updates.ts';
import { createWebhooks } from '#capabilities/webhooks/webhooks.ts';
import type { Config } from '#config';
import { type Audit, createAudit } from '#kernel/audit.ts';
import { createAuditSeals } from '#kernel/audit-seals.ts';
import { type Clock, systemClock } from '#kernel/clock.ts';
import { type Database, openDatabase } from '#kernel/db/connect.ts';
import { migrate } from '#kernel/db/migrate.ts';
import { access, type Viewer } from '#kernel/http/access.ts';
import { compressAnswers, createDoor, type Door, type RenderFailure } from '#kernel/http/door.ts';
import { sweepAnswers } from '#kernel/http/idempotency.ts';
import { createLive } from '#kernel/http/live.ts';
import { joinChannels } from '#kernel/http/live-channels.ts';
import { openApiOf } from '#kernel/http/openapi.ts';
import { registerOperations } from '#kernel/http/operations.ts';
import { createLimits } from '#kernel/http/rate-limit.ts';
import { createUploads } from '#kernel/http/uploads.ts';
import { createQueue, type Queue } from '#kernel/jobs/queue.ts';
import { createMail, doubtLetters } from '#kernel/mail/mail.ts';
import { messages } from '#kernel/message.ts';
import { createMetrics, type Sample } from '#kernel/metrics.ts';
import { readBuiltFiles, registerAssets } from '#kernel/page/assets.ts';
import { fixedPlaces, registerCrawlers } from '#kernel/page/crawlers.ts';
import { createEverywhere } from '#kernel/page/everywhere.tsx';
import { watchFlashes } from '#kernel/page/flash.ts';
import type { Navigation, NavigationItem } from '#kernel/page/navigation.ts';
import { registerOffline } from '#kernel/page/offline.tsx';
import { createPages } from '#kernel/page/page.tsx';
import { registerPreferences } from '#kernel/page/preferences.ts';
import { sweepSentForms, watchSentForms } from '#kernel/page/sent-forms.ts';
import { createSettings, type Settings } from '#kernel/settings.ts';
import { namedBy } from '#kernel/site-face.ts';
import { createFiles } from '#kernel/storage/files.ts';
import { createStorage } from '#kernel/storage/storage.ts';
import { createVault } from '#kernel/vault.ts';
import {
  filesOf as filesOfImages,
  firstActs,
  acts as imageActs,
  noticeKinds as imageNotices,
  keptPages as imagePages,
  rooms as imageRooms,
  openImagesDoor,
  renderImagesFailure,
} from '#products/images/door.ts';
import {
  codeAliases,
  createSiteFailures,
  isTemplateEnabled,
  keptPages,
  navigation,
  openTalentDoor,
  readSiteFace,
  type Talent,
  noticeKinds as talentNotices,
  tellOfLetter,
} from '#products/talent/door.ts';
import {
  type FilmOrder,
  filesOf as filesOfFilms,
  keptPages as filmPages,
  hasFilm,
  type MadeFilm,
  makeFilm,
  openVideoDoor,
  renderVideoFailure,
  type VideoProduct,
  acts as videoActs,
  noticeKinds as videoNotices,
  rooms as videoRooms,
} from '#products/video/door.ts';
import { keepHouse } from './housekeeping.ts';
import { VERSION } from './version.ts';
import { openWorld, type World } from './world.ts';

/** A blob that was just written may belong to a transaction still open: a day is far beyond any. */
const DAY = 86_400;

type DoorName = 'site' | 'images' | 'video';

export interface App {
  readonly doors: Readonly<Record<DoorName, Door>>;
  readonly database: Database;
  readonly queue: Queue;
  readonly identity: Identity;
  readonly talent: Talent;
  /** A film from one sentence, made by this process. */
  film(order: FilmOrder): Promise<MadeFilm>;
  readonly voices: Voices;
  readonly backups: Backups;
  readonly audit: Pick<Audit, 'command'>;
  readonly settings: Settings;
  /** Hears that a backup was restored, by whichever process: what this one remembers is of another time. */
  onRestored(act: () => void): Promise<void>;
  readonly updates: Updates;
  /** Hears that another version was installed. */
  onUpdated(act: () => void): Promise<void>;
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
  const world = await openWorld(config);
  try {
    await migrate(database.db);
    return await compose(config, log, clock, database, world);
  } catch (error) {
    await world.close();
    await database.close();
    throw error;
  }
}

type Tools = ReturnType<typeof createTools>;

/** What every room may be given. */
function createTools(config: Config, log: Logger, clock: Clock, database: Database, world: World) {
  const { db } = database;
  const vault = createVault(config.encryptionKeys, config.secretKey);
  const limits = createLimits(db, clock);
  const audit = createAudit(db, clock, log);
  const queue = createQueue(database, log);
  const settings = createSettings({ db, vault, clock });
  const siteName = namedBy(settings, config.siteName);
  const files = createFiles(createStorage(config, log), db, clock);
  const live = createLive({ database, log });
  const notices = createNotifications({ db, clock, live, kinds: [...talentNotices, ...imageNotices, ...videoNotices, backupFailed] });
  const pages = createPages({
    siteName,
    face: () => readSiteFace(settings),
    origin: config.publicUrl.site,
    files: readBuiltFiles(),
    navigation: studioNavigation,
    kept: [...keptPages, ...imagePages, ...filmPages],
    help: helpFor,
  });
  const mail = createMail({
    config,
    db,
    queue,
    vault,
    clock,
    log,
    settings,
    files,
    isEnabled: (name, from) => isTemplateEnabled(settings, name, from),
    onProblem: (tx) => tellOfLetter(notices, tx),
  });
  const identity = createIdentity({ db, vault, clock, limits, audit, config, normalizeCode: codeAliases });
  const publishing = createPublishing({ config, database, clock, log, vault, files, facts: world.platforms });
  const restored = [doubtPublications, doubtLetters];
  const saving = { config, version: VERSION, database, db, clock, log, files, settings, queue, notices, restored };
  const backups = createBackups(saving);
  return {
    ...{ backups, updates: createUpdates({ config, version: VERSION, database, clock, log, backups }) },
    diagnostics: createDiagnostics({ config, database, vault, files, clock }),
    ...{
      config,
      version: VERSION,
      database,
      db,
      log,
      clock,
      vault,
      limits,
      audit,
      queue,
      settings,
      siteName,
      files,
      mail,
      identity,
      publishing,
    },
    seals: createAuditSeals(db, vault, clock, log),
    metrics: createMetrics(),
    ...{ live, notices },
    uploads: createUploads({ db, clock, limits }),
    generation: createGeneration({ db, clock, log, settings, config }),
    webhooks: createWebhooks({ config, db, clock, vault, queue }),
    library: createLibrary({ config, siteName, db, clock, vault, files, mail, limits, identity, publishing }),
    pages,
    lists: createLists({ db, clock, audit, pages }),
    everywhere: createEverywhere(),
  };
}

async function compose(config: Config, log: Logger, clock: Clock, database: Database, world: World): Promise<App> {
  const tools = createTools(config, log, clock, database, world);
  const { audit, identity, metrics, publishing, queue } = tools;
  let draining = false;
  const doors = openDoors(tools, () => draining);
  const { talent, video } = await furnish(doors, tools, world);
  metrics.gauge('jobs', 'Jobs by queue and state', () => jobSamples(queue));
  keepHouse(queue, log, {
    hourly: {
      letters: tools.mail.sweep,
      drafts: talent.sweepDrafts,
      uploads: tools.uploads.sweep,
      search: talent.sweepSearch,
      erasures: talent.sweepErasures,
      connections: publishing.connections.checkUpcoming,
      library: tools.library.sweep,
      audit: tools.seals.seal,
    },
    daily: {
      sessions: identity.sweep,
      searches: talent.sweepMatching,
      calls: tools.generation.sweep,
      hooks: tools.webhooks.sweep,
      notices: tools.notices.sweep,
      answers: () => sweepAnswers(tools.db, tools.clock.now()),
      forms: () => sweepSentForms(tools.db, tools.clock.now()),
      logs: talent.sweepLogs,
      files: () => tools.files.sweep(DAY),
      workshop: video.tidy,
    },
  });
  await Promise.all(Object.values(doors).map((door) => door.ready()));
  await queue.start({ work: false });

  const close = async (): Promise<void> => {
    draining = true;
    await Promise.all(Object.values(doors).map((door) => door.close()));
    await tools.live.close();
    await Promise.all([queue.stop(), publishing.stop()]);
    await talent.close();
    await world.close();
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
    film: (order) => makeFilm(tools, order),
    voices: tools.generation.voices,
    backups: tools.backups,
    audit,
    settings: tools.settings,
    updates: tools.updates,
    onUpdated: async (act) => void (await database.listen(UPDATED_CHANNEL, act)),
    onRestored: async (act) => void (await database.listen(RESTORED_CHANNEL, act)),
    prepare: async () => {
      await talent.noteVersion();
      // A backup that was restored brings nobody back who was erased since.
      await talent.reapplyErasures(tools.db);
      return prepare(config, identity, talent);
    },
    listen: async () => {
      const opened = await listen(config, doors);
      // Beside the first requests, which SQL answers until then.
      talent.warmSearch().catch((err: unknown) => log.warn({ err }, 'the search index could not be read ahead'));
      return opened;
    },
    work: async () => {
      await queue.start({ work: true });
      publishing.start();
    },
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
async function furnish(doors: Doors, tools: Tools, { feed }: World): Promise<{ readonly talent: Talent; readonly video: VideoProduct }> {
  const { config, pages } = tools;
  const { site, images } = doors;
  for (const door of Object.values(doors)) await compressAnswers(door);
  tools.audit.watchPages(site);
  watchFlashes(site, tools.vault, isSecure(config));
  watchSentForms(site, { db: tools.db, clock: tools.clock, secure: isSecure(config) });
  registerAssets(site, { siteName: tools.siteName });
  registerOffline(site, { pages, isOn: config.keepsOnPhones, signOut: navigation.signOut });
  registerPreferences(site, { keepLanguage: (accountId, language) => tools.identity.setLanguage(tools.db, accountId, language) });
  tools.uploads.routes(site);
  tools.lists.routes(site);
  tools.everywhere.routes(site, pages, studioNavigation);
  const talent = await openTalentDoor(site, {
    ...tools,
    madeBy: (accountId) => madeBy(tools, accountId),
    filesMadeBy: async (tx, accountId) => [...(await filesOfImages(tx, accountId)), ...(await filesOfFilms(tx, accountId))],
  });
  tools.publishing.routes(site, pages);
  tools.notices.routes(site, pages);
  const video = await openVideoDoor(doors.video, site, tools);
  const { promotions } = await openImagesDoor(images, site, { ...tools, feed, films: video.calendar });
  tools.library.routes(site, pages);
  // A casting orders its film and its posts from the other products; what they make lands in one calendar.
  const films = { make: video.commissions.make, ofOrigin: video.commissions.ofOrigin, said: video.calendar.ofOrigin };
  talent.openPromo({ films, studio: promotions });
  // One address for all that pages hear of as it happens.
  const channels = joinChannels(video.channels, tools.notices.channels);
  tools.live.route(site, '/ws', { authenticate: tools.identity.authenticateToken, ...channels });
  registerManual(site, pages, apisOf(config, doors));
  const places = [...talent.publicPlaces, fixedPlaces('manual', ['/docs', '/help', '/docs/talent', '/docs/images', '/docs/video'])];
  registerCrawlers(site, { origin: config.publicUrl.site, clock: tools.clock, places });
  const elsewhere = { config: { access: access.public, internal: true, anonymous: true } };
  images.get('/docs', elsewhere, async (_request, reply) => reply.redirect(`${config.publicUrl.site}/docs/images`, 303));
  doors.video.get('/docs', elsewhere, async (_request, reply) => reply.redirect(`${config.publicUrl.site}/docs/video`, 303));
  return { talent, video };
}

/** What an account has ever made outside of the talent product, for its first steps. */
async function madeBy({ db, publishing }: Tools, accountId: number) {
  const [acts, film, connections] = await Promise.all([
    firstActs(db, accountId),
    hasFilm(db, accountId),
    publishing.connections.list(db, accountId),
  ]);
  return { ...acts, film, connection: connections.some(({ state }) => state === 'connected') };
}

/** Rooms of the other products come before the administration. */
const withRooms = (base: Navigation, more: readonly NavigationItem[], acts: readonly NavigationItem[]): Navigation => ({
  ...base,
  rooms: [...base.rooms.filter(({ key }) => key !== 'admin'), ...more, ...base.rooms.filter(({ key }) => key === 'admin')],
  acts: [...acts, ...(base.acts ?? [])],
});
const studioNavigation = withRooms(navigation, [...imageRooms, ...videoRooms, libraryRoom], [...videoActs, ...imageActs]);

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
  { name: 'talent', title: m.talent, origin: publicUrl.site, document: () => openApiOf(doors.site) },
  { name: 'images', title: m.images, origin: publicUrl.images, document: () => openApiOf(doors.images) },
  { name: 'video', title: m.video, origin: publicUrl.video, document: () => openApiOf(doors.video) },
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
