/** Changes to somebody who has a CINEMA file: fields, photos, the end. Each is one transaction, logged with it. */
import type { FastifyRequest } from 'fastify';
import type { Db, Tx } from '#kernel/db/db.ts';
import { inTransaction } from '#kernel/db/transaction.ts';
import { Failure, failure } from '#kernel/failure.ts';
import { isAdmin } from '#kernel/http/access.ts';
import { fieldMessages } from '#kernel/http/validation.ts';
import { fieldTexts } from '../field-texts.ts';
import { type Present, requireChange } from './check.ts';
import type { CinemaTalent } from './cinema-talent.ts';
import { CINEMA_FIELDS, isLevelField } from './fields.ts';
import { byId } from './lookup.ts';
import { refusals } from './messages.ts';
import { type PhotoKind, requireTalent, savePhoto, withTypedCity } from './person.ts';
import * as policies from './policies.ts';
import { CONSENT_VERSION } from './registration.ts';
import { deleteTalent, lockTalent, recordConsents, setDetailColumns, setTalentColumns, updateTalent } from './store.ts';
import type { CinemaTools, PreparedFile } from './tools.ts';
import { maskNumber } from './views.ts';

export const MAX_GALLERY = 12;

/** What the log says of each act. */
const ACTS = {
  updated: 'modifiée',
  deleted: 'supprimée',
  profile_photo_set: 'photo de profil changée',
  profile_photo_removed: 'photo de profil retirée',
  id_photo_set: 'photo de la pièce d’identité changée',
  id_photo_removed: 'photo de la pièce d’identité retirée',
  gallery_photo_added: 'photo ajoutée à la galerie',
  gallery_photo_removed: 'photo retirée de la galerie',
} as const;
type Act = keyof typeof ACTS;
type Input = Readonly<Record<string, unknown>>;

/** Holds the person, lets their owner or an administrator change them, logs it, and answers who they are now. */
async function change(
  tools: CinemaTools,
  request: FastifyRequest,
  id: number,
  act: Act,
  work: (tx: Tx, before: Present) => Promise<void>,
): Promise<Present> {
  if (!request.viewer) throw failure.unauthenticated();
  return inTransaction(tools.db, async (tx) => {
    if (!(await lockTalent(tx, id))) throw failure.notFound(refusals.notFound);
    const before = await requireTalent(tools, tx, byId(id));
    if (!policies.mayEdit(request.viewer, before)) throw refusalFor(request, before);
    await work(tx, before);
    await log(tools, request, tx, before, act);
    return requireTalent(tools, tx, byId(id));
  });
}

/** Who may not even see a person is not told that there is one. */
const refusalFor = ({ viewer }: FastifyRequest, subject: policies.Subject): Error =>
  policies.seesCard(viewer, subject) ? failure.forbidden(refusals.accessDenied) : failure.notFound(refusals.notFound);

const log = ({ audit }: CinemaTools, request: FastifyRequest, tx: Tx, { id, code }: CinemaTalent, act: Act): Promise<void> =>
  audit.activity(
    request,
    {
      ...{ type: `cinema_talent_${act}`, category: 'cinema', description: `Fiche CINEMA ${code} : ${ACTS[act]}` },
      ...{ resourceType: 'cinema_talent', resourceId: id },
    },
    tx,
  );

/** What tells two people of one name apart. */
const TELLING = ['date_of_birth', 'email', 'phone', 'whatsapp', 'id_document_number'] as const;

/** Changes the given fields and no other; an unknown, forbidden or faulty field refuses them all. */
export function updateTalentBy(tools: CinemaTools, request: FastifyRequest, id: number, input: Input): Promise<Present> {
  return change(tools, request, id, 'updated', async (tx, before) => {
    requireFields(request, input);
    const { catalogue, clock, vault } = tools;
    const now = clock.now();
    const context = { catalogue: await catalogue.snapshot(tx), today: now };
    const { values, otherCity, consents } = requireChange(withoutKeptNumber(input, before), context, before);
    await updateTalent(tx, id, await withTypedCity(catalogue, tx, values, otherCity), vault, now);
    await recordConsents(tx, id, consents, CONSENT_VERSION, now);
    const { first_name: firstName = before.firstName, last_name: lastName = before.lastName } = values;
    const isRenamed = firstName !== before.firstName || lastName !== before.lastName;
    if (isRenamed || TELLING.some((field) => values[field] !== undefined)) await tools.news?.named(tx, 'cinema', id);
  });
}

