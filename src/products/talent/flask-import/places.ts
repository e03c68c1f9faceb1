/** Countries, cities and talents: those of our catalogue where it has them, else added to it. */
import { sql } from 'kysely';
import type { Tx } from '#kernel/db/db.ts';
import { fold } from '#kernel/text.ts';
import type { Snapshot } from '../catalogue/catalogue.ts';
import { flagOf, idOf, Refused, textOf } from './old-values.ts';
import { bringTable, type Desk, type Written } from './tables.ts';

export async function bringCountries(desk: Desk, catalogue: Snapshot): Promise<void> {
  await bringTable(desk, {
    table: 'countries',
    read: (row) => {
      const [code, name] = [textOf(row['code'])?.toUpperCase(), textOf(row['name'])];
      if (!code || !/^[A-Z]{2}$/.test(code)) throw new Refused('code: a country has two letters');
      return { code, name: name ?? code, flag: textOf(row['flag']) };
    },
    write: async (tx, { code, name, flag }): Promise<Written> => {
      const known = catalogue.countryByCode(code);
      return known ? { id: known.id, how: 'matched' } : { id: await insertCountry(tx, code, name, flag) };
    },
  });
}

/** Names in our three languages come from the tables of the language itself; the prefix of its telephone numbers is not known. */
async function insertCountry(tx: Tx, code: string, name: string, flag: string | null): Promise<number> {
  const nameIn = (language: string): string => new Intl.DisplayNames([language], { type: 'region', fallback: 'none' }).of(code) ?? name;
  const letters = [...code].map((letter) => String.fromCodePoint(0x1f1a5 + (letter.codePointAt(0) ?? 0))).join('');
  const { rows } = await sql<{ id: number }>`
    insert into talent.countries (code, name, name_en, name_ar, flag, nationality_fr, nationality_fr_m, dial, currency, tz, is_african)
    values (${code}, ${name}, ${nameIn('en')}, ${nameIn('ar')}, ${flag ?? letters}, ${name}, ${name}, '+0', '', 'UTC', false)
    returning id`.execute(tx);
  return idOf(rows[0]?.id) ?? 0;
}

export async function bringCities(desk: Desk, catalogue: Snapshot): Promise<void> {
  await bringTable(desk, {
    table: 'cities',
    read: (row) => {
      const [name, country] = [textOf(row['name']), idOf(row['country_id'])];
      if (!name || !country) throw new Refused('a city has a name and a country');
      return { name, country, code: textOf(row['code'])?.toUpperCase() ?? '' };
    },
    write: async (tx, { name, country, code }): Promise<Written> => {
      const countryId = await desk.ledger.newId(tx, 'countries', country);
      if (!countryId) throw new Refused('its country did not come');
      const known =
        catalogue.cityNamed(countryId, name) ?? catalogue.cities.find((city) => city.countryId === countryId && city.code === code);
      if (known && known.code !== 'AUT') return { id: known.id, how: 'matched' };
      const { rows } = await sql<{ id: number; isNew: boolean }>`
        insert into talent.cities (country_id, code, name)
        values (${countryId}, case when ${code} ~ '^[A-Z]{3}$' and not exists
          (select from talent.cities where country_id = ${countryId} and code = ${code}) then ${code} else 'AUT' end, ${name})
        on conflict (country_id, folded_name) do update set name = talent.cities.name returning id, xmax = 0 as "isNew"`.execute(tx);
      return { id: idOf(rows[0]?.id), how: rows[0]?.isNew ? 'created' : 'matched' };
    },
  });
}

export async function bringTalents(desk: Desk, catalogue: Snapshot): Promise<void> {
  await bringTable(desk, {
    table: 'talents',
    read: (row) => {
      const name = textOf(row['name']);
      if (!name) throw new Refused('a talent has a name');
      const tag = textOf(row['tag']) === 'cinema' ? 'cinema' : 'general';
      return {
        name,
        tag,
        category: textOf(row['category']) ?? '',
        emoji: textOf(row['emoji']) ?? '⭐',
        isActive: flagOf(row['is_active'], true),
      };
    },
    write: async (tx, { name, tag, category, emoji, isActive }): Promise<Written> => {
      const known = catalogue.talentNamed(name);
      if (known) return { id: known.id, how: 'matched' };
      const slug = fold(name).replace(/[^a-z0-9]+/g, '-');
      const { rows } = await sql<{ id: number }>`
        insert into talent.talents (slug, name, emoji, category, tag, is_active) values (
          case when ${slug} in ('', '-') or exists (select from talent.talents where slug = ${slug})
            then ${slug} || '-' || (select count(*) from talent.talents) else ${slug} end,
          ${name}, ${emoji}, ${category}, ${tag}, ${isActive}) returning id`.execute(tx);
      return { id: idOf(rows[0]?.id) };
    },
  });
}
