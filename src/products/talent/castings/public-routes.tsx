/** The public pages of calls: the list, one call, and its card for chats. */

import type { FastifyReply, FastifyRequest } from 'fastify';
import { failure } from '#kernel/failure.ts';
import { access } from '#kernel/http/access.ts';
import type { Door } from '#kernel/http/door.ts';
import { pageCount, readPage } from '#kernel/http/pagination.ts';
import { type Message, say } from '#kernel/message.ts';
import type { Filter } from '#kernel/page/filters.tsx';
import { inLanguage, type Metadata } from '#kernel/page/metadata.tsx';
import { asked, isId } from '#kernel/page/requests.ts';
import { nameOf } from '#kernel/site-face.ts';
import type { Snapshot } from '../catalogue/catalogue.ts';
import { choiceOf, OPTIONS } from '../options/options.ts';
import { isSealed } from '../productions/productions.ts';
import { idOfSlug } from '../slugs.ts';
import { cardRoute } from '../social-cards.ts';
import { applicantOf } from './applicant.ts';
import { applicationOf } from './applications.ts';
import { type Call, PAYS, type Pay, pathOfCall, type Standing, slugOfCall, spoken, standingOf } from './call.ts';
import { CallPage } from './call-page.tsx';
import { daysLeft, dayText, PAY_WORDS, placeText } from './call-words.ts';
import { ListPage, type ListView } from './list-page.tsx';
import { m } from './messages.ts';
import type { CallFilters } from './store.ts';
import { thingsOf } from './things.ts';
import type { CastingsPageTools } from './tools.ts';

export interface BySlug {
  readonly Params: { readonly slug: string };
}
export const openPage = { config: { access: access.public, kind: 'page' } } as const;

const SIZE = 24;
const OTHERS = 3;

export function registerPublicPages(door: Door, tools: CastingsPageTools): void {
  const { pages, cards } = tools;
  door.get('/castings', openPage, async (request, reply) => {
    const view = await listView(tools, request);
    const metadata = { description: say(m.description, request.language), card: { path: '/castings/card.png' }, ...pathOf(request, view) };
    return pages.send(request, reply, { title: say(m.title, request.language), body: <ListPage {...view} />, metadata });
  });
  door.get('/castings/card.png', cardRoute, async (request, reply) =>
    cards.send(request, reply, {
      eyebrow: say(m.castings, request.language),
      title: say(m.title, request.language),
      lines: [say(m.description, request.language)],
    }),
  );
  door.get<BySlug>('/castings/:slug', openPage, async (request, reply) => {
    const { call, standing } = await callOf(tools, request);
    if (slugOfCall(call) !== request.params.slug) return reply.redirect(samePlace(request, pathOfCall(call)), 301);
    return showCall(tools, request, reply, call, standing);
  });
  door.get<BySlug>('/castings/:slug/card.png', cardRoute, async (request, reply) => {
    const { call } = await callOf(tools, request);
    return sendCard(tools, request, reply, call);
  });
}

/** The call of the address, as far as the reader may know of it: drafts are for the casting team. */
export async function callOf({ db, castings }: CastingsPageTools, request: FastifyRequest): Promise<{ call: Call; standing: Standing }> {
  const call = await castings.find(db, idOfSlug((request.params as BySlug['Params']).slug));
  const standing = call && standingOf(call);
  if (!call || !standing || (standing === 'draft' && !access.casting.allows(request.viewer))) throw failure.notFound(m.noCall);
  return { call, standing };
}

/** An address whose words changed leads to today's, in the language that was asked for. */
function samePlace(request: FastifyRequest, path: string): string {
  return asked(request, 'lang') ? inLanguage(path, request.language) : path;
}

async function showCall(
  tools: CastingsPageTools,
  request: FastifyRequest,
  reply: FastifyReply,
  call: Call,
  standing: Standing,
): Promise<FastifyReply> {
  const { db, castings, catalogue, clock, pages } = tools;
  const [snapshot, applicant, found] = await Promise.all([
    catalogue.snapshot(),
    applicantOf(tools, request),
    castings.listOpen({}, { page: 1, size: OTHERS + 1, offset: 0 }),
  ]);
  const { language } = request;
  const placed = (each: Call) => ({ call: each, place: placeText(each, snapshot, language) });
  const own = applicant && (await applicationOf(db, call.id, applicant));
  const others = found.rows.filter(({ id }) => id !== call.id).slice(0, OTHERS);
  const view = { standing, own, daysLeft: daysLeft(call, clock.now()), ...placed(call), others: others.map(placed) };
  return pages.send(request, reply, {
    title: spoken(call.titles, language).text,
    body: <CallPage {...view} />,
    metadata: metadataOf({ ...tools, siteName: await nameOf(tools.siteName) }, request, call, standing, snapshot),
    // Programs that watched the address learn that nobody answers for it any more.
    status: standing === 'suspended' ? 410 : 200,
  });
}

