/** `/cinema/dashboard`: the module at a glance, and the way to what one may do. */
import type { ReactElement } from 'react';
import { access, isAdmin, type Viewer } from '#kernel/http/access.ts';
import type { Message } from '#kernel/message.ts';
import { Card, EmptyState, LinkButton, PageHeader } from '#kernel/page/components.tsx';
import { usePage, useT } from '#kernel/page/context.tsx';
import { Stat } from '#kernel/page/gauges.tsx';
import type { IconName } from '#kernel/page/icons.tsx';
import { PersonCard } from '#kernel/page/people.tsx';
import type { ListedCinemaTalent } from '../cinema/cinema.ts';
import { choiceOf } from '../options/options.ts';
import { CurrentProjects } from './current-projects.tsx';
import type { CurrentProject } from './dashboard-store.ts';
import type { CinemaFigures } from './figures.ts';
import { m } from './messages.ts';
import type { StudioTotals } from './people-store.ts';
import { percent } from './presenter.ts';

/** Somebody with where they are, in the reader's language. */
export type PlacedTalent = ListedCinemaTalent & { readonly place: string };

export interface DashboardView {
  readonly cinema: CinemaFigures;
  readonly studio: StudioTotals;
  readonly newest: readonly PlacedTalent[];
  readonly projects: readonly CurrentProject[];
}

export function DashboardPage({ cinema, studio, newest, projects }: DashboardView): ReactElement {
  return (
    <>
      <PageHeader title={m.cinema} lead={m.lead} />
      <div className="stack gap-5">
        <Shortcuts />
        <Totals cinema={cinema} studio={studio} />
        <CurrentProjects projects={projects} />
        <Newest people={newest} />
      </div>
    </>
  );
}

function Totals({ cinema, studio }: Pick<DashboardView, 'cinema' | 'studio'>): ReactElement {
  const t = useT();
  const { total, newIn7Days, withPhotos } = cinema;
  return (
    <div className="figures">
      <Stat label={m.talents} value={total} icon="masks" href="/cinema/talents" note={t(m.newTalents, { count: newIn7Days })} />
      <Stat
        label={m.withPhoto}
        value={<span dir="ltr">{`${percent(withPhotos, total)} %`}</span>}
        icon="camera"
        href="/cinema/talents?has_photo=1"
        note={t(m.withoutPhoto, { count: total - withPhotos })}
      />
      <Stat label={m.productions} value={studio.productions} icon="building" href="/cinema/productions" />
      <Stat
        label={m.projects}
        value={studio.activeProjects}
        icon="film"
        href="/cinema/projects"
        note={t(m.ofProjects, { count: studio.projects })}
      />
    </div>
  );
}

interface Shortcut {
  readonly href: string;
  readonly icon: IconName;
  readonly label: Message;
  readonly allows: (viewer: Viewer | null) => boolean;
}
const everybody = (): boolean => true;
const SHORTCUTS: readonly Shortcut[] = [
  { href: '/cinema/talents', icon: 'search', label: m.find, allows: everybody },
  { href: '/presence', icon: 'scan', label: m.scan, allows: access.presence.allows },
  { href: '/cinema/talents/new', icon: 'user-plus', label: m.newTalent, allows: isAdmin },
  { href: '/cinema/projects/new', icon: 'film', label: m.newProject, allows: isAdmin },
  { href: '/cinema/productions/new', icon: 'building', label: m.newProduction, allows: isAdmin },
  { href: '/cinema/register', icon: 'user-plus', label: m.register, allows: (viewer) => viewer?.role === 'user' },
  { href: '/cinema/productions', icon: 'building', label: m.companies, allows: (viewer) => !isAdmin(viewer) },
  { href: '/cinema/stats', icon: 'chart', label: m.stats, allows: everybody },
];

function Shortcuts(): ReactElement {
  const t = useT();
  const { viewer } = usePage();
  return (
    <nav aria-label={t(m.shortcuts)} className="cluster">
      {SHORTCUTS.filter(({ allows }) => allows(viewer)).map(({ href, icon, label }, index) => (
        <LinkButton key={href} href={href} icon={icon} kind={index === 0 ? 'primary' : 'secondary'}>
          {t(label)}
        </LinkButton>
      ))}
    </nav>
  );
}

function Newest({ people }: { people: readonly PlacedTalent[] }): ReactElement {
  const t = useT();
  const { viewer } = usePage();
  const all = people.length > 0 && (
    <LinkButton href="/cinema/talents" kind="quiet" size="sm" iconEnd="arrow-end">
      {t(m.seeAll)}
    </LinkButton>
  );
  return (
    <Card title={m.newest} icon="clock" actions={all}>
      {people.length === 0 ? (
        <EmptyState icon="masks" title={m.nobody} text={access.casting.allows(viewer) ? m.nobodyText : m.nobodyVisible}>
          <LinkButton href="/cinema/register" icon="user-plus">
            {t(m.register)}
          </LinkButton>
        </EmptyState>
      ) : (
        <div className="people-grid">
          {people.map((person) => (
            <TalentCard key={person.id} person={person} />
          ))}
        </div>
      )}
    </Card>
  );
}

function TalentCard({ person }: { person: PlacedTalent }): ReactElement {
  const t = useT();
  const types = person.talentTypes.slice(0, 2).map((type) => t(choiceOf('talent_type', type).label));
  return (
    <PersonCard
      name={`${person.firstName} ${person.lastName}`}
      code={person.code}
      href={`/cinema/profile/${person.code}`}
      photo={person.photoFile && `/static/uploads/${person.photoFile}?w=320`}
      subtitle={[t(m.age, { age: person.age }), ...types].join(' · ')}
      place={person.place}
      level={3}
    />
  );
}
