/** A person in the list of a day: who, since when, what to check, and the one act that comes next. */
import type { ReactElement } from 'react';
import { Badge, Button, LinkButton } from '#kernel/page/components.tsx';
import { useT } from '#kernel/page/context.tsx';
import { Ltr } from '#kernel/page/facts.tsx';
import { Form } from '#kernel/page/forms.tsx';
import { PersonLine } from '#kernel/page/people.tsx';
import type { Column } from '#kernel/page/table.tsx';
import { localTime } from '#kernel/wall-time.ts';
import { choiceOf } from '../options/options.ts';
import type { Project } from '../projects/projects.ts';
import type { DayPerson, DayStay } from './day.ts';
import { correction, flagText, m } from './page-messages.ts';
import { nameOf } from './team.ts';
import { ViewField } from './view-field.tsx';

/** A list of people who did not come has no times to show. */
export const columnsOf = (project: Project, people: readonly DayPerson[], isToday: boolean): readonly Column<DayPerson>[] => [
  { key: 'person', header: m.person, role: 'title', cell: (person) => <Who project={project} person={person} /> },
  { key: 'role', header: m.role, cell: (person) => <RoleOf person={person} /> },
  ...(people.some(({ stays }) => stays.length > 0)
    ? [{ key: 'times', header: m.times, cell: (person: DayPerson) => <Times project={project} person={person} /> }]
    : []),
  {
    key: 'actions',
    header: m.actions,
    role: 'actions',
    align: 'end',
    cell: (person) => isToday && person.assigned && <NextAct project={project} person={person} />,
  },
];

const Who = ({ project, person }: { project: Project; person: DayPerson }): ReactElement => (
  <PersonLine
    name={nameOf(person)}
    code={person.projectCode}
    href={`/presence/history/${person.code}?project_id=${project.id}`}
    photo={person.photoFile && `/presence/${project.id}/face/${person.talentId}`}
  />
);

function RoleOf({ person }: { person: DayPerson }): ReactElement {
  const t = useT();
  return (
    <span className="cluster">
      {person.role ?? t(choiceOf('talent_type', person.talentType).label)}
      {person.booked === false && <Badge tone="neutral">{t(m.notBooked)}</Badge>}
      {!person.assigned && <Badge tone="warning">{t(m.removed)}</Badge>}
    </span>
  );
}

function Times({ project, person }: { project: Project; person: DayPerson }): ReactElement {
  if (person.stays.length === 0) return <span className="text-muted">—</span>;
  return (
    <div className="grid gap-1">
      {person.stays.map((stay) => (
        <StayLine key={stay.id} project={project} stay={stay} />
      ))}
    </div>
  );
}

function StayLine({ project, stay }: { project: Project; stay: DayStay }): ReactElement {
  const t = useT();
  const clock = (at: Date): string => localTime(at, project.timeZone).slice(0, 5);
  const forgotten = stay.flags.includes('no_check_out');
  const end = stay.until ? null : t(forgotten ? m.unknownEnd : m.stillOpen);
  return (
    <span className="cluster">
      <Ltr>{stay.until ? `${clock(stay.from)} – ${clock(stay.until)}` : clock(stay.from)}</Ltr>
      {end && <span className="text-muted">{end}</span>}
      {stay.flags.map((flag) => (
        <Badge key={flag} tone="warning">
          {t(flagText(flag))}
        </Badge>
      ))}
      {stay.corrections.length > 0 && <Badge tone="info">{t(m.corrected)}</Badge>}
      <LinkButton kind="quiet" size="sm" icon="edit" label={correction.title} href={`/presence/${project.id}/stays/${stay.id}`} />
    </span>
  );
}

function NextAct({ project, person }: { project: Project; person: DayPerson }): ReactElement {
  const t = useT();
  const there = person.state === 'present';
  return (
    <Form action={`/presence/${project.id}/mark`} id={`mark-${person.talentId}`}>
      <ViewField />
      <input type="hidden" name="talent_id" value={person.talentId} />
      <Button
        kind={there ? 'secondary' : 'primary'}
        icon={there ? 'sign-out' : 'success'}
        name="action"
        value={there ? 'check_out' : 'check_in'}
      >
        {t(there ? m.leave : m.arrive)}
      </Button>
    </Form>
  );
}
