/** `users`: accounts and members, with their talents and files. */
import type { Tx } from '#kernel/db/db.ts';
import type { Role } from '#kernel/http/access.ts';
import type { Snapshot } from '../catalogue/catalogue.ts';
import { type BroughtMember, bringAccount, bringMember, bringMemberFile, type MemberTools } from '../members/members.ts';
import type { OldRow } from './old-database.ts';
import { dayOf, flagOf, idOf, listOf, momentOf, numberOf, parsedOf, Refused, textOf } from './old-values.ts';
import { bringTable, type Desk, type Files, type Written } from './tables.ts';

export type Secrets = (row: OldRow, column: string) => string | null;
export interface PeopleTools {
  readonly members: MemberTools;
  readonly catalogue: Snapshot;
  readonly secrets: Secrets;
}

const NETWORKS = ['linkedin', 'instagram', 'twitter', 'facebook', 'github', 'behance', 'dribbble'] as const;
const CLEAR = ['nationality', 'education', 'rate_range', 'bio', 'portfolio_url', 'website', 'work_mode'] as const;
const PHOTO = 'users.photo_filename';
const CV = 'users.cv_filename';
const BCRYPT = /^\$2[abxy]\$\d\d\$[./A-Za-z0-9]{53}$/;
/** Most that a profile of ours takes. */
const MAX_TALENTS = 30;
const GENDERS = ['M', 'F', 'N'] as const;

interface Ready {
  readonly email: string;
  readonly code: string | null;
  readonly role: Role;
  readonly row: OldRow;
  readonly contacts: Readonly<Record<string, string | null>>;
}

export async function bringUsers(desk: Desk, { members, catalogue, secrets }: PeopleTools): Promise<void> {
  const hasLinks = (await desk.old.tableNamed('user_talents')) !== null;
  const places = placesOf(desk, catalogue);
  await bringTable<Ready>(desk, {
    table: 'users',
    links: hasLinks ? { table: 'user_talents', from: 'user_id', to: 'talent_id', name: 'talent_ids' } : null,
    files: (row) =>
      [
        { column: PHOTO, kind: 'photo' as const, name: textOf(row['photo_filename']) },
        { column: CV, kind: 'document' as const, name: textOf(row['cv_filename']) },
      ].flatMap(({ name, ...ref }) => (name ? [{ ...ref, name }] : [])),
    read: (row) => {
      const email = textOf(row['email']);
      if (!email) throw new Refused('email: nobody signs in without one');
      const contacts = Object.fromEntries([
        ...['phone', 'whatsapp', 'address', 'imdb_url', 'threads'].map((name) => [name, secrets(row, `${name}_encrypted`)]),
        ...NETWORKS.map((name) => [name, secrets(row, name) ?? secrets(row, `${name}_encrypted`)]),
      ]) as Record<string, string | null>;
      for (const name of [...NETWORKS, 'threads']) contacts[name] = handle(contacts[name] ?? null);
      return { email, code: textOf(row['unique_code']), role: roleOf(row), row, contacts };
    },
    write: async (tx, ready, files): Promise<Written> => {
      const { row, email, role } = ready;
      const account = {
        ...{ email, role, isActive: flagOf(row['account_active'], true), createdAt: momentOf(row['created_at']) ?? desk.now() },
        passwordHash: passwordOf(row),
      };
      const names = { firstName: textOf(row['first_name']) ?? '', lastName: textOf(row['last_name']) ?? '' };
      const left = account.passwordHash ? [] : ['password_hash'];
      const countryId = await places.origin(tx, row['country_id'], ready.code);
      if (!ready.code || !countryId) {
        if (role === 'admin' || role === 'super_admin') return { id: await bringAccount(members, tx, { ...account, ...names }), left };
        throw new Refused(
          ready.code ? 'country_id: nobody is a member without a country of origin' : 'unique_code: nobody is a member without a code',
        );
      }
      const person = { ...account, code: ready.code, ...(await profileOf(desk, tx, ready, countryId, places)), ...filesOf(files) };
      const brought = await bringMember(members, tx, catalogue, person);
      const tooMany = listOf(row['talent_ids']).length > MAX_TALENTS ? ['talents'] : [];
      return { id: brought.id, left: [...brought.left, ...left, ...tooMany] };
    },
    attach: (tx, id, column, file) => bringMemberFile(members, tx, id, column === PHOTO ? 'photo' : 'cv', file),
  });
}

