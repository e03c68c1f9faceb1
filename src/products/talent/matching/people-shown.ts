/** The people of a page of results, as their cards show them: contact-free, with what this reader noted of them. */
import type { FastifyRequest } from 'fastify';
import { requireViewer } from '#kernel/http/access.ts';
import { type Language, say } from '#kernel/message.ts';
import { marksOf } from '../casting/casting.ts';
import { placeName, type Snapshot, talentName } from '../catalogue/catalogue.ts';
import { choiceOf } from '../options/options.ts';
import { explain } from '../ranking/ranking.ts';
import type { FoundPerson } from './finding.ts';
import type { Match } from './match-card.tsx';
import type { Search } from './searches.ts';
import { lettersOf } from './sending.ts';
import type { MatchingTools } from './tools.ts';

interface Card extends Pick<Match, 'name' | 'code' | 'href' | 'photo' | 'trade' | 'place'> {
  readonly id: number;
}
const MAX_TRADES = 4;

/** `first` is the place of the first of these people in the whole. People who are gone meanwhile are left out. */
export async function matchesOf(
  tools: MatchingTools,
  request: FastifyRequest,
  search: Search,
  people: readonly FoundPerson[],
  first: number,
): Promise<readonly Match[]> {
  const { language } = request;
  const ids = people.map(({ id }) => id);
  const catalogue = await tools.catalogue.snapshot();
  const isCinema = search.kind === 'cinema';
  const [cards, letters, marks] = await Promise.all([
    isCinema ? talentCards(tools, ids, language, catalogue) : memberCards(tools, ids, language, catalogue),
    lettersOf(tools.db, search),
    isCinema ? marksOf(tools.db, requireViewer(request).accountId, ids) : null,
  ]);
  const byId = new Map(cards.map((card) => [card.id, card]));
  return people.flatMap((person, index) => {
    const card = byId.get(person.id);
    if (!card) return [];
    const explanation = explain(person, search, language, catalogue);
    const mark = marks ? { mark: marks.get(person.id) ?? null } : {};
    return [{ ...card, ...mark, person, rank: first + index, explanation, letter: letters.get(person.id) ?? null }];
  });
}

const photoOf = (file: string | null): string | null => (file === null ? null : `/static/uploads/${file}?w=160`);

async function memberCards(
  { db, members }: MatchingTools,
  ids: readonly number[],
  language: Language,
  catalogue: Snapshot,
): Promise<readonly Card[]> {
  return (await members.profiles(db, ids)).map((member) => ({
    id: member.id,
    name: `${member.firstName} ${member.lastName}`,
    code: member.code,
    href: `/profile/view/${member.code}`,
    photo: photoOf(member.photoFile),
    trade: member.talents
      .slice(0, MAX_TRADES)
      .map((talent) => `${talent.emoji} ${talentName(catalogue, language, talent)}`)
      .join(' · '),
    place: placeName(catalogue, language, { cityId: member.residenceCity?.id ?? member.city?.id, countryId: member.residenceCountry?.id }),
  }));
}

async function talentCards(
  { db, cinema }: MatchingTools,
  ids: readonly number[],
  language: Language,
  catalogue: Snapshot,
): Promise<readonly Card[]> {
  return (await cinema.cards(db, ids)).map((talent) => ({
    id: talent.id,
    name: `${talent.firstName} ${talent.lastName}`,
    code: talent.code,
    href: `/cinema/profile/${talent.code}`,
    photo: photoOf(talent.photoFile),
    trade: talent.talentTypes
      .slice(0, MAX_TRADES)
      .map((type) => say(choiceOf('talent_type', type).label, language))
      .join(' · '),
    place: placeName(catalogue, language, { cityId: talent.city?.id, countryId: talent.country?.id }),
  }));
}
