/** What every room may be given: the kernel and the capabilities of one process, made once, in the order they need each other. */
import type { Logger } from 'pino';
import { backupFailed, createBackups } from '#capabilities/backup/backup.ts';
import { createDiagnostics } from '#capabilities/diagnostics/diagnostics.ts';
import { createGeneration } from '#capabilities/generation/generation.ts';
import { createIdentity } from '#capabilities/identity/identity.ts';
import { createLibrary, libraryRoom } from '#capabilities/library/library.ts';
import { createLists } from '#capabilities/lists/lists.ts';
import { helpFor } from '#capabilities/manual/manual.ts';
import { createNotifications } from '#capabilities/notifications/notifications.ts';
import { createPublishing, doubtPublications } from '#capabilities/publishing/publishing.ts';
import { createUpdates } from '#capabilities/updates/updates.ts';
import { createWebhooks } from '#capabilities/webhooks/webhooks.ts';
import type { Config } from '#config';
import { createAudit } from '#kernel/audit.ts';
import { createAuditSeals } from '#kernel/audit-seals.ts';
import type { Clock } from '#kernel/clock.ts';
import type { Database } from '#kernel/db/connect.ts';
import { createLive } from '#kernel/http/live.ts';
import { createLimits } from '#kernel/http/rate-limit.ts';
import { createUploads } from '#kernel/http/uploads.ts';
import { createQueue } from '#kernel/jobs/queue.ts';
import { createMail, doubtLetters } from '#kernel/mail/mail.ts';
import { createMetrics } from '#kernel/metrics.ts';
import { readBuiltFiles } from '#kernel/page/assets.ts';
import { createEverywhere } from '#kernel/page/everywhere.tsx';
import type { Navigation, NavigationItem } from '#kernel/page/navigation.ts';
import { createPages } from '#kernel/page/page.tsx';
import { createSettings } from '#kernel/settings.ts';
import { namedBy } from '#kernel/site-face.ts';
import { createFiles } from '#kernel/storage/files.ts';
import { createStorage } from '#kernel/storage/storage.ts';
import { createVault } from '#kernel/vault.ts';
import { acts as imageActs, noticeKinds as imageNotices, keptPages as imagePages, rooms as imageRooms } from '#products/images/door.ts';
import {
  codeAliases,
  isTemplateEnabled,
  keptPages,
  navigation,
  readSiteFace,
  noticeKinds as talentNotices,
  tellOfLetter,
} from '#products/talent/door.ts';
import { keptPages as filmPages, acts as videoActs, noticeKinds as videoNotices, rooms as videoRooms } from '#products/video/door.ts';
import { timesOf } from './lifetime.ts';
import { VERSION } from './version.ts';
import type { World } from './world.ts';

export type Tools = ReturnType<typeof createTools>;

/** What every room may be given. */
export function createTools(config: Config, log: Logger, clock: Clock, database: Database, world: World) {
  const { db } = database;
  const vault = createVault(config.encryptionKeys, config.secretKey);
  const limits = createLimits(db, clock);
  const audit = createAudit(db, clock, log);
  const queue = createQueue(database, log, timesOf(config).jobs);
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

/** Rooms of the other products come before the administration. */
const withRooms = (base: Navigation, more: readonly NavigationItem[], acts: readonly NavigationItem[]): Navigation => ({
  ...base,
  rooms: [...base.rooms.filter(({ key }) => key !== 'admin'), ...more, ...base.rooms.filter(({ key }) => key === 'admin')],
  acts: [...acts, ...(base.acts ?? [])],
});
export const studioNavigation = withRooms(navigation, [...imageRooms, ...videoRooms, libraryRoom], [...videoActs, ...imageActs]);
