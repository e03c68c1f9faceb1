// Writes migrations/0011-catalogue-data.sql from migrations/data/*.json: node scripts/catalogue-sql.mjs
// Run it only before the migration is released; a released migration never changes (add a new one instead).
import { readFileSync, writeFileSync } from 'node:fs';

const folder = new URL('../migrations/', import.meta.url);
const read = (name) => JSON.parse(readFileSync(new URL(`data/${name}.json`, folder), 'utf8'));

const text = (value) => `'${String(value).replaceAll("'", "''")}'`;
const list = (values = []) => (values.length ? `array[${values.map(text).join(', ')}]` : "'{}'");

// Ids are part of the documented examples: Morocco 1, Senegal 2, Rabat 1, Casablanca 2; the others in reading order.
const FIRST_COUNTRIES = ['MA', 'SN'];
const FIRST_CITIES = ['MA RAB', 'MA CAS'];
const placeOf = (key, first) => (first.includes(key) ? first.indexOf(key) : first.length);

const countries = read('countries').sort(
  (a, b) => placeOf(a.code, FIRST_COUNTRIES) - placeOf(b.code, FIRST_COUNTRIES) || a.name_fr.localeCompare(b.name_fr, 'fr'),
);
const byCountry = read('cities');
const cities = countries
  .flatMap(({ code }, index) => byCountry[code].map((city) => ({ ...city, country: index + 1, key: `${code} ${city.code}` })))
  .sort((a, b) => placeOf(a.key, FIRST_CITIES) - placeOf(b.key, FIRST_CITIES)); // stable: the rest keeps its order
const talents = read('talents');

const rows = (values) => `${values.map((row) => `  (${row.join(', ')})`).join(',\n')};`;
const restart = (table) => `select setval(pg_get_serial_sequence('${table}', 'id'), (select max(id) from ${table}));`;

const sql = [
  '-- Written by scripts/catalogue-sql.mjs from migrations/data/*.json.',
  'insert into talent.countries (id, code, name, name_en, name_ar, flag, nationality_fr, nationality_fr_m, dial, currency, tz) values',
  rows(
    countries.map((c, index) => [
      index + 1,
      ...[c.code, c.name_fr, c.name_en, c.name_ar, c.flag, c.nationality_fr, c.nationality_fr_m, c.dial, c.currency, c.tz].map(text),
    ]),
  ),
  restart('talent.countries'),
  '',
  'insert into talent.cities (id, country_id, code, name, alt_names) values',
  rows(cities.map((c, index) => [index + 1, c.country, text(c.code), text(c.name), list(c.alt)])),
  restart('talent.cities'),
  '',
  'insert into talent.talents (id, slug, name, emoji, category, tag, synonyms) values',
  rows(talents.map((t) => [t.id, ...[t.slug, t.name, t.emoji, t.category, t.tag].map(text), list(t.synonyms)])),
  restart('talent.talents'),
  '',
].join('\n');

writeFileSync(new URL('0011-catalogue-data.sql', folder), sql);
console.log(`0011-catalogue-data.sql: ${countries.length} countries, ${cities.length} cities, ${talents.length} talents`);
