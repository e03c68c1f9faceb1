/** The tables of media, of what they are made of, and of who appears in them. */
import { type RawBuilder, sql } from 'kysely';
import type { Db, Tx } from '#kernel/db/db.ts';
import type { PageAsked, PageOf } from '#kernel/http/pagination.ts';
import { escapeLike, fold } from '#kernel/text.ts';
import type { Medium, MediumFacts, MediumKind, MediumName, Person, PersonName, Said, Standing } from './medium.ts';
import type { Shown } from './rules.ts';

const MEDIUM = sql`m.id, m.kind, m.ref, m.account_id as "accountId", m.title, m.thumbnail, m.href, m.file, m.origin, m.said,
  m.said_by as "saidBy", m.said_at as "saidAt", m.credit, m.licence, m.standing, m.ends_at as "endsAt", m.made_at as "madeAt"`;

export async function findMedia(db: Db, ids: readonly number[]): Promise<readonly Medium[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<Medium>`
    select ${MEDIUM} from library.media m where m.id = any(${ids}::bigint[]) order by array_position(${ids}::bigint[], m.id)`.execute(db);
  return rows;
}

export async function findByNames(db: Db, names: readonly MediumName[]): Promise<readonly Medium[]> {
  if (names.length === 0) return [];
  const { rows } = await sql<Medium>`
    select ${MEDIUM} from library.media m join jsonb_to_recordset(${JSON.stringify(names)}::jsonb) as n(kind text, ref text)
      on n.kind = m.kind and n.ref = m.ref`.execute(db);
  return rows;
}

/** What a person declared stays; what the product knows is written anew. Answers its number. */
export async function upsertMedium(tx: Tx, facts: MediumFacts, said: Said, now: Date): Promise<number> {
  const { kind, ref, accountId, title, thumbnail, href, file, origin, madeAt } = facts;
  const { rows } = await sql<{ id: number }>`
    insert into library.media as m (kind, ref, account_id, title, search_text, thumbnail, href, file, origin, said, made_at, registered_at)
    values (${kind}, ${ref}, ${accountId}, ${title}, ${fold(title)}, ${thumbnail}, ${href}, ${file}, ${origin}, ${said}, ${madeAt}, ${now})
    on conflict (kind, ref) do update set account_id = excluded.account_id, title = excluded.title, thumbnail = excluded.thumbnail,
      href = excluded.href, file = excluded.file, origin = excluded.origin,
      said = case when m.said_at is not null or excluded.said = 'undeclared' then m.said else excluded.said end
    returning m.id`.execute(tx);
  const [row] = rows;
  if (!row) throw new Error(`the medium ${kind} ${ref} got no number`);
  return row.id;
}

export async function insertParts(tx: Tx, mediumId: number, parts: readonly number[]): Promise<void> {
  if (parts.length === 0) return;
  await sql`insert into library.parts (medium_id, part_id) select ${mediumId}, part from unnest(${parts}::bigint[]) as part
    where part <> ${mediumId} on conflict do nothing`.execute(tx);
}

export async function ensurePerson(tx: Tx, { key, name, code }: PersonName): Promise<Person> {
  const { rows } = await sql<Person>`
    insert into library.people (key, name, code, search_text) values (${key}, ${name}, ${code}, ${fold(`${name} ${code ?? ''}`)})
    on conflict (key) do update set name = excluded.name, code = excluded.code, search_text = excluded.search_text
    returning id, key, name, code`.execute(tx);
  const [person] = rows;
  if (!person) throw new Error('a person got no number');
  return person;
}

export async function findPerson(db: Db, id: number): Promise<Person | null> {
  return (await sql<Person>`select id, key, name, code from library.people where id = ${id}`.execute(db)).rows[0] ?? null;
}

/** Current ones; `by` null is the product. Who was there before and is not named any more has left, with a time and an author. */
export async function setAppearances(tx: Tx, mediumId: number, people: readonly number[], by: number | null, now: Date): Promise<void> {
  await sql`update library.appearances set ended_at = ${now}, ended_by = ${by}
    where medium_id = ${mediumId} and ended_at is null and person_id <> all(${people}::bigint[])`.execute(tx);
  await sql`insert into library.appearances (medium_id, person_id, said_by, said_at)
    select ${mediumId}, person, ${by}, ${now} from unnest(${people}::bigint[]) as person on conflict do nothing`.execute(tx);
}

export interface Declaration {
  readonly said: Said;
  readonly credit: string | null;
  readonly licence: string | null;
}

/** Null leaves the credit as it is. */
export async function declareMedium(tx: Tx, id: number, { said, credit, licence }: Declaration, by: number, now: Date): Promise<void> {
  await sql`update library.media set said = ${said}, said_by = ${by}, said_at = ${now}, credit = coalesce(${credit}, credit),
    licence = coalesce(${licence}, licence) where id = ${id}`.execute(tx);
}

