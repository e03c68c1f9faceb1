/** Names as they are filed: who has which, how many have it, under which keys it is found. */
import { sql } from 'kysely';
import type { Db, Tx } from '#kernel/db/db.ts';
import { keysOf } from './keys.ts';
import { keyOf, nameOf, type Person, type Ref } from './person.ts';
import { normalisedName, wordsOf } from './spelling.ts';

/** A key that more people share is too common to read them all. */
const COMMON = 150;
const MOST_CANDIDATES = 600;

/** One check at a time, in all processes: two people who register at the same moment must see each other. */
export const lockNames = (tx: Tx): Promise<unknown> => sql`select pg_advisory_xact_lock(hashtext('talent.names'))`.execute(tx);

export interface Filed {
  /** In `talent.named_people`. */
  readonly personId: number;
  readonly trackingId: number;
  readonly keys: readonly string[];
  readonly isNew: boolean;
}

/** Files the person under their present name; what was filed under an older one goes. */
export async function fileName(tx: Tx, person: Person, now: Date): Promise<Filed> {
  const keys = keysOf(wordsOf(nameOf(person)));
  const trackingId = await trackName(tx, person, now);
  const before = await readFiled(tx, person);
  const personId = await writeFiled(tx, person, trackingId, now);
  if (before !== null) await sql`delete from talent.name_keys where person_id = ${personId} and key <> all(${keys}::text[])`.execute(tx);
  await sql`insert into talent.name_keys (person_id, key) select ${personId}, unnest(${keys}::text[]) on conflict do nothing`.execute(tx);
  if (before !== null && before !== trackingId) await followName(tx, person, before, trackingId);
  if (before !== trackingId) await countNames(tx, [trackingId, ...(before === null ? [] : [before])], now);
  return { personId, trackingId, keys, isNew: before === null };
}

const columnsOf = ({ kind, id }: Ref): { readonly userId: number | null; readonly cinemaId: number | null } =>
  kind === 'standard' ? { userId: id, cinemaId: null } : { userId: null, cinemaId: id };

async function trackName(tx: Tx, person: Person, now: Date): Promise<number> {
  const { userId, cinemaId } = columnsOf(person);
  const full = normalisedName(nameOf(person)).slice(0, 200);
  const [first, last] = [person.firstName, person.lastName].map((part) => normalisedName(part).slice(0, 100));
  const { rows } = await sql<{ id: number }>`
    insert into talent.name_tracking (kind, first_name, last_name, full_name, original_user_id, original_cinema_talent_id, created_at, updated_at)
    values ('seen', ${first}, ${last}, ${full}, ${userId}, ${cinemaId}, ${now}, ${now})
    on conflict (full_name) where kind = 'seen' do update set updated_at = excluded.updated_at
    returning id`.execute(tx);
  const [row] = rows;
  if (!row) throw new Error('a name was not filed');
  return row.id;
}

async function readFiled(tx: Tx, person: Ref): Promise<number | null> {
  const { userId, cinemaId } = columnsOf(person);
  const { rows } = await sql<{ trackingId: number }>`
    select tracking_id as "trackingId" from talent.named_people where user_id = ${userId} or cinema_talent_id = ${cinemaId}`.execute(tx);
  return rows[0]?.trackingId ?? null;
}

async function writeFiled(tx: Tx, person: Ref, trackingId: number, now: Date): Promise<number> {
  const { userId, cinemaId } = columnsOf(person);
  const owner = person.kind === 'standard' ? sql.ref('user_id') : sql.ref('cinema_talent_id');
  const { rows } = await sql<{ id: number }>`
    insert into talent.named_people (user_id, cinema_talent_id, tracking_id, checked_at) values (${userId}, ${cinemaId}, ${trackingId}, ${now})
    on conflict (${owner}) do update set tracking_id = excluded.tracking_id, checked_at = excluded.checked_at
    returning id`.execute(tx);
  const [row] = rows;
  if (!row) throw new Error(`${keyOf(person)} was not filed`);
  return row.id;
}

/** Pairs that met the person under the old name belong to the new one. */
async function followName(tx: Tx, person: Ref, before: number, now: number): Promise<void> {
  const { userId, cinemaId } = columnsOf(person);
  await sql`
    update talent.name_tracking_matches set tracking_id = ${now}
    where kind = 'duplicate' and tracking_id = ${before}
      and (other_user_id = ${userId} or other_cinema_talent_id = ${cinemaId} or user_id = ${userId} or cinema_talent_id = ${cinemaId})`.execute(
    tx,
  );
}

async function countNames(tx: Tx, ids: readonly number[], now: Date): Promise<void> {
  await sql`
    update talent.name_tracking t set updated_at = ${now},
      count = (select count(*)::int from talent.named_people p where p.tracking_id = t.id)
    where t.id = any(${ids}::bigint[]) and t.kind = 'seen'`.execute(tx);
}

