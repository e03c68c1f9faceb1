/** Pages of a list: reads what was asked, within bounds, and counts the pages. */
import { type FieldError, failure } from '../failure.ts';
import { fieldMessages } from './validation.ts';

export interface PageAsked {
  /** 1-based. */
  readonly page: number;
  readonly size: number;
  readonly offset: number;
}
export interface PageOf<T> {
  readonly rows: readonly T[];
  readonly total: number;
}

const MAX_PAGE = 1_000_000;

/**
 * Reads `page` and the first given of `sizeNames` (`limit`, `per_page`…); sizes over the maximum are cut to it, as the
 * documents say "max 100". A value that is not a positive whole number is an error that names the parameter.
 */
export function readPage(
  query: Readonly<Record<string, unknown>>,
  {
    sizeNames = ['limit', 'per_page'],
    defaultSize = 20,
    maxSize = 100,
  }: { sizeNames?: readonly string[]; defaultSize?: number; maxSize?: number } = {},
): PageAsked {
  const errors: Record<string, FieldError> = {};
  const positive = (name: string, fallback: number, max: number): number => {
    const value = query[name];
    if (value === undefined || value === '') return fallback;
    const number = typeof value === 'number' ? value : /^\d{1,9}$/.test(String(value)) ? Number(value) : Number.NaN;
    if (Number.isInteger(number) && number >= 1) return Math.min(number, max);
    errors[name] = { message: fieldMessages.tooSmall, params: { limit: 1 }, constraint: 'minimum' };
    return fallback;
  };
  const sizeName = sizeNames.find((name) => query[name] !== undefined && query[name] !== '') ?? sizeNames[0] ?? 'limit';
  const page = positive('page', 1, MAX_PAGE);
  const size = positive(sizeName, defaultSize, maxSize);
  if (Object.keys(errors).length) throw failure.invalid(errors);
  return { page, size, offset: (page - 1) * size };
}

export const pageCount = (total: number, size: number): number => Math.ceil(total / size);
