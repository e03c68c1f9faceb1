/** The form of a recurring schedule, with its next ten times. */
import type { ReactElement } from 'react';
import type { FieldErrors } from '#kernel/failure.ts';
import { localeOf } from '#kernel/message.ts';
import { CheckboxGroup, RadioCards, Select, Switch } from '#kernel/page/choices.tsx';
import { Button, Card, LinkButton, PageHeader } from '#kernel/page/components.tsx';
import { usePage, useT } from '#kernel/page/context.tsx';
import { DateInput, TextArea, TextInput } from '#kernel/page/fields.tsx';
import { ErrorSummary, FieldRow, Form, FormActions, type FormValues } from '#kernel/page/forms.tsx';
import { FREQUENCIES, type Occurrence } from '../recurrence/recurrence.ts';
import { PLATFORM_OPTIONS } from './platforms.ts';
import { schedules as m } from './schedule-messages.ts';
import { NextTimes, SCHEDULES } from './schedules-view.tsx';
import { zoneGroups } from './zone-view.tsx';

interface ScheduleFormView {
  /** Null for a new one. */
  readonly id: number | null;
  readonly values: FormValues;
  readonly errors: FieldErrors;
  /** Null while nobody has asked. */
  readonly next: readonly Occurrence[] | null;
  readonly zone: string;
}

const LABELS = {
  name: m.name,
  frequency: m.frequency,
  days_of_week: m.weekdays,
  day_of_month: m.monthDay,
  time_of_day: m.time,
  timezone: m.zone,
  platforms: m.platforms,
  starts_on: m.startsOn,
  ends_on: m.endsOn,
  max_occurrences: m.most,
  tags: m.tags,
  caption_template: m.template,
  hashtags: m.hashtags,
};

export function ScheduleFormPage({ id, values, errors, next, zone }: ScheduleFormView): ReactElement {
  const t = useT();
  return (
    <>
      <PageHeader title={id === null ? m.create : m.editTitle} crumbs={[{ label: m.title, href: SCHEDULES }]} />
      <Form action={id === null ? `${SCHEDULES}/new` : `${SCHEDULES}/${id}`} values={values} errors={errors}>
        <div className="split">
          <div className="stack">
            <ErrorSummary labels={LABELS} />
            <Rhythm />
            <Content />
            <FormActions>
              <Button name="act" value="save" icon="save" size="lg">
                {t(m.save)}
              </Button>
              <LinkButton kind="quiet" size="lg" href={SCHEDULES}>
                {t(m.cancel)}
              </LinkButton>
            </FormActions>
          </div>
          <Card title={m.next}>
            <div className="stack">
              {next && <NextTimes next={next} zone={zone} />}
              <Button name="act" value="preview" kind="secondary" icon="eye" formNoValidate>
                {t(m.preview)}
              </Button>
            </div>
          </Card>
        </div>
      </Form>
    </>
  );
}

function Rhythm(): ReactElement {
  const { language } = usePage();
  const names = new Intl.DateTimeFormat(localeOf(language), { weekday: 'short', timeZone: 'UTC' });
  const weekdays = [1, 2, 3, 4, 5, 6, 7].map((value) => ({ value, label: names.format(Date.UTC(2024, 0, value)) }));
  return (
    <Card title={m.frequency} className="schedule-rhythm">
      <div className="stack">
        <TextInput name="name" label={m.name} required maxLength={100} />
        <RadioCards
          name="frequency"
          label={m.frequency}
          columns={3}
          required
          options={FREQUENCIES.map((value) => ({ value, label: m[value] }))}
        />
        <CheckboxGroup name="days_of_week" label={m.weekdays} hint={m.weekdaysHint} options={weekdays} className="only-weekly" />
        <TextInput name="day_of_month" type="number" min={1} max={31} label={m.monthDay} hint={m.monthDayHint} className="only-monthly" />
        <FieldRow>
          <TextInput name="time_of_day" label={m.time} required placeholder="10:00" icon="clock" />
          <Select name="timezone" label={m.zone} hint={m.zoneHint} icon="globe" groups={zoneGroups()} placeholder={null} />
        </FieldRow>
        <FieldRow>
          <DateInput name="starts_on" label={m.startsOn} hint={m.optional} />
          <DateInput name="ends_on" label={m.endsOn} hint={m.optional} />
          <TextInput name="max_occurrences" type="number" min={1} label={m.most} hint={m.optional} />
        </FieldRow>
        <Switch name="is_active" label={m.active} />
      </div>
    </Card>
  );
}

function Content(): ReactElement {
  const t = useT();
  return (
    <Card title={m.template}>
      <div className="stack">
        <CheckboxGroup name="platforms" label={m.platforms} options={PLATFORM_OPTIONS} required />
        <TextInput name="tags" label={m.tags} hint={m.tagsHint} icon="hash" />
        <TextArea
          name="caption_template"
          label={m.template}
          hint={t(m.templateHint, { prompt: '{prompt}', tags: '{tags}', date: '{date}' })}
          rows={4}
        />
        <TextInput name="hashtags" label={m.hashtags} icon="hash" />
      </div>
    </Card>
  );
}
