/** The history as its address asks for it: template, status, recipient, days, page. What means nothing is left out. */
import { sql } from 'kysely';
import type { Db } from '#kernel/db/db.ts';
import { pageCount, readPage } from '#kernel/http/pagination.ts';
import {
  isLetterSort,
  LETTER_STATUSES,
  type LetterFilters,
  type LetterStatus,
  type LoggedLetter,
  listLetters,
} from '#kernel/mail/letter-log.ts';
import { momentOf } from './studio-zone.ts';

const SIZE = 50;

/** A letter with the name of whoever caused it. */
export type ShownLetter = LoggedLetter & { readonly senderName: string | null };

export interface History {
  readonly letters: readonly ShownLetter[];
  readonly total: number;
  readonly page: number;
  readonly pages: number;
  readonly size: number;
}

type Query = Readonly<Record<string, unknown>>;

export async function readHistory(db: Db, query: Query): Promise<History> {
  const { page, size, offset } = readPage({ page: query['page'] }, { defaultSize: SIZE });
  const sort = String(query['sort'] ?? '');
  const { rows, total } = await listLetters(db, filtersOf(query), { page, size, offset }, isLetterSort(sort) ? sort : undefined);
  return { letters: await withSenders(db, rows), total, page, pages: pageCount(total, size), size };
}

/** Numbers of the newest letters of these filters, at most so many. */
export async function findLetters(
  db: Db,
  query: Query,
  most: number,
): Promise<{ readonly ids: readonly number[]; readonly total: number }> {
  const { rows, total } = await listLetters(db, filtersOf(query), { page: 1, size: most, offset: 0 });
  return { ids: rows.map(({ id }) => id), total };
}

function filtersOf(query: Query): LetterFilters {
  const text = (name: string): string => {
    const value = query[name];
    return typeof value === 'string' ? value.replaceAll('\0', '').trim().slice(0, 150) : '';
  };
  const status = text('status');
  const [from, until] = [startOf(text('date_from'), 0), startOf(text('date_to'), 1)];
  return {
    ...(text('template_type') ? { template: text('template_type') } : {}),
    ...(isStatus(status) ? { status } : {}),
    ...(text('recipient') ? { recipient: text('recipient') } : {}),
    ...(from ? { from } : {}),
    ...(until ? { until } : {}),
  };
}

const isStatus = (text: string): text is LetterStatus => (LETTER_STATUSES as readonly string[]).includes(text);

/** The first moment of a day, or of one so many days later, at the place of the studio; null when the text is no day. */
const startOf = (day: string, later: number): Date | null => (isDay(day) ? momentOf(new Date(Date.parse(day) + later * 86_400_000)) : null);

const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text);

export async function withSenders<L extends LoggedLetter>(
  db: Db,
  letters: readonly L[],
): Promise<readonly (L & { readonly senderName: string | null })[]> {
  const ids = [...new Set(letters.flatMap(({ sentBy }) => sentBy ?? []))];
  const { rows } = await sql<{ id: number; name: string }>`
    select id, coalesce(nullif(trim(first_name || ' ' || last_name), ''), email) as name
    from identity.account_cards where id = any(${ids}::bigint[])`.execute(db);
  return letters.map((letter) => ({ ...letter, senderName: rows.find(({ id }) => id === letter.sentBy)?.name ?? null }));
}
