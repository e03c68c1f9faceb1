/** What administrators do to a company: delete it, give and withdraw its seal. Each asks first, on a page of its own. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ReactElement } from 'react';
import { Failure, failure } from '#kernel/failure.ts';
import { type Door, statusOf } from '#kernel/http/door.ts';
import { type Message, say } from '#kernel/message.ts';
import { Alert, Card, LinkButton } from '#kernel/page/components.tsx';
import { Confirm, isConfirmed } from '#kernel/page/confirm.tsx';
import { useT } from '#kernel/page/context.tsx';
import { fieldOf } from '#kernel/page/requests.ts';
import { Breadcrumbs } from '#kernel/page/trails.tsx';
import { m, view } from './messages.ts';
import { adminPage, type ById, done, type PageTools } from './page-routes.tsx';
import type { Production } from './production.ts';
import { idOf } from './routes.ts';
import { seal } from './seal-messages.ts';

export function registerActPages(door: Door, tools: PageTools): void {
  registerRemoval(door, tools);
  registerSeal(door, tools, 'verify');
  registerSeal(door, tools, 'unverify');
}

function registerRemoval(door: Door, tools: PageTools): void {
  const { db, productions } = tools;
  door.get<ById>('/cinema/productions/:id/delete', adminPage, async (request, reply) =>
    askRemoval(tools, request, reply, await productions.require(db, idOf(request, 'id'))),
  );
  door.post<ById>('/cinema/productions/:id/delete', adminPage, async (request, reply) => {
    const production = await productions.require(db, idOf(request, 'id'));
    const typed = fieldOf(request, 'confirm');
    const wrong = isConfirmed(typed, production.name) ? undefined : failure.field('confirm', view.wrongName, {}, 'mismatch');
    if (wrong && production.totalProjects === 0) return askRemoval(tools, request, reply, production, wrong);
    try {
      await productions.remove(request, production.id);
    } catch (error) {
      if (!(error instanceof Failure) || error.kind !== 'conflict') throw error;
      return askRemoval(tools, request, reply, await productions.require(db, production.id), error);
    }
    return done(request, reply, '/cinema/productions', view.removed, production);
  });
}

function askRemoval(
  { pages }: PageTools,
  request: FastifyRequest,
  reply: FastifyReply,
  production: Production,
  refusal?: Failure,
): FastifyReply {
  const body =
    production.totalProjects > 0 ? (
      <Kept production={production} />
    ) : (
      <ConfirmRemoval production={production} typed={fieldOf(request, 'confirm')} refusal={refusal} />
    );
  const status = refusal ? statusOf(refusal) : 200;
  return pages.send(request, reply, { title: say(view.removeTitle, request.language), body, status });
}

interface Removal {
  readonly production: Production;
  readonly typed: string;
  readonly refusal: Failure | undefined;
}

function ConfirmRemoval({ production, typed, refusal }: Removal): ReactElement {
  const t = useT();
  const page = `/cinema/productions/${production.id}`;
  const acts = { action: `${page}/delete`, submit: view.remove, cancelHref: page };
  return (
    <Confirm title={view.removeTitle} name={production.name} {...acts} danger typed errors={refusal?.fields} values={{ confirm: typed }}>
      <p>{t(view.removeText)}</p>
    </Confirm>
  );
}

/** While there are projects the page says so instead of asking. */
function Kept({ production }: { production: Production }): ReactElement {
  const t = useT();
  const page = `/cinema/productions/${production.id}`;
  return (
    <Card title={{ data: production.name }} level={1} className="mx-auto max-w-2xl">
      <div className="stack">
        <Breadcrumbs trail={[{ label: { data: production.name }, href: page }]} />
        <Alert tone="warning">{t(m.hasProjects)}</Alert>
        <div className="cluster">
          <LinkButton href={page}>{t(view.back)}</LinkButton>
          <LinkButton href={`${page}/edit`} kind="secondary" icon="edit">
            {t(view.edit)}
          </LinkButton>
        </div>
      </div>
    </Card>
  );
}

interface SealWords {
  readonly title: Message;
  readonly text: Message;
  readonly submit: Message;
  readonly done: Message;
}
const WORDS: Readonly<Record<'verify' | 'unverify', SealWords>> = {
  verify: { title: seal.giveTitle, text: seal.giveText, submit: seal.give, done: seal.given },
  unverify: { title: seal.withdrawTitle, text: seal.withdrawText, submit: seal.withdraw, done: seal.withdrawn },
};

function registerSeal(door: Door, tools: PageTools, act: 'verify' | 'unverify'): void {
  const { db, productions } = tools;
  const words = WORDS[act];
  const url = `/cinema/productions/:id/${act}` as const;
  door.get<ById>(url, adminPage, async (request, reply) =>
    askSeal(tools, request, reply, act, await productions.require(db, idOf(request, 'id'))),
  );
  door.post<ById>(url, adminPage, async (request, reply) => {
    const id = idOf(request, 'id');
    try {
      const production = await (act === 'verify' ? productions.verify(request, id) : productions.withdraw(request, id));
      return done(request, reply, `/cinema/productions/${id}`, words.done, production);
    } catch (error) {
      if (!(error instanceof Failure) || error.kind !== 'invalid') throw error;
      return askSeal(tools, request, reply, act, await productions.require(db, id), error);
    }
  });
}

function askSeal(
  { pages }: PageTools,
  request: FastifyRequest,
  reply: FastifyReply,
  act: 'verify' | 'unverify',
  production: Production,
  refusal?: Failure,
): FastifyReply {
  const title = say(WORDS[act].title, request.language);
  const body = <ConfirmSeal production={production} act={act} refused={refusal !== undefined} />;
  return pages.send(request, reply, { title, body, status: refusal ? statusOf(refusal) : 200 });
}

function ConfirmSeal({ production, act, refused }: { production: Production; act: 'verify' | 'unverify'; refused: boolean }): ReactElement {
  const t = useT();
  const page = `/cinema/productions/${production.id}`;
  const { title, submit, text } = WORDS[act];
  return (
    <Confirm title={title} name={production.name} action={`${page}/${act}`} submit={submit} cancelHref={page} danger={act === 'unverify'}>
      {refused && (
        <Alert tone="danger">
          {t(m.sealNeedsContact)} <a href={`${page}/edit`}>{t(view.edit)}</a>
        </Alert>
      )}
      <p>{t(text)}</p>
    </Confirm>
  );
}
