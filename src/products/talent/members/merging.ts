/**
 * How a member becomes part of another: the survivor keeps account, address and code, takes what was chosen, and is found by the other
 * code too. The absorbed account is closed, never deleted: what it did stays written under its name. Nobody signs in to the survivor
 * with it: whoever knows an old password has not proved to be the same person.
 */
import { sql } from 'kysely';
import type { Tx } from '#kernel/db/db.ts';
import { failure } from '#kernel/failure.ts';
import { type Absorption, columnsTaken, type MergeColumns, type Remains, readRow, unitedCodes, writeColumns } from '../merge-columns.ts';
import { moveMemberConsents } from './consents.ts';
import { MAX_TALENTS, SOCIAL_NAMES, type SocialNetwork } from './fields.ts';
import { byId } from './lookup.ts';
import type { Member } from './member.ts';
import { refusals } from './messages.ts';
import { isAdminRole } from './policies.ts';
import { requireMember, rescore } from './profile.ts';
import { lockMember } from './store.ts';
import type { MemberTools } from './tools.ts';

const sealed = (name: string) => ({ details: [`${name}_encrypted`] });
const networks = Object.fromEntries(SOCIAL_NAMES.map((name) => [name, sealed(name)])) as Readonly<
  Record<SocialNetwork, { details: string[] }>
>;

/** `name` is the account's: it has no column here. */
export const MEMBER_MERGE = {
  name: {},
  gender: { main: ['gender'] },
  date_of_birth: { main: ['date_of_birth'] },
  country_id: { main: ['country_id'] },
  nationality: { details: ['nationality'] },
  residence: { main: ['residence_country_id', 'residence_city_id', 'city_id'] },
  phone: { details: ['phone_encrypted', 'phone_index'] },
  whatsapp: { details: ['whatsapp_encrypted', 'whatsapp_index'] },
  address: sealed('address'),
  availability: { main: ['availability'] },
  work_mode: { main: ['work_mode'] },
  work_time: { main: ['work_time'] },
  years_experience: { main: ['years_experience'] },
  rate_range: { details: ['rate_range'] },
  bio: { details: ['bio'] },
  languages: { details: ['languages'] },
  education: { details: ['education'] },
  portfolio_url: { main: ['portfolio_url'] },
  website: { details: ['website'] },
  ...networks,
  photo: { main: ['photo_file'] },
  cv: { main: ['cv_file'], details: ['cv_analysis'] },
} as const satisfies MergeColumns<string>;
export type MemberMergeField = keyof typeof MEMBER_MERGE;

/** Answers what the absorbed file was. Call it when everything that refers to it has moved. */
export async function absorbMember(tools: MemberTools, tx: Tx, absorption: Absorption<MemberMergeField>): Promise<Remains> {
  const { from, into, take } = absorption;
  // In one order, so that two administrators do not wait for each other.
  for (const id of [from, into].sort((a, b) => a - b)) if (!(await lockMember(tx, id))) throw failure.notFound(refusals.userNotFound);
  const [old, kept] = [await requireMember(tools, tx, byId(from)), await requireMember(tools, tx, byId(into))];
  if (isAdminRole(old.role)) throw failure.forbidden(refusals.cannotDeleteAdmin);
  const rows = await rowsOf(tx, from, into);
  await uniteTalents(tx, from, into);
  await moveMemberConsents(tx, from, into, kept.isPublic, tools.clock.now());
  await sql`delete from talent.members where account_id = ${from}`.execute(tx);
  await writeFields(tx, into, take, rows);
  if (take.includes('name')) await tools.identity.rename(tx, into, old);
  if (take.includes('cv')) await tools.news?.cvSent(tx, into);
  await dropFiles(tools, tx, old, kept, take);
  await tools.identity.setActive(tx, from, false);
  await rescore(tools, tx, into);
  return { member: rows.main, details: rows.details, talents: old.talents.map(({ id }) => id) };
}

async function rowsOf(tx: Tx, from: number, into: number) {
  const main = await readRow(tx, 'talent.members', sql`account_id = ${from}`);
  const details = await readRow(tx, 'talent.member_details', sql`account_id = ${from}`);
  const kept = await readRow(tx, 'talent.members', sql`account_id = ${into}`);
  if (!main || !details || !kept) throw new Error('a member that was locked is gone');
  return { main, details, kept };
}

async function uniteTalents(tx: Tx, from: number, into: number): Promise<void> {
  await sql`
    insert into talent.member_talents (account_id, talent_id)
    select ${into}, t.talent_id from talent.member_talents t where t.account_id = ${from}
      and not exists (select from talent.member_talents k where k.account_id = ${into} and k.talent_id = t.talent_id)
    order by t.talent_id
    limit greatest(0, ${MAX_TALENTS} - (select count(*) from talent.member_talents k where k.account_id = ${into}))`.execute(tx);
}

async function writeFields(
  tx: Tx,
  into: number,
  take: readonly MemberMergeField[],
  { main, details, kept }: Awaited<ReturnType<typeof rowsOf>>,
): Promise<void> {
  const own = { ...columnsTaken(MEMBER_MERGE, take, 'main', main), code_aliases: unitedCodes(kept, main) };
  await writeColumns(tx, 'talent.members', own, sql`account_id = ${into}`);
  const { cv_analysis: analysis, ...others } = columnsTaken(MEMBER_MERGE, take, 'details', details);
  const json = analysis === undefined ? {} : { cv_analysis: analysis === null ? null : JSON.stringify(analysis) };
  await writeColumns(tx, 'talent.member_details', { ...others, ...json }, sql`account_id = ${into}`);
}

/** Of two photos or CVs one stays; the QR code of the absorbed code goes, its address still leads to the survivor. */
async function dropFiles({ files }: MemberTools, tx: Tx, old: Member, kept: Member, take: readonly MemberMergeField[]): Promise<void> {
  const gone = [take.includes('photo') ? kept.photoFile : old.photoFile, take.includes('cv') ? kept.cvFile : old.cvFile, old.qrFile];
  for (const file of gone) if (file) await files.remove(tx, file);
}
