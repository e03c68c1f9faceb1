/** `/admin/names/:id/merge`: names both files, shows field by field what is kept, says what moves and what stops it, asks for the code. */
import type { ReactElement } from 'react';
import type { FieldErrors } from '#kernel/failure.ts';
import { Alert, Button, Card, LinkButton, PageHeader } from '#kernel/page/components.tsx';
import { type Text, useT } from '#kernel/page/context.tsx';
import { CodeTag, Ltr } from '#kernel/page/facts.tsx';
import { TextInput } from '#kernel/page/fields.tsx';
import { ErrorSummary, Form, FormActions } from '#kernel/page/forms.tsx';
import { Icon } from '#kernel/page/icons.tsx';
import { Avatar } from '#kernel/page/people.tsx';
import { consequencesOf } from './consequences.ts';
import { type Dossier, type Field, fieldLabel, isLeftToRight } from './dossier.ts';
import { merge as words } from './merge-messages.ts';
import type { Choice, Obstacle } from './merging.ts';
import { m } from './messages.ts';
import { keyOf, nameOf, profileOf } from './person.ts';
import { photoOf, QUEUE } from './queue-page.tsx';

export interface MergeView {
  readonly matchId: number;
  readonly from: Dossier;
  readonly into: Dossier;
  readonly choices: readonly Choice[];
  /** Fields that are to come from the absorbed file. */
  readonly take: ReadonlySet<Field>;
  readonly obstacles: readonly Obstacle[];
  readonly errors?: FieldErrors;
  readonly typed?: string;
}

export const choiceName = (field: Field): string => `f_${field}`;

export function MergePage(view: MergeView): ReactElement {
  const t = useT();
  const { matchId, from, into, obstacles } = view;
  const back = `${QUEUE}/${matchId}`;
  const title = t(words.title, { absorbed: from.person.code, survivor: into.person.code });
  return (
    <>
      <PageHeader
        title={title}
        lead={words.lead}
        crumbs={[
          { label: m.title, href: QUEUE },
          { label: m.compare, href: back },
        ]}
      >
        <LinkButton kind="secondary" icon="refresh" href={`${back}/merge?into=${keyOf(from.person)}`}>
          {t(words.swap)}
        </LinkButton>
      </PageHeader>
      {obstacles.length > 0 && <Blocked obstacles={obstacles} />}
      <div className="stack">
        <div className="grid gap-4 sm:grid-cols-2">
          <Side dossier={into} label={words.stays} />
          <Side dossier={from} label={words.goes} />
        </div>
        {obstacles.length === 0 && <MergeForm {...view} back={back} />}
      </div>
    </>
  );
}

function Blocked({ obstacles }: { obstacles: readonly Obstacle[] }): ReactElement {
  const t = useT();
  return (
    <Alert tone="danger" title={words.blocked}>
      <ul className="list-disc ps-5">
        {obstacles.map(({ message, params }) => (
          <li key={t(message, params)}>{t(message, params)}</li>
        ))}
      </ul>
    </Alert>
  );
}

function Side({ dossier: { person, values }, label }: { dossier: Dossier; label: Text }): ReactElement {
  const t = useT();
  const name = nameOf(person);
  return (
    <Card>
      <p className="text-muted">{t(label)}</p>
      <div className="mt-3 flex items-center gap-4">
        <Avatar name={name} photo={photoOf(values.get('photo'), 320)} size="lg" />
        <div className="min-w-0">
          <a className="font-semibold" href={profileOf(person)} dir="auto">
            {name}
          </a>
          <p>
            <CodeTag code={person.code} />
          </p>
        </div>
      </div>
    </Card>
  );
}

function MergeForm({ matchId, from, into, choices, take, errors = {}, typed, back }: MergeView & { back: string }): ReactElement {
  const t = useT();
  return (
    <Form
      action={`${back}/merge?into=${keyOf(into.person)}`}
      id={`merge-${matchId}`}
      errors={errors}
      {...(typed ? { values: { confirm: typed } } : {})}
    >
      <ErrorSummary labels={{ confirm: t(words.typeCode, { code: from.person.code }) }} />
      <Card title={words.choose} {...(choices.length === 0 ? { lead: words.noChoice } : {})}>
        {choices.length > 0 && (
          <div className="flex flex-col divide-y divide-line">
            {choices.map((choice) => (
              <ChoiceRow key={choice.field} choice={choice} isTaken={take.has(choice.field)} />
            ))}
          </div>
        )}
      </Card>
      <Consequences from={from} into={into} />
      <Card title={words.cannotUndo} tone="danger">
        <div className="stack">
          <TextInput name="confirm" label={t(words.typeCode, { code: from.person.code })} required autoComplete="off" spellCheck={false} />
          <FormActions>
            <Button kind="danger" icon="users">
              {t(words.submit)}
            </Button>
            <LinkButton kind="secondary" href={back}>
              {t(words.back)}
            </LinkButton>
          </FormActions>
        </div>
      </Card>
    </Form>
  );
}

function ChoiceRow({ choice: { field, kept, other }, isTaken }: { choice: Choice; isTaken: boolean }): ReactElement {
  const t = useT();
  return (
    <fieldset className="py-3">
      <legend className="field-label float-start mb-2 w-full">{t(fieldLabel(field))}</legend>
      <div className="clear-both grid gap-3 sm:grid-cols-2">
        <ValueChoice field={field} value={kept} of="into" isChosen={!isTaken} />
        <ValueChoice field={field} value={other} of="from" isChosen={isTaken} />
      </div>
    </fieldset>
  );
}

function ValueChoice({
  field,
  value,
  of,
  isChosen,
}: {
  field: Field;
  value: string | null;
  of: 'into' | 'from';
  isChosen: boolean;
}): ReactElement {
  return (
    <label className="radio-card min-w-0">
      <input type="radio" name={choiceName(field)} value={of} defaultChecked={isChosen} />
      <span className="min-w-0 [overflow-wrap:anywhere]">
        <Value field={field} value={value} />
      </span>
    </label>
  );
}

function Value({ field, value }: { field: Field; value: string | null }): ReactElement {
  const t = useT();
  if (value === null) return <span className="text-muted">{t(words.empty)}</span>;
  if (field === 'photo') return <Avatar name={t(fieldLabel(field))} photo={photoOf(value, 320)} size="lg" spoken />;
  if (field === 'cv') return <a href={`/static/uploads/${value}`}>{t(m.hasCv)}</a>;
  return isLeftToRight(field) ? <Ltr>{value}</Ltr> : <span dir="auto">{value}</span>;
}

function Consequences({ from, into }: Pick<MergeView, 'from' | 'into'>): ReactElement {
  const t = useT();
  return (
    <Card title={words.movesTitle}>
      <ul className="flex flex-col gap-2">
        {consequencesOf(from, into).map(({ message, params }) => (
          <li key={message.en} className="flex gap-2">
            <Icon name="check" className="mt-1 shrink-0 text-success" />
            <span>{t(message, params)}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
