/** The viewer of a request, made from the columns of an account that every kind of proof joins. */
import type { Viewer } from '#kernel/http/access.ts';
import type { Account, AccountRow } from './store.ts';

export const VIEWER_COLUMNS = [
  'a.role',
  'a.email',
  'a.username',
  'a.first_name',
  'a.last_name',
  'a.code',
  'a.language',
  'a.must_change_password',
] as const;
type ViewerRow = Pick<
  AccountRow,
  'role' | 'email' | 'username' | 'first_name' | 'last_name' | 'code' | 'language' | 'must_change_password'
>;
type Proof = Pick<Viewer, 'credential'> & Partial<Pick<Viewer, 'sessionId' | 'memory'>>;

export const viewerOf = (accountId: number, row: ViewerRow, proof: Proof): Viewer => ({
  accountId,
  role: row.role,
  email: row.email,
  name: `${row.first_name} ${row.last_name}`.trim() || row.username,
  code: row.code,
  language: row.language,
  credential: proof.credential,
  sessionId: proof.sessionId ?? null,
  mustChangePassword: row.must_change_password,
  memory: proof.memory ?? {},
});

export const viewerOfAccount = (account: Account, proof: Proof): Viewer =>
  viewerOf(
    account.id,
    {
      ...{ role: account.role, email: account.email, username: account.username, code: account.code, language: account.language },
      ...{ first_name: account.firstName, last_name: account.lastName, must_change_password: account.mustChangePassword },
    },
    proof,
  );
