/** `/api/v1/presence`: recording, everybody at once, a person's history, and the export, in both dialects. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { failure } from '#kernel/failure.ts';
import { access } from '#kernel/http/access.ts';
import type { Door } from '#kernel/http/door.ts';
import { readPage } from '#kernel/http/pagination.ts';
import { say } from '#kernel/message.ts';
import { dialectOf, wireDate, wirePage, wordsOf } from '../dialect.ts';
import * as wire from './contract.ts';
import { exportBook } from './export.ts';
import { outcomes, refusals } from './messages.ts';
import type { PastStay } from './presence.ts';
import type { PresencePageTools } from './tools.ts';

const tags = ['Presence'];
const config = { access: access.presence } as const;
/** The documented size of a page of history. */
export const HISTORY_SIZE = 50;

type ByProject = { Params: { project_id: string } };

export function registerPresenceApi(door: Door, tools: PresencePageTools): void {
  registerRecord(door, tools);
  registerHistory(door, tools);
  registerExport(door, tools);
}

function registerRecord(door: Door, { presence }: PresencePageTools): void {
  const schema = { tags, summary: 'Record one arrival or departure', body: wire.RECORD_BODY, response: { 200: wire.RECORDED } };
  door.post('/api/v1/presence/record', { config, schema }, async (request) => {
    const { project_id: projectId, cinema_talent_code: code, action } = request.body;
    const dialect = dialectOf(request);
    const stay = await presence.record(request, projectId, { code }, action as 'check_in' | 'check_out');
    return {
      success: true,
      message: wordsOf(dialect, action === 'check_in' ? outcomes.checkedIn : outcomes.checkedOut),
      attendance: {
        ...{ id: stay.id, project_id: projectId, cinema_talent_code: stay.code, date: stay.day },
        check_in_time: wireDate(stay.from, dialect),
        check_out_time: stay.until && wireDate(stay.until, dialect),
        recorded_by: request.viewer?.email ?? null,
      },
    };
  });

  const everybody = (path: string, action: 'check_in' | 'check_out', summary: string): void => {
    const message = action === 'check_in' ? outcomes.allIn : outcomes.allOut;
    door.post<ByProject>(path, { config, schema: { tags, summary, response: { 200: wire.ALL_RECORDED } } }, async (request) => {
      const { count } = await presence.recordAll(request, projectIdOf(request.params.project_id), action);
      return { success: true, message: say(message, dialectOf(request) === 2 ? 'fr' : 'en', { count }), count };
    });
  };
  everybody('/api/v1/presence/check-in-all/:project_id', 'check_in', 'Record the arrival of everybody who is not there');
  everybody('/api/v1/presence/check-out-all/:project_id', 'check_out', 'Record the departure of everybody who is there');
}

function registerHistory(door: Door, { presence }: PresencePageTools): void {
  const schema = { tags, summary: 'The stays of a person, latest first', querystring: wire.HISTORY_QUERY, response: { 200: wire.HISTORY } };
  type ByCode = { Params: { cinema_talent_code: string } };
  door.get<ByCode>('/api/v1/presence/history/:cinema_talent_code', { config, schema }, async (request) => {
    const query = request.query as Readonly<Record<string, unknown>>;
    const page = readPage(query, { defaultSize: HISTORY_SIZE });
    const history = await presence.history(request.params.cinema_talent_code, query, page);
    const { worker, totals } = history;
    return {
      success: true,
      talent: { unique_code: worker.code, first_name: worker.firstName, last_name: worker.lastName },
      ...wirePage(history, page),
      attendance_records: history.rows.map(recordOf),
      statistics: { total_days: totals.days, total_hours: totals.hours, average_hours_per_day: totals.averageHours },
    };
  });
}

const recordOf = (stay: PastStay) => ({
  id: stay.id,
  project: stay.project,
  date: stay.day,
  check_in_time: stay.from,
  check_out_time: stay.until,
  duration_hours: stay.hours,
  recorded_by: stay.recordedBy,
});

function registerExport(door: Door, tools: PresencePageTools): void {
  const schema = { tags, summary: 'Every stay of a project as a workbook: the stays, and hours by person and day' };
  door.get<ByProject>('/api/v1/presence/export/:project_id', { config, schema }, async (request, reply) => {
    const { name, type, content } = await exportBook(tools, projectIdOf(request.params.project_id), request.language);
    await noteExport(tools, request, name);
    return download(reply, name, type, content);
  });
}

const noteExport = ({ audit, db }: PresencePageTools, request: FastifyRequest, name: string): Promise<void> =>
  audit.activity(request, { type: 'export', category: 'presence', description: `Exported ${name}`, resourceType: 'project' }, db);

const download = (reply: FastifyReply, name: string, type: string, content: Buffer): FastifyReply =>
  reply
    .type(type)
    .headers({ 'content-disposition': `attachment; filename="${name}"`, 'cache-control': 'no-store' })
    .send(content);

/** What is no number names no project. */
export function projectIdOf(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw failure.notFound(refusals.noProject);
  return Number(text);
}
