/** The list of companies, the page of one, and their forms. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ListKind, ListState } from '#capabilities/lists/lists.ts';
import { Failure } from '#kernel/failure.ts';
import { access } from '#kernel/http/access.ts';
import { type Door, statusOf } from '#kernel/http/door.ts';
import { pageCount, readPage } from '#kernel/http/pagination.ts';
import { type Message, say } from '#kernel/message.ts';
import type { SearchSource } from '#kernel/page/everywhere.tsx';
import { setFlash } from '#kernel/page/flash.ts';
import { placeName } from '../catalogue/catalogue.ts';
import { type Answers, answersOf, choicesOf } from '../profile-form/profile-form.tsx';
import { sentPhoto } from '../sent-files.ts';
import type { TakeLogo } from './changes.ts';
import { PRODUCTION_FIELDS } from './fields.ts';
import { form } from './form-messages.ts';
import { FormPage } from './form-page.tsx';
import { writeWords, writeWorks } from './lines.ts';
import { ListPage, type ListView } from './list-page.tsx';
import { m, view } from './messages.ts';
import type { Production } from './production.ts';
import type { Productions } from './productions.ts';
import { idOf } from './routes.ts';
import { countByCountry, isProductionSort, listProjects, type ProductionSort } from './store.ts';
import type { ProductionRouteTools } from './tools.ts';
import { ViewPage } from './view-page.tsx';

export type PageTools = ProductionRouteTools & { readonly productions: Productions };
export interface ById {
  readonly Params: { readonly id: string };
}
export const adminPage = { config: { access: access.admin, kind: 'page' } } as const;
const signedInPage = { config: { access: access.signedIn, kind: 'page' } } as const;

/** An upload that finished beside the form comes back with it when the form is refused. */
const FIELDS = [...PRODUCTION_FIELDS, 'photo_upload'];
const SIZE = 24;
const SHOWN_PROJECTS = 20;

const PRODUCTIONS: ListKind = {
  key: 'productions',
  path: '/cinema/productions',
  title: m.productions,
  access: access.signedIn,
  kept: ['search', 'country', 'is_active', 'is_verified', 'sort', 'view'],
  plain: { view: 'cards' },
};

const productionSource = (productions: Productions): SearchSource => ({
  key: 'productions',
  title: m.productions,
  icon: 'building',
  access: access.signedIn,
  find: async (_request, search, most) => {
    const { rows } = await productions.list({ search }, { page: 1, size: most, offset: 0 });
    return rows.map(({ id, name, city }) => ({ href: `${PRODUCTIONS.path}/${id}`, label: name, ...(city ? { detail: city } : {}) }));
  },
  all: (search) => `${PRODUCTIONS.path}?${new URLSearchParams({ search })}`,
});

export function registerProductionPages(door: Door, tools: PageTools): void {
  const { db, lists, productions, pages, catalogue } = tools;
  lists.add(PRODUCTIONS);
  tools.everywhere.add(productionSource(productions));
  door.get<{ Querystring: Query }>(PRODUCTIONS.path, signedInPage, async (request, reply) => {
    const list = await lists.open(request, reply, PRODUCTIONS.key);
    if (list.home) return reply.redirect(list.home, 303);
    const body = <ListPage {...(await listView(tools, request, list))} />;
    return pages.send(request, reply, { title: say(m.productions, request.language), body });
  });

  door.get('/cinema/productions/new', adminPage, async (request, reply) => showForm(tools, request, reply, null, { is_active: '1' }));
  door.post('/cinema/productions/new', adminPage, async (request, reply) => {
    const typed = answersOf(request.body, FIELDS);
    try {
      const production = await productions.create(request, typed, takeLogo(tools, request));
      return done(request, reply, `/cinema/productions/${production.id}`, view.created, production);
    } catch (error) {
      return showForm(tools, request, reply, null, typed, faultsOf(error));
    }
  });

  door.get<ById>('/cinema/productions/:id', signedInPage, async (request, reply) => {
    const production = await productions.require(db, idOf(request, 'id'));
    const [projects, snapshot] = await Promise.all([listProjects(db, production.id, SHOWN_PROJECTS), catalogue.snapshot()]);
    const body = <ViewPage production={production} place={placeOf(production, snapshot, request)} projects={projects} />;
    return pages.send(request, reply, { title: production.name, body });
  });

  door.get<ById>('/cinema/productions/:id/edit', adminPage, async (request, reply) => {
    const production = await productions.require(db, idOf(request, 'id'));
    return showForm(tools, request, reply, production, answersOfProduction(production));
  });
  door.post<ById>('/cinema/productions/:id/edit', adminPage, async (request, reply) => {
    const before = await productions.require(db, idOf(request, 'id'));
    const typed = answersOf(request.body, FIELDS);
    try {
      const production = await productions.update(request, before.id, typed, takeLogo(tools, request));
      return done(request, reply, `/cinema/productions/${production.id}`, view.saved, production);
    } catch (error) {
      return showForm(tools, request, reply, before, typed, faultsOf(error));
    }
  });
}

