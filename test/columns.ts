/** What the migrated database says of a column, for tests that hold it against the documents. */
import { sql } from 'kysely';
import { expect } from 'vitest';
import type { Db } from '#kernel/db/db.ts';
import { sqlStateOf } from '#kernel/db/transaction.ts';

export interface Column {
  /** As PostgreSQL writes it: `text`, `character varying(255)`, `timestamp with time zone`. */
  readonly type: string;
  readonly required: boolean;
  /** The expression of its default (or of a generated column), null when there is none. */
  readonly fallback: string | null;
  readonly isKey: boolean;
  /** No two rows have the same: a unique index on this column alone, or on one expression of it. */
  readonly isUnique: boolean;
  /** The first column of an index, or alone in an expression that is. */
  readonly isIndexed: boolean;
  /** `talent.countries.id`: what a foreign key of this column alone leads to. */
  readonly references: string | null;
}

/** `place` is `schema.table.column`. A column that is not there fails the test. */
export async function columnOf(db: Db, place: string): Promise<Column> {
  const [schema, table, name] = place.split('.');
  const { rows } = await sql<Column>`
    with at as (
      select a.attrelid, a.attnum, a.attnotnull, a.attname, a.atttypid, a.atttypmod
      from pg_attribute a where a.attrelid = to_regclass(${`${schema}.${table}`}) and a.attname = ${name} and not a.attisdropped),
    -- Its own number, or an expression of it alone, standing first.
    held as (
      select i.indisunique, i.indisprimary, i.indnkeyatts
      from at join pg_index i on i.indrelid = at.attrelid
      where i.indkey[0] = at.attnum
        or (i.indkey[0] = 0 and pg_get_indexdef(i.indexrelid, 1, true) = 'lower(' || at.attname || ')'))
    select format_type(atttypid, atttypmod) as type, attnotnull as required,
      (select pg_get_expr(d.adbin, d.adrelid) from pg_attrdef d where d.adrelid = attrelid and d.adnum = attnum) as fallback,
      exists (select from held where indisprimary and indnkeyatts = 1) as "isKey",
      exists (select from held where indisunique and indnkeyatts = 1) as "isUnique",
      exists (select from held) as "isIndexed",
      (select confrelid::regclass || '.' || f.attname
       from pg_constraint c join pg_attribute f on f.attrelid = c.confrelid and f.attnum = c.confkey[1]
       where c.conrelid = at.attrelid and c.contype = 'f' and c.conkey = array[at.attnum]) as references
    from at`.execute(db);
  const [column] = rows;
  if (!column) throw new Error(`there is no column ${place}`);
  return column;
}

/** What the row holds there. `where` names one row: `account_id = 7`. */
export async function heldIn(db: Db, place: string, where: string): Promise<unknown> {
  const [schema, table, name = ''] = place.split('.');
  const { rows } = await sql<{ value: unknown }>`
    select ${sql.ref(name)} as value from ${sql.table(`${schema}.${table}`)} where ${sql.raw(where)}`.execute(db);
  expect(rows, `${place} where ${where}`).toHaveLength(1);
  return rows[0]?.value;
}

/** The SQLSTATE of a statement that the database refuses; null when it takes it. Nothing of it stays. */
export async function refusalOf(db: Db, statement: string): Promise<string | null> {
  const undone = new Error('undone');
  const tried = db.transaction().execute(async (tx) => {
    await sql.raw(statement).execute(tx);
    throw undone;
  });
  return tried.catch((error: unknown) => (error === undone ? null : sqlStateOf(error)));
}

/** SQLSTATEs of what tables refuse. */
export const NOT_NULL = '23502';
export const NO_SUCH_ROW = '23503';
export const TAKEN = '23505';
export const CHECK = '23514';
export const TOO_LONG = '22001';

/** `user.social_media.linkedin` of an answer. */
export const at = (body: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((inner, key) => (inner as Readonly<Record<string, unknown>> | null)?.[key], body);
