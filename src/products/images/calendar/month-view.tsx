/** A month: weeks in lines, posts in their days. */
import type { ReactElement } from 'react';
import { classes, usePage, useT } from '#kernel/page/context.tsx';
import { Icon } from '#kernel/page/icons.tsx';
import { type BoardView, keyOf } from './board.ts';
import { EntryChip, GhostChip } from './chip-view.tsx';
import { board as m } from './messages.ts';
import { dayText, monthText } from './moments.tsx';
import { ROOT } from './requests.ts';

/** More than these in a day are one link: the week shows them all. */
const MOST = 4;

export function MonthBoard(view: BoardView): ReactElement {
  const { language } = usePage();
  const { days, first } = view.span;
  const weeks = Array.from({ length: days.length / 7 }, (_, index) => days.slice(index * 7, index * 7 + 7));
  return (
    <table className="month-board">
      <caption className="sr-only">{monthText(first, language)}</caption>
      <thead>
        <tr>
          {(weeks[0] ?? []).map((day) => (
            <th key={day} scope="col" abbr={dayText(day, language, { weekday: 'long' })}>
              {dayText(day, language, { weekday: 'short' })}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week[0]}>
            {week.map((day) => (
              <DayCell key={day} day={day} view={view} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function DayCell({ day, view }: { day: string; view: BoardView }): ReactElement {
  const t = useT();
  const { language } = usePage();
  const { today, zone, span } = view;
  const [posts, ghosts] = [view.posts.get(day) ?? [], view.ghosts.get(day) ?? []];
  const [shown, faint] = [posts.slice(0, MOST), ghosts.slice(0, Math.max(0, MOST - posts.length))];
  const rest = posts.length + ghosts.length - shown.length - faint.length;
  const week = `${ROOT}?view=week&from=${day}`;
  const look = classes(day < today && 'day-past', day === today && 'day-today', (day < span.first || day > span.last) && 'day-beside');
  return (
    <td className={look} data-day={day} data-drop aria-current={day === today ? 'date' : undefined}>
      <div className="day-head">
        <a className="day-number" href={week} aria-label={t(m.postsOn, { day: dayText(day, language), count: posts.length })}>
          {Number(day.slice(8))}
        </a>
        {day >= today && <ComposeLink day={day} />}
      </div>
      <div className="day-posts">
        {shown.map((entry) => (
          <EntryChip key={keyOf(entry)} entry={entry} zone={zone} />
        ))}
        {faint.map((slot) => (
          <GhostChip key={`${slot.at.getTime()} ${slot.name} ${slot.platform}`} slot={slot} zone={zone} />
        ))}
        {rest > 0 && (
          <a className="day-more" href={week}>
            {t(m.more, { count: rest })}
          </a>
        )}
      </div>
    </td>
  );
}

export function ComposeLink({ day, time }: { day: string; time?: string }): ReactElement {
  const t = useT();
  const { language } = usePage();
  const at = time ? `${day}T${time}` : day;
  const label = t(m.composeOn, { day: `${dayText(day, language)}${time ? `, ${time}` : ''}` });
  return (
    <a className="day-compose" href={`${ROOT}/new?${new URLSearchParams({ at })}`} aria-label={label} title={label}>
      <Icon name="plus" />
    </a>
  );
}
