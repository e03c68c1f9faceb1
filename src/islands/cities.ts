/**
 * The cities of the chosen country. They are in the page already, grouped by country, so choosing costs no request;
 * a country whose group was left out is asked for.
 */
import { eachPlace, make } from './shared/place.ts';

interface Props {
  readonly source: string;
  readonly first: string;
  readonly choose: string;
  readonly failed: string;
}

interface City {
  readonly id: number | string;
  readonly name: string;
}

eachPlace<Props>('cities', ({ element, props }) => {
  const [country, city] = element.querySelectorAll('select');
  if (!country || !city) return;
  const groups = new Map([...city.querySelectorAll('optgroup')].map((group) => [group.dataset['of'] ?? '', group]));
  // Choices outside every group (« Autre ville… ») hold for all countries.
  const always = [...city.children].filter((child): child is HTMLOptionElement => child instanceof HTMLOptionElement && child.value !== '');
  const empty = make('option', { value: '' });

  const show = (cities: readonly Element[], words: string, chosen = ''): void => {
    empty.textContent = words;
    city.replaceChildren(empty, ...cities, ...(country.value ? always : []));
    city.value = chosen;
    city.disabled = country.value === '';
  };
  const ask = async (id: string): Promise<void> => {
    const response = await fetch(props.source + encodeURIComponent(id), { headers: { accept: 'application/json' } });
    if (!response.ok) throw new Error(String(response.status));
    const cities = (await response.json()) as readonly City[];
    const group = make('optgroup', {}, ...cities.map(({ id: value, name }) => make('option', { value: String(value) }, name)));
    groups.set(id, group);
    if (country.value === id) show([...group.children], props.choose);
  };
  const follow = (chosen = ''): void => {
    const group = groups.get(country.value);
    if (group)
      show(
        [...group.children].map((option) => option.cloneNode(true) as Element),
        props.choose,
        chosen,
      );
    else show([], country.value ? props.choose : props.first, chosen);
    if (!group && country.value) ask(country.value).catch(() => show([], props.failed));
  };

  country.addEventListener('change', () => follow());
  follow(city.value);
});
