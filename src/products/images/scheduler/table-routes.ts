/** Posts in and out as a table: `/api/scheduler/posts/export`, `/api/scheduler/posts/import`. */
import { CSV } from '#capabilities/printing/printing.ts';
import { failure } from '#kernel/failure.ts';
import { access, requireViewer } from '#kernel/http/access.ts';
import { say } from '#kernel/message.ts';
import type { ImagesMount } from '../mount.ts';
import { IMPORT_BODY, IMPORTED } from './contract.ts';
import { m } from './messages.ts';
import { type Query, readFilters } from './query.ts';
import type { Scheduler } from './scheduler.ts';

export function registerTableRoutes({ door, manners }: ImagesMount, { scheduler }: { readonly scheduler: Scheduler }): void {
  const config = manners(access.signedIn);
  const tags = ['Scheduler'];
  const read = { tags, summary: 'Own posts as CSV, with the filters of the list' };
  door.get<{ Querystring: Query }>('/api/scheduler/posts/export', { config, schema: read }, async (request, reply) => {
    const table = await scheduler.exportCsv(readFilters(requireViewer(request).accountId, request.query).filters);
    return reply.type(CSV).header('content-disposition', 'attachment; filename=posts.csv').send(table);
  });
  if (!door.hasContentTypeParser('text/csv'))
    door.addContentTypeParser('text/csv', { parseAs: 'string' }, (_request, body, done) => done(null, { csv: String(body) }));
  const write = { tags, summary: 'Plan posts from CSV, all or none', body: IMPORT_BODY, response: { 201: IMPORTED } };
  door.post<{ Body: { csv?: unknown } | undefined }>('/api/scheduler/posts/import', { config, schema: write }, async (request, reply) => {
    const file = request.formFiles['file'] ?? request.formFiles['csv'];
    const text = file ? textOf(file.content) : request.body?.csv;
    if (typeof text !== 'string' || !text.trim()) throw failure.field('csv', m.csvEmpty, {}, 'required');
    const imported = await scheduler.importCsv(requireViewer(request).accountId, text);
    return reply.code(201).send({ imported, message: say(m.imported, 'fr', { count: imported }) });
  });
}

/** Excel on Windows still writes its own code page. */
function textOf(content: Buffer): string {
  const text = content.toString('utf8');
  return text.includes('\ufffd') ? new TextDecoder('windows-1252').decode(content) : text;
}
