/** Pairs of people who may be one: recorded once whoever came last, decided by an administrator, asked again only when more speaks for it. */
import { type RawBuilder, sql } from 'kysely';
import type { Db, Tx } from '#kernel/db/db.ts';
import type { PageAsked, PageOf } from '#kernel/http/pagination.ts';
import { type Evidence, hasGrown } from './evidence.ts';
import { keyOf, pairOf, type Ref } from './person.ts';

/** Two people may be one, as somebody noticed. */
export interface Meeting {
  /** Who came. */
  readonly person: Ref;
  /** Who was there. */
  readonly other: Ref;
  /** The name that was there. */
  readonly trackingId: number;
  readonly evidence: Evidence;
}

interface Known {
  readonly id: number;
  readonly pair: string;
  readonly status: string;
  readonly verdict: string | null;
  readonly reasons: readonly string[];
}

/**
 * Writes what was noticed of one person; pairs of theirs that nothing speaks for any more, and nobody decided, go. Answers how many
 * an administrator has to look at now, and had not before.
 */
export async function recordMeetings(tx: Tx, person: Ref, meetings: readonly Meeting[], now: Date): Promise<number> {
  let news = 0;
  const known = new Map((await pairsOf(tx, person)).map((row) => [row.pair, row]));
  for (const meeting of meetings) {
    const before = known.get(pairOf(meeting.person, meeting.other));
    const isAsked = before !== undefined && before.status !== 'pending' && isAskedAgain(before, meeting);
    if (!before) await insertPair(tx, meeting, now);
    else if (before.status === 'pending' || isAsked) await renewPair(tx, before.id, meeting, now);
    if (!before || isAsked) news += 1;
  }
  const still = meetings.map(({ other }) => pairOf(person, other));
  const gone = [...known.values()].filter(({ pair, status }) => status === 'pending' && !still.includes(pair)).map(({ id }) => id);
  if (gone.length > 0) await sql`delete from talent.name_tracking_matches where id = any(${gone}::bigint[])`.execute(tx);
  return news;
}

const isAskedAgain = ({ verdict, reasons }: Known, { evidence }: Meeting): boolean =>
  verdict === 'not_same' && hasGrown(reasons, evidence.reasons);

/** Of or with this person, on whichever side. */
export function involving({ kind, id }: Ref): RawBuilder<unknown> {
  return kind === 'standard'
    ? sql`(m.user_id = ${id} or m.other_user_id = ${id})`
    : sql`(m.cinema_talent_id = ${id} or m.other_cinema_talent_id = ${id})`;
}

async function pairsOf(tx: Tx, person: Ref): Promise<readonly Known[]> {
  const { rows } = await sql<Known>`
    select m.id, m.pair, m.status, m.verdict, m.reasons from talent.name_tracking_matches m
    where m.kind = 'duplicate' and m.pair is not null and ${involving(person)}`.execute(tx);
  return rows;
}

const idIf = ({ kind, id }: Ref, wanted: Ref['kind']): number | null => (kind === wanted ? id : null);

async function insertPair(tx: Tx, { person, other, trackingId, evidence }: Meeting, now: Date): Promise<void> {
  const { similarity, strength, reasons } = evidence;
  await sql`
    insert into talent.name_tracking_matches (kind, tracking_id, user_id, cinema_talent_id, other_user_id, other_cinema_talent_id, pair,
      similarity_score, strength, reasons, created_at, updated_at)
    values ('duplicate', ${trackingId}, ${idIf(person, 'standard')}, ${idIf(person, 'cinema')}, ${idIf(other, 'standard')}, ${idIf(other, 'cinema')},
      ${pairOf(person, other)}, ${similarity}, ${strength}, ${reasons}::text[], ${now}, ${now})
    on conflict (pair) do nothing`.execute(tx);
}

