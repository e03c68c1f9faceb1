/**
 * How somebody becomes a member: after the checks, the account, the code, the profile, the files and the letter come into being
 * in one transaction, or nothing does.
 */
import type { FastifyRequest } from 'fastify';
import type { Account } from '#capabilities/identity/identity.ts';
import { qrPng } from '#capabilities/printing/printing.ts';
import type { Tx } from '#kernel/db/db.ts';
import { inTransaction } from '#kernel/db/transaction.ts';
import { failure } from '#kernel/failure.ts';
import { isAdmin, type Role } from '#kernel/http/access.ts';
import type { Language } from '#kernel/message.ts';
import { type Catalogue, type Snapshot, storedNationality } from '../catalogue/catalogue.ts';
import { allocateNumber, formatCode, OTHER_CITY } from '../codes.ts';
import { recordMemberConsent } from './consents.ts';
import type { ProfileValues } from './fields.ts';
import { credentialsLetter, welcomeLetter } from './letters.ts';
import type { Member } from './member.ts';
import { refusals } from './messages.ts';
import { profileUrl, rescore } from './profile.ts';
import { checkRegistration, type GoodRegistration, hashOrFaults, type RegistrationInput, requireGood } from './registration-check.ts';
import { insertMember } from './store.ts';
import type { MemberTools, PreparedFile } from './tools.ts';

export interface RegistrationExtra {
  readonly photo?: PreparedFile;
  readonly cv?: PreparedFile;
  /** Instead of `password`: from `identity.hashPassword`, an import, or the demonstration. */
  readonly passwordHash?: string;
  readonly role?: Role;
  readonly language?: Language;
  /** Default `welcome`. */
  readonly letter?: 'welcome' | 'none';
  /** A documented demonstration account. */
  readonly demo?: boolean;
  /** Joins the caller's transaction; give `passwordHash` then, because hashing is slow. */
  readonly tx?: Tx;
}

interface NewPerson extends GoodRegistration {
  readonly passwordHash: string;
  /** In clear, for the letter only. */
  readonly temporaryPassword?: string;
  readonly catalogue: Snapshot;
}
/** One registration under way. */
interface Registering {
  readonly tools: MemberTools;
  readonly tx: Tx;
  readonly request: FastifyRequest | null;
  readonly person: NewPerson;
  readonly extra: RegistrationExtra;
}

export async function register(
  tools: MemberTools,
  request: FastifyRequest | null,
  input: RegistrationInput,
  extra: RegistrationExtra,
): Promise<Member> {
  const catalogue = await tools.catalogue.snapshot(extra.tx);
  const checked = checkRegistration(input, { catalogue, today: tools.clock.now() });
  const given = extra.passwordHash;
  const { passwordHash, faults } =
    given === undefined ? await hashOrFaults(tools.identity, input, checked.email) : { passwordHash: given, faults: {} };
  const person = { ...requireGood(checked, faults), passwordHash, catalogue };
  return inTransaction(extra.tx ?? tools.db, (tx) => createPerson({ tools, tx, request, person, extra }));
}

/** An administrator registers somebody: a temporary password is made and sent, to be changed at the first sign-in. */
export async function registerByAdmin(
  tools: MemberTools,
  request: FastifyRequest,
  input: RegistrationInput,
  extra: RegistrationExtra,
): Promise<Member> {
  if (!isAdmin(request.viewer)) throw failure.forbidden(refusals.adminNeeded);
  if (extra.role && extra.role !== 'user' && request.viewer?.role !== 'super_admin') throw failure.forbidden(refusals.accessDenied);
  const catalogue = await tools.catalogue.snapshot(extra.tx);
  const good = requireGood(checkRegistration(input, { catalogue, today: tools.clock.now() }), {});
  const { password: temporaryPassword, passwordHash } = await tools.identity.temporaryPassword();
  const person = { ...good, passwordHash, temporaryPassword, catalogue };
  return inTransaction(extra.tx ?? tools.db, (tx) => createPerson({ tools, tx, request, person, extra }));
}

