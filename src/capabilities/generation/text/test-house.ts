/** A house with nothing but questions: the simulated providers, a database, a clock that is moved by hand. */
import { sql } from 'kysely';
import { pino } from 'pino';
import { type Static, Type } from 'typebox';
import { loadConfig } from '#config';
import { fixedClock } from '#kernel/clock.ts';
import type { Database } from '#kernel/db/connect.ts';
import type { Db } from '#kernel/db/db.ts';
import { createSettings, type Settings } from '#kernel/settings.ts';
import { createVault } from '#kernel/vault.ts';
import { type ChatModelSimulator, startChatModelSimulator } from '#simulators/chat-model.ts';
import { type Call, createGeneration, type EmbeddedWhy, type Generation, type TextAnswer, type TextQuestion } from '../generation.ts';

export const Verdict = Type.Object(
  { score: Type.Integer({ minimum: 0, maximum: 100 }), strengths: Type.Array(Type.String({ minLength: 1 })) },
  { additionalProperties: false },
);
export type Verdict = Static<typeof Verdict>;

export interface House {
  readonly models: ChatModelSimulator;
  readonly clock: ReturnType<typeof fixedClock>;
  readonly settings: Settings;
  readonly db: Db;
  /** What was logged, a line each. */
  readonly lines: string[];
  readonly generation: Generation;
  /** Another process of the same installation, with other variables. */
  another(environment: Readonly<Record<string, string>>): Generation;
  ask(more?: Partial<TextQuestion<typeof Verdict>>, of?: Generation): Promise<TextAnswer<Verdict>>;
  /** The log of the calls made since the last time, oldest first. */
  newCalls(): Promise<readonly Call[]>;
}

/** What the double of a model says when it is to say something right. */
export const GOOD: Verdict = { score: 75, strengths: ['Lumière'] };
export const embedded = (why: EmbeddedWhy): object => ({ by: 'embedded', why });

/** What test files have of test/support.ts: product code, test houses included, does not reach there. */
export interface TestTools {
  freshDatabase(): Promise<Database>;
  afterFile(end: () => Promise<void>): void;
}

/** Each call opens a house of its own on one database, emptied, and closes the one before. */
export function openHouses({ freshDatabase, afterFile }: TestTools): () => Promise<House> {
  let database: Database | null = null;
  let last: House | null = null;
  afterFile(async () => last?.models.close());
  return async () => {
    await last?.models.close();
    database ??= await freshDatabase();
    await sql`truncate generation.calls, generation.image_purchases, kernel.settings`.execute(database.db);
    last = await openHouse(database);
    return last;
  };
}

async function openHouse({ db }: Database): Promise<House> {
  const models = await startChatModelSimulator();
  const clock = fixedClock('2026-11-21T10:00:00Z');
  const key = Buffer.alloc(32, 7).toString('base64url');
  const settings = createSettings({ db, vault: createVault([key], 'a secret of thirty-two characters'), clock });
  const lines: string[] = [];
  const log = pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) });
  const another: House['another'] = (environment) => {
    const config = loadConfig({ ATELIER_DEMO: '0', SECRET_KEY: 's'.repeat(32), ENCRYPTION_KEY: key, PORT: '5004', ...environment });
    return createGeneration({ db, clock, log, settings, config });
  };
  const generation = another(models.environment);
  let seen = 0;
  return {
    ...{ models, clock, settings, db, lines, generation, another },
    ask: (more = {}, of = generation) =>
      of.askText({
        purpose: 'cv_analysis',
        system: 'You judge CVs.',
        prompt: 'Ten years of light and sound.',
        schema: Verdict,
        maxTokens: 1000,
        timeoutMs: 20_000,
        ...more,
      }),
    async newCalls() {
      const { rows } = await generation.desk.calls({ page: 1, size: 100, offset: 0 });
      const fresh = rows.filter(({ id }) => id > seen).reverse();
      seen = fresh.at(-1)?.id ?? seen;
      return fresh;
    },
  };
}
