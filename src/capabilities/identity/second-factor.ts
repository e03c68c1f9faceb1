/**
 * Two-step sign-in: enrol (secret shown, proved with a first code), check at sign-in, switch off. Each code is good
 * once, even when two sign-ins bring it at the same moment: the row itself refuses the second.
 */
import { sql } from 'kysely';
import type { Clock } from '#kernel/clock.ts';
import type { Db } from '#kernel/db/db.ts';
import { failure } from '#kernel/failure.ts';
import type { Vault } from '#kernel/vault.ts';
import { m } from './messages.ts';
import { type AccountRow, findRow, tablesOf } from './store.ts';
import { matchingStep, newRecoveryCodes, newSecret, normaliseRecoveryCode } from './totp.ts';

export interface SecondFactor {
  /** A new base32 secret to scan; it counts for nothing until it is confirmed. */
  begin(accountId: number): Promise<string>;
  /** The secret that waits to be confirmed; 409 when there is none. */
  pending(accountId: number): Promise<string>;
  /** Switches it on with a first right code; answers the recovery codes, shown this one time. */
  confirm(accountId: number, code: string): Promise<readonly string[]>;
  /** Accepts a code of the application or a recovery code, once; null when it is neither. */
  accept(account: AccountRow, typed: string): Promise<'code' | 'recovery' | null>;
  disable(accountId: number): Promise<void>;
  /** Fresh recovery codes; the old ones stop working. */
  renewRecoveryCodes(accountId: number): Promise<readonly string[]>;
}

export function createSecondFactor({ db, vault, clock }: { db: Db; vault: Vault; clock: Clock }): SecondFactor {
  const hashOf = (code: string): string => vault.blindIndex('recovery-code', normaliseRecoveryCode(code) ?? code);
  const change = (accountId: number) => tablesOf(db).updateTable('identity.accounts').where('id', '=', accountId);

  async function requireRow(accountId: number): Promise<AccountRow> {
    const row = await findRow(db, accountId);
    if (!row) throw failure.notFound(m.noAccount);
    return row;
  }

  function pendingSecret(row: AccountRow): string {
    if (row.totp_confirmed_at) throw failure.conflict('TOTP_ALREADY_ON', m.totpAlready);
    if (!row.totp_secret_encrypted) throw failure.conflict('TOTP_NOT_STARTED', m.totpNotStarted);
    return vault.decrypt(row.totp_secret_encrypted);
  }

  /** True for the one request that moves the last accepted step forward to this one. */
  async function spendStep(accountId: number, step: number): Promise<boolean> {
    const fresh = sql<boolean>`(totp_last_step is null or totp_last_step < ${step})`;
    return (await change(accountId).set({ totp_last_step: step }).where(fresh).executeTakeFirst()).numUpdatedRows === 1n;
  }

  async function spendRecoveryCode(accountId: number, hash: string): Promise<boolean> {
    const without = sql<string[]>`array_remove(recovery_code_hashes, ${hash})`;
    const held = sql<boolean>`${hash} = any(recovery_code_hashes)`;
    return (await change(accountId).set({ recovery_code_hashes: without }).where(held).executeTakeFirst()).numUpdatedRows === 1n;
  }

  return {
    async begin(accountId) {
      const secret = newSecret();
      const waiting = { totp_secret_encrypted: vault.encrypt(secret), totp_last_step: null };
      const { numUpdatedRows } = await change(accountId).set(waiting).where('totp_confirmed_at', 'is', null).executeTakeFirst();
      if (numUpdatedRows === 0n) throw failure.conflict('TOTP_ALREADY_ON', m.totpAlready);
      return secret;
    },

    pending: async (accountId) => pendingSecret(await requireRow(accountId)),

    async confirm(accountId, code) {
      const step = matchingStep(pendingSecret(await requireRow(accountId)), code, clock.now());
      if (step === null || !(await spendStep(accountId, step))) throw failure.field('code', m.secondFactorWrong, {}, 'code');
      const codes = newRecoveryCodes();
      await change(accountId)
        .set({ totp_confirmed_at: clock.now(), recovery_code_hashes: codes.map(hashOf) })
        .execute();
      return codes;
    },

    async accept(account, typed) {
      if (!account.totp_confirmed_at || !account.totp_secret_encrypted) return null;
      const step = matchingStep(vault.decrypt(account.totp_secret_encrypted), typed, clock.now());
      if (step !== null) return (await spendStep(account.id, step)) ? 'code' : null;
      const isRecoveryCode = normaliseRecoveryCode(typed) !== null;
      return isRecoveryCode && (await spendRecoveryCode(account.id, hashOf(typed))) ? 'recovery' : null;
    },

    async disable(accountId) {
      const off = { totp_secret_encrypted: null, totp_confirmed_at: null, totp_last_step: null, recovery_code_hashes: [] };
      await change(accountId).set(off).execute();
    },

    async renewRecoveryCodes(accountId) {
      const codes = newRecoveryCodes();
      await change(accountId)
        .set({ recovery_code_hashes: codes.map(hashOf) })
        .where('totp_confirmed_at', 'is not', null)
        .execute();
      return codes;
    },
  };
}
