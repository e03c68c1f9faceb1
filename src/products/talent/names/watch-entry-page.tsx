/** `/admin/names/watch/:id`: one watched name, its reason and end, and who was noticed. */
import type { ReactElement } from 'react';
import { localeOf } from '#kernel/message.ts';
import { Alert, Badge, Button, Card, EmptyState, LinkButton, PageHeader, type Tone } from '#kernel/page/components.tsx';
import { usePage, useT } from '#kernel/page/context.tsx';
import { When } from '#kernel/page/facts.tsx';
import { ErrorSummary, Form, FormActions } from '#kernel/page/forms.tsx';
import { PersonLine } from '#kernel/page/people.tsx';
import { type Column, DataTable } from '#kernel/page/table.tsx';
import { Pagination } from '#kernel/page/trails.tsx';
import { m } from './messages.ts';
import { nameOf, profileOf } from './person.ts';
import { KindBadge, photoOf, QUEUE, type ShownPerson, WATCH } from './queue-page.tsx';
import { type Entry, isOver, type Notice, watchedName } from './watch.ts';
import { watch as words } from './watch-messages.ts';
import { type FormView, RestFields } from './watch-page.tsx';

type Row = Omit<Notice, 'person'> & { readonly person: ShownPerson };
interface EntryView {
  readonly entry: Entry;
  readonly rows: readonly Row[];
  readonly form: FormView;
  readonly total: number;
  readonly page: number;
  readonly pages: number;
  readonly size: number;
}

export function EntryPage({ entry, rows, form, ...list }: EntryView): ReactElement {
  const t = useT();
  const over = isOver(entry, form.today);
  return (
    <>
      <PageHeader
        title={{ data: watchedName(entry) }}
        crumbs={[
          { label: m.title, href: QUEUE },
          { label: words.title, href: WATCH },
        ]}
      >
        {!over && (
          <LinkButton kind="secondary" icon="ban" href={`${WATCH}/${entry.id}/end`}>
            {t(words.end)}
          </LinkButton>
        )}
      </PageHeader>
      <div className="stack">
        {over && <Alert tone="info" title={words.isOver} />}
        <Card title={words.matches} lead={words.matchesLead}>
          <DataTable
            caption={words.matches}
            rows={rows}
            rowKey={(row) => row.id}
            columns={COLUMNS}
            empty={<EmptyState icon="users" title={words.noPeople} text={words.noPeopleText} />}
          />
          <Pagination {...list} />
        </Card>
        {over ? <Reason entry={entry} /> : <EditForm entry={entry} form={form} />}
      </div>
    </>
  );
}

const COLUMNS: readonly Column<Row>[] = [
  {
    key: 'person',
    header: words.person,
    role: 'title',
    cell: ({ person }) => (
      <PersonLine name={nameOf(person)} code={person.code} href={profileOf(person)} photo={photoOf(person.photoFile, 96)} />
    ),
  },
  { key: 'kind', header: m.between, role: 'hidden', cell: ({ person }) => <KindBadge person={person} /> },
  { key: 'place', header: words.place, cell: ({ person }) => person.place },
  { key: 'likeness', header: words.likeness, cell: ({ similarity }) => <Likeness value={similarity} /> },
  { key: 'since', header: words.since, cell: (row) => <Since row={row} /> },
  { key: 'state', header: words.state, cell: ({ status }) => <State status={status} /> },
  { key: 'actions', header: words.state, role: 'actions', align: 'end', cell: (row) => <Judge row={row} /> },
];

function Likeness({ value }: { value: number }): ReactElement {
  const { language } = usePage();
  return <span className="tabular">{new Intl.NumberFormat(localeOf(language), { style: 'percent' }).format(value)}</span>;
}

function Since({ row: { createdAt, isTold } }: { row: Row }): ReactElement {
  const t = useT();
  return (
    <span className="flex flex-col items-start gap-1">
      <When at={createdAt} />
      {isTold && (
        <Badge tone="neutral" icon="mail">
          {t(words.told)}
        </Badge>
      )}
    </span>
  );
}

const TONES: Readonly<Record<Notice['status'], Tone>> = { pending: 'danger', reviewed: 'success', ignored: 'neutral' };

function State({ status }: { status: Notice['status'] }): ReactElement {
  const t = useT();
  return (
    <Badge tone={TONES[status]} dot>
      {t(words[status])}
    </Badge>
  );
}

function Judge({ row: { id, entryId, person, status } }: { row: Row }): ReactElement {
  const t = useT();
  return (
    <Form action={`${WATCH}/${entryId}/people/${id}`} id={`judge-${id}`} className="contents">
      <span className="flex flex-wrap justify-end gap-2 lg:flex-nowrap">
        <span className="sr-only">{t(words.actions, { name: nameOf(person) })}</span>
        {status !== 'reviewed' && (
          <Button kind="secondary" size="sm" name="verdict" value="seen">
            {t(words.seen)}
          </Button>
        )}
        {status !== 'ignored' && (
          <Button kind="quiet" size="sm" name="verdict" value="homonym">
            {t(words.homonym)}
          </Button>
        )}
      </span>
    </Form>
  );
}

function EditForm({ entry, form }: { entry: Entry; form: FormView }): ReactElement {
  const t = useT();
  const { description: reason, expiresAt, email } = entry;
  const values = { reason, until: expiresAt.toISOString().slice(0, 10), email, ...form.typed };
  return (
    <Card title={words.edit}>
      <Form action={`${WATCH}/${entry.id}`} id="watch" values={values} errors={form.errors}>
        <ErrorSummary labels={{ reason: words.reason, until: words.until, email: words.email }} />
        <RestFields today={form.today} limit={form.limit} />
        <FormActions>
          <Button icon="save">{t(words.save)}</Button>
        </FormActions>
      </Form>
    </Card>
  );
}

const Reason = ({ entry }: { entry: Entry }): ReactElement => (
  <Card title={words.reason}>
    <p dir="auto">{entry.description}</p>
  </Card>
);
