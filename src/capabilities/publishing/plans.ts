/** What products plan, change and take back. Every change is one conditional statement: whoever prepares meanwhile loses. */
import { sql } from 'kysely';
import type { Db, Tx } from '#kernel/db/db.ts';
import { failure } from '#kernel/failure.ts';
import { messages } from '#kernel/message.ts';
import type { Patience } from './patience.ts';
import type { Attempt, NewPublication, Publication, PublicationChanges, PublicationHalt } from './publication.ts';
import { PUBLICATION, type PublicationRow, publicationOf } from './records.ts';

export const DUE_CHANNEL = 'publishing_due';
const GRACE_SECONDS = 7_200;

const m = messages({
  notFound: { fr: 'Publication introuvable', en: 'Publication not found', ar: 'المنشور غير موجود' },
  underWay: {
    fr: 'La publication est en cours d’envoi : elle ne peut plus être modifiée ni annulée',
    en: 'The publication is being sent: it can no longer be changed or cancelled',
    ar: 'المنشور قيد الإرسال: لم يعد بالإمكان تعديله أو إلغاؤه',
  },
  ended: {
    fr: 'La publication est terminée : elle ne peut plus être modifiée',
    en: 'The publication has ended: it can no longer be changed',
    ar: 'انتهى المنشور: لم يعد بالإمكان تعديله',
  },
  notUnknown: {
    fr: 'Seule une publication au résultat inconnu peut être tranchée',
    en: 'Only a publication whose outcome is unknown can be settled',
    ar: 'لا يمكن الحسم إلا في منشور نتيجته مجهولة',
  },
});

/** Uploads begin between half and the whole of the lead before the time, so that those of one minute do not begin together. */
const ahead = (dueAt: Date, { leadSeconds }: Patience) =>
  sql`greatest(clock_timestamp(), ${dueAt}::timestamptz - ${leadSeconds} * (0.5 + random() / 2) * interval '1 second')`;

export async function insertPublication(tx: Tx, wish: NewPublication, patience: Patience): Promise<Publication> {
  const { accountId, platform, connectionId = null, key, post, dueAt, graceSeconds = GRACE_SECONDS, catchUp = false } = wish;
  const { rows } = await sql<PublicationRow>`
    insert into publishing.publications as p (account_id, platform, connection_id, connection_chosen, key, post, due_at, next_attempt_at,
      grace_seconds, catch_up, created_at, updated_at)
    values (${accountId}, ${platform}, ${connectionId}, ${connectionId !== null}, ${key}, ${JSON.stringify(post)}::jsonb, ${dueAt},
      ${ahead(dueAt, patience)}, ${graceSeconds}, ${catchUp}, clock_timestamp(), clock_timestamp())
    on conflict (key) do nothing
    returning ${PUBLICATION}`.execute(tx);
  if (rows[0]) return publicationOf(rows[0]);
  const known = await sql<PublicationRow>`select ${PUBLICATION} from publishing.publications p where p.key = ${key}`.execute(tx);
  if (!known.rows[0]) throw failure.notFound(m.notFound);
  return publicationOf(known.rows[0]);
}

/** One that was called and is said once more may be live: it is not open any longer. */
const IS_OPEN = sql`p.state in ('due', 'leased', 'prepared') and not p.rearmed`;

export async function changePublication(tx: Tx, id: number, changes: PublicationChanges, patience: Patience): Promise<Publication> {
  const { post, dueAt, connectionId } = changes;
  const isOther = post !== undefined || connectionId !== undefined;
  const { rows } = await sql<PublicationRow>`
    update publishing.publications p set
      version = p.version + 1, state = 'due', tries = 0, updated_at = clock_timestamp(), prepared_at = null, verdict = null,
      lease_token = null, lease_owner = null, lease_until = null,
      post = coalesce(${post ? JSON.stringify(post) : null}::jsonb, p.post),
      checkpoint = case when ${isOther} then '{}'::jsonb else p.checkpoint end,
      connection_id = ${connectionId === undefined ? sql`p.connection_id` : connectionId},
      connection_chosen = ${connectionId === undefined ? sql`p.connection_chosen` : true},
      due_at = ${dueAt ?? sql`p.due_at`},
      next_attempt_at = ${dueAt ? ahead(dueAt, patience) : sql`least(p.next_attempt_at, greatest(p.due_at, clock_timestamp()))`}
    where p.id = ${id} and ${IS_OPEN}
    returning ${PUBLICATION}`.execute(tx);
  return rows[0] ? publicationOf(rows[0]) : refuse(await requirePublication(tx, id));
}

