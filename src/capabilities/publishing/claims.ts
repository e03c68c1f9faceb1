/** What workers take into their hands, keep there and give back: leases, by the clock of the database alone. */
import { sql } from 'kysely';
import type { Db } from '#kernel/db/db.ts';
import type { Patience } from './patience.ts';
import type { PlatformName } from './platform.ts';
import { type Held, heldOf, WORKER_COLUMNS, type WorkerRow } from './records.ts';

export interface ClaimTerms {
  readonly owner: string;
  /** How many more of each platform. */
  readonly rooms: readonly { readonly platform: PlatformName; readonly room: number }[];
  /** Connections that have enough at the moment. */
  readonly busy: readonly number[];
  readonly patience: Patience;
}

/**
 * Takes what is due, in turns: the first of every connection before the second of any. An expired lease is free again: nothing was
 * said where it was only armed, so that is prepared; called stays called.
 */
export async function claimDue(db: Db, { owner, rooms, busy, patience }: ClaimTerms): Promise<readonly Held[]> {
  const { rows } = await sql<WorkerRow>`
    with paused as (select scope from publishing.budgets where blocked_until > now()),
    candidates as materialized (
      select c.id, c.next_attempt_at, r.platform, r.room,
        row_number() over (partition by r.platform, c.who order by c.next_attempt_at) as turn
      from jsonb_to_recordset(${JSON.stringify(rooms)}::jsonb) as r(platform text, room int)
      cross join lateral (
        select p.id, p.next_attempt_at, coalesce(p.connection_id, -p.account_id) as who
        from publishing.publications p
        where p.ended_at is null and p.platform = r.platform and p.next_attempt_at <= now()
          and (p.lease_until is null or p.lease_until < now())
          and 'app:' || p.platform not in (select scope from paused)
          and (p.connection_id is null or (p.connection_id <> all(${busy}::bigint[])
            and 'connection:' || p.connection_id not in (select scope from paused)
            and (p.state = 'called' or p.due_at > now() - ${patience.backlogSeconds} * interval '1 second'
              or 'pace:' || p.connection_id not in (select scope from paused))))
        order by p.next_attempt_at limit r.room * 2 for update of p skip locked
      ) c
    ),
    chosen as (
      select id from (
        select id, room, row_number() over (partition by platform order by turn, next_attempt_at) as place
        from candidates where turn <= ${patience.atOncePerConnection}
      ) ranked where place <= room
    )
    update publishing.publications p
    set lease_owner = ${owner}, lease_token = gen_random_uuid(), updated_at = now(),
      lease_until = clock_timestamp() + ${patience.leaseSeconds} * interval '1 second',
      state = case p.state when 'due' then 'leased' when 'armed' then 'prepared' else p.state end
    from chosen where p.id = chosen.id
    returning ${WORKER_COLUMNS}`.execute(db);
  return rows.map(heldOf).toSorted((a, b) => a.nextAttemptAt.getTime() - b.nextAttemptAt.getTime());
}

/** Confirmed, with an address or a first comment still to come. */
export async function claimAfterwords(db: Db, owner: string, room: number, patience: Patience): Promise<readonly Held[]> {
  const { rows } = await sql<WorkerRow>`
    with paused as (select scope from publishing.budgets where blocked_until > now()),
    chosen as (
      select p.id from publishing.publications p
      where p.afterwords_at <= now() and (p.lease_until is null or p.lease_until < now())
        and 'app:' || p.platform not in (select scope from paused)
        and (p.connection_id is null or 'connection:' || p.connection_id not in (select scope from paused))
      order by p.afterwords_at limit ${room} for update skip locked
    )
    update publishing.publications p
    set lease_owner = ${owner}, lease_token = gen_random_uuid(), lease_until = clock_timestamp() + ${patience.leaseSeconds} * interval '1 second'
    from chosen where p.id = chosen.id
    returning ${WORKER_COLUMNS}`.execute(db);
  return rows.map(heldOf);
}

/** Answers the tokens that are still good. What somebody else is writing at this moment is renewed the next time. */
export async function renewLeases(db: Db, held: readonly Held[], leaseSeconds: number): Promise<ReadonlySet<string>> {
  const [ids, tokens] = [held.map(({ id }) => id), held.map(({ token }) => token)];
  const { rows } = await sql<{ token: string }>`
    with ours as (
      select id from publishing.publications where id = any(${ids}::bigint[]) and lease_token = any(${tokens}::uuid[])
      order by id for update skip locked
    ),
    renewed as (
      update publishing.publications p set lease_until = clock_timestamp() + ${leaseSeconds} * interval '1 second'
      from ours where p.id = ours.id
    )
    select lease_token::text as token from publishing.publications
    where id = any(${ids}::bigint[]) and lease_token = any(${tokens}::uuid[])`.execute(db);
  return new Set(rows.map(({ token }) => token));
}

/** One that is looked at without taking it. */
export async function readHeld(db: Db, id: number): Promise<Held | null> {
  const { rows } = await sql<WorkerRow>`select ${WORKER_COLUMNS} from publishing.publications p where p.id = ${id}`.execute(db);
  return rows[0] ? heldOf(rows[0]) : null;
}
