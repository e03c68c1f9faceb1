/** The tables of consents and of what happened. */
import { type RawBuilder, sql } from 'kysely';
import type { PlatformName } from '#capabilities/publishing/publishing.ts';
import type { Db, Tx } from '#kernel/db/db.ts';
import type { Language } from '#kernel/message.ts';
import type { Consent, ConsentState, ConsentTerms, Evidence, Purpose } from './consent.ts';

const TERMS = sql`c.id, c.person_id as "personId", c.medium_id as "mediumId", c.origin, c.purposes, c.platforms, c.starts_at as "startsAt",
  c.ends_at as "endsAt", c.state, c.withdrawn_at as "withdrawnAt"`;
const CONSENT = sql`${TERMS}, c.origin_title as "originTitle", c.territory, c.withdrawn_by as "withdrawnBy", c.withdrawn_why as "withdrawnWhy",
  c.evidence, c.document_file is not null as "hasDocument", c.text_version as "textVersion", c.language, c.asked_by as "askedBy",
  c.asked_at as "askedAt", c.letter_id as "letterId", c.answered_at as "answeredAt",
  jsonb_build_object('id', e.id, 'key', e.key, 'name', e.name, 'code', e.code) as person`;
const FROM = sql`library.consents c join library.people e on e.id = c.person_id`;

/** Held against a withdrawal until the end of a transaction: what is planned now and what is withdrawn now see each other. */
export async function findTerms(db: Db, people: readonly number[]): Promise<readonly ConsentTerms[]> {
  if (people.length === 0) return [];
  const held = db.isTransaction ? sql`for share of c` : sql``;
  const { rows } = await sql<ConsentTerms>`
    select ${TERMS} from library.consents c where c.person_id = any(${people}::bigint[]) order by c.id ${held}`.execute(db);
  return rows;
}

async function findWhere(db: Db, where: RawBuilder<unknown>): Promise<readonly Consent[]> {
  return (await sql<Consent>`select ${CONSENT} from ${FROM} where ${where} order by c.asked_at desc, c.id desc`.execute(db)).rows;
}
export const findConsent = async (db: Db, id: number): Promise<Consent | null> => (await findWhere(db, sql`c.id = ${id}`))[0] ?? null;
export const findConsentsOf = (db: Db, people: readonly number[]): Promise<readonly Consent[]> =>
  findWhere(db, sql`c.person_id = any(${people}::bigint[])`);
export const findConsentsByKeys = (db: Db, keys: readonly string[]): Promise<readonly Consent[]> =>
  findWhere(db, sql`e.key = any(${keys}::text[])`);

/** Held until the end of the transaction. */
export async function lockConsent(tx: Tx, id: number): Promise<Consent | null> {
  await sql`select 1 from library.consents where id = ${id} for update`.execute(tx);
  return findConsent(tx, id);
}

export interface NewConsent {
  readonly personId: number;
  readonly mediumId: number | null;
  readonly origin: string | null;
  readonly originTitle: string;
  readonly purposes: readonly Purpose[];
  readonly platforms: readonly PlatformName[] | null;
  readonly territory: string;
  readonly startsAt: Date;
  readonly endsAt: Date | null;
  readonly state: ConsentState;
  readonly evidence: Evidence | null;
  readonly evidenceEncrypted: string | null;
  readonly documentFile: string | null;
  readonly documentType: string | null;
  readonly textVersion: string;
  readonly language: Language;
  readonly addressEncrypted: string | null;
  readonly askedBy: number | null;
}

