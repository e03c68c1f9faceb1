/** The two logs of the audit as administrators read them: filtered, one by one, as a whole, and counted. */
import { type RawBuilder, sql } from 'kysely';
import type { Db } from './db/db.ts';
import type { PageAsked } from './http/pagination.ts';

export const ACTIVITY_STATUSES = ['success', 'warning', 'error'] as const;
export type ActivityStatus = (typeof ACTIVITY_STATUSES)[number];
export const SEVERITIES = ['low', 'medium', 'high', 'critical'] as const;
export type Severity = (typeof SEVERITIES)[number];

export interface Activity {
  readonly id: number;
  readonly createdAt: Date;
  /** Null for a stranger, and once the account is gone; who it was stays in the three below. */
  readonly userId: number | null;
  readonly username: string | null;
  readonly userEmail: string | null;
  readonly userCode: string | null;
  readonly type: string;
  readonly category: string;
  readonly description: string;
  readonly resourceType: string | null;
  readonly resourceId: string | null;
  readonly status: ActivityStatus;
  readonly ip: string | null;
  readonly userAgent: string | null;
  readonly browser: string | null;
  readonly browserVersion: string | null;
  readonly deviceType: string | null;
  readonly deviceBrand: string | null;
  readonly deviceModel: string | null;
  readonly system: string | null;
  readonly systemVersion: string | null;
  readonly method: string | null;
  readonly url: string | null;
  readonly referrer: string | null;
}
export interface SecurityRecord {
  readonly id: number;
  readonly createdAt: Date;
  readonly userId: number | null;
  /** As the account is called today. */
  readonly userName: string | null;
  readonly event: string;
  readonly severity: Severity;
  readonly ip: string | null;
  readonly userAgent: string | null;
  readonly details: Readonly<Record<string, unknown>> | null;
}

export interface Period {
  readonly from?: Date;
  /** The first moment after. */
  readonly until?: Date;
}
export interface ActivityFilters extends Period {
  /** A part of the name or address, or a whole code. */
  readonly user?: string;
  readonly type?: string;
  readonly category?: string;
  readonly status?: ActivityStatus;
  /** A part of the description, the address or the resource; or a whole IP address. */
  readonly search?: string;
}
export interface SecurityFilters extends Period {
  readonly event?: string;
  readonly severity?: Severity;
  readonly ip?: string;
}

/** A log can be endless: it is counted so far, and no further. */
export const MOST_COUNTED = 10_000;
export interface Found<Row> {
  readonly rows: readonly Row[];
  readonly total: number;
  /** There are more than `total`. */
  readonly isMore: boolean;
}

const ACTIVITY = sql`
  id, created_at as "createdAt", user_id as "userId", username, user_email as "userEmail", user_code as "userCode", action_type as type,
  action_category as category, action_description as description, resource_type as "resourceType", resource_id as "resourceId", status,
  ip_address as ip, user_agent as "userAgent", browser, browser_version as "browserVersion", device_type as "deviceType",
  device_brand as "deviceBrand", device_model as "deviceModel", operating_system as system, os_version as "systemVersion",
  request_method as method, request_url as url, request_referrer as referrer`;
const ACTIVITIES = sql`kernel.activity_logs`;
const SECURITY = sql`
  s.id, s.created_at as "createdAt", s.user_id as "userId", nullif(trim(a.first_name || ' ' || a.last_name), '') as "userName",
  s.event_type as event, s.severity, s.ip_address as ip, s.user_agent as "userAgent", s.details::json as details`;
const SECURITY_EVENTS = sql`kernel.security_logs s left join identity.account_cards a on a.id = s.user_id`;

export const listActivities = (db: Db, filters: ActivityFilters, page: PageAsked): Promise<Found<Activity>> =>
  list(db, { columns: ACTIVITY, from: ACTIVITIES, where: activityWhere(filters), order: sql`created_at desc, id desc` }, page);

export const listSecurityEvents = (db: Db, filters: SecurityFilters, page: PageAsked): Promise<Found<SecurityRecord>> =>
  list(db, { columns: SECURITY, from: SECURITY_EVENTS, where: securityWhere(filters), order: sql`s.created_at desc, s.id desc` }, page);

