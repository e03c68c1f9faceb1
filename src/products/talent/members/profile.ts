/** What every write to a profile ends with, and how one is found. */
import type { RawBuilder } from 'kysely';
import type { Db, Tx } from '#kernel/db/db.ts';
import { failure } from '#kernel/failure.ts';
import { byId, findMember } from './lookup.ts';
import type { Member } from './member.ts';
import { refusals } from './messages.ts';
import { profileScore } from './score.ts';
import { setMemberColumns } from './store.ts';
import type { MemberTools } from './tools.ts';

/** The address in the QR code. */
export const profileUrl = (site: string, code: string): string => `${site}/profile/view/${code}`;

/** Throws `User not found`. */
export async function requireMember(
  { vault, clock }: Pick<MemberTools, 'vault' | 'clock'>,
  db: Db,
  by: RawBuilder<unknown>,
): Promise<Member> {
  const member = await findMember(db, by, vault, clock.now());
  if (!member) throw failure.notFound(refusals.userNotFound);
  return member;
}

/** Gives a changed profile its score and its date, and answers it. */
export async function rescore(tools: Pick<MemberTools, 'vault' | 'clock'>, tx: Tx, id: number): Promise<Member> {
  const member = await requireMember(tools, tx, byId(id));
  const change = { profile_score: profileScore(member), updated_at: tools.clock.now() };
  await setMemberColumns(tx, id, change);
  return { ...member, score: change.profile_score, updatedAt: change.updated_at };
}
