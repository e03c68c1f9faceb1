/** Accounts of platforms: looked at, asked how they are, given back. The way there and back belongs to the publishing capability. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Connection } from '#capabilities/publishing/publishing.ts';
import { Failure, failure } from '#kernel/failure.ts';
import { requireViewer } from '#kernel/http/access.ts';
import type { Door } from '#kernel/http/door.ts';
import { say } from '#kernel/message.ts';
import { type ById, done, idOf } from '#kernel/page/requests.ts';
import type { CalendarTools } from './calendar.ts';
import { connections as m } from './connection-messages.ts';
import { ConnectionsPage, DisconnectPage } from './connections-view.tsx';
import { ownPage, ROOT, refused, zoneOf } from './requests.ts';

const AT = `${ROOT}/connections`;

export function registerConnections(site: Door, tools: CalendarTools): void {
  const { db, publishing, pages } = tools;
  const own = async (request: FastifyRequest): Promise<Connection> => {
    const id = idOf(request);
    const found = (await publishing.connections.list(db, requireViewer(request).accountId)).find((one) => one.id === id);
    if (!found) throw failure.notFound();
    return found;
  };
  site.get(AT, ownPage, async (request, reply) => {
    const { accountId } = requireViewer(request);
    await publishing.connections.ensureSimulated(accountId);
    const body = (
      <ConnectionsPage
        connections={await publishing.connections.list(db, accountId)}
        isOffered={(platform) => publishing.connections.isOffered(platform)}
        isPlayed={tools.feed !== null}
        zone={zoneOf(request).name}
        now={tools.clock.now()}
      />
    );
    return pages.send(request, reply, { title: say(m.title, request.language), body });
  });
  site.post<ById>(`${AT}/:id/check`, ownPage, async (request, reply) => check(tools, request, reply, await own(request)));
  site.get<ById>(`${AT}/:id/disconnect`, ownPage, async (request, reply) => {
    const body = <DisconnectPage connection={await own(request)} />;
    return pages.send(request, reply, { title: say(m.disconnectTitle, request.language), body });
  });
  site.post<ById>(`${AT}/:id/disconnect`, ownPage, async (request, reply) => {
    const { id, name, username } = await own(request);
    await publishing.connections.disconnect(requireViewer(request).accountId, id);
    return done(request, reply, AT, m.wasDisconnected, { name: name || username });
  });
}

async function check(tools: CalendarTools, request: FastifyRequest, reply: FastifyReply, asked: Connection): Promise<FastifyReply> {
  const name = asked.name || asked.username;
  try {
    const { state, problem } = await tools.publishing.connections.check(requireViewer(request).accountId, asked.id);
    if (state === 'connected' && !problem) return done(request, reply, AT, m.checkedFine, { name });
    return done(request, reply, AT, m.checkedBad, { name, problem: problem ?? say(m.mustReconnect, request.language) }, 'warning');
  } catch (error) {
    // A platform that does not answer now is no broken account.
    if (!(error instanceof Failure)) throw error;
    return refused(request, reply, AT, error);
  }
}
