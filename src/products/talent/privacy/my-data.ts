/** Everything that is known of the signed-in person, as files a program and a person can read. */
import { Readable } from 'node:stream';
import type { FastifyRequest } from 'fastify';
import { type RawBuilder, sql } from 'kysely';
import type { Identity } from '#capabilities/identity/identity.ts';
import type { Library } from '#capabilities/library/library.ts';
import { activitiesOf } from '#kernel/audit-reading.ts';
import type { Db } from '#kernel/db/db.ts';
import { lettersTo } from '#kernel/mail/letters-of.ts';
import { say } from '#kernel/message.ts';
import type { Files } from '#kernel/storage/files.ts';
import type { Vault } from '#kernel/vault.ts';
import type { ZipEntry } from '#kernel/zip.ts';
import type { Cinema } from '../cinema/cinema.ts';
import { type Members, memberConsents } from '../members/members.ts';
import { m } from './messages.ts';

export interface MyDataTools {
  readonly db: Db;
  readonly vault: Pick<Vault, 'decrypt'>;
  readonly files: Pick<Files, 'find' | 'open'>;
  readonly identity: Pick<Identity, 'find' | 'sessionsOf'>;
  readonly library: Pick<Library, 'consentsOf'>;
  readonly members: Pick<Members, 'get'>;
  readonly cinema: Pick<Cinema, 'get'>;
}

const MOST_LETTERS = 10_000;

export async function* myData(tools: MyDataTools, request: FastifyRequest, accountId: number): AsyncGenerator<ZipEntry> {
  const { db, identity, members, cinema, library } = tools;
  const account = await identity.find(db, accountId);
  if (!account) return;
  const member = await isMember(db, accountId);
  const cinemaId = await cinemaOf(db, accountId);
  yield { name: 'LISEZ-MOI.txt', content: `${say(m.readMe, request.language)}\n` };
  yield json('account.json', { ...account, sessions: await identity.sessionsOf(db, accountId) });
  const profile = member ? await members.get(request, accountId) : null;
  if (profile) yield json('profile.json', profile);
  const file = cinemaId === null ? null : await cinema.get(request, cinemaId);
  const paper = cinemaId === null ? null : await paperOf(tools, cinemaId);
  if (file) yield json('cinema.json', { ...file, idDocument: { ...file.idDocument, number: paper } });
  if (cinemaId !== null) yield json('work.json', await workOf(db, cinemaId));
  yield json('applications.json', await listOf(db, applications(accountId, cinemaId)));
  yield json('consents.json', {
    profile: await memberConsents(db, accountId),
    cinema: cinemaId === null ? [] : await cinemaConsents(db, cinemaId),
    image: await library.consentsOf(db, [`member:${accountId}`, ...(cinemaId === null ? [] : [`cinema:${cinemaId}`])]),
  });
  const addresses = [account.email, ...(file?.email ? [file.email] : [])].map((address) => address.toLowerCase());
  yield json('letters.json', await lettersTo(db, addresses, MOST_LETTERS));
  yield { name: 'activity.jsonl', content: Readable.from(linesOf(activitiesOf(db, accountId))) };
  const names = [profile?.photoFile, profile?.cvFile, file?.photoFile, file?.idPhotoFile, ...(file?.galleryFiles ?? [])];
  for (const name of names) {
    const stored = name ? await tools.files.find(db, name) : null;
    if (stored) yield { name: `files/${stored.name.replaceAll('/', '-')}`, content: await tools.files.open(stored) };
  }
}

const json = (name: string, value: unknown): ZipEntry => ({ name, content: `${JSON.stringify(value, null, 2)}\n` });

async function* linesOf(pieces: AsyncIterable<readonly object[]>): AsyncGenerator<string> {
  for await (const piece of pieces) yield piece.map((one) => `${JSON.stringify(one)}\n`).join('');
}

async function listOf(db: Db, query: RawBuilder<object>): Promise<readonly object[]> {
  return (await query.execute(db)).rows;
}

const isMember = async (db: Db, id: number): Promise<boolean> =>
  (await listOf(db, sql<object>`select 1 from talent.members where account_id = ${id}`)).length > 0;

/** The CINEMA file of an account; null without one. */
export async function cinemaOf(db: Db, accountId: number): Promise<number | null> {
  const { rows } = await sql<{ id: number }>`select id from talent.cinema_talents where account_id = ${accountId}`.execute(db);
  return rows[0]?.id ?? null;
}

async function paperOf({ db, vault }: MyDataTools, id: number): Promise<string | null> {
  const { rows } = await sql<{ number: string | null }>`
    select id_document_number_encrypted as number from talent.cinema_details where talent_id = ${id}`.execute(db);
  const sealed = rows[0]?.number;
  return sealed ? vault.decrypt(sealed) : null;
}

export interface CinemaConsent {
  readonly purpose: 'registration' | 'public_profile' | 'appearance';
  readonly version: string;
  readonly givenAt: Date;
  readonly withdrawnAt: Date | null;
}
export async function cinemaConsents(db: Db, id: number): Promise<readonly CinemaConsent[]> {
  const { rows } = await sql<CinemaConsent>`
    select purpose, text_version as version, given_at as "givenAt", withdrawn_at as "withdrawnAt"
    from talent.cinema_consents where talent_id = ${id} order by given_at desc, purpose`.execute(db);
  return rows;
}

const workOf = async (db: Db, id: number): Promise<object> => ({
  assignments: await listOf(
    db,
    sql<object>`select p.name as project, a.project_code as code, a.talent_type as role, a.role_description as description,
      a.assigned_at as "assignedAt", a.removed_at as "removedAt"
      from talent.project_talents a join talent.projects p on p.id = a.project_id where a.cinema_talent_id = ${id} order by a.id`,
  ),
  days: await listOf(db, sql<object>`select days::text, state from talent.bookings where cinema_talent_id = ${id} order by days`),
  stays: await listOf(
    db,
    sql<object>`select p.name as project, s.day::text, s.check_in_at as "from", s.check_out_at as "until"
      from talent.presences s join talent.projects p on p.id = s.project_id where s.cinema_talent_id = ${id} order by s.check_in_at`,
  ),
  unavailable: await listOf(
    db,
    sql<object>`select days::text, reason from talent.unavailabilities where cinema_talent_id = ${id} order by days`,
  ),
});

const applications = (accountId: number, cinemaId: number | null): RawBuilder<object> => sql<object>`
  select casting_id as casting, message, state, applied_at as "appliedAt", withdrawn_at as "withdrawnAt"
  from talent.casting_applications where account_id = ${accountId} or cinema_talent_id = ${cinemaId} order by id`;
