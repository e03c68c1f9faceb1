/** The installation that the drills publish from, as its main process and as its workers see it. */
import { join } from 'node:path';
import pino from 'pino';
import { createPublishing, type PlatformFacts, type Publishing, type PublishingOptions } from '#capabilities/publishing/publishing.ts';
import { loadConfig } from '#config';
import { type Clock, systemClock } from '#kernel/clock.ts';
import { type Database, openDatabase } from '#kernel/db/connect.ts';
import { createFiles, type Files } from '#kernel/storage/files.ts';
import { createStorage } from '#kernel/storage/storage.ts';
import { createVault, type Vault } from '#kernel/vault.ts';

export interface Place {
  readonly databaseUrl: string;
  readonly dataFolder: string;
  readonly publicUrl: string;
  readonly facts: PlatformFacts;
}

export interface DrillHouse {
  readonly database: Database;
  readonly files: Files;
  readonly vault: Vault;
  readonly publishing: Publishing;
}

const KEY = Buffer.alloc(32, 9).toString('base64url');
const SECRET = 'the drill, which keeps no secret from anybody';
export const log = pino({ level: process.env['LOG_LEVEL'] ?? 'fatal' });

export async function openDrillHouse(place: Place, options: PublishingOptions = {}, clock: Clock = systemClock): Promise<DrillHouse> {
  const { databaseUrl, dataFolder, publicUrl, facts } = place;
  const config = loadConfig({
    ...{ ATELIER_DATA: dataFolder, DATABASE_URL: databaseUrl, PUBLIC_URL: publicUrl, ATELIER_DEMO: '1' },
    ...{ ENCRYPTION_KEY: KEY, SECRET_KEY: SECRET },
  });
  const database = await openDatabase({ databaseUrl, dataFolder, databasePoolSize: 10 }, log);
  const vault = createVault([KEY], SECRET);
  const files = createFiles(createStorage({ storageUrl: null, dataFolder: join(dataFolder, 'files') }, log), database.db, clock);
  const publishing = createPublishing({ config, database, clock, log, vault, files, facts }, options);
  return { database, files, vault, publishing };
}
