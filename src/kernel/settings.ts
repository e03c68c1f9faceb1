/**
 * Settings: what an administrator changes while the studio runs (`app_settings` of the documents).
 *
 * Hides the table, encryption and history. Words: a *setting* is a key with a schema and a default, declared by the room that uses
 * it; a *secret* is stored encrypted and never shown again. A change counts at once in every process: nothing is cached here.
 */
import { isDeepStrictEqual } from 'node:util';
import { type JSONColumnType, sql } from 'kysely';
import type { Static, TSchema } from 'typebox';
import { Compile } from 'typebox/compile';
import type { Clock } from './clock.ts';
import type { Db, Tx } from './db/db.ts';
import { inTransaction } from './db/transaction.ts';
import type { Vault } from './vault.ts';

export interface Setting<T> {
  readonly key: string;
  /** Other documented spellings, read when the first is not set. */
  readonly aliases: readonly string[];
  readonly isSecret: boolean;
  readonly fallback: T;
  /** The value when it is one; undefined for anything else. */
  read(value: unknown): T | undefined;
}

export interface SettingWords<S extends TSchema> {
  readonly key: string;
  readonly schema: S;
  readonly fallback: Static<S>;
  readonly aliases?: readonly string[];
  readonly secret?: boolean;
}

export function defineSetting<S extends TSchema>({
  key,
  schema,
  fallback,
  aliases = [],
  secret = false,
}: SettingWords<S>): Setting<Static<S>> {
  const checker = Compile(schema);
  return { key, aliases, isSecret: secret, fallback, read: (value) => (checker.Check(value) ? (value as Static<S>) : undefined) };
}

export interface SettingChange {
  readonly key: string;
  readonly isSecret: boolean;
  readonly before: unknown;
  readonly after: unknown;
  readonly changedAt: Date;
  readonly changedBy: number | null;
}

export interface Settings {
  /**
   * What is set, else the default. What was stored in another form, or cannot be decrypted any more, counts as not set. Inside a
   * transaction give it as `from`: waiting for a second connection while holding one can wait for ever.
   */
  get<T>(setting: Setting<T>, from?: Db): Promise<T>;
  /** Several in one question, under the names they are asked by. */
  read<S extends Readonly<Record<string, Setting<unknown>>>>(wanted: S, from?: Db): Promise<SettingValues<S>>;
  /** Sets it and notes the change. Throws for a value outside its schema: forms are checked before. */
  set<T>(db: Db, setting: Setting<T>, value: T, by: number | null): Promise<void>;
  /** Sets what becomes of the value that stands, when it differs: of two at once the second builds on the first. */
  alter<T>(tx: Tx, setting: Setting<T>, next: (before: T) => T, by: number | null): Promise<void>;
  /** Back to the default. */
  forget(db: Db, setting: Setting<unknown>, by: number | null): Promise<void>;
  /** Newest first; `offset` of them are left out. */
  changes(limit: number, offset?: number): Promise<readonly SettingChange[]>;
  countChanges(): Promise<number>;
}
export type SettingValues<S> = { readonly [K in keyof S]: S[K] extends Setting<infer T> ? T : never };

type Tables = {
  'kernel.settings': {
    key: string;
    value: JSONColumnType<object, string | null, string | null> | null;
    value_encrypted: string | null;
    updated_at: Date;
    updated_by: number | null;
  };
};
interface Stored {
  readonly key: string;
  readonly value: unknown;
  readonly value_encrypted: string | null;
}

const spellings = ({ key, aliases }: Setting<unknown>): readonly string[] => [key, ...aliases];

export interface SettingsTools {
  readonly db: Db;
  readonly vault: Pick<Vault, 'encrypt' | 'decrypt'>;
  readonly clock: Clock;
}

