/** `/` and its other name `/dashboard`, `/welcome`, `/about`. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ReactElement } from 'react';
import { access, isAdmin } from '#kernel/http/access.ts';
import type { Door } from '#kernel/http/door.ts';
import { type Language, localeOf, say } from '#kernel/message.ts';
import type { HomeTools } from './home.ts';
import { AdminHome, type AdminView, MemberHome, StaffHome } from './home-pages.tsx';
import { about, landing, m } from './messages.ts';
import { AboutPage, LandingPage } from './public-pages.tsx';
import { listIncomplete, readOverview } from './store.ts';

const RECENT = 6;
const COUNTRIES = 6;

export function registerHomePages(door: Door, tools: HomeTools): void {
  const { pages, catalogue } = tools;
  const home = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> =>
    pages.send(request, reply, { title: say(m.home, request.language), body: await homeOf(tools, request) });
  const signedIn = { config: { access: access.signedIn, kind: 'page' } } as const;
  door.get('/', signedIn, home);
  // The name other pages and older bookmarks know it by.
  door.get('/dashboard', signedIn, home);

  const open = { config: { access: access.public, kind: 'page' } } as const;
  door.get('/welcome', open, async (request, reply) => {
    if (request.viewer) return reply.redirect('/', 303);
    return pages.send(request, reply, { title: say(landing.title, request.language), body: <LandingPage /> });
  });
  door.get('/about', open, async (request, reply) => {
    const { countries, cities, talents } = await catalogue.snapshot();
    const figures = { countries: countries.length, cities: cities.filter((city) => city.isListed).length, talents: talents.length };
    return pages.send(request, reply, { title: say(about.title, request.language), body: <AboutPage figures={figures} /> });
  });
}

async function homeOf(tools: HomeTools, request: FastifyRequest): Promise<ReactElement> {
  const { viewer } = request;
  if (isAdmin(viewer)) return <AdminHome {...(await adminView(tools, request))} />;
  if (!viewer?.code) return <StaffHome name={viewer?.name ?? ''} />;
  return <MemberHome member={await tools.members.get(request, viewer.accountId)} />;
}

async function adminView({ db, members, catalogue }: HomeTools, request: FastifyRequest): Promise<AdminView> {
  const [overview, recent, incomplete, snapshot, counts] = await Promise.all([
    readOverview(db),
    members.list(request, {}, { page: 1, size: RECENT, offset: 0 }),
    listIncomplete(db, RECENT),
    catalogue.snapshot(),
    catalogue.counts(),
  ]);
  const countries = snapshot.countries
    .map(({ id, flag, name }) => ({ id, name: `${flag} ${name[request.language]}`, people: counts.byCountry.get(id) ?? 0 }))
    .filter(({ people }) => people > 0)
    .sort((a, b) => b.people - a.people || inOrder(request.language)(a.name, b.name))
    .slice(0, COUNTRIES);
  return { name: request.viewer?.name ?? '', overview, recent: recent.rows, incomplete, countries };
}

const inOrder = (language: Language) => new Intl.Collator(localeOf(language)).compare;
