/** Whether the keys of this studio open what its database holds: a few values of every encrypted column are decrypted, and forgotten. */
import { sql } from 'kysely';
import type { Db } from '#kernel/db/db.ts';
import type { Vault } from '#kernel/vault.ts';

export interface KeyCheck {
  readonly columns: number;
  readonly tried: number;
  /** `talent.member_details.phone_encrypted`: at least one of its values does not open. */
  readonly closed: readonly string[];
}

const SAMPLE = 20;

export async function checkKeys(db: Db, vault: Pick<Vault, 'decrypt'>): Promise<KeyCheck> {
  const { rows: columns } = await sql<{ table: string; column: string }>`
    select c.table_schema || '.' || c.table_name as "table", c.column_name as "column"
    from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
    where t.table_type = 'BASE TABLE' and c.data_type = 'text' and (c.column_name like '%\\_encrypted' or c.column_name = 'sealed')
      and c.table_schema not in ('jobs', 'pg_catalog', 'information_schema') order by 1, 2`.execute(db);
  const closed: string[] = [];
  let tried = 0;
  for (const { table, column } of columns) {
    const { rows } = await sql<{ value: string }>`
      select ${sql.ref(column)} as value from ${sql.table(table)} where ${sql.ref(column)} is not null limit ${SAMPLE}`.execute(db);
    tried += rows.length;
    if (rows.some(({ value }) => !opens(vault, value))) closed.push(`${table}.${column}`);
  }
  return { columns: columns.length, tried, closed };
}

function opens(vault: Pick<Vault, 'decrypt'>, value: string): boolean {
  try {
    vault.decrypt(value);
    return true;
  } catch {
    return false;
  }
}
