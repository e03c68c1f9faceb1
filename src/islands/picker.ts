/** A long list of boxes in groups: a search above it, and how many are ticked in each group. */
import { ICONS } from './shared/icons.ts';
import { eachPlace, icon, make } from './shared/place.ts';

interface Props {
  readonly search: string;
  readonly none: string;
}

const plain = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();

eachPlace<Props>('picker', ({ element, props }) => {
  const groups = [...element.querySelectorAll('details')];
  const choices = [...element.querySelectorAll<HTMLElement>('.choice[data-words]')].map((choice) => ({
    choice,
    words: plain(choice.dataset['words'] ?? ''),
  }));
  const input = make('input', { type: 'search', placeholder: props.search, 'aria-label': props.search, autocomplete: 'off' });
  const none = make('p', { class: 'field-hint', role: 'status' });
  element.prepend(make('span', { class: 'control' }, icon(ICONS.search), input), none);
  const openBefore = new Map(groups.map((group) => [group, group.open]));

  input.addEventListener('input', () => {
    const asked = plain(input.value.trim());
    for (const { choice, words } of choices) choice.hidden = asked !== '' && !words.includes(asked);
    for (const group of groups) {
      const isFound = group.querySelector('.choice:not([hidden])') !== null;
      group.hidden = !isFound;
      group.open = asked === '' ? (openBefore.get(group) ?? false) : isFound;
    }
    none.textContent = groups.every((group) => group.hidden) ? props.none : '';
  });
  // Enter in the search must not send the form around it.
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') event.preventDefault();
  });
  element.addEventListener('change', () => {
    for (const group of groups) {
      const ticked = group.querySelectorAll('input:checked').length;
      const count = group.querySelector('[data-count]');
      if (count) count.textContent = ticked === 0 ? '' : String(ticked);
    }
  });
});