/** Says what was done and goes on. */
export function done(request: FastifyRequest, reply: FastifyReply, to: string, message: Message, { name }: { name: string }): FastifyReply {
  setFlash(reply, { kind: 'success', text: say(message, request.language, { name }) });
  return reply.redirect(to, 303);
}

const takeLogo =
  ({ uploads }: PageTools, request: FastifyRequest): TakeLogo =>
  (tx) =>
    sentPhoto(request, { db: tx, uploads });

/** A refused form is shown again; anything else is no matter of the form. */
function faultsOf(error: unknown): Failure {
  if (error instanceof Failure && Object.keys(error.fields).length > 0) return error;
  throw error;
}

type Query = Readonly<Record<string, string>>;
type Snapshot = Awaited<ReturnType<PageTools['catalogue']['snapshot']>>;

/** The city is what was typed; the country speaks the reader's language. */
function placeOf({ city, country }: Pick<Production, 'city' | 'country'>, snapshot: Snapshot, { language }: FastifyRequest): string {
  return [city, placeName(snapshot, language, { cityId: null, countryId: country?.id })].filter(Boolean).join(', ');
}

const sortOf = ({ sort = '' }: Query): ProductionSort => (isProductionSort(sort) ? sort : '');

async function listView(tools: PageTools, request: FastifyRequest, list: ListState): Promise<ListView> {
  const { db, productions, catalogue } = tools;
  const { filters, page, badFilter } = await readQuery(productions, request.query as Query);
  const [found, counts, snapshot] = await Promise.all([
    productions.list(filters, page, sortOf(request.query as Query)),
    countByCountry(db),
    catalogue.snapshot(),
  ]);
  const countries = choicesOf(snapshot, request.language).countries.flatMap(({ value, label }) => {
    const count = counts.get(Number(value));
    return count ? [{ value, label, count }] : [];
  });
  return {
    rows: found.rows.map((row) => ({ ...row, place: placeOf(row, snapshot, request) })),
    total: found.total,
    page: page.page,
    pages: pageCount(found.total, page.size),
    size: page.size,
    countries,
    badFilter,
    list,
  };
}

/** An address with a value that means nothing shows the list without filters, and says so. */
async function readQuery(productions: Productions, query: Query) {
  const sizes = { sizeNames: ['limit'], defaultSize: SIZE, maxSize: 96 };
  try {
    return { filters: await productions.readFilters(query), page: readPage(query, sizes), badFilter: false };
  } catch (error) {
    if (!(error instanceof Failure) || error.kind !== 'invalid') throw error;
    return { filters: {}, page: readPage({}, sizes), badFilter: true };
  }
}

async function showForm(
  { pages, catalogue, clock }: PageTools,
  request: FastifyRequest,
  reply: FastifyReply,
  production: Production | null,
  answers: Answers,
  refusal?: Failure,
): Promise<FastifyReply> {
  const { countries } = choicesOf(await catalogue.snapshot(), request.language);
  const facts = { production, answers, errors: refusal?.fields ?? {}, countries, year: clock.now().getUTCFullYear() };
  const title = say(production ? form.editTitle : m.create, request.language, { name: production?.name ?? '' });
  return pages.send(request, reply, { title, body: <FormPage {...facts} />, status: refusal ? statusOf(refusal) : 200 });
}

/** What the form shows of a company. */
function answersOfProduction(production: Production): Answers {
  const text = (value: string | number | null | undefined): string => (value === null || value === undefined ? '' : String(value));
  const { name, description, specialization, ceo, city, address, equipment, studios, email, phone, website } = production;
  const { facebook, instagram, linkedin, twitter } = production;
  const plain = { name, description, specialization, ceo, city, address, equipment, studios, email, phone, website };
  const others = {
    ...{ facebook, instagram, linkedin, twitter },
    country_id: production.country?.id,
    postal_code: production.postalCode,
    founded_year: production.foundedYear,
    employees_count: production.employeesCount,
    productions_count: production.productionsCount,
  };
  return {
    ...Object.fromEntries(Object.entries({ ...plain, ...others }).map(([field, value]) => [field, text(value)])),
    notable_productions: writeWorks(production.notableProductions),
    awards: writeWorks(production.awards),
    services: writeWords(production.services),
    certifications: writeWords(production.certifications),
    memberships: writeWords(production.memberships),
    is_active: production.isActive ? '1' : '',
  };
}
