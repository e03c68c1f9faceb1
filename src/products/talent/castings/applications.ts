/**
 * Who applies to a call: once a person and call, taken back and sent again as they like, decided on by the casting team. A CINEMA talent
 * applies with their file; a member without one with their profile.
 */
import { type RawBuilder, sql } from 'kysely';
import type { Db, Tx } from '#kernel/db/db.ts';
import type { PageAsked, PageOf } from '#kernel/http/pagination.ts';

export const STATES = ['new', 'seen', 'kept', 'refused'] as const;
export type State = (typeof STATES)[number];

/** Whom a browser may apply for. At least one of the two. */
export interface Applicant {
  readonly talentId: number | null;
  readonly accountId: number | null;
}

export interface Application {
  readonly id: number;
  readonly callId: number;
  readonly projectId: number;
  readonly partId: number | null;
  readonly partName: string | null;
  readonly talentId: number | null;
  readonly accountId: number | null;
  readonly message: string | null;
  readonly state: State;
  readonly appliedAt: Date;
  readonly withdrawnAt: Date | null;
  readonly decidedAt: Date | null;
  readonly isWritten: boolean;
}

const COLUMNS = sql`a.id, a.casting_id as "callId", c.project_id as "projectId", a.part_id as "partId", r.name as "partName",
  a.cinema_talent_id as "talentId", a.account_id as "accountId", a.message, a.state, a.applied_at as "appliedAt",
  a.withdrawn_at as "withdrawnAt", a.decided_at as "decidedAt", a.letter_id is not null as "isWritten"`;
const SOURCE = sql`talent.casting_applications a join talent.castings c on c.id = a.casting_id
  left join talent.casting_parts r on r.id = a.part_id`;

const isOf = ({ talentId, accountId }: Applicant): RawBuilder<unknown> => {
  const ways = [
    ...(talentId === null ? [] : [sql`a.cinema_talent_id = ${talentId}`]),
    ...(accountId === null ? [] : [sql`a.account_id = ${accountId}`]),
  ];
  return ways.length === 0 ? sql`false` : sql`(${sql.join(ways, sql` or `)})`;
};

export async function findApplication(db: Db, id: number): Promise<Application | null> {
  const { rows } = await sql<Application>`select ${COLUMNS} from ${SOURCE} where a.id = ${id}`.execute(db);
  return rows[0] ?? null;
}

/** Theirs for this call, the one of their file first. */
export async function applicationOf(db: Db, callId: number, applicant: Applicant): Promise<Application | null> {
  const { rows } = await sql<Application>`
    select ${COLUMNS} from ${SOURCE} where a.casting_id = ${callId} and ${isOf(applicant)}
    order by (a.cinema_talent_id is not null) desc, a.id limit 1`.execute(db);
  return rows[0] ?? null;
}

export interface NewApplication extends Applicant {
  readonly callId: number;
  readonly partId: number | null;
  readonly message: string | null;
}

/** Call it with the call held. What is there is kept; what was taken back is sent again. Answers whether something new was sent. */
export async function apply(
  tx: Tx,
  { callId, partId, message, ...applicant }: NewApplication,
  now: Date,
): Promise<{ id: number; isNew: boolean }> {
  const before = await applicationOf(tx, callId, applicant);
  const { talentId, accountId } = applicant;
  if (!before) {
    const { rows } = await sql<{ id: number }>`
      insert into talent.casting_applications (casting_id, part_id, cinema_talent_id, account_id, message, applied_at)
      values (${callId}, ${partId}, ${talentId}, ${accountId}, ${message}, ${now}) returning id`.execute(tx);
    return { id: rows[0]?.id ?? 0, isNew: true };
  }
  if (!before.withdrawnAt) return { id: before.id, isNew: false };
  // A decision that was made stays made.
  await sql`
    update talent.casting_applications set part_id = ${partId}, message = ${message}, applied_at = ${now}, withdrawn_at = null,
      state = case when state = 'refused' then state else 'new' end,
      cinema_talent_id = coalesce(cinema_talent_id, ${talentId}), account_id = coalesce(account_id, ${accountId})
    where id = ${before.id}`.execute(tx);
  return { id: before.id, isNew: true };
}

