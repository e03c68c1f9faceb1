/** How applicants are shown: a face, a name, a code, and where their profile is. Never a contact. */
import type { Db } from '#kernel/db/db.ts';
import type { Text } from '#kernel/page/context.tsx';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Cinema } from '../cinema/cinema.ts';
import type { Members } from '../members/members.ts';
import type { Applicant } from './applications.ts';

export interface Face {
  readonly name: string;
  readonly code: string;
  readonly photo: string | null;
  readonly href: string;
  readonly kinds: readonly string[];
  /** What they do, where it is no CINEMA kind. */
  readonly skills: readonly Text[];
  readonly age: number | null;
  readonly cityId: number | null;
  readonly countryId: number | null;
}

interface Rooms {
  readonly db: Db;
  readonly cinema: Pick<Cinema, 'cards'>;
  readonly members: Pick<Members, 'profiles'>;
  readonly catalogue: Pick<Catalogue, 'snapshot'>;
}

const photoAt = (file: string | null): string | null => file && `/static/uploads/${file}?w=160`;

/** Whoever is gone has none. */
export async function facesOf<A extends Applicant>(
  { db, cinema, members, catalogue }: Rooms,
  applicants: readonly A[],
): Promise<ReadonlyMap<A, Face>> {
  const talentIds = applicants.flatMap(({ talentId }) => talentId ?? []);
  const accountIds = applicants.flatMap(({ talentId, accountId }) => (talentId === null ? (accountId ?? []) : []));
  const [cards, profiles, snapshot] = await Promise.all([
    talentIds.length > 0 ? cinema.cards(db, talentIds) : [],
    accountIds.length > 0 ? members.profiles(db, accountIds) : [],
    catalogue.snapshot(),
  ]);
  const byTalent = new Map(cards.map((card) => [card.id, card]));
  const byAccount = new Map(profiles.map((profile) => [profile.id, profile]));
  const faces = new Map<A, Face>();
  for (const applicant of applicants) {
    const card = applicant.talentId === null ? undefined : byTalent.get(applicant.talentId);
    const member = applicant.talentId === null && applicant.accountId !== null ? byAccount.get(applicant.accountId) : undefined;
    const person = card ?? member;
    if (!person) continue;
    const { firstName, lastName, code, photoFile, age, city, country } = person;
    faces.set(applicant, {
      ...{ name: `${firstName} ${lastName}`, code, photo: photoAt(photoFile), age },
      href: card ? `/cinema/profile/${code}` : `/profile/view/${code}`,
      kinds: card?.talentTypes ?? [],
      skills: member?.talents.map(({ id, name }) => snapshot.talent(id)?.label ?? { data: name }) ?? [],
      ...{ cityId: city?.id ?? null, countryId: country?.id ?? null },
    });
  }
  return faces;
}
