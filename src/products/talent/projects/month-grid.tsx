/** A month of somebody's days. Each says what it is in words and shape; whoever may change them taps a day that is free or unavailable. */
import type { ReactElement } from 'react';
import { type Language, localeOf } from '#kernel/message.ts';
import { Card, LinkButton } from '#kernel/page/components.tsx';
import { classes, usePage, useT } from '#kernel/page/context.tsx';
import { Form } from '#kernel/page/forms.tsx';
import { Icon } from '#kernel/page/icons.tsx';
import { type CalendarDay, weeksOf } from './calendar.ts';
import { addMonths, monthOf } from './days.ts';
import { calendar } from './days-messages.ts';
import { type DaysView, daysPath } from './days-view.ts';
import { dayText } from './page-kit.tsx';
import { team } from './team-messages.ts';
import { KINDS } from './team-table.tsx';

type GridView = Pick<DaysView, 'person' | 'month' | 'today' | 'busy' | 'mayChange'>;

export function MonthGrid(view: GridView): ReactElement {
  const { person, month, mayChange } = view;
  const { language } = usePage();
  const grid = <Weeks {...view} />;
  return (
    <Card title={monthName(month, language)} actions={<Turning {...view} />} id="month">
      {mayChange ? (
        <Form action={`${daysPath(person)}/day?month=${month}`} id="month-days">
          {grid}
        </Form>
      ) : (
        grid
      )}
      <Legend />
    </Card>
  );
}

function monthName(month: string, language: Language): string {
  const locale = localeOf(language);
  const name = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${month}-01`));
  return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1);
}

function Turning({ person, month, today }: GridView): ReactElement {
  const t = useT();
  const to = (there: string): string => `${daysPath(person)}?month=${there}`;
  return (
    <div className="flex items-center gap-1">
      <LinkButton href={to(addMonths(month, -1))} kind="quiet" icon="chevron-start" label={calendar.previous} />
      <LinkButton href={to(monthOf(today))} kind="secondary" size="sm">
        {t(calendar.today)}
      </LinkButton>
      <LinkButton href={to(addMonths(month, 1))} kind="quiet" icon="chevron-end" label={calendar.next} />
    </div>
  );
}

/** A Monday, to name the days of the week from. */
const MONDAY = Date.UTC(2024, 0, 1);
const DAY_MS = 86_400_000;

function Weeks({ month, today, busy, mayChange }: GridView): ReactElement {
  const { language } = usePage();
  const name = (style: 'short' | 'long', index: number): string =>
    new Intl.DateTimeFormat(localeOf(language), { weekday: style, timeZone: 'UTC' }).format(MONDAY + index * DAY_MS);
  return (
    <table className="-mx-1 w-[calc(100%+0.5rem)] table-fixed border-separate border-spacing-1">
      <caption className="sr-only">{monthName(month, language)}</caption>
      <thead>
        <tr>
          {[0, 1, 2, 3, 4, 5, 6].map((index) => (
            <th key={index} scope="col" abbr={name('long', index)} className="truncate py-1 text-center text-xs font-medium text-muted">
              {name('short', index)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(month, busy).map((week, row) => (
          <tr key={week.find((day) => day)?.day ?? row}>
            {week.map((day, index) => (
              <td key={day?.day ?? `${row}-${index}`} className="p-0 align-top">
                {day && <Day day={day} isToday={day.day === today} mayChange={mayChange && day.day >= today} />}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const LOOKS: Readonly<Record<CalendarDay['state'], string>> = {
  free: 'border-line',
  pencil: 'tone-warning border-dashed border-(--tone) bg-(--tone-soft) text-(--tone)',
  booked: 'tone-success border-(--tone) bg-(--tone-soft) text-(--tone)',
  unavailable: 'tone-danger border-(--tone) bg-(--tone-soft) text-(--tone)',
};

function Day({ day, isToday, mayChange }: { day: CalendarDay; isToday: boolean; mayChange: boolean }): ReactElement {
  const t = useT();
  const { language } = usePage();
  const look = classes(
    'flex min-h-14 w-full flex-col items-start gap-0.5 overflow-hidden rounded-field border p-1.5 text-start text-sm sm:min-h-18',
    LOOKS[day.state],
    isToday && 'outline-2 outline-offset-1 outline-primary',
  );
  const taps = mayChange && (day.state === 'free' || day.state === 'unavailable');
  if (!taps) {
    return (
      <div className={look}>
        <DayWords day={day} />
      </div>
    );
  }
  const says = t(day.state === 'free' ? calendar.makeBusy : calendar.makeFree, { day: dayText(day.day, language) });
  return (
    <button type="submit" name="day" value={day.day} aria-label={says} className={classes(look, 'cursor-pointer hover:border-current')}>
      <DayWords day={day} />
    </button>
  );
}

function DayWords({ day: { day, state, sources } }: { day: CalendarDay }): ReactElement {
  const t = useT();
  const names = sources.map(({ kind, project, reason }) => project?.name ?? reason ?? t(KINDS[kind].label));
  return (
    <>
      <span className="flex w-full flex-col gap-1 font-medium sm:flex-row sm:items-center sm:justify-between">
        <span className="tabular">{Number(day.slice(8))}</span>
        {state !== 'free' && <Icon name={KINDS[state].icon} label={KINDS[state].label} />}
      </span>
      {names.length > 0 && (
        <span className="hidden w-full truncate text-xs sm:block" title={names.join(', ')}>
          {names.join(', ')}
        </span>
      )}
    </>
  );
}

function Legend(): ReactElement {
  const t = useT();
  return (
    <p className="mt-3 flex flex-wrap gap-x-4 gap-y-1 text-sm text-muted">
      <span>{t(team.free)}</span>
      {Object.values(KINDS).map(({ icon, label }) => (
        <span key={icon} className="inline-flex items-center gap-1">
          <Icon name={icon} />
          {t(label)}
        </span>
      ))}
    </p>
  );
}