/** Null when it was cancelled before. */
export async function cancelPublication(tx: Tx, id: number): Promise<Publication | null> {
  const { rows } = await sql<PublicationRow>`
    update publishing.publications p set
      state = 'cancelled', version = p.version + 1, ended_at = clock_timestamp(), updated_at = clock_timestamp(),
      lease_token = null, lease_owner = null, lease_until = null
    where p.id = ${id} and ${IS_OPEN}
    returning ${PUBLICATION}`.execute(tx);
  if (rows[0]) return publicationOf(rows[0]);
  const found = await requirePublication(tx, id);
  return found.state === 'cancelled' ? null : refuse(found);
}

/** Null when it is under way or has ended: what was called is only read. */
export async function haltPublication(tx: Tx, id: number, { code, detail }: PublicationHalt): Promise<Publication | null> {
  const outcome = JSON.stringify({ reason: 'rights', code, detail: detail.slice(0, 300) });
  const { rows } = await sql<PublicationRow>`
    update publishing.publications p set
      state = 'rejected', version = p.version + 1, ended_at = clock_timestamp(), updated_at = clock_timestamp(), outcome = ${outcome}::jsonb,
      lease_token = null, lease_owner = null, lease_until = null
    where p.id = ${id} and ${IS_OPEN}
    returning ${PUBLICATION}`.execute(tx);
  return rows[0] ? publicationOf(rows[0]) : null;
}

function refuse(found: Publication): never {
  if (found.endedAt) throw failure.conflict('PUBLICATION_ENDED', m.ended);
  throw failure.conflict('PUBLICATION_UNDER_WAY', m.underWay);
}

/** Due now and first of all; what is at work on it already, or waits for the platform's answer, is left to it. */
export async function hurryPublication(db: Db, id: number): Promise<void> {
  await sql`
    update publishing.publications p set
      version = case when p.due_at > clock_timestamp() then p.version + 1 else p.version end,
      state = case when p.state = 'leased' then 'due' else p.state end,
      due_at = least(p.due_at, clock_timestamp()), next_attempt_at = clock_timestamp() - interval '1 day', updated_at = clock_timestamp(),
      lease_token = null, lease_owner = null, lease_until = null
    where p.id = ${id} and p.state in ('due', 'leased', 'prepared') and (p.due_at > clock_timestamp() or p.lease_token is null)`.execute(
    db,
  );
}

/** Tells the workers when the transaction commits, if there is something to look at now. */
export async function announceDue(db: Db, id: number): Promise<void> {
  await sql`
    select pg_notify(${DUE_CHANNEL}, '') from publishing.publications
    where id = ${id} and ended_at is null and next_attempt_at <= clock_timestamp() + interval '1 second'`.execute(db);
}

export async function settlePublication(tx: Tx, id: number, { live, url }: { live: boolean; url?: string }): Promise<Publication> {
  const finding = live
    ? sql`state = 'confirmed', outcome = null, ended_at = clock_timestamp(), platform_post_url = coalesce(${url ?? null}, p.platform_post_url)`
    : sql`state = 'due', outcome = null, ended_at = null, due_at = clock_timestamp(), next_attempt_at = clock_timestamp(), called_at = null,
        prepared_at = null, doubts = p.doubts + 1, rearmed = false, tries = 0, reads = 0, absences = 0, absent_at = null`;
  const { rows } = await sql<PublicationRow>`
    update publishing.publications p set version = p.version + 1, updated_at = clock_timestamp(), ${finding}
    where p.id = ${id} and p.state = 'unknown' returning ${PUBLICATION}`.execute(tx);
  if (rows[0]) return publicationOf(rows[0]);
  await requirePublication(tx, id);
  throw failure.conflict('PUBLICATION_NOT_UNKNOWN', m.notUnknown);
}

export async function requirePublication(db: Db, id: number): Promise<Publication> {
  const found = await findPublication(db, id);
  if (!found) throw failure.notFound(m.notFound);
  return found;
}

export const findPublication = async (db: Db, id: number): Promise<Publication | null> => (await findPublications(db, [id]))[0] ?? null;

export async function findPublications(db: Db, ids: readonly number[]): Promise<readonly Publication[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<PublicationRow>`
    select ${PUBLICATION} from publishing.publications p where p.id = any(${ids}::bigint[]) order by p.id`.execute(db);
  return rows.map(publicationOf);
}

export async function findAttempts(db: Db, id: number): Promise<readonly Attempt[]> {
  const { rows } = await sql<Attempt>`
    select at, phase, http_status as "httpStatus", code, trace_id as "traceId", detail
    from publishing.attempts where publication_id = ${id} order by id`.execute(db);
  return rows;
}
