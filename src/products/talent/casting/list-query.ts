/** The list as its address asks for it: filters, marks, order, page. What means nothing is left out, and named. */
import type { ListKind } from '#capabilities/lists/lists.ts';
import { Failure } from '#kernel/failure.ts';
import { access } from '#kernel/http/access.ts';
import type { PageAsked } from '#kernel/http/pagination.ts';
import { idsOf, type Query } from '#kernel/page/requests.ts';
import { CINEMA_SORTS, type CinemaFilters, type CinemaSort } from '../cinema-search/cinema-search.ts';
import { isMark, type Mark } from './marks.ts';
import { m } from './messages.ts';
import type { CastingTools } from './tools.ts';

export const LIST = '/cinema/talents';
const SIZE = 24;
/** How far one turns pages: whoever is further needs other filters, not another page. */
const REACH = 100;

/** Names of the values that filter, in the order of the documents; `mark` is ours. */
const FILTER_NAMES = [
  ...['search', 'talent_type', 'gender', 'age_range', 'age_min', 'age_max', 'height_min', 'height_max', 'country', 'city_id'],
  ...['language', 'experience', 'skill', 'eye_color', 'hair_color', 'hair_type', 'skin_tone', 'build', 'ethnicity', 'has_photo', 'mark'],
] as const;

/** Views of it are the casting directors'; others see the public cards as the address has them. */
export const CINEMA_LIST: ListKind = {
  key: 'cinema-talents',
  path: LIST,
  title: m.title,
  access: access.casting,
  kept: [...FILTER_NAMES, 'sort', 'view'],
  plain: { view: 'cards' },
};

export interface ListAsked {
  readonly filters: CinemaFilters;
  readonly marks: readonly Mark[];
  readonly sort: CinemaSort;
  readonly page: PageAsked;
  /** Names of the values that were ignored. */
  readonly ignored: readonly string[];
}

type Given = Readonly<Record<string, readonly string[]>>;

export async function readList(search: CastingTools['search'], query: Query, seesEverybody: boolean): Promise<ListAsked> {
  const given = givenOf(query, seesEverybody ? [] : ['mark', 'ethnicity']);
  const { mark: markTexts = [], ...asked } = given;
  const marks = markTexts.map(Number).filter(isMark);
  const { filters, ignored } = await readSome(search, asked);
  const sort = CINEMA_SORTS.find((name) => name === query['sort']) ?? 'newest';
  return { filters: seesEverybody ? filters : { ...filters, publicOnly: true }, marks, sort, page: readPage(query['page']), ignored };
}

/** Forms send empty fields; they ask for nothing. */
function givenOf(query: Query, without: readonly string[] = []): Given {
  const pairs = FILTER_NAMES.filter((name) => !without.includes(name)).map(
    (name) => [name, [query[name] ?? []].flat().filter((text) => text.trim() !== '')] as const,
  );
  return Object.fromEntries(pairs.filter(([, texts]) => texts.length > 0));
}

/** One wrong value does not cost the reader the others. */
async function readSome(search: CastingTools['search'], given: Given): Promise<{ filters: CinemaFilters; ignored: readonly string[] }> {
  try {
    return { filters: await search.readFilters(given), ignored: [] };
  } catch (error) {
    if (!(error instanceof Failure) || error.kind !== 'invalid') throw error;
    const ignored = Object.keys(error.fields).filter((name) => given[name]);
    if (ignored.length === 0) return { filters: {}, ignored: Object.keys(error.fields) };
    const left = Object.fromEntries(Object.entries(given).filter(([name]) => !ignored.includes(name)));
    return { filters: await search.readFilters(left), ignored };
  }
}

function readPage(text: Query[string]): PageAsked {
  const page = typeof text === 'string' && /^[1-9]\d{0,5}$/.test(text) ? Math.min(Number(text), REACH) : 1;
  return { page, size: SIZE, offset: (page - 1) * SIZE };
}

/** Pages one may turn to, and whether the list goes on behind the last. */
export function pagesOf(total: number): { readonly pages: number; readonly goesOn: boolean; readonly last: number } {
  const pages = Math.min(Math.ceil(total / SIZE), REACH);
  return { pages, goesOn: total > REACH * SIZE, last: REACH * SIZE };
}

/** The filters alone, as the exports of the API understand them. */
export const exportQuery = (query: URLSearchParams): string => {
  const pairs = [...query].filter(([name, text]) => name !== 'mark' && (FILTER_NAMES as readonly string[]).includes(name) && text !== '');
  return new URLSearchParams(pairs).toString();
};

export const isFiltered = (query: URLSearchParams): boolean => FILTER_NAMES.some((name) => (query.get(name) ?? '') !== '');

/** People of a comparison: between two and four. */
export const comparedIds = (query: Query): readonly number[] => idsOf(query['ids']);
