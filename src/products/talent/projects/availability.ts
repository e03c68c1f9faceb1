/** The days on which people cannot work, as they or an administrator say; what took a day is read by `availabilityOf`. */
import type { FastifyRequest } from 'fastify';
import type { Db, Tx } from '#kernel/db/db.ts';
import { inTransaction } from '#kernel/db/transaction.ts';
import { type FieldError, failure } from '#kernel/failure.ts';
import { readText } from '../readers.ts';
import {
  deleteUnavailability,
  findPerson,
  findUnavailabilities,
  insertUnavailability,
  lockPerson,
  type Person,
  type Unavailability,
} from './availability-store.ts';
import { type DayRange, isDay, lastDayOf, lengthOf, rangeOf, without } from './days.ts';
import { readDay } from './fields.ts';
import { refusals } from './messages.ts';
import { mayChangeDays, maySeeDays } from './policies.ts';
import type { ProjectTools } from './tools.ts';

type Input = Readonly<Record<string, unknown>>;

export interface Availability {
  /** Whose days they are; 404 for nobody, 403 for who may not see them. */
  person(request: FastifyRequest, talentId: number): Promise<Person>;
  unavailabilities(db: Db, talentId: number, range: DayRange): Promise<readonly Unavailability[]>;
  /** `from`, `to` (included; the same day when empty), `reason`. For administrators and the person. */
  add(request: FastifyRequest, talentId: number, input: Input): Promise<DayRange>;
  remove(request: FastifyRequest, talentId: number, id: number): Promise<void>;
  /** A free day becomes unavailable, an unavailable one free; answers which it is now. */
  toggle(request: FastifyRequest, talentId: number, day: string): Promise<'free' | 'unavailable'>;
}

type Tools = Pick<ProjectTools, 'db' | 'audit'>;
const LONGEST_DAYS = 731;

export function createAvailability(tools: Tools): Availability {
  return {
    person: async ({ viewer }, talentId) => {
      const person = await findPerson(tools.db, talentId);
      if (person && maySeeDays(viewer, person.accountId)) return person;
      throw person ? failure.forbidden() : failure.notFound(refusals.nobody);
    },
    unavailabilities: findUnavailabilities,
    add: (request, talentId, input) => {
      const said = readAbsence(input);
      return change(tools, request, talentId, async (tx) => {
        await insertUnavailability(tx, talentId, said, request.viewer?.accountId ?? null);
        return { result: said, act: `indisponible ${said.from} → ${lastDayOf(said)}` };
      });
    },
    remove: (request, talentId, id) =>
      change(tools, request, talentId, async (tx) => {
        const gone = await deleteUnavailability(tx, talentId, id);
        return { result: undefined, act: gone && `de nouveau libre ${gone.from} → ${lastDayOf(gone)}` };
      }),
    toggle: (request, talentId, day) => {
      if (!isDay(day)) throw failure.field('day', refusals.dayNeeded, {}, 'format');
      return change(tools, request, talentId, (tx) => toggleDay(tx, talentId, day, request.viewer?.accountId ?? null));
    },
  };
}

/** One change of a person's days, with the person held and the change told. `act` null: there was nothing to change. */
function change<T>(
  { db, audit }: Tools,
  request: FastifyRequest,
  talentId: number,
  work: (tx: Tx) => Promise<{ readonly result: T; readonly act: string | null }>,
): Promise<T> {
  return inTransaction(db, async (tx) => {
    const person = await lockPerson(tx, talentId);
    if (!person) throw failure.notFound(refusals.nobody);
    if (!mayChangeDays(request.viewer, person.accountId)) throw failure.forbidden();
    const { result, act } = await work(tx);
    const entry = { type: 'availability_changed', category: 'cinema', resourceType: 'cinema_talent', resourceId: talentId };
    if (act) await audit.activity(request, { ...entry, description: `${person.code} : ${act}` }, tx);
    return result;
  });
}

async function toggleDay(tx: Tx, talentId: number, day: string, by: number | null) {
  const hole = rangeOf(day, day);
  const there = await findUnavailabilities(tx, talentId, hole);
  for (const absence of there) {
    await deleteUnavailability(tx, talentId, absence.id);
    for (const part of without(absence, hole)) await insertUnavailability(tx, talentId, { ...part, reason: absence.reason }, by);
  }
  if (there.length > 0) return { result: 'free', act: `de nouveau libre le ${day}` } as const;
  await insertUnavailability(tx, talentId, { ...hole, reason: null }, by);
  return { result: 'unavailable', act: `indisponible le ${day}` } as const;
}

function readAbsence(input: Input): DayRange & { readonly reason: string | null } {
  const errors: Record<string, FieldError> = {};
  const [from, to, reason] = [readDay(input['from']), readDay(input['to']), readText(input['reason'], 200)];
  for (const [name, read] of Object.entries({ from, to, reason })) if (!read.ok) errors[name] = read.error;
  const first = from.ok ? from.value : null;
  const last = (to.ok ? to.value : null) ?? first;
  if (from.ok && first === null) errors['from'] = { message: refusals.dayNeeded, constraint: 'required' };
  if (first && last && last < first) errors['to'] = { message: refusals.endBeforeStart, constraint: 'minimum' };
  if (first && last && lengthOf(rangeOf(first, last)) > LONGEST_DAYS)
    errors['to'] = { message: refusals.tooManyDays, constraint: 'maximum' };
  if (!first || !last || Object.keys(errors).length > 0) throw failure.invalid(errors);
  return { ...rangeOf(first, last), reason: reason.ok ? reason.value : null };
}
