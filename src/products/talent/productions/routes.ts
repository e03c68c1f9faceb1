/** `/api/v1/cinema/productions` in both dialects, and the logos. */
import type { FastifyRequest } from 'fastify';
import { createFileAnswers } from '#capabilities/media/media.ts';
import { failure } from '#kernel/failure.ts';
import { access } from '#kernel/http/access.ts';
import type { Door } from '#kernel/http/door.ts';
import { readPage } from '#kernel/http/pagination.ts';
import { dialectOf, sendJson, serialise, wirePage } from '../dialect.ts';
import * as wire from './contract.ts';
import { m } from './messages.ts';
import { presentProduction, presentRow } from './presenter.ts';
import type { Productions } from './productions.ts';
import type { ProductionTools } from './tools.ts';

const tags = ['Productions'];
const config = { access: access.public } as const;

export function registerProductionApi(door: Door, tools: ProductionTools & { readonly productions: Productions }): void {
  const { db, productions } = tools;
  const list = { tags, summary: 'Production companies, active ones first', querystring: wire.LIST_QUERY };
  door.get(
    '/api/v1/cinema/productions',
    { config, schema: { ...list, response: wire.either(wire.PRODUCTIONS) } },
    async (request, reply) => {
      const dialect = dialectOf(request);
      const asked = readPage(request.query);
      const found = await productions.list(await productions.readFilters(request.query), asked);
      const rows = found.rows.map((row) => presentRow(row, dialect));
      const body = { success: true, ...wirePage(found, asked), productions: rows };
      return sendJson(reply, serialise(reply, wire.PRODUCTIONS[dialect], body));
    },
  );

  const detail = { tags, summary: 'A production company', response: wire.either(wire.PRODUCTION) };
  door.get<ById>('/api/v1/cinema/productions/:production_id', { config, schema: detail }, async (request, reply) => {
    const dialect = dialectOf(request);
    const production = presentProduction(await productions.require(db, idOf(request, 'production_id')), dialect);
    return sendJson(reply, serialise(reply, wire.PRODUCTION[dialect], { success: true, production }));
  });

  const answers = createFileAnswers(tools);
  door.get<{ Params: { file: string } }>('/static/uploads/logos/:file', { config: { ...config, internal: true } }, async (request, reply) =>
    answers.photo(request, reply, `logos/${request.params.file}`),
  );
}
type ById = { Params: { production_id: string } };

/** What is no id names nothing. */
export function idOf(request: FastifyRequest, name: 'id' | 'production_id'): number {
  const text = (request.params as Readonly<Record<string, string | undefined>>)[name] ?? '';
  if (!/^\d{1,9}$/.test(text)) throw failure.notFound(m.notFound);
  return Number(text);
}
