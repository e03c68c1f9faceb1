/** `/admin/settings/scheduler`, and its button. */
import { randomUUID } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { inTransaction } from '#kernel/db/transaction.ts';
import { failure } from '#kernel/failure.ts';
import { access } from '#kernel/http/access.ts';
import type { Door } from '#kernel/http/door.ts';
import { say } from '#kernel/message.ts';
import { setFlash } from '#kernel/page/flash.ts';
import { answersOf, textOf } from '../profile-form/profile-form.tsx';
import { answers, m } from './messages.ts';
import { type RecapResult, sendNow } from './recap.ts';
import { schedulerStatus } from './scheduler.ts';
import { SCHEDULER, SchedulerPage } from './scheduler-page.tsx';
import { latestRecaps } from './store.ts';
import type { WeeklyRecapTools } from './weekly-recap.ts';

const adminPage = { config: { access: access.admin, kind: 'page' } } as const;
const SHOWN = 10;

export function registerScheduler(door: Door, tools: WeeklyRecapTools): void {
  const { db, queue, pages } = tools;
  door.get(SCHEDULER, adminPage, async (request, reply) => {
    const [status, recaps, queues] = await Promise.all([
      schedulerStatus(queue, request.language),
      latestRecaps(db, SHOWN),
      queue.figures(),
    ]);
    const body = <SchedulerPage {...{ status, recaps, queues, nextKey: randomUUID() }} />;
    return pages.send(request, reply, { title: say(m.title, request.language), body });
  });

  door.post(`${SCHEDULER}/weekly-recap`, adminPage, async (request, reply) => {
    const { viewer } = request;
    if (!viewer) throw failure.unauthenticated();
    const key = textOf(answersOf(request.body, ['key']), 'key').slice(0, 60) || randomUUID();
    const result = await inTransaction(db, async (tx) => {
      const sent = await sendNow(tools, tx, key, viewer.accountId);
      const entry = { type: 'weekly_recap_asked', category: 'settings', description: `Récapitulatif demandé : ${sent.outcome}` };
      await tools.audit.activity(request, entry, tx);
      return sent;
    });
    return answer(request, reply, result);
  });
}

const WORDS = {
  promised: { kind: 'success', text: answers.triggered },
  'told-before': { kind: 'info', text: answers.toldBefore },
  'nobody-to-write-to': { kind: 'warning', text: answers.nobody },
} as const satisfies Record<RecapResult['outcome'], unknown>;

/** Back to the page with a word; a program gets the documented pair. */
function answer(request: FastifyRequest, reply: FastifyReply, { outcome }: RecapResult): FastifyReply {
  const { kind, text } = WORDS[outcome];
  const message = say(text, request.language);
  if (request.headers.accept?.includes('application/json')) return reply.send({ success: outcome !== 'nobody-to-write-to', message });
  setFlash(reply, { kind, text: message });
  return reply.redirect(SCHEDULER, 303);
}
