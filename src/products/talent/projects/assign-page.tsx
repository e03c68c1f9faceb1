/** Adding a person: find them, see their days beside those of other projects, choose the role and the days. */
import type { ReactElement } from 'react';
import type { Failure, FieldErrors } from '#kernel/failure.ts';
import type { Message, Params } from '#kernel/message.ts';
import { Checkbox, RadioCards, Select } from '#kernel/page/choices.tsx';
import { Alert, Badge, Button, Card, EmptyState, LinkButton, PageHeader } from '#kernel/page/components.tsx';
import { usePage, useT } from '#kernel/page/context.tsx';
import { DateInput, TextInput } from '#kernel/page/fields.tsx';
import { ErrorSummary, FieldRow, Form, FormActions } from '#kernel/page/forms.tsx';
import { PersonLine } from '#kernel/page/people.tsx';
import { OPTIONS } from '../options/options.ts';
import type { Answers } from '../profile-form/profile-form.tsx';
import type { Person } from './availability-store.ts';
import { ClashList, mayAccept } from './clash-list.tsx';
import { type Busy, type Clash, clashesOf } from './clashes.ts';
import { rangeOf } from './days.ts';
import { daysText, LIST, nameOf, pathOf } from './page-kit.tsx';
import { m } from './page-messages.ts';
import type { Project } from './project.ts';
import { assign, team } from './team-messages.ts';
import { KINDS, photoOf } from './team-table.tsx';

export interface Found {
  readonly people: readonly (Person & { readonly busy: readonly Busy[]; readonly isInTeam: boolean })[];
  /** People who matched and are not shown. */
  readonly more: number;
}
export interface Chosen {
  readonly person: Person;
  readonly answers: Answers;
  readonly errors: FieldErrors;
  /** What the wanted days meet; null while they cannot be read. */
  readonly clashes: readonly Clash[] | null;
}
export interface AssignView {
  readonly project: Project;
  /** Null before anything was searched for. */
  readonly found: Found | null;
  readonly chosen: Chosen | null;
  readonly refusal: Failure | null;
}

export function AssignPage({ project, found, chosen, refusal }: AssignView): ReactElement {
  const t = useT();
  const crumbs = [
    { label: m.projects, href: LIST },
    { label: { data: project.name }, href: pathOf(project) },
  ];
  return (
    <>
      <PageHeader title={assign.title} crumbs={crumbs} />
      {/* A refusal that is no field's, or of a form that is no longer shown. */}
      {refusal && (!chosen || Object.keys(refusal.fields).length === 0) && <Alert tone="danger">{t(...wordsOf(refusal))}</Alert>}
      {chosen ? <AssignForm project={project} {...chosen} /> : <Search project={project} found={found} />}
    </>
  );
}

function wordsOf({ fields, text, params }: Failure): readonly [Message, Params] {
  const [field] = Object.values(fields);
  return field ? [field.message, field.params ?? {}] : [text, params];
}

const actionOf = (project: Project): string => `${pathOf(project)}/assign-talent`;

function Search({ project, found }: { project: Project; found: Found | null }): ReactElement {
  const t = useT();
  const { query } = usePage();
  return (
    <div className="stack">
      <Form action={actionOf(project)} method="get">
        <div className="flex max-w-2xl flex-wrap items-end gap-3">
          <div className="min-w-56 flex-1">
            <TextInput
              {...{ name: 'find', type: 'search', label: assign.find, value: query.get('find') ?? '', icon: 'search' }}
              autoComplete="off"
              autoFocus
            />
          </div>
          <Button icon="search">{t(assign.search)}</Button>
        </div>
      </Form>
      {found === null && <p className="text-muted">{t(assign.findFirst)}</p>}
      {found?.people.length === 0 && <EmptyState icon="search" title={assign.nobody} text={assign.nobodyText} />}
      {found && found.people.length > 0 && <Results project={project} found={found} />}
    </div>
  );
}

