/**
 * Moving in: an installation of the former application (Flask, SQLAlchemy) becomes this one (decision 0045).
 *
 * Hides how the old tables are read, which row became which, and how files and secrets change hands. Words: the *ledger* says which row
 * there became which row here; a *source* is one old installation; a *rehearsal* (`dryRun`) does everything and keeps nothing.
 */
import type { Db } from '#kernel/db/db.ts';
import type { Settings } from '#kernel/settings.ts';
import type { Files } from '#kernel/storage/files.ts';
import { createVault } from '#kernel/vault.ts';
import type { Cinema, CinemaTools } from '../cinema/cinema.ts';
import type { MemberTools } from '../members/members.ts';
import type { ProjectTools } from '../projects/projects.ts';
import { bringCinemaTalents } from './cinema.ts';
import { createLedger } from './ledger.ts';
import { bringLogs } from './logs.ts';
import { type OldDatabase, openOldDatabase } from './old-database.ts';
import { openUploads } from './old-files.ts';
import { isToken, openerOf, Refused } from './old-values.ts';
import { bringUsers } from './people.ts';
import { bringCities, bringCountries, bringTalents } from './places.ts';
import { type ImportReport, newReport } from './report.ts';
import { bringSettings } from './settings.ts';
import type { Desk } from './tables.ts';
import { bringWatchedNames } from './watched-names.ts';
import { bringAssignments, bringAttendance, bringProductions, bringProjects, PRESENCE_TABLES } from './work.ts';

export { type ImportReport, tableOf } from './report.ts';

export type FlaskImportTools = MemberTools &
  CinemaTools &
  Pick<ProjectTools, 'badges'> & { readonly settings: Settings; readonly cinema: Pick<Cinema, 'idOfCode'> };

export interface FlaskImportOrder {
  /** Of the old PostgreSQL; may hold a password. */
  readonly from: string;
  /** Its ENCRYPTION_KEY; several, parted by commas, when keys were changed. */
  readonly encryptionKey: string;
  /** Its uploads folder; without it files come with a later run. */
  readonly uploads?: string;
  /** Does everything and keeps nothing. */
  readonly dryRun?: boolean;
  /** Tells two old installations apart. Default `flask`. */
  readonly source?: string;
  readonly onStep?: (step: string) => void;
}

/** What an administrator can mend before anything is read: the address, the key, a database that is another one. */
export class ImportRefusal extends Error {}

