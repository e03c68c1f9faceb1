/** The log of letters as administrators read it, and what became of single letters for rooms that show it beside a person. */
import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../db/db.ts';
import type { PageAsked, PageOf } from '../http/pagination.ts';
import { LETTER_STATUSES, type LetterStatus } from './mail-store.ts';

export { LETTER_STATUSES, type LetterStatus } from './mail-store.ts';

export interface LetterOutcome {
  readonly status: LetterStatus;
  readonly error: string | null;
}

/** By the number that `mail.send` gave; a letter that was deleted from the log is not among them. */
export async function letterOutcomes(db: Db, ids: readonly number[]): Promise<ReadonlyMap<number, LetterOutcome>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<LetterOutcome & { id: number }>`
    select id, status, error_message as error from kernel.email_logs where id = any(${ids}::bigint[])`.execute(db);
  return new Map(rows.map(({ id, status, error }) => [id, { status, error }]));
}

export interface LoggedLetter extends LetterOutcome {
  readonly id: number;
  readonly createdAt: Date;
  readonly sentAt: Date | null;
  readonly recipient: string;
  readonly recipientName: string | null;
  readonly subject: string;
  readonly template: string;
  readonly attempts: number;
  readonly messageId: string;
  /** An account. */
  readonly sentBy: number | null;
  readonly talentCode: string | null;
  readonly projectId: number | null;
  readonly cinemaTalentId: number | null;
  /** Until when it can be sent again; null when nothing of it is left to send. */
  readonly keptUntil: Date | null;
}
export interface WholeLetter extends LoggedLetter {
  readonly html: string;
  readonly text: string;
}

const COLUMNS = sql`
  l.id, l.created_at as "createdAt", l.sent_at as "sentAt", l.recipient_email as recipient, l.recipient_name as "recipientName", l.subject,
  l.template_type as template, l.status, l.error_message as error, l.attempts, l.message_id as "messageId", l.sent_by_user_id as "sentBy",
  l.related_talent_code as "talentCode", l.related_project_id as "projectId", l.related_cinema_talent_id as "cinemaTalentId",
  o.keep_until as "keptUntil"`;
const LETTERS = sql`kernel.email_logs l left join kernel.email_outgoing o on o.log_id = l.id`;

export interface LetterFilters {
  readonly template?: string;
  readonly status?: LetterStatus;
  /** A part of the address or of the name. */
  readonly recipient?: string;
  readonly from?: Date;
  /** The first moment after. */
  readonly until?: Date;
}

/** Newest first by default; each has an index that is read forwards or backwards. */
const ORDERS = {
  '-date': sql`l.created_at desc, l.id desc`,
  date: sql`l.created_at, l.id`,
  recipient: sql`lower(l.recipient_email) collate "C", l.id`,
  '-recipient': sql`lower(l.recipient_email) collate "C" desc, l.id desc`,
  status: sql`l.status, l.id`,
  '-status': sql`l.status desc, l.id desc`,
} as const;
export type LetterSort = keyof typeof ORDERS;
export const isLetterSort = (text: string): text is LetterSort => Object.hasOwn(ORDERS, text);

export async function listLetters(
  db: Db,
  filters: LetterFilters,
  { size, offset }: PageAsked,
  sort: LetterSort = '-date',
): Promise<PageOf<LoggedLetter>> {
  const where = whereOf(filters);
  const [{ rows }, counted] = await Promise.all([
    sql<LoggedLetter>`
      select ${COLUMNS} from ${LETTERS} where ${where} order by ${ORDERS[sort]} limit ${size} offset ${offset}`.execute(db),
    sql<{ total: number }>`select count(*)::int as total from kernel.email_logs l where ${where}`.execute(db),
  ]);
  return { rows, total: counted.rows[0]?.total ?? 0 };
}

function whereOf({ template, status, recipient, from, until }: LetterFilters): RawBuilder<unknown> {
  const part = recipient && `%${recipient.replace(/[\\%_]/g, '\\$&')}%`;
  const conditions = [
    ...(template ? [sql`l.template_type = ${template}`] : []),
    ...(status ? [sql`l.status = ${status}`] : []),
    ...(part ? [sql`(l.recipient_email ilike ${part} or l.recipient_name ilike ${part})`] : []),
    ...(from ? [sql`l.created_at >= ${from}`] : []),
    ...(until ? [sql`l.created_at < ${until}`] : []),
  ];
  return conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `);
}

/** What letters are called in a list: their subject and who they are for. */
export async function letterNames(db: Db, ids: readonly number[]): Promise<ReadonlyMap<number, string>> {
  const { rows } = await sql<{ id: number; name: string }>`
    select id, subject || ' → ' || coalesce(recipient_name, recipient_email) as name from kernel.email_logs
    where id = any(${ids}::bigint[]) order by array_position(${ids}::bigint[], id)`.execute(db);
  return new Map(rows.map(({ id, name }) => [id, name]));
}

export async function findLetter(db: Db, id: number): Promise<WholeLetter | null> {
  const { rows } = await sql<WholeLetter>`
    select ${COLUMNS}, l.html_content as html, l.text_content as text from ${LETTERS} where l.id = ${id}`.execute(db);
  return rows[0] ?? null;
}

export type LetterFigures = Readonly<Record<LetterStatus, number>> & { readonly total: number };

export async function countLetters(db: Db): Promise<LetterFigures> {
  const { rows } = await sql<{ status: LetterStatus; n: number }>`
    select status, count(*)::int as n from kernel.email_logs group by status`.execute(db);
  const of = (status: LetterStatus): number => rows.find((row) => row.status === status)?.n ?? 0;
  const counts = Object.fromEntries(LETTER_STATUSES.map((status) => [status, of(status)])) as Record<LetterStatus, number>;
  return { ...counts, total: rows.reduce((sum, { n }) => sum + n, 0) };
}
