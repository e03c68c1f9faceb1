/** The casting team's side of calls: all of them, one of them, publishing and closing. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Failure, failure } from '#kernel/failure.ts';
import { type Door, statusOf } from '#kernel/http/door.ts';
import { pageCount, readPage } from '#kernel/http/pagination.ts';
import { say } from '#kernel/message.ts';
import { asked, type ById, done, fieldOf, idOf } from '#kernel/page/requests.ts';
import { castingPage } from '../page-requests.ts';
import { countByCall } from './applications.ts';
import { type Call, publishingAsks, spoken } from './call.ts';
import { placeText } from './call-words.ts';
import { inboxOf } from './inbox-view.ts';
import { m } from './messages.ts';
import { PublishPage } from './publish-page.tsx';
import { listReports } from './store.ts';
import { team } from './team-messages.ts';
import { CallsPage, ManagePage, TEAM } from './team-page.tsx';
import type { CastingsPageTools } from './tools.ts';

const SIZE = 30;

export function registerTeamPages(door: Door, tools: CastingsPageTools): void {
  const { castings, db, pages } = tools;
  door.get(TEAM, castingPage, async (request, reply) => {
    const page = readPage({ page: asked(request, 'page') }, { defaultSize: SIZE });
    const found = await castings.list(null, page);
    const counts = await countByCall(
      db,
      found.rows.map(({ id }) => id),
    );
    const view = { ...found, counts, page: page.page, pages: pageCount(found.total, SIZE), size: SIZE };
    return pages.send(request, reply, { title: say(team.title, request.language), body: <CallsPage {...view} /> });
  });
  door.get<ById>(`${TEAM}/:id`, castingPage, async (request, reply) => {
    const call = await requireCall(tools, request);
    const [inbox, reports, snapshot] = await Promise.all([
      inboxOf(tools, request, { callId: call.id }),
      listReports(db, call.id),
      tools.catalogue.snapshot(),
    ]);
    const told = reports.map((report) => ({ ...report, contact: report.contactEncrypted && tools.vault.decrypt(report.contactEncrypted) }));
    const view = { call, inbox, reports: told, place: placeText(call, snapshot, request.language) };
    return pages.send(request, reply, { title: titleOf(call, request), body: <ManagePage {...view} /> });
  });
  door.get<ById>(`${TEAM}/:id/publish`, castingPage, async (request, reply) =>
    ask(tools, request, reply, await requireCall(tools, request)),
  );
  door.post<ById>(`${TEAM}/:id/publish`, castingPage, async (request, reply) => {
    const call = await requireCall(tools, request);
    try {
      await castings.publish(request, call.id, fieldOf(request, 'reason'));
    } catch (error) {
      if (!(error instanceof Failure) || !['invalid', 'conflict'].includes(error.kind)) throw error;
      return ask(tools, request, reply, call, error);
    }
    return done(request, reply, `${TEAM}/${call.id}`, team.isPublished, { name: titleOf(call, request) });
  });
  door.post<ById>(`${TEAM}/:id/close`, castingPage, async (request, reply) => {
    const call = await castings.close(request, idOf(request));
    return done(request, reply, `${TEAM}/${call.id}`, team.isClosed, { name: titleOf(call, request) });
  });
}

export async function requireCall({ castings, db }: CastingsPageTools, request: FastifyRequest): Promise<Call> {
  const call = await castings.find(db, idOf(request));
  if (!call) throw failure.notFound(m.noCall);
  return call;
}
export const titleOf = (call: Call, { language }: FastifyRequest): string => spoken(call.titles, language).text;

function ask({ pages }: CastingsPageTools, request: FastifyRequest, reply: FastifyReply, call: Call, refusal?: Failure): FastifyReply {
  const view = { call, asks: publishingAsks(request.viewer, call), typed: { reason: fieldOf(request, 'reason') }, refusal };
  const title = say(team.publishTitle, request.language);
  return pages.send(request, reply, { title, body: <PublishPage {...view} />, status: refusal ? statusOf(refusal) : 200 });
}
