/** `/admin/names/watch`: the names that are watched, a new one, and what the list keeps about a person who asks. */
import type { ReactElement } from 'react';
import type { FieldErrors } from '#kernel/failure.ts';
import { Alert, Badge, Button, Card, EmptyState, PageHeader } from '#kernel/page/components.tsx';
import { usePage, useT } from '#kernel/page/context.tsx';
import { When } from '#kernel/page/facts.tsx';
import { DateInput, TextArea, TextInput } from '#kernel/page/fields.tsx';
import { ErrorSummary, FieldRow, Form, FormActions } from '#kernel/page/forms.tsx';
import { type Column, DataTable } from '#kernel/page/table.tsx';
import { Pagination, Tabs } from '#kernel/page/trails.tsx';
import { m } from './messages.ts';
import { nameOf, type Person } from './person.ts';
import { QUEUE, WATCH } from './queue-page.tsx';
import { type Entry, type Notice, watchedName } from './watch.ts';
import type { TypedEntry } from './watch-form.ts';
import { watch as words } from './watch-messages.ts';

export interface FormView {
  readonly typed: TypedEntry;
  readonly errors: FieldErrors;
  readonly today: Date;
  /** The last day that may be chosen. */
  readonly limit: Date;
}
export interface AccessView {
  readonly code: string;
  readonly person: Person | null;
  readonly notices: readonly (Notice & { readonly entry: Entry })[];
}
interface WatchView {
  readonly rows: readonly Entry[];
  readonly isCurrent: boolean;
  readonly form: FormView;
  readonly access: AccessView | null;
  readonly total: number;
  readonly page: number;
  readonly pages: number;
  readonly size: number;
}

export function WatchPage({ rows, isCurrent, form, access, ...list }: WatchView): ReactElement {
  return (
    <>
      <PageHeader title={words.title} lead={words.lead} crumbs={[{ label: m.title, href: QUEUE }]} />
      <Tabs
        label={words.lists}
        items={[
          { label: words.current, href: WATCH, current: isCurrent },
          { label: words.over, href: `${WATCH}?list=over`, current: !isCurrent },
        ]}
      />
      <div className="stack">
        <DataTable
          caption={words.title}
          rows={rows}
          rowKey={(entry) => entry.id}
          columns={COLUMNS}
          empty={<EmptyState icon="bell" title={words.none} text={words.noneText} />}
        />
        <Pagination {...list} />
        {isCurrent && <AddForm form={form} />}
        <Access access={access} />
      </div>
    </>
  );
}

const COLUMNS: readonly Column<Entry>[] = [
  { key: 'name', header: words.name, role: 'title', cell: (entry) => <Name entry={entry} /> },
  { key: 'reason', header: words.reason, cell: (entry) => <span dir="auto">{entry.description}</span> },
  { key: 'until', header: words.until, cell: (entry) => <When at={entry.endedAt ?? entry.expiresAt} /> },
  { key: 'people', header: words.noticed, cell: (entry) => <Noticed entry={entry} /> },
  { key: 'by', header: words.by, role: 'hidden', cell: (entry) => entry.createdBy ?? '—' },
];

const Name = ({ entry }: { entry: Entry }): ReactElement => (
  <a className="font-semibold" href={`${WATCH}/${entry.id}`} dir="auto">
    {watchedName(entry)}
  </a>
);

function Noticed({ entry: { noticed, unseen } }: { entry: Entry }): ReactElement {
  const t = useT();
  return (
    <span className="cluster">
      <span className="tabular">{noticed}</span>
      {unseen > 0 && (
        <Badge tone="danger" icon="bell">
          {t(words.unseen, { count: unseen })}
        </Badge>
      )}
    </span>
  );
}

const dayOf = (date: Date): string => date.toISOString().slice(0, 10);

function AddForm({ form: { typed, errors, today, limit } }: { form: FormView }): ReactElement {
  const t = useT();
  return (
    <Card title={words.add} lead={words.addLead} icon="bell">
      <Form action={WATCH} id="watch" values={typed} errors={errors}>
        <ErrorSummary labels={LABELS} />
        <FieldRow>
          <TextInput name="first_name" label={words.firstName} required maxLength={100} autoComplete="off" />
          <TextInput name="last_name" label={words.lastName} required maxLength={100} autoComplete="off" />
        </FieldRow>
        <RestFields today={today} limit={limit} />
        <FormActions>
          <Button icon="bell">{t(words.submit)}</Button>
        </FormActions>
      </Form>
    </Card>
  );
}

const LABELS = {
  first_name: words.firstName,
  last_name: words.lastName,
  reason: words.reason,
  until: words.until,
  email: words.email,
} as const;

/** What may be changed later too. */
export const RestFields = ({ today, limit }: Pick<FormView, 'today' | 'limit'>): ReactElement => (
  <>
    <TextArea name="reason" label={words.reason} hint={words.reasonHint} required rows={3} max={500} />
    <FieldRow>
      <DateInput name="until" label={words.until} hint={words.untilHint} required min={dayOf(today)} max={dayOf(limit)} />
      <TextInput name="email" type="email" icon="mail" label={words.email} hint={words.emailHint} autoComplete="off" />
    </FieldRow>
  </>
);

function Access({ access }: { access: AccessView | null }): ReactElement {
  const t = useT();
  const { query } = usePage();
  return (
    <Card title={words.accessTitle} lead={words.accessLead} icon="shield">
      <Form action={WATCH} method="get" id="access" values={{ code: query.get('code') }}>
        <div className="flex flex-wrap items-end gap-3">
          <TextInput name="code" label={words.accessCode} autoComplete="off" spellCheck={false} />
          <Button kind="secondary" icon="search">
            {t(words.accessShow)}
          </Button>
        </div>
      </Form>
      {access && <Kept access={access} />}
    </Card>
  );
}

function Kept({ access: { person, notices } }: { access: AccessView }): ReactElement {
  const t = useT();
  if (!person) return <Alert tone="warning" title={words.accessNobody} />;
  const who = { name: nameOf(person), code: person.code };
  if (notices.length === 0) return <Alert tone="info" title={t(words.accessNone, who)} />;
  return (
    <div className="mt-4">
      <p className="font-semibold">{t(words.accessFound, who)}</p>
      <ul className="mt-2 flex flex-col gap-2">
        {notices.map(({ id, entry, createdAt, status }) => (
          <li key={id}>
            <a href={`${WATCH}/${entry.id}`} dir="auto">
              {watchedName(entry)}
            </a>
            {' · '}
            <span dir="auto">{entry.description}</span>
            {' · '}
            <When at={createdAt} /> · {t(words[status])}
          </li>
        ))}
      </ul>
    </div>
  );
}