export async function updateStanding(
  tx: Db,
  id: number,
  { standing, endsAt }: { readonly standing: Standing; readonly endsAt: Date | null },
): Promise<void> {
  await sql`update library.media set standing = ${standing}, ends_at = ${endsAt}
    where id = ${id} and (standing, ends_at) is distinct from (${standing}::text, ${endsAt}::timestamptz)`.execute(tx);
}

interface ShownRow {
  readonly id: number;
  readonly kind: MediumKind;
  readonly ref: string;
  readonly title: string;
  readonly origin: string | null;
  readonly said: Said;
  readonly people: readonly Person[];
  readonly parts: readonly number[];
}

/** The whole trees of these media, whatever they are made of; in the order given. */
export async function findShown(db: Db, ids: readonly number[]): Promise<readonly Shown[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<ShownRow>`
    with recursive tree as (
      select unnest(${ids}::bigint[]) as id
      union select p.part_id from library.parts p join tree t on t.id = p.medium_id
    )
    select m.id, m.kind, m.ref, m.title, m.origin, m.said,
      coalesce((select jsonb_agg(jsonb_build_object('id', e.id, 'key', e.key, 'name', e.name, 'code', e.code) order by e.id)
        from library.appearances a join library.people e on e.id = a.person_id where a.medium_id = m.id and a.ended_at is null), '[]') as people,
      array(select part_id from library.parts p where p.medium_id = m.id order by part_id) as parts
    from library.media m join tree t on t.id = m.id`.execute(db);
  const known = new Map(rows.map((row) => [row.id, row]));
  const grow = (id: number, above: readonly number[]): readonly Shown[] => {
    const row = known.get(id);
    if (!row || above.includes(id)) return [];
    return [{ ...row, parts: row.parts.flatMap((part) => grow(part, [...above, id])) }];
  };
  return ids.flatMap((id) => grow(id, []));
}

/** Media that show this person, themselves or in what they are made of. */
export async function findShowing(db: Db, personId: number): Promise<readonly number[]> {
  const { rows } = await sql<{ id: number }>`
    with recursive tree as (
      select a.medium_id as id from library.appearances a where a.person_id = ${personId} and a.ended_at is null
      union select p.medium_id from library.parts p join tree t on t.id = p.part_id
    ) select id from tree order by id`.execute(db);
  return rows.map(({ id }) => id);
}

/** These, and whatever is made of them. */
export async function findAbove(db: Db, ids: readonly number[]): Promise<readonly number[]> {
  const { rows } = await sql<{ id: number }>`
    with recursive tree as (
      select unnest(${ids}::bigint[]) as id
      union select p.medium_id from library.parts p join tree t on t.id = p.part_id
    ) select id from tree order by id`.execute(db);
  return rows.map(({ id }) => id);
}

export interface Shelf {
  /** Whose media; `isHouse`: and the house's own. */
  readonly accountId: number;
  readonly isHouse: boolean;
}
export interface MediaFilters {
  readonly kind?: MediumKind;
  readonly standing?: Standing;
  /** Ends within this many days. */
  readonly endsBefore?: Date;
  readonly personId?: number;
  readonly origin?: string;
  readonly search?: string;
}

/** An end that has passed since it was written down counts as one. */
const standingAt = (now: Date) => sql`case when m.standing = 'clear' and m.ends_at <= ${now} then 'expired' else m.standing end`;

export async function listMedia(
  db: Db,
  { accountId, isHouse }: Shelf,
  { kind, standing, endsBefore, personId, origin, search }: MediaFilters,
  { size, offset }: PageAsked,
  now: Date,
): Promise<PageOf<Medium>> {
  const words = fold(search ?? '');
  const appears = (person: RawBuilder<unknown>) => sql`exists (
    with recursive tree as (select m.id union select p.part_id from library.parts p join tree t on t.id = p.medium_id)
    select from tree t join library.appearances a on a.medium_id = t.id and a.ended_at is null join library.people e on e.id = a.person_id where ${person})`;
  const pattern = `%${escapeLike(words)}%`;
  const where = sql.join(
    [
      isHouse ? sql`(m.account_id = ${accountId} or m.account_id is null)` : sql`m.account_id = ${accountId}`,
      ...(kind ? [sql`m.kind = ${kind}`] : []),
      ...(standing ? [sql`${standingAt(now)} = ${standing}`] : []),
      ...(endsBefore ? [sql`m.standing = 'clear' and m.ends_at > ${now} and m.ends_at <= ${endsBefore}`] : []),
      ...(personId ? [appears(sql`e.id = ${personId}`)] : []),
      ...(origin ? [sql`m.origin = ${origin}`] : []),
      ...(words ? [sql`(m.search_text like ${pattern} or ${appears(sql`e.search_text like ${pattern}`)})`] : []),
    ],
    sql` and `,
  );
  const [counted, { rows }] = await Promise.all([
    sql<{ total: number }>`select count(*)::int as total from library.media m where ${where}`.execute(db),
    sql<Medium>`select ${MEDIUM} from library.media m where ${where} order by m.made_at desc, m.id desc limit ${size} offset ${offset}`.execute(
      db,
    ),
  ]);
  return { total: counted.rows[0]?.total ?? 0, rows };
}