export function createSettings({ db, vault, clock }: SettingsTools): Settings {
  const readStored = <T>(setting: Setting<T>, row: Stored): T | undefined => {
    try {
      return setting.read(row.value_encrypted === null ? row.value : JSON.parse(vault.decrypt(row.value_encrypted)));
    } catch {
      return undefined; // encrypted with a key that is gone
    }
  };
  const rowsOf = (from: Db, keys: readonly string[]): Promise<readonly Stored[]> =>
    from.withTables<Tables>().selectFrom('kernel.settings').select(['key', 'value', 'value_encrypted']).where('key', 'in', keys).execute();
  const valueIn = <T>(rows: readonly Stored[], setting: Setting<T>): T | undefined => {
    for (const key of spellings(setting)) {
      const row = rows.find((candidate) => candidate.key === key);
      const value = row && readStored(setting, row);
      if (value !== undefined) return value;
    }
    return undefined;
  };
  const stored = async <T>(from: Db, setting: Setting<T>): Promise<T | undefined> =>
    valueIn(await rowsOf(from, spellings(setting)), setting);
  /** Two administrators at once: the second sees what the first left. */
  const inTurn = (tx: Db, { key }: Setting<unknown>) => sql`select pg_advisory_xact_lock(hashtext(${`setting ${key}`}))`.execute(tx);
  const change = (caller: Db, setting: Setting<unknown>, value: unknown, by: number | null): Promise<void> =>
    inTransaction(caller, async (tx) => {
      await inTurn(tx, setting);
      const before = await stored(tx, setting);
      const now = clock.now();
      await tx.withTables<Tables>().deleteFrom('kernel.settings').where('key', 'in', spellings(setting)).execute();
      if (value !== undefined) {
        const json = JSON.stringify(value);
        const columns = setting.isSecret ? { value: null, value_encrypted: vault.encrypt(json) } : { value: json, value_encrypted: null };
        await tx
          .withTables<Tables>()
          .insertInto('kernel.settings')
          .values({ key: setting.key, ...columns, updated_at: now, updated_by: by })
          .execute();
      }
      const shown = (said: unknown): string | null => (setting.isSecret || said === undefined ? null : JSON.stringify(said));
      await sql`insert into kernel.setting_changes (key, before, after, is_secret, changed_at, changed_by)
        values (${setting.key}, ${shown(before)}::jsonb, ${shown(value)}::jsonb, ${setting.isSecret}, ${now}, ${by})`.execute(tx);
    });
  const set = async <T>(caller: Db, setting: Setting<T>, value: T, by: number | null): Promise<void> => {
    if (setting.read(value) === undefined) throw new Error(`${setting.key}: this is not a value of the setting`);
    await change(caller, setting, value, by);
  };
  return {
    set,
    async alter(tx, setting, next, by) {
      await inTurn(tx, setting);
      const before = (await stored(tx, setting)) ?? setting.fallback;
      const after = next(before);
      if (isDeepStrictEqual(before, after)) return;
      await (isDeepStrictEqual(after, setting.fallback) ? change(tx, setting, undefined, by) : set(tx, setting, after, by));
    },
    get: async (setting, from = db) => (await stored(from, setting)) ?? setting.fallback,
    async read(wanted, from = db) {
      const entries = Object.entries(wanted);
      const rows = await rowsOf(
        from,
        entries.flatMap(([, setting]) => spellings(setting)),
      );
      const values = entries.map(([name, setting]) => [name, valueIn(rows, setting) ?? setting.fallback]);
      return Object.fromEntries(values) as SettingValues<typeof wanted>;
    },
    forget: (caller, setting, by) => change(caller, setting, undefined, by),
    async changes(limit, offset = 0) {
      const { rows } = await sql<SettingChange>`
        select key, is_secret as "isSecret", before, after, changed_at as "changedAt", changed_by as "changedBy"
        from kernel.setting_changes order by changed_at desc, id desc limit ${limit} offset ${offset}`.execute(db);
      return rows;
    },
    async countChanges() {
      const { rows } = await sql<{ count: number }>`select count(*)::int as count from kernel.setting_changes`.execute(db);
      return rows[0]?.count ?? 0;
    },
  };
}
