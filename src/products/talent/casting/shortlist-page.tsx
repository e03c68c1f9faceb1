/** One shortlist: its people in order with notes, marks and what clients said, and the links that show it. */
import type { ReactElement } from 'react';
import type { FieldError } from '#kernel/failure.ts';
import { Alert, Badge, Button, EmptyState, LinkButton, PageHeader } from '#kernel/page/components.tsx';
import { usePage, useT } from '#kernel/page/context.tsx';
import { CodeTag } from '#kernel/page/facts.tsx';
import { Form } from '#kernel/page/forms.tsx';
import { Icon } from '#kernel/page/icons.tsx';
import { Island } from '#kernel/page/islands.tsx';
import type { SignedAnswer } from './answers.ts';
import { bodyOf, nameOf, photoOf, profileOf, typesOf } from './describe.ts';
import { islandProps } from './island-props.ts';
import { LinksCard, type LinksView } from './links-card.tsx';
import { LIST } from './list-query.ts';
import { MarkForm, MarkMenu } from './mark-menu.tsx';
import { m } from './messages.ts';
import { type Candidate, Face, Phone, TakenFlag } from './pick-card.tsx';
import { shareWords, listWords as words } from './shortlist-messages.ts';
import { type Entry, MAX_NOTE, type Shortlist } from './shortlists.ts';
import { SHORTLISTS } from './shortlists-page.tsx';

export interface Listed extends Candidate {
  readonly entry: Entry;
  readonly answers: readonly SignedAnswer[];
}
export interface ShortlistView {
  readonly list: Shortlist;
  readonly listed: readonly Listed[];
  /** Null for who may not show it to clients. */
  readonly links: LinksView | null;
  /** A note that was not taken: it stays as it was typed. */
  readonly refused: { readonly talentId: number; readonly note: string; readonly error: FieldError } | null;
  /** Somebody who was just taken off, and can come back. */
  readonly takenOff: { readonly id: number; readonly name: string } | null;
}

export function ShortlistPage({ list, listed, links, takenOff, refused }: ShortlistView): ReactElement {
  const t = useT();
  return (
    <>
      <Header list={list} listed={listed} manages={links !== null} />
      {links?.made && (
        <Alert tone="success" title={shareWords.made}>
          <p>{t(shareWords.madeText)}</p>
          <CodeTag code={links.made} copy />
        </Alert>
      )}
      {takenOff && <TakenOff list={list} gone={takenOff} />}
      <MarkForm />
      <div className="split">
        {listed.length === 0 ? (
          <EmptyState icon="users" title={words.empty} text={words.noneText}>
            <LinkButton href={LIST} icon="search">
              {t(words.find)}
            </LinkButton>
          </EmptyState>
        ) : (
          <Island name="casting" props={islandProps(t)}>
            <ol id="people" className="entries">
              {listed.map((one, index) => (
                <EntryLine key={one.person.id} list={list} one={one} place={index + 1} count={listed.length} refused={refused} />
              ))}
            </ol>
          </Island>
        )}
        {links && <LinksCard list={list} {...links} />}
      </div>
    </>
  );
}

function Header({ list, listed, manages }: Pick<ShortlistView, 'list' | 'listed'> & { manages: boolean }): ReactElement {
  const t = useT();
  return (
    <PageHeader
      title={{ data: list.name }}
      crumbs={[
        { label: m.title, href: LIST },
        { label: words.title, href: SHORTLISTS },
      ]}
      {...(list.brief ? { lead: list.brief } : {})}
      badge={
        <Badge tone="neutral" icon={list.isTeam ? 'users' : 'lock'}>
          {t(list.isTeam ? words.people : words.private, { count: listed.length })}
        </Badge>
      }
    >
      {listed.length > 1 && (
        <LinkButton kind="secondary" icon="users" href={`${LIST}/compare?ids=${listed.slice(0, 4).map(({ person }) => person.id)}`}>
          {t(m.compare)}
        </LinkButton>
      )}
      {manages && (
        <LinkButton kind="secondary" icon="edit" href={`${SHORTLISTS}/${list.id}/edit`}>
          {t(words.edit)}
        </LinkButton>
      )}
    </PageHeader>
  );
}