function requireFields({ viewer }: FastifyRequest, input: Input): void {
  const known: readonly string[] = CINEMA_FIELDS;
  const unknown = Object.keys(input).filter((name) => !known.includes(name) && !isLevelField(name));
  const faultOf = (names: readonly string[], message = fieldMessages.unknown, constraint = 'unknown') =>
    Object.fromEntries(names.map((name) => [name, { message, constraint }]));
  if (unknown.length) throw failure.invalid(faultOf(unknown));
  const forbidden = Object.keys(input).filter((name) => !policies.mayChangeField(viewer, name));
  if (forbidden.length)
    throw new Failure('forbidden', { message: refusals.adminNeeded, fields: faultOf(forbidden, fieldTexts.notYours, 'forbidden') });
}

/** A form that shows `AB***56` sends it back when nobody typed over it, or sends nothing. */
function withoutKeptNumber(input: Input, { idDocument }: CinemaTalent): Input {
  const { id_document_number: number, ...others } = input;
  return number === '' || (number && number === maskNumber(idDocument.number)) ? others : input;
}

/** The person, their photos and their code go for good. */
export async function removeTalent(tools: CinemaTools, request: FastifyRequest, id: number): Promise<void> {
  const { viewer } = request;
  if (!viewer) throw failure.unauthenticated();
  if (!isAdmin(viewer)) throw failure.forbidden(refusals.adminNeeded);
  await inTransaction(tools.db, async (tx) => {
    if (!(await lockTalent(tx, id))) throw failure.notFound(refusals.notFound);
    const before = await requireTalent(tools, tx, byId(id));
    const files = [before.photoFile, before.idPhotoFile, before.qrFile, ...before.galleryFiles];
    for (const file of files) if (file) await tools.files.remove(tx, file);
    await tools.news?.gone(tx, 'cinema', id);
    await deleteTalent(tx, id);
    await log(tools, request, tx, before, 'deleted');
    const details = { id, code: before.code };
    await tools.audit.security(request, { event: 'cinema_talent_deleted', severity: 'high', accountId: viewer.accountId, details }, tx);
  });
}

/** Puts a new photo in place of the old one; null takes it away. */
export function setPhoto(
  tools: CinemaTools,
  request: FastifyRequest,
  id: number,
  kind: Exclude<PhotoKind, 'gallery'>,
  photo: PreparedFile | null,
): Promise<Present> {
  return change(tools, request, id, `${kind}_photo_${photo ? 'set' : 'removed'}`, async (tx, before) => {
    const saved = photo ? await savePhoto(tools, tx, kind, photo) : null;
    const old = kind === 'profile' ? before.photoFile : before.idPhotoFile;
    if (old) await tools.files.remove(tx, old);
    const now = tools.clock.now();
    if (kind === 'id') await setDetailColumns(tx, id, { id_photo_file: saved });
    await setTalentColumns(tx, id, kind === 'profile' ? { photo_file: saved } : { has_id_photo: saved !== null }, now);
  });
}

/** A portrait for somebody who has none, given by a room that acts without a viewer. False when they are gone or have one by now. */
export const attachPhoto = (tools: CinemaTools, db: Db, id: number, photo: PreparedFile): Promise<boolean> =>
  inTransaction(db, async (tx) => {
    if (!(await lockTalent(tx, id))) return false;
    const { photoFile } = await requireTalent(tools, tx, byId(id));
    if (photoFile !== null) return false;
    await setTalentColumns(tx, id, { photo_file: await savePhoto(tools, tx, 'profile', photo) }, tools.clock.now());
    return true;
  });

export function addGalleryPhoto(tools: CinemaTools, request: FastifyRequest, id: number, photo: PreparedFile): Promise<Present> {
  return change(tools, request, id, 'gallery_photo_added', async (tx, { galleryFiles }) => {
    if (galleryFiles.length >= MAX_GALLERY) throw failure.field('gallery', refusals.galleryFull, { limit: MAX_GALLERY }, 'maximum');
    await setGallery(tools, tx, id, [...galleryFiles, await savePhoto(tools, tx, 'gallery', photo)]);
  });
}

export function removeGalleryPhoto(tools: CinemaTools, request: FastifyRequest, id: number, file: string): Promise<Present> {
  return change(tools, request, id, 'gallery_photo_removed', async (tx, { galleryFiles }) => {
    if (!galleryFiles.includes(file)) throw failure.notFound(refusals.photoNotFound);
    await tools.files.remove(tx, file);
    await setGallery(
      tools,
      tx,
      id,
      galleryFiles.filter((kept) => kept !== file),
    );
  });
}

async function setGallery({ clock }: CinemaTools, tx: Tx, id: number, files: readonly string[]): Promise<void> {
  await setDetailColumns(tx, id, { gallery_files: files });
  await setTalentColumns(tx, id, { gallery_count: files.length }, clock.now());
}
