/** `/admin/users`: every account of the platform, to sort, filter and act upon. */
import type { ReactElement } from 'react';
import { ListHead, type ListState } from '#capabilities/lists/lists.ts';
import { ROLES } from '#kernel/http/access.ts';
import { ColumnsMenu } from '#kernel/page/columns-menu.tsx';
import { Badge, EmptyState, LinkButton, PageHeader } from '#kernel/page/components.tsx';
import { usePage, useT } from '#kernel/page/context.tsx';
import { CodeTag, Ltr, When } from '#kernel/page/facts.tsx';
import { type Filter, FilterBar } from '#kernel/page/filters.tsx';
import { ScoreRing } from '#kernel/page/gauges.tsx';
import { PersonLine } from '#kernel/page/people.tsx';
import { SELECTION, Selectable, SelectionBar } from '#kernel/page/selection.tsx';
import { type Column, DataTable } from '#kernel/page/table.tsx';
import { Menu, Pagination } from '#kernel/page/trails.tsx';
import { AdminTabs } from '../admin-tabs.tsx';
import { photoOf } from '../profile/profile.ts';
import { words } from '../profile-form/profile-form.tsx';
import { admin, m } from './messages.ts';
import type { UserRow } from './store.ts';
import { DEFAULT_SORT, exportQuery, SCORE_BANDS } from './user-list.ts';

export interface UsersView {
  readonly users: readonly (UserRow & { readonly place: string })[];
  readonly total: number;
  readonly page: number;
  readonly pages: number;
  readonly size: number;
  readonly countries: NonNullable<Filter['options']>;
  readonly list: ListState;
}

const LIST = 'users';

export function UsersPage({ users, total, page, pages, size, countries, list }: UsersView): ReactElement {
  const t = useT();
  return (
    <>
      <PageHeader title={admin.users} lead={admin.usersLead}>
        <LinkButton href="/admin/talent/create" icon="user-plus">
          {t(admin.create)}
        </LinkButton>
      </PageHeader>
      <AdminTabs />
      <ListHead list={list} all={m.everybody} />
      <FilterBar
        search={{ name: 'search', label: m.search, placeholder: m.searchHint }}
        filters={filtersOf(countries)}
        total={total}
        totalText={m.people}
        keep={['saved', 'cols']}
        live={LIST}
      />
      <div id={LIST} className="stack">
        {total > 0 && (
          <div className="list-tools">
            <Exports />
            <ColumnsMenu columns={COLUMNS} choice={list.choice} action={`/lists/${list.key}/table`} />
          </div>
        )}
        <Selectable count={users.length}>
          <DataTable
            caption={admin.users}
            rows={users}
            rowKey={(user) => user.id}
            columns={COLUMNS}
            choice={list.choice}
            select={{ form: SELECTION, name: (user) => user.name }}
            empty={<NoUsers />}
            defaultSort={DEFAULT_SORT}
          />
          <SelectionBar action={`/lists/${list.key}/acts`} acts={list.acts} query={list.query} total={total} shown={users.length} />
        </Selectable>
        <Pagination page={page} pages={pages} total={total} size={size} />
      </div>
    </>
  );
}

/** Inside the list: it follows the filters. */
function Exports(): ReactElement {
  const { query } = usePage();
  const t = useT();
  const of = exportQuery(query);
  return (
    <p className="cluster">
      <span className="text-muted">{t(admin.exportAs)}</span>
      {(['excel', 'csv', 'pdf'] as const).map((kind) => (
        <LinkButton key={kind} href={`/admin/export/${kind}${of}`} kind="quiet" size="sm" icon="download">
          {kind === 'excel' ? 'Excel' : kind.toUpperCase()}
        </LinkButton>
      ))}
    </p>
  );
}

