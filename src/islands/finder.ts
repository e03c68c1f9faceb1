/** Finds lines of this page by their words: nothing is asked of the server, and accents and capitals do not matter. */
import { eachPlace, make } from './shared/place.ts';

interface Props {
  readonly label: string;
  readonly hint: string;
  /** Said when nothing is left. */
  readonly none: string;
}

eachPlace<Props>('finder', ({ element, props }) => {
  const lines = [...element.querySelectorAll<HTMLElement>('[data-find]')].map((line) => ({
    line,
    words: plain(line.dataset['find'] ?? ''),
  }));
  const groups = [...element.querySelectorAll<HTMLElement>('[data-find-group]')];
  const id = 'finder-words';
  const input = make('input', { id, type: 'search', autocomplete: 'off', placeholder: props.hint });
  const said = make('p', { class: 'field-hint', role: 'status' });
  element.prepend(
    make(
      'div',
      { class: 'field finder' },
      make('label', { for: id, class: 'field-label' }, props.label),
      make('div', { class: 'control' }, input),
      said,
    ),
  );
  input.addEventListener('input', () => {
    const wanted = plain(input.value).split(/\s+/).filter(Boolean);
    let left = 0;
    for (const { line, words } of lines) {
      line.hidden = !wanted.every((word) => words.includes(word));
      if (!line.hidden) left += 1;
    }
    for (const group of groups) {
      const box = group.closest<HTMLElement>('.card-box') ?? group;
      box.hidden = !group.querySelector('[data-find]:not([hidden])');
    }
    said.textContent = left === 0 ? props.none : '';
  });
});

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