export async function importFlask(tools: FlaskImportTools, order: FlaskImportOrder): Promise<ImportReport> {
  const { source = 'flask', dryRun = false } = order;
  const secrets = openSecrets(order.encryptionKey);
  const uploads = await openUploads(order.uploads ?? null).catch((error: unknown) => {
    throw new ImportRefusal(`The uploads folder cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  });
  const old = await openOldDatabase(order.from).catch((error: unknown) => {
    throw new ImportRefusal(`The old database cannot be opened: ${error instanceof Error ? error.message : String(error)}`);
  });
  try {
    await requireThisApplication(old);
    await requireThisKey(old, secrets);
    const report = newReport(source, dryRun, tools.clock.now());
    const bring = (db: Db, files: Files): Promise<void> => {
      const desk: Desk = {
        ...{ db, old, uploads, report, ledger: createLedger(source), now: () => tools.clock.now() },
        fingerprint: (digest) => tools.vault.blindIndex('flask import', digest),
      };
      return bringEverything(desk, { ...tools, files, dbOfRun: db }, secrets, order);
    };
    if (dryRun) await rehearse(tools, bring);
    else await bring(tools.db, tools.files);
    report.finishedAt = tools.clock.now().toISOString();
    return report;
  } finally {
    await old.close();
  }
}

type Opener = ReturnType<typeof openerOf>;

function openSecrets(keys: string): Opener {
  try {
    return openerOf(
      createVault(
        keys.split(',').map((key) => key.trim()),
        'the former application',
      ),
    );
  } catch {
    throw new ImportRefusal('The encryption key is not one: 32 bytes in URL-safe base64, as ENCRYPTION_KEY of the old .env');
  }
}

async function bringEverything(
  desk: Desk,
  tools: FlaskImportTools & { readonly dbOfRun: Db },
  secrets: Opener,
  { onStep = () => undefined, source = 'flask' }: FlaskImportOrder,
): Promise<void> {
  // A rehearsal must see what it wrote itself.
  const snapshot = () => tools.catalogue.snapshot(desk.db.isTransaction ? (desk.db as never) : undefined);
  const there = async (table: string, bring: () => Promise<void>): Promise<void> => {
    if (!(await desk.old.tableNamed(table))) return void desk.report.notImported.push({ what: table, why: 'there is no such table there' });
    onStep(table);
    await bring();
  };
  await there('countries', async () => bringCountries(desk, await snapshot()));
  await there('cities', async () => bringCities(desk, await snapshot()));
  await there('talents', async () => bringTalents(desk, await snapshot()));
  const catalogue = await snapshot();
  await there('users', () => bringUsers(desk, { members: tools, catalogue, secrets }));
  await there('cinema_talents', () => bringCinemaTalents(desk, { cinema: tools, catalogue, secrets }));
  await there('productions', () => bringProductions(desk, { ...tools, catalogue }));
  await there('projects', () => bringProjects(desk, catalogue));
  await there('project_talents', () => bringAssignments(desk, tools));
  const presence = await desk.old.tableNamed(...PRESENCE_TABLES);
  await there(presence ?? 'attendance', () => bringAttendance(desk, presence ?? 'attendance', tools.cinema));
  await there('app_settings', () => bringSettings(desk, tools.settings, secrets));
  await there('name_tracking', () => bringWatchedNames(desk));
  desk.report.notImported.push({ what: 'name_tracking_matches', why: 'namesakes are looked for again, with our own comparison' });
  onStep('logs');
  await bringLogs(desk, source);
}

class Rehearsed extends Error {}

/** One transaction that is never committed. Files are judged and not kept. */
async function rehearse({ db, files }: FlaskImportTools, bring: (db: Db, files: Files) => Promise<void>): Promise<void> {
  let count = 0;
  const pretended: Files = {
    ...files,
    save: async (_db, { name, folder, extension, mediaType }) => {
      count += 1;
      const nothing = { sha256: '', bytes: 0, originalName: null, createdAt: new Date() };
      return { ...nothing, name: name ?? `${folder}/rehearsed${count}.${extension}`, mediaType };
    },
  };
  await db
    .transaction()
    .execute(async (tx) => {
      await bring(tx, pretended);
      throw new Rehearsed();
    })
    .catch((error: unknown) => {
      if (!(error instanceof Rehearsed)) throw error;
    });
}

async function requireThisApplication(old: OldDatabase): Promise<void> {
  for (const table of ['users', 'countries', 'cities'])
    if (!(await old.tableNamed(table))) throw new ImportRefusal(`The old database has no table ${table}: is it the right one?`);
}

/** A wrong key would refuse everybody, one by one. */
async function requireThisKey(old: OldDatabase, secrets: Opener): Promise<void> {
  const samples = [
    ...(await old.sample('users', 'phone_encrypted', 20)),
    ...((await old.tableNamed('cinema_talents')) ? await old.sample('cinema_talents', 'phone_encrypted', 20) : []),
  ].filter(isToken);
  const isOpened = (token: string): boolean => {
    try {
      return secrets({ token }, 'token') !== null;
    } catch (error) {
      if (error instanceof Refused) return false;
      throw error;
    }
  };
  if (samples.length > 0 && !samples.some(isOpened))
    throw new ImportRefusal('The encryption key opens none of the encrypted values: it is not the ENCRYPTION_KEY of this installation');
}
