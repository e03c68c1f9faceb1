/** ⌘K / Ctrl-K: goes to a page of the studio or finds a person while one types. */
import { ICONS } from './shared/icons.ts';
import { eachPlace, icon, make } from './shared/place.ts';

interface Props {
  readonly pages: readonly { readonly href: string; readonly label: string }[];
  /** Null for those who may not search people. */
  readonly people: { readonly source: string; readonly href: string } | null;
  readonly texts: Readonly<Record<'label' | 'placeholder' | 'pages' | 'people' | 'nothing' | 'failed' | 'loading' | 'close', string>>;
}

interface Entry {
  readonly href: string;
  readonly label: string;
  readonly code?: string;
}
interface Person {
  readonly unique_code: string | null;
  readonly first_name: string;
  readonly last_name: string;
}

const PAUSE_MS = 180;
const plain = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();

eachPlace<Props>('palette', ({ element, props }) => {
  const palette = createPalette(props);
  const keys = element.querySelector('kbd');
  if (keys && !/Mac|iP(hone|ad)/.test(navigator.userAgent)) keys.textContent = 'Ctrl K';
  document.addEventListener('keydown', (event) => {
    if (event.key.toLowerCase() !== 'k' || !(event.metaKey || event.ctrlKey)) return;
    event.preventDefault();
    palette.open();
  });
  document.addEventListener('click', (event) => {
    if (!(event.target instanceof Element) || !event.target.closest('[data-palette]') || event.metaKey || event.ctrlKey) return;
    event.preventDefault();
    palette.open();
  });
});

function createPalette({ pages, people, texts }: Props): { open(): void } {
  const list = make('div', { class: 'palette-list', role: 'listbox', id: 'palette-list', 'aria-label': texts.label });
  const attributes = {
    role: 'combobox',
    'aria-expanded': 'true',
    'aria-controls': 'palette-list',
    'aria-autocomplete': 'list',
    autocomplete: 'off',
  };
  const input = make('input', { type: 'search', placeholder: texts.placeholder, 'aria-label': texts.label, ...attributes });
  const close = make('button', { type: 'button' }, texts.close);
  const said = make('p', { class: 'sr-only', role: 'status' });
  const field = make('div', { class: 'palette-field' }, icon(ICONS.search), input, close);
  const dialog = make('dialog', { class: 'palette', 'aria-label': texts.label }, field, list, said);
  document.body.append(dialog);
  const entries = (): HTMLElement[] => [...list.querySelectorAll<HTMLElement>('[role="option"]')];
  let timer = 0;
  let running: AbortController | null = null;

  const select = (index: number): void => {
    const all = entries();
    const chosen = all[(index + all.length) % all.length];
    for (const entry of all) entry.setAttribute('aria-selected', String(entry === chosen));
    input.removeAttribute('aria-activedescendant');
    if (!chosen) return;
    input.setAttribute('aria-activedescendant', chosen.id);
    chosen.scrollIntoView({ block: 'nearest' });
  };
  const draw = (found: readonly Entry[], persons: readonly Entry[] | string): void => {
    const note = typeof persons === 'string' ? persons : '';
    const rows = typeof persons === 'string' ? [] : persons;
    list.replaceChildren(...group(texts.pages, found, ICONS.page), ...group(texts.people, rows, ICONS.person));
    const nothing = found.length + rows.length === 0 && note === '' ? texts.nothing : note;
    if (nothing) list.append(make('p', { class: 'palette-note' }, nothing));
    said.textContent = nothing || String(found.length + rows.length);
    select(0);
  };
  const search = (): void => {
    const asked = input.value.trim();
    const found = pages.filter(({ label }) => plain(label).includes(plain(asked)));
    clearTimeout(timer);
    running?.abort();
    draw(found, people && asked.length > 1 ? texts.loading : []);
    if (!people || asked.length < 2) return;
    timer = window.setTimeout(() => {
      running = new AbortController();
      findPeople(people, asked, running.signal).then(
        (persons) => draw(found, persons),
        (error: unknown) => {
          if (!(error instanceof DOMException && error.name === 'AbortError')) draw(found, texts.failed);
        },
      );
    }, PAUSE_MS);
  };

  input.addEventListener('input', search);
  input.addEventListener('keydown', (event) => {
    const current = entries().findIndex((entry) => entry.getAttribute('aria-selected') === 'true');
    const steps: Readonly<Record<string, number>> = { ArrowDown: current + 1, ArrowUp: current - 1, Home: 0, End: -1 };
    const next = steps[event.key];
    // A search field would only empty itself.
    if (event.key === 'Escape') dialog.close();
    else if (event.key === 'Enter') entries()[current]?.click();
    else if (next !== undefined && (event.key.startsWith('Arrow') || input.value === '')) select(next);
    else return;
    event.preventDefault();
  });
  close.addEventListener('click', () => dialog.close());
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close();
  });
  return {
    open: () => {
      if (dialog.open) return;
      dialog.showModal();
      input.select();
      search();
    },
  };
}

function group(title: string, entries: readonly Entry[], shape: string): Node[] {
  if (entries.length === 0) return [];
  const options = entries.map(({ href, label, code }, index) => {
    const option = make(
      'a',
      { role: 'option', href, id: `palette-${shape.length}-${index}`, tabindex: '-1' },
      icon(shape),
      make('span', { dir: 'auto' }, label),
    );
    if (code) option.append(make('small', {}, code));
    return option;
  });
  return [make('p', { class: 'palette-group', 'aria-hidden': 'true' }, title), ...options];
}

async function findPeople({ source, href }: NonNullable<Props['people']>, asked: string, signal: AbortSignal): Promise<readonly Entry[]> {
  const query = new URLSearchParams({ search: asked, limit: '6' });
  const response = await fetch(`${source}?${query}`, { signal, headers: { accept: 'application/json', 'api-version': '3' } });
  if (!response.ok) throw new Error(String(response.status));
  const { users } = (await response.json()) as { users: readonly Person[] };
  return users
    .filter((person) => person.unique_code)
    .map((person) => ({
      href: href + person.unique_code,
      label: `${person.first_name} ${person.last_name}`,
      code: person.unique_code ?? '',
    }));
}
