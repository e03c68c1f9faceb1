/** Where a token or an API key is typed for the calls of this page: it stays in the page, and is gone with it. */
import { eachPlace, make } from './shared/place.ts';

interface Props {
  readonly label: string;
  readonly hint: string;
}

eachPlace<Props>('try-token', ({ element, props }) => {
  const id = 'try-token';
  const input = make('input', { id, type: 'password', autocomplete: 'off', spellcheck: 'false', 'aria-describedby': `${id}-hint` });
  element.replaceChildren(
    make(
      'div',
      { class: 'field' },
      make('label', { for: id, class: 'field-label' }, props.label),
      make('p', { id: `${id}-hint`, class: 'field-hint' }, props.hint),
      make('div', { class: 'control', dir: 'ltr' }, input),
    ),
  );
});