const filesOf = (files: Files): Pick<BroughtMember, 'photo' | 'cv'> => {
  const [photo, cv] = [files(PHOTO), files(CV)];
  return { ...(photo ? { photo } : {}), ...(cv ? { cv } : {}) };
};

/** `benali` or `@benali` where an address belongs. */
const handle = (value: string | null): string | null => (value && /^[\w-]{2,60}$/.test(value) ? `@${value}` : value);

/** Hashes of another kind open nothing here: their owner asks for a new password. */
const passwordOf = (row: OldRow): string | null => {
  const hash = textOf(row['password_hash']);
  return hash && BCRYPT.test(hash) ? hash : null;
};

function roleOf(row: OldRow): Role {
  const role = textOf(row['role']);
  if (flagOf(row['is_super_admin'], false) || role === 'super_admin') return 'super_admin';
  if (flagOf(row['is_admin'], false) || role === 'admin') return 'admin';
  return role === 'presence' || role === 'casting' ? role : 'user';
}

export interface OldPlaces {
  /** The country of origin: the one that is named, else the one whose letters begin the code. */
  origin(tx: Tx, countryId: unknown, code: string | null): Promise<number | null>;
  country(tx: Tx, id: unknown): Promise<number | null>;
  city(tx: Tx, id: unknown): Promise<number | null>;
}

export const placesOf = ({ ledger }: Desk, catalogue: Snapshot): OldPlaces => ({
  origin: async (tx, id, code) =>
    (await ledger.newId(tx, 'countries', idOf(id))) ?? catalogue.countryByCode((code ?? '').slice(0, 2).toUpperCase())?.id ?? null,
  country: (tx, id) => ledger.newId(tx, 'countries', idOf(id)),
  city: (tx, id) => ledger.newId(tx, 'cities', idOf(id)),
});

type Profile = Pick<BroughtMember, 'profile' | 'cvAnalysis' | 'createdAt' | 'updatedAt'>;

async function profileOf({ ledger, now }: Desk, tx: Tx, { row, contacts }: Ready, countryId: number, places: OldPlaces): Promise<Profile> {
  const [firstName, lastName] = [textOf(row['first_name']), textOf(row['last_name'])];
  const gender = GENDERS.find((one) => one === textOf(row['gender'])?.toUpperCase()) ?? 'N';
  if (!firstName || !lastName) throw new Refused('first_name, last_name: nobody is a member without a name');
  const linked = listOf(row['talent_ids'])
    .slice(0, MAX_TALENTS)
    .flatMap((id) => idOf(id) ?? []);
  const talents = await ledger.known(tx, 'talents', linked);
  const availability = textOf(row['availability']);
  const isWorkTime = availability !== null && /^temps |^flexible$/i.test(availability);
  const createdAt = momentOf(row['created_at']) ?? now();
  const analysis = parsedOf(row['cv_analysis']);
  return {
    profile: {
      ...Object.fromEntries(CLEAR.map((name) => [name, textOf(row[name])])),
      ...contacts,
      ...{ first_name: firstName, last_name: lastName, gender },
      date_of_birth: dayOf(row['date_of_birth']) ?? undefined,
      country_id: countryId,
      city_id: await places.city(tx, row['city_id']),
      residence_city_id: await places.city(tx, row['residence_city_id']),
      residence_country_id: await places.country(tx, row['residence_country_id']),
      languages: listOf(row['languages']).map(textOf).filter(Boolean).join(', ') || null,
      availability: isWorkTime ? null : (availability?.replace(/ /g, '_') ?? null),
      work_time: isWorkTime ? availability : null,
      years_experience: numberOf(row['years_experience']),
      talents: [...talents.values()].flatMap(({ newId }) => newId ?? []),
    },
    ...(analysis !== null && typeof analysis === 'object' && !Array.isArray(analysis) ? { cvAnalysis: analysis } : {}),
    createdAt,
    updatedAt: momentOf(row['updated_at']) ?? createdAt,
  };
}
