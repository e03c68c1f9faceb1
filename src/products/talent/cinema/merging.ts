/**
 * How a CINEMA file becomes part of another: the survivor keeps its code and takes what was chosen; lists are united; consents follow
 * the survivor, and those of the absorbed file only where the survivor never said anything.
 */
import { sql } from 'kysely';
import type { Tx } from '#kernel/db/db.ts';
import { failure } from '#kernel/failure.ts';
import { fold } from '#kernel/text.ts';
import {
  type Absorption,
  columnsTaken,
  type MergeColumns,
  type RawRow,
  type Remains,
  readRow,
  unitedCodes,
  writeColumns,
} from '../merge-columns.ts';
import { MAX_GALLERY } from './changes.ts';
import type { Present } from './check.ts';
import { CINEMA_NETWORKS, type CinemaNetwork, type PreviousProduction } from './cinema-talent.ts';
import { byId } from './lookup.ts';
import { refusals } from './messages.ts';
import { requireTalent } from './person.ts';
import { deleteTalent, lockTalent } from './store.ts';
import type { CinemaTools } from './tools.ts';

const networks = Object.fromEntries(CINEMA_NETWORKS.map((name) => [name, { details: [`${name}_encrypted`] }])) as Readonly<
  Record<CinemaNetwork, { details: string[] }>
>;

export const CINEMA_MERGE = {
  name: { main: ['first_name', 'last_name'] },
  gender: { main: ['gender'] },
  date_of_birth: { main: ['date_of_birth'] },
  origin: { main: ['country_of_origin_id', 'city_of_origin_id'] },
  nationality: { main: ['nationality'] },
  residence: { main: ['country_id', 'city_id'] },
  email: { details: ['email_encrypted', 'email_index'] },
  phone: { details: ['phone_encrypted', 'phone_index'] },
  whatsapp: { details: ['whatsapp_encrypted', 'whatsapp_index'] },
  website: { details: ['website'] },
  ...networks,
  id_document: {
    main: ['has_id_photo'],
    details: ['id_document_type', 'id_document_number_encrypted', 'id_document_index', 'id_photo_file'],
  },
  height: { main: ['height'] },
  weight: { details: ['weight'] },
  eye_color: { main: ['eye_color'] },
  hair_color: { main: ['hair_color'] },
  hair_type: { main: ['hair_type'] },
  skin_tone: { main: ['skin_tone'] },
  build: { main: ['build'] },
  ethnicities: { main: ['ethnicities'] },
  years_of_experience: { main: ['years_of_experience'] },
  bio: { details: ['bio'] },
  photo: { main: ['photo_file'] },
} as const satisfies MergeColumns<string>;
export type CinemaMergeField = keyof typeof CINEMA_MERGE;

/** Kept only with a consent of their own. */
const NEEDS_CONSENT: readonly CinemaMergeField[] = ['skin_tone', 'ethnicities'];

/** Answers what the absorbed file was. Call it when everything that refers to it has moved. */
export async function absorbTalent(tools: CinemaTools, tx: Tx, { from, into, take }: Absorption<CinemaMergeField>): Promise<Remains> {
  for (const id of [from, into].sort((a, b) => a - b)) if (!(await lockTalent(tx, id))) throw failure.notFound(refusals.notFound);
  const [old, kept] = [await requireTalent(tools, tx, byId(from)), await requireTalent(tools, tx, byId(into))];
  const rows = await rowsOf(tx, from, into);
  const consents = await moveConsents(tx, from, into, kept.isPublic, tools.clock.now());
  const allowed = take.filter((field) => consents.appearance || !NEEDS_CONSENT.includes(field));
  const gallery = [...kept.galleryFiles, ...old.galleryFiles].slice(0, MAX_GALLERY);
  await deleteTalent(tx, from);
  const main = {
    ...columnsTaken(CINEMA_MERGE, allowed, 'main', rows.main),
    ...unitedLists(kept, old),
    code_aliases: unitedCodes(rows.kept, rows.main),
    account_id: kept.accountId ?? old.accountId,
    gallery_count: gallery.length,
    updated_at: tools.clock.now(),
  };
  const details = { ...columnsTaken(CINEMA_MERGE, allowed, 'details', rows.details), ...unitedDetails(kept, old), gallery_files: gallery };
  await writeColumns(tx, 'talent.cinema_talents', main, sql`id = ${into}`);
  await writeColumns(tx, 'talent.cinema_details', details, sql`talent_id = ${into}`);
  await dropFiles(tools, tx, old, kept, allowed, gallery);
  return { talent: rows.main, details: rows.details, consents: rows.consents };
}

