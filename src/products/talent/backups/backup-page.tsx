/** `/admin/backup`: what is saved, saving now, and by itself. */
import type { ReactElement } from 'react';
import { type BackupSchedule, KEPT_BOUNDS, type Kept, LEAST_PASSWORD, SCHEDULES } from '#capabilities/backup/backup.ts';
import type { FieldErrors } from '#kernel/failure.ts';
import { Select } from '#kernel/page/choices.tsx';
import { Alert, Badge, Button, Card, EmptyState, LinkButton, PageHeader } from '#kernel/page/components.tsx';
import { usePage, useT } from '#kernel/page/context.tsx';
import { When } from '#kernel/page/facts.tsx';
import { PasswordInput, TextInput } from '#kernel/page/fields.tsx';
import { ErrorSummary, Form, FormActions, type FormValues } from '#kernel/page/forms.tsx';
import { DataTable } from '#kernel/page/table.tsx';
import { AdminTabs } from '../admin-tabs.tsx';
import { STUDIO_ZONE } from '../email-notifications/email-notifications.ts';
import { sizeIn } from '../sizes.ts';
import { kinds, m, schedules } from './messages.ts';

export const BACKUPS = '/admin/backup';
export const RESTORE = `${BACKUPS}/restore`;
export const fileAddress = ({ name }: Pick<Kept, 'name'>): string => `${BACKUPS}/files/${name}`;

export const Moment = ({ at }: { at: Date }): ReactElement => <When at={at} as="moment" zone={STUDIO_ZONE} />;

export interface BackupView {
  readonly kept: readonly Kept[];
  readonly folder: string;
  readonly hasPassword: boolean;
  readonly plan: { readonly schedule: BackupSchedule; readonly kept: number };
  /** Of the form that was refused. */
  readonly refused?: { readonly form: 'make' | 'plan'; readonly values: FormValues; readonly errors: FieldErrors };
}

export function BackupPage(view: BackupView): ReactElement {
  const t = useT();
  return (
    <>
      <PageHeader title={m.title} lead={m.lead}>
        <LinkButton href={RESTORE} kind="secondary" icon="history">
          {t(m.restoreTitle)}
        </LinkButton>
      </PageHeader>
      <AdminTabs />
      <div className="stack gap-5">
        <KeptTable kept={view.kept} />
        <div className="grid items-start gap-5 lg:grid-cols-2">
          <MakeCard {...view} />
          <PlanCard {...view} />
        </div>
        <Alert tone="info" title={m.keysTitle}>
          {t(m.keysText)}
        </Alert>
      </div>
    </>
  );
}

function KeptTable({ kept }: { kept: readonly Kept[] }): ReactElement {
  const t = useT();
  const { language } = usePage();
  return (
    <DataTable
      caption={m.kept}
      rows={kept}
      rowKey={({ name }) => name}
      empty={<EmptyState icon="database" title={m.none} text={m.noneText} />}
      columns={[
        { key: 'date', header: m.date, role: 'title', cell: ({ at }) => <Moment at={at} /> },
        { key: 'kind', header: m.kind, cell: ({ kind }) => <Badge>{t(kinds[kind])}</Badge> },
        { key: 'size', header: m.size, align: 'end', cell: ({ bytes }) => sizeIn(language, bytes) },
        {
          key: 'acts',
          header: m.acts,
          role: 'actions',
          cell: (one) => (
            <span className="cluster lg:flex-nowrap">
              <LinkButton href={fileAddress(one)} kind="secondary" size="sm" icon="download" download>
                {t(m.download)}
              </LinkButton>
              <LinkButton href={`${RESTORE}?name=${one.name}`} kind="quiet" size="sm" icon="history">
                {t(m.restore)}
              </LinkButton>
              <LinkButton href={`${fileAddress(one)}/delete`} kind="quiet" size="sm" icon="trash">
                {t(m.remove)}
              </LinkButton>
            </span>
          ),
        },
      ]}
    />
  );
}

function MakeCard({ hasPassword, refused }: BackupView): ReactElement {
  const t = useT();
  const errors = refused?.form === 'make' ? refused.errors : {};
  return (
    <Card title={m.make} lead={m.makeLead} icon="save">
      <Form id="make" action={`${BACKUPS}/create`} errors={errors}>
        <ErrorSummary labels={{ password: m.password }} />
        <PasswordInput
          name="password"
          label={m.password}
          hint={hasPassword ? m.passwordStored : m.passwordNew}
          required={!hasPassword}
          autoComplete="new-password"
          minLength={LEAST_PASSWORD}
        />
        <FormActions>
          <Button icon="save">{t(m.make)}</Button>
        </FormActions>
      </Form>
    </Card>
  );
}

function PlanCard({ plan, folder, refused }: BackupView): ReactElement {
  const t = useT();
  const isRefused = refused?.form === 'plan';
  const values = isRefused ? refused.values : { schedule: plan.schedule, kept: plan.kept };
  return (
    <Card title={m.planTitle} lead={{ data: t(m.planLead, { folder: `\u2066${folder}\u2069` }) }} icon="clock">
      <Form id="plan" action={`${BACKUPS}/schedule`} values={values} errors={isRefused ? refused.errors : {}}>
        <ErrorSummary labels={{ schedule: m.schedule, kept: m.keep, password: m.storePassword }} />
        <Select
          name="schedule"
          label={m.schedule}
          placeholder={null}
          options={SCHEDULES.map((value) => ({ value, label: t(schedules[value]) }))}
          required
        />
        <TextInput name="kept" type="number" label={m.keep} min={KEPT_BOUNDS.least} max={KEPT_BOUNDS.most} required />
        <PasswordInput name="password" label={m.storePassword} hint={m.storeHint} autoComplete="new-password" minLength={LEAST_PASSWORD} />
        <FormActions>
          <Button icon="save">{t(m.save)}</Button>
        </FormActions>
      </Form>
    </Card>
  );
}
