/**
 * What workers write about what they hold. Every write names its lease, its version and the state it found: one that does not fit any
 * more changes nothing and answers false. Writes of many publications travel in one statement.
 */
import { type RawBuilder, sql } from 'kysely';
import type { Db, Tx } from '#kernel/db/db.ts';
import { inTransaction } from '#kernel/db/transaction.ts';
import { gather } from './gather.ts';
import type { Patience } from './patience.ts';
import type { Checkpoint } from './platform.ts';
import type { Publication, PublicationState } from './publication.ts';
import { type End, type Held, PUBLICATION, type PublicationRow, publicationOf } from './records.ts';

export interface Move {
  readonly to: Extract<PublicationState, 'due' | 'prepared' | 'armed' | 'called'>;
  /** Gives the lease back and is looked at again after so many seconds (`untilDue`: and not before its time); kept in hand when not given. */
  readonly rest?: number;
  readonly untilDue?: boolean;
  /** The rest is as long as its turn is not come: it stays before those that came later. */
  readonly keepsTurn?: boolean;
  /** It can be said as it is; with a new checkpoint it is as fresh as that. */
  readonly isReady?: boolean;
  readonly checkpoint?: Checkpoint;
  readonly connectionId?: number;
  /** Failed tries and reads to add. */
  readonly tries?: number;
  readonly reads?: number;
  readonly isAbsent?: boolean;
  /** What was called is taken back: nothing was sent, or nothing was found of it (`doubt`). */
  readonly uncalled?: 'unsent' | 'doubt';
  readonly verdict?: End;
}

export interface Moves {
  /** False: the lease is lost, the publication was changed or cancelled, or (armed, called) its time or its connection is gone. */
  move(held: Held, from: PublicationState, move: Move): Promise<boolean>;
  /** In one transaction with everybody who follows; throws what they throw, and then nothing has ended. False as above. */
  end(held: Held, from: PublicationState, end: End): Promise<boolean>;
}

interface Ask {
  readonly id: number;
  readonly token: string;
  readonly version: number;
  readonly from: PublicationState;
}

export function createMoves(db: Db, patience: Patience, tell: (tx: Tx, publication: Publication) => Promise<void>): Moves {
  const moving = gather((asks: readonly (Ask & Move)[]) => moveAll(db, asks, patience.leaseSeconds, sql`skip locked`));
  const ending = gather((asks: readonly (Ask & { readonly end: End })[]) => endAll(db, asks, tell, sql`skip locked`), 50);
  const askOf = ({ id, token, version }: Held, from: PublicationState): Ask => ({ id, token, version, from });
  return {
    async move(held, from, move) {
      const ask = { ...askOf(held, from), ...move };
      if (await moving(ask)) return true;
      // Somebody may just hold the row: alone, it can wait for them.
      const [moved = false] = await moveAll(db, [ask], patience.leaseSeconds, sql``);
      return moved;
    },
    async end(held, from, end) {
      const ask = { ...askOf(held, from), end };
      if (await ending(ask)) return true;
      const [done = false] = await endAll(db, [ask], tell, sql``);
      return done;
    },
  };
}