/** A pair that was set aside comes back with what is new; who set it aside stays written in `decided_by`. */
async function renewPair(tx: Tx, id: number, { evidence }: Meeting, now: Date): Promise<void> {
  const { similarity, strength, reasons } = evidence;
  await sql`
    update talent.name_tracking_matches set similarity_score = ${similarity}, strength = ${strength}, reasons = ${reasons}::text[],
      status = 'pending', verdict = null, updated_at = ${now}
    where id = ${id}`.execute(tx);
}

export type Verdict = 'not_same' | 'same' | 'linked' | 'seen';

/** Null puts it back among those to review. False when there is no such match. */
export async function decide(tx: Tx, id: number, verdict: Verdict | null, by: number, now: Date): Promise<boolean> {
  const status = verdict === null ? 'pending' : verdict === 'not_same' ? 'ignored' : 'reviewed';
  const { rows } = await sql`
    update talent.name_tracking_matches set verdict = ${verdict}, status = ${status}, decided_by = ${by}, decided_at = ${now}, updated_at = ${now}
    where id = ${id} and verdict is distinct from 'merged' returning id`.execute(tx);
  return rows.length > 0;
}

/** The pair becomes the memory of its merge, and other pairs of the absorbed person those of the survivor. */
export async function closePairs(tx: Tx, from: Ref, into: Ref, mergeId: number, by: number, now: Date): Promise<void> {
  const [userId, cinemaId] = [idIf(into, 'standard'), idIf(into, 'cinema')];
  await sql`
    update talent.name_tracking_matches set status = 'reviewed', verdict = 'merged', merge_id = ${mergeId}, pair = null, decided_by = ${by},
      decided_at = ${now}, updated_at = ${now}, user_id = ${userId}, cinema_talent_id = ${cinemaId},
      other_user_id = null, other_cinema_talent_id = null
    where pair = ${pairOf(from, into)}`.execute(tx);
  const others = (await pairsOf(tx, from)).flatMap(({ id, pair }) => {
    const other = pair.split(' ').find((key) => key !== keyOf(from)) ?? '';
    return [{ id, pair: [other, keyOf(into)].sort().join(' ') }];
  });
  // Where the survivor has the same pair already its own counts; the other goes with the absorbed person.
  for (const { id, pair } of others)
    await sql`
      update talent.name_tracking_matches m set pair = ${pair},
        user_id = case when m.user_id = ${from.id} and ${from.kind === 'standard'} then ${userId} else m.user_id end,
        other_user_id = case when m.other_user_id = ${from.id} and ${from.kind === 'standard'} then ${userId} else m.other_user_id end,
        cinema_talent_id = case when m.cinema_talent_id = ${from.id} and ${from.kind === 'cinema'} then ${cinemaId} else m.cinema_talent_id end,
        other_cinema_talent_id = case when m.other_cinema_talent_id = ${from.id} and ${from.kind === 'cinema'} then ${cinemaId}
          else m.other_cinema_talent_id end
      where m.id = ${id} and not exists (select from talent.name_tracking_matches x where x.pair = ${pair})`.execute(tx);
}

export interface Match {
  readonly id: number;
  readonly person: Ref;
  readonly other: Ref;
  readonly similarity: number;
  readonly strength: number;
  readonly reasons: readonly string[];
  readonly status: 'pending' | 'reviewed' | 'ignored';
  readonly verdict: string | null;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
  readonly createdAt: Date;
}

export const STATES = ['pending', 'same', 'ignored'] as const;
export type State = (typeof STATES)[number];
export const BETWEEN = ['members', 'cinema', 'across'] as const;
export interface MatchFilters {
  readonly state: State;
  readonly between?: (typeof BETWEEN)[number];
  readonly isStrong?: boolean;
  /** Folded words that must be in the name or code of one of the two. */
  readonly words?: readonly string[];
}

/** From here on evidence is called strong: the name and one thing more that is told by few. */
const STRONG = 60;

