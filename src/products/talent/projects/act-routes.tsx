/** What is asked before it is done: leaving the team, finishing, deleting, telling everybody. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ReactElement } from 'react';
import { type Failure, failure } from '#kernel/failure.ts';
import { type Door, statusOf } from '#kernel/http/door.ts';
import { fieldMessages } from '#kernel/http/validation.ts';
import { say } from '#kernel/message.ts';
import { Checkbox } from '#kernel/page/choices.tsx';
import { Alert, Card, LinkButton } from '#kernel/page/components.tsx';
import { Confirm, isConfirmed } from '#kernel/page/confirm.tsx';
import { useT } from '#kernel/page/context.tsx';
import { fieldOf } from '#kernel/page/requests.ts';
import { Breadcrumbs } from '#kernel/page/trails.tsx';
import { PROJECT_STATUSES, type ProjectStatus } from '../options/options.ts';
import { answersOf, textOf } from '../profile-form/profile-form.tsx';
import { countDaysAfter } from './assignment-store.ts';
import { memberOf } from './bookings-routes.tsx';
import { addDays, dayIn } from './days.ts';
import { readStatus } from './fields.ts';
import { refusals } from './messages.ts';
import { adminPage, type ById, type ByMember, done, LIST, nameOf, pathOf, projectOf } from './page-kit.tsx';
import { m } from './page-messages.ts';
import { isTold, type Project, type TeamMember } from './project.ts';
import { hasPresence, type ProjectRemains, remainsOf } from './store.ts';
import { letters, team } from './team-messages.ts';
import type { ProjectPageTools } from './tools.ts';

export function registerActPages(door: Door, tools: ProjectPageTools): void {
  registerLeaving(door, tools);
  registerStatus(door, tools);
  registerDeletion(door, tools);
  registerLetters(door, tools);
}

function registerLeaving(door: Door, tools: ProjectPageTools): void {
  const url = '/cinema/projects/:id/remove-talent/:pt_id';
  door.get<ByMember>(url, adminPage, async (request, reply) => {
    const { project, member } = await memberOf(tools, request);
    const body = <ConfirmLeaving project={project} member={member} />;
    return tools.pages.send(request, reply, { title: say(team.removeTitle, request.language), body });
  });
  door.post<ByMember>(url, adminPage, async (request, reply) => {
    const { project, member } = await memberOf(tools, request);
    await tools.projects.unassign(request, member.id);
    return done(request, reply, pathOf(project), team.removed, { name: nameOf(member) });
  });
}

function ConfirmLeaving({ project, member }: { project: Project; member: TeamMember }): ReactElement {
  const t = useT();
  const page = pathOf(project);
  const action = `${page}/remove-talent/${member.id}`;
  return (
    <Confirm title={team.removeTitle} name={nameOf(member)} action={action} submit={team.remove} cancelHref={page} danger>
      <p>{t(team.removeText, { project: project.name, code: member.projectCode })}</p>
    </Confirm>
  );
}

/** Finishing asks first when it would free days; the other steps go to and fro as one likes. */
function registerStatus(door: Door, { db, clock, projects, pages }: ProjectPageTools): void {
  door.post<ById>('/cinema/projects/:id/status', adminPage, async (request, reply) => {
    const project = await projectOf({ db, projects }, request);
    const typed = answersOf(request.body, ['status', 'sure']);
    const status = statusOfForm(textOf(typed, 'status'));
    const days = await countDaysAfter(db, project.id, addDays(dayIn(clock.now(), project.timeZone), 1));
    if (status === 'termine' && days > 0 && !textOf(typed, 'sure')) {
      return pages.send(request, reply, {
        title: say(m.finishTitle, request.language),
        body: <ConfirmEnd project={project} freed={days} />,
      });
    }
    const freed = await projects.setStatus(request, project.id, status);
    return done(request, reply, pathOf(project), m.statusDone, { status: say(PROJECT_STATUSES[status], request.language), freed });
  });
}

function statusOfForm(text: string): ProjectStatus {
  const status = readStatus(text);
  if (!status.ok) throw failure.invalid({ status: status.error });
  if (status.value === null) throw failure.field('status', fieldMessages.required, {}, 'required');
  return status.value;
}

function ConfirmEnd({ project, freed }: { project: Project; freed: number }): ReactElement {
  const t = useT();
  const page = pathOf(project);
  const sure = (
    <>
      <input type="hidden" name="status" value="termine" />
      <input type="hidden" name="sure" value="1" />
    </>
  );
  return (
    <Confirm title={m.finishTitle} name={project.name} action={`${page}/status`} submit={m.finish} cancelHref={page} fields={sure}>
      <p>{t(m.finishText, { freed })}</p>
    </Confirm>
  );
}

