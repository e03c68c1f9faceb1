/** Faces of the demonstration that are painted while the studio is already open, a handful at a time. */
import { sql } from 'kysely';
import { Type } from 'typebox';
import type { Db, Tx } from '#kernel/db/db.ts';
import { defineJob } from '#kernel/jobs/job.ts';
import type { Queue } from '#kernel/jobs/queue.ts';
import type { Cinema } from '../../cinema/cinema.ts';
import { paintPhoto } from './pictures.ts';
import type { Appearance } from './traits.ts';

const PAINT = defineJob({ name: 'demo/faces', data: Type.Object({ ids: Type.Array(Type.Integer()) }), concurrency: 1, retries: 2 });
const AT_ONCE = 10;

/** The newest first: they are on the first page. */
export async function paintLater(queue: Pick<Queue, 'enqueue'>, tx: Tx, ids: readonly number[]): Promise<void> {
  const order = ids.toSorted((a, b) => b - a);
  for (let start = 0; start < order.length; start += AT_ONCE) await queue.enqueue(tx, PAINT, { ids: order.slice(start, start + AT_ONCE) });
}

export function paintFaces(
  queue: Pick<Queue, 'work'>,
  { db, cinema }: { readonly db: Db; readonly cinema: Pick<Cinema, 'attachPhoto'> },
): void {
  queue.work(PAINT, async ({ ids }, { signal }) => {
    for (const { id, ...appearance } of await faceless(db, ids)) {
      signal.throwIfAborted();
      await cinema.attachPhoto(db, id, await paintPhoto(appearance));
    }
  });
}

/** A job that runs again leaves alone who has a photo by now. */
async function faceless(db: Db, ids: readonly number[]): Promise<readonly (Appearance & { readonly id: number })[]> {
  const { rows } = await sql<Appearance & { id: number }>`
    select id, unique_code as code, gender, extract(year from age(current_date, date_of_birth))::int as age,
      skin_tone as "skinTone", hair_type as "hairType", hair_color as "hairColor"
    from talent.cinema_talents where id = any(${ids}::bigint[]) and photo_file is null order by id desc`.execute(db);
  return rows;
}
