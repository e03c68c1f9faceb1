/** The tables of runs: their steps, items and log lines. */
import { sql } from 'kysely';
import type { Db, Tx } from '#kernel/db/db.ts';
import type { RunOptions } from './options.ts';
import type { StepName, StepStatus } from './steps.ts';

export type RunStatus = 'running' | 'completed' | 'failed' | 'cancelled';

export interface RunFault {
  readonly step: StepName;
  readonly code: string;
  readonly message: { readonly fr: string; readonly en: string; readonly ar: string };
  /** Of the item at fault. */
  readonly sceneId: number | null;
}

/** What was reckoned of the steps; the film becomes known on the way. */
export interface RunPlan {
  readonly scenes: number;
  /** Of the film. */
  readonly seconds: number;
  /** Seconds of one item. */
  readonly rates: Readonly<Record<StepName, number>>;
}

export interface Run {
  readonly id: string;
  readonly projectId: string;
  readonly state: RunStatus;
  readonly options: RunOptions;
  readonly estimatedSeconds: number;
  readonly plan: RunPlan;
  readonly told: number;
  readonly isSilent: boolean;
  readonly fault: RunFault | null;
  readonly renderId: string | null;
  readonly startedAt: Date;
  readonly endedAt: Date | null;
}
export interface RunStep {
  readonly name: StepName;
  readonly state: StepStatus;
  readonly total: number;
  readonly provider: string | null;
  readonly startedAt: Date | null;
  readonly endedAt: Date | null;
}
export interface RunItem {
  readonly step: StepName;
  /** The place of its scene in the script; 0 of the music. */
  readonly position: number;
  readonly assetId: string;
  readonly reused: boolean;
}
export interface RunLog {
  readonly at: Date;
  readonly level: 'debug' | 'info' | 'warning' | 'error';
  readonly message: string;
}

const RUN = sql`
  id, project_id as "projectId", state, options, estimated_seconds as "estimatedSeconds", plan, told, is_silent as "isSilent", fault,
  render_id as "renderId", started_at as "startedAt", ended_at as "endedAt"`;

export interface NewRun extends Pick<Run, 'id' | 'projectId' | 'options' | 'estimatedSeconds' | 'plan'> {
  readonly steps: readonly Pick<RunStep, 'name' | 'state' | 'total'>[];
  readonly now: Date;
}

export async function insertRun(tx: Tx, { id, projectId, options, estimatedSeconds, plan, steps, now }: NewRun): Promise<void> {
  await sql`
    insert into video.runs (id, project_id, options, estimated_seconds, plan, moved_at, started_at)
    values (${id}, ${projectId}, ${JSON.stringify(options)}::jsonb, ${estimatedSeconds}, ${JSON.stringify(plan)}::jsonb, ${now}, ${now})`.execute(
    tx,
  );
  for (const { name, state, total } of steps)
    await sql`insert into video.run_steps (run_id, step, state, total, started_at)
      values (${id}, ${name}, ${state}, ${total}, ${state === 'in_progress' ? now : null})`.execute(tx);
}

export async function findRun(db: Db, id: string): Promise<Run | null> {
  const { rows } = await sql<Run>`select ${RUN} from video.runs where id = ${id}`.execute(db);
  return rows[0] ?? null;
}

/** The latest one of a project. */
export async function findLatestRun(db: Db, projectId: string): Promise<Run | null> {
  const { rows } = await sql<Run>`
    select ${RUN} from video.runs where project_id = ${projectId} order by started_at desc, id desc limit 1`.execute(db);
  return rows[0] ?? null;
}

export async function findRunningByRender(db: Db, renderId: string): Promise<Run | null> {
  const { rows } = await sql<Run>`select ${RUN} from video.runs where state = 'running' and render_id = ${renderId}`.execute(db);
  return rows[0] ?? null;
}

/** Runs that go on and count this asset among their items. */
export async function findRunningByAsset(db: Db, assetId: string): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct r.id from video.run_items i join video.runs r on r.id = i.run_id and r.state = 'running'
    where i.asset_id = ${assetId} order by r.id`.execute(db);
  return rows.map(({ id }) => id);
}

/** Held until the end of the transaction: one change of a run after the other. */
export async function lockRun(tx: Tx, id: string): Promise<Run | null> {
  const { rows } = await sql<Run>`select ${RUN} from video.runs where id = ${id} for no key update`.execute(tx);
  return rows[0] ?? null;
}

/** Running, and nothing has happened to them since then. */
export async function findStanding(db: Db, before: Date): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from video.runs where state = 'running' and moved_at < ${before} order by moved_at limit 200`.execute(db);
  return rows.map(({ id }) => id);
}

export async function touchRun(tx: Tx, id: string, now: Date): Promise<void> {
  await sql`update video.runs set moved_at = ${now} where id = ${id}`.execute(tx);
}

export async function updatePlan(tx: Tx, id: string, plan: RunPlan): Promise<void> {
  await sql`update video.runs set plan = ${JSON.stringify(plan)}::jsonb where id = ${id}`.execute(tx);
}

