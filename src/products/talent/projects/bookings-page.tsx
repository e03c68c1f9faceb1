/** The role and the days of one person in a project. */
import type { ReactElement } from 'react';
import type { FieldErrors } from '#kernel/failure.ts';
import { Checkbox, Select } from '#kernel/page/choices.tsx';
import { Alert, Button, Card, LinkButton, PageHeader } from '#kernel/page/components.tsx';
import { type Text, useT } from '#kernel/page/context.tsx';
import { DateInput, TextInput } from '#kernel/page/fields.tsx';
import { Form, FormActions } from '#kernel/page/forms.tsx';
import { PersonLine } from '#kernel/page/people.tsx';
import { OPTIONS } from '../options/options.ts';
import { ClashList, mayAccept } from './clash-list.tsx';
import type { Clash } from './clashes.ts';
import { LIST, nameOf, pathOf } from './page-kit.tsx';
import { m } from './page-messages.ts';
import type { Project, TeamMember } from './project.ts';
import { assign, days, team } from './team-messages.ts';
import { photoOf } from './team-table.tsx';

/** One line of the form, as typed. */
export interface Line {
  readonly from: string;
  readonly to: string;
  readonly state: string;
}
export interface BookingsView {
  readonly project: Project;
  readonly member: TeamMember;
  readonly lines: readonly Line[];
  readonly role: Readonly<Record<'talent_type' | 'role_description', string>>;
  readonly errors: FieldErrors;
  readonly clashes: readonly Clash[] | null;
}

export function BookingsPage(view: BookingsView): ReactElement {
  const t = useT();
  const { project, member, clashes } = view;
  const crumbs = [
    { label: m.projects, href: LIST },
    { label: { data: project.name }, href: pathOf(project) },
  ];
  return (
    <>
      <PageHeader title={t(days.title, { name: nameOf(member) })} crumbs={crumbs}>
        <LinkButton href={`/cinema/talent/${member.talentId}/availability`} kind="secondary" icon="calendar">
          {t(team.calendar)}
        </LinkButton>
      </PageHeader>
      <div className="split">
        <div className="stack">
          <DaysForm {...view} />
          <RoleForm {...view} />
        </div>
        <div className="stack">
          <Card>
            <PersonLine name={nameOf(member)} code={member.projectCode} photo={photoOf(member)} href={`/cinema/profile/${member.code}`} />
          </Card>
          {clashes && clashes.length > 0 && <ClashList clashes={clashes} />}
        </div>
      </div>
    </>
  );
}

const actionOf = ({ projectId, id }: TeamMember): string => `${LIST}/${projectId}/bookings/${id}`;

const fieldOf = (index: number, field: string): string => `bookings.${index}.${field}`;

function DaysForm({ member, lines, errors, clashes }: BookingsView): ReactElement {
  const t = useT();
  const known = new Set(lines.flatMap((_line, index) => ['from', 'to', 'state'].map((name) => fieldOf(index, name))));
  const others = Object.entries(errors).filter(([name]) => !known.has(name) && name !== 'accept');
  return (
    <Form action={actionOf(member)} errors={errors} id="days">
      <Card title={days.days} lead={days.lead} icon="calendar">
        <div className="stack">
          {others.map(([name, error]) => (
            <Alert key={name} tone="danger">
              {t(error.message, error.params)}
            </Alert>
          ))}
          {lines.map((line, index) => (
            <LineFields key={fieldOf(index, 'from')} line={line} index={index} isNew={index >= member.bookings.length} />
          ))}
          {clashes && mayAccept(clashes) && <Checkbox name="accept" label={t(assign.accept)} />}
        </div>
      </Card>
      <FormActions>
        <Button icon="save">{t(days.save)}</Button>
        {member.bookings.some(({ state }) => state === 'pencil') && (
          <Button kind="secondary" icon="check" name="confirm" value="1">
            {t(days.confirmAll)}
          </Button>
        )}
      </FormActions>
    </Form>
  );
}

function LineFields({ line, index, isNew }: { line: Line; index: number; isNew: boolean }): ReactElement {
  const t = useT();
  const name = (field: string): string => fieldOf(index, field);
  const legend: Text = isNew ? days.newPeriod : t(days.period, { number: index + 1 });
  return (
    <fieldset className="grid gap-3 sm:grid-cols-3">
      <legend className="sr-only">{t(legend)}</legend>
      <DateInput name={name('from')} label={assign.from} value={line.from} />
      <DateInput name={name('to')} label={assign.to} value={line.to} />
      <Select name={name('state')} label={days.state} value={line.state} options={STATES} placeholder={null} />
    </fieldset>
  );
}

const STATES = [
  { value: 'booked', label: team.booked },
  { value: 'pencil', label: team.pencil },
];

function RoleForm({ member, role, errors }: BookingsView): ReactElement {
  const t = useT();
  return (
    <Form action={`${actionOf(member)}/role`} values={role} errors={errors} id="role">
      <Card title={days.role} icon="masks">
        <div className="field-row">
          <Select name="talent_type" label={assign.type} required options={OPTIONS.talent_type} />
          <TextInput name="role_description" label={assign.description} maxLength={500} autoComplete="off" />
        </div>
      </Card>
      <FormActions>
        <Button icon="save" kind="secondary">
          {t(days.saveRole)}
        </Button>
      </FormActions>
    </Form>
  );
}
