/** What one person chose for one list: columns, density, the view it opens with. */
import { sql } from 'kysely';
import type { Db } from '#kernel/db/db.ts';
import { isDensity, type TableChoice } from '#kernel/page/table.tsx';

export interface Choice extends TableChoice {
  readonly viewId: number | null;
}

export const NO_CHOICE: Choice = { columns: null, density: 'comfortable', viewId: null };

export async function choiceOf(db: Db, list: string, accountId: number): Promise<Choice> {
  const { rows } = await sql<Choice>`
    select columns, density, view_id as "viewId" from lists.choices where account_id = ${accountId} and list = ${list}`.execute(db);
  return rows[0] ?? NO_CHOICE;
}

export async function keepTable(db: Db, list: string, accountId: number, { columns, density }: TableChoice): Promise<void> {
  await sql`
    insert into lists.choices (account_id, list, columns, density) values (${accountId}, ${list}, ${columns}::text[], ${density})
    on conflict (account_id, list) do update set columns = excluded.columns, density = excluded.density`.execute(db);
}

/** Null: the list opens with everything again. */
export async function keepFirstView(db: Db, list: string, accountId: number, viewId: number | null): Promise<void> {
  await sql`
    insert into lists.choices (account_id, list, view_id) values (${accountId}, ${list}, ${viewId})
    on conflict (account_id, list) do update set view_id = excluded.view_id`.execute(db);
}

const MOST_COLUMNS = 40;

/** `cols=name,score`: names as columns have them; null when the address says nothing about columns. */
export function columnsIn(text: string): readonly string[] | null {
  const names = text.split(',').filter((name) => /^[a-z][\w-]{0,29}$/i.test(name));
  return names.length > 0 ? [...new Set(names)].slice(0, MOST_COLUMNS) : null;
}

export const densityIn = (text: string): TableChoice['density'] => (isDensity(text) ? text : 'comfortable');
