/**
 * What shared links and search engines get of a CINEMA talent: of those who ticked the box, what their card says, and of nobody else
 * anything. Never a contact, a birth date or a paper, whoever asks: an administrator's page carries the same words as a stranger's.
 */
import type { FastifyRequest } from 'fastify';
import { type Language, localeOf, say } from '#kernel/message.ts';
import { breadcrumbs, type Metadata, type Thing } from '#kernel/page/metadata.tsx';
import { placeName, type Snapshot } from '../catalogue/catalogue.ts';
import type { CinemaTalent } from '../cinema/cinema.ts';
import { choiceOf } from '../options/options.ts';
import type { CardFacts } from '../social-cards.ts';
import type { CinemaRegistrationTools } from './cinema-registration.ts';
import { p } from './profile-messages.ts';

/** Whether strangers may see the card: only then may anything be said about the person to programs. */
export const isShown = ({ isPublic, isActive }: Pick<CinemaTalent, 'isPublic' | 'isActive'>): boolean => isPublic && isActive;

const nameOf = ({ firstName, lastName }: CinemaTalent): string => `${firstName} ${lastName}`;
const kindsOf = ({ talentTypes }: CinemaTalent, language: Language): readonly string[] =>
  talentTypes.map((type) => say(choiceOf('talent_type', type).label, language));

export function metadataOf(
  { publicUrl }: Pick<CinemaRegistrationTools, 'publicUrl'>,
  { language }: FastifyRequest,
  talent: CinemaTalent,
  place: string,
): Metadata | undefined {
  if (!isShown(talent)) return undefined;
  const name = nameOf(talent);
  const path = `/cinema/profile/${talent.code}`;
  const types = kindsOf(talent, language).join(', ');
  return {
    description: say(p.description, language, { name, age: talent.age, place, types, code: talent.code }),
    path,
    kind: 'profile',
    card: { path: `${path}/card.png`, text: name },
    things: [personThing(talent, publicUrl, language), breadcrumbs(publicUrl, [{ name, path }])],
  };
}

function personThing(talent: CinemaTalent, origin: string, language: Language): Thing {
  const { city, country, photoFile, languages } = talent;
  const spoken = new Intl.DisplayNames(localeOf(language), { type: 'language', fallback: 'none' });
  const known = languages.flatMap((code) => nameOfLanguage(spoken, code) ?? []);
  const where = {
    '@type': 'PostalAddress',
    ...(city ? { addressLocality: city.name } : {}),
    ...(country ? { addressCountry: country.code } : {}),
  };
  return {
    '@type': 'Person',
    '@id': `${origin}/cinema/profile/${talent.code}#person`,
    name: nameOf(talent),
    identifier: talent.code,
    url: `${origin}/cinema/profile/${talent.code}`,
    ...(talent.talentTypes.length > 0 ? { jobTitle: kindsOf(talent, language) } : {}),
    ...(photoFile ? { image: `${origin}/static/uploads/${photoFile}?w=640` } : {}),
    ...(known.length > 0 ? { knowsLanguage: known } : {}),
    ...(city || country ? { homeLocation: { '@type': 'Place', address: where } } : {}),
  };
}

/** Codes of the studio are not all codes of the world. */
function nameOfLanguage(names: Intl.DisplayNames, code: string): string | undefined {
  return /^[a-z]{2,3}$/.test(code) ? names.of(code) : undefined;
}

export function cardFacts(talent: CinemaTalent, catalogue: Snapshot, language: Language): CardFacts {
  const place = placeName(catalogue, language, { cityId: talent.city?.id, countryId: talent.country?.id });
  return {
    eyebrow: 'CINEMA',
    title: nameOf(talent),
    lines: [kindsOf(talent, language).slice(0, 3).join(' · '), place, talent.code].filter(Boolean),
    picture: talent.photoFile ? { file: talent.photoFile, look: 'face' } : null,
  };
}
