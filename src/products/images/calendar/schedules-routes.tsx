/** Recurring schedules: their list, their form, and the small acts. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Failure } from '#kernel/failure.ts';
import { requireViewer } from '#kernel/http/access.ts';
import { type Door, statusOf } from '#kernel/http/door.ts';
import { say } from '#kernel/message.ts';
import type { FormValues } from '#kernel/page/forms.tsx';
import { type ById, done, fieldOf, fieldsOf, idOf } from '#kernel/page/requests.ts';
import { isTimeZone } from '#kernel/wall-time.ts';
import type { Occurrence, Schedule } from '../recurrence/recurrence.ts';
import type { CalendarTools } from './calendar.ts';
import { ownPage, zoneOf } from './requests.ts';
import { ScheduleFormPage } from './schedule-form-view.tsx';
import { schedules as m } from './schedule-messages.ts';
import { RemoveSchedulePage, SCHEDULES, SchedulesPage } from './schedules-view.tsx';

const ALL = { page: 1, size: 100, offset: 0 };
const AHEAD = 10;
const SHOWN = 3;
const TEXTS = [
  'name',
  'frequency',
  'time_of_day',
  'timezone',
  'starts_on',
  'ends_on',
  'max_occurrences',
  'tags',
  'caption_template',
  'hashtags',
];

export function registerSchedules(site: Door, tools: CalendarTools): void {
  const { schedules, pages } = tools;
  const own = (request: FastifyRequest): Promise<Schedule> => schedules.get(requireViewer(request).accountId, idOf(request));
  site.get(SCHEDULES, ownPage, async (request, reply) => {
    const { rows } = await schedules.list(requireViewer(request).accountId, ALL);
    const lines = rows.map((schedule) => ({ schedule, next: schedules.next(schedule, SHOWN) }));
    const body = <SchedulesPage schedules={lines} isPlayed={tools.feed !== null} />;
    return pages.send(request, reply, { title: say(m.title, request.language), body });
  });
  site.get(`${SCHEDULES}/new`, ownPage, async (request, reply) =>
    show(tools, request, reply, { id: null, values: await freshValues(tools, request) }),
  );
  site.post(`${SCHEDULES}/new`, ownPage, (request, reply) => save(tools, request, reply, null));
  site.get<ById>(`${SCHEDULES}/:id`, ownPage, async (request, reply) => {
    const schedule = await own(request);
    return show(tools, request, reply, { id: schedule.id, values: valuesOf(schedule), next: schedules.next(schedule, AHEAD) });
  });
  site.post<ById>(`${SCHEDULES}/:id`, ownPage, async (request, reply) => save(tools, request, reply, await own(request)));
  for (const act of ['pause', 'resume'] as const) {
    site.post<ById>(`${SCHEDULES}/:id/${act}`, ownPage, async (request, reply) => {
      const { id, accountId, name } = await own(request);
      await schedules.change(accountId, id, { is_active: act === 'resume' });
      return done(request, reply, SCHEDULES, act === 'pause' ? m.wasPaused : m.wasResumed, { name });
    });
  }
  site.get<ById>(`${SCHEDULES}/:id/delete`, ownPage, async (request, reply) => {
    const body = <RemoveSchedulePage schedule={await own(request)} />;
    return pages.send(request, reply, { title: say(m.removeTitle, request.language), body });
  });
  site.post<ById>(`${SCHEDULES}/:id/delete`, ownPage, async (request, reply) => {
    const { id, accountId, name } = await own(request);
    await schedules.remove(accountId, id);
    return done(request, reply, SCHEDULES, m.removed, { name });
  });
}

/** What a new one begins with: the zone of the page where it is known. */
async function freshValues({ schedules }: CalendarTools, request: FastifyRequest): Promise<FormValues> {
  const zone = zoneOf(request);
  const timezone = zone.isKnown ? zone.name : await schedules.zoneOf(requireViewer(request).accountId);
  return { frequency: 'weekly', time_of_day: '10:00', timezone, platforms: ['instagram'], caption_template: '{prompt}', is_active: true };
}

const valuesOf = (schedule: Schedule): FormValues => ({
  name: schedule.name,
  frequency: schedule.frequency,
  time_of_day: schedule.timeOfDay.slice(0, 5),
  timezone: schedule.timezone,
  days_of_week: schedule.daysOfWeek.map(String),
  day_of_month: schedule.dayOfMonth,
  platforms: schedule.platforms,
  starts_on: schedule.startsOn,
  ends_on: schedule.endsOn,
  max_occurrences: schedule.maxOccurrences,
  tags: schedule.tags.join(', '),
  caption_template: schedule.captionTemplate,
  hashtags: schedule.hashtags,
  is_active: schedule.isActive,
});

const typedValues = (request: FastifyRequest): FormValues => ({
  ...Object.fromEntries(TEXTS.map((name) => [name, fieldOf(request, name)])),
  days_of_week: fieldsOf(request, 'days_of_week'),
  day_of_month: fieldOf(request, 'day_of_month'),
  platforms: fieldsOf(request, 'platforms'),
  is_active: fieldOf(request, 'is_active') === '1',
});

/** What belongs to another rhythm is left out; a first day that is not said is today. */
function bodyOf({ days_of_week: days, day_of_month: day, starts_on: start, ...rest }: FormValues) {
  return {
    ...rest,
    ...(rest['frequency'] === 'weekly' ? { days_of_week: days } : {}),
    ...(rest['frequency'] === 'monthly' ? { day_of_month: day } : {}),
    ...(start ? { starts_on: start } : {}),
  };
}

interface Shown {
  readonly id: number | null;
  readonly values: FormValues;
  readonly next?: readonly Occurrence[];
  readonly refusal?: Failure;
}

function show({ pages }: CalendarTools, request: FastifyRequest, reply: FastifyReply, { id, values, next, refusal }: Shown): FastifyReply {
  const zone = String(values['timezone'] ?? '');
  const body = (
    <ScheduleFormPage id={id} values={values} errors={refusal?.fields ?? {}} next={next ?? null} zone={isTimeZone(zone) ? zone : 'UTC'} />
  );
  const title = say(id === null ? m.create : m.editTitle, request.language);
  return pages.send(request, reply, { title, body, status: refusal ? statusOf(refusal) : 200 });
}

async function save(tools: CalendarTools, request: FastifyRequest, reply: FastifyReply, before: Schedule | null): Promise<FastifyReply> {
  const { schedules } = tools;
  const { accountId } = requireViewer(request);
  const values = typedValues(request);
  const id = before?.id ?? null;
  try {
    if (fieldOf(request, 'act') === 'preview')
      return show(tools, request, reply, { id, values, next: await schedules.preview(accountId, bodyOf(values), AHEAD) });
    const { name } = before
      ? await schedules.change(accountId, before.id, bodyOf(values))
      : await schedules.create(accountId, bodyOf(values));
    return done(request, reply, SCHEDULES, before ? m.changed : m.created, { name });
  } catch (error) {
    if (!(error instanceof Failure) || error.kind !== 'invalid') throw error;
    return show(tools, request, reply, { id, values, refusal: error });
  }
}
