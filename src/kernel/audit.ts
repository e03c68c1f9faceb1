/**
 * The audit: who did what (*activity*), and what looked like an attack (*security*).
 *
 * A slice names what it did with `activity`, inside its transaction when the entry must stand or fall with the change.
 * Page views and refused requests are recorded by themselves (`watchPages`), a moment later and off the request path:
 * a database that is away never costs a reader their page.
 */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { type Batch, createBatch } from './audit-batch.ts';
import {
  type Act,
  type ActivityRow,
  type Actor,
  activityRow,
  insertActivities,
  insertSecurityEvents,
  type SecurityEvent,
  type SecurityRow,
  securityRow,
  traceOf,
} from './audit-rows.ts';
import type { Clock } from './clock.ts';
import type { Db } from './db/db.ts';
import type { Door } from './http/door.ts';
import { maskAddress } from './secrets.ts';

/** `type`: create, update, delete, view, login…; `category`: auth, cinema, production…; `description` is read by the administrator. */
export interface ActivityEntry extends Act {
  /** Who did it, when the request does not know yet: somebody who just signed in. */
  readonly actor?: Actor;
}
/** `event`: login_failed, unauthorized_access…; `details` is kept as JSON with its secrets masked. */
export type SecurityEntry = SecurityEvent;

export interface Audit {
  /** With `db` (a transaction) the entry is part of the change and a failure is the caller's; without, it is only logged. */
  activity(request: FastifyRequest, entry: ActivityEntry, db?: Db): Promise<void>;
  /** What was done on the command line of the machine. */
  command(line: string, entry: Act, db: Db): Promise<void>;
  security(request: Pick<FastifyRequest, 'ip' | 'headers'>, entry: SecurityEntry, db?: Db): Promise<void>;
  /** Records every page shown and every request refused to somebody signed in; flushes when the door closes. */
  watchPages(door: Door): void;
  /** Writes what waits. Never rejects. */
  flush(): Promise<void>;
}

export function createAudit(db: Db, clock: Clock, log: Logger): Audit {
  const views = createBatch<() => ActivityRow>({
    name: 'page views',
    log,
    write: (rows) =>
      insertActivities(
        db,
        rows.map((row) => row()),
      ),
    // The account went between the view and now: the view is kept without it.
    writeAlone: (row, refusal) => insertActivities(db, [isGoneAccount(refusal) ? { ...row(), user_id: null } : row()]),
  });
  const refusals = createBatch<SecurityRow>({
    name: 'security events',
    log,
    write: (rows) => insertSecurityEvents(db, rows),
    writeAlone: (row) => insertSecurityEvents(db, [row]),
  });
  const unlessTransaction = async (given: Db | undefined, write: (db: Db) => Promise<void>): Promise<void> => {
    if (given) return write(given);
    await write(db).catch((err: unknown) => log.error({ err }, 'an audit entry could not be written'));
  };
  const flush = async (): Promise<void> => {
    await Promise.all([views.flush(), refusals.flush()]);
  };
  return {
    activity: (request, entry, given) =>
      unlessTransaction(given, (target) => insertActivities(target, [activityRow(traceOf(request, clock.now(), entry.actor), entry)])),
    command: (line, entry, target) => {
      const trace = { actor: null, ip: '', userAgent: undefined, method: 'COMMAND', url: line, referrer: undefined, at: clock.now() };
      return insertActivities(target, [activityRow(trace, entry)]);
    },
    security: (request, entry, given) =>
      unlessTransaction(given, (target) => insertSecurityEvents(target, [securityRow(request, entry, clock.now())])),
    flush,
    watchPages: (door) => {
      door.addHook('onResponse', (request, reply, done) => {
        if (isPageView(request, reply)) views.add(viewOf(request, reply.statusCode, clock.now()));
        if (reply.statusCode === 403 && request.viewer) watchRefusal(refusals, request, clock.now());
        done();
      });
      door.addHook('onClose', flush);
    },
  };
}

/** A page somebody looked at: not a fragment that htmx fetches into one, not a prefetch, not a file or a probe. */
function isPageView(request: FastifyRequest, reply: FastifyReply): boolean {
  if (request.method !== 'GET') return false;
  const type = reply.getHeader('content-type');
  if (typeof type !== 'string' || !type.startsWith('text/html')) return false;
  if (request.headers['hx-request'] === 'true' && request.headers['hx-boosted'] !== 'true') return false;
  if (/prefetch|prerender/.test(`${request.headers['sec-purpose'] ?? ''}${request.headers['purpose'] ?? ''}`)) return false;
  return !request.is404 && request.routeOptions.config.internal !== true;
}

/** The row is made when it is written: reading the user agent is not the reader's time. */
function viewOf(request: FastifyRequest, statusCode: number, at: Date): () => ActivityRow {
  const trace = traceOf(request, at);
  const path = request.url.split('?')[0] ?? '/';
  const status = statusCode < 400 ? 'success' : statusCode < 500 ? 'warning' : 'error';
  return () => activityRow(trace, { type: 'view', category: 'page_view', description: `Consultation de ${maskAddress(path)}`, status });
}

function watchRefusal(refusals: Batch<SecurityRow>, request: FastifyRequest, at: Date): void {
  const details = { method: request.method, url: maskAddress(request.url) };
  const entry: SecurityEntry = { event: 'unauthorized_access', severity: 'medium', accountId: request.viewer?.accountId, details };
  refusals.add(securityRow(request, entry, at));
}

const isGoneAccount = (refusal: unknown): boolean => refusal instanceof Error && 'code' in refusal && refusal.code === '23503';
