/** `/casting/shortlists`, the choice of one to add people to, and the form of one. */
import type { ReactElement } from 'react';
import type { FieldErrors } from '#kernel/failure.ts';
import { Checkbox } from '#kernel/page/choices.tsx';
import { Badge, Button, Card, EmptyState, LinkButton, PageHeader } from '#kernel/page/components.tsx';
import { useT } from '#kernel/page/context.tsx';
import { When } from '#kernel/page/facts.tsx';
import { TextArea, TextInput } from '#kernel/page/fields.tsx';
import { ErrorSummary, Form, FormActions } from '#kernel/page/forms.tsx';
import { Icon } from '#kernel/page/icons.tsx';
import { Avatar } from '#kernel/page/people.tsx';
import type { ListedCinemaTalent } from '../cinema/cinema.ts';
import { nameOf, photoOf } from './describe.ts';
import { LIST } from './list-query.ts';
import { m } from './messages.ts';
import { listWords as words } from './shortlist-messages.ts';
import { type ListedShortlist, MAX_BRIEF, MAX_NAME, type Shortlist, type ShortlistFields } from './shortlists.ts';

export const SHORTLISTS = '/casting/shortlists';

export interface Typed {
  readonly typed?: ShortlistFields | undefined;
  readonly errors?: FieldErrors | undefined;
}

export function ShortlistsPage({ lists, ...form }: Typed & { lists: readonly ListedShortlist[] }): ReactElement {
  const t = useT();
  return (
    <>
      <PageHeader title={words.title} lead={words.lead} crumbs={[{ label: m.title, href: LIST }]} />
      <div className="split">
        <div className="stack">
          {lists.length === 0 ? (
            <EmptyState icon="bookmark" title={words.none} text={words.noneText}>
              <LinkButton href={LIST} icon="search">
                {t(words.find)}
              </LinkButton>
            </EmptyState>
          ) : (
            <ul className="list-lines">
              {lists.map((list) => (
                <li key={list.id}>
                  <ListLine list={list} />
                </li>
              ))}
            </ul>
          )}
        </div>
        <Card title={words.new}>
          <ShortlistForm action={SHORTLISTS} submit={words.create} {...form} />
        </Card>
      </div>
    </>
  );
}

/** One shortlist in a list: its faces, its name, what happened to it. */
function ListLine({ list }: { list: ListedShortlist }): ReactElement {
  const t = useT();
  return (
    <div className="list-line">
      <Faces list={list} />
      <div className="min-w-0 grow">
        <h2 className="list-line-name">
          <a href={`${SHORTLISTS}/${list.id}`}>{list.name}</a>
        </h2>
        <p className="list-line-facts">
          <span>{t(words.people, { count: list.people })}</span>
          <span>{t(words.of, { name: list.ownerName })}</span>
          <When at={list.updatedAt} />
        </p>
      </div>
      <div className="cluster justify-end">
        {!list.isTeam && (
          <Badge icon="lock" tone="neutral">
            {t(words.private)}
          </Badge>
        )}
        {list.openLinks > 0 && (
          <Badge icon="link" tone="info">
            {t(words.openLinks, { count: list.openLinks })}
          </Badge>
        )}
        {list.answers > 0 && (
          <Badge icon="message" tone="success">
            {t(words.answers, { count: list.answers })}
          </Badge>
        )}
      </div>
    </div>
  );
}

function Faces({ list }: { list: ListedShortlist }): ReactElement {
  if (list.faces.length === 0) {
    return (
      <span className="faces faces-none" aria-hidden="true">
        <Icon name="bookmark" />
      </span>
    );
  }
  return (
    <span className="faces">
      {list.faces.map((face, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two people may share a name
        <Avatar key={index} name={face.name} photo={photoOf(face, 96)} size="md" />
      ))}
    </span>
  );
}

interface FormProps extends Typed {
  readonly action: string;
  readonly submit: typeof words.create;
  /** People who go on it at once. */
  readonly ids?: readonly number[];
  readonly list?: Shortlist;
}

export function ShortlistForm({ action, submit, ids = [], list, typed, errors }: FormProps): ReactElement {
  const t = useT();
  const from = typed ?? list;
  const values = { name: from?.name, brief: from?.brief, team: from?.isTeam ?? true };
  return (
    <Form action={action} values={values} errors={errors}>
      <ErrorSummary labels={{ name: words.name, brief: words.brief }} />
      {ids.length > 0 && <input type="hidden" name="ids" value={ids.join(',')} />}
      <TextInput name="name" label={words.name} hint={words.nameHint} required maxLength={MAX_NAME} autoComplete="off" />
      <TextArea name="brief" label={words.brief} rows={3} max={MAX_BRIEF} />
      <Checkbox name="team" label={t(words.team)} hint={words.teamHint} />
      <FormActions>
        <Button icon={list ? 'save' : 'plus'}>{t(submit)}</Button>
      </FormActions>
    </Form>
  );
}

export interface AddPageProps extends Typed {
  readonly people: readonly ListedCinemaTalent[];
  readonly lists: readonly ListedShortlist[];
}

export function AddPage({ people, lists, ...form }: AddPageProps): ReactElement {
  const t = useT();
  const ids = people.map(({ id }) => id);
  if (people.length === 0) {
    return (
      <EmptyState icon="bookmark" title={words.addNobody} text={words.addNobodyText}>
        <LinkButton href={LIST}>{t(m.backToList)}</LinkButton>
      </EmptyState>
    );
  }
  return (
    <>
      <PageHeader title={words.addTitle} crumbs={[{ label: m.title, href: LIST }]} />
      <ul className="cluster mb-6" aria-label={t(words.people, { count: people.length })}>
        {people.map((person) => (
          <li key={person.id} className="chip">
            <Avatar name={nameOf(person)} photo={photoOf(person, 96)} size="sm" />
            {nameOf(person)}
          </li>
        ))}
      </ul>
      <div className="split">
        {lists.length === 0 ? <p className="text-muted">{t(words.none)}</p> : <ChooseList lists={lists} ids={ids} />}
        <Card title={words.addNew}>
          <ShortlistForm action={SHORTLISTS} submit={words.create} ids={ids} {...form} />
        </Card>
      </div>
    </>
  );
}

function ChooseList({ lists, ids }: { lists: readonly ListedShortlist[]; ids: readonly number[] }): ReactElement {
  const t = useT();
  return (
    <Form id="add" action={`${SHORTLISTS}/add`}>
      <input type="hidden" name="ids" value={ids.join(',')} />
      <ul className="list-lines">
        {lists.map((list) => (
          <li key={list.id} className="list-line">
            <Faces list={list} />
            <div className="min-w-0 grow">
              <p className="list-line-name">{list.name}</p>
              <p className="list-line-facts">{t(words.people, { count: list.people })}</p>
            </div>
            <button type="submit" name="shortlist" value={list.id} className="button button-secondary">
              <Icon name="plus" />
              {t(words.addHere)} <span className="sr-only">{t(words.toList, { name: list.name })}</span>
            </button>
          </li>
        ))}
      </ul>
    </Form>
  );
}
