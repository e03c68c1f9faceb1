/** `/cinema/talent/:id/availability`: a month of a person's days, and the days on which they cannot work. */
import type { ReactElement } from 'react';
import { Alert, Badge, Button, Card, LinkButton, PageHeader } from '#kernel/page/components.tsx';
import { usePage, useT } from '#kernel/page/context.tsx';
import { DateInput, TextInput } from '#kernel/page/fields.tsx';
import { FieldRow, Form } from '#kernel/page/forms.tsx';
import { isContradicted, weeksOf } from './calendar.ts';
import type { Busy } from './clashes.ts';
import { calendar } from './days-messages.ts';
import { type DaysView, daysPath } from './days-view.ts';
import { MonthGrid } from './month-grid.tsx';
import { daysText, nameOf, pathOf } from './page-kit.tsx';
import { isStaff } from './policies.ts';
import { KINDS } from './team-table.tsx';

export function DaysPage(view: DaysView): ReactElement {
  const t = useT();
  const { person, mayChange, busy, month } = view;
  const isTorn = weeksOf(month, busy)
    .flat()
    .some((day) => day && isContradicted(day));
  return (
    <>
      <PageHeader title={t(calendar.title, { name: nameOf(person) })} lead={calendar.lead}>
        <LinkButton href={`/cinema/profile/${person.code}`} kind="secondary" icon="user">
          {t(calendar.profile)}
        </LinkButton>
      </PageHeader>
      <div className="split">
        <div className="stack">
          {isTorn && <Alert tone="warning">{t(calendar.both)}</Alert>}
          <MonthGrid {...view} />
          {mayChange && <p className="text-sm text-muted">{t(calendar.tap)}</p>}
        </div>
        <div className="stack">
          <ThisMonth busy={busy} />
          <Absences {...view} />
          {mayChange && <AddForm {...view} />}
        </div>
      </div>
    </>
  );
}

function ThisMonth({ busy }: Pick<DaysView, 'busy'>): ReactElement {
  const t = useT();
  const { language, viewer } = usePage();
  return (
    <Card title={calendar.month} icon="calendar">
      {busy.length === 0 && <p>{t(calendar.allFree)}</p>}
      <ul className="divide-y divide-line">
        {busy.map((taken) => {
          const { tone, icon, label } = KINDS[taken.kind];
          const { project } = taken;
          return (
            <li
              key={`${taken.kind} ${taken.assignmentId} ${taken.from}`}
              className="flex flex-wrap items-center justify-between gap-2 py-2"
            >
              <span className="min-w-0">
                {project ? <ProjectName project={project} isLink={isStaff(viewer)} /> : (taken.reason ?? t(label))}
                <span className="block text-sm text-muted">{daysText(taken, language)}</span>
              </span>
              <Badge tone={tone} icon={icon}>
                {t(label)}
              </Badge>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}

/** The person may be in a project that was put away: then its page is not theirs to open. */
const ProjectName = ({ project, isLink }: { project: NonNullable<Busy['project']>; isLink: boolean }): ReactElement =>
  isLink ? <a href={pathOf(project)}>{project.name}</a> : <strong>{project.name}</strong>;

function Absences({ person, absences, mayChange, month }: DaysView): ReactElement {
  const t = useT();
  const { language } = usePage();
  return (
    <Card title={calendar.absences} icon="ban">
      {absences.length === 0 && <p className="text-muted">{t(calendar.none)}</p>}
      <ul className="divide-y divide-line">
        {absences.map((absence) => {
          const days = daysText(absence, language);
          return (
            <li key={absence.id} className="flex items-center justify-between gap-2 py-2">
              <span className="min-w-0">
                {days}
                {absence.reason && <span className="block text-sm text-muted">{absence.reason}</span>}
              </span>
              {mayChange && (
                <Form action={`${daysPath(person)}/${absence.id}/remove?month=${month}`} id={`absence-${absence.id}`}>
                  <Button kind="quiet" size="sm" icon="trash" label={t(calendar.remove, { days })} />
                </Form>
              )}
            </li>
          );
        })}
      </ul>
    </Card>
  );
}

function AddForm({ person, month, typed, errors }: DaysView): ReactElement {
  const t = useT();
  return (
    <Card title={calendar.add} icon="plus">
      <Form action={`${daysPath(person)}?month=${month}`} values={typed} errors={errors}>
        <FieldRow>
          <DateInput name="from" label={calendar.from} required />
          <DateInput name="to" label={calendar.to} hint={calendar.toHint} />
        </FieldRow>
        <TextInput name="reason" label={calendar.reason} hint={calendar.reasonHint} maxLength={200} autoComplete="off" />
        <Button icon="plus" kind="secondary">
          {t(calendar.submit)}
        </Button>
      </Form>
    </Card>
  );
}
