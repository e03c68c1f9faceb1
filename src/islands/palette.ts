/** ⌘K / Ctrl-K: goes anywhere, does what one may, and finds what the rooms of the studio hold while one types. */
import { drawGroup, type Entry, type Group, matching } from './palette/entries.ts';
import { watchKeys } from './palette/keys.ts';
import { watchPlaces } from './palette/recent.ts';
import { ICONS } from './shared/icons.ts';
import { eachPlace, fill, icon, make } from './shared/place.ts';

interface Props {
  readonly account: number;
  /** Answers `[{ title, shape, hits }]` for `?q=`. */
  readonly source: string;
  readonly acts: readonly Entry[];
  readonly pages: readonly Entry[];
  /** Where `g` and a letter lead. */
  readonly go: Readonly<Record<string, string>>;
  readonly texts: Readonly<
    Record<'label' | 'placeholder' | 'acts' | 'pages' | 'recent' | 'nothing' | 'failed' | 'results' | 'close', string>
  >;
}

const PAUSE_MS = 160;
const FEW = 5;

eachPlace<Props>('palette', ({ element, props }) => {
  const places = watchPlaces(props.account, new Set([props.source.replace(/\/hits$/, '')]));
  const palette = createPalette(props, places);
  const keys = element.querySelector('kbd');
  if (keys && !/Mac|iP(hone|ad)/.test(navigator.userAgent)) keys.textContent = 'Ctrl K';
  watchKeys(props.go, palette.open);
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

function createPalette({ source, acts, pages, texts }: Props, places: readonly Entry[]): { open(): void } {
  const list = make('div', { class: 'palette-list', role: 'listbox', id: 'palette-list', 'aria-label': texts.label });
  const attributes = {
    role: 'combobox',
    'aria-expanded': 'true',
    'aria-controls': 'palette-list',
    'aria-autocomplete': 'list',
    autocomplete: 'off',
    spellcheck: 'false',
    enterkeyhint: 'go',
  };
  const input = make('input', { type: 'search', placeholder: texts.placeholder, 'aria-label': texts.label, ...attributes });
  const close = make('button', { type: 'button' }, texts.close);
  const said = make('p', { class: 'sr-only', role: 'status' });
  const note = make('p', { class: 'palette-note', hidden: true });
  const field = make('div', { class: 'palette-field' }, icon(ICONS.search), input, close);
  const dialog = make('dialog', { class: 'palette', 'aria-label': texts.label }, field, list, note, said);
  document.body.append(dialog);
  const options = (): HTMLAnchorElement[] => [...list.querySelectorAll<HTMLAnchorElement>('[role="option"]')];
  const currentIndex = (): number => options().findIndex((option) => option.getAttribute('aria-selected') === 'true');
  let timer = 0;
  let running: AbortController | null = null;

  const select = (index: number): void => {
    const all = options();
    const chosen = all[(index + all.length) % all.length];
    for (const option of all) option.setAttribute('aria-selected', String(option === chosen));
    input.setAttribute('aria-activedescendant', chosen?.id ?? '');
    chosen?.scrollIntoView({ block: 'nearest' });
  };
  /** `words` instead of a count while nothing is known, or when the search failed. */
  const draw = (groups: readonly Group[], words?: string): void => {
    let count = 0;
    const shown = groups.filter(({ hits }) => hits.length > 0);
    list.replaceChildren(
      ...shown.map((group) => {
        count += group.hits.length;
        return drawGroup(group, count - group.hits.length);
      }),
    );
    const text = words ?? (count === 0 ? texts.nothing : '');
    list.hidden = count === 0;
    input.setAttribute('aria-expanded', String(count > 0));
    note.textContent = text;
    note.hidden = text === '';
    said.textContent = text || fill(texts.results, { count });
    select(0);
  };
  const known = (asked: string): readonly Group[] => [
    { title: texts.recent, shape: ICONS.clock, hits: matching(places, asked).slice(0, FEW) },
    { title: texts.acts, shape: ICONS.act, hits: matching(acts, asked) },
    { title: texts.pages, shape: ICONS.page, hits: matching(pages, asked) },
  ];
  const search = (): void => {
    const asked = input.value.trim();
    clearTimeout(timer);
    running?.abort();
    const isLong = [...asked].length > 1;
    draw(known(asked), isLong ? '…' : undefined);
    if (isLong) timer = window.setTimeout(() => void ask(asked), PAUSE_MS);
  };
  const ask = async (asked: string): Promise<void> => {
    running = new AbortController();
    const { signal } = running;
    try {
      const response = await fetch(`${source}?${new URLSearchParams({ q: asked })}`, { signal, headers: { accept: 'application/json' } });
      if (!response.ok) throw new Error(String(response.status));
      const found = (await response.json()) as readonly Group[];
      // What rooms hold comes first: the names of pages are few and known.
      draw([...found, ...known(asked)]);
    } catch {
      if (!signal.aborted) draw(known(asked), texts.failed);
    }
  };

  input.addEventListener('input', search);
  input.addEventListener('keydown', (event) => {
    const current = currentIndex();
    const steps: Readonly<Record<string, number>> = { ArrowDown: current + 1, ArrowUp: current - 1, Home: 0, End: -1 };
    const next = steps[event.key];
    // A search field would only empty itself.
    if (event.key === 'Escape') dialog.close();
    else if (event.key === 'Enter' && !event.isComposing) follow(options()[current], event.metaKey || event.ctrlKey);
    else if (next !== undefined && (event.key.startsWith('Arrow') || input.value === '')) select(next);
    else return;
    event.preventDefault();
  });
  const follow = (option: HTMLAnchorElement | undefined, elsewhere: boolean): void => {
    if (elsewhere && option) window.open(option.href, '_blank', 'noopener');
    else option?.click();
  };
  close.addEventListener('click', () => dialog.close());
  // A place, an appearance: what was chosen is done, and what lies over the page goes.
  list.addEventListener('click', ({ target }) => {
    if (target instanceof Element && target.closest('[role="option"]')) dialog.close();
  });
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
