/** `/api/v1/stats/…` and `/api/v1/cinema/stats`, in both dialects. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { failure } from '#kernel/failure.ts';
import { access } from '#kernel/http/access.ts';
import type { Door } from '#kernel/http/door.ts';
import { fieldMessages } from '#kernel/http/validation.ts';
import { dialectOf, sendJson, serialise } from '../dialect.ts';
import * as wire from './contract.ts';
import { PERIODS, type Period } from './figures.ts';
import { presentCinema, presentOverview, presentTalents, presentUsers } from './presenter.ts';
import type { StatsRoom } from './stats.ts';

const tags = ['Statistics'];
const forAdmins = { access: access.admin } as const;

export function registerStatsApi(door: Door, { figures, catalogue, clock }: StatsRoom): void {
  const overview = { tags, summary: 'The platform in figures', response: wire.either(wire.OVERVIEW) };
  door.get('/api/v1/stats/overview', { config: forAdmins, schema: overview }, async (request, reply) => {
    const dialect = dialectOf(request);
    const [people, cinema, studio, counts, snapshot] = await Promise.all([
      figures.people(),
      figures.cinema(),
      figures.studio(),
      catalogue.counts(),
      catalogue.snapshot(),
    ]);
    const facts = { people, cinema, studio, cities: counts.byCity.size, catalogue: snapshot, now: clock.now() };
    return sendJson(reply, serialise(reply, wire.OVERVIEW[dialect], presentOverview(facts, dialect)));
  });

  const users = {
    tags,
    summary: 'The people of the platform in figures',
    querystring: wire.USERS_QUERY,
    response: wire.either(wire.USERS),
  };
  door.get('/api/v1/stats/users', { config: forAdmins, schema: users }, async (request, reply) => {
    const dialect = dialectOf(request);
    const [people, snapshot] = await Promise.all([figures.people(periodOf(request.query.period)), catalogue.snapshot()]);
    return sendJson(reply, serialise(reply, wire.USERS[dialect], presentUsers(people, snapshot, dialect)));
  });

  const talents = { tags, summary: 'Talents by category, and the ten that most people have', response: { 200: wire.TALENTS } };
  door.get('/api/v1/stats/talents', { config: forAdmins, schema: talents }, async (_request, reply) => {
    const [people, categories, snapshot] = await Promise.all([figures.people(), figures.categories(), catalogue.snapshot()]);
    return sendJson(reply, serialise(reply, wire.TALENTS, presentTalents(people, categories, snapshot)));
  });

  const cinema = { tags, summary: 'The CINEMA talents in figures', response: wire.either(wire.CINEMA) };
  const sendCinema = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const dialect = dialectOf(request);
    const [found, snapshot] = await Promise.all([figures.cinema(), catalogue.snapshot()]);
    return sendJson(reply, serialise(reply, wire.CINEMA[dialect], presentCinema(found, snapshot, dialect)));
  };
  for (const url of ['/api/v1/stats/cinema', '/api/v1/cinema/stats']) {
    door.get(url, { config: { access: access.signedIn }, schema: cinema }, sendCinema);
  }
}

function periodOf(text: string | undefined): Period | undefined {
  if (text === undefined || text === '') return undefined;
  if (Object.hasOwn(PERIODS, text)) return text as Period;
  throw failure.field('period', fieldMessages.choice, { values: Object.keys(PERIODS).join(', ') }, 'choice');
}
