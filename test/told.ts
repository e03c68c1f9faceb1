/** What people were told: as it is stored, or, for rooms that are opened without the whole studio, as it was said. */
import { sql } from 'kysely';
import type { Notices } from '#capabilities/notifications/notifications.ts';
import type { Db } from '#kernel/db/db.ts';

export interface Told {
  readonly kind: string;
  readonly to: number | readonly number[] | 'admins';
  readonly href: string;
  readonly values: Readonly<Record<string, unknown>>;
}

/** Keeps what is said instead of telling it. */
export function recordNotices(): { readonly notices: Notices; readonly told: readonly Told[] } {
  const told: Told[] = [];
  const keep = (kind: string, to: Told['to'], { href, values = {} }: Pick<Told, 'href'> & { values?: Told['values'] }): void =>
    void told.push({ kind, to, href, values });
  const notices: Notices = {
    notify: async (_tx, { name }, news) => keep(name, news.to, news),
    notifyAdmins: async (_tx, { name }, news) => keep(name, 'admins', news),
  };
  return { notices, told };
}

/** What an account was told about a page, the oldest first. */
export async function toldAbout(db: Db, accountId: number, href: string): Promise<readonly Pick<Told, 'kind' | 'values'>[]> {
  const { rows } = await sql<Pick<Told, 'kind' | 'values'>>`
    select kind, said as values from notifications.notices where account_id = ${accountId} and href = ${href} order by id`.execute(db);
  return rows;
}
