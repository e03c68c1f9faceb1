/** A person's days: casting looks, the person and administrators change. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Failure } from '#kernel/failure.ts';
import { type Door, statusOf } from '#kernel/http/door.ts';
import { say } from '#kernel/message.ts';
import { type Answers, answersOf, textOf } from '../profile-form/profile-form.tsx';
import { availabilityOf, type Person } from './availability-store.ts';
import { addDays, daysOfMonth, isMonth, monthOf, overlap } from './days.ts';
import { calendar } from './days-messages.ts';
import { DaysPage } from './days-page.tsx';
import { daysPath } from './days-view.ts';
import { type ById, daysText, done, nameOf, numberOf, refusalOf, signedInPage } from './page-kit.tsx';
import { mayChangeDays } from './policies.ts';
import type { ProjectPageTools } from './tools.ts';

/** How far ahead the list of unavailable days looks. */
const HORIZON_DAYS = 800;

export function registerDaysPages(door: Door, tools: ProjectPageTools): void {
  const { availability } = tools.projects;
  const url = '/cinema/talent/:id/availability';
  const idOf = (request: FastifyRequest): number => numberOf((request.params as ById['Params']).id);
  door.get<ById>(url, signedInPage, async (request, reply) =>
    show(tools, request, reply, await availability.person(request, idOf(request)), {}),
  );

  door.post<ById>(url, signedInPage, async (request, reply) => {
    const person = await availability.person(request, idOf(request));
    const typed = answersOf(request.body, ['from', 'to', 'reason']);
    try {
      const range = await availability.add(request, person.id, typed);
      return done(request, reply, `${daysPath(person)}?month=${monthOf(range.from)}`, calendar.added, {
        days: daysText(range, request.language),
      });
    } catch (error) {
      return show(tools, request, reply, person, typed, refusalOf(error));
    }
  });

  door.post<ById>(`${url}/day`, signedInPage, async (request, reply) => {
    const person = await availability.person(request, idOf(request));
    await availability.toggle(request, person.id, textOf(answersOf(request.body, ['day']), 'day'));
    return reply.redirect(`${daysPath(person)}?month=${monthAsked(tools, request)}#month`, 303);
  });

  type ByAbsence = { Params: { id: string; absence: string } };
  door.post<ByAbsence>(`${url}/:absence/remove`, signedInPage, async (request, reply) => {
    const person = await availability.person(request, idOf(request));
    await availability.remove(request, person.id, numberOf(request.params.absence));
    return done(request, reply, `${daysPath(person)}?month=${monthAsked(tools, request)}`, calendar.removed);
  });
}

const todayOf = ({ clock }: ProjectPageTools): string => clock.now().toISOString().slice(0, 10);

function monthAsked(tools: ProjectPageTools, request: FastifyRequest): string {
  const { month } = request.query as Readonly<Record<string, string>>;
  return isMonth(month) ? month : monthOf(todayOf(tools));
}

async function show(
  tools: ProjectPageTools,
  request: FastifyRequest,
  reply: FastifyReply,
  person: Person,
  typed: Answers,
  refusal?: Failure,
): Promise<FastifyReply> {
  const { db, pages, projects } = tools;
  const month = monthAsked(tools, request);
  const today = todayOf(tools);
  const [busy, absences] = await Promise.all([
    availabilityOf(db, [person.id], daysOfMonth(month)),
    projects.availability.unavailabilities(db, person.id, { from: today, until: addDays(today, HORIZON_DAYS) }),
  ]);
  const view = {
    person,
    month,
    today,
    typed,
    absences,
    errors: refusal?.fields ?? {},
    mayChange: mayChangeDays(request.viewer, person.accountId),
  };
  const shown = (busy.get(person.id) ?? []).filter((taken) => overlap(taken, daysOfMonth(month)));
  return pages.send(request, reply, {
    title: say(calendar.title, request.language, { name: nameOf(person) }),
    body: <DaysPage {...view} busy={shown} />,
    status: refusal ? statusOf(refusal) : 200,
  });
}
