/** Cities and countries where people should live, by any of the names that the catalogue knows. */
import type { Snapshot } from '../catalogue/catalogue.ts';
import { type BriefText, exactlyOneOf, type Finding, isNear } from './brief-text.ts';
import { createPhrases, type Match, type Phrases } from './phrases.ts';
import { CITY_NAMES } from './words/cities.ts';

interface Place {
  readonly kind: 'city' | 'country';
  readonly id: number;
  readonly countryId: number;
}

/** Everyday names, by country. */
const COUNTRY_NAMES: Readonly<Record<string, string>> = {
  CI: 'Ivory Coast, ساحل العاج, كوت ديفوار',
  CD: 'RDC, RD Congo, DRC, Congo Kinshasa, DR Congo',
  CG: 'Congo Brazzaville, Congo',
  CV: 'Cap Vert, Cape Verde',
  SZ: 'Swaziland',
  BF: 'Burkina',
  CF: 'RCA, Centrafrique',
  ZA: 'RSA, South Africa',
  TZ: 'Tanzanie',
  MU: 'île Maurice',
  GW: 'Guinée Bissau',
  EG: 'مصر',
  MA: 'المغرب, Maghrib',
};
/** Names that are also words, first names or abbreviations: only after « à », « in »…, in capitals. */
const AMBIGUOUS = new Set(
  'man,ho,wa,bo,bor,jos,aba,beni,boma,bata,luba,lira,kati,kaya,kara,touba,adama,salima,sale,tete,victoria,neves,trindade,harper,moshi,maurice,maun,tema,safi,atar,labe,mali,tana,kin,casa,arta,wau,yei,gao,fria,doba,faya,kelo,uvira,keren,ganta,harar,kita,mango,praia,farim,pemba,jinja,nema,rosso,benguela,santa maria,tarrafal,niger,mongo,la digue,big bend,grand baie,tchad,chad,sousse,nador,taza,rufisque,la marsa,diego,bobo,togo,ariana,mahdia'.split(
    ',',
  ),
);
/** Places that are places without any help. */
for (const name of [
  'mali',
  'niger',
  'tchad',
  'chad',
  'togo',
  'casa',
  'kin',
  'tana',
  'nador',
  'taza',
  'sousse',
  'rufisque',
  'touba',
  'praia',
])
  AMBIGUOUS.delete(name);

const kept = new WeakMap<Snapshot, Phrases<Place>>();
function phrasesOf(catalogue: Snapshot): Phrases<Place> {
  const known = kept.get(catalogue);
  if (known) return known;
  const phrases = createPhrases<Place>({ fit: 'exact' });
  for (const country of catalogue.countries) {
    const place: Place = { kind: 'country', id: country.id, countryId: country.id };
    for (const name of Object.values(country.name)) phrases.add(name, place);
    phrases.addAll(COUNTRY_NAMES[country.code] ?? '', place);
  }
  for (const city of catalogue.cities) {
    if (!city.isListed) continue;
    const place: Place = { kind: 'city', id: city.id, countryId: city.countryId };
    for (const name of [city.name, ...city.otherNames]) phrases.add(name, place);
    phrases.addAll(CITY_NAMES[city.name] ?? '', place);
  }
  kept.set(catalogue, phrases);
  return phrases;
}

const isAt = exactlyOneOf('à a au aux in at near sur vers basé basée based ville city habitant résidant living located autour في من ب');
const isOrigin = exactlyOneOf(
  'origine originaire nationalité nationaux ressortissant ressortissants ressortissante citoyen citoyens citizen citizens origin nationality passeport passport أصل أصول جنسية جنسيته الجنسية',
);

const isNative = exactlyOneOf('native natives natif natifs');

function isPlace(text: BriefText, { from, to }: Match<Place>): boolean {
  const { words, source, clauses } = text;
  const name = words
    .slice(from, to)
    .map((word) => word.text)
    .join(' ');
  const before = words[from - 1];
  const place = { at: from, until: to };
  if (isNear(text, place, isOrigin, { before: 3 }) || isNear(text, place, isNative, { before: 3, within: 'clause' })) return false;
  if (!AMBIGUOUS.has(name)) return true;
  const isCapital = /\p{Lu}/u.test(source.charAt(words[from]?.start ?? 0));
  const isAlone = clauses[from - 1] !== clauses[from] && clauses[to] !== clauses[to - 1];
  return isCapital && name.length > 1 && (isAlone ? name.length > 3 : before !== undefined && isAt(before));
}

/** A country beside one of its cities says no more than the city. */
export function withoutCountriesOfCities<T extends Finding>(findings: readonly T[], catalogue: Snapshot): T[] {
  const cities = findings.filter((one) => one.kind === 'city').flatMap((one) => one.values ?? []);
  const countries = new Set(cities.map((id) => String(catalogue.city(Number(id))?.countryId)));
  return findings.filter((one) => one.kind !== 'country' || !one.values?.every((id) => countries.has(id)));
}

export function findPlaces(text: BriefText, catalogue: Snapshot): Finding[] {
  const matches = phrasesOf(catalogue)
    .all(text.words)
    .filter((match) => isPlace(text, match));
  return matches.flatMap(({ found, from, to }): Finding[] => {
    const city = found.filter((place) => place.kind === 'city');
    const places = city.length > 0 ? city : found;
    const [first] = places;
    if (!first) return [];
    return [{ kind: first.kind, values: places.map(({ id }) => String(id)), at: from, until: to }];
  });
}
