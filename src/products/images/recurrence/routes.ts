/** `/api/scheduler/schedules/…` (images-api.md, "Plannings Récurrents"). */
import type { FastifyRequest } from 'fastify';
import { failure } from '#kernel/failure.ts';
import { access, requireViewer } from '#kernel/http/access.ts';
import { say } from '#kernel/message.ts';
import { listAnswer, pageOf, secondsOf } from '../lists.ts';
import type { ImagesMount } from '../mount.ts';
import * as wire from './contract.ts';
import { m } from './messages.ts';
import type { Occurrence, Schedule, Schedules } from './recurrence.ts';

export interface ScheduleRouteTools {
  readonly schedules: Schedules;
  /** Origin of the links of lists. */
  readonly publicUrl: string;
}

const PREVIEW = 10;
type ById = { Params: { id: string } };

export function registerScheduleRoutes({ door, manners }: ImagesMount, { schedules, publicUrl }: ScheduleRouteTools): void {
  const config = manners(access.signedIn);
  const route = <S extends object>(summary: string, schema: S) => ({ config, schema: { tags: ['Scheduler'], summary, ...schema } });
  const present = (schedule: Schedule) => scheduleOf(schedule, schedules.next(schedule, 1)[0]);

  door.get('/api/scheduler/schedules', route('Recurring schedules', { response: { 200: wire.SCHEDULES } }), async (request) => {
    const asked = pageOf(request);
    return listAnswer(request, publicUrl, asked, await schedules.list(requireViewer(request).accountId, asked), present);
  });
  const create = route('A new recurring schedule', { body: wire.PLAN_BODY, response: { 201: wire.SCHEDULE } });
  door.post('/api/scheduler/schedules', create, async (request, reply) =>
    reply.code(201).send(present(await schedules.create(requireViewer(request).accountId, request.body))),
  );
  const preview = route('The next instants of a schedule that is not stored', { body: wire.PLAN_BODY, response: { 200: wire.INSTANTS } });
  door.post('/api/scheduler/schedules/preview', preview, async (request) => {
    const { accountId } = requireViewer(request);
    const instants = await schedules.preview(accountId, request.body, countOf(request));
    const asked = request.body['timezone'];
    return instantsOf(typeof asked === 'string' && asked ? asked : await schedules.zoneOf(accountId), instants);
  });
  door.get<ById>('/api/scheduler/schedules/:id', route('One schedule', { response: { 200: wire.SCHEDULE } }), async (request) =>
    present(await schedules.get(requireViewer(request).accountId, idOf(request))),
  );
  const change = route('Change the given fields', { body: wire.PLAN_BODY, response: { 200: wire.SCHEDULE } });
  door.patch<ById & { Body: Record<string, unknown> }>('/api/scheduler/schedules/:id', change, async (request) =>
    present(await schedules.change(requireViewer(request).accountId, idOf(request), request.body ?? {})),
  );
  door.delete<ById>('/api/scheduler/schedules/:id', route('Delete; its waiting posts are cancelled', {}), async (request, reply) => {
    await schedules.remove(requireViewer(request).accountId, idOf(request));
    return reply.code(204).send();
  });
  const next = route('Its next instants', { response: { 200: wire.INSTANTS } });
  door.get<ById>('/api/scheduler/schedules/:id/preview', next, async (request) => {
    const schedule = await schedules.get(requireViewer(request).accountId, idOf(request));
    return instantsOf(schedule.timezone, schedules.next(schedule, countOf(request)));
  });
}

function idOf({ params }: FastifyRequest): number {
  const { id } = params as ById['Params'];
  if (!/^[1-9]\d{0,14}$/.test(id)) throw failure.notFound(m.notFound);
  return Number(id);
}

/** `?count=`, ten when it says nothing useful. */
function countOf({ query }: FastifyRequest): number {
  const count = Number((query as { readonly count?: string }).count);
  return Number.isInteger(count) && count > 0 && count <= 50 ? count : PREVIEW;
}

const instantsOf = (timezone: string, occurrences: readonly Occurrence[]) => ({
  timezone,
  instants: occurrences.map(({ day, at }) => ({ local_date: day, at: secondsOf(at) })),
});

const NOTICES = { no_picture: m.noPicture, refused: m.refused, skipped: m.skipped } as const;

const scheduleOf = (schedule: Schedule, next: Occurrence | undefined) => ({
  id: schedule.id,
  name: schedule.name,
  frequency: schedule.frequency,
  time_of_day: schedule.timeOfDay,
  platforms: [...schedule.platforms],
  is_active: schedule.isActive,
  timezone: schedule.timezone,
  days_of_week: [...schedule.daysOfWeek],
  day_of_month: schedule.dayOfMonth,
  starts_on: schedule.startsOn,
  ends_on: schedule.endsOn,
  max_occurrences: schedule.maxOccurrences,
  tags: [...schedule.tags],
  caption_template: schedule.captionTemplate,
  hashtags: schedule.hashtags,
  posts_planned: schedule.planned,
  next_at: next ? secondsOf(next.at) : null,
  notice: schedule.trouble ? say(NOTICES[schedule.trouble.outcome], 'fr') : null,
  created_at: secondsOf(schedule.createdAt),
  updated_at: secondsOf(schedule.updatedAt),
});
