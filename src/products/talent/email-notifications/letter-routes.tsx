/** One letter: to read, and to decide about. Whoever reads it reads somebody's mail: that is noted. */
import type { FastifyRequest } from 'fastify';
import { inTransaction } from '#kernel/db/transaction.ts';
import { failure } from '#kernel/failure.ts';
import type { Door } from '#kernel/http/door.ts';
import { findLetter, type WholeLetter } from '#kernel/mail/letter-log.ts';
import { say } from '#kernel/message.ts';
import { Confirm } from '#kernel/page/confirm.tsx';
import type { EmailNotificationTools } from './email-notifications.ts';
import { withSenders } from './history.ts';
import { LetterPage } from './letter-page.tsx';
import { letter as words } from './messages.ts';
import { adminPage, done, PAGE } from './page-kit.ts';

interface ById {
  readonly Params: { readonly id: string };
}

/** Nothing is fetched, nothing runs, nothing leads away, and only our own page may frame it. */
const FRAMED = {
  'content-security-policy':
    "default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox",
  'x-frame-options': 'SAMEORIGIN',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'private, no-store',
} as const;

export function registerLetterPages(door: Door, tools: EmailNotificationTools): void {
  const { db, audit, pages } = tools;
  door.get<ById>(`${PAGE}/:id/view`, adminPage, async (request, reply) => {
    const [letter] = await withSenders(db, [await letterOf(tools, request)]);
    if (!letter) throw failure.notFound();
    const entry = { type: 'email_read', category: 'privacy', resourceType: 'email_log', resourceId: letter.id };
    await audit.activity(request, { ...entry, description: `E-mail n° ${letter.id} consulté` });
    return pages.send(request, reply, {
      title: say(words.title, request.language, { id: letter.id }),
      body: <LetterPage letter={letter} />,
    });
  });

  door.get<ById>(`${PAGE}/:id/content`, adminPage, async (request, reply) => {
    const { html } = await letterOf(tools, request);
    return reply.headers(FRAMED).type('text/html; charset=utf-8').send(html);
  });
  registerDecisions(door, tools);
}

async function letterOf({ db }: EmailNotificationTools, request: FastifyRequest): Promise<WholeLetter> {
  const { id } = request.params as ById['Params'];
  const letter = /^\d{1,15}$/.test(id) ? await findLetter(db, Number(id)) : null;
  if (!letter) throw failure.notFound();
  return letter;
}

/** Each is asked first, on a page that names the risk, and noted with whoever decided. */
function registerDecisions(door: Door, tools: EmailNotificationTools): void {
  const decisions = [
    { act: 'send-again', ask: againOf, decide: tools.mail.sendAgain, type: 'email_sent_again', did: 'renvoyé', said: words.againDone },
    { act: 'mark-sent', ask: sentOf, decide: tools.mail.markSent, type: 'email_marked_sent', did: 'marqué envoyé', said: words.sentDone },
  ] as const;
  for (const { act, ask, decide, type, did, said } of decisions) {
    door.get<ById>(`${PAGE}/:id/${act}`, adminPage, async (request, reply) => {
      const letter = await letterOf(tools, request);
      const { title, submit, text } = ask(letter);
      const [action, cancelHref] = [`${PAGE}/${letter.id}/${act}`, `${PAGE}/${letter.id}/view`];
      const body = (
        <Confirm {...{ title, submit, action, cancelHref, name: `\u2068${letter.subject}\u2069` }}>
          {say(text, request.language, { to: `\u2068${letter.recipientName ?? letter.recipient}\u2069` })}
        </Confirm>
      );
      return tools.pages.send(request, reply, { title: say(title, request.language), body });
    });
    door.post<ById>(`${PAGE}/:id/${act}`, adminPage, async (request, reply) => {
      const { id } = await letterOf(tools, request);
      const entry = { type, category: 'settings', description: `E-mail n° ${id} ${did}`, resourceType: 'email_log', resourceId: id };
      const decided = await inTransaction(tools.db, async (tx) => {
        if (!(await decide(tx, id))) return false;
        await tools.audit.activity(request, entry, tx);
        return true;
      });
      const next = `${PAGE}/${id}/view`;
      return decided ? done(request, reply, next, [said]) : done(request, reply, next, [words.decided], 'warning');
    });
  }
}

const againOf = ({ status }: WholeLetter) => ({
  title: words.againTitle,
  submit: words.again,
  text: status === 'unknown' ? words.againDoubt : words.againFailed,
});
const sentOf = () => ({ title: words.sentTitle, submit: words.markSent, text: words.sentText });
