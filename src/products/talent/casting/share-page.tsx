/** What a client sees of a shortlist: faces, what matters for a role, and three answers. */
import type { ReactElement } from 'react';
import type { FieldErrors } from '#kernel/failure.ts';
import { Alert, PageHeader } from '#kernel/page/components.tsx';
import { classes, usePage, useT } from '#kernel/page/context.tsx';
import { CodeTag, When } from '#kernel/page/facts.tsx';
import { TextInput } from '#kernel/page/fields.tsx';
import { ErrorSummary, Form } from '#kernel/page/forms.tsx';
import { Icon } from '#kernel/page/icons.tsx';
import { Island } from '#kernel/page/islands.tsx';
import { placeName, type Snapshot } from '../catalogue/catalogue.ts';
import type { ListedCinemaTalent } from '../cinema/cinema.ts';
import { type Answer, MAX_COMMENT, VERDICTS, type Verdict } from './answers.ts';
import { bodyOf, languagesOf, nameOf, optionWord, typesOf } from './describe.ts';
import { islandProps } from './island-props.ts';
import { lastDayOf, type SharedList } from './links.ts';
import { Face } from './pick-card.tsx';
import { shareWords as words } from './shortlist-messages.ts';

/** A person as strangers see them, with the note when the link shows it. */
export interface Shared {
  readonly person: ListedCinemaTalent;
  readonly note: string | null;
}
export interface ShareView {
  readonly list: SharedList;
  /** Address of the link. */
  readonly base: string;
  readonly people: readonly Shared[];
  readonly answers: ReadonlyMap<number, Answer>;
  /** As this browser signed before. */
  readonly name: string | null;
  readonly refused: { readonly talentId: number; readonly comment: string; readonly name: string; readonly errors: FieldErrors } | null;
  readonly snapshot: Snapshot;
}

export function SharePage(view: ShareView): ReactElement {
  const t = useT();
  const { list, people } = view;
  return (
    <>
      <PageHeader title={{ data: list.name }} {...(people.length ? { lead: t(words.shareLead, { count: people.length }) } : {})} />
      <p className="mb-5 text-muted">
        {t(words.validUntil)} <When at={lastDayOf(list)} as="date" />.{view.name && ` ${t(words.signedAs, { name: view.name })}`}
      </p>
      {people.length === 0 ? (
        <Alert tone="info" title={words.emptyShare} />
      ) : (
        <Island name="casting" props={islandProps(t)}>
          <ol id="people" className="shared">
            {people.map((one) => (
              <SharedCard key={one.person.id} one={one} view={view} />
            ))}
          </ol>
        </Island>
      )}
    </>
  );
}

function SharedCard({ one: { person, note }, view }: { one: Shared; view: ShareView }): ReactElement {
  const { language } = usePage();
  const name = nameOf(person);
  const place = placeName(view.snapshot, language, { cityId: person.city?.id, countryId: person.country?.id });
  const looks = [optionWord('eye_color', person.looks.eyeColor, language), optionWord('hair_color', person.looks.hairColor, language)];
  return (
    <li className="shared-card" id={`person-${person.id}`}>
      <Face name={name} photo={person.photoFile && `${view.base}/photo/${person.id}?w=640`} width={640} />
      <div className="shared-words">
        <h2 className="pick-name">{name}</h2>
        <p className="pick-facts">{bodyOf(person, language)}</p>
        <p>{typesOf(person, language)}</p>
        <p className="text-muted">{[place, ...looks, languagesOf(person, language)].filter(Boolean).join(' · ')}</p>
        <p>
          <CodeTag code={person.code} />
        </p>
        {note && (
          <blockquote className="shared-note" dir="auto">
            {note}
          </blockquote>
        )}
        <AnswerForm person={person} view={view} />
      </div>
    </li>
  );
}

const ICONS = { yes: 'check', maybe: 'help', no: 'close' } as const;

/** Three buttons send at once; the word is optional. The name is asked until it is known. */
function AnswerForm({ person, view }: { person: ListedCinemaTalent; view: ShareView }): ReactElement {
  const t = useT();
  const refused = view.refused?.talentId === person.id ? view.refused : null;
  const given = view.answers.get(person.id);
  const name = nameOf(person);
  return (
    <Form
      id={`answer-${person.id}`}
      action={`${view.base}/answer`}
      values={{ name: refused?.name }}
      errors={refused?.errors}
      className="answer-form"
    >
      <ErrorSummary labels={{ name: words.yourName, comment: t(words.comment, { name }) }} />
      <input type="hidden" name="talent" value={person.id} />
      <fieldset>
        <legend className="sr-only">{t(words.answerOn, { name })}</legend>
        {!view.name && (
          <TextInput name="name" label={words.yourName} hint={words.yourNameHint} required autoComplete="name" maxLength={80} />
        )}
        <textarea
          id={`answer-${person.id}-comment`}
          name="comment"
          className="control-area"
          aria-invalid={refused?.errors['comment'] ? true : undefined}
          aria-describedby={refused?.errors['comment'] ? `answer-${person.id}-comment-error` : undefined}
          rows={1}
          maxLength={MAX_COMMENT}
          placeholder={t(words.commentHint)}
          aria-label={t(words.comment, { name })}
          defaultValue={refused?.comment ?? given?.comment ?? ''}
          dir="auto"
        />
        {refused?.errors['comment'] && (
          <p id={`answer-${person.id}-comment-error`} className="field-error">
            <Icon name="error" />
            {t(refused.errors['comment'].message, refused.errors['comment'].params)}
          </p>
        )}
        <Verdicts given={given?.verdict ?? null} />
      </fieldset>
    </Form>
  );
}

function Verdicts({ given }: { given: Verdict | null }): ReactElement {
  const t = useT();
  return (
    <div className="verdicts">
      {VERDICTS.map((verdict) => (
        <button
          key={verdict}
          type="submit"
          name="verdict"
          value={verdict}
          className={classes('button button-secondary', `verdict-${verdict}`)}
          aria-pressed={given === verdict}
        >
          <Icon name={ICONS[verdict]} />
          {t(words[verdict])}
        </button>
      ))}
    </div>
  );
}
