/** The statistics of the logs, how long they are kept, and their reading again. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { auditFigures } from '#kernel/audit-reading.ts';
import { AUDIT_LOGS, type AuditReport } from '#kernel/audit-seals.ts';
import { inTransaction } from '#kernel/db/transaction.ts';
import { Failure, type FieldErrors } from '#kernel/failure.ts';
import { requireViewer } from '#kernel/http/access.ts';
import { type Door, statusOf } from '#kernel/http/door.ts';
import { type Language, say } from '#kernel/message.ts';
import { type Flash, setFlash } from '#kernel/page/flash.ts';
import { momentOf, shownAt } from '../email-notifications/email-notifications.ts';
import { answersOf, textOf } from '../profile-form/profile-form.tsx';
import type { ActivityLogTools } from './activity-logs.ts';
import type { Query } from './filters.ts';
import { faults, m, retention, seals as words } from './messages.ts';
import { adminPage, LOGS, STATISTICS } from './page-kit.tsx';
import { KEPT, keptDays, readKept } from './retention.ts';
import { PERIODS, StatisticsPage } from './statistics-page.tsx';

const DAY = 86_400_000;
/** Everything is read: not by everybody all the time. */
const READINGS = { name: 'audit-verify', limit: 6, windowSeconds: 600 };

export function registerOverview(door: Door, tools: ActivityLogTools): void {
  door.get<{ Querystring: Query }>(STATISTICS, adminPage, async (request, reply) => {
    const kept = await keptDays(tools);
    return showStatistics(tools, request, reply, {
      typed: { activity: String(kept.activity), security: String(kept.security) },
      errors: {},
    });
  });

  door.post(`${LOGS}/retention`, adminPage, async (request, reply) => {
    const answers = answersOf(request.body, AUDIT_LOGS);
    const typed = { activity: textOf(answers, 'activity'), security: textOf(answers, 'security') };
    try {
      await saveKept(tools, request, typed);
    } catch (error) {
      if (!(error instanceof Failure) || Object.keys(error.fields).length === 0) throw error;
      return showStatistics(tools, request, reply, { typed, errors: error.fields }, statusOf(error));
    }
    return go(reply, { kind: 'success', text: say(retention.saved, request.language) });
  });

  door.post(`${LOGS}/verify`, adminPage, async (request, reply) => {
    await tools.limits.admit(READINGS, `account:${requireViewer(request).accountId}`);
    await tools.audit.flush();
    await tools.seals.seal();
    const report = await tools.seals.verify();
    const found = report.faults.length;
    const entry = { type: 'verify', category: 'settings', description: `Journaux relus, anomalies : ${found}` };
    await tools.audit.activity(request, { ...entry, status: found > 0 ? 'error' : 'success' });
    return go(reply, said(report, request.language));
  });
}

const go = (reply: FastifyReply, flash: Flash): FastifyReply => {
  setFlash(reply, flash);
  return reply.redirect(STATISTICS, 303);
};

const MOST_NAMED = 10;

function said({ faults: found, rows, seals }: AuditReport, language: Language): Flash {
  if (found.length === 0) return { kind: 'success', text: say(words.whole, language, { rows, seals }) };
  const list = found.slice(0, MOST_NAMED).map(({ log, number, kind }) => {
    const name = say(log === 'activity' ? m.activity : m.security, language);
    return say(words.fault, language, { number, log: name, kind: say(faults[kind], language) });
  });
  return { kind: 'danger', text: say(words.broken, language, { list: new Intl.ListFormat(language).format(list) }) };
}

async function saveKept(
  { db, settings, audit }: ActivityLogTools,
  request: FastifyRequest,
  typed: { readonly activity: string; readonly security: string },
): Promise<void> {
  const kept = readKept(typed);
  const { accountId } = requireViewer(request);
  const description = `Conservation des journaux : ${kept.activity} jours (activité), ${kept.security} jours (sécurité)`;
  await inTransaction(db, async (tx) => {
    for (const log of AUDIT_LOGS) await settings.set(tx, KEPT[log], kept[log], accountId);
    await audit.activity(request, { type: 'log_retention_changed', category: 'settings', description }, tx);
  });
}

async function showStatistics(
  { db, clock, pages }: ActivityLogTools,
  request: FastifyRequest,
  reply: FastifyReply,
  form: { readonly typed: { readonly activity: string; readonly security: string }; readonly errors: FieldErrors },
  status = 200,
): Promise<FastifyReply> {
  const asked = Number((request.query as Query)['days'] ?? 30);
  const count = PERIODS.find((days) => days === asked) ?? 30;
  const today = Math.floor(shownAt(clock.now()).getTime() / DAY) * DAY;
  const midnights = Array.from({ length: count + 1 }, (_, index) => today + (index - count + 1) * DAY);
  const figures = await auditFigures(
    db,
    midnights.map((midnight) => momentOf(new Date(midnight))),
  );
  const days = midnights.slice(0, count).map((midnight) => new Date(midnight).toISOString().slice(0, 10));
  const body = <StatisticsPage {...{ figures, days, ...form }} />;
  return pages.send(request, reply, { title: say(m.statistics, request.language), body, status });
}
