/** Where the studio writes to its administrators: the address they chose (`admin_notification_email`), else the first administrator. */
import { sql } from 'kysely';
import { Type } from 'typebox';
import type { Identity } from '#capabilities/identity/identity.ts';
import type { Db } from '#kernel/db/db.ts';
import type { Language } from '#kernel/message.ts';
import { defineSetting, type Settings } from '#kernel/settings.ts';

export const ADMIN_NOTIFICATION_EMAIL = defineSetting({
  key: 'admin_notification_email',
  schema: Type.String({ maxLength: 254 }),
  fallback: '',
});

export interface Mailbox {
  readonly email: string;
  readonly name: string | null;
  readonly language: Language;
}

export interface AdminMailboxTools {
  readonly settings: Pick<Settings, 'get'>;
  readonly identity: Pick<Identity, 'find' | 'findByEmail'>;
}

/** Null while there is no administrator. `db` may be a transaction. */
export async function adminMailbox({ settings, identity }: AdminMailboxTools, db: Db): Promise<Mailbox | null> {
  const first = await firstAdmin(identity, db);
  const email = await settings.get(ADMIN_NOTIFICATION_EMAIL, db);
  if (!email) return first && { email: first.email, name: nameOf(first), language: first.language ?? 'fr' };
  const owner = await identity.findByEmail(db, email);
  return { email, name: owner && nameOf(owner), language: owner?.language ?? first?.language ?? 'fr' };
}

async function firstAdmin(identity: AdminMailboxTools['identity'], db: Db) {
  const { rows } = await sql<{ id: number }>`
    select id from identity.account_cards where is_admin and is_active order by id limit 1`.execute(db);
  return rows[0] ? identity.find(db, rows[0].id) : null;
}

const nameOf = ({ firstName, lastName }: { readonly firstName: string; readonly lastName: string }): string | null =>
  `${firstName} ${lastName}`.trim() || null;
