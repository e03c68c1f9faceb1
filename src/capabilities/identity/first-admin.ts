/**
 * How an installation gets its first administrator: from ADMIN_EMAIL and ADMIN_PASSWORD, else by a one-time link
 * printed at start. And how it is kept from being served with the passwords everybody can read in the documents.
 */
import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Clock } from '#kernel/clock.ts';
import type { Db, Tx } from '#kernel/db/db.ts';
import { inTransaction } from '#kernel/db/transaction.ts';
import { Failure, failure } from '#kernel/failure.ts';
import { say } from '#kernel/message.ts';
import type { Accounts } from './accounts.ts';
import { m } from './messages.ts';
import { hashAsIs, hashPassword, requireGoodPassword, verifyPassword } from './passwords.ts';
import { endEverything, sha256 } from './sessions.ts';
import { type Account, findRowByEmail, tablesOf } from './store.ts';

const SETUP_SECONDS = 7 * 86_400;
/** The passwords printed in the documents for the demonstration. */
const DOCUMENTED = { passwords: ['@4dm1n', 'demo123'], emails: /^(admin|demo\d+)@talento\.com$|@demo\.cinema$/ };

export interface FirstAdminSettings {
  readonly demo: boolean;
  readonly production: boolean;
  readonly admin: { readonly email: string | null; readonly password: string | null };
  readonly publicUrl: { readonly site: string };
}

export interface FirstAdmin {
  /** Makes the administrator of the settings, or answers the link that makes one; `setupLink` is null when there is nothing to do. */
  ensure(): Promise<{ setupLink: string | null }>;
  /** Throws when production would be served with a demonstration account. */
  assertNoDemoAccounts(): Promise<void>;
  isSetupOpen(token: string): Promise<boolean>;
  /** Spends the link. 404 when it is no longer valid. */
  setUp(token: string, person: { email: string; password: string; firstName: string; lastName: string }): Promise<Account>;
}

export function createFirstAdmin({
  db,
  clock,
  accounts,
  settings,
}: {
  db: Db;
  clock: Clock;
  accounts: Accounts;
  settings: FirstAdminSettings;
}): FirstAdmin {
  /** Processes that start together wait for one another here, so that one administrator is made. */
  const alone = async (tx: Tx): Promise<void> =>
    void (await sql`select pg_advisory_xact_lock(hashtext('identity.first-admin'))`.execute(tx));

  return {
    async ensure() {
      if (await hasAdmin(db)) return { setupLink: null };
      const { email, password } = settings.admin;
      if (email && password) {
        await makeAdmin(email, password);
        return { setupLink: null };
      }
      if (settings.demo) return { setupLink: null };
      const token = randomBytes(24).toString('base64url');
      const now = clock.now();
      await tablesOf(db)
        .insertInto('identity.setup_tokens')
        .values({ hash: sha256(token), created_at: now, expires_at: new Date(now.getTime() + SETUP_SECONDS * 1000) })
        .execute();
      return { setupLink: `${settings.publicUrl.site}/setup/${token}` };
    },

    async assertNoDemoAccounts() {
      if (!settings.production) return;
      const found = await demoAccounts(db);
      if (found.length === 0) return;
      throw new Error(
        `Production does not start beside demonstration accounts, whose passwords are public: ${found.join(', ')}. Use a fresh database, or remove them.`,
      );
    },

    isSetupOpen: (token) => isOpen(db, token),

    async setUp(token, { email, password, firstName, lastName }) {
      if (!(await isOpen(db, token))) throw failure.notFound(m.setupExpired);
      const passwordHash = await hashPassword(password, { email, names: [firstName, lastName] });
      return inTransaction(db, async (tx) => {
        await alone(tx);
        if (!(await isOpen(tx, token))) throw failure.notFound(m.setupExpired);
        await tablesOf(tx).deleteFrom('identity.setup_tokens').execute();
        return accounts.create(tx, { email, passwordHash, firstName, lastName, role: 'super_admin' });
      });
    },
  };

  async function isOpen(reader: Db, token: string): Promise<boolean> {
    const row = await tablesOf(reader)
      .selectFrom('identity.setup_tokens')
      .select('hash')
      .where('hash', '=', sha256(token))
      .where('expires_at', '>', clock.now())
      .executeTakeFirst();
    return row !== undefined && !(await hasAdmin(reader));
  }

  /** A weak ADMIN_PASSWORD stops production; elsewhere it opens the door once and has to be changed there. */
  async function makeAdmin(email: string, password: string): Promise<void> {
    const weakness = weaknessOf(password, email);
    if (weakness && settings.production) throw new Error(`ADMIN_PASSWORD: ${weakness}`);
    const passwordHash = await hashAsIs(password);
    await inTransaction(db, async (tx) => {
      await alone(tx);
      if (await hasAdmin(tx)) return;
      const known = await findRowByEmail(tx, email);
      const id = known?.id ?? (await accounts.create(tx, { email, passwordHash, firstName: '', lastName: '', role: 'super_admin' })).id;
      // Whoever registered this address before gets nothing: the password is the operator's, the sessions end.
      const granted = {
        role: 'super_admin' as const,
        is_active: true,
        password_hash: passwordHash,
        must_change_password: weakness !== null,
      };
      await tablesOf(tx)
        .updateTable('identity.accounts')
        .set({ ...granted, temporary_password_expires_at: null })
        .where('id', '=', id)
        .execute();
      await tablesOf(tx).deleteFrom('identity.api_keys').where('account_id', '=', id).execute();
      await endEverything(tx, id);
    });
  }
}

function weaknessOf(password: string, email: string): string | null {
  try {
    requireGoodPassword(password, { email });
    return null;
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return Object.values(error.fields)
      .map(({ message, params }) => say(message, 'en', params))
      .join(' ');
  }
}

async function hasAdmin(db: Db): Promise<boolean> {
  const admins = tablesOf(db).selectFrom('identity.accounts').select('id').where('role', 'in', ['admin', 'super_admin']);
  return (await admins.limit(1).executeTakeFirst()) !== undefined;
}

/** Accounts of the demonstration: marked as such, or documented addresses that still open with a documented password. */
async function demoAccounts(db: Db): Promise<readonly string[]> {
  const rows = await tablesOf(db)
    .selectFrom('identity.accounts')
    .select(['email', 'is_demo', 'password_hash'])
    .where((e) => e.or([e('is_demo', '=', true), e('email', 'like', '%@talento.com'), e('email', 'like', '%@demo.cinema')]))
    .orderBy('id')
    .limit(50)
    .execute();
  const found: string[] = [];
  for (const { email, is_demo: isDemo, password_hash: hash } of rows) {
    const opens = async (): Promise<boolean> => {
      for (const password of DOCUMENTED.passwords) if (await verifyPassword(password, hash)) return true;
      return false;
    };
    if (isDemo || (DOCUMENTED.emails.test(email) && (await opens()))) found.push(email);
  }
  return found;
}
