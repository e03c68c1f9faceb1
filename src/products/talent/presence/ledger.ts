/**
 * The ledger: scans go in, presences come out.
 *
 * Hides how the two tables are kept in step. After anything is added or taken back, the stays of those people are worked out anew
 * from all their scans (`rules.ts`) and only what differs is written. A presence keeps its number while its arrival, or a
 * repetition of it, is still there. Call within `lockProject`.
 */
import type { Tx } from '#kernel/db/db.ts';
import { type DayRule, shootingDay } from './days.ts';
import { foldMarks, type Stay } from './rules.ts';
import {
  deletePresences,
  insertPresences,
  type MarkRow,
  type PresenceRow,
  readMarks,
  readPresences,
  updatePresences,
  updateVerdicts,
  type Verdict,
} from './store.ts';

interface Place extends DayRule {
  readonly id: number;
}

interface Plan {
  readonly stay: Stay;
  /** The number may still be missing. */
  readonly row: Omit<PresenceRow, 'id'> & { readonly id: number | null };
}

export async function settle(tx: Tx, project: Place, talentIds: readonly number[], now: Date): Promise<void> {
  if (talentIds.length === 0) return;
  const [marks, presences] = [await readMarks(tx, project.id, talentIds), await readPresences(tx, project.id, talentIds)];
  const [marksOf, presencesOf] = [Map.groupBy(marks, whose), Map.groupBy(presences, whose)];
  const people = talentIds.map((id) => settleOne(project, id, marksOf.get(id) ?? [], presencesOf.get(id) ?? []));
  const plans = people.flatMap(({ plan }) => plan);
  // What closes goes first: only one stay of a day may be open at any time.
  await deletePresences(
    tx,
    people.flatMap(({ gone }) => gone),
  );
  const changed = people.flatMap(({ changes }) => changes);
  await updatePresences(
    tx,
    changed.filter(({ until }) => until !== null),
    now,
  );
  await updatePresences(
    tx,
    changed.filter(({ until }) => until === null),
    now,
  );
  const fresh = plans.filter(({ row }) => row.id === null).map(({ row }) => row);
  const numbers = await insertPresences(tx, project.id, fresh, now);
  await updateVerdicts(
    tx,
    verdictsOf(
      plans,
      numbers,
      people.flatMap(({ outcomes }) => [...outcomes]),
      marks,
    ),
  );
}

const whose = ({ talentId }: { readonly talentId: number }): number => talentId;

function settleOne(project: Place, talentId: number, marks: readonly MarkRow[], rows: readonly PresenceRow[]) {
  const dayOf = (at: Date): string => shootingDay(at, project);
  const fixed = rows.filter(({ correctedAt }) => correctedAt);
  const held = new Set(fixed.map(({ id }) => id));
  const free = marks.filter(({ presenceId }) => presenceId === null || !held.has(presenceId));
  const { stays, outcomes } = foldMarks(
    free,
    fixed.map(({ id, from, until }) => ({ presenceId: id, from, until })),
    dayOf,
  );
  const left = rows.filter(({ correctedAt }) => !correctedAt);
  const known = new Map(free.map((mark) => [mark.id, mark]));
  const plan = stays.map((stay): Plan => {
    const at = left.findIndex((row) => row.id === stay.presenceId || (row.inScan !== null && stay.marks.includes(row.inScan)));
    const before = fixed.find(({ id }) => id === stay.presenceId) ?? (at >= 0 ? left.splice(at, 1)[0] : undefined);
    return { stay, row: rowOf(stay, talentId, dayOf(stay.from), known, before) };
  });
  const before = new Map(rows.map((row) => [row.id, row]));
  const kept = plan.flatMap(({ row: { id, ...row } }): PresenceRow[] => (id === null ? [] : [{ id, ...row }]));
  const changes = kept.filter((row) => !isSame(row, before.get(row.id)));
  return { plan, changes, outcomes, gone: left.map(({ id }) => id) };
}

/** A departure of a corrected stay that is scanned afterwards still ends it; everything else of it stays as it was put. */
function rowOf(
  stay: Stay,
  talentId: number,
  day: string,
  marks: ReadonlyMap<string, MarkRow>,
  before: PresenceRow | undefined,
): Plan['row'] {
  const [first, last] = [marks.get(stay.inMark ?? ''), marks.get(stay.outMark ?? '')];
  const fixed = before?.correctedAt ? before : null;
  return {
    id: before?.id ?? null,
    talentId,
    day,
    from: stay.from,
    until: stay.until,
    inScan: fixed ? fixed.inScan : stay.inMark,
    outScan: stay.outMark ?? fixed?.outScan ?? null,
    checkedInBy: fixed ? fixed.checkedInBy : (first?.recordedBy ?? null),
    checkedOutBy: last ? last.recordedBy : (fixed?.checkedOutBy ?? null),
    flags: [...new Set([...(fixed?.flags ?? []), ...(first?.flags ?? []), ...(last?.flags ?? [])])].sort(),
    correctedAt: before?.correctedAt ?? null,
  };
}

const isSame = (row: PresenceRow, before: PresenceRow | undefined): boolean => JSON.stringify(row) === JSON.stringify(inOrder(before));
/** The fields in the order `rowOf` writes them. */
const inOrder = (row: PresenceRow | undefined) =>
  row && {
    ...{ id: row.id, talentId: row.talentId, day: row.day, from: row.from, until: row.until, inScan: row.inScan, outScan: row.outScan },
    ...{ checkedInBy: row.checkedInBy, checkedOutBy: row.checkedOutBy, flags: row.flags, correctedAt: row.correctedAt },
  };

function verdictsOf(
  plans: readonly Plan[],
  numbers: ReadonlyMap<string, number>,
  outcomes: readonly (readonly [string, string])[],
  marks: readonly MarkRow[],
): readonly Verdict[] {
  const presenceOf = new Map<string, number | null>();
  for (const { stay, row } of plans) for (const id of stay.marks) presenceOf.set(id, row.id ?? numbers.get(stay.inMark ?? '') ?? null);
  const before = new Map(marks.map((mark) => [mark.id, mark]));
  return outcomes
    .map(([id, outcome]) => ({ id, outcome, presenceId: presenceOf.get(id) ?? null }))
    .filter(({ id, outcome, presenceId }) => {
      const mark = before.get(id);
      return mark?.outcome !== outcome || mark.presenceId !== presenceId;
    });
}
