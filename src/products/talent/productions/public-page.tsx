/**
 * `/productions` and `/productions/:slug`: companies with a seal, for everybody. What a company says of itself as a company is public;
 * who runs it, and its contacts, stay on the check page of its seal and inside.
 */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ReactElement } from 'react';
import { failure } from '#kernel/failure.ts';
import { access } from '#kernel/http/access.ts';
import type { Door } from '#kernel/http/door.ts';
import { pageCount, readPage } from '#kernel/http/pagination.ts';
import { say } from '#kernel/message.ts';
import { breadcrumbs, inLanguage, type Metadata, type Thing } from '#kernel/page/metadata.tsx';
import { asked } from '#kernel/page/requests.ts';
import { placeName } from '../catalogue/catalogue.ts';
import { choiceOf } from '../options/options.ts';
import { idOfSlug, slugOf } from '../slugs.ts';
import { cardRoute, type SocialCards } from '../social-cards.ts';
import { m } from './messages.ts';
import { isSealed, type ListedProduction, logoOf, type Production } from './production.ts';
import type { Productions } from './productions.ts';
import { open } from './public-messages.ts';
import { CompaniesPage, CompanyPage } from './public-view.tsx';
import { listProjects } from './store.ts';
import type { ProductionRouteTools } from './tools.ts';

/** A call of the company that is open, already in the reader's words. */
export interface OpenCall {
  readonly id: number;
  readonly card: ReactElement;
}

export const pathOfProduction = ({ id, name }: Pick<ListedProduction, 'id' | 'name'>): string => `/productions/${slugOf(name, id)}`;

export interface PublicTools extends ProductionRouteTools {
  readonly productions: Productions;
  readonly cards: SocialCards;
  /** Calls of a company, by the room that announces them. */
  readonly openCalls: (request: FastifyRequest, productionId: number) => Promise<readonly OpenCall[]>;
}

interface BySlug {
  readonly Params: { readonly slug: string };
}
const page = { config: { access: access.public, kind: 'page' } } as const;
const SIZE = 24;
const MOST_PROJECTS = 20;

export function registerPublicProductions(door: Door, tools: PublicTools): void {
  const { cards, catalogue, pages, productions } = tools;
  door.get('/productions', page, async (request, reply) => {
    const asking = /^[1-9]\d{0,5}$/.test(asked(request, 'page')) ? asked(request, 'page') : '1';
    const paging = readPage({ page: asking }, { defaultSize: SIZE });
    const [found, snapshot] = await Promise.all([productions.list({ isActive: true, isVerified: true }, paging), catalogue.snapshot()]);
    const rows = found.rows.map((production) => ({ production, place: placeOf(production, snapshot, request) }));
    const view = { rows, total: found.total, page: paging.page, pages: pageCount(found.total, SIZE), size: SIZE };
    const metadata = {
      description: say(open.listLead, request.language),
      path: paging.page > 1 ? `/productions?page=${paging.page}` : '/productions',
    };
    return pages.send(request, reply, { title: say(open.listTitle, request.language), body: <CompaniesPage {...view} />, metadata });
  });
  door.get<BySlug>('/productions/:slug', page, async (request, reply) => {
    const production = await sealedOf(tools, request);
    const path = pathOfProduction(production);
    if (path !== `/productions/${request.params.slug}`)
      return reply.redirect(asked(request, 'lang') ? inLanguage(path, request.language) : path, 301);
    return showCompany(tools, request, reply, production);
  });
  door.get<BySlug>('/productions/:slug/card.png', cardRoute, async (request, reply) => {
    const production = await sealedOf(tools, request);
    const place = placeOf(production, await catalogue.snapshot(), request);
    return cards.send(request, reply, {
      eyebrow: say(open.listTitle, request.language),
      title: production.name,
      lines: [production.specialization, place].flatMap((line) => line || []),
      pill: say(open.sealed, request.language),
      picture: production.logoFile ? { file: production.logoFile, look: 'logo' } : null,
    });
  });
}

/** Whoever has no seal has no public page: a stranger cannot tell them from nobody. */
async function sealedOf({ db, productions }: PublicTools, request: FastifyRequest): Promise<Production> {
  const production = await productions.find(db, idOfSlug((request.params as BySlug['Params']).slug));
  if (!production || !isSealed(production)) throw failure.notFound(m.notFound);
  return production;
}

type Snapshot = Awaited<ReturnType<PublicTools['catalogue']['snapshot']>>;
const placeOf = ({ city, country }: Pick<Production, 'city' | 'country'>, snapshot: Snapshot, { language }: FastifyRequest): string =>
  [city, placeName(snapshot, language, { cityId: null, countryId: country?.id })].filter(Boolean).join(', ');

async function showCompany(
  tools: PublicTools,
  request: FastifyRequest,
  reply: FastifyReply,
  production: Production,
): Promise<FastifyReply> {
  const { db, catalogue, pages } = tools;
  const [projects, calls, snapshot] = await Promise.all([
    listProjects(db, production.id, MOST_PROJECTS),
    tools.openCalls(request, production.id),
    catalogue.snapshot(),
  ]);
  const place = placeOf(production, snapshot, request);
  const shown = projects
    .filter(({ isActive }) => isActive)
    .map(({ id, name, type, status }) => ({ id, name, status, type: say(choiceOf('production_type', type).label, request.language) }));
  return pages.send(request, reply, {
    title: production.name,
    body: <CompanyPage production={production} place={place} projects={shown} calls={calls} />,
    metadata: metadataOf(tools, request, production, place),
  });
}

const MOST_WORDS = 180;
function metadataOf({ publicUrl }: PublicTools, { language }: FastifyRequest, production: Production, place: string): Metadata {
  const path = pathOfProduction(production);
  const words = [production.specialization, place, production.description].filter(Boolean).join(' · ');
  const trail = [
    { name: say(open.listTitle, language), path: '/productions' },
    { name: production.name, path },
  ];
  return {
    description: words.length > MOST_WORDS ? `${words.slice(0, MOST_WORDS - 1).trimEnd()}…` : words || say(open.sealed, language),
    path,
    card: { path: `${path}/card.png` },
    things: [organizationThing({ ...production, countryCode: production.country?.code ?? null }, publicUrl), breadcrumbs(publicUrl, trail)],
  };
}

/** A company as search engines read it: what its public page says, no contact and no person. */
export function organizationThing(
  production: Pick<ListedProduction, 'id' | 'name' | 'logoFile' | 'description' | 'website' | 'city'> & {
    readonly countryCode?: string | null;
  },
  origin: string,
): Thing {
  const { name, description, website, city, countryCode } = production;
  const logo = logoOf(production, 320);
  return {
    '@type': 'Organization',
    '@id': `${origin}${pathOfProduction(production)}#company`,
    name,
    url: origin + pathOfProduction(production),
    ...(description ? { description } : {}),
    ...(logo ? { logo: origin + logo } : {}),
    ...(website ? { sameAs: [website] } : {}),
    ...(city || countryCode
      ? {
          address: {
            '@type': 'PostalAddress',
            ...(city ? { addressLocality: city } : {}),
            ...(countryCode ? { addressCountry: countryCode } : {}),
          },
        }
      : {}),
  };
}
