/**
 * Identity: one account for all products, and every way it proves itself.
 *
 * Hides password hashing and its rules, the counting of failed sign-ins, session cookies, token signatures and
 * families, API keys, one-time codes, and the schema `identity`.
 * Words: an *account* is a person's name, role and secrets; a *session* is one browser signed in; a *token family* is one
 * sign-in by token with all that descends from it; an *API key* is a program's long-lived proof; the *second factor* is a
 * code of an authenticator application; the *viewer* is what all of them become on a request.
 * Other rooms may refer to `identity.accounts(id)` and join `identity.account_cards`.
 */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Audit } from '#kernel/audit.ts';
import type { Clock } from '#kernel/clock.ts';
import type { Db } from '#kernel/db/db.ts';
import type { Viewer } from '#kernel/http/access.ts';
import type { Limits } from '#kernel/http/rate-limit.ts';
import type { Vault } from '#kernel/vault.ts';
import { type Accounts, createAccounts } from './accounts.ts';
import { type ApiKeys, createApiKeys, isApiKey } from './api-keys.ts';
import { createFirstAdmin, type FirstAdmin, type FirstAdminSettings } from './first-admin.ts';
import { createPasswordChange, type PasswordChange } from './password-change.ts';
import { hashAsIs, hashPassword, type PasswordContext, temporaryPassword } from './passwords.ts';
import { createSecondFactor, type SecondFactor } from './second-factor.ts';
import { createSessions, type SessionInfo, type Sessions } from './sessions.ts';
import { type Credentials, createSignIn, type SignIn } from './sign-in.ts';
import type { Account, TokenDoor } from './store.ts';
import { createTokens, type TokenPair } from './tokens.ts';

export type { NewAccount } from './accounts.ts';
export type { ApiKey } from './api-keys.ts';
export { MIN_LENGTH as MIN_PASSWORD_LENGTH } from './passwords.ts';
export * as policies from './policies.ts';
export type { SessionInfo } from './sessions.ts';
export type { Account, TokenDoor } from './store.ts';
export type { TokenPair } from './tokens.ts';
export { enrolmentUri } from './totp.ts';

export interface IdentityTools {
  readonly db: Db;
  readonly vault: Vault;
  readonly clock: Clock;
  readonly limits: Limits;
  readonly audit: Audit;
  readonly config: FirstAdminSettings & { readonly secretKey: string };
  /** Other spellings of a talent code that is typed as a sign-in name. */
  readonly normalizeCode?: (text: string) => readonly string[];
}

export interface Identity extends Omit<Accounts, 'create'> {
  readonly createAccount: Accounts['create'];
  /** Checks the rules, then hashes (0.2 s: before the transaction). `failure.invalid` names the field. */
  hashPassword(password: string, context?: PasswordContext): Promise<string>;
  /** Without the rules: for the documented demonstration accounts only. */
  readonly hashDemoPassword: (password: string) => Promise<string>;
  /** A random password to be told once, and its hash. */
  readonly temporaryPassword: () => Promise<{ password: string; passwordHash: string }>;

  readonly signIn: SignIn['signIn'];
  readonly startSignIn: SignIn['start'];
  readonly finishSignIn: SignIn['finish'];
  readonly confirmPassword: (request: FastifyRequest, accountId: number, password: string, field: string) => Promise<void>;
  readonly changePassword: PasswordChange['change'];
  readonly replaceTemporaryPassword: PasswordChange['replaceTemporary'];
  readonly giveTemporaryPassword: PasswordChange['giveTemporary'];

  /** Opens a session under a fresh id, sets the cookie and `request.viewer`. */
  readonly openSession: Sessions['open'];
  /** Signs out: ends the session, or the tokens, that proved this request. */
  closeSession(request: FastifyRequest, reply: FastifyReply): Promise<void>;
  readonly endSession: Sessions['end'];
  readonly closeAllSessions: Sessions['endAll'];
  readonly sessionsOf: (db: Db, accountId: number) => Promise<readonly SessionInfo[]>;
  readonly remember: Sessions['remember'];

  issueTokens(account: Pick<Account, 'id'>, options?: { door?: TokenDoor; sessionId?: string | null }): Promise<TokenPair>;
  refreshTokens(refreshToken: string, request: FastifyRequest): Promise<TokenPair>;
  readonly apiKeys: Omit<ApiKeys, 'authenticate'>;
  readonly secondFactor: Omit<SecondFactor, 'accept'>;

