/** The directory of people: reads the address, asks the members room, shows the list. */
import type { FastifyRequest } from 'fastify';
import type { ListKind } from '#capabilities/lists/lists.ts';
import { Failure } from '#kernel/failure.ts';
import { access, isAdmin } from '#kernel/http/access.ts';
import type { Door } from '#kernel/http/door.ts';
import { pageCount, readPage } from '#kernel/http/pagination.ts';
import { type Language, localeOf, type Message, say } from '#kernel/message.ts';
import type { Filter } from '#kernel/page/filters.tsx';
import { type PeopleCounts, placeName, type Snapshot, talentName } from '../catalogue/catalogue.ts';
import { MEMBER_SORTS, type MemberFilters, type MemberSort } from '../members/members.ts';
import { choicesOf, words } from '../profile-form/profile-form.tsx';
import { DirectoryPage } from './directory-page.tsx';
import { peopleSource } from './finding.ts';
import { m } from './messages.ts';
import type { PeopleTools } from './people.ts';

type Query = Readonly<Record<string, string>>;
const SIZE = 24;

const DIRECTORY: ListKind = {
  key: 'people',
  path: '/talents',
  title: m.talents,
  access: access.signedIn,
  kept: ['search', 'country_id', 'city_id', 'talent_id', 'availability', 'work_mode', 'gender', 'has_cv', 'has_portfolio', 'sort', 'view'],
  plain: { view: 'cards' },
};

export function registerDirectory(door: Door, tools: PeopleTools): void {
  const { lists, members, catalogue, pages } = tools;
  lists.add(DIRECTORY);
  tools.everywhere.add(peopleSource(tools.db));
  door.get<{ Querystring: Query }>('/talents', { config: { access: access.signedIn, kind: 'page' } }, async (request, reply) => {
    const list = await lists.open(request, reply, DIRECTORY.key);
    if (list.home) return reply.redirect(list.home, 303);
    const { filters, page, badFilter } = await readQuery(tools, request.query);
    const [found, snapshot, counts] = await Promise.all([
      members.list(request, filters, page, sortOf(request.query)),
      catalogue.snapshot(),
      catalogue.counts(),
    ]);
    const seesEverybody = request.viewer?.role === 'casting' || isAdmin(request.viewer);
    const view = {
      list,
      people: found.rows.map((row) => ({
        ...row,
        place: placeName(snapshot, request.language, { cityId: row.city?.id, countryId: row.country?.id }),
        talents: row.talents.map((talent) => ({ ...talent, name: talentName(snapshot, request.language, talent) })),
      })),
      total: found.total,
      page: page.page,
      pages: pageCount(found.total, page.size),
      size: page.size,
      filters: filtersOf(snapshot, request.language, request.query, seesEverybody ? counts : null),
      seesEverybody,
      badFilter,
    };
    return pages.send(request, reply, { title: say(m.talents, request.language), body: <DirectoryPage {...view} /> });
  });
}

const sortOf = ({ sort }: Query): MemberSort => MEMBER_SORTS.find((each) => each === sort) ?? 'newest';

/** An address with a value that means nothing shows the list without filters, and says so. */
async function readQuery({ members }: PeopleTools, query: FastifyRequest['query'] & Query) {
  const sizes = { sizeNames: ['limit'], defaultSize: SIZE, maxSize: 96 };
  try {
    const filters: MemberFilters = await members.readFilters(query);
    return { filters, page: readPage(query, sizes), badFilter: false };
  } catch (error) {
    if (!(error instanceof Failure) || error.kind !== 'invalid') throw error;
    return { filters: {}, page: readPage({}, sizes), badFilter: true };
  }
}

type Choice = { readonly value: number; readonly label: string; readonly count?: number };
const isUsed = ({ count }: { readonly count?: number }): boolean => count === undefined || count > 0;
const options = (group: Readonly<Record<string, Message>>) => Object.entries(group).map(([value, label]) => ({ value, label }));

/** The filters with how many people each value has; who does not see the whole list gets no figures. */
function filtersOf(catalogue: Snapshot, language: Language, query: Query, counts: PeopleCounts | null): readonly Filter[] {
  const choices = choicesOf(catalogue, language);
  const counted = (id: number, of: ReadonlyMap<number, number> | undefined) => (of ? { count: of.get(id) ?? 0 } : {});
  const countries = choices.countries.map((option) => ({ ...option, ...counted(Number(option.value), counts?.byCountry) }));
  const talents = choices.talents
    .flatMap((group) => group.talents)
    .map(({ id, label, emoji }) => ({ value: id, label: `${emoji} ${say(label, language)}`, ...counted(id, counts?.byTalent) }));
  const cities = citiesOf(catalogue, language, query, counts);
  return [
    { name: 'country_id', label: m.country, options: countries.filter(isUsed) },
    ...(cities.length ? [{ name: 'city_id', label: m.city, options: cities }] : []),
    { name: 'talent_id', label: m.talent, options: talents.filter(isUsed) },
    { name: 'availability', label: m.availability, options: options(words.availabilities) },
    { name: 'work_mode', label: words.labels.work_mode, options: options(words.workModes) },
    { name: 'gender', label: words.labels.gender, options: options(words.genders) },
    { name: 'has_cv', label: m.withCv, tick: true },
    { name: 'has_portfolio', label: m.withPortfolio, tick: true },
  ];
}

/** Where people live, whatever country they come from; without figures, the cities of the chosen country. */
function citiesOf(catalogue: Snapshot, language: Language, query: Query, counts: PeopleCounts | null): readonly Choice[] {
  const order = new Intl.Collator(localeOf(language)).compare;
  if (counts) {
    const named = (cityId: number): string => placeName(catalogue, language, { cityId, countryId: null });
    return [...counts.byCity]
      .map(([value, count]) => ({ value, count, label: named(value) }))
      .filter(isUsed)
      .sort((a, b) => order(a.label, b.label));
  }
  const country = catalogue.country(Number(query['country_id']))?.id ?? catalogue.city(Number(query['city_id']))?.countryId;
  return country ? catalogue.citiesOf(country).map(({ id, label }) => ({ value: id, label: say(label, language) })) : [];
}
