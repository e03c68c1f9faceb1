/**
 * Signing in: who is behind this name and password?
 *
 * Five failures in fifteen minutes close an account's door for the rest of them, and twenty close an address's (people
 * on one set share an address). Only failures count. Attempts on one account go one after the other, and each reads
 * the counters when its turn has come, so a hundred at once are worth no more than one by one.
 * An unknown name, a wrong password and an account without one are told apart neither by the answer nor by its time.
 */
import type { FastifyRequest } from 'fastify';
import type { Audit } from '#kernel/audit.ts';
import type { Clock } from '#kernel/clock.ts';
import type { Db } from '#kernel/db/db.ts';
import { Failure, failure } from '#kernel/failure.ts';
import type { Limits, Rule } from '#kernel/http/rate-limit.ts';
import { m } from './messages.ts';
import { hashAsIs, isOutdatedHash, verifyPassword } from './passwords.ts';
import type { SecondFactor } from './second-factor.ts';
import { sha256 } from './sessions.ts';
import { type Account, type AccountRow, findRow, findRowBySignInName, normaliseEmail, tablesOf, toAccount } from './store.ts';
import type { Tokens } from './tokens.ts';
import { createTurns } from './turns.ts';
import { viewerOfAccount } from './viewer.ts';

export const ACCOUNT_FAILURES: Rule = { name: 'sign-in:account', limit: 5, windowSeconds: 900 };
export const ADDRESS_FAILURES: Rule = { name: 'sign-in:address', limit: 20, windowSeconds: 900 };
const CHALLENGE_SECONDS = 300;

export interface Credentials {
  /** E-mail address, username or talent code. */
  readonly identifier: string;
  readonly password: string;
  /** Code of the authenticator application, or a recovery code. */
  readonly totp?: string;
}
/** The account, or the word to bring along with the code of the second step within five minutes. */
export type SignInStep = { readonly account: Account; readonly challenge: null } | { readonly account: null; readonly challenge: string };

export interface SignIn {
  /**
   * Both steps at once. 401 for wrong credentials, 401 `TOTP_REQUIRED` when the code of the second step is missing,
   * 403 `ACCOUNT_DISABLED` or `TEMPORARY_PASSWORD_EXPIRED` (only after the right password), 429 after too many failures.
   */
  signIn(request: FastifyRequest, credentials: Credentials): Promise<Account>;
  /** The first step alone. */
  start(request: FastifyRequest, credentials: Credentials): Promise<SignInStep>;
  /** The second step alone. */
  finish(request: FastifyRequest, challenge: string, code: string): Promise<Account>;
  /** Asks for the password again; a wrong one counts as a failed sign-in and is answered as an error of `field`. */
  confirmPassword(request: FastifyRequest, accountId: number, password: string, field: string): Promise<AccountRow>;
}

export interface SignInTools {
  readonly db: Db;
  readonly clock: Clock;
  readonly limits: Limits;
  readonly audit: Audit;
  readonly secondFactor: SecondFactor;
  readonly tokens: Tokens;
  /** Failures of one address are counted too; off where everybody has the same one (a demonstration on loopback). */
  readonly countAddresses: boolean;
  /** Other spellings of a talent code: `MACAS000001F` is `MACAS0001F`. */
  readonly normalizeCode?: (text: string) => readonly string[];
}

