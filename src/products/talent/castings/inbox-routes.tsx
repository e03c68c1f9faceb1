/** Applications of a project, and what is decided about one. Refusing asks first; a letter leaves only when its box is ticked. */
import type { FastifyRequest } from 'fastify';
import { failure } from '#kernel/failure.ts';
import type { Door } from '#kernel/http/door.ts';
import { say } from '#kernel/message.ts';
import { Switch } from '#kernel/page/choices.tsx';
import { Alert } from '#kernel/page/components.tsx';
import { Confirm } from '#kernel/page/confirm.tsx';
import { type ById, done, fieldOf, idOf } from '#kernel/page/requests.ts';
import { castingPage } from '../page-requests.ts';
import { type Application, countByCall, findApplication } from './applications.ts';
import { decideOn } from './changes.ts';
import { APPLICATIONS, ProjectInboxPage } from './inbox-page.tsx';
import { inboxOf } from './inbox-view.ts';
import { mailboxOf } from './letters.ts';
import { facesOf } from './people.ts';
import { inbox as words } from './team-messages.ts';
import { CallTable } from './team-page.tsx';
import type { CastingsPageTools } from './tools.ts';

const MOST_CALLS = 50;

export function registerInbox(door: Door, tools: CastingsPageTools): void {
  const { castings, db, pages, projects } = tools;
  door.get<ById>('/cinema/projects/:id/applications', castingPage, async (request, reply) => {
    const project = await projects.require(db, idOf(request));
    const [found, inbox] = await Promise.all([
      castings.list(project.id, { page: 1, size: MOST_CALLS, offset: 0 }),
      inboxOf(tools, request, { projectId: project.id }),
    ]);
    const counts = await countByCall(
      db,
      found.rows.map(({ id }) => id),
    );
    const calls = found.total > 0 ? <CallTable rows={found.rows} counts={counts} /> : null;
    const body = <ProjectInboxPage project={{ ...project, type: project.productionType }} calls={calls} inbox={inbox} />;
    return pages.send(request, reply, { title: `${say(words.title, request.language)} · ${project.name}`, body });
  });

  door.post<ById>(`${APPLICATIONS}/:id`, castingPage, async (request, reply) => {
    const { application, name } = await requireOne(tools, request);
    const state = fieldOf(request, 'state');
    if (state !== 'seen' && state !== 'kept') throw failure.field('state', words.title, {}, 'choice');
    await decideOn(tools, request, application.id, state);
    const said = say(state === 'kept' ? words.oneKept : words.oneSeen, request.language);
    return done(request, reply, backOf(request, application), words.saved, { name, state: said });
  });

  door.get<ById>(`${APPLICATIONS}/:id/refuse`, castingPage, async (request, reply) => {
    const { application, name } = await requireOne(tools, request);
    const hasAddress = (await mailboxOf(tools, db, application)) !== null;
    const title = say(words.refuseTitle, request.language);
    const fields = hasAddress ? (
      <Switch name="letter" label={words.letter} hint={words.letterHint} />
    ) : (
      <Alert>{say(words.noAddress, request.language)}</Alert>
    );
    const body = (
      <Confirm
        title={title}
        name={name}
        action={`${APPLICATIONS}/${application.id}/refuse`}
        submit={words.refuse}
        cancelHref={homeOf(application)}
        fields={fields}
      >
        <p>{say(words.refuseText, request.language)}</p>
      </Confirm>
    );
    return pages.send(request, reply, { title, body });
  });
  door.post<ById>(`${APPLICATIONS}/:id/refuse`, castingPage, async (request, reply) => {
    const { application, name } = await requireOne(tools, request);
    await decideOn(tools, request, application.id, 'refused', { isLetterWanted: fieldOf(request, 'letter') !== '' });
    return done(request, reply, homeOf(application), words.saved, { name, state: say(words.oneRefused, request.language) });
  });
}

const homeOf = ({ callId, id }: Application): string => `/cinema/castings/${callId}#application-${id}`;

/** The list the form stood on; nobody is sent elsewhere. */
function backOf(request: FastifyRequest, application: Application): string {
  const back = fieldOf(request, 'back');
  return /^\/cinema\/(castings|projects)\/\d+(\/applications)?(\?[^\\#]*)?$/.test(back)
    ? `${back}#application-${application.id}`
    : homeOf(application);
}

async function requireOne(tools: CastingsPageTools, request: FastifyRequest): Promise<{ application: Application; name: string }> {
  const application = await findApplication(tools.db, idOf(request));
  if (!application) throw failure.notFound();
  const face = (await facesOf(tools, [application])).get(application);
  return { application, name: face?.name ?? '' };
}