const filtersOf = (countries: UsersView['countries']): readonly Filter[] => [
  { name: 'country_id', label: m.country, options: countries },
  { name: 'role', label: admin.role, options: ROLES.map((value) => ({ value, label: words.roleLabel(value) })) },
  {
    name: 'status',
    label: admin.status,
    options: [
      { value: 'open', label: admin.open },
      { value: 'closed', label: admin.closed },
    ],
  },
  {
    name: 'completeness',
    label: admin.completeness,
    options: (Object.keys(SCORE_BANDS) as (keyof typeof SCORE_BANDS)[]).map((value) => ({ value, label: admin[value] })),
  },
];

type Row = UsersView['users'][number];
const COLUMNS: readonly Column<Row>[] = [
  { key: 'name', header: m.name, role: 'title', sort: true, cell: (user) => <Who user={user} /> },
  {
    key: 'email',
    header: m.email,
    cell: (user) => <Ltr>{user.email}</Ltr>,
  },
  { key: 'place', header: m.place, role: 'hidden', cell: (user) => user.place },
  { key: 'code', header: m.code, optional: true, cell: (user) => <CodeTag code={user.code} /> },
  { key: 'role', header: admin.role, cell: (user) => <RoleName user={user} /> },
  { key: 'score', header: m.score, sort: true, cell: (user) => <ScoreRing value={user.score} label={m.score} size="sm" /> },
  { key: 'status', header: admin.status, sort: true, cell: (user) => <Status active={user.active} /> },
  { key: 'created', header: admin.registered, sort: true, role: 'hidden', cell: (user) => <Day at={user.createdAt} /> },
  {
    key: 'actions',
    header: { fr: 'Actions', en: 'Actions', ar: 'إجراءات' },
    role: 'actions',
    align: 'end',
    cell: (user) => <Actions user={user} />,
  },
];

const Day = ({ at }: { at: Date }): ReactElement => (
  <span className="whitespace-nowrap">
    <When at={at} />
  </span>
);

const Who = ({ user }: { user: Row }): ReactElement => (
  <div className="lg:min-w-52">
    <PersonLine name={user.name} code={user.code} href={`/admin/user/${user.id}/edit`} photo={photoOf(user, 96)} />
  </div>
);

function RoleName({ user }: { user: Row }): ReactElement {
  const t = useT();
  return <Badge tone={user.role === 'user' ? 'neutral' : 'accent'}>{t(words.roleLabel(user.role))}</Badge>;
}

export function Status({ active }: { active: boolean }): ReactElement {
  const t = useT();
  return (
    <Badge tone={active ? 'success' : 'danger'} dot>
      {t(active ? admin.open : admin.closed)}
    </Badge>
  );
}

/** Only what may be done is offered; the members room decides again when it is asked. */
function Actions({ user }: { user: Row }): ReactElement {
  const t = useT();
  const { viewer } = usePage();
  const isPeer = user.role === 'admin' || user.role === 'super_admin';
  const mayClose = user.id !== viewer?.accountId && (!isPeer || viewer?.role === 'super_admin');
  const base = `/admin/user/${user.id}`;
  return (
    <Menu
      label={t(admin.actions, { name: user.name })}
      items={[
        { label: admin.view, href: `/profile/view/${user.code}`, icon: 'eye' },
        { label: admin.edit, href: `${base}/edit`, icon: 'edit' },
        ...(mayClose
          ? [
              {
                label: user.active ? admin.close : admin.reopen,
                href: `${base}/toggle-active`,
                icon: user.active ? 'ban' : 'undo',
              } as const,
            ]
          : []),
        ...(isPeer ? [] : [{ label: admin.remove, href: `${base}/delete`, icon: 'trash', tone: 'danger' } as const]),
      ]}
    />
  );
}

function NoUsers(): ReactElement {
  const t = useT();
  const { query } = usePage();
  if (query.size > 0) {
    return (
      <EmptyState icon="search" title={m.nobody} text={m.nobodyText}>
        <LinkButton href="/admin/users" kind="secondary">
          {t(m.clear)}
        </LinkButton>
      </EmptyState>
    );
  }
  return (
    <EmptyState icon="users" title={admin.noUsers} text={admin.noUsersText}>
      <LinkButton href="/admin/talent/create">{t(admin.create)}</LinkButton>
    </EmptyState>
  );
}
