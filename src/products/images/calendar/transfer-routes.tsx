/** `/publications/transfer`: posts out as a table, and in. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Failure } from '#kernel/failure.ts';
import { requireViewer } from '#kernel/http/access.ts';
import { type Door, statusOf } from '#kernel/http/door.ts';
import { say } from '#kernel/message.ts';
import { done, fieldOf } from '#kernel/page/requests.ts';
import type { CalendarTools } from './calendar.ts';
import { transfer as m } from './figures-messages.ts';
import { ownPage, ROOT } from './requests.ts';
import { TransferPage } from './transfer-view.tsx';

const AT = `${ROOT}/transfer`;

export function registerTransfer(site: Door, tools: CalendarTools): void {
  site.get(AT, ownPage, (request, reply) => show(tools, request, reply));
  site.post(AT, ownPage, async (request, reply) => {
    const file = request.formFiles['file'];
    try {
      const count = await tools.scheduler.importCsv(
        requireViewer(request).accountId,
        file ? textOf(file.content) : fieldOf(request, 'csv'),
      );
      return done(request, reply, `${ROOT}?view=list`, m.imported, { count });
    } catch (error) {
      if (!(error instanceof Failure) || error.kind !== 'invalid') throw error;
      return show(tools, request, reply, error);
    }
  });
}

/** Excel on Windows still writes its own code page. */
function textOf(content: Buffer): string {
  const text = content.toString('utf8');
  return text.includes('\ufffd') ? new TextDecoder('windows-1252').decode(content) : text;
}

function show(tools: CalendarTools, request: FastifyRequest, reply: FastifyReply, refusal?: Failure): FastifyReply {
  const body = <TransferPage typed={fieldOf(request, 'csv')} errors={refusal?.fields ?? {}} isPlayed={tools.feed !== null} />;
  return tools.pages.send(request, reply, { title: say(m.title, request.language), body, status: refusal ? statusOf(refusal) : 200 });
}
