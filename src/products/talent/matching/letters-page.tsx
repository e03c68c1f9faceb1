/** Who gets which letter, before anything is sent. */
import type { ReactElement } from 'react';
import type { FieldErrors } from '#kernel/failure.ts';
import { Alert, Badge, Button, Card, LinkButton, PageHeader } from '#kernel/page/components.tsx';
import { useT } from '#kernel/page/context.tsx';
import { TextArea } from '#kernel/page/fields.tsx';
import { Form, FormActions } from '#kernel/page/forms.tsx';
import { LANGUAGE_NAMES } from '#kernel/page/messages.ts';
import { PersonLine } from '#kernel/page/people.tsx';
import { type Column, DataTable } from '#kernel/page/table.tsx';
import { titleOf } from './ask-page.tsx';
import { LetterBadge } from './match-card.tsx';
import { MAX_OPPORTUNITY } from './match-letter.ts';
import { writing as m, result } from './messages.ts';
import type { Search } from './searches.ts';
import { isDue, type Recipient } from './sending.ts';
import { addressOf, ROOT } from './tools.ts';

export interface LetterLine {
  readonly recipient: Recipient;
  /** As the letter says them, in the language of the person. */
  readonly reasons: readonly string[];
}
export interface LettersView {
  readonly search: Search;
  readonly lines: readonly LetterLine[];
  readonly opportunity: string;
  readonly errors: FieldErrors;
}

export function LettersPage({ search, lines, opportunity, errors }: LettersView): ReactElement {
  const t = useT();
  const due = lines.filter(({ recipient }) => isDue(recipient));
  const base = addressOf(search);
  const back = (
    <LinkButton kind="secondary" href={base}>
      {t(m.back)}
    </LinkButton>
  );
  return (
    <>
      <PageHeader
        title={m.title}
        lead={m.lead}
        crumbs={[
          { label: titleOf(search.kind), href: ROOT[search.kind] },
          { label: result.title, href: base },
        ]}
      />
      <div className="stack">
        {lines.length === 0 && <Alert tone="warning" title={m.nobodyChosen} />}
        {lines.length > 0 && due.length === 0 && <Alert tone="warning" title={m.nobodyDue} />}
        {lines.length > 0 && <Recipients lines={lines} />}
        {due.length === 0 ? (
          <p>{back}</p>
        ) : (
          <Card>
            <Form action={`${base}/letters`} values={{ opportunity }} errors={errors}>
              {due.map(({ recipient: { person } }) => (
                <input key={person.id} type="hidden" name="ids" value={person.id} />
              ))}
              <TextArea name="opportunity" label={m.opportunity} hint={m.opportunityHint} rows={6} max={MAX_OPPORTUNITY} required />
              <FormActions>
                <Button icon="mail">{t(m.send, { count: due.length })}</Button>
                {back}
              </FormActions>
            </Form>
          </Card>
        )}
      </div>
    </>
  );
}

const COLUMNS: readonly Column<LetterLine>[] = [
  { key: 'person', header: m.person, role: 'title', cell: ({ recipient }) => <Who recipient={recipient} /> },
  { key: 'score', header: m.score, align: 'end', cell: ({ recipient }) => <span className="tabular">{recipient.person.score}</span> },
  { key: 'language', header: m.language, cell: ({ recipient }) => recipient.mailbox && LANGUAGE_NAMES[recipient.mailbox.language] },
  { key: 'reasons', header: m.reasons, cell: (line) => <Reasons line={line} /> },
  { key: 'state', header: m.state, cell: ({ recipient }) => <State recipient={recipient} /> },
];

const Recipients = ({ lines }: { lines: readonly LetterLine[] }): ReactElement => (
  <DataTable caption={m.title} rows={lines} rowKey={({ recipient }) => recipient.person.id} columns={COLUMNS} empty={null} />
);

const Who = ({ recipient }: { recipient: Recipient }): ReactElement => (
  <PersonLine
    name={`${recipient.firstName} ${recipient.lastName}`}
    code={recipient.code}
    photo={recipient.photoFile === null ? null : `/static/uploads/${recipient.photoFile}?w=96`}
  />
);

function Reasons({ line: { reasons, recipient } }: { line: LetterLine }): ReactElement {
  return (
    <ul className="match-list" lang={recipient.mailbox?.language} dir="auto">
      {reasons.map((reason) => (
        <li key={reason}>{reason}</li>
      ))}
    </ul>
  );
}

function State({ recipient }: { recipient: Recipient }): ReactElement {
  const t = useT();
  if (recipient.letter !== null)
    return (
      <span className="cluster">
        <LetterBadge letter={recipient.letter} />
        <small className="text-muted">{t(m.already)}</small>
      </span>
    );
  const [tone, icon, label] = recipient.mailbox
    ? (['success', 'mail', m.willGet] as const)
    : (['warning', 'warning', m.noAddress] as const);
  return (
    <Badge tone={tone} icon={icon}>
      {t(label)}
    </Badge>
  );
}
