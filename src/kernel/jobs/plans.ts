/** What is planned: which job runs when, and what became of its last time. */
import type { PgBoss } from 'pg-boss';

export interface Plan {
  /** Of the job. */
  readonly name: string;
  /** Five-field cron, in its time zone. */
  readonly cron: string;
  readonly timezone: string;
  readonly next: Date | null;
  /** Forgotten a day after it was done. */
  readonly last: { readonly state: 'waiting' | 'running' | 'done' | 'failed'; readonly at: Date } | null;
}

export interface Plans {
  /** Whether some process looked at the plans within the last minute. */
  readonly running: boolean;
  readonly plans: readonly Plan[];
}

const STATES: Readonly<Record<string, NonNullable<Plan['last']>['state']>> = {
  created: 'waiting',
  retry: 'waiting',
  active: 'running',
  completed: 'done',
};

export async function readPlans(boss: PgBoss): Promise<Plans> {
  const schedules = await boss.getSchedules();
  const names = schedules.map(({ name }) => name);
  const { rows: last } = await boss.getDb().executeSql(
    `select distinct on (name) name, state::text, coalesce(completed_on, started_on, created_on) as at
     from jobs.job where name = any($1) order by name, created_on desc`,
    [names],
  );
  const { rows: pulse } = await boss.getDb().executeSql(`select cron_on > now() - interval '1 minute' as running from jobs.version`);
  const lastOf = (job: string): Plan['last'] => {
    const found = (last as readonly { name: string; state: string; at: Date }[]).find(({ name }) => name === job);
    return found ? { state: STATES[found.state] ?? 'failed', at: new Date(found.at) } : null;
  };
  const plans = schedules.map(({ name, cron, timezone }) => {
    const [next = null] = boss.previewSchedule(cron, { tz: timezone, count: 1 });
    return { name, cron, timezone, next, last: lastOf(name) };
  });
  return { running: (pulse as readonly { running: boolean | null }[])[0]?.running === true, plans };
}
