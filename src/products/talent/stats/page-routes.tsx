/** `/cinema/dashboard` and `/cinema/stats`, for whoever is signed in. */
import type { FastifyRequest } from 'fastify';
import { access } from '#kernel/http/access.ts';
import type { Door } from '#kernel/http/door.ts';
import { say } from '#kernel/message.ts';
import { placeName, type Snapshot } from '../catalogue/catalogue.ts';
import { DashboardPage, type DashboardView } from './dashboard-page.tsx';
import { currentProjects, newestTalents } from './dashboard-store.ts';
import { charts, m } from './messages.ts';
import type { StatsRoom } from './stats.ts';
import { StatsPage, type StatsView } from './stats-page.tsx';

const NEWEST = 8;
const PROJECTS = 6;
const page = { config: { access: access.signedIn, kind: 'page' } } as const;

export function registerStatsPages(door: Door, room: StatsRoom): void {
  const { figures, catalogue, pages } = room;
  door.get('/cinema/dashboard', page, async (request, reply) => {
    const body = <DashboardPage {...(await dashboardView(room, request))} />;
    return pages.send(request, reply, { title: say(m.cinema, request.language), body });
  });
  door.get('/cinema/stats', page, async (request, reply) => {
    const [found, snapshot] = await Promise.all([figures.cinema(), catalogue.snapshot()]);
    const body = <StatsPage figures={found} countries={countriesOf(found.country, snapshot, request)} />;
    return pages.send(request, reply, { title: say(charts.title, request.language), body });
  });
}

async function dashboardView({ db, clock, figures, catalogue, cinema }: StatsRoom, request: FastifyRequest): Promise<DashboardView> {
  const publicOnly = !access.casting.allows(request.viewer);
  const [counts, studio, ids, projects, snapshot] = await Promise.all([
    figures.cinema(),
    figures.studio(),
    newestTalents(db, { publicOnly, size: NEWEST }),
    currentProjects(db, clock.now(), PROJECTS),
    catalogue.snapshot(),
  ]);
  // Cards carry no contacts, so nobody's reading has to be logged.
  const newest = (await cinema.cards(db, ids)).map((person) => ({
    ...person,
    place: placeName(snapshot, request.language, { cityId: person.city?.id, countryId: person.country?.id }),
  }));
  return { cinema: counts, studio, newest, projects };
}

function countriesOf(counts: ReadonlyMap<string, number>, catalogue: Snapshot, { language }: FastifyRequest): StatsView['countries'] {
  return [...counts]
    .flatMap(([id, people]) => {
      const country = catalogue.country(Number(id));
      return country ? [{ code: country.code, name: `${country.flag} ${say(country.name, language)}`, people }] : [];
    })
    .sort((a, b) => b.people - a.people);
}
