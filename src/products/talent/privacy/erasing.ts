/**
 * Somebody goes. What is theirs is erased at once, in one transaction; that somebody worked on a day stays for as long as wages may be asked
 * about, under a pseudonym. The audit can only grow (decision 0040): its lines lose the number of the account and end with the log.
 */
import { sql } from 'kysely';
import type { Identity } from '#capabilities/identity/identity.ts';
import type { Library } from '#capabilities/library/library.ts';
import { insertSecurityEvents } from '#kernel/audit-rows.ts';
import type { Clock } from '#kernel/clock.ts';
import type { Db, Tx } from '#kernel/db/db.ts';
import { inTransaction } from '#kernel/db/transaction.ts';
import { forgetLettersTo } from '#kernel/mail/letters-of.ts';
import type { Files } from '#kernel/storage/files.ts';
import type { Vault } from '#kernel/vault.ts';
import {
  completeList,
  type Erased,
  type ErasedBy,
  type ErasureListTools,
  identify,
  type Kept,
  readErased,
  writeErased,
} from './erasure-list.ts';

export interface ErasingTools extends ErasureListTools {
  readonly db: Db;
  readonly clock: Clock;
  readonly vault: Vault;
  readonly files: Files;
  readonly identity: Pick<Identity, 'find' | 'remove'>;
  readonly library: Pick<Library, 'forget'>;
  /** Stored files of an account in the other products. */
  readonly filesMadeBy: (tx: Tx, accountId: number) => Promise<readonly string[]>;
}

/** Days of work and their project codes: as long as wages may be claimed and checked. */
export const YEARS_OF_WORK = 5;

/** An account with its member, files, letters and CINEMA file. False when it is gone. 403 for administrators. */
export function eraseAccount(tools: ErasingTools, accountId: number, by: ErasedBy): Promise<boolean> {
  return inTransaction(tools.db, async (tx) => {
    const account = await tools.identity.find(tx, accountId);
    const erased = await identify(tx, tools, 'standard', accountId);
    if (!account || !erased) return false;
    const { rows: files } = await sql<{ name: string }>`
      select unnest(array[photo_file, cv_file, qr_file]) as name from talent.members where account_id = ${accountId}`.execute(tx);
    const { rows: linked } = await sql<{ id: number }>`select id from talent.cinema_talents where account_id = ${accountId}`.execute(tx);
    for (const { id } of linked) await eraseCinema(tools, tx, id, by);
    await tools.library.forget(tx, [`member:${accountId}`]);
    await forgetLettersTo(tx, [account.email.toLowerCase()]);
    await forgetTraces(tx, 'standard', accountId);
    for (const { name } of files) if (name) await tools.files.remove(tx, name);
    for (const name of await tools.filesMadeBy(tx, accountId)) await tools.files.remove(tx, name);
    await writeErased(tools, tx, erased, by, tools.clock.now(), null);
    await tools.identity.remove(tx, accountId);
    await forgetNames(tx);
    await tell(tools, tx, 'standard', by);
    return true;
  });
}

/** A file of the CINEMA module, with or without an account. False when it is gone. */
async function eraseCinema(tools: ErasingTools, tx: Tx, id: number, by: ErasedBy): Promise<boolean> {
  const erased = await identify(tx, tools, 'cinema', id);
  if (!erased) return false;
  const now = tools.clock.now();
  const { rows } = await sql<{ files: (string | null)[]; email: string | null; worked: boolean }>`
    select array[t.photo_file, t.qr_file, d.id_photo_file] || d.gallery_files as files, d.email_encrypted as email,
      exists (select from talent.presences p where p.cinema_talent_id = t.id)
        or exists (select from talent.project_talents a where a.cinema_talent_id = t.id) as worked
    from talent.cinema_talents t join talent.cinema_details d on d.talent_id = t.id where t.id = ${id} for update of t`.execute(tx);
  const [person] = rows;
  for (const name of person?.files ?? []) if (name) await tools.files.remove(tx, name);
  if (person?.email) await forgetLettersTo(tx, [tools.vault.decrypt(person.email).toLowerCase()]);
  await tools.library.forget(tx, [`cinema:${id}`]);
  await forgetTraces(tx, 'cinema', id);
  const until = new Date(now);
  until.setUTCFullYear(until.getUTCFullYear() + YEARS_OF_WORK);
  const kept: Kept | null = person?.worked ? { until, cinemaTalentId: id } : null;
  await writeErased(tools, tx, erased, by, now, kept);
  if (kept) await giveOnlyPseudonym(tx, id);
  else await sql`delete from talent.cinema_talents where id = ${id}`.execute(tx);
  await forgetNames(tx);
  await tell(tools, tx, 'cinema', by);
  return true;
}