function registerDeletion(door: Door, tools: ProjectPageTools): void {
  const { db, projects } = tools;
  const url = '/cinema/projects/:id/delete';
  door.get<ById>(url, adminPage, async (request, reply) => askDeletion(tools, request, reply, await projectOf(tools, request)));
  door.post<ById>(url, adminPage, async (request, reply) => {
    const project = await projectOf({ db, projects }, request);
    const typed = fieldOf(request, 'confirm');
    const wrong = failure.field('confirm', m.wrongName, {}, 'mismatch');
    if (!isConfirmed(typed, project.name)) return askDeletion(tools, request, reply, project, wrong);
    await projects.remove(request, project.id);
    return done(request, reply, LIST, m.removed, { name: project.name });
  });
}

async function askDeletion(
  { db, pages }: ProjectPageTools,
  request: FastifyRequest,
  reply: FastifyReply,
  project: Project,
  refusal?: Failure,
): Promise<FastifyReply> {
  const isKept = await hasPresence(db, project.id);
  const body = isKept ? (
    <Kept project={project} />
  ) : (
    <ConfirmDeletion project={project} remains={await remainsOf(db, project.id)} typed={fieldOf(request, 'confirm')} refusal={refusal} />
  );
  return pages.send(request, reply, { title: say(m.removeTitle, request.language), body, status: refusal ? statusOf(refusal) : 200 });
}

interface Deletion {
  readonly project: Project;
  readonly remains: ProjectRemains;
  readonly typed: string;
  readonly refusal: Failure | undefined;
}

function ConfirmDeletion(props: Deletion): ReactElement {
  const t = useT();
  const page = pathOf(props.project);
  return (
    <Confirm
      {...{ title: m.removeTitle, name: props.project.name, action: `${page}/delete`, submit: m.remove, cancelHref: page }}
      danger
      typed
      errors={props.refusal?.fields}
      values={{ confirm: props.typed }}
    >
      <p>{t(m.removeText, { ...props.remains })}</p>
    </Confirm>
  );
}

function Kept({ project }: { project: Project }): ReactElement {
  const t = useT();
  return (
    <>
      <Breadcrumbs trail={[{ label: project.name, href: pathOf(project) }]} />
      <Card title={m.removeKept} icon="lock" level={1}>
        <p>{t(refusals.hasPresence)}</p>
        <LinkButton href={`${pathOf(project)}/edit`}>{t(m.putAway)}</LinkButton>
      </Card>
    </>
  );
}

function registerLetters(door: Door, tools: ProjectPageTools): void {
  const { projects, pages } = tools;
  const url = '/cinema/projects/:id/send-selection-emails';
  door.get<ById>(url, adminPage, async (request, reply) => {
    const project = await projectOf(tools, request);
    const body = <ConfirmLetters project={project} members={await projects.team(request, project.id)} />;
    return pages.send(request, reply, { title: say(letters.ask, request.language), body });
  });
  door.post<ById>(url, adminPage, async (request, reply) => {
    const project = await projectOf(tools, request);
    const again = textOf(answersOf(request.body, ['again']), 'again') !== '';
    const { asked, skipped, withoutAddress } = await projects.sendSelectionLetters(request, project.id, { again });
    return done(request, reply, pathOf(project), letters.sent, { asked, skipped, without: withoutAddress.length });
  });
}

function ConfirmLetters({ project, members }: { project: Project; members: readonly TeamMember[] }): ReactElement {
  const t = useT();
  const page = pathOf(project);
  const reachable = members.filter(({ hasEmail }) => hasEmail);
  const known = reachable.filter(({ letter }) => isTold(letter)).length;
  const names = members.filter(({ hasEmail }) => !hasEmail).map(nameOf);
  return (
    <Confirm
      {...{ title: letters.ask, name: project.name, action: `${page}/send-selection-emails`, submit: letters.send, cancelHref: page }}
      fields={known > 0 && <Checkbox name="again" label={t(letters.again)} />}
    >
      <div className="stack">
        <p>{t(letters.due, { count: reachable.length - known })}</p>
        {known > 0 && <p>{t(letters.known, { count: known })}</p>}
        {names.length > 0 && <Alert tone="warning">{t(letters.without, { names: names.join(', ') })}</Alert>}
      </div>
    </Confirm>
  );
}
