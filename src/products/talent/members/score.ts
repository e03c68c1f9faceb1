/**
 * How complete a profile is, by the points of the documents (talent-technical.md, "Calcul du Score de Complétude").
 * They add up to 110; the score stops at 100.
 */
import { SOCIAL_NAMES } from './fields.ts';
import type { Member } from './member.ts';

const POINTS: readonly (readonly [number, (member: Member) => unknown])[] = [
  [5, (m) => m.firstName && m.lastName],
  [5, (m) => m.email],
  [5, (m) => m.phone],
  [5, (m) => m.dateOfBirth],
  [5, (m) => m.country],
  [5, (m) => m.city],
  [10, (m) => m.photoFile],
  [20, (m) => m.cvFile],
  [10, (m) => m.portfolioUrl],
  [10, (m) => m.bio],
  [15, (m) => m.talents.length > 0],
];
const PER_NETWORK = 3;
const MOST_FOR_NETWORKS = 15;

/** `member` must carry its contacts. */
export function profileScore(member: Member): number {
  const filled = POINTS.reduce((sum, [points, has]) => sum + (has(member) ? points : 0), 0);
  const networks = SOCIAL_NAMES.filter((name) => member.social[name]).length * PER_NETWORK;
  return Math.min(100, filled + Math.min(MOST_FOR_NETWORKS, networks));
}