export async function findActivity(db: Db, id: number): Promise<Activity | null> {
  const { rows } = await sql<Activity>`select ${ACTIVITY} from ${ACTIVITIES} where id = ${id}`.execute(db);
  return rows[0] ?? null;
}

const BATCH = 1000;

/** Newest first, as they were when it began. */
export async function* eachActivity(db: Db, filters: ActivityFilters): AsyncGenerator<readonly Activity[]> {
  const where = activityWhere(filters);
  let before: RawBuilder<unknown> = sql`true`;
  for (;;) {
    const { rows } = await sql<Activity>`
      select ${ACTIVITY} from ${ACTIVITIES} where ${where} and ${before} order by created_at desc, id desc limit ${BATCH}`.execute(db);
    if (rows.length > 0) yield rows;
    const last = rows.at(-1);
    if (!last || rows.length < BATCH) return;
    before = sql`(created_at, id) < (${last.createdAt}, ${last.id})`;
  }
}

export interface AuditChoices {
  readonly types: readonly string[];
  readonly categories: readonly string[];
  readonly events: readonly string[];
}

/** What there is to choose from; each index is leapt through, so a long log costs no more than a short one. */
export async function auditChoices(db: Db): Promise<AuditChoices> {
  const [types, categories, events] = await Promise.all([
    distinct(db, 'kernel.activity_logs', 'action_type'),
    distinct(db, 'kernel.activity_logs', 'action_category'),
    distinct(db, 'kernel.security_logs', 'event_type'),
  ]);
  return { types, categories, events };
}

async function distinct(db: Db, table: string, column: string): Promise<readonly string[]> {
  const [from, name] = [sql.table(table), sql.ref(column)];
  const { rows } = await sql<{ value: string }>`
    with recursive leap as (
      (select min(${name}) as value from ${from})
      union all
      select (select min(${name}) from ${from} where ${name} > leap.value) from leap where leap.value is not null
    ) select value from leap where value is not null`.execute(db);
  return rows.map(({ value }) => value);
}

export interface Counted {
  readonly value: string;
  readonly count: number;
}
export interface AuditFigures {
  readonly total: number;
  readonly statuses: readonly Counted[];
  readonly categories: readonly Counted[];
  readonly types: readonly Counted[];
  readonly devices: readonly Counted[];
  readonly browsers: readonly Counted[];
  /** The names of those who did most. */
  readonly people: readonly Counted[];
  /** One count for each day that was asked for. */
  readonly days: readonly number[];
  readonly severities: readonly Counted[];
  readonly events: readonly Counted[];
}

const LONGEST = 10;
const GROUPS = ['status', 'action_category', 'action_type', 'device_type', 'browser', 'username', 'day'] as const;

/** One reading of each log. `borders`: the first moment of each day, and the end of the last. */
export async function auditFigures(db: Db, borders: readonly Date[]): Promise<AuditFigures> {
  const [from, until] = [borders.at(0), borders.at(-1)];
  if (!from || !until || borders.length < 2) throw new Error('figures need at least one day');
  const groups = sql.join(GROUPS.map((name) => sql.ref(name)));
  const { rows } = await sql<{ kind: number; value: string | null; count: number }>`
    select grouping(${groups}) as kind, coalesce(${groups}) as value, count(*)::int as count from (
      select status, action_category, action_type, device_type, browser, username,
        width_bucket(created_at, ${borders}::timestamptz[])::text as day
      from kernel.activity_logs where created_at >= ${from} and created_at < ${until}) as seen
    group by grouping sets (${sql.join(GROUPS.map((name) => sql`(${sql.ref(name)})`))})
    order by count desc, value`.execute(db);
  const of = (name: (typeof GROUPS)[number]): readonly Counted[] => {
    // Of the bits of the groups, first to last, the one that is grouped by is 0.
    const kind = 2 ** GROUPS.length - 1 - 2 ** (GROUPS.length - 1 - GROUPS.indexOf(name));
    return rows.flatMap((row) => (row.kind === kind && row.value !== null ? [{ value: row.value, count: row.count }] : []));
  };
  const statuses = of('status');
  const days = new Map(of('day').map(({ value, count }) => [Number(value), count]));
  return {
    ...{ statuses, categories: of('action_category').slice(0, LONGEST), types: of('action_type').slice(0, LONGEST) },
    ...{ devices: of('device_type'), browsers: of('browser').slice(0, LONGEST), people: of('username').slice(0, LONGEST) },
    total: statuses.reduce((sum, { count }) => sum + count, 0),
    days: borders.slice(1).map((_, index) => days.get(index + 1) ?? 0),
    ...(await securityFigures(db, from, until)),
  };
}

