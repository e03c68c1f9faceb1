/** Shortlists: people in an order, with a note each. Who may see and change them, and where they are kept. */
import { type RawBuilder, sql } from 'kysely';
import type { Db, Tx } from '#kernel/db/db.ts';
import { failure } from '#kernel/failure.ts';
import { isAdmin, type Viewer } from '#kernel/http/access.ts';
import { listWords as words } from './shortlist-messages.ts';

export interface Shortlist {
  readonly id: number;
  readonly accountId: number;
  readonly ownerName: string;
  readonly name: string;
  readonly brief: string | null;
  /** The whole team sees it and adds people. */
  readonly isTeam: boolean;
  readonly updatedAt: Date;
}
/** With what the page of all shortlists shows. */
export interface ListedShortlist extends Shortlist {
  readonly people: number;
  /** Photos of the first people, or their names where there is none. */
  readonly faces: readonly { readonly name: string; readonly photoFile: string | null }[];
  readonly openLinks: number;
  readonly answers: number;
}
export interface ShortlistFields {
  readonly name: string;
  readonly brief: string | null;
  readonly isTeam: boolean;
}
/** Somebody on a shortlist. */
export interface Entry {
  readonly talentId: number;
  readonly note: string | null;
  readonly addedBy: string | null;
}

export const MAX_NAME = 80;
export const MAX_BRIEF = 2000;
export const MAX_NOTE = 500;
export const MAX_PEOPLE = 300;

type Owned = Pick<Shortlist, 'accountId' | 'isTeam'>;
export const maySeeList = (viewer: Viewer, list: Owned): boolean => list.isTeam || list.accountId === viewer.accountId || isAdmin(viewer);
/** Rename, delete, show to clients: whoever sees a shortlist fills it, its owner and administrators answer for it. */
export const mayManageList = (viewer: Viewer, list: Owned): boolean => list.accountId === viewer.accountId || isAdmin(viewer);

const COLUMNS = sql`s.id, s.account_id as "accountId", a.first_name as "ownerName", s.name, s.brief, s.is_team as "isTeam", s.updated_at as "updatedAt"`;
const SOURCE = sql`talent.casting_shortlists s join identity.account_cards a on a.id = s.account_id`;
const seenBy = (viewer: Viewer): RawBuilder<unknown> =>
  isAdmin(viewer) ? sql`true` : sql`(s.is_team or s.account_id = ${viewer.accountId})`;

/** Those this viewer sees, the latest first. */
export async function listShortlists(db: Db, viewer: Viewer, now: Date): Promise<readonly ListedShortlist[]> {
  const { rows } = await sql<ListedShortlist>`
    select ${COLUMNS},
      (select count(*)::int from talent.casting_shortlist_people p where p.shortlist_id = s.id and p.removed_at is null) as people,
      coalesce((select jsonb_agg(jsonb_build_object('name', f.name, 'photoFile', f.photo_file)) from (
        select c.first_name || ' ' || c.last_name as name, c.photo_file
        from talent.casting_shortlist_people p join talent.cinema_talents c on c.id = p.talent_id
        where p.shortlist_id = s.id and p.removed_at is null order by p.position limit 4) f), '[]') as faces,
      (select count(*)::int from talent.casting_links l
        where l.shortlist_id = s.id and l.revoked_at is null and l.expires_at > ${now}) as "openLinks",
      (select count(*)::int from talent.casting_answers w join talent.casting_link_visitors v on v.id = w.visitor_id
        join talent.casting_links l on l.id = v.link_id where l.shortlist_id = s.id) as answers
    from ${SOURCE} where s.deleted_at is null and ${seenBy(viewer)}
    order by s.updated_at desc, s.id desc limit 500`.execute(db);
  return rows;
}

/** The shortlist, when this viewer may see it; else 404, so that nobody learns its name. */
export async function requireList(db: Db, viewer: Viewer, id: number): Promise<Shortlist> {
  const { rows } = await sql<Shortlist>`select ${COLUMNS} from ${SOURCE} where s.id = ${id} and s.deleted_at is null`.execute(db);
  const [list] = rows;
  if (!list || !maySeeList(viewer, list)) throw failure.notFound();
  return list;
}

export async function requireManagedList(db: Db, viewer: Viewer, id: number): Promise<Shortlist> {
  const list = await requireList(db, viewer, id);
  if (!mayManageList(viewer, list)) throw failure.forbidden(words.ownerOnly);
  return list;
}

export function checkFields({ name, brief, isTeam }: ShortlistFields): ShortlistFields {
  const faults = {
    ...(name === '' ? { name: { message: words.nameNeeded, constraint: 'required' } } : {}),
    ...([...name].length > MAX_NAME ? { name: { message: words.tooLong, params: { max: MAX_NAME }, constraint: 'max_length' } } : {}),
    ...([...(brief ?? '')].length > MAX_BRIEF
      ? { brief: { message: words.tooLong, params: { max: MAX_BRIEF }, constraint: 'max_length' } }
      : {}),
  };
  if (Object.keys(faults).length > 0) throw failure.invalid(faults);
  return { name, brief, isTeam };
}

