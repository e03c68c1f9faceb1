/**
 * How somebody joins the CINEMA module: after the checks, the photos, the code, the file, the QR code, the consents and the letter
 * come into being in one transaction, or nothing does.
 */
import type { FastifyRequest } from 'fastify';
import { qrPng } from '#capabilities/printing/printing.ts';
import type { Tx } from '#kernel/db/db.ts';
import { inTransaction } from '#kernel/db/transaction.ts';
import type { Language } from '#kernel/message.ts';
import type { Snapshot } from '../catalogue/catalogue.ts';
import { allocateNumber, formatCode, OTHER_CITY } from '../codes.ts';
import { type Checked, type Present, requireRegistration } from './check.ts';
import type { CinemaTalent } from './cinema-talent.ts';
import { welcomeLetter } from './letters.ts';
import { byId } from './lookup.ts';
import { profileUrl, requireTalent, savePhoto, withTypedCity } from './person.ts';
import { insertTalent, recordConsents } from './store.ts';
import type { CinemaTools, PreparedFile } from './tools.ts';

/** Names the words that people agree to on the forms; changes when they change. */
export const CONSENT_VERSION = '1';

export interface CinemaRegistrationExtra {
  readonly photo?: PreparedFile;
  readonly idPhoto?: PreparedFile;
  readonly gallery?: readonly PreparedFile[];
  /** The account of the person, when they are signed in. */
  readonly accountId?: number;
  readonly language?: Language;
  /** Default `welcome` (template `cinema_talent_registration`). */
  readonly letter?: 'welcome' | 'none';
  /** Joins the caller's transaction. */
  readonly tx?: Tx;
}

type Person = ReturnType<typeof requireRegistration>;
type NewValues = Person extends Checked<infer Values> ? Values : never;
interface Registering {
  readonly tools: CinemaTools;
  readonly tx: Tx;
  readonly request: FastifyRequest | null;
  readonly person: Person;
  readonly catalogue: Snapshot;
  readonly extra: CinemaRegistrationExtra;
}

export async function register(
  tools: CinemaTools,
  request: FastifyRequest | null,
  input: Readonly<Record<string, unknown>>,
  extra: CinemaRegistrationExtra,
): Promise<Present> {
  const catalogue = await tools.catalogue.snapshot(extra.tx);
  const person = requireRegistration(input, { catalogue, today: tools.clock.now() });
  return inTransaction(extra.tx ?? tools.db, (tx) => createPerson({ tools, tx, request, person, catalogue, extra }));
}

async function createPerson(registering: Registering): Promise<Present> {
  const { tools, tx, person, extra } = registering;
  const now = tools.clock.now();
  const photoFile = extra.photo ? await savePhoto(tools, tx, 'profile', extra.photo) : null;
  const idPhotoFile = extra.idPhoto ? await savePhoto(tools, tx, 'id', extra.idPhoto) : null;
  const galleryFiles: string[] = [];
  for (const photo of extra.gallery ?? []) galleryFiles.push(await savePhoto(tools, tx, 'gallery', photo));
  const values = await withTypedCity(tools.catalogue, tx, person.values, person.otherCity);
  const { code, qrFile } = await giveCode(registering, values);
  const files = { photoFile, idPhotoFile, galleryFiles, qrFile };
  const language = extra.language ?? 'fr';
  const id = await insertTalent(tx, { ...files, values, code, language, now, accountId: extra.accountId ?? null }, tools.vault);
  await recordConsents(tx, id, person.consents, CONSENT_VERSION, now);
  await tools.news?.named(tx, 'cinema', id);
  const talent = await requireTalent(tools, tx, byId(id));
  await logRegistration(registering, talent);
  const name = `${talent.firstName} ${talent.lastName}`;
  if (registering.request) await tools.news?.joined(tx, 'cinema', { code, name, by: registering.request.viewer?.accountId });
  if (extra.letter !== 'none') await sendLetter(registering, talent, language);
  return talent;
}

/** From here on the counter of the country is locked: this part comes last and stays short. */
async function giveCode({ tools, tx, catalogue }: Registering, values: NewValues): Promise<{ code: string; qrFile: string }> {
  const country = catalogue.country(values.country_of_origin_id);
  if (!country) throw new Error(`a checked registration names country ${values.country_of_origin_id}, which the catalogue lacks`);
  // A city that was just typed is not in this snapshot.
  const city = catalogue.city(values.city_id ?? 0)?.code ?? OTHER_CITY;
  const number = await allocateNumber(tx, country.id, 'cinema');
  const code = formatCode({ kind: 'cinema', country: country.code, gender: values.gender, number, city });
  const content = await qrPng(profileUrl(tools.publicUrl, code));
  const png = { folder: 'qrcodes', name: `qrcodes/cinema_${code}.png`, extension: 'png', mediaType: 'image/png', content };
  return { code, qrFile: (await tools.files.save(tx, png)).name };
}

/** Somebody without an account is not named beyond their code: their address is not to be read in a log. */
async function logRegistration({ tools, tx, request }: Registering, { id, code }: CinemaTalent): Promise<void> {
  if (!request) return;
  const entry = { type: 'cinema_talent_registered', category: 'cinema', description: `Inscription CINEMA ${code}` };
  await tools.audit.activity(request, { ...entry, resourceType: 'cinema_talent', resourceId: id }, tx);
}

async function sendLetter({ tools, tx, request }: Registering, talent: CinemaTalent, language: Language): Promise<void> {
  if (!talent.email) return;
  const profile = profileUrl(tools.publicUrl, talent.code);
  const letter = welcomeLetter({ to: talent.email, language, talent, profile, look: await tools.mail.look(tx) });
  const sentBy = request?.viewer?.accountId;
  await tools.mail.send(tx, sentBy === undefined ? letter : { ...letter, sentBy });
}