/** The row that days of work hang on says no more of anybody than a year of birth. */
async function giveOnlyPseudonym(tx: Tx, id: number): Promise<void> {
  for (const table of ['casting_marks', 'casting_shortlist_people', 'casting_answers'])
    await sql`delete from ${sql.table(`talent.${table}`)} where talent_id = ${id}`.execute(tx);
  await sql`delete from talent.casting_applications where cinema_talent_id = ${id}`.execute(tx);
  await sql`delete from talent.named_people where cinema_talent_id = ${id}`.execute(tx);
  await sql`delete from talent.unavailabilities where cinema_talent_id = ${id}`.execute(tx);
  await sql`update talent.badges set revoked_at = now(), revoked_reason = 'erased' where cinema_talent_id = ${id} and revoked_at is null`.execute(
    tx,
  );
  await sql`delete from talent.cinema_details where talent_id = ${id}`.execute(tx);
  await sql`insert into talent.cinema_details (talent_id) values (${id})`.execute(tx);
  await sql`
    update talent.cinema_talents set account_id = null, unique_code = 'EFFACE' || id, code_aliases = '{}', first_name = '—', last_name = '—',
      date_of_birth = date_trunc('year', date_of_birth)::date, city_of_origin_id = null, nationality = null, country_id = null, city_id = null,
      ethnicities = '{}', talent_types = '{}', languages = '{}', other_talents = '{}', height = null, eye_color = null, hair_color = null,
      hair_type = null, skin_tone = null, build = null, years_of_experience = null, photo_file = null, has_id_photo = false, gallery_count = 0,
      qr_file = null, is_public = false, is_active = false, updated_at = now() where id = ${id}`.execute(tx);
}

async function forgetTraces(tx: Tx, kind: Erased['kind'], id: number): Promise<void> {
  await sql`update talent.merges set snapshot_encrypted = null where kind = ${kind} and ${id} in (survivor_id, absorbed_id)`.execute(tx);
}

/** Names that nobody has any more. */
async function forgetNames(tx: Tx): Promise<void> {
  await sql`
    delete from talent.name_tracking t where t.kind = 'seen' and not exists (select from talent.named_people p where p.tracking_id = t.id)
      and not exists (select from talent.name_tracking_matches m where m.tracking_id = t.id)`.execute(tx);
}

const tell = ({ clock }: ErasingTools, tx: Tx, kind: Erased['kind'], by: ErasedBy): Promise<void> =>
  insertSecurityEvents(tx, [
    {
      ...{ user_id: null, event_type: 'person_erased', ip_address: null, user_agent: null, severity: 'high' },
      ...{ details: JSON.stringify({ kind, by }), created_at: clock.now() },
    },
  ]);

export interface Reapplied {
  readonly erased: number;
  /** Lines that no key opens: with the right ENCRYPTION_KEY they must be applied again. */
  readonly unreadable: number;
}

/**
 * After a backup was restored, before the doors open: whoever was erased since is erased again. Each person is a transaction; running it
 * again changes nothing.
 */
export async function reapplyErasures(tools: ErasingTools, db: Db): Promise<Reapplied> {
  const { erased: list, unreadable } = await readErased(tools, db);
  let erased = 0;
  for (const { kind, id, hash } of list) {
    const present = await identify(db, tools, kind, id);
    if (present?.hash !== hash || (kind === 'cinema' && (await isPseudonym(db, id)))) continue;
    const isDone =
      kind === 'standard'
        ? await eraseAccount({ ...tools, db }, id, 'restore')
        : await inTransaction(db, (tx) => eraseCinema(tools, tx, id, 'restore'));
    if (isDone) erased += 1;
  }
  await completeList(tools, db);
  return { erased, unreadable };
}

async function isPseudonym(db: Db, id: number): Promise<boolean> {
  const { rows } = await sql`select 1 from talent.cinema_talents where id = ${id} and unique_code = 'EFFACE' || id`.execute(db);
  return rows.length > 0;
}

/** Days of work whose time is over go too; answers how many people. */
export async function sweepKept({ clock }: Pick<ErasingTools, 'clock'>, db: Db): Promise<number> {
  const { rows } = await sql`
    delete from talent.cinema_talents t using talent.erasures e
    where e.cinema_talent_id = t.id and e.kept_until < ${clock.now()} and t.unique_code = 'EFFACE' || t.id returning t.id`.execute(db);
  return rows.length;
}
