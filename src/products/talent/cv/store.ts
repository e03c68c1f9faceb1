/** What was read in CVs: the table of this slice, and the analysis beside the profile. */
import { sql } from 'kysely';
import type { Db, Tx } from '#kernel/db/db.ts';
import type { Vault } from '#kernel/vault.ts';
import type { Member } from '../members/members.ts';
import type { CvFindings } from './analysis.ts';
import type { FoundContacts } from './contacts.ts';
import type { KnownPerson } from './redaction.ts';

export type CvAnalysis = NonNullable<Member['cvAnalysis']>;

/** Whose CV is to be read. */
export interface CvOwner extends KnownPerson {
  readonly id: number;
  readonly code: string;
  readonly cvFile: string | null;
  /** Completes national phone numbers. */
  readonly dial: string;
  /** Completeness of the profile. */
  readonly score: number;
  readonly isAnalysed: boolean;
  /** The text of this very file is there. */
  readonly isRead: boolean;
}

export async function findOwner(db: Db, vault: Vault, id: number): Promise<CvOwner | null> {
  const { rows } = await sql<Omit<CvOwner, 'address'> & { readonly sealed: string | null }>`
    select m.account_id as id, m.unique_code as code, m.first_name as "firstName", m.last_name as "lastName", m.email, m.cv_file as "cvFile",
      m.profile_score as score, d.address_encrypted as sealed, d.cv_analysis is not null as "isAnalysed",
      coalesce(t.cv_file = m.cv_file, false) as "isRead", coalesce(r.dial, c.dial) as dial
    from talent.members m join talent.member_details d using (account_id) join talent.countries c on c.id = m.country_id
    left join talent.countries r on r.id = m.residence_country_id left join talent.cv_texts t using (account_id)
    where m.account_id = ${id}`.execute(db);
  const [row] = rows;
  if (!row) return null;
  const { sealed, ...owner } = row;
  return { ...owner, address: sealed === null ? null : vault.decrypt(sealed) };
}

export interface CvReading {
  readonly cvFile: string;
  readonly text: string;
  readonly quality: 'good' | 'poor' | 'none';
  readonly pages: number;
  readonly truncated: boolean;
  readonly findings: CvFindings | null;
  readonly contacts: FoundContacts;
  readonly readAt: Date;
}

/** Holds the person; false when this is no longer their CV. */
export async function holdCv(tx: Tx, id: number, cvFile: string): Promise<boolean> {
  const { rows } = await sql`select from talent.members where account_id = ${id} and cv_file = ${cvFile} for update`.execute(tx);
  return rows.length > 0;
}

export async function writeReading(tx: Tx, vault: Vault, id: number, reading: CvReading): Promise<void> {
  const contacts = vault.encrypt(JSON.stringify(reading.contacts));
  const row = {
    account_id: id,
    cv_file: reading.cvFile,
    text: reading.text,
    quality: reading.quality,
    pages: reading.pages,
    truncated: reading.truncated,
    findings: JSON.stringify(reading.findings),
    contacts_encrypted: contacts,
    read_at: reading.readAt,
  };
  const { account_id: _, ...changes } = row;
  await tablesOf(tx)
    .insertInto('talent.cv_texts')
    .values(row)
    .onConflict((conflict) => conflict.column('account_id').doUpdateSet(changes))
    .execute();
}

export async function writeAnalysis(tx: Tx, id: number, analysis: CvAnalysis): Promise<void> {
  await sql`update talent.member_details set cv_analysis = ${JSON.stringify(analysis)}::jsonb where account_id = ${id}`.execute(tx);
}

/** Null while the present CV has not been read. */
export async function findReading(db: Db, vault: Vault, id: number): Promise<CvReading | null> {
  const row = await tablesOf(db).selectFrom('talent.cv_texts').selectAll().where('account_id', '=', id).executeTakeFirst();
  if (!row) return null;
  return {
    cvFile: row.cv_file,
    text: row.text,
    quality: row.quality,
    pages: row.pages,
    truncated: row.truncated,
    findings: row.findings as unknown as CvFindings | null,
    contacts: JSON.parse(vault.decrypt(row.contacts_encrypted)) as FoundContacts,
    readAt: row.read_at,
  };
}

type CvTables = {
  'talent.cv_texts': {
    account_id: number;
    cv_file: string;
    text: string;
    quality: CvReading['quality'];
    pages: number;
    truncated: boolean;
    findings: string;
    contacts_encrypted: string;
    read_at: Date;
  };
};
const tablesOf = (db: Db) => db.withTables<CvTables>();
