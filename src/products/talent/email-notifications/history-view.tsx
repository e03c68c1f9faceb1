/** The history of letters: filters, table, pages. */
import type { ReactElement } from 'react';
import { ListHead, type ListState } from '#capabilities/lists/lists.ts';
import { LETTER_STATUSES } from '#kernel/mail/letter-log.ts';
import { localeOf } from '#kernel/message.ts';
import { ColumnsMenu } from '#kernel/page/columns-menu.tsx';
import { Card, EmptyState, LinkButton } from '#kernel/page/components.tsx';
import { type Speak, usePage, useT } from '#kernel/page/context.tsx';
import { CodeTag, Count, Ltr, When } from '#kernel/page/facts.tsx';
import { type Filter, FilterBar } from '#kernel/page/filters.tsx';
import { SELECTION, Selectable, SelectionBar } from '#kernel/page/selection.tsx';
import { type Column, DataTable } from '#kernel/page/table.tsx';
import { Pagination } from '#kernel/page/trails.tsx';
import type { History, ShownLetter } from './history.ts';
import { m, statuses } from './messages.ts';
import { PAGE } from './page-kit.ts';
import { StatusBadge } from './status-badge.tsx';
import { STUDIO_ZONE } from './studio-zone.ts';
import { isTemplate, TEMPLATE_NAMES, TEMPLATES } from './templates.ts';

const LIST = 'letters';

export function HistoryCard({ letters, total, page, pages, size, list }: History & { list: ListState }): ReactElement {
  const { language } = usePage();
  return (
    <Card title={m.history} icon="history" id="history">
      <div className="stack">
        <ListHead list={list} all={m.allLetters} />
        <FilterBar
          search={{ name: 'recipient', label: m.recipient, placeholder: m.recipientHint }}
          filters={filtersIn(localeOf(language))}
          total={total}
          totalText={m.found}
          keep={['saved', 'cols']}
          live={LIST}
        />
        <div id={LIST} className="stack">
          {total > 0 && (
            <div className="list-tools">
              <ColumnsMenu columns={COLUMNS} choice={list.choice} action={`/lists/${list.key}/table`} />
            </div>
          )}
          <Selectable count={letters.length}>
            <DataTable
              caption={m.history}
              rows={letters}
              rowKey={({ id }) => id}
              columns={COLUMNS}
              choice={list.choice}
              select={{ form: SELECTION, name: ({ subject }) => subject }}
              defaultSort="-date"
              empty={<NoLetters />}
            />
            <SelectionBar action={`/lists/${list.key}/acts`} acts={list.acts} query={list.query} total={total} shown={letters.length} />
          </Selectable>
          <Pagination page={page} pages={pages} total={total} size={size} />
        </div>
      </div>
    </Card>
  );
}

function filtersIn(locale: string): readonly Filter[] {
  const day = (value: string): string =>
    Number.isNaN(Date.parse(value))
      ? value
      : new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(value));
  return [
    { name: 'template_type', label: m.template, options: TEMPLATE_NAMES.map((value) => ({ value, label: TEMPLATES[value].name })) },
    { name: 'status', label: m.status, options: LETTER_STATUSES.map((value) => ({ value, label: statuses[value] })) },
    { name: 'date_from', label: m.from, date: true, words: day },
    { name: 'date_to', label: m.until, date: true, words: day },
  ];
}

/** The name of a template that another product or an older version used is its key. */
export const templateName = (t: Speak, template: string): string => (isTemplate(template) ? t(TEMPLATES[template].name) : template);

const COLUMNS: readonly Column<ShownLetter>[] = [
  { key: 'subject', header: m.subject, role: 'title', cell: (letter) => <Subject letter={letter} /> },
  { key: 'recipient', header: m.recipient, sort: true, cell: (letter) => <Recipient letter={letter} /> },
  { key: 'status', header: m.status, sort: true, cell: ({ status }) => <StatusBadge status={status} /> },
  { key: 'date', header: m.date, sort: true, cell: ({ createdAt }) => <Moment at={createdAt} /> },
  { key: 'sender', header: m.sentBy, cell: (letter) => <Sender letter={letter} /> },
  { key: 'tries', header: m.tries, optional: true, align: 'end', cell: ({ attempts }) => <Count value={attempts} /> },
  { key: 'related', header: m.related, cell: (letter) => <Related letter={letter} /> },
];

export const Moment = ({ at }: { at: Date }): ReactElement => <When at={at} as="moment" zone={STUDIO_ZONE} />;

function Subject({ letter }: { letter: ShownLetter }): ReactElement {
  const t = useT();
  return (
    <div className="lg:min-w-60">
      <a href={`${PAGE}/${letter.id}/view`} dir="auto">
        {letter.subject}
      </a>
      <p className="text-muted font-normal">{templateName(t, letter.template)}</p>
    </div>
  );
}

function Recipient({ letter }: { letter: ShownLetter }): ReactElement {
  return (
    <div>
      {letter.recipientName && (
        <>
          <bdi>{letter.recipientName}</bdi>
          <br />
        </>
      )}
      <span className="text-muted">
        <Ltr>{letter.recipient}</Ltr>
      </span>
    </div>
  );
}

export function Sender({ letter }: { letter: ShownLetter }): ReactElement {
  const t = useT();
  return letter.senderName ? <bdi>{letter.senderName}</bdi> : <span className="text-muted">{t(m.automatic)}</span>;
}

/** The person and the project that a letter is about. */
export function Related({ letter: { talentCode, cinemaTalentId, projectId } }: { letter: ShownLetter }): ReactElement {
  const t = useT();
  if (!talentCode && projectId === null) return <>—</>;
  return (
    <span className="cluster">
      {talentCode && (
        <a href={`${cinemaTalentId === null ? '/profile/view' : '/cinema/profile'}/${talentCode}`}>
          <CodeTag code={talentCode} />
        </a>
      )}
      {projectId !== null && <a href={`/cinema/projects/${projectId}`}>{t(m.projectNumber, { id: projectId })}</a>}
    </span>
  );
}

function NoLetters(): ReactElement {
  const t = useT();
  const { query } = usePage();
  if (query.size === 0) return <EmptyState icon="mail" title={m.none} text={m.noneYet} />;
  return (
    <EmptyState icon="search" title={m.none} text={m.noneText}>
      <LinkButton href={PAGE} kind="secondary">
        {t(m.clear)}
      </LinkButton>
    </EmptyState>
  );
}
