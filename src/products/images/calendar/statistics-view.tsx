/** `/publications/statistics`: how many, where, and what reached people. */
import type { ReactElement } from 'react';
import { PICTURE_PLATFORMS, PLATFORM_TITLES } from '#capabilities/publishing/publishing.ts';
import { localeOf } from '#kernel/message.ts';
import { Bars, Columns, Donut, Line } from '#kernel/page/charts.tsx';
import { Card } from '#kernel/page/components.tsx';
import { usePage, useT } from '#kernel/page/context.tsx';
import { Stat } from '#kernel/page/gauges.tsx';
import { POST_STATUSES, type SchedulerFigures } from '../scheduler/scheduler.ts';
import { statistics as m } from './figures-messages.ts';
import { dayText, ZoneLink } from './moments.tsx';
import { type HeatCell, HOURS_A_CELL, type WeekMean } from './performance.ts';
import { ROOT } from './requests.ts';
import { Room } from './rooms-view.tsx';

interface StatisticsView {
  readonly figures: SchedulerFigures;
  /** Mondays. */
  readonly weeks: readonly { readonly monday: string; readonly posts: number }[];
  readonly engagement: readonly WeekMean[];
  readonly heat: readonly (readonly HeatCell[])[];
  /** How many posts the engagement is of. */
  readonly measured: number;
  readonly zone: string;
  readonly now: Date;
  readonly isPlayed: boolean;
}

export function StatisticsPage(view: StatisticsView): ReactElement {
  const { figures, zone, now, isPlayed, measured } = view;
  const t = useT();
  return (
    <Room title={m.title} lead={m.lead} isPlayed={isPlayed} actions={<ZoneLink zone={zone} at={now} />}>
      <div className="stack">
        <div className="figures">
          <Stat label={m.total} value={figures.total} icon="send" href={`${ROOT}?view=list`} />
          <Stat label={m.upcoming} value={figures.upcoming} icon="clock" href={`${ROOT}?view=list&status=scheduled`} />
          <Stat label={m.thisWeek} value={figures.thisWeek} icon="calendar" href={`${ROOT}?view=week`} />
          <Stat label={m.thisMonth} value={figures.thisMonth} icon="calendar" href={ROOT} />
        </div>
        <Parts figures={figures} />
        <Weeks {...view} />
        {measured === 0 ? (
          <Card title={m.heat}>
            <p className="text-muted">{t(m.notEnough)}</p>
          </Card>
        ) : (
          <Engagement {...view} />
        )}
      </div>
    </Room>
  );
}

function Parts({ figures }: { figures: SchedulerFigures }): ReactElement {
  return (
    <div className="statistics-pair">
      <Card title={m.byStatus}>
        <Donut
          caption={m.byStatus}
          headers={{ label: m.status, value: m.posts }}
          rows={POST_STATUSES.map((name) => ({
            label: m[name],
            value: figures.byStatus[name],
            href: `${ROOT}?view=list&status=${name}`,
          }))}
        />
      </Card>
      <Card title={m.byPlatform}>
        <Bars
          caption={m.byPlatform}
          headers={{ label: m.platform, value: m.posts }}
          total={figures.total}
          rows={PICTURE_PLATFORMS.map((name) => ({
            label: PLATFORM_TITLES[name],
            value: figures.byPlatform[name] ?? 0,
            href: `${ROOT}?view=list&platform=${name}`,
          }))}
        />
      </Card>
    </div>
  );
}

function Weeks({ weeks }: StatisticsView): ReactElement {
  const { language } = usePage();
  return (
    <Card title={m.perWeek} lead={m.perWeekLead}>
      <Columns
        caption={m.perWeek}
        headers={{ label: m.week, value: m.posts }}
        rows={weeks.map(({ monday, posts }) => ({ label: monday, short: dayText(monday, language, SHORT), value: posts }))}
      />
    </Card>
  );
}
const SHORT: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'numeric' };

function Engagement({ engagement, heat }: StatisticsView): ReactElement {
  const { language } = usePage();
  return (
    <>
      {engagement.length > 1 && (
        <Card title={m.engagement} lead={m.engagementLead}>
          <Line
            caption={m.engagement}
            headers={{ label: m.week, value: m.percent }}
            rows={engagement.map(({ monday, percent }) => ({ label: monday, short: dayText(monday, language, SHORT), value: percent }))}
          />
        </Card>
      )}
      <Card title={m.heat}>
        <Heat heat={heat} />
      </Card>
    </>
  );
}

function Heat({ heat }: { heat: StatisticsView['heat'] }): ReactElement {
  const t = useT();
  const { language } = usePage();
  const names = new Intl.DateTimeFormat(localeOf(language), { weekday: 'short', timeZone: 'UTC' });
  const numbers = new Intl.NumberFormat(localeOf(language), { maximumFractionDigits: 1 });
  const from = (cell: number): number => cell * HOURS_A_CELL;
  return (
    <table className="heat">
      <caption className="sr-only">{t(m.heat)}</caption>
      <thead>
        <tr>
          <td />
          {(heat[0] ?? []).map((_, cell) => (
            <th key={from(cell)} scope="col">
              <span className="sr-only">{t(m.hours, { from: from(cell), until: from(cell + 1) })}</span>
              <span aria-hidden="true">{from(cell)}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {heat.map((cells, weekday) => (
          <tr key={names.format(Date.UTC(2024, 0, weekday + 1))}>
            <th scope="row">{names.format(Date.UTC(2024, 0, weekday + 1))}</th>
            {cells.map(({ value, count, level }, cell) => (
              <td
                key={from(cell)}
                className={`heat-${level}`}
                title={count > 0 ? t(m.heatCell, { value: numbers.format(value), count }) : undefined}
              >
                {count > 0 ? numbers.format(value) : ''}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
