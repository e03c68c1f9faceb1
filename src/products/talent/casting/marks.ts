/** Marks from 1, the best, to 6: what they mean, and who gave which to whom. */
import { type RawBuilder, sql } from 'kysely';
import type { Db } from '#kernel/db/db.ts';
import type { PageAsked } from '#kernel/http/pagination.ts';
import { type Message, messages } from '#kernel/message.ts';

const m = messages({
  one: { fr: 'Coup de cœur', en: 'First choice', ar: 'الاختيار الأول' },
  two: { fr: 'Très bien', en: 'Very good', ar: 'جيد جدًا' },
  three: { fr: 'Bien', en: 'Good', ar: 'جيد' },
  four: { fr: 'À revoir', en: 'See again', ar: 'للمراجعة' },
  five: { fr: 'En réserve', en: 'In reserve', ar: 'احتياطي' },
  six: { fr: 'Non retenu', en: 'Not for this', ar: 'غير مناسب' },
});

export type Mark = 1 | 2 | 3 | 4 | 5 | 6;
export const MARKS: readonly { readonly value: Mark; readonly label: Message }[] = [
  { value: 1, label: m.one },
  { value: 2, label: m.two },
  { value: 3, label: m.three },
  { value: 4, label: m.four },
  { value: 5, label: m.five },
  { value: 6, label: m.six },
];
export const isMark = (value: number): value is Mark => MARKS.some((mark) => mark.value === value);

/** Null takes the mark away. False when there is nobody with this number. */
export async function setMark(db: Db, accountId: number, talentId: number, mark: Mark | null, now: Date): Promise<boolean> {
  if (mark === null) {
    await sql`delete from talent.casting_marks where account_id = ${accountId} and talent_id = ${talentId}`.execute(db);
    return true;
  }
  const { numAffectedRows = 0n } = await sql`
    insert into talent.casting_marks (account_id, talent_id, mark, marked_at)
    select ${accountId}, c.id, ${mark}, ${now} from talent.cinema_talents c where c.id = ${talentId}
    on conflict (account_id, talent_id) do update set mark = excluded.mark, marked_at = excluded.marked_at`.execute(db);
  return numAffectedRows > 0n;
}

/** The own marks of these people. */
export async function marksOf(db: Db, accountId: number, ids: readonly number[]): Promise<ReadonlyMap<number, Mark>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ id: number; mark: Mark }>`
    select talent_id as id, mark from talent.casting_marks
    where account_id = ${accountId} and talent_id = any(${ids}::bigint[])`.execute(db);
  return new Map(rows.map(({ id, mark }) => [id, mark]));
}

export interface TeamMark {
  readonly talentId: number;
  readonly name: string;
  readonly mark: Mark;
}
/** What everybody of the team gave these people, the best first. */
export async function teamMarks(db: Db, ids: readonly number[]): Promise<readonly TeamMark[]> {
  const { rows } = await sql<TeamMark>`
    select m.talent_id as "talentId", a.first_name as name, m.mark
    from talent.casting_marks m join identity.account_cards a on a.id = m.account_id
    where m.talent_id = any(${ids}::bigint[]) order by m.mark, a.first_name, a.id`.execute(db);
  return rows;
}

/** The people with one of these marks among those the conditions leave (`talent.cinema_talents c`), the best first. */
export async function findMarked(
  db: Db,
  { accountId, marks, where, page }: { accountId: number; marks: readonly Mark[]; where: RawBuilder<unknown>; page: PageAsked },
): Promise<{ readonly ids: readonly number[]; readonly total: number }> {
  const matches = sql`
    from talent.casting_marks m join talent.cinema_talents c on c.id = m.talent_id
    where m.account_id = ${accountId} and m.mark = any(${marks}::smallint[]) and (${where})`;
  const [{ rows }, { rows: counted }] = await Promise.all([
    sql<{ id: number }>`select c.id ${matches} order by m.mark, c.last_name, c.id limit ${page.size} offset ${page.offset}`.execute(db),
    sql<{ total: number }>`select count(*)::int as total ${matches}`.execute(db),
  ]);
  return { ids: rows.map(({ id }) => id), total: counted[0]?.total ?? 0 };
}

/** How many people each of one's own marks would leave under the conditions. */
export async function countMarks(db: Db, accountId: number, where: RawBuilder<unknown>): Promise<ReadonlyMap<number, number>> {
  const { rows } = await sql<{ mark: number; count: number }>`
    select m.mark, count(*)::int as count
    from talent.casting_marks m join talent.cinema_talents c on c.id = m.talent_id
    where m.account_id = ${accountId} and (${where}) group by m.mark`.execute(db);
  return new Map(rows.map(({ mark, count }) => [mark, count]));
}
