/** The form of a project, new or known. */
import type { ReactElement } from 'react';
import type { FieldErrors } from '#kernel/failure.ts';
import { type Option, Select, Switch } from '#kernel/page/choices.tsx';
import { Button, Card, LinkButton, PageHeader } from '#kernel/page/components.tsx';
import { useT } from '#kernel/page/context.tsx';
import { Combobox, DateInput, TextArea, TextInput } from '#kernel/page/fields.tsx';
import { ErrorSummary, FieldRow, Form, FormActions } from '#kernel/page/forms.tsx';
import { OPTIONS, PROJECT_STATUSES } from '../options/options.ts';
import type { Answers } from '../profile-form/profile-form.tsx';
import { LIST, pathOf } from './page-kit.tsx';
import { form, m } from './page-messages.ts';
import type { Project } from './project.ts';

export interface FormView {
  /** Null for a new one. */
  readonly project: Project | null;
  readonly answers: Answers;
  readonly errors: FieldErrors;
  readonly countries: readonly Option[];
  readonly productions: readonly Option[];
  readonly zones: readonly string[];
}

const LABELS = {
  name: m.name,
  production_type: m.type,
  production_id: m.production,
  country_id: m.country,
  shooting_locations: m.places,
  start_date: form.start,
  end_date: form.end,
  status: m.status,
  description: m.description,
  time_zone: form.zone,
  day_starts: form.dayStarts,
};

export function FormPage(view: FormView): ReactElement {
  const { project, answers, errors } = view;
  const t = useT();
  const page = project ? pathOf(project) : LIST;
  const crumbs = [{ label: m.projects, href: LIST }, ...(project ? [{ label: { data: project.name }, href: page }] : [])];
  const title = project ? t(form.editTitle, { name: project.name }) : m.create;
  return (
    <>
      <PageHeader title={title} crumbs={crumbs} {...(project ? {} : { lead: form.createLead })} />
      <Form
        action={project ? `${page}/edit` : `${LIST}/new`}
        values={answers}
        errors={errors}
        {...(project ? {} : { draft: 'project-new' })}
      >
        <ErrorSummary labels={LABELS} />
        <What {...view} />
        <When {...view} />
        <FormActions note={project && project.assignedCount > 0 ? t(form.codeNote) : undefined}>
          <Button icon="save">{t(project ? form.save : form.submit)}</Button>
          <LinkButton href={page} kind="quiet">
            {t(form.cancel)}
          </LinkButton>
        </FormActions>
      </Form>
    </>
  );
}

function What({ project, productions }: FormView): ReactElement {
  const statuses = Object.entries(PROJECT_STATUSES).map(([value, label]) => ({ value, label }));
  return (
    <Card title={form.what} icon="film">
      <div className="stack">
        <FieldRow>
          <TextInput name="name" label={m.name} required maxLength={100} autoComplete="off" autoFocus={!project} />
          <Select name="production_type" label={m.type} required options={OPTIONS.production_type} />
        </FieldRow>
        <FieldRow>
          <Select name="production_id" label={m.production} options={productions} placeholder={form.noProduction} icon="building" />
          {/* Of a known project it changes on its page, where finishing asks first. */}
          {!project && <Select name="status" label={m.status} options={statuses} placeholder={null} icon="flag" />}
        </FieldRow>
        <TextArea name="description" label={m.description} max={4000} rows={5} />
        <Switch name="is_active" label={form.shown} hint={form.shownHint} />
      </div>
    </Card>
  );
}

function When({ countries, zones }: FormView): ReactElement {
  return (
    <Card title={form.when} icon="calendar">
      <div className="stack">
        <FieldRow>
          <DateInput name="start_date" label={form.start} />
          <DateInput name="end_date" label={form.end} />
        </FieldRow>
        <FieldRow>
          <Select name="country_id" label={m.country} options={countries} icon="globe" />
          <TextInput name="shooting_locations" label={m.places} hint={form.placesHint} maxLength={500} icon="place" />
        </FieldRow>
        <FieldRow>
          <Combobox name="time_zone" label={form.zone} hint={form.zoneHint} suggestions={zones} icon="clock" />
          <TextInput
            name="day_starts"
            label={form.dayStarts}
            hint={form.dayStartsHint}
            placeholder="04:00"
            inputMode="numeric"
            icon="sun"
          />
        </FieldRow>
      </div>
    </Card>
  );
}
