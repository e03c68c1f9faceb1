/** `/talents`: the people, as cards or as a table, with filters that live in the address. */
import type { ReactElement } from 'react';
import { ListHead, type ListState } from '#capabilities/lists/lists.ts';
import { ColumnsMenu } from '#kernel/page/columns-menu.tsx';
import { Alert, Badge, EmptyState, LinkButton, PageHeader } from '#kernel/page/components.tsx';
import { usePage, useT } from '#kernel/page/context.tsx';
import { CodeTag, Ltr, When } from '#kernel/page/facts.tsx';
import { type Filter, FilterBar, ViewSwitch } from '#kernel/page/filters.tsx';
import { ScoreRing } from '#kernel/page/gauges.tsx';
import { PersonCard, PersonLine } from '#kernel/page/people.tsx';
import { type Column, DataTable } from '#kernel/page/table.tsx';
import { Pagination } from '#kernel/page/trails.tsx';
import type { ListedMember } from '../members/members.ts';
import { photoOf } from '../profile/profile.ts';
import { words } from '../profile-form/profile-form.tsx';
import { m } from './messages.ts';

export interface DirectoryView {
  readonly people: readonly PlacedMember[];
  readonly total: number;
  readonly page: number;
  readonly pages: number;
  readonly size: number;
  readonly filters: readonly Filter[];
  /** Recruiters and administrators see everybody, with e-mail. */
  readonly seesEverybody: boolean;
  readonly badFilter: boolean;
  readonly list: ListState;
}

const LIST = 'people';
const SHOWN_TALENTS = 3;
const SORTS = [
  { value: '', label: m.newest },
  { value: 'oldest', label: m.oldest },
  { value: 'name', label: m.byName },
  { value: '-name', label: m.byNameDown },
  { value: '-score', label: m.fullest },
  { value: 'score', label: m.emptiest },
] as const;

export function DirectoryPage(view: DirectoryView): ReactElement {
  const { people, total, page, pages, size, filters, seesEverybody, badFilter, list } = view;
  const { query } = usePage();
  const views = [
    { value: 'cards', label: m.cards, icon: 'grid' },
    { value: 'table', label: m.table, icon: 'list' },
  ] as const;
  return (
    <>
      <PageHeader title={m.talents} lead={seesEverybody ? m.talentsLead : m.publicOnly} />
      <ListHead list={list} all={m.everybody} />
      <FilterBar
        search={{ name: 'search', label: m.search, placeholder: m.searchHint }}
        filters={filters}
        total={total}
        totalText={m.people}
        sorts={{ options: SORTS, label: m.sort }}
        keep={['view', 'saved', 'cols']}
        live={LIST}
      >
        <ViewSwitch views={views} />
      </FilterBar>
      <div id={LIST} className="stack">
        {badFilter && <Alert tone="warning" title={m.badFilter} />}
        {people.length === 0 ? (
          <Nobody />
        ) : query.get('view') === 'table' ? (
          <Table people={people} columns={columnsOf(seesEverybody)} list={list} />
        ) : (
          <Cards people={people} />
        )}
        <Pagination page={page} pages={pages} total={total} size={size} />
      </div>
    </>
  );
}

const nameOf = (person: ListedMember): string => `${person.firstName} ${person.lastName}`;

/** A person with where they are and what they do, in the reader's language. */
export type PlacedMember = ListedMember & { readonly place: string };

/** Beside each other at the top of a phone. */
const FIRST_SEEN = 2;

function Cards({ people }: { people: readonly PlacedMember[] }): ReactElement {
  return (
    <div className="people-grid">
      {people.map((person, rank) => (
        <PersonCard
          key={person.id}
          name={nameOf(person)}
          code={person.code}
          href={`/profile/view/${person.code}`}
          photo={photoOf(person, 320)}
          subtitle={<TalentWords person={person} />}
          place={person.place}
          score={person.score}
          badges={<Availability person={person} />}
          first={rank < FIRST_SEEN}
        />
      ))}
    </div>
  );
}

function TalentWords({ person }: { person: ListedMember }): ReactElement | null {
  const t = useT();
  if (person.talents.length === 0) return null;
  const rest = person.talents.length - SHOWN_TALENTS;
  const names = person.talents.slice(0, SHOWN_TALENTS).map(({ emoji, name }) => `${emoji} ${name}`);
  return <>{[...names, ...(rest > 0 ? [t(m.more, { count: rest })] : [])].join(' · ')}</>;
}

function Availability({ person }: { person: ListedMember }): ReactElement | null {
  const t = useT();
  const label = words.availabilityLabel(person.availability);
  if (!label) return null;
  // On a phone two cards share the width: the words may break.
  return (
    <span className="max-w-full [&_.tag]:max-w-full [&_.tag]:whitespace-normal">
      <Badge tone={person.availability === 'disponible_maintenant' ? 'success' : 'neutral'} dot>
        {t(label)}
      </Badge>
    </span>
  );
}

/** Strangers to somebody's contacts do not get the column either. */
const columnsOf = (seesEverybody: boolean): readonly Column<PlacedMember>[] => [
  { key: 'name', header: m.name, role: 'title', sort: true, cell: (person) => <Who person={person} /> },
  { key: 'talents', header: m.talent, cell: (person) => <TalentWords person={person} /> },
  { key: 'place', header: m.place, cell: (person) => person.place },
  { key: 'availability', header: m.availability, cell: (person) => <Availability person={person} /> },
  ...(seesEverybody ? [{ key: 'email', header: m.email, cell: (person: PlacedMember) => person.email && <Ltr>{person.email}</Ltr> }] : []),
  { key: 'code', header: m.code, optional: true, cell: (person) => <CodeTag code={person.code} /> },
  { key: 'registered', header: m.registered, optional: true, cell: (person) => <When at={person.createdAt} /> },
  {
    key: 'score',
    header: m.score,
    sort: true,
    align: 'end',
    cell: (person) => <ScoreRing value={person.score} label={m.score} size="sm" />,
  },
];

const Who = ({ person }: { person: PlacedMember }): ReactElement => (
  <div className="lg:min-w-52">
    <PersonLine name={nameOf(person)} code={person.code} href={`/profile/view/${person.code}`} photo={photoOf(person, 96)} />
  </div>
);

interface TableProps {
  readonly people: readonly PlacedMember[];
  readonly columns: readonly Column<PlacedMember>[];
  readonly list: ListState;
}

function Table({ people, columns, list }: TableProps): ReactElement {
  return (
    <>
      <div className="list-tools">
        <ColumnsMenu columns={columns} choice={list.choice} action={`/lists/${list.key}/table`} />
      </div>
      <DataTable
        caption={m.talents}
        rows={people}
        rowKey={(person) => person.id}
        columns={columns}
        choice={list.choice}
        empty={<Nobody />}
      />
    </>
  );
}

function Nobody(): ReactElement {
  const t = useT();
  return (
    <EmptyState icon="search" title={m.nobody} text={m.nobodyText}>
      <LinkButton href="/talents" kind="secondary">
        {t(m.clear)}
      </LinkButton>
    </EmptyState>
  );
}