export async function insertConsent(tx: Tx, one: NewConsent, now: Date): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into library.consents (person_id, medium_id, origin, origin_title, purposes, platforms, territory, starts_at, ends_at, state,
      evidence, evidence_encrypted, document_file, document_type, text_version, language, address_encrypted, asked_by, asked_at, answered_at)
    values (${one.personId}, ${one.mediumId}, ${one.origin}, ${one.originTitle}, ${[...one.purposes]}::text[],
      ${one.platforms && [...one.platforms]}::text[], ${one.territory}, ${one.startsAt}, ${one.endsAt}, ${one.state}, ${one.evidence},
      ${one.evidenceEncrypted}, ${one.documentFile}, ${one.documentType}, ${one.textVersion}, ${one.language}, ${one.addressEncrypted},
      ${one.askedBy}, ${now}, ${one.state === 'asked' ? null : now}) returning id`.execute(tx);
  const [row] = rows;
  if (!row) throw new Error('a consent got no number');
  return row.id;
}

export async function setLetter(tx: Tx, id: number, letterId: number): Promise<void> {
  await sql`update library.consents set letter_id = ${letterId} where id = ${id}`.execute(tx);
}

export interface Answer {
  readonly state: 'given' | 'refused';
  readonly evidenceEncrypted: string;
  readonly language: Language;
}

/** False when it was answered before. */
export async function answerConsent(tx: Tx, id: number, { state, evidenceEncrypted, language }: Answer, now: Date): Promise<boolean> {
  const { rows } = await sql`
    update library.consents set state = ${state}, evidence = 'click', evidence_encrypted = ${evidenceEncrypted}, language = ${language},
      answered_at = ${now} where id = ${id} and state = 'asked' returning id`.execute(tx);
  return rows.length > 0;
}

/** False when it was withdrawn before, or never given. */
export async function withdrawConsent(tx: Tx, id: number, by: string, why: string, now: Date): Promise<boolean> {
  const { rows } = await sql`
    update library.consents set withdrawn_at = ${now}, withdrawn_by = ${by}, withdrawn_why = ${why}
    where id = ${id} and withdrawn_at is null and state = 'given' returning id`.execute(tx);
  return rows.length > 0;
}

interface Sealed {
  readonly addressEncrypted: string | null;
  readonly evidenceEncrypted: string | null;
  readonly documentFile: string | null;
  readonly documentType: string | null;
}
export async function findSealed(db: Db, id: number): Promise<Sealed | null> {
  const { rows } = await sql<Sealed>`
    select address_encrypted as "addressEncrypted", evidence_encrypted as "evidenceEncrypted", document_file as "documentFile",
      document_type as "documentType" from library.consents where id = ${id}`.execute(db);
  return rows[0] ?? null;
}

export type EventName = 'declared' | 'asked' | 'given' | 'refused' | 'recorded' | 'withdrawn' | 'expired' | 'stopped';

export interface NewEvent {
  readonly what: EventName;
  readonly author: 'account' | 'person' | 'machine';
  readonly accountId?: number | null;
  readonly mediumId?: number | null;
  readonly personId?: number | null;
  readonly consentId?: number | null;
  readonly publicationId?: number | null;
  readonly detail?: string;
}

export async function note(tx: Tx, event: NewEvent, now: Date): Promise<void> {
  const { what, author, accountId = null, mediumId = null, personId = null, consentId = null, publicationId = null, detail = '' } = event;
  await sql`insert into library.events (at, account_id, author, what, medium_id, person_id, consent_id, publication_id, detail)
    values (${now}, ${accountId}, ${author}, ${what}, ${mediumId}, ${personId}, ${consentId}, ${publicationId}, ${detail})`.execute(tx);
}

export interface LibraryEvent {
  readonly id: number;
  readonly at: Date;
  readonly author: 'account' | 'person' | 'machine';
  readonly by: string | null;
  readonly what: EventName;
  readonly person: string | null;
  readonly detail: string;
}

/** Of a medium and of the people who appear in it, the latest first. */
export async function findEvents(db: Db, mediumId: number, people: readonly number[], most: number): Promise<readonly LibraryEvent[]> {
  const { rows } = await sql<LibraryEvent>`
    select v.id, v.at, v.author, nullif(trim(concat_ws(' ', a.first_name, a.last_name)), '') as by, v.what, e.name as person, v.detail
    from library.events v left join identity.account_cards a on a.id = v.account_id left join library.people e on e.id = v.person_id
    where v.medium_id = ${mediumId} or (v.medium_id is null and v.person_id = any(${people}::bigint[]))
    order by v.id desc limit ${most}`.execute(db);
  return rows;
}

/** Given consents that ended, and of which nobody noted it. */
export async function findUnnotedEnds(
  db: Db,
  now: Date,
  most: number,
): Promise<readonly { readonly id: number; readonly personId: number }[]> {
  const { rows } = await sql<{ id: number; personId: number }>`
    select c.id, c.person_id as "personId" from library.consents c
    where c.ends_at <= ${now} and c.state = 'given' and c.withdrawn_at is null
      and not exists (select from library.events v where v.consent_id = c.id and v.what = 'expired')
    order by c.ends_at limit ${most}`.execute(db);
  return rows;
}
