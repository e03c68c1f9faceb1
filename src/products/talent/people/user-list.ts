/** The administrators' list as its address asks for it: search, filters, order, page. What means nothing is left out. */
import type { FastifyRequest } from 'fastify';
import type { Db } from '#kernel/db/db.ts';
import { ROLES, type Role } from '#kernel/http/access.ts';
import type { PageAsked, PageOf } from '#kernel/http/pagination.ts';
import type { Members } from '../members/members.ts';
import { listUsers, SORTS, type Sort, type SortName, type UserFilters, type UserRow } from './store.ts';

export const SCORE_BANDS = { low: [0, 50], middle: [50, 80], high: [80, 101] } as const;
export const DEFAULT_SORT = '-created';

type Query = Readonly<Record<string, string | undefined>>;

export async function findUsers(
  tools: { db: Db; members: Members },
  request: FastifyRequest,
  query: Query,
  page: PageAsked,
): Promise<PageOf<UserRow>> {
  const search = (query['search'] ?? '').trim().slice(0, 100);
  const ids = await ownersOfNumber(tools.members, request, search);
  const filters = { ...readFilters(query), words: search.split(/\s+/).filter(Boolean).slice(0, 8), ...(ids ? { ids } : {}) };
  return listUsers(tools.db, filters, readSort(query['sort'] ?? DEFAULT_SORT), page);
}

function readFilters(query: Query): Omit<UserFilters, 'words'> {
  const { country_id: country = '', role = '', status, completeness = '' } = query;
  const band = Object.entries(SCORE_BANDS).find(([name]) => name === completeness)?.[1];
  return {
    ...(/^\d{1,9}$/.test(country) ? { countryId: Number(country) } : {}),
    ...(isRole(role) ? { role } : {}),
    ...(status === 'open' || status === 'closed' ? { active: status === 'open' } : {}),
    ...(band ? { score: band } : {}),
  };
}

/** The same people as the filters of the exports name them. */
export function exportQuery(query: URLSearchParams): string {
  const { countryId, role, active, score } = readFilters(Object.fromEntries(query));
  const given = {
    search: (query.get('search') ?? '').trim().slice(0, 100) || undefined,
    country_id: countryId,
    role,
    account_active: active,
    score_min: score?.[0],
    score_max: score && score[1] - 1,
  };
  const pairs = Object.entries(given).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]));
  const text = new URLSearchParams(pairs).toString();
  return text ? `?${text}` : '';
}

const isRole = (text: string): text is Role => (ROLES as readonly string[]).includes(text);

function readSort(text: string): Sort {
  const name = text.replace(/^-/, '');
  return Object.hasOwn(SORTS, name) ? { name: name as SortName, descending: text.startsWith('-') } : { name: 'created', descending: true };
}

/** Numbers are encrypted: the members room alone knows whose one is. A text with letters is none. */
async function ownersOfNumber(members: Members, request: FastifyRequest, search: string): Promise<readonly number[] | null> {
  if (/\p{L}/u.test(search) || search.replace(/\D/g, '').length < 6) return null;
  const { rows } = await members.list(request, { search }, { page: 1, size: 100, offset: 0 });
  return rows.map(({ id }) => id);
}