export interface Found {
  readonly refs: readonly Ref[];
  /** A key was so common that only people with the same birthday were taken from it. */
  readonly isCommon: boolean;
}
interface KeyRow extends Ref {
  readonly key: string;
}

/** Who shares a key. Of a very common one only those who were born on the same day: else a name would cost as much as it has bearers. */
export async function findByKeys(tx: Tx, { personId, keys, isNew }: Filed, birth: string | null): Promise<Found> {
  const { rows } = await sql<KeyRow>`
    select a.key, case when p.user_id is null then 'cinema' else 'standard' end as kind, coalesce(p.user_id, p.cinema_talent_id) as id
    from unnest(${keys}::text[]) as a (key)
    cross join lateral (select k.person_id from talent.name_keys k where k.key = a.key and k.person_id <> ${personId} limit ${COMMON + 1}) k
    join talent.named_people p on p.id = k.person_id`.execute(tx);
  const byKey = Map.groupBy(rows, ({ key }) => key);
  const common = [...byKey].filter(([, list]) => list.length > COMMON).map(([key]) => key);
  const rare = rows.filter(({ key }) => !common.includes(key));
  const born = common.length && birth !== null ? await findBorn(tx, personId, common, birth) : [];
  const isCommon = common.length > 0;
  if (isCommon || !isNew) await sql`update talent.named_people set is_common = ${isCommon} where id = ${personId}`.execute(tx);
  const refs = new Map([...born, ...rare].map(({ kind, id }) => [keyOf({ kind, id }), { kind, id }]));
  return { refs: [...refs.values()].slice(0, MOST_CANDIDATES), isCommon };
}

async function findBorn(tx: Tx, personId: number, keys: readonly string[], birth: string): Promise<readonly Ref[]> {
  const { rows } = await sql<Ref>`
    select distinct case when p.user_id is null then 'cinema' else 'standard' end as kind, coalesce(p.user_id, p.cinema_talent_id) as id
    from talent.name_keys k join talent.named_people p on p.id = k.person_id
    left join talent.members m on m.account_id = p.user_id
    left join talent.cinema_talents c on c.id = p.cinema_talent_id
    where k.key = any(${keys}::text[]) and k.person_id <> ${personId} and coalesce(m.date_of_birth, c.date_of_birth) = ${birth}::date
    limit ${COMMON}`.execute(tx);
  return rows;
}

/** Under which name each of these people is filed. */
export async function trackingOf(tx: Tx, refs: readonly Ref[]): Promise<ReadonlyMap<string, number>> {
  const members = refs.filter(({ kind }) => kind === 'standard').map(({ id }) => id);
  const cinema = refs.filter(({ kind }) => kind === 'cinema').map(({ id }) => id);
  const { rows } = await sql<Ref & { trackingId: number }>`
    select case when user_id is null then 'cinema' else 'standard' end as kind, coalesce(user_id, cinema_talent_id) as id, tracking_id as "trackingId"
    from talent.named_people where user_id = any(${members}::bigint[]) or cinema_talent_id = any(${cinema}::bigint[])`.execute(tx);
  return new Map(rows.map((row) => [keyOf(row), row.trackingId]));
}

/** People whose name nobody looked at yet: those who were there before this room, and imports. */
export async function findUnfiled(db: Db, limit: number): Promise<readonly Ref[]> {
  const { rows } = await sql<Ref>`
    (select 'standard' as kind, m.account_id as id from talent.members m
      where not exists (select from talent.named_people p where p.user_id = m.account_id) order by m.account_id limit ${limit})
    union all
    (select 'cinema', c.id from talent.cinema_talents c
      where not exists (select from talent.named_people p where p.cinema_talent_id = c.id) order by c.id limit ${limit})
    limit ${limit}`.execute(db);
  return rows;
}

/** Names that nobody has any more are forgotten, and those of people who left are counted again. Answers how many went. */
export async function forgetNames(tx: Tx, now: Date): Promise<number> {
  const { numAffectedRows = 0n } = await sql`
    delete from talent.name_tracking t where t.kind = 'seen' and not exists (select from talent.named_people p where p.tracking_id = t.id)`.execute(
    tx,
  );
  await sql`
    update talent.name_tracking t set count = n.people, updated_at = ${now}
    from (select tracking_id, count(*)::int as people from talent.named_people group by 1) n
    where n.tracking_id = t.id and t.kind = 'seen' and t.count <> n.people`.execute(tx);
  return Number(numAffectedRows);
}

/** How many people have a very common name. */
export async function countCommon(db: Db): Promise<number> {
  const { rows } = await sql<{ people: number }>`select count(*)::int as people from talent.named_people where is_common`.execute(db);
  return rows[0]?.people ?? 0;
}