function Results({ project, found: { people, more } }: { project: Project; found: Found }): ReactElement {
  const t = useT();
  return (
    <Card>
      <ul className="divide-y divide-line">
        {people.map((person) => (
          <li key={person.id} className="flex flex-wrap items-center justify-between gap-3 py-3">
            <span className="min-w-56 flex-1">
              <PersonLine name={nameOf(person)} code={person.code} photo={photoOf(person)} href={`/cinema/profile/${person.code}`} />
            </span>
            {!person.isInTeam && <Days project={project} busy={person.busy} />}
            {person.isInTeam ? (
              <Badge icon="check">{t(assign.already)}</Badge>
            ) : (
              <LinkButton href={`${actionOf(project)}?talent_id=${person.id}`} kind="secondary" size="sm">
                {t(assign.choose)}
                <span className="sr-only"> {nameOf(person)}</span>
              </LinkButton>
            )}
          </li>
        ))}
      </ul>
      {more > 0 && <p className="text-muted">{t(assign.more, { count: more })}</p>}
    </Card>
  );
}

/** Free or not during the project: what booking all of it would meet. */
function Days({ project: { startDate, endDate }, busy }: { project: Project; busy: readonly Busy[] }): ReactElement | null {
  const t = useT();
  const { language } = usePage();
  if (!startDate) return null;
  const [first, ...others] = clashesOf([{ ...rangeOf(startDate, endDate ?? startDate), state: 'booked' }], busy);
  if (!first) {
    return (
      <Badge tone="success" icon="check">
        {t(team.free)}
      </Badge>
    );
  }
  const { tone, icon, label } = KINDS[first.kind];
  const words = [t(label), first.project?.name, daysText(first, language)].filter(Boolean).join(' · ');
  return (
    <Badge tone={tone} icon={icon}>
      {words}
      {others.length > 0 && ` +${others.length}`}
    </Badge>
  );
}

const LABELS = {
  talent_code: team.person,
  talent_type: assign.type,
  role_description: assign.description,
  state: assign.state,
  from: assign.from,
  to: assign.to,
};

function AssignForm({ project, person, answers, errors, clashes }: Chosen & { project: Project }): ReactElement {
  const t = useT();
  return (
    <Form action={actionOf(project)} values={answers} errors={errors}>
      <input type="hidden" name="talent_id" value={person.id} />
      <ErrorSummary labels={LABELS} />
      <div className="split">
        <Card title={team.editDays} icon="masks">
          <div className="stack">
            <FieldRow>
              <Select name="talent_type" label={assign.type} required options={OPTIONS.talent_type} />
              <TextInput name="role_description" label={assign.description} maxLength={500} autoComplete="off" />
            </FieldRow>
            <RadioCards name="state" label={assign.state} columns={3} options={STATES} />
            <FieldRow>
              <DateInput name="from" label={assign.from} />
              <DateInput name="to" label={assign.to} />
            </FieldRow>
            {clashes && mayAccept(clashes) && <Checkbox name="accept" label={t(assign.accept)} />}
          </div>
        </Card>
        <div className="stack">
          <Card>
            <PersonLine name={nameOf(person)} code={person.code} photo={photoOf(person)} />
          </Card>
          {clashes && <ClashList clashes={clashes} />}
        </div>
      </div>
      <FormActions>
        <Button icon="user-plus">{t(assign.submit)}</Button>
        <Button kind="secondary" icon="calendar" name="check" value="1" formNoValidate>
          {t(assign.check)}
        </Button>
        <LinkButton href={actionOf(project)} kind="quiet">
          {t(assign.another)}
        </LinkButton>
      </FormActions>
    </Form>
  );
}

const STATES = [
  { value: 'booked', label: team.booked, text: assign.bookedText, icon: 'check' },
  { value: 'pencil', label: team.pencil, text: assign.pencilText, icon: 'edit' },
  { value: 'none', label: assign.none, text: assign.noneText, icon: 'clock' },
] as const;
