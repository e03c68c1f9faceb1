/**
 * Titles of films while one types, for the past productions of a CINEMA file. Choosing one fills in kind and year where they are empty.
 * Suggestions only: any other title is as good.
 */
import { eachPlace, make } from './shared/place.ts';

interface Props {
  readonly source: string;
}
interface Title {
  readonly title: string;
  readonly year: string | null;
  readonly production_type: string | null;
}

const PAUSE_MS = 220;
const LEAST_LETTERS = 2;

eachPlace<Props>('titles', ({ element, props }) => {
  const list = make('datalist', { id: `titles-${Math.random().toString(36).slice(2)}` });
  element.append(list);
  let known: readonly Title[] = [];
  let timer = 0;
  let running: AbortController | null = null;

  const show = (titles: readonly Title[]): void => {
    known = titles;
    const words = ({ year, production_type: type }: Title): string => [type, year].filter(Boolean).join(' · ');
    list.replaceChildren(...titles.map((each) => make('option', { value: each.title, label: words(each) || null })));
  };
  const ask = async (typed: string): Promise<void> => {
    running?.abort();
    running = new AbortController();
    const response = await fetch(props.source + encodeURIComponent(typed), {
      signal: running.signal,
      headers: { accept: 'application/json' },
    });
    if (response.ok) show(((await response.json()) as { readonly results: readonly Title[] }).results);
  };

  element.addEventListener('input', (event) => {
    const field = event.target;
    if (!(field instanceof HTMLInputElement) || !field.matches('[name$="_title"]')) return;
    field.setAttribute('list', list.id);
    const chosen = known.find(({ title }) => title === field.value);
    clearTimeout(timer);
    if (chosen) return fillRow(field, chosen);
    const typed = field.value.trim();
    if (typed.length < LEAST_LETTERS) return show([]);
    // Without suggestions one types on: a network that is gone is no reason to interrupt anybody.
    timer = window.setTimeout(() => void ask(typed).catch(() => undefined), PAUSE_MS);
  });
});

/** The fields of the same row: `credit_2_title` has `credit_2_type` and `credit_2_year` beside it. */
function fillRow(field: HTMLInputElement, { year, production_type: type }: Title): void {
  const beside = (name: string): HTMLInputElement | HTMLSelectElement | null =>
    field.form?.querySelector(`[name="${field.name.replace(/title$/, name)}"]`) ?? null;
  for (const [name, value] of [
    ['type', type],
    ['year', year],
  ] as const) {
    const other = beside(name);
    if (other && other.value === '' && value) other.value = value;
  }
}
