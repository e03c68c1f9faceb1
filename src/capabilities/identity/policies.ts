/**
 * Who may do what to an account and its proofs, as sentences. Every one is asked by the code that acts, whatever the
 * page showed.
 */
import { isAdmin, type Role, type Viewer } from '#kernel/http/access.ts';
import type { SessionInfo } from './sessions.ts';
import type { Account } from './store.ts';

/** People end their own sessions, nobody else's. */
export const mayEndSession = (viewer: Viewer, session: Pick<SessionInfo, 'accountId'>): boolean => session.accountId === viewer.accountId;

/** Passwords, keys and the second step are changed by a person who signed in, never by a program holding a key. */
export const mayChangeOwnSecurity = (viewer: Viewer): boolean => viewer.credential !== 'api-key';

/** Only a super administrator gives or takes a role, and not their own: nobody promotes or strands themselves. */
export const maySetRole = (viewer: Viewer, account: Pick<Account, 'id'>): boolean =>
  viewer.role === 'super_admin' && account.id !== viewer.accountId;

/** Administrators open and close accounts; those of administrators are a super administrator's matter; nobody closes their own. */
export const maySetActive = (viewer: Viewer, account: Pick<Account, 'id' | 'role'>): boolean =>
  account.id !== viewer.accountId && (isPrivileged(account.role) ? viewer.role === 'super_admin' : isAdmin(viewer));

/** Administrators remove accounts of people; an administrator's account is never removed. */
export const mayRemoveAccount = (viewer: Viewer, account: Pick<Account, 'role'>): boolean => isAdmin(viewer) && !isPrivileged(account.role);

/** Administrators give temporary passwords to people; to administrators only a super administrator does. */
export const mayResetPassword = (viewer: Viewer, account: Pick<Account, 'id' | 'role'>): boolean => maySetActive(viewer, account);

export const isPrivileged = (role: Role): boolean => role === 'admin' || role === 'super_admin';
