/** What clients answer about the people of a shared shortlist. */
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Db, Tx } from '#kernel/db/db.ts';
import { type FieldErrors, failure } from '#kernel/failure.ts';
import { fieldMessages } from '#kernel/http/validation.ts';
import { shareWords as words } from './shortlist-messages.ts';

export const VERDICTS = ['yes', 'maybe', 'no'] as const;
export type Verdict = (typeof VERDICTS)[number];

export interface Answer {
  readonly talentId: number;
  readonly verdict: Verdict;
  readonly comment: string | null;
}
/** With who said it, for the casting director. */
export interface SignedAnswer extends Answer {
  readonly name: string | null;
  /** For whom the link was made. */
  readonly label: string;
}
/** A browser that opened a link. */
export interface Visitor {
  readonly id: number;
  readonly name: string | null;
}

const MAX_NAME = 80;
export const MAX_COMMENT = 500;

const hashOf = (guest: string): string => createHash('sha256').update(`casting ${guest}`).digest('hex');

/** Counts the opening, and says who this browser is to the link. Reloads of one browser within half an hour are one opening. */
export async function openLink(db: Db, linkId: number, guest: string, now: Date): Promise<Visitor> {
  const pause = new Date(now.getTime() - 30 * 60_000);
  const { rows } = await sql<Visitor>`
    insert into talent.casting_link_visitors as v (link_id, visitor, first_at, last_at)
    values (${linkId}, ${hashOf(guest)}, ${now}, ${now})
    on conflict (link_id, visitor) do update
      set opened = v.opened + case when v.last_at < ${pause} then 1 else 0 end, last_at = excluded.last_at
    returning id, name`.execute(db);
  const [visitor] = rows;
  if (!visitor) throw new Error('the opening of a link was not counted');
  return visitor;
}

export interface AnswerSent {
  readonly talentId: number;
  readonly verdict: string;
  readonly comment: string;
  /** Needed with the first answer. */
  readonly name: string;
}

export async function giveAnswer(tx: Tx, visitor: Visitor, sent: AnswerSent, now: Date): Promise<Verdict> {
  const verdict = VERDICTS.find((one) => one === sent.verdict);
  const name = sent.name || visitor.name;
  const faults = {
    ...(verdict ? {} : { verdict: { message: words.badVerdict, constraint: 'choice' } }),
    ...(name ? {} : { name: { message: words.nameNeeded, constraint: 'required' } }),
    ...tooLong('name', sent.name, MAX_NAME),
    ...tooLong('comment', sent.comment, MAX_COMMENT),
  };
  if (!verdict || Object.keys(faults).length > 0) throw failure.invalid(faults);
  const comment = sent.comment || null;
  await sql`update talent.casting_link_visitors set name = ${name} where id = ${visitor.id}`.execute(tx);
  await sql`
    insert into talent.casting_answers (visitor_id, talent_id, verdict, comment, answered_at)
    values (${visitor.id}, ${sent.talentId}, ${verdict}, ${comment}, ${now})
    on conflict (visitor_id, talent_id) do update
      set verdict = excluded.verdict, comment = excluded.comment, answered_at = excluded.answered_at`.execute(tx);
  return verdict;
}

const tooLong = (field: string, text: string, max: number): FieldErrors =>
  [...text].length > max ? { [field]: { message: fieldMessages.tooLong, params: { limit: max }, constraint: 'max_length' } } : {};

/** What this browser said so far. */
export async function answersOf(db: Db, visitorId: number): Promise<ReadonlyMap<number, Answer>> {
  const { rows } = await sql<Answer>`
    select talent_id as "talentId", verdict, comment from talent.casting_answers where visitor_id = ${visitorId}`.execute(db);
  return new Map(rows.map((answer) => [answer.talentId, answer]));
}

/** Everything clients said about a shortlist, by person, the latest first. */
export async function answersTo(db: Db, shortlistId: number): Promise<ReadonlyMap<number, readonly SignedAnswer[]>> {
  const { rows } = await sql<SignedAnswer>`
    select w.talent_id as "talentId", w.verdict, w.comment, v.name, l.label
    from talent.casting_answers w
    join talent.casting_link_visitors v on v.id = w.visitor_id join talent.casting_links l on l.id = v.link_id
    where l.shortlist_id = ${shortlistId} order by w.answered_at desc, v.id`.execute(db);
  return Map.groupBy(rows, ({ talentId }) => talentId);
}
