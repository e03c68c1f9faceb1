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

/** Of a member who becomes part of another: what was said under the survivor's name counts, and where nothing was, this. */
export async function moveMemberConsents(tx: Tx, from: number, into: number, isPublic: boolean, now: Date): Promise<void> {
  await sql`
    insert into talent.member_consents (account_id, purpose, text_version, form, given_at, withdrawn_at)
    select ${into}, c.purpose, c.text_version, c.form, c.given_at,
      case when c.withdrawn_at is null and ((c.purpose = 'public_profile' and ${!isPublic}) or (
        select bool_and(k.withdrawn_at is not null) from talent.member_consents k where k.account_id = ${into} and k.purpose = c.purpose
      )) then ${now} else c.withdrawn_at end
    from talent.member_consents c where c.account_id = ${from}
    on conflict do nothing`.execute(tx);
}

/** Newest first. */
export async function memberConsents(db: Db, accountId: number): Promise<readonly MemberConsent[]> {
  const { rows } = await sql<MemberConsent>`
    select purpose, text_version as version, form, given_at as "givenAt", withdrawn_at as "withdrawnAt"
    from talent.member_consents where account_id = ${accountId} order by given_at desc, purpose`.execute(db);
  return rows;
}
