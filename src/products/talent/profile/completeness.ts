/** What makes a profile complete, point by point (talent-technical.md, "Calcul du Score de Complétude"), and where to add what is missing. */
import type { Message } from '#kernel/message.ts';
import type { Member } from '../members/members.ts';
import { SOCIAL_FIELDS, words } from '../profile-form/profile-form.tsx';
import { m } from './messages.ts';

export interface CompletenessPart {
  readonly label: Message;
  readonly points: number;
  /** Points that are there already. */
  readonly earned: number;
  readonly href: string;
}

const EDIT = '/profile/edit';
const PER_NETWORK = 3;
const MOST_FOR_NETWORKS = 15;

/** `member` with its contacts. The points add up to 110; the score stops at 100. */
export function completenessOf(member: Member): readonly CompletenessPart[] {
  const { labels } = words;
  const part = (label: Message, points: number, has: unknown, href: string): CompletenessPart => ({
    label,
    points,
    earned: has ? points : 0,
    href,
  });
  const networks = SOCIAL_FIELDS.filter((name) => member.social[name]).length;
  return [
    part(m.name, 5, member.firstName && member.lastName, `${EDIT}#f-first_name`),
    part(labels.email, 5, member.email, EDIT),
    part(labels.phone, 5, member.phone, `${EDIT}#f-phone`),
    part(labels.date_of_birth, 5, member.dateOfBirth, `${EDIT}#f-date_of_birth`),
    part(labels.country_id, 5, member.country, `${EDIT}#f-country_id`),
    part(labels.city_id, 5, member.city, `${EDIT}#f-residence_city_id`),
    part(labels.photo, 10, member.photoFile, `${EDIT}#photo`),
    part(labels.cv, 20, member.cvFile, `${EDIT}#cv`),
    part(labels.portfolio_url, 10, member.portfolioUrl, `${EDIT}#f-portfolio_url`),
    part(labels.bio, 10, member.bio, `${EDIT}#f-bio`),
    part(labels.talents, 15, member.talents.length > 0, `${EDIT}#f-talents`),
    {
      label: m.networks,
      points: MOST_FOR_NETWORKS,
      earned: Math.min(MOST_FOR_NETWORKS, networks * PER_NETWORK),
      href: `${EDIT}#f-linkedin`,
    },
  ];
}

/** What would raise the score, the most valuable first; nothing once it is full. */
export const missingOf = (member: Member): readonly CompletenessPart[] =>
  member.score >= 100
    ? []
    : completenessOf(member)
        .filter(({ points, earned }) => earned < points)
        .sort((a, b) => b.points - b.earned - (a.points - a.earned));
