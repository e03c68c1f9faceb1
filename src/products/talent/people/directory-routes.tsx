/** The directory of people: reads the address, asks the members room, shows the list. */
import type { FastifyRequest } from 'fastify';
import { Failure } from '#kernel/failure.ts';
import { access, isAdmin } from '#kernel/http/access.ts';
import type { Door } from '#kernel/http/door.ts';
import { pageCount, readPage } from '#kernel/http/pagination.ts';
import { type Language, say } from '#kernel/message.ts';
import type { Filter } from '#kernel/page/filters.tsx';
import type { PeopleCounts, Snapshot } from '../catalogue/catalogue.ts';
import type { MemberFilters } from '../members/members.ts';
import { choicesOf, words } from '../profile-form/profile-form.tsx';
import { DirectoryPage } from './directory-page.tsx';
import { m } from './messages.ts';
import type { PeopleTools } from './people.ts';

type Query = Readonly<Record<string, string>>;
const SIZE = 24;

export function registerDirectory(door: Door, tools: PeopleTools): void {
  const { members, catalogue, pages } = tools;
  door.get<{ Querystring: Query }>('/talents', { config: { access: access.signedIn, kind: 'page' } }, async (request, reply) => {
    const { filters, page, badFilter } = await readQuery(tools, request.query);
    const [list, snapshot, counts] = await Promise.all([members.list(request, filters, page), catalogue.snapshot(), catalogue.counts()]);
    const seesEverybody = request.viewer?.role === 'casting' || isAdmin(request.viewer);
    const view = {
      people: list.rows,
      total: list.total,
      page: page.page,
      pages: pageCount(list.total, page.size),
      size: page.size,
      filters: filtersOf(snapshot, request.language, request.query, seesEverybody ? counts : null),
      seesEverybody,
      badFilter,
    };
    return pages.send(request, reply, { title: say(m.talents, request.language), body: <DirectoryPage {...view} /> });
  });
}

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

/** The filters with how many people each value has; strangers to the whole list get no figures. */
function filtersOf(catalogue: Snapshot, language: Language, query: Query, counts: PeopleCounts | null): readonly Filter[] {
  const choices = choicesOf(catalogue, language);
  const counted = (id: number, of: ReadonlyMap<number, number> | undefined) => (of ? { count: of.get(id) ?? 0 } : {});
  const used = ({ count }: { count?: number }): boolean => count === undefined || count > 0;
  const countries = choices.countries.map((option) => ({ ...option, ...counted(Number(option.value), counts?.byCountry) })).filter(used);
  const country = catalogue.country(Number(query['country_id']));
  const city = catalogue.city(Number(query['city_id']));
  const cityCountry = country?.id ?? city?.countryId;
  const cities = (cityCountry ? catalogue.citiesOf(cityCountry) : []).map(({ id, name }) => ({
    value: id,
    label: name,
    ...counted(id, counts?.byCity),
  }));
  const talents = choices.talents
    .flatMap((group) => group.talents)
    .map(({ id, name, emoji }) => ({ value: id, label: `${emoji} ${name}`, ...counted(id, counts?.byTalent) }));
  const options = (group: Readonly<Record<string, { fr: string; en: string; ar: string }>>) =>
    Object.entries(group).map(([value, label]) => ({ value, label }));
  return [
    { name: 'country_id', label: m.country, options: countries },
    ...(cities.length ? [{ name: 'city_id', label: m.city, options: cities }] : []),
    { name: 'talent_id', label: m.talent, options: talents.filter(used) },
    { name: 'availability', label: m.availability, options: options(words.availabilities) },
    { name: 'work_mode', label: words.labels.work_mode, options: options(words.workModes) },
    { name: 'gender', label: words.labels.gender, options: options(words.genders) },
    { name: 'has_cv', label: m.withCv, tick: true },
    { name: 'has_portfolio', label: m.withPortfolio, tick: true },
  ];
}
