/** The life of an account: made once per e-mail address, renamed, given a role, closed, reopened, removed. */
import type { Clock } from '#kernel/clock.ts';
import type { Db, Tx } from '#kernel/db/db.ts';
import { type Failure, failure } from '#kernel/failure.ts';
import type { Role } from '#kernel/http/access.ts';
import type { Language, Message } from '#kernel/message.ts';
import { m } from './messages.ts';
import { isPrivileged } from './policies.ts';
import { endEverything } from './sessions.ts';
import {
  type Account,
  type AccountRow,
  findRow,
  findRowByEmail,
  lockRow,
  normaliseEmail,
  tablesOf,
  toAccount,
  usernameFrom,
} from './store.ts';

/** A temporary password is good for a day. */
export const TEMPORARY_PASSWORD_SECONDS = 86_400;

export interface NewAccount {
  readonly email: string;
  /** From `hashPassword` or `temporaryPassword`, made before the transaction began; null for an account that cannot sign in yet. */
  readonly passwordHash: string | null;
  /** Default: made from the e-mail address. */
  readonly username?: string;
  readonly role?: Role;
  readonly firstName: string;
  readonly lastName: string;
  readonly language?: Language | null;
  /** The password is temporary: it expires in a day and is changed at the first sign-in. */
  readonly mustChangePassword?: boolean;
  /** A documented demonstration account; production refuses to start beside it. */
  readonly demo?: boolean;
  /** Of an account that comes from elsewhere. Default: now. */
  readonly createdAt?: Date;
}

export interface Accounts {
  /** 409 `DUPLICATE_EMAIL` or `DUPLICATE_USERNAME`, with the field named; the transaction stays usable after neither. */
  create(tx: Tx, account: NewAccount): Promise<Account>;
  find(db: Db, id: number): Promise<Account | null>;
  findByEmail(db: Db, email: string): Promise<Account | null>;
  /** The talent code becomes a sign-in name too. */
  setCode(tx: Tx, id: number, code: string): Promise<void>;
  rename(tx: Tx, id: number, names: { firstName: string; lastName: string }): Promise<void>;
  setLanguage(db: Db, id: number, language: Language | null): Promise<void>;
  changeEmail(tx: Tx, id: number, email: string): Promise<void>;
  /** Closing ends every session and token at once. 409 `LAST_SUPER_ADMIN` for the last one. */
  setActive(tx: Tx, id: number, active: boolean): Promise<void>;
  setRole(tx: Tx, id: number, role: Role): Promise<void>;
  /** 403 for administrators: they are given another role first. */
  remove(tx: Tx, id: number): Promise<void>;
}

export function createAccounts({ clock }: { clock: Clock }): Accounts {
  const update = async (db: Db, id: number, change: Partial<Omit<AccountRow, 'id'>>): Promise<void> => {
    const { numUpdatedRows } = await tablesOf(db)
      .updateTable('identity.accounts')
      .set({ ...change, updated_at: clock.now() })
      .where('id', '=', id)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) throw failure.notFound(m.noAccount);
  };

  return {
    create: (tx, account) => createAccount(tx, account, clock.now()),
    find: async (db, id) => orNull(await findRow(db, id)),
    findByEmail: async (db, email) => orNull(await findRowByEmail(db, email)),
    setCode: (tx, id, code) => update(tx, id, { code: code.toUpperCase() }).catch(explainDuplicate),
    rename: (tx, id, { firstName, lastName }) => update(tx, id, { first_name: firstName.trim(), last_name: lastName.trim() }),
    setLanguage: (db, id, language) => update(db, id, { language }),
    changeEmail: (tx, id, email) => update(tx, id, { email: requireEmail(email) }).catch(explainDuplicate),
    async setActive(tx, id, active) {
      if (!active) await keepOneSuperAdmin(tx, id);
      await update(tx, id, { is_active: active });
      if (!active) await endEverything(tx, id);
    },
    async setRole(tx, id, role) {
      if (role !== 'super_admin') await keepOneSuperAdmin(tx, id);
      await update(tx, id, { role });
    },
    async remove(tx, id) {
      const row = await lockRow(tx, id);
      if (!row) throw failure.notFound(m.noAccount);
      if (isPrivileged(row.role)) throw failure.forbidden(m.adminKept);
      await tablesOf(tx).deleteFrom('identity.accounts').where('id', '=', id).execute();
    },
  };
}

