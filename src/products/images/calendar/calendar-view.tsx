/** `/publications`: the month, the week or the list, with the pictures that wait beside it. */

import type { ReactElement, ReactNode } from 'react';
import { PlatformMark } from '#capabilities/publishing/publishing.ts';
import { localeOf, sayUnfilled } from '#kernel/message.ts';
import { Alert, LinkButton } from '#kernel/page/components.tsx';
import { type Text, useHref, usePage, useT } from '#kernel/page/context.tsx';
import { FilterBar } from '#kernel/page/filters.tsx';
import { Icon } from '#kernel/page/icons.tsx';
import { Island } from '#kernel/page/islands.tsx';
import { POST_STATUSES } from '../scheduler/scheduler.ts';
import type { BoardView } from './board.ts';
import { board as m, moving } from './messages.ts';
import { monthText, ZoneLink } from './moments.tsx';
import { MonthBoard } from './month-view.tsx';
import type { Picture } from './picture-src.ts';
import { ALL_PLATFORM_OPTIONS } from './platforms.ts';
import { ROOT } from './requests.ts';
import { Room } from './rooms-view.tsx';
import { VIEWS, type View } from './span.ts';
import { TrayView } from './tray-view.tsx';
import { WeekBoard } from './week-view.tsx';

export interface FrameView {
  readonly view: View;
  readonly zone: string;
  readonly now: Date;
  readonly isPlayed: boolean;
  /** Posts that failed or that nobody knows about. */
  readonly attention: number;
  /** What was published for: castings, each with its name. */
  readonly origins: readonly { readonly value: string; readonly label: string }[];
}

interface BoardProps {
  readonly board: BoardView;
  readonly tray: readonly Picture[];
  readonly isZoneKnown: boolean;
}

export function CalendarPage({ board, tray, isZoneKnown, ...frame }: FrameView & BoardProps): ReactElement {
  return (
    <CalendarFrame {...frame} turning={<Turning board={board} />}>
      <MovingIsland zone={frame.zone} isZoneKnown={isZoneKnown}>
        <div className="board-split">
          <div id="board" data-fresh="board">
            {board.span.view === 'month' ? <MonthBoard {...board} /> : <WeekBoard {...board} />}
          </div>
          <TrayView pictures={tray} />
        </div>
      </MovingIsland>
    </CalendarFrame>
  );
}

/** What the views share; `turning` are the arrows of those that have a span. */
export function CalendarFrame({
  view,
  zone,
  now,
  isPlayed,
  attention,
  origins,
  turning,
  children,
}: FrameView & { turning?: ReactNode; children: ReactNode }): ReactElement {
  const t = useT();
  const href = useHref();
  return (
    <Room title={m.title} lead={m.lead} isPlayed={isPlayed} actions={<Actions />}>
      <div className="stack">
        {attention > 0 && view !== 'list' && (
          <Alert
            tone="warning"
            title={t(m.attention, { count: attention })}
            actions={
              <LinkButton kind="secondary" size="sm" href={`${ROOT}?view=list&status=failed`}>
                {t(m.seeThem)}
              </LinkButton>
            }
          />
        )}
        <div className="board-bar">
          {turning}
          <span className="grow" />
          <ZoneLink zone={zone} at={now} />
          <nav className="board-views" aria-label={t(m.views)}>
            {VIEWS.map((each) => (
              <a key={each} href={href({ view: each })} aria-current={each === view ? 'true' : undefined}>
                {t(m[each])}
              </a>
            ))}
          </nav>
        </div>
        <Filters view={view} origins={origins} />
        {children}
      </div>
    </Room>
  );
}

const STATUS_OPTIONS = POST_STATUSES.map((value) => ({ value, label: m[value] }));

