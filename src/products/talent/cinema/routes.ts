/** `/api/v1/cinema/talents`, the lists that people choose from, and the photos, in both dialects. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Clock } from '#kernel/clock.ts';
import type { Db } from '#kernel/db/db.ts';
import { failure } from '#kernel/failure.ts';
import { createFreshCache } from '#kernel/fresh-cache.ts';
import { access } from '#kernel/http/access.ts';
import type { Door } from '#kernel/http/door.ts';
import { readPage } from '#kernel/http/pagination.ts';
import type { Files } from '#kernel/storage/files.ts';
import { type CinemaSearch, readSort } from '../cinema-search/cinema-search.ts';
import { dialectOf, sendJson, serialise, wirePage } from '../dialect.ts';
import { createVersionReader } from '../list-versions.ts';
import type { Cinema, CinemaTalent } from './cinema.ts';
import * as wire from './contract.ts';
import { registerCinemaFiles } from './files-routes.ts';
import { refusals } from './messages.ts';
import { readsDocument } from './policies.ts';
import { presentOptions, presentRow, presentTalent } from './presenter.ts';

export interface CinemaRouteTools {
  readonly db: Db;
  readonly clock: Clock;
  readonly files: Files;
  readonly cinema: Cinema;
  readonly search: CinemaSearch;
}

const tags = ['CINEMA'];
/** About a thousand pages of twenty people. */
const KEPT_BYTES = 16 * 1024 * 1024;

export function registerCinemaRoutes(door: Door, tools: CinemaRouteTools): void {
  registerList(door, tools);
  registerReads(door, tools);
  registerPdf(door, tools);
  registerOptions(door);
  registerCinemaFiles(door, tools);
}

function registerList(door: Door, { cinema, clock, db, search }: CinemaRouteTools): void {
  const version = createVersionReader(db, 'cinema');
  const pages = createFreshCache<Buffer>({ version, sizeOf: (json) => json.length, capacity: KEPT_BYTES });
  const summary = 'CINEMA people: everybody with contacts for casting directors, public cards for others';
  const schema = { tags, summary, querystring: wire.LIST_QUERY, response: wire.either(wire.TALENTS) };
  door.get('/api/v1/cinema/talents', { config: { access: access.public }, schema }, async (request, reply) => {
    const dialect = dialectOf(request);
    const asked = readPage(request.query);
    const [filters, sort] = [await search.readFilters(request.query), readSort(request.query)];
    const load = async (): Promise<Buffer> => {
      const found = await cinema.list(request, filters, asked, sort);
      const talents = found.rows.map((row) => presentRow(row, dialect));
      return Buffer.from(serialise(reply, wire.TALENTS[dialect], { success: true, ...wirePage(found, asked), talents }));
    };
    // Ages change with the day.
    const key = JSON.stringify([audienceOf(request), dialect, clock.now().toISOString().slice(0, 10), asked, filters, sort]);
    return sendJson(reply, audienceOf(request) === null ? await load() : await pages.get(key, load));
  });
}

/** Who is shown the same page: null when it is theirs alone (their own contacts are on it), or leaves a trace each time. */
const audienceOf = ({ viewer }: FastifyRequest): 'strangers' | 'administrators' | null =>
  viewer === null ? 'strangers' : readsDocument(viewer) ? 'administrators' : null;

function registerReads(door: Door, { cinema }: CinemaRouteTools): void {
  const config = { access: access.public };
  const byId = { tags, summary: 'A CINEMA person: whole, or the public card', response: wire.either(wire.TALENT) };
  const byCode = { ...byId, summary: 'The same person, by a code in any accepted spelling' };
  const send = async (request: FastifyRequest, reply: FastifyReply, found: Promise<CinemaTalent>): Promise<FastifyReply> => {
    const dialect = dialectOf(request);
    const talent = await found;
    // v2 prints the number masked; v3 in clear, for administrators.
    const isClear = dialect === 3 && readsDocument(request.viewer);
    const number = isClear ? await cinema.revealDocument(request, talent.id) : talent.idDocument.number;
    const shown = presentTalent({ ...talent, idDocument: { ...talent.idDocument, number } }, dialect);
    return sendJson(reply, serialise(reply, wire.TALENT[dialect], { success: true, talent: shown }));
  };
  door.get<{ Params: { talent_id: string } }>('/api/v1/cinema/talents/:talent_id', { config, schema: byId }, (request, reply) =>
    send(request, reply, cinema.get(request, idOf(request.params.talent_id))),
  );
  door.get<{ Params: { unique_code: string } }>('/api/v1/cinema/talents/code/:unique_code', { config, schema: byCode }, (request, reply) =>
    send(request, reply, cinema.getByCode(request, request.params.unique_code)),
  );
}

function registerPdf(door: Door, { cinema }: CinemaRouteTools): void {
  const schema = { tags, summary: 'The casting sheet of a person, on one A4 page (PDF)' };
  type WithId = { Params: { talent_id: string } };
  door.get<WithId>('/api/v1/cinema/talents/:talent_id/pdf', { config: { access: access.signedIn }, schema }, async (request, reply) => {
    const talent = await cinema.get(request, idOf(request.params.talent_id));
    const sheet = await cinema.pdf(request, talent);
    return reply
      .type('application/pdf')
      .header('content-disposition', `attachment; filename=talent_${talent.code}.pdf`)
      .header('cache-control', 'private, no-store')
      .send(sheet);
  });
}

function registerOptions(door: Door): void {
  const schema = { tags, summary: 'What can be chosen in forms and filters', response: { 200: wire.OPTION_LISTS } };
  const options = presentOptions();
  door.get('/api/v1/cinema/options', { config: { access: access.public }, schema }, async (_request, reply) =>
    sendJson(reply.header('cache-control', 'public, max-age=60'), serialise(reply, wire.OPTION_LISTS, { success: true, options })),
  );
}

/** What is no id names nobody. */
function idOf(text: string): number {
  if (!/^\d{1,15}$/.test(text)) throw failure.notFound(refusals.notFound);
  return Number(text);
}