export async function setSilent(tx: Tx, id: string): Promise<void> {
  await sql`update video.runs set is_silent = true where id = ${id}`.execute(tx);
}

export async function setRender(tx: Tx, id: string, renderId: string): Promise<void> {
  await sql`update video.runs set render_id = ${renderId} where id = ${id}`.execute(tx);
}

/** Committed before a model is asked. False when somebody asked before, and nobody knows what became of it. */
export async function noteAsking(db: Db, id: string, now: Date): Promise<boolean> {
  const { rows } = await sql`
    update video.runs set asking_since = ${now} where id = ${id} and state = 'running' and asking_since is null returning id`.execute(db);
  return rows.length > 0;
}

/** The highest percent that was told, with this one. */
export async function raiseTold(db: Db, id: string, percent: number): Promise<number> {
  const { rows } = await sql<{ told: number }>`
    update video.runs set told = greatest(told, ${percent}) where id = ${id} returning told`.execute(db);
  return rows[0]?.told ?? percent;
}

export async function endRun(tx: Tx, id: string, state: RunStatus, fault: RunFault | null, now: Date): Promise<void> {
  await sql`update video.runs set state = ${state}, fault = ${fault && JSON.stringify(fault)}::jsonb, ended_at = ${now}, moved_at = ${now}
    where id = ${id} and state = 'running'`.execute(tx);
}

export async function listSteps(db: Db, runId: string): Promise<readonly RunStep[]> {
  const { rows } = await sql<RunStep>`
    select step as name, state, total, provider, started_at as "startedAt", ended_at as "endedAt" from video.run_steps
    where run_id = ${runId}
    order by array_position(array['script', 'images', 'videos', 'voice', 'music', 'montage'], step)`.execute(db);
  return rows;
}

export interface StepChange {
  readonly state?: StepStatus;
  readonly total?: number;
  readonly provider?: string;
}

export async function changeStep(tx: Tx, runId: string, name: StepName, change: StepChange, now: Date): Promise<void> {
  const { state = null, total = null, provider = null } = change;
  const ends = state !== null && state !== 'pending' && state !== 'in_progress';
  await sql`update video.run_steps set state = coalesce(${state}, state), total = coalesce(${total}, total),
      provider = coalesce(${provider}, provider),
      started_at = case when ${state === 'in_progress'} then coalesce(started_at, ${now}) else started_at end,
      ended_at = case when ${ends} then ${now} else ended_at end
    where run_id = ${runId} and step = ${name}`.execute(tx);
}

/** What has not ended when the run does. */
export async function closeSteps(tx: Tx, runId: string, state: 'pending' | 'cancelled', now: Date): Promise<void> {
  await sql`update video.run_steps set state = ${state}, ended_at = ${now}
    where run_id = ${runId} and state = 'in_progress'`.execute(tx);
}

export async function listItems(db: Db, runId: string): Promise<readonly RunItem[]> {
  const { rows } = await sql<RunItem>`
    select step, position, asset_id as "assetId", reused from video.run_items where run_id = ${runId} order by step, position`.execute(db);
  return rows;
}

export async function insertItem(tx: Tx, runId: string, { step, position, assetId, reused }: RunItem): Promise<void> {
  await sql`insert into video.run_items (run_id, step, position, asset_id, reused)
    values (${runId}, ${step}, ${position}, ${assetId}, ${reused})`.execute(tx);
}

const MOST_LOGS = 500;

/** The oldest go when there are too many. */
export async function addLog(db: Db, runId: string, { at, level, message }: RunLog): Promise<void> {
  await sql`
    with old as (
      delete from video.run_logs where id in (
        select id from video.run_logs where run_id = ${runId} order by id desc offset ${MOST_LOGS - 1})
    )
    insert into video.run_logs (run_id, at, level, message) values (${runId}, ${at}, ${level}, ${message.slice(0, 500)})`.execute(db);
}

/** The latest, in the order in which they were written. */
export async function listLogs(db: Db, runId: string, most: number): Promise<readonly RunLog[]> {
  const { rows } = await sql<RunLog>`
    select at, level, message from (
      select id, at, level, message from video.run_logs where run_id = ${runId} order by id desc limit ${most}) as latest
    order by id`.execute(db);
  return rows;
}

/** Seconds that one item of a step took lately, by who made it; of runs that made any. */
export async function measuredRates(
  db: Db,
): Promise<readonly { readonly step: StepName; readonly provider: string; readonly seconds: number }[]> {
  const { rows } = await sql<{ step: StepName; provider: string; seconds: number }>`
    select step, provider, sum(seconds)::float8 / sum(made) as seconds from (
      select s.step, s.provider, extract(epoch from s.ended_at - s.started_at) as seconds,
        greatest((select count(*) from video.run_items i where i.run_id = s.run_id and i.step = s.step and not i.reused),
          case when s.step = 'script' then 1 else 0 end) as made,
        row_number() over (partition by s.step, s.provider order by s.ended_at desc) as n
      from video.run_steps s where s.state = 'completed' and s.provider is not null
    ) as measured where made > 0 and n <= 20 group by step, provider`.execute(db);
  return rows;
}
