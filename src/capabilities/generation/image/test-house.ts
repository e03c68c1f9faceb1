/** A house with nothing but orders for pictures: the simulated providers, a database, a clock that is moved by hand. */
import { sql } from 'kysely';
import { pino } from 'pino';
import { loadConfig } from '#config';
import { fixedClock } from '#kernel/clock.ts';
import type { Db } from '#kernel/db/db.ts';
import { createSettings, type Settings } from '#kernel/settings.ts';
import { createVault } from '#kernel/vault.ts';
import { type ImageModelSimulator, SIMULATED, type SimulatedProvider, startImageModelSimulator } from '#simulators/image-models.ts';
import { type Call, createGeneration, type Generation, type ImageOrder, imageSettings, type PaintedImage } from '../generation.ts';
import type { TestTools } from '../text/test-house.ts';

export interface House {
  readonly providers: ImageModelSimulator;
  readonly clock: ReturnType<typeof fixedClock>;
  readonly settings: Settings;
  readonly db: Db;
  /** What was logged, a line each. */
  readonly lines: string[];
  /** Another process of the same installation, with the keys of these. */
  with(...providers: readonly SimulatedProvider[]): Generation;
  /** Paints with the keys of these, in the documented order of the chain. */
  paint(providers: readonly SimulatedProvider[], more?: Partial<ImageOrder>): Promise<PaintedImage>;
  /** The log of the calls made since the last time, oldest first. */
  newCalls(): Promise<readonly Call[]>;
}

export const ORDER: ImageOrder = {
  prompt: 'Un phare dans la brume',
  style: 'anime',
  width: 256,
  height: 256,
  quality: 'standard',
  seed: 42,
};

/** Each call opens a house of its own on one database, emptied, and closes the one before. */
export function openHouses({ freshDatabase, afterFile }: TestTools): () => Promise<House> {
  let database: Awaited<ReturnType<TestTools['freshDatabase']>> | null = null;
  let last: House | null = null;
  afterFile(async () => last?.providers.close());
  return async () => {
    await last?.providers.close();
    database ??= await freshDatabase();
    await sql`truncate generation.calls, generation.image_purchases, kernel.settings`.execute(database.db);
    last = await openHouse(database.db);
    return last;
  };
}

async function openHouse(db: Db): Promise<House> {
  const providers = await startImageModelSimulator();
  const clock = fixedClock('2026-11-21T10:00:00Z');
  const key = Buffer.alloc(32, 7).toString('base64url');
  const settings = createSettings({ db, vault: createVault([key], 'a secret of thirty-two characters'), clock });
  // The double of OpenAI is a server of this machine: its model has to be named.
  await settings.set(db, imageSettings.models, { openai: 'gpt-image-2' }, null);
  const lines: string[] = [];
  const log = pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) });
  const house: House['with'] = (...names) => {
    const environment = {
      ATELIER_DEMO: '0',
      SECRET_KEY: 's'.repeat(32),
      ENCRYPTION_KEY: key,
      PORT: '5004',
      ...providers.environmentOf(...names),
    };
    return createGeneration({ db, clock, log, settings, config: loadConfig(environment) });
  };
  const all = house(...SIMULATED);
  let seen = 0;
  return {
    ...{ providers, clock, settings, db, lines, with: house },
    async paint(names, more = {}) {
      // Also a server of this machine without a key would be asked.
      await settings.set(db, imageSettings.chain, [...names], null);
      return house(...names).paintImage({ ...ORDER, ...more });
    },
    async newCalls() {
      const { rows } = await all.desk.calls({ page: 1, size: 100, offset: 0 });
      const fresh = rows.filter(({ id }) => id > seen).reverse();
      seen = fresh.at(-1)?.id ?? seen;
      return fresh;
    },
  };
}