async function securityFigures(db: Db, from: Date, until: Date): Promise<Pick<AuditFigures, 'severities' | 'events'>> {
  const counted = async (column: RawBuilder<unknown>): Promise<readonly Counted[]> =>
    (
      await sql<Counted>`select ${column} as value, count(*)::int as count from kernel.security_logs
        where created_at >= ${from} and created_at < ${until} group by 1 order by count desc, value limit ${LONGEST}`.execute(db)
    ).rows;
  const [severities, events] = await Promise.all([counted(sql`severity`), counted(sql`event_type`)]);
  return { severities, events };
}

interface Reading {
  readonly columns: RawBuilder<unknown>;
  readonly from: RawBuilder<unknown>;
  readonly where: RawBuilder<unknown>;
  readonly order: RawBuilder<unknown>;
}

async function list<Row>(db: Db, { columns, from, where, order }: Reading, { size, offset }: PageAsked): Promise<Found<Row>> {
  const [{ rows }, counted] = await Promise.all([
    sql<Row>`select ${columns} from ${from} where ${where} order by ${order} limit ${size} offset ${offset}`.execute(db),
    sql<{
      total: number;
    }>`select count(*)::int as total from (select 1 from ${from} where ${where} limit ${MOST_COUNTED + 1}) as found`.execute(db),
  ]);
  const total = counted.rows[0]?.total ?? 0;
  return { rows, total: Math.min(total, MOST_COUNTED), isMore: total > MOST_COUNTED };
}

const all = (terms: readonly RawBuilder<unknown>[]): RawBuilder<unknown> => (terms.length > 0 ? sql.join(terms, sql` and `) : sql`true`);
const part = (text: string): string => `%${text.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;

function activityWhere({ user, type, category, status, search, from, until }: ActivityFilters): RawBuilder<unknown> {
  return all([
    ...(user ? [sql`(username ilike ${part(user)} or user_email ilike ${part(user)} or user_code = ${user.toUpperCase()})`] : []),
    ...(type ? [sql`action_type = ${type}`] : []),
    ...(category ? [sql`action_category = ${category}`] : []),
    ...(status ? [sql`status = ${status}`] : []),
    ...(search
      ? [
          sql`(action_description ilike ${part(search)} or request_url ilike ${part(search)} or ip_address = ${search}
            or resource_id = ${search} or resource_type ilike ${part(search)})`,
        ]
      : []),
    ...(from ? [sql`created_at >= ${from}`] : []),
    ...(until ? [sql`created_at < ${until}`] : []),
  ]);
}

function securityWhere({ event, severity, ip, from, until }: SecurityFilters): RawBuilder<unknown> {
  return all([
    ...(event ? [sql`s.event_type = ${event}`] : []),
    ...(severity ? [sql`s.severity = ${severity}`] : []),
    ...(ip ? [sql`s.ip_address = ${ip}`] : []),
    ...(from ? [sql`s.created_at >= ${from}`] : []),
    ...(until ? [sql`s.created_at < ${until}`] : []),
  ]);
}

/** What one account did, oldest first, in pieces: for a copy of their data. */
export async function* activitiesOf(db: Db, accountId: number, size = 500): AsyncGenerator<readonly OwnActivity[]> {
  for (let after = 0; ; ) {
    const { rows } = await sql<OwnActivity & { id: number }>`
      select id, created_at as at, action_type as type, action_description as description, ip_address as ip, user_agent as "userAgent"
      from kernel.activity_logs where user_id = ${accountId} and id > ${after} order by id limit ${size}`.execute(db);
    if (rows.length === 0) return;
    yield rows;
    after = rows.at(-1)?.id ?? 0;
  }
}
interface OwnActivity {
  readonly at: Date;
  readonly type: string;
  readonly description: string;
  readonly ip: string | null;
  readonly userAgent: string | null;
}
