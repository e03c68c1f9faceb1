/** Who is taken today, as a hint beside a face: asked where bookings are decided, so that the list never says otherwise. */
import type { Db } from '#kernel/db/db.ts';
import { availabilityOf, type Busy } from '../projects/projects.ts';

export interface Taken {
  readonly state: 'booked' | 'pencil' | 'away';
  /** The last day, `YYYY-MM-DD`. */
  readonly until: string;
  /** The project that has the days; null for days on which the person said they cannot work. */
  readonly project: string | null;
}

const DAY = 86_400_000;
const moved = (day: string, days: number): string => new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
const STATES = { booked: 'booked', unavailable: 'away', pencil: 'pencil' } as const satisfies Record<Busy['kind'], Taken['state']>;
/** The firmest first. */
const RANK = Object.keys(STATES);

/** Those of these people who are taken on a day; the firmest reason counts, and the one that lasts longest. */
export async function takenOn(db: Db, ids: readonly number[], day: string): Promise<ReadonlyMap<number, Taken>> {
  const busy = await availabilityOf(db, ids, { from: day, until: moved(day, 1) });
  return new Map(
    [...busy].flatMap(([id, reasons]) => {
      const [first] = reasons.toSorted((a, b) => RANK.indexOf(a.kind) - RANK.indexOf(b.kind) || b.until.localeCompare(a.until));
      return first
        ? [[id, { state: STATES[first.kind], until: moved(first.until, -1), project: first.project?.name ?? null }] as const]
        : [];
    }),
  );
}
