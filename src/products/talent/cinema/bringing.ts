/** CINEMA people of another installation: they keep their code and their dates; nobody is written to, nobody becomes public. */
import { sql } from 'kysely';
import { qrPng } from '#capabilities/printing/printing.ts';
import type { Tx } from '#kernel/db/db.ts';
import { type Brought, takeWhatCanBe } from '../brought.ts';
import { type Snapshot, storedNationality } from '../catalogue/catalogue.ts';
import { codeAliases, keepNumber, parseCode } from '../codes.ts';
import { type StoredValues, storedOfNew } from './check.ts';
import { type CinemaField, type ReadContext, readFields } from './fields.ts';
import { type PhotoKind, profileUrl, savePhoto } from './person.ts';
import { insertTalent, lockTalent, recordConsents, setDetailColumns, setTalentColumns } from './store.ts';
import type { CinemaTools, PreparedFile } from './tools.ts';

type Input = Readonly<Record<string, unknown>>;

export interface BroughtCinemaTalent {
  /** As it was printed there. */
  readonly code: string;
  /** Under the names of the form; ids are those of our catalogue. */
  readonly fields: Input & Pick<StoredValues, 'first_name' | 'last_name' | 'gender' | 'date_of_birth' | 'country_of_origin_id'>;
  readonly isActive: boolean;
  readonly photo?: PreparedFile;
  readonly idPhoto?: PreparedFile;
  readonly gallery: readonly PreparedFile[];
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** Names the consent of people who registered in another installation: its words are not known here. */
export const BROUGHT_CONSENT = 'imported';

const TEXTS = [
  'first_name',
  'last_name',
  'date_of_birth',
  'phone',
  'whatsapp',
  'email',
  'id_document_number',
  'nationality',
  'bio',
] as const;
/** Of these one unknown word does not cost the others. */
const LISTS = [
  'ethnicities',
  'talent_types',
  'languages',
  'other_talents',
  'previous_productions',
] as const satisfies readonly CinemaField[];

/** All or nothing within `tx`. 409 when the address or the paper has a file here; a code that is taken is a 23505. */
export async function bringTalent(tools: CinemaTools, tx: Tx, catalogue: Snapshot, person: BroughtCinemaTalent): Promise<Brought> {
  const context = { catalogue, today: tools.clock.now() };
  const { fields, dropped } = sift(person.fields, context);
  const { values, left } = takeWhatCanBe(readFields(fields, context), fields, TEXTS);
  const { first_name, last_name, gender, date_of_birth, country_of_origin_id } = { ...person.fields, ...values };
  const [code = person.code, ...spellings] = codeAliases(person.code);
  const content = await qrPng(profileUrl(tools.publicUrl, code));
  const qr = { folder: 'qrcodes', name: `qrcodes/cinema_${code}.png`, extension: 'png', mediaType: 'image/png', content };
  const galleryFiles: string[] = [];
  for (const photo of person.gallery) galleryFiles.push(await savePhoto(tools, tx, 'gallery', photo));
  const id = await insertTalent(
    tx,
    {
      accountId: null,
      code,
      values: {
        ...storedOfNew(values),
        ...{ first_name, last_name, gender, date_of_birth, country_of_origin_id },
        nationality: values.nationality ? storedNationality(catalogue, values.nationality) : null,
        ...{ is_public: false, is_active: person.isActive },
      },
      photoFile: person.photo ? await savePhoto(tools, tx, 'profile', person.photo) : null,
      idPhotoFile: person.idPhoto ? await savePhoto(tools, tx, 'id', person.idPhoto) : null,
      galleryFiles,
      qrFile: (await tools.files.save(tx, qr)).name,
      language: 'fr',
      now: person.createdAt,
    },
    tools.vault,
  );
  await recordConsents(tx, id, { public_profile: false, appearance: false }, BROUGHT_CONSENT, person.createdAt);
  await keepNumber(tx, parseCode(code), 'cinema');
  const former = person.code.trim().toUpperCase();
  const aliases = former !== code && !spellings.includes(former) ? [former] : [];
  await setTalentColumns(tx, id, { code_aliases: aliases }, person.updatedAt);
  return { id, left: [...left, ...dropped] };
}

/** A photo that was missing when the person came. False when they are gone or have another by now. */
export async function bringTalentFile(tools: CinemaTools, tx: Tx, id: number, kind: PhotoKind, photo: PreparedFile): Promise<boolean> {
  if (!(await lockTalent(tx, id))) return false;
  const { rows } = await sql<{ photo: string | null; paper: string | null; gallery: string[] }>`
    select t.photo_file as photo, d.id_photo_file as paper, d.gallery_files as gallery
    from talent.cinema_talents t join talent.cinema_details d on d.talent_id = t.id where t.id = ${id}`.execute(tx);
  const [present] = rows;
  if (!present || (kind === 'profile' && present.photo) || (kind === 'id' && present.paper)) return false;
  const name = await savePhoto(tools, tx, kind, photo);
  const gallery = [...present.gallery, ...(kind === 'gallery' ? [name] : [])];
  if (kind !== 'profile') await setDetailColumns(tx, id, kind === 'id' ? { id_photo_file: name } : { gallery_files: gallery });
  const columns = { profile: { photo_file: name }, id: { has_id_photo: true }, gallery: { gallery_count: gallery.length } };
  await setTalentColumns(tx, id, columns[kind], tools.clock.now());
  return true;
}

function sift<Fields extends Input>(
  fields: Fields,
  context: ReadContext,
): { readonly fields: Fields; readonly dropped: readonly string[] } {
  const dropped: string[] = [];
  const kept = LISTS.map((name) => {
    const given = fields[name];
    if (!Array.isArray(given)) return [name, given] as const;
    const good = given.filter((item) => !readFields({ [name]: [item] }, context).errors[name]);
    if (good.length < given.length) dropped.push(name);
    return [name, good] as const;
  });
  return { fields: { ...fields, ...Object.fromEntries(kept.filter(([, value]) => value !== undefined)) }, dropped };
}
