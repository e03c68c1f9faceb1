/** `/library`: everything that may be published, with how its rights stand; several can be declared at once. */
import type { ReactElement } from 'react';
import type { FieldErrors } from '#kernel/failure.ts';
import { type PageAsked, type PageOf, pageCount } from '#kernel/http/pagination.ts';
import { RadioCards } from '#kernel/page/choices.tsx';
import { Badge, Button, Card, EmptyState, LinkButton, PageHeader } from '#kernel/page/components.tsx';
import { useT } from '#kernel/page/context.tsx';
import { When } from '#kernel/page/facts.tsx';
import { TextArea, TextInput } from '#kernel/page/fields.tsx';
import { FilterBar } from '#kernel/page/filters.tsx';
import { ErrorSummary, FieldRow, Form, FormActions, type FormValues } from '#kernel/page/forms.tsx';
import { Icon } from '#kernel/page/icons.tsx';
import { Pagination } from '#kernel/page/trails.tsx';
import { MEDIUM_KINDS, type Medium, type Person, STANDINGS } from './medium.ts';
import { KINDS, words as m, STANDING_LOOKS } from './page-messages.ts';

export const ROOT = '/library';
export const addressOf = ({ id }: Pick<Medium, 'id'>): string => `${ROOT}/${id}`;

export interface ShelfView {
  readonly media: PageOf<Medium>;
  readonly page: PageAsked;
  readonly people: readonly Person[];
  readonly isFiltered: boolean;
  readonly now: Date;
  readonly values: FormValues;
  readonly errors: FieldErrors;
}

export function ShelfPage(view: ShelfView): ReactElement {
  const t = useT();
  const { media, page, people, isFiltered } = view;
  return (
    <>
      <PageHeader title={m.title} lead={m.lead}>
        <LinkButton kind="secondary" icon="user" href={`${ROOT}/mine`}>
          {t(m.mine)}
        </LinkButton>
      </PageHeader>
      <div className="stack">
        <FilterBar
          search={{ name: 'search', label: m.search }}
          filters={[
            { name: 'kind', label: m.kind, options: MEDIUM_KINDS.map((value) => ({ value, label: KINDS[value].label })) },
            { name: 'rights', label: m.rights, options: STANDINGS.map((value) => ({ value, label: STANDING_LOOKS[value].label })) },
            {
              name: 'person',
              label: m.person,
              options: people.map(({ id, name, code }) => ({ value: id, label: code ? `${name} (${code})` : name })),
            },
            { name: 'soon', label: m.soon, tick: true },
          ]}
          total={media.total}
          totalText={m.media}
        />
        {media.rows.length === 0 ? <Nothing isFiltered={isFiltered} /> : <Shelf {...view} />}
        <Pagination page={page.page} pages={pageCount(media.total, page.size)} total={media.total} size={page.size} />
      </div>
    </>
  );
}

/** Whether somebody has to say who appears: what the house made or knows by itself needs nobody. */
export const isDeclarable = ({ kind, said, saidAt }: Medium): boolean =>
  kind !== 'portrait' && kind !== 'logo' && (said === 'undeclared' || saidAt !== null);

function Shelf({ media, now, values, errors }: ShelfView): ReactElement {
  const hasOpen = media.rows.some(isDeclarable);
  const grid = (
    <ul className="library-grid">
      {media.rows.map((medium) => (
        <MediumCard key={medium.id} medium={medium} now={now} canChoose={hasOpen && isDeclarable(medium)} />
      ))}
    </ul>
  );
  if (!hasOpen) return grid;
  return (
    <Form action={`${ROOT}/declare`} values={values} errors={errors} id="declare">
      {grid}
      <Card title={m.bulk} lead={m.bulkLead}>
        <ErrorSummary labels={{ people: m.names, ids: m.bulk }} />
        <DeclareFields />
      </Card>
    </Form>
  );
}

export function DeclareFields(): ReactElement {
  const t = useT();
  return (
    <>
      <RadioCards
        name="said"
        label={m.declare}
        required
        options={[
          { value: 'nobody', label: m.nobody, text: m.nobodyText, icon: 'image' },
          { value: 'people', label: m.people, text: m.peopleText, icon: 'users' },
        ]}
      />
      <TextArea name="people" label={m.names} hint={m.namesHint} rows={3} />
      <FieldRow>
        <TextInput name="credit" label={m.credit} hint={m.creditHint} maxLength={200} />
        <TextInput name="licence" label={m.licence} maxLength={200} />
      </FieldRow>
      <FormActions>
        <Button icon="check">{t(m.save)}</Button>
      </FormActions>
    </>
  );
}

function MediumCard({ medium, now, canChoose }: { medium: Medium; now: Date; canChoose: boolean }): ReactElement {
  const t = useT();
  const { title, thumbnail, kind } = medium;
  return (
    <li className="library-card">
      <span className="library-picture">
        {thumbnail ? <img src={thumbnail} alt="" loading="lazy" /> : <Icon name={KINDS[kind].icon} />}
      </span>
      <div className="library-words">
        <a className="library-title" href={addressOf(medium)} dir="auto">
          {title}
        </a>
        <span className="library-kind">
          <Icon name={KINDS[kind].icon} />
          {t(KINDS[kind].label)}
        </span>
        <StandingBadge medium={medium} now={now} />
      </div>
      {canChoose && (
        <label className="library-choose">
          <input type="checkbox" name="ids" value={medium.id} aria-label={t(m.select, { title })} />
        </label>
      )}
    </li>
  );
}

/** What ended since it was last looked at has ended. */
export function StandingBadge({
  medium: { standing, endsAt },
  now,
}: {
  medium: Pick<Medium, 'standing' | 'endsAt'>;
  now: Date;
}): ReactElement {
  const t = useT();
  const { label, tone, icon } = STANDING_LOOKS[standing === 'clear' && endsAt && endsAt <= now ? 'expired' : standing];
  return (
    <span className="cluster">
      <Badge tone={tone} icon={icon}>
        {t(label)}
      </Badge>
      {standing === 'clear' && endsAt && endsAt > now && (
        <small className="text-muted">
          {t(m.until)} <When at={new Date(endsAt.getTime() - 1)} />
        </small>
      )}
    </span>
  );
}

function Nothing({ isFiltered }: { isFiltered: boolean }): ReactElement {
  const t = useT();
  if (isFiltered)
    return (
      <EmptyState icon="filter" title={m.noneFound} text={m.noneFoundText}>
        <LinkButton kind="secondary" href={ROOT}>
          {t(m.all)}
        </LinkButton>
      </EmptyState>
    );
  return (
    <EmptyState icon="image" title={m.none} text={m.noneText}>
      <LinkButton icon="plus" href="/studio">
        {t(m.makePicture)}
      </LinkButton>
    </EmptyState>
  );
}
