/** The first page after signing in: figures for administrators, one's own profile for talents, the search for recruiters. */
import type { ReactElement } from 'react';
import { Badge, Card, EmptyState, LinkButton, PageHeader } from '#kernel/page/components.tsx';
import { useT } from '#kernel/page/context.tsx';
import { Ltr, When } from '#kernel/page/facts.tsx';
import { Meter, ScoreRing, Stat } from '#kernel/page/gauges.tsx';
import { Icon } from '#kernel/page/icons.tsx';
import { PersonLine } from '#kernel/page/people.tsx';
import type { ListedMember, Member } from '../members/members.ts';
import { CodeCard, MissingList, missingOf, photoOf } from '../profile/profile.ts';
import { FirstSteps, type FirstStepsView, StepsAgain } from './first-steps-card.tsx';
import { m } from './messages.ts';
import type { IncompletePerson, Overview } from './store.ts';

export interface AdminView {
  readonly name: string;
  readonly overview: Overview;
  readonly recent: readonly ListedMember[];
  readonly incomplete: readonly IncompletePerson[];
  /** The countries with most people, in the reader's language. */
  readonly countries: readonly { readonly id: number; readonly name: string; readonly people: number }[];
  readonly steps: FirstStepsView;
}

export function AdminHome({ name, overview, recent, incomplete, countries, steps }: AdminView): ReactElement {
  const t = useT();
  return (
    <>
      <PageHeader title={t(m.hello, { name })} lead={m.adminLead}>
        <LinkButton href="/admin/talent/create" icon="user-plus">
          {t(m.createTalent)}
        </LinkButton>
        <LinkButton href="/admin/users" kind="secondary" icon="users">
          {t(m.manage)}
        </LinkButton>
      </PageHeader>
      <FirstSteps {...steps} />
      <Figures overview={overview} />
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <Recent people={recent} />
        <Incomplete people={incomplete} />
        <div className="lg:col-span-2">
          <Countries rows={countries} total={overview.people} />
        </div>
      </div>
      <StepsAgain {...steps} />
    </>
  );
}

function Figures({ overview }: { overview: Overview }): ReactElement {
  const t = useT();
  const { people, active, shown, withCv, withPhoto, score, thisWeek, lastWeek } = overview;
  const tone = thisWeek > lastWeek ? 'up' : thisWeek < lastWeek ? 'down' : 'flat';
  return (
    <div className="figures mb-4">
      <Stat label={m.people} value={people} icon="users" href="/admin/users" note={t(m.active, { count: active })} />
      <Stat label={m.thisWeek} value={thisWeek} icon="calendar" trend={{ text: t(m.weekBefore, { count: lastWeek }), tone }} />
      <Stat label={m.withCv} value={withCv} icon="file" href="/talents?has_cv=1" note={t(m.withPhoto, { count: withPhoto })} />
      <Stat label={m.score} value={<Ltr>{`${score} %`}</Ltr>} icon="chart" note={t(m.shown, { count: shown })} />
    </div>
  );
}

