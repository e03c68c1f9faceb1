/** Members of another installation: they keep their code, their password and their dates; nobody is written to. */
import { sql } from 'kysely';
import { qrPng } from '#capabilities/printing/printing.ts';
import type { Tx } from '#kernel/db/db.ts';
import type { Role } from '#kernel/http/access.ts';
import { type Brought, takeWhatCanBe } from '../brought.ts';
import { type Snapshot, storedNationality } from '../catalogue/catalogue.ts';
import { codeAliases, keepNumber, parseCode } from '../codes.ts';
import { checkProfile, type ProfileInput, type ProfileValues } from './fields.ts';
import type { CvAnalysis } from './member.ts';
import { profileUrl, rescore } from './profile.ts';
import { insertMember, setCvAnalysis, setMemberColumns } from './store.ts';
import type { MemberTools, PreparedFile } from './tools.ts';

export interface BroughtMember {
  readonly email: string;
  /** bcrypt; null for somebody who will ask for a new password. */
  readonly passwordHash: string | null;
  readonly role: Role;
  readonly isActive: boolean;
  /** As it was printed there. */
  readonly code: string;
  /** Under the names of the form; ids are those of our catalogue. */
  readonly profile: ProfileInput & Pick<ProfileValues, 'first_name' | 'last_name' | 'gender' | 'country_id'>;
  readonly photo?: PreparedFile;
  readonly cv?: PreparedFile;
  readonly cvAnalysis?: CvAnalysis;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

const TEXTS = [
  'first_name',
  'last_name',
  'date_of_birth',
  'phone',
  'whatsapp',
  'address',
  'education',
  'languages',
  'rate_range',
  'bio',
] as const;

/** All or nothing within `tx`. 409 `DUPLICATE_EMAIL` when the address has an account here; a code that is taken is a 23505. */
export async function bringMember(tools: MemberTools, tx: Tx, catalogue: Snapshot, person: BroughtMember): Promise<Brought> {
  const { values, left } = takeWhatCanBe(checkProfile(person.profile, { catalogue, today: tools.clock.now() }), person.profile, TEXTS);
  const { first_name, last_name, gender, country_id } = { ...person.profile, ...values };
  const id = await bringAccount(tools, tx, { ...person, firstName: first_name, lastName: last_name });
  const [code = person.code, ...spellings] = codeAliases(person.code);
  await tools.identity.setCode(tx, id, code);
  const nationality = values.nationality ? storedNationality(catalogue, values.nationality) : null;
  const files = await saveFiles(tools, tx, code, person);
  await insertMember(
    tx,
    { id, code, values: { ...values, gender, country_id, nationality, is_public: false }, files, now: person.createdAt },
    tools.vault,
  );
  await keepNumber(tx, parseCode(code), 'standard');
  if (person.cvAnalysis) await setCvAnalysis(tx, id, person.cvAnalysis);
  if (files.cv_file) await tools.news?.cvSent(tx, id);
  await rescore(tools, tx, id);
  await setMemberColumns(tx, id, { updated_at: person.updatedAt });
  const former = person.code.trim().toUpperCase();
  if (former !== code && !spellings.includes(former))
    await sql`update talent.members set code_aliases = array[${former}] where account_id = ${id}`.execute(tx);
  return { id, left };
}

export type BroughtAccount = Pick<BroughtMember, 'email' | 'passwordHash' | 'role' | 'isActive' | 'createdAt'> & {
  readonly firstName: string;
  readonly lastName: string;
};

/** Somebody who signs in and has no profile: an administrator. Answers the number of the account. */
export async function bringAccount({ identity }: Pick<MemberTools, 'identity'>, tx: Tx, account: BroughtAccount): Promise<number> {
  const { id } = await identity.createAccount(tx, account);
  if (!account.isActive) await identity.setActive(tx, id, false);
  return id;
}

async function saveFiles(tools: MemberTools, tx: Tx, code: string, { photo, cv }: BroughtMember) {
  const content = await qrPng(profileUrl(tools.publicUrl, code));
  const qr = { folder: 'qrcodes', name: `qrcodes/${code}.png`, extension: 'png', mediaType: 'image/png', content };
  return {
    photo_file: photo ? (await tools.files.save(tx, { folder: 'photos', ...photo })).name : null,
    cv_file: cv ? (await tools.files.save(tx, { folder: 'cvs', ...cv })).name : null,
    qr_file: (await tools.files.save(tx, qr)).name,
  };
}

/** A file that was missing when the person came. False when they are gone or have another by now. */
export async function bringMemberFile(tools: MemberTools, tx: Tx, id: number, kind: 'photo' | 'cv', file: PreparedFile): Promise<boolean> {
  const column = kind === 'photo' ? ('photo_file' as const) : ('cv_file' as const);
  const { rows } = await sql`
    select 1 from talent.members where account_id = ${id} and ${sql.ref(column)} is null for update`.execute(tx);
  if (rows.length === 0) return false;
  const { name } = await tools.files.save(tx, { folder: kind === 'photo' ? 'photos' : 'cvs', ...file });
  await setMemberColumns(tx, id, { [column]: name });
  if (kind === 'cv') await tools.news?.cvSent(tx, id);
  await rescore(tools, tx, id);
  return true;
}
