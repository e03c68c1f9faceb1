/** The filters of the list of posts, as they stand in an address. */
import { PICTURE_PLATFORMS } from '#capabilities/publishing/publishing.ts';
import { type FieldError, failure } from '#kernel/failure.ts';
import { isDay } from '#kernel/wall-time.ts';
import { m } from './messages.ts';
import { readInstant } from './plan.ts';
import { POST_STATUSES } from './post.ts';
import type { PostFilters } from './store.ts';

export type Query = Readonly<Record<string, string | undefined>>;

/** Throws `failure` invalid that names every filter at fault. */
export function readFilters(accountId: number, query: Query): { readonly filters: PostFilters; readonly latestFirst: boolean } {
  const faults: Record<string, FieldError> = {};
  const choice = <T extends string>(name: string, allowed: readonly T[]): T | undefined => {
    const value = query[name]?.trim();
    const found = allowed.find((one) => one === value);
    if (value && !found) faults[name] = { message: m.choice, params: { values: allowed.join(', ') }, constraint: 'choice' };
    return found;
  };
  const instant = (name: string): Date | undefined => {
    const value = query[name]?.trim();
    const found = value ? instantIn(value) : undefined;
    if (found === null) faults[name] = { message: m.time, constraint: 'format' };
    return found ?? undefined;
  };
  const status = choice('status', POST_STATUSES);
  const platform = choice('platform', PICTURE_PLATFORMS);
  const after = instant('scheduled_time_after');
  const before = instant('scheduled_time_before');
  const ordering = choice('ordering', ['scheduled_time', '-scheduled_time']);
  const search = query['search']?.trim();
  if (Object.keys(faults).length > 0) throw failure.invalid(faults);
  const given = { ...(status && { status }), ...(platform && { platform }), ...(after && { after }), ...(before && { before }) };
  return { filters: { accountId, ...given, ...(search && { search }) }, latestFirst: ordering === '-scheduled_time' };
}

/** A day, and a time without a zone, are of UTC; the `+` of a zone arrives as a space when it was not escaped. */
function instantIn(value: string): Date | null {
  const text = value.replace(/ (\d{2}:?\d{2})$/, (_, zone: string) => (/T.*:.* /.test(value) ? `+${zone}` : ` ${zone}`));
  if (isDay(text)) return new Date(text);
  return readInstant(text) ?? readInstant(`${text}Z`);
}
