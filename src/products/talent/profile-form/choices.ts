/** What the forms of a profile offer to choose from: countries, cities, dial codes, nationalities, talents, in the reader's language. */
import { type Language, localeOf, say } from '#kernel/message.ts';
import type { Option, OptionGroup } from '#kernel/page/choices.tsx';
import { nationalitiesOf, type Snapshot, type Talent } from '../catalogue/catalogue.ts';

export interface ProfileChoices {
  readonly countries: readonly Option[];
  /** Every city under its country. */
  readonly cities: readonly OptionGroup[];
  readonly dials: readonly Option[];
  readonly nationalities: readonly string[];
  readonly talents: readonly TalentGroup[];
}
export interface TalentGroup {
  readonly category: string;
  readonly talents: readonly Talent[];
}

const made = new WeakMap<Snapshot, Map<Language, ProfileChoices>>();

/** Made once for each state of the catalogue and language. */
export function choicesOf(catalogue: Snapshot, language: Language): ProfileChoices {
  const known = made.get(catalogue) ?? new Map<Language, ProfileChoices>();
  made.set(catalogue, known);
  const choices = known.get(language) ?? makeChoices(catalogue, language);
  known.set(language, choices);
  return choices;
}

function makeChoices(catalogue: Snapshot, language: Language): ProfileChoices {
  const order = new Intl.Collator(localeOf(language)).compare;
  const countries = catalogue.countries
    .filter((country) => country.isActive)
    .map((country) => ({ ...country, shown: say(country.name, language) }))
    .sort((a, b) => order(a.shown, b.shown));
  return {
    // The flag stands last: a list is chosen from by the first letters typed.
    countries: countries.map(({ id, flag, shown }) => ({ value: id, label: `${shown} ${flag}` })),
    cities: countries.map(({ id, shown }) => ({
      of: id,
      label: shown,
      options: catalogue.citiesOf(id).map((city) => ({ value: city.id, label: city.label })),
    })),
    // Countries may share a code; each is found by its own name, and the code is what is sent.
    dials: countries.map(({ flag, shown, dial }) => ({ value: dial, label: `${dial} ${shown} ${flag}` })),
    nationalities: [...new Set(countries.flatMap((country) => nationalitiesOf(country, language)))].sort(order),
    talents: talentGroups(catalogue.talents),
  };
}

/** Trades first, then the skills of stage and screen; categories in the order of the catalogue. */
function talentGroups(talents: readonly Talent[]): readonly TalentGroup[] {
  const active = talents
    .filter((talent) => talent.isActive)
    .sort((a, b) => Number(a.tag === 'cinema') - Number(b.tag === 'cinema') || a.id - b.id);
  const groups = Map.groupBy(active, (talent) => talent.category);
  return [...groups].map(([category, members]) => ({ category, talents: members }));
}