function Recent({ people }: { people: readonly ListedMember[] }): ReactElement {
  const t = useT();
  return (
    <Card title={m.recent} icon="clock" actions={<AllLink />}>
      {people.length === 0 ? (
        <EmptyState icon="users" title={m.nobody} text={m.nobodyText}>
          <LinkButton href="/admin/talent/create">{t(m.createTalent)}</LinkButton>
        </EmptyState>
      ) : (
        <ul className="divide-y divide-line [&_li]:flex [&_li]:min-h-14 [&_li]:items-center [&_li]:justify-between [&_li]:gap-3 [&_li]:py-2">
          {people.map((person) => (
            <li key={person.id}>
              <PersonLine
                name={`${person.firstName} ${person.lastName}`}
                code={person.code}
                href={`/profile/view/${person.code}`}
                photo={photoOf(person, 96)}
              />
              <span className="shrink-0 text-sm text-muted">
                <When at={person.createdAt} />
              </span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function AllLink(): ReactElement {
  const t = useT();
  return (
    <LinkButton href="/admin/users" kind="quiet" size="sm" iconEnd="arrow-end">
      {t(m.all)}
    </LinkButton>
  );
}

function Incomplete({ people }: { people: readonly IncompletePerson[] }): ReactElement {
  const t = useT();
  return (
    <Card title={m.incomplete} icon="warning">
      {people.length === 0 ? (
        <p className="text-muted">{t(m.allComplete)}</p>
      ) : (
        <ul className="divide-y divide-line [&_li]:flex [&_li]:min-h-14 [&_li]:items-center [&_li]:justify-between [&_li]:gap-3 [&_li]:py-2">
          {people.map((person) => (
            <li key={person.id}>
              <ScoreRing value={person.score} label={m.completeness} size="sm" />
              <span className="min-w-0 grow">
                <a href={`/admin/user/${person.id}/edit`}>{person.name}</a>
              </span>
              {!person.hasPhoto && <Badge tone="warning">{t(m.noPhoto)}</Badge>}
              {!person.hasCv && <Badge tone="warning">{t(m.noCv)}</Badge>}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function Countries({ rows, total }: { rows: AdminView['countries']; total: number }): ReactElement | null {
  if (rows.length === 0) return null;
  return (
    <Card title={m.countries} icon="globe">
      <div className="columns">
        {rows.map(({ id, name, people }) => (
          <Meter key={id} label={name} value={people} max={total} note={people} />
        ))}
      </div>
    </Card>
  );
}

export function MemberHome({ member, steps }: { member: Member; steps: FirstStepsView }): ReactElement {
  const t = useT();
  const missing = missingOf(member).slice(0, 4);
  // The first steps name the same things, until they are done or put away.
  const isNew = steps.lists.some(({ name }) => name === 'profile');
  return (
    <>
      <PageHeader title={t(m.hello, { name: member.firstName })} lead={m.memberLead}>
        <LinkButton href="/profile/dashboard" icon="user">
          {t(m.myProfile)}
        </LinkButton>
        <LinkButton href="/talents" kind="secondary" icon="search">
          {t(m.findTalents)}
        </LinkButton>
      </PageHeader>
      <FirstSteps {...steps} />
      <div className="grid items-start gap-4 lg:grid-cols-2">
        {!isNew && (
          <Card title={m.toAdd} icon="chart">
            <div className="flex flex-wrap items-center gap-6">
              <ScoreRing value={member.score} label={m.completeness} size="lg" />
              {missing.length === 0 ? <p>{t(m.full)}</p> : <MissingList parts={missing} />}
            </div>
          </Card>
        )}
        <CodeCard member={member} />
        <p className="flex items-center gap-3 text-muted lg:col-span-2">
          <Icon name={member.isPublic ? 'eye' : 'eye-off'} />
          {t(member.isPublic ? m.visiblePublic : m.visiblePrivate)}
        </p>
      </div>
      <StepsAgain {...steps} />
    </>
  );
}

/** For accounts without a talent profile: recruiters, presence. */
export function StaffHome({ name, steps }: { name: string; steps: FirstStepsView }): ReactElement {
  const t = useT();
  return (
    <>
      <PageHeader title={t(m.hello, { name })} lead={m.staffLead} />
      <form className="flex max-w-2xl flex-wrap items-center gap-3 [&_.control]:grow" action="/talents" method="get">
        <label className="control">
          <Icon name="search" />
          <span className="sr-only">{t(m.findTalents)}</span>
          <input type="search" name="search" placeholder={t(m.findTalents)} enterKeyHint="search" />
        </label>
        <LinkButton href="/talents" iconEnd="arrow-end">
          {t(m.findTalents)}
        </LinkButton>
      </form>
      <div className="mt-6">
        <FirstSteps {...steps} />
      </div>
      <StepsAgain {...steps} />
    </>
  );
}