function Filters({ view, origins }: Pick<FrameView, 'view' | 'origins'>): ReactElement {
  if (view !== 'list') return <QuickFilters origins={origins} />;
  return (
    <FilterBar
      search={{ name: 'search', label: m.search }}
      filters={[
        { name: 'platform', label: m.platform, options: ALL_PLATFORM_OPTIONS },
        { name: 'status', label: m.status, options: STATUS_OPTIONS },
        ...(origins.length > 0 ? [{ name: 'for', label: m.madeFor, options: origins }] : []),
      ]}
      keep={['view', 'saved', 'cols']}
    />
  );
}

/** One press each: the calendar has two filters with few values. */
function QuickFilters({ origins }: Pick<FrameView, 'origins'>): ReactElement {
  const t = useT();
  const href = useHref();
  const { query } = usePage();
  const link = (name: 'platform' | 'status' | 'for', value: string | null, content: ReactNode): ReactElement => (
    <a key={value} href={href({ [name]: value })} aria-current={query.get(name) === value ? 'true' : undefined}>
      {content}
    </a>
  );
  return (
    <nav className="board-filters" aria-label={t(m.filters)}>
      {link('platform', null, t(m.everywhere))}
      {ALL_PLATFORM_OPTIONS.map(({ value, label }) =>
        link(
          'platform',
          value,
          <>
            <PlatformMark platform={value} />
            {label}
          </>,
        ),
      )}
      <hr />
      {link('status', null, t(m.anyStatus))}
      {STATUS_OPTIONS.map(({ value, label }) => link('status', value, t(label)))}
      {origins.length > 0 && (
        <>
          <hr />
          {link('for', null, t(m.anything))}
          {origins.map(({ value, label }) => link('for', value, label))}
        </>
      )}
    </nav>
  );
}

function Actions(): ReactElement {
  const t = useT();
  return (
    <>
      <LinkButton kind="quiet" icon="file" href={`${ROOT}/transfer`}>
        {t(m.transfer)}
      </LinkButton>
      <LinkButton icon="plus" href={`${ROOT}/new`}>
        {t(m.compose)}
      </LinkButton>
    </>
  );
}

function Turning({ board: { span } }: { board: BoardView }): ReactElement {
  const t = useT();
  const href = useHref();
  const { language } = usePage();
  const step = (label: Text, from: string | null, icon: 'chevron-start' | 'chevron-end'): ReactElement => (
    <LinkButton kind="quiet" icon={icon} label={label} href={href({ from })} />
  );
  const title = span.view === 'month' ? monthText(span.first, language) : weekText(span.first, span.last, language);
  return (
    <div className="board-turning">
      {step(m.previous, span.previous, 'chevron-start')}
      <LinkButton kind="secondary" size="sm" href={href({ from: null })}>
        {t(m.today)}
      </LinkButton>
      {step(m.next, span.next, 'chevron-end')}
      <h2>{title}</h2>
    </div>
  );
}

/** `16 – 22 novembre 2026`, as the language writes ranges. */
const weekText = (first: string, last: string, language: Parameters<typeof localeOf>[0]): string =>
  new Intl.DateTimeFormat(localeOf(language), { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).formatRange(
    new Date(`${first}T00:00:00Z`),
    new Date(`${last}T00:00:00Z`),
  );

/** Where posts are moved by hand: what the island says, in the reader's language. */
function MovingIsland({ zone, isZoneKnown, children }: { zone: string; isZoneKnown: boolean; children: ReactNode }): ReactElement {
  const t = useT();
  const { language } = usePage();
  const texts = Object.fromEntries(Object.entries(moving).map(([name, text]) => [name, sayUnfilled(text, language)]));
  return (
    <Island name="calendar" props={{ zone, isZoneKnown, locale: localeOf(language), texts, composer: `${ROOT}/new` }}>
      <p id="moving-help" className="sr-only">
        {t(moving.help)}
      </p>
      {children}
      <p className="moving-keys" aria-hidden="true">
        <Icon name="info" />
        {t(moving.help)}
      </p>
    </Island>
  );
}
