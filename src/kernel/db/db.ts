/**
 * The types every store speaks. `Db` knows no table: a store names its own with
 * `db.withTables<MemberTables>()`, so the walls between rooms hold in the types as well.
 */
import type { Kysely, Transaction } from 'kysely';

export type NoTables = Record<never, never>;
export type Db = Kysely<NoTables>;
export type Tx = Transaction<NoTables>;
