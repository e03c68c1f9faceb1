/**
 * The log of calls (`generation.calls`): every try, written before it leaves and settled when it is over. Never what was asked
 * or answered. The budget of the month is kept here, because what may be spent is what was spent and what may have been.
 */
import { type Generated, type Selectable, sql } from 'kysely';
import type { Db } from '#kernel/db/db.ts';
import { inTransaction } from '#kernel/db/transaction.ts';
import type { PageAsked, PageOf } from '#kernel/http/pagination.ts';
import type { Outcome, Told } from './text/outcome.ts';
import type { TextPurpose } from './text/question.ts';

interface CallTable {
  id: Generated<number>;
  question_id: string;
  try_number: number;
  is_repair: boolean;
  purpose: string;
  provider: string;
  model: string;
  served_model: string | null;
  outcome: Outcome | null;
  http_status: number | null;
  provider_code: string | null;
  provider_request_id: string | null;
  tokens_in: number | null;
  tokens_out: number | null;
  cost_usd: number | null;
  reserved_usd: number | null;
  latency_ms: number | null;
  account_id: number | null;
  created_at: Date;
}
/** The names of accounts, as the identity room shows them. */
interface AccountCard {
  id: number;
  first_name: string;
  last_name: string;
  email: string;
}
const tables = (db: Db) => db.withTables<{ 'generation.calls': CallTable; 'identity.account_cards': AccountCard }>();

export interface Intent {
  readonly questionId: string;
  readonly tryNumber: number;
  readonly isRepair: boolean;
  readonly purpose: TextPurpose | 'image' | 'voice' | 'music' | 'clip';
  readonly provider: string;
  readonly model: string;
  /** The most it may cost, USD; null when nobody knows. */
  readonly mostUsd: number | null;
  readonly accountId: number | null;
  readonly at: Date;
}

/** Commits the intent and answers its number; null when the budget of the month leaves no room for it. */
export function noteIntent(db: Db, intent: Intent, budget: number | null): Promise<number | null> {
  return inTransaction(db, async (tx) => {
    if (budget !== null) {
      // One after the other, or two together would each find the same room.
      await sql`select pg_advisory_xact_lock(hashtext('generation budget'))`.execute(tx);
      if (!hasRoom(budget, await spentIn(tx, intent.at), intent.mostUsd)) return null;
    }
    const { id } = await tables(tx)
      .insertInto('generation.calls')
      .values({
        question_id: intent.questionId,
        try_number: intent.tryNumber,
        is_repair: intent.isRepair,
        purpose: intent.purpose,
        provider: intent.provider,
        model: intent.model.slice(0, 200),
        reserved_usd: intent.mostUsd,
        account_id: intent.accountId,
        created_at: intent.at,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    return id;
  });
}

/** What costs nothing always has room; what nobody knows the price of, as long as the budget is not reached. */
const hasRoom = (budget: number, spent: number, most: number | null): boolean =>
  most === 0 || (most === null ? spent < budget : spent + most <= budget);

export interface Settlement extends Told {
  readonly outcome: Outcome;
  readonly latencyMs: number;
  /** No cost was told, and it may have been charged all the same: what was reserved stays counted. */
  readonly keepsReserve: boolean;
}

export async function settle(db: Db, id: number, { keepsReserve, ...told }: Settlement): Promise<void> {
  await tables(db)
    .updateTable('generation.calls')
    .set({
      outcome: told.outcome,
      served_model: told.servedModel,
      http_status: told.httpStatus,
      provider_code: told.code,
      provider_request_id: told.requestId,
      tokens_in: told.tokensIn,
      tokens_out: told.tokensOut,
      cost_usd: told.costUsd,
      ...(keepsReserve ? {} : { reserved_usd: null }),
      latency_ms: told.latencyMs,
    })
    .where('id', '=', id)
    .execute();
}

/** The first moment of the month, UTC. */
const monthOf = (now: Date): Date => new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), 1));

async function spentIn(db: Db, now: Date): Promise<number> {
  const { rows } = await sql<{ spent: number }>`
    select coalesce(sum(coalesce(cost_usd, reserved_usd)), 0) as spent from generation.calls where created_at >= ${monthOf(now)}`.execute(
    db,
  );
  return rows[0]?.spent ?? 0;
}

