/** The API of the catalogue: `/api/v1/talents`, `/countries`, `/cities`, and the bare lists of the web forms. */
import type { FastifyReply } from 'fastify';
import type { TSchema } from 'typebox';
import { failure } from '#kernel/failure.ts';
import { access } from '#kernel/http/access.ts';
import type { Door } from '#kernel/http/door.ts';
import { messages } from '#kernel/message.ts';
import { fold } from '#kernel/text.ts';
import { dialectOf, sendJson, serialise } from '../dialect.ts';
import type { Catalogue, Country, Snapshot } from './catalogue.ts';
import * as wire from './contract.ts';

const m = messages({
  noCountry: { fr: 'Pays inconnu', en: 'Unknown country', ar: 'بلد غير معروف' },
  badTag: { fr: 'Choisissez general ou cinema', en: 'Choose general or cinema', ar: 'اختر general أو cinema' },
});

const open = { access: access.public } as const;
/** Choices change rarely and are the same for everybody: a phone on a slow network asks once a minute at most. */
const choices = (reply: FastifyReply, schema: TSchema, body: object): FastifyReply =>
  sendJson(reply.header('cache-control', 'public, max-age=60'), serialise(reply, schema, body));

export function registerCatalogueRoutes(door: Door, { catalogue }: { catalogue: Catalogue }): void {
  const tags = ['Catalogue'];
  const talents = { tags, summary: 'Talents of the catalogue', querystring: wire.TALENTS_QUERY, response: { 200: wire.TALENTS[3] } };
  door.get('/api/v1/talents', { config: open, schema: talents }, async (request, reply) => {
    const dialect = dialectOf(request);
    const { tag, category } = request.query;
    if (tag && tag !== 'general' && tag !== 'cinema') throw failure.field('tag', m.badTag, {}, 'choice');
    const [snapshot, counts] = await Promise.all([catalogue.snapshot(), catalogue.counts()]);
    const found = snapshot.talents.filter((t) => (!tag || t.tag === tag) && (!category || fold(t.category) === fold(category)));
    const rows = found.map((talent) => wire.presentTalent(talent, counts));
    const body = { success: true, total: rows.length, talents: rows, categories: wire.presentCategories(found) };
    return sendJson(reply, serialise(reply, wire.TALENTS[dialect], body));
  });

  door.get(
    '/api/v1/countries',
    { config: open, schema: { tags, summary: 'Countries, with how many people come from each', response: { 200: wire.COUNTRIES } } },
    async (_request, reply) => {
      const [snapshot, counts, cinema] = await Promise.all([catalogue.snapshot(), catalogue.counts(), catalogue.cinemaCounts()]);
      const countries = snapshot.countries
        .filter((country) => country.isActive)
        .map(({ id, name, code, flag }) => ({
          id,
          name: name.fr,
          code,
          flag,
          user_count: counts.byCountry.get(id) ?? 0,
          cinema_talent_count: cinema.get(id) ?? 0,
        }));
      return sendJson(reply, serialise(reply, wire.COUNTRIES, { success: true, total: countries.length, countries }));
    },
  );

  const cities = { tags, summary: 'Cities', querystring: wire.CITIES_QUERY, response: { 200: wire.CITIES } };
  door.get('/api/v1/cities', { config: open, schema: cities }, async (request, reply) => {
    const [snapshot, counts] = await Promise.all([catalogue.snapshot(), catalogue.counts()]);
    const rows = countriesAsked(snapshot, request.query).flatMap((country) =>
      snapshot.citiesOf(country.id).map(({ id, name, code }) => ({
        id,
        name,
        code,
        country: country.name.fr,
        country_code: country.code,
        user_count: counts.byCity.get(id) ?? 0,
      })),
    );
    return sendJson(reply, serialise(reply, wire.CITIES, { success: true, total: rows.length, cities: rows }));
  });
  registerChoices(door, catalogue);
}

function registerChoices(door: Door, catalogue: Catalogue): void {
  const tags = ['Forms'];
  door.get(
    '/api/countries',
    { config: open, schema: { tags, summary: 'Countries to choose from', response: { 200: wire.COUNTRY_CHOICES } } },
    async (_request, reply) => {
      const { countries } = await catalogue.snapshot();
      const active = countries.filter((country) => country.isActive).map((country) => ({ ...country, name: country.name.fr }));
      return choices(reply, wire.COUNTRY_CHOICES, active);
    },
  );
  door.get<{ Params: { country_id: string } }>(
    '/api/cities/:country_id',
    { config: open, schema: { tags, summary: 'Cities of a country, by its id or code', response: { 200: wire.CITY_CHOICES } } },
    async (request, reply) => {
      const snapshot = await catalogue.snapshot();
      const country = countryGiven(snapshot, request.params.country_id);
      if (!country) throw failure.notFound(m.noCountry);
      return choices(reply, wire.CITY_CHOICES, snapshot.citiesOf(country.id));
    },
  );
  door.get(
    '/api/talents',
    { config: open, schema: { tags, summary: 'Talents to choose from', response: { 200: wire.TALENT_CHOICES } } },
    async (_request, reply) => {
      const { talents } = await catalogue.snapshot();
      return choices(
        reply,
        wire.TALENT_CHOICES,
        talents.filter((talent) => talent.isActive),
      );
    },
  );
}

/** The countries whose cities are asked for: one by code or id, else all. */
function countriesAsked(
  snapshot: Snapshot,
  { country_code: code, country_id: id }: { country_code?: string; country_id?: string },
): readonly Country[] {
  const [name, value] = code ? ['country_code', code] : ['country_id', id];
  if (!name || !value) return snapshot.countries;
  const country = code ? snapshot.countryByCode(code) : countryGiven(snapshot, value);
  if (!country) throw failure.field(name, m.noCountry, {}, 'choice');
  return [country];
}

const countryGiven = (snapshot: Snapshot, id: string): Country | undefined =>
  /^\d{1,9}$/.test(id) ? snapshot.country(Number(id)) : snapshot.countryByCode(id);
