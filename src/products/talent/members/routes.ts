/** `/api/v1/users`, the people of a talent, and the uploaded files, in both dialects. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Clock } from '#kernel/clock.ts';
import type { Db } from '#kernel/db/db.ts';
import { failure } from '#kernel/failure.ts';
import { createFreshCache, type FreshCache } from '#kernel/fresh-cache.ts';
import { access } from '#kernel/http/access.ts';
import type { Door } from '#kernel/http/door.ts';
import { readPage } from '#kernel/http/pagination.ts';
import type { Files } from '#kernel/storage/files.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { type Dialect, dialectOf, sendJson, serialise, wirePage, wordsOf } from '../dialect.ts';
import { createVersionReader } from '../list-versions.ts';
import * as wire from './contract.ts';
import { WORK_TIMES } from './fields.ts';
import { registerFileRoutes } from './files-routes.ts';
import type { Members } from './members.ts';
import { outcomes, refusals } from './messages.ts';
import { mayEdit } from './policies.ts';
import { presentMember, presentRow } from './presenter.ts';
import { LIST_QUERY, UPDATE_BODY } from './requests.ts';
import { inDialect } from './search.ts';
import { registerTalentRoutes } from './talent-routes.ts';

export interface MemberRouteTools {
  readonly db: Db;
  readonly clock: Clock;
  readonly files: Files;
  readonly members: Members;
  readonly catalogue: Catalogue;
}

type Query = Readonly<Record<string, unknown>>;
const tags = ['Users'];
/** About two thousand pages of twenty people. */
const KEPT_BYTES = 16 * 1024 * 1024;

export function registerMemberRoutes(door: Door, tools: MemberRouteTools): void {
  const pages = createFreshCache<Buffer>({
    version: createVersionReader(tools.db, 'people'),
    sizeOf: (json) => json.length,
    capacity: KEPT_BYTES,
  });
  registerList(door, tools, pages);
  registerReads(door, tools);
  registerWrites(door, tools);
  registerTalentRoutes(door, tools);
  registerFileRoutes(door, tools);
}

function registerList(door: Door, { members, clock }: MemberRouteTools, pages: FreshCache<Buffer>): void {
  const schema = { tags, summary: 'People, newest first', querystring: LIST_QUERY, response: wire.either(wire.USERS) };
  door.get('/api/v1/users', { config: { access: access.casting }, schema }, async (request, reply) => {
    const dialect = dialectOf(request);
    const asked = readPage(request.query);
    const filters = inDialect(await members.readFilters(request.query), dialect);
    const load = async (): Promise<Buffer> => {
      const found = await members.list(request, filters, asked);
      const users = found.rows.map((row) => presentRow(row, dialect));
      return Buffer.from(serialise(reply, wire.USERS[dialect], { success: true, ...wirePage(found, asked), users }));
    };
    // Kept as bytes, or emoji would be encoded anew for every reader. What a recruiter reads is logged each time, so it is not kept.
    // Ages change with the day.
    const day = clock.now().toISOString().slice(0, 10);
    const json = request.viewer?.role === 'casting' ? await load() : await pages.get(JSON.stringify([dialect, day, asked, filters]), load);
    return sendJson(reply, json);
  });
}

function registerReads(door: Door, { members }: MemberRouteTools): void {
  const byId = { tags, summary: 'A person: whole for themselves and recruiters, else the public card', response: wire.either(wire.USER) };
  const byCode = { ...byId, summary: 'The same person, by a code in any accepted spelling' };
  const send = async (request: FastifyRequest, reply: FastifyReply, found: ReturnType<Members['get']>): Promise<FastifyReply> => {
    const dialect = dialectOf(request);
    return sendJson(reply, serialise(reply, wire.USER[dialect], { success: true, user: presentMember(await found, dialect) }));
  };
  const config = { access: access.signedIn };
  door.get<{ Params: { user_id: string } }>('/api/v1/users/:user_id', { config, schema: byId }, (request, reply) =>
    send(request, reply, members.get(request, idOf(request.params.user_id))),
  );
  door.get<{ Params: { unique_code: string } }>('/api/v1/users/code/:unique_code', { config, schema: byCode }, (request, reply) =>
    send(request, reply, members.getByCode(request, request.params.unique_code)),
  );
}

function registerWrites(door: Door, { members }: MemberRouteTools): void {
  type WithId = { Params: { user_id: string }; Body: Query };
  const update = { tags, summary: 'Change the given fields', body: UPDATE_BODY, response: wire.either(wire.USER_UPDATED) };
  // Who may not change anything is told so, whatever the body says.
  const preValidation = async (request: FastifyRequest<WithId>): Promise<void> => {
    const { viewer } = request;
    if (viewer && !mayEdit(viewer, { id: idOf(request.params.user_id) })) throw failure.forbidden(refusals.accessDenied);
  };
  const config = { access: access.signedIn };
  door.put<WithId>('/api/v1/users/:user_id', { config, schema: update, preValidation }, async (request, reply) => {
    const dialect = dialectOf(request);
    const member = await members.update(request, idOf(request.params.user_id), readChanges(request.body, dialect));
    const body = { success: true, message: wordsOf(dialect, outcomes.updated), user: presentMember(member, dialect) };
    return sendJson(reply, serialise(reply, wire.USER_UPDATED[dialect], body));
  });

  const forAdmins = { access: access.admin };
  door.delete<WithId>(
    '/api/v1/users/:user_id',
    {
      config: forAdmins,
      schema: { tags, summary: 'Delete a person for good; administrators cannot be deleted', response: { 200: wire.DONE } },
    },
    async (request) => {
      await members.remove(request, idOf(request.params.user_id));
      return { success: true, message: wordsOf(dialectOf(request), outcomes.deleted) };
    },
  );

  const toggle = { tags, summary: 'Close an open account, open a closed one', response: { 200: wire.TOGGLED } };
  door.post<WithId>('/api/v1/users/:user_id/toggle-active', { config: forAdmins, schema: toggle }, async (request) => {
    const active = await members.toggleActive(request, idOf(request.params.user_id));
    const message = wordsOf(dialectOf(request), active ? outcomes.activated : outcomes.deactivated);
    return { success: true, message, account_active: active };
  });
}

/** What is no id names nobody. */
function idOf(text: string): number {
  if (!/^\d{1,15}$/.test(text)) throw failure.notFound(refusals.userNotFound);
  return Number(text);
}

/**
 * `availability` takes the words of both documents: those of v2 are a work time. A v2 client that writes an availability reads it
 * back, so the work time that v2 would print instead goes.
 */
function readChanges(body: Query, dialect: Dialect): Query {
  const { availability, ...changes } = body;
  if (availability === undefined) return changes;
  if (WORK_TIMES.some((word) => word === availability)) return { ...changes, work_time: availability };
  return dialect === 2 ? { ...changes, availability, work_time: null } : { ...changes, availability };
}
