/** `/presence/:project`: one shooting day, absentees first. Every act is a plain form, and can be taken back. */
import type { ReactElement } from 'react';
import { Alert, Button, EmptyState, LinkButton, PageHeader } from '#kernel/page/components.tsx';
import { useHref, usePage, useT } from '#kernel/page/context.tsx';
import { When } from '#kernel/page/facts.tsx';
import { FilterBar } from '#kernel/page/filters.tsx';
import { Form } from '#kernel/page/forms.tsx';
import { Stat } from '#kernel/page/gauges.tsx';
import { DataTable } from '#kernel/page/table.tsx';
import { Tabs } from '#kernel/page/trails.tsx';
import { addDays } from '#kernel/wall-time.ts';
import { choiceOf, OPTIONS } from '../options/options.ts';
import type { Project } from '../projects/projects.ts';
import { UNDO_MINUTES } from './acts.ts';
import type { DayPerson, DayView } from './day.ts';
import { columnsOf } from './day-rows.tsx';
import { m } from './page-messages.ts';
import { ViewField } from './view-field.tsx';

export interface DayPageView {
  readonly project: Project;
  readonly view: DayView;
  readonly shown: readonly DayPerson[];
  /** Which list is open. */
  readonly state: DayPerson['state'] | 'all';
  /** An act that may still be taken back. */
  readonly undo: string | null;
}

export function DayPage(props: DayPageView): ReactElement {
  const { project, view, shown, undo } = props;
  const t = useT();
  const { counters } = view;
  return (
    <>
      <PageHeader
        title={{ data: project.name }}
        lead={t(m.dayLead, { start: project.dayStarts, zone: project.timeZone })}
        crumbs={[{ label: m.title, href: '/presence' }]}
      >
        <LinkButton href={`/presence/${project.id}/scan`} icon="scan">
          {t(m.scan)}
        </LinkButton>
        <LinkButton href={`/api/v1/presence/export/${project.id}`} kind="secondary" icon="download" download>
          {t(m.export)}
        </LinkButton>
      </PageHeader>
      <div className="stack">
        {undo && <UndoNotice project={project} batch={undo} />}
        <Forgotten project={project} view={view} />
        <DaySwitch view={view} />
        <div className="figures">
          <Stat label={m.absent} value={counters.absent} icon="user" />
          <Stat label={m.present} value={counters.present} icon="success" />
          <Stat label={m.left} value={counters.left} icon="sign-out" />
          <Stat label={m.assigned} value={counters.assigned} icon="users" />
        </div>
        <Lists {...props} />
        {view.day === view.today && <Everybody project={project} view={view} />}
        <div id="people">
          <DataTable
            caption={m.dayOf}
            rows={shown}
            rowKey={(person) => person.talentId}
            columns={columnsOf(project, shown, view.day === view.today)}
            empty={<Nobody project={project} />}
          />
        </div>
      </div>
    </>
  );
}

function UndoNotice({ project, batch }: { project: Project; batch: string }): ReactElement {
  const t = useT();
  return (
    <Alert
      tone="info"
      actions={
        <Form action={`/presence/${project.id}/undo`}>
          <ViewField />
          <input type="hidden" name="batch" value={batch} />
          <Button kind="secondary" icon="undo">
            {t(m.undo)}
          </Button>
        </Form>
      }
    >
      {t(m.undoText, { minutes: UNDO_MINUTES })}
    </Alert>
  );
}

function Forgotten({ project, view }: { project: Project; view: DayView }): ReactElement | null {
  const t = useT();
  if (view.forgotten.length === 0) return null;
  return (
    <Alert tone="warning" title={t(m.forgotten, { count: view.counters.open_yesterday })}>
      <p>{t(m.forgottenText)}</p>
      <p className="cluster">
        {view.forgotten.map(({ day, count }) => (
          <a key={day} href={`/presence/${project.id}?day=${day}&state=open`}>
            <When at={day} /> ({count})
          </a>
        ))}
      </p>
    </Alert>
  );
}

function DaySwitch({ view }: { view: DayView }): ReactElement {
  const t = useT();
  const href = useHref();
  const { path } = usePage();
  const go = (day: string): string => href({ day: day === view.today ? null : day, undo: null });
  return (
    <nav className="cluster" aria-label={t(m.dayOf)}>
      <LinkButton kind="secondary" icon="chevron-start" label={m.previousDay} href={go(addDays(view.day, -1))} />
      <strong>
        <When at={view.day} as="date" />
      </strong>
      {view.day < view.today && <LinkButton kind="secondary" icon="chevron-end" label={m.nextDay} href={go(addDays(view.day, 1))} />}
      {view.day !== view.today && (
        <LinkButton kind="quiet" href={go(view.today)}>
          {t(m.today)}
        </LinkButton>
      )}
      <form className="cluster" action={path} method="get">
        <label className="control">
          <span className="sr-only">{t(m.chooseDay)}</span>
          <input type="date" name="day" defaultValue={view.day} max={view.today} />
        </label>
        <Button kind="secondary">{t(m.go)}</Button>
      </form>
    </nav>
  );
}

const LISTS = ['absent', 'present', 'left', 'open', 'all'] as const;
const LABELS = { absent: m.absent, present: m.present, left: m.left, open: m.openStays, all: m.all } as const;

function Lists({ view, state }: DayPageView): ReactElement {
  const href = useHref();
  const count = (name: (typeof LISTS)[number]): number =>
    name === 'all' ? view.people.length : view.people.filter((person) => person.state === name).length;
  const lists = LISTS.filter((name) => name !== 'open' || count('open') > 0 || state === 'open');
  const kinds = [...new Set(view.people.map(({ talentType }) => talentType))];
  const options = OPTIONS.talent_type.filter(({ value }) => kinds.includes(value));
  return (
    <>
      <Tabs
        label={m.state}
        items={lists.map((name) => ({
          label: LABELS[name],
          href: href({ state: name, undo: null }),
          current: name === state,
          count: count(name),
        }))}
      />
      <FilterBar
        search={{ name: 'search', label: m.search, placeholder: m.searchPerson }}
        filters={[
          {
            name: 'type',
            label: m.talentType,
            options: options.map(({ value }) => ({ value, label: choiceOf('talent_type', value).label })),
          },
        ]}
        keep={['day', 'state']}
        live="people"
      />
    </>
  );
}

function Everybody({ project, view }: { project: Project; view: DayView }): ReactElement | null {
  const t = useT();
  const expected = view.people.some(({ assigned, state, booked }) => assigned && state === 'absent' && booked !== false);
  const there = view.people.some(({ state }) => state === 'present');
  if (!expected && !there) return null;
  return (
    <Form action={`/presence/${project.id}/everybody`} id="everybody">
      <ViewField />
      <div className="cluster">
        {expected && (
          <Button kind="secondary" icon="success" name="action" value="check_in">
            {t(m.allIn)}
          </Button>
        )}
        {there && (
          <Button kind="secondary" icon="sign-out" name="action" value="check_out">
            {t(m.allOut)}
          </Button>
        )}
      </div>
    </Form>
  );
}

function Nobody({ project }: { project: Project }): ReactElement {
  const t = useT();
  return (
    <EmptyState icon="users" title={m.nobody} text={m.nobodyText}>
      <LinkButton href={`/presence/${project.id}?state=all`} kind="secondary">
        {t(m.everyFilter)}
      </LinkButton>
    </EmptyState>
  );
}
