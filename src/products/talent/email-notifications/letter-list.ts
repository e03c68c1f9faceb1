/** The history of letters as the studio knows it: what views keep of it, and what is decided about many letters at once. */
import type { FastifyRequest } from 'fastify';
import type { BulkAct, ListKind } from '#capabilities/lists/lists.ts';
import { inTransaction } from '#kernel/db/transaction.ts';
import { failure } from '#kernel/failure.ts';
import { access } from '#kernel/http/access.ts';
import { letterNames } from '#kernel/mail/letter-log.ts';
import type { EmailNotificationTools } from './email-notifications.ts';
import { findLetters } from './history.ts';
import { m, many, letter as words } from './messages.ts';
import { PAGE } from './page-kit.ts';

export const LETTERS = 'letters';

export function letterList(tools: EmailNotificationTools): ListKind {
  const { db, mail } = tools;
  const decide =
    (act: typeof mail.sendAgain, type: string, did: string): BulkAct['run'] =>
    async (request, id) => {
      await decideOne(tools, request, { id, act, type, description: `E-mail n° ${id} ${did}` });
      return null;
    };
  return {
    key: LETTERS,
    path: PAGE,
    title: m.history,
    access: access.admin,
    kept: ['recipient', 'template_type', 'status', 'date_from', 'date_to', 'sort'],
    acts: {
      again: {
        label: words.again,
        icon: 'refresh',
        done: many.again,
        ask: { title: many.againTitle, text: many.againText },
        run: decide(mail.sendAgain, 'email_sent_again', 'renvoyé'),
      },
      sent: {
        label: words.markSent,
        icon: 'check',
        done: many.sent,
        ask: { title: many.sentTitle, text: words.sentText },
        run: decide(mail.markSent, 'email_marked_sent', 'marqué envoyé'),
      },
    },
    names: (_request, ids) => letterNames(db, ids),
    find: (_request, query, most) => findLetters(db, Object.fromEntries(query), most),
  };
}

interface Decision {
  readonly id: number;
  readonly act: EmailNotificationTools['mail']['sendAgain'];
  readonly type: string;
  readonly description: string;
}

async function decideOne({ db, audit }: EmailNotificationTools, request: FastifyRequest, { id, act, ...entry }: Decision): Promise<void> {
  const decided = await inTransaction(db, async (tx) => {
    if (!(await act(tx, id))) return false;
    await audit.activity(request, { ...entry, category: 'settings', resourceType: 'email_log', resourceId: id }, tx);
    return true;
  });
  if (!decided) throw failure.conflict('DECIDED', many.notWaiting);
}
