/** The films of a drill, with what is known of them. */
import { sql } from 'kysely';
import type { Database } from '#kernel/db/connect.ts';
import type { Workshop } from './house.ts';

export const SCENES = 2;
/** A person who starts again more often looks for the cause. */
const MOST_STARTS = 5;

/** Every second film has its pictures from whoever keeps what was bought; the others from whoever does not. */
export async function orderFilms(workshop: Pick<Workshop, 'ask'>, films: number): Promise<readonly string[]> {
  const paths: string[] = [];
  for (let n = 1; n <= films; n += 1) {
    const config = { target_duration: 5, language: 'fr', ratio: '1:1', seed: n, music: { style: 'lofi' }, captions: false };
    const project = await workshop.ask('POST', '/projects', { title: `film${n}`, prompt: `Un matin, film${n}`, config });
    const path = `/projects/${String(project['id'])}`;
    const scenes = Array.from({ length: SCENES }, (_, k) => ({
      ...{ narration: `Bonjour, film${n}scene${k + 1}.`, image_prompt: `a harbour, film${n}scene${k + 1}`, seconds: 2 },
    }));
    await workshop.ask('PUT', `${path}/script`, { scenes });
    await startFilm(workshop, path, n);
    paths.push(path);
  }
  return paths;
}

const startFilm = (workshop: Pick<Workshop, 'ask'>, path: string, n: number): Promise<unknown> => {
  const providers = { image: n % 2 === 0 ? 'replicate' : 'stability', video: 'runway', voice: 'elevenlabs', music: 'suno' };
  return workshop.ask('POST', `${path}/start`, { pipeline_config: { providers, render: { quality: 'draft', scale: 4 } } });
};

export interface Watched {
  readonly workshop: Pick<Workshop, 'ask'>;
  readonly database: Database;
  readonly paths: readonly string[];
  /** How often each film was started again. */
  readonly starts: Map<string, number>;
}

/** True when any was started again. */
export async function startFailed(watch: Watched, states: readonly State[]): Promise<boolean> {
  let isAny = false;
  for (const { path, status, n } of states) {
    const count = watch.starts.get(path) ?? 0;
    if (status !== 'failed' || count >= MOST_STARTS) continue;
    watch.starts.set(path, count + 1);
    isAny = true;
    await startFilm(watch.workshop, path, n).catch(() => undefined);
  }
  return isAny;
}

export interface State {
  readonly path: string;
  readonly n: number;
  readonly status: string;
  readonly fault: string;
}

export async function statusesOf({ database, paths }: Watched): Promise<readonly State[]> {
  const { rows } = await sql<{ id: string; status: string; fault: string | null }>`
    select p.id, p.status, (select r.fault::text from video.runs r where r.project_id = p.id order by r.started_at desc limit 1) as fault
    from video.projects p`.execute(database.db);
  const found = new Map(rows.map((row) => [row.id, row]));
  return paths.map((path, index) => {
    const row = found.get(path.split('/').at(-1) ?? '');
    return { path, n: index + 1, status: row?.status ?? 'gone', fault: row?.fault ?? '' };
  });
}

export function countBy(states: readonly State[]): string {
  const counts = new Map<string, number>();
  for (const { status } of states) counts.set(status, (counts.get(status) ?? 0) + 1);
  return [...counts].map(([status, count]) => `${count} ${status}`).join(', ');
}

export async function countLost({ db }: Database): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from video.assets where notes @> '[{"code": "lost_purchase"}]'`.execute(db);
  return rows[0]?.count ?? 0;
}
