/** Who reads what of whom: the card or the whole, and the traces that reading leaves. */
import type { FastifyRequest } from 'fastify';
import type { RawBuilder } from 'kysely';
import { failure } from '#kernel/failure.ts';
import type { PageAsked, PageOf } from '#kernel/http/pagination.ts';
import type { CinemaFilters, CinemaSort } from '../cinema-search/cinema-search.ts';
import { parseCode } from '../codes.ts';
import type { CinemaTalent, ListedCinemaTalent } from './cinema-talent.ts';
import { byId, eachTalent, listTalents, type SealedRow } from './lookup.ts';
import { refusals } from './messages.ts';
import { requireTalent } from './person.ts';
import * as policies from './policies.ts';
import type { CinemaTools } from './tools.ts';
import { toCard, toListedCard, toWhole } from './views.ts';

export async function readTalent(tools: CinemaTools, request: FastifyRequest, by: RawBuilder<unknown>): Promise<CinemaTalent> {
  const talent = await requireTalent(tools, tools.db, by);
  const { viewer } = request;
  if (!policies.seesCard(viewer, talent)) throw failure.notFound(refusals.notFound);
  if (!policies.seesWhole(viewer, talent)) return toCard(talent);
  if (policies.leavesTrace(viewer, talent)) {
    const entry = { type: 'contacts_read', category: 'privacy', description: `Coordonnées de ${talent.code} consultées` };
    await tools.audit.activity(request, { ...entry, resourceType: 'cinema_talent', resourceId: talent.id });
  }
  return toWhole(talent);
}

/** The trace is written before the number is given: no trace, no number. */
export async function revealDocument(tools: CinemaTools, request: FastifyRequest, id: number): Promise<string | null> {
  if (!policies.readsDocument(request.viewer)) throw failure.forbidden(refusals.adminNeeded);
  const { code, idDocument } = await requireTalent(tools, tools.db, byId(id));
  if (idDocument.number === null) return null;
  const entry = { type: 'identity_document_read', category: 'privacy', description: `Numéro de la pièce d’identité de ${code} consulté` };
  await tools.audit.activity(request, { ...entry, resourceType: 'cinema_talent', resourceId: id }, tools.db);
  return idDocument.number;
}

export async function listFor(
  tools: CinemaTools,
  request: FastifyRequest,
  filters: CinemaFilters,
  page: PageAsked,
  sort: CinemaSort,
): Promise<PageOf<ListedCinemaTalent>> {
  const everybody = policies.seesEverybody(request.viewer);
  const asked = everybody ? filters : asStranger(filters);
  if (!asked) return { total: 0, rows: [] };
  const { ids, total } = await tools.search.find(asked, page, sort);
  const rows = (await listTalents(tools.db, ids, tools.vault, tools.clock.now())).map((row) => rowFor(request, row));
  await traceList(tools, request, rows.length);
  return { total, rows };
}

export async function listByIdsFor(
  tools: CinemaTools,
  request: FastifyRequest,
  ids: readonly number[],
): Promise<readonly ListedCinemaTalent[]> {
  const found = await listTalents(tools.db, ids, tools.vault, tools.clock.now());
  const rows = found
    .filter(({ accountId, talent }) => policies.seesCard(request.viewer, { ...talent, accountId }))
    .map((row) => rowFor(request, row));
  await traceList(tools, request, rows.length);
  return rows;
}

export async function* everybody(
  tools: CinemaTools,
  request: FastifyRequest,
  filters: CinemaFilters,
): AsyncGenerator<readonly CinemaTalent[]> {
  if (!policies.seesEverybody(request.viewer)) throw failure.forbidden(refusals.castingFilter);
  const { clock, db, search, vault } = tools;
  for await (const batch of eachTalent(db, await search.where(filters), vault, clock.now())) yield batch.map(toWhole);
}

const rowFor = ({ viewer }: FastifyRequest, { accountId, talent, open }: SealedRow): ListedCinemaTalent =>
  policies.seesWhole(viewer, { accountId }) ? open() : toListedCard(talent);

/**
 * What a stranger asks, narrowed to what a card shows. Origins are not on it, so nobody may be sorted by them; and a number or an
 * address is found by its owner's reader only, else a search would tell whose it is: null, nobody is found.
 */
function asStranger(filters: CinemaFilters): CinemaFilters | null {
  if (filters.ethnicities) throw failure.forbidden(refusals.castingFilter);
  const { search = '' } = filters;
  if (/[\p{Nd}@]/u.test(search) && parseCode(search)?.kind !== 'cinema') return null;
  return { ...filters, publicOnly: true };
}

async function traceList({ audit }: CinemaTools, request: FastifyRequest, people: number): Promise<void> {
  if (request.viewer?.role !== 'casting' || people === 0) return;
  const description = `Coordonnées CINEMA de ${people} personnes consultées (liste)`;
  await audit.activity(request, { type: 'contacts_read', category: 'privacy', description, resourceType: 'cinema_talent' });
}
