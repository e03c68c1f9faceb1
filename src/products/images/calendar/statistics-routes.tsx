/** The statistics of posts, from the scheduler's figures and the last reading of each live post. */
import { requireViewer } from '#kernel/http/access.ts';
import type { Door } from '#kernel/http/door.ts';
import { say } from '#kernel/message.ts';
import { addDays, instantOf } from '#kernel/wall-time.ts';
import { performancesOf } from '../scheduler/scheduler.ts';
import type { CalendarTools } from './calendar.ts';
import { statistics } from './figures-messages.ts';
import { countByWeek, engagementByWeek, heatOf, weeksAround } from './performance.ts';
import { ownPage, ROOT, zoneOf } from './requests.ts';
import { StatisticsPage } from './statistics-view.tsx';

const [BEFORE, AFTER] = [12, 4];
const MOST = { page: 1, size: 2000, offset: 0 };

export function registerStatistics(site: Door, tools: CalendarTools): void {
  site.get(`${ROOT}/statistics`, ownPage, async (request, reply) => {
    const { accountId } = requireViewer(request);
    const zone = zoneOf(request).name;
    const now = tools.clock.now();
    const weeks = weeksAround(now, zone, BEFORE, AFTER);
    const midnight = (day: string): Date => instantOf(`${day}T00:00:00`, zone);
    const span = { after: midnight(weeks[0] ?? ''), before: midnight(addDays(weeks.at(-1) ?? '', 7)) };
    const [figures, posts, measured] = await Promise.all([
      tools.scheduler.figures(accountId),
      tools.scheduler.list({ accountId, ...span }, MOST),
      performancesOf(tools.db, accountId, null),
    ]);
    const moments = posts.rows.filter(({ status }) => status !== 'cancelled').map(({ scheduledTime }) => scheduledTime);
    const counts = countByWeek(moments, weeks, zone);
    const body = (
      <StatisticsPage
        {...{ figures, zone, now, isPlayed: tools.feed !== null, measured: measured.length, heat: heatOf(measured, zone) }}
        weeks={weeks.map((monday, index) => ({ monday, posts: counts[index] ?? 0 }))}
        engagement={engagementByWeek(measured, weeks, zone)}
      />
    );
    return tools.pages.send(request, reply, { title: say(statistics.title, request.language), body });
  });
}