const MOST_WORDS = 180;
function describe(call: Call, snapshot: Snapshot, language: FastifyRequest['language']): string {
  const facts = [
    call.parts.map(({ name }) => name).join(', '),
    placeText(call, snapshot, language),
    say(PAY_WORDS[call.pay], language),
    say(m.closes, language, { day: dayText(call.closesOn, language) }),
  ];
  const text = facts.filter(Boolean).join(' · ');
  return text.length > MOST_WORDS ? `${text.slice(0, MOST_WORDS - 1).trimEnd()}…` : text;
}

function metadataOf(
  { publicUrl, siteName }: Pick<CastingsPageTools, 'publicUrl'> & { readonly siteName: string },
  { language }: FastifyRequest,
  call: Call,
  standing: Standing,
  catalogue: Snapshot,
): Metadata | undefined {
  if (standing === 'draft' || standing === 'suspended') return undefined;
  const description = describe(call, catalogue, language);
  const path = pathOfCall(call);
  const isOpen = standing === 'open';
  const things = isOpen ? thingsOf({ call, origin: publicUrl, siteName, catalogue, language, description }) : [];
  return { description, path, kind: 'article', card: { path: `${path}/card.png` }, things, isUnlisted: !isOpen };
}

async function sendCard(
  { cards, catalogue }: CastingsPageTools,
  request: FastifyRequest,
  reply: FastifyReply,
  call: Call,
): Promise<FastifyReply> {
  const { language } = request;
  const { production } = call;
  const sealed = production !== null && isSealed(production);
  return cards.send(request, reply, {
    eyebrow: `${say(m.castings, language)} · ${say(choiceOf('production_type', call.project.type).label, language)}`,
    title: spoken(call.titles, language).text,
    lines: [
      placeText(call, await catalogue.snapshot(), language),
      `${say(PAY_WORDS[call.pay], language)} · ${say(m.closes, language, { day: dayText(call.closesOn, language) })}`,
    ].filter(Boolean),
    pill: sealed ? `${production.name} · ${say(m.sealTitle, language)}` : null,
    picture: production?.logoFile ? { file: production.logoFile, look: 'logo' } : null,
  });
}

/** The first page of the whole list is the one that is found; a filtered one is a view of it. */
function pathOf(request: FastifyRequest, { page }: ListView): Pick<Metadata, 'path' | 'isUnlisted'> {
  const isFiltered = ['q', 'country', 'city', 'kind', 'pay'].some((name) => asked(request, name) !== '');
  return { path: page > 1 ? `/castings?page=${page}` : '/castings', isUnlisted: isFiltered };
}

async function listView({ castings, catalogue }: CastingsPageTools, request: FastifyRequest): Promise<ListView> {
  const { language } = request;
  const { filters, badFilter } = readFilters(request);
  const page = /^[1-9]\d{0,5}$/.test(asked(request, 'page')) ? readPage({ page: asked(request, 'page') }, { defaultSize: SIZE }) : FIRST;
  const [found, choices, snapshot] = await Promise.all([castings.listOpen(filters, page), castings.choices(), catalogue.snapshot()]);
  const order = new Intl.Collator(language).compare;
  const named = (entries: Iterable<readonly [number | string, number]>, nameOf: (value: number | string) => string | undefined) =>
    [...entries]
      .flatMap(([value, count]) => [nameOf(value)].flatMap((label) => (label ? [{ value, label, count }] : [])))
      .sort((a, b) => order(a.label, b.label)) satisfies NonNullable<Filter['options']>;
  const wordOf = (name: Message | undefined): string | undefined => name && say(name, language);
  return {
    rows: found.rows.map((call) => ({ call, place: placeText(call, snapshot, language) })),
    total: found.total,
    page: page.page,
    pages: pageCount(found.total, page.size),
    size: page.size,
    countries: named(choices.countries, (id) => wordOf(snapshot.country(Number(id))?.name)),
    cities: named(choices.cities, (id) => wordOf(snapshot.city(Number(id))?.label)),
    types: named(choices.types, (type) => say(choiceOf('talent_type', String(type)).label, language)),
    badFilter,
  };
}

const FIRST = { page: 1, size: SIZE, offset: 0 };

/** A value that means nothing leaves the list whole, and the page says so. */
function readFilters(request: FastifyRequest): { readonly filters: CallFilters; readonly badFilter: boolean } {
  const [search, country, city, kind, pay] = ['q', 'country', 'city', 'kind', 'pay'].map((name) => asked(request, name).slice(0, 200));
  const wrong = [
    country && !isId(country),
    city && !isId(city),
    kind && !OPTIONS.talent_type.some(({ value }) => value === kind),
    pay && !PAYS.some((value) => value === pay),
  ];
  if (wrong.some(Boolean)) return { filters: {}, badFilter: true };
  const filters = {
    ...(search ? { search } : {}),
    ...(country ? { countryId: Number(country) } : {}),
    ...(city ? { cityId: Number(city) } : {}),
    ...(kind ? { talentType: kind } : {}),
    ...(pay ? { pay: pay as Pay } : {}),
  };
  return { filters, badFilter: false };
}
