/** The page where a supervisor puts a stay right: its times, or that it never was. */
import type { ReactElement } from 'react';
import type { FieldErrors } from '#kernel/failure.ts';
import { Button, Card, LinkButton, PageHeader } from '#kernel/page/components.tsx';
import { useT } from '#kernel/page/context.tsx';
import { DateInput, TextArea } from '#kernel/page/fields.tsx';
import { ErrorSummary, FieldRow, Form, FormActions, type FormValues } from '#kernel/page/forms.tsx';
import { localDateTime } from '#kernel/wall-time.ts';
import type { Project } from '../projects/projects.ts';
import type { StayToCorrect } from './corrections.ts';
import { shootingDay } from './days.ts';
import { correction as c, m } from './page-messages.ts';

export interface CorrectionView {
  readonly project: Project;
  readonly stay: StayToCorrect;
  readonly typed?: FormValues | undefined;
  readonly errors?: FieldErrors | undefined;
  /** Which of the two forms was refused. */
  readonly refused?: 'correct' | 'cancel';
}

export const dayHref = (project: Project, stay: Pick<StayToCorrect, 'from'>): string =>
  `/presence/${project.id}?day=${shootingDay(stay.from, project)}&state=all`;

export function CorrectionPage({ project, stay, typed, errors, refused }: CorrectionView): ReactElement {
  const t = useT();
  const action = `/presence/${project.id}/stays/${stay.id}`;
  const local = (at: Date | null): string => (at ? localDateTime(at, project.timeZone).slice(0, 16) : '');
  const values = { check_in: local(stay.from), check_out: local(stay.until), ...(refused === 'correct' ? typed : {}) };
  return (
    <>
      <PageHeader
        title={c.title}
        lead={t(c.lead, { name: stay.name, zone: project.timeZone })}
        crumbs={[
          { label: m.title, href: '/presence' },
          { label: { data: project.name }, href: dayHref(project, stay) },
        ]}
      />
      <div className="stack">
        <Card>
          <Form action={action} values={values} errors={refused === 'correct' ? errors : undefined} id="correct">
            <ErrorSummary labels={{ check_in: c.arrival, check_out: c.departure, reason: c.reason }} />
            <FieldRow>
              <DateInput name="check_in" label={c.arrival} withTime required />
              <DateInput name="check_out" label={c.departure} hint={c.departureHint} withTime />
            </FieldRow>
            <TextArea name="reason" label={c.reason} hint={c.reasonHint} rows={2} max={300} required />
            <FormActions>
              <Button icon="save">{t(c.save)}</Button>
              <LinkButton kind="quiet" href={dayHref(project, stay)}>
                {t(c.back)}
              </LinkButton>
            </FormActions>
          </Form>
        </Card>
        <Card tone="danger" title={c.cancelTitle} lead={c.cancelText}>
          <Form
            action={`${action}/cancel`}
            values={refused === 'cancel' ? typed : undefined}
            errors={refused === 'cancel' ? errors : undefined}
            id="cancel"
          >
            <TextArea name="reason" label={c.reason} rows={2} max={300} required />
            <FormActions>
              <Button kind="danger" icon="trash">
                {t(c.cancel)}
              </Button>
            </FormActions>
          </Form>
        </Card>
      </div>
    </>
  );
}
