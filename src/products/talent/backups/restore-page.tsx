/** `/admin/backup/restore`: which archive, then what it would change, then the word that does it. */
import type { ReactElement } from 'react';
import type { Kept, Review } from '#capabilities/backup/backup.ts';
import type { FieldErrors } from '#kernel/failure.ts';
import { localeOf } from '#kernel/message.ts';
import { Checkbox } from '#kernel/page/choices.tsx';
import { Alert, Button, Card, EmptyState, LinkButton, PageHeader } from '#kernel/page/components.tsx';
import { usePage, useT } from '#kernel/page/context.tsx';
import { Data, Definitions, Ltr } from '#kernel/page/facts.tsx';
import { Field, PasswordInput, TextInput } from '#kernel/page/fields.tsx';
import { ErrorSummary, Form, FormActions, useField } from '#kernel/page/forms.tsx';
import { Icon } from '#kernel/page/icons.tsx';
import { DataTable } from '#kernel/page/table.tsx';
import { sizeIn } from '../sizes.ts';
import { BACKUPS, Moment, RESTORE } from './backup-page.tsx';
import { m } from './messages.ts';

/** In every language the same: it is typed, not read. */
export const CONFIRMATION = 'RESTORE';
const CRUMBS = [{ label: m.title, href: BACKUPS }];
const LABELS = { archive: m.archive, password: m.password, confirm: m.typeName, accept_keys: m.otherKeys };

export interface ChoosingView {
  /** A kept one that was chosen; null: a file is sent. */
  readonly kept: Kept | null;
  readonly hasPassword: boolean;
  readonly errors: FieldErrors;
}

export function ChoosingPage({ kept, hasPassword, errors }: ChoosingView): ReactElement {
  const t = useT();
  return (
    <>
      <PageHeader title={m.restoreTitle} lead={m.restoreLead} crumbs={CRUMBS} />
      <Card>
        <Form action={RESTORE} errors={errors} multipart>
          <ErrorSummary labels={LABELS} />
          {kept ? <ChosenArchive kept={kept} /> : <ArchiveInput />}
          <PasswordInput
            name="password"
            label={m.password}
            hint={hasPassword ? m.passwordStored : undefined}
            required={!hasPassword}
            autoComplete="current-password"
          />
          <FormActions>
            <Button icon="search">{t(m.check)}</Button>
            <LinkButton href={BACKUPS} kind="quiet">
              {t(m.title)}
            </LinkButton>
          </FormActions>
        </Form>
      </Card>
    </>
  );
}

function ChosenArchive({ kept }: { kept: Kept }): ReactElement {
  const t = useT();
  return (
    <p>
      <input type="hidden" name="name" value={kept.name} />
      {t(m.takenAt)} <Moment at={kept.at} /> · <Ltr>{kept.name}</Ltr>
    </p>
  );
}

function ArchiveInput(): ReactElement {
  const props = { name: 'archive', label: m.archive, hint: m.archiveHint, required: true };
  const facts = useField(props, null);
  return (
    <Field {...props} facts={facts}>
      <span className="control">
        <Icon name="upload" />
        <input {...facts.control} type="file" accept=".zip,application/zip" className="py-2" />
      </span>
    </Field>
  );
}

export interface ReviewView {
  readonly kept: Kept;
  readonly review: Review;
  readonly hasPassword: boolean;
  readonly errors: FieldErrors;
}

export function ReviewPage({ kept, review, hasPassword, errors }: ReviewView): ReactElement {
  return (
    <>
      <PageHeader title={m.reviewTitle} lead={m.restoreLead} crumbs={[...CRUMBS, { label: m.restoreTitle, href: RESTORE }]} />
      <div className="stack gap-5">
        <Facts kept={kept} review={review} />
        <Differences tables={review.tables} />
        <ConfirmCard {...{ kept, review, hasPassword, errors }} />
      </div>
    </>
  );
}

function Facts({ kept, review: { takenAt, program, schema, files, jobs } }: Pick<ReviewView, 'kept' | 'review'>): ReactElement {
  const t = useT();
  const { language } = usePage();
  return (
    <Card title={{ data: kept.name }} icon="database">
      <div className="stack">
        <Alert tone="success">{t(m.whole, { version: program })}</Alert>
        {schema === 'older' && <Alert tone="info">{t(m.older)}</Alert>}
        <Definitions
          items={[
            { term: m.takenAt, value: <Moment at={takenAt} /> },
            { term: m.jobs, value: jobs },
            { term: m.files, value: t(m.filesSum, { ...files, size: sizeIn(language, files.bytes) }), wide: true },
          ]}
        />
      </div>
    </Card>
  );
}

function Differences({ tables }: Pick<Review, 'tables'>): ReactElement {
  const t = useT();
  const { language } = usePage();
  const number = new Intl.NumberFormat(localeOf(language));
  const signed = new Intl.NumberFormat(localeOf(language), { signDisplay: 'exceptZero' });
  const changed = tables.filter(({ here, archive }) => here !== archive);
  return (
    <Card title={m.tables} icon="list">
      <div className="stack">
        <DataTable
          caption={m.tables}
          rows={changed}
          rowKey={({ name }) => name}
          empty={<EmptyState icon="check" title={m.noChange} text={m.noChangeText} />}
          columns={[
            { key: 'table', header: m.table, role: 'title', cell: ({ name }) => <Ltr>{name}</Ltr> },
            { key: 'here', header: m.here, align: 'end', cell: ({ here }) => number.format(here) },
            { key: 'archive', header: m.inArchive, align: 'end', cell: ({ archive }) => number.format(archive) },
            {
              key: 'difference',
              header: m.difference,
              align: 'end',
              cell: ({ here, archive }) => <Ltr>{signed.format(archive - here)}</Ltr>,
            },
          ]}
        />
        {changed.length > 0 && <p className="text-muted">{t(m.sameTables, { count: tables.length - changed.length })}</p>}
      </div>
    </Card>
  );
}

function ConfirmCard({ kept, review: { missingKeys, unreadable }, hasPassword, errors }: ReviewView): ReactElement {
  const t = useT();
  const columns = unreadable.join(', ') || '—';
  return (
    <Card title={m.warnTitle} icon="warning" tone="danger">
      <Form action={RESTORE} errors={errors}>
        <ErrorSummary labels={LABELS} />
        <p>{t(m.warnText)}</p>
        <input type="hidden" name="name" value={kept.name} />
        <input type="hidden" name="step" value="restore" />
        {missingKeys.length > 0 && (
          <>
            <Alert tone="warning" title={m.otherKeys}>
              <Data>{t(m.otherKeysText, { keys: missingKeys.join(', '), columns })}</Data>
            </Alert>
            <Checkbox name="accept_keys" label={t(m.acceptKeys)} />
          </>
        )}
        <PasswordInput
          name="password"
          label={m.passwordAgain}
          hint={hasPassword ? m.passwordStored : undefined}
          required={!hasPassword}
          autoComplete="current-password"
        />
        <TextInput name="confirm" label={m.typeName} hint={{ data: CONFIRMATION }} required autoComplete="off" spellCheck={false} />
        <FormActions>
          <Button kind="danger" icon="history">
            {t(m.restoreNow)}
          </Button>
          <LinkButton href={BACKUPS} kind="quiet">
            {t(m.title)}
          </LinkButton>
        </FormActions>
      </Form>
    </Card>
  );
}
