/**
 * Who guards a person's days. Whoever wants some holds the person first, then reads what is taken and decides (`clashes.ts`); the
 * constraint `bookings_clash` of the database is the belt for what is written past this room, and ends in the same refusal.
 */
import type { Db, Tx } from '#kernel/db/db.ts';
import { inTransaction, sqlStateOf } from '#kernel/db/transaction.ts';
import { Failure, failure } from '#kernel/failure.ts';
import type { DaysWanted } from './assignment-fields.ts';
import { availabilityOf, lockPerson, type Person } from './availability-store.ts';
import { blocking, type Clash, clashesOf, type Wanted } from './clashes.ts';
import { addDays, spanOf } from './days.ts';
import { refusals } from './messages.ts';

export async function holdPerson(tx: Tx, talentId: number): Promise<Person> {
  const person = await lockPerson(tx, talentId);
  if (!person) throw failure.field('talent_code', refusals.noPerson, {}, 'exists');
  return person;
}

/** What the wanted days meet. The days that the assignment has itself are its own to change. */
export async function clashesFor(
  db: Db,
  talentId: number,
  assignmentId: number | null,
  wanted: readonly Wanted[],
): Promise<readonly Clash[]> {
  const span = spanOf(wanted);
  if (!span) return [];
  const busy = (await availabilityOf(db, [talentId], span)).get(talentId) ?? [];
  return clashesOf(
    wanted,
    busy.filter((taken) => taken.assignmentId === null || taken.assignmentId !== assignmentId),
  );
}

/** Call it with the person held. Answers the clashes that were accepted, for the audit. */
export async function refuseClashes(
  tx: Tx,
  person: Person,
  assignmentId: number | null,
  { wanted, accept }: DaysWanted,
): Promise<readonly Clash[]> {
  const clashes = await clashesFor(tx, person.id, assignmentId, wanted);
  const [worst, ...others] = blocking(clashes, accept);
  if (worst) throw clashFailure(person, worst, others.length);
  return clashes.filter(({ weight }) => weight === 'unless-accepted');
}

function clashFailure({ firstName, lastName }: Person, { project, kind, from, until, weight }: Clash, more: number): Failure {
  // Noon: no time zone of this machine makes another day of it.
  const noon = (day: string): Date => new Date(`${day}T12:00:00Z`);
  const name = `${firstName} ${lastName}`;
  const params = { name, project: project?.name ?? '', kind, from: noon(from), to: noon(addDays(until, -1)), more };
  const message = project ? refusals.clashProject : refusals.clashAbsence;
  const field = weight === 'unless-accepted' ? 'accept' : 'from';
  return new Failure('conflict', { code: 'BOOKING_CLASH', message, params, fields: { [field]: { message, params, constraint: 'clash' } } });
}

const EXCLUDED = '23P01';

/** Runs a booking; what the database refused was written past us a moment ago, so it can be named now. */
export async function withBelt<T>(
  db: Db,
  { talentId, assignmentId, days }: { talentId: number; assignmentId: number | null; days: DaysWanted },
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  try {
    return await inTransaction(db, work);
  } catch (error) {
    // In somebody else's transaction nothing more can be read.
    if (sqlStateOf(error) !== EXCLUDED || db.isTransaction) throw error;
    await inTransaction(db, async (tx) => refuseClashes(tx, await holdPerson(tx, talentId), assignmentId, days));
    throw failure.conflict('BOOKING_CLASH');
  }
}
