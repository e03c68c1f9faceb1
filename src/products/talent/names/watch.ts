/**
 * Watched names: an administrator wants to hear when somebody of that name joins. An entry has a reason and ends by itself; it tells,
 * it never stops anybody. Entries and what they noticed are erased ninety days after their end.
 */
import { type RawBuilder, sql } from 'kysely';
import type { Db, Tx } from '#kernel/db/db.ts';
import type { PageAsked, PageOf } from '#kernel/http/pagination.ts';
import type { Language } from '#kernel/message.ts';
import { keysOf } from './keys.ts';
import { involving } from './matches.ts';
import { keyOf, nameOf, type Person, type Ref, readPeople } from './person.ts';
import { nameSimilarity, SAME_NAME } from './similarity.ts';
import { normalisedName, wordsOf } from './spelling.ts';

export const MAX_YEARS = 2;
export const KEPT_DAYS = 90;

export interface WatchFields {
  readonly firstName: string;
  readonly lastName: string;
  /** The reason. */
  readonly description: string;
  /** Null: the address of the administrators. */
  readonly email: string | null;
  readonly expiresAt: Date;
}
export interface Entry extends WatchFields {
  readonly id: number;
  /** Of letters. */
  readonly language: Language;
  readonly endedAt: Date | null;
  readonly createdAt: Date;
  readonly createdBy: string | null;
  /** How many people were noticed. */
  readonly noticed: number;
  /** Of them, how many nobody looked at yet. */
  readonly unseen: number;
}

export const isOver = ({ endedAt, expiresAt }: Pick<Entry, 'endedAt' | 'expiresAt'>, now: Date): boolean =>
  endedAt !== null || expiresAt <= now;
export const watchedName = ({ firstName, lastName }: Pick<Entry, 'firstName' | 'lastName'>): string => `${firstName} ${lastName}`;

const ENTRY = sql`
  t.id, t.watched_first_name as "firstName", t.watched_last_name as "lastName", t.tracking_description as description,
  t.notification_email as email, t.language, t.expires_at as "expiresAt", t.ended_at as "endedAt", t.created_at as "createdAt",
  (select a.first_name || ' ' || a.last_name from identity.account_cards a where a.id = t.created_by) as "createdBy",
  (select count(*)::int from talent.name_tracking_matches m where m.tracking_id = t.id) as noticed,
  (select count(*)::int from talent.name_tracking_matches m where m.tracking_id = t.id and m.status = 'pending') as unseen`;
const entries = (db: Db, tail: RawBuilder<unknown>) =>
  sql<Entry>`select ${ENTRY} from talent.name_tracking t where t.kind = 'watched' and ${tail}`.execute(db);

/** Those that still watch first, then the latest. */
export async function listEntries(db: Db, isCurrent: boolean, now: Date, { size, offset }: PageAsked): Promise<PageOf<Entry>> {
  const current = sql`(t.ended_at is null and t.expires_at > ${now}) = ${isCurrent}`;
  const [counted, { rows }] = await Promise.all([
    sql<{ total: number }>`select count(*)::int as total from talent.name_tracking t where t.kind = 'watched' and ${current}`.execute(db),
    entries(db, sql`${current} order by t.created_at desc, t.id desc limit ${size} offset ${offset}`),
  ]);
  return { total: counted.rows[0]?.total ?? 0, rows };
}

export async function findEntry(db: Db, id: number): Promise<Entry | null> {
  return (await entries(db, sql`t.id = ${id}`)).rows[0] ?? null;
}

/** Entries that watch at this moment and whose name this is. */
export async function entriesFor(
  tx: Tx,
  person: Person,
  keys: readonly string[],
  now: Date,
): Promise<readonly (Entry & { similarity: number })[]> {
  const { rows } = await entries(
    tx,
    sql`t.ended_at is null and t.expires_at > ${now} and t.keys && ${keys}::text[] order by t.id limit 100`,
  );
  const words = wordsOf(nameOf(person));
  return rows
    .map((entry) => ({ ...entry, similarity: nameSimilarity(words, wordsOf(watchedName(entry))) }))
    .filter(({ similarity }) => similarity >= SAME_NAME);
}

/** `by`: null for an entry that comes from another installation. */
export async function insertEntry(tx: Tx, fields: WatchFields, language: Language, by: number | null, now: Date): Promise<number> {
  const [first, last, full] = [fields.firstName, fields.lastName, watchedName(fields)].map((name) => normalisedName(name));
  const keys = keysOf(wordsOf(watchedName(fields)));
  const { rows } = await sql<{ id: number }>`
    insert into talent.name_tracking (kind, first_name, last_name, full_name, watched_first_name, watched_last_name, tracking_description,
      notification_email, language, expires_at, created_by, keys, created_at, updated_at)
    values ('watched', ${first?.slice(0, 100)}, ${last?.slice(0, 100)}, ${full?.slice(0, 200)}, ${fields.firstName}, ${fields.lastName},
      ${fields.description}, ${fields.email}, ${language}, ${fields.expiresAt}, ${by}, ${keys}::text[], ${now}, ${now})
    returning id`.execute(tx);
  const [row] = rows;
  if (!row) throw new Error('a watched name was not written');
  return row.id;
}

/** The name stays: another name is another entry, with a reason of its own. */
export async function updateEntry(tx: Tx, id: number, fields: Omit<WatchFields, 'firstName' | 'lastName'>, now: Date): Promise<boolean> {
  const { rows } = await sql`
    update talent.name_tracking set tracking_description = ${fields.description}, notification_email = ${fields.email},
      expires_at = ${fields.expiresAt}, updated_at = ${now}
    where id = ${id} and kind = 'watched' and ended_at is null returning id`.execute(tx);
  return rows.length > 0;
}

