/**
 * What a phone is given to judge by itself (roster), and how things stand now (state).
 *
 * A roster holds no code, contact or birth date: names, small faces, and hashes of what may be typed.
 */
import { inTransaction } from '#kernel/db/transaction.ts';
import type { PublicKey, RevokedSeed } from '../badges/badges.ts';
import type { Project } from '../projects/projects.ts';
import { type Counters, type DayView, readDay } from './day.ts';
import { shootingDay } from './days.ts';
import { createFaces } from './faces.ts';
import { nameOf, readTeam } from './team.ts';
import type { PresenceTools } from './tools.ts';
import { codesOf, rosterHash } from './typed-codes.ts';

interface WirePerson {
  /** Seed of the badge that holds. */
  readonly ref: string;
  readonly state: 'absent' | 'present' | 'left';
  readonly since: string | null;
}
export interface Roster {
  readonly project: Pick<Project, 'id' | 'name' | 'timeZone' | 'dayStarts'>;
  readonly day: string;
  readonly endsAt: string;
  readonly serverTime: string;
  readonly keys: readonly PublicKey[];
  readonly revoked: readonly RevokedSeed[];
  readonly people: readonly (WirePerson & {
    readonly name: string;
    readonly photo: string | null;
    readonly codes: readonly string[];
    readonly booked: boolean | null;
  })[];
  readonly counters: Counters;
}
export interface ScannerState {
  readonly serverTime: string;
  readonly day: string;
  readonly counters: Counters;
  readonly people: readonly WirePerson[];
  readonly revoked: readonly RevokedSeed[];
}
export interface Rosters {
  roster(projectId: number): Promise<Roster>;
  state(projectId: number): Promise<ScannerState>;
  /** The small photo of somebody of the project (WebP), for whoever works at its gate; null when there is none. */
  face(projectId: number, talentId: number): Promise<Buffer | null>;
}

export function createRosters(tools: PresenceTools): Rosters {
  const { db, clock, badges, projects } = tools;
  const faces = createFaces(tools);
  return {
    face: faces.ofMember,
    async roster(projectId) {
      const project = await projects.require(db, projectId);
      await giveMissingBadges(tools, project);
      const now = clock.now();
      const [view, keys, revoked] = await Promise.all([readDay(db, project, now), badges.publicKeys(db), badges.revoked(db, projectId)]);
      const members = view.people.filter((person) => person.assigned && person.seed !== null);
      const photos = await faces.of(members.map(({ photoFile }) => photoFile));
      return {
        project: { id: project.id, name: project.name, timeZone: project.timeZone, dayStarts: project.dayStarts },
        ...{ day: view.day, endsAt: view.endsAt.toISOString(), serverTime: now.toISOString(), keys, revoked, counters: view.counters },
        people: members.map((person, index) => ({
          ...{ ref: person.seed ?? '', name: nameOf(person), photo: photos[index] ?? null },
          codes: codesOf(projectId, person).map((code) => rosterHash(projectId, code)),
          ...{ state: stateOf(person), since: person.since?.toISOString() ?? null, booked: person.booked },
        })),
      };
    },
    async state(projectId) {
      const project = await projects.require(db, projectId);
      const now = clock.now();
      const [view, revoked] = await Promise.all([readDay(db, project, now), badges.revoked(db, projectId)]);
      return { serverTime: now.toISOString(), day: view.day, counters: view.counters, people: peopleOf(view), revoked };
    },
  };
}

/** Whose assignment came without a badge (an import) could not be told to a scanner. */
async function giveMissingBadges({ db, clock, badges }: PresenceTools, project: Project): Promise<void> {
  const without = (await readTeam(db, project.id, shootingDay(clock.now(), project))).filter(
    ({ assigned, seed }) => assigned && seed === null,
  );
  if (without.length === 0) return;
  await inTransaction(db, async (tx) => {
    for (const { assignmentId, talentId } of without) await badges.issue(tx, { assignmentId, projectId: project.id, talentId });
  });
}

const stateOf = ({ state }: DayView['people'][number]): WirePerson['state'] => (state === 'open' ? 'absent' : state);
const peopleOf = (view: DayView): readonly WirePerson[] =>
  view.people.flatMap((person) =>
    person.assigned && person.seed ? [{ ref: person.seed, state: stateOf(person), since: person.since?.toISOString() ?? null }] : [],
  );