export interface CallFigures {
  /** This month, USD; `reservedUsd` of it is what calls may have cost that never told. */
  readonly spentUsd: number;
  readonly reservedUsd: number;
  readonly questions: number;
  readonly calls: number;
  /** Calls whose cost nobody told and nobody knows: not in `spentUsd`. */
  readonly unpriced: number;
  readonly byPurpose: readonly { readonly purpose: string; readonly outcome: Outcome | null; readonly calls: number }[];
}

export async function figuresOf(db: Db, now: Date): Promise<CallFigures> {
  const since = monthOf(now);
  const totals = await sql<Omit<CallFigures, 'byPurpose'>>`
    select coalesce(sum(coalesce(cost_usd, reserved_usd)), 0) as "spentUsd",
      coalesce(sum(reserved_usd) filter (where cost_usd is null), 0) as "reservedUsd",
      count(distinct question_id) as questions, count(*) as calls,
      count(*) filter (where outcome = 'answered' and cost_usd is null) as unpriced
    from generation.calls where created_at >= ${since}`.execute(db);
  const byPurpose = await tables(db)
    .selectFrom('generation.calls')
    .select(({ fn }) => ['purpose', 'outcome', fn.countAll<number>().as('calls')])
    .where('created_at', '>=', since)
    .groupBy(['purpose', 'outcome'])
    .orderBy('purpose')
    .orderBy('calls', 'desc')
    .execute();
  return { ...(totals.rows[0] ?? NONE), byPurpose };
}

const NONE = { spentUsd: 0, reservedUsd: 0, questions: 0, calls: 0, unpriced: 0 };

export interface Call {
  readonly id: number;
  readonly at: Date;
  readonly purpose: string;
  readonly provider: string;
  readonly model: string;
  readonly tryNumber: number;
  readonly isRepair: boolean;
  /** Null: not settled (still asked, or the process died). */
  readonly outcome: Outcome | null;
  readonly httpStatus: number | null;
  readonly code: string | null;
  readonly tokensIn: number | null;
  readonly tokensOut: number | null;
  readonly costUsd: number | null;
  readonly latencyMs: number | null;
  /** Who asked; null for the studio itself, or an account that is gone. */
  readonly account: { readonly id: number; readonly name: string } | null;
}

/** Newest first. */
export async function latestCalls(db: Db, { size, offset }: PageAsked): Promise<PageOf<Call>> {
  const [{ total }, rows] = await Promise.all([
    tables(db)
      .selectFrom('generation.calls')
      .select(({ fn }) => fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow(),
    tables(db)
      .selectFrom('generation.calls as c')
      .leftJoin('identity.account_cards as a', 'a.id', 'c.account_id')
      .selectAll('c')
      .select(['a.first_name', 'a.last_name', 'a.email'])
      .orderBy('c.created_at', 'desc')
      .orderBy('c.id', 'desc')
      .limit(size)
      .offset(offset)
      .execute(),
  ]);
  return { total, rows: rows.map(callOf) };
}

type CallRow = Selectable<CallTable> & { readonly [name in 'first_name' | 'last_name' | 'email']: string | null };

const callOf = (row: CallRow): Call => ({
  id: row.id,
  at: row.created_at,
  purpose: row.purpose,
  provider: row.provider,
  model: row.served_model ?? row.model,
  tryNumber: row.try_number,
  isRepair: row.is_repair,
  outcome: row.outcome,
  httpStatus: row.http_status,
  code: row.provider_code,
  tokensIn: row.tokens_in,
  tokensOut: row.tokens_out,
  costUsd: row.cost_usd,
  latencyMs: row.latency_ms,
  account: row.account_id === null ? null : { id: row.account_id, name: nameOf(row) },
});

const nameOf = ({ first_name, last_name, email }: CallRow): string => `${first_name ?? ''} ${last_name ?? ''}`.trim() || (email ?? '');

const KEPT_MONTHS = 13;

/** Forgets calls older than thirteen months: a year can be compared with the one before. */
export async function sweepCalls(db: Db, now: Date): Promise<number> {
  const until = new Date(now);
  until.setUTCMonth(until.getUTCMonth() - KEPT_MONTHS);
  const { numDeletedRows } = await tables(db).deleteFrom('generation.calls').where('created_at', '<', until).executeTakeFirst();
  return Number(numDeletedRows);
}