async function moveAll(
  db: Db,
  asks: readonly (Ask & Move)[],
  leaseSeconds: number,
  locked: RawBuilder<unknown>,
): Promise<readonly boolean[]> {
  const { rows } = await sql<{ token: string }>`
    with asked as (select * from jsonb_to_recordset(${JSON.stringify(asks)}::jsonb) as a(id bigint, token uuid, version int, "from" text,
      "to" text, rest float8, "untilDue" boolean, "keepsTurn" boolean, "isReady" boolean, checkpoint jsonb, "connectionId" bigint, tries int, reads int, "isAbsent" boolean,
      uncalled text, verdict jsonb)),
    ours as (
      select a.* from publishing.publications p join asked a on a.id = p.id
      where p.lease_token = a.token and p.version = a.version and p.state = a."from" and p.ended_at is null
        and (a."to" not in ('armed', 'called') or a."from" = 'called' or (
          p.lease_until > clock_timestamp() and p.due_at <= clock_timestamp()
          and exists (select from publishing.connections c where c.id = coalesce(a."connectionId", p.connection_id) and c.state = 'connected')))
      order by p.id for update of p ${locked}
    )
    update publishing.publications p set
      state = a."to", updated_at = now(),
      lease_token = case when a.rest is null then p.lease_token end,
      lease_owner = case when a.rest is null then p.lease_owner end,
      lease_until = case when a.rest is null then clock_timestamp() + ${leaseSeconds} * interval '1 second' end,
      next_attempt_at = case when a.rest is null or a."keepsTurn" then p.next_attempt_at
        when a."untilDue" then greatest(p.due_at, clock_timestamp() + a.rest * interval '1 second')
        else clock_timestamp() + a.rest * interval '1 second' end,
      checkpoint = coalesce(a.checkpoint, p.checkpoint),
      connection_id = coalesce(a."connectionId", p.connection_id),
      prepared_at = case when a."isReady" and a.checkpoint is not null then clock_timestamp() when a."isReady" or a."to" in ('armed', 'called') then p.prepared_at end,
      armed_at = case when a."to" = 'armed' then clock_timestamp() else p.armed_at end,
      called_at = case when a."from" = 'armed' and a."to" = 'called' then clock_timestamp() when a.uncalled is null then p.called_at end,
      first_called_at = case when a."from" = 'armed' and a."to" = 'called' then coalesce(p.first_called_at, clock_timestamp())
        when a.uncalled = 'unsent' and p.doubts = 0 then null else p.first_called_at end,
      tries = p.tries + coalesce(a.tries, 0),
      reads = case when a.uncalled is null then p.reads + coalesce(a.reads, 0) else 0 end,
      absences = case when a.uncalled is not null then 0 when a."isAbsent" then 1 else p.absences end,
      absent_at = case when a.uncalled is not null then null when a."isAbsent" then clock_timestamp() else p.absent_at end,
      doubts = p.doubts + case when a.uncalled = 'doubt' then 1 else 0 end,
      rearmed = p.rearmed or coalesce(a.uncalled = 'doubt', false),
      verdict = coalesce(a.verdict, p.verdict)
    from ours a where p.id = a.id
    returning a.token::text as token`.execute(db);
  // By its lease, not by its number: the statement may carry one more ask for the same publication, of somebody who has lost it.
  const moved = new Set(rows.map(({ token }) => token));
  return asks.map(({ token }) => moved.has(token));
}

function endAll(
  db: Db,
  asks: readonly (Ask & { readonly end: End })[],
  tell: (tx: Tx, publication: Publication) => Promise<void>,
  locked: RawBuilder<unknown>,
): Promise<readonly boolean[]> {
  return inTransaction(db, async (tx) => {
    const { rows } = await sql<PublicationRow & { readonly ended_by: string }>`
      with asked as (select a.id, a.token, a.version, a."from", e.* from jsonb_to_recordset(${JSON.stringify(asks)}::jsonb)
        as a(id bigint, token uuid, version int, "from" text, "end" jsonb),
        jsonb_to_record(a."end") as e(state text, "postId" text, url text, outcome jsonb)),
      ours as (
        select a.* from publishing.publications p join asked a on a.id = p.id
        where p.lease_token = a.token and p.version = a.version and p.state = a."from" and p.ended_at is null
        order by p.id for update of p ${locked}
      )
      update publishing.publications p set
        state = a.state, ended_at = clock_timestamp(), updated_at = now(), verdict = null,
        lease_token = null, lease_owner = null, lease_until = null,
        platform_post_id = a."postId", platform_post_url = a.url, outcome = a.outcome,
        afterwords_at = case when a.state = 'confirmed' and (a.url is null or p.post->>'firstComment' <> ''
          or p.post->'film'->>'thumbnail' is not null) then clock_timestamp() end
      from ours a where p.id = a.id
      returning ${PUBLICATION}, a.token::text as ended_by`.execute(tx);
    for (const row of rows) await tell(tx, publicationOf(row));
    const ended = new Set(rows.map(({ ended_by: token }) => token));
    return asks.map(({ token }) => ended.has(token));
  });
}
