/** The overview, and its three forms: a switch, the settings, a test. */

import type { FastifyReply, FastifyRequest } from 'fastify';
import { inTransaction } from '#kernel/db/transaction.ts';
import { Failure, failure } from '#kernel/failure.ts';
import { requireViewer } from '#kernel/http/access.ts';
import { type Door, statusOf } from '#kernel/http/door.ts';
import { countLetters } from '#kernel/mail/letter-log.ts';
import { say } from '#kernel/message.ts';
import { answersOf, textOf } from '../profile-form/profile-form.tsx';
import type { EmailNotificationTools } from './email-notifications.ts';
import { readHistory } from './history.ts';
import { LETTERS, letterList } from './letter-list.ts';
import { m, sending, switches } from './messages.ts';
import { OverviewPage, type OverviewView } from './overview-page.tsx';
import { adminPage, done, PAGE } from './page-kit.ts';
import { readSending, SENDING_FIELDS, saveSending } from './sending.ts';
import { enabledTemplates, isTemplate, switchTemplate, TEMPLATES } from './templates.ts';
import { testLetter } from './test-letter.ts';

const TESTS = { name: 'email-test', limit: 5, windowSeconds: 600 };
interface ByTemplate {
  readonly Params: { readonly template: string };
}

export function registerOverview(door: Door, tools: EmailNotificationTools): void {
  const { db, settings, audit } = tools;
  tools.lists.add(letterList(tools));
  door.get(PAGE, adminPage, (request, reply) => showOverview(tools, request, reply, null));

  door.post<ByTemplate>(`${PAGE}/templates/:template`, adminPage, async (request, reply) => {
    const { template } = request.params;
    const wanted = textOf(answersOf(request.body, ['enabled']), 'enabled');
    if (!isTemplate(template) || (wanted !== '0' && wanted !== '1')) throw failure.notFound();
    const on = wanted === '1';
    const entry = { type: 'email_template_switched', category: 'settings', resourceType: 'email_template', resourceId: template };
    await inTransaction(db, async (tx) => {
      await switchTemplate(tx, settings, template, on, requireViewer(request).accountId);
      await audit.activity(request, { ...entry, description: `Modèle ${template} ${on ? 'activé' : 'désactivé'}` }, tx);
    });
    const name = say(TEMPLATES[template].name, request.language);
    return done(request, reply, `${PAGE}#templates`, [on ? switches.isOn : switches.isOff, { name }]);
  });

  door.post(`${PAGE}/sending`, adminPage, async (request, reply) => {
    const typed = answersOf(request.body, SENDING_FIELDS);
    try {
      await inTransaction(db, async (tx) => {
        const changed = await saveSending(tx, settings, typed, requireViewer(request).accountId);
        const description = `Réglages d’envoi : ${changed.join(', ') || 'rien de changé'}`;
        await audit.activity(request, { type: 'email_settings_changed', category: 'settings', description }, tx);
      });
    } catch (error) {
      if (!(error instanceof Failure) || Object.keys(error.fields).length === 0) throw error;
      return showOverview(tools, request, reply, { typed, errors: error.fields }, statusOf(error));
    }
    return done(request, reply, `${PAGE}#sending`, [sending.saved]);
  });

  door.post(`${PAGE}/test`, adminPage, async (request, reply) => {
    const { accountId, email, name } = requireViewer(request);
    await tools.limits.admit(TESTS, `account:${accountId}`);
    const id = await inTransaction(db, async (tx) => {
      const look = await tools.mail.look(tx);
      const to = { accountId, email, name };
      return tools.mail.send(tx, testLetter({ to, language: request.language, look, now: tools.clock.now() }));
    });
    return done(request, reply, `${PAGE}/${id}/view`, [sending.testSent, { address: email }]);
  });
}

async function showOverview(
  tools: EmailNotificationTools,
  request: FastifyRequest,
  reply: FastifyReply,
  refused: OverviewView['refused'],
  status = 200,
): Promise<FastifyReply> {
  const { db, lists, mail, settings, pages } = tools;
  const list = await lists.open(request, reply, LETTERS);
  if (list.home && request.method === 'GET') return reply.redirect(list.home, 303);
  const [figures, enabled, way, state, history] = await Promise.all([
    countLetters(db),
    enabledTemplates(settings),
    mail.way(),
    readSending(settings),
    readHistory(db, request.query as Readonly<Record<string, unknown>>),
  ]);
  const body = <OverviewPage {...{ figures, enabled, way, sending: state, refused, history, list }} />;
  return pages.send(request, reply, { title: say(m.title, request.language), body, status });
}
