/** `/publications/schedules`: the rhythms that make posts by themselves. */

import type { ReactElement } from 'react';
import { PlatformMark } from '#capabilities/publishing/publishing.ts';
import { type Language, localeOf } from '#kernel/message.ts';
import { Alert, Badge, Button, Card, EmptyState, LinkButton } from '#kernel/page/components.tsx';
import { Confirm } from '#kernel/page/confirm.tsx';
import { type Speak, usePage, useT } from '#kernel/page/context.tsx';
import { Form } from '#kernel/page/forms.tsx';
import { Icon } from '#kernel/page/icons.tsx';
import type { Occurrence, Schedule } from '../recurrence/recurrence.ts';
import { dayText, Moment, momentText } from './moments.tsx';
import { ROOT } from './requests.ts';
import { Room } from './rooms-view.tsx';
import { schedules as m } from './schedule-messages.ts';

export const SCHEDULES = `${ROOT}/schedules`;

interface SchedulesView {
  readonly schedules: readonly { readonly schedule: Schedule; readonly next: readonly Occurrence[] }[];
  readonly isPlayed: boolean;
}

export function SchedulesPage({ schedules, isPlayed }: SchedulesView): ReactElement {
  const t = useT();
  const create = (
    <LinkButton icon="plus" href={`${SCHEDULES}/new`}>
      {t(m.create)}
    </LinkButton>
  );
  return (
    <Room title={m.title} lead={m.lead} isPlayed={isPlayed} {...(schedules.length > 0 ? { actions: create } : {})}>
      {schedules.length === 0 ? (
        <EmptyState icon="refresh" title={m.none} text={m.noneText}>
          {create}
        </EmptyState>
      ) : (
        <div className="schedule-cards">
          {schedules.map(({ schedule, next }) => (
            <ScheduleCard key={schedule.id} schedule={schedule} next={next} />
          ))}
        </div>
      )}
    </Room>
  );
}

/** « Chaque semaine (lun., jeu.) à 10:00, jusqu’au 3 mars ». */
function rhythmText({ frequency, timeOfDay, daysOfWeek, dayOfMonth, startsOn, endsOn }: Schedule, t: Speak, language: Language): string {
  const time = timeOfDay.slice(0, 5);
  const names = new Intl.DateTimeFormat(localeOf(language), { weekday: 'short', timeZone: 'UTC' });
  const weekdays = daysOfWeek.length > 0 ? daysOfWeek : [new Date(`${startsOn}T00:00:00Z`).getUTCDay() || 7];
  const days = weekdays.map((day) => names.format(Date.UTC(2024, 0, day))).join(', ');
  const rhythm = {
    daily: () => t(m.rhythmDaily, { time }),
    weekly: () => t(m.rhythmWeekly, { days, time }),
    monthly: () => t(m.rhythmMonthly, { day: dayOfMonth ?? Number(startsOn.slice(8)), time }),
  }[frequency]();
  const until = endsOn ? t(m.until, { day: dayText(endsOn, language, { dateStyle: 'long' }) }) : '';
  return [rhythm, until].filter(Boolean).join(', ');
}

function ScheduleCard({ schedule, next }: { schedule: Schedule; next: readonly Occurrence[] }): ReactElement {
  const t = useT();
  const { language } = usePage();
  const { name, isActive, platforms, timezone, planned, trouble } = schedule;
  return (
    <Card
      title={name}
      lead={`${rhythmText(schedule, t, language)} · ${timezone.replaceAll('_', ' ')}`}
      actions={
        <Badge tone={isActive ? 'success' : 'neutral'} icon={isActive ? 'play' : 'pause'}>
          {t(isActive ? m.active : m.paused)}
        </Badge>
      }
      footer={<ScheduleActs schedule={schedule} />}
    >
      <div className="stack">
        <p className="cluster">
          {platforms.map((platform) => (
            <PlatformMark key={platform} platform={platform} named />
          ))}
          <span className="text-muted">{t(m.planned, { count: planned })}</span>
        </p>
        {trouble && <Alert tone="warning">{t(m[trouble.outcome], { when: momentText(trouble.at, timezone, language) })}</Alert>}
        {isActive && <NextTimes next={next} zone={timezone} titled />}
      </div>
    </Card>
  );
}

function ScheduleActs({ schedule: { id, isActive } }: { schedule: Schedule }): ReactElement {
  const t = useT();
  const at = `${SCHEDULES}/${id}`;
  return (
    <>
      <LinkButton kind="secondary" size="sm" icon="edit" href={at}>
        {t(m.edit)}
      </LinkButton>
      <Form action={`${at}/${isActive ? 'pause' : 'resume'}`} id={`turn-${id}`}>
        <Button kind="quiet" size="sm" icon={isActive ? 'pause' : 'play'}>
          {t(isActive ? m.pause : m.resume)}
        </Button>
      </Form>
      <LinkButton kind="quiet" size="sm" icon="trash" href={`${at}/delete`}>
        {t(m.remove)}
      </LinkButton>
    </>
  );
}

export function NextTimes({ next, zone, titled }: { next: readonly Occurrence[]; zone: string; titled?: boolean }): ReactElement {
  const t = useT();
  if (next.length === 0) return <p className="text-muted">{t(m.noNext)}</p>;
  return (
    <div>
      {titled && <p className="field-label">{t(m.next)}</p>}
      <ol className="next-times">
        {next.map(({ at }) => (
          <li key={at.getTime()}>
            <Icon name="clock" />
            <Moment at={at} zone={zone} />
          </li>
        ))}
      </ol>
    </div>
  );
}

export function RemoveSchedulePage({ schedule }: { schedule: Schedule }): ReactElement {
  const t = useT();
  const at = `${SCHEDULES}/${schedule.id}`;
  return (
    <Confirm title={m.removeTitle} name={schedule.name} action={`${at}/delete`} submit={m.remove} cancelHref={SCHEDULES} danger>
      {t(m.removeText)}
    </Confirm>
  );
}
