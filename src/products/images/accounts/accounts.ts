/**
 * Who uses the image studio: the accounts of all products, and what a person says of themselves here.
 *
 * Hides identity's rules and the profile's table. Words: a *profile* is the row behind `/auth/profile/`; it exists from the first
 * time somebody looks at it, also for people who joined through another product.
 */
import type { FastifyRequest } from 'fastify';
import type { Account, Identity } from '#capabilities/identity/identity.ts';
import { inTransaction } from '#kernel/db/transaction.ts';
import { Failure, type FieldError, failure } from '#kernel/failure.ts';
import { gathered } from './faults.ts';
import { m } from './messages.ts';
import { type ProfileTools, readProfile, type StudioProfile, updateProfile } from './profiles.ts';

export { zoneOf } from './profiles.ts';

export interface AccountTools extends ProfileTools {
  readonly identity: Identity;
}

export type Body = Readonly<Record<string, unknown>>;

export interface Accounts {
  /** Every fault of the form at once; a name or an address that is taken is one of them. */
  register(body: Body): Promise<Account>;
  /** 401 for a wrong name or password. */
  signIn(request: FastifyRequest, body: Body): Promise<Account>;
  changePassword(request: FastifyRequest, accountId: number, body: Body): Promise<void>;
  me(accountId: number): Promise<Account>;
  profile(accountId: number): Promise<StudioProfile>;
  /** Changes the given fields and no other; `avatar` is the picture that was sent, if any. */
  updateProfile(accountId: number, body: Body, avatar: Buffer | null): Promise<StudioProfile>;
}

export function createAccounts(tools: AccountTools): Accounts {
  const { db, identity } = tools;
  return {
    register: (body) => register(tools, body),
    async signIn(request, body) {
      const { username, password } = requireTexts(body, ['username', 'password']);
      const totp = textOf(body, 'totp');
      try {
        return await identity.signIn(request, { identifier: username.trim(), password, ...(totp ? { totp } : {}) });
      } catch (error) {
        if (error instanceof Failure && error.code === 'AUTH_REQUIRED') throw failure.unauthenticated(m.wrongLogin);
        throw error;
      }
    },
    async changePassword(request, accountId, body) {
      const {
        old_password: current,
        new_password: next,
        new_password2: again,
      } = requireTexts(body, [...(['old_password', 'new_password', 'new_password2'] as const)]);
      if (next !== again) throw failure.field('new_password2', m.mismatch, {}, 'mismatch');
      await identity.changePassword(request, accountId, { current, next }, { current: 'old_password', next: 'new_password' });
    },
    async me(accountId) {
      const account = await identity.find(db, accountId);
      if (!account) throw failure.unauthenticated();
      return account;
    },
    profile: (accountId) => readProfile(tools, accountId),
    updateProfile: (accountId, body, avatar) => updateProfile(tools, accountId, body, avatar),
  };
}

async function register({ db, identity }: AccountTools, body: Body): Promise<Account> {
  const faults: Record<string, FieldError> = {};
  const { username, email, password, password2 } = withFaults(faults, body, ['username', 'email', 'password', 'password2']);
  if (password && password2 && password !== password2) faults['password2'] = { message: m.mismatch, constraint: 'mismatch' };
  const names = { firstName: nameOf(faults, body, 'first_name'), lastName: nameOf(faults, body, 'last_name') };
  const passwordHash = password
    ? await gathered(faults, () =>
        identity.hashPassword(password, { email, names: [username, names.firstName, names.lastName].filter(Boolean) }),
      )
    : null;
  // What is at fault is found before anything is stored; whether a name is taken, in the same transaction that takes it.
  const account = await gathered(faults, () =>
    inTransaction(db, async (tx) => {
      const made = await identity.createAccount(tx, { username, email, passwordHash: passwordHash ?? null, ...names });
      if (Object.keys(faults).length > 0) throw failure.invalid(faults);
      return made;
    }),
  );
  if (!account) throw failure.invalid(faults);
  return account;
}

const textOf = (body: Body, name: string): string => (typeof body[name] === 'string' ? body[name] : '');

function withFaults<const N extends string>(faults: Record<string, FieldError>, body: Body, names: readonly N[]): Record<N, string> {
  for (const name of names) if (!textOf(body, name).trim()) faults[name] = { message: m.required, constraint: 'required' };
  return Object.fromEntries(names.map((name) => [name, textOf(body, name)])) as Record<N, string>;
}

function requireTexts<const N extends string>(body: Body, names: readonly N[]): Record<N, string> {
  const faults: Record<string, FieldError> = {};
  const texts = withFaults(faults, body, names);
  if (Object.keys(faults).length > 0) throw failure.invalid(faults);
  return texts;
}

function nameOf(faults: Record<string, FieldError>, body: Body, name: string): string {
  const text = textOf(body, name).normalize('NFC').trim();
  if (/\p{Cc}/u.test(text) || text.length > 100) faults[name] = { message: m.controls, constraint: 'format' };
  return text;
}