async function createPerson(registering: Registering): Promise<Member> {
  const { tools, tx, request, person, extra } = registering;
  const { id } = await createAccount(registering);
  const photo = extra.photo ? await tools.files.save(tx, { folder: 'photos', ...extra.photo }) : null;
  const cv = extra.cv ? await tools.files.save(tx, { folder: 'cvs', ...extra.cv }) : null;
  const nationality = person.values.nationality ?? person.catalogue.country(person.values.country_id)?.nationality ?? null;
  const values = await withTypedCity(tools.catalogue, tx, { ...person.values, nationality });
  const { code, qrFile } = await giveCode(registering, id, values);
  const files = { photo_file: photo?.name ?? null, cv_file: cv?.name ?? null, qr_file: qrFile };
  await insertMember(tx, { id, code, values, files, now: tools.clock.now() }, tools.vault);
  const form = person.temporaryPassword === undefined ? 'registration' : 'administration';
  await recordMemberConsent(tx, id, 'registration', true, form, tools.clock.now());
  if (values.is_public) await recordMemberConsent(tx, id, 'public_profile', true, form, tools.clock.now());
  const member = await rescore(tools, tx, id);
  if (request) {
    const description = `Inscription ${code}`;
    const name = `${member.firstName} ${member.lastName}`;
    const actor = request.viewer ?? { accountId: id, name, email: person.email, code };
    await tools.audit.activity(
      request,
      { type: 'user_registered', category: 'users', description, resourceType: 'user', resourceId: id, actor },
      tx,
    );
    await tools.news?.joined(tx, 'standard', { code, name, by: request.viewer?.accountId });
  }
  await tools.news?.named(tx, 'standard', id);
  if (cv) await tools.news?.cvSent(tx, id);
  await sendLetter(registering, member);
  return member;
}

const createAccount = ({ tools, tx, person, extra }: Registering): Promise<Account> =>
  tools.identity.createAccount(tx, {
    email: person.email,
    passwordHash: person.passwordHash,
    firstName: person.values.first_name,
    lastName: person.values.last_name,
    ...(extra.role ? { role: extra.role } : {}),
    ...(extra.language ? { language: extra.language } : {}),
    ...(extra.demo ? { demo: true } : {}),
    mustChangePassword: person.temporaryPassword !== undefined,
  });

/** From here on the counter of the country is locked: this part comes last and stays short. */
async function giveCode(
  { tools, tx, person }: Registering,
  id: number,
  values: GoodRegistration['values'],
): Promise<{ code: string; qrFile: string }> {
  const country = person.catalogue.country(values.country_id);
  if (!country) throw new Error(`a checked registration names country ${values.country_id}, which the catalogue lacks`);
  const city = person.catalogue.city(values.residence_city_id ?? 0)?.code ?? OTHER_CITY;
  const number = await allocateNumber(tx, country.id, 'standard');
  const code = formatCode({ kind: 'standard', country: country.code, gender: values.gender, number, city });
  await tools.identity.setCode(tx, id, code);
  const content = await qrPng(profileUrl(tools.publicUrl, code));
  const png = { folder: 'qrcodes', name: `qrcodes/${code}.png`, extension: 'png', mediaType: 'image/png', content };
  return { code, qrFile: (await tools.files.save(tx, png)).name };
}

/** A city that the catalogue does not have joins it, unlisted; a nationality that it knows is kept by its French name. */
export async function withTypedCity<T extends Partial<ProfileValues>>(catalogue: Catalogue, tx: Tx, given: T): Promise<T> {
  const { nationality } = given;
  const values = nationality ? { ...given, nationality: storedNationality(await catalogue.snapshot(tx), nationality) } : given;
  const { other_city: name, residence_country_id: country } = values;
  if (!name || !country || values.residence_city_id) return values;
  const id = await catalogue.addUnlistedCity(tx, country, name);
  return { ...values, residence_city_id: id, city_id: values.city_id ?? id };
}

async function sendLetter({ tools, tx, request, person, extra }: Registering, member: Member): Promise<void> {
  if (extra.letter === 'none') return;
  const reader = {
    to: person.email,
    language: extra.language ?? 'fr',
    member,
    site: tools.publicUrl,
    look: await tools.mail.look(tx),
  };
  const letter = person.temporaryPassword === undefined ? welcomeLetter(reader) : credentialsLetter(reader, person.temporaryPassword);
  const sentBy = request?.viewer?.accountId;
  await tools.mail.send(tx, sentBy === undefined ? letter : { ...letter, sentBy });
}
