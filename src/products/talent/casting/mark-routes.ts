/** `POST /casting/marks`: one person gets a mark, from a button (`mark=12:3`, `12:0` takes it away) or a key. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { failure } from '#kernel/failure.ts';
import { requireViewer } from '#kernel/http/access.ts';
import type { Door } from '#kernel/http/door.ts';
import { say } from '#kernel/message.ts';
import { setFlash } from '#kernel/page/flash.ts';
import { fieldOf } from '#kernel/page/requests.ts';
import { castingPage } from '../page-requests.ts';
import { isMark, MARKS, type Mark, setMark } from './marks.ts';
import { m } from './messages.ts';
import { backTo, type CastingTools } from './tools.ts';

export function registerMarks(door: Door, { db, clock, audit }: CastingTools): void {
  door.post('/casting/marks', castingPage, async (request, reply) => {
    const { talentId, mark } = readMark(fieldOf(request, 'mark'));
    if (!(await setMark(db, requireViewer(request).accountId, talentId, mark, clock.now()))) throw failure.notFound(m.noSuchPerson);
    await audit.activity(request, {
      type: 'update',
      category: 'casting',
      description: mark ? `Marque ${mark} donnée` : 'Marque retirée',
      resourceType: 'cinema_talent',
      resourceId: talentId,
    });
    return answer(request, reply, mark);
  });
}

function readMark(text: string): { talentId: number; mark: Mark | null } {
  const [, id = '', figure = ''] = /^([1-9]\d{0,8}):([0-6])$/.exec(text) ?? [];
  const mark = Number(figure);
  if (id === '') throw failure.field('mark', m.badMark);
  return { talentId: Number(id), mark: isMark(mark) ? mark : null };
}

/** A script wants to know that it is stored; a form wants its list back. */
function answer(request: FastifyRequest, reply: FastifyReply, mark: Mark | null): FastifyReply {
  const label = MARKS.find(({ value }) => value === mark)?.label ?? m.markGone;
  if (request.headers.accept?.includes('application/json')) return reply.send({ success: true, mark, text: say(label, request.language) });
  setFlash(reply, { kind: 'success', text: say(m.marked, request.language, { mark: mark ?? 0, label: say(label, request.language) }) });
  return reply.redirect(backTo(fieldOf(request, 'back'), '/cinema/talents'), 303);
}
