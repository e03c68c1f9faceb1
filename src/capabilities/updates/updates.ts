/**
 * Updates: the next version of this program, from where its checkout came from.
 *
 * Hides git and the order of the steps. Words: a *version* is a tag `v1.2.3`; a *step* of an update is one of backup, pull, install (which builds
 * and migrates as well), restart. Whoever may change the code of a machine may do everything there: `ATELIER_ALLOW_UPDATE=1` says that
 * administrators may.
 */
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Logger } from 'pino';
import type { Backups } from '#capabilities/backup/backup.ts';
import type { Config } from '#config';
import type { Clock } from '#kernel/clock.ts';
import type { Database } from '#kernel/db/connect.ts';
import { pendingMigrations } from '#kernel/db/migrate.ts';
import { Failure, failure } from '#kernel/failure.ts';
import { say } from '#kernel/message.ts';
import { packageRoot } from '#kernel/package-root.ts';
import { compareVersions, GitError, gitIn, isVersion, newsSince } from './git.ts';
import { addHistory, readHistory, type UpdateEntry } from './history.ts';
import { m } from './messages.ts';

export type { UpdateEntry } from './history.ts';

/** Heard by every process when a new version is installed: it ends with `RESTART_CODE`, and whoever started it starts the new one. */
export const UPDATED_CHANNEL = 'atelier_updated';

export interface Standing {
  readonly version: string;
  /** Short name of the commit; null outside of a git checkout. */
  readonly revision: string | null;
  /** Of the database, before anything new is fetched. */
  readonly pending: readonly string[];
  readonly isAllowed: boolean;
  readonly history: readonly UpdateEntry[];
}
export interface Offer {
  /** The newest tag above the version that runs; null when there is none. */
  readonly tag: string | null;
  /** What its changelog says since. */
  readonly news: string;
  /** Migrations that it brings. */
  readonly migrations: readonly string[];
}

export interface Updates {
  standing(): Promise<Standing>;
  /** Asks the remote of the checkout. Throws 503 when it does not answer, 409 outside of a checkout. */
  check(): Promise<Offer>;
  /** Throws 403 unless allowed, 409 when there is nothing newer or the checkout was changed by hand; a failed step leaves the old version running. */
  apply(by: string, password: string): Promise<UpdateEntry>;
}

export interface UpdateTools {
  readonly config: Pick<Config, 'allowUpdate' | 'dataFolder' | 'checkoutFolder'>;
  readonly version: string;
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Logger;
  readonly backups: Pick<Backups, 'make'>;
}

const INSTALL_MS = 30 * 60_000;

export function createUpdates(tools: UpdateTools): Updates {
  const { config, database, clock, log, backups } = tools;
  const folder = config.checkoutFolder ?? packageRoot;
  const git = gitIn(folder);
  const version = async (): Promise<string> => {
    if (config.checkoutFolder === null) return tools.version;
    const facts: unknown = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
    return typeof facts === 'object' && facts !== null && 'version' in facts ? String(facts.version) : tools.version;
  };
  const revision = (): Promise<string | null> => git('rev-parse', '--short', 'HEAD').catch(() => null);
  const requireCheckout = async (): Promise<void> => {
    if ((await revision()) === null) throw failure.conflict('NO_CHECKOUT', m.noCheckout);
  };
  const check = async (): Promise<Offer> => {
    await requireCheckout();
    await git('fetch', '--tags', '--quiet', 'origin').catch((error: unknown) => {
      log.warn({ err: error }, 'the remote of the checkout does not answer');
      throw failure.unavailable(m.unreachable);
    });
    const running = await version();
    const tags = (await git('tag', '--list')).split('\n').filter((tag) => isVersion(tag) && compareVersions(tag, running) > 0);
    const tag = tags.sort(compareVersions).at(-1) ?? null;
    if (tag === null) return { tag, news: '', migrations: [] };
    const changelog = await git('show', `${tag}:CHANGELOG.md`).catch(() => '');
    const there = (await git('ls-tree', '--name-only', tag, 'migrations/')).split('\n').filter((name) => name.endsWith('.sql'));
    const here = new Set((await git('ls-tree', '--name-only', 'HEAD', 'migrations/')).split('\n'));
    const migrations = there.filter((name) => !here.has(name)).map((name) => name.slice('migrations/'.length));
    return { tag, news: newsSince(changelog, running), migrations };
  };
  return {
    standing: async () => ({
      ...{ version: await version(), revision: await revision(), isAllowed: config.allowUpdate },
      ...{ pending: await pendingMigrations(database.db), history: await readHistory(config.dataFolder) },
    }),
    check,
    async apply(by, password) {
      if (!config.allowUpdate) throw failure.forbidden(m.notAllowed, 'UPDATE_NOT_ALLOWED');
      const { tag } = await check();
      if (tag === null) throw failure.conflict('UP_TO_DATE', m.upToDate);
      if ((await git('status', '--porcelain', '--untracked-files=no')) !== '') throw failure.conflict('CHECKOUT_CHANGED', m.changed);
      const [from, before, started] = [await version(), await git('rev-parse', 'HEAD'), clock.now()];
      let step = 'backup';
      let backup: string | null = null;
      const ended = async (problem: unknown): Promise<UpdateEntry> => {
        const entry: UpdateEntry = {
          ...{ from, to: tag, by, backup, started_at: started.toISOString(), finished_at: clock.now().toISOString() },
          ...(problem === null
            ? { status: 'success', failed_step: null, error: null }
            : { status: 'failed', failed_step: step, error: wordsOf(problem) }),
        };
        await addHistory(config.dataFolder, entry);
        return entry;
      };
      try {
        backup = (await backups.make('safety', password)).name;
        step = 'pull';
        await git('merge', '--ff-only', '--quiet', tag);
        step = 'install';
        await install(folder);
      } catch (error) {
        log.error({ err: error, step, tag }, 'an update failed');
        if (step === 'install') await git('reset', '--hard', '--quiet', before);
        const entry = await ended(error);
        if (step === 'backup') throw error; // a wrong password is a matter of its field
        return entry;
      }
      const entry = await ended(null);
      await database.notify(database.db, UPDATED_CHANNEL, tag);
      return entry;
    },
  };
}

/** Brings what is needed, builds, migrates: by the program that was just fetched. */
async function install(folder: string): Promise<void> {
  const options = { cwd: folder, timeout: INSTALL_MS, maxBuffer: 64 * 1024 * 1024 };
  await promisify(execFile)('npm', ['run', '--silent', 'db:migrate'], options).catch((error: unknown) => {
    const said = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : '';
    throw new GitError((said.split('\n').at(-1) || String(error)).slice(0, 300), { cause: error });
  });
}

const wordsOf = (error: unknown): string =>
  error instanceof Failure ? say(error.text, 'en', error.params) : error instanceof Error ? error.message : String(error);
