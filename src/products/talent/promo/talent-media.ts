/** The talents' photos and the productions' logos as media of the house, and the people themselves, for the library. */
import { sql } from 'kysely';
import type { MediaSource, MediumFacts, PeopleDirectory, PersonName } from '#capabilities/library/library.ts';
import type { Db } from '#kernel/db/db.ts';
import type { Language } from '#kernel/message.ts';
import type { Cinema } from '../cinema/cinema.ts';
import { codeAliases } from '../codes.ts';

interface PortraitRow {
  readonly id: number;
  readonly code: string;
  readonly name: string;
  readonly file: string;
  readonly madeAt: Date;
  readonly cursor: string;
}

const PERSON = sql`c.id, c.unique_code as code, c.first_name || ' ' || c.last_name as name, c.created_at as "madeAt",
  c.updated_at::text || ' | ' || c.id as cursor`;
const FILES = sql`(select c.photo_file as file where c.photo_file is not null
  union select unnest(d.gallery_files)) f`;

const findPortraits = async (db: Db, files: readonly string[]): Promise<readonly PortraitRow[]> =>
  files.length === 0
    ? []
    : (
        await sql<PortraitRow>`
          select ${PERSON}, f.file from talent.cinema_talents c join talent.cinema_details d on d.talent_id = c.id cross join lateral ${FILES}
          where (c.photo_file = any(${files}::text[]) or d.gallery_files && ${files}::text[]) and f.file = any(${files}::text[])`.execute(
          db,
        )
      ).rows;

async function findPortraitsSince(db: Db, cursor: string | null, most: number): Promise<readonly PortraitRow[]> {
  const [at = '-infinity', id = '0'] = cursor?.split(' | ') ?? [];
  const { rows } = await sql<PortraitRow>`
    with next as (
      select c.id from talent.cinema_talents c where (c.photo_file is not null or c.gallery_count > 0)
        and (c.updated_at, c.id) > (${at}::timestamptz, ${id}::bigint) order by c.updated_at, c.id limit ${most}
    )
    select ${PERSON}, f.file from next n join talent.cinema_talents c on c.id = n.id join talent.cinema_details d on d.talent_id = c.id
    cross join lateral ${FILES} order by c.updated_at, c.id`.execute(db);
  return rows;
}

const portraitOf = ({ id, code, name, file, madeAt }: PortraitRow): MediumFacts => ({
  ...{ kind: 'portrait', ref: file, accountId: null, origin: null, parts: [], madeAt, file },
  title: `${name} (${code})`,
  thumbnail: `/static/uploads/${file}?w=320`,
  href: `/cinema/profile/${code}`,
  shows: [{ key: keyOf(id), name, code }],
});

interface LogoRow {
  readonly id: number;
  readonly name: string;
  readonly file: string;
  readonly madeAt: Date;
  readonly cursor: string;
}
const LOGO = sql`p.id, p.name, p.logo_file as file, p.created_at as "madeAt", p.updated_at::text || ' | ' || p.id as cursor`;

async function findLogos(db: Db, files: readonly string[]): Promise<readonly LogoRow[]> {
  return (await sql<LogoRow>`select ${LOGO} from talent.productions p where p.logo_file = any(${files}::text[])`.execute(db)).rows;
}
async function findLogosSince(db: Db, cursor: string | null, most: number): Promise<readonly LogoRow[]> {
  const [at = '-infinity', id = '0'] = cursor?.split(' | ') ?? [];
  const { rows } = await sql<LogoRow>`
    select ${LOGO} from talent.productions p where p.logo_file is not null and (p.updated_at, p.id) > (${at}::timestamptz, ${id}::bigint)
    order by p.updated_at, p.id limit ${most}`.execute(db);
  return rows;
}

const logoOf = ({ id, name, file, madeAt }: LogoRow): MediumFacts => ({
  ...{ kind: 'logo', ref: file, accountId: null, origin: null, parts: [], madeAt, file, title: name },
  thumbnail: `/static/uploads/${file}?w=320`,
  href: `/cinema/productions/${id}`,
  shows: 'nobody',
});

/** Nothing of these is said as it is: what is made of them is. */
export const talentMedia: MediaSource = {
  kinds: ['portrait', 'logo'],
  async find(db, names) {
    const of = (kind: 'portrait' | 'logo'): readonly string[] => names.filter((name) => name.kind === kind).map(({ ref }) => ref);
    return [...(await findPortraits(db, of('portrait'))).map(portraitOf), ...(await findLogos(db, of('logo'))).map(logoOf)];
  },
  async since(db, kind, cursor, most) {
    if (kind === 'portrait') {
      const rows = await findPortraitsSince(db, cursor, most);
      return { media: rows.map(portraitOf), cursor: rows.at(-1)?.cursor ?? null };
    }
    const rows = await findLogosSince(db, cursor, most);
    return { media: rows.map(logoOf), cursor: rows.at(-1)?.cursor ?? null };
  },
  shownIn: async () => new Map(),
  usesOf: async () => [],
};

/** Who a person is in the library, for ever. */
export const keyOf = (cinemaTalentId: number): string => `cinema:${cinemaTalentId}`;
const memberKey = (accountId: number): string => `member:${accountId}`;
const idIn = (key: string, room: 'cinema' | 'member'): number | null => {
  const [of, id = ''] = key.split(':');
  return of === room && /^[1-9]\d{0,14}$/.test(id) ? Number(id) : null;
};

export const talentDirectory = ({ cinema }: { readonly cinema: Pick<Cinema, 'idOfCode' | 'cards' | 'mailboxOf'> }): PeopleDirectory => ({
  async byCode(db, code) {
    const id = await cinema.idOfCode(db, code);
    const [card] = id === null ? [] : await cinema.cards(db, [id]);
    if (card) return { key: keyOf(card.id), name: `${card.firstName} ${card.lastName}`, code: card.code };
    return findMember(db, code);
  },
  async mailboxOf(db, key) {
    const cinemaId = idIn(key, 'cinema');
    if (cinemaId !== null) return cinema.mailboxOf(db, cinemaId);
    const accountId = idIn(key, 'member');
    return accountId === null ? null : findMemberMailbox(db, accountId);
  },
  async keysOf(db, accountId) {
    const { rows } = await sql<{ id: number }>`select id from talent.cinema_talents where account_id = ${accountId}`.execute(db);
    return [...rows.map(({ id }) => keyOf(id)), memberKey(accountId)];
  },
  async titleOf(db, origin) {
    const id = /^cinema\.project:([1-9]\d{0,8})$/.exec(origin)?.[1];
    if (!id) return null;
    const { rows } = await sql<{ name: string }>`select name from talent.projects where id = ${Number(id)}`.execute(db);
    return rows[0] ? { title: rows[0].name, href: `/cinema/projects/${id}` } : null;
  },
});

async function findMember(db: Db, code: string): Promise<PersonName | null> {
  const { rows } = await sql<{ id: number; name: string; code: string }>`
    select account_id as id, first_name || ' ' || last_name as name, unique_code as code from talent.members
    where unique_code = any(${codeAliases(code)}::text[]) or code_aliases && ${codeAliases(code)}::text[] limit 1`.execute(db);
  const [row] = rows;
  return row ? { key: memberKey(row.id), name: row.name, code: row.code } : null;
}

async function findMemberMailbox(db: Db, accountId: number) {
  const { rows } = await sql<{ email: string; name: string }>`
    select email, first_name || ' ' || last_name as name from talent.members where account_id = ${accountId}`.execute(db);
  return rows[0] ? { ...rows[0], language: 'fr' as Language } : null;
}
