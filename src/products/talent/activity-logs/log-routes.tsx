/** The two logs, one entry, and the files one takes away. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CSV, csvStream, XLSX, xlsxStream } from '#capabilities/printing/printing.ts';
import { auditChoices, eachActivity, type Found, findActivity, listActivities, listSecurityEvents } from '#kernel/audit-reading.ts';
import { failure } from '#kernel/failure.ts';
import { requireViewer } from '#kernel/http/access.ts';
import type { Door } from '#kernel/http/door.ts';
import { type PageAsked, pageCount, readPage } from '#kernel/http/pagination.ts';
import { say } from '#kernel/message.ts';
import type { ActivityLogTools } from './activity-logs.ts';
import { ActivityPage, type Paged } from './activity-page.tsx';
import { sheetColumns, sheetRows } from './columns.ts';
import { EntryPage } from './entry-page.tsx';
import { activityFiltersOf, type Query, securityFiltersOf } from './filters.ts';
import { entry as entryWords, m } from './messages.ts';
import { adminPage, LOGS, SECURITY } from './page-kit.tsx';
import { SecurityPage } from './security-page.tsx';

const SIZE = 50;
const EXPORTS = { name: 'activity-log-exports', limit: 10, windowSeconds: 3600 };

export function registerLogPages(door: Door, tools: ActivityLogTools): void {
  const { db, pages } = tools;
  door.get<{ Querystring: Query }>(LOGS, adminPage, async (request, reply) => {
    const asked = askedPage(request.query);
    const [found, choices] = await Promise.all([listActivities(db, activityFiltersOf(request.query), asked), auditChoices(db)]);
    return pages.send(request, reply, {
      title: say(m.title, request.language),
      body: <ActivityPage {...found} {...pagedOf(found, asked)} choices={choices} />,
    });
  });

  door.get<{ Querystring: Query }>(SECURITY, adminPage, async (request, reply) => {
    const asked = askedPage(request.query);
    const [found, choices] = await Promise.all([listSecurityEvents(db, securityFiltersOf(request.query), asked), auditChoices(db)]);
    return pages.send(request, reply, {
      title: say(m.security, request.language),
      body: <SecurityPage {...found} {...pagedOf(found, asked)} choices={choices} />,
    });
  });

  door.get<{ Params: { id: string } }>(`${LOGS}/:id`, adminPage, async (request, reply) => {
    const { id } = request.params;
    const entry = /^\d{1,15}$/.test(id) ? await findActivity(db, Number(id)) : null;
    if (!entry) throw failure.notFound();
    return pages.send(request, reply, { title: say(entryWords.title, request.language, { id }), body: <EntryPage entry={entry} /> });
  });

  for (const format of ['csv', 'excel'] as const)
    door.get<{ Querystring: Query }>(`${LOGS}/export/${format}`, adminPage, (request, reply) => sendFile(tools, request, reply, format));
}

const askedPage = (query: Query): PageAsked => readPage({ page: query['page'] }, { defaultSize: SIZE });
const pagedOf = ({ total }: Found<unknown>, { page, size }: PageAsked): Paged => ({ page, size, pages: pageCount(total, size) });

async function sendFile(tools: ActivityLogTools, request: FastifyRequest, reply: FastifyReply, format: 'csv' | 'excel') {
  const { audit, clock, db, limits } = tools;
  await limits.admit(EXPORTS, `account:${requireViewer(request).accountId}`);
  const asked = request.url.split('?')[1] ?? '';
  const description = `Export du journal d’activité (${format})${asked && `, filtres : ${asked.slice(0, 300)}`}`;
  await audit.activity(request, { type: 'export', category: 'privacy', description, resourceType: 'activity_logs' });
  const rows = sheetRows(eachActivity(db, activityFiltersOf(request.query as Query)));
  const sheet = { name: say(m.activity, request.language), columns: sheetColumns(), rows };
  const [type, extension, content] = format === 'excel' ? [XLSX, 'xlsx', xlsxStream(sheet)] : [CSV, 'csv', csvStream(sheet)];
  const day = clock.now().toISOString().slice(0, 10).replaceAll('-', '');
  return reply
    .type(type)
    .headers({ 'content-disposition': `attachment; filename=activity_logs_${day}.${extension}`, 'cache-control': 'no-store' })
    .send(content);
}
