/** The form of a company, new or known. */
import type { ReactElement } from 'react';
import { MAX_PHOTO_MEGABYTES } from '#capabilities/media/media.ts';
import type { FieldErrors } from '#kernel/failure.ts';
import { type Option, Select, Switch } from '#kernel/page/choices.tsx';
import { Button, Card, LinkButton, PageHeader } from '#kernel/page/components.tsx';
import { useT } from '#kernel/page/context.tsx';
import { TextArea, TextInput } from '#kernel/page/fields.tsx';
import { FileInput, type KeptUpload } from '#kernel/page/files.tsx';
import { ErrorSummary, FieldRow, Form, FormActions } from '#kernel/page/forms.tsx';
import { type Answers, FieldStack, textOf } from '../profile-form/profile-form.tsx';
import { LENGTHS } from './fields.ts';
import { form, labels } from './form-messages.ts';
import { m } from './messages.ts';
import type { Production } from './production.ts';
import { Logo } from './seal.tsx';

export interface FormView {
  /** Null for a new one. */
  readonly production: Production | null;
  readonly answers: Answers;
  readonly errors: FieldErrors;
  readonly countries: readonly Option[];
  readonly year: number;
}

const MEGABYTE = 1024 * 1024;

export function FormPage({ production, answers, errors, countries, year }: FormView): ReactElement {
  const t = useT();
  const base = '/cinema/productions';
  const page = production ? `${base}/${production.id}` : base;
  const crumbs = [{ label: m.productions, href: base }, ...(production ? [{ label: { data: production.name }, href: page }] : [])];
  const upload = textOf(answers, 'photo_upload');
  const title = production ? t(form.editTitle, { name: production.name }) : m.create;
  return (
    <>
      <PageHeader title={title} crumbs={crumbs} {...(production ? {} : { lead: form.createLead })} />
      <Form
        action={production ? `${page}/edit` : `${base}/new`}
        values={answers}
        errors={errors}
        multipart
        {...(production ? {} : { draft: 'production-new' })}
      >
        <ErrorSummary labels={labels} />
        <IdentityFields
          production={production}
          year={year}
          kept={upload && !errors['photo'] ? { id: upload, originalName: t(labels.photo) } : undefined}
        />
        <ContactFields countries={countries} />
        <WorkFields />
        <MeansFields />
        <FormActions>
          <Button icon="save">{t(production ? form.save : form.submit)}</Button>
          <LinkButton href={page} kind="quiet">
            {t(form.cancel)}
          </LinkButton>
        </FormActions>
      </Form>
    </>
  );
}

const IdentityFields = ({
  production,
  year,
  kept,
}: Pick<FormView, 'production' | 'year'> & { kept: KeptUpload | undefined }): ReactElement => (
  <Card title={form.identity}>
    <FieldStack>
      <TextInput name="name" label={labels.name} required maxLength={LENGTHS.name} autoComplete="organization" />
      <TextInput name="specialization" label={labels.specialization} hint={form.specializationHint} maxLength={LENGTHS.line} />
      <TextArea name="description" label={labels.description} rows={5} max={LENGTHS.description} />
      <FieldRow>
        <TextInput name="ceo" label={labels.ceo} maxLength={LENGTHS.line} autoComplete="off" />
        <TextInput name="founded_year" type="number" inputMode="numeric" label={labels.founded_year} min={1880} max={year} />
      </FieldRow>
      <FieldRow>
        <TextInput name="employees_count" type="number" inputMode="numeric" label={labels.employees_count} min={0} />
        <TextInput name="productions_count" type="number" inputMode="numeric" label={labels.productions_count} min={0} />
      </FieldRow>
      <div className="flex flex-wrap items-center gap-5 [&_.field]:min-w-64 [&_.field]:flex-1">
        {production?.logoFile && <Logo production={production} size="page" />}
        <FileInput
          name="photo"
          label={production?.logoFile ? form.newLogo : labels.photo}
          hint={form.logoHint}
          accept="image/png,image/jpeg"
          kept={kept}
          maxBytes={MAX_PHOTO_MEGABYTES * MEGABYTE}
          icon="images"
        />
      </div>
      <Switch name="is_active" label={labels.is_active} hint={form.activeHint} />
    </FieldStack>
  </Card>
);

const ContactFields = ({ countries }: Pick<FormView, 'countries'>): ReactElement => (
  <Card title={form.contacts} lead={form.contactsLead}>
    <FieldStack>
      <FieldRow>
        <TextInput name="email" type="email" label={labels.email} icon="mail" autoComplete="off" />
        <TextInput name="phone" type="tel" label={labels.phone} icon="phone" autoComplete="off" />
      </FieldRow>
      <TextInput name="website" inputMode="url" label={labels.website} icon="globe" placeholder="https://" />
      <FieldRow>
        <Select name="country_id" label={labels.country_id} options={countries} icon="globe" autoComplete="off" />
        <TextInput name="city" label={labels.city} maxLength={LENGTHS.line} icon="place" autoComplete="off" />
      </FieldRow>
      <FieldRow>
        <TextInput name="address" label={labels.address} maxLength={LENGTHS.line} autoComplete="off" />
        <TextInput name="postal_code" label={labels.postal_code} maxLength={LENGTHS.postalCode} autoComplete="off" />
      </FieldRow>
      <FieldRow>
        <TextInput name="facebook" label={labels.facebook} inputMode="url" icon="link" placeholder="@" />
        <TextInput name="instagram" label={labels.instagram} inputMode="url" icon="link" placeholder="@" />
      </FieldRow>
      <FieldRow>
        <TextInput name="linkedin" label={labels.linkedin} inputMode="url" icon="link" placeholder="@" />
        <TextInput name="twitter" label={labels.twitter} inputMode="url" icon="link" placeholder="@" />
      </FieldRow>
    </FieldStack>
  </Card>
);

function WorkFields(): ReactElement {
  const t = useT();
  return (
    <Card title={form.works} lead={form.worksLead}>
      <FieldStack>
        <FieldRow>
          <TextArea
            name="notable_productions"
            label={labels.notable_productions}
            hint={form.workHint}
            placeholder={t(form.workExample)}
            rows={5}
          />
          <TextArea name="awards" label={labels.awards} hint={form.awardHint} placeholder={t(form.awardExample)} rows={5} />
        </FieldRow>
        <FieldRow>
          <TextArea name="certifications" label={labels.certifications} hint={form.lineHint} rows={3} />
          <TextArea name="memberships" label={labels.memberships} hint={form.lineHint} rows={3} />
        </FieldRow>
      </FieldStack>
    </Card>
  );
}

function MeansFields(): ReactElement {
  const t = useT();
  return (
    <Card title={form.means}>
      <FieldStack>
        <TextArea name="services" label={labels.services} hint={form.lineHint} placeholder={t(form.serviceExample)} rows={4} />
        <FieldRow>
          <TextArea name="equipment" label={labels.equipment} rows={3} max={LENGTHS.text} />
          <TextArea name="studios" label={labels.studios} rows={3} max={LENGTHS.text} />
        </FieldRow>
      </FieldStack>
    </Card>
  );
}