  /** Cookie, bearer token or API key; null for a stranger. A bearer that is given and wrong is not rescued by a cookie. */
  authenticate(request: FastifyRequest): Promise<Viewer | null>;
  /** For doors that take no cookies. */
  authenticateBearer(request: FastifyRequest): Promise<Viewer | null>;
  /** Of connections that say their token (JWT or API key) later; null takes the cookie that the request came with. */
  authenticateToken(request: FastifyRequest, token: string | null): Promise<Viewer | null>;

  readonly ensureFirstAdmin: FirstAdmin['ensure'];
  readonly assertNoDemoAccounts: FirstAdmin['assertNoDemoAccounts'];
  readonly isSetupOpen: FirstAdmin['isSetupOpen'];
  readonly setUp: FirstAdmin['setUp'];
  /** Deletes expired sessions and tokens; answers how many. For a daily job. */
  sweep(): Promise<number>;
}

export function createIdentity(tools: IdentityTools): Identity {
  const { db, vault, clock, audit, config } = tools;
  const accounts = createAccounts({ clock });
  const sessions = createSessions({ db, clock, secureCookie: config.publicUrl.site.startsWith('https:') });
  const tokens = createTokens({ db, clock, secretKey: config.secretKey });
  const apiKeys = createApiKeys({ db, clock });
  const secondFactor = createSecondFactor({ db, vault, clock });
  const signIn = createSignIn({ ...tools, secondFactor, tokens, countAddresses: !config.demo });
  const passwords = createPasswordChange({ db, clock, audit, signIn, tokens });
  const firstAdmin = createFirstAdmin({ db, clock, accounts, settings: config });

  const authenticateToken = (request: FastifyRequest, token: string): Promise<Viewer | null> =>
    isApiKey(token) ? apiKeys.authenticate(token) : tokens.authenticate(request, token);
  const authenticateBearer = async (request: FastifyRequest): Promise<Viewer | null> => {
    const token = bearerOf(request);
    return token === null ? null : authenticateToken(request, token);
  };

  return {
    ...accounts,
    createAccount: accounts.create,
    hashPassword,
    hashDemoPassword: hashAsIs,
    temporaryPassword,

    signIn: (request, credentials: Credentials) => signIn.signIn(request, credentials),
    startSignIn: signIn.start,
    finishSignIn: signIn.finish,
    confirmPassword: async (request, accountId, password, field) =>
      void (await signIn.confirmPassword(request, accountId, password, field)),
    changePassword: passwords.change,
    replaceTemporaryPassword: passwords.replaceTemporary,
    giveTemporaryPassword: passwords.giveTemporary,

    openSession: sessions.open,
    async closeSession(request, reply) {
      const { viewer } = request;
      if (viewer)
        await audit.activity(request, {
          type: 'logout',
          category: 'auth',
          description: 'Déconnexion',
          resourceType: 'account',
          resourceId: viewer.accountId,
        });
      const family = tokens.familyOf(request);
      if (family) await tokens.revoke(db, family);
      await sessions.close(request, reply);
    },
    endSession: sessions.end,
    closeAllSessions: sessions.endAll,
    sessionsOf: sessions.list,
    remember: sessions.remember,

    issueTokens: tokens.issue,
    refreshTokens: (refreshToken, request) =>
      tokens.refresh(refreshToken, (accountId) => audit.security(request, { event: 'refresh_token_reused', severity: 'high', accountId })),
    apiKeys,
    secondFactor,

    authenticate: async (request) => (bearerOf(request) === null ? sessions.authenticate(request) : authenticateBearer(request)),
    authenticateBearer,
    authenticateToken: (request, token) => (token === null ? sessions.authenticate(request) : authenticateToken(request, token)),

    ensureFirstAdmin: firstAdmin.ensure,
    assertNoDemoAccounts: firstAdmin.assertNoDemoAccounts,
    isSetupOpen: firstAdmin.isSetupOpen,
    setUp: firstAdmin.setUp,
    sweep: async () => (await sessions.sweep()) + (await tokens.sweep()),
  };
}

/** The token of `Authorization: Bearer …`; null when the request brings none. */
const bearerOf = (request: FastifyRequest): string | null => /^Bearer +(\S+) *$/i.exec(request.headers.authorization ?? '')?.[1] ?? null;