/** People who appear in media of this shelf, by name: for a filter. */
export async function listPeople(db: Db, { accountId, isHouse }: Shelf, most: number): Promise<readonly Person[]> {
  const whose = isHouse ? sql`(m.account_id = ${accountId} or m.account_id is null)` : sql`m.account_id = ${accountId}`;
  const { rows } = await sql<Person>`
    select distinct e.id, e.key, e.name, e.code from library.people e join library.appearances a on a.person_id = e.id and a.ended_at is null
    join library.media m on m.id = a.medium_id where ${whose} order by e.name, e.id limit ${most}`.execute(db);
  return rows;
}

export async function readCursor(db: Db, kind: MediumKind): Promise<string | null> {
  return (await sql<{ cursor: string }>`select cursor from library.gathered where kind = ${kind}`.execute(db)).rows[0]?.cursor ?? null;
}
export async function writeCursor(tx: Tx, kind: MediumKind, cursor: string): Promise<void> {
  await sql`insert into library.gathered (kind, cursor) values (${kind}, ${cursor})
    on conflict (kind) do update set cursor = excluded.cursor`.execute(tx);
}

/** It shows what it was made of, and nothing else. */
export async function inherit(tx: Tx, id: number, now: Date): Promise<void> {
  await sql`update library.media set said = 'parts', said_at = ${now} where id = ${id} and said = 'undeclared'`.execute(tx);
}

/** One file of a person became part of another: what was known of the one is known of the other. Answers their number; null when nothing was known. */
export async function absorbPerson(tx: Tx, from: string, into: PersonName): Promise<number | null> {
  const { rows } = await sql<{ id: number }>`select id from library.people where key = ${from}`.execute(tx);
  const [old] = rows;
  if (!old) return null;
  const { id } = await ensurePerson(tx, into);
  await sql`update library.consents set person_id = ${id} where person_id = ${old.id}`.execute(tx);
  await sql`update library.events set person_id = ${id} where person_id = ${old.id}`.execute(tx);
  await sql`delete from library.appearances a where a.person_id = ${old.id} and exists (
    select from library.appearances b where b.person_id = ${id} and b.medium_id = a.medium_id and b.ended_at is null and a.ended_at is null)`.execute(
    tx,
  );
  await sql`update library.appearances set person_id = ${id} where person_id = ${old.id}`.execute(tx);
  await sql`delete from library.people where id = ${old.id}`.execute(tx);
  return id;
}

type ProjectStanding = 'given' | 'asked' | 'refused' | 'none';

/** The best that each of them said to promoting this project, or to everything; a project is promoted on any platform. */
export async function findProjectStandings(
  db: Db,
  people: readonly PersonName[],
  origin: string,
  now: Date,
): Promise<ReadonlyMap<string, ProjectStanding>> {
  const keys = people.map(({ key }) => key);
  const { rows } = await sql<{ key: string; standing: ProjectStanding }>`
    select e.key, case when bool_or(c.state = 'given' and c.withdrawn_at is null and c.starts_at <= ${now} and (c.ends_at is null or c.ends_at > ${now}))
      then 'given' when bool_or(c.state = 'asked') then 'asked'
      when bool_or(c.state = 'refused' or c.withdrawn_at is not null) then 'refused' else 'none' end as standing
    from library.people e join library.consents c on c.person_id = e.id
    where e.key = any(${keys}::text[]) and c.medium_id is null and (c.origin is null or c.origin = ${origin}) and 'promo' = any(c.purposes)
    group by e.key`.execute(db);
  const found = new Map(rows.map(({ key, standing }) => [key, standing]));
  return new Map(keys.map((key) => [key, found.get(key) ?? 'none']));
}

/** Pictures of this person that can be shown to them, portraits first. */
export async function findPortraits(db: Db, personId: number, most: number): Promise<readonly Medium[]> {
  const { rows } = await sql<Medium>`
    select ${MEDIUM} from library.media m join library.appearances a on a.medium_id = m.id and a.ended_at is null
    where a.person_id = ${personId} and m.file is not null order by m.kind <> 'portrait', m.id desc limit ${most}`.execute(db);
  return rows;
}

/** Takes the names from these people; answers their numbers. What was asked of them keeps no address. */
export async function namelessPeople(tx: Tx, keys: readonly string[]): Promise<readonly number[]> {
  const { rows } = await sql<{ id: number }>`
    update library.people set name = '—', code = null, search_text = '' where key = any(${keys}::text[]) returning id`.execute(tx);
  const ids = rows.map(({ id }) => id);
  await sql`update library.consents set address_encrypted = null where person_id = any(${ids}::bigint[])`.execute(tx);
  return ids;
}
