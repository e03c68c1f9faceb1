/** `/admin/names`: pairs of people who may be one, the likeliest first. */
import type { ReactElement } from 'react';
import { Alert, Badge, Button, Card, EmptyState, LinkButton, PageHeader } from '#kernel/page/components.tsx';
import { usePage, useT } from '#kernel/page/context.tsx';
import { When } from '#kernel/page/facts.tsx';
import { FilterBar } from '#kernel/page/filters.tsx';
import { Form } from '#kernel/page/forms.tsx';
import { PersonLine } from '#kernel/page/people.tsx';
import { Pagination, Tabs } from '#kernel/page/trails.tsx';
import { AdminTabs } from '../admin-tabs.tsx';
import type { Match, State } from './matches.ts';
import { m } from './messages.ts';
import { keyOf, nameOf, type Person, profileOf } from './person.ts';
import { Reasons } from './reasons.tsx';

export const QUEUE = '/admin/names';
export const WATCH = `${QUEUE}/watch`;

export type ShownPerson = Person & { readonly place: string };
export type Counts = Readonly<Record<State | 'merged', number>>;

interface QueueView {
  readonly rows: readonly Match[];
  readonly people: ReadonlyMap<string, ShownPerson>;
  readonly state: State;
  readonly counts: Counts;
  readonly total: number;
  readonly page: number;
  readonly pages: number;
  readonly size: number;
  /** People with a very common name. */
  readonly common: number;
}

const LIST = 'pairs';

export function QueuePage({ rows, people, state, counts, common, ...list }: QueueView): ReactElement {
  const t = useT();
  return (
    <>
      <NamesHeader />
      <StateTabs current={state} counts={counts} />
      <FilterBar
        search={{ name: 'search', label: m.search, placeholder: m.searchHint }}
        filters={FILTERS}
        keep={['state']}
        total={list.total}
        totalText={m.pairs}
        live={LIST}
      />
      <div id={LIST} className="stack">
        {rows.length === 0 ? <NoPairs state={state} /> : null}
        {rows.map((match) => (
          <PairCard key={match.id} match={match} people={people} />
        ))}
        <Pagination {...list} />
      </div>
      {common > 0 && state === 'pending' && (
        <Alert tone="info" title={m.commonTitle}>
          {t(m.commonText, { count: common })}
        </Alert>
      )}
    </>
  );
}

export function NamesHeader(): ReactElement {
  const t = useT();
  return (
    <>
      <PageHeader title={m.title} lead={m.lead}>
        <LinkButton kind="secondary" icon="bell" href={WATCH}>
          {t(m.watchLink)}
        </LinkButton>
      </PageHeader>
      <AdminTabs />
    </>
  );
}

export const StateTabs = ({ current, counts }: { current: State | 'merged'; counts: Counts }): ReactElement => (
  <Tabs
    label={m.states}
    items={(['pending', 'same', 'ignored', 'merged'] as const).map((state) => ({
      label: m[state],
      href: state === 'pending' ? QUEUE : `${QUEUE}?state=${state}`,
      count: counts[state],
      current: state === current,
    }))}
  />
);

const FILTERS = [
  {
    name: 'between',
    label: m.between,
    options: [
      { value: 'members', label: m.members },
      { value: 'cinema', label: m.cinema },
      { value: 'across', label: m.across },
    ],
  },
  {
    name: 'strength',
    label: m.strength,
    options: [
      { value: 'strong', label: m.strong },
      { value: 'weak', label: m.weak },
    ],
  },
  { name: 'order', label: m.order, options: [{ value: 'newest', label: m.newest }] },
];

function PairCard({ match, people }: { match: Match; people: QueueView['people'] }): ReactElement | null {
  const t = useT();
  const [one, other] = [people.get(keyOf(match.person)), people.get(keyOf(match.other))];
  // Somebody who is deleted at this moment takes the pair along.
  if (!one || !other) return null;
  return (
    <Card>
      <div className="grid gap-4 sm:grid-cols-2">
        <Someone person={one} />
        <Someone person={other} />
      </div>
      <div className="mt-4 flex flex-wrap items-center justify-between gap-3 border-t border-line pt-4">
        <Reasons match={match} />
        <div className="cluster">
          {match.verdict !== 'not_same' && (
            <Form action={`${QUEUE}/${match.id}/verdict`} id={`pair-${match.id}`} className="contents">
              <Button kind="quiet" size="sm" icon="ban" name="verdict" value="not_same">
                {t(m.notSame)}
              </Button>
            </Form>
          )}
          <LinkButton
            href={`${QUEUE}/${match.id}`}
            size="sm"
            iconEnd="arrow-end"
            label={`${t(m.compare)} ${nameOf(one)} / ${nameOf(other)}`}
          >
            {t(m.compare)}
          </LinkButton>
        </div>
      </div>
    </Card>
  );
}

function Someone({ person }: { person: ShownPerson }): ReactElement {
  return (
    <PersonLine
      name={nameOf(person)}
      code={person.code}
      href={profileOf(person)}
      photo={photoOf(person.photoFile, 96)}
      detail={
        <span className="flex flex-wrap items-center gap-x-2">
          <KindBadge person={person} />
          {person.birth && <When at={person.birth} />}
          {person.place && <span>{person.place}</span>}
        </span>
      }
    />
  );
}

export function KindBadge({ person: { kind } }: { person: Pick<Person, 'kind'> }): ReactElement {
  const t = useT();
  return <Badge tone={kind === 'standard' ? 'accent' : 'info'}>{t(kind === 'standard' ? m.kindStandard : m.kindCinema)}</Badge>;
}

export const photoOf = (file: string | null | undefined, width: 96 | 320 | 640): string | null =>
  file ? `/static/uploads/${file}?w=${width}` : null;

function NoPairs({ state }: { state: State }): ReactElement {
  const t = useT();
  const { query } = usePage();
  const isFiltered = ['search', 'between', 'strength'].some((name) => query.get(name));
  if (!isFiltered && state === 'pending') return <EmptyState icon="success" title={m.none} text={m.noneText} />;
  return (
    <EmptyState icon="search" title={m.noMatch} text={m.noMatchText}>
      <LinkButton href={QUEUE} kind="secondary">
        {t(m.clear)}
      </LinkButton>
    </EmptyState>
  );
}
