/** `cinema_talents`: people of the CINEMA module, with their photos and the photo of their paper. */
import type { Snapshot } from '../catalogue/catalogue.ts';
import { bringTalent, bringTalentFile, type CinemaTools } from '../cinema/cinema.ts';
import { EXPERIENCE_LEVELS } from '../options/options.ts';
import type { OldRow } from './old-database.ts';
import { dayOf, flagOf, listOf, momentOf, numberOf, parsedOf, Refused, textOf } from './old-values.ts';
import { placesOf, type Secrets } from './people.ts';
import { bringTable, type Desk, type Written } from './tables.ts';

const ENCRYPTED = ['phone', 'whatsapp', 'email', 'telegram', 'facebook', 'instagram', 'tiktok', 'id_document_number'] as const;
const CLEAR = ['website', 'id_document_type', 'nationality', 'bio', 'eye_color', 'hair_color', 'hair_type', 'skin_tone', 'build'] as const;
const LISTS = ['ethnicities', 'talent_types', 'other_talents'] as const;
const PHOTO = 'cinema_talents.photo_filename';
const PAPER = 'cinema_talents.id_photo_filename';
const GALLERY = 'cinema_talents.gallery_photos';
/** Most that a file of ours shows. */
const MAX_GALLERY = 5;

const galleryOf = (row: OldRow): readonly string[] =>
  listOf(row['gallery_photos'])
    .flatMap((item) => textOf(item !== null && typeof item === 'object' && 'filename' in item ? item.filename : item) ?? [])
    .slice(0, MAX_GALLERY);

interface Ready {
  readonly code: string;
  readonly row: OldRow;
  readonly gender: 'M' | 'F';
  readonly names: { readonly first_name: string; readonly last_name: string; readonly date_of_birth: string };
  readonly contacts: Readonly<Record<string, string | null>>;
}
interface PeopleTools {
  readonly cinema: CinemaTools;
  readonly catalogue: Snapshot;
  readonly secrets: Secrets;
}

export async function bringCinemaTalents(desk: Desk, { cinema, catalogue, secrets }: PeopleTools): Promise<void> {
  const places = placesOf(desk, catalogue);
  await bringTable<Ready>(desk, {
    table: 'cinema_talents',
    files: (row) => {
      const photo = textOf(row['photo_filename']);
      const paper = textOf(row['id_photo_filename']);
      return [
        ...(photo ? [{ column: PHOTO, kind: 'photo' as const, name: photo }] : []),
        ...(paper ? [{ column: PAPER, kind: 'photo' as const, name: paper }] : []),
        ...galleryOf(row).map((name, place) => ({ column: `${GALLERY}.${place}`, kind: 'photo' as const, name })),
      ];
    },
    read: (row) => readTalent(row, secrets),
    write: async (tx, { code, row, gender, names, contacts }, files): Promise<Written> => {
      const origin = await places.origin(tx, row['country_of_origin_id'], code);
      if (!origin) throw new Refused('country_of_origin_id: nobody has a file without a country of origin');
      const city = await places.city(tx, row['city_id']);
      const cityOfOrigin = await places.city(tx, row['city_of_origin_id']);
      const country = await places.country(tx, row['country_id']);
      const createdAt = momentOf(row['created_at']) ?? desk.now();
      const [photo, idPhoto] = [files(PHOTO), files(PAPER)];
      return bringTalent(cinema, tx, catalogue, {
        code,
        fields: {
          ...Object.fromEntries(CLEAR.map((name) => [name, textOf(row[name])])),
          ...Object.fromEntries(LISTS.map((name) => [name, listOf(row[name]).map(wordOf)])),
          ...contacts,
          ...names,
          ...{ gender, country_of_origin_id: origin },
          ...(cityOfOrigin ? { city_of_origin_id: cityOfOrigin } : {}),
          ...(country ? { country_id: country } : {}),
          ...(city ? { city_id: city } : {}),
          languages: listOf(row['languages'] ?? row['languages_spoken']).map(languageOf),
          height: numberOf(row['height']),
          weight: numberOf(row['weight']),
          years_of_experience: yearsOf(row),
          previous_productions: worksOf(row['previous_productions']),
        },
        isActive: flagOf(row['is_active'], true),
        ...(photo ? { photo } : {}),
        ...(idPhoto ? { idPhoto } : {}),
        gallery: galleryOf(row).flatMap((_, place) => files(`${GALLERY}.${place}`) ?? []),
        createdAt,
        updatedAt: momentOf(row['updated_at']) ?? createdAt,
      });
    },
    attach: (tx, id, column, file) =>
      bringTalentFile(cinema, tx, id, column === PHOTO ? 'profile' : column === PAPER ? 'id' : 'gallery', file),
  });
}

function readTalent(row: OldRow, secrets: Secrets): Ready {
  const [code, gender] = [textOf(row['unique_code']), textOf(row['gender'])?.toUpperCase()];
  const [firstName, lastName, birth] = [textOf(row['first_name']), textOf(row['last_name']), dayOf(row['date_of_birth'])];
  if (!code) throw new Refused('unique_code: nobody has a file without a code');
  if (!firstName || !lastName) throw new Refused('first_name, last_name: nobody has a file without a name');
  if (!birth) throw new Refused('date_of_birth: nobody has a file without a date of birth');
  if (gender !== 'M' && gender !== 'F') throw new Refused('gender: M or F');
  const contacts: Record<string, string | null> = Object.fromEntries(ENCRYPTED.map((name) => [name, secrets(row, `${name}_encrypted`)]));
  contacts['email'] ??= textOf(row['email']);
  for (const name of ['telegram', 'facebook', 'instagram', 'tiktok']) contacts[name] = handle(contacts[name] ?? null);
  return { code, row, gender, names: { first_name: firstName, last_name: lastName, date_of_birth: birth }, contacts };
}

const handle = (value: string | null): string | null => (value && /^[\w-]{2,60}$/.test(value) ? `@${value}` : value);

const wordOf = (item: unknown): unknown => (item !== null && typeof item === 'object' && 'name' in item ? item.name : item);
/** `fr`, `Français` or `{code, name, flag}`. */
const languageOf = (item: unknown): unknown => (item !== null && typeof item === 'object' && 'code' in item ? item.code : wordOf(item));

const worksOf = (value: unknown): unknown => {
  const works = parsedOf(value);
  return Array.isArray(works) ? works : textOf(works);
};

/** Years where they are written; else the fewest of the level. */
function yearsOf(row: OldRow): number | null {
  const years = numberOf(row['years_of_experience']) ?? numberOf(row['experience_level']);
  return years ?? EXPERIENCE_LEVELS.find(({ value }) => value === textOf(row['experience_level'])?.toLowerCase())?.min ?? null;
}
