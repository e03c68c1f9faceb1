/** People with what this viewer knows of them: where they are, the own mark, whether they are taken today. */
import type { FastifyRequest } from 'fastify';
import { requireViewer } from '#kernel/http/access.ts';
import { nationalityName, placeName, type Snapshot } from '../catalogue/catalogue.ts';
import type { ListedCinemaTalent } from '../cinema/cinema.ts';
import { takenOn } from './days.ts';
import { marksOf } from './marks.ts';
import type { Candidate } from './pick-card.tsx';
import { type CastingTools, isCasting } from './tools.ts';

export async function picksOf(
  tools: CastingTools,
  request: FastifyRequest,
  people: readonly ListedCinemaTalent[],
  known?: Snapshot,
): Promise<readonly Candidate[]> {
  const { db, clock, catalogue } = tools;
  const ids = people.map(({ id }) => id);
  const casting = isCasting(request.viewer);
  const [marks, taken, snapshot] = await Promise.all([
    casting ? marksOf(db, requireViewer(request).accountId, ids) : new Map<number, never>(),
    casting ? takenOn(db, ids, clock.now().toISOString().slice(0, 10)) : new Map<number, never>(),
    known ?? catalogue.snapshot(),
  ]);
  return people.map((person) => ({
    person: { ...person, nationality: nationalityName(snapshot, request.language, person.nationality) },
    place: placeName(snapshot, request.language, { cityId: person.city?.id, countryId: person.country?.id }),
    mark: marks.get(person.id) ?? null,
    taken: taken.get(person.id) ?? null,
  }));
}