export async function endEntry(tx: Tx, id: number, now: Date): Promise<boolean> {
  const { rows } = await sql`
    update talent.name_tracking set ended_at = ${now}, updated_at = ${now}
    where id = ${id} and kind = 'watched' and ended_at is null returning id`.execute(tx);
  return rows.length > 0;
}

export async function forgetEntries(tx: Tx, now: Date): Promise<number> {
  const before = new Date(now.getTime() - KEPT_DAYS * 86_400_000);
  const { numAffectedRows = 0n } = await sql`
    delete from talent.name_tracking where kind = 'watched' and least(ended_at, expires_at) < ${before}`.execute(tx);
  return Number(numAffectedRows);
}

/** Null when this person was noticed by this entry before: one letter is enough. */
export async function noticePerson(tx: Tx, entry: Pick<Entry, 'id'>, person: Ref, similarity: number, now: Date): Promise<number | null> {
  const [userId, cinemaId] = person.kind === 'standard' ? [person.id, null] : [null, person.id];
  const { rows } = await sql<{ id: number }>`
    insert into talent.name_tracking_matches (kind, tracking_id, user_id, cinema_talent_id, pair, similarity_score, strength, reasons, created_at, updated_at)
    values ('watch', ${entry.id}, ${userId}, ${cinemaId}, ${`${keyOf(person)} w${entry.id}`}, ${similarity}, ${Math.round(similarity * 100)},
      array[${similarity === 1 ? 'same_name' : 'close_name'}]::text[], ${now}, ${now})
    on conflict (pair) do nothing returning id`.execute(tx);
  if (rows[0]) await sql`update talent.name_tracking set count = count + 1, updated_at = ${now} where id = ${entry.id}`.execute(tx);
  return rows[0]?.id ?? null;
}

export const keepLetter = (tx: Tx, matchId: number, letterId: number): Promise<unknown> =>
  sql`update talent.name_tracking_matches set letter_id = ${letterId} where id = ${matchId}`.execute(tx);

/** At most so many of those who are there already are listed with a new entry. */
const MOST_PRESENT = 200;

/** Those who have the name already. They are listed, no letter is written: the administrator is looking at them. */
export async function noticePresent(tx: Tx, entry: Entry, now: Date): Promise<number> {
  const words = wordsOf(watchedName(entry));
  const { rows: refs } = await sql<Ref>`
    select distinct case when p.user_id is null then 'cinema' else 'standard' end as kind, coalesce(p.user_id, p.cinema_talent_id) as id
    from talent.name_keys k join talent.named_people p on p.id = k.person_id where k.key = any(${keysOf(words)}::text[]) limit 5000`.execute(
    tx,
  );
  const alike = (await readPeople(tx, refs))
    .map((person) => ({ person, similarity: nameSimilarity(words, wordsOf(nameOf(person))) }))
    .filter(({ similarity }) => similarity >= SAME_NAME)
    .sort((a, b) => b.similarity - a.similarity)
    .slice(0, MOST_PRESENT);
  for (const { person, similarity } of alike) await noticePerson(tx, entry, person, similarity, now);
  return alike.length;
}

export interface Notice {
  readonly id: number;
  readonly entryId: number;
  readonly person: Ref;
  readonly similarity: number;
  readonly status: 'pending' | 'reviewed' | 'ignored';
  /** A letter told of it. */
  readonly isTold: boolean;
  readonly createdAt: Date;
}
const NOTICE = sql`
  m.id, m.tracking_id as "entryId", m.similarity_score as similarity, m.status, m.letter_id is not null as "isTold", m.created_at as "createdAt",
  json_build_object('kind', case when m.user_id is null then 'cinema' else 'standard' end, 'id', coalesce(m.user_id, m.cinema_talent_id)) as person`;

export async function noticesOf(db: Db, entryId: number, { size, offset }: PageAsked): Promise<readonly Notice[]> {
  const { rows } = await sql<Notice>`
    select ${NOTICE} from talent.name_tracking_matches m where m.kind = 'watch' and m.tracking_id = ${entryId}
    order by m.created_at desc, m.similarity_score desc, m.id desc limit ${size} offset ${offset}`.execute(db);
  return rows;
}

/** Everything that was noticed of one person: what they may ask to see. */
export async function noticesAbout(db: Db, person: Ref): Promise<readonly (Notice & { readonly entry: Entry })[]> {
  const { rows } = await sql<Notice>`
    select ${NOTICE} from talent.name_tracking_matches m where m.kind = 'watch' and ${involving(person)} order by m.created_at desc limit 200`.execute(
    db,
  );
  const found = await entries(db, sql`t.id = any(${rows.map(({ entryId }) => entryId)}::bigint[])`);
  const byId = new Map(found.rows.map((entry) => [entry.id, entry]));
  return rows.flatMap((notice) => {
    const entry = byId.get(notice.entryId);
    return entry ? [{ ...notice, entry }] : [];
  });
}

export async function judgeNotice(tx: Tx, entryId: number, id: number, isConcerned: boolean, by: number, now: Date): Promise<boolean> {
  const { rows } = await sql`
    update talent.name_tracking_matches set status = ${isConcerned ? 'reviewed' : 'ignored'}, verdict = ${isConcerned ? 'seen' : 'not_same'},
      decided_by = ${by}, decided_at = ${now}, updated_at = ${now}
    where id = ${id} and tracking_id = ${entryId} and kind = 'watch' returning id`.execute(tx);
  return rows.length > 0;
}
