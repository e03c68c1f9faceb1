/** Whoever made the other project hears that somebody it had pencilled was booked elsewhere, in the transaction that does so. */
import { inEveryLanguage } from '#capabilities/notifications/notifications.ts';
import type { Tx } from '#kernel/db/db.ts';
import { messages } from '#kernel/message.ts';
import { bookingClash } from '../notices.ts';
import type { Person } from './availability-store.ts';
import type { Clash } from './clashes.ts';
import type { Project } from './project.ts';
import { requireProject } from './reading.ts';
import type { ProjectTools } from './tools.ts';

const m = messages({ day: { fr: '{day, date, long}', en: '{day, date, long}', ar: '{day, date, long}' } });

export interface TakenDays {
  readonly person: Person;
  readonly project: Project;
  /** Those that were accepted. */
  readonly clashes: readonly Clash[];
  /** Who did it knows. */
  readonly by: number | null;
}

export async function tellOtherProjects({ notices }: ProjectTools, tx: Tx, { person, project, clashes, by }: TakenDays): Promise<void> {
  for (const { kind, wanted, from, project: other } of clashes) {
    if (!other || kind !== 'pencil' || wanted !== 'booked') continue;
    const { createdBy } = await requireProject(tx, other.id);
    if (!createdBy || createdBy.id === by) continue;
    // Noon: no time zone of a reader makes another day of it.
    const day = inEveryLanguage(m.day, { day: new Date(`${from}T12:00:00Z`) });
    const values = { name: `${person.firstName} ${person.lastName}`, mine: other.name, other: project.name, day };
    const group = `${other.id}:${person.id}`;
    await notices.notify(tx, bookingClash, { to: createdBy.id, href: `/cinema/projects/${other.id}`, group, values });
  }
}