export function createSignIn(tools: SignInTools): SignIn {
  const { db, clock, limits, audit, secondFactor, tokens, countAddresses } = tools;
  const inTurn = createTurns();
  const keyOf = (row: AccountRow | undefined, name: string): string => (row ? `account:${row.id}` : `name:${sha256(normaliseEmail(name))}`);

  async function requireRoom(rule: Rule, key: string): Promise<void> {
    const { remaining, resetAt } = await limits.peek(rule, key);
    if (remaining <= 0) throw failure.rateLimited(Math.max(1, Math.ceil((resetAt.getTime() - clock.now().getTime()) / 1000)));
  }
  const requireAddressRoom = async (request: FastifyRequest): Promise<void> => {
    if (countAddresses) await requireRoom(ADDRESS_FAILURES, request.ip);
  };

  async function countFailure(
    request: FastifyRequest,
    key: string,
    row: AccountRow | undefined,
    reason: string,
    name: string,
  ): Promise<void> {
    const [account, address] = await Promise.all([
      limits.take(ACCOUNT_FAILURES, key),
      countAddresses ? limits.take(ADDRESS_FAILURES, request.ip) : null,
    ]);
    const who = { accountId: row?.id ?? null, details: { reason, identifier: name.slice(0, 100) } };
    await audit.security(request, { event: 'login_failed', severity: 'low', ...who });
    if (account.remaining === 0 || address?.remaining === 0)
      await audit.security(request, { event: 'login_blocked', severity: 'high', ...who });
  }

  /** The row whose password this is; counts and throws otherwise. */
  async function checkPassword(
    request: FastifyRequest,
    found: AccountRow | undefined,
    name: string,
    password: string,
  ): Promise<AccountRow> {
    const key = keyOf(found, name);
    return inTurn(key, async () => {
      await requireRoom(ACCOUNT_FAILURES, key);
      const right = await verifyPassword(password, found?.password_hash ?? null, () => requireAddressRoom(request));
      if (right && found) return found;
      await countFailure(request, key, found, 'password', name);
      throw failure.unauthenticated(m.invalidCredentials);
    });
  }

  async function firstStep(request: FastifyRequest, { identifier, password }: Credentials): Promise<AccountRow> {
    const found = await findRowBySignInName(db, identifier, tools.normalizeCode?.(identifier) ?? []);
    const row = await checkPassword(request, found, identifier, password);
    const refuse = async (reason: string, refusal: Failure): Promise<never> => {
      await audit.security(request, { event: 'login_refused', severity: 'medium', accountId: row.id, details: { reason } });
      throw refusal;
    };
    if (!row.is_active) await refuse('account_disabled', failure.forbidden(m.accountDisabled, 'ACCOUNT_DISABLED'));
    const { temporary_password_expires_at: end } = row;
    if (row.must_change_password && end && end <= clock.now()) {
      await refuse('temporary_password_expired', failure.forbidden(m.temporaryExpired, 'TEMPORARY_PASSWORD_EXPIRED'));
    }
    return row;
  }

  async function secondStep(request: FastifyRequest, row: AccountRow, code: string): Promise<void> {
    const key = keyOf(row, '');
    await inTurn(key, async () => {
      await requireRoom(ACCOUNT_FAILURES, key);
      await requireAddressRoom(request);
      const accepted = await secondFactor.accept(row, code);
      if (accepted === 'recovery') await audit.security(request, { event: 'recovery_code_used', severity: 'medium', accountId: row.id });
      if (accepted) return;
      await countFailure(request, key, row, 'second_factor', row.email);
      throw new Failure('unauthenticated', { code: 'TOTP_INVALID', message: m.secondFactorWrong });
    });
  }

  /** Lets them in, unless the password changed or the account closed while the codes were checked. */
  async function welcome(request: FastifyRequest, row: AccountRow, password: string | null): Promise<Account> {
    const now = clock.now();
    const isOutdated = password !== null && row.password_hash !== null && isOutdatedHash(row.password_hash);
    const { numUpdatedRows } = await tablesOf(db)
      .updateTable('identity.accounts')
      .set({ last_sign_in_at: now, password_hash: isOutdated ? await hashAsIs(password) : row.password_hash })
      .where('id', '=', row.id)
      .where('password_hash', '=', row.password_hash)
      .where('is_active', '=', true)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) throw failure.unauthenticated(m.invalidCredentials);
    await limits.reset(ACCOUNT_FAILURES, keyOf(row, ''));
    const account = toAccount({ ...row, last_sign_in_at: now });
    const actor = viewerOfAccount(account, { credential: 'token' });
    await audit.activity(request, { type: 'login', category: 'auth', description: 'Connexion', ...aboutAccount(row.id), actor });
    return account;
  }

  return {
    async signIn(request, credentials) {
      const row = await firstStep(request, credentials);
      if (row.totp_confirmed_at) {
        if (!credentials.totp) throw new Failure('unauthenticated', { code: 'TOTP_REQUIRED', message: m.secondFactorNeeded });
        await secondStep(request, row, credentials.totp);
      }
      return welcome(request, row, credentials.password);
    },

    async start(request, credentials) {
      const row = await firstStep(request, credentials);
      if (!row.totp_confirmed_at) return { account: await welcome(request, row, credentials.password), challenge: null };
      const claims = { sub: String(row.id), password: sha256(row.password_hash ?? '') };
      return { account: null, challenge: await tokens.seal('second-factor', claims, CHALLENGE_SECONDS) };
    },

    async finish(request, challenge, code) {
      const claims = await tokens.unseal('second-factor', challenge);
      const row = claims ? await findRow(db, Number(claims.sub)) : undefined;
      const stillMeant = row?.is_active && claims?.['password'] === sha256(row.password_hash ?? '');
      if (!row || !stillMeant) throw new Failure('unauthenticated', { code: 'CHALLENGE_EXPIRED', message: m.challengeExpired });
      await secondStep(request, row, code);
      return welcome(request, row, null);
    },

    async confirmPassword(request, accountId, password, field) {
      const row = await findRow(db, accountId);
      if (!row) throw failure.notFound(m.noAccount);
      try {
        return await checkPassword(request, row, row.email, password);
      } catch (error) {
        if (error instanceof Failure && error.kind === 'unauthenticated') throw failure.field(field, m.passwordWrong, {}, 'password');
        throw error;
      }
    },
  };
}

const aboutAccount = (id: number) => ({ resourceType: 'account', resourceId: id });