const STATE: Readonly<Record<State, RawBuilder<unknown>>> = {
  pending: sql`m.status = 'pending'`,
  same: sql`m.status = 'reviewed' and m.verdict = 'same'`,
  ignored: sql`m.status = 'ignored'`,
};
const SIDES: Readonly<Record<(typeof BETWEEN)[number], RawBuilder<unknown>>> = {
  members: sql`m.user_id is not null and m.other_user_id is not null`,
  cinema: sql`m.cinema_talent_id is not null and m.other_cinema_talent_id is not null`,
  across: sql`(m.user_id is null) <> (m.other_user_id is null)`,
};

function whereOf({ state, between, isStrong, words = [] }: MatchFilters): RawBuilder<unknown> {
  const parts = [sql`m.kind = 'duplicate'`, sql`m.pair is not null`, STATE[state]];
  if (between) parts.push(SIDES[between]);
  if (isStrong !== undefined) parts.push(isStrong ? sql`m.strength >= ${STRONG}` : sql`m.strength < ${STRONG}`);
  for (const word of words) {
    const pattern = sql`talent.search_pattern(${word})`;
    parts.push(sql`(
      exists (select from talent.members x where x.account_id in (m.user_id, m.other_user_id) and x.search_text like ${pattern})
      or exists (select from talent.cinema_talents x where x.id in (m.cinema_talent_id, m.other_cinema_talent_id) and x.search_text like ${pattern}))`);
  }
  return sql.join(parts, sql` and `);
}

const MATCH = sql`
  m.id, m.similarity_score as similarity, m.strength, m.reasons, m.status, m.verdict, m.decided_at as "decidedAt", m.created_at as "createdAt",
  m.user_id as "userId", m.cinema_talent_id as "cinemaId", m.other_user_id as "otherUserId", m.other_cinema_talent_id as "otherCinemaId",
  (select a.first_name || ' ' || a.last_name from identity.account_cards a where a.id = m.decided_by) as "decidedBy"`;
type Row = Omit<Match, 'person' | 'other'> & Record<'userId' | 'cinemaId' | 'otherUserId' | 'otherCinemaId', number | null>;

const refOf = (userId: number | null, cinemaId: number | null): Ref =>
  userId === null ? { kind: 'cinema', id: cinemaId ?? 0 } : { kind: 'standard', id: userId };
const toMatch = ({ userId, cinemaId, otherUserId, otherCinemaId, ...row }: Row): Match => ({
  ...row,
  person: refOf(userId, cinemaId),
  other: refOf(otherUserId, otherCinemaId),
});

export async function listMatches(
  db: Db,
  filters: MatchFilters,
  order: 'strongest' | 'newest',
  { size, offset }: PageAsked,
): Promise<PageOf<Match>> {
  const where = whereOf(filters);
  const sorted = order === 'newest' ? sql`m.created_at desc, m.id desc` : sql`m.strength desc, m.id desc`;
  const [counted, { rows }] = await Promise.all([
    sql<{ total: number }>`select count(*)::int as total from talent.name_tracking_matches m where ${where}`.execute(db),
    sql<Row>`select ${MATCH} from talent.name_tracking_matches m where ${where} order by ${sorted} limit ${size} offset ${offset}`.execute(
      db,
    ),
  ]);
  return { total: counted.rows[0]?.total ?? 0, rows: rows.map(toMatch) };
}

export async function countStates(db: Db): Promise<Readonly<Record<State, number>>> {
  const { rows } = await sql<Record<State, number>>`
    select ${sql.join(STATES.map((state) => sql`(count(*) filter (where ${STATE[state]}))::int as ${sql.ref(state)}`))}
    from talent.name_tracking_matches m where m.kind = 'duplicate' and m.pair is not null`.execute(db);
  return rows[0] ?? { pending: 0, same: 0, ignored: 0 };
}

/** A pair of two people who are both still there. */
export async function findMatch(db: Db, id: number): Promise<Match | null> {
  const { rows } = await sql<Row>`
    select ${MATCH} from talent.name_tracking_matches m where m.id = ${id} and m.kind = 'duplicate' and m.pair is not null`.execute(db);
  return rows[0] ? toMatch(rows[0]) : null;
}