async function rowsOf(tx: Tx, from: number, into: number) {
  const main = await readRow(tx, 'talent.cinema_talents', sql`id = ${from}`);
  const details = await readRow(tx, 'talent.cinema_details', sql`talent_id = ${from}`);
  const kept = await readRow(tx, 'talent.cinema_talents', sql`id = ${into}`);
  if (!main || !details || !kept) throw new Error('a CINEMA file that was locked is gone');
  const { rows: consents } = await sql<RawRow>`select * from talent.cinema_consents where talent_id = ${from}`.execute(tx);
  return { main, details, kept, consents };
}

/** What the person said under the survivor's file counts; where they said nothing there, what they said under the other. */
async function moveConsents(tx: Tx, from: number, into: number, isPublic: boolean, now: Date): Promise<{ readonly appearance: boolean }> {
  await sql`
    update talent.cinema_consents c set withdrawn_at = ${now}
    where c.talent_id = ${from} and c.withdrawn_at is null and (
      exists (select from talent.cinema_consents k where k.talent_id = ${into} and k.purpose = c.purpose
        having count(*) > 0 and bool_and(k.withdrawn_at is not null))
      or (c.purpose = 'public_profile' and ${!isPublic}))`.execute(tx);
  await sql`
    insert into talent.cinema_consents (talent_id, purpose, text_version, given_at, withdrawn_at)
    select ${into}, purpose, text_version, given_at, withdrawn_at from talent.cinema_consents where talent_id = ${from}
    on conflict do nothing`.execute(tx);
  const { rows } = await sql`
    select 1 from talent.cinema_consents where talent_id = ${into} and purpose = 'appearance' and withdrawn_at is null`.execute(tx);
  return { appearance: rows.length > 0 };
}

const united = <T>(one: readonly T[], other: readonly T[], same: (item: T) => string): T[] => [
  ...new Map([...other, ...one].map((item) => [same(item), item])).values(),
];
const itself = (word: string): string => fold(word);

const unitedLists = (kept: Present, old: Present): RawRow => ({
  talent_types: united(kept.talentTypes, old.talentTypes, itself),
  languages: united(kept.languages, old.languages, itself),
  other_talents: united(kept.otherTalents, old.otherTalents, itself),
});

const unitedDetails = (kept: Present, old: Present): RawRow => ({
  language_levels: JSON.stringify({ ...old.languageLevels, ...kept.languageLevels }),
  previous_productions: JSON.stringify(
    united<PreviousProduction>(kept.previousProductions, old.previousProductions, ({ title, year }) => `${fold(title)} ${year ?? ''}`),
  ),
});

async function dropFiles(
  { files }: CinemaTools,
  tx: Tx,
  old: Present,
  kept: Present,
  take: readonly CinemaMergeField[],
  gallery: readonly string[],
): Promise<void> {
  const gone = [
    take.includes('photo') ? kept.photoFile : old.photoFile,
    take.includes('id_document') ? kept.idPhotoFile : old.idPhotoFile,
    old.qrFile,
    ...old.galleryFiles.filter((file) => !gallery.includes(file)),
  ];
  for (const file of gone) if (file) await files.remove(tx, file);
}

/** The file of an account that becomes another goes with it, unless that one has a file. */
export async function moveLink(tx: Tx, from: number, into: number, now: Date): Promise<void> {
  await sql`
    update talent.cinema_talents set account_id = ${into}, updated_at = ${now} where account_id = ${from}
      and not exists (select from talent.cinema_talents x where x.account_id = ${into})`.execute(tx);
}

/** The file belongs to this account from now on; false when it has another owner, or the account another file. */
export async function linkTalent(tx: Tx, id: number, accountId: number, now: Date): Promise<boolean> {
  if (!(await lockTalent(tx, id))) throw failure.notFound(refusals.notFound);
  const { rows } = await sql`
    update talent.cinema_talents set account_id = ${accountId}, updated_at = ${now}
    where id = ${id} and (account_id is null or account_id = ${accountId})
      and not exists (select from talent.cinema_talents x where x.account_id = ${accountId} and x.id <> ${id})
    returning id`.execute(tx);
  return rows.length > 0;
}
