/** The filters of the logs as the address says them. What means nothing is left out. */
import { ACTIVITY_STATUSES, type ActivityFilters, SEVERITIES, type SecurityFilters } from '#kernel/audit-reading.ts';
import { momentOf } from '../email-notifications/email-notifications.ts';

export type Query = Readonly<Record<string, unknown>>;

const LONGEST = 200;
const DAY = 86_400_000;

const textIn = (query: Query, name: string): string => {
  const value = query[name];
  return typeof value === 'string' ? value.replaceAll('\0', '').trim().slice(0, LONGEST) : '';
};
const oneOf = <T extends string>(values: readonly T[], text: string): T | undefined => values.find((value) => value === text);

export function activityFiltersOf(query: Query): ActivityFilters {
  const status = oneOf(ACTIVITY_STATUSES, textIn(query, 'status'));
  return {
    ...named(query, { user: 'user', type: 'action_type', category: 'action_category', search: 'search' }),
    ...(status ? { status } : {}),
    ...periodOf(query),
  };
}

export function securityFiltersOf(query: Query): SecurityFilters {
  const severity = oneOf(SEVERITIES, textIn(query, 'severity'));
  return { ...named(query, { event: 'event_type', ip: 'ip' }), ...(severity ? { severity } : {}), ...periodOf(query) };
}

function named<Name extends string>(query: Query, names: Readonly<Record<Name, string>>): Partial<Record<Name, string>> {
  const given = Object.entries<string>(names).flatMap(([name, key]) => (textIn(query, key) ? [[name, textIn(query, key)]] : []));
  return Object.fromEntries(given) as Partial<Record<Name, string>>;
}

function periodOf(query: Query): { from?: Date; until?: Date } {
  const [from, until] = [firstOf(textIn(query, 'date_from'), 0), firstOf(textIn(query, 'date_to'), 1)];
  return { ...(from ? { from } : {}), ...(until ? { until } : {}) };
}

/** The first moment of a day, or of one so many days later, at the place of the studio; null when the text is no day. */
function firstOf(day: string, later: number): Date | null {
  const midnight = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(day) : Number.NaN;
  if (Number.isNaN(midnight) || !new Date(midnight).toISOString().startsWith(day)) return null;
  return momentOf(new Date(midnight + later * DAY));
}
