/** Changing a password ends every other session and token of the account: whoever had the old one is out. */
import type { FastifyRequest } from 'fastify';
import type { Audit } from '#kernel/audit.ts';
import type { Clock } from '#kernel/clock.ts';
import type { Db, Tx } from '#kernel/db/db.ts';
import { inTransaction } from '#kernel/db/transaction.ts';
import { failure } from '#kernel/failure.ts';
import { TEMPORARY_PASSWORD_SECONDS } from './accounts.ts';
import { m } from './messages.ts';
import { hashPassword, verifyPassword } from './passwords.ts';
import { endEverything } from './sessions.ts';
import type { SignIn } from './sign-in.ts';
import { type AccountRow, findRow, tablesOf } from './store.ts';
import type { Tokens } from './tokens.ts';

export interface PasswordChange {
  /** Needs the current password. Errors name `fields` (default `current_password`, `new_password`). */
  change(
    request: FastifyRequest,
    accountId: number,
    passwords: { current: string; next: string },
    fields?: { current: string; next: string },
  ): Promise<void>;
  /** Replaces a temporary password; the account must be waiting for it. */
  replaceTemporary(request: FastifyRequest, accountId: number, next: string): Promise<void>;
  /** Gives a temporary password (from `temporaryPassword`): good for a day, changed at the next sign-in. */
  giveTemporary(tx: Tx, accountId: number, passwordHash: string): Promise<void>;
}

export function createPasswordChange(tools: { db: Db; clock: Clock; audit: Audit; signIn: SignIn; tokens: Tokens }): PasswordChange {
  const { db, clock, audit, signIn, tokens } = tools;

  async function replace(request: FastifyRequest, row: AccountRow, next: string, field: string): Promise<void> {
    const hash = await hashPassword(next, { email: row.email, names: [row.first_name, row.last_name, row.username], field });
    if (await verifyPassword(next, row.password_hash)) throw failure.field(field, m.passwordSame, {}, 'different');
    await inTransaction(db, async (tx) => {
      await store(tx, row.id, { password_hash: hash, must_change_password: false, temporary_password_expires_at: null });
      await endEverything(tx, row.id, { sessionId: request.viewer?.sessionId ?? null, familyId: tokens.familyOf(request) });
      await audit.security(request, { event: 'password_changed', severity: 'medium', accountId: row.id }, tx);
    });
  }

  async function store(tx: Tx, id: number, change: Partial<Omit<AccountRow, 'id'>>): Promise<void> {
    const now = clock.now();
    await tablesOf(tx)
      .updateTable('identity.accounts')
      .set({ ...change, password_changed_at: now, updated_at: now })
      .where('id', '=', id)
      .execute();
  }

  return {
    async change(request, accountId, { current, next }, fields = { current: 'current_password', next: 'new_password' }) {
      const row = await signIn.confirmPassword(request, accountId, current, fields.current);
      await replace(request, row, next, fields.next);
    },

    async replaceTemporary(request, accountId, next) {
      const row = await findRow(db, accountId);
      if (!row?.must_change_password) throw failure.forbidden();
      await replace(request, row, next, 'new_password');
    },

    async giveTemporary(tx, accountId, passwordHash) {
      const end = new Date(clock.now().getTime() + TEMPORARY_PASSWORD_SECONDS * 1000);
      await store(tx, accountId, { password_hash: passwordHash, must_change_password: true, temporary_password_expires_at: end });
      await endEverything(tx, accountId);
    },
  };
}