export async function withdraw(tx: Tx, id: number, now: Date): Promise<void> {
  await sql`update talent.casting_applications set withdrawn_at = ${now} where id = ${id} and withdrawn_at is null`.execute(tx);
}

export async function decide(tx: Tx, id: number, state: State, by: number, now: Date): Promise<void> {
  await sql`
    update talent.casting_applications set state = ${state}, decided_by = ${by}, decided_at = ${now} where id = ${id}`.execute(tx);
}
export async function noteLetter(tx: Tx, id: number, letterId: number): Promise<void> {
  await sql`update talent.casting_applications set letter_id = ${letterId} where id = ${id}`.execute(tx);
}

export interface InboxFilters {
  readonly projectId?: number;
  readonly callId?: number;
  readonly state?: State;
}
const whereOf = ({ projectId, callId, state }: InboxFilters): RawBuilder<unknown> =>
  sql.join(
    [
      sql`true`,
      ...(projectId === undefined ? [] : [sql`c.project_id = ${projectId}`]),
      ...(callId === undefined ? [] : [sql`a.casting_id = ${callId}`]),
      ...(state === undefined ? [] : [sql`a.state = ${state} and a.withdrawn_at is null`]),
    ],
    sql` and `,
  );

/** New ones first, then as they came; those taken back at the end. */
export async function listApplications(db: Db, filters: InboxFilters, { size, offset }: PageAsked): Promise<PageOf<Application>> {
  const where = whereOf(filters);
  const [{ rows: counted }, { rows }] = await Promise.all([
    sql<{ total: number }>`select count(*)::int as total from ${SOURCE} where ${where}`.execute(db),
    sql<Application>`
      select ${COLUMNS} from ${SOURCE} where ${where}
      order by (a.withdrawn_at is not null), (a.state = 'refused'), (a.state <> 'new'), a.applied_at desc, a.id desc
      limit ${size} offset ${offset}`.execute(db),
  ]);
  return { total: counted[0]?.total ?? 0, rows };
}

export async function countByState(db: Db, filters: InboxFilters): Promise<Readonly<Record<State, number>>> {
  const { rows } = await sql<{ state: State; count: number }>`
    select a.state, count(*)::int as count from ${SOURCE} where ${whereOf(filters)} and a.withdrawn_at is null group by a.state`.execute(
    db,
  );
  const counts = new Map(rows.map(({ state, count }) => [state, count]));
  return { new: counts.get('new') ?? 0, seen: counts.get('seen') ?? 0, kept: counts.get('kept') ?? 0, refused: counts.get('refused') ?? 0 };
}

/** How many each call has, taken back or not, and how many nobody looked at. */
export async function countByCall(
  db: Db,
  calls: readonly number[],
): Promise<ReadonlyMap<number, { readonly all: number; readonly fresh: number }>> {
  const { rows } = await sql<{ id: number; all: number; fresh: number }>`
    select casting_id as id, count(*)::int as all, (count(*) filter (where state = 'new'))::int as fresh
    from talent.casting_applications where casting_id = any(${calls}::bigint[]) and withdrawn_at is null group by 1`.execute(db);
  return new Map(rows.map(({ id, all, fresh }) => [id, { all, fresh }]));
}

/** When two files or accounts are one person: what both sent for one call is the survivor's. */
export async function absorbApplicant(tx: Tx, kind: 'cinema' | 'standard', from: number, into: number): Promise<void> {
  const column = kind === 'cinema' ? sql.ref('cinema_talent_id') : sql.ref('account_id');
  await sql`
    update talent.casting_applications a set ${column} = ${into} where a.${column} = ${from}
      and not exists (select from talent.casting_applications x where x.casting_id = a.casting_id and x.${column} = ${into})`.execute(tx);
}
