/** `/` and its other name `/dashboard`. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ReactElement } from 'react';
import { access, isAdmin } from '#kernel/http/access.ts';
import type { Door } from '#kernel/http/door.ts';
import { type Language, localeOf, say } from '#kernel/message.ts';
import { firstStepsOf } from './first-steps-routes.tsx';
import type { HomeTools } from './home.ts';
import { AdminHome, type AdminView, MemberHome, StaffHome } from './home-pages.tsx';
import { m } from './messages.ts';
import { listIncomplete, readOverview } from './store.ts';

const RECENT = 6;
const COUNTRIES = 6;

export function registerHomePages(door: Door, tools: HomeTools): void {
  const { pages } = tools;
  const home = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> =>
    pages.send(request, reply, { title: say(m.home, request.language), body: await homeOf(tools, request) });
  const signedIn = { config: { access: access.signedIn, kind: 'page' } } as const;
  door.get('/', signedIn, home);
  // The name other pages and older bookmarks know it by.
  door.get('/dashboard', signedIn, home);
}

async function homeOf(tools: HomeTools, request: FastifyRequest): Promise<ReactElement> {
  const { viewer } = request;
  if (isAdmin(viewer)) {
    const [view, steps] = await Promise.all([adminView(tools, request), firstStepsOf(tools, request, null)]);
    return <AdminHome {...view} steps={steps} />;
  }
  const member = viewer?.code ? await tools.members.get(request, viewer.accountId) : null;
  const steps = await firstStepsOf(tools, request, member);
  return member ? <MemberHome member={member} steps={steps} /> : <StaffHome name={viewer?.name ?? ''} steps={steps} />;
}

async function adminView({ db, members, catalogue }: HomeTools, request: FastifyRequest): Promise<Omit<AdminView, 'steps'>> {
  const [overview, recent, incomplete, snapshot, counts] = await Promise.all([
    readOverview(db),
    members.list(request, {}, { page: 1, size: RECENT, offset: 0 }),
    listIncomplete(db, RECENT),
    catalogue.snapshot(),
    catalogue.counts(),
  ]);
  const countries = snapshot.countries
    .map(({ id, flag, name }) => ({ id, name: `${flag} ${say(name, request.language)}`, people: counts.byCountry.get(id) ?? 0 }))
    .filter(({ people }) => people > 0)
    .sort((a, b) => b.people - a.people || inOrder(request.language)(a.name, b.name))
    .slice(0, COUNTRIES);
  return { name: request.viewer?.name ?? '', overview, recent: recent.rows, incomplete, countries };
}

const inOrder = (language: Language) => new Intl.Collator(localeOf(language)).compare;