const orNull = (row: AccountRow | undefined): Account | null => (row ? toAccount(row) : null);

async function createAccount(tx: Tx, account: NewAccount, now: Date): Promise<Account> {
  const email = requireEmail(account.email);
  const username = account.username?.trim();
  if (username !== undefined && !/^[\w.+-]{2,150}$/.test(username)) throw failure.field('username', m.usernameInvalid, {}, 'format');
  const values = {
    email,
    password_hash: account.passwordHash,
    role: account.role ?? ('user' as const),
    first_name: account.firstName.trim(),
    last_name: account.lastName.trim(),
    language: account.language ?? null,
    is_demo: account.demo ?? false,
    must_change_password: account.mustChangePassword ?? false,
    temporary_password_expires_at: account.mustChangePassword ? new Date(now.getTime() + TEMPORARY_PASSWORD_SECONDS * 1000) : null,
    created_at: account.createdAt ?? now,
    updated_at: now,
    password_changed_at: account.passwordHash ? now : null,
  };
  for (let attempt = 0; ; attempt++) {
    // `do nothing` instead of an error: a taken username can be tried again inside the caller's transaction.
    const row = await tablesOf(tx)
      .insertInto('identity.accounts')
      .values({ ...values, username: username ?? usernameFrom(email, attempt) })
      .onConflict((c) => c.doNothing())
      .returningAll()
      .executeTakeFirst();
    if (row) return toAccount(row);
    if (await findRowByEmail(tx, email)) throw duplicate('DUPLICATE_EMAIL', 'email', m.duplicateEmail);
    if (username !== undefined) throw duplicate('DUPLICATE_USERNAME', 'username', m.duplicateUsername);
    if (attempt === 8) throw new Error('no free username was found in eight tries');
  }
}

const duplicate = (code: string, field: string, message: Message): Failure =>
  failure.conflict(code, message, { [field]: { message, constraint: 'unique' } });

/** A unique index that refused a change, in words. */
function explainDuplicate(error: unknown): never {
  const { code, constraint } = error as { code?: string; constraint?: string };
  if (code === '23505' && constraint === 'accounts_email_key') throw duplicate('DUPLICATE_EMAIL', 'email', m.duplicateEmail);
  if (code === '23505' && constraint === 'accounts_code_key') throw duplicate('DUPLICATE_CODE', 'code', m.duplicateCode);
  throw error;
}

const EMAIL = /^[^\s@"(),:;<>[\\\]]{1,64}@(?=.{4,253}$)(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+[\p{L}\p{N}-]{2,63}$/u;

/** The address as it is kept; `failure.invalid({email})` when it cannot be one. */
export function requireEmail(email: string): string {
  const normal = normaliseEmail(email);
  const [local = ''] = normal.split('@');
  if (normal.length > 254 || !EMAIL.test(normal) || /^\.|\.\.|\.$/.test(local)) throw failure.field('email', m.emailInvalid, {}, 'format');
  return normal;
}

/** Two people who step down at the same moment would each see the other one stay: the rows are locked before counting. */
async function keepOneSuperAdmin(tx: Tx, leaving: number): Promise<void> {
  const active = await tablesOf(tx)
    .selectFrom('identity.accounts')
    .select('id')
    .where('role', '=', 'super_admin')
    .where('is_active', '=', true)
    .orderBy('id')
    .forUpdate()
    .execute();
  if (active.length === 1 && active[0]?.id === leaving) throw failure.conflict('LAST_SUPER_ADMIN', m.lastSuperAdmin);
}
