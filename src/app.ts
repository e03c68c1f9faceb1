/**
 * The only composition: config → kernel → capabilities → doors, worker, schedule. Read it top to bottom to see what the
 * studio is made of; every room is given the tools it names, and nothing finds another by itself.
 */
import type { Logger } from 'pino';
import { type Backups, RESTORED_CHANNEL } from '#capabilities/backup/backup.ts';
import type { Voices } from '#capabilities/generation/generation.ts';
import type { Identity } from '#capabilities/identity/identity.ts';
import { UPDATED_CHANNEL, type Updates } from '#capabilities/updates/updates.ts';
import type { Config } from '#config';
import type { Audit } from '#kernel/audit.ts';
import { type Clock, systemClock } from '#kernel/clock.ts';
import { type Database, openDatabase } from '#kernel/db/connect.ts';
import { migrate } from '#kernel/db/migrate.ts';
import { type Door, stopAccepting } from '#kernel/http/door.ts';
import { sweepAnswers } from '#kernel/http/idempotency.ts';
import type { Queue } from '#kernel/jobs/queue.ts';
import type { Sample } from '#kernel/metrics.ts';
import { sweepSentForms } from '#kernel/page/sent-forms.ts';
import type { Settings } from '#kernel/settings.ts';
import type { Talent } from '#products/talent/door.ts';
import { type FilmOrder, type MadeFilm, makeFilm } from '#products/video/door.ts';
import { type Address, type DoorName, furnish, listen, openDoors } from './doors.ts';
import { keepHouse } from './housekeeping.ts';
import { timesOf } from './lifetime.ts';
import { createTools, type Tools } from './tools.ts';
import { openWorld, type World } from './world.ts';

/** A blob that was just written may belong to a transaction still open: a day is far beyond any. */
const DAY = 86_400;

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
  /** Opens the doors of its role that have a port; answers where. */
  listen(): Promise<readonly Address[]>;
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

async function compose(config: Config, log: Logger, clock: Clock, database: Database, world: World): Promise<App> {
  const tools = createTools(config, log, clock, database, world);
  const { audit, identity, metrics, publishing, queue } = tools;
  let isLeaving = false;
  const { doors, operators } = openDoors(tools, () => isLeaving);
  const open = [...Object.values(doors), operators];
  const { talent, video } = await furnish(doors, tools, world);
  await eraseAgain(talent, tools);
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
  await Promise.all(open.map((door) => door.ready()));
  await queue.start({ work: false });

  const close = async (): Promise<void> => {
    isLeaving = true;
    const { requestsMs, idleMs } = timesOf(config);
    await Promise.all(open.map((door) => stopAccepting(door, { busyMs: requestsMs, idleMs })));
    await Promise.all(open.map((door) => door.close()));
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
      return prepare(config, identity, talent);
    },
    listen: async () => {
      const opened = await listen(config, doors, operators);
      // Beside the first requests, which SQL answers until then.
      if (config.role !== 'worker')
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

/** A backup that was restored brings nobody back who was erased since: before any door opens or any job is worked on. */
async function eraseAgain(talent: Talent, { db, log }: Tools): Promise<void> {
  const { erased, unreadable } = await talent.reapplyErasures(db);
  if (erased > 0) log.warn({ people: erased }, 'people whom a restored backup brought back were erased again');
  if (unreadable > 0)
    log.error({ lines: unreadable }, 'no key opens lines of the erasure list: start with the ENCRYPTION_KEY they were written with');
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

const jobSamples = async (queue: Queue): Promise<readonly Sample[]> =>
  (await queue.figures()).flatMap(({ name, waiting, delayed, active }) =>
    Object.entries({ waiting, delayed, active }).map(([state, value]) => ({ labels: { queue: name, state }, value })),
  );