export async function createList(tx: Tx, { accountId }: Viewer, fields: ShortlistFields, now: Date): Promise<number> {
  const { name, brief, isTeam } = checkFields(fields);
  const { rows } = await sql<{ id: number }>`
    insert into talent.casting_shortlists (account_id, name, brief, is_team, created_at, updated_at)
    values (${accountId}, ${name}, ${brief}, ${isTeam}, ${now}, ${now}) returning id`.execute(tx);
  return rows[0]?.id ?? 0;
}

export async function changeList(tx: Tx, id: number, fields: ShortlistFields, now: Date): Promise<void> {
  const { name, brief, isTeam } = checkFields(fields);
  await sql`update talent.casting_shortlists set name = ${name}, brief = ${brief}, is_team = ${isTeam}, updated_at = ${now}
    where id = ${id}`.execute(tx);
}

/** Its links stop with it. */
export async function removeList(tx: Tx, id: number, now: Date): Promise<void> {
  await sql`update talent.casting_shortlists set deleted_at = ${now} where id = ${id}`.execute(tx);
  await sql`update talent.casting_links set revoked_at = ${now} where shortlist_id = ${id} and revoked_at is null`.execute(tx);
}

/** The people in their order. */
export async function entriesOf(db: Db, id: number): Promise<readonly Entry[]> {
  const { rows } = await sql<Entry>`
    select p.talent_id as "talentId", p.note, a.first_name as "addedBy"
    from talent.casting_shortlist_people p left join identity.account_cards a on a.id = p.added_by
    where p.shortlist_id = ${id} and p.removed_at is null order by p.position, p.talent_id`.execute(db);
  return rows;
}

/** At the end, in the order given; those who are on it already stay where they are. Answers how many are new. */
export async function addPeople(tx: Tx, id: number, people: readonly number[], { accountId }: Viewer, now: Date): Promise<number> {
  const { rows } = await sql<{ people: number; last: number }>`
    select (count(p.talent_id) filter (where p.removed_at is null))::int as people, coalesce(max(p.position), 0) as last
    from (select id from talent.casting_shortlists where id = ${id} for update) s
    left join talent.casting_shortlist_people p on p.shortlist_id = s.id`.execute(tx);
  const { people: present = 0, last = 0 } = rows[0] ?? {};
  if (present + people.length > MAX_PEOPLE) throw failure.field('ids', words.tooMany, { max: MAX_PEOPLE });
  const { numAffectedRows = 0n } = await sql`
    insert into talent.casting_shortlist_people as p (shortlist_id, talent_id, position, added_by, added_at)
    select ${id}, c.id, ${last} + given.place, ${accountId}, ${now}
    from unnest(${people}::bigint[]) with ordinality as given (id, place) join talent.cinema_talents c on c.id = given.id
    on conflict (shortlist_id, talent_id) do update
      set removed_at = null, position = excluded.position, added_by = excluded.added_by, added_at = excluded.added_at
      where p.removed_at is not null`.execute(tx);
  await touch(tx, id, now);
  return Number(numAffectedRows);
}

export async function setNote(tx: Tx, id: number, talentId: number, note: string, now: Date): Promise<void> {
  if ([...note].length > MAX_NOTE) throw failure.field('note', words.tooLong, { max: MAX_NOTE }, 'max_length');
  await sql`update talent.casting_shortlist_people set note = ${note === '' ? null : note}
    where shortlist_id = ${id} and talent_id = ${talentId}`.execute(tx);
  await touch(tx, id, now);
}

/** Off the list; place and note are kept, so that it can be undone. */
export async function removePerson(tx: Tx, id: number, talentId: number, now: Date): Promise<void> {
  await sql`update talent.casting_shortlist_people set removed_at = ${now} where shortlist_id = ${id} and talent_id = ${talentId}`.execute(
    tx,
  );
  await touch(tx, id, now);
}

/** Back where they were. */
export async function putBack(tx: Tx, id: number, talentId: number, now: Date): Promise<void> {
  await sql`update talent.casting_shortlist_people set removed_at = null where shortlist_id = ${id} and talent_id = ${talentId}`.execute(
    tx,
  );
  await touch(tx, id, now);
}

export type Move = 'up' | 'down' | 'first' | 'last';

/** The list with one of its members elsewhere. */
export function moved(ids: readonly number[], id: number, move: Move): readonly number[] {
  const from = ids.indexOf(id);
  if (from < 0) return ids;
  const others = ids.filter((other) => other !== id);
  const to = { up: from - 1, down: from + 1, first: 0, last: others.length }[move];
  return others.toSpliced(Math.max(0, to), 0, id);
}

export async function movePerson(tx: Tx, id: number, talentId: number, move: Move, now: Date): Promise<void> {
  await sql`select 1 from talent.casting_shortlists where id = ${id} for update`.execute(tx);
  const order = moved(
    (await entriesOf(tx, id)).map((entry) => entry.talentId),
    talentId,
    move,
  );
  await sql`
    update talent.casting_shortlist_people p set position = given.place
    from unnest(${order}::bigint[]) with ordinality as given (id, place)
    where p.shortlist_id = ${id} and p.talent_id = given.id`.execute(tx);
  await touch(tx, id, now);
}

const touch = (tx: Tx, id: number, now: Date) => sql`update talent.casting_shortlists set updated_at = ${now} where id = ${id}`.execute(tx);
