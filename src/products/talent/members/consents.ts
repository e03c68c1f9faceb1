/** To what members said yes, in which words and on which form; what they no longer say yes to is marked as taken back. */
import { sql } from 'kysely';
import type { Db, Tx } from '#kernel/db/db.ts';

/** Names the words that people agree to on the forms; changes when they change. */
export const CONSENT_VERSION = '1';
export type ConsentForm = 'registration' | 'profile' | 'administration';

export interface MemberConsent {
  readonly purpose: 'registration' | 'public_profile';
  readonly version: string;
  readonly form: ConsentForm;
  readonly givenAt: Date;
  readonly withdrawnAt: Date | null;
}

/** Writes only what changed. */
export async function recordMemberConsent(
  tx: Tx,
  accountId: number,
  purpose: MemberConsent['purpose'],
  given: boolean,
  form: ConsentForm,
  now: Date,
): Promise<void> {
  if (!given) {
    await sql`update talent.member_consents set withdrawn_at = ${now}
      where account_id = ${accountId} and purpose = ${purpose} and withdrawn_at is null`.execute(tx);
    return;
  }
  await sql`insert into talent.member_consents (account_id, purpose, text_version, form, given_at)
    select ${accountId}, ${purpose}, ${CONSENT_VERSION}, ${form}, ${now}
    where not exists (select from talent.member_consents where account_id = ${accountId} and purpose = ${purpose} and withdrawn_at is null)
    on conflict (account_id, purpose, given_at) do update set withdrawn_at = null`.execute(tx);
}

/** Newest first. */
export async function memberConsents(db: Db, accountId: number): Promise<readonly MemberConsent[]> {
  const { rows } = await sql<MemberConsent>`
    select purpose, text_version as version, form, given_at as "givenAt", withdrawn_at as "withdrawnAt"
    from talent.member_consents where account_id = ${accountId} order by given_at desc, purpose`.execute(db);
  return rows;
}
