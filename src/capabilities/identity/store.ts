/** The tables of identity and the SQL that reads accounts; nobody outside this folder touches them. */
import { randomBytes } from 'node:crypto';
import { type Generated, type JSONColumnType, type Selectable, sql } from 'kysely';
import type { Db } from '#kernel/db/db.ts';
import type { Role } from '#kernel/http/access.ts';
import type { Language } from '#kernel/message.ts';

interface AccountTable {
  id: Generated<number>;
  email: string;
  username: string;
  code: string | null;
  password_hash: string | null;
  role: Generated<Role>;
  is_active: Generated<boolean>;
  is_demo: Generated<boolean>;
  first_name: Generated<string>;
  last_name: Generated<string>;
  language: Language | null;
  must_change_password: Generated<boolean>;
  temporary_password_expires_at: Date | null;
  totp_secret_encrypted: string | null;
  totp_confirmed_at: Date | null;
  totp_last_step: number | null;
  recovery_code_hashes: Generated<string[]>;
  created_at: Generated<Date>;
  updated_at: Generated<Date>;
  last_sign_in_at: Date | null;
  password_changed_at: Date | null;
}
interface SessionTable {
  id: string;
  account_id: number;
  memory: JSONColumnType<Readonly<Record<string, unknown>>, string, string>;
  ip: string | null;
  user_agent: string | null;
  created_at: Date;
  last_seen_at: Date;
  expires_at: Date;
}
interface TokenFamilyTable {
  id: string;
  account_id: number;
  door: TokenDoor;
  session_id: string | null;
  created_at: Date;
  expires_at: Date;
  revoked_at: Date | null;
}
interface RefreshTokenTable {
  id: string;
  family_id: string;
  issued_at: Date;
  expires_at: Date;
  used_at: Date | null;
}
interface ApiKeyTable {
  id: Generated<number>;
  account_id: number;
  name: string;
  prefix: string;
  hash: string;
  created_at: Date;
  last_used_at: Date | null;
  expires_at: Date | null;
}
interface SetupTokenTable {
  hash: string;
  created_at: Date;
  expires_at: Date;
}
export type IdentityTables = {
  'identity.accounts': AccountTable;
  'identity.sessions': SessionTable;
  'identity.token_families': TokenFamilyTable;
  'identity.refresh_tokens': RefreshTokenTable;
  'identity.api_keys': ApiKeyTable;
  'identity.setup_tokens': SetupTokenTable;
};

/** The product a token was asked from: its audience. */
export type TokenDoor = 'site' | 'images' | 'video';

export interface Account {
  readonly id: number;
  readonly email: string;
  readonly username: string;
  readonly role: Role;
  readonly active: boolean;
  readonly firstName: string;
  readonly lastName: string;
  readonly code: string | null;
  readonly language: Language | null;
  readonly createdAt: Date;
  readonly lastSignInAt: Date | null;
  readonly mustChangePassword: boolean;
  readonly totpEnabled: boolean;
}
export type AccountRow = Selectable<AccountTable>;

export const tablesOf = (db: Db) => db.withTables<IdentityTables>();

export const toAccount = (row: AccountRow): Account => ({
  id: row.id,
  email: row.email,
  username: row.username,
  role: row.role,
  active: row.is_active,
  firstName: row.first_name,
  lastName: row.last_name,
  code: row.code,
  language: row.language,
  createdAt: row.created_at,
  lastSignInAt: row.last_sign_in_at,
  mustChangePassword: row.must_change_password,
  totpEnabled: row.totp_confirmed_at !== null,
});

/** Lower case as the database writes it, which depends on its locale: the index and the question must agree. */
const lower = (text: string) => sql<string>`lower(${text}::text)`;

const accountsOf = (db: Db) => tablesOf(db).selectFrom('identity.accounts').selectAll();

export const findRow = (db: Db, id: number): Promise<AccountRow | undefined> => accountsOf(db).where('id', '=', id).executeTakeFirst();

/** The row, held until the transaction ends: whoever changes it after us sees what we wrote. */
export const lockRow = (tx: Db, id: number): Promise<AccountRow | undefined> =>
  accountsOf(tx).where('id', '=', id).forUpdate().executeTakeFirst();

export const findRowByEmail = (db: Db, email: string): Promise<AccountRow | undefined> =>
  accountsOf(db)
    .where((e) => e(e.fn<string>('lower', ['email']), '=', lower(normaliseEmail(email))))
    .executeTakeFirst();

/** Whoever signs in by this name. When one name fits several accounts, an e-mail goes before a code, a code before a username. */
export async function findRowBySignInName(db: Db, name: string, codes: readonly string[]): Promise<AccountRow | undefined> {
  const wanted = normaliseEmail(name);
  const rows = await accountsOf(db)
    .where((e) =>
      e.or([
        e(e.fn<string>('lower', ['email']), '=', lower(wanted)),
        e(e.fn<string>('lower', ['username']), '=', lower(wanted)),
        e('code', 'in', [name.trim().toUpperCase(), ...codes]),
      ]),
    )
    .limit(8)
    .execute();
  const precedence = (row: AccountRow): number => (row.email.toLowerCase() === wanted ? 0 : row.username.toLowerCase() === wanted ? 2 : 1);
  return rows.sort((a, b) => precedence(a) - precedence(b))[0];
}

/** Addresses are kept as people say them: without surrounding blanks, in lower case, in one Unicode form. */
export const normaliseEmail = (email: string): string => email.trim().normalize('NFC').toLowerCase();

/** A username for people who did not choose one: what stands before the `@`, with a random tail at the second try. */
export function usernameFrom(email: string, attempt: number): string {
  const base = (normaliseEmail(email).split('@')[0] ?? '').replace(/[^a-z0-9._+-]/g, '').slice(0, 100);
  const tail = attempt === 0 && base.length >= 2 ? '' : `-${randomBytes(4).toString('hex')}`;
  return `${base || 'user'}${tail}`;
}
