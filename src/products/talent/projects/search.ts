/** The filters of the list of projects: the union of both documents', read from a query string, and their SQL. */
import { type RawBuilder, sql } from 'kysely';
import { type FieldError, failure } from '#kernel/failure.ts';
import type { ProjectStatus } from '../options/options.ts';
import { type Read, readChoice, readFlag, readId, readText } from '../readers.ts';
import { readStatus, readType } from './fields.ts';

export interface ProjectFilters {
  /** Words of the name or of the places, in any spelling. */
  readonly search?: string;
  readonly productionId?: number;
  readonly countryId?: number;
  readonly status?: ProjectStatus;
  readonly productionType?: string;
  readonly isActive?: boolean;
}

/** Newest first by default; `start` and `name` forwards, with a dash backwards. */
export type ProjectSort = (typeof SORTS)[number];
export const SORTS = ['-created', 'created', 'name', '-name', 'start', '-start'] as const;

const ORDERS: Readonly<Record<ProjectSort, RawBuilder<unknown>>> = {
  '-created': sql`p.id desc`,
  created: sql`p.id`,
  name: sql`talent.fold(p.name) collate "C", p.id`,
  '-name': sql`talent.fold(p.name) collate "C" desc, p.id desc`,
  start: sql`p.start_date nulls last, p.id`,
  '-start': sql`p.start_date desc nulls last, p.id desc`,
};
export const orderOf = (sort: ProjectSort = '-created'): RawBuilder<unknown> => ORDERS[sort];

/** Every value that means nothing is named in one failure. */
export function readFilters(query: Readonly<Record<string, unknown>>): ProjectFilters {
  const errors: Record<string, FieldError> = {};
  const take = <T>(name: string, reader: (raw: unknown) => Read<T | null>): T | undefined => {
    const read = reader(query[name]);
    if (!read.ok) errors[name] = read.error;
    return read.ok ? (read.value ?? undefined) : undefined;
  };
  const given: { [K in keyof ProjectFilters]: ProjectFilters[K] | undefined } = {
    search: take('search', (raw) => readText(raw, 100)),
    productionId: take('production_id', readId),
    countryId: take('country_id', readId),
    status: take('status', readStatus),
    productionType: take('production_type', readType),
    isActive: take('is_active', readFlag),
  };
  if (Object.keys(errors).length > 0) throw failure.invalid(errors);
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as ProjectFilters;
}

export function readSort(raw: unknown): ProjectSort {
  const read = readChoice(raw, SORTS);
  if (!read.ok) throw failure.invalid({ sort: read.error });
  return read.value ?? '-created';
}

/** The conditions over `talent.projects p`. */
export function whereOf({ search, productionId, countryId, status, productionType, isActive }: ProjectFilters): RawBuilder<unknown> {
  const parts: RawBuilder<unknown>[] = [];
  if (productionId !== undefined) parts.push(sql`p.production_id = ${productionId}`);
  if (countryId !== undefined) parts.push(sql`p.country_id = ${countryId}`);
  if (status !== undefined) parts.push(sql`p.status = ${status}`);
  if (productionType !== undefined) parts.push(sql`p.production_type = ${productionType}`);
  if (isActive !== undefined) parts.push(sql`p.is_active = ${isActive}`);
  for (const word of search?.split(/\s+/).slice(0, 8) ?? []) parts.push(sql`p.search_text like talent.search_pattern(${word})`);
  return parts.length > 0 ? sql.join(parts, sql` and `) : sql`true`;
}
