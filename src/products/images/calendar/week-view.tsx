/** A week: days in columns, hours in lines. On phones the days lie below each other, and hours without a post are left out. */
import type { ReactElement } from 'react';
import { classes, usePage, useT } from '#kernel/page/context.tsx';
import { localTime } from '#kernel/wall-time.ts';
import { type BoardView, type Entry, keyOf } from './board.ts';
import { EntryChip, GhostChip } from './chip-view.tsx';
import { board as m } from './messages.ts';
import { dayText } from './moments.tsx';
import { ComposeLink } from './month-view.tsx';
import type { Ghost } from './slots.ts';
import { isSkipped } from './span.ts';

const HOURS = Array.from({ length: 24 }, (_, hour) => hour);
const clock = (hour: number): string => `${String(hour).padStart(2, '0')}:00`;

export function WeekBoard(view: BoardView): ReactElement {
  const { language } = usePage();
  const t = useT();
  return (
    // Scrolls by itself on wide pages, so the keyboard must reach it.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls is reached by the keyboard
    <section className="week-board" tabIndex={0} aria-label={t(m.weekOf, { day: dayText(view.span.first, language) })}>
      <div className="week-hours" aria-hidden="true">
        <span />
        {HOURS.map((hour) => (
          <span key={hour}>{clock(hour)}</span>
        ))}
      </div>
      {view.span.days.map((day) => (
        <DayColumn key={day} day={day} view={view} />
      ))}
    </section>
  );
}

function DayColumn({ day, view }: { day: string; view: BoardView }): ReactElement {
  const t = useT();
  const { language } = usePage();
  const { today, zone } = view;
  const hourOf = (at: Date): number => Number(localTime(at, zone).slice(0, 2));
  const posts = Map.groupBy(view.posts.get(day) ?? [], ({ at }) => hourOf(at));
  const ghosts = Map.groupBy(view.ghosts.get(day) ?? [], ({ at }) => hourOf(at));
  const count = view.posts.get(day)?.length ?? 0;
  return (
    <section
      className={classes('week-day', day < today && 'day-past', day === today && 'day-today')}
      aria-label={t(m.postsOn, { day: dayText(day, language), count })}
    >
      <h3 className="week-day-name">
        <span>{dayText(day, language, { weekday: 'short' })}</span>
        <strong>{Number(day.slice(8))}</strong>
        {day >= today && <ComposeLink day={day} />}
      </h3>
      {HOURS.map((hour) => (
        <Hour key={hour} day={day} hour={hour} view={view} posts={posts.get(hour) ?? []} ghosts={ghosts.get(hour) ?? []} />
      ))}
    </section>
  );
}

interface HourProps {
  readonly day: string;
  readonly hour: number;
  readonly view: BoardView;
  readonly posts: readonly Entry[];
  readonly ghosts: readonly Ghost[];
}

function Hour({ day, hour, view: { zone }, posts, ghosts }: HourProps): ReactElement {
  const t = useT();
  if (isSkipped(day, hour, zone)) return <div className="week-hour hour-skipped" title={t(m.skipped)} />;
  const isEmpty = posts.length + ghosts.length === 0;
  return (
    <div className={classes('week-hour', isEmpty && 'hour-empty')} data-day={day} data-hour={hour} data-drop>
      {posts.map((entry) => (
        <EntryChip key={keyOf(entry)} entry={entry} zone={zone} />
      ))}
      {ghosts.map((slot) => (
        <GhostChip key={`${slot.at.getTime()} ${slot.name} ${slot.platform}`} slot={slot} zone={zone} />
      ))}
    </div>
  );
}