function TakenOff({ list, gone }: { list: Shortlist; gone: { id: number; name: string } }): ReactElement {
  const t = useT();
  return (
    <Alert
      tone="info"
      title={t(words.takenOff, { name: gone.name })}
      actions={
        <Form id="put-back" action={`${SHORTLISTS}/${list.id}/people`}>
          <input type="hidden" name="talent" value={gone.id} />
          <Button kind="secondary" size="sm" icon="undo" name="act" value="back">
            {t(words.undo)}
          </Button>
        </Form>
      }
    />
  );
}

interface EntryProps {
  readonly list: Shortlist;
  readonly one: Listed;
  readonly place: number;
  readonly count: number;
  readonly refused: ShortlistView['refused'];
}

function EntryLine({ list, one, place, count, refused }: EntryProps): ReactElement {
  const { language } = usePage();
  const { person, mark, taken, entry, answers } = one;
  const name = nameOf(person);
  return (
    <li className="entry" id={`person-${person.id}`} data-pick={person.id} data-name={name}>
      <span className="entry-place">{place}</span>
      <Face name={name} photo={photoOf(person, 320)}>
        {taken && <TakenFlag taken={taken} />}
      </Face>
      <div className="entry-words">
        <div className="flex items-start justify-between gap-2">
          <h2 className="pick-name">
            <a href={profileOf(person)} data-pick-link>
              {name}
            </a>
          </h2>
          <MarkMenu talentId={person.id} name={name} mark={mark} />
        </div>
        <p>
          <span className="pick-facts">{bodyOf(person, language)}</span> · {one.place}
        </p>
        <p className="text-muted">{typesOf(person, language)}</p>
        <div className="cluster">
          <CodeTag code={person.code} />
          {person.phone && <Phone number={person.phone} />}
        </div>
        {answers.length > 0 && <Answers answers={answers} />}
        <EntryForm {...{ list, entry, name, place, count }} refused={refused?.talentId === person.id ? refused : null} />
      </div>
    </li>
  );
}

/** The note and the acts of one line are one form; without a script each comes back to its line. */
function EntryForm({
  list,
  entry,
  name,
  place,
  count,
  refused,
}: {
  list: Shortlist;
  entry: Entry;
  name: string;
  place: number;
  count: number;
  refused: ShortlistView['refused'];
}): ReactElement {
  const t = useT();
  const fault = `note-${entry.talentId}-error`;
  return (
    <Form id={`entry-${entry.talentId}`} action={`${SHORTLISTS}/${list.id}/people`} className="entry-form">
      <input type="hidden" name="talent" value={entry.talentId} />
      <span className="control">
        <input
          type="text"
          name="note"
          defaultValue={refused?.note ?? entry.note ?? ''}
          aria-invalid={refused ? true : undefined}
          aria-describedby={refused ? fault : undefined}
          data-focus={refused ? true : undefined}
          maxLength={MAX_NOTE}
          placeholder={t(words.notePlaceholder)}
          aria-label={t(words.noteFor, { name })}
          dir="auto"
        />
      </span>
      <Button kind="quiet" icon="save" name="act" value="note" label={t(words.saveNote, { name })} />
      {place > 1 && <Button kind="quiet" icon="arrow-up" name="act" value="up" label={t(words.up, { name })} />}
      {place < count && <Button kind="quiet" icon="arrow-down" name="act" value="down" label={t(words.down, { name })} />}
      <Button kind="quiet" icon="close" name="act" value="remove" label={t(words.takeOff, { name })} />
      {refused && (
        <p id={fault} className="field-error">
          <Icon name="error" />
          {t(refused.error.message, refused.error.params)}
        </p>
      )}
    </Form>
  );
}

const TONES = { yes: 'success', maybe: 'warning', no: 'danger' } as const;
const ICONS = { yes: 'check', maybe: 'help', no: 'close' } as const;

function Answers({ answers }: { answers: readonly SignedAnswer[] }): ReactElement {
  const t = useT();
  return (
    <ul className="answers" aria-label={t(shareWords.clientAnswers)}>
      {answers.map((answer, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: answers have no number of their own, and the list is drawn once
        <li key={index}>
          <Badge tone={TONES[answer.verdict]} icon={ICONS[answer.verdict]}>
            {t(shareWords[answer.verdict])}
          </Badge>
          <span>
            <strong>{answer.name ?? t(shareWords.anonymous)}</strong> <span className="text-muted">({answer.label})</span>
            {answer.comment && (
              <q dir="auto" className="block">
                {answer.comment}
              </q>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
