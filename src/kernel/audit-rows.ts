/** The two tables of the audit and how a request becomes a row of them; nothing longer than its column, no secret. */
import type { FastifyRequest } from 'fastify';
import type { Insertable } from 'kysely';
import type { Db } from './db/db.ts';
import type { Viewer } from './http/access.ts';
import { hideSecrets, maskAddress } from './secrets.ts';
import { readUserAgent } from './user-agent.ts';

interface ActivityTable {
  user_id: number | null;
  username: string | null;
  user_email: string | null;
  user_code: string | null;
  action_type: string;
  action_category: string;
  action_description: string;
  resource_type: string | null;
  resource_id: string | null;
  status: string;
  ip_address: string | null;
  user_agent: string | null;
  browser: string | null;
  browser_version: string | null;
  device_type: string | null;
  device_brand: string | null;
  device_model: string | null;
  operating_system: string | null;
  os_version: string | null;
  request_method: string | null;
  request_url: string | null;
  request_referrer: string | null;
  created_at: Date;
}
interface SecurityTable {
  user_id: number | null;
  event_type: string;
  ip_address: string | null;
  user_agent: string | null;
  details: string | null;
  severity: string;
  created_at: Date;
}
export type ActivityRow = Insertable<ActivityTable>;
export type SecurityRow = Insertable<SecurityTable>;

const tables = (db: Db) => db.withTables<{ 'kernel.activity_logs': ActivityTable; 'kernel.security_logs': SecurityTable }>();

export const insertActivities = async (db: Db, rows: readonly ActivityRow[]): Promise<void> => {
  await tables(db).insertInto('kernel.activity_logs').values(rows).execute();
};
export const insertSecurityEvents = async (db: Db, rows: readonly SecurityRow[]): Promise<void> => {
  await tables(db).insertInto('kernel.security_logs').values(rows).execute();
};

/** Who is named in the log; a sign-in names whoever just came in. */
export type Actor = Pick<Viewer, 'accountId' | 'name' | 'email' | 'code'>;

/** What is remembered of a request until its row is written. Reading the user agent waits until then. */
export interface Trace {
  readonly actor: Actor | null;
  readonly ip: string;
  readonly userAgent: string | undefined;
  readonly method: string;
  readonly url: string;
  readonly referrer: string | undefined;
  readonly at: Date;
}

export const traceOf = (request: FastifyRequest, at: Date, actor: Actor | null = request.viewer): Trace => ({
  actor,
  ip: request.ip,
  userAgent: request.headers['user-agent'],
  method: request.method,
  url: `${request.protocol}://${request.host}${request.url}`,
  referrer: request.headers.referer,
  at,
});

export interface Act {
  readonly type: string;
  readonly category: string;
  readonly description: string;
  readonly resourceType?: string | undefined;
  readonly resourceId?: string | number | undefined;
  readonly status?: 'success' | 'error' | 'warning' | undefined;
}

export function activityRow(trace: Trace, act: Act): ActivityRow {
  const client = readUserAgent(trace.userAgent);
  return {
    user_id: trace.actor?.accountId ?? null,
    username: clip(trace.actor?.name, 200),
    user_email: clip(trace.actor?.email, 150),
    user_code: clip(trace.actor?.code, 50),
    action_type: clip(act.type, 50) ?? '',
    action_category: clip(act.category, 50) ?? '',
    action_description: clip(act.description, LONG) ?? '',
    resource_type: clip(act.resourceType, 100),
    resource_id: clip(act.resourceId?.toString(), 100),
    status: act.status ?? 'success',
    ip_address: plainAddress(trace.ip),
    user_agent: clip(trace.userAgent, LONG),
    browser: clip(client.browser, 50),
    browser_version: clip(client.browserVersion, 20),
    device_type: clip(client.deviceType, 20),
    device_brand: clip(client.deviceBrand, 50),
    device_model: clip(client.deviceModel, 50),
    operating_system: clip(client.operatingSystem, 50),
    os_version: clip(client.osVersion, 20),
    request_method: clip(trace.method, 10),
    request_url: clip(maskAddress(trace.url), LONG),
    request_referrer: trace.referrer === undefined ? null : clip(maskAddress(trace.referrer), LONG),
    created_at: trace.at,
  };
}

export interface SecurityEvent {
  readonly event: string;
  readonly severity: 'low' | 'medium' | 'high' | 'critical';
  readonly accountId?: number | null | undefined;
  readonly details?: Readonly<Record<string, unknown>> | undefined;
}

export const securityRow = (request: Pick<FastifyRequest, 'ip' | 'headers'>, event: SecurityEvent, at: Date): SecurityRow => ({
  user_id: event.accountId ?? null,
  event_type: clip(event.event, 50) ?? '',
  ip_address: plainAddress(request.ip),
  user_agent: clip(request.headers['user-agent'], LONG),
  // The escape a database refuses in JSON is the only one that can come out of a text.
  details: event.details ? JSON.stringify(hideSecrets(event.details)).replaceAll('\\u0000', '') : null,
  severity: event.severity,
  created_at: at,
});

/** Of free texts; a hundred views a second of the longest address must not fill the disk. */
const LONG = 2000;

/** Cut to the column, in whole characters, without what PostgreSQL refuses. */
function clip(text: string | null | undefined, length: number): string | null {
  if (text === null || text === undefined) return null;
  const clean = text.replaceAll('\u0000', '').toWellFormed();
  if (clean.length <= length) return clean;
  return clean.slice(0, length).replace(/[\ud800-\udbff]$/, '');
}

/** `::ffff:10.0.0.1` is 10.0.0.1 seen through an IPv6 socket. */
const plainAddress = (ip: string | undefined): string | null => clip(ip?.replace(/^::ffff:(?=\d+\.)/i, ''), 45);
